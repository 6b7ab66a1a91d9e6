// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How fast is a text read into a ledger, and in how much memory?
//
//     bench_loading [MEGABYTES [REPETITIONS [SEED]]]
//     bench_loading --statements [NUMBER [TEXT [SEED]]]
//
// scripts/bench loading runs the first and leaves the program in build/bench/bench for the second.
//
// The first makes up that much JSON Lines in capgraph's data format (200 MB) and, in one thread and
// one run on the same bytes, parses it with nothing behind the parser (the floor: Boost.JSON's
// basic_parser, with which capgraph reads), makes a tree of each line (Boost.JSON, nlohmann/json,
// RapidJSON, where they are found) and reads it into a full ledger; then makes a view of that, and
// a network. Repetitions are interleaved; the figures are medians of processor time. The peers only
// build trees; how many records of each kind those hold, what the sums come to and how long the
// names are must agree with the ledger. Two more things are measured: the most memory that reading
// took beside what the ledger keeps, in a process of its own that reads a pipe; and 100,000 slugs
// that all have the same hash in the standard library, against random ones.
//
// The second reads that many statements (10 million) from a pipe, each with TEXT bytes (80) of text
// of its own (sources, entities and rounds have about as much in their ids and names), and tells
// the time and the memory of the ledger, its view and its network. Takes minutes.

#include "loading/census.hpp"
#include "loading/hostile_keys.hpp"
#include "loading/json_lines.hpp"
#include "loading/trees.hpp"
#include "measure.hpp"
#include "process.hpp"

#include <capgraph/io/read/json.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/network/network.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <cstring>
#include <exception>
#include <functional>
#include <limits>
#include <optional>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

namespace {

using bench::measure;
using bench::time_of;
using capgraph::ledger;

constexpr double mega = 1e6;
constexpr double mebi = 1024.0 * 1024.0;

std::size_t volatile black_hole = 0; // whatever is added here must be computed

void target(char const* name, double ratio, double wanted)
{
    std::printf("target: loading.%s %.2f %.1f\n", name, ratio, wanted);
}

/// Argument `i`, or `fallback` where there is none; ends the program where it is no number.
std::size_t number(int argc, char** argv, int i, std::size_t fallback)
{
    if (i >= argc) {
        return fallback;
    }
    char* end = nullptr;
    auto const value = std::strtoull(argv[i], &end, 10);
    if (end == argv[i] || *end != '\0') {
        std::fprintf(stderr, "bench_loading: '%s' is no number\n", argv[i]);
        std::exit(2);
    }
    return static_cast<std::size_t>(value);
}

ledger read(std::string_view text)
{
    return capgraph::read_json(text, {.format = capgraph::json_format::lines});
}

// ---- Speed

/// Ways of reading one text. A peer that is not found is no function.
struct ways {
    std::function<void()> floor, boost, nlohmann, rapidjson, ours;
};

/// The census by the trees of each peer that is there; what differs is an error.
bool agree(std::string_view text, bench::census const& ours)
{
    auto const same = [&](char const* name, auto const& make_trees) {
        bench::census theirs;
        make_trees(text, [&](auto const& tree) { bench::count(theirs, tree); });
        if (!(theirs == ours)) {
            std::fprintf(stderr,
                         "bench_loading: by %s there are %zu records, %llu cents, %zu bytes of "
                         "names, by ours %zu, %llu, %zu\n",
                         name, theirs.num_records(), static_cast<unsigned long long>(theirs.cents),
                         theirs.names, ours.num_records(),
                         static_cast<unsigned long long>(ours.cents), ours.names);
        }
        return theirs == ours;
    };
    bool all = same("Boost.JSON", [](auto t, auto take) { bench::boost_trees(t, take); });
#ifdef BENCH_NLOHMANN
    all = same("nlohmann/json", [](auto t, auto take) { bench::nlohmann_trees(t, take); }) && all;
#endif
#ifdef BENCH_RAPIDJSON
    all = same("RapidJSON", [](auto t, auto take) { bench::rapidjson_trees(t, take); }) && all;
#endif
    return all;
}

ways ways_of_reading(std::string_view text, std::optional<ledger>& book)
{
    auto const count_trees = [](auto const& /*tree*/) { black_hole = black_hole + 1; };
    ways all;
    all.floor = [=] { black_hole = black_hole + bench::parse_only(text); };
    all.boost = [=] { bench::boost_trees(text, count_trees); };
#ifdef BENCH_NLOHMANN
    all.nlohmann = [=] { bench::nlohmann_trees(text, count_trees); };
#endif
#ifdef BENCH_RAPIDJSON
    all.rapidjson = [=] { bench::rapidjson_trees(text, count_trees); };
#endif
    all.ours = [&book, text] { book.emplace(read(text)); };
    return all;
}

/// What the machine must do at least: look at each byte once.
void bare_pass(std::string_view text)
{
    std::uint64_t sum = 0;
    for (std::size_t i = 0; i + 8 <= text.size(); i += 8) {
        std::uint64_t word = 0;
        std::memcpy(&word, text.data() + i, 8);
        sum += word;
    }
    black_hole = black_hole + sum;
}

void print(char const* name, double milliseconds, double bytes, double floor)
{
    std::printf("%-28s %10.1f %10.0f %9.2f\n", name, milliseconds, bytes / milliseconds / 1000.0,
                milliseconds / floor);
}

std::string text_of(std::size_t bytes, std::uint64_t seed)
{
    std::string text;
    text.reserve(bytes + 65536);
    bench::json_lines lines{seed};
    while (text.size() < bytes) {
        lines.append_to(text);
    }
    return text;
}

bool measure_speed(std::size_t bytes, int repetitions, std::uint64_t seed)
{
    auto const text = text_of(bytes, seed);
    std::optional<ledger> book;
    auto const all = ways_of_reading(text, book);
    auto const or_nothing = [](std::function<void()> const& way) { return way ? way : [] {}; };
    auto const [pass, floor, boost, nlohmann, rapidjson, ours] =
        measure<6>({[&] { bare_pass(text); }, all.floor, all.boost, or_nothing(all.nlohmann),
                    or_nothing(all.rapidjson), all.ours},
                   repetitions, [&] { book.reset(); });

    book.emplace(read(text));
    std::optional<capgraph::view> seen;
    std::optional<capgraph::network> who;
    auto const [viewing] = measure<1>({[&] { seen.emplace(*book); }}, repetitions);
    auto const [networking] =
        measure<1>({[&] { who.emplace(*seen); }}, repetitions, [&] { who.reset(); });

    auto const size = static_cast<double>(text.size());
    auto const statements = book->num_statements();
    std::printf("%.1f MB of JSON Lines, %zu statements, %zu entities; one thread\n"
                "milliseconds of processor time, medians of %d interleaved repetitions\n\n",
                size / mega, statements, book->num_entities(), repetitions);
    std::printf("%-28s %10s %10s %9s\n", "", "ms", "MB/s", "x floor");
    print("a bare pass over the bytes", pass, size, floor);
    print("floor: parser, no handler", floor, size, floor);
    print("Boost.JSON, trees", boost, size, floor);
    if (all.rapidjson) {
        print("RapidJSON, trees", rapidjson, size, floor);
    }
    if (all.nlohmann) {
        print("nlohmann/json, trees", nlohmann, size, floor);
    }
    print("capgraph, a ledger", ours, size, floor);
    print("  then a view of it", viewing, size, floor);
    print("  and a network of that", networking, size, floor);
    std::printf(
        "\nours: %.0f ns a statement, %.2f times the floor (wanted: 3; better: 2), which is "
        "%.1f times a bare pass\n",
        ours * 1e6 / static_cast<double>(statements), ours / floor, floor / pass);
    if (!agree(text, bench::census_of(*book))) {
        return false;
    }
    std::printf("records of each kind, sums of money and names agree\n\n");
    target("three_floors_over_ours", 3 * floor / ours, 1.0);
    target("boost_trees_over_ours", boost / ours, 1.0);
    if (all.nlohmann) {
        target("nlohmann_trees_over_ours", nlohmann / ours, 6.0);
    }
    target("reading_over_view_and_network", ours / (viewing + networking), 1.0);
    return true;
}

// ---- Memory

/// What came of reading a pipe.
struct reading {
    double milliseconds, viewing, networking;
    std::uint64_t before, peak, kept, peak_in_all;
    std::size_t statements, investments;
};

/// Writes `records` or `bytes` into a pipe, whichever comes first.
void write_lines(int file, bench::json_lines lines, std::size_t records, std::size_t bytes)
{
    std::string piece;
    for (std::size_t written = 0; lines.records() < records && written < bytes;) {
        piece.clear();
        while (piece.size() < 65536 && lines.records() < records) {
            lines.append_to(piece);
        }
        bench::write_all(file, piece);
        written += piece.size();
    }
}

/// Reads a pipe that another process writes; to be called in a process that holds no text.
reading read_pipe(bench::json_lines const& lines, std::size_t records, std::size_t bytes)
{
    bench::child const writer{[&](int file) { write_lines(file, lines, records, bytes); }};
    reading all{};
    std::optional<ledger> book;
    all.before = bench::resident_trimmed();
    all.milliseconds = time_of([&] {
        book.emplace(capgraph::read_json_file("/proc/self/fd/" + std::to_string(writer.file()),
                                              {.format = capgraph::json_format::lines}));
    });
    all.peak = bench::memory_status("VmHWM");
    all.kept = bench::resident_trimmed();
    all.statements = book->num_statements();
    std::optional<capgraph::view> seen;
    all.viewing = time_of([&] { seen.emplace(*book); });
    std::optional<capgraph::network> who;
    all.networking = time_of([&] { who.emplace(*seen); });
    all.peak_in_all = bench::memory_status("VmHWM");
    all.investments = who->investments().size();
    return all;
}

void print(reading const& all)
{
    auto const each =
        static_cast<double>(all.kept - all.before) / static_cast<double>(all.statements);
    std::printf("%zu statements read from a pipe in %.1f s\n"
                "resident: %.1f MiB before, at most %.1f MiB while reading, %.1f MiB kept: %.0f "
                "bytes a statement\n",
                all.statements, all.milliseconds / 1000.0, static_cast<double>(all.before) / mebi,
                static_cast<double>(all.peak) / mebi, static_cast<double>(all.kept) / mebi, each);
}

void measure_parser_memory(std::size_t bytes, std::uint64_t seed)
{
    auto const all = bench::in_child([&] {
        return read_pipe(bench::json_lines{seed}, std::numeric_limits<std::size_t>::max(), bytes);
    });
    print(all);
    auto const beside = static_cast<double>(all.peak) - static_cast<double>(all.kept);
    std::printf("beside what the ledger keeps: %.1f MiB at most, its tables' growing included\n\n",
                beside / mebi);
    target("8_mib_over_memory_beside", 8 * mebi / std::max(beside, 1.0), 1.0);
}

void measure_statements(std::size_t statements, std::size_t text, std::uint64_t seed)
{
    auto const all = bench::in_child([&] {
        return read_pipe(bench::json_lines{seed, text}, statements,
                         std::numeric_limits<std::size_t>::max());
    });
    std::printf("each with %zu bytes of text of its own:\n", text);
    print(all);
    std::printf("a view in %.1f s, a network of %zu investments in %.1f s; at most %.1f MiB "
                "resident in all\n\n",
                all.viewing / 1000.0, all.investments, all.networking / 1000.0,
                static_cast<double>(all.peak_in_all) / mebi);
    target("2_gib_over_peak", 2048 * mebi / static_cast<double>(all.peak), 1.0);
    target("reading_over_view_and_network_of_statements",
           all.milliseconds / (all.viewing + all.networking), 1.0);
}

// ---- Hostile keys

double time_of_set(std::vector<std::string> const& keys, std::size_t count)
{
    return time_of([&] {
        std::unordered_set<std::string_view> const set(
            keys.begin(), keys.begin() + static_cast<std::ptrdiff_t>(count));
        black_hole = black_hole + set.size();
    });
}

void measure_hostile_keys(int repetitions, std::uint64_t seed)
{
    constexpr std::size_t count = 100'000;
    constexpr std::size_t few = 10'000; // of all of them it would take a minute
    auto const hostile = bench::colliding_keys(count);
    auto const harmless = bench::random_keys(count, seed);
    std::unordered_set<std::size_t> hashes;
    for (auto const& key : hostile) {
        hashes.insert(std::hash<std::string>{}(key));
    }
    std::printf("%zu slugs such as %s have %zu hashes by std::hash\n"
                "std::unordered_set: %.1f ms for %zu of them, %.1f ms for as many random ones\n",
                count, hostile.front().c_str(), hashes.size(), time_of_set(hostile, few), few,
                time_of_set(harmless, few));

    auto const bad = bench::entities_of(hostile);
    auto const good = bench::entities_of(harmless);
    auto const [of_bad, of_good] =
        measure<2>({[&] { black_hole = black_hole + read(bad).num_entities(); },
                    [&] { black_hole = black_hole + read(good).num_entities(); }},
                   std::max(repetitions, 5));
    std::printf("a ledger of all of them: %.1f ms, of as many random ones: %.1f ms\n\n", of_bad,
                of_good);
    target("twice_random_over_hostile_keys", 2 * of_good / of_bad, 1.0);
}

int run(int argc, char** argv)
{
    if (argc > 1 && std::string_view{argv[1]} == "--statements") {
        measure_statements(number(argc, argv, 2, 10'000'000), number(argc, argv, 3, 80),
                           number(argc, argv, 4, 20260701));
        return EXIT_SUCCESS;
    }
    auto const bytes = number(argc, argv, 1, 200) * 1'000'000;
    auto const repetitions = std::max(static_cast<int>(number(argc, argv, 2, 5)), 1);
    auto const seed = number(argc, argv, 3, 20260701);
    measure_parser_memory(bytes, seed); // first, while this process is small
    std::printf("\n");
    if (!measure_speed(bytes, repetitions, seed)) {
        return EXIT_FAILURE;
    }
    std::printf("\n");
    measure_hostile_keys(repetitions, seed);
    return EXIT_SUCCESS;
}

} // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // it takes long: show what is known
    try {
        return run(argc, argv);
    } catch (std::exception const& e) {
        std::fprintf(stderr, "bench_loading: %s\n", e.what());
        return EXIT_FAILURE;
    }
}
