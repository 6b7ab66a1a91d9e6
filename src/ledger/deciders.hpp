// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "fold.hpp"

#include <cstddef>
#include <vector>

namespace capgraph::inline v0::detail {

/// What the words for one record do to its fold: which decide a field, and which take one back.
struct deciders {
    std::vector<char> decides;
    std::vector<char> withdraws;
};

/// Whether `said` adds to what stands: to a tie of the same strength.
template <class T>
bool adds_to(field<T> const& before, field<T> const& said)
{
    if constexpr (std::same_as<T, state_link>) {
        return before.has_value() && said.has_value() && before->link == said->link;
    } else {
        return false;
    }
}

/// Of a field whose words are joined: all that were said since the last withdrawal.
template <class Record, class Member>
std::vector<std::size_t> joined_words(field_description<Record, Member> const& f,
                                      std::vector<word<Record>> const& words)
{
    std::vector<std::size_t> standing;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const& said = words[i].said.*f.member;
        if constexpr (requires { said.is_said(); }) {
            if (said.is_withdrawn()) {
                standing.clear();
            }
            if (said.is_said()) {
                standing.push_back(i);
            }
        }
    }
    return standing;
}

/// Follows the fold of one field: whose words stand in the end.
template <class Record, class Member>
std::vector<std::size_t> last_words(field_description<Record, Member> const& f,
                                    std::vector<word<Record>> const& words)
{
    Record so_far;
    std::vector<std::size_t> standing;
    for (std::size_t i = 0; i < words.size(); ++i) {
        auto const& said = words[i].said.*f.member;
        if constexpr (requires { said.is_said(); }) {
            if (!said.is_said()) {
                continue;
            }
            auto const before = so_far.*f.member;
            fold_field(so_far, f, words[i]);
            auto const& after = so_far.*f.member;
            auto const adds = adds_to(before, said);
            if (adds || !said.has_value() || !(after == before) || after == said) {
                if (!adds) {
                    standing.clear();
                }
                standing.push_back(i);
            }
        }
    }
    return standing;
}

/// Notes whose word on one field stands in the end.
template <class Record, class Member>
void note_deciders(deciders& out, field_description<Record, Member> const& f,
                   std::vector<word<Record>> const& words)
{
    auto const standing = f.rule == folding::joined ? joined_words(f, words) : last_words(f, words);
    for (auto const i : standing) {
        auto const& said = words[i].said.*f.member;
        if constexpr (requires { said.has_value(); }) {
            (said.has_value() ? out.decides : out.withdraws)[i] = 1;
        }
    }
}

/// Over the fields that are timeless, or those that are not.
template <class Record>
deciders deciders_of(std::vector<word<Record>> const& words, bool timeless)
{
    deciders out{std::vector<char>(words.size(), 0), std::vector<char>(words.size(), 0)};
    for_each_field<Record>([&](auto const& f) {
        if (f.rule != folding::key && (f.rule == folding::timeless) == timeless) {
            note_deciders(out, f, words);
        }
    });
    return out;
}

} // namespace capgraph::inline v0::detail
