// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "command_line.hpp"

#include "co_investment_line.hpp"
#include "contradictions.hpp"
#include "listed.hpp"
#include "option_kinds.hpp"
#include "ownership_line.hpp"
#include "rate_option.hpp"
#include "terminal_text.hpp"

#include <capgraph/model/state_link.hpp>
#include <capgraph/version.hpp>

#include <CLI/CLI.hpp>

#include <algorithm>
#include <ostream>
#include <sstream>

namespace capgraph::cli {

namespace {

/// The statuses that a deal can be asked to have reached: all but `withdrawn`.
constexpr std::size_t ladder = static_cast<std::size_t>(deal_status::closed) + 1;

/// What every subcommand takes.
void add_common(CLI::App& to, invocation& into)
{
    to.option_defaults()->group("Data and view");
    to.add_option("--data", into.data, "The data set; - reads standard input (default: built in)")
        ->type_name("FILE");
    add_choice(to, "--format", into.format.format,
               "What the data set is written in (default: detect)");
    to.add_option("--rejects", into.format.rejects,
                  "Keep here what is refused and why; of a table, read the other rows")
        ->type_name("FILE");
    add_date(to, "--valid-at", into.seen.valid_at, "Holdings and relations as they stood then");
    add_date(to, "--known-at", into.seen.known_at, "Only what had been reported by then");
    add_choice<deal_status, deal_status>(to, "--min-status", into.seen.min_status,
                                         "How far a deal must have come (default: closed)", ladder);
    add_choice(to, "--unit", into.unit,
               "What co-investors share; rows of state-backing (default: company)");
    add_choice(to, "--roll-up", into.roll_up, "Whom an investment is put down to (default: none)");
    add_choice(to, "--known", into.seen.known,
               "What to do with reports of uncertain date (default: certainly)");
    add_choice(to, "--valid", into.seen.valid,
               "What to do with holdings of uncertain date (default: possibly)");
    add_choice(to, "--relays", into.seen.relays,
               "From when a relayed report counts (default: as_reported)");
    to.option_defaults()->group("Output");
    add_count(to, "--top", into.top, "At most so many rows");
    to.add_flag("--json", into.json, "One JSON object instead of tables");
    to.option_defaults()->group("Options");
}

void add_centrality(CLI::App& to, centrality_choice& into)
{
    add_choice(to, "--graph", into.graph, "Of which graph (default: co-investment)");
    auto const list = choices<measure_choice>();
    to.add_option_function<std::string>(
          "--measure",
          [&into, list](std::string const& texts) {
              into.measures.clear();
              for (auto const& text : words_in(texts)) {
                  into.measures.push_back(choice_of<measure_choice>("--measure", text, list));
              }
          },
          "One, or several with commas between (default: degree)")
        ->type_name(list);
    add_choice(to, "--normalization", into.scale, "How to scale (default: the measure's own)");
}

void add_communities(CLI::App& to, community_choice& into)
{
    add_choice(to, "--graph", into.graph, "Of which graph (default: co-investment)");
    add_number(to, "--resolution", into.resolution,
               "Above 1 for smaller communities, below 1 for larger ones (default: 1)", 0.0, 1e6);
    add_whole(to, "--seed", into.seed, "Where the choices by chance begin (default: 0)");
}

void add_backing(CLI::App& to, backing_choice& into)
{
    to.add_option("company", into.company, "A company, by id or name (default: all)")
        ->type_name("COMPANY");
    to.add_option("--round", into.round, "One round, by id")->type_name("ID");
    add_state(to, into);
    add_choice(to, "--denominator", into.denominator,
               "A part of what (default: total, and external)");
    add_choice(to, "--unnamed", into.unnamed,
               "Whether investors no source names may have paid (default: impossible)");
    add_choice(to, "--best", into.best, "A convention for one figure (default: none)");
    add_choice(to, "--heads", into.heads, "Whom headcount counts (default: investors)");
    to.add_option("--sector", into.sector, "All companies of a sector, together")
        ->type_name("SECTOR");
    to.add_option("--portfolio", into.portfolio, "All companies that an investor backs, together")
        ->type_name("INVESTOR");
    to.add_flag("--together", into.together, "All companies of the network, together");
    add_dates(to, "--over", into.over, "As known on each of several days, with commas between");
    add_rates(to, "--rate", into.rates);
}

void add_explain(CLI::App& to, explain_choice& into)
{
    auto const list = choices<figure_choice>();
    to.add_option_function<std::string>(
          "figure",
          [&into, list](std::string const& text) {
              into.figure = choice_of<figure_choice>("figure", text, list);
          },
          "Of which figure; network is all that centralities and statistics rest on")
        ->type_name(list)
        ->required();
    to.add_option("entity", into.entity, "A company or an investor, by id or name")
        ->type_name("ENTITY");
    to.add_option("other", into.other, "The other investor of a pair, of co-investment")
        ->type_name("OTHER");
    to.add_option("--round", into.round, "One round, by id, of state-backing")->type_name("ID");
    add_choice(to, "--measure", into.measure, "By which measure, of state-backing");
}

/// A subcommand as its help has it, and what only it is told.
struct described_subcommand {
    char const* name;
    char const* about;
    char const* examples;
    void (*add)(CLI::App& to, invocation& into);
};

void add_nothing(CLI::App& /*to*/, invocation& /*into*/) {}

constexpr described_subcommand described_subcommands[] = {
    {"stats", "Count what there is, and list the companies",
     "  capgraph stats\n"
     "  capgraph stats --known-at 2026-05-15 --min-status in_talks",
     add_nothing},
    {"co-investors", "Who backs the same companies as an investor",
     "  capgraph co-investors alibaba\n"
     "  capgraph co-investors alibaba --unit round --min-status committed\n"
     "  capgraph co-investors alibaba --with tencent --weight jaccard",
     add_co_investors},
    {"co-investment", "Which pairs of investors back the same companies",
     "  capgraph co-investment --top 20\n"
     "  capgraph co-investment --min-status rumored --unit round --json\n"
     "  capgraph co-investment --weight newman --min-weight 0.5\n"
     "  capgraph co-investment --significance hypergeometric",
     [](CLI::App& to, invocation& into) { add_co_investment(to, into.ties); }},
    {"estimate", "How large the co-investment network would be",
     "  capgraph estimate\n"
     "  capgraph estimate --data FILE --unit round --json",
     [](CLI::App& to, invocation& into) { add_estimate(to, into.ties); }},
    {"syndicates", "Who invests together again and again",
     "  capgraph syndicates --min-times 2\n"
     "  capgraph syndicates --by-year\n"
     "  capgraph syndicates --candidates zhipu",
     [](CLI::App& to, invocation& into) { add_syndicates(to, into.ties); }},
    {"centrality", "Rank investors by how central they are",
     "  capgraph centrality --measure betweenness\n"
     "  capgraph centrality --measure degree,eigenvector --top 5\n"
     "  capgraph centrality --graph two-mode --normalization none",
     [](CLI::App& to, invocation& into) { add_centrality(to, into.centrality); }},
    {"communities", "Who belongs together: groups with more ties within than chance",
     "  capgraph communities\n"
     "  capgraph communities --graph two-mode --top 3\n"
     "  capgraph communities --resolution 2 --seed 7 --json",
     [](CLI::App& to, invocation& into) { add_communities(to, into.communities); }},
    {"state-backing", "How much of the money comes from the state",
     "  capgraph state-backing moonshot-ai\n"
     "  capgraph state-backing --round deepseek-2026 --min-status in_talks\n"
     "  capgraph state-backing --measure organs --denominator external",
     [](CLI::App& to, invocation& into) { add_backing(to, into.backing); }},
    {"explain", "Name the statements that a figure rests on",
     "  capgraph explain state-backing zhipu\n"
     "  capgraph explain state-backing --round deepseek-2026\n"
     "  capgraph explain co-investment alibaba tencent\n"
     "  capgraph explain ownership deepseek\n"
     "  capgraph explain valuation deepseek --known-at 2026-05-15",
     [](CLI::App& to, invocation& into) { add_explain(to, into.explain); }},
    {"owners", "Who owns an entity, or what it owns",
     "  capgraph owners deepseek\n"
     "  capgraph owners deepseek --semantics first_passage\n"
     "  capgraph owners big-fund-3 --holdings",
     [](CLI::App& to, invocation& into) { add_ownership(to, into.ownership); }},
    {"control", "Who controls an entity, what it controls, why",
     "  capgraph control deepseek\n"
     "  capgraph control liang-wenfeng --threshold 0.25 --at-least\n"
     "  capgraph control ministry-of-finance --rule ofac",
     [](CLI::App& to, invocation& into) { add_control(to, into.ownership); }},
    {"what-if", "The state's part, had more been reported",
     "  capgraph what-if deepseek --with FILE\n"
     "  capgraph what-if --with FILE --measure look_through --json",
     [](CLI::App& to, invocation& into) { add_what_if(to, into.backing); }},
    {"narrowing", "Which unknown figure would narrow the state's part most",
     "  capgraph narrowing zhipu\n"
     "  capgraph narrowing --round deepseek-2026 --min-status in_talks",
     [](CLI::App& to, invocation& into) { add_narrowing(to, into.backing); }},
    {"validate", "Read a data set and list all that is wrong with it",
     "  capgraph validate --data FILE\n"
     "  capgraph validate --data - --json < FILE\n"
     "  capgraph validate --data FILE --rejects REFUSED",
     add_nothing},
};

void add_subcommand(CLI::App& to, invocation& into, described_subcommand const& what)
{
    auto& sub = *to.add_subcommand(what.name, what.about);
    sub.footer(std::string{"Examples:\n"} + what.examples);
    sub.get_formatter()->column_width(34);
    add_common(sub, into);
    what.add(sub, into);
}

constexpr char const* about =
    "capgraph: who funds, owns and controls whom, from what was reported, with honest bounds";
constexpr char const* footer =
    "Examples:\n"
    "  capgraph stats                                      what the built-in data set holds\n"
    "  capgraph co-investment --min-status in_talks        who backs the same companies\n"
    "  capgraph state-backing --data FILE --json           for programs\n"
    "  capgraph SUBCOMMAND --help                          its options\n"
    "\n"
    "Exit codes: 0 fine, 1 findings or no answer, 2 usage, 3 bad input, 4 failed";

/// CLI11 says of a word that is no subcommand only that there is none.
void require_subcommand(CLI::App const& app, std::vector<std::string> const& arguments)
{
    auto const known = app.get_subcommands([](CLI::App const*) { return true; });
    auto const first = arguments.empty() ? std::string{} : arguments.front();
    auto const is_meant = [&](CLI::App const* each) { return each->get_name() == first; };
    if (first.empty() || first == "-h" || first == "--help" || first == "--version"
        || std::any_of(known.begin(), known.end(), is_meant)) {
        return;
    }
    std::string names;
    for (auto const* each : known) {
        append_listed(names, each->get_name());
    }
    throw CLI::ValidationError{"'" + first + "' is no subcommand: expected one of " + names};
}

/// What CLI11 says of a bad line, in the command's own form.
void print_error(CLI::App const& app, CLI::ParseError const& e, std::ostream& err)
{
    auto const chosen = app.get_subcommands();
    auto const name = chosen.empty() ? std::string{} : ' ' + chosen.front()->get_name();
    err << "capgraph: " << cleaned(e.what()) << "\nTry: capgraph" << name << " --help\n";
}

} // namespace

parsed_line parse_line(std::vector<std::string> arguments, streams const& io)
{
    invocation what;
    CLI::App app{about, "capgraph"};
    app.require_subcommand(1);
    app.set_version_flag("--version", "capgraph " + std::string{version()});
    app.footer(footer);
    for (auto const& each : described_subcommands) {
        add_subcommand(app, what, each);
    }
    try {
        require_subcommand(app, arguments);
        std::reverse(arguments.begin(), arguments.end()); // CLI11 takes them from the back
        app.parse(std::move(arguments));
        what.subcommand = app.get_subcommands().front()->get_name();
        refuse_contradictions(*app.get_subcommands().front(), what);
    } catch (CLI::ParseError const& e) {
        if (e.get_exit_code() == 0) {
            app.exit(e, io.out, io.err);
            return {std::nullopt, fine};
        }
        print_error(app, e, io.err);
        return {std::nullopt, usage};
    }
    auto const has_rows_of_both =
        what.subcommand == "state-backing" || what.subcommand == "what-if";
    if (!what.unit && !has_rows_of_both) {
        what.unit = co_investment_unit::same_company; // there, none is a choice of its own
    }
    return {std::move(what), fine};
}

} // namespace capgraph::cli
