// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/run.hpp"

#include <csignal>
#include <iostream>

int main(int argc, char** argv)
{
#ifdef SIGPIPE
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of writing, not a way to die
#endif
    std::ios::sync_with_stdio(false);
    return capgraph::cli::run({argv + (argc > 0 ? 1 : 0), argv + argc},
                              {std::cin, std::cout, std::cerr});
}
