// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What is wrong with this file, and where?

#include <capgraph.hpp>

#include <iostream>

int main()
{
    constexpr auto text = R"({"capgraph": 1,
 "entities": [{"id": "zhipu", "name": "Zhipu", "kind": "company", "contry": "CN"}],
 "rounds": [{"id": "a", "company": "zhipo", "status": "closd"}],
 "holdings": [{"owner": "zhipu", "owned": "zhipu", "share": {"exactly": "120%"}}]})";

    for (auto const& problem : capgraph::check_json(text, {.name = "deals.json"})) {
        std::cout << problem.what() << '\n';
    }
}
