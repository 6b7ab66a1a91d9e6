// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Small ledgers written by hand, each with its picture. Random ones: support/random_ledgers.hpp.

#include <capgraph/core/amount.hpp>
#include <capgraph/core/date.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <cstdint>
#include <initializer_list>
#include <string_view>

namespace capgraph::test {

inline constexpr std::int64_t billion = 1'000'000'000;

inline money yuan(std::int64_t units)
{
    return {100 * units, currency{"CNY"}};
}
inline money dollars(std::int64_t units)
{
    return {100 * units, currency{"USD"}};
}

/// Reported on that day, which is also the moment spoken of.
inline provenance on(std::string_view day)
{
    return {.reported_on = parse_date(day)};
}

/// Adds the entity `slug`, which is also its name.
inline entity_id add_entity(ledger_builder& to, std::string_view slug,
                            entity_kind kind = entity_kind::company)
{
    return to.add(entity{.slug = slug, .name = slug, .kind = kind});
}

inline void add_entities(ledger_builder& to, std::initializer_list<std::string_view> slugs,
                         entity_kind kind = entity_kind::company)
{
    for (auto const slug : slugs) {
        add_entity(to, slug, kind);
    }
}

/// That `owner` holds `part` of `owned`.
inline record_id add_stake(ledger_builder& to, std::string_view owner, std::string_view owned,
                           stated<share> part)
{
    return to.add(holding{.owner = to.entity(owner), .owned = to.entity(owned), .share = part});
}

/// Closed deals of four investors in three companies, and one still in talks.
///
///     round  lead  participants      company
///     a-1    ann   bob, cat          alpha     9m dollars: 4m, 3m, 2m
///     a-2    bob   ann               alpha     undisclosed
///     b-1    cat   bob, (dan)        beta      over 5m dollars; dan is in talks
///     -      ann                     gamma     no round known
inline ledger syndicates_ledger()
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"ann", "bob", "cat", "dan"}, entity_kind::fund);
    add_entities(to, {"alpha", "beta", "gamma"});
    auto const closed = [&](std::string_view slug, std::string_view company) {
        return funding_round{
            .slug = slug, .company = to.entity(company), .status = deal_status::closed};
    };
    auto first = closed("a-1", "alpha");
    first.amount = amount{exactly(dollars(9'000'000))};
    to.add(first, on("2024-02-01"));
    to.add(closed("a-2", "alpha"), on("2024-09-01"));
    auto last = closed("b-1", "beta");
    last.amount = amount{over(dollars(5'000'000))};
    to.add(last, on("2025-05-01"));

    auto const back = [&](std::string_view in, std::string_view who, participation_role role,
                          field<amount> const& cheque, std::string_view day) {
        to.add(
            participation{
                .round = to.round(in), .investor = to.entity(who), .role = role, .cheque = cheque},
            on(day));
    };
    using enum participation_role;
    back("a-1", "ann", lead, amount{exactly(dollars(4'000'000))}, "2024-02-01");
    back("a-1", "bob", participant, amount{exactly(dollars(3'000'000))}, "2024-02-01");
    back("a-1", "cat", participant, amount{exactly(dollars(2'000'000))}, "2024-02-01");
    back("a-2", "bob", lead, {}, "2024-09-01");
    back("a-2", "ann", participant, {}, "2024-09-01");
    back("b-1", "cat", lead, {}, "2025-05-01");
    back("b-1", "bob", participant, {}, "2025-05-01");
    to.add(participation{.round = to.round("b-1"),
                         .investor = to.entity("dan"),
                         .role = participant,
                         .status = deal_status::in_talks},
           on("2025-05-01"));
    to.add(participation{.company = to.entity("gamma"),
                         .investor = to.entity("ann"),
                         .status = deal_status::closed},
           on("2023"));
    to.commit();
    return book;
}

/// One closed round of over 1bn yuan; four investors, no cheque told.
///
///     hangzhou ==control==> construction --.
///         `=====control==> shangcheng -----+--> zhipu-2025 of zhipu, March 2025
///                          alibaba --------+    led by state-backed firms
///                          tencent --------'
inline ledger zhipu_ledger()
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"zhipu", "alibaba", "tencent", "construction", "shangcheng"});
    to.add(entity{.slug = "hangzhou",
                  .name = "Government of Hangzhou",
                  .kind = entity_kind::government,
                  .state_link = state_link{state_tie::organ, state_level::municipal, "CN"}});
    to.add(funding_round{.slug = "zhipu-2025",
                         .company = to.entity("zhipu"),
                         .kind = round_kind::primary,
                         .status = deal_status::closed,
                         .amount = amount{over(yuan(billion)), plain(dollars(140'000'000))},
                         .lead_group = lead_group{state_tie::backed, at_least(std::uint32_t{2})}},
           on("2025-03"));
    for (auto const* const slug : {"construction", "shangcheng", "alibaba", "tencent"}) {
        to.add(participation{.round = to.round("zhipu-2025"), .investor = to.entity(slug)},
               on("2025-03"));
    }
    for (auto const* const slug : {"construction", "shangcheng"}) {
        to.add(holding{.owner = to.entity("hangzhou"), .owned = to.entity(slug), .control = true},
               on("2025-03"));
    }
    to.commit();
    return book;
}

/// One round still in talks, known in steps; a valuation revised within weeks.
///
///     reported              what
///     2025-01-01/2025-02-19 ministry-fund approached deepseek: round deepseek-2025, no amount
///     2026-05-01/2026-05-10 deepseek-2026 in talks at 20bn dollars before the money
///     2026-05-21/2026-05-31 at about 45bn
///     2026-07-01            about 70bn yuan: the founder about 20bn (internal), ai-fund about
///     10bn,
///                           tencent, jd, netease, idg, monolith undisclosed
inline ledger deepseek_ledger()
{
    ledger book;
    ledger_builder to{book};
    add_entities(to, {"deepseek", "tencent", "jd", "netease", "idg", "monolith"});
    add_entity(to, "liang", entity_kind::person);
    for (auto const* const slug : {"ai-fund", "ministry-fund"}) {
        to.add(entity{.slug = slug,
                      .name = slug,
                      .kind = entity_kind::fund,
                      .state_link = state_link{state_tie::backed, state_level::central, "CN"}});
    }
    auto const company = to.entity("deepseek");
    auto const talks = to.round("deepseek-2026");
    auto const winter = on("2025-01-01/2025-02-19");
    to.add(
        funding_round{.slug = "deepseek-2025", .company = company, .status = deal_status::rumored},
        winter);
    to.add(participation{.round = to.round("deepseek-2025"),
                         .investor = to.entity("ministry-fund"),
                         .status = deal_status::approached},
           winter);

    auto const worth = [&](stated<money> value) {
        return valuation{.company = company,
                         .round = talks,
                         .basis = valuation_basis::pre,
                         .amount = amount{value}};
    };
    to.add(
        funding_round{.slug = "deepseek-2026", .company = company, .status = deal_status::in_talks},
        on("2026-05-01/2026-05-10"));
    to.add(worth(plain(dollars(20 * billion))), on("2026-05-01/2026-05-10"));
    to.add(worth(about(dollars(45 * billion))), on("2026-05-21/2026-05-31"));

    auto const july = on("2026-07-01");
    to.add(funding_round{.slug = "deepseek-2026", .amount = amount{about(yuan(70 * billion))}},
           july);
    auto const joins = [&](std::string_view slug, field<amount> const& cheque,
                           field<bool> internal) {
        to.add(participation{.round = talks,
                             .investor = to.entity(slug),
                             .cheque = cheque,
                             .status = deal_status::in_talks,
                             .internal = internal},
               july);
    };
    joins("liang", amount{about(yuan(20 * billion))}, true);
    joins("ai-fund", amount{about(yuan(10 * billion))}, {});
    for (auto const* const slug : {"tencent", "jd", "netease", "idg", "monolith"}) {
        joins(slug, {}, {});
    }
    to.commit();
    return book;
}

/// A chain with a side holder, an interval stake and a declared indirect one.
///
///     ministry --60%--> a --50%--> b --30%--> c
///     ann -------40%----^                     ^
///     bob -------------------------10..20%----'
///     ministry ...declared indirect, about 9%...> c
inline ledger pyramid_ledger()
{
    ledger book;
    ledger_builder to{book};
    to.add(entity{.slug = "ministry",
                  .name = "Ministry",
                  .kind = entity_kind::government,
                  .state_link = state_link{state_tie::organ, state_level::central, "CN"}});
    add_entities(to, {"ann", "bob"}, entity_kind::person);
    add_entities(to, {"a", "b", "c"});
    add_stake(to, "ministry", "a", exactly(share{0.6}));
    add_stake(to, "ann", "a", exactly(share{0.4}));
    add_stake(to, "a", "b", exactly(share{0.5}));
    add_stake(to, "b", "c", exactly(share{0.3}));
    add_stake(to, "bob", "c", between(share{0.1}, share{0.2}));
    to.add(holding{.owner = to.entity("ministry"),
                   .owned = to.entity("c"),
                   .indirect = true,
                   .share = about(share{0.09})});
    to.commit();
    return book;
}

} // namespace capgraph::test
