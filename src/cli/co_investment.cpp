// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subcommands.hpp"

#include "figures.hpp"
#include "report.hpp"
#include "subject.hpp"
#include "table.hpp"

#include <capgraph/query/co_investment_network.hpp>
#include <capgraph/query/co_investors_of.hpp>

#include <algorithm>
#include <optional>
#include <ostream>
#include <stdexcept>
#include <tuple>
#include <utility>
#include <vector>

namespace capgraph::cli {

namespace {

struct pair_row {
    std::uint32_t first = 0; ///< In `network::investors()`, as `second`, which is larger.
    std::uint32_t second = 0;
    std::uint64_t shared = 0;
};

/// Those who share most first, ties by slugs.
std::vector<pair_row> pairs_of(co_investment_network const& projection)
{
    std::vector<pair_row> rows;
    auto [edge, last] = edges(projection);
    for (; edge != last; ++edge) {
        rows.push_back({source(*edge, projection), target(*edge, projection),
                        static_cast<std::uint64_t>(projection.weight(*edge))});
    }
    for (auto& row : rows) {
        std::tie(row.first, row.second) = std::minmax({row.first, row.second});
    }
    std::sort(rows.begin(), rows.end(), [](pair_row const& a, pair_row const& b) {
        return std::tuple{b.shared, a.first, a.second} < std::tuple{a.shared, b.first, b.second};
    });
    return rows;
}

/// What the pairs share: asked of one investor at a time, and kept for the next row.
class shared_things {
public:
    shared_things(subject const& s, co_investment_unit unit) : subject_{&s}, unit_{unit} {}

    [[nodiscard]] co_investor const& of(pair_row const& pair)
    {
        auto const& n = subject_->net;
        if (asked_ != pair.first) {
            answers_ = co_investors_of(n, n.investors()[pair.first], {.unit = unit_});
            asked_ = pair.first;
        }
        auto const other = n.investors()[pair.second];
        auto const found =
            std::find_if(answers_.begin(), answers_.end(),
                         [&](co_investor const& each) { return each.investor == other; });
        if (found == answers_.end()) {
            throw std::logic_error{"a pair that shares nothing"};
        }
        return *found;
    }

private:
    subject const* subject_;
    co_investment_unit unit_;
    std::optional<std::uint32_t> asked_{};
    std::vector<co_investor> answers_{};
};

void print_text(std::ostream& out, subject const& s, invocation const& what,
                std::vector<pair_row> rows)
{
    auto const by_round = *what.unit == co_investment_unit::same_round;
    auto const all = keep_top(rows, what);
    out << view_text(what) << '\n'
        << count_text(all, "pair of investors shares a ", "pairs of investors share a ")
        << (by_round ? "round" : "company") << (all == 0 ? ".\n" : ":\n\n");
    if (rows.empty()) {
        return;
    }
    table t{{{"investor", alignment::left, 32},
             {"co-investor", alignment::left, 32},
             {"shared", alignment::right},
             {by_round ? "rounds" : "companies", alignment::left, 24}}};
    shared_things shared{s, *what.unit};
    for (auto const& row : rows) {
        auto const& with = shared.of(row);
        t.add({s.name(s.net.investors()[row.first]), s.name(s.net.investors()[row.second]),
               count_text(row.shared),
               by_round ? slugs_of<record_id>(s, with.rounds) : names_of(s, with.companies)});
    }
    out << to_string(t);
    if (rows.size() < all) {
        out << "... and " << count_text(all - rows.size(), "pair", "pairs") << " more\n";
    }
}

std::vector<json_object> to_json(subject const& s, invocation const& what,
                                 std::vector<pair_row> const& rows)
{
    shared_things shared{s, *what.unit};
    std::vector<json_object> out;
    for (auto const& row : rows) {
        auto const first = s.net.investors()[row.first];
        auto const second = s.net.investors()[row.second];
        auto const& with = shared.of(row);
        out.push_back({{"investor", s.slug(first)},
                       {"investor_name", s.name(first)},
                       {"co_investor", s.slug(second)},
                       {"co_investor_name", s.name(second)},
                       {"shared", row.shared},
                       {"company_ids", slugs_of<entity_id>(s, with.companies)},
                       {"company_names", names_of(s, with.companies, "; ")}});
        if (*what.unit == co_investment_unit::same_round) {
            out.back().push_back({"round_ids", slugs_of<record_id>(s, with.rounds)});
        }
    }
    return out;
}

} // namespace

exit_code co_investment(invocation const& what, streams const& io)
{
    auto const s = read_subject(what, io.in);
    auto rows = pairs_of(project_co_investment(s.net, {.unit = *what.unit}));
    if (what.json) {
        keep_top(rows, what);
        print_json(io.out, what, {}, to_json(s, what, rows));
    } else {
        print_text(io.out, s, what, std::move(rows));
    }
    return fine;
}

} // namespace capgraph::cli
