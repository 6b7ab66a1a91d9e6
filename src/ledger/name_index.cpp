// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/name_index.hpp>

#include "name_table.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <span>
#include <tuple>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using detail::name_row;
using detail::name_table;

/// A match, and by what matches are ordered: the better of one entity's first.
struct ranked_match {
    std::uint32_t rank;
    name_match match;

    [[nodiscard]] auto order(view const& facts) const
    {
        return std::tuple{rank, match.fit, match.by, facts.slug_of(match.bearer), match.text};
    }
};

struct ranked_name {
    std::uint32_t rank;
    near_name name;

    [[nodiscard]] auto order(view const& facts) const
    {
        return std::tuple{rank,      -name.score,
                          name.by,   facts.slug_of(name.bearer),
                          name.text, std::string_view{name.reason}};
    }
};

/// Of each rank the first.
template <class Ranked>
void keep_best_of_each(std::vector<Ranked>& all, view const& facts)
{
    std::ranges::sort(all, {}, [&](Ranked const& r) { return r.order(facts); });
    auto const same = [](Ranked const& a, Ranked const& b) { return a.rank == b.rank; };
    all.erase(std::unique(all.begin(), all.end(), same), all.end());
}

/// Two entities by rank, the lesser first.
struct ranked_pair {
    std::uint32_t first;
    std::uint32_t second;
    near_pair pair;

    [[nodiscard]] auto order() const
    {
        return std::tuple{first,           second,           -pair.score,
                          pair.first_text, pair.second_text, std::string_view{pair.reason}};
    }
};

/// Collects the pairs of one listing.
class pair_finder {
public:
    explicit pair_finder(name_table const& names) : names_{names} {}

    [[nodiscard]] near_pairs find(run_options const& run)
    {
        auto const all = names_.spellings();
        checkpoint check{run, "comparing names", all.size()};
        for (std::size_t i = 0; i < all.size(); ++i) {
            if (!all[i].key.empty()) {
                if (i == 0 || all[i - 1].key != all[i].key) {
                    pair_equal(all[i].key);
                }
                pair_near(i, check);
            }
            check.advance();
        }
        check.finish();
        return std::move(*this).sorted();
    }

private:
    void pair_equal(std::string_view key)
    {
        auto const rows = names_.rows_of_key(key);
        auto const first = *std::ranges::min_element(rows, {}, &name_row::rank);
        for (auto const& row : rows) {
            if (row.rank == first.rank) {
                continue;
            }
            auto const is_same = row.text == first.text;
            add(first, row, {1.0, is_same ? "the same name" : "the same name after normalisation"});
        }
    }

    void pair_near(std::size_t i, checkpoint const& check)
    {
        auto const all = names_.spellings();
        for (auto const j : names_.blocks().nearest(all[i])) {
            auto first = names_.rows_of(i).front();
            auto second = names_.rows_of(j).front();
            if (second.rank < first.rank) {
                std::swap(first, second);
            }
            if (first.rank == second.rank) {
                continue;
            }
            check.poll(); // names may be long
            ++found_.comparisons;
            if (auto near = detail::likeness_of(all[first.spelling], all[second.spelling])) {
                add(first, second, *std::move(near));
            }
        }
    }

    void add(name_row const& first, name_row const& second, detail::likeness near)
    {
        pairs_.push_back({first.rank,
                          second.rank,
                          {first.entity, second.entity, first.text, second.text, near.score,
                           std::move(near.reason)}});
    }

    [[nodiscard]] near_pairs sorted() &&
    {
        std::ranges::sort(pairs_, {}, &ranked_pair::order);
        auto const same = [](ranked_pair const& a, ranked_pair const& b) {
            return a.first == b.first && a.second == b.second;
        };
        pairs_.erase(std::unique(pairs_.begin(), pairs_.end(), same), pairs_.end());
        for (auto& p : pairs_) {
            found_.pairs.push_back(std::move(p.pair));
        }
        return std::move(found_);
    }

    name_table const& names_;
    std::vector<ranked_pair> pairs_;
    near_pairs found_;
};

} // namespace

name_index::name_index(view facts) : table_{std::make_shared<detail::name_table>(std::move(facts))}
{
}

view const& name_index::facts() const noexcept
{
    return table_->facts();
}

std::size_t name_index::num_names() const noexcept
{
    return table_->spellings().size();
}

std::vector<name_match> name_index::find(std::string_view text) const
{
    auto const key = detail::spelling_of(text).key;
    std::vector<ranked_match> found;
    for (auto const& row : table_->rows_of_key(key)) {
        auto const fit = row.text == text ? name_fit::exact : name_fit::normalised;
        if (fit == name_fit::exact || !key.empty()) {
            found.push_back({row.rank, {row.entity, row.bearer, row.text, row.by, fit}});
        }
    }
    keep_best_of_each(found, facts());
    std::vector<name_match> out;
    out.reserve(found.size());
    for (auto const& f : found) {
        out.push_back(f.match);
    }
    return out;
}

near_names name_index::candidates(std::string_view text) const
{
    auto const wanted = detail::spelling_of(text);
    near_names out;
    if (wanted.key.empty()) {
        return out;
    }
    std::vector<std::uint32_t> found; // by `find`
    for (auto const& row : table_->rows_of_key(wanted.key)) {
        found.push_back(row.rank);
    }
    std::ranges::sort(found);
    std::vector<ranked_name> near;
    for (auto const i : table_->blocks().nearest(wanted.seen())) {
        ++out.comparisons;
        auto const how = detail::likeness_of(wanted.seen(), table_->spellings()[i]);
        if (!how) {
            continue;
        }
        for (auto const& row : table_->rows_of(i)) {
            if (!std::ranges::binary_search(found, row.rank)) {
                near.push_back(
                    {row.rank,
                     {row.entity, row.bearer, row.text, row.by, how->score, how->reason}});
            }
        }
    }
    keep_best_of_each(near, facts());
    std::ranges::stable_sort(near, std::ranges::greater{},
                             [](ranked_name const& n) { return n.name.score; });
    for (auto& n : near) {
        out.names.push_back(std::move(n.name));
    }
    return out;
}

near_pairs name_index::near_duplicates(run_options const& run) const
{
    return pair_finder{*table_}.find(run);
}

} // namespace capgraph::inline v0
