// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of the state's part, on rounds of which all is known but not all is told.

#include <capgraph/query/state_backing.hpp>

#include "support/catch2.hpp"

#include "property/true_rounds.hpp"
#include "support/random_ledgers.hpp"

#include <capgraph/model/valuation.hpp>

#include <algorithm>
#include <cmath>
#include <map>
#include <numeric>

using namespace capgraph;
using namespace capgraph::test;

namespace {

bool is_external(state_backing_options const& options)
{
    return options.denominator == backing_denominator::external;
}

/// Both sums of what is said, moved by `by`.
told_sum moved(told_sum const& sum, std::int64_t by)
{
    if (!sum.is_disclosed()) {
        return sum;
    }
    auto const& said = sum.renderings().front();
    auto const low = said.said() == qualifier::up_to ? said.low() : said.low() + fen(by);
    auto const high = said.high() + fen(by);
    return said.said() == qualifier::up_to ? told_sum{between(fen(by), high)}
                                           : told_sum{stated<money>{said.said(), low, high}};
}

/// The answers under names that every ledger of the same story shares.
std::string text(network const& n, state_backing const& b)
{
    std::string out;
    for (auto const& slug : slugs(n, b.investors)) {
        out += slug + ' ';
    }
    out += '/';
    for (auto const& slug : slugs(n, b.state_investors)) {
        out += ' ' + slug;
    }
    for (auto const& part : {b.headcount, b.capital}) {
        for (auto const s : {part.lower, part.upper, part.coverage, part.best.value_or(share{})}) {
            out += ' ' + std::to_string(s.fraction());
        }
        out += part.hedged ? " hedged" : "";
        out += part.convention;
    }
    return out + (b.unit ? std::string{b.unit->code()} : "") + std::string(b.rates.size(), '!');
}

/// The answer, or the code of its error.
template <class Ask>
std::string text_of(network const& n, Ask const& ask)
{
    try {
        return text(n, ask());
    } catch (error const& e) {
        return std::string{to_string(e.code())};
    }
}

names all_answers(ledger const& book)
{
    names out;
    auto const n = network_of(book, deal_status::rumored);
    auto const options = state_backing_options{.unnamed = unnamed_money::possible,
                                               .best = backing_convention::equal_split};
    for (auto const round : n.rounds()) {
        out.push_back(text_of(n, [&] { return state_backing_of(n, round, options); }));
    }
    for (auto const company : n.companies()) {
        out.push_back(text_of(n, [&] { return state_backing_of(n, company); }));
    }
    return out;
}

} // namespace

TEST_CASE("state_backing_of: the truth lies within the bounds", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options options) {
        auto const truth = random.draw();
        options.unnamed = random.chance(50) ? unnamed_money::possible : unnamed_money::impossible;
        auto const b = backing(random.obscure(truth), options).capital;
        if (auto const part = truth.part(is_external(options))) {
            CHECK(b.lower.fraction() <= *part + 1e-15);
            CHECK(b.upper.fraction() >= *part - 1e-15);
        }
    });
}

TEST_CASE("state_backing_of: where all is told the answer is the truth", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto const truth = random.draw();
        told_round told{.total = exactly(fen(truth.total()))};
        for (auto const& c : truth.cheques) {
            told.cheques.push_back({c.investor, c.tie, exactly(fen(c.paid)), c.internal});
        }
        auto const b = backing(told, options).capital;
        if (auto const part = truth.part(is_external(options))) {
            CHECK(b.best->fraction() == Approx(*part).margin(1e-15));
            CHECK(b.coverage == share{1.0});
            CHECK(b.convention == "exact");
        } else {
            CHECK(is(b, 0.0, 1.0, 0.0));
        }
    });
}

TEST_CASE("state_backing_of: telling one cheque widens nothing", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto const truth = random.draw();
        auto told = random.obscure(truth);
        auto const before = backing(told, options).capital;
        auto const i =
            static_cast<std::size_t>(random.below(static_cast<std::int64_t>(told.cheques.size())));
        told.cheques[i].paid = exactly(fen(truth.cheques[i].paid));
        auto const after = backing(told, options).capital;
        CAPTURE(before.lower.fraction(), before.upper.fraction(), after.lower.fraction(),
                after.upper.fraction());
        CHECK((lies_within(after, before) || truth.part(is_external(options)) == std::nullopt));
    });
}

TEST_CASE("state_backing_of: telling the total widens nothing", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto const truth = random.draw();
        auto told = random.obscure(truth);
        auto const before = backing(told, options).capital;
        told.total = exactly(fen(truth.total()));
        auto const after = backing(told, options).capital;
        CHECK((lies_within(after, before) || truth.part(is_external(options)) == std::nullopt));
    });
}

TEST_CASE("state_backing_of: telling the external part widens nothing", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto const truth = random.draw();
        auto told = random.obscure(truth);
        auto const before = backing(told, options).capital;
        told.external = exactly(fen(truth.external()));
        auto const after = backing(told, options).capital;
        CHECK((lies_within(after, before) || truth.part(is_external(options)) == std::nullopt));
    });
}

TEST_CASE("state_backing_of: saying that the list is complete widens nothing", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options options) {
        options.unnamed = unnamed_money::possible;
        auto told = random.obscure(random.draw());
        auto const before = backing(told, options);
        told.complete = true;
        auto const after = backing(told, options);
        CHECK(lies_within(after.capital, before.capital));
        CHECK(lies_within(after.headcount, before.headcount));
    });
}

TEST_CASE("state_backing_of: allowing unnamed money narrows nothing", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options options) {
        auto const told = random.obscure(random.draw());
        auto const before = backing(told, options);
        options.unnamed = unnamed_money::possible;
        auto const after = backing(told, options);
        CHECK(lies_within(before.capital, after.capital));
        CHECK(lies_within(before.headcount, after.headcount));
    });
}

TEST_CASE("state_backing_of: another private cheque never raises the part", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto told = random.obscure(random.draw());
        auto const before = backing(told, options);
        auto const paid = 1 + random.below(1'000'000'000'000);
        told.total = moved(told.total, paid);
        told.external = moved(told.external, paid);
        told.cheques.push_back({"newcomer", {}, exactly(fen(paid))});
        auto const after = backing(told, options);
        CHECK(after.capital.lower <= before.capital.lower);
        CHECK(after.capital.upper <= before.capital.upper);
        CHECK(after.headcount.upper <= before.headcount.upper);
        CHECK(after.headcount.lower <= before.headcount.lower);
    });
}

TEST_CASE("state_backing_of: a private cheque that becomes known raises no upper end",
          "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options options) {
        options.unnamed = unnamed_money::possible;
        auto const truth = random.draw();
        auto const told = random.obscure(truth);
        for (std::size_t i = 0; i < truth.cheques.size(); ++i) {
            if (truth.cheques[i].tie || truth.cheques[i].internal) {
                continue;
            }
            auto before = told; // it was not known who put this in
            before.cheques.erase(before.cheques.begin() + static_cast<std::ptrdiff_t>(i));
            auto after = told;
            after.cheques[i].paid = exactly(fen(truth.cheques[i].paid));
            CHECK(backing(after, options).capital.upper.fraction()
                  <= backing(before, options).capital.upper.fraction() + 1e-12);
        }
    });
}

TEST_CASE("state_backing_of: another investor of the state never lowers the upper bound",
          "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto told = random.obscure(random.draw());
        auto const before = backing(told, options);
        told.cheques.push_back({"newcomer", organ});
        auto const after = backing(told, options);
        CHECK(after.capital.upper >= before.capital.upper);
        CHECK(after.headcount.upper >= before.headcount.upper);
        CHECK(after.headcount.lower >= before.headcount.lower);
    });
}

TEST_CASE("state_backing_of: a label taken away raises no bound", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto told = random.obscure(random.draw());
        auto const before = backing(told, options);
        auto const i =
            static_cast<std::size_t>(random.below(static_cast<std::int64_t>(told.cheques.size())));
        told.cheques[i].tie.reset();
        auto const after = backing(told, options);
        for (auto const part : {&state_backing::capital, &state_backing::headcount}) {
            CHECK((after.*part).lower <= (before.*part).lower);
            CHECK((after.*part).upper <= (before.*part).upper);
        }
    });
}

TEST_CASE("state_backing_of: an investor split into two of its kind leaves the capital as it was",
          "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto told = random.obscure(random.draw());
        auto const before = backing(told, options).capital;
        auto const i =
            static_cast<std::size_t>(random.below(static_cast<std::int64_t>(told.cheques.size())));
        auto half = told.cheques[i];
        half.investor = "half";
        if (half.paid.is_disclosed()) {
            auto const said = half.paid.renderings().front();
            auto const low = random.below(said.low().minor_units() + 1);
            auto const width = said.high().minor_units() - said.low().minor_units();
            auto const high = low + random.below(width + 1);
            auto const rest = [&](std::int64_t lower, std::int64_t upper) {
                return stated<money>{said.said(), fen(said.low().minor_units() - lower),
                                     fen(said.high().minor_units() - upper)};
            };
            auto const is_between = said.said() == qualifier::between;
            half.paid = stated<money>{said.said(), fen(low), fen(is_between ? high : low)};
            told.cheques[i].paid = rest(low, is_between ? high : low);
        }
        told.cheques.push_back(half);
        auto const after = backing(told, options).capital;
        CHECK(after.lower == before.lower);
        CHECK(after.upper == before.upper);
        CHECK(after.hedged == before.hedged);
    });
}

TEST_CASE("state_backing_of: two bodies of the state joined keep their capital",
          "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto told = random.obscure(random.draw());
        told.cheques.push_back({"body-1", organ, exactly(fen(random.below(1000)))});
        told.cheques.push_back({"body-2", organ, exactly(fen(random.below(1000)))});
        auto book = told_ledger({told});
        auto const before = backing_in(book, options);
        join(book, "body-1", "body-2");
        auto const after = backing_in(book, options);
        CHECK(after.capital == before.capital);
        CHECK(after.state_investors.size() + 1 == before.state_investors.size());
        CHECK(after.investors.size() + 1 == before.investors.size());
    });
}

TEST_CASE("state_backing_of: organs are no more than the labelled", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options options) {
        auto const book =
            told_ledger({random.obscure(random.draw()), random.obscure(random.draw())});
        auto const n = network_of(book);
        auto const alpha = book.entity_at("alpha");
        auto const labelled = state_backing_of(n, alpha, options);
        options.measure = state_measure::organs;
        auto const organs = state_backing_of(n, alpha, options);
        for (auto const part : {&state_backing::capital, &state_backing::headcount}) {
            CHECK((organs.*part).lower <= (labelled.*part).lower);
            CHECK((organs.*part).upper <= (labelled.*part).upper);
        }
        CHECK(std::includes(
            labelled.state_investors.begin(), labelled.state_investors.end(),
            organs.state_investors.begin(), organs.state_investors.end(),
            [&](entity_id a, entity_id b) { return book.slug_of(a) < book.slug_of(b); }));
    });
}

TEST_CASE("state_backing_of: every figure is in order", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options options) {
        options.best = backing_convention::equal_split;
        options.soft.about = random.chance(50) ? 0.1 : 0.0;
        std::vector<told_round> rounds;
        for (auto count = 1 + random.below(3); count > 0; --count) {
            rounds.push_back(random.obscure(random.draw()));
        }
        auto const b = backing_of_all(rounds, options);
        for (auto const& part : {b.capital, b.headcount}) {
            CHECK(part.lower <= part.upper);
            CHECK(part.best.has_value() == !part.convention.empty());
            CHECK((part.lower != part.upper || part.convention == "exact"));
            if (part.best) {
                CHECK(part.lower <= *part.best);
                CHECK(*part.best <= part.upper);
            }
        }
        CHECK(b.state_investors.size() <= b.investors.size());
    });
}

TEST_CASE("state_backing_of: larger money of the same shape has the same parts",
          "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto const told = random.obscure(random.draw());
        auto larger = told;
        auto const times = [](told_sum const& sum) -> told_sum {
            if (!sum.is_disclosed()) {
                return sum;
            }
            auto const& said = sum.renderings().front();
            return stated<money>{said.said(), fen(7 * said.low().minor_units()),
                                 fen(7 * said.high().minor_units())};
        };
        larger.total = times(told.total);
        larger.external = times(told.external);
        for (auto& c : larger.cheques) {
            c.paid = times(c.paid);
        }
        auto const a = backing(told, options).capital;
        auto const b = backing(larger, options).capital;
        CHECK(b.lower.fraction() == Approx(a.lower.fraction()).margin(1e-15));
        CHECK(b.upper.fraction() == Approx(a.upper.fraction()).margin(1e-15));
        CHECK(b.coverage.fraction() == Approx(a.coverage.fraction()).margin(1e-15));
    });
}

TEST_CASE("state_backing_of: other slugs leave the figures", "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto const told = random.obscure(random.draw());
        auto renamed = told;
        for (std::size_t i = 0; i < renamed.cheques.size(); ++i) {
            renamed.cheques[i].investor = numbered("other-", renamed.cheques.size() - i);
        }
        auto const a = backing(told, options);
        auto const b = backing(renamed, options);
        CHECK(a.capital == b.capital);
        CHECK(a.headcount == b.headcount);
    });
}

TEST_CASE("state_backing_of: neither the order of statements nor the hash seed matters",
          "[query][property]")
{
    for_each_seed([](round_teller& random, state_backing_options const& options) {
        auto const rounds =
            std::vector{random.obscure(random.draw()), random.obscure(random.draw())};
        auto const seed = static_cast<std::uint64_t>(random.below(1'000'000));
        auto const one = told_ledger(rounds, {.hash_seed = seed});
        auto const other = told_ledger(rounds, {.shuffled = seed, .hash_seed = ~seed});
        auto const answer = [&](ledger const& book) {
            auto const n = network_of(book);
            return text(n, state_backing_of(n, book.entity_at("alpha"), options));
        };
        CHECK(answer(one) == answer(other));
    });
}

TEST_CASE("state_backing_of: in random ledgers the order of statements does not matter",
          "[query][property]")
{
    for (std::uint64_t seed = 0; seed < cases(30); ++seed) {
        CAPTURE(seed);
        auto told = random_story(seed, {.of_retractions = 0, .distinct_moments = true});
        ledger book;
        append(book, told.cast);
        append(book, told.news);
        std::mt19937_64 random{seed};
        for (auto i = told.news.size(); i > 1; --i) {
            std::swap(told.news[i - 1], told.news[random() % i]);
        }
        ledger other;
        append(other, told.cast);
        append(other, told.news);
        CHECK(all_answers(book) == all_answers(other));
    }
}

namespace {

/// A round with what the company is worth with it, and what was told of both.
struct worth_case {
    true_round made;
    told_round told{};
    told_sum worth{};
    std::int64_t true_worth = 0;
    bool is_before = false;

    [[nodiscard]] std::optional<double> truth() const
    {
        auto const state = made.sum([](auto const& c) { return c.tie.has_value(); });
        auto const whole = true_worth + (is_before ? made.total() : 0);
        return whole == 0 ? std::nullopt
                          : std::optional{static_cast<double>(state) / static_cast<double>(whole)};
    }
};

worth_case draw_worth(round_teller& random)
{
    worth_case out;
    out.made = random.draw();
    if (random.chance(30)) { // by one whom nobody names
        out.made.cheques.resize(1);
    }
    out.told = random.obscure(out.made);
    if (out.made.cheques.size() == 1 && random.chance(70)) {
        out.told.cheques.clear();
        out.told.external = {};
    }
    out.is_before = random.chance(50);
    out.true_worth = (out.is_before ? 0 : out.made.total()) + random.below(1'000'000'000);
    out.worth = random.obscure(out.true_worth);
    return out;
}

bounded<share> part_of_worth(worth_case const& c)
{
    auto book = told_ledger({c.told});
    ledger_builder to{book};
    to.add(valuation{.company = to.entity("alpha"),
                     .round = to.round("round-000"),
                     .basis = c.is_before ? valuation_basis::pre : valuation_basis::post,
                     .amount = amount{c.worth}});
    to.commit();
    return backing_in(book, {.denominator = backing_denominator::post_money}).capital;
}

} // namespace

TEST_CASE("state_backing_of: of the worth after a round the truth lies within the bounds",
          "[query][property][measures]")
{
    for (std::uint64_t seed = 0; seed < law_cases(); ++seed) {
        CAPTURE(seed);
        round_teller random{seed};
        auto const c = draw_worth(random);
        if (auto const truth = c.truth()) {
            auto const b = part_of_worth(c);
            CHECK(b.lower.fraction() <= *truth + 1e-12);
            CHECK(b.upper.fraction() >= *truth - 1e-12);
        }
    }
}

TEST_CASE("state_backing_of: of the worth after a round what is told widens nothing",
          "[query][property][measures]")
{
    for (std::uint64_t seed = 0; seed < law_cases(); ++seed) {
        CAPTURE(seed);
        round_teller random{seed};
        auto const before = draw_worth(random);
        auto after = before;
        switch (random.below(3)) {
        case 0:
            after.told.total = exactly(fen(before.made.total()));
            break;
        case 1:
            after.worth = exactly(fen(before.true_worth));
            break;
        default:
            if (!after.told.cheques.empty()) {
                auto const i = static_cast<std::size_t>(
                    random.below(static_cast<std::int64_t>(after.told.cheques.size())));
                after.told.cheques[i].paid = exactly(fen(before.made.cheques[i].paid));
            }
        }
        auto const wide = part_of_worth(before);
        auto const narrow = part_of_worth(after);
        CHECK(narrow.lower.fraction() >= wide.lower.fraction() - 1e-12);
        CHECK(narrow.upper.fraction() <= wide.upper.fraction() + 1e-12);
    }
}
