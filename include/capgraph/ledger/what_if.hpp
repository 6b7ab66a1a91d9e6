// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/ledger/ledger.hpp>
#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

#include <concepts>
#include <cstdint>
#include <utility>

namespace capgraph::inline v0 {

/// What `book` would say, had the statements been reported that `suppose` adds to a builder:
///
///     what_if(book, {}, [](ledger_builder& to) {
///         to.add(participation{.round = to.round("zhipu-2025"),
///                              .investor = to.entity("shangcheng-capital"),
///                              .cheque = amount{exactly(sum)}});
///     });
///
/// A supposed statement weighs as any other: by its `as_of`, its `reported_on`, and as the last.
/// One without a day is known at any `known_at`: to who supposes it.
/// `book` stays as it is; ids of it are ids of the answer.
///
/// Complexity: O(n) in statements, and the making of a view. Throws: what `suppose` throws, and
///   what `ledger_builder::commit` throws for what it added.
template <std::invocable<ledger_builder&> Suppose>
[[nodiscard]] view what_if(ledger const& book, view_options options, Suppose&& suppose)
{
    auto supposed = book.copy();
    ledger_builder to{supposed};
    std::forward<Suppose>(suppose)(to);
    options.supposed_from = statement_id{static_cast<std::uint32_t>(book.num_statements())};
    to.commit();
    return view{supposed, std::move(options)};
}

} // namespace capgraph::inline v0
