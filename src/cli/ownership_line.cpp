// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "ownership_line.hpp"

#include "option_kinds.hpp"
#include "rate_option.hpp"

#include <capgraph/model/state_link.hpp>

#include <CLI/CLI.hpp>

namespace capgraph::cli {

namespace {

void add_unknown(CLI::App& to, std::optional<unknown_choice>& into, char const* help)
{
    add_choice(to, "--unknown-owners", into, help);
}

} // namespace

void add_state(CLI::App& to, backing_choice& into)
{
    add_choice(to, "--measure", into.measure, "Who counts as the state (default: labelled)");
    add_choice(to, "--level", into.level, "Which level of the state (default: any)");
    add_unknown(to, into.unknown,
                "Whether what nobody is said to hold may be the state's (default: possible)");
    to.add_option("--country", into.country, "Which state, by ISO 3166 code (default: any)")
        ->type_name("CODE")
        ->check([](std::string const& code) {
            return is_country_code(code) ? "" : "'" + code + "' is no code of two capital letters";
        });
}

void add_ownership(CLI::App& to, ownership_choice& into)
{
    to.add_option("entity", into.entity, "A company or an owner, by id or name")
        ->type_name("ENTITY")
        ->required();
    to.add_flag("--holdings", into.holdings, "What it owns, instead of who owns it");
    add_choice(to, "--semantics", into.semantics,
               "What is meant by a part held through others (default: look_through)");
    add_unknown(to, into.unknown,
                "Whether what nobody is said to hold may be anybody's (default: impossible)");
}

void add_control(CLI::App& to, ownership_choice& into)
{
    to.add_option("entity", into.entity, "A company or a controller, by id or name")
        ->type_name("ENTITY")
        ->required();
    add_words(to, "--in-concert-with", into.group,
              "Others who act in concert with it, with commas between", "ENTITY,...");
    to.add_option("--threshold", into.threshold,
                  "The part of the votes that makes control (default: 0.5)")
        ->type_name("PART")
        ->check([](std::string const& text) {
            double part = -1.0;
            auto const ok = CLI::detail::lexical_cast(text, part) && part >= 0.0 && part <= 1.0;
            return ok ? "" : "'" + text + "' is no part from 0 to 1";
        });
    to.add_flag("--at-least", into.at_least, "That part is enough; else it takes more");
    to.add_flag("--not-declared", into.not_declared, "Take no source's word for control");
    add_choice(to, "--rule", into.rule,
               "By votes, or what belongs to it by a sanctions rule (default: votes)");
}

void add_what_if(CLI::App& to, backing_choice& into)
{
    to.add_option("company", into.company, "A company, by id or name (default: all)")
        ->type_name("COMPANY");
    to.add_option("--round", into.round, "One round, by id")->type_name("ID");
    to.add_option("--with", into.with, "What to suppose: statements in the data format")
        ->type_name("FILE")
        ->required();
    add_state(to, into);
    add_choice(to, "--denominator", into.denominator,
               "A part of what (default: total, and external)");
    add_choice(to, "--unnamed", into.unnamed,
               "Whether investors no source names may have paid (default: impossible)");
    add_rates(to, "--rate", into.rates);
}

void add_narrowing(CLI::App& to, backing_choice& into)
{
    to.add_option("company", into.company, "A company, by id or name")->type_name("COMPANY");
    to.add_option("--round", into.round, "One round, by id")->type_name("ID");
    add_state(to, into);
    add_choice(to, "--denominator", into.denominator, "A part of what (default: total)");
    add_choice(to, "--unnamed", into.unnamed,
               "Whether investors no source names may have paid (default: impossible)");
    add_rates(to, "--rate", into.rates);
}

} // namespace capgraph::cli
