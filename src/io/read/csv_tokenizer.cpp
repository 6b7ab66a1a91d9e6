// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "csv_tokenizer.hpp"

#include "csv_encoding.hpp"
#include "record_counter.hpp"
#include "syntax_error.hpp"

#include <algorithm>
#include <utility>

namespace capgraph::inline v0::detail {

csv_tokenizer::csv_tokenizer(csv_dialect const& dialect, csv_token_limits limits, std::string name,
                             csv_row_listener& listener)
    : delimiter_{dialect.delimiter}, quote_{dialect.quote}, encoding_{dialect.encoding},
      limits_{limits}, name_{std::move(name)}, listener_{&listener}
{
    for (auto const c : {delimiter_, quote_, '\r', '\n'}) {
        is_sign_[static_cast<unsigned char>(c)] = c != '\0';
    }
}

void csv_tokenizer::write(std::string_view piece)
{
    constexpr std::string_view mark = "\xEF\xBB\xBF";
    if (byte_ == 0 && encoding_ == csv_encoding::utf_8 && piece.starts_with(mark)) {
        piece.remove_prefix(mark.size());
        byte_ = line_start_ = mark.size();
    }
    while (!piece.empty()) {
        auto const n = length_of_run(piece);
        if (n != 0) {
            after_cr_ = false;
            take_run(piece.substr(0, n));
        } else {
            take_sign(piece.front());
        }
        auto const taken = std::max<std::size_t>(n, 1);
        byte_ += taken;
        piece.remove_prefix(taken);
    }
}

void csv_tokenizer::finish()
{
    if (state_ == state::quoted) {
        throw fatal_error{{error_code::syntax, "a quote that is never closed",
                           "a closing quote before the end of the text",
                           position(cells_.back().at)}};
    }
    end_row();
}

std::size_t csv_tokenizer::length_of_run(std::string_view piece) const noexcept
{
    auto const ends_run = [this](char c) {
        switch (state_) {
        case state::quoted:
            return is_quote(c) || is_line_break(c);
        case state::lost:
            return is_line_break(c);
        default:
            return is_sign_[static_cast<unsigned char>(c)];
        }
    };
    return static_cast<std::size_t>(std::find_if(piece.begin(), piece.end(), ends_run)
                                    - piece.begin());
}

void csv_tokenizer::take_run(std::string_view run)
{
    if (state_ == state::row_begin || state_ == state::cell_begin) {
        begin_cell();
        state_ = state::plain;
    }
    if (state_ == state::quote) {
        refuse(error_code::syntax, byte_in_words(run.front()) + " behind a closing quote",
               "the next cell or the end of the row; a quote within a cell is doubled", here());
        state_ = state::lost;
    }
    if (state_ == state::lost) {
        keep_raw(run);
    } else {
        keep(run);
    }
}

void csv_tokenizer::take_sign(char c)
{
    if (is_line_break(c)) {
        take_line_break(c);
        return;
    }
    after_cr_ = false;
    if (is_quote(c)) {
        take_quote();
        return;
    }
    if (state_ == state::row_begin || state_ == state::cell_begin) {
        begin_cell();
    }
    end_cell();
    keep_raw({&c, 1});
    state_ = state::cell_begin;
}

void csv_tokenizer::take_line_break(char c)
{
    auto const is_second_half = c == '\n' && after_cr_;
    after_cr_ = c == '\r';
    if (state_ == state::quoted) {
        keep({&c, 1});
    } else {
        end_row(); // a second half ends nothing
    }
    line_start_ = byte_ + 1;
    line_ += is_second_half ? 0 : 1;
}

void csv_tokenizer::take_quote()
{
    constexpr std::string_view of_a_cell = "a quote within a cell that does not begin with one";
    switch (state_) {
    case state::row_begin:
    case state::cell_begin:
        begin_cell();
        state_ = state::quoted;
        break;
    case state::quoted:
        state_ = state::quote;
        break;
    case state::quote:
        state_ = state::quoted;
        keep({&quote_, 1});
        return;
    default:
        refuse(error_code::syntax, std::string{of_a_cell},
               "the cell in quotes, and quotes within it doubled", here());
        state_ = state::lost;
    }
    keep_raw({&quote_, 1});
}

void csv_tokenizer::begin_cell()
{
    if (state_ == state::row_begin) {
        row_at_ = here();
    }
    if (cells_.size() == limits_.columns) {
        refuse_size("a row of more than " + std::to_string(limits_.columns) + " cells",
                    limits_.columns, here());
    }
    cells_.push_back({text_.size(), here()});
}

void csv_tokenizer::end_cell()
{
    auto const& cell = cells_.back();
    auto const text = std::string_view{text_}.substr(cell.first);
    if (auto const bad = find_undecodable(text, encoding_)) {
        refuse(error_code::bad_encoding,
               byte_in_words(text[*bad]) + " at byte " + std::to_string(*bad + 1) + " of the cell",
               "text in " + std::string{to_string(encoding_)}, cell.at);
    } else {
        make_utf8(text_, cell.first, encoding_);
    }
}

void csv_tokenizer::end_row()
{
    if (state_ == state::row_begin) {
        return;
    }
    if (state_ == state::cell_begin) {
        begin_cell();
    }
    if (state_ != state::lost) {
        end_cell();
    }
    row_.clear();
    for (std::size_t i = 0; i < cells_.size(); ++i) {
        auto const first = cells_[i].first;
        auto const last = i + 1 < cells_.size() ? cells_[i + 1].first : text_.size();
        row_.push_back({std::string_view{text_}.substr(first, last - first), cells_[i].at});
    }
    csv_row const row{row_, raw_, row_at_};
    if (fault_) {
        listener_->on_bad_row(row, *fault_);
    } else {
        listener_->on_row(row);
    }
    fault_.reset();
    raw_.clear();
    text_.clear();
    cells_.clear();
    state_ = state::row_begin;
}

void csv_tokenizer::keep(std::string_view run)
{
    auto const room = limits_.cell_bytes - (text_.size() - cells_.back().first);
    // Of two limits the one that is met first is named, however the text was cut.
    if (run.size() > room && room <= limits_.row_bytes - raw_.size()) {
        refuse_size("a cell of more than " + std::to_string(limits_.cell_bytes) + " bytes",
                    limits_.cell_bytes, cells_.back().at);
    }
    keep_raw(run);
    text_ += run;
}

void csv_tokenizer::keep_raw(std::string_view run)
{
    if (run.size() > limits_.row_bytes - raw_.size()) {
        refuse_size("a row of more than " + std::to_string(limits_.row_bytes) + " bytes",
                    limits_.row_bytes, row_at_);
    }
    raw_ += run;
}

void csv_tokenizer::refuse(error_code code, std::string found, std::string expected, place at)
{
    if (!fault_) {
        fault_ = error{code, std::move(found), std::move(expected), position(at)};
    }
}

void csv_tokenizer::refuse_size(std::string what, std::size_t most, place at) const
{
    throw fatal_error{{error_code::limit_exceeded, std::move(what),
                       "at most " + std::to_string(most), position(at)}};
}

} // namespace capgraph::inline v0::detail
