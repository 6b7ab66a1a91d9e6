// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/model/field_description.hpp>

#include "support/catch2.hpp"

#include <capgraph/model/record.hpp>

#include <algorithm>
#include <array>
#include <set>
#include <string_view>
#include <vector>

using namespace capgraph;

namespace {

template <class... Members>
auto addresses(Members const&... members)
{
    return std::array<void const*, sizeof...(Members)>{&members...};
}

// Where the members of each record are. A structured binding names all of them or does not compile:
// whoever adds a member meets this list, and then the test that compares it with `fields()`.

auto members(source_record const& r)
{
    auto const& [a, b, c, d, e, f, g] = r;
    return addresses(a, b, c, d, e, f, g);
}
auto members(entity const& r)
{
    auto const& [a, b, c, d, e, f, g, h, i, j] = r;
    return addresses(a, b, c, d, e, f, g, h, i, j);
}
auto members(funding_round const& r)
{
    auto const& [a, b, c, d, e, f, g, h, i, j, k, l, m, n, o] = r;
    return addresses(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o);
}
auto members(participation const& r)
{
    auto const& [a, b, c, d, e, f, g, h, i] = r;
    return addresses(a, b, c, d, e, f, g, h, i);
}
auto members(valuation const& r)
{
    auto const& [a, b, c, d] = r;
    return addresses(a, b, c, d);
}
auto members(holding const& r)
{
    auto const& [a, b, c, d, e, f, g, h, i, j] = r;
    return addresses(a, b, c, d, e, f, g, h, i, j);
}
auto members(relation const& r)
{
    auto const& [a, b, c, d, e, f] = r;
    return addresses(a, b, c, d, e, f);
}
auto members(absence const& r)
{
    auto const& [a, b, c] = r;
    return addresses(a, b, c);
}
auto members(rate const& r)
{
    auto const& [a, b, c, d] = r;
    return addresses(a, b, c, d);
}
auto members(same_as const& r)
{
    auto const& [a] = r;
    return addresses(a);
}
auto members(retraction const& r)
{
    auto const& [a] = r;
    return addresses(a);
}

template <class Record>
std::vector<std::string_view> names_of(folding rule)
{
    std::vector<std::string_view> names;
    for_each_field<Record>([&](auto const& f) {
        if (f.rule == rule) {
            names.push_back(f.name);
        }
    });
    return names;
}

using names = std::vector<std::string_view>;

} // namespace

TEMPLATE_TEST_CASE("fields: every member of a record is listed in the order of its declaration",
                   "[model][fields]", source_record, entity, funding_round, participation,
                   valuation, holding, relation, absence, rate, same_as, retraction)
{
    TestType const record;
    std::vector<void const*> listed;
    for_each_field<TestType>([&](auto const& f) { listed.push_back(&(record.*f.member)); });
    auto const all = members(record);
    CHECK(listed == std::vector<void const*>(all.begin(), all.end()));
}

TEMPLATE_TEST_CASE("fields: no two fields of a record share a name", "[model][fields]",
                   source_record, entity, funding_round, participation, valuation, holding,
                   relation, absence, rate, same_as, retraction)
{
    std::vector<std::string_view> listed;
    for_each_field<TestType>([&](auto const& f) { listed.push_back(f.name); });
    CHECK(std::set<std::string_view>(listed.begin(), listed.end()).size() == listed.size());
}

TEMPLATE_TEST_CASE("fields: names are plain words of small letters", "[model][fields]",
                   source_record, entity, funding_round, participation, valuation, holding,
                   relation, absence, rate, same_as, retraction)
{
    for_each_field<TestType>([](auto const& f) {
        CAPTURE(f.name);
        CHECK_FALSE(f.name.empty());
        CHECK(f.name.find_first_not_of("abcdefghijklmnopqrstuvwxyz_") == std::string_view::npos);
    });
}

TEMPLATE_TEST_CASE("fields: none has the name of what every statement may carry", "[model][fields]",
                   source_record, entity, funding_round, participation, valuation, holding,
                   relation, absence, rate, same_as)
{
    for_each_field<TestType>([](auto const& f) {
        CAPTURE(f.name);
        auto const reserved =
            names{"source", "reported_on", "as_of", "attributed_to", "statement", "denial"};
        CHECK(std::find(reserved.begin(), reserved.end(), f.name) == reserved.end());
    });
}

TEST_CASE("fields: what names a record is its key", "[model][fields]")
{
    CHECK(names_of<source_record>(folding::key) == names{"id"});
    CHECK(names_of<entity>(folding::key) == names{"id"});
    CHECK(names_of<funding_round>(folding::key) == names{"id"});
    CHECK(names_of<participation>(folding::key) == names{"round", "company", "investor"});
    CHECK(names_of<valuation>(folding::key) == names{"company", "round", "basis"});
    CHECK(names_of<holding>(folding::key) == names{"owner", "owned", "basis", "class", "indirect"});
    CHECK(names_of<relation>(folding::key) == names{"type", "from", "to"});
    CHECK(names_of<absence>(folding::key) == names{"entity", "of"});
    CHECK(names_of<rate>(folding::key) == names{"base", "quote", "date"});
}

TEST_CASE("fields: names and kinds and the company of a round are timeless", "[model][fields]")
{
    CHECK(names_of<entity>(folding::timeless) == names{"name", "kind"});
    CHECK(names_of<funding_round>(folding::timeless) == names{"company", "kind"});
    CHECK(names_of<participation>(folding::timeless) == names{});
    CHECK(names_of<holding>(folding::timeless) == names{});
}

TEST_CASE("fields: aliases and identifiers and rights are joined", "[model][fields]")
{
    CHECK(names_of<entity>(folding::joined) == names{"aliases", "identifiers"});
    CHECK(names_of<holding>(folding::joined) == names{"rights"});
    CHECK(names_of<funding_round>(folding::joined) == names{});
}

TEST_CASE("fields: the strongest word and the status have rules of their own", "[model][fields]")
{
    CHECK(names_of<entity>(folding::strongest) == names{"state_link"});
    CHECK(names_of<funding_round>(folding::status) == names{"status"});
    CHECK(names_of<participation>(folding::status) == names{"status"});
}

TEST_CASE("for_each_field: visits in the order of the list", "[model][fields]")
{
    names visited;
    for_each_field<relation>([&](auto const& f) { visited.push_back(f.name); });
    CHECK(visited == names{"type", "from", "to", "title", "valid_from", "valid_until"});
}

TEST_CASE("for_each_field: a member can be set through its description", "[model][fields]")
{
    relation record;
    for_each_field<relation>([&](auto const& f) {
        if constexpr (requires { record.*f.member = date{2026}; }) {
            record.*f.member = date{2026};
        }
    });
    CHECK(record == relation{.valid_from = date{2026}, .valid_until = date{2026}});
}
