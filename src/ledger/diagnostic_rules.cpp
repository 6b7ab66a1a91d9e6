// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/diagnostics.hpp>

#include <array>

namespace capgraph::inline v0 {

namespace {

using enum severity;

// By id. An id that was published keeps its meaning; one that goes is not used again.
constexpr auto rules = std::to_array<diagnostic_rule>({
    {"absence-contradicted", error, "investors are recorded where there are said to be none"},
    {"absence-without-interval", note, "it is not said when there was none"},
    {"aggregate-cycle", error, "rounds are totals of each other"},
    {"aggregate-of-itself", error, "a round is the total of itself"},
    {"aggregate-of-other-company", error, "a round is the total of another company's rounds"},
    {"aggregate-under-parts", error, "a total is less than the rounds it is the total of"},
    {"alias-of-two", note, "an alias is shared by two entities that are not joined"},
    {"alias-that-names-another", warning, "an alias is the name of another entity"},
    {"amount-of-zero", warning, "a sum of nothing: perhaps one that is unknown"},
    {"as-of-after-report", warning, "a statement speaks of a moment after its report"},
    {"backs-own-parent", warning, "an investor backs its own parent or whole"},
    {"cheques-over-external", error,
     "the cheques of outsiders come to more than the external part"},
    {"cheques-over-target", note, "the cheques come to more than the target"},
    {"cheques-over-total", error, "the cheques come to more than the round"},
    {"closed-ambition", warning, "an ambition is said to be closed"},
    {"closed-before-announced", warning, "a round was closed before it was announced"},
    {"closed-date-of-open-round", warning, "a round that is not closed has a day of closing"},
    {"closed-deal-in-open-round", warning, "an investor has closed in a round that has not"},
    {"closed-deal-in-withdrawn-round", error, "an investor has closed in a withdrawn round"},
    {"closed-set-owns-itself", error, "companies own each other wholly: nobody owns them"},
    {"closed-without-date", note, "it is not said when a closed round was announced or closed"},
    {"conflict", warning, "two statements contradict each other"},
    {"control-by-lp-interest", warning, "a limited partner's interest is said to control"},
    {"control-by-tiny-share", note, "control by a small stake without a special right"},
    {"control-denied-to-majority", warning, "a holder of more than half is said not to control"},
    {"control-without-votes", warning, "control by a stake without votes"},
    {"denial-of-nothing", note, "a denial of what nobody said"},
    {"existing-backer-denied", warning, "an earlier backer is said to be none"},
    {"external-over-total", error, "the part from outsiders is more than the round"},
    {"fewer-investors-than-counted", warning, "a complete list is shorter than the stated count"},
    {"founder-money-not-internal", note, "a founder's or parent's money is not marked as internal"},
    {"founder-not-person", note, "a founder that is no person"},
    {"golden-share-of-non-state", warning, "a golden share is held by other than a state"},
    {"government-without-state-link", warning, "a government or state body without a state link"},
    {"hierarchy-cycle", error, "entities are parents and units of each other"},
    {"holding-in-person", error, "a stake in a person or a government"},
    {"identifier-of-two", warning, "one identifier names two entities that are not joined"},
    {"implied-rates-far-apart", warning, "sums of one round imply exchange rates far apart"},
    {"indirect-against-chain", error, "a declared indirect stake that the chain contradicts"},
    {"internal-over-total", error, "internal cheques come to more than the round"},
    {"internal-without-tie", note,
     "internal money from one not known as founder, officer or parent"},
    {"investor-not-yet-founded", warning, "an investor backed a round before it was founded"},
    {"joined-countries-differ", note, "entities of two countries are said to be one"},
    {"joined-kinds-differ", warning, "entities of unlike kinds are said to be one"},
    {"joined-to-itself", warning, "an entity is said to be the same as itself"},
    {"lead-outside-list", warning, "a complete list has no room for the leads that are told of"},
    {"manager-of-no-fund", warning, "what is managed is no fund"},
    {"more-investors-than-counted", error, "more investors are named than there were"},
    {"name-of-two", warning, "one name for two entities that are not joined"},
    {"officer-not-person", warning, "an officer that is no person"},
    {"open-deal-in-closed-round", note, "an investor is not said to have closed in a closed round"},
    {"organ-is-company", warning, "a company is said to be an organ of a state"},
    {"parent-cycle", error, "entities are parents of each other"},
    {"person-with-state-link", warning, "a person has a link to a state"},
    {"post-under-amount", error, "post-money is less than the round's amount"},
    {"post-under-pre-and-amount", warning, "post-money is less than pre-money and the amount"},
    {"post-with-person", warning, "a person is founded or led as an organisation"},
    {"rate-to-itself", error, "a rate of a currency to itself"},
    {"rates-far-apart", warning, "two rates for one day are far apart"},
    {"relation-to-itself", error, "an entity is related to itself"},
    {"relayed-without-whom", note, "a report older than its source does not say whose it is"},
    {"remainder-without-payer", error, "a complete list leaves a part of the round unpaid"},
    {"renderings-contradict", error, "one sum is told as two in one currency"},
    {"reported-after-published", warning, "a report is later than the source it stands in"},
    {"retraction-before-report", warning, "a statement is taken back before it was reported"},
    {"retraction-cycle", error, "retractions take each other back"},
    {"retraction-of-itself", error, "a retraction takes itself back"},
    {"round-before-founding", warning, "a round is older than its company"},
    {"round-of-person", warning, "a round of a person or a government"},
    {"self-holding", warning, "an entity holds a stake in itself"},
    {"self-investment", error, "a company invests in itself"},
    {"share-of-zero", warning, "a stake of nothing: perhaps one that is unknown"},
    {"shares-over-100", error, "the stakes in one class come to more than 100 %"},
    {"source-without-date", warning, "a source without a day: known for certain at no moment"},
    {"source-without-publisher", note, "a source without a publisher"},
    {"stake-without-room", warning, "a stake of no told size beside others of 100 %"},
    {"state-link-country", note, "an entity of another country than the state it is linked to"},
    {"state-link-incomplete", note, "an organ of a state without level or country"},
    {"target-of-closed-round", note, "all that is told of a closed round's amount is a target"},
    {"two-controllers", warning, "two owners control one company"},
    {"two-parents", warning, "an entity has two parents"},
    {"ultimate-but-owned", warning, "an entity where chains should end is owned by another"},
    {"undated-statement", note, "a statement without a day: known for certain at no moment"},
    {"unit-cycle", error, "entities are units of each other"},
    {"unit-of-two", warning, "an entity is a unit of two"},
    {"valid-until-before-from", error, "what is said to hold ends before it begins"},
    {"valuation-without-amount", note, "a valuation that tells no amount"},
    {"valued-round-without-amount", note, "what the money bought is unknown: its sum is not told"},
});

constexpr bool are_sorted_and_unique()
{
    for (std::size_t i = 1; i < rules.size(); ++i) {
        if (!(rules[i - 1].id < rules[i].id)) {
            return false;
        }
    }
    return true;
}
static_assert(are_sorted_and_unique());

} // namespace

std::span<diagnostic_rule const> diagnostic_rules() noexcept
{
    return rules;
}

} // namespace capgraph::inline v0
