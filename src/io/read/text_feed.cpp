// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "text_feed.hpp"

namespace capgraph::inline v0::detail {

text_feed::text_feed(text_source& source, std::uint64_t most_bytes, run_options const& run)
    : source_{&source}, left_{most_bytes}, check_{run, "reading", source.size()}
{
}

std::string_view text_feed::take()
{
    if (is_cut_) {
        return {};
    }
    auto piece = source_->next();
    check_.advance(piece.size());
    if (piece.size() > left_) {
        is_cut_ = true;
        piece = piece.substr(0, static_cast<std::size_t>(left_));
    }
    left_ -= piece.size();
    if (piece.empty() && !is_cut_) {
        check_.finish();
    }
    return piece;
}

bool text_feed::look_ahead()
{
    auto const piece = take();
    beginning_ += piece;
    return !piece.empty();
}

std::string_view text_feed::next()
{
    if (!is_begun_) {
        is_begun_ = true;
        if (!beginning_.empty()) {
            return beginning_;
        }
    }
    return take();
}

} // namespace capgraph::inline v0::detail
