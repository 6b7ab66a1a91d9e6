// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "co_investment_kinds.hpp"

#include "failure.hpp"
#include "figures.hpp"
#include "report.hpp"
#include "table.hpp"
#include "terminal_text.hpp"
#include "ties.hpp"

#include <capgraph/query/co_investment_significance.hpp>

#include <cmath>
#include <ostream>
#include <string>

namespace capgraph::cli {

namespace {

std::string null_text(significance_null null)
{
    switch (null) {
    case significance_null::hypergeometric_by_year:
        return "had each picked as many of each year at random";
    case significance_null::configuration_model:
        return "had each kept its number, and each company its investors, on the average alone";
    case significance_null::hypergeometric:
        break;
    }
    return "had each picked as many at random";
}

/// That p-values are no exact ones.
std::string method_text(tail_method method)
{
    switch (method) {
    case tail_method::poisson:
        return "; tails by Poisson's approximation";
    case tail_method::normal:
        return "; tails by the normal approximation";
    case tail_method::refined_normal:
        return "; tails by the refined normal approximation";
    case tail_method::exact:
        break;
    }
    return "";
}

/// `1.3e-12`, also where that is less than any double: from its natural logarithm.
std::string probability_text(double log_p)
{
    auto const log_ten = log_p / std::log(10.0);
    auto exponent = std::floor(log_ten);
    auto digits = std::pow(10.0, log_ten - exponent);
    if (digits >= 9.95) {
        digits = 1.0;
        exponent += 1.0;
    }
    if (exponent >= -3.0) {
        return score_text(std::exp(log_p), false);
    }
    auto const tenths = static_cast<int>(std::lround(digits * 10.0));
    return std::to_string(tenths / 10) + '.' + std::to_string(tenths % 10) + 'e'
           + std::to_string(static_cast<long>(exponent));
}

void print_text(std::ostream& out, subject const& s, invocation const& what,
                co_investment_groups const& in, co_investment_significance const& found,
                std::vector<significant_pair> const& rows)
{
    auto const& asked = what.ties;
    auto const words = words_of(in.scope());
    auto const is_upper = asked.tail == significance_tail::upper;
    out << view_text(what) << '\n'
        << scope_text(asked)
        << wrapped("Of " + count_text(found.tests, "pair", "pairs") + " of " + words.members
                       + " in " + count_text(found.groups) + ' ' + words.groups + ", "
                       + count_text(found.pairs.size(), "shares ", "share ")
                       + (is_upper ? "more" : "fewer") + " than chance would have it, "
                       + null_text(*asked.null) + " (level " + score_text(asked.level, false) + ", "
                       + (asked.correction == significance_correction::bonferroni
                              ? "Bonferroni"
                              : "false discovery rate")
                       + method_text(asked.method) + ").",
                   100)
        << '\n';
    if (rows.empty()) {
        if (found.least) {
            out << wrapped("The least likely by chance are "
                               + s.name(in.members()[found.least->first]) + " and "
                               + s.name(in.members()[found.least->second])
                               + ": p = " + probability_text(found.least->log_p) + ", "
                               + probability_text(found.least->log_adjusted) + " adjusted.",
                           100)
                << '\n';
        }
        return;
    }
    out << '\n';
    table t{{{words.member, alignment::left, 28},
             {words.other, alignment::left, 28},
             {"shared", alignment::right},
             {"by chance", alignment::right},
             {"p", alignment::right},
             {"adjusted", alignment::right}}};
    for (auto const& row : rows) {
        t.add({s.name(in.members()[row.first]), s.name(in.members()[row.second]),
               count_text(row.shared), score_text(row.expected, false), probability_text(row.log_p),
               probability_text(row.log_adjusted)});
    }
    out << to_string(t);
    if (rows.size() < found.pairs.size()) {
        out << "... and " << count_text(found.pairs.size() - rows.size(), "pair", "pairs")
            << " more\n";
    }
}

json_object to_json(subject const& s, co_investment_groups const& in, significant_pair const& row)
{
    auto const words = words_of(in.scope());
    json_object out;
    add_entity(out, s, words.member, in.members()[row.first]);
    add_entity(out, s, words.other_key, in.members()[row.second]);
    out.push_back({"shared", row.shared});
    out.push_back({"expected", row.expected});
    out.push_back({"log_p", row.log_p});
    out.push_back({"log_adjusted", row.log_adjusted});
    return out;
}

} // namespace

exit_code print_significance(subject const& s, invocation const& what,
                             co_investment_groups const& in, streams const& io)
{
    auto const& asked = what.ties;
    if (asked.method != tail_method::exact
        && *asked.null != significance_null::configuration_model) {
        throw bad_usage{"--tail-method: only the tails of configuration_model are approximated"};
    }
    co_investment_significance_options options{.null = *asked.null,
                                               .tail = asked.tail,
                                               .correction = asked.correction,
                                               .level = asked.level,
                                               .method = asked.method};
    if (options.null == significance_null::hypergeometric_by_year) {
        options.years = years_of_groups(s.net, in);
    }
    auto const found = significant_pairs(in, options, {.memory_budget = asked.memory_budget});
    auto rows = found.pairs;
    keep_top(rows, what);
    if (!what.json) {
        print_text(io.out, s, what, in, found, rows);
        return fine;
    }
    auto more = scope_json(asked);
    more.push_back({"significance", to_string(*asked.null)});
    more.push_back({"tail", to_string(asked.tail)});
    more.push_back({"tail_method", to_string(asked.method)});
    more.push_back({"correction", to_string(asked.correction)});
    more.push_back({"level", asked.level});
    more.push_back({"tests", found.tests});
    more.push_back({"groups", found.groups});
    more.push_back({"found", found.pairs.size()});
    print_json(io.out, what, more,
               objects_of(rows, [&](significant_pair const& row) { return to_json(s, in, row); }));
    return fine;
}

} // namespace capgraph::cli
