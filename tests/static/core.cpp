// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What the compiler can prove of the values: regular, as small and as trivial as promised, and not
// to be mixed up. What must not compile at all is in tests/compile_fail/core_*.cpp.

#include <capgraph/core/amount.hpp>
#include <capgraph/core/bounded.hpp>
#include <capgraph/core/date.hpp>
#include <capgraph/core/decimal.hpp>
#include <capgraph/core/error.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/interval.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/result.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/core/text_position.hpp>

#include <compare>
#include <concepts>
#include <cstdint>
#include <string>
#include <string_view>
#include <type_traits>

using namespace capgraph;

namespace {

template <class... Ts>
struct list {
};

template <template <class> class Trait, class... Ts>
constexpr bool all_of(list<Ts...>)
{
    return (Trait<Ts>::value && ...);
}

template <class T>
struct is_regular : std::bool_constant<std::regular<T>> {
};

/// Passed in registers or copied as bytes.
template <class T>
struct is_plain
    : std::bool_constant<
          std::is_trivially_copyable_v<
              T> && std::is_standard_layout_v<T> && std::is_nothrow_default_constructible_v<T>> {
};

using ids = list<entity_id, record_id, statement_id>;
using plain_values = list<decimal, currency, money, share, date, stated<money>, stated<share>,
                          stated<std::uint32_t>, tolerance>;
using values = list<decimal, currency, money, share, date, stated<money>, stated<share>,
                    stated<std::uint32_t>, interval<money>, interval<share>, bounded<share>,
                    bounded<money>, amount, text_position, result<int>>;

// clang-format off
template <class A, class B>
concept can_compare = requires(A a, B b) { a == b; };
template <class A, class B>
concept can_order = requires(A a, B b) { a < b; };
template <class A, class B>
concept can_add = requires(A a, B b) { a + b; };
template <class A, class B>
concept can_multiply = requires(A a, B b) { a * b; };
template <class T>
concept has_index = requires(T t) { index_of(t); };
// clang-format on

} // namespace

static_assert(all_of<is_regular>(ids{}));
static_assert(all_of<is_plain>(ids{}));
static_assert(all_of<is_regular>(values{}));
static_assert(all_of<is_plain>(plain_values{}));

// Millions of them are kept.
static_assert(sizeof(entity_id) == 4 && sizeof(record_id) == 4 && sizeof(statement_id) == 4);
static_assert(sizeof(currency) == 4);
static_assert(sizeof(date) == 8);
static_assert(sizeof(share) == 8);
static_assert(sizeof(money) == 16);
static_assert(sizeof(decimal) == 16);
static_assert(sizeof(error_code) == 1 && sizeof(qualifier) == 1 && sizeof(date_order) == 1);

// An id is of its kind, and no number.
static_assert(
    !std::is_convertible_v<entity_id, record_id> && !std::is_convertible_v<record_id, entity_id>);
static_assert(!std::is_convertible_v<
                  entity_id, statement_id> && !std::is_convertible_v<statement_id, entity_id>);
static_assert(!std::is_convertible_v<
                  record_id, statement_id> && !std::is_convertible_v<statement_id, record_id>);
static_assert(!std::is_constructible_v<entity_id, record_id>);
static_assert(!std::is_convertible_v<
                  std::uint32_t, entity_id> && !std::is_convertible_v<entity_id, std::uint32_t>);
static_assert(!std::is_convertible_v<int, record_id> && !std::is_convertible_v<record_id, bool>);
static_assert(can_compare<entity_id, entity_id> && can_order<entity_id, entity_id>);
static_assert(!can_compare<entity_id, record_id> && !can_order<entity_id, record_id>);
static_assert(!can_compare<entity_id, statement_id> && !can_compare<record_id, statement_id>);
static_assert(!can_compare<entity_id, int> && !can_compare<entity_id, std::uint32_t>);
static_assert(!can_add<entity_id, int>);
static_assert(has_index<entity_id> && has_index<record_id> && has_index<statement_id>);
static_assert(
    !has_index<int> && !has_index<std::uint32_t> && !has_index<error_code> && !has_index<share>);
static_assert(std::is_same_v<decltype(index_of(entity_id{})), std::size_t>);

// A share is made and read by name; shares multiply along a chain and do not add.
static_assert(std::is_constructible_v<share, double> && !std::is_convertible_v<double, share>);
static_assert(!std::is_convertible_v<share, double> && !std::is_constructible_v<double, share>);
static_assert(!std::is_assignable_v<share&, double>);
static_assert(!can_compare<share, double> && !can_order<share, double>);
static_assert(std::totally_ordered<share> && std::three_way_comparable<share, std::weak_ordering>);
static_assert(can_multiply<share, share> && !can_multiply<share, double> && !can_add<share, share>);

// Money knows its currency: it adds to money alone, and is ordered by `is_less`, which can refuse.
static_assert(can_add<money, money>);
static_assert(!can_add<money, share> && !can_add<share, money>);
static_assert(!can_add<money, std::int64_t> && !can_add<money, double> && !can_add<money, decimal>);
static_assert(!can_multiply<money, double> && !can_multiply<money, money>);
static_assert(can_compare<money, money> && !can_order<money, money>);
static_assert(
    !std::is_convertible_v<std::int64_t, money> && !std::is_constructible_v<money, std::int64_t>);
static_assert(!std::is_convertible_v<money, std::int64_t> && !std::is_convertible_v<money, double>);
static_assert(
    std::is_constructible_v<
        currency, std::string_view> && !std::is_convertible_v<std::string_view, currency>);
static_assert(!std::is_convertible_v<char const*, currency>);

// A text is read by name, and a date is partial: it has no order but those that it names.
static_assert(
    !std::is_constructible_v<date, std::string> && !std::is_convertible_v<char const*, date>);
static_assert(!std::is_constructible_v<date, std::string_view>);
static_assert(std::is_constructible_v<date, int> && !std::is_convertible_v<int, date>);
static_assert(can_compare<date, date> && !can_order<date, date>);
static_assert(!can_add<date, int>);

// A number is written, not computed with.
static_assert(
    !std::is_convertible_v<std::int64_t, decimal> && !std::is_convertible_v<decimal, double>);
static_assert(!std::is_convertible_v<
                  char const*, decimal> && !std::is_constructible_v<decimal, std::string_view>);
static_assert(!can_add<decimal, decimal> && !can_order<decimal, decimal>);

// What was said is not what is: a stated figure neither adds nor orders, and renderings are one
// sum.
static_assert(!can_add<stated<money>, stated<money>> && !can_add<amount, amount>);
static_assert(!can_order<stated<money>, stated<money>> && !can_order<amount, amount>);
static_assert(
    !std::is_convertible_v<money, stated<money>> && !std::is_convertible_v<stated<money>, money>);
static_assert(!std::is_convertible_v<stated<share>, stated<money>>);
static_assert(!std::is_convertible_v<money, amount>);
static_assert(!can_compare<stated<share>, stated<money>>);
static_assert(
    !can_order<bounded<share>, bounded<share>> && !can_order<interval<share>, interval<share>>);

// An error can be thrown and caught without throwing on the way.
static_assert(
    std::is_nothrow_copy_constructible_v<error> && std::is_nothrow_copy_assignable_v<error>);
static_assert(std::is_nothrow_destructible_v<error> && std::has_virtual_destructor_v<error>);
static_assert(std::is_nothrow_move_constructible_v<amount>);
