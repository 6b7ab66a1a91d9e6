// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "packed_values.hpp"
#include "string_pool.hpp"

#include "core/utf8.hpp"

#include <capgraph/core/error.hpp>

#include <string_view>

namespace capgraph::inline v0::detail {

inline void require_utf8(std::string_view text)
{
    if (!is_all_ascii(text) && !is_utf8(text)) { // nothing could write it again
        throw error{error_code::bad_encoding, "text that is not UTF-8", "text in UTF-8"};
    }
}

/// Keeps long texts once, in `own` unless `known` has them.
class text_keeper {
public:
    text_keeper(string_pool const& known, string_pool& own) noexcept : known_{&known}, own_{&own} {}

    static void check(std::string_view text) { require_utf8(text); }
    [[nodiscard]] kept_text keep(std::string_view text)
    {
        auto const known = known_->find(text);
        return known ? *known : own_->intern(text);
    }

private:
    string_pool const* known_;
    string_pool* own_;
};

/// Writes the row of a statement that is being added.
using row_writer = packed_writer<text_keeper>;

} // namespace capgraph::inline v0::detail
