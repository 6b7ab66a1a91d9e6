// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
//
// The method of Leiden: vertices move to the community where they gain most, until none does; each
// community is then put together anew of well-connected parts, and the parts are the vertices of
// the next level, where they move in turn, beginning in the communities they come from. When a
// level has as many vertices as communities, that is a round.
#include "algorithm/leiden.hpp"

#include "algorithm/leiden_moves.hpp"
#include "algorithm/leiden_parts.hpp"

#include <algorithm>
#include <numeric>
#include <optional>
#include <random>

namespace capgraph::inline v0::detail {

namespace {

// Numbers the labels in use from 0, in the order in which they come; returns how many there are.
std::size_t renumber(charged_vector<std::uint32_t>& labels, memory_budget& budget,
                     checkpoint const& check)
{
    constexpr auto unused = ~std::uint32_t{0};
    charged_vector<std::uint32_t> number{budget};
    number.assign(labels.size(), unused);
    paced_poll pace{check};
    std::uint32_t count = 0;
    for (auto& label : labels) {
        pace.step();
        auto& own = number[label];
        if (own == unused) {
            own = count++;
        }
        label = own;
    }
    return count;
}

// The label of each part, whose vertices all have that one.
charged_vector<std::uint32_t> labels_of(charged_vector<std::uint32_t> const& part_of,
                                        std::size_t part_count,
                                        charged_vector<std::uint32_t> const& labels,
                                        memory_budget& budget, checkpoint const& check)
{
    charged_vector<std::uint32_t> result{budget, part_count};
    paced_poll pace{check};
    for (std::size_t v = 0; v < part_of.size(); ++v) {
        pace.step();
        result[part_of[v]] = labels[v];
    }
    return result;
}

class leiden_round {
public:
    leiden_round(null_model const& null, std::mt19937_64& random, memory_budget& budget,
                 checkpoint& check)
        : null_{null}, random_{random}, budget_{budget}, check_{check}
    {
    }

    // Begins with `labels` and leaves there what it finds; returns whether any vertex moved.
    bool run(leiden_rows const& base, charged_vector<std::uint32_t>& labels)
    {
        auto vertex_of = labels.copy(); // of the level at hand, of each of the base
        std::iota(vertex_of.begin(), vertex_of.end(), 0U);
        std::optional<merged_rows> merged;
        auto rows = base;
        auto any = false;
        auto on_level = std::move(labels);
        for (auto is_base = true;; is_base = false) {
            level_moves moves{rows, null_, budget_};
            any = moves.run(on_level, random_, is_base ? &check_ : nullptr, check_) || any;
            auto const communities = renumber(on_level, budget_, check_);
            if (communities == rows.size()) {
                break;
            }
            auto part_of =
                level_parts{rows, null_, on_level.values(), budget_}.run(random_, check_);
            auto const parts = renumber(part_of, budget_, check_);
            look_up(vertex_of, part_of);
            on_level = labels_of(part_of, parts, on_level, budget_, check_);
            if (parts == rows.size()) { // by rounding only
                std::iota(on_level.begin(), on_level.end(), 0U);
                break;
            }
            merged.emplace(merged_rows{rows, part_of.values(), parts, budget_, check_});
            rows = merged->rows();
        }
        look_up(vertex_of, on_level);
        labels = std::move(vertex_of);
        return any;
    }

private:
    // Puts in the place of each number what `table` has for it.
    void look_up(charged_vector<std::uint32_t>& numbers,
                 charged_vector<std::uint32_t> const& table) const
    {
        paced_poll pace{check_};
        for (auto& number : numbers) {
            pace.step();
            number = table[number];
        }
    }

    null_model const& null_;
    std::mt19937_64& random_;
    memory_budget& budget_;
    checkpoint& check_;
};

} // namespace

charged_vector<std::uint32_t> leiden(leiden_rows const& g, null_model const& null,
                                     leiden_plan const& plan, memory_budget& budget,
                                     checkpoint& check)
{
    charged_vector<std::uint32_t> labels{budget, g.size()};
    std::iota(labels.begin(), labels.end(), 0U);
    std::mt19937_64 random{plan.seed};
    for (std::uint32_t round = 0; round < plan.rounds; ++round) {
        if (!leiden_round{null, random, budget, check}.run(g, labels)) {
            break;
        }
    }
    return labels;
}

} // namespace capgraph::inline v0::detail
