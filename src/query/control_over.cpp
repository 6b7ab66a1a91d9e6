// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/control_over.hpp>

#include "control_options_of.hpp"

#include "../run/without_progress.hpp"

#include <algorithm>
#include <iterator>
#include <unordered_set>
#include <utility>

namespace capgraph::inline v0 {

namespace {

using vertices = std::vector<std::uint32_t>;

vertices vertices_of(ownership_network const& n, std::span<entity_id const> entities)
{
    vertices out;
    for (auto const id : entities) {
        out.push_back(n.vertex_of(id));
    }
    return out;
}

/// What the members hold of `v` together.
part_bounds held_of(stake_matrix const& w, std::uint32_t v,
                    std::unordered_set<std::uint32_t> const& members)
{
    part_bounds sum;
    auto others = 0.0;
    for (auto const& e : w.owners_of(v)) {
        if (members.contains(e.vertex)) {
            sum.lower += e.lower;
            sum.upper += w.most_of(v, e.vertex);
        } else {
            others += e.lower;
        }
    }
    return {std::min(1.0, sum.lower),
            std::clamp(1.0 - others, std::min(1.0, sum.lower), std::min(1.0, sum.upper))};
}

std::vector<controlled_entity> told(ownership_network const& n, stake_matrix const& w,
                                    vertices const& group, controlled_set const& found)
{
    std::unordered_set<std::uint32_t> certain{group.begin(), group.end()};
    certain.insert(found.certainly.begin(), found.certainly.end());
    auto all = certain;
    all.insert(found.possibly.begin(), found.possibly.end());
    std::vector<controlled_entity> out;
    for (auto const v : found.certainly) {
        out.push_back({n.entity_at(v), true, held_of(w, v, certain)});
    }
    for (auto const v : found.possibly) {
        if (!certain.contains(v)) {
            out.push_back({n.entity_at(v), false, held_of(w, v, all)});
        }
    }
    return out;
}

} // namespace

std::vector<controlled_entity> controlled_by(ownership_network const& n,
                                             std::span<entity_id const> group,
                                             control_rule const& rule, run_options const& run)
{
    auto const starts = vertices_of(n, group);
    return told(n, n.power().votes(), starts,
                control_of(n.power(), starts, detail::control_options_of(n, rule), run));
}

told_derivation why_controls(ownership_network const& n, std::span<entity_id const> group,
                             entity_id company, control_rule const& rule, std::size_t most_steps,
                             run_options const& run)
{
    auto const starts = vertices_of(n, group);
    auto const target = n.vertex_of(company);
    auto const options = detail::control_options_of(n, rule);
    told_derivation out;
    for (auto const certainly : {true, false}) {
        auto const why =
            why_controlled(n.power(), starts, target, {certainly, most_steps}, options, run);
        if (why.steps.empty()) {
            continue;
        }
        out.is_certain = certainly;
        out.is_cut = why.is_cut;
        for (auto const& step : why.steps) {
            told_step told{n.entity_at(step.controlled), std::nullopt, {}};
            if (step.declared_by) {
                told.declared_by = n.entity_at(*step.declared_by);
            }
            for (auto const& v : step.votes) {
                told.votes.push_back({n.entity_at(v.holder), {v.lower, v.upper}});
            }
            out.steps.push_back(std::move(told));
        }
        break;
    }
    return out;
}

namespace {

/// What grows from `start` by the rule's parts of the capital and, where it takes control, by
/// control: in turn, until neither adds anything.
vertices grown(ownership_network const& n, voting_power const& by_capital, vertices const& start,
               set_rule const& rule, vertices controlled_set::*which, run_options const& run)
{
    auto const options = detail::control_options_of(n, {});
    vertices found;
    auto group = start;
    auto const add = [&](vertices const& more) {
        group.insert(group.end(), more.begin(), more.end());
        found.insert(found.end(), more.begin(), more.end());
    };
    for (auto is_growing = true; is_growing;) {
        auto const before = group.size();
        add(belongs_to(by_capital, group, rule, run).*which);
        if (rule.takes_control) {
            add(control_of(n.power(), group, options, run).*which);
        }
        is_growing = rule.takes_control && group.size() != before;
    }
    return found;
}

/// Those found so far, in the order in which they were, and not the listed ones.
class findings {
public:
    explicit findings(vertices const& listed) : seen_{listed.begin(), listed.end()} {}

    void add(vertices const& more)
    {
        std::copy_if(more.begin(), more.end(), std::back_inserter(all_),
                     [this](std::uint32_t v) { return seen_.insert(v).second; });
    }
    [[nodiscard]] vertices take() { return std::move(all_); }

private:
    std::unordered_set<std::uint32_t> seen_;
    vertices all_;
};

} // namespace

std::vector<controlled_entity> screened(ownership_network const& n,
                                        std::span<entity_id const> listed, set_rule const& rule,
                                        run_options const& run)
{
    auto const starts = vertices_of(n, listed);
    auto const quiet = detail::without_progress(run);
    voting_power const by_capital{n.capital()};
    auto adding_up = rule; // within a set that grows from one of the listed, parts do
    adding_up.adds_up = true;
    adding_up.name = rule.name;
    std::vector<vertices> groups{starts};
    if (!rule.adds_up) {
        groups.clear();
        for (auto const v : starts) {
            groups.push_back({v});
        }
    }
    findings certainly{starts};
    findings possibly{starts};
    for (auto const& group : groups) {
        certainly.add(grown(n, by_capital, group, adding_up, &controlled_set::certainly, quiet));
        possibly.add(grown(n, by_capital, group, adding_up, &controlled_set::possibly, quiet));
    }
    controlled_set all;
    all.certainly = certainly.take();
    all.possibly = possibly.take();
    return told(n, n.capital(), starts, all);
}

} // namespace capgraph::inline v0
