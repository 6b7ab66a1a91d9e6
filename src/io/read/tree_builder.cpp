// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "tree_builder.hpp"

namespace capgraph::inline v0::detail {

void tree_builder::begin(json_parser const& parser, place at)
{
    tree_.clear(file_, parser.path().pointer());
    tree_.open(json_type::object, at);
}

void tree_builder::check(place at) const
{
    if (at.byte - tree_.root().at().byte >= most_bytes_) {
        auto const most = std::to_string(most_bytes_);
        throw error{error_code::limit_exceeded, "a record of more than " + most + " bytes",
                    "at most that many", tree_.root().position()};
    }
}

void tree_builder::open(json_type type, place at)
{
    check(at);
    tree_.open(type, at);
}

void tree_builder::close(place at)
{
    check(at);
    tree_.close();
}

void tree_builder::add_key(std::string_view key, place at)
{
    check(at);
    tree_.add_key(key, at);
}

void tree_builder::add_scalar(json_type type, std::string_view text, place at)
{
    check(at);
    tree_.add_scalar(type, text, at);
}

} // namespace capgraph::inline v0::detail
