// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <fstream>
#include <iterator>
#include <stdexcept>
#include <string>
#include <string_view>

namespace capgraph::test {

inline std::string text_of(std::string const& path)
{
    std::ifstream in{path, std::ios::binary};
    if (!in) {
        throw std::runtime_error{"cannot read " + path};
    }
    return {std::istreambuf_iterator<char>{in}, std::istreambuf_iterator<char>{}};
}

/// The shipped data set.
inline std::string seeds()
{
    return text_of(CAPGRAPH_SOURCE_DIR "/data/seeds.json");
}

/// A document that says everything a record can say, in the canonical form: written again it is the
/// same.
inline std::string everything()
{
    return R"({
  "capgraph": 1,
  "title": "Everything, \"quoted\" and 中文",
  "sources": [
    {"id": "s", "publisher": "P", "title": "T", "url": "https://example.org/a?b=c#d", "published": "2026-05-28", "published_basis": "printed", "reliability": "B"},
    {"id": "t", "publisher": null, "title": null, "url": null, "published": null, "published_basis": null, "reliability": null}
  ],
  "entities": [
    {"id": "a", "name": "智谱", "aliases": ["Zhipu AI", "\ttab \\ \"quote\" \u0001"], "kind": "company", "country": "CN", "founded": "2019", "sector": "AI", "identifiers": {"lei": "5299", "isin": "X"}, "ultimate": false, "state_link": {"link": "backed"}, "source": "s", "reported_on": "2026-05", "as_of": "../2026", "attributed_to": "unnamed", "statement": "st-1", "denial": true},
    {"id": "a", "aliases": null, "country": null, "founded": null, "sector": null, "identifiers": null, "ultimate": null, "state_link": null},
    {"id": "b", "name": "B", "aliases": [], "kind": "fund", "identifiers": {}, "state_link": {"link": "organ", "level": "municipal", "country": "CN"}},
    {"id": "c", "name": "C", "kind": "state_body", "identifiers": [{"lei": "1"}, {"lei": "2"}]}
  ],
  "rounds": [
    {"id": "r", "company": "a", "kind": "primary", "label": "B", "status": "closed", "status_as_stated": "secured", "announced": "2026-05-01/2026-05-10", "closed": "../..", "amount": [{"over": "1000000000", "currency": "CNY"}, {"plain": "140000000.5", "currency": "USD"}], "amount_basis": "raised", "external": [{"at_least": "0", "currency": "JPY"}], "investors_complete": true, "investor_count": {"between": [2, 4]}, "lead_group": {"link": "controlled", "count": {"over": 4294967295}}, "aggregate_of": ["q", "r"]},
    {"id": "q", "company": "b", "amount": "undisclosed", "investor_count": "undisclosed", "lead_group": {"link": "organ", "count": "undisclosed"}, "aggregate_of": []},
    {"id": "r", "label": null, "status": null, "status_as_stated": null, "announced": null, "closed": null, "amount": null, "amount_basis": null, "external": null, "investors_complete": null, "investor_count": null, "lead_group": null, "aggregate_of": null}
  ],
  "participations": [
    {"round": "r", "investor": "b", "role": "lead", "cheque": [{"exactly": "1", "currency": "KWD"}, {"about": "0.001", "currency": "KWD"}, {"up_to": "92233720368547758.07", "currency": "USD"}, {"between": ["1", "2"], "currency": "EUR"}], "status": "committed", "status_as_stated": "has committed", "existing_backer": true, "internal": false},
    {"company": "a", "investor": "b", "role": null, "cheque": null, "status": null, "status_as_stated": null, "existing_backer": null, "internal": null}
  ],
  "valuations": [
    {"company": "a", "round": "r", "basis": "pre", "amount": [{"plain": "1", "currency": "XXX"}]},
    {"company": "a", "basis": "unspecified", "amount": null}
  ],
  "holdings": [
    {"owner": "c", "owned": "a", "basis": "gp", "class": "A", "indirect": true, "share": {"exactly": "17.44%"}, "control": true, "rights": ["golden_share", "veto", "board_seat", "no_votes"], "valid_from": "2020", "valid_until": "2021"},
    {"owner": "c", "owned": "b", "basis": "equity", "indirect": false, "share": {"between": ["0%", "100%"]}, "control": null, "rights": [], "valid_from": null, "valid_until": null},
    {"owner": "b", "owned": "a", "basis": "votes", "indirect": false, "share": "undisclosed", "rights": null},
    {"owner": "b", "owned": "a", "basis": "lp_interest", "indirect": false, "share": null}
  ],
  "relations": [
    {"type": "officer_of", "from": "a", "to": "b", "title": "chief", "valid_from": "2020", "valid_until": "2021"},
    {"type": "parent_of", "from": "a", "to": "b", "title": null, "valid_from": null, "valid_until": null}
  ],
  "absences": [
    {"entity": "a", "of": "outside_investors", "interval": "2023-01-01/2026-07-01"},
    {"entity": "a", "of": "state_investors", "interval": null}
  ],
  "rates": [
    {"base": "CNY", "quote": "USD", "date": "2026-07-01", "value": "0.137"},
    {"base": "CNY", "quote": "EUR", "date": "2026", "value": null}
  ],
  "same_as": [
    {"ids": ["a", "b", "c"], "statement": "join"}
  ],
  "retractions": [
    {"statement": "join", "source": "s", "id": "un-join"}
  ]
}
)";
}

/// JSON as it is written in these tests: with ' for ".
inline std::string in_json(std::string text)
{
    std::replace(text.begin(), text.end(), '\'', '"');
    return text;
}

/// `text` with each `from` put as `to`.
inline std::string replaced(std::string text, std::string_view from, std::string_view to)
{
    for (auto at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) {
        text.replace(at, from.size(), to);
    }
    return text;
}

} // namespace capgraph::test
