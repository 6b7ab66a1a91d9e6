// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Any bytes at all, as a name: normalising twice is normalising once, the order of the words does
// not matter, the result is UTF-8; and a ledger that has the name finds it. What follows the first
// line is looked for among the candidates.

#include "require.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/name_index.hpp>
#include <capgraph/ledger/normalised_name.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

void require_laws(std::string_view text)
{
    auto const once = normalised_name(text);
    require(normalised_name(once) == once, "normalising twice is not normalising once");
    auto const space = text.find(' ');
    if (space != std::string_view::npos) {
        auto const turned =
            std::string{text.substr(space + 1)} + ' ' + std::string{text.substr(0, space)};
        require(normalised_name(turned) == once, "the order of the words matters");
    }
}

/// A ledger with one company of that name; null where it refuses the name.
std::optional<ledger> ledger_with(std::string_view name)
{
    ledger book;
    ledger_builder to{book};
    try {
        to.add(entity{.slug = "a", .name = name, .kind = entity_kind::company});
        to.commit();
    } catch (error const&) {
        return std::nullopt;
    }
    return book;
}

void require_found(std::string_view name, std::string_view other)
{
    auto const book = ledger_with(name);
    if (!book) {
        return;
    }
    name_index const names{view{*book}};
    auto const found = names.find(name);
    require(found.size() == 1, "a name is not found");
    require(names.candidates(name).names.empty(), "what is found is a candidate too");
    auto const near = names.candidates(other);
    require(near.comparisons <= max_name_comparisons, "too many comparisons");
    for (auto const& n : near.names) {
        require(n.score > 0.0 && n.score <= 1.0 && !n.reason.empty(), "a candidate without reason");
    }
    require(names.find(other).empty() || near.names.empty(), "both found and near");
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    require_laws(text);
    auto const line = std::min(text.find('\n'), text.size());
    require_found(text.substr(0, line), text.substr(std::min(line + 1, text.size())));
    return 0;
}
