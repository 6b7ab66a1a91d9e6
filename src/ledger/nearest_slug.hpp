// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Looks for the slug that is spelt most like a wrong one; the first by text of several as near.
class nearest_slug {
public:
    explicit nearest_slug(std::string_view wrong) noexcept;

    void look_at(std::string_view slug);

    /// Empty when none is near.
    [[nodiscard]] std::string_view found() const noexcept { return found_; }

private:
    std::string_view wrong_;
    std::size_t best_; ///< In edits.
    std::string_view found_;
};

} // namespace capgraph::inline v0::detail
