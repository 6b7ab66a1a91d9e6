// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "text_source.hpp"

#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/run_options.hpp>

#include <cstdint>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// The pieces of a source, up to a limit, with a look ahead at the beginning; heeds a run between
/// them.
class text_feed {
public:
    text_feed(text_source& source, std::uint64_t most_bytes, run_options const& run);

    /// What was looked at ahead.
    [[nodiscard]] std::string_view beginning() const noexcept { return beginning_; }
    /// Takes one more piece into the beginning. Returns whether there was one.
    bool look_ahead();

    /// The next piece: the beginning, then piece by piece; empty at the end or at the limit.
    [[nodiscard]] std::string_view next();
    /// Whether the text goes on beyond the limit.
    [[nodiscard]] bool is_cut() const noexcept { return is_cut_; }

private:
    [[nodiscard]] std::string_view take();

    text_source* source_;
    std::uint64_t left_;
    checkpoint check_;
    std::string beginning_;
    bool is_begun_ = false;
    bool is_cut_ = false;
};

} // namespace capgraph::inline v0::detail
