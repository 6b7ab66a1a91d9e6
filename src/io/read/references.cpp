// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "references.hpp"

#include "json_path.hpp"
#include "read_value.hpp"

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

/// The last step of a pointer. The names of our fields hold nothing that is escaped there.
std::string_view last_step(std::string_view pointer)
{
    return pointer.substr(pointer.rfind('/') + 1);
}

/// What a message quotes whole; empty where it is no quotation.
std::string_view quotation(std::string_view found)
{
    auto const is_quoted = found.size() > 2 && found.front() == '\'' && found.back() == '\'';
    return is_quoted ? found.substr(1, found.size() - 2) : std::string_view{};
}

} // namespace

void references::note(json_value value, std::size_t id)
{
    notes_.push_back({value.string_at(), field_.data(), element_, static_cast<std::uint32_t>(id)});
}

entity_id references::entity(json_value slug)
{
    auto const id = pending_->entity(read_name(slug, "the id of an entity"));
    note(slug, index_of(id));
    return id;
}

record_id references::round(json_value slug)
{
    auto const id = pending_->named(record_kind::round, read_name(slug, "the id of a round"));
    note(slug, index_of(id));
    return id;
}

record_id references::source(json_value slug)
{
    auto const id = pending_->named(record_kind::source, read_name(slug, "the id of a source"));
    note(slug, index_of(id));
    return id;
}

void references::keep_record(place at)
{
    records_.push_back({at.byte, kept_notes_});
    kept_notes_ = notes_.size();
}

bool references::is_meant(note_row const& row, std::string_view slug) const
{
    if (row.element == no_element) {
        return true;
    }
    if (slug.empty()) {
        return false;
    }
    // In a list, the element that the message quotes. It was read, so naming it adds nothing.
    return row.field == std::string_view{"ids"}
               ? row.id == index_of(pending_->entity(slug))
               : row.id == index_of(pending_->named(record_kind::round, slug));
}

references::note_row const* references::find(std::uint64_t record, std::string_view field,
                                             std::string_view slug) const
{
    auto const row =
        std::lower_bound(records_.begin(), records_.end(), record,
                         [](record_row const& r, std::uint64_t byte) { return r.byte < byte; });
    if (row == records_.end() || row->byte != record) {
        return nullptr;
    }
    auto const next = row + 1;
    auto const last = next == records_.end() ? kept_notes_ : next->first_note;
    for (auto i = row->first_note; i < last; ++i) {
        if (notes_[i].field == field && is_meant(notes_[i], slug)) {
            return &notes_[i];
        }
    }
    return nullptr;
}

error references::located(error const& problem) const
{
    if (problem.where() == nullptr) {
        return problem;
    }
    auto where = *problem.where();
    auto const* const row = find(where.byte, last_step(where.pointer), quotation(problem.found()));
    if (row == nullptr) {
        return problem;
    }
    where.byte = row->at.byte;
    where.line = row->at.line;
    where.column = row->at.column;
    if (row->element != no_element) {
        append_step(where.pointer, std::uint64_t{row->element});
    }
    return problem.at(std::move(where));
}

} // namespace capgraph::inline v0::detail
