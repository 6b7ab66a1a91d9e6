// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "text_order.hpp"

#include <algorithm>
#include <bit>
#include <cstddef>
#include <cstring>

namespace capgraph::inline v0::detail {

namespace {

/// How deep texts are cut: those that somebody made alike on purpose would need a deep stack.
constexpr int deepest = 16;

/// The eight bytes from `at` on, as a number in the same order; behind the end are zeros.
std::uint64_t bytes_at(std::string_view text, std::size_t at)
{
    std::uint64_t bytes = 0;
    auto const left = text.size() - std::min(at, text.size());
    if (left >= sizeof bytes) {
        std::memcpy(&bytes, text.data() + at, sizeof bytes); // of a size known here: no call
    } else {
        std::copy_n(text.data() + (text.size() - left), left, reinterpret_cast<char*>(&bytes));
    }
    return std::endian::native == std::endian::little ? __builtin_bswap64(bytes) : bytes;
}

/// How long the beginning is that all have in common, which is `known` or longer.
std::size_t common_size(std::span<numbered_text const> all, std::size_t known)
{
    auto const first = all.front().text;
    auto size = first.size();
    for (auto const& each : all.subspan(1)) {
        size = std::min(size, each.text.size());
        auto at = std::min(known, size);
        while (at < size && each.text[at] == first[at]) {
            ++at;
        }
        size = at;
    }
    return size;
}

/// Of texts that have the first `known` bytes in common.
void sort_from(std::span<numbered_text> all, std::size_t known, int depth)
{
    if (all.size() < 2) {
        return;
    }
    if (depth == deepest) {
        std::sort(all.begin(), all.end(),
                  [](auto const& a, auto const& b) { return a.text < b.text; });
        return;
    }
    auto const at = common_size(all, known);
    for (auto& each : all) {
        each.next = bytes_at(each.text, at);
    }
    std::sort(all.begin(), all.end(), [](auto const& a, auto const& b) { return a.next < b.next; });
    for (auto first = all.begin(); first != all.end();) {
        auto const last = std::find_if(first, all.end(),
                                       [&](auto const& each) { return each.next != first->next; });
        sort_from({first, last}, at + sizeof first->next, depth + 1);
        first = last;
    }
}

} // namespace

void sort_by_text(std::span<numbered_text> all)
{
    sort_from(all, 0, 0);
}

} // namespace capgraph::inline v0::detail
