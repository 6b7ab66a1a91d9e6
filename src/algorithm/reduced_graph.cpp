// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "algorithm/reduced_graph.hpp"

#include "../run/without_progress.hpp"
#include "algorithm/closed_twins.hpp"
#include "algorithm/node_rows.hpp"

#include <capgraph/algorithm/clustering_coefficient.hpp>

#include <algorithm>
#include <numeric>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

// Nodes, and what they stand for. Those of a block are next to each other.
struct nodes {
    node_rows rows;
    std::vector<std::uint32_t> block_ends;
    std::vector<std::uint32_t> vertices; // at first
    std::vector<double> multiplicities;
    std::vector<double> weights;
};

// A node for each vertex in each block of three or more. Rows are read from all vertices of a block
// but the first, which may be in many: so each is read once.
class block_splitter {
public:
    block_splitter(csr_view g, graph_blocks const& cut, checkpoint const& check)
        : g_{g}, cut_{&cut}, pace_{check}, place_(g.num_vertices(), no_node)
    {
    }

    nodes operator()()
    {
        for (std::size_t b = 0; b < cut_->parts.count(); ++b) {
            if (cut_->parts.row(b).size() > 2) {
                add(b);
            }
        }
        out_.multiplicities.assign(out_.vertices.size(), 1.0);
        return std::move(out_);
    }

private:
    void add(std::size_t b)
    {
        auto const members = cut_->parts.row(b);
        auto const* const weights =
            &cut_->weights[static_cast<std::size_t>(cut_->parts.offsets[b])];
        auto const size = members.size();
        auto& rows = out_.rows;
        for (std::size_t i = 1; i <= size; ++i) { // the first last
            pace_.step();
            place_[members[i % size]] = static_cast<std::uint32_t>(out_.vertices.size());
            out_.vertices.push_back(members[i % size]);
            out_.weights.push_back(weights[i % size]);
        }
        auto const first = place_[members.front()];
        of_first_.clear();
        for (auto const v : members.subspan(1)) {
            pace_.steps(g_.degree(v));
            for (auto const w : g_.row(v)) {
                if (place_[w] == no_node) {
                    continue;
                }
                rows.targets.push_back(place_[w]);
                if (place_[w] == first) {
                    of_first_.push_back(place_[v]);
                }
            }
            rows.offsets.push_back(rows.targets.size());
        }
        rows.targets.insert(rows.targets.end(), of_first_.begin(), of_first_.end());
        rows.offsets.push_back(rows.targets.size());
        out_.block_ends.push_back(static_cast<std::uint32_t>(out_.vertices.size()));
        for (auto const v : members) {
            place_[v] = no_node;
        }
    }

    csr_view g_;
    graph_blocks const* cut_;
    paced_poll pace_;
    std::vector<std::uint32_t> place_; // in the block at hand
    std::vector<std::uint32_t> of_first_;
    nodes out_;
};

// One node for each class of twins. Tells in `node_of` which one each is in.
nodes joined(nodes const& all, std::vector<std::uint32_t> const& twin_of,
             std::vector<std::uint32_t>& node_of, checkpoint const& check)
{
    nodes out;
    paced_poll pace{check};
    std::size_t block = 0;
    for (std::uint32_t v = 0; v < twin_of.size(); ++v) {
        pace.step();
        if (twin_of[v] == v) { // the first of its class
            node_of[v] = static_cast<std::uint32_t>(out.weights.size());
            out.weights.push_back(0.0);
            out.multiplicities.push_back(0.0);
        }
        node_of[v] = node_of[twin_of[v]];
        out.weights[node_of[v]] += all.weights[v];
        out.multiplicities[node_of[v]] += 1.0;
        if (v + 1 == all.block_ends[block]) {
            out.block_ends.push_back(static_cast<std::uint32_t>(out.weights.size()));
            ++block;
        }
    }
    for (std::uint32_t v = 0; v < twin_of.size(); ++v) {
        if (twin_of[v] != v) {
            continue;
        }
        auto const row = all.rows.view().row(v);
        pace.steps(1 + row.size());
        for (auto const w : row) {
            if (twin_of[w] == w) {
                out.rows.targets.push_back(node_of[w]);
            }
        }
        out.rows.offsets.push_back(out.rows.targets.size());
    }
    return out;
}

// Whether the neighbours of each are all each other's: as many triangles as there can be.
std::vector<bool> sides_of(nodes const& all, memory_budget const& budget, run_options const& run,
                           checkpoint const& check)
{
    std::vector<std::uint32_t> as_they_are(all.rows.size());
    std::iota(as_they_are.begin(), as_they_are.end(), 0U);
    auto const rows = renumbered(all.rows, as_they_are, check);
    auto const quiet = without_progress(run);
    auto const triangles = triangle_counts(rows.view(), quiet, budget.used());
    std::vector<bool> out(all.rows.size());
    for (std::uint32_t u = 0; u < out.size(); ++u) {
        auto const degree = rows.view().degree(u);
        out[u] = degree > 0 && triangles[u] == degree * (degree - 1) / 2;
    }
    return out;
}

// The order in which nodes are numbered in the end: of each block its inner nodes, as a
// breadth-first search meets them from the one with most neighbours, then its sides.
class node_order {
public:
    node_order(nodes const& all, std::vector<bool> const& is_side, checkpoint const& check)
        : all_{&all}, is_side_{&is_side}, pace_{check}, is_met_(all.rows.size(), false)
    {
    }

    void operator()(std::vector<std::uint32_t>& order, std::vector<reduced_graph::block>& blocks)
    {
        std::uint32_t first = 0;
        for (auto const end : all_->block_ends) {
            auto const root = root_of(first, end);
            first = end;
            if (root != no_node) {
                add_block(root, order, blocks);
            }
        }
    }

private:
    std::uint32_t root_of(std::uint32_t first, std::uint32_t end)
    {
        auto root = no_node;
        auto const rows = all_->rows.view();
        for (auto u = first; u < end; ++u) {
            pace_.step();
            if (!(*is_side_)[u] && (root == no_node || rows.degree(u) > rows.degree(root))) {
                root = u;
            }
        }
        return root == no_node || rows.degree(root) == 0 ? no_node : root;
    }

    // Sides have inner neighbours alone, or twins; without the sides a block hangs together.
    void add_block(std::uint32_t root, std::vector<std::uint32_t>& order,
                   std::vector<reduced_graph::block>& blocks)
    {
        auto const first = order.size();
        is_met_[root] = true;
        order.push_back(root);
        for (auto next = first; next < order.size(); ++next) {
            meet_neighbours(order[next], false, order);
        }
        auto const sides = order.size();
        for (auto next = first; next < sides; ++next) {
            meet_neighbours(order[next], true, order);
        }
        auto const number = [](std::size_t i) { return static_cast<std::uint32_t>(i); };
        blocks.push_back({number(first), number(sides), number(order.size())});
    }

    void meet_neighbours(std::uint32_t u, bool sides, std::vector<std::uint32_t>& order)
    {
        auto const row = all_->rows.view().row(u);
        pace_.steps(1 + row.size());
        for (auto const w : row) {
            if (!is_met_[w] && (*is_side_)[w] == sides) {
                is_met_[w] = true;
                order.push_back(w);
            }
        }
    }

    nodes const* all_;
    std::vector<bool> const* is_side_;
    paced_poll pace_;
    std::vector<bool> is_met_;
};

void find_side_offsets(reduced_graph& out)
{
    out.side_offsets.resize(out.num_nodes());
    for (auto const& b : out.blocks) {
        for (auto u = b.first; u < b.last; ++u) {
            auto const row = out.row(u);
            auto const at = std::lower_bound(row.begin(), row.end(), b.sides);
            out.side_offsets[u] = out.offsets[u] + static_cast<std::uint64_t>(at - row.begin());
        }
    }
}

// Tells of which vertices each node was made that is in `order`.
void list_vertices(reduced_graph& out, std::vector<std::uint32_t> const& order,
                   std::vector<std::uint32_t> const& node_of, nodes const& split,
                   std::size_t node_count)
{
    std::vector<std::uint32_t> number(node_count, no_node);
    for (std::size_t u = 0; u < order.size(); ++u) {
        number[order[u]] = static_cast<std::uint32_t>(u);
        out.vertex_offsets.push_back(out.vertex_offsets.back()
                                     + static_cast<std::uint64_t>(out.multiplicities[u]));
    }
    out.vertices.resize(static_cast<std::size_t>(out.vertex_offsets.back()));
    std::vector<std::uint64_t> ends{out.vertex_offsets};
    for (std::size_t c = 0; c < node_of.size(); ++c) {
        if (auto const u = number[node_of[c]]; u != no_node) {
            out.vertices[static_cast<std::size_t>(ends[u]++)] = split.vertices[c];
        }
    }
}

} // namespace

std::uint64_t reduced_graph::space(csr_view g, graph_blocks const& cut) noexcept
{
    return 5 * sizeof(std::uint32_t) * g.num_arcs() + 200 * std::uint64_t{cut.weights.size()};
}

reduced_graph reduce(csr_view g, graph_blocks const& cut, reduction_choice const& choice,
                     memory_budget const& budget, run_options const& run, checkpoint const& check)
{
    auto const split = block_splitter{g, cut, check}();
    std::vector<std::uint32_t> node_of(split.vertices.size());
    std::iota(node_of.begin(), node_of.end(), 0U);
    auto const twins = choice.twins ? closed_twins(split.rows, check) : node_of;
    auto const all = joined(split, twins, node_of, check);
    auto const is_side =
        choice.sides ? sides_of(all, budget, run, check) : std::vector<bool>(all.rows.size());
    reduced_graph out;
    std::vector<std::uint32_t> order;
    node_order{all, is_side, check}(order, out.blocks);
    auto rows = renumbered(all.rows, order, check);
    out.offsets = std::move(rows.offsets);
    out.targets = std::move(rows.targets);
    for (auto const u : order) {
        out.weights.push_back(all.weights[u]);
        out.multiplicities.push_back(all.multiplicities[u]);
    }
    find_side_offsets(out);
    list_vertices(out, order, node_of, split, all.rows.size());
    return out;
}

} // namespace capgraph::inline v0::detail
