// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/narrowing.hpp>

#include "query/told_backing.hpp"
#include "support/catch2.hpp"
#include "support/owners.hpp"

using namespace capgraph;
using namespace capgraph::test;

namespace {

using enum unknown_figure;

told_sum just(std::int64_t sum)
{
    return exactly(fen(sum));
}

/// `cheque ann 0..40`, `total 0..`, `stake owner owned`.
std::string shown(network const& n, narrowing const& x)
{
    auto text = std::string{to_string(x.what)};
    if (x.what == stake) {
        text += ' ' + std::string{n.facts().slug_of(x.investor)} + ' '
                + std::string{n.facts().slug_of(x.owned)};
    } else if (x.what == cheque) {
        text += ' ' + std::string{n.facts().slug_of(x.investor)};
    }
    if (x.sum) {
        text += ' ' + std::to_string(x.sum->lower.minor_units()) + "..";
        text += x.sum->upper ? std::to_string(x.sum->upper->minor_units()) : "";
    }
    return text;
}
names shown(network const& n, narrowing_list const& list)
{
    names out;
    for (auto const& x : list.figures) {
        out.push_back(shown(n, x));
    }
    return out;
}

narrowing_list of_round(ledger const& book, narrowing_options const& options = {})
{
    auto const n = network_of(book);
    return narrowing_of(n, book.round_at("round-000"), options);
}

} // namespace

TEST_CASE("narrowing_of: where all is told nothing would narrow", "[query][narrowing]")
{
    auto const list = of_round(told_ledger(
        {{.total = just(10), .cheques = {{"state", organ, just(4)}, {"ann", {}, just(6)}}}}));
    CHECK(list.width == 0.0);
    CHECK(list.figures.empty());
    CHECK_FALSE(list.is_cut);
}

TEST_CASE("narrowing_of: of two undisclosed cheques either is all there is to know",
          "[query][narrowing]")
{
    auto const book =
        told_ledger({{.total = just(10), .cheques = {{"state", organ, {}}, {"ann", {}, {}}}}});
    auto const n = network_of(book);
    auto const list = narrowing_of(n, book.round_at("round-000"));
    CHECK(list.width == 1.0);
    REQUIRE(shown(n, list) == names{"cheque ann 0..10", "cheque state 0..10"});
    CHECK(list.figures[0].width_left() == 0.0);
    CHECK(list.figures[0].round == book.round_at("round-000"));
}

TEST_CASE("narrowing_of: the more telling cheque comes first", "[query][narrowing]")
{
    // ann may have paid up to 2, bob anything: to know the state's is to know all.
    auto const book = told_ledger(
        {{.total = just(10),
          .cheques = {{"ann", {}, up_to(fen(2))}, {"bob", {}, {}}, {"state", organ, {}}}}});
    auto const n = network_of(book);
    auto const list = narrowing_of(n, book.round_at("round-000"));
    CHECK(list.width == 1.0);
    REQUIRE(list.figures.size() == 3);
    CHECK(shown(n, list.figures[0]) == "cheque state 0..10");
    CHECK(list.figures[0].width_left() == 0.0);
    CHECK(shown(n, list.figures[1]) == "cheque bob 0..10");
    CHECK(list.figures[1].width_if_least == Approx(0.2)); // ann 0..2, the rest the state
    CHECK(list.figures[1].width_if_most == Approx(0.0).margin(1e-15));
    CHECK(shown(n, list.figures[2]) == "cheque ann 0..2");
    CHECK(list.figures[2].width_if_most == Approx(0.8));
}

TEST_CASE("narrowing_of: a cheque can be what the total and the others leave", "[query][narrowing]")
{
    auto const book = told_ledger({{.total = just(10),
                                    .cheques = {{"ann", {}, between(fen(1), fen(3))},
                                                {"state", organ, between(fen(2), fen(20))}}}});
    auto const n = network_of(book);
    CHECK(shown(n, narrowing_of(n, book.round_at("round-000")))
          == names{"cheque ann 1..3", "cheque state 7..9"});
}

TEST_CASE("narrowing_of: a cheque can be no more than the external part leaves",
          "[query][narrowing]")
{
    // Of 10 the founder put in 4 to 10, so the others 0 to 6; the external part is 3 to 5.
    auto const book =
        told_ledger({{.total = just(10),
                      .cheques = {{"founder", {}, {}, true}, {"ann", {}, {}}, {"state", organ, {}}},
                      .external = between(fen(3), fen(5))}});
    auto const n = network_of(book);
    auto const list = narrowing_of(n, book.round_at("round-000"));
    auto const all = shown(n, list);
    CHECK(std::count(all.begin(), all.end(), "cheque state 0..5") == 1);
    CHECK(std::count(all.begin(), all.end(), "cheque ann 0..5") == 1);
    for (auto const& x : list.figures) {
        CAPTURE(shown(n, x));
        CHECK(x.width_left() <= list.width + 1e-12);
    }
}

TEST_CASE("narrowing_of: a total of which nothing is known can be told too", "[query][narrowing]")
{
    auto const book = told_ledger({{.total = between(fen(10), fen(20)),
                                    .cheques = {{"state", organ, just(5)}, {"ann", {}, {}}}}});
    auto const n = network_of(book);
    auto const list = narrowing_of(n, book.round_at("round-000"));
    CHECK(list.width == Approx(0.25));
    REQUIRE(shown(n, list) == names{"total 10..20", "cheque ann 5..15"});
    CHECK(list.figures[0].width_left() == Approx(0.0).margin(1e-15));
}

TEST_CASE("narrowing_of: a total is no less than the cheques", "[query][narrowing]")
{
    auto const book = told_ledger({{.total = between(fen(2), fen(20)),
                                    .cheques = {{"state", organ, just(5)}, {"ann", {}, {}}}}});
    auto const n = network_of(book);
    auto const list = narrowing_of(n, book.round_at("round-000"));
    CHECK(shown(n, list) == names{"total 5..20", "cheque ann 0..15"});
}

TEST_CASE("narrowing_of: what has no upper end is as now at its most", "[query][narrowing]")
{
    auto const book = told_ledger(
        {{.total = at_least(fen(10)), .cheques = {{"state", organ, just(5)}, {"ann", {}, {}}}}});
    auto const n = network_of(book);
    auto const list = narrowing_of(n, book.round_at("round-000"));
    CHECK(list.width == Approx(0.5));
    REQUIRE(list.figures.size() == 2);
    CHECK(list.figures[0].width_if_least == Approx(0.0).margin(1e-15));
    CHECK(list.figures[0].width_if_most == Approx(0.5));
    CHECK_FALSE(list.figures[0].sum->upper);
}

TEST_CASE("narrowing_of: figures that would change nothing are left out", "[query][narrowing]")
{
    auto const book =
        told_ledger({{.total = just(10),
                      .cheques = {{"state", organ, just(5)}, {"ann", {}, {}}, {"bob", {}, {}}}}});
    auto const list = of_round(book);
    CHECK(list.width == 0.0);
    CHECK(list.figures.empty());
}

TEST_CASE("narrowing_of: stakes of the investors' owners matter to look-through",
          "[query][narrowing]")
{
    owners_teller told;
    told.organ("state").person("ann");
    told.holds("state", "shell", 0.2, 0.8).holds("shell", "fund", 0.5, 0.5);
    told.holds("ann", "fund", 0.5).round("r", "alpha", {{"fund", just(10)}}, just(10));
    auto const& book = told.book();
    auto const n = network_of(book);
    state_backing_options backing{.measure = state_measure::look_through,
                                  .unknown = unknown_owners::impossible};
    auto const list = narrowing_of(n, book.round_at("r"), {.backing = backing});
    CHECK(list.width == Approx(0.3));
    REQUIRE(shown(n, list) == names{"stake state shell"});
    CHECK(near(*list.figures[0].part, 0.2, 0.8));
    CHECK(list.figures[0].width_left() == Approx(0.0).margin(1e-12));
    CHECK_FALSE(list.figures[0].round);
    backing.measure = state_measure::labelled;
    CHECK(narrowing_of(n, book.round_at("r"), {.backing = backing}).figures.empty());
}

TEST_CASE("narrowing_of: of many stakes the nearest are tried", "[query][narrowing]")
{
    owners_teller told;
    told.organ("state");
    told.holds("state", "b", 0.2, 0.8).holds("b", "a", 0.2, 0.8);
    told.round("r", "alpha", {{"a", just(10)}}, just(10));
    auto const& book = told.book();
    auto const n = network_of(book);
    narrowing_options options{
        .backing = {.measure = state_measure::look_through, .unknown = unknown_owners::impossible}};
    auto const all = narrowing_of(n, book.round_at("r"), options);
    CHECK(all.figures.size() == 2);
    CHECK_FALSE(all.is_cut);
    options.most_stakes = 1;
    auto const one = narrowing_of(n, book.round_at("r"), options);
    CHECK(one.is_cut);
    CHECK(shown(n, one) == names{"stake b a"});
}

TEST_CASE("narrowing_of: of a company its rounds together", "[query][narrowing]")
{
    auto const book =
        told_ledger({{.total = just(10), .cheques = {{"state", organ, {}}, {"ann", {}, {}}}},
                     {.total = just(30), .cheques = {{"state", organ, {}}, {"bob", {}, {}}}}});
    auto const n = network_of(book);
    auto const list = narrowing_of(n, book.entity_at("alpha"));
    CHECK(list.width == 1.0);
    REQUIRE(list.figures.size() == 4);
    CHECK(list.figures[0].round == book.round_at("round-001")); // the larger round
    CHECK(list.figures[0].width_left() == Approx(0.25));
    CHECK(list.figures[3].width_left() == Approx(0.75));
}

TEST_CASE("narrowing_of: the worth after the round is no denominator of it", "[query][narrowing]")
{
    auto const book = told_ledger({{.total = just(10), .cheques = {{"state", organ, {}}}}});
    CHECK(code_of([&] {
              static_cast<void>(
                  of_round(book, {.backing = {.denominator = backing_denominator::post_money}}));
          })
          == error_code::bad_value);
}

TEST_CASE("narrowing_of: a round or company that is not known is an error", "[query][narrowing]")
{
    auto const book = zhipu_ledger();
    auto const late = network{view{book, {.known_at = date{2020}}}};
    CHECK(code_of([&] { static_cast<void>(narrowing_of(late, book.round_at("zhipu-2025"))); })
          == error_code::not_known_at);
    CHECK(code_of([&] { static_cast<void>(narrowing_of(late, book.entity_at("zhipu"))); })
          == error_code::not_known_at);
}

TEST_CASE("narrowing_of: of more cheques than are tried the largest are, and that is said",
          "[query][narrowing]")
{
    auto const book = told_ledger({{.total = just(100),
                                    .cheques = {{"ann", {}, between(fen(1), fen(13))},
                                                {"bob", {}, between(fen(1), fen(90))},
                                                {"state", organ, between(fen(0), fen(40))}}}});
    auto const n = network_of(book);
    auto const all = narrowing_of(n, book.round_at("round-000"));
    CHECK(all.figures.size() == 3);
    CHECK_FALSE(all.is_cut);
    auto const cut = narrowing_of(n, book.round_at("round-000"), {.most_sums = 1});
    CHECK(cut.is_cut);
    REQUIRE(cut.figures.size() == 1);
    CHECK(shown(n, cut.figures[0]) == "cheque bob 47..90"); // the state's is 0 to 40
    CHECK(cut.width == all.width);
}

TEST_CASE("narrowing_of: cheques of which the same is known are tried as one", "[query][narrowing]")
{
    told_round told{.total = just(1'000)};
    for (int i = 0; i < 300; ++i) {
        told.cheques.push_back({"ann-" + std::to_string(1'000 + i)});
    }
    told.cheques.push_back({"state", organ});
    auto const book = told_ledger({told});
    auto const n = network_of(book);
    auto const list = narrowing_of(n, book.round_at("round-000"), {.most_sums = 2});
    CHECK_FALSE(list.is_cut);
    REQUIRE(list.figures.size() == 301);
    CHECK(shown(n, list.figures[0]) == "cheque state 0..1000");
    CHECK(shown(n, list.figures[1]) == "cheque ann-1000 0..1000");
    CHECK(shown(n, list.figures[300]) == "cheque ann-1299 0..1000");
}
