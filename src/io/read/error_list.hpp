// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>

#include <cstddef>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// Takes the errors of a text: throws the first, or keeps them all.
class error_list {
public:
    /// Thrown to end the reading when no more errors are wanted.
    struct full {};

    /// Throws the first error.
    error_list() = default;
    /// Keeps `most` errors, one at least.
    explicit error_list(std::size_t most) : keeps_{true}, most_{most == 0 ? 1 : most} {}

    /// Throws: `found`, or `full`.
    void report(error const& found)
    {
        if (!keeps_) {
            throw found;
        }
        if (errors_.size() < most_) {
            errors_.push_back(found);
        }
        if (errors_.size() >= most_) {
            throw full{};
        }
    }

    /// Keeps the error that ends the reading.
    void report_last(error const& found) { errors_.push_back(found); }
    /// The errors kept, in the order of the text.
    [[nodiscard]] std::vector<error> in_order() &&;

private:
    bool keeps_ = false;
    std::size_t most_ = 0;
    std::vector<error> errors_;
};

} // namespace capgraph::inline v0::detail
