// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/io/write/json.hpp>

#include "atomic_file.hpp"
#include "json_text.hpp"
#include "write_record.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/model/record.hpp>

#include <array>
#include <ostream>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

namespace {

using detail::append_string;
using detail::kind_mark;

constexpr std::size_t flush_bytes = std::size_t{64} * 1024;
constexpr auto num_kinds = detail::words_of<record_kind>.size();

statement_id nth(std::size_t i)
{
    return statement_id{static_cast<std::uint32_t>(i)};
}

/// Writes a ledger piece by piece; `take` is handed each piece, and may empty it.
template <class Take>
class json_writer {
public:
    json_writer(ledger const& book, write_json_options const& options, Take take)
        : book_{&book}, options_{&options}, take_{take}
    {
    }

    void write()
    {
        options_->layout == json_layout::lines ? write_lines() : write_document();
        take_(out_);
    }

private:
    void write_lines()
    {
        detail::json_list header{out_, '{'};
        header.next("capgraph") += '1';
        if (!options_->title.empty()) {
            append_string(header.next("title"), options_->title);
        }
        header.close();
        out_ += '\n';
        for (std::size_t i = 0; i < book_->num_statements(); ++i) {
            write_one(nth(i), book_->at(nth(i)), kind_mark::type);
            out_ += '\n';
        }
    }

    void write_document()
    {
        std::array<std::vector<statement_id>, num_kinds> by_kind;
        for (std::size_t i = 0; i < book_->num_statements(); ++i) {
            by_kind[static_cast<std::size_t>(book_->at(nth(i)).kind)].push_back(nth(i));
        }
        out_ += "{\n  \"capgraph\": 1";
        if (!options_->title.empty()) {
            out_ += ",\n  \"title\": ";
            append_string(out_, options_->title);
        }
        for (std::size_t kind = 0; kind < num_kinds; ++kind) {
            if (!by_kind[kind].empty()) {
                write_array(static_cast<record_kind>(kind), by_kind[kind]);
            }
        }
        out_ += "\n}\n";
    }

    void write_array(record_kind kind, std::vector<statement_id> const& statements)
    {
        out_ += ",\n  ";
        append_string(out_, plural_of(kind));
        out_ += ": [";
        for (std::string_view separator = "\n    "; auto const id : statements) {
            out_ += separator;
            separator = ",\n    ";
            write_one(id, book_->at(id), kind_mark::none);
        }
        out_ += "\n  ]";
    }

    void write_one(statement_id id, statement const& about, kind_mark mark)
    {
        detail::write_record(out_, *book_, id, about, mark);
        if (out_.size() >= flush_bytes) {
            take_(out_);
        }
    }

    ledger const* book_;
    write_json_options const* options_;
    Take take_;
    std::string out_;
};

} // namespace

std::string to_json(ledger const& book, write_json_options const& options)
{
    std::string text;
    auto const take = [&](std::string& piece) {
        text += piece;
        piece.clear();
    };
    json_writer{book, options, take}.write();
    return text;
}

void write_json(std::ostream& out, ledger const& book, write_json_options const& options)
{
    auto const take = [&](std::string& piece) {
        out.write(piece.data(), static_cast<std::streamsize>(piece.size()));
        piece.clear();
        if (!out) {
            throw error{error_code::unwritable_file, "a stream that failed",
                        "one that takes what is written"};
        }
    };
    json_writer{book, options, take}.write();
}

void write_json_file(std::string const& path, ledger const& book, write_json_options const& options)
{
    detail::atomic_file file{path};
    auto const take = [&](std::string& piece) {
        file.write(piece);
        piece.clear();
    };
    json_writer{book, options, take}.write();
    file.commit();
}

} // namespace capgraph::inline v0
