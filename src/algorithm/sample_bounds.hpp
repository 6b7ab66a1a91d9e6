// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/run/checkpoint.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

// What is asked of an estimate: all of `vertices` within `epsilon`, but for a chance of `delta`.
struct sampling_goal {
    double epsilon;
    double delta;
    std::size_t vertices;
};

// So many samples reach the goal whatever the scores (Hoeffding), with half of delta.
[[nodiscard]] double most_samples(sampling_goal const& goal);

// How far the true score of a vertex may be from the part of the samples that hit it, at any number
// of samples up to the most: the f and g of Borassi and Natale, which is Freedman's inequality
// solved for the score.
//
// The other half of delta is shared out so that vertices that are hit often, and need the most
// samples, have the most of it. The samples that tell which these are must be others than those
// that are judged.
class sample_bounds {
public:
    // `hits`: of each vertex among `samples` drawn before. `most`: those to be judged, at most.
    sample_bounds(sampling_goal const& goal, std::uint64_t most,
                  std::span<std::uint64_t const> hits, std::uint64_t samples,
                  checkpoint const& check);

    [[nodiscard]] double below(std::size_t v, double score, std::uint64_t samples) const;
    [[nodiscard]] double above(std::size_t v, double score, std::uint64_t samples) const;

private:
    [[nodiscard]] double within(double bound, std::uint64_t samples) const;

    double epsilon_;
    std::uint64_t most_;
    std::vector<double> logs_; // of one over the chance that a bound of the vertex fails
};

} // namespace capgraph::inline v0::detail
