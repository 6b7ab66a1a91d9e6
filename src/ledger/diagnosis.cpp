// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "diagnosis.hpp"

#include "missing.hpp"
#include "record_name.hpp"
#include "state_of.hpp"

#include <capgraph/model/field_description.hpp>

#include <algorithm>

namespace capgraph::inline v0::detail {

namespace {

diagnostic_rule const& rule_of(std::string_view id)
{
    auto const rules = diagnostic_rules();
    return *std::lower_bound(rules.begin(), rules.end(), id,
                             [](diagnostic_rule const& r, std::string_view x) { return r.id < x; });
}

/// The last of `words` that says what `value`, a folded field, has come to; else the last that says
/// anything of it.
template <class Record>
std::optional<statement_id> last_word(view_state const& s, std::vector<std::uint32_t> const& words,
                                      Record const& folded, std::string_view field)
{
    std::optional<statement_id> exact;
    std::optional<statement_id> any;
    for_each_field<Record>([&](auto const& f) {
        if constexpr (requires { (folded.*f.member).is_said(); }) {
            if (f.name != field) {
                return;
            }
            for (auto const i : words) {
                auto const record = s.rows->said<Record>(i);
                auto const& said = record.*f.member;
                if (said.is_said()) {
                    any = statement_id{i};
                    exact = said == folded.*f.member ? any : exact;
                }
            }
        }
    });
    return exact ? exact : any;
}

} // namespace

diagnosis::diagnosis(view const& seen, diagnose_options const& options)
    : seen_{seen}, state_{state_of(seen).get()}, options_{options}, keys_(state_->num_records)
{
    [&]<class... Records>(std::tuple<Records...>*) {
        (read<Records>(), ...);
    }(static_cast<record_types*>(nullptr));
    entities_.reserve(state_->num_entities);
    for (std::uint32_t i = 0; i < state_->num_entities; ++i) {
        entities_.push_back(seen.at(entity_id{i}));
    }
    auto const& rounds = all<funding_round>();
    for (std::size_t i = 0; i < rounds.size(); ++i) {
        round_at_.emplace(rounds[i].id, i);
    }
    read_deals();
}

template <class Record>
void diagnosis::read()
{
    std::vector<record_id> ids;
    for (std::uint32_t i = 0; i < state_->num_records; ++i) {
        auto const& row = state_->rows->records[i];
        if (row.kind == kind_of<Record> && row.is_described()) {
            keys_[i] = record_name(*state_, record_id{i}); // also of what does not hold now
            ids.push_back(record_id{i});
        }
    }
    std::sort(ids.begin(), ids.end(),
              [this](record_id a, record_id b) { return key_of(a) < key_of(b); });
    auto& to = std::get<std::vector<known<Record>>>(records_);
    for (auto const id : ids) {
        if (auto found = seen_.find<Record>(id)) {
            to.push_back({id, *std::move(found)});
        }
    }
}

void diagnosis::read_deals()
{
    for (auto const& p : all<participation>()) {
        auto const* const round = find_round(p.is.round);
        // What is known of its round may be less than what is known of itself: then it has none.
        auto const company = p.is.company ? *p.is.company : seen_.company_of(*p.is.round);
        deal next{&p, round, self(company), self(*p.is.investor), {}, {}};
        auto const& status = p.is.status || round == nullptr ? p.is.status : round->is.status;
        next.status = status ? std::optional{*status} : std::nullopt;
        auto const spoken = seen_.as_of(seen_.statements_of(p.id).back());
        next.day = date::between(date{}, spoken);
        if (round != nullptr && (round->is.closed || round->is.announced)) {
            next.day = round->is.closed ? *round->is.closed : *round->is.announced;
        }
        deals_.push_back(next);
    }
    for (auto const& each : deals_) {
        if (each.said->is.round) {
            deals_of_[*each.said->is.round].push_back(&each);
        }
    }
}

std::vector<deal const*> const& diagnosis::deals_of(record_id round) const
{
    static std::vector<deal const*> const none_known;
    auto const found = deals_of_.find(round);
    return found == deals_of_.end() ? none_known : found->second;
}

known<funding_round> const* diagnosis::find_round(field<record_id> const& id) const
{
    auto const found = id ? round_at_.find(*id) : round_at_.end();
    return found == round_at_.end() ? nullptr : &all<funding_round>()[found->second];
}

entity_id diagnosis::id_of(known<entity> const& each) const
{
    return *state_->rows->find_entity(each.is.slug);
}

std::string diagnosis::named(entity_id id) const
{
    return quoted(state_->slug_of(id));
}

std::string diagnosis::named(record_id id) const
{
    return quoted(state_->slug_of(id));
}

std::string diagnosis::described(record_id id) const
{
    auto const& row = state_->record_at(id);
    auto const kind = "the " + std::string{to_string(row.kind)} + ' ';
    if (has_slug(row.kind)) {
        return kind + quoted(state_->slug_of(id));
    }
    // The first parts of a key tell what is meant: who and whom, or of what and when.
    std::string parts;
    std::string_view rest = key_of(id);
    for (int shown = 0; shown < 3 && !rest.empty();) {
        auto const part = rest.substr(0, rest.find('\n'));
        rest.remove_prefix(part.size() + 1);
        if (!part.empty()) {
            parts.append(shown++ == 0 ? "" : ", ").append(part);
        }
    }
    return kind + '(' + parts + ')';
}

std::optional<statement_id> diagnosis::deciding(part const& of)
{
    auto const tried = decided_.try_emplace({of.record, of.field});
    auto& decides = tried.first->second;
    if (!tried.second) {
        return decides;
    }
    auto const words = state_->by_weight(of.record, false);
    if (of.field.empty()) {
        decides = words.empty() ? std::nullopt : std::optional{statement_id{words.back()}};
        return decides;
    }
    with_record_type(state_->record_at(of.record).kind, [&]<class Record>() {
        if (auto const folded = seen_.find<Record>(of.record)) {
            decides = last_word(*state_, words, *folded, of.field);
        }
    });
    return decides;
}

void diagnosis::add(std::string_view rule, std::vector<part> const& parts, std::string found,
                    std::string expected)
{
    std::vector<record_id> records;
    std::vector<statement_id> statements;
    for (auto const& each : parts) {
        records.push_back(each.record);
        if (auto const id = deciding(each)) {
            statements.push_back(*id);
        }
    }
    add(rule, std::move(records), std::move(statements), std::move(found), std::move(expected));
}

void diagnosis::add(std::string_view rule, std::vector<record_id> records,
                    std::vector<statement_id> statements, std::string found, std::string expected)
{
    std::sort(statements.begin(), statements.end());
    statements.erase(std::unique(statements.begin(), statements.end()), statements.end());
    add_in_order(rule, std::move(records), std::move(statements), std::move(found),
                 std::move(expected));
}

void diagnosis::add_in_order(std::string_view rule, std::vector<record_id> records,
                             std::vector<statement_id> statements, std::string found,
                             std::string expected)
{
    auto const by_kind_and_key = [this](record_id a, record_id b) {
        auto const kind = [this](record_id id) { return state_->record_at(id).kind; };
        return std::tuple{kind(a), std::string_view{key_of(a)}, a}
               < std::tuple{kind(b), std::string_view{key_of(b)}, b};
    };
    std::sort(records.begin(), records.end(), by_kind_and_key);
    records.erase(std::unique(records.begin(), records.end()), records.end());
    found_.push_back({rule_of(rule), std::move(records), std::move(statements), std::move(found),
                      std::move(expected)});
}

bool diagnosis::comes_first(diagnostic const& a, diagnostic const& b) const
{
    if (a.rule.severity != b.rule.severity) {
        return a.rule.severity > b.rule.severity;
    }
    if (a.rule.id != b.rule.id) {
        return a.rule.id < b.rule.id;
    }
    auto const [x, y] =
        std::mismatch(a.records.begin(), a.records.end(), b.records.begin(), b.records.end(),
                      [this](record_id r, record_id s) { return key_of(r) == key_of(s); });
    if (x != a.records.end() && y != b.records.end()) {
        return key_of(*x) < key_of(*y);
    }
    if (a.records.size() != b.records.size()) {
        return a.records.size() < b.records.size();
    }
    return std::tie(a.found, a.statements) < std::tie(b.found, b.statements);
}

std::vector<diagnostic> diagnosis::take()
{
    std::sort(found_.begin(), found_.end(),
              [this](auto const& a, auto const& b) { return comes_first(a, b); });
    return std::move(found_);
}

} // namespace capgraph::inline v0::detail
