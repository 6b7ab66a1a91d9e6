// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "line_batch.hpp"

#include <algorithm>
#include <utility>

namespace capgraph::inline v0::detail {

line_batch::line_batch(std::string file, parser_limits const& limits, slug_outlook& outlook)
    : file_{std::move(file)}, scanner_{limits.depth, &outlook}, outlook_{&outlook},
      most_bytes_{limits.string_bytes}
{
}

void line_batch::read_line(row& to, std::string_view text, place const& at)
{
    auto const num_slugs = outlook_->size();
    auto const size = scanner_.scan(file_, text, at, to.tree);
    to.is_plain = size != 0 && size <= most_bytes_; // no token of a line is longer than the line
    if (!to.is_plain) {
        outlook_->drop_behind(num_slugs);
    }
    to.line = text.substr(0, size != 0 ? size : text.find('\n'));
}

std::span<line_batch::row const> line_batch::read(std::string_view text, place at)
{
    std::size_t count = 0;
    while (count != rows_.size() && !text.empty()) {
        auto& next = rows_[count++];
        read_line(next, text, at);
        auto const size = next.line.size() + 1;
        text.remove_prefix(size);
        at = {at.byte + size, at.line + 1, 1};
    }
    outlook_->look();
    return {rows_.data(), count};
}

} // namespace capgraph::inline v0::detail
