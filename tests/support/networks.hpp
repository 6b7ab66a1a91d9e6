// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Networks written by hand or drawn at random, and what tests read off them.

#include <capgraph/network/network.hpp>

#include "support/effort.hpp"
#include "support/ledgers.hpp"

#include <cstddef>
#include <cstdint>
#include <functional>
#include <optional>
#include <random>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

namespace capgraph::test {

using names = std::vector<std::string>;

/// How many random cases to try where `usual` are enough for every day.
inline std::uint64_t cases(std::uint64_t usual)
{
    return usual * static_cast<std::uint64_t>(effort());
}

/// The slugs of `ids`, entities or records, in their order.
template <class Ids>
names slugs(network const& n, Ids const& ids)
{
    names out;
    for (auto const id : ids) {
        out.emplace_back(n.facts().slug_of(id));
    }
    return out;
}

/// What `book` takes to be so, down to deals that are as far as `least`.
inline network network_of(ledger const& book, deal_status least = deal_status::closed,
                          network_options const& options = {})
{
    return network{view{book, {.min_status = least}}, options};
}

/// `stem` and a number, so that the order of slugs is that of numbers.
inline std::string numbered(char const* stem, std::size_t i)
{
    auto const digits = std::to_string(i);
    return stem + std::string(digits.size() < 3 ? 3 - digits.size() : 0, '0') + digits;
}

/// A row for each investor, in which an `x` in column j says that it is in group j.
using attendance = std::vector<std::string>;

/// What the columns of an `attendance` are.
enum class columns {
    companies, ///< Backed in no known round.
    rounds,    ///< All of one company, `company-000`.
};

/// Closed deals: investor i is `investor-00i`, column j `company-00j` or `round-00j`.
inline ledger attendance_ledger(attendance const& rows, columns as = columns::companies)
{
    ledger book;
    ledger_builder to{book};
    auto const width = rows.empty() ? 0 : rows.front().size();
    for (std::size_t i = 0; i < rows.size(); ++i) {
        add_entity(to, numbered("investor-", i), entity_kind::fund);
    }
    for (std::size_t j = 0; j < (as == columns::rounds ? 1 : width); ++j) {
        add_entity(to, numbered("company-", j));
    }
    for (std::size_t j = 0; j < (as == columns::rounds ? width : 0); ++j) {
        auto const slug = numbered("round-", j);
        to.add(funding_round{
            .slug = slug, .company = to.entity("company-000"), .status = deal_status::closed});
    }
    for (std::size_t i = 0; i < rows.size(); ++i) {
        for (std::size_t j = 0; j < width; ++j) {
            if (rows[i][j] != 'x') {
                continue;
            }
            participation said{.investor = to.entity(numbered("investor-", i)),
                               .status = deal_status::closed};
            if (as == columns::rounds) {
                said.round = to.round(numbered("round-", j));
            } else {
                said.company = to.entity(numbered("company-", j));
            }
            to.add(said);
        }
    }
    to.commit();
    return book;
}

/// Each investor is in each group with `chance` in a hundred; the same from the same seed.
inline attendance random_attendance(std::uint64_t seed, std::size_t investors, std::size_t groups,
                                    unsigned chance)
{
    std::mt19937_64 random{seed};
    attendance rows(investors, std::string(groups, '.'));
    for (auto& row : rows) {
        for (auto& mark : row) {
            mark = random() % 100 < chance ? 'x' : '.';
        }
    }
    return rows;
}

/// An amount of one rendering or several; undisclosed unless said.
struct told_sum : amount {
    told_sum() = default;
    told_sum(amount sum) : amount{std::move(sum)} {}
    told_sum(stated<money> sum) : amount{sum.is_disclosed() ? amount{sum} : amount{}} {}
};

/// One cheque of a round that a test makes up.
struct told_cheque {
    std::string investor;
    std::optional<state_tie> tie{};
    told_sum paid{};
    bool internal = false;
};

/// A closed round that a test makes up.
struct told_round {
    told_sum total{};
    std::vector<told_cheque> cheques{};
    told_sum external{};
    std::optional<bool> complete{};
    std::optional<stated<std::uint32_t>> count{};
    round_kind kind = round_kind::primary;
};

/// The same, in another order: the statements are shuffled, the hash tables seeded.
struct telling {
    std::optional<std::uint64_t> shuffled{};
    std::optional<std::uint64_t> hash_seed{};
};

/// The rounds `round-000`, `round-001` ... of the company `alpha`. All that is said of one
/// investor's tie to a state holds.
inline ledger told_ledger(std::vector<told_round> const& rounds, telling const& how = {})
{
    std::vector<std::function<void(ledger_builder&)>> statements;
    statements.emplace_back([](ledger_builder& to) { add_entity(to, "alpha"); });
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        auto const& told = rounds[i];
        statements.emplace_back([&told, i](ledger_builder& to) {
            auto const slug = numbered("round-", i);
            funding_round said{.slug = slug,
                               .company = to.entity("alpha"),
                               .kind = told.kind,
                               .status = deal_status::closed,
                               .amount = amount{told.total},
                               .external = amount{told.external}};
            if (told.complete) {
                said.investors_complete = *told.complete;
            }
            if (told.count) {
                said.investor_count = *told.count;
            }
            to.add(said);
        });
        for (auto const& c : told.cheques) {
            statements.emplace_back([&c](ledger_builder& to) {
                entity who{.slug = c.investor, .name = c.investor, .kind = entity_kind::fund};
                if (c.tie) {
                    who.state_link = state_link{*c.tie, state_level::central, "CN"};
                }
                to.add(who);
            });
            statements.emplace_back([&c, i](ledger_builder& to) {
                to.add(participation{.round = to.round(numbered("round-", i)),
                                     .investor = to.entity(c.investor),
                                     .cheque = amount{c.paid},
                                     .internal = c.internal});
            });
        }
    }
    if (how.shuffled) {
        std::mt19937_64 random{*how.shuffled};
        for (auto i = statements.size(); i > 1; --i) {
            std::swap(statements[i - 1], statements[random() % i]);
        }
    }
    ledger book{{.hash_seed = how.hash_seed}};
    ledger_builder to{book};
    for (auto const& add : statements) {
        add(to);
    }
    to.commit();
    return book;
}

} // namespace capgraph::test
