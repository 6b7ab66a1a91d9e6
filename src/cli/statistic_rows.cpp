// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "statistic_rows.hpp"

#include "figures.hpp"
#include "listed.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/query/co_investment_network.hpp>

#include <algorithm>
#include <optional>
#include <string_view>
#include <utility>

namespace capgraph::cli {

namespace {

statistic_row count(std::string name, std::string label, std::uint64_t value, std::string note = {})
{
    return {std::move(name), value, std::move(label), count_text(value), std::move(note)};
}

/// A number between -1 and 1, or a mean.
statistic_row number(std::string name, std::string label, std::optional<double> value,
                     std::string note)
{
    return {std::move(name), value, std::move(label), value ? score_text(*value, false) : "none",
            std::move(note)};
}

statistic_row part(std::string name, std::string label, std::optional<double> value,
                   std::string note)
{
    return {std::move(name), value, std::move(label),
            value ? percent_text(share{std::clamp(*value, 0.0, 1.0)}) : "none", std::move(note)};
}

statistic_row json_only(std::string name, json_value value)
{
    return {std::move(name), std::move(value)};
}

std::string status_note(network_statistics const& all)
{
    std::string out;
    std::size_t known = all.without_status;
    auto const add = [&](std::size_t count, std::string_view word) {
        if (count != 0) {
            append_listed(out, count_text(count).append(" ").append(word));
        }
    };
    for (std::size_t i = 0; i < all.by_status.size(); ++i) {
        known += all.by_status[i];
        auto word = std::string{to_string(static_cast<deal_status>(i))};
        std::replace(word.begin(), word.end(), '_', ' ');
        add(all.by_status[i], word);
    }
    add(all.without_status, "of unknown status");
    auto const total = "of " + count_text(known);
    return out.empty() ? total : total + ": " + out;
}

statistic_section records(network_statistics const& all)
{
    statistic_section out;
    out.rows = {
        count("statements", "statements", all.statements),
        count("entities", "entities", all.entities),
        count("investors", "investors", all.investors),
        count("companies", "companies backed", all.companies),
        count("rounds", "rounds", all.rounds),
        count("participations", "participations", all.participations, status_note(all)),
        count("ties", "ties", all.ties, "distinct pairs of an investor and a company"),
        count("holdings", "holdings", all.holdings),
    };
    for (std::size_t i = 0; i < all.by_status.size(); ++i) {
        out.rows.push_back(
            json_only("participations_" + std::string{to_string(static_cast<deal_status>(i))},
                      all.by_status[i]));
    }
    out.rows.push_back(json_only("participations_of_unknown_status", all.without_status));
    return out;
}

std::string most_note(std::uint64_t most)
{
    return "on average, " + count_text(most) + " at most";
}

std::string community_note(community_statistics const& found)
{
    return found.modularity ? "of two or more, the largest of " + count_text(found.largest)
                                  + "; modularity " + score_text(*found.modularity, false)
                            : std::string{};
}

statistic_section two_mode(two_mode_statistics const& g)
{
    auto const largest =
        "the largest of " + count_text(g.largest_component) + " investors and companies";
    return {"Investors and the companies they back",
            {
                part("density", "density", g.density, "of all ties there could be"),
                number("investor_degree_mean", "companies per investor", g.investors.mean,
                       most_note(g.investors.max)),
                json_only("investor_degree_max", g.investors.max),
                number("company_degree_mean", "investors per company", g.companies.mean,
                       most_note(g.companies.max)),
                json_only("company_degree_max", g.companies.max),
                count("components", "components", g.components, g.components == 0 ? "" : largest),
                json_only("largest_component", g.largest_component),
                count("butterflies", "butterflies", g.butterflies,
                      "two investors that both back two companies"),
                part("two_mode_clustering", "clustering", g.clustering,
                     "of the paths of three ties close to a butterfly"),
                number("two_mode_degree_assortativity", "degree assortativity",
                       g.degree_assortativity, ""),
                count("two_mode_communities", "communities", g.communities.count,
                      community_note(g.communities)),
                json_only("two_mode_largest_community", g.communities.largest),
                json_only("two_mode_modularity", g.communities.modularity),
            }};
}

std::vector<statistic_row> shape(co_investment_statistics const& g)
{
    auto const largest = "the largest of " + count_text(g.largest_component);
    return {
        count("co_investment_tied", "who co-invest", g.tied, "with anyone"),
        part("co_investment_density", "density", g.density, "of all pairs there could be"),
        number("co_investment_degree_mean", "co-investors", g.degrees.mean,
               most_note(g.degrees.max)),
        json_only("co_investment_degree_max", g.degrees.max),
        count("co_investment_components", "components", g.components,
              g.components == 0 ? "" : largest),
        json_only("co_investment_largest_component", g.largest_component),
        count("co_investment_articulation_points", "articulation points", g.articulation_points,
              "without whom a component would fall apart"),
        count("co_investment_bridges", "bridges", g.bridges, "pairs without which one would"),
        count("co_investment_max_core", "highest core number", g.max_core,
              "some have as many co-investors among themselves"),
    };
}

std::vector<statistic_row> cohesion(co_investment_statistics const& g)
{
    return {
        count("co_investment_triangles", "triangles", g.triangles),
        part("co_investment_transitivity", "transitivity", g.transitivity,
             "of pairs with a common co-investor co-invest"),
        number("co_investment_average_clustering", "average clustering", g.average_clustering, ""),
        number("co_investment_degree_assortativity", "degree assortativity", g.degree_assortativity,
               ""),
        number("co_investment_state_assortativity", "state assortativity", g.state_assortativity,
               "state's with state's, others with others"),
        count("co_investment_communities", "communities", g.communities.count,
              community_note(g.communities)),
        json_only("co_investment_largest_community", g.communities.largest),
        json_only("co_investment_modularity", g.communities.modularity),
    };
}

/// Of a network too large to be made, all but the pairs is unknown.
statistic_section co_investment(std::optional<co_investment_statistics> const& all,
                                std::uint64_t pairs, co_investment_unit unit)
{
    statistic_section out;
    out.headline = unit == co_investment_unit::same_round
                       ? "Co-investment: investors tied by the rounds they share"
                       : "Co-investment: investors tied by the companies they share";
    out.rows.push_back(count("co_investment_pairs", "pairs", pairs,
                             all ? "" : "too large to be measured: see capgraph estimate"));
    for (auto const& rows : {shape(all.value_or(co_investment_statistics{})),
                             cohesion(all.value_or(co_investment_statistics{}))}) {
        for (auto const& row : rows) {
            out.rows.push_back(all ? row : json_only(row.name, {}));
        }
    }
    return out;
}

} // namespace

measured_network measured_within(network const& n, co_investment_unit unit,
                                 std::uint64_t memory_budget)
{
    network_statistics_options options{.scope = {.unit = unit}};
    try {
        auto const all = network_statistics_of(n, options, {.memory_budget = memory_budget});
        return {all, all.co_investment->pairs};
    } catch (error const& e) {
        if (e.code() != error_code::over_budget) {
            throw;
        }
    }
    options.co_investment = false;
    return {network_statistics_of(n, options), num_co_investment_pairs(n, options.scope)};
}

std::vector<statistic_section> statistic_sections(measured_network const& measured,
                                                  co_investment_unit unit)
{
    auto const& all = measured.all;
    return {records(all), two_mode(all.two_mode),
            co_investment(all.co_investment, measured.co_investment_pairs, unit)};
}

} // namespace capgraph::cli
