// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "run.hpp"

#include "command_line.hpp"
#include "failure.hpp"
#include "subcommands.hpp"
#include "terminal_text.hpp"

#include <algorithm>
#include <array>
#include <cerrno>
#include <exception>
#include <new>
#include <ostream>
#include <sstream>
#include <string_view>
#include <utility>

namespace capgraph::cli {

namespace {

struct subcommand {
    std::string_view name;
    exit_code (*run)(invocation const&, streams const&);
};

constexpr std::array subcommands{
    subcommand{"stats", stats},
    subcommand{"co-investors", co_investors},
    subcommand{"co-investment", co_investment},
    subcommand{"estimate", estimate},
    subcommand{"syndicates", syndicates},
    subcommand{"centrality", centrality},
    subcommand{"communities", list_communities},
    subcommand{"state-backing", state_backing},
    subcommand{"owners", owners},
    subcommand{"control", control},
    subcommand{"what-if", what_if},
    subcommand{"narrowing", narrowing},
    subcommand{"explain", explain},
    subcommand{"validate", validate},
};

/// What an error of the library means to the caller of the command.
exit_code code_of(error const& e)
{
    switch (e.code()) {
    case error_code::cancelled:
    case error_code::over_budget:
    case error_code::not_converged:
    case error_code::unwritable_file:
        return failed;
    default:
        return findings; // there is no answer: not known then, no rate, no sum that fits
    }
}

exit_code complain(std::ostream& err, exit_code code, std::string_view what)
{
    err << "capgraph: " << cleaned(what) << '\n';
    return code;
}

exit_code answer(invocation const& what, streams const& io)
{
    auto const chosen = std::find_if(subcommands.begin(), subcommands.end(),
                                     [&](auto const& s) { return s.name == what.subcommand; });
    std::ostringstream printed;
    auto const code = chosen->run(what, {io.in, printed, io.err});
    errno = 0;
    io.out << printed.str() << std::flush;
    if (!io.out) {
        // Who closed the pipe does not want to hear of it.
        return errno == EPIPE ? failed : complain(io.err, failed, "the answer cannot be written");
    }
    return code;
}

exit_code run_or_throw(std::vector<std::string> arguments, streams const& io)
{
    auto const line = parse_line(std::move(arguments), io);
    if (line.what) {
        return answer(*line.what, io);
    }
    return io.out.flush() ? line.code : failed;
}

} // namespace

exit_code run(std::vector<std::string> arguments, streams const& io) noexcept
try {
    try {
        return run_or_throw(std::move(arguments), io);
    } catch (bad_usage const& e) {
        return complain(io.err, usage, e.what());
    } catch (bad_data const& e) {
        return complain(io.err, bad_input, e.what());
    } catch (error const& e) {
        return complain(io.err, code_of(e), e.what());
    } catch (std::bad_alloc const&) {
        return complain(io.err, failed, "not enough memory");
    } catch (std::exception const& e) {
        return complain(io.err, failed, e.what());
    }
} catch (...) { // even complaining failed
    return failed;
}

} // namespace capgraph::cli
