// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "csv_statements.hpp"

#include "csv_value.hpp"

#include <utility>

namespace capgraph::inline v0::detail {

namespace {

constexpr auto nowhere = static_cast<std::uint32_t>(-1);

/// The element of `places` for `id`, which is `nowhere` at first.
template <class Id>
std::uint32_t& place_of(std::vector<std::uint32_t>& places, Id id)
{
    if (index_of(id) >= places.size()) {
        places.resize(index_of(id) + 1, nowhere);
    }
    return places[index_of(id)];
}

std::string said_of(field<date> const& value)
{
    return value ? to_string(*value) : std::string{};
}

std::string said_of(field<amount> const& value)
{
    return value ? line_of(*value) : std::string{};
}

/// The slug of a round. Neither date nor amount has a `|`, so that unlike rounds have unlike slugs
/// whatever their company is called.
std::string slug_of(csv_facts const& facts)
{
    if (!facts.round_id.empty()) {
        return std::string{facts.round_id};
    }
    auto const when = facts.announced ? facts.announced : facts.closed;
    return std::string{facts.company.slug} + '|' + said_of(when) + '|' + said_of(facts.total);
}

/// All that a row says of its round, but for what names it: equal for rows that say the same.
std::string all_said_of_round(csv_facts const& facts)
{
    auto said = facts.kind ? std::string{to_string(*facts.kind)} : std::string{};
    said += '|' + said_of(facts.closed) + '|';
    if (!facts.round_id.empty()) {
        said += said_of(facts.announced) + '|' + said_of(facts.total) + '|';
    }
    return said += facts.label;
}

} // namespace

csv_statements::csv_statements(ledger& target, csv_mapping const& mapping,
                               read_csv_options const& options)
    : mapping_{&mapping}, target_{&target}, builder_{target}, name_{options.name},
      has_round_{has_round(mapping)}, has_investor_{has_investor(mapping)}
{
    if (target.num_statements() != 0) {
        before_.emplace(target);
    }
    if (!options.source.empty()) {
        said_.source = target.find_source(options.source);
        if (!said_.source) {
            throw error{error_code::unknown_reference, "the source '" + options.source + '\'',
                        "a source that the ledger describes"};
        }
    }
    said_.reported_on = options.reported_on;
}

provenance csv_statements::said_at(text_position const& where) const
{
    auto said = said_;
    said.where = where;
    return said;
}

std::uint32_t csv_statements::row_of(csv_party_facts const& party)
{
    auto const id = builder_.entity(party.slug);
    auto& at = place_of(entity_places_, id);
    if (at != nowhere) {
        return at;
    }
    at = static_cast<std::uint32_t>(entities_.size());
    auto& row = entities_.emplace_back();
    row.id = id;
    row.slug = party.slug;
    row.is_described = target_->find_entity(party.slug).has_value();
    if (row.is_described) {
        row.said.insert(std::string{"n"}.append(before_->name_of(id)));
    }
    return at;
}

std::uint32_t csv_statements::take_party(csv_party_facts const& party, bool is_company,
                                         text_position const& where)
{
    auto const at = row_of(party);
    auto& row = entities_[at];
    row.is_company = row.is_company || is_company;
    entity_statement said;
    said.entity = at;
    said.at = {where.byte, where.line, where.column};
    said.is_first = row.said.empty();
    if (row.said.insert(std::string{"n"}.append(party.name)).second) {
        said.name = party.name;
    }
    if (!party.country.empty() && row.said.insert(std::string{"c"}.append(party.country)).second) {
        said.country = party.country;
    }
    if (!said.name.empty() || !said.country.empty()) {
        waiting_.push_back(std::move(said));
    }
    return at;
}

void csv_statements::require_same_company(csv_facts const& facts, std::string const& slug)
{
    if (facts.round_id.empty()) {
        return; // the company is a part of the slug
    }
    auto const at = place_of(round_places_, builder_.round(slug));
    if (at != nowhere && entities_[rounds_[at].company].slug != facts.company.slug) {
        throw error{error_code::inconsistent_record,
                    "the round '" + slug + "' of '" + std::string{facts.company.slug} + '\'',
                    "one of '" + entities_[rounds_[at].company].slug + "', as before"};
    }
}

record_id csv_statements::take_round(csv_facts const& facts, std::string const& slug,
                                     std::uint32_t company, provenance const& said)
{
    auto const id = builder_.round(slug);
    auto& at = place_of(round_places_, id);
    auto all_said = all_said_of_round(facts);
    if (at != nowhere && rounds_[at].said == all_said) {
        return id;
    }
    if (at == nowhere) {
        at = static_cast<std::uint32_t>(rounds_.size());
        rounds_.push_back({company, {}});
    }
    rounds_[at].said = std::move(all_said);
    funding_round round;
    round.slug = slug;
    round.company = entities_[company].id;
    round.kind = facts.kind;
    if (!facts.label.empty()) {
        round.label = facts.label;
    }
    round.status = mapping_->status;
    round.announced = facts.announced;
    round.closed = facts.closed;
    round.amount = facts.total;
    builder_.add(round, said);
    return id;
}

void csv_statements::take(csv_facts const& facts, text_position const& where)
{
    auto const slug = slug_of(facts);
    require_same_company(facts, slug);
    auto const said = said_at(where);
    auto const company = take_party(facts.company, true, where);
    participation part;
    if (has_investor_) {
        part.investor = entities_[take_party(facts.investor, false, where)].id;
    }
    if (has_round_) {
        part.round = take_round(facts, slug, company, said);
    } else {
        part.company = entities_[company].id;
        part.status = mapping_->status;
    }
    if (has_investor_) {
        part.cheque = facts.cheque;
        builder_.add(part, said);
    }
}

void csv_statements::add(entity_statement const& said)
{
    auto const& row = entities_[said.entity];
    entity record;
    record.slug = row.slug;
    if (said.is_first) {
        record.name = std::string_view{said.name};
        record.kind = row.is_company ? mapping_->company.kind : mapping_->investor.kind;
    } else if (!said.name.empty()) {
        record.aliases = std::vector<std::string_view>{said.name};
    }
    if (!said.country.empty()) {
        record.country = std::string_view{said.country};
    }
    builder_.add(record, said_at({name_, said.at.byte, said.at.line, said.at.column, {}}));
}

std::size_t csv_statements::commit()
{
    for (auto const& said : waiting_) {
        add(said);
    }
    auto const n = builder_.num_statements();
    builder_.commit();
    return n;
}

} // namespace capgraph::inline v0::detail
