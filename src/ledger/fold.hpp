// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/model/field_description.hpp>
#include <capgraph/model/record.hpp>

#include <concepts>
#include <set>
#include <vector>

namespace capgraph::inline v0::detail {

/// One statement's word, as folding takes it: what it says, and whether it denies.
template <class Record>
struct word {
    Record said;
    bool denies;
};

template <class T>
void fold_latest(field<T>& so_far, field<T> const& said)
{
    if (said.is_said()) {
        so_far = said.has_value() ? said : field<T>{};
    }
}

/// All that was said together, each once, in the order it was said.
template <class Record, class T>
void fold_joined(field<std::vector<T>>& so_far, field<std::vector<T>> Record::*member,
                 std::vector<word<Record>> const& words)
{
    std::vector<T> all;
    std::set<T> known;
    auto is_said = false;
    for (auto const& w : words) {
        auto const& said = w.said.*member;
        if (said.is_withdrawn()) {
            all.clear();
            known.clear();
            is_said = false;
        } else if (said.has_value()) {
            is_said = true;
            for (auto const& item : *said) {
                if (known.insert(item).second) {
                    all.push_back(item);
                }
            }
        }
    }
    so_far = is_said ? field<std::vector<T>>{std::move(all)} : field<std::vector<T>>{};
}

/// A weaker later word never downgrades an entity's tie to a state; one as strong leaves the level
/// and the country that it does not tell as they were.
inline void fold_strongest(field<state_link>& so_far, field<state_link> const& said)
{
    if (!said.has_value() || !so_far || said->link > so_far->link) {
        fold_latest(so_far, said);
    } else if (said->link == so_far->link) {
        so_far = state_link{said->link, said->level ? said->level : so_far->level,
                            said->country.empty() ? so_far->country : said->country};
    }
}

/// What is closed yields only to a withdrawal or an explicit denial.
inline void fold_status(field<deal_status>& so_far, field<deal_status> const& said, bool denies)
{
    auto const lowers = said.has_value() && *said < deal_status::closed;
    if (so_far == deal_status::closed && lowers && !denies) {
        return;
    }
    fold_latest(so_far, said);
}

/// Folds one field of `record` by its rule, unless that is `joined`, taking the word of one more
/// statement.
template <class Record, class Member>
void fold_field(Record& record, field_description<Record, Member> const& f, word<Record> const& w)
{
    auto& so_far = record.*f.member;
    auto const& said = w.said.*f.member;
    using type = std::remove_cvref_t<decltype(so_far)>;
    if constexpr (std::same_as<type, std::string_view>) {
        so_far = said; // a slug: the same in every statement
    } else if constexpr (std::same_as<type, field<state_link>>) {
        fold_strongest(so_far, said);
    } else if constexpr (std::same_as<type, field<deal_status>>) {
        fold_status(so_far, said, w.denies);
    } else {
        fold_latest(so_far, said);
    }
}

/// Whether a field is told whatever the view knows.
[[nodiscard]] constexpr bool is_timeless(folding rule) noexcept
{
    return rule == folding::timeless || rule == folding::key;
}

/// Folds the fields that are timeless, or those that are not, over `words` in the order of weight.
template <class Record>
void fold(Record& record, std::vector<word<Record>> const& words, bool timeless)
{
    for_each_field<Record>([&](auto const& f) {
        if (is_timeless(f.rule) != timeless) {
            return;
        }
        if constexpr (requires { fold_joined(record.*f.member, f.member, words); }) {
            if (f.rule == folding::joined) {
                fold_joined(record.*f.member, f.member, words);
                return;
            }
        }
        for (auto const& w : words) {
            fold_field(record, f, w);
        }
    });
}

} // namespace capgraph::inline v0::detail
