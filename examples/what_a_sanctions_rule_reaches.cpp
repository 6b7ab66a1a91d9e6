// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// What would belong to a listed owner by the rules of three sanctions offices?

#include <capgraph.hpp>

#include <iostream>
#include <vector>

int main()
{
    using namespace capgraph;
    // X and Y are listed; each holds a quarter of A, and A half of B.
    ledger book;
    ledger_builder to{book};
    for (auto const* slug : {"a", "b"}) {
        to.add(entity{.slug = slug, .name = slug, .kind = entity_kind::company});
    }
    for (auto const* slug : {"x", "y"}) {
        to.add(entity{.slug = slug, .name = slug, .kind = entity_kind::person});
    }
    auto const holds = [&](char const* owner, char const* owned, double part) {
        to.add(holding{
            .owner = to.entity(owner), .owned = to.entity(owned), .share = exactly(share{part})});
    };
    holds("x", "a", 0.25);
    holds("y", "a", 0.25);
    holds("a", "b", 0.5);
    to.commit();

    network const n{view{book}};
    ownership_network const owners{n};
    std::vector const listed{book.entity_at("x"), book.entity_at("y")};
    for (auto const& rule : {ofac_rule, eu_rule, uk_rule}) {
        std::cout << rule.name << ':';
        for (auto const& company : screened(owners, listed, rule)) {
            std::cout << ' ' << n.facts().name_of(company.entity);
        }
        std::cout << '\n';
    }
}
