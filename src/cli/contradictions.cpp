// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "contradictions.hpp"

#include <CLI/CLI.hpp>

#include <array>
#include <initializer_list>
#include <string>
#include <utility>

namespace capgraph::cli {

namespace {

bool is_given(CLI::App const& line, char const* option)
{
    auto const* const found = line.get_option_no_throw(option);
    return found != nullptr && found->count() > 0;
}

/// What says of which companies or rounds; of these a company and a round of it go together.
constexpr std::array scopes{"company", "--round", "--sector", "--portfolio", "--together"};

[[noreturn]] void refuse(std::string const& one, std::string const& other)
{
    throw CLI::ValidationError{one + " and " + other + " don't go together"};
}

void refuse_scopes(CLI::App const& line)
{
    for (std::size_t i = 0; i < scopes.size(); ++i) {
        for (auto k = i < 2 ? std::size_t{2} : i + 1; k < scopes.size(); ++k) {
            if (is_given(line, scopes[i]) && is_given(line, scopes[k])) {
                refuse(i == 0 ? "a company" : scopes[i], scopes[k]);
            }
        }
    }
}

/// The scope of several companies together; empty for none.
std::string group_of(backing_choice const& asked)
{
    return !asked.sector.empty()      ? "--sector"
           : !asked.portfolio.empty() ? "--portfolio"
           : asked.together           ? "--together"
                                      : "";
}

void refuse_of_backing(CLI::App const& line, invocation const& what)
{
    refuse_scopes(line);
    auto const group = group_of(what.backing);
    if (is_given(line, "--over") && is_given(line, "--known-at")) {
        refuse("--over", "--known-at");
    }
    if (is_given(line, "--unit")) {
        auto const rounds = what.unit == co_investment_unit::same_round;
        if (rounds && !group.empty()) {
            refuse("--unit round", group);
        }
        if (!rounds && !what.backing.round.empty()) {
            refuse("--unit company", "--round");
        }
    }
    if (what.backing.denominator != backing_denominator::post_money) {
        return;
    }
    // Later rounds dilute: there is no such part of several together.
    auto const by_company =
        is_given(line, "--unit") && what.unit == co_investment_unit::same_company;
    if (!group.empty() || by_company) {
        refuse("--denominator post_money", group.empty() ? "--unit company" : group);
    }
    if (what.backing.best != backing_convention::none) {
        refuse("--denominator post_money", "--best");
    }
    if (what.subcommand == "narrowing") {
        refuse("--denominator post_money", "narrowing");
    }
}

void refuse_of_ownership(CLI::App const& line, ownership_choice const& asked)
{
    if (asked.rule != rule_choice::votes) {
        for (auto const* const option : {"--threshold", "--at-least", "--not-declared"}) {
            if (is_given(line, option)) {
                refuse("--rule " + std::string{to_string(asked.rule)}, option);
            }
        }
    }
    if (asked.unknown == unknown_choice::possible
        && asked.semantics != ownership_semantics::look_through) {
        refuse("--unknown-owners possible",
               "--semantics " + std::string{to_string(asked.semantics)});
    }
}

} // namespace

void refuse_contradictions(CLI::App const& line, invocation const& what)
{
    refuse_of_backing(line, what);
    refuse_of_ownership(line, what.ownership);
}

} // namespace capgraph::cli
