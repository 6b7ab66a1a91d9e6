// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

/// Appends one step of a JSON Pointer (RFC 6901).
void append_step(std::string& pointer, std::string_view key);
void append_step(std::string& pointer, std::uint64_t index);

/// Where in the tree of values a parser is.
class json_path {
public:
    void clear() noexcept { depth_ = 0; }

    /// A value begins.
    void begin_value() noexcept
    {
        if (depth_ != 0 && !levels_[depth_ - 1].is_object) {
            ++levels_[depth_ - 1].count;
        }
    }
    /// A key begins; which one is not known yet.
    void clear_key() noexcept { levels_[depth_ - 1].has_key = false; }
    void set_key(std::string_view key);
    /// The value that began is an object or an array.
    void enter(bool is_object);
    void leave() noexcept { --depth_; }

    [[nodiscard]] std::size_t depth() const noexcept { return depth_; }
    [[nodiscard]] bool in_object() const noexcept
    {
        return depth_ != 0 && levels_[depth_ - 1].is_object;
    }
    [[nodiscard]] bool in_array() const noexcept
    {
        return depth_ != 0 && !levels_[depth_ - 1].is_object;
    }

    /// The value that began last; behind an opening bracket, what it opens.
    [[nodiscard]] std::string pointer() const { return pointer(false); }
    /// The element that comes next; within an object, the object.
    [[nodiscard]] std::string next_pointer() const { return pointer(true); }

private:
    struct level {
        bool is_object = false;
        bool has_key = false;
        std::uint64_t count = 0; ///< Of elements begun.
        std::string key;
    };

    [[nodiscard]] std::string pointer(bool next) const;

    std::vector<level> levels_; ///< The first `depth_` are open; the others keep their memory.
    std::size_t depth_ = 0;
};

} // namespace capgraph::inline v0::detail
