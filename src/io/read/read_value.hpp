// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_value.hpp"
#include "nearest.hpp"
#include "references.hpp"
#include "seek_word.hpp"

#include <capgraph/core/amount.hpp>
#include <capgraph/core/date.hpp>
#include <capgraph/core/decimal.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/money.hpp>
#include <capgraph/core/share.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/model/entity.hpp>
#include <capgraph/model/funding_round.hpp>
#include <capgraph/model/state_link.hpp>
#include <capgraph/model/words.hpp>

#include <algorithm>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0::detail {

// Each function below reads one value of the data format into `out`, or throws the error at the
// value that is none. Text stays in the tree.

/// Throws: `error` with `wrong_type` unless `value` is of `type`.
void require_type(json_value value, json_type type, std::string_view expected);
/// Throws: the error for what `read_name` does not take.
[[noreturn]] void refuse_name(json_value value, std::string_view expected);
/// A string that is not empty: a slug, or text that would mean nothing if it were.
[[nodiscard]] inline std::string_view read_name(json_value value, std::string_view expected)
{
    if (value.type() != json_type::string || value.text().empty()) {
        refuse_name(value, expected);
    }
    return value.text();
}
/// A number, or a string that holds one, exactly as it is written.
[[nodiscard]] decimal read_number(json_value value);

void read_value(json_value value, std::string_view& out, references&);
void read_value(json_value value, bool& out, references&);
void read_value(json_value value, date& out, references&);
void read_value(json_value value, decimal& out, references&);
void read_value(json_value value, currency& out, references&);
void read_value(json_value value, amount& out, references&);
void read_value(json_value value, stated<share>& out, references&);
void read_value(json_value value, stated<std::uint32_t>& out, references&);
void read_value(json_value value, std::vector<identifier>& out, references&);
void read_value(json_value value, state_link& out, references&);
void read_value(json_value value, lead_group& out, references&);
void read_value(json_value value, entity_id& out, references&);
/// The slug of a round.
void read_value(json_value value, record_id& out, references&);

template <worded Enum>
void read_value(json_value value, Enum& out, references&)
{
    if (value.type() != json_type::string) {
        throw wrong_type(value, "a string, " + one_of(words_of<Enum>, {}));
    }
    auto const text = value.text();
    auto const found = seek_word<Enum>(text);
    if (!found) {
        throw error_at(value, error_code::bad_value, one_of(words_of<Enum>, text));
    }
    out = *found;
}

template <class T>
void read_value(json_value value, std::vector<T>& out, references& refs)
{
    require_type(value, json_type::array, "an array");
    for (auto const element : value) {
        refs.begin_element();
        T item{};
        read_value(element, item, refs);
        out.push_back(std::move(item));
    }
}

} // namespace capgraph::inline v0::detail
