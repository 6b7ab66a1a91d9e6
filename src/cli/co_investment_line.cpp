// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "co_investment_line.hpp"

#include "option_kinds.hpp"
#include "rate_option.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <charconv>
#include <cmath>
#include <string_view>

namespace capgraph::cli {

namespace {

/// `500000`, `64KiB`, `2GiB`.
void add_bytes(CLI::App& to, std::string const& name, std::uint64_t& into, std::string const& help)
{
    to.add_option_function<std::string>(
          name,
          [&into, name](std::string const& text) {
              std::uint64_t count = 0;
              auto const* const end = text.data() + text.size();
              auto const read = std::from_chars(text.data(), end, count);
              std::string_view const unit{read.ptr, static_cast<std::size_t>(end - read.ptr)};
              constexpr std::array<std::string_view, 4> units{"", "KiB", "MiB", "GiB"};
              auto const at = std::find(units.begin(), units.end(), unit);
              auto const shift = 10U * static_cast<unsigned>(at - units.begin());
              if (read.ec != std::errc{} || at == units.end()
                  || count > unlimited_memory >> shift) {
                  throw CLI::ValidationError{
                      name, "'" + text + "' is no size such as 500000, 64MiB, 2GiB"};
              }
              into = count << shift;
          },
          help)
        ->type_name("SIZE");
}

void add_scope(CLI::App& to, co_investment_choice& into)
{
    add_date(to, "--period", into.scope.period, "Only deals of these days");
    add_count(to, "--window", into.window, "Only deals of so many years up to the period's end");
    add_choice(to, "--within", into.scope.within,
               "What to do with deals of uncertain date (default: certainly)");
    to.add_option_function<std::string>(
          "--kind",
          [&into](std::string const& texts) {
              into.scope.kinds.clear();
              for (std::size_t first = 0; first <= texts.size();) {
                  auto const last = std::min(texts.find(',', first), texts.size());
                  into.scope.kinds.push_back(choice_of<round_kind>(
                      "--kind", texts.substr(first, last - first), choices<round_kind>()));
                  first = last + 1;
              }
          },
          "Only rounds of this kind, or of several with commas between (default: any)")
        ->type_name(choices<round_kind>() + ",...");
}

void add_ties(CLI::App& to, co_investment_choice& into)
{
    auto& options = into.options;
    add_choice(to, "--weight", options.weight, "How strong a tie is (default: shared)");
    add_number(to, "--min-weight", options.min_weight, "Leave out ties that weigh less", 0.0,
               std::numeric_limits<double>::max());
    add_count(to, "--hub-cap", options.hub_cap,
              "Leave out who meets in companies or rounds of more investors alone");
}

void add_side(CLI::App& to, co_investment_choice& into)
{
    to.add_flag_callback(
        "--companies", [&into] { into.scope.side = co_investment_side::companies; },
        "Companies that share investors, instead of investors that share companies");
}

/// Returns the option that asks for money.
CLI::Option* add_money(CLI::App& to, co_investment_choice& into)
{
    auto* const money =
        to.add_option_function<std::string>(
              "--money",
              [&into](std::string const& code) {
                  try {
                      into.money = currency{code};
                  } catch (error const& e) {
                      throw CLI::ValidationError{"--money", "found " + std::string{e.found()}
                                                                + ", expected "
                                                                + std::string{e.expected()}};
                  }
              },
              "The money put in side by side, by rounds, in this currency")
            ->type_name("CODE");
    add_rates(to, "--rate", into.rates);
    add_choice(to, "--unnamed", into.unnamed,
               "Whether investors no source names may have paid (default: impossible)");
    add_choice(to, "--unrated", into.unrated,
               "What becomes of rounds whose money lacks a rate (default: refused)");
    add_choice(to, "--money-weight", into.money_by,
               "By which end of its bounds, or by equal split, a tie is kept and ranked (default: "
               "least)");
    for (auto const* const name : {"--rate", "--unnamed", "--unrated", "--money-weight"}) {
        to.get_option(name)->needs(money);
    }
    money->excludes(to.get_option("--companies"))->excludes(to.get_option("--weight"));
    return money;
}

} // namespace

co_investment_money_options co_investment_choice::money_options() const
{
    return {.unit = *money,
            .rates = &rates,
            .unnamed = unnamed,
            .unrated = unrated,
            .weight = money_by,
            .min_weight = options.min_weight,
            .top_k = options.top_k,
            .hub_cap = options.hub_cap};
}

co_investment_scope co_investment_choice::scope_of(co_investment_unit unit) const
{
    auto out = scope;
    out.unit = out.side == co_investment_side::companies ? co_investment_unit::same_company : unit;
    if (window) {
        constexpr std::uint64_t all_years = 9999; // a window that long has no first day
        auto const years = static_cast<std::int32_t>(std::min(*window, all_years));
        out.period = trailing_window(*scope.period, std::chrono::years{years});
    }
    return out;
}

void add_co_investors(CLI::App& to, invocation& into)
{
    to.add_option("investor", into.investor,
                  "An investor, by id or name; with --companies a company")
        ->type_name("INVESTOR")
        ->required();
    auto* const with = to.add_option("--with", into.ties.with, "What it shares with this one alone")
                           ->type_name("INVESTOR");
    add_side(to, into.ties);
    to.get_option("--companies")->excludes(with);
    add_ties(to, into.ties);
    add_money(to, into.ties);
    add_scope(to, into.ties);
}

void add_co_investment(CLI::App& to, co_investment_choice& into)
{
    add_side(to, into);
    add_ties(to, into);
    add_count(to, "--top-k", into.options.top_k,
              "A tie stays that is among so many of the strongest of either end");
    add_bytes(to, "--memory-budget", into.memory_budget,
              "Refuse at once what takes more memory (default: 4GiB)");
    auto* const leads = to.add_flag("--leads", into.leads, "Who leads whom, by rounds");
    leads->excludes(to.get_option("--companies"));
    add_choice(to, "--significance", into.null,
               "Only pairs that share more than chance would have it, by this null model");
    add_choice(to, "--tail", into.tail, "More than chance, or less (default: upper)");
    add_choice(to, "--correction", into.correction,
               "How many tests are allowed for (default: false_discovery_rate)");
    add_number(to, "--level", into.level, "The level of significance (default: 0.05)", 1e-300, 1.0);
    add_choice(to, "--tail-method", into.method,
               "How the tails of the configuration model are found (default: exact)");
    auto* const money = add_money(to, into)->excludes(leads);
    auto* const null = to.get_option("--significance");
    null->excludes(leads)->excludes(money);
    for (auto const* const name : {"--tail", "--tail-method", "--correction", "--level"}) {
        to.get_option(name)->needs(null);
    }
    for (auto const* const name : {"--weight", "--min-weight", "--hub-cap", "--top-k"}) {
        to.get_option(name)->excludes(leads)->excludes(null);
    }
    add_scope(to, into);
}

void add_estimate(CLI::App& to, co_investment_choice& into)
{
    add_side(to, into);
    add_ties(to, into);
    add_money(to, into);
    add_number(to, "--confidence", into.confidence,
               "How often the bounds are to hold (default: 0.99)", 1e-9, 1.0 - 1e-12);
    add_scope(to, into);
}

void add_syndicates(CLI::App& to, co_investment_choice& into)
{
    add_count(to, "--min-times", into.min_times, "How often they meet (default: 2)");
    add_count(to, "--min-investors", into.min_investors, "How many they are (default: 2)");
    add_bytes(to, "--memory-budget", into.memory_budget,
              "Refuse at once what takes more memory (default: 4GiB)");
    auto* const repeats =
        to.add_flag("--repeats", into.repeats, "Pairs that met again, and when, instead");
    auto* const by_year =
        to.add_flag("--by-year", into.by_year, "How many pairs met for the first time, by year");
    auto* const candidates =
        to.add_option("--candidates", into.candidates,
                      "Who might join the next round of a company, by its backers' partners")
            ->type_name("COMPANY");
    repeats->excludes(by_year)->excludes(candidates);
    by_year->excludes(candidates);
    to.get_option("--min-investors")->excludes(repeats)->excludes(by_year)->excludes(candidates);
    to.get_option("--min-times")->excludes(by_year)->excludes(candidates);
    add_scope(to, into);
}

} // namespace capgraph::cli
