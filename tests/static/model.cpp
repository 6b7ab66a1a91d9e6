// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What holds of the records, the ledger and its views without running anything.

#include <capgraph/ledger/ledger.hpp>
#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <concepts>
#include <memory>
#include <string>
#include <string_view>
#include <tuple>
#include <type_traits>
#include <vector>

using namespace capgraph;

namespace {

// Records are plain values.

template <class Record>
inline constexpr bool is_plain = std::regular<Record>&& std::is_aggregate_v<Record>&&
    std::is_nothrow_move_constructible_v<Record>&& std::is_nothrow_move_assignable_v<Record>;

template <class>
inline constexpr bool are_plain = false;
template <class... Records>
inline constexpr bool are_plain<std::tuple<Records...>> = (is_plain<Records> && ...);
static_assert(are_plain<detail::record_types>);
static_assert(is_plain<identifier> && is_plain<state_link> && is_plain<lead_group>);
static_assert(std::copyable<statement> && std::copyable<provenance>);

// What is a record, and what is none.

static_assert(record_type<source_record> && record_type<entity> && record_type<funding_round>);
static_assert(record_type<participation> && record_type<valuation> && record_type<holding>);
static_assert(record_type<relation> && record_type<absence> && record_type<rate>);
static_assert(record_type<same_as> && record_type<retraction>);
static_assert(!record_type<statement> && !record_type<provenance> && !record_type<int>);
static_assert(!record_type<entity const> && !record_type<entity&> && !record_type<void>);
static_assert(!record_type<state_link> && !record_type<lead_group> && !record_type<identifier>);
static_assert(kind_of<source_record> == record_kind{0});
static_assert(kind_of<retraction> == record_kind{10});

// What has words, and what has none.

enum class unworded { a, b };
static_assert(worded<deal_status> && worded<entity_kind> && worded<record_kind>);
static_assert(!worded<unworded> && !worded<int> && !worded<std::string_view>);
static_assert(worded<certainty> && worded<relays> && !worded<folding>);
static_assert(to_string(deal_status::in_talks) == "in_talks");
static_assert(find_word<deal_status>("in_talks") == deal_status::in_talks);
static_assert(find_word<deal_status>("talks") == std::nullopt);

// A field is made of what makes its value, and of nothing else.

static_assert(std::regular<field<int>> && std::regular<field<std::string_view>>);
static_assert(std::is_trivially_copyable_v<field<entity_id>>);
static_assert(std::convertible_to<entity_id, field<entity_id>>);
static_assert(std::convertible_to<taken_back_t, field<entity_id>>);
static_assert(std::convertible_to<char const*, field<std::string_view>>);
static_assert(!std::is_constructible_v<field<entity_id>, record_id>);
static_assert(!std::is_constructible_v<field<record_id>, entity_id>);
static_assert(!std::is_constructible_v<field<record_id>, int>);
static_assert(!std::is_constructible_v<field<deal_status>, round_kind>);
static_assert(!std::is_constructible_v<field<entity_kind>, char const*>);
static_assert(!std::is_constructible_v<field<share>, double>);
static_assert(!std::is_constructible_v<field<date>, int>);
static_assert(!std::convertible_to<field<int>, bool>); // but explicitly
static_assert(std::constructible_from<bool, field<int>>);
static_assert(!std::equality_comparable_with<field<entity_id>, field<record_id>>);

constexpr field<int> seven = 7;
static_assert(seven.is_said() && *seven == 7 && seven.value_or(3) == 7);
static_assert(field<int>{taken_back}.is_withdrawn() && !field<int>{taken_back}.has_value());
static_assert(!field<int>{}.is_said() && field<int>{}.value_or(3) == 3);

// The list of fields is there at compile time.

static_assert(std::get<0>(holding::fields()).name == "owner");
static_assert(std::get<0>(holding::fields()).rule == folding::key);
static_assert(std::tuple_size_v<decltype(funding_round::fields())> == 15);

// A ledger has one owner and is handed over without a throw.

static_assert(!std::copyable<ledger> && std::movable<ledger>);
static_assert(std::is_nothrow_move_constructible_v<ledger>);
static_assert(std::is_nothrow_move_assignable_v<ledger>);
static_assert(std::default_initializable<ledger>);
static_assert(!std::is_convertible_v<ledger_options, ledger>);

// A builder needs a ledger that outlives it.

static_assert(std::constructible_from<ledger_builder, ledger&>);
static_assert(!std::constructible_from<ledger_builder, ledger>);
static_assert(!std::constructible_from<ledger_builder, ledger const&>);
static_assert(!std::is_convertible_v<ledger&, ledger_builder>);
static_assert(!std::copyable<ledger_builder> && std::movable<ledger_builder>);
static_assert(std::is_nothrow_move_constructible_v<ledger_builder>);

// A view is a value that keeps alive what it shows.

static_assert(std::copyable<view>);
static_assert(std::constructible_from<view, ledger const&>);
static_assert(std::constructible_from<view, ledger>);
static_assert(!std::is_convertible_v<ledger const&, view>);
static_assert(sizeof(view) == sizeof(std::shared_ptr<int>));

template <class Record>
concept found_in_views = requires(view const& v, record_id id)
{
    {
        v.find<Record>(id)
        } -> std::same_as<std::optional<Record>>;
};
static_assert(found_in_views<holding> && found_in_views<funding_round>);
static_assert(!found_in_views<int> && !found_in_views<statement>);

template <class Record>
concept said_in_ledgers = requires(ledger const& l, statement_id id)
{
    {
        l.said_by<Record>(id)
        } -> std::same_as<Record>;
};
static_assert(said_in_ledgers<holding> && said_in_ledgers<retraction>);
static_assert(!said_in_ledgers<int> && !said_in_ledgers<std::string>);

} // namespace
