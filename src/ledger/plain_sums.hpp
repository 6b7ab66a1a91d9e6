// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/money.hpp>
#include <capgraph/core/stated.hpp>

#include <array>
#include <cstddef>
#include <span>

namespace capgraph::inline v0::detail {

/// A rendering of a sum of money by one figure: `said` is neither `between` nor `undisclosed`, and
/// the figure is not negative.
struct plain_figure {
    qualifier said;
    money sum;
};

/// The amounts of one record, kept beside it: as amounts each would take memory of its own. A field
/// whose amount stands here says nothing in the record.
class plain_sums {
public:
    void clear() noexcept { num_fields_ = 0; }

    /// The renderings of the amount of that field, in order; none where it is not here.
    [[nodiscard]] std::span<plain_figure const> of(std::size_t field) const noexcept
    {
        for (auto const& known : std::span{fields_}.first(num_fields_)) {
            if (known.number == field) {
                return std::span{known.figures}.first(known.size);
            }
        }
        return {};
    }

    /// Room for the renderings of one more field; none where there is no more. What was written
    /// there counts once it is `keep`ed.
    [[nodiscard]] std::span<plain_figure> room() noexcept
    {
        return num_fields_ == fields_.size() ? std::span<plain_figure>{}
                                             : std::span{fields_[num_fields_].figures};
    }
    void keep(std::size_t field, std::size_t size) noexcept
    {
        fields_[num_fields_].number = field;
        fields_[num_fields_].size = size;
        ++num_fields_;
    }

private:
    struct amount_of_field {
        std::size_t number;
        std::size_t size;
        std::array<plain_figure, 3> figures;
    };

    std::array<amount_of_field, 3> fields_;
    std::size_t num_fields_ = 0;
};

} // namespace capgraph::inline v0::detail
