// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "problem_finder.hpp"

#include "missing.hpp"

namespace capgraph::inline v0::detail {

problem_finder::problem_finder(pending_statements const& pending)
    : pending_{&pending}, base_{pending.base_}, added_{&pending.added_},
      summaries_(added_->records.size()), companies_(added_->records.size())
{
}

std::vector<error> problem_finder::find()
{
    summarise();
    for (std::size_t i = 0; i < added_->statements.size(); ++i) {
        with_record_type(added_->statements[i].kind, [&]<class Record>() { inspect<Record>(i); });
    }
    note_unmentioned();
    return std::move(problems_);
}

template <class Record>
Record const& problem_finder::payload(std::size_t statement) const
{
    auto const first = base_->column<Record>().size();
    return added_->column<Record>()[added_->statements[statement].row - first];
}

problem_finder::summary* problem_finder::summary_of(record_id record)
{
    auto const first = base_->records.size();
    return index_of(record) < first ? nullptr : &summaries_[index_of(record) - first];
}

void problem_finder::summarise()
{
    for (std::size_t i = 0; i < added_->statements.size(); ++i) {
        auto const& row = added_->statements[i];
        auto* const s = summary_of(row.record);
        if (s == nullptr) {
            continue;
        }
        s->is_described = true;
        if (row.kind == record_kind::entity) {
            s->has_name |= payload<entity>(i).name.has_value();
            s->has_kind |= payload<entity>(i).kind.has_value();
        } else if (row.kind == record_kind::round && payload<funding_round>(i).company
                   && !s->has_name) {
            s->has_name = true;
            companies_[index_of(row.record) - base_->records.size()] =
                payload<funding_round>(i).company;
        }
    }
}

template <class Record>
void problem_finder::inspect(std::size_t statement)
{
    auto const& row = added_->statements[statement];
    auto const& said = payload<Record>(statement);
    if (row.source != none) {
        require_described(statement, record_id{row.source}, "source");
    }
    auto const record_of = [&](entity_id id) {
        auto const first = base_->entities.size();
        return index_of(id) < first ? base_->entities[index_of(id)].record
                                    : added_->entities[index_of(id) - first].record;
    };
    for_each_reference(
        said,
        [&](entity_id id, std::string_view name) {
            require_described(statement, record_of(id), name);
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

void problem_finder::require_described(std::size_t statement, record_id record,
                                       std::string_view field)
{
    auto* const s = summary_of(record);
    if (s != nullptr && !s->is_described && !s->is_reported) {
        s->is_reported = true;
        report(statement, field, not_described(record));
    }
}

void problem_finder::require_complete(std::size_t statement)
{
    auto const& row = added_->statements[statement];
    auto* const s = summary_of(row.record);
    if (s == nullptr || s->is_reported) {
        return;
    }
    s->is_reported = true; // at its first statement, once
    auto const slug = quoted(pending_->record_at(row.record).slug);
    auto const lacks = [&](std::string_view what, std::string_view name) {
        report(statement, {},
               {error_code::missing_field,
                std::string{what} + ' ' + slug + " without '" + std::string{name} + '\'',
                "a value for it in one of its statements"});
    };
    if (row.kind == record_kind::round) {
        if (!s->has_name) {
            lacks("round", "company");
        }
        return;
    }
    if (!s->has_name) {
        lacks("entity", "name");
    }
    if (!s->has_kind) {
        lacks("entity", "kind");
    }
}

void problem_finder::inspect_round(std::size_t statement, funding_round const& said)
{
    auto const company = company_of(added_->statements[statement].record);
    if (said.company && company && *said.company != *company) {
        report(statement, "company",
               {error_code::inconsistent_record, "a round of two companies",
                "the company that the round's first statement names"});
    }
}

void problem_finder::inspect_valuation(std::size_t statement, valuation const& said)
{
    auto const company = said.round ? company_of(*said.round) : field<entity_id>{};
    if (company && *company != *said.company) {
        report(statement, "round",
               {error_code::inconsistent_record, "a round of another company",
                "a round of the company that is valued"});
    }
}

void problem_finder::inspect_retraction(std::size_t statement, retraction const& said)
{
    if (!base_->statement_by_id.contains(*said.retracted)
        && !added_->statement_by_id.contains(*said.retracted)) {
        report(statement, "statement",
               {error_code::unknown_reference, quoted(*said.retracted),
                "the id of a statement of this ledger"});
    }
}

field<entity_id> problem_finder::company_of(record_id round_id) const
{
    auto const first = base_->records.size();
    if (index_of(round_id) >= first) {
        return companies_[index_of(round_id) - first];
    }
    for (auto i = base_->records[index_of(round_id)].first; i != none;
         i = base_->statements[i].next) {
        auto const& said = base_->column<funding_round>()[base_->statements[i].row];
        if (said.company) {
            return said.company;
        }
    }
    return {};
}

void problem_finder::note_unmentioned()
{
    for (std::size_t i = 0; i < summaries_.size(); ++i) {
        if (!summaries_[i].is_described && !summaries_[i].is_reported) {
            problems_.push_back(
                not_described(record_id{static_cast<std::uint32_t>(base_->records.size() + i)}));
        }
    }
}

error problem_finder::not_described(record_id record)
{
    auto const& row = pending_->record_at(record);
    // Each search goes through all slugs: a file of unknown names must not cost their square.
    auto const searches = suggestions_left_ != 0;
    suggestions_left_ -= searches ? 1 : 0;
    return {error_code::unknown_reference, quoted(row.slug),
            described(to_string(row.kind), searches ? nearest_described(row) : std::string_view{})};
}

std::string_view problem_finder::nearest_described(record_row const& wanted) const
{
    std::vector<record_row> candidates;
    for (auto const& row : base_->records) {
        if (row.kind == wanted.kind) {
            candidates.push_back(row);
        }
    }
    // The slug itself stands among the added ones, as named: look among those described.
    for (std::size_t i = 0; i < summaries_.size(); ++i) {
        if (summaries_[i].is_described && added_->records[i].kind == wanted.kind) {
            candidates.push_back(added_->records[i]);
        }
    }
    return nearest_slug(candidates, wanted.slug);
}

void problem_finder::report(std::size_t statement, std::string_view field, error const& problem)
{
    auto const position = added_->statements[statement].position;
    if (position == none) {
        problems_.push_back(problem);
        return;
    }
    auto const& p = added_->positions[position - base_->positions.size()];
    auto pointer = std::string{p.pointer};
    if (!field.empty()) {
        pointer += '/' + std::string{field};
    }
    problems_.push_back(problem.at({std::string{p.file}, p.byte, p.line, p.column, pointer}));
}

} // namespace capgraph::inline v0::detail
