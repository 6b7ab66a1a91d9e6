// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "plain_record_reader.hpp"

#include "plain_share.hpp"
#include "verbs.hpp"

#include "core/plain_date.hpp"
#include "core/same_text.hpp"
#include "ledger/complete.hpp"

#include <capgraph/core/share.hpp>
#include <capgraph/core/stated.hpp>
#include <capgraph/model/state_link.hpp>

#include <bit>
#include <optional>
#include <span>

namespace capgraph::inline v0::detail {

namespace {

// The first three are the parts of a key, as `key_of` has them; a holding has more.
constexpr auto round_of_deal = field_number<participation>("round");
constexpr auto company_of_deal = field_number<participation>("company");
constexpr auto investor = field_number<participation>("investor");
static_assert(round_of_deal == 0 && company_of_deal == 1 && investor == 2);
constexpr auto valued_company = field_number<valuation>("company");
constexpr auto valued_round = field_number<valuation>("round");
constexpr auto basis_of_value = field_number<valuation>("basis");
static_assert(valued_company == 0 && valued_round == 1 && basis_of_value == 2);
constexpr auto owner = field_number<holding>("owner");
constexpr auto owned = field_number<holding>("owned");
constexpr auto basis_of_holding = field_number<holding>("basis");
static_assert(owner == 0 && owned == 1 && basis_of_holding == 2);
constexpr auto share_class = field_number<holding>("class");
constexpr auto indirect = field_number<holding>("indirect");
constexpr auto relation_type_key = field_number<relation>("type");
constexpr auto from_end = field_number<relation>("from");
constexpr auto to_end = field_number<relation>("to");
static_assert(relation_type_key == 0 && from_end == 1 && to_end == 2);
constexpr auto own_slug = 0U;
static_assert(own_slug == field_number<source_record>("id")
              && own_slug == field_number<entity>("id")
              && own_slug == field_number<funding_round>("id"));

template <class Enum>
constexpr unsigned to_number(Enum value) noexcept
{
    return static_cast<unsigned>(value);
}

bool is_undisclosed(std::string_view text) noexcept
{
    return same_text(text, to_string(qualifier::undisclosed));
}

/// A share that is told by one verb and one figure.
std::optional<stated<share>> plain_part(json_value value)
{
    if (value.type() != json_type::object || value.is_empty()) {
        return std::nullopt;
    }
    auto next = value.begin();
    auto const figure = *next;
    auto const verb = find_verb(figure.key());
    if (++next != value.end() || !verb || *verb == qualifier::between
        || (figure.type() != json_type::string && figure.type() != json_type::number)) {
        return std::nullopt;
    }
    auto const part = plain_share(figure.text());
    return part ? std::optional{stated<share>{*verb, *part, *part}} : std::nullopt;
}

} // namespace

/// Finds the records that it refers to, in the order of the text: new ones get their numbers so.
inline bool plain_record_reader::resolves_references()
{
    for (std::size_t i = 0; i != members_->num_references; ++i) {
        auto const number = members_->references[i];
        auto const& value = *members_->values[number];
        if (value.text.size == 0) {
            return false;
        }
        auto const kind = *keys_->keys[number].slug_of;
        auto const found = pending_->meaning_of(kind, text(value), value.hint);
        named_[i] = found.record;
        keep(number, kind == record_kind::entity
                         ? found.number
                         : static_cast<std::uint32_t>(index_of(found.record)));
    }
    return read_ == (seen_ & keys_->references); // else there are more, or some that are no string
}

inline bool plain_record_reader::has_word(unsigned key)
{
    if (is_read(key)) {
        return true;
    }
    auto const& value = *members_->values[key];
    if (value.type != json_type::string) {
        return false;
    }
    auto const& known = *keys_->keys[key].words;
    keep(key, known.in_quotes(line_ + value.text.begin, value.text.size));
    return numbers_[key] != word_table::unknown;
}

inline bool plain_record_reader::has_flag(unsigned key)
{
    if (is_read(key)) {
        return true;
    }
    auto const& value = *members_->values[key];
    keep(key, value.text.size == 4 ? 1 : 0); // true is the shorter word
    return value.type == json_type::boolean;
}

/// Says what is left unsaid.
inline void plain_record_reader::fill_in(unsigned key, unsigned number) noexcept
{
    if (!has(key)) {
        seen_ |= std::uint64_t{1} << key;
        keep(key, number);
    }
}

/// Says which record it is about that goes by a slug.
inline bool plain_record_reader::describes_named(row_subject& about) const
{
    about.slug = has(own_slug) ? name(own_slug) : std::string_view{};
    if (about.slug.empty()) {
        return false;
    }
    about.own_slug = members_->values[own_slug]->hint;
    if (about.kind == record_kind::entity) {
        about.has_name = has(field_number<entity>("name"));
        about.has_kind = has(field_number<entity>("kind"));
    } else if (about.kind == record_kind::round) {
        constexpr auto company = field_number<funding_round>("company");
        about.company = has(company) ? numbers_[company] : none;
    }
    return true;
}

inline bool plain_record_reader::describes_valuation(row_subject& about)
{
    fill_in(basis_of_value, to_number(unsaid_valuation_basis));
    if (!has(valued_company) || !has_word(basis_of_value)) {
        return false;
    }
    about.company = numbers_[valued_company];
    if (has(valued_round)) {
        about.round = record_id{numbers_[valued_round]};
    }
    return true;
}

inline bool plain_record_reader::describes_holding(row_subject& about)
{
    fill_in(basis_of_holding, to_number(unsaid_holding_basis));
    fill_in(indirect, unsaid_indirect ? 1 : 0);
    if (!has(owner) || !has(owned) || !has_word(basis_of_holding) || !has_flag(indirect)) {
        return false;
    }
    about.key.parts[3] = numbers_[indirect];
    about.key.text = has(share_class) ? name(share_class) : std::string_view{};
    return true;
}

/// Says what it is about that is known by what it says, if nothing of that is missing.
inline bool plain_record_reader::describes(row_subject& about)
{
    switch (about.kind) {
    case record_kind::participation:
        return has(investor) && has(round_of_deal) != has(company_of_deal);
    case record_kind::valuation:
        return describes_valuation(about);
    case record_kind::holding:
        return describes_holding(about);
    case record_kind::relation:
        return has(relation_type_key) && has(from_end) && has(to_end)
               && has_word(relation_type_key);
    default:
        return describes_named(about);
    }
}

/// Finds the key of what goes by one.
inline void plain_record_reader::seek_key(row_subject& about) const
{
    about.key.kind = about.kind;
    for (unsigned i = 0; i != 3; ++i) {
        about.key.parts[i] = has(i) ? numbers_[i] + std::uint64_t{1} : 0;
    }
    about.key_hash = pending_->seek(about.key);
}

/// Reads who said it and when.
inline bool plain_record_reader::reads_head(statement_head& head)
{
    auto const first = keys_->num_own;
    auto const reads_day = [&](unsigned key, std::optional<date>& day) {
        if (has(key)) {
            day = plain_date(name(key));
        }
        return day.has_value() == has(key);
    };
    auto const reads_name = [&](unsigned key, std::string_view& out) {
        if (has(key)) {
            out = name(key);
        }
        return out.empty() != has(key);
    };
    constexpr auto number = [](std::string_view name) consteval
    {
        return field_number<provenance>(name);
    };
    if (has(first + number("source"))) {
        head.source = numbers_[first + number("source")];
    }
    if (has(first + number("denial"))) {
        if (!has_flag(first + number("denial"))) {
            return false;
        }
        head.denial = numbers_[first + number("denial")] != 0;
    }
    return reads_day(first + number("reported_on"), head.reported_on)
           && reads_day(first + number("as_of"), head.as_of)
           && reads_name(first + number("attributed_to"), head.attributed_to)
           && reads_name(first + number("statement"), head.id);
}

inline bool plain_record_reader::writes_sum(row_writer& to, unsigned key)
{
    sums_.clear();
    auto const is_told = !is_undisclosed(name(key));
    if (is_told && !sums_.takes({*tree_, *members_->values[key]}, key)) {
        return false;
    }
    to.put(sums_.sums().of(key)); // of what is not told there are none
    return true;
}

bool plain_record_reader::writes_texts(row_writer& to, node const& list)
{
    json_value const all{*tree_, list};
    if (all.type() != json_type::array) {
        return false;
    }
    std::size_t count = 0;
    for (auto const each : all) {
        ++count;
        if (each.type() != json_type::string) {
            return false;
        }
    }
    to.varint(count);
    for (auto const each : all) {
        to.put_more(each.text());
    }
    return true;
}

inline bool plain_record_reader::writes_text(row_writer& to, unsigned key, value_form form)
{
    auto const& value = *members_->values[key];
    if (value.type != json_type::string || (form == value_form::name && value.text.size == 0)
        || (form == value_form::country && !is_country_code(text(value)))) {
        return false;
    }
    to.put_checked(text(value)); // the line is UTF-8
    return true;
}

inline bool plain_record_reader::writes_part(row_writer& to, unsigned key)
{
    auto const part = is_undisclosed(name(key)) ? std::optional{stated<share>{}}
                                                : plain_part({*tree_, *members_->values[key]});
    to.put(part.value_or(stated<share>{}));
    return part.has_value();
}

/// Writes what is said under one key of the record's own.
[[gnu::always_inline]] inline bool plain_record_reader::writes(row_writer& to, unsigned key)
{
    auto const form = keys_->keys[key].form;
    if (form == value_form::own_slug) {
        return true; // stands in the record's own row
    }
    to.byte(2 * key);
    switch (form) {
    case value_form::reference:
        to.put(numbers_[key]);
        return true;
    case value_form::word:
    case value_form::flag: {
        auto const is_right = form == value_form::word ? has_word(key) : has_flag(key);
        to.put(static_cast<std::uint8_t>(numbers_[key]));
        return is_right;
    }
    case value_form::texts:
        return writes_texts(to, *members_->values[key]);
    case value_form::text:
    case value_form::name:
    case value_form::country:
        return writes_text(to, key, form);
    case value_form::day: {
        auto const day = plain_date(name(key));
        to.put(day.value_or(date{}));
        return day.has_value();
    }
    case value_form::sum:
        return writes_sum(to, key);
    case value_form::part:
        return writes_part(to, key);
    default:
        return false;
    }
}

/// Writes the record's own fields, in their order.
inline bool plain_record_reader::writes_fields(row_writer& to)
{
    auto left = seen_ & ((std::uint64_t{1} << keys_->num_own) - 1);
    for (; left != 0; left &= left - 1) {
        if (!writes(to, static_cast<unsigned>(std::countr_zero(left)))) {
            return false;
        }
    }
    to.byte(end_of_record);
    return true;
}

bool plain_record_reader::takes(json_tree const& tree)
try {
    tree_ = &tree;
    line_ = tree.line();
    members_ = tree.members();
    if (members_->kind > record_kind::relation) {
        return false; // rare ones
    }
    keys_ = &record_keys_of(members_->kind, record_frame::line);
    seen_ = members_->seen;
    if ((seen_ & keys_->others) != 0) {
        return false; // they may name others, which would get their numbers after those named here
    }
    read_ = 0;
    row_subject about{members_->kind};
    statement_head head;
    head.kind = members_->kind;
    if (!resolves_references() || !describes(about)) {
        return false;
    }
    if (has_key(about.kind)) {
        seek_key(about);
    }
    if (!reads_head(head)) {
        return false;
    }
    about.statement = head.id;
    if (pending_->has_undescribed()) {
        about.named = std::span{named_}.first(members_->num_references);
    }
    auto const at = tree.at();
    auto row = pending_->begin_row(
        head, position_view{tree.file(), at.byte, at.line, at.column, tree.pointer()});
    if (!writes_fields(row)) {
        return false;
    }
    pending_->add_row(row, about);
    return true;
} catch (error const&) {
    return false; // it is found again on the other way, and told
}

} // namespace capgraph::inline v0::detail
