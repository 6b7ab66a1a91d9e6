// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "state_look_through.hpp"

#include "../algorithm/vertex_list.hpp"

#include <algorithm>
#include <iterator>
#include <span>

namespace capgraph::inline v0::detail {

namespace {

/// `w` with one vertex more: organs that nobody names, who may hold what is labelled.
stake_matrix with_unnamed_organs(stake_matrix const& w, vertex_list const& labelled)
{
    auto const unnamed = static_cast<std::uint32_t>(w.num_vertices());
    return stake_matrix{w.num_vertices() + 1,
                        [&](stake_matrix::sink const& hear) {
                            w.tell(hear);
                            for (auto const v : labelled) {
                                hear({unnamed, v, 0.0, 1.0});
                            }
                        },
                        {w.rounding()}};
}

/// The labelled of whom no organ, and nobody labelled, holds a part that is told.
vertex_list unexplained(stake_matrix const& w, tied_vertices const& tied)
{
    std::vector<bool> is_tied(w.num_vertices());
    auto const labelled = joined(tied.controlled, tied.backed);
    for (auto const v : joined(tied.possible_organs, labelled)) {
        is_tied[v] = true;
    }
    vertex_list out;
    std::copy_if(labelled.begin(), labelled.end(), std::back_inserter(out), [&](std::uint32_t v) {
        auto const owners = w.owners_of(v);
        return std::none_of(owners.begin(), owners.end(), [&](stake_entry const& e) {
            return e.lower > 0.0 && is_tied[e.vertex];
        });
    });
    return out;
}

} // namespace

tied_vertices tied_in(ownership_network const& o, asked_state const& asked)
{
    tied_vertices out;
    for (std::uint32_t v = 0; v < o.num_vertices(); ++v) {
        auto const tie = tie_of(o.net().facts(), o.entity_at(v), asked);
        if (tie.certain == field<state_tie>{state_tie::organ}) {
            out.organs.push_back(v);
        }
        if (tie.possible == field<state_tie>{state_tie::organ}) {
            out.possible_organs.push_back(v);
        } else if (tie.certain == field<state_tie>{state_tie::controlled}) {
            out.controlled.push_back(v);
        } else if (tie.possible) {
            out.backed.push_back(v);
        }
    }
    return out;
}

held_parts state_look_through(ownership_network const& o, stake_matrix const& capital,
                              tied_vertices const& tied, unknown_owners unknown,
                              run_options const& run)
{
    auto const w = with_unnamed_organs(capital, unexplained(capital, tied));
    auto const unnamed = static_cast<std::uint32_t>(w.num_vertices() - 1);
    look_through_options options;
    options.unknown = unknown;
    options.ultimate = o.ultimate();
    auto found = look_through(w, joined(std::span{&unnamed, 1}, tied.organs), options, run);
    if (tied.possible_organs.size() == tied.organs.size()) {
        return found;
    }
    auto const most =
        look_through(w, joined(std::span{&unnamed, 1}, tied.possible_organs), options, run);
    return held_parts{{found.lowers().begin(), found.lowers().end()},
                      {most.uppers().begin(), most.uppers().end()},
                      found.is_sharp() && most.is_sharp()};
}

} // namespace capgraph::inline v0::detail
