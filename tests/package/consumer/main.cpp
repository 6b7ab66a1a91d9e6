// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph.hpp>

#include <iostream>

// Calls what is compiled, and catches what the library throws: across a shared library only an
// exported exception is caught.
int main()
{
    if (capgraph::version() != CAPGRAPH_VERSION) {
        return 1;
    }
    try {
        static_cast<void>(capgraph::make_money("seven", "CNY"));
        return 2;
    } catch (capgraph::error const& e) {
        std::cout << "capgraph " << capgraph::version() << ": " << e.what() << '\n';
    }
    return capgraph::make_money("1.50", "CNY").minor_units() == 150 ? 0 : 3;
}
