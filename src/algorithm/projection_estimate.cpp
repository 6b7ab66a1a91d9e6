// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/projection_estimate.hpp>

#include <capgraph/algorithm/projection.hpp>
#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cmath>
#include <limits>
#include <random>
#include <span>
#include <stdexcept>
#include <vector>

namespace capgraph::inline v0 {

namespace {

__extension__ using wide = unsigned __int128;

constexpr std::uint64_t most = std::numeric_limits<std::uint64_t>::max();

std::uint64_t clamped(wide value)
{
    return value > most ? most : static_cast<std::uint64_t>(value);
}

constexpr std::uint64_t pairs_of(std::uint64_t k)
{
    return k < 2 ? 0 : k % 2 == 0 ? k / 2 * (k - 1) : (k - 1) / 2 * k;
}

/// Bounds from how many others each member meets at least and at most.
void bound(projection_estimate& out, group_rows groups, group_rows memberships)
{
    std::uint64_t members = 0;
    for (std::size_t v = 0; v < memberships.size(); ++v) {
        members += memberships.size_of(v) != 0 ? 1U : 0U;
    }
    wide least = 0;
    wide greatest = 0;
    for (std::size_t v = 0; v < memberships.size(); ++v) {
        std::uint64_t largest = 0;
        wide all = 0;
        for (auto const g : memberships.row(v)) {
            auto const others = groups.size_of(g) - 1;
            largest = std::max(largest, others);
            all += others;
        }
        least += largest;
        greatest += members == 0 ? 0 : std::min<wide>(all, members - 1);
    }
    out.at_least = clamped((least + 1) / 2); // a pair is counted from either end
    out.at_most = clamped(greatest / 2);
}

/// Random numbers below a limit, the same with any library.
class numbers_below {
public:
    explicit numbers_below(std::uint64_t seed) : random_{seed} {}

    /// Lemire, "Fast random integer generation in an interval", 2019. Precondition: `limit > 0`.
    std::uint64_t operator()(std::uint64_t limit)
    {
        auto const refused = (most - limit + 1) % limit;
        while (true) {
            auto const product = static_cast<wide>(random_()) * limit;
            if (static_cast<std::uint64_t>(product) >= refused) {
                return static_cast<std::uint64_t>(product >> 64U);
            }
        }
    }

private:
    std::mt19937_64 random_;
};

std::uint64_t num_shared(std::span<std::uint32_t const> a, std::span<std::uint32_t const> b)
{
    if (a.size() > b.size()) {
        std::swap(a, b);
    }
    std::uint64_t shared = 0;
    auto from = b.begin();
    for (auto const group : a) {
        from = std::lower_bound(from, b.end(), group);
        shared += from != b.end() && *from == group ? 1U : 0U;
    }
    return shared;
}

/// The mean of 1/s over meetings that are drawn, and how far they scatter.
struct drawn {
    double mean = 0.0;
    double variance = 0.0;
};

class meeting_sampler {
public:
    meeting_sampler(group_rows groups, group_rows memberships, std::uint64_t seed)
        : groups_{groups}, memberships_{memberships}, below_{seed}
    {
        before_.reserve(groups.size() + 1);
        before_.push_back(0);
        for (std::size_t g = 0; g < groups.size(); ++g) {
            before_.push_back(before_.back() + pairs_of(groups.size_of(g)));
        }
    }

    drawn draw(std::uint64_t samples, run_options const& run)
    {
        checkpoint check{run, "drawing meetings", samples};
        auto mean = 0.0;
        auto squares = 0.0; // of the distances from the mean (Welford 1962)
        for (std::uint64_t i = 1; i <= samples; ++i) {
            auto const value = 1.0 / static_cast<double>(shared_by_one());
            auto const off = value - mean;
            mean += off / static_cast<double>(i);
            squares += off * (value - mean);
            check.advance();
        }
        check.finish();
        return {mean, squares / static_cast<double>(samples - 1)};
    }

private:
    std::uint64_t shared_by_one()
    {
        auto const meeting = below_(before_.back());
        auto const group = static_cast<std::size_t>(
            std::upper_bound(before_.begin(), before_.end(), meeting) - before_.begin() - 1);
        auto const row = groups_.row(group);
        auto const first = below_(row.size());
        auto const second = (first + 1 + below_(row.size() - 1)) % row.size();
        return num_shared(memberships_.row(row[first]), memberships_.row(row[second]));
    }

    group_rows groups_;
    group_rows memberships_;
    std::vector<std::uint64_t> before_; ///< How many meetings there are before each group.
    numbers_below below_;
};

/// How far the mean may be off at the most, each of the two bounds failing with half the chance.
double margin_of(drawn const& found, std::uint64_t samples, double confidence)
{
    auto const n = static_cast<double>(samples);
    auto const chance = (1.0 - confidence) / 2.0;
    auto const hoeffding = std::sqrt(std::log(2.0 / chance) / (2.0 * n));
    auto const log_four = std::log(4.0 / chance); // two sides, and Maurer & Pontil's 2
    auto const bernstein =
        std::sqrt(2.0 * found.variance * log_four / n) + 7.0 * log_four / (3.0 * (n - 1.0));
    return std::min(hoeffding, bernstein);
}

/// So many that what is looked up is linear in the participations.
std::uint64_t affordable(group_rows groups, group_rows memberships, double meetings,
                         std::uint64_t samples)
{
    auto looked_up = 0.0; // in all meetings together, at most
    for (std::size_t g = 0; g < groups.size(); ++g) {
        auto degrees = 0.0;
        for (auto const member : groups.row(g)) {
            degrees += static_cast<double>(memberships.size_of(member));
        }
        looked_up += degrees * static_cast<double>(groups.size_of(g) - 1) / 2.0;
    }
    constexpr auto times = 8.0;
    auto const of_one = std::max(1.0, looked_up / meetings);
    auto const most_drawn = times * static_cast<double>(groups.members.size()) / of_one;
    return std::clamp(static_cast<std::uint64_t>(most_drawn), std::min<std::uint64_t>(64, samples),
                      samples);
}

wide meetings_of(group_rows groups)
{
    wide sum = 0;
    for (std::size_t g = 0; g < groups.size(); ++g) {
        sum += pairs_of(groups.size_of(g));
    }
    return sum;
}

} // namespace

projection_estimate estimate_projection(group_rows groups, group_rows memberships,
                                        projection_estimate_options const& options,
                                        run_options const& run)
{
    if (!(options.confidence > 0.0 && options.confidence < 1.0) || options.samples < 2) {
        throw std::invalid_argument{"capgraph::estimate_projection: expected a confidence between "
                                    "0 and 1, and two samples or more"};
    }
    projection_estimate out;
    bound(out, groups, memberships);
    auto const meetings = meetings_of(groups);
    constexpr std::uint64_t few = 4;
    if (meetings <= std::max(options.counted, few * groups.members.size())) {
        out.min = out.max = num_projected_pairs(memberships.size(), groups, run);
        return out;
    }
    if (meetings > most || out.at_least == out.at_most) {
        out.min = out.at_least;
        out.max = out.at_most;
        return out;
    }
    auto const all = static_cast<double>(meetings);
    out.samples = affordable(groups, memberships, all, options.samples);
    auto const found = meeting_sampler{groups, memberships, run.seed}.draw(out.samples, run);
    auto const margin = margin_of(found, out.samples, options.confidence);
    auto const within = [&](double pairs) {
        return std::clamp(pairs, static_cast<double>(out.at_least),
                          static_cast<double>(out.at_most));
    };
    out.min = static_cast<std::uint64_t>(std::floor(within((found.mean - margin) * all)));
    out.max = static_cast<std::uint64_t>(std::ceil(within((found.mean + margin) * all)));
    out.confidence = options.confidence;
    return out;
}

} // namespace capgraph::inline v0
