// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "view_state.hpp"

#include <capgraph/ledger/diagnostics.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/record.hpp>

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <vector>

namespace capgraph::inline v0::detail {

/// A record of the view, folded.
template <class Record>
struct known {
    record_id id{};
    Record is{};
};

template <class Tuple>
struct known_records;
template <class... Records>
struct known_records<std::tuple<Records...>> {
    using type = std::tuple<std::vector<known<Records>>...>;
};

/// That an investor backs a company: a participation, with its round.
struct deal {
    known<participation> const* said = nullptr;
    known<funding_round> const* round = nullptr; ///< Null where none is known.
    entity_id company{};                         ///< Who stands for it.
    entity_id investor{};                        ///< Who stands for it.
    std::optional<deal_status> status{};         ///< Its own, or its round's.
    date day{}; ///< When it was made: its round's day, or whenever before it was spoken of.

    [[nodiscard]] bool is_closed() const noexcept { return status == deal_status::closed; }
};

/// What a finding is about: a record, and the field in question where it is one.
struct part {
    record_id record{};
    std::string_view field{};
};

/// What the rules look at, each record folded once and in an order that does not depend on that of
/// the statements, and what they find.
class diagnosis {
public:
    diagnosis(view const& seen, diagnose_options const& options);

    [[nodiscard]] view const& seen() const noexcept { return seen_; }
    [[nodiscard]] view_state const& state() const noexcept { return *state_; }
    [[nodiscard]] diagnose_options const& options() const noexcept { return options_; }

    /// The records of a kind that the view knows, by slug or key.
    template <record_type Record>
    [[nodiscard]] std::vector<known<Record>> const& all() const noexcept
    {
        return std::get<std::vector<known<Record>>>(records_);
    }
    [[nodiscard]] std::vector<deal> const& deals() const noexcept { return deals_; }
    /// Those of one round, by investor.
    [[nodiscard]] std::vector<deal const*> const& deals_of(record_id round) const;

    /// The round, where the view knows it.
    [[nodiscard]] known<funding_round> const* find_round(field<record_id> const& id) const;
    /// The entity; with its timeless fields alone where the view knows nothing of it.
    [[nodiscard]] entity const& at(entity_id id) const { return entities_[index_of(id)]; }
    /// Who stands for the entity.
    [[nodiscard]] entity_id self(entity_id id) const { return seen_.representative(id); }
    [[nodiscard]] bool are_one(entity_id a, entity_id b) const { return self(a) == self(b); }
    [[nodiscard]] record_id record_of(entity_id id) const { return state_->record_of(id); }
    [[nodiscard]] entity_id id_of(known<entity> const& each) const;
    /// The slug of the entity, quoted.
    [[nodiscard]] std::string named(entity_id id) const;
    /// The slug of the round or the source, quoted.
    [[nodiscard]] std::string named(record_id id) const;
    /// `the round 'r'`, `the holding (a, b, equity)`.
    [[nodiscard]] std::string described(record_id id) const;

    /// What orders the records of one kind.
    [[nodiscard]] std::string const& key_of(record_id id) const { return keys_[index_of(id)]; }

    /// Notes that the rule `id` finds something about `parts`.
    void add(std::string_view rule, std::vector<part> const& parts, std::string found,
             std::string expected);
    /// As above, of these statements.
    void add(std::string_view rule, std::vector<record_id> records,
             std::vector<statement_id> statements, std::string found, std::string expected);
    /// The same; the statements stay in the order given.
    void add_in_order(std::string_view rule, std::vector<record_id> records,
                      std::vector<statement_id> statements, std::string found,
                      std::string expected);

    /// All that was found, in the order of the contract.
    [[nodiscard]] std::vector<diagnostic> take();

private:
    template <class Record>
    void read();
    void read_deals();
    [[nodiscard]] std::optional<statement_id> deciding(part const& of);
    [[nodiscard]] bool comes_first(diagnostic const& a, diagnostic const& b) const;

    view seen_;
    view_state const* state_;
    diagnose_options options_;
    std::vector<std::string> keys_; ///< By record.
    known_records<record_types>::type records_;
    std::vector<entity> entities_; ///< By id.
    std::map<record_id, std::size_t> round_at_;
    std::vector<deal> deals_;
    std::map<record_id, std::vector<deal const*>> deals_of_;
    std::map<std::pair<record_id, std::string_view>, std::optional<statement_id>> decided_;
    std::vector<diagnostic> found_;
};

// The rules, by subject. Each appends what it finds.
void diagnose_absences(diagnosis& d);
void diagnose_aggregates(diagnosis& d);
void diagnose_closed_sets(diagnosis& d);
void diagnose_control(diagnosis& d);
void diagnose_dates(diagnosis& d);
void diagnose_deals(diagnosis& d);
void diagnose_holdings(diagnosis& d);
void diagnose_identities(diagnosis& d);
void diagnose_indirect_stakes(diagnosis& d);
void diagnose_investors(diagnosis& d);
void diagnose_money(diagnosis& d);
void diagnose_names(diagnosis& d);
void diagnose_rates(diagnosis& d);
void diagnose_relations(diagnosis& d);
void diagnose_renderings(diagnosis& d);
void diagnose_retractions(diagnosis& d);
void diagnose_rounds(diagnosis& d);
void diagnose_sources(diagnosis& d);
void diagnose_statements(diagnosis& d);
void diagnose_states(diagnosis& d);
void diagnose_valuations(diagnosis& d);

} // namespace capgraph::inline v0::detail
