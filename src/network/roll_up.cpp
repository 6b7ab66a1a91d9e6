// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/network/roll_up.hpp>

#include <capgraph/model/entity.hpp>
#include <capgraph/model/relation.hpp>

#include <algorithm>
#include <cstddef>
#include <optional>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0 {

namespace {

/// What a relation puts where: the part under the whole. Null for relations of other types.
struct parenthood {
    entity_id child;
    entity_id parent;
};

std::optional<parenthood> parenthood_of(relation const& r)
{
    switch (*r.type) {
    case relation_type::unit_of:
        return parenthood{*r.from, *r.to};
    case relation_type::parent_of:
        return parenthood{*r.to, *r.from};
    case relation_type::manager_of:
    case relation_type::founder_of:
    case relation_type::officer_of:
        break;
    }
    return std::nullopt;
}

bool ends_roll_up(view const& facts, entity_id parent)
{
    auto const names = facts.same_as(parent);
    return std::any_of(names.begin(), names.end(), [&](entity_id each) {
        auto const kind = facts.at(each).kind;
        return kind == entity_kind::person || kind == entity_kind::government
               || kind == entity_kind::state_body;
    });
}

class parent_finder {
public:
    explicit parent_finder(view const& facts) : facts_{&facts} {}

    void add(parenthood p)
    {
        p = {facts_->representative(p.child), facts_->representative(p.parent)};
        if (p.child == p.parent || ends_roll_up(*facts_, p.parent)) {
            return;
        }
        grow(p.child);
        grow(p.parent);
        auto& known = parent_[index_of(p.child)];
        if (known == p.child || facts_->slug_of(p.parent) < facts_->slug_of(known)) {
            known = p.parent;
        }
    }

    /// The last of each chain of parents; each circle ends at its first entity by slug.
    [[nodiscard]] std::vector<entity_id> take()
    {
        open_circles();
        for (std::size_t start = 0; start < parent_.size(); ++start) {
            auto const last = last_of(start);
            for (auto at = start; parent_[at] != last;) {
                at = index_of(std::exchange(parent_[at], last)); // what was walked is known
            }
        }
        return std::move(parent_);
    }

private:
    void open_circles()
    {
        std::vector<std::size_t> walk_of(parent_.size(), 0);
        for (std::size_t start = 0; start < parent_.size(); ++start) {
            auto at = start;
            while (walk_of[at] == 0) {
                walk_of[at] = start + 1;
                at = index_of(parent_[at]);
            }
            if (walk_of[at] == start + 1) {
                open_circle(at);
            }
        }
    }

    [[nodiscard]] entity_id last_of(std::size_t at) const
    {
        while (index_of(parent_[at]) != at) {
            at = index_of(parent_[at]);
        }
        return entity_id{static_cast<std::uint32_t>(at)};
    }

    void grow(entity_id id)
    {
        for (auto i = parent_.size(); i <= index_of(id); ++i) {
            parent_.push_back(entity_id{static_cast<std::uint32_t>(i)});
        }
    }

    void open_circle(std::size_t on_it)
    {
        auto first = entity_id{static_cast<std::uint32_t>(on_it)};
        for (auto at = parent_[on_it]; index_of(at) != on_it; at = parent_[index_of(at)]) {
            first = facts_->slug_of(at) < facts_->slug_of(first) ? at : first;
        }
        parent_[index_of(first)] = first;
    }

    view const* facts_;
    std::vector<entity_id> parent_;
};

} // namespace

roll_up_map::roll_up_map(view const& facts, roll_up rule) : facts_{facts}
{
    if (rule == roll_up::none) {
        return;
    }
    if (rule == roll_up::controller) {
        throw std::invalid_argument{"capgraph::roll_up_map: control is a question of its own: see "
                                    "network_by_controllers"};
    }
    parent_finder parents{facts};
    for (auto const id : facts.records(record_kind::relation)) {
        if (auto const found = parenthood_of(facts.at<relation>(id))) {
            parents.add(*found);
        }
    }
    top_ = parents.take();
}

roll_up_map::roll_up_map(view const& facts, std::span<std::pair<entity_id, entity_id> const> tops)
    : facts_{facts}
{
    for (auto const& [entity, top] : tops) {
        auto const one = facts.representative(entity);
        for (auto i = top_.size(); i <= index_of(one); ++i) {
            top_.push_back(entity_id{static_cast<std::uint32_t>(i)});
        }
        top_[index_of(one)] = facts.representative(top);
    }
}

entity_id roll_up_map::operator()(entity_id entity) const
{
    auto const one = facts_.representative(entity);
    return index_of(one) < top_.size() ? top_[index_of(one)] : one;
}

} // namespace capgraph::inline v0
