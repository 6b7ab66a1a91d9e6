// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "measure.hpp"
#include "ownership/peers.hpp"
#include "ownership/synthetic.hpp"

#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/graph/voting_power.hpp>

#include <cstdio>
#include <string>
#include <utility>

namespace bench {

inline constexpr double mebi = 1024.0 * 1024.0;
inline constexpr double agreed = 1e-9;

inline void target(std::string const& name, double ratio, double wanted)
{
    std::printf("target: ownership.%s %.2f %.1f\n", name.c_str(), ratio, wanted);
}

/// One network, in all its forms.
struct subject {
    explicit subject(ownership made) : all{std::move(made)}
    {
        building = time_of([this] { power = capgraph::voting_power{exact_matrix(all)}; });
        building_widened = time_of([this] { widened = widened_matrix(all); });
        rows = rows_of(all);
    }

    ownership all;
    capgraph::voting_power power;
    capgraph::stake_matrix widened;
    owner_rows rows;
    double building = 0.0;
    double building_widened = 0.0;
};

} // namespace bench
