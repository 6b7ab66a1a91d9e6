// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Stakes as they are published, by name, and the kernels' answers about them.

#include <capgraph/algorithm/control.hpp>
#include <capgraph/algorithm/first_passage.hpp>
#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/algorithm/set_rule.hpp>
#include <capgraph/algorithm/simple_path.hpp>
#include <capgraph/algorithm/walk_sum.hpp>
#include <capgraph/algorithm/weakest_link.hpp>

#include <algorithm>
#include <cstdint>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::test {

using name_set = std::set<std::string>;

/// Who holds which part of whom; one figure, or two that it lies between.
struct named_stake {
    std::string owner;
    std::string owned;
    double lower = 0.0;
    double upper = -1.0; ///< Negative: as the lower one.
};

class named_stakes {
public:
    explicit named_stakes(std::vector<named_stake> const& stakes,
                          std::vector<std::pair<std::string, std::string>> const& declared = {})
    {
        std::vector<bounded_stake> all;
        for (auto const& s : stakes) {
            all.push_back({add(s.owner), add(s.owned), s.lower, s.upper < 0.0 ? s.lower : s.upper});
        }
        std::vector<declared_control> controls;
        for (auto const& [owner, owned] : declared) {
            controls.push_back({add(owner), add(owned), true});
        }
        power_ = voting_power{stake_matrix{names_.size(), all}, std::move(controls)};
    }

    [[nodiscard]] std::vector<std::string> const& names() const { return names_; }

    struct ends {
        double lower = 0.0;
        double upper = 0.0;
    };
    /// By look-through.
    [[nodiscard]] ends bounds(std::string const& holder, std::string const& company) const
    {
        auto const who = at(holder);
        auto const parts = look_through(stakes(), {&who, 1});
        return {parts.lower(at(company)), parts.upper(at(company))};
    }
    [[nodiscard]] double held(std::string const& holder, std::string const& company) const
    {
        return only(bounds(holder, company));
    }
    [[nodiscard]] double stake(std::string const& holder, std::string const& company) const
    {
        return stakes().least_of(at(company), at(holder));
    }
    [[nodiscard]] double walks(std::string const& holder, std::string const& company) const
    {
        return walk_sum(stakes(), at(holder)).lower(at(company));
    }
    [[nodiscard]] double passage(std::string const& holder, std::string const& company) const
    {
        return first_passage(stakes(), at(holder)).lower(at(company));
    }
    [[nodiscard]] double simple(std::string const& holder, std::string const& company) const
    {
        return simple_path(stakes(), at(holder)).lower[at(company)];
    }
    [[nodiscard]] double weakest(std::string const& holder, std::string const& company) const
    {
        return weakest_link(stakes(), at(holder)).lower[at(company)];
    }

    [[nodiscard]] name_set controlled_by(std::vector<std::string> const& group,
                                         control_options const& options = {}) const
    {
        return named(control_of(power_, at(group), options).certainly);
    }
    [[nodiscard]] name_set belonging_to(std::vector<std::string> const& listed,
                                        set_rule const& rule) const
    {
        return named(belongs_to(power_, at(listed), rule).certainly);
    }
    /// What the group and what it controls hold of `company`, as control counts it.
    [[nodiscard]] double votes_of(std::vector<std::string> const& group,
                                  std::string const& company) const
    {
        auto const controlled = controlled_by(group);
        auto sum = 0.0;
        for (auto const& e : stakes().owners_of(at(company))) {
            auto const& owner = names_[e.vertex];
            auto const is_member = std::find(group.begin(), group.end(), owner) != group.end();
            sum += owner != company && (is_member || controlled.contains(owner)) ? e.lower : 0.0;
        }
        return sum;
    }
    [[nodiscard]] name_set overfull() const
    {
        return named({stakes().overfull().begin(), stakes().overfull().end()});
    }

private:
    [[nodiscard]] stake_matrix const& stakes() const { return power_.votes(); }

    [[nodiscard]] std::uint32_t at(std::string const& name) const
    {
        auto const found = std::find(names_.begin(), names_.end(), name);
        return static_cast<std::uint32_t>(found - names_.begin());
    }
    [[nodiscard]] std::vector<std::uint32_t> at(std::vector<std::string> const& names) const
    {
        std::vector<std::uint32_t> out;
        for (auto const& name : names) {
            out.push_back(at(name));
        }
        return out;
    }
    [[nodiscard]] name_set named(std::vector<std::uint32_t> const& all) const
    {
        name_set out;
        for (auto const v : all) {
            out.insert(names_[v]);
        }
        return out;
    }
    std::uint32_t add(std::string const& name)
    {
        auto const place = at(name);
        if (place == names_.size()) {
            names_.push_back(name);
        }
        return place;
    }
    static double only(ends const& e) { return e.lower == e.upper ? e.lower : -1.0; }

    std::vector<std::string> names_;
    voting_power power_;
};

} // namespace capgraph::test
