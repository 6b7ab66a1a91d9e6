// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "nearest_slug.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

// What is longer is no slug at all.
constexpr std::size_t longest = 64;

/// The number of insertions, deletions and replacements between two words (Levenshtein 1966), or
/// `limit + 1` when there are more than `limit`.
std::size_t edit_distance(std::string_view a, std::string_view b, std::size_t limit)
{
    auto const longer = std::max(a.size(), b.size());
    if (longer - std::min(a.size(), b.size()) > limit) {
        return limit + 1;
    }
    std::vector<std::size_t> row(b.size() + 1);
    for (std::size_t j = 0; j < row.size(); ++j) {
        row[j] = j;
    }
    for (std::size_t i = 1; i <= a.size(); ++i) {
        auto diagonal = std::exchange(row[0], i);
        for (std::size_t j = 1; j <= b.size(); ++j) {
            auto const replaced = diagonal + (a[i - 1] == b[j - 1] ? 0 : 1);
            diagonal = row[j];
            row[j] = std::min({row[j] + 1, row[j - 1] + 1, replaced});
        }
    }
    return row.back();
}

} // namespace

nearest_slug::nearest_slug(std::string_view wrong) noexcept
    : wrong_{wrong}, // a third of the letters wrong is no slip of the pen
      best_{std::max<std::size_t>(1, std::min(wrong.size(), longest) / 3)}
{
}

void nearest_slug::look_at(std::string_view slug)
{
    if (slug.size() > longest || wrong_.size() > longest) {
        return;
    }
    auto const distance = edit_distance(wrong_, slug, best_);
    if (distance < best_ || (distance == best_ && (found_.empty() || slug < found_))) {
        best_ = distance;
        found_ = slug;
    }
}

} // namespace capgraph::inline v0::detail
