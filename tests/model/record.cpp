// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/model/record.hpp>

#include "support/catch2.hpp"

#include <concepts>
#include <tuple>

using namespace capgraph;

TEST_CASE("kind_of: each record has the kind of its name", "[model][record]")
{
    CHECK(kind_of<source_record> == record_kind::source);
    CHECK(kind_of<entity> == record_kind::entity);
    CHECK(kind_of<funding_round> == record_kind::round);
    CHECK(kind_of<participation> == record_kind::participation);
    CHECK(kind_of<valuation> == record_kind::valuation);
    CHECK(kind_of<holding> == record_kind::holding);
    CHECK(kind_of<relation> == record_kind::relation);
    CHECK(kind_of<absence> == record_kind::absence);
    CHECK(kind_of<rate> == record_kind::rate);
    CHECK(kind_of<same_as> == record_kind::same_as);
    CHECK(kind_of<retraction> == record_kind::retraction);
}

TEST_CASE("kind_of: there are as many kinds as records", "[model][record]")
{
    CHECK(detail::words_of<record_kind>.size() == std::tuple_size_v<detail::record_types>);
}

TEMPLATE_TEST_CASE("with_record_type: calls once with the type of that kind", "[model][record]",
                   source_record, entity, funding_round, participation, valuation, holding,
                   relation, absence, rate, same_as, retraction)
{
    int calls = 0;
    bool is_right = false;
    with_record_type(kind_of<TestType>, [&]<class Record>() {
        ++calls;
        is_right = std::same_as<Record, TestType>;
    });
    CHECK(calls == 1);
    CHECK(is_right);
}

TEST_CASE("with_record_type: calls nothing for a kind that there is not", "[model][record]")
{
    int calls = 0;
    with_record_type(static_cast<record_kind>(200), [&]<class Record>() { ++calls; });
    CHECK(calls == 0);
}

TEMPLATE_TEST_CASE("record: a new one says nothing", "[model][record]", source_record, entity,
                   funding_round, participation, valuation, holding, relation, absence, rate,
                   same_as, retraction)
{
    TestType const record;
    for_each_field<TestType>([&](auto const& f) {
        CAPTURE(f.name);
        if constexpr (requires { (record.*f.member).is_said(); }) {
            CHECK_FALSE((record.*f.member).is_said());
        } else {
            CHECK((record.*f.member).empty()); // a slug
        }
    });
}

TEMPLATE_TEST_CASE("record: taking back any one field makes another record", "[model][record]",
                   source_record, entity, funding_round, participation, valuation, holding,
                   relation, absence, rate, same_as, retraction)
{
    for_each_field<TestType>([&](auto const& f) {
        CAPTURE(f.name);
        TestType changed;
        if constexpr (requires { changed.*f.member = taken_back; }) {
            changed.*f.member = taken_back;
        } else {
            changed.*f.member = "slug";
        }
        CHECK_FALSE(changed == TestType{});
        CHECK(changed == changed);
    });
}
