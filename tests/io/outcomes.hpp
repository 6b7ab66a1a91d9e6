// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// All that reading a text comes to, in words, so that two ways of reading it can be compared.

#include "io/same_statements.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/io/read/json.hpp>
#include <capgraph/io/write/json.hpp>

#include <cstddef>
#include <optional>
#include <string>

namespace capgraph::test {

/// The errors of a text, one a line, each with its byte: all there is to know of them.
inline std::string errors_of(std::string const& text, std::size_t chunk,
                             json_format format = json_format::detect)
{
    std::string all;
    for (auto const& e : check_json(text, {.format = format, .chunk_bytes = chunk})) {
        all += std::to_string(e.where() != nullptr ? e.where()->byte : 0) + ' ' + e.what() + '\n';
    }
    auto const read = try_read_json(text, {.format = format, .chunk_bytes = chunk});
    return all + (read ? std::string{"read"} : std::string{read.error().what()});
}

/// The statements of a text, the numbers of their records and where they stood.
inline std::string contents_of(std::string const& text, std::size_t chunk,
                               json_format format = json_format::detect)
{
    auto const book = read_json(text, {.format = format, .chunk_bytes = chunk});
    auto all = to_json(book, {.layout = json_layout::lines});
    for (auto const id : statements_of(book, std::nullopt)) {
        auto const told = book.at(id);
        auto const& where = *told.said.where;
        all += std::to_string(index_of(told.record)) + ' ' + std::to_string(where.byte) + ':'
               + std::to_string(where.line) + ':' + std::to_string(where.column) + where.pointer
               + '\n';
    }
    return all;
}

} // namespace capgraph::test
