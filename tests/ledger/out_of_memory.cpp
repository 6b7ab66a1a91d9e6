// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Each allocation of an append fails once: nothing may be half done. The whole program's `operator
// new` is replaced to that end; it fails only between the lines that arm it.

#include "ledger/contents.hpp"
#include "support/catch2.hpp"
#include "support/ledgers.hpp"

#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

#include <cstddef>
#include <cstdlib>
#include <functional>
#include <new>
#include <string_view>
#include <vector>

namespace {

/// How many allocations of this thread go well before one fails; below zero: all.
thread_local long good_allocations = -1;

bool is_to_fail() noexcept
{
    return good_allocations >= 0 && good_allocations-- == 0;
}

} // namespace

// Sanitizers bring their own operators: all that may meet are replaced together. Inlined, a delete
// would look like a free of what new gave, and GCC warns of that.
void* operator new(std::size_t size, std::nothrow_t const& /*tag*/) noexcept
{
    return is_to_fail() ? nullptr : std::malloc(size == 0 ? 1 : size);
}
void* operator new(std::size_t size)
{
    auto* const memory = operator new(size, std::nothrow);
    return memory != nullptr ? memory : throw std::bad_alloc{};
}
[[gnu::noinline]] void operator delete(void* memory) noexcept
{
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/) noexcept
{
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::nothrow_t const& /*tag*/) noexcept
{
    std::free(memory);
}
void* operator new(std::size_t size, std::align_val_t alignment)
{
    auto const unit = static_cast<std::size_t>(alignment);
    auto* const memory =
        is_to_fail() ? nullptr : std::aligned_alloc(unit, (size / unit + 1) * unit);
    return memory != nullptr ? memory : throw std::bad_alloc{};
}
[[gnu::noinline]] void operator delete(void* memory, std::align_val_t /*alignment*/) noexcept
{
    std::free(memory);
}
[[gnu::noinline]] void operator delete(void* memory, std::size_t /*size*/,
                                       std::align_val_t /*alignment*/) noexcept
{
    std::free(memory);
}

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Whether `call` ran out of memory at its allocation number `n`.
template <class Call>
bool runs_out_at(long n, Call call)
{
    good_allocations = n;
    try {
        call();
    } catch (std::bad_alloc const&) {
        good_allocations = -1;
        return true;
    }
    good_allocations = -1;
    return false;
}

constexpr std::string_view long_text = "a text that is too long for any small string's own buffer";

/// Steps that between them use every part of a builder, each of which appends or names something.
std::vector<std::function<void(ledger_builder&)>> steps()
{
    std::vector<std::function<void(ledger_builder&)>> all{
        [](ledger_builder& to) { to.entity("named-first"); },
        [](ledger_builder& to) { to.round("round-named-first"); },
        [](ledger_builder& to) { to.source("source-named-first"); },
        [](ledger_builder& to) { add_entity(to, "named-first"); },
        [](ledger_builder& to) { to.add(source_record{.slug = "source-named-first"}); },
        [](ledger_builder& to) {
            to.add(funding_round{.slug = "round-named-first",
                                 .company = to.entity("named-first"),
                                 .amount = amount{about(yuan(7)), plain(dollars(1))}},
                   {.statement = "st-round"});
        },
        [](ledger_builder& to) {
            to.add(entity{.slug = "fresh",
                          .name = long_text,
                          .aliases = std::vector<std::string_view>{"one", "two"},
                          .kind = entity_kind::fund,
                          .identifiers = std::vector<identifier>{{"LEI", "5299"}}},
                   {.source = to.source("source-named-first"),
                    .attributed_to = "Bloomberg",
                    .statement = "st-fresh",
                    .where = text_position{"file.json", 1, 2, 3, "/entities/0"}});
        },
        [](ledger_builder& to) {
            to.add(holding{.owner = to.entity("fresh"),
                           .owned = to.entity("named-first"),
                           .share_class = "class A",
                           .rights = std::vector{special_right::veto}},
                   {.statement = "st-holding"});
        },
        [](ledger_builder& to) {
            to.add(same_as{std::vector{to.entity("fresh"), to.entity("named-first")}},
                   {.statement = "st-join"});
        },
        [](ledger_builder& to) { to.add(retraction{"st-holding"}, {.statement = "st-back"}); },
    };
    return all;
}

} // namespace

TEST_CASE("commit: when memory runs out the ledger and the builder are as before",
          "[ledger][builder][memory]")
{
    auto expected = zhipu_ledger();
    ledger_builder to_expected{expected};
    for (auto const& step : steps()) {
        step(to_expected);
    }
    to_expected.commit();

    bool is_done = false;
    for (long n = 0; !is_done; ++n) {
        CAPTURE(n);
        auto book = zhipu_ledger();
        view const seen{book};
        auto const before = contents_of(book);
        ledger_builder to{book};
        for (auto const& step : steps()) {
            step(to);
        }
        auto const waiting = contents_of(to);
        is_done = !runs_out_at(n, [&] { to.commit(); });
        if (!is_done) {
            REQUIRE(contents_of(book) == before);
            REQUIRE(contents_of(to) == waiting);
            REQUIRE(book.find_entity("fresh") == std::nullopt);
            REQUIRE(book.find_round("round-named-first") == std::nullopt);
            to.commit();
        }
        REQUIRE(contents_of(book) == contents_of(expected));
        REQUIRE(book.entity_at("fresh") == expected.entity_at("fresh"));
        REQUIRE(book.round_at("round-named-first") == expected.round_at("round-named-first"));
        REQUIRE(seen.num_statements() == before.said.size());
        REQUIRE(n < 1000);
    }
}

TEST_CASE("add: when memory runs out the builder is as before", "[ledger][builder][memory]")
{
    auto expected = zhipu_ledger();
    ledger_builder to_expected{expected};
    for (auto const& step : steps()) {
        step(to_expected);
    }
    to_expected.commit();

    auto const all = steps();
    for (std::size_t failing = 0; failing < all.size(); ++failing) {
        bool is_done = false;
        for (long n = 0; !is_done; ++n) {
            CAPTURE(failing, n);
            auto book = zhipu_ledger();
            ledger_builder to{book};
            for (std::size_t i = 0; i < failing; ++i) {
                all[i](to);
            }
            auto const waiting = contents_of(to);
            is_done = !runs_out_at(n, [&] { all[failing](to); });
            if (!is_done) {
                REQUIRE(contents_of(to) == waiting);
                all[failing](to);
            }
            for (auto i = failing + 1; i < all.size(); ++i) {
                all[i](to);
            }
            to.commit();
            REQUIRE(contents_of(book) == contents_of(expected));
            REQUIRE(n < 1000);
        }
    }
}

TEST_CASE("view: when memory runs out nothing is lost", "[ledger][view][memory]")
{
    auto const book = zhipu_ledger();
    auto const before = contents_of(book);
    bool is_done = false;
    for (long n = 0; !is_done; ++n) {
        CAPTURE(n);
        is_done = !runs_out_at(n, [&] {
            view const v{book, {.known_at = date{2026}}};
            static_cast<void>(v.at<funding_round>(v.round_at("zhipu-2025")));
        });
        REQUIRE(contents_of(book) == before);
        REQUIRE(n < 1000);
    }
    CHECK(is_done);
}
