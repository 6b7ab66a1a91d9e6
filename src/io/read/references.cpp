// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "references.hpp"

#include "json_path.hpp"
#include "read_value.hpp"

#include <algorithm>
#include <tuple>

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

entity_id references::entity(json_value slug)
{
    auto const id = pending_->entity(read_name(slug, "the id of an entity"), slug.hint());
    note(slug, index_of(id));
    return id;
}

record_id references::round(json_value slug)
{
    auto const id =
        pending_->named(record_kind::round, read_name(slug, "the id of a round"), slug.hint());
    note(slug, index_of(id));
    return id;
}

record_id references::source(json_value slug)
{
    auto const id =
        pending_->named(record_kind::source, read_name(slug, "the id of a source"), slug.hint());
    note(slug, index_of(id));
    return id;
}

bool references::is_before(note_row const& a, note_row const& b)
{
    auto const key = [](note_row const& n) {
        return std::tuple{n.field, n.element == no_element ? 0 : n.id, n.element};
    };
    return key(a) < key(b);
}

void references::keep_record(place at)
{
    auto const first = notes_.size();
    for (auto const& r : at_hand_) {
        notes_.push_back({tree_->value(r.value).string_at(), r.field, r.element, r.id});
    }
    std::sort(notes_.begin() + static_cast<std::ptrdiff_t>(first), notes_.end(), is_before);
    records_.push_back({at.byte, first});
}

std::uint32_t references::id_meant(std::string_view field, std::string_view slug) const
{
    // What the message quotes was read, so naming it adds nothing.
    return static_cast<std::uint32_t>(field == "ids"
                                          ? index_of(pending_->entity(slug))
                                          : index_of(pending_->named(record_kind::round, slug)));
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
    auto const first = notes_.begin() + static_cast<std::ptrdiff_t>(row->first_note);
    auto const last =
        notes_.begin()
        + static_cast<std::ptrdiff_t>(next == records_.end() ? notes_.size() : next->first_note);
    auto const has_field = [&](auto at) { return at != last && at->field == field; };
    auto const of_field =
        std::lower_bound(first, last, field, [](note_row const& n, std::string_view wanted) {
            return n.field < wanted;
        });
    if (!has_field(of_field)) {
        return nullptr;
    }
    if (of_field->element == no_element) {
        return &*of_field;
    }
    if (slug.empty()) {
        return nullptr;
    }
    // In a list, the element that the message quotes.
    auto const id = id_meant(field, slug);
    auto const found =
        std::lower_bound(of_field, last, id, [&](note_row const& n, std::uint32_t wanted) {
            return n.field == field && n.id < wanted;
        });
    return has_field(found) && found->id == id ? &*found : nullptr;
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
