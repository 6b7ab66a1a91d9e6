// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "complete.hpp"

#include <capgraph/core/error.hpp>

#include <string>

namespace capgraph::inline v0::detail {

namespace {

template <class Record>
error missing(std::string_view name)
{
    return {error_code::missing_field,
            std::string{to_string(kind_of<Record>)} + " without '" + std::string{name} + '\'',
            "a value for it"};
}

template <class Record, class T>
void require(field<T> const& value, std::string_view name)
{
    if (!value.has_value()) {
        throw missing<Record>(name);
    }
}

template <class Record>
void require_slug(Record const& record)
{
    if (record.slug.empty()) {
        throw missing<Record>("id");
    }
}

void require_country_code(std::string_view code, std::string_view field)
{
    if (!is_country_code(code)) {
        throw error{error_code::bad_value,
                    "'" + std::string{field} + "' with the country '" + std::string{code} + '\'',
                    "an ISO 3166 code of two capital letters, such as CN"};
    }
}

/// What names a record and what is timeless can be said anew, but not taken back by `null`.
template <class Record>
void require_lasting_fields(Record const& record)
{
    for_each_field<Record>([&](auto const& f) {
        if constexpr (requires { (record.*f.member).is_withdrawn(); }) {
            auto const lasts = f.rule == folding::key || f.rule == folding::timeless;
            if (lasts && (record.*f.member).is_withdrawn()) {
                throw error{
                    error_code::inconsistent_record, "'" + std::string{f.name} + "' withdrawn",
                    f.rule == folding::key ? "a value: it is part of what names the record"
                                           : "a value: it can be said anew, not taken back"};
            }
        }
    });
}

} // namespace

void complete(source_record& record)
{
    require_slug(record);
}

void complete(entity& record)
{
    require_slug(record);
    require_lasting_fields(record);
    if (record.name && record.name->empty()) {
        throw error{error_code::bad_value, "'name' that is empty", "a name"};
    }
    if (record.country) {
        require_country_code(*record.country, "country");
    }
    if (record.state_link && !record.state_link->country.empty()) {
        require_country_code(record.state_link->country, "state_link");
    }
}

void complete(funding_round& record)
{
    require_slug(record);
    require_lasting_fields(record);
}

void complete(participation& record)
{
    require_lasting_fields(record);
    require<participation>(record.investor, "investor");
    if (record.round.has_value() == record.company.has_value()) {
        throw error{error_code::inconsistent_record,
                    record.round ? "a participation in a round and a company"
                                 : "a participation in neither a round nor a company",
                    "'round', or 'company' where no round is known"};
    }
}

void complete(valuation& record)
{
    require_lasting_fields(record);
    require<valuation>(record.company, "company");
    if (!record.basis) {
        record.basis = unsaid_valuation_basis;
    }
}

void complete(holding& record)
{
    require_lasting_fields(record);
    require<holding>(record.owner, "owner");
    require<holding>(record.owned, "owned");
    if (!record.basis) {
        record.basis = unsaid_holding_basis;
    }
    if (!record.indirect) {
        record.indirect = unsaid_indirect;
    }
}

void complete(relation& record)
{
    require_lasting_fields(record);
    require<relation>(record.type, "type");
    require<relation>(record.from, "from");
    require<relation>(record.to, "to");
}

void complete(absence& record)
{
    require_lasting_fields(record);
    require<absence>(record.entity, "entity");
    require<absence>(record.of, "of");
}

void complete(rate& record)
{
    require_lasting_fields(record);
    require<rate>(record.base, "base");
    require<rate>(record.quote, "quote");
    require<rate>(record.date, "date");
    if (record.value && record.value->digits() <= 0) {
        throw error{error_code::bad_value, to_string(*record.value), "a rate above zero"};
    }
}

void complete(same_as& record)
{
    require<same_as>(record.entities, "ids");
    if (record.entities->size() < 2) {
        throw error{error_code::inconsistent_record, "fewer than two ids",
                    "the ids of the entities that are one"};
    }
}

void complete(retraction& record)
{
    require<retraction>(record.retracted, "statement");
    if (record.retracted->empty()) {
        throw missing<retraction>("statement");
    }
}

} // namespace capgraph::inline v0::detail
