// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "large_array.hpp"

#include <capgraph/run/memory_budget.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <span>
#include <type_traits>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// A list that sets its memory aside of a budget before it takes it.
template <class T>
class charged_vector {
public:
    using value_type = T;

    /// `size` values to begin with. `budget` must outlive it.
    /// Throws: `error` with `over_budget`, as all that makes it larger; it is then as it was.
    explicit charged_vector(memory_budget& budget, std::size_t size = 0) : budget_{&budget}
    {
        if (size > 0) {
            charge_ = budget.charge(bytes_of(size));
            if constexpr (std::is_same_v<T, bool>) {
                values_.resize(size);
            } else {
                allot(values_, size);
            }
        }
    }

    void reserve(std::size_t size)
    {
        if (size > values_.capacity()) {
            auto charge = budget_->charge(bytes_of(size)); // beside the old room, while it is moved
            values_.reserve(size);
            charge_ = std::move(charge);
        }
    }
    void push_back(T const& value)
    {
        if (values_.size() == values_.capacity()) {
            reserve(std::max<std::size_t>(16, 2 * values_.size()));
        }
        values_.push_back(value);
    }
    void append(std::span<T const> more)
    {
        if (more.size() > values_.capacity() - values_.size()) {
            reserve(values_.size() + std::max(more.size(), values_.size()));
        }
        values_.insert(values_.end(), more.begin(), more.end());
    }
    void assign(std::size_t size, T const& value)
    {
        reserve(size);
        values_.assign(size, value);
    }
    /// Precondition: not longer than it is.
    void shrink(std::size_t size) { values_.resize(size); }
    void clear() noexcept { values_.clear(); }
    void pop_back() { values_.pop_back(); }

    [[nodiscard]] std::size_t size() const noexcept { return values_.size(); }
    [[nodiscard]] bool empty() const noexcept { return values_.empty(); }
    [[nodiscard]] decltype(auto) operator[](std::size_t i) { return values_[i]; }
    [[nodiscard]] decltype(auto) operator[](std::size_t i) const { return values_[i]; }
    [[nodiscard]] decltype(auto) back() { return values_.back(); }
    [[nodiscard]] decltype(auto) back() const { return values_.back(); }
    [[nodiscard]] auto begin() noexcept { return values_.begin(); }
    [[nodiscard]] auto begin() const noexcept { return values_.begin(); }
    [[nodiscard]] auto end() noexcept { return values_.end(); }
    [[nodiscard]] auto end() const noexcept { return values_.end(); }
    [[nodiscard]] std::vector<T> const& values() const noexcept { return values_; }
    [[nodiscard]] std::span<T const> part(std::size_t from, std::size_t size) const
    {
        return std::span<T const>{values_}.subspan(from, size);
    }
    /// The values, their memory given back to the budget: for the caller.
    [[nodiscard]] std::vector<T> take() &&
    {
        charge_ = memory_charge{};
        return std::move(values_);
    }
    /// Another one with the same values.
    [[nodiscard]] charged_vector copy() const
    {
        charged_vector other{*budget_};
        other.reserve(values_.size());
        other.values_ = values_;
        return other;
    }

private:
    static constexpr std::uint64_t bytes_of(std::uint64_t size)
    {
        return std::is_same_v<T, bool> ? size / 8 + 8 : size * sizeof(T);
    }

    memory_budget* budget_;
    memory_charge charge_;
    std::vector<T> values_;
};

} // namespace capgraph::inline v0::detail
