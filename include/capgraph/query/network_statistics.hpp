// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/model/deal_status.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/network/network.hpp>
#include <capgraph/query/co_investment_scope.hpp>
#include <capgraph/run/run_options.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>

namespace capgraph::inline v0 {

/// How many neighbours vertices have.
struct degree_statistics {
    std::optional<double> mean{}; ///< None without a vertex.
    std::uint64_t max = 0;

    friend bool operator==(degree_statistics const&, degree_statistics const&) = default;
};

/// How vertices fall into communities.
struct community_statistics {
    std::size_t count = 0;   ///< Of two vertices or more: who has no edge is in none.
    std::size_t largest = 0; ///< In vertices.
    /// What the partition scores that was found (`modularity`, of two modes Barber's); none without
    /// an edge.
    std::optional<double> modularity{};

    friend bool operator==(community_statistics const&, community_statistics const&) = default;
};

/// How who backs whom hangs together: of the two-mode graph, investors and companies.
struct two_mode_statistics {
    degree_statistics investors{}; ///< How many companies an investor backs.
    degree_statistics companies{}; ///< How many investors a company has.
    std::optional<double>
        density{}; ///< The part of all possible ties that are; none without a vertex.
    std::size_t components = 0;
    std::size_t largest_component = 0; ///< In vertices.
    std::uint64_t butterflies = 0;     ///< Two investors that both back two companies.
    /// Of the paths of three ties those that close to a butterfly (`robins_alexander_clustering`);
    /// none without such a path.
    std::optional<double> clustering{};
    /// `degree_assortativity`: above 0 where who backs many backs what many back; none where all
    /// are alike.
    std::optional<double> degree_assortativity{};
    community_statistics communities{}; ///< By `bipartite_communities`.

    friend bool operator==(two_mode_statistics const&, two_mode_statistics const&) = default;
};

/// How who backs the same hangs together: of the co-investment network. All but `communities` look
/// at whether two co-invest, not at how often.
struct co_investment_statistics {
    std::uint64_t pairs = 0;         ///< Who co-invest: the edges.
    std::size_t tied = 0;            ///< Who co-invests with anyone.
    degree_statistics degrees{};     ///< How many co-investors one has, over all.
    std::optional<double> density{}; ///< The part of all possible pairs that are; none below two.
    std::size_t components = 0;      ///< Who co-invests with no one is one by itself.
    std::size_t largest_component = 0;
    std::uint64_t triangles = 0; ///< Three who co-invest pair by pair.
    /// Of the pairs with a common co-investor, each as often as it has one, those that co-invest; none
    /// without such a pair.
    std::optional<double> transitivity{};
    /// The mean of `clustering_coefficient`, who has fewer than two counting as 0; none without a
    /// vertex.
    std::optional<double> average_clustering{};
    /// Above 0 where hubs co-invest with hubs; none where all have as many.
    std::optional<double> degree_assortativity{};
    /// Above 0 where the state's (`labelled`) co-invest among themselves, and others among
    /// themselves; none where only one kind co-invests.
    std::optional<double> state_assortativity{};
    /// The greatest k such that some have k co-investors each among themselves.
    std::uint32_t max_core = 0;
    std::size_t articulation_points = 0; ///< Without whom a component would fall apart.
    std::size_t bridges = 0;             ///< Pairs without which one would.
    community_statistics communities{};  ///< By `communities`, pairs weighing what they share.

    friend bool operator==(co_investment_statistics const&,
                           co_investment_statistics const&) = default;
};

/// What a network holds, and how it hangs together: what `capgraph stats` prints.
struct network_statistics {
    /// Those that the view takes, without retractions: these take back, and say nothing besides.
    std::size_t statements = 0;
    std::size_t entities = 0;       ///< Those that the view knows, one for all that are the same.
    std::size_t investors = 0;      ///< Who backs some company.
    std::size_t companies = 0;      ///< Whom some investor backs.
    std::size_t rounds = 0;         ///< Those that count.
    std::size_t participations = 0; ///< Those that count.
    std::size_t ties = 0;           ///< Distinct pairs of an investor and a company it backs.
    std::size_t holdings = 0;
    /// Participations by status, whatever the view's `min_status`; in the order of `deal_status`.
    std::array<std::size_t, detail::words_of<deal_status>.size()> by_status{};
    /// Participations of which no status is known.
    std::size_t without_status = 0;
    two_mode_statistics two_mode{};
    /// Absent when it was not asked for.
    std::optional<co_investment_statistics> co_investment{};

    friend bool operator==(network_statistics const&, network_statistics const&) = default;
};

struct network_statistics_options {
    /// Whether the co-investment network is looked at: it may be large.
    bool co_investment = true;
    co_investment_scope scope{}; ///< Of the co-investment network alone.
};

/// Counts what `n` holds, and measures both its graphs, each search being made once.
///
/// Complexity: one pass over the records of its view; for the graphs as `butterflies`,
///   `project_co_investment`, `triangle_counts` and `communities`.
/// Throws: `error` with `cancelled` or `over_budget`; what these throw.
/// See: `estimate_co_investment`, which says how large that network is before it is made.
[[nodiscard]] CAPGRAPH_EXPORT network_statistics network_statistics_of(
    network const& n, network_statistics_options const& options = {}, run_options const& run = {});

} // namespace capgraph::inline v0
