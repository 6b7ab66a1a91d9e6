// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "fold.hpp"
#include "holds.hpp"
#include "state_of.hpp"
#include "unpack_some.hpp"

#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/field_description.hpp>

#include <cstdint>
#include <span>
#include <tuple>

namespace capgraph::inline v0::detail {

/// Folds records of a view, one after the other, and of each only the fields `Members`. Who asks
/// for all records needs few fields of each: the time goes into amounts, texts and lists.
template <class Record, auto... Members>
class partial_fold {
public:
    /// The view must outlive it.
    explicit partial_fold(view const& seen) : state_{state_of(seen).get()} {}

    /// Calls `visit(id, record)` for each of `ids` that the view knows, with what `view::find`
    /// tells of these fields; the others are left unsaid. Precondition: `ids` name `Record`s.
    template <class Visit>
    void operator()(std::span<record_id const> ids, Visit&& visit)
    {
        for (auto const id : ids) {
            if (auto const* const record = find(id)) {
                visit(id, *record);
            }
        }
    }

private:
    using chosen = chosen_fields<Record, Members...>;

    [[nodiscard]] Record const* find(record_id id)
    {
        auto const last = state_->record_at(id).last;
        auto const is_all =
            last < state_->taken.size() && state_->rows->statements[last].previous == none;
        if (!(is_all ? read_only(last) : fold_all(id))) {
            return nullptr;
        }
        if constexpr (has_validity<Record>) {
            static_assert(chosen::has(&Record::valid_from) && chosen::has(&Record::valid_until));
            return holds(state_->options, folded_) ? &folded_ : nullptr;
        }
        return &folded_;
    }

    /// The fold of one statement is what it says, but for what it takes back.
    bool read_only(std::uint32_t statement)
    {
        if (state_->taken[statement] == 0) {
            return false;
        }
        static_cast<void>(read(statement, folded_));
        (clear_withdrawn(folded_.*Members), ...);
        return true;
    }

    bool fold_all(record_id id)
    {
        auto is_known = false;
        ((folded_.*Members = {}), ...);
        for (auto const statement : state_->by_weight(id, true)) {
            auto const is_taken = state_->taken[statement] != 0;
            is_known |= is_taken;
            word_.denies = read(statement, word_.said);
            chosen::for_each([&](auto number) {
                constexpr auto field = std::get<number>(chosen::all);
                static_assert(field.rule != folding::joined, "a list takes all words at once");
                if (is_taken || is_timeless(field.rule)) {
                    fold_field(folded_, field, word_);
                }
            });
        }
        return is_known;
    }

    /// Returns whether the statement denies.
    bool read(std::uint32_t statement, Record& to) const
    {
        auto row = unpack_head(state_->rows->statements[statement].bytes);
        if (row.has_position) {
            static_cast<void>(unpack_position(row));
        }
        unpack_some<Members...>(row.rest, to);
        return row.head.denial;
    }

    template <class T>
    static void clear_withdrawn(field<T>& value)
    {
        if (value.is_withdrawn()) {
            value = {};
        }
    }

    view_state const* state_;
    Record folded_{};
    word<Record> word_{};
};

} // namespace capgraph::inline v0::detail
