// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>

#include <cstddef>
#include <cstdint>
#include <functional>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

/// That `owner` holds a part of `owned`, of which it is known that it lies in [lower, upper].
struct bounded_stake {
    std::uint32_t owner = 0;
    std::uint32_t owned = 0;
    double lower = 0.0;
    double upper = 1.0;

    friend bool operator==(bounded_stake const&, bounded_stake const&) = default;
};

/// One entry of a row or a column: who is at the other end, and the least part held.
struct stake_entry {
    std::uint32_t vertex = 0;
    double lower = 0.0;

    friend bool operator==(stake_entry const&, stake_entry const&) = default;
};

struct stake_matrix_options {
    /// By how much the stakes in one company may exceed the whole, as rounded figures do; they are
    /// then scaled to the whole. The default forgives binary fractions that were decimal.
    double rounding = 1e-9;
};

/// Who holds which part of whom: the matrix W of the ownership equations, its entries intervals.
///
/// W[i, j] is the part of j that i holds; who holds the rest of j is unknown. Vertices are the
/// integers [0, n). Several stakes of one owner in one company are one entry, their sum. Upper ends
/// are tightened: an entry is at most what the least of the others in its column leaves.
///
/// Two findings are made once, as no answer about the companies they touch is defined: columns over
/// the whole, and sets of companies that wholly own each other, with whoever they wholly own.
///
/// So is an order in which a company follows its owners, as far as there is one.
///
/// Immutable. Threads: may be read concurrently.
/// Memory: 32 bytes a stake and 20 a vertex; 8 more a stake unless all stakes are exact.
class CAPGRAPH_EXPORT stake_matrix {
public:
    using sink = std::function<void(bounded_stake const&)>;

    stake_matrix() = default;
    /// Complexity: O(n log n + m). Exception safety: strong.
    /// Throws: `std::out_of_range` for a stake of or in no vertex; `std::invalid_argument` unless
    ///   0 <= lower <= upper <= 1 (NaN is not) and 0 <= rounding < 1; `std::length_error` when the
    ///   vertices don't fit 32 bits.
    stake_matrix(std::size_t vertex_count, std::span<bounded_stake const> stakes,
                 stake_matrix_options const& options = {});
    /// Of stakes that are told, twice, in the same order: `tell(sink)` calls `sink(stake)` for
    /// each. So that large matrices are made without a list. Throws: as above, and what `tell`
    /// throws; `std::invalid_argument` where it tells more the second time.
    stake_matrix(std::size_t vertex_count, std::function<void(sink const&)> const& tell,
                 stake_matrix_options const& options = {});

    [[nodiscard]] std::size_t num_vertices() const noexcept
    {
        return owner_offsets_.empty() ? 0 : owner_offsets_.size() - 1;
    }
    [[nodiscard]] std::uint64_t num_stakes() const noexcept { return owners_.size(); }
    /// Whether each entry's ends meet.
    [[nodiscard]] bool is_exact() const noexcept { return uppers_.empty(); }

    /// Column `v`: who holds a part of it, ascending. Precondition: `v < num_vertices()`, here and
    /// below.
    [[nodiscard]] std::span<stake_entry const> owners_of(std::uint32_t v) const noexcept
    {
        return std::span{owners_}.subspan(owner_offsets_[v],
                                          owner_offsets_[v + 1U] - owner_offsets_[v]);
    }
    /// The most that each of `owners_of(v)` can hold; empty where all stakes are exact.
    [[nodiscard]] std::span<double const> uppers_of(std::uint32_t v) const noexcept
    {
        return is_exact() ? std::span<double const>{}
                          : std::span{uppers_}.subspan(owner_offsets_[v],
                                                       owner_offsets_[v + 1U] - owner_offsets_[v]);
    }
    /// Whether each entry of column `v` is exact.
    [[nodiscard]] bool is_exact(std::uint32_t v) const noexcept
    {
        return is_exact() || !is_open_[v];
    }
    /// Row `v`: what it holds parts of, ascending.
    [[nodiscard]] std::span<stake_entry const> owned_by(std::uint32_t v) const noexcept
    {
        return std::span{owned_}.subspan(owned_offsets_[v],
                                         owned_offsets_[v + 1U] - owned_offsets_[v]);
    }
    /// The least that `owner` holds of `owned`, and the most; 0 if it is none of its owners.
    /// Complexity: O(log owners).
    [[nodiscard]] double least_of(std::uint32_t owned, std::uint32_t owner) const noexcept;
    [[nodiscard]] double most_of(std::uint32_t owned, std::uint32_t owner) const noexcept;
    /// The part of `v` whose owners are known at the least. Complexity: O(owners).
    [[nodiscard]] double known_part(std::uint32_t v) const noexcept;

    /// By how much the stakes in one company were allowed to exceed the whole.
    [[nodiscard]] double rounding() const noexcept { return rounding_; }
    /// Tells all entries, column by column, so that a matrix made of them has the same. What is
    /// over the whole is told in pieces.
    void tell(sink const& hear) const;

    /// Those that are owned, by none that stands on or below a cycle of stakes: each after all its
    /// owners.
    [[nodiscard]] std::span<std::uint32_t const> before_cycles() const noexcept
    {
        return std::span{order_}.subspan(owned_from_, cycles_from_ - owned_from_);
    }
    /// Those on a cycle, and those below one and above another; ascending.
    [[nodiscard]] std::span<std::uint32_t const> between_cycles() const noexcept
    {
        return std::span{order_}.subspan(cycles_from_, cycles_to_ - cycles_from_);
    }
    /// Those that stand below a cycle and above none: each after all its owners.
    [[nodiscard]] std::span<std::uint32_t const> after_cycles() const noexcept
    {
        return std::span{order_}.subspan(cycles_to_);
    }
    /// Where each column begins among all `num_stakes()`, and one more at the end.
    [[nodiscard]] std::span<std::uint64_t const> owner_offsets() const noexcept
    {
        return owner_offsets_;
    }

    /// Companies of which more than the whole is held, ascending.
    [[nodiscard]] std::span<std::uint32_t const> overfull() const noexcept { return overfull_; }
    /// Companies that hold a part of themselves, ascending.
    [[nodiscard]] std::span<std::uint32_t const> own_holders() const noexcept
    {
        return own_holders_;
    }
    /// Companies that are wholly owned by each other, ascending.
    [[nodiscard]] std::span<std::uint32_t const> closed() const noexcept { return closed_; }

private:
    void settle_columns(double rounding);
    void find_closed(double rounding);
    void find_order();

    std::vector<std::uint64_t> owner_offsets_;
    std::vector<stake_entry> owners_;
    std::vector<double> uppers_;
    std::vector<bool> is_open_; ///< By column: whether an entry's ends don't meet.
    std::vector<std::uint64_t> owned_offsets_;
    std::vector<stake_entry> owned_;
    std::vector<std::uint32_t> order_;
    std::size_t owned_from_ = 0; ///< In the order: behind those that nobody owns.
    std::size_t cycles_from_ = 0;
    std::size_t cycles_to_ = 0;
    std::vector<std::uint32_t> overfull_;
    std::vector<std::uint32_t> own_holders_;
    std::vector<std::uint32_t> closed_;
    double rounding_ = stake_matrix_options{}.rounding;
};

} // namespace capgraph::inline v0
