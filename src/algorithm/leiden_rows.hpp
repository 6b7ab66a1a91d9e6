// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/null_model.hpp"
#include "algorithm/vertex_list.hpp"
#include "graph/charged_vector.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/memory_budget.hpp>

#include <cstddef>
#include <cstdint>
#include <span>

namespace capgraph::inline v0::detail {

// A graph without self-loops in which a vertex may stand for many: rows need not ascend.
struct leiden_rows {
    std::span<std::uint64_t const> offsets;
    std::span<std::uint32_t const> targets;
    std::span<double const> weights; // empty where each is `each_weight`
    double each_weight = 1.0;
    std::span<side_weights const> at; // of each vertex, its self-loops among them

    [[nodiscard]] std::size_t size() const noexcept { return at.size(); }
    [[nodiscard]] std::span<std::uint32_t const> row(std::uint32_t v) const noexcept
    {
        return targets.subspan(offsets[v], offsets[std::size_t{v} + 1] - offsets[v]);
    }
    // visit(u, weight) for each neighbour u of v.
    template <class Visit>
    void for_each_neighbour(std::uint32_t v, Visit visit) const
    {
        auto const last = offsets[std::size_t{v} + 1];
        if (weights.empty()) {
            for (auto k = offsets[v]; k < last; ++k) {
                visit(targets[k], each_weight);
            }
        } else {
            for (auto k = offsets[v]; k < last; ++k) {
                visit(targets[k], weights[k]);
            }
        }
    }
};

// What the edges of one vertex weigh to each group of its neighbours.
class weights_by_label {
public:
    // Labels are below `label_count`.
    weights_by_label(std::size_t label_count, memory_budget& budget)
        : weight_{budget, label_count}, labels_{budget, label_count + 1}
    {
    }

    void add(std::uint32_t label, double weight)
    {
        auto& sum = weight_[label];
        labels_[count_] = label; // whether or not it stays: a branch would be guessed wrong
        count_ += sum == 0.0 ? 1U : 0U;
        sum += weight;
    }
    // Those to which there is an edge, in the order in which they were met.
    [[nodiscard]] std::span<std::uint32_t const> labels() const { return labels_.part(0, count_); }
    [[nodiscard]] double to(std::uint32_t label) const { return weight_[label]; }
    void clear()
    {
        for (auto const label : labels()) {
            weight_[label] = 0.0;
        }
        count_ = 0;
    }

private:
    charged_vector<double> weight_;
    charged_vector<std::uint32_t> labels_;
    std::size_t count_ = 0;
};

// A `leiden_rows` that owns its arrays.
class merged_rows {
public:
    // Each group of `g` becomes a vertex. `group_of` numbers them from 0 to `group_count` - 1.
    merged_rows(leiden_rows const& g, std::span<std::uint32_t const> group_of,
                std::size_t group_count, memory_budget& budget, checkpoint const& check);

    [[nodiscard]] leiden_rows rows() const noexcept
    {
        return {offsets_.values(), targets_.values(), weights_.values(), 1.0, at_.values()};
    }

private:
    charged_vector<std::uint64_t> offsets_;
    charged_vector<std::uint32_t> targets_;
    charged_vector<double> weights_;
    charged_vector<side_weights> at_;
};

} // namespace capgraph::inline v0::detail
