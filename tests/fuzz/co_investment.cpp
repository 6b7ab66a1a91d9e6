// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Options of co-investment and who is in which round, as bytes: what is left out never changes what
// the rest weighs, the network says what the questions about one investor say, estimates hold, and
// a budget refuses or changes nothing.

#include "require.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/query/co_investment_estimate.hpp>
#include <capgraph/query/co_investment_network.hpp>
#include <capgraph/query/co_investment_significance.hpp>
#include <capgraph/query/co_investment_ties.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <map>
#include <span>
#include <string>
#include <utility>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Bytes one after another; zeros once there are none left.
class byte_source {
public:
    explicit byte_source(std::span<std::uint8_t const> bytes) : left_{bytes} {}

    [[nodiscard]] bool empty() const { return left_.empty(); }
    std::uint8_t next()
    {
        if (left_.empty()) {
            return 0;
        }
        auto const byte = left_.front();
        left_ = left_.subspan(1);
        return byte;
    }

private:
    std::span<std::uint8_t const> left_;
};

constexpr unsigned few = 12; // investors, and rounds of three companies

/// Each byte that is left puts an investor into a round.
ledger read_ledger(byte_source& bytes)
{
    ledger book{{.hash_seed = 1}};
    ledger_builder to{book};
    for (unsigned i = 0; i < few; ++i) {
        auto const number = std::to_string(i);
        auto const investor = "i" + number;
        to.add(entity{.slug = investor, .name = investor, .kind = entity_kind::fund});
        auto const company = "c" + std::to_string(i % 3);
        to.add(entity{.slug = company, .name = company, .kind = entity_kind::company});
        auto const round = "r" + number;
        to.add(funding_round{.slug = round,
                             .company = to.entity(company),
                             .status = deal_status::closed,
                             .closed = date{2000 + static_cast<int>(i % 4)}});
    }
    while (!bytes.empty()) {
        auto const byte = bytes.next();
        to.add(participation{.round = to.round("r" + std::to_string(byte % few)),
                             .investor = to.entity("i" + std::to_string(byte / few % few))});
    }
    to.commit();
    return book;
}

using weighted_pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, double>;

weighted_pairs pairs_of(co_investment_network const& g)
{
    weighted_pairs out;
    auto const [first, last] = edges(g);
    for (auto e = first; e != last; ++e) {
        out[{source(*e, g), target(*e, g)}] = g.weight(*e);
    }
    return out;
}

/// Whether the two meet in a group of at most `cap`.
bool meet_below(co_investment_groups const& all, std::uint32_t a, std::uint32_t b, std::size_t cap)
{
    auto const shared = groups_shared_by(all, a, b);
    return std::any_of(shared.begin(), shared.end(),
                       [&](std::uint32_t g) { return all.groups().size_of(g) <= cap; });
}

void require_kept(co_investment_groups const& all, co_investment_options const& options)
{
    auto const every = pairs_of(project_co_investment(all, {.weight = options.weight}));
    auto unranked = options;
    unranked.top_k = every.size() + few;
    auto const some = pairs_of(project_co_investment(all, unranked));
    for (auto const& [pair, weight] : every) {
        auto const stays = weight >= options.min_weight
                           && meet_below(all, pair.first, pair.second, options.hub_cap);
        require(some.contains(pair) == stays, "a pair that should not is kept, or left out");
        require(!stays || some.at(pair) == weight, "what is left out changes a weight");
    }
    for (auto const& [pair, weight] : pairs_of(project_co_investment(all, options))) {
        require(some.at(pair) == weight, "the top k change a weight");
    }
    for (std::uint32_t v = 0; v < all.members().size(); ++v) {
        for (auto const& tie : co_investment_ties_of(all, v, unranked)) {
            require(some.at(std::minmax(v, tie.other)) == tie.weight, "a tie is no edge");
        }
    }
    auto const found = estimate_co_investment(all, options, {.counted = 0}).edges;
    auto const unweighed = options.min_weight <= 0.0 ? some.size() : found.at_least;
    require(found.at_least <= unweighed && unweighed <= found.at_most, "an estimate fails");
}

void require_budget(co_investment_groups const& all, co_investment_options const& options,
                    std::uint64_t budget)
{
    try {
        auto const within = project_co_investment(all, options, {.memory_budget = budget});
        require(within == project_co_investment(all, options), "a budget changes the answer");
    } catch (error const& e) {
        require(e.code() == error_code::over_budget, "an error of another kind");
    }
}

void require_significance(network const& n, co_investment_scope const& scope,
                          co_investment_significance_options const& options)
{
    auto const found = significant_pairs(n, scope, options);
    for (auto const& p : found.pairs) {
        require(p.log_p <= 0.0 && p.log_p <= p.log_adjusted && p.log_adjusted <= 0.0, "no p-value");
        require(p.expected >= 0.0, "less than nothing expected");
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    if (size > 300) {
        return 0; // more rounds of the same
    }
    byte_source bytes{{data, size}};
    auto const kind = bytes.next();
    co_investment_scope scope;
    scope.unit = static_cast<co_investment_unit>(kind & 1U);
    if ((kind & 2U) != 0) {
        scope.unit = co_investment_unit::same_company;
        scope.side = co_investment_side::companies;
    }
    if ((kind & 4U) != 0) {
        scope.period = date{2000 + (kind >> 6U)};
    }
    co_investment_options options;
    options.weight = static_cast<co_investment_weight>(bytes.next() % 6);
    options.min_weight = bytes.next() / 64.0;
    options.top_k = bytes.next() % 8U;
    options.hub_cap = bytes.next() % 16U;
    auto const budget = std::uint64_t{bytes.next()} << 4U;
    co_investment_significance_options tests{.level = 1.0};
    auto const test = bytes.next();
    tests.null = static_cast<significance_null>(test % 3);
    tests.tail = static_cast<significance_tail>(test / 3 % 2);
    tests.correction = static_cast<significance_correction>(test / 6 % 2);

    auto const book = read_ledger(bytes);
    network const n{view{book}};
    co_investment_groups const all{n, scope};
    require_kept(all, options);
    require_budget(all, options, budget);
    require_significance(n, scope, tests);
    return 0;
}
