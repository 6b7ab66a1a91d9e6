// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subject.hpp"

#include "failure.hpp"
#include "listed.hpp"

#include <capgraph/ledger/name_index.hpp>
#include <capgraph/query/controllers.hpp>

#include <algorithm>
#include <utility>
#include <vector>

namespace capgraph::cli {

namespace {

/// The entities of that name or alias, those that are the same once: byte for byte or, where there
/// is none such, after normalisation.
std::vector<entity_id> entities_called(name_index const& names, std::string_view word)
{
    auto found = names.find(word);
    auto const is_exact = [](name_match const& m) { return m.fit == name_fit::exact; };
    if (std::any_of(found.begin(), found.end(), is_exact)) {
        std::erase_if(found, [&](name_match const& m) { return !is_exact(m); });
    }
    std::vector<entity_id> out(found.size());
    std::transform(found.begin(), found.end(), out.begin(),
                   [](name_match const& m) { return m.entity; });
    return out;
}

/// What is told of a name that nobody has: the nearest ones, and why.
bad_usage nobody_called(subject const& s, name_index const& names, std::string_view word)
{
    auto near = names.candidates(word).names;
    near.resize(std::min<std::size_t>(near.size(), 3));
    std::string list;
    for (auto const& each : near) {
        append_listed(list, "'" + s.slug(each.entity) + "' (" + std::string{each.text} + ": "
                                + each.reason + ')');
    }
    return bad_usage{"found '" + std::string{word} + "', expected an entity, such as " + list};
}

/// What an unknown slug is told, without the place in a file that it has not.
bad_usage unknown(error const& e)
{
    return bad_usage{"found " + std::string{e.found()} + ", expected " + std::string{e.expected()}};
}

/// Whether anything had been reported of it: in its own record, or by who invests or is owned.
bool is_known(subject const& s, entity_id id)
{
    return s.facts().knows(s.data.book.record_of(id)) || s.net.find_entity(id)
           || s.net.find_investor(id) || !s.net.rounds_of(id).empty();
}

std::string deals(deal_status least)
{
    switch (least) {
    case deal_status::rumored:
        return "Deals of every status, rumours included";
    case deal_status::approached:
        return "Deals from the first approach on";
    case deal_status::in_talks:
        return "Deals in talks or further along";
    case deal_status::committed:
        return "Deals committed or closed";
    case deal_status::closed:
    case deal_status::withdrawn:
        break;
    }
    return "Closed deals";
}

} // namespace

network network_of(view const& facts, invocation const& what)
{
    return what.roll_up == roll_up::controller ? network_by_controllers(facts)
                                               : network{facts, {.roll_up = what.roll_up}};
}

subject read_subject(invocation const& what, std::istream& in)
{
    auto data = read_data(what.data, in, what.format);
    auto net = network_of(view{data.book, what.seen}, what);
    return {std::move(data), std::move(net)};
}

entity_id entity_meant(subject const& s, std::string_view word)
{
    auto found = s.data.book.find_entity(word);
    if (!found) {
        name_index const names{s.facts()};
        auto const called = entities_called(names, word);
        if (called.size() > 1) {
            throw bad_usage{"'" + std::string{word}
                            + "' is the name of several: " + slugs_of<entity_id>(s, called)};
        }
        if (called.size() == 1) {
            found = called.front();
        } else if (!names.candidates(word).names.empty()) {
            throw nobody_called(s, names, word);
        }
    }
    if (!found) {
        try {
            found = s.data.book.entity_at(word);
        } catch (error const& e) {
            throw unknown(e);
        }
    }
    if (!is_known(s, *found)) {
        throw error{error_code::not_known_at, "nothing reported of '" + s.slug(*found) + '\'',
                    "a later --known-at"};
    }
    return *found;
}

record_id round_meant(subject const& s, std::string_view slug)
{
    try {
        return s.data.book.round_at(slug);
    } catch (error const& e) {
        throw unknown(e);
    }
}

std::string names_of(subject const& s, std::span<entity_id const> ids)
{
    std::string out;
    for (auto const id : ids) {
        append_name(out, s.facts().name_of(id));
    }
    return out;
}

std::vector<std::string> name_list(subject const& s, std::span<entity_id const> ids)
{
    std::vector<std::string> out;
    for (auto const id : ids) {
        out.emplace_back(s.facts().name_of(id));
    }
    return out;
}

std::string view_text(invocation const& what)
{
    auto const& seen = what.seen;
    auto text = deals(seen.min_status);
    if (seen.known_at) {
        text += seen.known == certainty::possibly ? ", as possibly known on " : ", as known on ";
        text += to_string(*seen.known_at);
    }
    if (seen.valid_at) {
        text += ", holdings as of " + to_string(*seen.valid_at);
    }
    if (what.roll_up == roll_up::parents) {
        text += ", units counted as their parents";
    } else if (what.roll_up == roll_up::controller) {
        text += ", investors counted as who controls them";
    }
    return text + '.';
}

} // namespace capgraph::cli
