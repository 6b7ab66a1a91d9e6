# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# cmake -D INPUT=FILE -D OUTPUT=FILE.cpp -P embed.cmake: writes a source file that holds the bytes of INPUT as
# capgraph::cli::embedded_data(). An array of bytes, as compilers bound the length of a string literal.
file(READ "${INPUT}" bytes HEX)
string(LENGTH "${bytes}" length)
math(EXPR size "${length} / 2")
string(REGEX REPLACE "(..)" "0x\\1," bytes "${bytes}")
# 20 bytes a line keep compilers and editors at ease.
string(REPEAT "....." 20 line)
string(REGEX REPLACE "(${line})" "\\1\n    " bytes "${bytes}")
file(CONFIGURE OUTPUT "${OUTPUT}" @ONLY CONTENT [[
// Written by cmake/embed.cmake; edit the data instead.
#include "embedded_data.hpp"

namespace capgraph::cli {
namespace {

constexpr unsigned char bytes[] = {
    @bytes@
    0};

} // namespace

std::string_view embedded_data()
{
    return {reinterpret_cast<char const*>(bytes), @size@};
}

} // namespace capgraph::cli
]])
