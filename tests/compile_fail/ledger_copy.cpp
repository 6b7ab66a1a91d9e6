// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/ledger.hpp>
#include <capgraph/ledger/ledger_builder.hpp>

#include <utility>

// A ledger is one; a builder needs it to stay.

using namespace capgraph;

ledger moved(ledger& from)
{
    return std::move(from);
}
ledger_builder builder(ledger& for_it)
{
    return ledger_builder{for_it};
}

// case 1: use of deleted function|call to deleted constructor
#if CASE == 1
ledger copied(ledger const& from)
{
    return from;
}
#endif

// case 2: use of deleted function|overload resolution selected deleted operator
#if CASE == 2
void assign(ledger& to, ledger const& from)
{
    to = from;
}
#endif

// case 3: cannot bind non-const lvalue|no matching constructor
#if CASE == 3
ledger_builder for_a_temporary()
{
    return ledger_builder{ledger{}};
}
#endif

// case 4: use of deleted function|call to deleted constructor|call to implicitly-deleted
#if CASE == 4
ledger_builder twice(ledger_builder const& from)
{
    return from;
}
#endif
