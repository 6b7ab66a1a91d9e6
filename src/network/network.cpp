// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/network.hpp>

#include "backings.hpp"
#include "slug_order.hpp"
#include "sorted_by.hpp"
#include "told_holdings.hpp"
#include "told_rounds.hpp"

#include "ledger/partial_fold.hpp"
#include "ledger/records_by_kind.hpp"

#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/valuation.hpp>
#include <capgraph/network/status_of.hpp>

#include <algorithm>
#include <compare>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <span>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::backing;
using detail::slug_order;
using detail::slug_set;
using detail::told_rounds;

std::optional<std::uint32_t> find(view const& facts, std::span<entity_id const> ids,
                                  entity_id wanted)
{
    wanted = facts.representative(wanted);
    auto const slug = facts.slug_of(wanted);
    auto const found =
        std::lower_bound(ids.begin(), ids.end(), slug, [&](entity_id id, std::string_view text) {
            return facts.slug_of(id) < text;
        });
    if (found == ids.end() || *found != wanted) {
        return std::nullopt;
    }
    return static_cast<std::uint32_t>(found - ids.begin());
}

/// What `get` tells of each.
template <class T, class Get>
auto each_of(std::span<T const> all, Get get)
{
    std::vector<std::remove_cvref_t<std::invoke_result_t<Get&, T const&>>> out(all.size());
    std::ranges::transform(all, out.begin(), get);
    return out;
}

/// The records of `all`, and their companies beside them.
template <auto Record, class T>
std::pair<std::vector<record_id>, std::vector<entity_id>> by_company(std::vector<T> const& all,
                                                                     slug_order const& order)
{
    return {each_of(std::span{all}, [](T const& each) { return each.*Record; }),
            each_of(std::span{all}, [&](T const& each) { return order.entities()[each.company]; })};
}

/// A record with the rank of its company.
struct record_of_company {
    std::uint32_t company = 0;
    record_id record{};
};

std::vector<record_of_company> counted_rounds(view const& facts, told_rounds const& rounds)
{
    std::vector<record_of_company> out;
    for (auto const& r : rounds.all()) {
        if (r.is_known && counts(facts, r.status) && !r.is_ambition) {
            out.push_back({r.company, r.id});
        }
    }
    return out;
}

/// What tells a valuation from others, in the order of slugs: records are numbered in the order of
/// the file.
struct valuation_key {
    std::uint32_t company; ///< The rank of the first of those that are the same.
    std::uint64_t round;   ///< Its place and one more: 0, and so first, for none.
    valuation_basis basis;
    std::uint32_t own_company; ///< The rank of that which is named.

    friend auto operator<=>(valuation_key const&, valuation_key const&) = default;
};

std::vector<record_of_company> counted_valuations(view const& facts, told_rounds const& rounds,
                                                  slug_order const& order,
                                                  std::span<record_id const> ids)
{
    std::vector<std::pair<valuation_key, record_id>> found;
    detail::partial_fold<valuation, &valuation::company, &valuation::round, &valuation::basis> fold{
        facts};
    fold(ids, [&](record_id id, valuation const& v) {
        valuation_key key{order.rank(facts.representative(*v.company)), 0, *v.basis,
                          order.rank(*v.company)};
        if (v.round) {
            auto const place = rounds.place_of(*v.round);
            auto const& round = rounds.all()[place];
            if (!round.is_known || !counts(facts, round.status)) {
                return;
            }
            key.round = std::uint64_t{place} + 1;
        }
        found.emplace_back(key, id);
    });
    std::sort(found.begin(), found.end(),
              [](auto const& a, auto const& b) { return a.first < b.first; });
    return each_of(std::span{std::as_const(found)}, [](auto const& each) {
        return record_of_company{each.first.company, each.second};
    });
}

std::optional<record_id> round_of(backing const& b, told_rounds const& rounds)
{
    return b.round == backing::no_round ? std::nullopt : std::optional{rounds.all()[b.round].id};
}

/// The investments that `backings` are, with the ranks of their ends, in the same order.
std::vector<investment> ranked_investments(std::span<backing const> backings,
                                           told_rounds const& rounds)
{
    std::vector<investment> out;
    out.reserve(backings.size()); // one each, but for who had invested before
    for (auto const& b : backings) {
        if (!b.is_tie) {
            continue;
        }
        auto const add = [&]() -> investment& {
            auto& what = out.emplace_back();
            what.investor = b.investor;
            what.company = b.company;
            what.participation = b.participation;
            what.is_internal = b.is_internal;
            return what;
        };
        if (b.is_existing) {
            add().is_prior = true;
        }
        if (b.is_counted) {
            auto& what = add();
            what.round = round_of(b, rounds);
            what.role = b.role;
            what.status = b.status;
        }
    }
    return out;
}

/// By investor, then company and so on. Records are numbered in the order of the file: slugs and
/// roles make the order its own. Precondition: `found` is sorted by company.
std::vector<investment> sorted_by_investor(std::span<investment const> found, view const& facts,
                                           told_rounds const& rounds, slug_order const& order)
{
    auto const by_investor = detail::sorted_by(order.size(), found.size(),
                                               [&](std::size_t i) { return found[i].investor; });
    auto out = each_of(std::span{by_investor.values}, [&](std::uint32_t i) { return found[i]; });
    detail::participation_order names{facts};
    auto const key = [&](investment const& i) {
        return std::tuple{i.round.has_value(), i.is_prior, i.round ? rounds.place_of(*i.round) : 0};
    };
    detail::sort_runs(
        std::span{out},
        [](investment const& a, investment const& b) {
            return a.investor == b.investor && a.company == b.company;
        },
        [&](investment const& a, investment const& b) {
            auto const [first, second] = std::pair{key(a), key(b)};
            return first != second ? first < second
                                   : names.is_before(a.participation, b.participation);
        });
    return out;
}

slug_set ends_of(std::span<investment const> ranked, slug_order const& order,
                 std::uint32_t investment::*end)
{
    slug_set out{order};
    for (auto const& i : ranked) {
        out.add(i.*end);
    }
    return out;
}

/// Those of whom the view knows what is said of themselves.
slug_set described_entities(view const& facts, slug_order const& order)
{
    slug_set out{order};
    for (std::uint32_t i = 0; i < order.size(); ++i) {
        entity_id const id{i}; // in the order of the ledger, as it lies in memory
        if (facts.knows(facts.record_of(id))) {
            out.add(order.rank(facts.representative(id)));
        }
    }
    return out;
}

/// Makes places of the ranks of an end.
template <class T>
void renumber(std::vector<T>& all, std::uint32_t T::*end, slug_set const& members)
{
    auto const places = members.places();
    for (auto& each : all) {
        each.*end = places[each.*end];
    }
}

undirected_csr_graph make_two_mode(std::span<investment const> sorted, std::size_t investors,
                                   std::size_t companies)
{
    std::vector<edge_ends> edges;
    edges.reserve(sorted.size());
    for (auto const& i : sorted) {
        edge_ends const e{i.investor, static_cast<std::uint32_t>(investors + i.company)};
        if (edges.empty() || edges.back() != e) {
            edges.push_back(e);
        }
    }
    return undirected_csr_graph{investors + companies, edges};
}

std::vector<edge_ends> ends_of(std::span<stake const> stakes)
{
    std::vector<edge_ends> ends;
    ends.reserve(stakes.size());
    for (auto const& s : stakes) {
        ends.push_back({s.owner, s.owned});
    }
    return ends;
}

/// Where the things of one company stand among those of all.
struct row_range {
    std::size_t first;
    std::size_t size;
};

row_range rows_of(view const& facts, std::vector<entity_id> const& companies, entity_id company)
{
    auto const slug = facts.slug_of(facts.representative(company));
    auto const first = std::lower_bound(
        companies.begin(), companies.end(), slug,
        [&](entity_id id, std::string_view text) { return facts.slug_of(id) < text; });
    auto const last =
        std::upper_bound(first, companies.end(), slug, [&](std::string_view text, entity_id id) {
            return text < facts.slug_of(id);
        });
    return {static_cast<std::size_t>(first - companies.begin()),
            static_cast<std::size_t>(last - first)};
}

} // namespace

network::network(view facts, network_options const& options)
    : network{facts, roll_up_map{facts, options.roll_up}, options}
{
}

network::network(view facts, roll_up_map investor_of, network_options const& options)
    : facts_{std::move(facts)}, options_{options}, investor_of_{std::move(investor_of)}, rates_{
                                                                                             facts_}
{
    slug_order const order{facts_};
    detail::records_by_kind const records{facts_};
    told_rounds const rounds{facts_, order, records.of(record_kind::round)};
    std::tie(rounds_, round_companies_) =
        by_company<&record_of_company::record>(counted_rounds(facts_, rounds), order);
    std::tie(valuations_, valuation_companies_) = by_company<&record_of_company::record>(
        counted_valuations(facts_, rounds, order, records.of(record_kind::valuation)), order);
    {
        auto const backings =
            detail::find_backings(facts_, investor_of_, rounds, order, options_.roll_up,
                                  records.of(record_kind::participation));
        std::tie(participations_, participation_companies_) =
            by_company<&backing::participation>(backings, order);
        participation_rounds_ =
            each_of(std::span{backings}, [&](backing const& b) { return round_of(b, rounds); });
        investments_ = ranked_investments(backings, rounds);
    }
    investments_ = sorted_by_investor(investments_, facts_, rounds, order);
    auto const investors = ends_of(investments_, order, &investment::investor);
    auto const companies = ends_of(investments_, order, &investment::company);
    auto entities = described_entities(facts_, order);
    entities.add(investors);
    entities.add(companies);
    stakes_ = sorted_stakes(
        direct_holdings(facts_, order, records.of(record_kind::holding), entities), order);
    investors_ = investors.members();
    companies_ = companies.members();
    entities_ = entities.members();
    renumber(investments_, &investment::investor, investors);
    renumber(investments_, &investment::company, companies);
    two_mode_ = make_two_mode(investments_, investors_.size(), companies_.size());
    renumber(stakes_, &stake::owner, entities);
    renumber(stakes_, &stake::owned, entities);
    ownership_ = csr_graph{entities_.size(), ends_of(stakes_)};
}

std::span<record_id const> network::rounds_of(entity_id company) const
{
    auto const rows = rows_of(facts_, round_companies_, company);
    return rounds().subspan(rows.first, rows.size);
}

std::span<record_id const> network::valuations_of(entity_id company) const
{
    auto const rows = rows_of(facts_, valuation_companies_, company);
    return std::span{valuations_}.subspan(rows.first, rows.size);
}

std::span<record_id const> network::participations_in(entity_id company) const
{
    auto const rows = rows_of(facts_, participation_companies_, company);
    return std::span{participations_}.subspan(rows.first, rows.size);
}

std::span<record_id const> network::participations_in(record_id round) const
{
    auto const rows = rows_of(facts_, participation_companies_, facts_.company_of(round));
    auto const slug = [&](std::optional<record_id> const& id) {
        return id ? facts_.slug_of(*id) : std::string_view{};
    };
    auto const all = std::span{participation_rounds_}.subspan(rows.first, rows.size);
    auto const [first, last] =
        std::equal_range(all.begin(), all.end(), std::optional{round},
                         [&](auto const& a, auto const& b) { return slug(a) < slug(b); });
    return std::span{participations_}.subspan(rows.first
                                                  + static_cast<std::size_t>(first - all.begin()),
                                              static_cast<std::size_t>(last - first));
}

std::span<investment const> network::investments_of(std::uint32_t investor) const noexcept
{
    auto const [first, last] = std::equal_range(
        investments_.begin(), investments_.end(), investment{.investor = investor},
        [](investment const& a, investment const& b) { return a.investor < b.investor; });
    return {first, last};
}

std::span<investment const> network::investments_of(std::uint32_t investor,
                                                    std::uint32_t company) const noexcept
{
    auto const all = investments_of(investor);
    auto const [first, last] = std::equal_range(
        all.begin(), all.end(), investment{.company = company},
        [](investment const& a, investment const& b) { return a.company < b.company; });
    return {first, last};
}

std::vector<investment> network::investments_in(std::uint32_t company) const
{
    std::vector<investment> out;
    auto const vertex = static_cast<std::uint32_t>(investors_.size() + company);
    auto const [first, last] = adjacent_vertices(vertex, two_mode_);
    std::for_each(first, last, [&](std::uint32_t investor) {
        auto const theirs = investments_of(investor, company);
        out.insert(out.end(), theirs.begin(), theirs.end());
    });
    return out;
}

std::optional<std::uint32_t> network::find_investor(entity_id entity) const
{
    return find(facts_, investors_, investor_of_(entity));
}

std::optional<std::uint32_t> network::find_company(entity_id entity) const
{
    return find(facts_, companies_, entity);
}

std::optional<std::uint32_t> network::find_entity(entity_id entity) const
{
    return find(facts_, entities_, entity);
}

} // namespace capgraph::inline v0
