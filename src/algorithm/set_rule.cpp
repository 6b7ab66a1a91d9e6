// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/set_rule.hpp>

#include "../graph/charged_vector.hpp"
#include "growing_set.hpp"
#include "touched_values.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <stdexcept>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

namespace {

void check_vertices(std::span<std::uint32_t const> listed, std::size_t vertex_count)
{
    for (auto const v : listed) {
        if (v >= vertex_count) {
            throw std::out_of_range{"capgraph::belongs_to: vertex " + std::to_string(v) + " of "
                                    + std::to_string(vertex_count)};
        }
    }
}

/// A list that takes each vertex once, but some.
class gathered {
public:
    gathered(std::size_t vertex_count, std::span<std::uint32_t const> but, memory_budget& budget)
        : is_seen_{vertex_count, budget}, all_{budget}
    {
        for (auto const v : but) {
            is_seen_[v] = 1;
        }
    }

    void add(std::vector<std::uint32_t> const& more)
    {
        for (auto const v : more) {
            if (std::exchange(is_seen_[v], std::uint8_t{1}) == 0) {
                all_.push_back(v);
            }
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> take() && { return std::move(all_).take(); }

private:
    detail::touched_values<std::uint8_t> is_seen_;
    detail::charged_vector<std::uint32_t> all_;
};

} // namespace

controlled_set belongs_to(voting_power const& power, std::span<std::uint32_t const> listed,
                          set_rule const& rule, run_options const& run)
{
    control_options options;
    options.threshold = rule.threshold;
    options.is_strict = rule.is_strict;
    options.takes_declared = rule.takes_control;
    options.drops_treasury = false;
    if (rule.adds_up) {
        return control_of(power, listed, options, run);
    }
    memory_budget budget{run.memory_budget};
    auto const n = power.votes().num_vertices();
    check_vertices(listed, n);
    checkpoint check{run, "what belongs to the listed", listed.size()};
    gathered certain{n, listed, budget};
    gathered possible{n, listed, budget};
    for (auto const& each : listed) {
        auto const one = detail::controlled_by(power, {&each, 1}, options, check, budget);
        certain.add(one.certainly);
        possible.add(one.possibly);
        check.advance();
    }
    check.finish();
    return {std::move(certain).take(), std::move(possible).take()};
}

} // namespace capgraph::inline v0
