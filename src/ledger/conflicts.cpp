// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/conflicts.hpp>

#include "disagree.hpp"
#include "read_words.hpp"
#include "state_of.hpp"

#include <capgraph/model/field_description.hpp>

#include <optional>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::statement_head;
using detail::view_state;

/// Whether the words on a field can contradict each other at all.
template <class Record, class Member>
bool can_conflict(field_description<Record, Member> const& f)
{
    return f.rule != folding::key && f.rule != folding::joined && f.name != "status_as_stated";
}

/// One word on a field, and where it was said.
template <class T>
struct spoken {
    T const* value = nullptr; ///< Null: none was said yet.
    std::uint32_t statement = 0;
};

class conflict_finder {
public:
    conflict_finder(view_state const& state, tolerance about) : state_{&state}, about_{about} {}

    template <class Record>
    void look_at(record_id record)
    {
        auto const ids = state_->by_weight(record, false);
        if (ids.size() < 2) {
            return;
        }
        auto const words = detail::read_words<Record>(*state_, ids);
        for_each_field<Record>([&](auto const& f) {
            if constexpr (requires(Record r) { (r.*f.member).is_said(); }) {
                if (can_conflict(f)) {
                    look_at_field(record, f, ids, words);
                }
            }
        });
    }

    [[nodiscard]] std::vector<conflict> take() { return std::move(found_); }

private:
    template <class Record, class Member>
    void look_at_field(record_id record, field_description<Record, Member> const& f,
                       std::vector<std::uint32_t> const& ids,
                       std::vector<detail::word<Record>> const& words)
    {
        using value_type = typename Member::value_type;
        spoken<value_type> standing;
        for (std::size_t k = 0; k < words.size(); ++k) {
            auto const i = ids[k];
            auto const& said = words[k].said.*f.member;
            if (!said.is_said()) {
                continue;
            }
            if (!said.has_value()) {
                standing = {}; // taken back: what comes now is said anew
                continue;
            }
            auto const next = spoken<value_type>{&*said, i};
            if (standing.value == nullptr) {
                standing = next;
                continue;
            }
            auto const rule = stays(*standing.value, *next.value, words[k].denies);
            if (rule) {
                found_.push_back(
                    {record, f.name, statement_id{standing.statement}, statement_id{i}, *rule});
                continue;
            }
            note_displaced(record, f.name, standing, next);
            standing = next;
        }
    }

    template <class T>
    void note_displaced(record_id record, std::string_view field, spoken<T> const& old,
                        spoken<T> const& now)
    {
        auto const before = head(old.statement);
        auto const after = head(now.statement);
        if (after.denial || !overlap(state_->as_of(before), state_->as_of(after))
            || !detail::disagree(*old.value, *now.value, about_)) {
            return;
        }
        found_.push_back({record, field, statement_id{now.statement}, statement_id{old.statement},
                          deciding(before, after)});
    }

    /// Why what stands keeps standing against a later word; null where it gives way.
    template <class T>
    static std::optional<conflict_rule> stays(T const& standing, T const& said, bool denies)
    {
        if constexpr (std::is_same_v<T, deal_status>) {
            if (standing == deal_status::closed && said < deal_status::closed && !denies) {
                return conflict_rule::closed_stays;
            }
        } else if constexpr (std::is_same_v<T, state_link>) {
            if (said.link < standing.link) {
                return conflict_rule::stronger_tie_stays;
            }
        }
        return std::nullopt;
    }

    [[nodiscard]] conflict_rule deciding(statement_head const& before,
                                         statement_head const& after) const
    {
        auto const have_one_last_day = [](date a, date b) {
            return a.has_last() == b.has_last() && (!a.has_last() || a.last_day() == b.last_day());
        };
        if (!have_one_last_day(state_->as_of(before), state_->as_of(after))) {
            return conflict_rule::later_as_of;
        }
        return have_one_last_day(state_->reported_on(before), state_->reported_on(after))
                   ? conflict_rule::position
                   : conflict_rule::later_reported_on;
    }

    [[nodiscard]] statement_head head(std::uint32_t i) const { return state_->rows->head_of(i); }

    view_state const* state_;
    tolerance about_;
    std::vector<conflict> found_;
};

} // namespace

std::vector<conflict> conflicts_in(view const& seen, conflict_options const& options)
{
    static_cast<void>(bounds_of(amount{}, currency{}, options.about)); // refuses what is none
    auto const& state = *detail::state_of(seen);
    conflict_finder finder{state, options.about};
    for (std::uint32_t i = 0; i < state.num_records; ++i) {
        auto const kind = state.rows->records[i].kind;
        // Each of these statements is a record of its own.
        if (kind != record_kind::same_as && kind != record_kind::retraction) {
            with_record_type(kind, [&]<class Record>() { finder.look_at<Record>(record_id{i}); });
        }
    }
    return finder.take();
}

} // namespace capgraph::inline v0
