// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "write_record.hpp"

#include "write_value.hpp"

#include <capgraph/model/record.hpp>

#include <concepts>
#include <string_view>

namespace capgraph::inline v0::detail {

namespace {

/// A record's own field called `statement` takes the key of the statement's id.
template <class Record>
std::string_view header_key(std::string_view name)
{
    bool is_taken = false;
    for_each_field<Record>([&](auto const& f) { is_taken = is_taken || f.name == name; });
    return is_taken ? std::string_view{"id"} : name;
}

} // namespace

void write_record(std::string& out, ledger const& book, statement_id id, statement const& about,
                  kind_mark mark)
{
    with_record_type(about.kind, [&]<class Record>() {
        json_list list{out, '{'};
        // A relation's own `type` tells its kind.
        if (mark == kind_mark::type && !std::same_as<Record, relation>) {
            append_string(list.next("type"), to_string(about.kind));
        }
        write_members(list, book.said_by<Record>(id), book,
                      [](std::string_view name) { return name; });
        write_members(list, about.said, book, header_key<Record>);
        list.close();
    });
}

} // namespace capgraph::inline v0::detail
