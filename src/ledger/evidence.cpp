// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/evidence.hpp>

#include "deciders.hpp"
#include "read_words.hpp"
#include "state_of.hpp"

#include <algorithm>
#include <concepts>
#include <cstddef>
#include <cstdint>
#include <type_traits>
#include <unordered_map>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

namespace {

using detail::view_state;

/// The records that a set of records depends on.
class footprint {
public:
    explicit footprint(view_state const& s) : s_{&s}, marked_(s.num_records, 0)
    {
        for (std::uint32_t i = 0; i < s.taken.size(); ++i) {
            auto const record = s.rows->statements[i].record;
            if (s.rows->kind_of(i) == record_kind::same_as) {
                for (auto const id : *s.rows->said<same_as>(i).entities) {
                    touched_by_[s.record_of(id)].push_back(record);
                }
            } else if (s.rows->kind_of(i) == record_kind::retraction) {
                auto const target = *s.rows->find_statement(*s.rows->said<retraction>(i).retracted);
                touched_by_[s.rows->statements[target].record].push_back(record);
            }
        }
    }

    void add(record_id id)
    {
        if (index_of(id) >= marked_.size()) {
            static_cast<void>(s_->record_at(id)); // throws
        }
        if (marked_[index_of(id)] == 0) {
            marked_[index_of(id)] = 1;
            open_.push_back(id);
        }
    }

    /// Follows what is named, joined and taken back, until there is no more.
    void close()
    {
        while (!open_.empty()) {
            auto const id = open_.back();
            open_.pop_back();
            add_named_by(id);
            if (auto const touched = touched_by_.find(id); touched != touched_by_.end()) {
                for (auto const by : touched->second) {
                    add(by);
                }
            }
        }
    }

    [[nodiscard]] bool holds(record_id id) const { return marked_[index_of(id)] != 0; }

private:
    void add(entity_id id) { add(s_->record_of(id)); }

    template <class T>
    void add_value(T const& value)
    {
        if constexpr (std::same_as<T, entity_id> || std::same_as<T, record_id>) {
            add(value);
        } else if constexpr (std::same_as<
                                 T, std::vector<
                                        entity_id>> || std::same_as<T, std::vector<record_id>>) {
            for (auto const each : value) {
                add(each);
            }
        }
    }

    void add_named_by(record_id id)
    {
        s_->any_about(id, [&](std::uint32_t i) {
            auto const head = s_->rows->head_of(i);
            if (head.source != detail::none) {
                add(record_id{head.source});
            }
            with_record_type(head.kind, [&]<class Record>() {
                auto const said = s_->rows->said<Record>(i);
                for_each_field<Record>([&](auto const& f) {
                    if constexpr (requires { (said.*f.member).has_value(); }) {
                        if ((said.*f.member).has_value()) {
                            add_value(*(said.*f.member));
                        }
                    }
                });
            });
            return false;
        });
    }

    view_state const* s_;
    std::vector<char> marked_;
    std::vector<record_id> open_;
    /// Of a record, the joins of the entity that it is about, and the retractions of what is said
    /// of it.
    std::unordered_map<record_id, std::vector<record_id>> touched_by_;
};

/// Whether a statement says no more than which record it is about.
template <class Record>
bool only_names(Record const& said)
{
    bool says_more = false;
    for_each_field<Record>([&](auto const& f) {
        if constexpr (requires { (said.*f.member).is_said(); }) {
            says_more |= f.rule != folding::key && (said.*f.member).is_said();
        }
    });
    return !says_more;
}

template <class Record>
void append_roles(std::vector<evidence>& out, view_state const& s, record_id id)
{
    auto const all = s.by_weight(id, true);
    auto const taken = s.by_weight(id, false);
    auto const words = detail::read_words<Record>(s, all);
    auto const lasting = detail::deciders_of(words, true);
    auto const passing = detail::deciders_of(detail::read_words<Record>(s, taken), false);
    std::size_t next = 0; // those taken stand in the same order
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const is_taken = next < taken.size() && taken[next] == all[i];
        auto const k = next;
        next += is_taken ? 1U : 0U;
        auto role = evidence_role::superseded;
        if (lasting.decides[i] != 0
            || (is_taken && (passing.decides[k] != 0 || only_names(words[i].said)))) {
            role = evidence_role::decides;
        } else if (is_taken && passing.withdraws[k] != 0) {
            role = evidence_role::suppresses;
        }
        out.push_back({statement_id{all[i]}, role});
    }
}

void append_about(std::vector<evidence>& out, view_state const& s, record_id id)
{
    with_record_type(s.record_at(id).kind, [&]<class Record>() {
        if constexpr (std::same_as<Record, same_as> || std::same_as<Record, retraction>) {
            auto const role =
                std::same_as<Record, same_as> ? evidence_role::joins : evidence_role::suppresses;
            for (auto const i : s.by_weight(id, true)) {
                out.push_back({statement_id{i}, s.takes(i) ? role : evidence_role::superseded});
            }
        } else {
            append_roles<Record>(out, s, id);
        }
    });
}

} // namespace

std::vector<evidence> evidence_of(view const& facts, std::span<record_id const> records)
{
    auto const& s = *detail::state_of(facts);
    footprint rests_on{s};
    for (auto const id : records) {
        rests_on.add(id);
    }
    rests_on.close();
    std::vector<evidence> out;
    for (std::size_t i = 0; i < s.num_records; ++i) {
        auto const id = record_id{static_cast<std::uint32_t>(i)};
        if (rests_on.holds(id)) {
            append_about(out, s, id);
        }
    }
    std::sort(out.begin(), out.end(), [](evidence const& a, evidence const& b) {
        return index_of(a.statement) < index_of(b.statement);
    });
    return out;
}

} // namespace capgraph::inline v0
