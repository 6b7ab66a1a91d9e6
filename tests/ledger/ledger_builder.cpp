// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/ledger_builder.hpp>

#include "ledger/contents.hpp"
#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <capgraph/ledger/view.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <stdexcept>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

constexpr auto far_entity = entity_id{1'000'000};
constexpr auto far_record = record_id{1'000'000};

/// A builder with one entity and one statement id, and a round and a source that are only named.
struct desk {
    ledger book;
    ledger_builder to{book};
    entity_id a = to.add(entity{.slug = "a", .name = "A", .kind = entity_kind::company},
                         {.statement = "first"});
    record_id r = to.round("r");
    record_id s = to.source("s");
};

} // namespace

TEST_CASE("ledger_builder: ids are dense and in the order of naming", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    CHECK(to.entity("a") == entity_id{0});
    CHECK(add_entity(to, "b") == entity_id{1});
    CHECK(to.entity("c") == entity_id{2});
    CHECK(to.round("r") == record_id{3});
    CHECK(to.source("s") == record_id{4});
    CHECK(to.add(holding{.owner = to.entity("a"), .owned = to.entity("b")}) == record_id{5});
}

TEST_CASE("ledger_builder: the same slug is the same id", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    auto const named = to.entity("a");
    CHECK(add_entity(to, "a") == named);
    CHECK(to.entity("a") == named);
    CHECK(to.round("r") == to.round("r"));
    CHECK(to.add(source_record{.slug = "s"}) == to.source("s"));
}

TEST_CASE("ledger_builder: the ledger uses the ids that were handed out", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    auto const b = to.entity("b");
    auto const r = to.round("r");
    auto const s = to.source("s");
    auto const a = add_entity(to, "a");
    add_entity(to, "b");
    to.add(source_record{.slug = "s"});
    to.add(funding_round{.slug = "r", .company = a});
    auto const stake = add_stake(to, "b", "a", exactly(share{0.5}));
    to.commit();

    CHECK(book.find_entity("a") == a);
    CHECK(book.find_entity("b") == b);
    CHECK(book.find_round("r") == r);
    CHECK(book.find_source("s") == s);
    CHECK(book.said_by<holding>(statement_id{4}).owner == b);
    CHECK(book.at(statement_id{4}).record == stake);
}

TEST_CASE("ledger_builder: later ids go on from the ledger's", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    to.commit();
    CHECK(to.entity("a") == a);
    CHECK(add_entity(to, "b") == entity_id{1});
    CHECK(to.round("r") == record_id{2});
    to.add(funding_round{.slug = "r", .company = a});
    to.commit();
    CHECK(book.find_entity("b") == entity_id{1});
    CHECK(book.find_round("r") == record_id{2});
    CHECK(book.record_of(entity_id{1}) == record_id{1});
}

TEST_CASE("ledger_builder: what is named first may be described last", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    to.add(participation{.round = to.round("r"), .investor = to.entity("fund")},
           {.source = to.source("paper")});
    to.add(funding_round{.slug = "r", .company = to.entity("firm")});
    add_entities(to, {"firm", "fund"});
    to.add(source_record{.slug = "paper"});
    to.commit();
    auto const said = book.said_by<participation>(statement_id{0});
    CHECK(said.investor == book.entity_at("fund"));
    CHECK(said.round == book.round_at("r"));
    CHECK(book.at(statement_id{0}).said.source == book.find_source("paper"));
}

TEST_CASE("ledger_builder: nothing reaches the ledger before commit", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    CHECK(to.num_statements() == 1);
    CHECK(contents_of(book) == contents{});
    CHECK(book.find_entity("a") == std::nullopt);
    to.commit();
    CHECK(book.num_statements() == 1);
}

TEST_CASE("ledger_builder: one that is thrown away leaves no trace", "[ledger][builder]")
{
    auto book = zhipu_ledger();
    auto const before = contents_of(book);
    {
        ledger_builder to{book};
        add_entity(to, "z");
        to.add(entity{.slug = "zhipu", .sector = "chips"}, {.statement = "st"});
    }
    CHECK(contents_of(book) == before);
    CHECK(book.find_entity("z") == std::nullopt);
    ledger_builder to{book};
    CHECK_NOTHROW(to.add(entity{.slug = "zhipu", .sector = "chips"}, {.statement = "st"}));
}

TEST_CASE("commit: leaves the builder empty and ready for more", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    to.commit();
    CHECK(to.num_statements() == 0);
    CHECK(to.problems().empty());
    CHECK_NOTHROW(to.commit());
    CHECK(book.num_statements() == 1);
    add_entity(to, "b");
    to.commit();
    CHECK(book.num_statements() == 2);
}

TEST_CASE("commit: nothing added appends nothing", "[ledger][builder]")
{
    auto book = zhipu_ledger();
    auto const before = contents_of(book);
    ledger_builder to{book};
    to.commit();
    CHECK(contents_of(book) == before);
}

TEST_CASE("commit: statements of one record in two commits are of one record", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b"});
    auto const first = add_stake(to, "a", "b", exactly(share{0.5}));
    to.commit();
    auto const second = add_stake(to, "a", "b", exactly(share{0.6}));
    to.commit();
    ledger_builder other{book};
    auto const third = add_stake(other, "a", "b", exactly(share{0.7}));
    other.commit();

    CHECK(first == second);
    CHECK(first == third);
    CHECK(book.num_records() == 3);
    view const all{book};
    CHECK(all.statements_of(first)
          == std::vector{statement_id{2}, statement_id{3}, statement_id{4}});
    CHECK(all.at<holding>(first).share == exactly(share{0.7}));
}

TEST_CASE("commit: keys of text are the same record across commits", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"a", "b"});
    auto const stake = [&](std::string const& of_class) {
        return to.add(
            holding{.owner = to.entity("a"), .owned = to.entity("b"), .share_class = of_class});
    };
    auto const first = stake("class A");
    auto const other = stake("class B");
    to.commit();
    CHECK(stake("class A") == first);
    CHECK(stake("class B") == other);
    CHECK(first != other);
}

TEST_CASE("commit: a failed one leaves ledger and builder as they were", "[ledger][builder]")
{
    auto book = zhipu_ledger();
    auto const before = contents_of(book);
    ledger_builder to{book};
    to.add(participation{.company = to.entity("nobody"), .investor = to.entity("tencent")},
           {.statement = "st"});
    to.add(entity{.slug = "zhipu", .sector = "chips"});
    auto const waiting = contents_of(to);

    auto const refused = error_of([&] {
        to.commit();
        return 0;
    });
    REQUIRE(refused);
    CHECK(refused->code() == error_code::unknown_reference);
    CHECK(contents_of(book) == before);
    CHECK(contents_of(to) == waiting);
    CHECK(book.find_entity("nobody") == std::nullopt);
    CHECK(view{book}.at(book.entity_at("zhipu")).sector == field<std::string_view>{});
}

TEST_CASE("commit: goes through once what was missing is added", "[ledger][builder]")
{
    auto book = zhipu_ledger();
    auto const n = book.num_statements();
    ledger_builder to{book};
    auto const nobody = to.entity("nobody");
    to.add(participation{.company = nobody, .investor = to.entity("tencent")});
    CHECK_THROWS_AS(to.commit(), error);
    add_entity(to, "nobody");
    CHECK_NOTHROW(to.commit());
    CHECK(book.num_statements() == n + 2);
    CHECK(book.find_entity("nobody") == nobody);
}

TEST_CASE("commit: throws the first of its problems", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    to.add(entity{.slug = "a", .name = "A"});
    to.add(entity{.slug = "b", .kind = entity_kind::fund});
    auto const all = to.problems();
    REQUIRE(all.size() == 2);
    auto const refused = error_of([&] {
        to.commit();
        return 0;
    });
    REQUIRE(refused);
    CHECK(std::string{refused->what()} == all.front().what());
}

TEST_CASE("ledger_builder: text is copied", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    {
        std::vector<std::string> texts(24, std::string(40, '?'));
        std::size_t next = 0;
        auto const text = [&](std::string_view value) -> std::string_view {
            return texts.at(next++) = value;
        };
        auto const firm =
            to.add(entity{.slug = text("firm"),
                          .name = text("Firm with a long name, beyond any small buffer"),
                          .aliases = std::vector{text("F1"), text("F2")},
                          .kind = entity_kind::company,
                          .country = text("CN"),
                          .sector = text("chips"),
                          .identifiers = std::vector<identifier>{{text("LEI"), text("529900")}},
                          .state_link = state_link{state_tie::backed, {}, text("SG")}});
        to.add(
            source_record{
                .slug = text("s"), .publisher = text("P"), .title = text("T"), .url = text("U")},
            {.attributed_to = text("Bloomberg"),
             .statement = text("st-1"),
             .where = text_position{"f.json", 1, 2, 3, "/sources/0"}});
        to.add(funding_round{.slug = text("r"),
                             .company = firm,
                             .label = text("Series B"),
                             .status_as_stated = text("said to close")});
        to.add(participation{.company = to.entity(text("firm")),
                             .investor = firm,
                             .status_as_stated = text("backer")});
        to.add(holding{.owner = firm, .owned = firm, .share_class = text("class A")});
        to.add(relation{.type = relation_type::officer_of,
                        .from = firm,
                        .to = firm,
                        .title = text("chief executive")});
        to.add(retraction{text("st-1")});
        for (auto& buffer : texts) {
            std::fill(buffer.begin(), buffer.end(), '!');
        }
    }
    to.commit();

    auto const firm = book.entity_at("firm");
    auto const at = [](std::uint32_t i) { return statement_id{i}; };
    CHECK(book.said_by<entity>(at(0))
          == entity{.slug = "firm",
                    .name = "Firm with a long name, beyond any small buffer",
                    .aliases = std::vector<std::string_view>{"F1", "F2"},
                    .kind = entity_kind::company,
                    .country = "CN",
                    .sector = "chips",
                    .identifiers = std::vector<identifier>{{"LEI", "529900"}},
                    .state_link = state_link{state_tie::backed, {}, "SG"}});
    CHECK(book.said_by<source_record>(at(1))
          == source_record{.slug = "s", .publisher = "P", .title = "T", .url = "U"});
    CHECK(book.at(at(1)).said.attributed_to == "Bloomberg");
    CHECK(book.at(at(1)).said.statement == "st-1");
    CHECK(book.at(at(1)).said.where == text_position{"f.json", 1, 2, 3, "/sources/0"});
    CHECK(book.said_by<funding_round>(at(2))
          == funding_round{.slug = "r",
                           .company = firm,
                           .label = "Series B",
                           .status_as_stated = "said to close"});
    CHECK(book.said_by<participation>(at(3)).status_as_stated == std::string_view{"backer"});
    CHECK(book.said_by<holding>(at(4)).share_class == std::string_view{"class A"});
    CHECK(book.said_by<relation>(at(5)).title == std::string_view{"chief executive"});
    CHECK(book.said_by<retraction>(at(6)).retracted == std::string_view{"st-1"});
}

TEST_CASE("ledger_builder: text may hold any bytes", "[ledger][builder]")
{
    std::string_view const odd{"\xe6\x99\xba\xe8\xb0\xb1\0\x01/\"", 10};
    ledger book;
    ledger_builder to{book};
    auto const id = to.add(entity{.slug = odd, .name = odd, .kind = entity_kind::company});
    to.commit();
    CHECK(book.find_entity(odd) == id);
    CHECK(book.slug_of(id) == odd);
    CHECK(book.find_entity(odd.substr(0, 6)) == std::nullopt);
}

TEST_CASE("ledger_builder: text longer than a chunk is kept whole", "[ledger][builder]")
{
    std::string const huge(200'000, 'x');
    ledger book;
    ledger_builder to{book};
    auto const id = to.add(entity{.slug = "a", .name = huge, .kind = entity_kind::company});
    add_entity(to, "b");
    to.commit();
    CHECK(view{book}.name_of(id) == huge);
    CHECK(book.slug_of(book.entity_at("b")) == "b");
}

TEST_CASE("add: a holding says nothing of its basis and is the one of direct equity",
          "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = to.entity("a");
    auto const b = to.entity("b");
    auto const plain_one = to.add(holding{.owner = a, .owned = b});
    CHECK(to.add(holding{.owner = a, .owned = b, .basis = holding_basis::equity}) == plain_one);
    CHECK(to.add(holding{.owner = a, .owned = b, .indirect = false}) == plain_one);
    CHECK(to.add(holding{.owner = a, .owned = b, .basis = holding_basis::votes}) != plain_one);
    CHECK(to.add(holding{.owner = a, .owned = b, .indirect = true}) != plain_one);
    CHECK(to.add(holding{.owner = a, .owned = b, .share_class = "B"}) != plain_one);
    CHECK(to.add(holding{.owner = b, .owned = a}) != plain_one);
}

TEST_CASE("add: valuations of unlike bases are records of their own", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = to.entity("a");
    auto const unsaid = to.add(valuation{.company = a});
    CHECK(to.add(valuation{.company = a, .basis = valuation_basis::unspecified}) == unsaid);
    CHECK(to.add(valuation{.company = a, .basis = valuation_basis::pre}) != unsaid);
    CHECK(to.add(valuation{.company = a, .round = to.round("r")}) != unsaid);
    CHECK(to.add(valuation{.company = to.entity("b")}) != unsaid);
}

TEST_CASE("add: backing a round and backing its company are two records", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    auto const fund = to.entity("fund");
    auto const in_round = to.add(participation{.round = to.round("r"), .investor = fund});
    CHECK(to.add(participation{
              .round = to.round("r"), .investor = fund, .status = deal_status::closed})
          == in_round);
    CHECK(to.add(participation{.company = to.entity("firm"), .investor = fund}) != in_round);
    CHECK(to.add(participation{.round = to.round("q"), .investor = fund}) != in_round);
    CHECK(to.add(participation{.round = to.round("r"), .investor = to.entity("other")})
          != in_round);
}

TEST_CASE("add: relations and absences and rates go by their keys", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = to.entity("a");
    auto const b = to.entity("b");
    auto const parent = to.add(relation{.type = relation_type::parent_of, .from = a, .to = b});
    CHECK(to.add(relation{.type = relation_type::parent_of, .from = a, .to = b, .title = "t"})
          == parent);
    CHECK(to.add(relation{.type = relation_type::unit_of, .from = a, .to = b}) != parent);
    CHECK(to.add(relation{.type = relation_type::parent_of, .from = b, .to = a}) != parent);

    auto const none = to.add(absence{.entity = a, .of = absent_thing::outside_investors});
    CHECK(
        to.add(absence{.entity = a, .of = absent_thing::outside_investors, .interval = date{2026}})
        == none);
    CHECK(to.add(absence{.entity = a, .of = absent_thing::state_investors}) != none);

    auto const rate_on = [&](date day) {
        return to.add(rate{.base = currency{"USD"}, .quote = currency{"CNY"}, .date = day});
    };
    auto const may = rate_on(date{2026, 5});
    CHECK(rate_on(date{2026, 5}) == may);
    CHECK(rate_on(date{2026, 5, 1}) != may);
    CHECK(to.add(rate{.base = currency{"CNY"}, .quote = currency{"USD"}, .date = date{2026, 5}})
          != may);
}

TEST_CASE("add: each join and each retraction is a record of its own", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    auto const pair = std::vector{to.entity("a"), to.entity("b")};
    CHECK(to.add(same_as{pair}) != to.add(same_as{pair}));
    CHECK(to.add(retraction{"st"}) != to.add(retraction{"st"}));
}

TEST_CASE("add: what cannot be is refused and leaves the builder as it was", "[ledger][builder]")
{
    struct bad {
        std::string what;
        std::function<void(desk&)> add;
        error_code code;
    };
    using enum error_code;
    auto const all = std::vector<bad>{
        {"a source without id", [](desk& d) { d.to.add(source_record{}); }, missing_field},
        {"an entity without id", [](desk& d) { d.to.add(entity{.name = "A"}); }, missing_field},
        {"an empty name", [](desk& d) { d.to.add(entity{.slug = "a", .name = ""}); }, bad_value},
        {"a name that is not UTF-8", [](desk& d) { d.to.add(entity{.slug = "a", .name = "\xff"}); },
         error_code::bad_encoding},
        {"a country that is no code",
         [](desk& d) { d.to.add(entity{.slug = "a", .country = "cn"}); }, bad_value},
        {"a tie to a country that is no code",
         [](desk& d) { d.to.add(entity{.slug = "a", .state_link = state_link{.country = "CHN"}}); },
         bad_value},
        {"a kind that has no word",
         [](desk& d) { d.to.add(entity{.slug = "a", .kind = static_cast<entity_kind>(200)}); },
         bad_value},
        {"a name taken back", [](desk& d) { d.to.add(entity{.slug = "a", .name = taken_back}); },
         inconsistent_record},
        {"a kind taken back", [](desk& d) { d.to.add(entity{.slug = "a", .kind = taken_back}); },
         inconsistent_record},
        {"a round without id", [](desk& d) { d.to.add(funding_round{.company = d.a}); },
         missing_field},
        {"a round's company taken back",
         [](desk& d) { d.to.add(funding_round{.slug = "r", .company = taken_back}); },
         inconsistent_record},
        {"a participation without investor", [](desk& d) { d.to.add(participation{.round = d.r}); },
         missing_field},
        {"a participation in neither", [](desk& d) { d.to.add(participation{.investor = d.a}); },
         inconsistent_record},
        {"a participation in both",
         [](desk& d) { d.to.add(participation{.round = d.r, .company = d.a, .investor = d.a}); },
         inconsistent_record},
        {"an investor taken back",
         [](desk& d) { d.to.add(participation{.round = d.r, .investor = taken_back}); },
         inconsistent_record},
        {"a round taken back",
         [](desk& d) {
             d.to.add(participation{.round = taken_back, .company = d.a, .investor = d.a});
         },
         inconsistent_record},
        {"a valuation of nobody", [](desk& d) { d.to.add(valuation{.round = d.r}); },
         missing_field},
        {"a valuation's basis taken back",
         [](desk& d) { d.to.add(valuation{.company = d.a, .basis = taken_back}); },
         inconsistent_record},
        {"a holding without owner", [](desk& d) { d.to.add(holding{.owned = d.a}); },
         missing_field},
        {"a holding of nothing", [](desk& d) { d.to.add(holding{.owner = d.a}); }, missing_field},
        {"a class taken back",
         [](desk& d) { d.to.add(holding{.owner = d.a, .owned = d.a, .share_class = taken_back}); },
         inconsistent_record},
        {"a relation of no type", [](desk& d) { d.to.add(relation{.from = d.a, .to = d.a}); },
         missing_field},
        {"a relation from nobody",
         [](desk& d) { d.to.add(relation{.type = relation_type::unit_of, .to = d.a}); },
         missing_field},
        {"a relation to nobody",
         [](desk& d) { d.to.add(relation{.type = relation_type::unit_of, .from = d.a}); },
         missing_field},
        {"an absence at nobody",
         [](desk& d) { d.to.add(absence{.of = absent_thing::outside_investors}); }, missing_field},
        {"an absence of nothing", [](desk& d) { d.to.add(absence{.entity = d.a}); }, missing_field},
        {"a rate without date",
         [](desk& d) { d.to.add(rate{.base = currency{"USD"}, .quote = currency{"CNY"}}); },
         missing_field},
        {"a rate from nothing",
         [](desk& d) { d.to.add(rate{.quote = currency{"CNY"}, .date = date{2026}}); },
         missing_field},
        {"a rate into nothing",
         [](desk& d) { d.to.add(rate{.base = currency{"CNY"}, .date = date{2026}}); },
         missing_field},
        {"a rate of zero",
         [](desk& d) {
             d.to.add(rate{currency{"USD"}, currency{"CNY"}, date{2026}, decimal{0}});
         },
         bad_value},
        {"a negative rate",
         [](desk& d) {
             d.to.add(rate{currency{"USD"}, currency{"CNY"}, date{2026}, decimal{-7}});
         },
         bad_value},
        {"a join of unsaid ids", [](desk& d) { d.to.add(same_as{}); }, missing_field},
        {"a join of no ids", [](desk& d) { d.to.add(same_as{std::vector<entity_id>{}}); },
         inconsistent_record},
        {"a join of one id", [](desk& d) { d.to.add(same_as{std::vector{d.a}}); },
         inconsistent_record},
        {"a join taken back", [](desk& d) { d.to.add(same_as{taken_back}); }, missing_field},
        {"a retraction of nothing", [](desk& d) { d.to.add(retraction{}); }, missing_field},
        {"a retraction of an empty id", [](desk& d) { d.to.add(retraction{""}); }, missing_field},
        {"a statement id used before",
         [](desk& d) { d.to.add(entity{.slug = "n"}, {.statement = "first"}); },
         duplicate_statement},
        {"an entity without slug", [](desk& d) { d.to.entity(""); }, missing_field},
        {"a round without slug", [](desk& d) { d.to.round(""); }, missing_field},
        {"a source without slug", [](desk& d) { d.to.source(""); }, missing_field},
    };
    for (auto const& example : all) {
        CAPTURE(example.what);
        desk d;
        auto const waiting = contents_of(d.to);
        auto const refused = error_of([&] {
            example.add(d);
            return 0;
        });
        REQUIRE(refused);
        CHECK(refused->code() == example.code);
        CHECK_FALSE(refused->found().empty());
        CHECK_FALSE(refused->expected().empty());
        CHECK(contents_of(d.to) == waiting);
        CHECK(d.to.entity("next") == entity_id{1});
        CHECK(d.to.round("next") == record_id{4});
        CHECK(contents_of(d.book) == contents{});
    }
}

TEST_CASE("add: an id that the builder never gave throws out_of_range", "[ledger][builder]")
{
    struct bad {
        std::string what;
        std::function<void(desk&)> add;
    };
    auto const all = std::vector<bad>{
        {"an investor",
         [](desk& d) { d.to.add(participation{.round = d.r, .investor = far_entity}); }},
        {"a round", [](desk& d) { d.to.add(participation{.round = far_record, .investor = d.a}); }},
        {"a source as a round",
         [](desk& d) { d.to.add(participation{.round = d.s, .investor = d.a}); }},
        {"an entity's record as a round",
         [](desk& d) { d.to.add(participation{.round = record_id{0}, .investor = d.a}); }},
        {"a company", [](desk& d) { d.to.add(funding_round{.slug = "r", .company = far_entity}); }},
        {"a source", [](desk& d) { d.to.add(entity{.slug = "a"}, {.source = far_record}); }},
        {"a round as a source", [](desk& d) { d.to.add(entity{.slug = "a"}, {.source = d.r}); }},
        {"one of those that are one",
         [](desk& d) {
             d.to.add(same_as{std::vector{d.a, far_entity}});
         }},
        {"one of the rounds of a total",
         [](desk& d) {
             d.to.add(funding_round{
                 .slug = "r", .company = d.a, .aggregate_of = std::vector{d.r, far_record}});
         }},
        {"the next id", [](desk& d) { d.to.add(holding{.owner = d.a, .owned = entity_id{1}}); }},
    };
    for (auto const& example : all) {
        CAPTURE(example.what);
        desk d;
        auto const waiting = contents_of(d.to);
        CHECK_THROWS_AS(example.add(d), std::out_of_range);
        CHECK(contents_of(d.to) == waiting);
        CHECK(d.to.entity("next") == entity_id{1});
    }
}

TEST_CASE("add: a statement id of an earlier commit is refused", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    to.add(entity{.slug = "a", .name = "A", .kind = entity_kind::fund}, {.statement = "st-1"});
    to.commit();
    auto const again = [&] { return to.add(entity{.slug = "a"}, {.statement = "st-1"}); };
    auto const refused = error_of(again);
    REQUIRE(refused);
    CHECK(refused->code() == error_code::duplicate_statement);
    CHECK(refused->found() == "'st-1'");
    CHECK(to.num_statements() == 0);
}

TEST_CASE("add: statements without id never clash", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    CHECK_NOTHROW(add_entity(to, "a"));
}

TEST_CASE("ledger_builder: one made before the ledger grew is refused", "[ledger][builder]")
{
    ledger book;
    ledger_builder first{book};
    ledger_builder second{book};
    add_entity(first, "a");
    add_entity(second, "b");
    auto const stale = second.entity("b");
    first.commit();
    auto const before = contents_of(book);

    CHECK_THROWS_AS(second.commit(), std::logic_error);
    CHECK_THROWS_AS(second.problems(), std::logic_error);
    CHECK_THROWS_AS(second.entity("c"), std::logic_error);
    CHECK_THROWS_AS(second.round("c"), std::logic_error);
    CHECK_THROWS_AS(second.source("c"), std::logic_error);
    CHECK_THROWS_AS(add_entity(second, "c"), std::logic_error);
    CHECK_THROWS_AS(second.add(holding{.owner = stale, .owned = stale}), std::logic_error);
    CHECK(contents_of(book) == before);
    CHECK(book.find_entity("b") == std::nullopt);
}

TEST_CASE("ledger_builder: one with nothing added does not age another", "[ledger][builder]")
{
    ledger book;
    ledger_builder first{book};
    ledger_builder second{book};
    add_entity(second, "b");
    first.commit();
    CHECK_NOTHROW(second.commit());
    CHECK(book.find_entity("b") == entity_id{0});
}

TEST_CASE("ledger_builder: what is moved goes on where it was", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    auto const a = add_entity(to, "a");
    auto moved = std::move(to);
    CHECK(moved.num_statements() == 1);
    CHECK(moved.entity("a") == a);
    add_entity(moved, "b");

    ledger other;
    ledger_builder assigned{other};
    add_entity(assigned, "z");
    assigned = std::move(moved);
    CHECK(assigned.num_statements() == 2);
    assigned.commit();
    CHECK(book.num_statements() == 2);
    CHECK(other.num_statements() == 0);
}

TEST_CASE("ledger_builder: follows a ledger that is moved", "[ledger][builder]")
{
    ledger book;
    ledger_builder to{book};
    add_entity(to, "a");
    auto moved = std::move(book);
    to.commit();
    CHECK(moved.find_entity("a") == entity_id{0});
}
