// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/algorithm/stake_neighbourhood.hpp>

#include "touched_values.hpp"

#include <algorithm>
#include <span>
#include <stdexcept>
#include <string>

namespace capgraph::inline v0 {

namespace {

class piece_finder {
public:
    piece_finder(stake_matrix const& w, neighbourhood_options const& options)
        : w_{&w}, options_{&options}, place_{w.num_vertices(), unlimited_}
    {
    }

    /// The vertices come upon from `first` along the rows that `row_of` gives.
    template <class RowOf>
    void find(std::uint32_t first, RowOf row_of)
    {
        if (first >= w_->num_vertices()) {
            throw std::out_of_range{"capgraph: vertex " + std::to_string(first) + " of "
                                    + std::to_string(w_->num_vertices())};
        }
        add(first, 0);
        for (std::size_t i = 0; i < out_.vertices.size(); ++i) {
            auto const v = out_.vertices[i];
            if (i != 0 && options_->goes_beyond && !options_->goes_beyond(v)) {
                ends_.push_back(static_cast<std::uint32_t>(i));
                continue;
            }
            auto is_cut = false;
            for (auto const& e : row_of(v)) {
                if (place_[e.vertex] == 0) {
                    is_cut = is_cut || out_.vertices.size() >= options_->most_vertices;
                    if (!is_cut) {
                        add(e.vertex, out_.distances[i] + 1);
                    }
                }
            }
            if (is_cut) {
                out_.cut.push_back(static_cast<std::uint32_t>(i));
            }
        }
    }

    /// Takes the stakes in the company at `place`; of owners that are not in the piece together.
    void take_stakes(std::uint32_t place, bool with_elsewhere)
    {
        auto const v = out_.vertices[place];
        auto const owners = w_->owners_of(v);
        auto const uppers = w_->uppers_of(v);
        auto const other = static_cast<std::uint32_t>(out_.vertices.size());
        for (std::size_t k = 0; k < owners.size(); ++k) {
            auto const owner = place_[owners[k].vertex];
            auto const lower = owners[k].lower;
            if (owner != 0) {
                add_stake(owner - 1, place, lower, uppers.empty() ? lower : uppers[k]);
            } else if (with_elsewhere) {
                add_stake(other, place, lower, lower);
            }
        }
    }

    [[nodiscard]] std::vector<std::uint32_t> const& ends() const noexcept { return ends_; }
    [[nodiscard]] stake_neighbourhood& found() noexcept { return out_; }
    [[nodiscard]] std::vector<bounded_stake> const& stakes() const noexcept { return stakes_; }

private:
    /// What is over the whole in pieces, as a stake cannot be.
    void add_stake(std::uint32_t owner, std::uint32_t owned, double lower, double upper)
    {
        for (; lower > 1.0; lower -= 1.0, upper -= 1.0) {
            stakes_.push_back({owner, owned, 1.0, 1.0});
        }
        stakes_.push_back({owner, owned, lower, std::clamp(upper, lower, 1.0)});
    }

    void add(std::uint32_t v, std::uint32_t distance)
    {
        out_.vertices.push_back(v);
        out_.distances.push_back(distance);
        place_[v] = static_cast<std::uint32_t>(out_.vertices.size());
    }

    stake_matrix const* w_;
    neighbourhood_options const* options_;
    memory_budget unlimited_;                     ///< The piece is as small as the caller says.
    detail::touched_values<std::uint32_t> place_; ///< In the piece, and one.
    std::vector<std::uint32_t> ends_;             ///< Beyond which it does not go.
    std::vector<bounded_stake> stakes_;
    stake_neighbourhood out_;
};

} // namespace

stake_neighbourhood owners_above(stake_matrix const& w, std::uint32_t target,
                                 neighbourhood_options const& options)
{
    piece_finder finder{w, options};
    finder.find(target, [&](std::uint32_t v) { return w.owners_of(v); });
    auto& out = finder.found();
    for (std::uint32_t i = 0; i < out.vertices.size(); ++i) {
        // A cut company would have owners that make less than they are: it has none instead.
        if (!std::binary_search(out.cut.begin(), out.cut.end(), i)
            && !std::binary_search(finder.ends().begin(), finder.ends().end(), i)) {
            finder.take_stakes(i, false);
        }
    }
    out.w = stake_matrix{out.vertices.size(), finder.stakes(), {w.rounding()}};
    return std::move(out);
}

stake_neighbourhood holdings_below(stake_matrix const& w, std::uint32_t holder,
                                   neighbourhood_options const& options)
{
    piece_finder finder{w, options};
    finder.find(holder, [&](std::uint32_t v) { return w.owned_by(v); });
    auto& out = finder.found();
    for (std::uint32_t i = 0; i < out.vertices.size(); ++i) {
        finder.take_stakes(i, true);
    }
    out.w = stake_matrix{out.vertices.size() + 1, finder.stakes(), {w.rounding()}};
    out.vertices.push_back(elsewhere);
    out.distances.push_back(0);
    return std::move(out);
}

} // namespace capgraph::inline v0
