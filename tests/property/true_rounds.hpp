// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Rounds of which all is known, told so that something is left open.

#include "query/told_backing.hpp"
#include "support/effort.hpp"

#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <vector>

namespace capgraph::test {

struct true_cheque {
    std::string investor;
    std::optional<state_tie> tie{};
    std::int64_t paid = 0;
    bool internal = false;
};

struct true_round {
    std::vector<true_cheque> cheques;

    /// What `wanted` paid together.
    [[nodiscard]] std::int64_t sum(auto&& wanted) const
    {
        std::int64_t all = 0;
        for (auto const& c : cheques) {
            all += wanted(c) ? c.paid : 0;
        }
        return all;
    }
    [[nodiscard]] std::int64_t total() const
    {
        return sum([](auto const&) { return true; });
    }
    [[nodiscard]] std::int64_t external() const
    {
        return sum([](auto const& c) { return !c.internal; });
    }
    /// The labelled part of the whole, or of its external part; absent where that is nothing.
    [[nodiscard]] std::optional<double> part(bool external_only) const
    {
        auto const is_counted = [=](auto const& c) { return !external_only || !c.internal; };
        auto const state = sum([&](auto const& c) { return is_counted(c) && c.tie; });
        auto const whole = sum(is_counted);
        return whole == 0 ? std::nullopt
                          : std::optional{static_cast<double>(state) / static_cast<double>(whole)};
    }
};

/// Draws rounds and tells them: the same from the same seed.
class round_teller {
public:
    explicit round_teller(std::uint64_t seed) : random_{seed} {}

    [[nodiscard]] std::int64_t below(std::int64_t n)
    {
        return static_cast<std::int64_t>(random_() % static_cast<std::uint64_t>(n));
    }
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }

    [[nodiscard]] true_round draw()
    {
        true_round made;
        auto const investors = static_cast<std::size_t>(1 + below(8));
        for (std::size_t i = 0; i < investors; ++i) {
            true_cheque c{numbered("investor-", i)};
            if (chance(40)) {
                c.tie = static_cast<state_tie>(below(3));
            }
            c.paid = chance(10) ? 0 : below(chance(50) ? 10 : 1'000'000'000'000);
            c.internal = chance(20);
            made.cheques.push_back(c);
        }
        return made;
    }

    /// A sum, or less than that: in words that it fits.
    [[nodiscard]] told_sum obscure(std::int64_t sum)
    {
        auto const less = sum - (sum == 0 ? 0 : below(sum + 1));
        auto const more = sum + below(sum + 2);
        switch (below(7)) {
        case 0:
            return exactly(fen(sum));
        case 1:
            return plain(fen(sum));
        case 2:
            return about(fen(sum));
        case 3:
            return between(fen(less), fen(more));
        case 4:
            return up_to(fen(more));
        case 5:
            return at_least(fen(less));
        default:
            return {};
        }
    }

    [[nodiscard]] told_round obscure(true_round const& made)
    {
        told_round told{.total = obscure(made.total())};
        for (auto const& c : made.cheques) {
            told.cheques.push_back({c.investor, c.tie, obscure(c.paid), c.internal});
        }
        if (chance(30)) {
            told.external = obscure(made.external());
        }
        return told;
    }

private:
    std::mt19937_64 random_;
};

/// Calls `law` with a teller for each seed, once for the whole and once for its external part.
template <class Law>
void for_each_seed(Law const& law)
{
    for (std::uint64_t seed = 0; seed < law_cases(); ++seed) {
        CAPTURE(seed);
        for (auto const of : {backing_denominator::total, backing_denominator::external}) {
            CAPTURE(to_string(of));
            round_teller random{seed};
            law(random, state_backing_options{.denominator = of});
        }
    }
}

/// Whether the bounds of `narrow` lie within those of `wide`.
inline bool lies_within(bounded<share> const& narrow, bounded<share> const& wide)
{
    return wide.lower <= narrow.lower && narrow.upper <= wide.upper;
}

} // namespace capgraph::test
