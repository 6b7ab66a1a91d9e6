// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// As io/diagnosed_documents.hpp, for what ties entities to each other and to those who say so.

#include "io/diagnosed_documents.hpp"

namespace capgraph::test {

// clang-format off
inline std::vector<diagnosed_text> diagnosed_holdings()
{
    return {
        {"closed-set-owns-itself",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '100%'}}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'share': {'exactly': '60%'}}\n"
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'share': {'exactly': '40%'}}\n"
         "{'type': 'holding', 'owner': 'c', 'owned': 'a', 'share': {'exactly': '100%'}}",
         "holding a b equity, holding a c equity, holding b c equity, holding c a equity",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '100%'}}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'share': {'exactly': '60%'}}\n"
         "{'type': 'holding', 'owner': 'p', 'owned': 'c', 'share': {'exactly': '40%'}}\n"
         "{'type': 'holding', 'owner': 'c', 'owned': 'a', 'share': {'exactly': '100%'}}"},
        {"control-by-lp-interest",
         "{'type': 'holding', 'owner': 'a', 'owned': 'f', 'basis': 'lp_interest', 'control': true}",
         "holding a f lp_interest",
         "{'type': 'holding', 'owner': 'a', 'owned': 'f', 'basis': 'gp', 'control': true}"},
        {"control-by-tiny-share",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'up_to': '2%'}, 'control': true}",
         "holding a b equity",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'over': '2%'}, 'control': true}"},
        {"control-denied-to-majority",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'over': '51%'}, 'control': false}",
         "holding a b equity",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '50%'}, 'control': false}"},
        {"control-without-votes",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'control': true, 'rights': ['no_votes']}",
         "holding a b equity",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'control': true, 'rights': ['board_seat']}"},
        {"golden-share-of-non-state",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'rights': ['golden_share']}",
         "entity a, holding a b equity",
         "{'type': 'entity', 'id': 'a', 'state_link': {'link': 'controlled'}}\n"
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'rights': ['golden_share']}\n"
         "{'type': 'holding', 'owner': 'g', 'owned': 'b', 'rights': ['golden_share']}"},
        {"holding-in-person",
         "{'type': 'holding', 'owner': 'a', 'owned': 'g'}",
         "entity g, holding a g equity",
         "{'type': 'holding', 'owner': 'g', 'owned': 'a'}"},
        {"indirect-against-chain",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '60%'}}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'share': {'exactly': '50%'}}\n"
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'indirect': true, 'share': {'exactly': '20%'}}",
         "holding a c equity indirect",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '60%'}}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'share': {'exactly': '50%'}}\n"
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'indirect': true, 'share': {'exactly': '80%'}}"},
        {"indirect-against-chain",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '60%'}}\n"
         "{'type': 'holding', 'owner': 'p', 'owned': 'b', 'share': {'exactly': '40%'}}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'share': {'exactly': '50%'}}\n"
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'indirect': true, 'share': {'exactly': '90%'}}",
         "holding a c equity indirect",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '60%'}}\n"
         "{'type': 'holding', 'owner': 'p', 'owned': 'b', 'share': {'exactly': '40%'}}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'share': {'exactly': '50%'}}\n"
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'indirect': true, 'share': {'exactly': '80%'}}"},
        {"self-holding",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '5%'}}\n"
         "{'type': 'same_as', 'ids': ['a', 'b']}",
         "holding a b equity",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '5%'}}"},
        {"share-of-zero",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '0%'}}",
         "holding a b equity",
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '0%'}, 'valid_until': '2025'}\n"
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'share': {'over': '0%'}}"},
        {"shares-over-100",
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'share': {'exactly': '60%'}, 'valid_until': '2025'}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'share': {'exactly': '50%'}, 'valid_from': '2024'}",
         "holding a c equity, holding b c equity",
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'share': {'exactly': '60%'}, 'valid_until': '2024-06'}\n"
         "{'type': 'holding', 'owner': 'p', 'owned': 'c', 'class': 'B', 'share': {'exactly': '60%'}}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'share': {'exactly': '50%'}, 'valid_from': '2024'}"},
        {"stake-without-room",
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'share': {'exactly': '40%'}}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'share': {'exactly': '60%'}}\n"
         "{'type': 'holding', 'owner': 'p', 'owned': 'c'}",
         "holding a c equity, holding b c equity, holding p c equity",
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'share': {'exactly': '40%'}, 'valid_until': '2025-05'}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'share': {'exactly': '60%'}}\n"
         "{'type': 'holding', 'owner': 'p', 'owned': 'c'}\n"
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'exactly': '100%'}}\n"
         "{'type': 'holding', 'owner': 'g', 'owned': 'b', 'rights': ['golden_share']}"},
        {"two-controllers",
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'control': true}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'control': true}",
         "holding a c equity, holding b c equity",
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'control': true}\n"
         "{'type': 'holding', 'owner': 'a', 'owned': 'b', 'share': {'over': '50.1%'}}\n"
         "{'type': 'holding', 'owner': 'b', 'owned': 'c', 'control': true}"},
        {"ultimate-but-owned",
         "{'type': 'entity', 'id': 'a', 'ultimate': true}\n"
         "{'type': 'holding', 'owner': 'p', 'owned': 'a', 'share': {'exactly': '5%'}}",
         "entity a, holding p a equity",
         "{'type': 'entity', 'id': 'a', 'ultimate': true}\n"
         "{'type': 'holding', 'owner': 'p', 'owned': 'a', 'share': {'exactly': '5%'}, 'valid_until': '2020'}"},
        {"valid-until-before-from",
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'valid_from': '2025', 'valid_until': '2024-12'}",
         "holding a c equity",
         "{'type': 'holding', 'owner': 'a', 'owned': 'c', 'valid_from': '2025', 'valid_until': '2025-01'}"},
        {"valid-until-before-from",
         "{'type': 'officer_of', 'from': 'p', 'to': 'c', 'valid_from': '2025-02', 'valid_until': '2025-01'}",
         "relation officer_of p c",
         "{'type': 'officer_of', 'from': 'p', 'to': 'c', 'valid_from': '2025-02', 'valid_until': '2025'}"},
    };
}

inline std::vector<diagnosed_text> diagnosed_relations()
{
    return {
        {"founder-not-person",
         "{'type': 'founder_of', 'from': 'a', 'to': 'b'}", "entity a, relation founder_of a b",
         "{'type': 'founder_of', 'from': 'p', 'to': 'b'}"},
        {"hierarchy-cycle",
         "{'type': 'parent_of', 'from': 'a', 'to': 'b'}\n"
         "{'type': 'unit_of', 'from': 'a', 'to': 'b'}",
         "relation parent_of a b, relation unit_of a b",
         "{'type': 'parent_of', 'from': 'a', 'to': 'b'}\n"
         "{'type': 'unit_of', 'from': 'b', 'to': 'a'}"},
        {"manager-of-no-fund",
         "{'type': 'manager_of', 'from': 'a', 'to': 'b'}", "entity b, relation manager_of a b",
         "{'type': 'manager_of', 'from': 'a', 'to': 'f'}"},
        {"officer-not-person",
         "{'type': 'officer_of', 'from': 'f', 'to': 'a'}", "entity f, relation officer_of f a",
         "{'type': 'officer_of', 'from': 'p', 'to': 'a'}"},
        {"parent-cycle",
         "{'type': 'parent_of', 'from': 'a', 'to': 'b'}\n"
         "{'type': 'parent_of', 'from': 'b', 'to': 'c'}\n"
         "{'type': 'parent_of', 'from': 'c', 'to': 'a'}",
         "relation parent_of a b, relation parent_of b c, relation parent_of c a",
         "{'type': 'parent_of', 'from': 'a', 'to': 'b'}\n"
         "{'type': 'parent_of', 'from': 'b', 'to': 'c'}\n"
         "{'type': 'parent_of', 'from': 'c', 'to': 'a', 'valid_until': '2024'}"},
        {"post-with-person",
         "{'type': 'founder_of', 'from': 'p', 'to': 'q'}\n"
         "{'type': 'entity', 'id': 'q', 'name': 'Q', 'kind': 'person'}",
         "entity q, relation founder_of p q",
         "{'type': 'founder_of', 'from': 'p', 'to': 'q'}\n"
         "{'type': 'entity', 'id': 'q', 'name': 'Q', 'kind': 'other'}"},
        {"relation-to-itself",
         "{'type': 'unit_of', 'from': 'a', 'to': 'a'}", "relation unit_of a a",
         "{'type': 'unit_of', 'from': 'a', 'to': 'b'}"},
        {"two-parents",
         "{'type': 'parent_of', 'from': 'a', 'to': 'c'}\n"
         "{'type': 'parent_of', 'from': 'b', 'to': 'c'}",
         "relation parent_of a c, relation parent_of b c",
         "{'type': 'parent_of', 'from': 'a', 'to': 'c'}\n"
         "{'type': 'parent_of', 'from': 'b', 'to': 'c'}\n"
         "{'type': 'parent_of', 'from': 'b', 'to': 'a'}"},
        {"unit-cycle",
         "{'type': 'unit_of', 'from': 'a', 'to': 'b'}\n"
         "{'type': 'unit_of', 'from': 'b', 'to': 'a'}",
         "relation unit_of a b, relation unit_of b a",
         "{'type': 'unit_of', 'from': 'a', 'to': 'b'}\n"
         "{'type': 'unit_of', 'from': 'b', 'to': 'c'}"},
        {"unit-of-two",
         "{'type': 'unit_of', 'from': 'a', 'to': 'b'}\n"
         "{'type': 'unit_of', 'from': 'a', 'to': 'c'}",
         "relation unit_of a b, relation unit_of a c",
         "{'type': 'unit_of', 'from': 'a', 'to': 'b'}\n"
         "{'type': 'unit_of', 'from': 'a', 'to': 'c'}\n"
         "{'type': 'same_as', 'ids': ['b', 'c']}"},
    };
}

inline std::vector<diagnosed_text> diagnosed_entities()
{
    return {
        {"alias-of-two",
         "{'type': 'entity', 'id': 'a', 'aliases': ['X']}\n"
         "{'type': 'entity', 'id': 'b', 'aliases': ['X']}",
         "entity a, entity b",
         "{'type': 'entity', 'id': 'a', 'aliases': ['X']}\n"
         "{'type': 'entity', 'id': 'b', 'aliases': ['X']}\n"
         "{'type': 'same_as', 'ids': ['a', 'b']}"},
        {"alias-that-names-another",
         "{'type': 'entity', 'id': 'a', 'aliases': ['B']}", "entity a, entity b",
         "{'type': 'entity', 'id': 'a', 'aliases': ['A', 'Bb']}"},
        {"government-without-state-link",
         "{'type': 'entity', 'id': 'k', 'name': 'K', 'kind': 'government'}", "entity k",
         "{'type': 'entity', 'id': 'k', 'name': 'K', 'kind': 'government'}\n"
         "{'type': 'same_as', 'ids': ['g', 'k']}"},
        {"identifier-of-two",
         "{'type': 'entity', 'id': 'a', 'identifiers': {'lei': '1'}}\n"
         "{'type': 'entity', 'id': 'b', 'identifiers': {'lei': '1'}}",
         "entity a, entity b",
         "{'type': 'entity', 'id': 'a', 'identifiers': {'lei': '1'}}\n"
         "{'type': 'entity', 'id': 'b', 'identifiers': {'isin': '1'}}"},
        {"joined-countries-differ",
         "{'type': 'entity', 'id': 'a', 'country': 'CN'}\n"
         "{'type': 'entity', 'id': 'b', 'country': 'KY'}\n"
         "{'type': 'same_as', 'ids': ['a', 'b', 'c'], 'statement': 'j'}",
         "entity a, entity b, same_as a b c",
         "{'type': 'entity', 'id': 'a', 'country': 'CN'}\n"
         "{'type': 'entity', 'id': 'b', 'country': 'CN'}\n"
         "{'type': 'same_as', 'ids': ['a', 'b', 'c'], 'statement': 'j'}"},
        {"joined-kinds-differ",
         "{'type': 'same_as', 'ids': ['a', 'p']}", "entity a, entity p, same_as a p",
         "{'type': 'same_as', 'ids': ['a', 'f']}"},
        {"joined-to-itself",
         "{'type': 'same_as', 'ids': ['a', 'b', 'a']}", "same_as a a b",
         "{'type': 'same_as', 'ids': ['a', 'b', 'c']}"},
        {"name-of-two",
         "{'type': 'entity', 'id': 'k', 'name': 'A', 'kind': 'company'}", "entity a, entity k",
         "{'type': 'entity', 'id': 'k', 'name': 'A', 'kind': 'company'}\n"
         "{'type': 'same_as', 'ids': ['a', 'k']}"},
        {"organ-is-company",
         "{'type': 'entity', 'id': 'a', 'state_link': {'link': 'organ', 'level': 'central', 'country': 'CN'}}",
         "entity a",
         "{'type': 'entity', 'id': 'a', 'state_link': {'link': 'controlled', 'level': 'central', 'country': 'CN'}}\n"
         "{'type': 'entity', 'id': 'f', 'state_link': {'link': 'organ', 'level': 'central', 'country': 'CN'}}"},
        {"person-with-state-link",
         "{'type': 'entity', 'id': 'p', 'state_link': {'link': 'backed'}}", "entity p",
         "{'type': 'entity', 'id': 'f', 'state_link': {'link': 'backed'}}"},
        {"state-link-country",
         "{'type': 'entity', 'id': 'f', 'country': 'US', 'state_link': {'link': 'backed', 'country': 'CN'}}",
         "entity f",
         "{'type': 'entity', 'id': 'f', 'country': 'US', 'state_link': {'link': 'backed'}}"},
        {"state-link-incomplete",
         "{'type': 'entity', 'id': 'f', 'state_link': {'link': 'organ', 'level': 'central'}}",
         "entity f",
         "{'type': 'entity', 'id': 'f', 'state_link': {'link': 'controlled', 'level': 'central'}}"},
    };
}

inline std::vector<diagnosed_text> diagnosed_statements()
{
    return {
        {"as-of-after-report",
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'as_of': '2026-01-02'}", "entity a",
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'as_of': '2026'}"},
        {"conflict",
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'as_of': '2025'}\n"
         "{'type': 'entity', 'id': 'a', 'sector': 'search', 'as_of': '2025-12'}",
         "entity a",
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'as_of': '2024'}\n"
         "{'type': 'entity', 'id': 'a', 'sector': 'search', 'as_of': '2025-12'}"},
        {"denial-of-nothing",
         "{'type': 'participation', 'company': 'a', 'investor': 'f', 'status': 'rumored', 'denial': true}",
         "participation a f",
         "{'type': 'participation', 'company': 'a', 'investor': 'f', 'status': 'rumored', 'as_of': '2024'}\n"
         "{'type': 'participation', 'company': 'a', 'investor': 'f', 'status': 'rumored', 'denial': true}"},
        {"relayed-without-whom",
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'reported_on': '2025-12-31'}", "entity a",
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'reported_on': '2025-12-31', 'attributed_to': 'X'}"},
        {"reported-after-published",
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'reported_on': '2026-02'}", "entity a",
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'reported_on': '2026-01'}"},
        {"retraction-before-report",
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'statement': 'x'}\n"
         "{'type': 'retraction', 'statement': 'x', 'reported_on': '2025', 'attributed_to': 'X'}",
         "retraction x",
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'statement': 'x', 'reported_on': '2025-12-31', 'attributed_to': 'X'}\n"
         "{'type': 'retraction', 'statement': 'x', 'reported_on': '2025', 'attributed_to': 'X'}"},
        {"retraction-cycle",
         "{'type': 'retraction', 'statement': 'y', 'id': 'x'}\n"
         "{'type': 'retraction', 'statement': 'x', 'id': 'y'}",
         "retraction x, retraction y",
         "{'type': 'retraction', 'statement': 'y', 'id': 'x'}\n"
         "{'type': 'retraction', 'statement': 'z', 'id': 'y'}\n"
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'statement': 'z'}"},
        {"retraction-of-itself",
         "{'type': 'retraction', 'statement': 'x', 'id': 'x'}", "retraction x",
         "{'type': 'retraction', 'statement': 'y', 'id': 'x'}\n"
         "{'type': 'entity', 'id': 'a', 'sector': 'AI', 'statement': 'y'}"},
        {"source-without-date",
         "!{'type': 'source', 'id': 't', 'publisher': 'P'}", "source t",
         "!{'type': 'source', 'id': 't', 'publisher': 'P', 'published': '../2025'}"},
        {"source-without-publisher",
         "!{'type': 'source', 'id': 't', 'published': '2025'}", "source t",
         "!{'type': 'source', 'id': 't', 'published': '2025', 'publisher': 'P'}"},
        {"undated-statement",
         "!{'type': 'entity', 'id': 'a', 'sector': 'AI'}", "entity a",
         "!{'type': 'entity', 'id': 'a', 'sector': 'AI', 'reported_on': '2025'}"},
    };
}
// clang-format on

/// All of them: every rule stands here once or more.
inline std::vector<diagnosed_text> diagnosed_texts()
{
    auto out = diagnosed_money();
    for (auto const& more : {diagnosed_rounds(), diagnosed_investors(), diagnosed_holdings(),
                             diagnosed_relations(), diagnosed_entities(), diagnosed_statements()}) {
        out.insert(out.end(), more.begin(), more.end());
    }
    return out;
}

} // namespace capgraph::test
