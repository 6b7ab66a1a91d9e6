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

#include "measure.hpp"
#include "ownership/deep.hpp"
#include "ownership/limits.hpp"
#include "ownership/peers.hpp"
#include "ownership/queries.hpp"
#include "ownership/synthetic.hpp"
#include "process.hpp"

#include <capgraph/algorithm/control.hpp>
#include <capgraph/algorithm/look_through.hpp>
#include <capgraph/graph/voting_power.hpp>

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include <sys/resource.h>
#include <unistd.h>

namespace {

using bench::measure;
using bench::ownership;
using bench::time_of;
using capgraph::held_parts;
using capgraph::stake_matrix;
using capgraph::voting_power;

constexpr double mebi = 1024.0 * 1024.0;
constexpr double agreed = 1e-9;

double volatile black_hole = 0.0; // whatever is added here must be computed

void target(std::string const& name, double ratio, double wanted)
{
    std::printf("target: ownership.%s %.2f %.1f\n", name.c_str(), ratio, wanted);
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
        std::fprintf(stderr, "bench_ownership: '%s' is no number\n", argv[i]);
        std::exit(2);
    }
    return static_cast<std::size_t>(value);
}

// ---- All companies

/// One network, in all its forms.
struct subject {
    explicit subject(ownership made) : all{std::move(made)}
    {
        building = time_of([this] { power = voting_power{bench::exact_matrix(all)}; });
        building_widened = time_of([this] { widened = bench::widened_matrix(all); });
        rows = bench::rows_of(all);
    }

    ownership all;
    voting_power power;
    stake_matrix widened;
    bench::owner_rows rows;
    double building = 0.0;
    double building_widened = 0.0;
};

/// What came out, by each way.
struct answers {
    held_parts ours, bounds;
    capgraph::controlled_set control;
    bench::solution power, gauss_seidel, bicgstab;
};

struct times {
    double ours, bounds, control, bicgstab, power, gauss_seidel, pass, gathers, stream;
};

double largest_difference(std::span<double const> a, std::span<double const> b)
{
    auto largest = a.size() == b.size() ? 0.0 : 1.0;
    for (std::size_t v = 0; v < std::min(a.size(), b.size()); ++v) {
        largest = std::max(largest, std::abs(a[v] - b[v]));
    }
    return largest;
}

/// Adds up what is held of each company, whoever holds it: one look at each stake from its owner's
/// side, as in the search for what is controlled.
void plain_pass(stake_matrix const& w, std::vector<double>& held)
{
    for (std::uint32_t v = 0; v < w.num_vertices(); ++v) {
        for (auto const& e : w.owned_by(v)) {
            held[e.vertex] += e.lower;
        }
    }
}

/// By how much `x` fails to be what the best choice of stakes within their bounds makes of it: for
/// all companies the greatest first, as far as the whole reaches.
double failure_of_upper(subject const& s, std::span<double const> x)
{
    std::vector<bool> is_state(x.size());
    for (auto const v : s.all.state) {
        is_state[v] = true;
    }
    auto failure = 0.0;
    std::vector<std::pair<double, double>> rooms;
    for (std::uint32_t v = 0; v < x.size(); ++v) {
        auto const owners = s.widened.owners_of(v);
        auto sum = 0.0;
        auto left = 1.0;
        rooms.clear();
        for (std::size_t k = 0; k < owners.size(); ++k) {
            sum += owners[k].lower * x[owners[k].vertex];
            left -= owners[k].lower;
            rooms.emplace_back(x[owners[k].vertex], s.widened.uppers_of(v)[k] - owners[k].lower);
        }
        std::sort(rooms.rbegin(), rooms.rend());
        for (auto const& [part, room] : rooms) {
            auto const more = std::clamp(left, 0.0, room);
            sum += more * part;
            left -= more;
        }
        failure = std::max(failure, std::abs(x[v] - (is_state[v] ? 1.0 : sum)));
    }
    return failure;
}

times measure_all(subject const& s, answers& out, int repetitions)
{
    auto const& w = s.power.votes();
    std::vector<double> held(w.num_vertices());
    std::function<void()> bicgstab = [] {};
#ifdef BENCH_EIGEN
    bench::eigen_solver const eigen{s.rows};
    bicgstab = [&] { out.bicgstab = eigen(); };
#endif
    auto const all = measure<9>(
        {[&] { out.ours = capgraph::look_through(w, s.all.state); },
         [&] { out.bounds = capgraph::look_through(s.widened, s.all.state); },
         [&] { out.control = capgraph::control_of(s.power, s.all.state); }, bicgstab,
         [&] { out.power = bench::power_iteration(s.rows); },
         [&] { out.gauss_seidel = bench::gauss_seidel(s.rows); }, [&] { plain_pass(w, held); },
         [&] { black_hole = black_hole + bench::gather_owners(s.rows, held); },
         [&] { black_hole = black_hole + bench::stream_rows(s.rows); }},
        repetitions);
    return {all[0], all[1], all[2], all[3], all[4], all[5], all[6], all[7], all[8]};
}

/// How much more than now is resident at the most, in MiB, while `work` runs.
double memory_of(std::function<void()> const& work)
{
    return bench::in_child([&] {
        auto const before = bench::resident_trimmed();
        work();
        return static_cast<double>(bench::memory_status("VmHWM") - before) / mebi;
    });
}

bool agree(subject const& s, answers const& a)
{
    auto all = true;
    auto const check = [&](char const* what, double difference) {
        std::printf("  %-46s %.1e\n", what, difference);
        all = all && difference <= agreed;
    };
    auto const x = a.ours.lowers();
    std::printf("differences, at the most (wanted: %.0e)\n", agreed);
    check("ours, from plain iteration", largest_difference(x, a.power.x));
    check("ours, from Gauss-Seidel", largest_difference(x, a.gauss_seidel.x));
#ifdef BENCH_EIGEN
    check("ours, from Eigen's BiCGSTAB", largest_difference(x, a.bicgstab.x));
#endif
    auto outside = 0.0;
    for (std::uint32_t v = 0; v < x.size(); ++v) {
        outside = std::max({outside, a.bounds.lower(v) - x[v], x[v] - a.bounds.upper(v)});
    }
    check("ours, from within the bounds", outside);
    check("upper bounds, from what they make of themselves",
          failure_of_upper(s, a.bounds.uppers()));
    return all;
}

/// Looks at a stake that the search for what is controlled takes, in looks at each.
double looks_per_stake(subject const& s, answers const& a)
{
    std::size_t looks = 0;
    for (auto const& some : {s.all.state, a.control.certainly}) {
        for (auto const v : some) {
            looks += s.power.votes().owned_by(v).size();
        }
    }
    return static_cast<double>(looks) / static_cast<double>(s.power.votes().num_stakes());
}

void print(char const* what, double milliseconds, double ours, std::string const& more = "")
{
    std::printf("%-34s %10.1f %8.1f  %s\n", what, milliseconds, milliseconds / ours, more.c_str());
}

void print(subject const& s, answers const& a, times const& t, double memory)
{
    auto const iterations = [](bench::solution const& x) {
        return std::to_string(x.iterations) + " iterations";
    };
    std::printf("%-34s %10s %8s\n", "", "ms", "x ours");
    print("an index of the stakes", s.building, t.ours, "made once");
    print("  of the widened ones", s.building_widened, t.ours, "made once");
    print("ours: the state's part of each", t.ours, t.ours,
          std::to_string(static_cast<int>(memory)) + " MiB beside the index");
    print("  as bounds, stakes widened", t.bounds, t.ours);
    print("  what the state controls", t.control, t.ours,
          std::to_string(a.control.certainly.size()) + " companies");
#ifdef BENCH_EIGEN
    print("Eigen, BiCGSTAB", t.bicgstab, t.ours, iterations(a.bicgstab));
#else
    std::printf("%-34s    skipped: not found\n", "Eigen, BiCGSTAB");
#endif
    print("plain iteration", t.power, t.ours, iterations(a.power));
    print("Gauss-Seidel", t.gauss_seidel, t.ours, iterations(a.gauss_seidel));
    print("one pass over what each holds", t.pass, t.ours);
    print("limit: one gather for each stake", t.gathers, t.ours,
          std::to_string(
              static_cast<int>(static_cast<double>(s.rows.owners.size()) / t.gathers / 1000.0))
              + " million a second");
    print("limit: each byte of rows once", t.stream, t.ours);
    std::printf("the state's search looks %.2f times at each stake\n\n", looks_per_stake(s, a));
}

bool measure_network(subject const& s, std::string const& size, int repetitions)
{
    auto const& w = s.power.votes();
    std::printf("%zu companies, %llu stakes, the state owns %zu; one thread\n"
                "milliseconds of processor time, medians of %d interleaved repetitions\n\n",
                s.all.companies, static_cast<unsigned long long>(w.num_stakes()),
                s.all.state.size(), repetitions);
    answers a;
    auto const t = measure_all(s, a, repetitions);
    print(s, a, t, memory_of([&] { a.ours = capgraph::look_through(w, s.all.state); }));
    auto const all_agree = agree(s, a);
    std::printf("\n");
#ifdef BENCH_EIGEN
    target("bicgstab_over_ours_" + size, t.bicgstab / t.ours, 15.0);
#endif
    target("plain_iteration_over_ours_" + size, t.power / t.ours, 1.0);
    target("three_times_ours_over_bounds_" + size, 3.0 * t.ours / t.bounds, 1.0);
    target("three_passes_over_control_" + size, 3.0 * t.pass / t.control, 1.0);
    std::printf("\n");
    return all_agree;
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
    auto const is_right = measure_network(s, size, repetitions);
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
