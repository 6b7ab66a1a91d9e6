// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"

#include <algorithm>
#include <array>

namespace capgraph::inline v0::detail {

namespace {

/// What may be the matter with when a statement was made.
enum class fault { undated, as_of_after_report, reported_after_published, relayed_without_whom };

struct fault_text {
    std::string_view rule;
    std::string_view found;
    std::string_view expected;
};

constexpr std::array<fault_text, 4> texts{{
    {"undated-statement", "without a day", "'reported_on', or a source with a day"},
    {"as-of-after-report", "of a moment after the report", "a moment no later than the report"},
    {"reported-after-published", "reported after the source was published",
     "a report no later than its source"},
    {"relayed-without-whom", "older than the source, without whom it relays", "'attributed_to'"},
}};

std::vector<fault> faults_of(view_state const& s, statement_head const& row)
{
    std::vector<fault> out;
    auto const reported = row.reported_on;
    auto const published = s.published.find(row.source);
    auto const has_day = published != s.published.end();
    if (!reported && row.source == none) {
        out.push_back(fault::undated); // of a source without a day that is told once, of the source
    }
    if (row.as_of
        && is_before(reported.value_or(has_day ? published->second : date{}), *row.as_of)) {
        out.push_back(fault::as_of_after_report);
    }
    if (reported && has_day && is_before(published->second, *reported)) {
        out.push_back(fault::reported_after_published);
    }
    if (reported && has_day && is_before(*reported, published->second)
        && row.attributed_to.empty()) {
        out.push_back(fault::relayed_without_whom);
    }
    return out;
}

void check_days(diagnosis& d, record_id record, std::vector<std::uint32_t> const& statements)
{
    std::array<std::vector<statement_id>, texts.size()> found;
    for (auto const i : statements) {
        for (auto const each : faults_of(d.state(), d.state().rows->head_of(i))) {
            found[static_cast<std::size_t>(each)].push_back(statement_id{i});
        }
    }
    for (std::size_t i = 0; i < texts.size(); ++i) {
        if (!found[i].empty()) {
            auto const count = std::to_string(found[i].size());
            d.add(texts[i].rule, {record}, found[i],
                  count + (found[i].size() == 1 ? " statement on " : " statements on ")
                      + d.described(record) + ", " + std::string{texts[i].found},
                  std::string{texts[i].expected});
        }
    }
}

void check_denial(diagnosis& d, record_id record, std::vector<std::uint32_t> const& by_weight)
{
    if (d.state().rows->head_of(by_weight.front()).denial) {
        d.add("denial-of-nothing", {record}, {statement_id{by_weight.front()}},
              "a denial on " + d.described(record) + ", before which nothing was said",
              "what is denied");
    }
}

} // namespace

void diagnose_statements(diagnosis& d)
{
    for (std::uint32_t i = 0; i < d.state().num_records; ++i) {
        auto const id = record_id{i};
        if (d.state().record_at(id).kind == record_kind::source) {
            continue; // what is said of a source is no news
        }
        auto const by_weight = d.state().by_weight(id, false);
        if (!by_weight.empty()) {
            check_days(d, id, by_weight);
            check_denial(d, id, by_weight);
        }
    }
}

} // namespace capgraph::inline v0::detail
