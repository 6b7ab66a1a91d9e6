// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// How fast are the questions of ownership, and in how much memory?
//
//     bench_ownership [COMPANIES [REPETITIONS [SEED]]]
//     bench_ownership --scale [COMPANIES]
//
// scripts/bench ownership runs the first and leaves the program in build/bench/bench for the rest.
//
// The first makes up that many companies with cross-holdings (1 million, then 10 million) and, in
// one thread and one run on the same stakes, finds the part of each that the state holds through
// chains: with capgraph (exact stakes; then bounds, every fifth stake being an interval; then what
// the state controls), with Eigen's BiCGSTAB where it is found, and by plain iteration. Indices
// are made beforehand and counted apart. Repetitions are interleaved; the figures are medians of
// processor time. Answers must agree to 1e-9. SciPy's solvers, which were slower than Eigen's
// where both were tried, need Python, and are left out. On the largest network, questions about
// one company are asked too, of random ones.
//
// The second, which follows the first where no number is given, asks everything of a chain (10
// million companies), a comb and a ring (1 million) on a stack of 64 KiB.

#include "ownership/all_companies.hpp"
#include "ownership/deep.hpp"
#include "ownership/queries.hpp"
#include "ownership/subject.hpp"
#include "ownership/synthetic.hpp"
#include "process.hpp"

#include <capgraph/algorithm/look_through.hpp>

#include <algorithm>
#include <array>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <stdexcept>
#include <string>
#include <string_view>

#include <sys/resource.h>
#include <unistd.h>

namespace {

using bench::agreed;
using bench::mebi;
using bench::subject;
using bench::target;

/// Argument `i`, or `fallback` where there is none; ends the program where it is no number.
std::size_t number(int argc, char** argv, int i, std::size_t fallback)
{
    if (i >= argc) {
        return fallback;
    }
    char* end = nullptr;
    auto const value = std::strtoull(argv[i], &end, 10);
    if (end == argv[i] || *end != '\0') {
        std::fprintf(stderr, "bench_ownership: '%s' is no number\n", argv[i]);
        std::exit(2);
    }
    return static_cast<std::size_t>(value);
}

// ---- One company

bool print(bench::asked const& a)
{
    using bench::quantile;
    auto const& t = a.microseconds;
    std::printf("%-28s %8.1f %9.1f %10.1f %7.0f %8.0f %6zu %9.1e\n", a.what.c_str(),
                quantile(t, 0.5), quantile(t, 0.99), quantile(t, 1.0), quantile(a.sizes, 0.5),
                quantile(a.sizes, 0.99), a.cut, a.difference);
    return a.difference <= agreed;
}

bool measure_questions(subject const& s, std::uint64_t seed)
{
    constexpr std::size_t times = 5000;
    auto const& w = s.power.votes();
    auto const state = capgraph::look_through(w, s.all.state);
    std::printf("one company of %zu, %zu random ones; microseconds of processor time, vertices "
                "looked at\n%-28s %8s %9s %10s %7s %8s %6s %9s\n",
                s.all.companies, times, "", "median", "99 %", "most", "median", "99 %", "cut",
                "differ");
    std::array const all{bench::ask_for_owners(w, s.all, state, times, seed),
                         bench::ask_for_holdings(w, s.all, times, seed),
                         bench::ask_for_control(s.power, s.all, times, seed)};
    auto all_agree = true;
    for (auto const& a : all) {
        all_agree = print(a) && all_agree;
    }
    std::printf("\n");
    static constexpr std::array names{"owners", "holdings", "control"};
    for (std::size_t i = 0; i < all.size(); ++i) {
        target(std::string{"100_microseconds_over_"} + names[i],
               100.0 / bench::quantile(all[i].microseconds, 0.5), 1.0);
    }
    std::printf("\n");
    return all_agree;
}

bool measure_size(std::size_t companies, bool asks_questions, int repetitions, std::uint64_t seed)
{
    subject const s{bench::ownership_maker{companies, seed}()};
    auto const size = companies % 1'000'000 == 0 ? std::to_string(companies / 1'000'000) + "m"
                                                 : std::to_string(companies);
    auto const is_right = bench::measure_network(s, size, repetitions);
    return (!asks_questions || measure_questions(s, seed)) && is_right;
}

// ---- Depth

/// The stack of a process is set when its program starts: it is started again, with these
/// arguments, unless its stack is small already.
void take_small_stack(char* const* argv)
{
    constexpr rlim_t small = 64 * 1024;
    rlimit stack{};
    ::getrlimit(RLIMIT_STACK, &stack);
    if (stack.rlim_cur != small) {
        stack.rlim_cur = small;
        ::setrlimit(RLIMIT_STACK, &stack);
        ::execv("/proc/self/exe", argv);
        throw std::runtime_error{"cannot start itself again"};
    }
}

void measure_depth(std::size_t companies)
{
    std::printf(
        "on a stack of 64 KiB; milliseconds of processor time\n%-6s %9s %6s %5s %7s %5s %7s "
        "%5s %5s %7s %5s %7s %8s\n",
        "", "companies", "index", "look", "passage", "walk", "weakest", "paths", "above", "control",
        "why", "belongs", "peak MiB");
    auto const ask = [](char const* name, bench::deep_shape shape, std::size_t n) {
        auto const t =
            bench::in_child([=] { return bench::ask_deep(shape, static_cast<std::uint32_t>(n)); });
        std::printf("%-6s %9zu %6.0f %5.0f %7.0f %5.0f %7.0f %5.0f %5.1f %7.0f %5.0f %7.0f %8.0f\n",
                    name, n, t.building, t.looking_through, t.passing, t.walking, t.weakest,
                    t.paths, t.above, t.controlling, t.explaining, t.listing,
                    static_cast<double>(t.peak) / mebi);
        return t.peak;
    };
    auto const peak = ask("chain", bench::deep_shape::chain, companies);
    ask("comb", bench::deep_shape::comb, companies);
    ask("ring", bench::deep_shape::ring, companies / 10);
    std::printf("\n");
    target("800_mb_over_chain", 800e6 / static_cast<double>(peak), 1.0);
}

int run(int argc, char** argv)
{
    if (argc > 1 && std::string_view{argv[1]} == "--scale") {
        take_small_stack(argv);
        // A tenth of it goes around in a ring, of which a question about one company is cut.
        measure_depth(std::max<std::size_t>(number(argc, argv, 2, 10'000'000), 1'000'000));
        return EXIT_SUCCESS;
    }
    auto const companies = number(argc, argv, 1, 0);
    auto const repetitions = std::max(static_cast<int>(number(argc, argv, 2, 3)), 1);
    auto const seed = number(argc, argv, 3, 20260701);
    auto is_right = true;
    if (companies == 0) {
        is_right = measure_size(1'000'000, false, repetitions, seed);
    }
    is_right =
        measure_size(companies == 0 ? 10'000'000 : companies, true, repetitions, seed) && is_right;
    if (is_right && companies == 0) {
        std::string scale{"--scale"};
        std::array<char*, 3> const arguments{argv[0], scale.data(), nullptr};
        take_small_stack(arguments.data()); // does not return
    }
    return is_right ? EXIT_SUCCESS : EXIT_FAILURE;
}

} // namespace

int main(int argc, char** argv)
{
    std::setvbuf(stdout, nullptr, _IOLBF, BUFSIZ); // it takes long: show what is known
    try {
        return run(argc, argv);
    } catch (std::exception const& e) {
        std::fprintf(stderr, "bench_ownership: %s\n", e.what());
        return EXIT_FAILURE;
    }
}
