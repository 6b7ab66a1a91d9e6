// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What holds of every ledger and its views, on random ones.

#include "ledger/contents.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/random_ledgers.hpp"

#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// All that a view shows, whatever the ids of records without slug.
struct picture {
    std::vector<any_record> records;
    std::vector<entity_id> representatives;

    friend bool operator==(picture const& a, picture const& b)
    {
        return a.representatives == b.representatives
               && std::is_permutation(a.records.begin(), a.records.end(), b.records.begin(),
                                      b.records.end());
    }
};

picture picture_of(ledger const& book, view_options const& options)
{
    view const v{book, options};
    picture all;
    for (std::size_t k = 0; k < detail::words_of<record_kind>.size(); ++k) {
        with_record_type(static_cast<record_kind>(k), [&]<class Record>() {
            for (auto const id : v.records(kind_of<Record>)) {
                all.records.emplace_back(v.at<Record>(id));
            }
        });
    }
    for (std::uint32_t i = 0; i < book.num_entities(); ++i) {
        all.representatives.push_back(v.representative(entity_id{i}));
    }
    return all;
}

ledger ledger_of(story const& tale, ledger_options const& options = {})
{
    ledger book{options};
    append(book, tale.cast);
    append(book, tale.news);
    return book;
}

/// Some views to compare by: everything, and what is known or valid at random moments.
std::vector<view_options> some_views(story_teller& random)
{
    return {
        {},
        {.known_at = random.moment()},
        {.known_at = random.moment(), .known = certainty::possibly},
        {.valid_at = random.moment(), .known_at = random.moment()},
        {.valid_at = random.moment(), .valid = certainty::certainly, .relays = relays::as_relayed}};
}

std::uint64_t random_seed(int times)
{
    return static_cast<std::uint64_t>(GENERATE_COPY(range(0, times * effort())));
}

void shuffle(std::vector<told>& news, story_teller& random)
{
    for (auto i = news.size(); i > 1; --i) {
        std::swap(news[i - 1], news[random.below(i)]);
    }
}

std::string_view target_of(told const& statement)
{
    auto const* const back = std::get_if<retraction>(&statement.record);
    return back != nullptr ? *back->retracted : std::string_view{};
}

/// Leaves unsaid what is timeless.
void forget_the_timeless(told& statement)
{
    std::visit(
        []<class Record>(Record& record) {
            for_each_field<Record>([&](auto const& f) {
                if (f.rule == folding::timeless) {
                    record.*f.member = {};
                }
            });
        },
        statement.record);
}

} // namespace

TEST_CASE("law: statements of distinct moments may be appended in any order",
          "[ledger][view][property]")
{
    auto const seed = random_seed(60);
    CAPTURE(seed);
    story_teller random{~seed, {}};
    auto tale = random_story(seed, {.distinct_moments = true});
    auto const straight = ledger_of(tale);
    shuffle(tale.news, random);
    auto const shuffled = ledger_of(tale);
    for (auto const& options : some_views(random)) {
        CHECK(picture_of(straight, options) == picture_of(shuffled, options));
    }
}

TEST_CASE("law: what is appended in many commits is as in one", "[ledger][property]")
{
    auto const seed = random_seed(60);
    CAPTURE(seed);
    story_teller random{~seed, {}};
    auto const tale = random_story(seed);
    auto const at_once = ledger_of(tale);

    ledger piecemeal;
    append(piecemeal, tale.cast);
    for (std::size_t i = 0; i < tale.news.size();) {
        ledger_builder to{piecemeal};
        auto const end = std::min(tale.news.size(), i + 1 + random.below(7));
        for (; i < end; ++i) {
            add(to, tale.news[i]);
        }
        to.commit();
    }
    CHECK(contents_of(at_once) == contents_of(piecemeal));
    for (auto const& options : some_views(random)) {
        CHECK(picture_of(at_once, options) == picture_of(piecemeal, options));
    }
}

TEST_CASE("law: what is reported after a day changes no view of what was known then",
          "[ledger][view][known_at][property]")
{
    auto const seed = random_seed(60);
    CAPTURE(seed);
    story_teller random{~seed, {}};
    auto const tale = random_story(seed);
    auto const today = random.day();
    auto const tomorrow =
        date::between(date{2030}, random.moment().has_last() ? date{2031} : date{});

    std::vector<told> before;
    std::vector<told> all;
    auto const may_follow = [](std::vector<told> const& others, told const& statement) {
        return target_of(statement).empty()
               || std::any_of(others.begin(), others.end(), [&](told const& earlier) {
                      return earlier.said.statement == target_of(statement);
                  });
    };
    for (auto statement : tale.news) {
        if (random.chance(50) && may_follow(all, statement)) {
            statement.said.reported_on = tomorrow;
            forget_the_timeless(statement);
            all.push_back(statement);
        } else if (may_follow(before, statement)) {
            before.push_back(statement);
            all.push_back(statement);
        }
    }
    ledger now;
    append(now, tale.cast);
    append(now, before);
    ledger later;
    append(later, tale.cast);
    append(later, all);
    view_options const known_today{.known_at = today};
    CHECK(picture_of(now, known_today) == picture_of(later, known_today));
    view_options const possibly_today{.known_at = today, .known = certainty::possibly};
    CHECK(picture_of(now, possibly_today) == picture_of(later, possibly_today));
}

TEST_CASE("law: the seed of the hash tables shows in no view", "[ledger][view][property]")
{
    auto const seed = random_seed(30);
    CAPTURE(seed);
    story_teller random{~seed, {}};
    auto const tale = random_story(seed);
    auto const one = ledger_of(tale, {.hash_seed = 1});
    auto const two = ledger_of(tale, {.hash_seed = 0x9e3779b97f4a7c15U});
    for (auto const& options : some_views(random)) {
        CHECK(picture_of(one, options) == picture_of(two, options));
    }
    CHECK(view{one}.records(record_kind::holding) == view{two}.records(record_kind::holding));
}

TEST_CASE("law: without retractions more is known later", "[ledger][view][known_at][property]")
{
    auto const seed = random_seed(60);
    CAPTURE(seed);
    story_teller random{~seed, {}};
    auto const book = ledger_of(random_story(seed, {.of_retractions = 0}));
    auto const a = random.day();
    auto const b = random.day();
    auto const sooner = is_before(a, b) ? a : b;
    auto const later = is_before(a, b) ? b : a;
    for (auto const known : {certainty::certainly, certainty::possibly}) {
        view const first{book, {.known_at = sooner, .known = known}};
        view const second{book, {.known_at = later, .known = known}};
        for (std::uint32_t i = 0; i < book.num_statements(); ++i) {
            CHECK_FALSE((first.takes(statement_id{i}) && !second.takes(statement_id{i})));
        }
    }
}

TEST_CASE("law: without retractions what is certain is possible", "[ledger][view][property]")
{
    auto const seed = random_seed(60);
    CAPTURE(seed);
    story_teller random{~seed, {}};
    auto const book = ledger_of(random_story(seed, {.of_retractions = 0}));
    auto const known_at = random.moment();
    auto const valid_at = random.moment();
    view const certain{book, {.known_at = known_at}};
    view const possible{book, {.known_at = known_at, .known = certainty::possibly}};
    for (std::uint32_t i = 0; i < book.num_statements(); ++i) {
        CHECK_FALSE((certain.takes(statement_id{i}) && !possible.takes(statement_id{i})));
    }
    view const sure{book, {.valid_at = valid_at, .valid = certainty::certainly}};
    view const maybe{book, {.valid_at = valid_at, .valid = certainty::possibly}};
    for (auto const kind : {record_kind::holding, record_kind::relation}) {
        auto const some = sure.records(kind);
        auto const more = maybe.records(kind);
        CHECK(std::includes(more.begin(), more.end(), some.begin(), some.end()));
    }
}

TEST_CASE("law: at no moment in particular everything is possibly known",
          "[ledger][view][known_at][property]")
{
    auto const seed = random_seed(20);
    CAPTURE(seed);
    auto const book = ledger_of(random_story(seed));
    view_options const whenever{.known_at = date{}, .known = certainty::possibly};
    CHECK(picture_of(book, whenever) == picture_of(book, {}));
}

TEST_CASE("law: taking back all that was told since restores what was",
          "[ledger][retraction][property]")
{
    auto const seed = random_seed(60);
    CAPTURE(seed);
    auto tale = random_story(seed);
    auto const half = static_cast<std::ptrdiff_t>(tale.news.size() / 2);
    ledger before;
    append(before, tale.cast);
    append(before, {tale.news.begin(), tale.news.begin() + half});

    std::vector<told> since(tale.news.begin() + half, tale.news.end());
    for (auto& statement : since) {
        forget_the_timeless(statement);
        if (statement.said.statement.empty()) {
            tale.texts.push_back("late-" + std::to_string(tale.texts.size()));
            statement.said.statement = tale.texts.back();
        }
    }
    ledger after;
    append(after, tale.cast);
    append(after, {tale.news.begin(), tale.news.begin() + half});
    append(after, since);
    ledger_builder to{after};
    for (auto const& statement : since) {
        to.add(retraction{statement.said.statement}, {.attributed_to = "taken back"});
    }
    to.commit();

    auto now = picture_of(after, {});
    auto const num_taken_back = static_cast<std::ptrdiff_t>(since.size());
    now.records.erase(now.records.end() - num_taken_back, now.records.end()); // the last by id
    CHECK(now == picture_of(before, {}));
}
