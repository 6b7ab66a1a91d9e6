// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "state_of.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/record.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <span>
#include <tuple>
#include <vector>

namespace capgraph::inline v0::detail {

/// All records that stood in the ledger, by kind and then by id, whatever the view knows of them:
/// who wants several kinds looks through all records once. Complexity: linear.
class records_by_kind {
public:
    explicit records_by_kind(view const& seen)
    {
        auto const& state = *state_of(seen);
        for (std::size_t i = 0; i < state.num_records; ++i) {
            ++begins_[place_of(state.rows->records[i].kind) + 1];
        }
        std::partial_sum(begins_.begin(), begins_.end(), begins_.begin());
        ids_.resize(state.num_records);
        auto next = begins_;
        for (std::uint32_t i = 0; i < state.num_records; ++i) {
            ids_[next[place_of(state.rows->records[i].kind)]++] = record_id{i};
        }
    }

    [[nodiscard]] std::span<record_id const> of(record_kind kind) const noexcept
    {
        auto const first = begins_[place_of(kind)];
        return std::span{ids_}.subspan(first, begins_[place_of(kind) + 1] - first);
    }

private:
    static constexpr std::size_t place_of(record_kind kind) noexcept
    {
        return static_cast<std::size_t>(kind);
    }

    std::array<std::size_t, std::tuple_size_v<record_types> + 1> begins_{};
    std::vector<record_id> ids_;
};

} // namespace capgraph::inline v0::detail
