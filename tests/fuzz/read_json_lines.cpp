// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Any bytes at all, as JSON Lines: blank lines and carriage returns change nothing; a text that is
// appended in two parts says what it says as a whole; an error in one line hides none in another.

#include "require.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Small limits, so that a fuzzer meets them.
read_json_options options_with(std::size_t chunk)
{
    read_json_options options{.format = json_format::lines, .chunk_bytes = chunk};
    options.limits.depth = 8;
    options.limits.string_bytes = 200;
    options.limits.record_bytes = 2000;
    options.limits.errors = 1000;
    return options;
}

auto const whole = options_with(1U << 20U);

std::string in_lines(ledger const& book)
{
    return to_json(book, {.layout = json_layout::lines});
}

std::string outcome(std::string_view text, read_json_options const& options)
{
    auto const read = try_read_json(text, options);
    return read ? in_lines(*read) : std::string{read.error().what()};
}

std::vector<std::string> words(std::vector<error> const& errors)
{
    std::vector<std::string> all;
    all.reserve(errors.size());
    for (auto const& e : errors) {
        all.emplace_back(e.what());
    }
    return all;
}

std::string with_line_ends(std::string_view text, std::string_view line_end)
{
    std::string all;
    for (char const c : text) {
        all += c == '\n' ? std::string{line_end} : std::string{c};
    }
    return all;
}

void require_read(std::string_view text, ledger const& book)
{
    auto const all = in_lines(book);
    require(outcome(with_line_ends(text, "\r\n"), whole) == all, "carriage returns matter");
    require(outcome(with_line_ends(text, "\n \t\r\n\n"), whole) == all, "blank lines matter");
    auto const again = try_read_json(all, {.format = json_format::lines});
    require(again.has_value() && in_lines(*again) == all, "what was written is read otherwise");
    auto const document = try_read_json(to_json(book));
    require(document.has_value() && document->num_statements() == book.num_statements(),
            "a document of it is not read");
}

/// Cuts behind the line in the middle: the second part may need the first, not the other way.
void require_parts(std::string_view text, ledger const& book)
{
    auto const cut = text.find('\n', text.size() / 2);
    if (cut == std::string_view::npos) {
        return;
    }
    ledger parts;
    auto const first = try_append_json(parts, text.substr(0, cut + 1), whole);
    if (first && try_append_json(parts, text.substr(cut + 1), whole)) {
        require(in_lines(parts) == in_lines(book), "two parts say what the whole does not");
    }
}

void require_refused(std::string_view text, error const& thrown)
{
    auto const* const where = thrown.where();
    require(where != nullptr && where->byte <= text.size(), "an error without a place");
    auto const line =
        std::count(text.begin(), text.begin() + static_cast<std::ptrdiff_t>(where->byte), '\n');
    require(where->line == static_cast<std::uint64_t>(line) + 1, "another line");
    auto const all = words(check_json(text, whole));
    require(std::ranges::find(all, thrown.what()) != all.end(), "what is thrown is not listed");
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    auto const read = try_read_json(text, whole);
    auto const errors = words(check_json(text, whole));
    require(errors.empty() == read.has_value(), "what is checked is not what is read");
    if (read) {
        require_read(text, *read);
        require_parts(text, *read);
    } else {
        require_refused(text, read.error());
    }
    for (std::size_t const chunk : {1U, 5U}) {
        auto const in_pieces = options_with(chunk);
        require(outcome(text, in_pieces) == outcome(text, whole), "pieces matter");
        require(words(check_json(text, in_pieces)) == errors, "errors depend on the pieces");
    }
    return 0;
}
