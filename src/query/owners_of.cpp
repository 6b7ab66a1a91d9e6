// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/owners_of.hpp>

#include "../algorithm/walks_to.hpp"
#include "../run/without_progress.hpp"

#include <capgraph/algorithm/first_passage.hpp>
#include <capgraph/algorithm/simple_path.hpp>
#include <capgraph/algorithm/stake_neighbourhood.hpp>
#include <capgraph/algorithm/walk_sum.hpp>
#include <capgraph/algorithm/weakest_link.hpp>

#include <algorithm>
#include <string_view>
#include <utility>
#include <vector>

namespace capgraph::inline v0 {

namespace {

constexpr std::uint32_t center = 0; ///< Of a neighbourhood.

bool is_by_chains(ownership_semantics semantics)
{
    return semantics == ownership_semantics::simple_path
           || semantics == ownership_semantics::weakest_link;
}

neighbourhood_options reach_of(ownership_network const& n, owners_options const& options)
{
    neighbourhood_options reach;
    reach.most_vertices = options.most_entities;
    if (options.semantics == ownership_semantics::look_through) {
        reach.goes_beyond = [&n](std::uint32_t v) { return !n.is_ultimate(v); };
    }
    return reach;
}

/// The vertices of the piece at which chains end.
std::vector<std::uint32_t> ends_in(ownership_network const& n, stake_neighbourhood const& piece)
{
    std::vector<std::uint32_t> ends;
    for (std::uint32_t i = 0; i < piece.vertices.size(); ++i) {
        if (piece.vertices[i] != elsewhere && i != center && n.is_ultimate(piece.vertices[i])) {
            ends.push_back(i);
        }
    }
    return ends;
}

chain_sums chains_of(stake_matrix const& w, chain_direction direction,
                     owners_options const& options, run_options const& run)
{
    chain_options const chains{direction, options.most_chains};
    return options.semantics == ownership_semantics::simple_path
               ? simple_path(w, center, chains, run)
               : weakest_link(w, center, chains, run);
}

held_parts row_of(stake_matrix const& w, std::uint32_t owner, owners_options const& options,
                  run_options const& run)
{
    return options.semantics == ownership_semantics::walk_sum ? walk_sum(w, owner, run)
                                                              : first_passage(w, owner, run);
}

class list_maker {
public:
    list_maker(ownership_network const& n, entity_id of, owners_options const& options,
               stake_neighbourhood const& piece)
        : n_{&n}, piece_{&piece}
    {
        out_.of = of;
        out_.semantics = options.semantics;
        out_.is_cut = !piece.cut.empty();
        std::vector<std::uint32_t> found{piece.w.overfull().begin(), piece.w.overfull().end()};
        found.insert(found.end(), piece.w.closed().begin(), piece.w.closed().end());
        std::sort(found.begin(), found.end());
        found.erase(std::unique(found.begin(), found.end()), found.end());
        for (auto const v : found) {
            out_.undefined.push_back(n.entity_at(piece.vertices[v]));
        }
    }

    /// The part that the entity at `place` has or is had of.
    void add(std::uint32_t place, part_bounds part, part_bounds direct)
    {
        auto const v = piece_->vertices[place];
        if (part.upper > 0.0) {
            out_.parts.push_back(
                {n_->entity_at(v), part, direct, piece_->distances[place], n_->is_ultimate(v)});
        }
    }

    held_part_list& list() noexcept { return out_; }

    held_part_list finish()
    {
        out_.is_sharp = out_.is_sharp && !has_classes();
        auto const slug = [&](held_part const& p) { return n_->net().facts().slug_of(p.entity); };
        std::sort(out_.parts.begin(), out_.parts.end(),
                  [&](held_part const& a, held_part const& b) {
                      if (a.part.lower != b.part.lower) {
                          return a.part.lower > b.part.lower;
                      }
                      return a.part.upper != b.part.upper ? a.part.upper > b.part.upper
                                                          : slug(a) < slug(b);
                  });
        return std::move(out_);
    }

private:
    /// Whether parts of classes, which bound each other, are among the stakes.
    [[nodiscard]] bool has_classes() const
    {
        auto const all = n_->by_class();
        return std::any_of(piece_->vertices.begin(), piece_->vertices.end(), [&](std::uint32_t v) {
            return std::binary_search(all.begin(), all.end(), v);
        });
    }

    ownership_network const* n_;
    stake_neighbourhood const* piece_;
    held_part_list out_;
};

/// What one vertex of the piece holds of another itself; in the whole, as a piece that is cut has
/// not all stakes.
part_bounds direct_of(ownership_network const& n, stake_neighbourhood const& piece,
                      std::uint32_t owner, std::uint32_t owned)
{
    auto const& w = n.capital();
    auto const of = piece.vertices[owned];
    auto const by = piece.vertices[owner];
    return {w.least_of(of, by), w.most_of(of, by)};
}

/// Parts of the center by walks or by first passage: of all owners in one go, where that can be,
/// but by first passage of those that may own a part of themselves.
void add_by_walks(list_maker& maker, ownership_network const& n, stake_neighbourhood const& piece,
                  owners_options const& options, run_options const& run)
{
    auto const& w = piece.w;
    auto const quiet = detail::without_progress(run);
    auto const walks = detail::walks_to(w, center, run);
    auto const is_plain = detail::on_no_cycle(w);
    auto const by_walks = options.semantics == ownership_semantics::walk_sum;
    for (std::uint32_t v = 0; v < piece.vertices.size(); ++v) {
        auto const direct = direct_of(n, piece, v, center);
        if (walks && v != center && (by_walks || is_plain[v])) {
            maker.add(v, {(*walks)[v], (*walks)[v]}, direct);
            continue;
        }
        auto const row = row_of(w, v, options, quiet);
        maker.list().is_sharp = maker.list().is_sharp && row.is_sharp();
        maker.add(v, {row.lower(center), row.upper(center)}, direct);
    }
}

} // namespace

held_part_list owners_of(ownership_network const& n, entity_id company,
                         owners_options const& options, run_options const& run)
{
    auto const piece = owners_above(n.capital(), n.vertex_of(company), reach_of(n, options));
    auto const& w = piece.w;
    list_maker maker{n, company, options, piece};
    if (options.semantics == ownership_semantics::look_through) {
        auto const ends = ends_in(n, piece);
        auto const found = ultimate_parts_of(w, center, ends, {options.unknown, piece.cut}, run);
        for (std::size_t k = 0; k < ends.size(); ++k) {
            maker.add(ends[k], found.parts[k], direct_of(n, piece, ends[k], center));
        }
        maker.list().unknown = found.unknown;
        maker.list().is_sharp = found.is_sharp && piece.cut.empty();
    } else if (is_by_chains(options.semantics)) {
        auto const sums = chains_of(w, chain_direction::to_owners, options, run);
        for (std::uint32_t v = 0; v < piece.vertices.size(); ++v) {
            maker.add(v, {sums.lower[v], sums.upper[v]}, direct_of(n, piece, v, center));
        }
        maker.list().is_sharp =
            w.is_exact() && !sums.is_truncated && sums.undefined.empty() && piece.cut.empty();
        maker.list().is_cut = maker.list().is_cut || sums.is_truncated;
    } else {
        maker.list().is_sharp = piece.cut.empty();
        add_by_walks(maker, n, piece, options, run);
    }
    return maker.finish();
}

held_part_list holdings_of(ownership_network const& n, entity_id owner,
                           owners_options const& options, run_options const& run)
{
    auto const piece = holdings_below(n.capital(), n.vertex_of(owner), reach_of(n, options));
    auto const& w = piece.w;
    list_maker maker{n, owner, options, piece};
    auto const count = static_cast<std::uint32_t>(piece.vertices.size() - 1); // but for elsewhere
    if (is_by_chains(options.semantics)) {
        auto const sums = chains_of(w, chain_direction::to_owned, options, run);
        for (std::uint32_t v = 0; v < count; ++v) {
            maker.add(v, {sums.lower[v], sums.upper[v]}, direct_of(n, piece, center, v));
        }
        maker.list().is_sharp =
            w.is_exact() && !sums.is_truncated && sums.undefined.empty() && piece.cut.empty();
        maker.list().is_cut = maker.list().is_cut || sums.is_truncated;
        return maker.finish();
    }
    auto const is_look_through = options.semantics == ownership_semantics::look_through;
    look_through_options through;
    through.unknown = options.unknown;
    auto const ends = ends_in(n, piece);
    through.ultimate = ends;
    auto const row = is_look_through ? look_through(w, {&center, 1}, through, run)
                                     : row_of(w, center, options, run);
    for (std::uint32_t v = is_look_through ? 1 : 0; v < count; ++v) {
        maker.add(v, {row.lower(v), row.upper(v)}, direct_of(n, piece, center, v));
    }
    // Who the others are is not looked at: some of what is unknown of them cannot be the owner's.
    auto const is_open = is_look_through && options.unknown == unknown_owners::possible;
    maker.list().is_sharp =
        row.is_sharp() && piece.cut.empty() && !(is_open && !w.owned_by(count).empty());
    return maker.finish();
}

} // namespace capgraph::inline v0
