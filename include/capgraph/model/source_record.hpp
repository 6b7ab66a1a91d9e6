// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/model/field.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <cstdint>
#include <string_view>
#include <tuple>

namespace capgraph::inline v0 {

/// Where a source's day of publication comes from.
enum class published_basis : std::uint8_t {
    printed,  ///< Printed in the source.
    external, ///< Known from elsewhere.
    inferred, ///< Worked out from what the source speaks of.
};

template <>
inline constexpr auto detail::words_of<published_basis> =
    std::to_array<std::string_view>({"printed", "external", "inferred"});

/// How far a source is to be trusted, by the letters of the Admiralty code (NATO STANAG 2511).
enum class reliability : std::uint8_t {
    completely_reliable,  ///< A
    usually_reliable,     ///< B
    fairly_reliable,      ///< C
    not_usually_reliable, ///< D
    unreliable,           ///< E
    cannot_be_judged,     ///< F
};

template <>
inline constexpr auto
    detail::words_of<reliability> = std::to_array<std::string_view>({"A", "B", "C", "D", "E", "F"});

/// What says things: an article, a filing, a register.
struct source_record {
    std::string_view slug{};
    field<std::string_view> publisher{};
    field<std::string_view> title{};
    field<std::string_view> url{};
    field<date> published{};
    field<published_basis> basis{};
    field<capgraph::reliability> reliability{};

    static constexpr auto fields()
    {
        return std::tuple{field_description{"id", &source_record::slug, folding::key},
                          field_description{"publisher", &source_record::publisher},
                          field_description{"title", &source_record::title},
                          field_description{"url", &source_record::url},
                          field_description{"published", &source_record::published},
                          field_description{"published_basis", &source_record::basis},
                          field_description{"reliability", &source_record::reliability}};
    }
    friend bool operator==(source_record const&, source_record const&) = default;
};

} // namespace capgraph::inline v0
