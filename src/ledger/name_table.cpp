// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "name_table.hpp"

#include "name_words.hpp"

#include <algorithm>
#include <numeric>
#include <stdexcept>
#include <tuple>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

/// Every entity that stood in the ledger when the view was made, known or not.
std::vector<entity_id> entities_of(view const& facts)
{
    std::vector<entity_id> out;
    try {
        for (std::uint32_t i = 0;; ++i) {
            static_cast<void>(facts.slug_of(entity_id{i}));
            out.push_back(entity_id{i});
        }
    } catch (std::out_of_range const&) {
        return out; // a view does not say how many it has
    }
}

} // namespace

owned_spelling spelling_of(std::string_view text)
{
    auto words = name_words(text);
    owned_spelling out{.key = {}, .words = joined_words(words)};
    std::ranges::sort(words);
    out.key = joined_words(words);
    return out;
}

name_table::name_table(view facts) : facts_{std::move(facts)}, entities_{entities_of(facts_)}
{
    read_names();
    rank_entities();
    sort_names();
}

void name_table::read_names()
{
    for (auto const id : entities_) {
        read_names_of(id);
    }
}

void name_table::read_names_of(entity_id id)
{
    auto const record = facts_.at(id);
    add(id, named_by::slug, record.slug);
    if (record.name) {
        add(id, named_by::name, *record.name);
    }
    if (record.aliases) {
        for (auto const alias : *record.aliases) {
            add(id, named_by::alias, alias);
        }
    }
}

void name_table::add(entity_id id, named_by by, std::string_view text)
{
    auto const row = static_cast<std::uint32_t>(rows_.size());
    rows_.push_back({row, 0, facts_.representative(id), id, by, text});
    texts_.push_back(spelling_of(text));
}

void name_table::rank_entities()
{
    auto by_slug = entities_;
    std::ranges::sort(by_slug, {}, [&](entity_id id) { return facts_.slug_of(id); });
    std::vector<std::uint32_t> rank(entities_.size());
    for (std::uint32_t i = 0; i < by_slug.size(); ++i) {
        rank[index_of(by_slug[i])] = i;
    }
    for (auto& row : rows_) {
        row.rank = rank[index_of(row.entity)];
    }
}

void name_table::sort_names()
{
    // From here on a text stands for its rows: each once, with the rows told where it went.
    std::vector<std::uint32_t> order(texts_.size());
    std::iota(order.begin(), order.end(), std::uint32_t{0});
    std::ranges::sort(order, [&](auto a, auto b) { return texts_[a] < texts_[b]; });
    std::vector<owned_spelling> sorted;
    for (auto const i : order) {
        if (sorted.empty() || sorted.back() != texts_[i]) {
            sorted.push_back(std::move(texts_[i]));
        }
        rows_[i].spelling = static_cast<std::uint32_t>(sorted.size() - 1);
    }
    texts_ = std::move(sorted);
    for (auto const& text : texts_) {
        spellings_.push_back(text.seen());
    }

    std::ranges::sort(rows_, {}, [&](name_row const& row) {
        return std::tuple{row.spelling, row.rank, row.by, facts_.slug_of(row.bearer), row.text};
    });
    first_row_.assign(texts_.size() + 1, 0);
    for (auto const& row : rows_) {
        ++first_row_[row.spelling + 1];
    }
    std::partial_sum(first_row_.begin(), first_row_.end(), first_row_.begin());
}

std::span<name_row const> name_table::rows_of(std::size_t spelling) const noexcept
{
    auto const first = first_row_[spelling];
    return std::span{rows_}.subspan(first, first_row_[spelling + 1] - first);
}

std::span<name_row const> name_table::rows_of_key(std::string_view key) const
{
    auto const begin = std::ranges::lower_bound(spellings_, key, {}, &spelling::key);
    auto const end = std::ranges::upper_bound(spellings_, key, {}, &spelling::key);
    auto const first = first_row_[static_cast<std::size_t>(begin - spellings_.begin())];
    auto const last = first_row_[static_cast<std::size_t>(end - spellings_.begin())];
    return std::span{rows_}.subspan(first, last - first);
}

name_blocks const& name_table::blocks() const
{
    std::call_once(blocks_made_, [this] { blocks_.emplace(spellings_); });
    return *blocks_;
}

} // namespace capgraph::inline v0::detail
