// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>
#include <capgraph/core/text_position.hpp>

#include <cstdint>
#include <string>
#include <utility>

namespace capgraph::inline v0::detail {

/// Thrown where an error ends the reading of a text whatever is kept.
struct fatal_error {
    error what;
};

/// Counts the records of a text up to their limit.
class record_counter {
public:
    explicit record_counter(std::uint64_t most) noexcept : most_{most} {}

    /// One more record, which stands at `where`. Throws: `fatal_error` with `limit_exceeded`.
    template <class Where>
    void add(Where&& where)
    {
        if (count_ == most_) {
            refuse(std::forward<Where>(where)());
        }
        ++count_;
    }

    [[nodiscard]] bool is_full() const noexcept { return count_ == most_; }

private:
    [[noreturn, gnu::noinline]] void refuse(text_position where) const
    {
        throw fatal_error{{error_code::limit_exceeded,
                           "more than " + std::to_string(most_) + " records", "at most that many",
                           std::move(where)}};
    }

    std::uint64_t most_;
    std::uint64_t count_ = 0;
};

} // namespace capgraph::inline v0::detail
