// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/model/words.hpp>

#include "support/catch2.hpp"

#include <capgraph/model/record.hpp>

#include <set>
#include <string_view>
#include <utility>
#include <vector>

using namespace capgraph;

namespace {

/// Every value of an enumeration with its word: all there are, in order.
template <class Enum>
using dictionary = std::vector<std::pair<Enum, std::string_view>>;

dictionary<deal_status> words(deal_status /*tag*/)
{
    using enum deal_status;
    return {{rumored, "rumored"},     {approached, "approached"}, {in_talks, "in_talks"},
            {committed, "committed"}, {closed, "closed"},         {withdrawn, "withdrawn"}};
}

dictionary<entity_kind> words(entity_kind /*tag*/)
{
    using enum entity_kind;
    return {{company, "company"},
            {fund, "fund"},
            {fund_manager, "fund_manager"},
            {person, "person"},
            {government, "government"},
            {state_body, "state_body"},
            {other, "other"}};
}

dictionary<state_tie> words(state_tie /*tag*/)
{
    using enum state_tie;
    return {{backed, "backed"}, {controlled, "controlled"}, {organ, "organ"}};
}

dictionary<state_level> words(state_level /*tag*/)
{
    using enum state_level;
    return {{central, "central"},
            {provincial, "provincial"},
            {municipal, "municipal"},
            {district, "district"}};
}

dictionary<round_kind> words(round_kind /*tag*/)
{
    using enum round_kind;
    return {{primary, "primary"},  {secondary, "secondary"},
            {debt, "debt"},        {ipo, "ipo"},
            {tranche, "tranche"},  {registered_capital, "registered_capital"},
            {ambition, "ambition"}};
}

dictionary<amount_basis> words(amount_basis /*tag*/)
{
    using enum amount_basis;
    return {{raised, "raised"}, {target, "target"}};
}

dictionary<participation_role> words(participation_role /*tag*/)
{
    using enum participation_role;
    return {{lead, "lead"}, {participant, "participant"}, {unknown, "unknown"}};
}

dictionary<valuation_basis> words(valuation_basis /*tag*/)
{
    using enum valuation_basis;
    return {{pre, "pre"},
            {post, "post"},
            {prior, "prior"},
            {target, "target"},
            {market_cap, "market_cap"},
            {unspecified, "unspecified"}};
}

dictionary<holding_basis> words(holding_basis /*tag*/)
{
    using enum holding_basis;
    return {{equity, "equity"}, {votes, "votes"}, {lp_interest, "lp_interest"}, {gp, "gp"}};
}

dictionary<special_right> words(special_right /*tag*/)
{
    using enum special_right;
    return {{golden_share, "golden_share"},
            {veto, "veto"},
            {board_seat, "board_seat"},
            {no_votes, "no_votes"}};
}

dictionary<relation_type> words(relation_type /*tag*/)
{
    using enum relation_type;
    return {{parent_of, "parent_of"},
            {unit_of, "unit_of"},
            {manager_of, "manager_of"},
            {founder_of, "founder_of"},
            {officer_of, "officer_of"}};
}

dictionary<absent_thing> words(absent_thing /*tag*/)
{
    using enum absent_thing;
    return {{outside_investors, "outside_investors"}, {state_investors, "state_investors"}};
}

dictionary<published_basis> words(published_basis /*tag*/)
{
    using enum published_basis;
    return {{printed, "printed"}, {external, "external"}, {inferred, "inferred"}};
}

dictionary<reliability> words(reliability /*tag*/)
{
    using enum reliability;
    return {{completely_reliable, "A"},  {usually_reliable, "B"}, {fairly_reliable, "C"},
            {not_usually_reliable, "D"}, {unreliable, "E"},       {cannot_be_judged, "F"}};
}

dictionary<record_kind> words(record_kind /*tag*/)
{
    using enum record_kind;
    return {{source, "source"},
            {entity, "entity"},
            {round, "round"},
            {participation, "participation"},
            {valuation, "valuation"},
            {holding, "holding"},
            {relation, "relation"},
            {absence, "absence"},
            {rate, "rate"},
            {same_as, "same_as"},
            {retraction, "retraction"}};
}

} // namespace

TEMPLATE_TEST_CASE("words: each value has its word and each word its value", "[model][words]",
                   deal_status, entity_kind, state_tie, state_level, round_kind, amount_basis,
                   participation_role, valuation_basis, holding_basis, special_right, relation_type,
                   absent_thing, published_basis, reliability, record_kind)
{
    auto const all = words(TestType{});
    CHECK(detail::words_of<TestType>.size() == all.size());
    for (auto const& [value, word] : all) {
        CHECK(to_string(value) == word);
        CHECK(find_word<TestType>(word) == value);
    }
}

TEMPLATE_TEST_CASE("words: no word stands for two values", "[model][words]", deal_status,
                   entity_kind, state_tie, state_level, round_kind, amount_basis,
                   participation_role, valuation_basis, holding_basis, special_right, relation_type,
                   absent_thing, published_basis, reliability, record_kind)
{
    auto const& all = detail::words_of<TestType>;
    CHECK(std::set<std::string_view>(all.begin(), all.end()).size() == all.size());
}

TEMPLATE_TEST_CASE("to_string: a value that the enumeration does not have prints as unknown",
                   "[model][words]", deal_status, entity_kind, round_kind, record_kind)
{
    CHECK(to_string(static_cast<TestType>(detail::words_of<TestType>.size())) == "unknown");
    CHECK(to_string(static_cast<TestType>(255)) == "unknown");
}

TEST_CASE("find_word: only the word itself is found", "[model][words]")
{
    auto const* const text = GENERATE("", "Closed", "CLOSED", "close", "closed ", " closed",
                                      "in talks", "in-talks", "none", "unknown");
    CAPTURE(text);
    CHECK(find_word<deal_status>(text) == std::nullopt);
}

TEST_CASE("find_word: a word with a NUL inside is another word", "[model][words]")
{
    CHECK(find_word<deal_status>(std::string_view{"closed\0", 7}) == std::nullopt);
}
