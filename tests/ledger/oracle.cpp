// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Views of random ledgers, against their definition.

#include "ledger/slow_view.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/random_ledgers.hpp"

#include <capgraph/ledger/view.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Where to look from: any combination of what a view may ask.
view_options random_options(story_teller& random, story const& told)
{
    view_options options;
    if (random.chance(70)) {
        options.known_at = random.moment();
    }
    if (random.chance(50)) {
        options.valid_at = random.moment();
    }
    if (random.chance(30)) {
        for (std::size_t i = 0; i < told.cast.size(); ++i) {
            auto const is_source = std::holds_alternative<source_record>(told.cast[i].record);
            if (is_source && random.chance(50)) {
                options.sources.push_back(record_id{static_cast<std::uint32_t>(i)});
            }
        }
    }
    options.known = random.chance(50) ? certainty::certainly : certainty::possibly;
    options.valid = random.chance(50) ? certainty::certainly : certainty::possibly;
    options.relays = random.chance(50) ? relays::as_reported : relays::as_relayed;
    return options;
}

/// A story of any size and temper.
story random_tale(story_teller& random, std::uint64_t seed)
{
    story_options options;
    options.investors = 1 + random.below(4);
    options.companies = 1 + random.below(3);
    options.states = random.below(3);
    options.rounds = 1 + random.below(3);
    options.sources = random.below(4);
    options.news = random.below(60);
    options.of_retractions = static_cast<unsigned>(random.below(25));
    options.of_joins = static_cast<unsigned>(random.below(10));
    options.taken_back = static_cast<unsigned>(random.below(20));
    options.denied = static_cast<unsigned>(random.below(30));
    options.partly_dated = static_cast<unsigned>(random.below(100));
    return random_story(seed, options);
}

/// Compares all that the view says of each record with what the words say.
void check_records(ledger const& book, view const& fast, slow_view const& slow)
{
    for (std::size_t i = 0; i < book.num_statements(); ++i) {
        statement_id const id{static_cast<std::uint32_t>(i)};
        auto const record = book.at(id).record;
        CAPTURE(i, index_of(record), to_string(book.kind_of(record)));
        REQUIRE(fast.takes(id) == slow.takes(i));
        REQUIRE(fast.reported_on(id) == slow.reported_on(i));
        REQUIRE(fast.as_of(id) == slow.as_of(i));

        std::vector<std::size_t> by_weight;
        for (auto const s : fast.statements_of(record)) {
            by_weight.push_back(index_of(s));
        }
        REQUIRE(by_weight == slow.statements_of(i));
        with_record_type(book.kind_of(record), [&]<class Record>() {
            auto const found = fast.find<Record>(record);
            auto const expected = slow.find<Record>(i);
            REQUIRE(found.has_value() == expected.has_value());
            REQUIRE(fast.knows(record) == expected.has_value());
            REQUIRE(found == expected);
        });
    }
}

void check_identities(ledger const& book, view const& fast, slow_view const& slow)
{
    for (std::uint32_t i = 0; i < book.num_entities(); ++i) {
        entity_id const id{i};
        auto expected = slow.same_as(id);
        std::sort(expected.begin(), expected.end(),
                  [&](entity_id a, entity_id b) { return book.slug_of(a) < book.slug_of(b); });
        REQUIRE(fast.same_as(id) == expected);
        REQUIRE(fast.representative(id) == expected.front());
    }
}

} // namespace

TEST_CASE("view: says of random ledgers what the words say", "[ledger][view][oracle]")
{
    auto const seed = static_cast<std::uint64_t>(GENERATE(range(0, 300 * effort())));
    CAPTURE(seed);
    story_teller random{~seed, {}};
    auto const tale = random_tale(random, seed);
    ledger book;
    append(book, tale.cast);
    append(book, tale.news);
    auto all = tale.cast;
    all.insert(all.end(), tale.news.begin(), tale.news.end());
    REQUIRE(book.num_statements() == all.size());

    for (int i = 0; i < 3; ++i) {
        auto const options = random_options(random, tale);
        view const fast{book, options};
        slow_view const slow{all, options};
        check_records(book, fast, slow);
        check_identities(book, fast, slow);
    }
}
