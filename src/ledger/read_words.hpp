// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "fold.hpp"
#include "view_state.hpp"

#include <cstdint>
#include <vector>

namespace capgraph::inline v0::detail {

/// What those statements say, all about one record.
template <class Record>
std::vector<word<Record>> read_words(view_state const& s, std::vector<std::uint32_t> const& ids)
{
    std::vector<word<Record>> out;
    out.reserve(ids.size());
    for (auto const i : ids) {
        out.push_back({s.rows->said<Record>(i), s.rows->head_of(i).denial});
    }
    return out;
}

} // namespace capgraph::inline v0::detail
