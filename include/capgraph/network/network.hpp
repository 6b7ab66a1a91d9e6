// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/graph/csr_graph.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/network/exchange_rates.hpp>
#include <capgraph/network/investment.hpp>
#include <capgraph/network/roll_up.hpp>
#include <capgraph/network/stake.hpp>

#include <cstdint>
#include <optional>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

struct network_options {
    capgraph::roll_up roll_up = capgraph::roll_up::none;
};

/// What a view takes to be so, as graphs: who backs whom, and who owns whom.
///
/// Investors and companies are roles: an entity that has both is once among each. All lists are in
/// the order of slugs, so that numbers, and ties broken by number, don't depend on the order in
/// which things were reported. Entities said to be the same are one, under the first of their
/// slugs.
///
/// A participation counts when its own status, or else its round's, has come as far as the view's
/// `min_status`; one without any status counts only where rumours do. "An existing backer" is a
/// closed tie to the company besides. A round counts by its own status; an ambition is none. Who is
/// said to back itself does, in its two roles; rolled up, nobody backs itself or what it rolls up
/// to.
///
/// Immutable. Threads: may be read concurrently, but not beside an append to the ledger.
/// What was moved from can be assigned to and destroyed, no more.
class CAPGRAPH_EXPORT network {
public:
    /// Complexity: O(n log n) in the records of the view.
    /// Throws: `std::invalid_argument` for `roll_up::controller`: see `network_by_controllers`.
    explicit network(view facts, network_options const& options = {});
    /// With investments put down to whom `investor_of` says; made of the same view. The options are
    /// told as they are given.
    network(view facts, roll_up_map investor_of, network_options const& options);

    /// The view that the network is made of.
    [[nodiscard]] view const& facts() const noexcept { return facts_; }
    [[nodiscard]] network_options const& options() const noexcept { return options_; }

    /// Who backs some company, by slug.
    [[nodiscard]] std::span<entity_id const> investors() const noexcept { return investors_; }
    /// Whom some investor backs, by slug.
    [[nodiscard]] std::span<entity_id const> companies() const noexcept { return companies_; }
    /// All entities that the view knows, by slug: the vertices of `ownership()`.
    [[nodiscard]] std::span<entity_id const> entities() const noexcept { return entities_; }
    /// The rounds that count, by their company's slug, then their own.
    [[nodiscard]] std::span<record_id const> rounds() const noexcept { return rounds_; }
    /// Those of one company, by slug. Complexity: O(log n).
    [[nodiscard]] std::span<record_id const> rounds_of(entity_id company) const;
    /// The valuations of one company: those of its rounds that count, and those of none. By round
    /// (none first), then by basis; of companies that are the same, then by their own slugs.
    /// Complexity: O(log n).
    [[nodiscard]] std::span<record_id const> valuations_of(entity_id company) const;

    /// The participations in `company` that count, and those that assert an earlier backing; by
    /// round (none first), then by investor. Whoever they are put down to. Complexity: O(log n).
    [[nodiscard]] std::span<record_id const> participations_in(entity_id company) const;
    /// The participations in `round` that count, by investor, whoever they are put down to.
    /// Complexity: O(log n). Throws: `std::out_of_range` for an id that is no round.
    [[nodiscard]] std::span<record_id const> participations_in(record_id round) const;

    /// By investor, then company, then round (those without a round first), then by the slugs of
    /// the participation.
    [[nodiscard]] std::span<investment const> investments() const noexcept { return investments_; }
    /// The investments of one investor. Precondition: it is one of `investors()`.
    [[nodiscard]] std::span<investment const> investments_of(std::uint32_t investor) const noexcept;
    /// The investments of one investor in one company. Precondition: as above. Complexity: O(log
    /// n).
    [[nodiscard]] std::span<investment const> investments_of(std::uint32_t investor,
                                                             std::uint32_t company) const noexcept;
    /// The investments in one company, by investor. Precondition: it is one of `companies()`.
    [[nodiscard]] std::vector<investment> investments_in(std::uint32_t company) const;
    /// The holdings that count, in the order of the edges of `ownership()`.
    [[nodiscard]] std::span<stake const> stakes() const noexcept { return stakes_; }

    /// Its place in `investors()`, rolled up as they are; null for who backs none. Complexity:
    /// O(log n).
    [[nodiscard]] std::optional<std::uint32_t> find_investor(entity_id entity) const;
    /// Its place in `companies()`; null for what none backs. Complexity: O(log n).
    [[nodiscard]] std::optional<std::uint32_t> find_company(entity_id entity) const;
    /// Its place in `entities()`; null for what the view does not know. Complexity: O(log n).
    [[nodiscard]] std::optional<std::uint32_t> find_entity(entity_id entity) const;

    /// Who backs whom: investors are the vertices [0, n), companies [n, n + m), and an edge joins
    /// an investor to each company it backs, however often.
    [[nodiscard]] undirected_csr_graph const& two_mode() const noexcept { return two_mode_; }
    /// Who owns whom: one edge, from owner to owned, for each of `stakes()`. Declared indirect
    /// holdings are no edges.
    [[nodiscard]] csr_graph const& ownership() const noexcept { return ownership_; }

    /// The rates of exchange that the view knows.
    [[nodiscard]] exchange_rates const& rates() const noexcept { return rates_; }

private:
    view facts_;
    network_options options_;
    roll_up_map investor_of_;
    std::vector<entity_id> investors_;
    std::vector<entity_id> companies_;
    std::vector<entity_id> entities_;
    std::vector<record_id> rounds_;
    std::vector<entity_id> round_companies_; ///< Of each of `rounds_`.
    std::vector<record_id> valuations_;
    std::vector<entity_id> valuation_companies_; ///< Of each of `valuations_`.
    std::vector<record_id> participations_;
    std::vector<entity_id> participation_companies_; ///< Of each of `participations_`.
    std::vector<std::optional<record_id>> participation_rounds_;
    std::vector<investment> investments_;
    std::vector<stake> stakes_;
    undirected_csr_graph two_mode_;
    csr_graph ownership_;
    exchange_rates rates_;
};

} // namespace capgraph::inline v0
