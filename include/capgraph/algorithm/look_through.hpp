// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/graph/stake_matrix.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstddef>
#include <cstdint>
#include <span>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

/// Whose may be what nobody is said to hold.
enum class unknown_owners : std::uint8_t {
    impossible, ///< Somebody else's: only what is recorded counts.
    possible,   ///< Anybody's: it counts in the upper ends, not in the lower ones.
};

struct look_through_options {
    unknown_owners unknown = unknown_owners::impossible;
    /// Vertices where chains end, whoever owns them: persons, states. Holders need not be among
    /// them.
    std::span<std::uint32_t const> ultimate{};
    /// Whether a company over the whole, or a set of companies that wholly own each other, is an
    /// error.
    bool strict = false;
    /// How far apart the ends of an iteration may stay.
    double tolerance = 1e-12;
    /// How often an iteration goes over companies that own each other, before their ends are left
    /// apart.
    std::uint64_t most_sweeps = 100'000;
};

/// A part of each vertex, as bounds.
class held_parts {
public:
    held_parts() = default;
    /// Precondition: `upper` is empty, or as long as `lower` and nowhere below it.
    held_parts(std::vector<double> lower, std::vector<double> upper, bool is_sharp = true)
        : lower_{std::move(lower)}, upper_{std::move(upper)}, is_sharp_{is_sharp}
    {
    }

    [[nodiscard]] std::size_t size() const noexcept { return lower_.size(); }
    /// Precondition: `v < size()`, here and below.
    [[nodiscard]] double lower(std::uint32_t v) const noexcept { return lower_[v]; }
    [[nodiscard]] double upper(std::uint32_t v) const noexcept
    {
        return upper_.empty() ? lower_[v] : upper_[v];
    }
    /// All lower ends, by vertex.
    [[nodiscard]] std::span<double const> lowers() const noexcept { return lower_; }
    /// All upper ends, by vertex; the lower ones again where all meet.
    [[nodiscard]] std::span<double const> uppers() const noexcept
    {
        return upper_.empty() ? lower_ : upper_;
    }
    /// Whether both ends are known to be reached, or approached, by stakes within their bounds.
    [[nodiscard]] bool is_sharp() const noexcept { return is_sharp_; }

private:
    std::vector<double> lower_;
    std::vector<double> upper_; ///< Empty where all bounds meet.
    bool is_sharp_ = true;
};

/// The part of each vertex that `holders`, taken as one, hold through chains of any length.
///
/// A holder holds all of itself, and who holds parts of it does not matter. Of any other company
/// they hold the sum, over its owners, of the owner's stake times their part of the owner:
/// x = s + xW. With exact stakes that is one figure; else the infimum and the supremum over all
/// stakes within their bounds. What is said of a column over the whole or of companies that wholly
/// own each other has no such answer: they get [0, 1], unless a holder is one of
/// them or a chain of theirs ends.
///
/// Exact but for rounding where no company comes back to itself, where few do, and where many do
/// in a ring or nearly so; else within `tolerance`. Where `most_sweeps` don't come so far the ends
/// reached are told, both of which hold, and the answer is not sharp; other companies are as exact
/// as ever.
///
/// Complexity: O(n + m) beside the cyclic part; there k^3 / 3 for each strong component of up to
///   256 companies, and passes over it for larger ones. Memory: 28 bytes a vertex beside the answer
///   and the cyclic part, all charged to the budget.
/// Throws: `error` with `inconsistent_record` for a finding when `strict`; `cancelled`;
///   `over_budget`; `std::out_of_range` for a vertex that is none; `std::invalid_argument` for a
///   tolerance out of (0, 1).
/// Reference: Brioschi, Buzzacchi & Colombo, "Risk capital financing and the separation of
///   ownership and control in business groups", Journal of Banking and Finance 13, 1989; for
///   intervals, Haddad & Monmege, "Interval iteration algorithm for MDPs and IMDPs", Theoretical
///   Computer Science 735, 2018.
[[nodiscard]] CAPGRAPH_EXPORT held_parts look_through(stake_matrix const& w,
                                                      std::span<std::uint32_t const> holders,
                                                      look_through_options const& options = {},
                                                      run_options const& run = {});

} // namespace capgraph::inline v0
