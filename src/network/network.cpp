// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/network.hpp>

#include "known_rounds.hpp"
#include "slug_order.hpp"
#include "ties.hpp"

#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/valuation.hpp>
#include <capgraph/network/status_of.hpp>

#include <algorithm>
#include <compare>
#include <string_view>
#include <tuple>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::known_rounds;
using detail::slug_order;
using detail::tie;

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

std::vector<entity_id> known_entities(view const& facts, slug_order const& order,
                                      std::vector<tie> const& ties)
{
    std::vector<entity_id> ids;
    for (auto const id : order.entities()) {
        if (facts.knows(facts.record_of(id))) {
            ids.push_back(facts.representative(id));
        }
    }
    for (auto const& t : ties) {
        ids.push_back(t.investor);
        ids.push_back(t.company);
    }
    for (auto const record : facts.records(record_kind::holding)) {
        auto const h = facts.timeless<holding>(record);
        ids.push_back(facts.representative(*h.owner));
        ids.push_back(facts.representative(*h.owned));
    }
    return order.sorted(ids);
}

struct record_of_company {
    entity_id company;
    record_id record;
};

std::vector<record_of_company> counted_rounds(view const& facts, known_rounds const& rounds,
                                              slug_order const& order)
{
    std::vector<record_of_company> out;
    for (auto const& r : rounds.all()) {
        if (counts(facts, r.status) && !r.is_ambition) {
            out.push_back({r.company, r.id});
        }
    }
    std::sort(out.begin(), out.end(), [&](record_of_company const& a, record_of_company const& b) {
        return a.company != b.company ? order.rank(a.company) < order.rank(b.company)
                                      : facts.slug_of(a.record) < facts.slug_of(b.record);
    });
    return out;
}

/// What tells a valuation from others, in the order of slugs: records are numbered in the order of
/// the file.
struct valuation_key {
    std::uint32_t company;  ///< Its place by slug: of the first of those that are the same.
    std::string_view round; ///< Empty, and so first, for none.
    valuation_basis basis;
    std::uint32_t own_company;

    friend auto operator<=>(valuation_key const&, valuation_key const&) = default;
};

std::vector<record_of_company> counted_valuations(view const& facts, known_rounds const& rounds,
                                                  slug_order const& order)
{
    std::vector<std::pair<valuation_key, record_of_company>> found;
    for (auto const id : facts.records(record_kind::valuation)) {
        auto const v = facts.at<valuation>(id);
        auto const* const round = v.round ? rounds.find(*v.round) : nullptr;
        if (v.round && !(round != nullptr && counts(facts, round->status))) {
            continue;
        }
        auto const company = facts.representative(*v.company);
        found.push_back(
            {{order.rank(company), v.round ? facts.slug_of(*v.round) : std::string_view{}, *v.basis,
              order.rank(*v.company)},
             {company, id}});
    }
    std::sort(found.begin(), found.end(),
              [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<record_of_company> out(found.size());
    std::transform(found.begin(), found.end(), out.begin(),
                   [](auto const& each) { return each.second; });
    return out;
}

std::vector<entity_id> companies_of(std::vector<record_of_company> const& records)
{
    std::vector<entity_id> out(records.size());
    std::ranges::transform(records, out.begin(), &record_of_company::company);
    return out;
}

std::vector<record_id> records_of(std::vector<record_of_company> const& records)
{
    std::vector<record_id> out(records.size());
    std::ranges::transform(records, out.begin(), &record_of_company::record);
    return out;
}

std::vector<entity_id> ends_of(slug_order const& order, std::vector<tie> const& ties,
                               entity_id tie::*end)
{
    std::vector<entity_id> ids;
    ids.reserve(ties.size());
    for (auto const& t : ties) {
        ids.push_back(t.*end);
    }
    return order.sorted(ids);
}

/// Records are numbered in the order of the file: slugs and roles make the order its own.
bool is_before(view const& facts, detail::participation_order& names, investment const& a,
               investment const& b)
{
    auto const order = [](investment const& i) {
        return std::tuple{i.investor, i.company, i.round.has_value(), i.is_prior};
    };
    if (order(a) != order(b)) {
        return order(a) < order(b);
    }
    if (a.round != b.round) {
        return facts.slug_of(*a.round) < facts.slug_of(*b.round);
    }
    return names.is_before(a.participation, b.participation);
}

std::vector<investment> numbered(view const& facts, slug_order const& order,
                                 std::vector<tie> const& ties, std::span<entity_id const> investors,
                                 std::span<entity_id const> companies)
{
    auto const investor_places = order.places_in(investors);
    auto const company_places = order.places_in(companies);
    std::vector<investment> out;
    out.reserve(ties.size());
    for (auto const& t : ties) {
        out.push_back(t.what);
        out.back().investor = investor_places[index_of(t.investor)];
        out.back().company = company_places[index_of(t.company)];
    }
    detail::participation_order names{facts};
    std::sort(out.begin(), out.end(), [&](investment const& a, investment const& b) {
        return is_before(facts, names, a, b);
    });
    return out;
}

undirected_csr_graph make_two_mode(std::span<investment const> sorted, std::size_t investors,
                                   std::size_t companies)
{
    std::vector<edge_ends> edges;
    for (auto const& i : sorted) {
        edge_ends const e{i.investor, static_cast<std::uint32_t>(investors + i.company)};
        if (edges.empty() || edges.back() != e) {
            edges.push_back(e);
        }
    }
    return undirected_csr_graph{investors + companies, edges};
}

/// In the order of the edges that they are.
std::vector<stake> counted_stakes(view const& facts, slug_order const& order,
                                  std::span<entity_id const> entities)
{
    auto const places = order.places_in(entities);
    using key = std::tuple<std::uint32_t, std::uint32_t, holding_basis, std::string_view,
                           std::uint32_t, std::uint32_t>;
    std::vector<std::pair<key, stake>> found;
    for (auto const id : facts.records(record_kind::holding)) {
        auto const h = facts.at<holding>(id);
        if (*h.indirect) {
            continue; // evidence to compare with, never an edge to multiply
        }
        stake s;
        s.owner = places[index_of(facts.representative(*h.owner))];
        s.owned = places[index_of(facts.representative(*h.owned))];
        s.holding = id;
        s.basis = *h.basis;
        s.part = bounds_of(h.share.value_or({}));
        s.is_control = h.control.value_or(h.basis == holding_basis::gp);
        found.push_back({{s.owner, s.owned, s.basis, h.share_class.value_or({}),
                          order.rank(*h.owner), order.rank(*h.owned)},
                         s});
    }
    std::sort(found.begin(), found.end(),
              [](auto const& a, auto const& b) { return a.first < b.first; });
    std::vector<stake> out(found.size());
    std::ranges::transform(found, out.begin(), &std::pair<key, stake>::second);
    return out;
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
    known_rounds const known{facts_};
    auto const rounds = counted_rounds(facts_, known, order);
    rounds_ = records_of(rounds);
    round_companies_ = companies_of(rounds);
    auto const valuations = counted_valuations(facts_, known, order);
    valuations_ = records_of(valuations);
    valuation_companies_ = companies_of(valuations);
    auto const [ties, backings] =
        detail::find_ties(facts_, investor_of_, known, order, options_.roll_up);
    for (auto const& b : backings) {
        participations_.push_back(b.participation);
        participation_companies_.push_back(b.company);
        participation_rounds_.push_back(b.round);
    }
    investors_ = ends_of(order, ties, &tie::investor);
    companies_ = ends_of(order, ties, &tie::company);
    entities_ = known_entities(facts_, order, ties);
    investments_ = numbered(facts_, order, ties, investors_, companies_);
    two_mode_ = make_two_mode(investments_, investors_.size(), companies_.size());

    stakes_ = counted_stakes(facts_, order, entities_);
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
