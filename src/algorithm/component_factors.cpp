// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "component_factors.hpp"

#include <algorithm>
#include <cstddef>

namespace capgraph::inline v0::detail {

std::optional<component_factors> component_factors::of(component_equations const& own,
                                                       std::uint64_t most_work,
                                                       checkpoint const& check,
                                                       memory_budget& budget)
{
    constexpr std::uint64_t always_fits = 1U << 20U;
    auto const room = 72 * std::uint64_t{own.size()}; // of all but the entries
    if (room > budget.left() / 2) {
        return std::nullopt;
    }
    auto const most_fill = std::min(always_fits + 16 * (own.terms.size() + own.size()),
                                    (budget.left() - room) / (4 * sizeof(entry)));
    component_factors out{own, budget};
    return out.factorise(own, most_work, most_fill, check) ? std::optional{std::move(out)}
                                                           : std::nullopt;
}

component_factors::component_factors(component_equations const& own, memory_budget& budget)
    : size_{own.size()}, after_offsets_{budget},
      before_offsets_{budget}, after_{budget}, before_{budget}, way_out_{budget, size_},
      left_{budget, size_}, row_{budget, size_}, seen_in_{budget, size_}
{
    after_offsets_.reserve(size_ + 1);
    before_offsets_.reserve(size_ + 1);
    after_offsets_.push_back(0);
    before_offsets_.push_back(0);
}

bool component_factors::factorise(component_equations const& own, std::uint64_t most_work,
                                  std::uint64_t most_fill, checkpoint const& check)
{
    auto polled_at = work_;
    for (auto i = static_cast<std::uint32_t>(size_); i-- > 0;) {
        factorise_row(own, i);
        if (work_ > most_work || after_.size() + before_.size() > most_fill) {
            return false;
        }
        if (work_ - polled_at > 100'000) {
            polled_at = work_;
            check.poll();
        }
    }
    return true;
}

/// Puts in the place of each later unknown of equation i what its own equation says of it, the
/// latest first.
void component_factors::factorise_row(component_equations const& own, std::uint32_t i)
{
    earlier_.clear();
    for (auto const& t : own.terms_of(i)) {
        add(i, t.unknown, t.weight);
    }
    auto left = own.left[i];
    while (!later_.empty()) {
        auto const m = later_.top();
        later_.pop();
        auto const weight = row_[m];
        after_.push_back({m, weight});
        left += weight * left_[m];
        for (auto const& e : before(m)) {
            add(i, e.unknown, weight * e.weight);
        }
        work_ += before(m).size() + 8; // of the queue
    }
    auto way_out = left;
    for (auto const j : earlier_) {
        way_out += row_[j];
    }
    for (auto const j : earlier_) {
        before_.push_back({j, row_[j] / way_out});
    }
    work_ += own.terms_of(i).size() + earlier_.size() + 1;
    way_out_[i] = way_out;
    left_[i] = way_out > 0.0 ? left / way_out : 0.0;
    after_offsets_.push_back(after_.size());
    before_offsets_.push_back(before_.size());
}

void component_factors::add(std::uint32_t i, std::uint32_t j, double weight)
{
    if (seen_in_[j] != i + 1) {
        seen_in_[j] = i + 1;
        row_[j] = 0.0;
        if (j > i) {
            later_.push(j);
        } else if (j < i) {
            earlier_.push_back(j);
        }
    }
    row_[j] += weight;
}

std::span<component_factors::entry const> component_factors::after(std::size_t i) const
{
    auto const row = size_ - 1 - i;
    return after_.part(after_offsets_[row], after_offsets_[row + 1] - after_offsets_[row]);
}

std::span<component_factors::entry const> component_factors::before(std::size_t i) const
{
    auto const row = size_ - 1 - i;
    return before_.part(before_offsets_[row], before_offsets_[row + 1] - before_offsets_[row]);
}

void component_factors::solve(std::span<double> x) const
{
    for (auto i = size_; i-- > 0;) {
        for (auto const& e : after(i)) {
            x[i] += e.weight * x[e.unknown];
        }
        x[i] = way_out_[i] > 0.0 ? x[i] / way_out_[i] : 0.0; // else closed: nothing comes in
    }
    for (std::size_t i = 0; i < size_; ++i) {
        for (auto const& e : before(i)) {
            x[i] += e.weight * x[e.unknown];
        }
    }
}

void component_factors::count_visits(std::span<double> y) const
{
    for (auto m = size_; m-- > 0;) {
        for (auto const& e : before(m)) { // none where it is never left
            y[e.unknown] += y[m] * e.weight;
        }
    }
    for (std::size_t i = 0; i < size_; ++i) {
        y[i] = way_out_[i] > 0.0 ? y[i] / way_out_[i] : y[i];
        for (auto const& e : after(i)) {
            y[e.unknown] += y[i] * e.weight;
        }
    }
}

} // namespace capgraph::inline v0::detail
