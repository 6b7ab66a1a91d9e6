// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/date.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/core/text_position.hpp>
#include <capgraph/model/field_description.hpp>
#include <capgraph/model/record.hpp>

#include <optional>
#include <string_view>
#include <tuple>

namespace capgraph::inline v0 {

/// Who said something, when, of which moment, and where it stands.
struct provenance {
    std::optional<record_id> source{};
    /// The day it was reported; absent: the source's `published`. A relayed report counts from the
    /// day of the original one.
    std::optional<date> reported_on{};
    /// The moment spoken of; absent: `reported_on`.
    std::optional<date> as_of{};
    /// Whom the source relays, as stated.
    std::string_view attributed_to{};
    /// The statement's own id, by which it can be taken back; may be empty.
    std::string_view statement{};
    /// That the source expressly denies what was said before: lowers even a closed deal.
    bool denial = false;
    /// Where in a file it stood.
    std::optional<text_position> where{};

    /// What every record of the data format may say beside its own fields. Where a record has a
    /// field of its own called `statement`, the statement's id is written `id`.
    static constexpr auto fields()
    {
        return std::tuple{field_description{"source", &provenance::source},
                          field_description{"reported_on", &provenance::reported_on},
                          field_description{"as_of", &provenance::as_of},
                          field_description{"attributed_to", &provenance::attributed_to},
                          field_description{"statement", &provenance::statement},
                          field_description{"denial", &provenance::denial}};
    }
};

/// One statement of a ledger: some fields of one record, and who said them.
struct statement {
    record_kind kind{};
    record_id record{};
    provenance said{};
};

} // namespace capgraph::inline v0
