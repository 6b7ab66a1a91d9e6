// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// The state's part in the money of a round straight from its definition: every way in which small
// whole sums can fall, tried out. Shares no code with the library, and no formula.

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <random>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::test {

/// Between which whole sums a sum lies; `high` absent: no limit.
struct span_of_sums {
    int low = 0;
    std::optional<int> high{};

    [[nodiscard]] bool has(int sum) const { return sum >= low && (!high || sum <= *high); }
    /// Raised to `sum` where that exceeds it.
    [[nodiscard]] span_of_sums raised_to(int sum) const
    {
        return {std::max(low, sum), high ? std::optional{std::max(*high, sum)} : std::nullopt};
    }
};

struct cheque_case {
    span_of_sums paid;
    bool state = false;
    bool internal = false;
};

struct round_case {
    std::vector<cheque_case> cheques;
    span_of_sums total;
    std::optional<span_of_sums> external{};
    bool unnamed = false; ///< Whether unnamed investors may have paid.
};

/// A fraction, as whole numbers.
struct ratio_of_sums {
    int part = 0;
    int whole = 1;

    [[nodiscard]] double value() const { return static_cast<double>(part) / whole; }
    friend bool operator<(ratio_of_sums a, ratio_of_sums b)
    {
        return a.part * b.whole < b.part * a.whole;
    }
};

/// What all completions of a round with no more than `cap` in any sum have in common.
struct completions {
    std::optional<ratio_of_sums> lowest{}; ///< Absent where there is no money in any.
    std::optional<ratio_of_sums> highest{};
    int most = -1;          ///< The most there is in the whole; -1 where nothing fits.
    int determined = 0;     ///< Money of the cheques that are one sum in all of them.
    bool reach_cap = false; ///< Whether a higher cap may show more.
};

/// Tries out everything.
class completer {
public:
    completer(round_case told, bool external_only, int cap)
        : told_{std::move(told)}, external_only_{external_only}, cap_{cap}
    {
        settle_total();
        settle_external();
    }

    [[nodiscard]] completions answer() const
    {
        completions found;
        each(told_.cheques, [&](sums const& s) {
            found.reach_cap |= s.state_in + s.rest_in + s.state_out + s.rest_out == cap_;
        });
        for (auto const& r : parts()) {
            found.most = std::max(found.most, r.whole);
            if (r.whole > 0) {
                found.lowest = !found.lowest || r < *found.lowest ? r : *found.lowest;
                found.highest = !found.highest || *found.highest < r ? r : *found.highest;
            }
        }
        for (std::size_t i = 0; i < told_.cheques.size(); ++i) {
            auto const is_counted = !external_only_ || !told_.cheques[i].internal;
            found.determined += is_counted ? only_sum(i).value_or(0) : 0;
        }
        return found;
    }

    /// The state's money and the whole of each completion, each pair once.
    [[nodiscard]] std::vector<ratio_of_sums> parts() const
    {
        std::vector<ratio_of_sums> all;
        each(told_.cheques, [&](sums const& s) {
            auto const state = s.state_out + (external_only_ ? 0 : s.state_in);
            all.push_back({state, state + s.rest_out + (external_only_ ? 0 : s.rest_in)});
        });
        auto const pair = [](ratio_of_sums r) { return std::pair{r.whole, r.part}; };
        std::sort(all.begin(), all.end(), [&](auto a, auto b) { return pair(a) < pair(b); });
        all.erase(
            std::unique(all.begin(), all.end(), [&](auto a, auto b) { return pair(a) == pair(b); }),
            all.end());
        return all;
    }

private:
    struct sums {
        int state_in = 0; ///< Internal.
        int rest_in = 0;
        int state_out = 0; ///< External.
        int rest_out = 0;
    };
    using reachable = std::vector<bool>; // of each sum up to the cap

    /// "Cheques that exceed the total raise it"; what the named cannot have paid, others have.
    void settle_total()
    {
        int least = 0;
        for (auto const& c : told_.cheques) {
            least += c.paid.low;
        }
        told_.total = told_.total.raised_to(least);
        auto const said = std::exchange(told_.external, std::nullopt);
        told_.unnamed = told_.unnamed || !fits(false);
        told_.external = said;
        // Money that came in and that nobody is named for is others'.
        told_.unnamed |= told_.cheques.empty() && told_.total.high != 0;
    }

    /// The same of the external part; but where it contradicts the rest it is left aside.
    void settle_external()
    {
        if (!told_.external) {
            return;
        }
        int least = 0;
        for (auto const& c : told_.cheques) {
            least += c.internal ? 0 : c.paid.low;
        }
        told_.external = told_.external->raised_to(least);
        if (!fits(true)) {
            told_.external.reset();
        } else {
            told_.unnamed = told_.unnamed || !fits(false);
        }
    }

    [[nodiscard]] bool fits(bool unnamed) const
    {
        auto copy = *this;
        copy.told_.unnamed = unnamed;
        bool any = false;
        copy.each(told_.cheques, [&](sums const&) { any = true; });
        return any;
    }

    /// The one sum that cheque `i` is in all completions.
    [[nodiscard]] std::optional<int> only_sum(std::size_t i) const
    {
        std::optional<int> only;
        for (int sum = 0; sum <= cap_; ++sum) {
            auto cheques = told_.cheques;
            if (!cheques[i].paid.has(sum)) {
                continue;
            }
            cheques[i].paid = {sum, sum};
            bool any = false;
            each(cheques, [&](sums const&) { any = true; });
            if (any && only) {
                return std::nullopt;
            }
            only = any ? std::optional{sum} : only;
        }
        return only;
    }

    /// All that the cheques of one kind can make together, with unnamed money on top or without.
    [[nodiscard]] std::vector<int> made(std::vector<cheque_case> const& cheques, bool state,
                                        bool internal) const
    {
        auto const size = static_cast<std::size_t>(cap_) + 1;
        reachable can(size);
        can[0] = true;
        auto const add = [&](span_of_sums const& paid) {
            reachable next(size);
            for (std::size_t before = 0; before < size; ++before) {
                for (std::size_t sum = 0; can[before] && before + sum < size; ++sum) {
                    if (paid.has(static_cast<int>(sum))) {
                        next[before + sum] = true;
                    }
                }
            }
            can = next;
        };
        for (auto const& c : cheques) {
            if (c.state == state && c.internal == internal) {
                add(c.paid);
            }
        }
        if (told_.unnamed && !internal) {
            add({});
        }
        std::vector<int> out;
        for (int sum = 0; sum <= cap_; ++sum) {
            if (can[static_cast<std::size_t>(sum)]) {
                out.push_back(sum);
            }
        }
        return out;
    }

    template <class Visit>
    void each(std::vector<cheque_case> const& cheques, Visit const& visit) const
    {
        auto const state_out = made(cheques, true, false);
        auto const rest_out = made(cheques, false, false);
        auto const rest_in = made(cheques, false, true);
        for (int const a : made(cheques, true, true)) {
            for (int const b : rest_in) {
                for (int const c : state_out) {
                    for (int const d : rest_out) {
                        auto const total = a + b + c + d;
                        if (total <= cap_ && told_.total.has(total)
                            && (!told_.external || told_.external->has(c + d))) {
                            visit(sums{a, b, c, d});
                        }
                    }
                }
            }
        }
    }

    round_case told_;
    bool external_only_;
    int cap_;
};

/// Small rounds of all kinds, the same from the same seed.
class round_cases {
public:
    explicit round_cases(std::uint64_t seed) : random_{seed} {}

    [[nodiscard]] int below(int n)
    {
        return static_cast<int>(random_() % static_cast<unsigned>(n));
    }
    [[nodiscard]] bool chance(int percent) { return below(100) < percent; }

    [[nodiscard]] span_of_sums sums_up_to(int most)
    {
        auto const a = below(most + 1);
        auto const b = below(most + 1);
        switch (below(5)) {
        case 0:
            return {a, a};
        case 1:
            return {std::min(a, b), std::max(a, b)};
        case 2:
            return {0, a};
        case 3:
            return {a, std::nullopt};
        default:
            return {};
        }
    }

    [[nodiscard]] round_case next()
    {
        round_case made;
        auto const investors = below(5);
        for (int i = 0; i < investors; ++i) {
            made.cheques.push_back({sums_up_to(6), chance(40), chance(25)});
        }
        made.total = sums_up_to(16);
        if (chance(40)) {
            made.external = sums_up_to(12);
        }
        made.unnamed = chance(25);
        return made;
    }

private:
    std::mt19937_64 random_;
};

} // namespace capgraph::test
