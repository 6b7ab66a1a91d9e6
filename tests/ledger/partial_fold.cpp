// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "ledger/partial_fold.hpp"

#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/random_ledgers.hpp"

#include <cstddef>
#include <cstdint>
#include <optional>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Compares what is folded of some fields with the same fields of the whole record.
template <class Record, auto... Members>
void check(view const& seen)
{
    auto const ids = seen.records_told(kind_of<Record>);
    std::vector<record_id> found;
    detail::partial_fold<Record, Members...>{seen}(ids, [&](record_id id, Record const& record) {
        found.push_back(id);
        Record expected;
        auto const whole = seen.find<Record>(id);
        REQUIRE(whole.has_value());
        ((expected.*Members = (*whole).*Members), ...);
        REQUIRE(record == expected);
    });
    REQUIRE(found == seen.records(kind_of<Record>));
}

void check_all(view const& seen)
{
    check<source_record, &source_record::published>(seen);
    check<entity, &entity::state_link, &entity::name>(seen);
    check<funding_round, &funding_round::status>(seen);
    check<funding_round, &funding_round::kind, &funding_round::lead_group,
          &funding_round::investor_count>(seen); // the last but one
    check<participation, &participation::status, &participation::internal>(seen);
    check<participation, &participation::cheque>(seen);
    check<valuation, &valuation::amount>(seen);
    check<holding, &holding::share, &holding::valid_from, &holding::valid_until>(seen);
    check<relation, &relation::type, &relation::valid_from, &relation::valid_until>(seen);
    check<rate, &rate::value>(seen);
}

} // namespace

TEST_CASE("partial_fold: says of some fields what the whole record says", "[ledger][oracle]")
{
    auto const count = std::uint64_t{50} * static_cast<std::uint64_t>(effort());
    for (std::uint64_t seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        story_teller random{~seed, {}};
        auto const tale = random_story(seed, {.taken_back = static_cast<unsigned>(seed % 40)});
        auto const middle = tale.news.begin() + static_cast<std::ptrdiff_t>(tale.news.size() / 2);
        ledger book;
        append(book, tale.cast);
        append(book, {tale.news.begin(), middle});
        view const before{book};
        append(book, {middle, tale.news.end()});
        check_all(before); // what was appended since is not seen
        check_all(view{book});
        check_all(view{book, {.valid_at = random.moment(), .known_at = random.moment()}});
    }
}
