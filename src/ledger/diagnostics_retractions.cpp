// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cycles.hpp"
#include "diagnosis.hpp"
#include "missing.hpp"

namespace capgraph::inline v0::detail {

namespace {

/// A retraction and what it takes back, as statements.
struct taking_back {
    std::uint32_t retraction;
    std::uint32_t target;
};

/// Those that the view sees, whether they count or not.
std::vector<taking_back> all_of(view_state const& s)
{
    std::vector<taking_back> out;
    for (std::uint32_t i = 0; i < s.taken.size(); ++i) {
        if (s.rows->kind_of(i) != record_kind::retraction) {
            continue;
        }
        auto const target = s.rows->find_statement(*s.rows->said<retraction>(i).retracted);
        if (target && *target < s.taken.size()) {
            out.push_back({i, *target});
        }
    }
    return out;
}

std::string_view id_of(view_state const& s, std::uint32_t i)
{
    return s.rows->head_of(i).id;
}

void check_cycles(diagnosis& d, std::vector<taking_back> const& all)
{
    auto const& s = d.state();
    std::vector<arc> arcs;
    std::vector<std::uint32_t> statements;
    for (auto const& [from, to] : all) {
        auto const record = s.rows->statements[from].record;
        if (!s.takes(from)) {
            continue;
        }
        if (from == to) {
            d.add("retraction-of-itself", {record}, {statement_id{from}},
                  quoted(id_of(s, from)) + " takes itself back", "another statement");
        } else {
            arcs.push_back({from, to});
            statements.push_back(from);
        }
    }
    for (auto const& group : cycles_among(arcs)) {
        std::vector<record_id> records;
        std::vector<statement_id> ids;
        std::string first;
        for (auto const i : group) {
            auto const id = std::string{id_of(s, statements[i])};
            first = first.empty() || id < first ? id : first;
            records.push_back(s.rows->statements[statements[i]].record);
            ids.push_back(statement_id{statements[i]});
        }
        d.add("retraction-cycle", records, ids,
              quoted(first) + " among " + std::to_string(group.size())
                  + " retractions that take each other back; none counts",
              "retractions that come to an end");
    }
}

} // namespace

void diagnose_retractions(diagnosis& d)
{
    auto const& s = d.state();
    auto const all = all_of(s);
    check_cycles(d, all);
    for (auto const& [from, to] : all) {
        auto const taking = s.reported_on(from);
        auto const taken = s.reported_on(to);
        if (s.takes(from) && is_before(taking, taken)) {
            d.add("retraction-before-report", {s.rows->statements[from].record},
                  {statement_id{from}, statement_id{to}},
                  quoted(id_of(s, to)) + " of " + to_string(taken) + " taken back on "
                      + to_string(taking),
                  "a retraction no earlier than the report");
        }
    }
}

} // namespace capgraph::inline v0::detail
