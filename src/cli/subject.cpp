// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "subject.hpp"

#include "failure.hpp"
#include "listed.hpp"

#include <algorithm>
#include <utility>
#include <vector>

namespace capgraph::cli {

namespace {

char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
}

bool same_word(std::string_view a, std::string_view b)
{
    return std::equal(a.begin(), a.end(), b.begin(), b.end(),
                      [](char x, char y) { return lower(x) == lower(y); });
}

bool is_called(entity const& e, std::string_view word)
{
    auto const aliases = e.aliases.value_or({});
    return same_word(e.name.value_or({}), word)
           || std::any_of(aliases.begin(), aliases.end(),
                          [&](std::string_view alias) { return same_word(alias, word); });
}

/// The entities of that name or alias, those that are the same once.
std::vector<entity_id> entities_called(subject const& s, std::string_view word)
{
    std::vector<entity_id> out;
    for (auto const record : s.facts().records(record_kind::entity)) {
        auto const id = s.facts().entity_at(s.facts().slug_of(record));
        auto const stands = s.facts().representative(id);
        if (is_called(s.facts().at(id), word)
            && std::find(out.begin(), out.end(), stands) == out.end()) {
            out.push_back(stands);
        }
    }
    return out;
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

subject read_subject(invocation const& what, std::istream& in)
{
    auto data = read_data(what.data, in);
    network net{view{data.book, what.seen}, {.roll_up = what.roll_up}};
    return {std::move(data), std::move(net)};
}

entity_id entity_meant(subject const& s, std::string_view word)
{
    auto found = s.data.book.find_entity(word);
    if (!found) {
        auto const called = entities_called(s, word);
        if (called.size() > 1) {
            throw bad_usage{"'" + std::string{word}
                            + "' is the name of several: " + slugs_of<entity_id>(s, called)};
        }
        if (called.size() == 1) {
            found = called.front();
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

std::string names_of(subject const& s, std::span<entity_id const> ids, std::string_view separator)
{
    std::string out;
    for (auto const id : ids) {
        append_listed(out, s.facts().name_of(id), separator);
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
    }
    return text + '.';
}

} // namespace capgraph::cli
