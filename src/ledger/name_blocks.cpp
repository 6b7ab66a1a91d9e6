// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "name_blocks.hpp"

#include "name_letters.hpp"

#include <capgraph/ledger/name_index.hpp>

#include <algorithm>
#include <string>
#include <string_view>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

/// FNV-1a, over the kind of the mark and its text.
template <class Text>
std::uint64_t mark_of(char kind, Text const& text)
{
    constexpr std::uint64_t prime = 0x100000001b3U;
    std::uint64_t hash = (0xcbf29ce484222325U ^ static_cast<unsigned char>(kind)) * prime;
    for (auto const c : text) {
        hash = (hash ^ static_cast<std::uint64_t>(c)) * prime;
    }
    return hash;
}

using marks = std::vector<std::uint64_t>;

/// Runs of three letters, the ends of the name counting for one; of two ideographs.
void add_runs(marks& to, std::u32string const& letters)
{
    auto const padded = U' ' + letters + U' ';
    std::u32string_view const all{padded};
    for (std::size_t i = 0; i + 3 <= all.size(); ++i) {
        to.push_back(mark_of('r', all.substr(i, 3)));
        if (is_ideograph(all[i]) && is_ideograph(all[i + 1])) {
            to.push_back(mark_of('i', all.substr(i, 2)));
        }
    }
    // The last two letters, as the loop saw only what three begin with.
    auto const end = all.substr(all.size() - std::min<std::size_t>(3, all.size()), 2);
    if (end.size() == 2 && is_ideograph(end[0]) && is_ideograph(end[1])) {
        to.push_back(mark_of('i', end));
    }
}

/// The name with each letter left out: names one letter apart share one of these, or are one.
void add_deletions(marks& to, std::u32string const& letters)
{
    constexpr std::size_t longest = 16; // of longer ones enough runs stay whole
    if (letters.size() < 4 || letters.size() > longest) {
        return;
    }
    for (std::size_t i = 0; i < letters.size(); ++i) {
        auto shorter = letters;
        shorter.erase(i, 1);
        to.push_back(mark_of('d', shorter));
    }
}

marks marks_of(spelling name)
{
    marks out;
    auto const text = without_spaces(name.words);
    auto letters = characters_of(text);
    out.push_back(mark_of('d', letters)); // a deletion for names one letter longer
    for (auto const word : split_words(name.key)) {
        out.push_back(mark_of('w', word));
    }
    add_runs(out, letters);
    add_deletions(out, letters);
    if (text.size() == name.words.size() && text.size() <= 9) {
        out.push_back(mark_of('a', text)); // perhaps an acronym
    }
    if (auto const initials = initials_of(name.words); !initials.empty()) {
        out.push_back(mark_of('a', initials));
        out.push_back(mark_of('a', initials + 'c'));
    }
    if (std::ranges::all_of(letters, is_ideograph)) {
        std::ranges::sort(letters);
        out.push_back(mark_of('s', letters));
    }
    std::ranges::sort(out);
    out.erase(std::unique(out.begin(), out.end()), out.end());
    return out;
}

/// The names that share a mark, as a place in the index.
struct block {
    std::size_t size;
    std::uint64_t mark;
    std::size_t first;

    friend auto operator<=>(block const&, block const&) = default;
};

struct weighed {
    std::uint32_t name;
    double weight;
};

/// Adds up what was gathered of each name, in the order it was gathered.
void add_up(std::vector<weighed>& gathered)
{
    std::ranges::stable_sort(gathered, {}, &weighed::name);
    std::size_t kept = 0;
    for (auto const& next : gathered) {
        if (kept > 0 && gathered[kept - 1].name == next.name) {
            gathered[kept - 1].weight += next.weight;
        } else {
            gathered[kept++] = next;
        }
    }
    gathered.resize(kept);
}

} // namespace

name_blocks::name_blocks(std::span<spelling const> names) : names_{names}
{
    for (std::uint32_t i = 0; i < names.size(); ++i) {
        for (auto const mark : marks_of(names[i])) {
            entries_.push_back({mark, i});
        }
    }
    std::ranges::sort(entries_);
}

std::vector<std::uint32_t> name_blocks::nearest(spelling name) const
{
    std::vector<block> blocks;
    for (auto const mark : marks_of(name)) {
        auto const first = std::ranges::lower_bound(entries_, mark, {}, &entry::mark);
        auto const last = std::ranges::upper_bound(entries_, mark, {}, &entry::mark);
        if (first != last) {
            blocks.push_back({static_cast<std::size_t>(last - first), mark,
                              static_cast<std::size_t>(first - entries_.begin())});
        }
    }
    std::ranges::sort(blocks); // rarest first

    constexpr std::size_t most_read = 1000;
    std::vector<weighed> gathered;
    for (std::size_t i = 0, left = most_read; i < blocks.size() && left > 0; ++i) {
        auto const& b = blocks[i];
        auto const read = std::min(left, b.size);
        left -= read;
        for (auto const& e : std::span{entries_}.subspan(b.first, read)) {
            if (names_[e.name].key != name.key) {
                gathered.push_back({e.name, 1.0 / static_cast<double>(b.size)});
            }
        }
    }
    add_up(gathered);
    std::ranges::stable_sort(gathered, std::ranges::greater{}, &weighed::weight);

    std::vector<std::uint32_t> out;
    for (auto const& g : gathered) {
        if (out.size() == max_name_comparisons) {
            break;
        }
        out.push_back(g.name);
    }
    return out;
}

} // namespace capgraph::inline v0::detail
