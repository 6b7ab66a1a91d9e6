// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Who owns whom, told in few words, and the network of it.

#include <capgraph/algorithm/ultimate_parts.hpp>
#include <capgraph/model/relation.hpp>
#include <capgraph/network/ownership_network.hpp>

#include "support/networks.hpp"

#include <cmath>
#include <optional>
#include <ostream>
#include <set>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace capgraph::test {

/// Writes a ledger of owners. Whoever was not described before is a company.
class owners_teller {
public:
    owners_teller() : to_{book_} {}
    owners_teller(owners_teller const&) = delete;
    owners_teller& operator=(owners_teller const&) = delete;

    owners_teller& describe(entity const& e)
    {
        described_.insert(std::string{e.slug});
        to_.add(e);
        return *this;
    }
    owners_teller& company(std::string_view slug) { return kind(slug, entity_kind::company); }
    owners_teller& fund(std::string_view slug) { return kind(slug, entity_kind::fund); }
    owners_teller& person(std::string_view slug) { return kind(slug, entity_kind::person); }
    /// A government, of CN and central unless said otherwise.
    owners_teller& organ(std::string_view slug,
                         std::optional<state_level> level = state_level::central,
                         std::string_view country = "CN")
    {
        return describe({.slug = slug,
                         .name = slug,
                         .kind = entity_kind::government,
                         .country = country,
                         .state_link = state_link{state_tie::organ, level, country}});
    }
    /// A fund of which a source says that the state backs, controls or is it.
    owners_teller& labelled(std::string_view slug, state_tie tie)
    {
        return describe({.slug = slug,
                         .name = slug,
                         .kind = entity_kind::fund,
                         .state_link = state_link{tie, state_level::central, "CN"}});
    }

    owners_teller& holds(std::string_view owner, std::string_view owned, double part)
    {
        return holds(owner, owned, {.share = exactly(share{part})});
    }
    owners_teller& holds(std::string_view owner, std::string_view owned, double low, double high)
    {
        return holds(owner, owned, {.share = between(share{low}, share{high})});
    }
    owners_teller& holds(std::string_view owner, std::string_view owned, holding how)
    {
        how.owner = known(owner);
        how.owned = known(owned);
        to_.add(how);
        return *this;
    }
    owners_teller& controls(std::string_view owner, std::string_view owned)
    {
        return holds(owner, owned, {.control = true});
    }
    owners_teller& relates(relation_type type, std::string_view from, std::string_view to)
    {
        auto const a = known(from);
        auto const b = known(to);
        to_.add(relation{.type = type, .from = a, .to = b});
        return *this;
    }
    owners_teller& are_same(std::string_view a, std::string_view b)
    {
        to_.add(same_as{std::vector{known(a), known(b)}});
        return *this;
    }
    /// A closed round of `company`, which these back.
    owners_teller& round(std::string_view slug, std::string_view company,
                         std::vector<std::pair<std::string, told_sum>> const& cheques,
                         told_sum const& total = {}, std::optional<date> closed = {})
    {
        funding_round said{.slug = slug,
                           .company = known(company),
                           .kind = round_kind::primary,
                           .status = deal_status::closed,
                           .amount = amount{total}};
        if (closed) {
            said.closed = *closed;
        }
        to_.add(said);
        for (auto const& [investor, paid] : cheques) {
            to_.add(participation{
                .round = to_.round(slug), .investor = known(investor), .cheque = amount{paid}});
        }
        return *this;
    }

    [[nodiscard]] entity_id known(std::string_view slug)
    {
        if (described_.insert(std::string{slug}).second) {
            add_entity(to_, slug);
        }
        return to_.entity(slug);
    }
    [[nodiscard]] ledger_builder& to() { return to_; }
    [[nodiscard]] ledger const& book()
    {
        to_.commit();
        return book_;
    }

private:
    owners_teller& kind(std::string_view slug, entity_kind k)
    {
        return describe({.slug = slug, .name = slug, .kind = k});
    }

    ledger book_;
    ledger_builder to_;
    std::set<std::string> described_;
};

/// A network and its owners, which look at each other.
struct owned_network {
    network net;
    ownership_network owners;

    explicit owned_network(ledger const& book, ownership_options const& options = {},
                           view_options const& seen = {})
        : net{view{book, seen}}, owners{net, options}
    {
    }
    explicit owned_network(owners_teller& told, ownership_options const& options = {})
        : owned_network{told.book(), options}
    {
    }
    owned_network(owned_network const&) = delete;
    owned_network& operator=(owned_network const&) = delete;

    [[nodiscard]] entity_id at(std::string_view slug) const { return net.facts().entity_at(slug); }
    [[nodiscard]] std::string slug(entity_id id) const
    {
        return std::string{net.facts().slug_of(id)};
    }
    [[nodiscard]] std::uint32_t vertex(std::string_view slug) const
    {
        return owners.vertex_of(at(slug));
    }
    /// What `owner` holds of the capital of `owned` directly.
    [[nodiscard]] part_bounds capital(std::string_view owner, std::string_view owned) const
    {
        auto const& w = owners.capital();
        return {w.least_of(vertex(owned), vertex(owner)), w.most_of(vertex(owned), vertex(owner))};
    }
    [[nodiscard]] part_bounds votes(std::string_view owner, std::string_view owned) const
    {
        auto const& w = owners.power().votes();
        return {w.least_of(vertex(owned), vertex(owner)), w.most_of(vertex(owned), vertex(owner))};
    }
    [[nodiscard]] std::vector<entity_id> ids(names const& slugs_of) const
    {
        std::vector<entity_id> out;
        for (auto const& slug_of : slugs_of) {
            out.push_back(at(slug_of));
        }
        return out;
    }
};

/// Whether the bounds are those, but for rounding.
inline bool near(part_bounds const& b, double lower, double upper)
{
    return std::abs(b.lower - lower) <= 1e-12 && std::abs(b.upper - upper) <= 1e-12;
}
inline bool near(part_bounds const& b, double exactly_that)
{
    return near(b, exactly_that, exactly_that);
}

} // namespace capgraph::test
