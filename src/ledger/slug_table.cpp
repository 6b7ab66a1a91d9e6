// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "slug_table.hpp"

#include "narrow.hpp"

namespace capgraph::inline v0::detail {

void slug_table::add(std::string_view slug, id_index::free_place const& place, record_id record,
                     byte_arena& arena)
{
    auto const number = narrow(size());
    rows_.reserve(1);
    rows_.push_back({slug, record, arena}); // the last thing that can fail
    index_.insert(place, number);
}

void slug_table::reserve_for(slug_table const& other)
{
    rows_.reserve(other.size());
    index_.reserve_for(other.index_);
}

void slug_table::absorb(slug_table&& other) noexcept
{
    index_.absorb(other.index_, static_cast<std::uint32_t>(size()));
    for (std::size_t i = 0; i < other.size(); ++i) {
        rows_.push_back(other.rows_[i]);
    }
}

} // namespace capgraph::inline v0::detail
