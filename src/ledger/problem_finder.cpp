// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "problem_finder.hpp"

#include "missing.hpp"
#include "nearest_slug.hpp"
#include "references_of.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

/// Whether what was said of a record makes it one.
bool is_complete(record_row const& row)
{
    switch (row.kind) {
    case record_kind::entity:
        return row.has_name && row.has_kind;
    case record_kind::round:
        return row.company != none;
    default:
        return true;
    }
}

} // namespace

problem_finder::problem_finder(pending_statements const& pending)
    : pending_{&pending}, base_{pending.base_.get()}, added_{&pending.added_}
{
}

std::vector<error> problem_finder::find()
{
    for (auto const i : suspects()) {
        auto const kind = packed_kind(pending_->statement_at(i).bytes);
        with_record_type(kind, [&]<class Record>() { inspect<Record>(i); });
    }
    note_unmentioned();
    return std::move(problems_);
}

record_id problem_finder::added_record(std::size_t i) const
{
    return record_id{static_cast<std::uint32_t>(base_->records.size() + i)};
}

std::vector<std::uint32_t> problem_finder::suspects() const
{
    auto found = pending_->doubtful_;
    for (std::size_t i = 0; i < added_->records.size(); ++i) {
        auto const& row = added_->records[i];
        if (row.is_described() && !is_complete(row)) {
            found.push_back(pending_->first_about(added_record(i)));
        }
    }
    std::sort(found.begin(), found.end());
    found.erase(std::unique(found.begin(), found.end()), found.end());
    return found;
}

template <class Record>
void problem_finder::inspect(std::uint32_t statement)
{
    auto const source = unpack_head(pending_->statement_at(statement).bytes).head.source;
    auto const said = pending_->said<Record>(statement);
    if (source != none) {
        require_described(statement, record_id{source}, "source");
    }
    for_each_reference(
        said,
        [&](entity_id id, std::string_view name) {
            require_described(statement, pending_->record_of(id), name);
        },
        [&](record_id id, std::string_view name) { require_described(statement, id, name); });
    if constexpr (std::same_as<Record, entity>) {
        require_complete(statement);
    } else if constexpr (std::same_as<Record, funding_round>) {
        require_complete(statement);
        inspect_round(statement, said);
    } else if constexpr (std::same_as<Record, valuation>) {
        inspect_valuation(statement, said);
    } else if constexpr (std::same_as<Record, retraction>) {
        inspect_retraction(statement, said);
    }
}

void problem_finder::require_described(std::uint32_t statement, record_id record,
                                       std::string_view field)
{
    if (!pending_->is_described(record) && reported_.insert(record).second) {
        report(statement, field, not_described(record));
    }
}

void problem_finder::require_complete(std::uint32_t statement)
{
    auto const record = pending_->statement_at(statement).record;
    auto const& row = pending_->record_at(record);
    if (is_complete(row) || index_of(record) < base_->records.size()
        || !reported_.insert(record).second) { // at its first statement, once
        return;
    }
    auto const slug = quoted(pending_->slug_of(record));
    auto const lacks = [&](std::string_view what, std::string_view name) {
        report(statement, {},
               {error_code::missing_field,
                std::string{what} + ' ' + slug + " without '" + std::string{name} + '\'',
                "a value for it in one of its statements"});
    };
    if (row.kind == record_kind::round) {
        lacks("round", "company");
        return;
    }
    if (!row.has_name) {
        lacks("entity", "name");
    }
    if (!row.has_kind) {
        lacks("entity", "kind");
    }
}

void problem_finder::inspect_round(std::uint32_t statement, funding_round const& said)
{
    auto const company = pending_->record_at(pending_->statement_at(statement).record).company;
    if (said.company && company != none && index_of(*said.company) != company) {
        report(statement, "company",
               {error_code::inconsistent_record, "a round of two companies",
                "the company that the round's first statement names"});
    }
}

void problem_finder::inspect_valuation(std::uint32_t statement, valuation const& said)
{
    auto const company = said.round ? pending_->record_at(*said.round).company : none;
    if (company != none && index_of(*said.company) != company) {
        report(statement, "round",
               {error_code::inconsistent_record, "a round of another company",
                "a round of the company that is valued"});
    }
}

void problem_finder::inspect_retraction(std::uint32_t statement, retraction const& said)
{
    if (!base_->find_statement(*said.retracted) && !added_->find_statement(*said.retracted)) {
        report(statement, "statement",
               {error_code::unknown_reference, quoted(*said.retracted),
                "the id of a statement of this ledger"});
    }
}

void problem_finder::note_unmentioned()
{
    for (std::size_t i = 0; i < added_->records.size(); ++i) {
        auto const id = added_record(i);
        if (!added_->records[i].is_described() && !reported_.contains(id)) {
            problems_.push_back(not_described(id));
        }
    }
}

error problem_finder::not_described(record_id record)
{
    auto const& row = pending_->record_at(record);
    auto const slug = pending_->slug_of(record);
    // Each search goes through all slugs: a file of unknown names must not cost their square.
    auto const searches = suggestions_left_ != 0;
    suggestions_left_ -= searches ? 1 : 0;
    return {error_code::unknown_reference, quoted(slug),
            described(to_string(row.kind),
                      searches ? nearest_described(row, slug) : std::string_view{})};
}

std::string_view problem_finder::nearest_described(record_row const& wanted,
                                                   std::string_view slug) const
{
    nearest_slug search{slug};
    auto const& known = base_->slugs_of(wanted.kind);
    for (std::size_t i = 0; i < known.size(); ++i) {
        search.look_at(known.text(i));
    }
    // The slug itself stands among the added ones, as named: look among those described.
    auto const& own = added_->slugs_of(wanted.kind);
    for (std::size_t i = 0; i < own.size(); ++i) {
        if (pending_->is_described(own.record(i))) {
            search.look_at(own.text(i));
        }
    }
    return search.found();
}

void problem_finder::report(std::uint32_t statement, std::string_view field, error const& problem)
{
    auto row = unpack_head(pending_->statement_at(statement).bytes);
    if (!row.has_position) {
        problems_.push_back(problem);
        return;
    }
    auto const p = unpack_position(row);
    auto const known = base_->files.size();
    auto const file = p.file < known ? base_->files[p.file] : added_->files[p.file - known];
    auto pointer = std::string{p.pointer};
    if (!field.empty()) {
        pointer += '/' + std::string{field};
    }
    problems_.push_back(
        problem.at({std::string{file.view()}, p.byte, p.line, p.column, std::move(pointer)}));
}

} // namespace capgraph::inline v0::detail
