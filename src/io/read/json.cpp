// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/io/read/json.hpp>

#include "detect_format.hpp"
#include "error_list.hpp"
#include "read_text.hpp"
#include "record_counter.hpp"
#include "record_reader.hpp"
#include "text_source.hpp"

#include <memory>
#include <utility>

namespace capgraph::inline v0 {

namespace {

json_contents append(ledger& target, detail::text_source& source, read_json_options const& options)
{
    detail::error_list errors;
    detail::record_reader reader{target, errors};
    json_contents contents;
    try {
        contents.title = detail::read_text(source, options, reader, errors).title;
    } catch (detail::fatal_error const& e) {
        throw e.what;
    }
    contents.statements = reader.num_statements();
    reader.commit();
    return contents;
}

std::vector<error> check(detail::text_source& source, read_json_options const& options)
{
    ledger scratch;
    detail::error_list errors{options.limits.errors};
    detail::record_reader reader{scratch, errors};
    try {
        // What a text that breaks off does not describe, its rest may have described.
        if (detail::read_text(source, options, reader, errors).is_whole) {
            reader.report_problems();
        }
    } catch (detail::fatal_error const& e) {
        errors.report_last(e.what);
    } catch (detail::error_list::full const&) {
        // The caller wanted no more.
    }
    return std::move(errors).in_order();
}

/// Errors name a file by its path unless the caller named it otherwise.
read_json_options named(std::string const& path, read_json_options options)
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

json_format json_format_of(std::string_view beginning)
{
    return *detail::detect_format(beginning, true); // of a whole text it is never absent
}

ledger read_json(std::string_view text, read_json_options const& options)
{
    ledger book;
    append_json(book, text, options);
    return book;
}

result<ledger> try_read_json(std::string_view text, read_json_options const& options)
{
    return attempt([&] { return read_json(text, options); });
}

ledger read_json_file(std::string const& path, read_json_options const& options)
{
    ledger book;
    append_json_file(book, path, options);
    return book;
}

result<ledger> try_read_json_file(std::string const& path, read_json_options const& options)
{
    return attempt([&] { return read_json_file(path, options); });
}

json_contents append_json(ledger& target, std::string_view text, read_json_options const& options)
{
    return append(target, *detail::memory_source(text, options.chunk_bytes), options);
}

result<json_contents> try_append_json(ledger& target, std::string_view text,
                                      read_json_options const& options)
{
    return attempt([&] { return append_json(target, text, options); });
}

json_contents append_json_file(ledger& target, std::string const& path,
                               read_json_options const& options)
{
    return append(target, *detail::file_source(path, options.chunk_bytes), named(path, options));
}

result<json_contents> try_append_json_file(ledger& target, std::string const& path,
                                           read_json_options const& options)
{
    return attempt([&] { return append_json_file(target, path, options); });
}

std::vector<error> check_json(std::string_view text, read_json_options const& options)
{
    return check(*detail::memory_source(text, options.chunk_bytes), options);
}

std::vector<error> check_json_file(std::string const& path, read_json_options const& options)
{
    std::unique_ptr<detail::text_source> source;
    try {
        source = detail::file_source(path, options.chunk_bytes);
        return check(*source, named(path, options));
    } catch (error const& e) {
        if (e.code() == error_code::unreadable_file) {
            return {e};
        }
        throw;
    }
}

} // namespace capgraph::inline v0
