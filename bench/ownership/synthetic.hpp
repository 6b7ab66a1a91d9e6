// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Made-up companies that own each other, in layers with cross-holdings.

#include "random_numbers.hpp"

#include <capgraph/graph/stake_matrix.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <functional>
#include <numeric>
#include <utility>
#include <vector>

namespace bench {

/// Stakes, and who of their owners is the state.
struct ownership {
    struct stake {
        std::uint32_t owner;
        std::uint32_t owned;
        double part;
    };
    std::size_t companies = 0;
    std::vector<stake> stakes;
    std::vector<std::uint32_t> state; ///< Nobody owns them.
};

/// Companies in layers. A company has no recorded owner (15 %), one (45 %), or up to twelve, most
/// of them older: half near, half far up, where few own much. Three in a hundred are younger, and
/// make cycles; so do rings of two to six (3 % of all) and rings of a thousand with chords. Two in
/// five are wholly owned, of the rest a part is nobody's; but no group owns itself wholly, as the
/// peers would have no answer. The oldest hundredth is owned by nobody, and every twentieth of it
/// is the state. Ids tell nothing of age.
class ownership_maker {
public:
    ownership_maker(std::size_t companies, std::uint64_t seed) : n_{companies}, random_{seed} {}

    ownership operator()()
    {
        make_small_rings();
        make_large_rings();
        ownership out;
        out.companies = n_;
        for (std::uint32_t v = 0; v < n_; ++v) {
            add_owners(v, out.stakes);
        }
        std::vector<std::uint32_t> ids(n_);
        std::iota(ids.begin(), ids.end(), 0U);
        for (auto i = n_; i-- > 1;) {
            std::swap(ids[i], ids[random_.below(i + 1)]);
        }
        for (auto& s : out.stakes) {
            s.owner = ids[s.owner];
            s.owned = ids[s.owned];
        }
        for (std::size_t v = 0; v < n_ / 100; v += 20) {
            out.state.push_back(ids[v]);
        }
        return out;
    }

private:
    static constexpr auto nobody = static_cast<std::uint32_t>(-1);
    struct owner {
        std::uint32_t id;
        double weight;
    };

    void make_small_rings()
    {
        auto const oldest = n_ / 50;
        for (std::size_t i = 0; i < n_ / 130; ++i) {
            auto const first = static_cast<std::uint32_t>(oldest + random_.below(n_ - oldest - 10));
            auto const size = 2 + random_.below(5);
            auto const at = ring_.begin() + first;
            if (std::all_of(at, at + size, [](auto o) { return o == nobody; })) {
                for (std::uint32_t k = 0; k < size; ++k) {
                    ring_[first + k] = first + (k + 1) % size;
                }
            }
        }
    }

    void make_large_rings()
    {
        auto const oldest = n_ / 50;
        for (std::size_t i = 0; i < n_ / 200'000; ++i) {
            std::vector<std::uint32_t> members;
            while (members.size() < 1000) {
                auto const v = static_cast<std::uint32_t>(oldest + random_.below(n_ - oldest));
                if (ring_[v] == nobody) {
                    ring_[v] = v; // taken
                    members.push_back(v);
                }
            }
            for (std::size_t k = 0; k < members.size(); ++k) {
                ring_[members[k]] = members[(k + 1) % members.size()];
                chord_[members[k]] = members[random_.below(members.size())];
            }
        }
    }

    std::size_t number_of_owners(std::uint32_t v)
    {
        static constexpr std::array<std::pair<double, std::size_t>, 6> up_to{
            {{0.15, 0}, {0.60, 1}, {0.85, 2}, {0.95, 3}, {0.99, 5}, {1.0, 12}}};
        auto const x = random_.unit();
        auto const* const at = std::find_if(up_to.begin(), up_to.end() - 1,
                                            [x](auto const& u) { return x < u.first; });
        return v < n_ / 100 ? 0 : at->second;
    }

    std::uint32_t owner_of(std::uint32_t v)
    {
        if (random_.unit() < 0.03) {
            auto const younger = v + 1U + random_.below(2000);
            return static_cast<std::uint32_t>(std::min<std::size_t>(n_ - 1, younger));
        }
        if (random_.unit() < 0.5) {
            return v - 1U - random_.below(std::min<std::size_t>(v, 5000));
        }
        auto const x = random_.unit();
        return static_cast<std::uint32_t>(x * x * x * static_cast<double>(v));
    }

    void add_owners(std::uint32_t v, std::vector<ownership::stake>& stakes)
    {
        owners_.clear();
        auto const add = [&](std::uint32_t o, double weight) {
            auto const is_known = std::any_of(owners_.begin(), owners_.end(),
                                              [o](auto const& other) { return other.id == o; });
            if (o != nobody && o != v && !is_known) {
                owners_.push_back({o, weight});
            }
        };
        add(ring_[v], 0.2 + random_.unit());
        add(chord_[v], 0.2 + random_.unit());
        for (auto left = number_of_owners(v); left > 0; --left) {
            add(owner_of(v), 0.05 - std::log(1.0 - random_.unit()));
        }
        auto whole = random_.unit() < 0.4 ? 1.0 : 0.3 + 0.7 * random_.unit();
        auto const has_younger =
            std::any_of(owners_.begin(), owners_.end(), [v](auto const& o) { return o.id > v; });
        whole *= has_younger ? 0.9 : 1.0; // each cycle has such a company
        auto sum = 0.0;
        for (auto const& o : owners_) {
            sum += o.weight;
        }
        for (auto const& o : owners_) {
            stakes.push_back({o.id, v, whole * o.weight / sum});
        }
    }

    std::size_t n_;
    random_numbers random_;
    std::vector<std::uint32_t> ring_ = std::vector<std::uint32_t>(n_, nobody);
    std::vector<std::uint32_t> chord_ = std::vector<std::uint32_t>(n_, nobody);
    std::vector<owner> owners_;
};

inline capgraph::stake_matrix exact_matrix(ownership const& all)
{
    return {all.companies, [&](capgraph::stake_matrix::sink const& hear) {
                for (auto const& s : all.stakes) {
                    hear({s.owner, s.owned, s.part, s.part});
                }
            }};
}

/// Every fifth stake is only known within a tenth of it.
inline capgraph::stake_matrix widened_matrix(ownership const& all)
{
    return {all.companies, [&](capgraph::stake_matrix::sink const& hear) {
                for (std::size_t i = 0; i < all.stakes.size(); ++i) {
                    auto const& s = all.stakes[i];
                    auto const wide = i % 5 == 0 ? 0.1 * s.part : 0.0;
                    hear({s.owner, s.owned, s.part - wide, std::min(1.0, s.part + wide)});
                }
            }};
}

} // namespace bench
