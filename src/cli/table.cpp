// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "table.hpp"

#include "terminal_text.hpp"

#include <algorithm>
#include <stdexcept>
#include <utility>

namespace capgraph::cli {

namespace {

std::string repeated(std::string_view text, std::size_t times)
{
    std::string out;
    for (; times != 0; --times) {
        out += text;
    }
    return out;
}

std::string padded(std::string const& cell, std::size_t width, alignment side)
{
    auto const wide = display_width(cell);
    std::string const space(width > wide ? width - wide : 0, ' ');
    return side == alignment::right ? space + cell : cell + space;
}

void end_line(std::string& out)
{
    out.erase(out.find_last_not_of(' ') + 1);
    out += '\n';
}

} // namespace

table::table(std::vector<column> columns) : columns_{std::move(columns)} {}

void table::add(std::vector<std::string> cells)
{
    if (cells.size() > columns_.size()) {
        throw std::invalid_argument{"capgraph: a row of more cells than the table has columns"};
    }
    cells.resize(columns_.size());
    for (std::size_t i = 0; i < cells.size(); ++i) {
        cells[i] = shortened(cleaned(cells[i]), columns_[i].max_width);
    }
    rows_.push_back(std::move(cells));
}

std::string table::drawn() const
{
    std::vector<std::size_t> widths;
    for (std::size_t i = 0; i < columns_.size(); ++i) {
        auto widest = display_width(columns_[i].header);
        for (auto const& row : rows_) {
            widest = std::max(widest, display_width(row[i]));
        }
        widths.push_back(widest);
    }
    std::string out;
    auto const draw = [&](auto const& cell_at) {
        for (std::size_t i = 0; i < columns_.size(); ++i) {
            out.append(i == 0 ? "" : "  ").append(padded(cell_at(i), widths[i], columns_[i].side));
        }
        end_line(out);
    };
    if (std::any_of(columns_.begin(), columns_.end(),
                    [](column const& c) { return !c.header.empty(); })) {
        draw([&](std::size_t i) { return columns_[i].header; });
        draw([&](std::size_t i) { return repeated("\xE2\x94\x80", widths[i]); }); // U+2500
    }
    for (auto const& row : rows_) {
        draw([&](std::size_t i) { return row[i]; });
    }
    return out;
}

} // namespace capgraph::cli
