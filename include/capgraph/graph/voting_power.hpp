// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/graph/stake_matrix.hpp>

#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0 {

/// That a source says that `owner` controls `owned`, whatever it holds.
struct declared_control {
    std::uint32_t owner = 0;
    std::uint32_t owned = 0;
    /// Whether that is certain; a right that may amount to control is not.
    bool is_certain = true;

    friend bool operator==(declared_control const&, declared_control const&) = default;
};

/// Who votes in whom, and who is declared to control whom.
///
/// Immutable. Threads: may be read concurrently.
class CAPGRAPH_EXPORT voting_power {
public:
    voting_power() = default;
    /// The declarations may come in any order. Complexity: O(d log d).
    /// Throws: `std::out_of_range` for a declaration of or about no vertex.
    explicit voting_power(stake_matrix votes, std::vector<declared_control> declared = {});

    [[nodiscard]] stake_matrix const& votes() const noexcept { return votes_; }
    /// All declarations, by owner, then by owned, the certain ones first.
    [[nodiscard]] std::span<declared_control const> declared() const noexcept { return declared_; }
    /// Those of one owner. Complexity: O(log d).
    [[nodiscard]] std::span<declared_control const> declared_by(std::uint32_t owner) const noexcept;
    /// Those about one owned, by owner, the certain ones first. Complexity: O(log d).
    [[nodiscard]] std::span<declared_control const> declared_of(std::uint32_t owned) const noexcept;

private:
    stake_matrix votes_;
    std::vector<declared_control> declared_;
    std::vector<declared_control> by_owned_;
};

} // namespace capgraph::inline v0
