// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "json_path.hpp"

namespace capgraph::inline v0::detail {

void append_step(std::string& pointer, std::string_view key)
{
    pointer += '/';
    for (auto const c : key) {
        if (c == '~') {
            pointer += "~0";
        } else if (c == '/') {
            pointer += "~1";
        } else {
            pointer += c;
        }
    }
}

void append_step(std::string& pointer, std::uint64_t index)
{
    pointer += '/' + std::to_string(index);
}

void json_path::set_key(std::string_view key)
{
    levels_[depth_ - 1].key.assign(key);
    levels_[depth_ - 1].has_key = true;
}

void json_path::enter(bool is_object)
{
    if (depth_ == levels_.size()) {
        levels_.emplace_back();
    }
    auto& top = levels_[depth_++];
    top.is_object = is_object;
    top.has_key = false;
    top.count = 0;
}

std::string json_path::pointer(bool next) const
{
    std::string text;
    for (std::size_t i = 0; i < depth_; ++i) {
        auto const& l = levels_[i];
        auto const is_next = next && i + 1 == depth_;
        if (l.is_object && l.has_key && !is_next) {
            append_step(text, l.key);
        } else if (!l.is_object && (is_next || l.count != 0)) {
            append_step(text, is_next ? l.count : l.count - 1);
        }
    }
    return text;
}

} // namespace capgraph::inline v0::detail
