// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// The lists of networks of random views, against whole records that are sorted by slug.

#include <capgraph/network/network.hpp>

#include "support/catch2.hpp"
#include "support/network_text.hpp"
#include "support/random_ledgers.hpp"

#include <capgraph/network/status_of.hpp>

#include <algorithm>
#include <set>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

using ids = std::vector<record_id>;

view_options random_options(story_teller& random)
{
    view_options options;
    if (random.chance(50)) {
        options.known_at = random.moment();
    }
    if (random.chance(50)) {
        options.valid_at = random.moment();
    }
    options.known = random.chance(50) ? certainty::certainly : certainty::possibly;
    options.valid = random.chance(50) ? certainty::certainly : certainty::possibly;
    options.min_status = random.chance(50) ? deal_status::rumored : deal_status::committed;
    return options;
}

/// What a view says, record by record.
struct definition {
    view const& facts;

    [[nodiscard]] std::string_view slug(entity_id id) const
    {
        return facts.slug_of(facts.representative(id));
    }
    [[nodiscard]] std::string_view slug(field<record_id> const& id) const
    {
        return id ? facts.slug_of(*id) : std::string_view{};
    }
    [[nodiscard]] std::string_view own_slug(field<entity_id> const& id) const
    {
        return id ? facts.slug_of(*id) : std::string_view{};
    }
    [[nodiscard]] std::string_view company(participation const& p) const
    {
        return slug(p.company ? *p.company : facts.company_of(*p.round));
    }
    /// What orders participations of one investor in one company or round.
    [[nodiscard]] auto names_of(participation const& p) const
    {
        return std::tuple{own_slug(p.investor), slug(p.round), own_slug(p.company)};
    }

    [[nodiscard]] ids rounds() const
    {
        return sorted<funding_round>([&](record_id id, funding_round const& r) {
            return std::pair{counts(facts, r.status) && r.kind != round_kind::ambition,
                             std::tuple{slug(*r.company), facts.slug_of(id)}};
        });
    }
    [[nodiscard]] ids valuations() const
    {
        return sorted<valuation>([&](record_id, valuation const& v) {
            auto const in = v.round ? facts.find<funding_round>(*v.round) : std::nullopt;
            return std::pair{
                !v.round || (in && counts(facts, in->status)),
                std::tuple{slug(*v.company), slug(v.round), *v.basis, own_slug(v.company)}};
        });
    }
    [[nodiscard]] ids participations() const
    {
        return sorted<participation>([&](record_id, participation const& p) {
            auto const is_counted = counts(facts, status_of(facts, p));
            return std::pair{is_counted || p.existing_backer.value_or(false),
                             std::tuple{company(p), is_counted ? slug(p.round) : "",
                                        own_slug(p.investor), names_of(p)}};
        });
    }
    [[nodiscard]] ids stakes() const
    {
        return sorted<holding>([&](record_id, holding const& h) {
            return std::pair{!*h.indirect, std::tuple{slug(*h.owner), slug(*h.owned), *h.basis,
                                                      h.share_class.value_or({}), own_slug(h.owner),
                                                      own_slug(h.owned)}};
        });
    }
    /// Each with whether it is one before the round.
    [[nodiscard]] std::vector<std::pair<record_id, bool>> investments() const
    {
        using key = std::tuple<std::string_view, std::string_view, bool, bool, std::string_view,
                               decltype(names_of({}))>;
        std::vector<std::pair<key, std::pair<record_id, bool>>> found;
        for (auto const id : facts.records(record_kind::participation)) {
            auto const p = facts.at<participation>(id);
            auto const add = [&](bool is_prior) {
                auto const in = is_prior ? field<record_id>{} : p.round;
                found.push_back({{slug(*p.investor), company(p), in.has_value(), is_prior, slug(in),
                                  names_of(p)},
                                 {id, is_prior}});
            };
            if (counts(facts, status_of(facts, p))) {
                add(false);
            }
            if (p.existing_backer.value_or(false)) {
                add(true);
            }
        }
        return values_of(found);
    }
    [[nodiscard]] names entities() const
    {
        std::set<std::string_view> all;
        for (auto const id : facts.records(record_kind::entity)) {
            all.insert(slug(facts.entity_at(facts.slug_of(id))));
        }
        for (auto const& [id, is_prior] : investments()) {
            auto const p = facts.at<participation>(id);
            all.insert({slug(*p.investor), company(p)});
        }
        for (auto const id : facts.records(record_kind::holding)) {
            auto const h = facts.at<holding>(id);
            all.insert({slug(*h.owner), slug(*h.owned)});
        }
        return {all.begin(), all.end()};
    }

private:
    template <class Key, class Value>
    static std::vector<Value> values_of(std::vector<std::pair<Key, Value>>& found)
    {
        std::sort(found.begin(), found.end());
        std::vector<Value> out;
        out.reserve(found.size());
        for (auto const& each : found) {
            out.push_back(each.second);
        }
        return out;
    }

    /// `read` tells whether a record is in the list, and what it is sorted by.
    template <class Record, class Read>
    [[nodiscard]] ids sorted(Read read) const
    {
        using key = decltype(read(record_id{}, Record{}).second);
        std::vector<std::pair<key, record_id>> found;
        for (auto const id : facts.records(kind_of<Record>)) {
            if (auto const [is_in, by] = read(id, facts.at<Record>(id)); is_in) {
                found.push_back({by, id});
            }
        }
        return values_of(found);
    }
};

template <class Visit>
ids of_each_company(network const& n, Visit visit)
{
    ids out;
    for (auto const company : n.entities()) {
        auto const these = visit(company);
        out.insert(out.end(), these.begin(), these.end());
    }
    return out;
}

void check_lists(network const& n, definition const& is)
{
    CHECK(slugs(n, n.entities()) == is.entities());
    CHECK(ids(n.rounds().begin(), n.rounds().end()) == is.rounds());
    CHECK(of_each_company(n, [&](entity_id c) { return n.rounds_of(c); }) == is.rounds());
    CHECK(of_each_company(n, [&](entity_id c) { return n.valuations_of(c); }) == is.valuations());
    CHECK(of_each_company(n, [&](entity_id c) { return n.participations_in(c); })
          == is.participations());
    std::vector<std::pair<record_id, bool>> investments;
    for (auto const& i : n.investments()) {
        investments.emplace_back(i.participation, i.is_prior);
    }
    CHECK(investments == is.investments());
    ids stakes;
    for (auto const& s : n.stakes()) {
        stakes.push_back(s.holding);
    }
    CHECK(stakes == is.stakes());
}

void check_figures(network const& n, view const& facts)
{
    for (auto const& i : n.investments()) {
        auto const p = facts.at<participation>(i.participation);
        CHECK(i.is_internal == p.internal.value_or(false));
        if (!i.is_prior) {
            CHECK(i.round == (p.round ? std::optional{*p.round} : std::nullopt));
            CHECK(i.role == p.role.value_or(participation_role::unknown));
            CHECK(i.status == status_of(facts, p).value_or(deal_status::rumored));
        }
    }
    for (auto const& s : n.stakes()) {
        auto const h = facts.at<holding>(s.holding);
        CHECK(s.basis == *h.basis);
        CHECK(s.part == bounds_of(h.share.value_or({})));
        CHECK(s.is_control == h.control.value_or(h.basis == holding_basis::gp));
    }
}

} // namespace

TEST_CASE("network: its lists are those of the definition, seen from anywhere", "[network][oracle]")
{
    for (std::uint64_t seed = 0; seed < cases(60); ++seed) {
        CAPTURE(seed);
        story_teller random{~seed, {}};
        auto const tale = random_story(seed, {.of_joins = static_cast<unsigned>(seed % 7),
                                              .taken_back = static_cast<unsigned>(seed % 25)});
        ledger book;
        append(book, tale.cast);
        append(book, tale.news);
        for (int i = 0; i < 3; ++i) {
            view const facts{book, random_options(random)};
            network const n{facts};
            check_lists(n, {facts});
            check_figures(n, facts);
        }
    }
}

TEST_CASE("network: of an older view it is what it was when the ledger has grown",
          "[network][oracle]")
{
    for (std::uint64_t seed = 0; seed < cases(30); ++seed) {
        CAPTURE(seed);
        auto const tale = random_story(seed);
        auto const middle = tale.news.begin() + static_cast<std::ptrdiff_t>(tale.news.size() / 2);
        ledger book;
        append(book, tale.cast);
        append(book, {tale.news.begin(), middle});
        view const before{book, {.min_status = deal_status::rumored}};
        auto const was = text(network{before});
        append(book, {middle, tale.news.end()});
        CHECK(text(network{before}) == was);
        check_lists(network{before}, {before});
    }
}
