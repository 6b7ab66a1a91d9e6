// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"
#include "missing.hpp"

#include <set>

namespace capgraph::inline v0::detail {

namespace {

/// Who goes by one name.
struct bearers {
    std::vector<known<entity> const*> by_name;
    std::vector<known<entity> const*> by_alias;
};

/// Whether these are two entities or more, by who stands for them.
bool are_two(diagnosis const& d, std::vector<known<entity> const*> const& all)
{
    std::set<entity_id> who;
    for (auto const* const e : all) {
        who.insert(d.self(d.id_of(*e)));
    }
    return who.size() > 1;
}

std::vector<part> parts_of(std::vector<known<entity> const*> const& all, std::string_view field)
{
    std::vector<part> out;
    for (auto const* const e : all) {
        out.push_back({e->id, field});
    }
    return out;
}

void check_alias(diagnosis& d, std::string_view name, bearers const& of)
{
    auto all = of.by_alias;
    all.insert(all.end(), of.by_name.begin(), of.by_name.end());
    if (!are_two(d, all)) {
        return;
    }
    auto parts = parts_of(of.by_alias, "aliases");
    auto const named = parts_of(of.by_name, "name");
    parts.insert(parts.end(), named.begin(), named.end());
    auto const expected = "a name of one entity, or entities that are joined by 'same_as'";
    if (of.by_name.empty()) {
        d.add("alias-of-two", parts,
              quoted(name) + " as an alias of " + std::to_string(of.by_alias.size()) + " entities",
              expected);
    } else {
        d.add("alias-that-names-another", parts,
              quoted(name) + " as an alias of " + quoted(of.by_alias.front()->is.slug)
                  + " and the name of " + quoted(of.by_name.front()->is.slug),
              expected);
    }
}

} // namespace

void diagnose_names(diagnosis& d)
{
    std::map<std::string_view, bearers> all;
    for (auto const& e : d.all<entity>()) {
        if (e.is.name) {
            all[*e.is.name].by_name.push_back(&e);
        }
        for (auto const alias : e.is.aliases.value_or({})) {
            if (e.is.name != alias) {
                all[alias].by_alias.push_back(&e);
            }
        }
    }
    for (auto const& [name, of] : all) {
        if (are_two(d, of.by_name)) {
            d.add("name-of-two", parts_of(of.by_name, "name"),
                  quoted(name) + " as the name of " + std::to_string(of.by_name.size())
                      + " entities",
                  "two names, or entities that are joined by 'same_as'");
        }
        if (!of.by_alias.empty()) {
            check_alias(d, name, of);
        }
    }
}

} // namespace capgraph::inline v0::detail
