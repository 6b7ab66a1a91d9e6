// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of the measures of state backing, on rounds and owners of which all is known but not all is
// told.

#include <capgraph/query/state_backing.hpp>
#include <capgraph/query/state_parts.hpp>

#include "support/catch2.hpp"

#include "property/true_owners.hpp"
#include "support/effort.hpp"

#include <array>
#include <cmath>
#include <cstdint>
#include <random>
#include <string>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr std::array all_measures{state_measure::organs, state_measure::labelled,
                                  state_measure::look_through, state_measure::consolidated};

state_backing_options by(state_measure measure, unknown_owners unknown,
                         backing_denominator of = backing_denominator::total)
{
    return {.measure = measure, .denominator = of, .unknown = unknown};
}

struct answers {
    bounded<share> headcount;
    bounded<share> capital;
    bounded<share> equity; ///< Of the last firm.
};

answers answers_of(true_story const& story, state_backing_options const& options)
{
    owners_teller told;
    write(told, story);
    auto const& book = told.book();
    auto const n = network_of(book);
    auto const b = state_backing_of(n, book.entity_at("alpha"), options);
    state_parts const parts{n, {.measure = options.measure, .unknown = options.unknown}};
    return {b.headcount, b.capital, parts.equity_of(book.entity_at(story.actors.back().slug))};
}

template <class Law>
void for_each_option(Law const& law)
{
    for (auto const measure : all_measures) {
        for (auto const unknown : {unknown_owners::impossible, unknown_owners::possible}) {
            for (auto const of : {backing_denominator::total, backing_denominator::external}) {
                CAPTURE(to_string(measure), to_string(of), unknown == unknown_owners::possible);
                law(by(measure, unknown, of));
            }
        }
    }
}

/// `actor` as two, `actor` and `twin-of-actor`, which hold and are held in equal parts.
true_story split(true_story story, std::size_t i, std::int64_t percent)
{
    auto const slug = story.actors[i].slug;
    auto twin = story.actors[i];
    twin.slug = "twin-of-" + slug;
    story.actors.insert(story.actors.begin() + static_cast<std::ptrdiff_t>(i), twin);
    auto const part = static_cast<double>(percent) / 100.0;
    auto const stakes = story.stakes;
    story.stakes.clear();
    for (auto const& s : stakes) {
        if (s.owner == slug) {
            story.stakes.push_back({slug, s.owned, s.truth * part, s.low * part, s.high * part});
            story.stakes.push_back({twin.slug, s.owned, s.truth * (1 - part), s.low * (1 - part),
                                    s.high * (1 - part)});
        } else {
            story.stakes.push_back(s);
            if (s.owned == slug) {
                story.stakes.push_back({s.owner, twin.slug, s.truth, s.low, s.high});
            }
        }
    }
    for (auto& round : story.told) {
        auto const cheques = round.cheques;
        round.cheques.clear();
        for (auto c : cheques) {
            if (c.investor != slug) {
                round.cheques.push_back(c);
                continue;
            }
            auto other = c;
            other.investor = twin.slug;
            if (c.paid.is_disclosed()) {
                auto const said = c.paid.renderings().front();
                auto const low = said.low().minor_units() * percent / 100;
                auto const high = said.high().minor_units() * percent / 100;
                auto const rest_low = said.low().minor_units() - low;
                auto const rest_high = said.high().minor_units() - high;
                c.paid = stated<money>{said.said(), fen(low), fen(high)};
                other.paid = stated<money>{said.said(), fen(rest_low), fen(rest_high)};
            }
            round.cheques.push_back(c);
            round.cheques.push_back(other);
        }
    }
    return story;
}

} // namespace

TEST_CASE("state_backing_of: organs are no more than by any other measure",
          "[query][property][measures]")
{
    for_each_story(law_cases(), [](story_drawer& draws) {
        auto const story = draws.draw();
        for_each_option([&](state_backing_options options) {
            auto const other = answers_of(story, options);
            options.measure = state_measure::organs;
            auto const organs = answers_of(story, options);
            for (auto const part : {&answers::headcount, &answers::capital, &answers::equity}) {
                CHECK((organs.*part).lower.fraction() <= (other.*part).lower.fraction() + 1e-9);
                CHECK((organs.*part).upper.fraction() <= (other.*part).upper.fraction() + 1e-9);
            }
        });
    });
}

TEST_CASE("state_backing_of: by look-through the truth lies within the bounds",
          "[query][property][measures]")
{
    std::size_t circles = 0;
    for_each_story(law_cases(), [&](story_drawer& draws) {
        auto const story = draws.draw();
        circles += story.has_circles() ? 1U : 0U;
        for (auto const unknown : {unknown_owners::impossible, unknown_owners::possible}) {
            auto const is_open = unknown == unknown_owners::possible;
            auto const truth = story.parts(is_open);
            for (auto const of : {backing_denominator::total, backing_denominator::external}) {
                CAPTURE(is_open, to_string(of));
                auto const b = answers_of(story, by(state_measure::look_through, unknown, of));
                auto const capital = story.capital(truth, of == backing_denominator::external);
                if (capital) {
                    CHECK(b.capital.lower.fraction() <= *capital + 1e-9);
                    CHECK(b.capital.upper.fraction() >= *capital - 1e-9);
                }
                auto const own = truth.at(story.actors.back().slug);
                CHECK(b.equity.lower.fraction() <= own + 1e-9);
                CHECK(b.equity.upper.fraction() >= own - 1e-9);
            }
        }
    });
    CHECK(circles > law_cases() / 10);
}

TEST_CASE("state_backing_of: by look-through where all is told the answer is the truth",
          "[query][property][measures]")
{
    std::size_t told_all = 0;
    for_each_story(law_cases(), [&](story_drawer& draws) {
        auto story = draws.draw();
        std::erase_if(story.actors, [](true_actor const& a) {
            return a.kind == actor_kind::backed || a.kind == actor_kind::controlled;
        });
        auto const is_there = [&](std::string const& slug) {
            return std::any_of(story.actors.begin(), story.actors.end(),
                               [&](true_actor const& a) { return a.slug == slug; });
        };
        std::erase_if(story.stakes, [&](true_stake const& s) { return !is_there(s.owner); });
        for (auto& s : story.stakes) {
            s.low = s.high = s.truth;
        }
        story.told.clear();
        for (auto& r : story.rounds) {
            std::erase_if(r.cheques, [&](true_cheque const& c) { return !is_there(c.investor); });
            told_round told{.total = exactly(fen(r.total()))};
            for (auto const& c : r.cheques) {
                told.cheques.push_back({c.investor, {}, exactly(fen(c.paid)), c.internal});
            }
            story.told.push_back(told);
        }
        if (auto const capital = story.capital(story.parts(false), false)) {
            ++told_all;
            auto const b =
                answers_of(story, by(state_measure::look_through, unknown_owners::impossible));
            CHECK(b.capital.lower.fraction() == Approx(*capital).margin(1e-9));
            CHECK(b.capital.upper.fraction() == Approx(*capital).margin(1e-9));
        }
    });
    CHECK(told_all > 50);
}

TEST_CASE("state_backing_of: telling a stake widens nothing", "[query][property][measures]")
{
    for_each_story(law_cases(), [](story_drawer& draws) {
        auto const story = draws.draw();
        if (story.stakes.empty()) {
            return;
        }
        auto narrower = story;
        auto& s = narrower.stakes[static_cast<std::size_t>(
            draws.random.below(static_cast<std::int64_t>(story.stakes.size())))];
        auto const nearer = [&](double end) {
            return draws.random.chance(50) ? s.truth : end + (s.truth - end) * draws.fraction();
        };
        s.low = std::min(s.truth, nearer(s.low));
        s.high = std::max(s.truth, nearer(s.high));
        for_each_option([&](state_backing_options const& options) {
            auto const before = answers_of(story, options);
            auto const after = answers_of(narrower, options);
            CHECK(lies_about_within(after.headcount, before.headcount));
            CHECK(lies_about_within(after.capital, before.capital));
            CHECK(lies_about_within(after.equity, before.equity));
        });
    });
}

TEST_CASE("state_backing_of: by each measure telling a cheque widens nothing",
          "[query][property][measures]")
{
    for_each_story(law_cases(), [](story_drawer& draws) {
        auto const story = draws.draw();
        auto narrower = story;
        auto const r = static_cast<std::size_t>(
            draws.random.below(static_cast<std::int64_t>(story.rounds.size())));
        auto const& cheques = story.rounds[r].cheques;
        if (cheques.empty()) {
            return;
        }
        auto const i =
            static_cast<std::size_t>(draws.random.below(static_cast<std::int64_t>(cheques.size())));
        narrower.told[r].cheques[i].paid = exactly(fen(cheques[i].paid));
        for_each_option([&](state_backing_options const& options) {
            CHECK(lies_about_within(answers_of(narrower, options).capital,
                                    answers_of(story, options).capital));
        });
    });
}

TEST_CASE("state_backing_of: two bodies of the state joined are one holder",
          "[query][property][measures]")
{
    for_each_story(law_cases(), [](story_drawer& draws) {
        auto story = draws.draw();
        // Each firm is held by one of them at the most, and one of them alone backs anybody: under
        // two names a stake, or an undisclosed cheque, may have been told twice.
        story.actors.insert(story.actors.begin(), {"body-0", actor_kind::state, 0.0});
        story.actors.insert(story.actors.begin(), {"body-1", actor_kind::state, 0.0});
        for (auto& s : story.stakes) {
            if (s.owner == "organ-0") {
                s.owner = draws.random.chance(50) ? "body-0" : "body-1";
            }
        }
        auto joined = story;
        joined.same.emplace_back("body-0", "body-1");
        for_each_option([&](state_backing_options const& options) {
            auto const apart = answers_of(story, options);
            auto const together = answers_of(joined, options);
            CHECK(is_about_same(apart.capital, together.capital));
            CHECK(is_about_same(apart.headcount, together.headcount)); // neither is an investor
            CHECK(is_about_same(apart.equity, together.equity));
        });
    });
}

TEST_CASE("state_backing_of: two bodies that hold one company may hold it twice",
          "[query][property][measures]")
{
    for_each_story(law_cases(), [](story_drawer& draws) {
        auto story = draws.draw();
        story.actors.insert(story.actors.begin(), {"body-0", actor_kind::state, 0.0});
        for (auto const& s : story.stakes) {
            if (s.owner == "organ-0") {
                auto twin = s;
                twin.owner = "body-0";
                twin.truth = twin.low = twin.high = 0.0;
                story.stakes.push_back(twin);
                break;
            }
        }
        auto joined = story;
        joined.same.emplace_back("body-0", "organ-0");
        auto const options = by(state_measure::look_through, unknown_owners::impossible);
        auto const apart = answers_of(story, options);
        auto const together = answers_of(joined, options);
        CHECK(is_about_same(apart.capital, together.capital));
        CHECK(is_about_same(apart.equity, together.equity));
    });
}

TEST_CASE("state_backing_of: an actor split into two of its kind leaves capital and look-through",
          "[query][property][measures]")
{
    for_each_story(law_cases(), [](story_drawer& draws) {
        auto const story = draws.draw();
        auto const i = static_cast<std::size_t>(
            draws.random.below(static_cast<std::int64_t>(story.actors.size() - 1)));
        auto const two = split(story, i, 10 + draws.random.below(81));
        for (auto const measure : {state_measure::organs, state_measure::look_through}) {
            for (auto const unknown : {unknown_owners::impossible, unknown_owners::possible}) {
                CAPTURE(to_string(measure), story.actors[i].slug);
                auto const options = by(measure, unknown);
                auto const before = answers_of(story, options);
                auto const after = answers_of(two, options);
                CHECK(is_about_same(before.capital, after.capital));
                CHECK(is_about_same(before.equity, after.equity));
            }
        }
    });
}

TEST_CASE("state_backing_of: unknown owners told to be private raise no upper end",
          "[query][property][measures]")
{
    for_each_story(law_cases(), [](story_drawer& draws) {
        auto story = draws.draw();
        auto const firm = story.actors.back().slug;
        auto left = 1.0;
        for (auto const& s : story.stakes) {
            left -= s.owned == firm ? s.truth : 0.0;
        }
        auto told = story;
        told.actors.insert(told.actors.begin(), {"newcomer", actor_kind::person, 0.0});
        auto const part = std::max(0.0, left) * draws.fraction();
        told.stakes.push_back({"newcomer", firm, part, part, part});
        for_each_option([&](state_backing_options const& options) {
            auto const before = answers_of(story, options);
            auto const after = answers_of(told, options);
            CHECK(after.capital.upper.fraction() <= before.capital.upper.fraction() + 1e-9);
            CHECK(after.headcount.upper.fraction() <= before.headcount.upper.fraction() + 1e-9);
            CHECK(after.equity.upper.fraction() <= before.equity.upper.fraction() + 1e-9);
            CHECK(after.capital.lower.fraction() >= before.capital.lower.fraction() - 1e-9);
        });
    });
}

TEST_CASE("state_backing_of: parts made before give the same answers",
          "[query][property][measures]")
{
    for_each_story(law_cases(), [](story_drawer& draws) {
        owners_teller told;
        write(told, draws.draw());
        auto const& book = told.book();
        auto const n = network_of(book);
        auto const alpha = book.entity_at("alpha");
        for (auto const measure : all_measures) {
            auto const options = by(measure, unknown_owners::impossible);
            state_parts const parts{n, {.measure = measure, .unknown = options.unknown}};
            auto with = by(state_measure::labelled, unknown_owners::possible);
            with.parts = &parts;
            CHECK(state_backing_of(n, alpha, with) == state_backing_of(n, alpha, options));
        }
    });
}

TEST_CASE("equity_of: organs have no more than by any other measure, be ends owned or not",
          "[query][property][measures]")
{
    for (std::uint64_t seed = 0; seed < law_cases(); ++seed) {
        CAPTURE(seed);
        std::mt19937_64 random{seed};
        auto const below = [&](std::uint64_t n) { return random() % n; };
        owners_teller told;
        names all;
        for (int i = 0; i < 8; ++i) {
            all.push_back("e" + std::to_string(i));
            auto const kind = below(5);
            told.describe({.slug = all.back(),
                           .name = all.back(),
                           .kind = kind == 0   ? entity_kind::government
                                   : kind == 1 ? entity_kind::person
                                               : entity_kind::company,
                           .ultimate = kind == 2});
        }
        for (int i = 0; i < 10; ++i) {
            auto const owner = below(8);
            auto const owned = below(8);
            if (owner != owned) {
                told.holds(all[owner], all[owned], static_cast<double>(below(11)) / 20.0);
            }
        }
        auto const n = network_of(told.book());
        for (auto const unknown : {unknown_owners::impossible, unknown_owners::possible}) {
            state_parts const organs{n, {.measure = state_measure::organs, .unknown = unknown}};
            for (auto const measure : all_measures) {
                state_parts const other{n, {.measure = measure, .unknown = unknown}};
                for (auto const& slug : all) {
                    CAPTURE(slug, to_string(measure));
                    auto const least = organs.equity_of(n.facts().entity_at(slug));
                    auto const most = other.equity_of(n.facts().entity_at(slug));
                    CHECK(least.lower.fraction() <= most.lower.fraction() + 1e-12);
                    CHECK(least.upper.fraction() <= most.upper.fraction() + 1e-12);
                }
            }
        }
    }
}
