// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/ledger_builder.hpp>
#include <capgraph/ledger/view.hpp>

// Only records are told, and only of the ids they speak of.

using namespace capgraph;

void tell(ledger_builder& to, entity_id who, record_id what)
{
    to.add(participation{.round = what, .investor = who});
}

// case 1: could not convert|no viable conversion
#if CASE == 1
participation mixed(record_id what)
{
    return {.investor = what};
}
#endif

// case 2: could not convert|no viable conversion
#if CASE == 2
participation mixed(entity_id who)
{
    return {.round = who};
}
#endif

// case 3: constraints not satisfied|no matching member function|no matching function
#if CASE == 3
void tell(ledger_builder& to)
{
    to.add(provenance{});
}
#endif

// case 4: no matching function|no matching member function
#if CASE == 4
auto found(view const& v, record_id id)
{
    return v.find<statement>(id);
}
#endif

// case 5: could not convert|no viable conversion
#if CASE == 5
holding percentage()
{
    return {.share = 0.5};
}
#endif

// case 6: could not convert|no viable conversion
#if CASE == 6
entity kind()
{
    return {.slug = "alibaba", .kind = "company"};
}
#endif

// case 7: no match for|invalid operands
#if CASE == 7
bool same(field<entity_id> const& a, field<record_id> const& b)
{
    return a == b;
}
#endif

// case 8: cannot convert|no viable conversion|could not convert
#if CASE == 8
bool known(field<bool> const& value)
{
    return value;
}
#endif
