// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_parser.hpp"
#include "json_value.hpp"

#include <algorithm>
#include <cstddef>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Makes a tree of the events of one record, within the limit on its size.
class tree_builder {
public:
    tree_builder(std::string file, std::size_t most_bytes)
        : file_{std::move(file)}, most_bytes_{std::min(most_bytes, most_record_bytes)}
    {
    }

    /// The record begins; the events that follow are its members'.
    void begin(json_parser const& parser, place at);
    /// Throws: `error` with `limit_exceeded`, as all below.
    void open(json_type type, place at);
    void close(place at);
    void add_key(std::string_view key, place at);
    void add_scalar(json_type type, std::string_view text, place at);

    [[nodiscard]] json_tree const& tree() const noexcept { return tree_; }

private:
    void check(place at) const;

    std::string file_;
    std::size_t most_bytes_;
    json_tree tree_;
};

} // namespace capgraph::inline v0::detail
