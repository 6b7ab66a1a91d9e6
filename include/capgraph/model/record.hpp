// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/absence.hpp>
#include <capgraph/model/entity.hpp>
#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/holding.hpp>
#include <capgraph/model/participation.hpp>
#include <capgraph/model/rate.hpp>
#include <capgraph/model/relation.hpp>
#include <capgraph/model/retraction.hpp>
#include <capgraph/model/same_as.hpp>
#include <capgraph/model/source_record.hpp>
#include <capgraph/model/valuation.hpp>
#include <capgraph/model/words.hpp>

#include <array>
#include <concepts>
#include <cstdint>
#include <string_view>
#include <tuple>
#include <utility>

namespace capgraph::inline v0 {

/// What a statement speaks of.
enum class record_kind : std::uint8_t {
    source,
    entity,
    round,
    participation,
    valuation,
    holding,
    relation,
    absence,
    rate,
    same_as,
    retraction,
};

/// The words for one record: the `type` of a line in JSON Lines.
template <>
inline constexpr auto detail::words_of<record_kind> = std::to_array<std::string_view>(
    {"source", "entity", "round", "participation", "valuation", "holding", "relation", "absence",
     "rate", "same_as", "retraction"});

namespace detail {

/// The words for many records: the arrays of a document, in the order of `record_kind`.
inline constexpr auto plurals = std::to_array<std::string_view>(
    {"sources", "entities", "rounds", "participations", "valuations", "holdings", "relations",
     "absences", "rates", "same_as", "retractions"});
static_assert(plurals.size() == words_of<record_kind>.size());

/// Every record, in the order of `record_kind`.
using record_types = std::tuple<source_record, entity, funding_round, participation, valuation,
                                holding, relation, absence, rate, same_as, retraction>;

template <class Record, std::size_t I = 0>
consteval std::size_t kind_index()
{
    static_assert(I < std::tuple_size_v<record_types>, "not a record of the model");
    if constexpr (std::same_as<Record, std::tuple_element_t<I, record_types>>) {
        return I;
    } else {
        return kind_index<Record, I + 1>();
    }
}

template <class T, class Tuple>
inline constexpr bool is_one_of = false;
template <class T, class... Types>
inline constexpr bool is_one_of<T, std::tuple<Types...>> = (std::same_as<T, Types> || ...);

} // namespace detail

/// One of the records of the model.
template <class T>
concept record_type = detail::is_one_of<T, detail::record_types>;

/// The word of the data format for many records of `kind`, such as `entities`.
[[nodiscard]] constexpr std::string_view plural_of(record_kind kind) noexcept
{
    return detail::plurals[static_cast<std::size_t>(kind)];
}

/// The kind of `Record`.
template <record_type Record>
inline constexpr record_kind kind_of = static_cast<record_kind>(detail::kind_index<Record>());

/// Calls `visit.template operator()<Record>()` with the record type of `kind`.
template <class Visit>
constexpr void with_record_type(record_kind kind, Visit&& visit)
{
    auto const at = static_cast<std::size_t>(kind);
    [&]<std::size_t... I>(std::index_sequence<I...>)
    {
        (void)((I == at
                    ? (visit.template operator()<std::tuple_element_t<I, detail::record_types>>(),
                       true)
                    : false)
               || ...);
    }
    (std::make_index_sequence<std::tuple_size_v<detail::record_types>>{});
}

} // namespace capgraph::inline v0
