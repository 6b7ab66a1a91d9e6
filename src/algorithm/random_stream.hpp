// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <limits>

namespace capgraph::inline v0::detail {

// Random numbers of one of 2^64 streams of a seed, the same on every machine: what is drawn for
// number i depends on nothing that was drawn before. (SplitMix: Steele, Lea and Flood 2014.)
class random_stream {
public:
    random_stream(std::uint64_t seed, std::uint64_t stream) : state_{mixed(mixed(seed) + stream)} {}

    std::uint64_t operator()()
    {
        state_ += 0x9e3779b97f4a7c15U;
        return mixed(state_);
    }

    // In [0, 1).
    double fraction() { return static_cast<double>((*this)() >> 11U) * 0x1p-53; }

    // In [0, limit), each as likely (Lemire 2019). Precondition: `limit > 0`.
    std::uint64_t below(std::uint64_t limit)
    {
        __extension__ using wide = unsigned __int128;
        constexpr auto most = std::numeric_limits<std::uint64_t>::max();
        auto const refused = (most - limit + 1) % limit;
        while (true) {
            auto const product = static_cast<wide>((*this)()) * limit;
            if (static_cast<std::uint64_t>(product) >= refused) {
                return static_cast<std::uint64_t>(product >> 64U);
            }
        }
    }

private:
    static std::uint64_t mixed(std::uint64_t z)
    {
        z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
        z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
        return z ^ (z >> 31U);
    }

    std::uint64_t state_;
};

} // namespace capgraph::inline v0::detail
