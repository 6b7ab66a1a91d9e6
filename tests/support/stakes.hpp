// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Stakes to try the ownership kernels on: a list with its number of vertices, small random ones
// with cycles among them.

#include <capgraph/graph/stake_matrix.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <random>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::test {

using vertex_list = std::vector<std::uint32_t>;

/// A stake that is known.
inline bounded_stake held(std::size_t owner, std::size_t owned, double part)
{
    return {static_cast<std::uint32_t>(owner), static_cast<std::uint32_t>(owned), part, part};
}

/// A stake of which bounds are known.
inline bounded_stake held(std::size_t owner, std::size_t owned, double lower, double upper)
{
    return {static_cast<std::uint32_t>(owner), static_cast<std::uint32_t>(owned), lower, upper};
}

struct stake_case {
    std::size_t n = 0;
    std::vector<bounded_stake> stakes;

    [[nodiscard]] stake_matrix matrix() const { return {n, stakes}; }
    [[nodiscard]] std::uint32_t add_vertex() { return static_cast<std::uint32_t>(n++); }
};

/// 0 holds `part` of 1, which holds as much of 2, and so on.
inline stake_case chain_of(std::size_t n, double part)
{
    stake_case out{n, {}};
    for (std::size_t v = 1; v < n; ++v) {
        out.stakes.push_back(held(v - 1, v, part));
    }
    return out;
}

/// A chain whose last holds `part` of the first.
inline stake_case ring_of(std::size_t n, double part)
{
    auto out = chain_of(n, part);
    out.stakes.push_back(held(n - 1, 0, part));
    return out;
}

/// The same in another order.
inline stake_case shuffled(stake_case told, std::uint64_t seed)
{
    std::mt19937_64 random{seed};
    for (auto i = told.stakes.size(); i > 1; --i) {
        std::swap(told.stakes[i - 1], told.stakes[random() % i]);
    }
    return told;
}

/// The same with `names[v]` for each vertex v.
inline stake_case relabelled(stake_case told, vertex_list const& names)
{
    for (auto& s : told.stakes) {
        s.owner = names[s.owner];
        s.owned = names[s.owned];
    }
    return told;
}

/// What random stakes look like. Companies come first, then outsiders, whom nobody owns.
struct stake_shape {
    std::size_t companies = 5;
    std::size_t outsiders = 2;
    int density = 40;          ///< Of each possible stake, in per cent.
    bool outsiders_in = false; ///< Whether each company has an owner from outside: none is closed.
    bool is_whole = false;     ///< Whether all of each company that has owners is held.
    bool intervals = false;
};

/// Random stakes, the same from the same seed.
class stake_teller {
public:
    explicit stake_teller(std::uint64_t seed) : random_{seed} {}

    [[nodiscard]] std::size_t below(std::size_t n) { return random_() % n; }
    [[nodiscard]] bool chance(int percent)
    {
        return below(100) < static_cast<std::size_t>(percent);
    }
    /// In [0, 1).
    [[nodiscard]] double fraction() { return static_cast<double>(random_() >> 11U) * 0x1p-53; }
    [[nodiscard]] std::uint32_t vertex(std::size_t n)
    {
        return static_cast<std::uint32_t>(below(n));
    }

    [[nodiscard]] stake_case draw(stake_shape const& shape)
    {
        stake_case out{shape.companies + shape.outsiders, {}};
        for (std::size_t owned = 0; owned < shape.companies; ++owned) {
            draw_column(out, owned, shape);
        }
        return out;
    }

    /// Shares out what its bounds allow: each stake one figure, at the ends more often than not.
    [[nodiscard]] stake_case complete(stake_case told)
    {
        std::vector<double> left(told.n, 1.0);
        for (auto const& s : told.stakes) {
            left[s.owned] -= s.lower;
        }
        auto order = permutation(told.stakes.size());
        for (auto const i : order) {
            auto& s = told.stakes[i];
            auto const room = std::clamp(left[s.owned], 0.0, s.upper - s.lower);
            auto const more = room * (chance(40) ? 1.0 : chance(40) ? 0.0 : fraction());
            left[s.owned] -= more;
            s.lower = s.upper = std::min(1.0, s.lower + more);
        }
        return told;
    }

    [[nodiscard]] vertex_list permutation(std::size_t n)
    {
        vertex_list out(n);
        for (std::size_t i = 0; i < n; ++i) {
            out[i] = static_cast<std::uint32_t>(i);
            std::swap(out[i], out[below(i + 1)]);
        }
        return out;
    }

private:
    void draw_column(stake_case& out, std::size_t owned, stake_shape const& shape)
    {
        std::vector<std::pair<std::size_t, double>> parts;
        auto sum = 0.0;
        for (std::size_t owner = 0; owner < out.n; ++owner) {
            if (chance(owner == owned ? shape.density / 4 : shape.density)) {
                parts.emplace_back(owner, fraction());
                sum += parts.back().second;
            }
        }
        if (shape.outsiders_in) {
            parts.emplace_back(shape.companies + below(shape.outsiders), 0.05 + fraction());
            sum += parts.back().second;
        }
        auto const whole = shape.is_whole ? 1.0 : 0.2 + 0.79 * fraction();
        for (auto const& [owner, part] : parts) {
            tell(out, owner, owned, part / sum * whole, shape.intervals);
        }
    }

    /// One stake; now and then as two, which are told apart.
    void tell(stake_case& out, std::size_t owner, std::size_t owned, double part, bool intervals)
    {
        if (chance(10)) {
            tell(out, owner, owned, 0.5 * part, intervals);
            part *= 0.5;
        }
        auto const below = intervals && chance(60) ? (chance(40) ? 0.0 : part * fraction()) : part;
        auto const above =
            intervals && chance(60) ? (chance(40) ? 1.0 : part + (1.0 - part) * fraction()) : part;
        out.stakes.push_back(held(owner, owned, below, above));
    }

    std::mt19937_64 random_;
};

} // namespace capgraph::test
