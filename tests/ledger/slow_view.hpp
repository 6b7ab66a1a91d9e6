// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// A view as the words define it: over a plain list of statements, by searching all of them for each
// question. Shares no code with the library but the records and their lists of fields.

#include "support/random_ledgers.hpp"

#include <capgraph/ledger/view.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <variant>
#include <vector>

namespace capgraph::test {

class slow_view {
public:
    slow_view(std::vector<told> statements, view_options options)
        : all_{std::move(statements)}, options_{std::move(options)}
    {
        for (std::size_t i = 0; i < all_.size(); ++i) {
            keys_.push_back(key_of(i));
            taken_.push_back(counts(i));
        }
    }

    /// Whether statement `i` counts.
    [[nodiscard]] bool takes(std::size_t i) const { return taken_[i]; }

    /// The record that statement `i` is about, as the statements that count make it.
    template <class Record>
    [[nodiscard]] std::optional<Record> find(std::size_t i) const
    {
        auto const everything = about<Record>(i, false);
        auto const known = about<Record>(i, true);
        if (known.empty()) {
            return std::nullopt;
        }
        Record result;
        for_each_field<Record>([&](auto const& f) {
            auto const is_timeless = rule_of<Record>(f.name) == "timeless";
            make(result.*f.member, f, is_timeless ? everything : known);
        });
        if constexpr (std::same_as<Record, holding> || std::same_as<Record, relation>) {
            if (!holds(result.valid_from, result.valid_until)) {
                return std::nullopt;
            }
        }
        return result;
    }

    /// The statements about the same record as `i` that count, the weightiest last.
    [[nodiscard]] std::vector<std::size_t> statements_of(std::size_t i) const
    {
        std::vector<std::size_t> found;
        for (std::size_t j = 0; j < all_.size(); ++j) {
            if (keys_[j] == keys_[i] && takes(j)) {
                found.push_back(j);
            }
        }
        std::sort(found.begin(), found.end(),
                  [this](std::size_t a, std::size_t b) { return weight(a) < weight(b); });
        return found;
    }

    /// All entities that a chain of joins ties to `id`.
    [[nodiscard]] std::vector<entity_id> same_as(entity_id id) const
    {
        std::vector<entity_id> found{id};
        for (std::size_t before = 0; before != found.size();) {
            before = found.size();
            for (std::size_t i = 0; i < all_.size(); ++i) {
                auto const* const join = std::get_if<capgraph::same_as>(&all_[i].record);
                if (join != nullptr && takes(i) && touches(*join->entities, found)) {
                    for (auto const e : *join->entities) {
                        if (std::find(found.begin(), found.end(), e) == found.end()) {
                            found.push_back(e);
                        }
                    }
                }
            }
        }
        return found;
    }

    [[nodiscard]] date reported_on(std::size_t i) const
    {
        auto const& said = all_[i].said;
        auto const asks_relay = options_.relays == relays::as_relayed && said.source.has_value()
                                && !said.attributed_to.empty();
        return said.reported_on && !asks_relay ? *said.reported_on : published(i);
    }

    [[nodiscard]] date as_of(std::size_t i) const
    {
        auto const& said = all_[i].said;
        return said.as_of.value_or(said.reported_on.value_or(published(i)));
    }

private:
    using day = std::int64_t;
    static constexpr day never = std::numeric_limits<day>::max();
    static constexpr day always = std::numeric_limits<day>::min();

    static day first(date d)
    {
        return d.has_first() ? d.first_day().time_since_epoch().count() : always;
    }
    static day last(date d)
    {
        return d.has_last() ? d.last_day().time_since_epoch().count() : never;
    }

    static bool touches(std::vector<entity_id> const& a, std::vector<entity_id> const& b)
    {
        return std::find_first_of(a.begin(), a.end(), b.begin(), b.end()) != a.end();
    }

    /// The day that the source of statement `i` gives itself.
    [[nodiscard]] date published(std::size_t i) const
    {
        date found;
        for (auto const& other : all_) {
            auto const* const paper = std::get_if<source_record>(&other.record);
            if (paper != nullptr && all_[i].said.source
                && paper->slug == slug_of_source(*all_[i].said.source)
                && paper->published.is_said()) {
                found = paper->published.value_or(date{});
            }
        }
        return found;
    }

    /// Sources stand first in a story, in the order of their ids.
    [[nodiscard]] std::string_view slug_of_source(record_id id) const
    {
        return std::get<source_record>(all_.at(index_of(id)).record).slug;
    }

    [[nodiscard]] bool is_visible(std::size_t i) const
    {
        if (std::holds_alternative<source_record>(all_[i].record)) {
            return true;
        }
        auto const& wanted = options_.sources;
        auto const& source = all_[i].said.source;
        if (!wanted.empty() && source
            && std::find(wanted.begin(), wanted.end(), *source) == wanted.end()) {
            return false;
        }
        if (!options_.known_at) {
            return true;
        }
        auto const reported = reported_on(i);
        if (options_.known == certainty::possibly) {
            return first(reported) <= last(*options_.known_at);
        }
        return last(reported) != never && last(reported) <= last(*options_.known_at);
    }

    /// Whether statement `i` is visible and no retraction that counts takes it back.
    [[nodiscard]] bool counts(std::size_t i) const
    {
        if (!is_visible(i)) {
            return false;
        }
        for (std::size_t r = 0; r < all_.size(); ++r) {
            auto const* const back = std::get_if<retraction>(&all_[r].record);
            if (back != nullptr && *back->retracted == all_[i].said.statement && counts(r)) {
                return false;
            }
        }
        return true;
    }

    /// By last day of the moment, then of the report, then by position.
    [[nodiscard]] std::tuple<day, day, std::size_t> weight(std::size_t i) const
    {
        return {last(as_of(i)), last(reported_on(i)), i};
    }

    /// What makes two statements speak of one record, as text.
    [[nodiscard]] std::string key_of(std::size_t i) const
    {
        auto const n = [](auto const& id) { return id ? std::to_string(index_of(*id)) : "-"; };
        auto const v = [](auto const& said) {
            return said ? std::to_string(static_cast<int>(*said)) : std::string{"-"};
        };
        struct {
            std::size_t i;
            decltype(n)& id;
            decltype(v)& value;
            std::string operator()(source_record const& r) const
            {
                return "s " + std::string{r.slug};
            }
            std::string operator()(entity const& r) const { return "e " + std::string{r.slug}; }
            std::string operator()(funding_round const& r) const
            {
                return "r " + std::string{r.slug};
            }
            std::string operator()(participation const& r) const
            {
                return "p " + id(r.round) + ' ' + id(r.company) + ' ' + id(r.investor);
            }
            std::string operator()(valuation const& r) const
            {
                return "v " + id(r.company) + ' ' + id(r.round) + ' ' + value(plain_key(r).basis);
            }
            std::string operator()(holding const& r) const
            {
                return "h " + id(r.owner) + ' ' + id(r.owned) + ' ' + value(plain_key(r).basis)
                       + ' ' + std::string{r.share_class.value_or("")} + ' '
                       + (r.indirect.value_or(false) ? "indirect" : "direct");
            }
            std::string operator()(relation const& r) const
            {
                return "l " + value(r.type) + ' ' + id(r.from) + ' ' + id(r.to);
            }
            std::string operator()(absence const& r) const
            {
                return "a " + id(r.entity) + ' ' + value(r.of);
            }
            std::string operator()(rate const& r) const
            {
                return "q " + std::string{r.base->code()} + std::string{r.quote->code()}
                       + to_string(*r.date);
            }
            std::string operator()(capgraph::same_as const&) const
            {
                return "j " + std::to_string(i);
            }
            std::string operator()(retraction const&) const { return "t " + std::to_string(i); }
        } const key{i, n, v};
        return std::visit(key, all_[i].record);
    }

    /// The rule of a field, by design's words.
    template <class Record>
    static std::string_view rule_of(std::string_view name)
    {
        using one_of = std::vector<std::string_view>;
        auto const is = [&](one_of const& names) {
            return std::find(names.begin(), names.end(), name) != names.end();
        };
        if (std::same_as<Record, entity> && is({"name", "kind"})) {
            return "timeless";
        }
        if (std::same_as<Record, funding_round> && is({"company", "kind"})) {
            return "timeless";
        }
        if (is({"aliases", "identifiers", "rights"})) {
            return "joined";
        }
        return "";
    }

    /// A statement about a record, with what its key leaves unsaid made plain.
    template <class Record>
    struct word {
        Record said;
        bool denies;
    };

    template <class Record>
    [[nodiscard]] std::vector<word<Record>> about(std::size_t i, bool only_taken) const
    {
        std::vector<std::size_t> found;
        for (std::size_t j = 0; j < all_.size(); ++j) {
            if (keys_[j] == keys_[i] && (!only_taken || takes(j))) {
                found.push_back(j);
            }
        }
        std::sort(found.begin(), found.end(),
                  [this](std::size_t a, std::size_t b) { return weight(a) < weight(b); });
        std::vector<word<Record>> words;
        words.reserve(found.size());
        for (auto const j : found) {
            words.push_back({plain_key(std::get<Record>(all_[j].record)), all_[j].said.denial});
        }
        return words;
    }

    static holding plain_key(holding r)
    {
        r.basis = r.basis.value_or(holding_basis::equity);
        r.indirect = r.indirect.value_or(false);
        return r;
    }
    static valuation plain_key(valuation r)
    {
        r.basis = r.basis.value_or(valuation_basis::unspecified);
        return r;
    }
    template <class Record>
    static Record plain_key(Record r)
    {
        return r;
    }

    template <class Record, class Field>
    void make(std::string_view& slug, Field const& f, std::vector<word<Record>> const& words) const
    {
        slug = words.front().said.*f.member;
    }

    /// The latest word that says anything stands.
    template <class T, class Field, class Record>
    void make(field<T>& value, Field const& f, std::vector<word<Record>> const& words) const
    {
        for (auto const& w : words) {
            auto const& said = w.said.*f.member;
            value = said.is_withdrawn() ? field<T>{} : said.has_value() ? said : value;
        }
    }

    /// Lists that are joined: each item once, since the last withdrawal.
    template <class T, class Field, class Record>
    void make(field<std::vector<T>>& value, Field const& f,
              std::vector<word<Record>> const& words) const
    {
        auto const is_joined = rule_of<Record>(f.name) == "joined";
        std::optional<std::vector<T>> items;
        for (auto const& w : words) {
            auto const& said = w.said.*f.member;
            if (said.is_withdrawn() || (said && !is_joined)) {
                items.reset();
            }
            if (!said) {
                continue;
            }
            items = items ? items : std::vector<T>{};
            for (auto const& item : *said) {
                if (!is_joined || std::count(items->begin(), items->end(), item) == 0) {
                    items->push_back(item);
                }
            }
        }
        value = items ? field<std::vector<T>>{*items} : field<std::vector<T>>{};
    }

    /// The strongest since the last withdrawal; of those the last.
    template <class Field, class Record>
    void make(field<state_link>& value, Field const& f,
              std::vector<word<Record>> const& words) const
    {
        std::vector<state_link> since;
        for (auto const& w : words) {
            auto const& said = w.said.*f.member;
            if (said.is_withdrawn()) {
                since.clear();
            } else if (said) {
                since.push_back(*said);
            }
        }
        value = {};
        auto best = since.begin();
        for (auto it = since.begin(); it != since.end(); ++it) {
            best = static_cast<int>(it->link) >= static_cast<int>(best->link) ? it : best;
        }
        if (best != since.end()) {
            value = *best;
        }
    }

    /// The latest, but closed yields to null, to withdrawn and to a denial alone.
    template <class Field, class Record>
    void make(field<deal_status>& value, Field const& f,
              std::vector<word<Record>> const& words) const
    {
        value = {};
        for (auto const& w : words) {
            auto const& said = w.said.*f.member;
            auto const is_closed = value == deal_status::closed;
            auto const may = !is_closed || w.denies || said.is_withdrawn()
                             || said == deal_status::withdrawn || said == deal_status::closed;
            if (said.is_said() && may) {
                value = said.has_value() ? said : field<deal_status>{};
            }
        }
    }

    /// Possibly: for some days in both ends and in the moment. Certainly: for all of them.
    [[nodiscard]] bool holds(field<date> const& from, field<date> const& until) const
    {
        if (!options_.valid_at) {
            return true;
        }
        auto const begin = from.value_or(date{});
        auto const end = until.value_or(date{});
        auto const at = *options_.valid_at;
        if (options_.valid == certainty::possibly) {
            return std::max(first(begin), first(at)) <= std::min(last(end), last(at));
        }
        return last(begin) != never && first(at) != always && last(begin) <= first(at)
               && last(at) != never && first(end) != always && last(at) <= first(end);
    }

    std::vector<told> all_;
    view_options options_;
    std::vector<std::string> keys_; ///< Of the record that each statement is about.
    std::vector<bool> taken_;
};

} // namespace capgraph::test
