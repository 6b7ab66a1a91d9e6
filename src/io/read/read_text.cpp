// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "read_text.hpp"

#include "detect_format.hpp"
#include "document_listener.hpp"
#include "json_parser.hpp"
#include "line_batch.hpp"
#include "line_listener.hpp"
#include "line_parser.hpp"
#include "text_feed.hpp"

#include <algorithm>
#include <string_view>

namespace capgraph::inline v0::detail {

namespace {

parser_limits limits_of(read_json_options const& options)
{
    return {.depth = options.limits.depth, .string_bytes = options.limits.string_bytes};
}

/// No token of a line is longer than the line, nor is the record.
parser_limits limits_of_line(read_json_options const& options)
{
    auto const most =
        std::min({options.limits.string_bytes, options.limits.record_bytes, most_record_bytes - 1});
    return {.depth = options.limits.depth, .string_bytes = most};
}

tree_builder builder_for(read_json_options const& options)
{
    return {options.name, options.limits.record_bytes};
}

/// Throws: `fatal_error` when the text went on beyond its limit.
void check_size(text_feed const& feed, json_parser const& parser, std::uint64_t most)
{
    if (feed.is_cut()) {
        throw fatal_error{{error_code::limit_exceeded,
                           "more than " + std::to_string(most) + " bytes",
                           "a text of at most that many", parser.position(parser.here())}};
    }
}

/// Hands on a piece, behind whose value nothing but `expected` may stand.
void write(json_parser& parser, std::string_view piece, std::string_view expected)
{
    if (!parser.is_done()) {
        piece.remove_prefix(parser.write(piece));
    }
    if (parser.is_done()) {
        parser.refuse_more(piece, expected);
    }
}

text_read read_document(text_feed& feed, read_json_options const& options, record_reader& reader,
                        error_list& errors)
{
    document_listener listener{builder_for(options), record_counter{options.limits.records}, reader,
                               errors};
    json_parser parser{listener, options.name, limits_of(options)};
    listener.attach(parser);
    auto const takes = [&](auto&& act) {
        try {
            act();
            return true;
        } catch (error const& e) {
            errors.report(e);
            return false;
        }
    };
    for (auto piece = feed.next(); !piece.empty(); piece = feed.next()) {
        if (!takes([&] { write(parser, piece, "the end of the text"); })) {
            return {listener.title(), false};
        }
    }
    check_size(feed, parser, options.limits.document_bytes);
    auto const is_whole = takes([&] { parser.finish("the text"); });
    return {listener.title(), is_whole};
}

/// Reads JSON Lines: an error in a line, where errors are kept, costs the rest of that line.
class line_driver {
public:
    line_driver(read_json_options const& options, record_reader& reader, error_list& errors)
        : listener_{builder_for(options), record_counter{options.limits.records}, reader, errors},
          parser_{listener_, options.name, limits_of(options)}, lines_{options.name,
                                                                       limits_of_line(options)},
          batch_{options.name, limits_of_line(options), reader.outlook()}, errors_{&errors}
    {
        listener_.attach(parser_);
    }

    void take(std::string_view piece)
    {
        auto const whole_lines = piece.rfind('\n') + 1; // 0 where there is none
        auto lines = piece.substr(0, whole_lines);
        while (!lines.empty()) {
            lines.remove_prefix(is_within_line() ? end_cut_line(lines) : take_some(lines));
        }
        if (whole_lines != piece.size()) {
            take_part(piece.substr(whole_lines));
        }
    }

    void end_line()
    {
        auto const is_blank = !is_lost_ && !parser_.has_begun();
        if (!is_lost_ && !is_blank) {
            guarded([&] { parser_.finish("the line"); });
        }
        if (!is_blank) {
            listener_.end_line();
        }
        is_lost_ = false;
    }

    [[nodiscard]] json_parser const& parser() const noexcept { return parser_; }
    [[nodiscard]] std::string const& title() const noexcept { return listener_.title(); }

private:
    /// Whether the text so far ends within a line.
    [[nodiscard]] bool is_within_line() const noexcept { return is_lost_ || parser_.has_begun(); }

    /// Takes the end of a line that lies across pieces. Returns its size, line break included.
    std::size_t end_cut_line(std::string_view lines)
    {
        auto const part = lines.substr(0, lines.find('\n'));
        take_rest(part);
        return part.size() + 1;
    }

    /// Takes a line, or the end of one, with the place of every token.
    void take_rest(std::string_view line)
    {
        take_part(line);
        end_line();
        parser_.next_line();
    }

    /// Takes the first few of some lines. Returns their size, line breaks included.
    std::size_t take_some(std::string_view lines)
    {
        std::size_t size = 0;
        for (auto const& row : batch_.read(lines, parser_.here())) {
            size += row.line.size() + 1;
            if (row.is_plain && listener_.takes(row.tree)) {
                taken_bytes_ += row.line.size() + 1;
                ++taken_lines_;
            } else {
                skip_taken();
                take_other(row);
            }
        }
        skip_taken();
        return size;
    }

    /// Tells the parser of the lines that were taken without it.
    void skip_taken() noexcept
    {
        if (taken_lines_ == 0) {
            return; // it may stand behind blanks that the line at hand begins with
        }
        parser_.skip_lines(std::exchange(taken_bytes_, 0), std::exchange(taken_lines_, 0));
    }

    /// Takes a whole line that is not plain, or that nobody takes without places.
    void take_other(line_batch::row const& row)
    {
        if (!row.is_plain && lines_.parse(row.line, parser_.here())
            && listener_.takes(lines_.tree())) {
            parser_.skip_lines(row.line.size() + 1, 1);
        } else {
            take_rest(row.line);
        }
    }

    /// Takes a line or a part of one.
    void take_part(std::string_view part)
    {
        if (is_lost_) {
            parser_.skip(part);
            return;
        }
        guarded([&] { write(parser_, part, "the end of the line"); });
    }

    template <class Do>
    void guarded(Do&& act)
    {
        try {
            act();
        } catch (error const& e) {
            is_lost_ = true;
            parser_.drop();
            errors_->report(e);
        }
    }

    line_listener listener_;
    json_parser parser_;
    line_parser lines_; ///< Of lines that are not plain.
    line_batch batch_;
    error_list* errors_;
    std::size_t taken_bytes_ = 0; ///< In lines that were taken, and the parser is not told of.
    std::size_t taken_lines_ = 0;
    bool is_lost_ = false; ///< The rest of the line is passed over.
};

text_read read_lines(text_feed& feed, read_json_options const& options, record_reader& reader,
                     error_list& errors)
{
    line_driver driver{options, reader, errors};
    for (auto piece = feed.next(); !piece.empty(); piece = feed.next()) {
        driver.take(piece);
    }
    check_size(feed, driver.parser(), options.limits.document_bytes);
    driver.end_line();
    return {driver.title(), true};
}

void refuse_byte_order_mark(std::string_view beginning, std::string const& name)
{
    if (beginning.starts_with("\xEF\xBB\xBF")) {
        throw fatal_error{{error_code::syntax, "a byte order mark",
                           "UTF-8 without one, which begins with an object",
                           text_position{name, 0, 1, 1, {}}}};
    }
}

json_format format_of(text_feed& feed)
{
    // Looked at again only when there is twice as much: small pieces stay linear.
    for (std::size_t wanted = 1;; wanted = 2 * feed.beginning().size()) {
        auto is_all = false;
        while (!is_all && feed.beginning().size() < wanted) {
            is_all = !feed.look_ahead();
        }
        if (auto const format = detect_format(feed.beginning(), is_all)) {
            return *format;
        }
    }
}

} // namespace

text_read read_text(text_source& source, read_json_options const& options, record_reader& reader,
                    error_list& errors)
{
    text_feed feed{source, options.limits.document_bytes, options.run};
    constexpr std::size_t length_of_mark = 3;
    while (feed.beginning().size() < length_of_mark && feed.look_ahead()) {
    }
    refuse_byte_order_mark(feed.beginning(), options.name);
    auto const format = options.format == json_format::detect ? format_of(feed) : options.format;
    return format == json_format::lines ? read_lines(feed, options, reader, errors)
                                        : read_document(feed, options, reader, errors);
}

} // namespace capgraph::inline v0::detail
