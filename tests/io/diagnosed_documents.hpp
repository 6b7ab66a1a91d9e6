// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// For each rule of diagnose() a text that violates it, the smallest, and one that nearly does.

#include <string>
#include <string_view>
#include <vector>

namespace capgraph::test {

/// Lines in the data format, with ' for ". Behind lines on a source `s` and on the entities a, b, c
/// (companies), f, h (funds), p (a person) and g (a government); each gets that source but those
/// that open with an exclamation mark.
struct diagnosed_text {
    std::string_view rule;
    std::string_view violates;
    std::string_view records; ///< What the finding is about, as the test writes it.
    std::string_view nearly;
};

// clang-format off
inline std::vector<diagnosed_text> diagnosed_money()
{
    return {
        {"amount-of-zero",
         "{'type': 'valuation', 'company': 'a', 'amount': [{'plain': '0', 'currency': 'USD'}]}",
         "valuation a unspecified",
         "{'type': 'valuation', 'company': 'a', 'amount': [{'up_to': '0', 'currency': 'USD'}]}"},
        {"cheques-over-external",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'external': [{'exactly': '5', 'currency': 'USD'}]}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'cheque': [{'over': '5.01', 'currency': 'USD'}]}",
         "round r, participation r f",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'external': [{'exactly': '5', 'currency': 'USD'}]}\n"
         "{'type': 'founder_of', 'from': 'p', 'to': 'a'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'p', 'internal': true, 'cheque': [{'over': '5.01', 'currency': 'USD'}]}"},
        {"cheques-over-target",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'exactly': '5', 'currency': 'USD'}], 'amount_basis': 'target'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'cheque': [{'exactly': '6', 'currency': 'USD'}]}",
         "round r, participation r f",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'exactly': '5', 'currency': 'USD'}], 'amount_basis': 'target'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'cheque': [{'exactly': '5', 'currency': 'USD'}]}"},
        {"cheques-over-total",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'exactly': '9', 'currency': 'USD'}]}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'cheque': [{'exactly': '5', 'currency': 'USD'}]}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'h', 'cheque': [{'at_least': '4.01', 'currency': 'USD'}]}",
         "round r, participation r f, participation r h",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'exactly': '9', 'currency': 'USD'}]}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'cheque': [{'exactly': '5', 'currency': 'USD'}]}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'h', 'cheque': [{'at_least': '4', 'currency': 'USD'}]}"},
        {"external-over-total",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'up_to': '9', 'currency': 'USD'}], 'external': [{'exactly': '10', 'currency': 'USD'}]}",
         "round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'over': '9', 'currency': 'USD'}], 'external': [{'exactly': '10', 'currency': 'USD'}]}"},
        {"implied-rates-far-apart",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'plain': '70', 'currency': 'CNY'}, {'plain': '10', 'currency': 'USD'}]}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'cheque': [{'plain': '20', 'currency': 'CNY'}, {'plain': '2', 'currency': 'USD'}]}",
         "round r, participation r f",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'plain': '70', 'currency': 'CNY'}, {'plain': '10', 'currency': 'USD'}]}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'cheque': [{'plain': '3', 'currency': 'USD'}, {'plain': '20', 'currency': 'CNY'}]}"},
        {"internal-over-total",
         "{'type': 'founder_of', 'from': 'p', 'to': 'a'}\n"
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'exactly': '9', 'currency': 'USD'}]}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'p', 'internal': true, 'cheque': [{'exactly': '10', 'currency': 'USD'}]}",
         "round r, participation r p",
         "{'type': 'founder_of', 'from': 'p', 'to': 'a'}\n"
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'closed', 'announced': '2025', 'amount': [{'exactly': '9', 'currency': 'USD'}]}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'p', 'status': 'withdrawn', 'internal': true, 'cheque': [{'exactly': '10', 'currency': 'USD'}]}"},
        {"remainder-without-payer",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'over': '9', 'currency': 'USD'}], 'investors_complete': true}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'cheque': [{'up_to': '8', 'currency': 'USD'}]}",
         "round r, participation r f",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'over': '9', 'currency': 'USD'}], 'investors_complete': true}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'h', 'cheque': 'undisclosed'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'cheque': [{'up_to': '8', 'currency': 'USD'}]}"},
        {"renderings-contradict",
         "{'type': 'valuation', 'company': 'a', 'amount': [{'exactly': '10', 'currency': 'USD'}, {'plain': '12', 'currency': 'USD'}]}",
         "valuation a unspecified",
         "{'type': 'valuation', 'company': 'a', 'amount': [{'exactly': '10.29', 'currency': 'USD'}, {'plain': '10', 'currency': 'USD'}]}"},
        {"post-under-amount",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'over': '9', 'currency': 'USD'}]}\n"
         "{'type': 'valuation', 'company': 'a', 'round': 'r', 'basis': 'post', 'amount': [{'plain': '8', 'currency': 'USD'}]}",
         "round r, valuation a r post",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'over': '9', 'currency': 'USD'}]}\n"
         "{'type': 'valuation', 'company': 'a', 'round': 'r', 'basis': 'pre', 'amount': [{'plain': '8', 'currency': 'USD'}]}"},
        {"post-under-pre-and-amount",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'amount': [{'plain': '5', 'currency': 'USD'}]}\n"
         "{'type': 'valuation', 'company': 'a', 'round': 'r', 'basis': 'pre', 'amount': [{'plain': '10', 'currency': 'USD'}]}\n"
         "{'type': 'valuation', 'company': 'a', 'round': 'r', 'basis': 'post', 'amount': [{'plain': '14', 'currency': 'USD'}]}",
         "round r, valuation a r post, valuation a r pre",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'kind': 'secondary', 'amount': [{'plain': '5', 'currency': 'USD'}]}\n"
         "{'type': 'valuation', 'company': 'a', 'round': 'r', 'basis': 'pre', 'amount': [{'plain': '10', 'currency': 'USD'}]}\n"
         "{'type': 'valuation', 'company': 'a', 'round': 'r', 'basis': 'post', 'amount': [{'plain': '14', 'currency': 'USD'}]}"},
        {"valuation-without-amount",
         "{'type': 'valuation', 'company': 'a'}",
         "valuation a unspecified",
         "{'type': 'valuation', 'company': 'a', 'amount': 'undisclosed'}"},
        {"valued-round-without-amount",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'closed', 'closed': '2025'}\n"
         "{'type': 'valuation', 'company': 'a', 'round': 'r', 'basis': 'post', 'amount': [{'plain': '14', 'currency': 'USD'}]}",
         "round r, valuation a r post",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'in_talks'}\n"
         "{'type': 'valuation', 'company': 'a', 'round': 'r', 'basis': 'post', 'amount': [{'plain': '14', 'currency': 'USD'}]}"},
        {"rate-to-itself",
         "{'type': 'rate', 'base': 'USD', 'quote': 'USD', 'date': '2025', 'value': 1}",
         "rate USD USD",
         "{'type': 'rate', 'base': 'USD', 'quote': 'HKD', 'date': '2025', 'value': 7.8}"},
        {"rates-far-apart",
         "{'type': 'rate', 'base': 'USD', 'quote': 'CNY', 'date': '2025-03', 'value': 7.2}\n"
         "{'type': 'rate', 'base': 'CNY', 'quote': 'USD', 'date': '2025-03-10', 'value': 0.2}",
         "rate CNY USD, rate USD CNY",
         "{'type': 'rate', 'base': 'USD', 'quote': 'CNY', 'date': '2025-03', 'value': 7.2}\n"
         "{'type': 'rate', 'base': 'CNY', 'quote': 'USD', 'date': '2025-04-10', 'value': 0.2}\n"
         "{'type': 'rate', 'base': 'CNY', 'quote': 'USD', 'date': '2025-03-10', 'value': 0.139}"},
    };
}

inline std::vector<diagnosed_text> diagnosed_rounds()
{
    return {
        {"aggregate-cycle",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'aggregate_of': ['q']}\n"
         "{'type': 'round', 'id': 'q', 'company': 'a', 'aggregate_of': ['r']}",
         "round q, round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'aggregate_of': ['q', 't']}\n"
         "{'type': 'round', 'id': 'q', 'company': 'a', 'aggregate_of': ['t']}\n"
         "{'type': 'round', 'id': 't', 'company': 'a'}"},
        {"aggregate-of-itself",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'aggregate_of': ['r']}",
         "round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'aggregate_of': []}"},
        {"aggregate-of-other-company",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'aggregate_of': ['q']}\n"
         "{'type': 'round', 'id': 'q', 'company': 'b'}",
         "round q, round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'aggregate_of': ['q']}\n"
         "{'type': 'round', 'id': 'q', 'company': 'b'}\n"
         "{'type': 'same_as', 'ids': ['a', 'b']}"},
        {"aggregate-under-parts",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'aggregate_of': ['q', 't'], 'amount': [{'plain': '10', 'currency': 'USD'}]}\n"
         "{'type': 'round', 'id': 'q', 'company': 'a', 'amount': [{'plain': '5', 'currency': 'USD'}]}\n"
         "{'type': 'round', 'id': 't', 'company': 'a', 'amount': [{'over': '6', 'currency': 'USD'}]}",
         "round q, round r, round t",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'aggregate_of': ['q', 't'], 'amount': [{'plain': '10', 'currency': 'USD'}]}\n"
         "{'type': 'round', 'id': 'q', 'company': 'a', 'amount': [{'plain': '5', 'currency': 'USD'}]}\n"
         "{'type': 'round', 'id': 't', 'company': 'a', 'amount': [{'up_to': '6', 'currency': 'USD'}]}"},
        {"closed-ambition",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'kind': 'ambition', 'status': 'closed', 'closed': '2025'}",
         "round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'kind': 'ambition', 'status': 'rumored'}"},
        {"closed-before-announced",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'announced': '2025-06', 'closed': '2025-05'}",
         "round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'announced': '2025-06', 'closed': '2025'}"},
        {"closed-date-of-open-round",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'committed', 'closed': '2025-05'}",
         "round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'closed': '2025-05'}"},
        {"closed-without-date",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'closed'}",
         "round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'closed', 'as_of': '2025'}"},
        {"fewer-investors-than-counted",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'investors_complete': true, 'investor_count': {'at_least': 2}}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f'}",
         "round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'investors_complete': false, 'investor_count': {'at_least': 2}}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f'}"},
        {"more-investors-than-counted",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'investor_count': {'up_to': 1}}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'h'}",
         "round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'investor_count': {'up_to': 1}}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'h'}\n"
         "{'type': 'same_as', 'ids': ['f', 'h']}"},
        {"lead-outside-list",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'investors_complete': true, 'lead_group': {'link': 'backed', 'count': {'exactly': 2}}}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'role': 'lead'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'h', 'role': 'participant'}",
         "round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'investors_complete': true, 'lead_group': {'link': 'backed', 'count': {'exactly': 2}}}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'role': 'lead'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'h', 'role': 'unknown'}"},
        {"round-before-founding",
         "{'type': 'entity', 'id': 'a', 'founded': '2023'}\n"
         "{'type': 'round', 'id': 'r', 'company': 'a', 'announced': '2022-12'}",
         "entity a, round r",
         "{'type': 'entity', 'id': 'a', 'founded': '2023'}\n"
         "{'type': 'round', 'id': 'r', 'company': 'a', 'announced': '2022-12/2023-01'}"},
        {"round-of-person",
         "{'type': 'round', 'id': 'r', 'company': 'p'}",
         "entity p, round r",
         "{'type': 'round', 'id': 'r', 'company': 'f'}"},
        {"target-of-closed-round",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'closed', 'closed': '2025', 'amount': [{'plain': '5', 'currency': 'USD'}], 'amount_basis': 'target'}",
         "round r",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'committed', 'amount': [{'plain': '5', 'currency': 'USD'}], 'amount_basis': 'target'}"},
        {"closed-deal-in-open-round",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'in_talks'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'status': 'closed'}",
         "round r, participation r f",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'in_talks'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'status': 'committed'}"},
        {"closed-deal-in-withdrawn-round",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'withdrawn'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'status': 'closed'}",
         "round r, participation r f",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'withdrawn'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'status': 'in_talks'}"},
        {"open-deal-in-closed-round",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'closed', 'closed': '2025'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'status': 'in_talks'}",
         "round r, participation r f",
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'closed', 'closed': '2025'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'status': 'withdrawn'}"},
    };
}

inline std::vector<diagnosed_text> diagnosed_investors()
{
    return {
        {"absence-contradicted",
         "{'type': 'absence', 'entity': 'a', 'of': 'outside_investors', 'interval': '2023/2025'}\n"
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'closed', 'closed': '2024-05'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f'}",
         "participation r f, absence a",
         "{'type': 'absence', 'entity': 'a', 'of': 'outside_investors', 'interval': '2023/2025'}\n"
         "{'type': 'absence', 'entity': 'a', 'of': 'state_investors', 'interval': '2023/2026'}\n"
         "{'type': 'round', 'id': 'r', 'company': 'a', 'status': 'closed', 'closed': '2025-12/2026-01'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f'}"},
        {"absence-contradicted",
         "{'type': 'absence', 'entity': 'a', 'of': 'state_investors', 'interval': '../2025'}\n"
         "{'type': 'participation', 'company': 'a', 'investor': 'g', 'status': 'closed', 'as_of': '2024'}",
         "participation a g, absence a",
         "{'type': 'absence', 'entity': 'a', 'of': 'state_investors', 'interval': '2023/2025'}\n"
         "{'type': 'participation', 'company': 'a', 'investor': 'g', 'status': 'closed', 'as_of': '2024'}"},
        {"absence-without-interval",
         "{'type': 'absence', 'entity': 'a', 'of': 'state_investors'}",
         "absence a",
         "{'type': 'absence', 'entity': 'a', 'of': 'state_investors', 'interval': '../..'}"},
        {"backs-own-parent",
         "{'type': 'parent_of', 'from': 'a', 'to': 'b'}\n"
         "{'type': 'unit_of', 'from': 'c', 'to': 'b'}\n"
         "{'type': 'participation', 'company': 'a', 'investor': 'c', 'status': 'closed'}",
         "participation a c",
         "{'type': 'parent_of', 'from': 'a', 'to': 'b'}\n"
         "{'type': 'unit_of', 'from': 'c', 'to': 'a'}\n"
         "{'type': 'participation', 'company': 'b', 'investor': 'c', 'status': 'closed'}"},
        {"existing-backer-denied",
         "{'type': 'participation', 'company': 'a', 'investor': 'f', 'status': 'closed', 'as_of': '2023'}\n"
         "{'type': 'round', 'id': 'r', 'company': 'a', 'announced': '2025'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'existing_backer': false}",
         "participation a f, participation r f",
         "{'type': 'participation', 'company': 'a', 'investor': 'f', 'status': 'committed', 'as_of': '2023'}\n"
         "{'type': 'round', 'id': 'r', 'company': 'a', 'announced': '2025'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'f', 'existing_backer': false}"},
        {"founder-money-not-internal",
         "{'type': 'founder_of', 'from': 'p', 'to': 'a'}\n"
         "{'type': 'round', 'id': 'r', 'company': 'a'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'p'}",
         "participation r p",
         "{'type': 'founder_of', 'from': 'p', 'to': 'a'}\n"
         "{'type': 'round', 'id': 'r', 'company': 'a'}\n"
         "{'type': 'participation', 'round': 'r', 'investor': 'p', 'internal': true}"},
        {"internal-without-tie",
         "{'type': 'participation', 'company': 'a', 'investor': 'f', 'internal': true}",
         "participation a f",
         "{'type': 'participation', 'company': 'a', 'investor': 'f', 'internal': true}\n"
         "{'type': 'holding', 'owner': 'h', 'owned': 'a'}\n"
         "{'type': 'same_as', 'ids': ['f', 'h']}"},
        {"investor-not-yet-founded",
         "{'type': 'entity', 'id': 'f', 'founded': '2025'}\n"
         "{'type': 'participation', 'company': 'a', 'investor': 'f', 'status': 'closed', 'as_of': '2024'}",
         "entity f, participation a f",
         "{'type': 'entity', 'id': 'f', 'founded': '2024-11'}\n"
         "{'type': 'participation', 'company': 'a', 'investor': 'f', 'status': 'closed', 'as_of': '2024'}"},
        {"self-investment",
         "{'type': 'same_as', 'ids': ['a', 'b']}\n"
         "{'type': 'participation', 'company': 'a', 'investor': 'b', 'status': 'closed'}",
         "participation a b",
         "{'type': 'participation', 'company': 'a', 'investor': 'b', 'status': 'closed'}"},
    };
}
// clang-format on

} // namespace capgraph::test
