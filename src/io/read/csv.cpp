// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/io/read/csv.hpp>

#include "csv_columns.hpp"
#include "csv_listener.hpp"
#include "csv_statements.hpp"
#include "csv_tokenizer.hpp"
#include "error_list.hpp"
#include "record_counter.hpp"
#include "text_feed.hpp"
#include "text_source.hpp"

#include <utility>

namespace capgraph::inline v0 {

namespace {

/// Hands all of `source` to `listener`. Throws: `detail::fatal_error`; what the listener throws.
void read_rows(detail::text_source& source, csv_mapping const& mapping,
               read_csv_options const& options, detail::csv_listener& listener)
{
    auto const& limits = options.limits;
    detail::text_feed feed{source, limits.document_bytes, options.run};
    detail::csv_tokenizer tokenizer{
        mapping.dialect,
        {limits.string_bytes, limits.record_bytes, options.most_columns},
        options.name,
        listener};
    for (auto piece = feed.next(); !piece.empty(); piece = feed.next()) {
        tokenizer.write(piece);
    }
    if (feed.is_cut()) {
        throw detail::fatal_error{{error_code::limit_exceeded,
                                   "more than " + std::to_string(limits.document_bytes) + " bytes",
                                   "a text of at most that many",
                                   tokenizer.position(tokenizer.here())}};
    }
    tokenizer.finish();
    if (!listener.has_begun() && mapping.dialect.header == csv_header::present) {
        throw detail::fatal_error{{error_code::syntax, "the end of the text",
                                   "a header that names the columns",
                                   tokenizer.position(tokenizer.here())}};
    }
}

csv_contents append(ledger& target, detail::text_source& source, csv_mapping const& mapping,
                    read_csv_options const& options)
{
    detail::error_list errors;
    detail::csv_statements statements{target, mapping, options};
    detail::csv_listener listener{mapping, options, options.rejects, statements, errors};
    try {
        read_rows(source, mapping, options, listener);
    } catch (detail::fatal_error const& e) {
        throw e.what;
    }
    return {listener.num_rows(), listener.num_refused(), statements.commit()};
}

std::vector<error> check(detail::text_source& source, csv_mapping const& mapping,
                         read_csv_options options)
{
    options.source.clear();
    std::function<void(csv_reject const&)> const no_rejects;
    ledger scratch;
    detail::error_list errors{options.limits.errors};
    detail::csv_statements statements{scratch, mapping, options};
    detail::csv_listener listener{mapping, options, no_rejects, statements, errors};
    try {
        read_rows(source, mapping, options, listener);
    } catch (detail::fatal_error const& e) {
        errors.report_last(e.what);
    } catch (detail::error_list::full const&) {
        // The caller wanted no more.
    }
    return std::move(errors).in_order();
}

/// Errors name a file by its path unless the caller named it otherwise.
read_csv_options named(std::string const& path, read_csv_options options)
{
    if (options.name.empty()) {
        options.name = path;
    }
    return options;
}

/// What `act` returns, or the error that it throws.
template <class Act>
auto attempt(Act&& act) -> result<decltype(act())>
{
    try {
        return act();
    } catch (error const& e) {
        return e;
    }
}

} // namespace

ledger read_csv(std::string_view text, csv_mapping const& mapping, read_csv_options const& options)
{
    ledger book;
    append_csv(book, text, mapping, options);
    return book;
}

result<ledger> try_read_csv(std::string_view text, csv_mapping const& mapping,
                            read_csv_options const& options)
{
    return attempt([&] { return read_csv(text, mapping, options); });
}

ledger read_csv_file(std::string const& path, csv_mapping const& mapping,
                     read_csv_options const& options)
{
    ledger book;
    append_csv_file(book, path, mapping, options);
    return book;
}

result<ledger> try_read_csv_file(std::string const& path, csv_mapping const& mapping,
                                 read_csv_options const& options)
{
    return attempt([&] { return read_csv_file(path, mapping, options); });
}

csv_contents append_csv(ledger& target, std::string_view text, csv_mapping const& mapping,
                        read_csv_options const& options)
{
    detail::require_sound(mapping);
    return append(target, *detail::memory_source(text, options.chunk_bytes), mapping, options);
}

result<csv_contents> try_append_csv(ledger& target, std::string_view text,
                                    csv_mapping const& mapping, read_csv_options const& options)
{
    return attempt([&] { return append_csv(target, text, mapping, options); });
}

csv_contents append_csv_file(ledger& target, std::string const& path, csv_mapping const& mapping,
                             read_csv_options const& options)
{
    detail::require_sound(mapping);
    return append(target, *detail::file_source(path, options.chunk_bytes), mapping,
                  named(path, options));
}

result<csv_contents> try_append_csv_file(ledger& target, std::string const& path,
                                         csv_mapping const& mapping,
                                         read_csv_options const& options)
{
    return attempt([&] { return append_csv_file(target, path, mapping, options); });
}

std::vector<error> check_csv(std::string_view text, csv_mapping const& mapping,
                             read_csv_options const& options)
{
    detail::require_sound(mapping);
    return check(*detail::memory_source(text, options.chunk_bytes), mapping, options);
}

std::vector<error> check_csv_file(std::string const& path, csv_mapping const& mapping,
                                  read_csv_options const& options)
{
    detail::require_sound(mapping);
    try {
        auto const source = detail::file_source(path, options.chunk_bytes);
        return check(*source, mapping, named(path, options));
    } catch (error const& e) {
        if (e.code() == error_code::unreadable_file) {
            return {e};
        }
        throw;
    }
}

} // namespace capgraph::inline v0
