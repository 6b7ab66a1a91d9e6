// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Any bytes at all, read as a document and as lines, whole and in pieces: what is refused is
// refused in the same words; what is read is written, reads back and is written again to the same
// bytes.

#include "require.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

using namespace capgraph;
using namespace capgraph::test;

namespace {

std::string words(result<ledger> const& read)
{
    return read ? std::string{"read"} : std::string{read.error().what()};
}

void require_round_trip(ledger const& book, json_layout layout)
{
    auto const text = to_json(book, {.layout = layout});
    auto const again = try_read_json(text);
    require(again.has_value(), "what was written is not read");
    require(again->num_statements() == book.num_statements(), "statements were lost");
    require(to_json(*again, {.layout = layout}) == text, "what was read back is written otherwise");
}

/// Small limits, so that a fuzzer meets them.
read_json_options options_for(json_format format, std::size_t chunk)
{
    read_json_options options{.format = format, .chunk_bytes = chunk};
    options.limits.depth = 8;
    options.limits.string_bytes = 200;
    options.limits.record_bytes = 2000;
    options.limits.records = 50;
    options.limits.document_bytes = 20000;
    return options;
}

void read_as(std::string_view text, json_format format)
{
    auto const whole = try_read_json(text, options_for(format, 1U << 20U));
    for (std::size_t const chunk : {1U, 3U, 16U}) {
        require(words(try_read_json(text, options_for(format, chunk))) == words(whole),
                "what is found depends on the pieces");
    }
    auto const errors = check_json(text, options_for(format, 1U << 20U));
    require(errors.empty() == whole.has_value(), "what is checked is not what is read");
    if (whole) {
        require_round_trip(*whole, json_layout::document);
        require_round_trip(*whole, json_layout::lines);
    } else {
        auto const* const where = whole.error().where();
        require(where != nullptr && where->byte <= text.size(), "an error without a place");
    }
}

} // namespace

// NOLINTNEXTLINE(readability-identifier-naming): libFuzzer's name
extern "C" int LLVMFuzzerTestOneInput(std::uint8_t const* data, std::size_t size)
{
    std::string_view const text{reinterpret_cast<char const*>(data), size};
    for (auto const format : {json_format::detect, json_format::document, json_format::lines}) {
        read_as(text, format);
    }
    return 0;
}
