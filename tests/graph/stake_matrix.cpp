// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/stake_matrix.hpp>

#include "support/catch2.hpp"
#include "support/stakes.hpp"

#include <algorithm>
#include <concepts>
#include <limits>
#include <stdexcept>
#include <type_traits>

using namespace capgraph;
using namespace capgraph::test;

static_assert(std::regular<bounded_stake>);
static_assert(std::regular<stake_entry>);
static_assert(std::is_nothrow_move_constructible_v<stake_matrix>);

namespace {

template <class T>
std::vector<T> list(std::span<T const> all)
{
    return {all.begin(), all.end()};
}

using entries = std::vector<stake_entry>;
using parts = std::vector<double>;

/// What can be asked of two matrices is the same, to the bit.
bool are_same(stake_matrix const& a, stake_matrix const& b)
{
    auto is_same = a.num_vertices() == b.num_vertices() && list(a.closed()) == list(b.closed())
                   && list(a.overfull()) == list(b.overfull());
    for (std::uint32_t v = 0; is_same && v < a.num_vertices(); ++v) {
        is_same = list(a.owners_of(v)) == list(b.owners_of(v))
                  && list(a.uppers_of(v)) == list(b.uppers_of(v))
                  && list(a.owned_by(v)) == list(b.owned_by(v));
    }
    return is_same;
}

} // namespace

TEST_CASE("stake_matrix: without vertices it is empty", "[graph][stakes]")
{
    for (auto const& w : {stake_matrix{}, stake_case{0, {}}.matrix()}) {
        CHECK(w.num_vertices() == 0);
        CHECK(w.num_stakes() == 0);
        CHECK(w.is_exact());
        CHECK(w.closed().empty());
        CHECK(w.overfull().empty());
    }
}

TEST_CASE("stake_matrix: a vertex alone has neither owners nor what it owns", "[graph][stakes]")
{
    auto const w = stake_case{1, {}}.matrix();
    CHECK(w.num_vertices() == 1);
    CHECK(w.owners_of(0).empty());
    CHECK(w.owned_by(0).empty());
    CHECK(w.known_part(0) == 0.0);
    CHECK(w.least_of(0, 0) == 0.0);
    CHECK(w.most_of(0, 0) == 0.0);
}

TEST_CASE("stake_matrix: a stake stands in the row of the owner and the column of the owned",
          "[graph][stakes]")
{
    auto const w = stake_case{2, {held(0, 1, 0.25)}}.matrix();
    CHECK(w.num_stakes() == 1);
    CHECK(list(w.owners_of(1)) == entries{{0, 0.25}});
    CHECK(list(w.owned_by(0)) == entries{{1, 0.25}});
    CHECK(w.owners_of(0).empty());
    CHECK(w.owned_by(1).empty());
    CHECK(w.least_of(1, 0) == 0.25);
    CHECK(w.least_of(0, 1) == 0.0);
}

TEST_CASE("stake_matrix: a company may hold its own shares", "[graph][stakes]")
{
    auto const w = stake_case{1, {held(0, 0, 0.125)}}.matrix();
    CHECK(list(w.owners_of(0)) == entries{{0, 0.125}});
    CHECK(list(w.owned_by(0)) == entries{{0, 0.125}});
}

TEST_CASE("stake_matrix: rows and columns are ascending whatever order is told", "[graph][stakes]")
{
    auto const w = stake_case{4, {held(3, 1, 0.25), held(0, 1, 0.5), held(0, 3, 0.125)}}.matrix();
    CHECK(list(w.owners_of(1)) == entries{{0, 0.5}, {3, 0.25}});
    CHECK(list(w.owned_by(0)) == entries{{1, 0.5}, {3, 0.125}});
}

TEST_CASE("stake_matrix: parallel stakes are one, the sum of their bounds", "[graph][stakes]")
{
    auto const w =
        stake_case{2, {held(0, 1, 0.125, 0.25), held(0, 1, 0.25), held(0, 1, 0.0, 0.125)}}.matrix();
    CHECK(w.num_stakes() == 1);
    CHECK(w.least_of(1, 0) == 0.375);
    CHECK(w.most_of(1, 0) == 0.625);
}

TEST_CASE("stake_matrix: parallel stakes may be told in any order, to the bit", "[graph][stakes]")
{
    // 0.1 + 0.2 + 0.3 is not 0.3 + 0.2 + 0.1 in binary fractions.
    stake_case const told{3,
                          {held(0, 1, 0.1), held(0, 1, 0.2), held(0, 1, 0.3), held(2, 1, 0.05),
                           held(0, 2, 0.1, 0.2), held(0, 2, 0.2, 0.3), held(0, 2, 0.05, 0.4)}};
    auto const seed = GENERATE(range(0U, 12U));
    CAPTURE(seed);
    CHECK(are_same(told.matrix(), shuffled(told, seed).matrix()));
}

TEST_CASE("stake_matrix: told through a sink it is the same as of a list", "[graph][stakes]")
{
    auto const told = stake_teller{7}.draw({.companies = 8, .outsiders = 2, .intervals = true});
    stake_matrix const w{told.n, [&](stake_matrix::sink const& hear) {
                             for (auto const& s : told.stakes) {
                                 hear(s);
                             }
                         }};
    CHECK(are_same(w, told.matrix()));
}

TEST_CASE("stake_matrix: an upper end is at most what the others leave", "[graph][stakes]")
{
    // At least 1/2 and 1/8 are others', so at most 3/8 are left; 1/16 fits and stays.
    auto const w =
        stake_case{4, {held(0, 3, 0.5), held(1, 3, 0.125, 0.1875), held(2, 3, 0.0, 1.0)}}.matrix();
    CHECK_FALSE(w.is_exact());
    CHECK(w.most_of(3, 0) == 0.5);
    CHECK(w.most_of(3, 1) == 0.1875);
    CHECK(w.most_of(3, 2) == 0.375);
    CHECK(list(w.uppers_of(3)) == parts{0.5, 0.1875, 0.375});
    CHECK(w.known_part(3) == 0.625);
}

TEST_CASE("stake_matrix: intervals that tightening leaves no room are exact", "[graph][stakes]")
{
    auto const w = stake_case{3, {held(0, 2, 0.75), held(1, 2, 0.25, 1.0)}}.matrix();
    CHECK(w.is_exact());
    CHECK(w.most_of(2, 1) == 0.25);
    CHECK(w.uppers_of(2).empty());
}

TEST_CASE("stake_matrix: a sum over the whole by rounding is scaled to the whole",
          "[graph][stakes]")
{
    auto const w = stake_case{3, {held(0, 2, 0.75), held(1, 2, 0.25 + 1e-10)}}.matrix();
    CHECK(w.overfull().empty());
    CHECK(w.known_part(2) == Approx(1.0).epsilon(1e-15));
    CHECK(w.least_of(2, 0) < 0.75);

    stake_matrix const coarse{
        3, std::vector{held(0, 2, 0.75), held(1, 2, 0.255)}, {.rounding = 0.01}};
    CHECK(coarse.overfull().empty());
    CHECK(coarse.known_part(2) == Approx(1.0));
}

TEST_CASE("stake_matrix: a sum over the whole by more is a finding", "[graph][stakes]")
{
    auto const w =
        stake_case{4, {held(0, 2, 0.75), held(1, 2, 0.5), held(0, 3, 0.5), held(1, 1, 1.0)}}
            .matrix();
    CHECK(list(w.overfull()) == vertex_list{2});
    CHECK(w.least_of(2, 0) == 0.75); // as told
}

TEST_CASE("stake_matrix: upper ends over the whole are no finding", "[graph][stakes]")
{
    auto const w = stake_case{3, {held(0, 2, 0.25, 1.0), held(1, 2, 0.25, 1.0)}}.matrix();
    CHECK(w.overfull().empty());
    CHECK(w.most_of(2, 0) == 0.75);
}

TEST_CASE("stake_matrix: a company that holds itself wholly is closed", "[graph][stakes]")
{
    auto const w = stake_case{2, {held(0, 0, 1.0)}}.matrix();
    CHECK(list(w.closed()) == vertex_list{0});
}

TEST_CASE("stake_matrix: companies that wholly own each other are closed, with whom they own",
          "[graph][stakes]")
{
    // 0 and 1 hold each other, and all of 2 between them; of 3 they hold half.
    auto const w = stake_case{
        4,
        {held(0, 1, 1.0), held(1, 0, 1.0), held(0, 2, 0.5), held(1, 2, 0.5),
         held(2, 3,
              0.5)}}.matrix();
    CHECK(list(w.closed()) == vertex_list{0, 1, 2});
}

TEST_CASE("stake_matrix: an owner from outside anywhere opens a ring", "[graph][stakes]")
{
    auto ring = ring_of(5, 1.0);
    CHECK(ring.matrix().closed().size() == 5);
    ring.stakes[2].lower = ring.stakes[2].upper = 0.999;
    CHECK(ring.matrix().closed().empty());
    auto const outsider = ring.add_vertex();
    ring.stakes.push_back(held(outsider, 3, 0.001));
    CHECK(ring.matrix().closed().empty());
}

TEST_CASE("stake_matrix: an owner from outside who holds nothing opens no ring", "[graph][stakes]")
{
    auto ring = ring_of(3, 1.0);
    auto const outsider = ring.add_vertex();
    ring.stakes.push_back(held(outsider, 1, 0.0, 0.5));
    CHECK(list(ring.matrix().closed()) == vertex_list{0, 1, 2});
}

TEST_CASE("stake_matrix: a stake in no vertex or of none is refused", "[graph][stakes]")
{
    CHECK_THROWS_AS((stake_case{1, {held(1, 0, 0.5)}}.matrix()), std::out_of_range);
    CHECK_THROWS_AS((stake_case{1, {held(0, 1, 0.5)}}.matrix()), std::out_of_range);
    CHECK_THROWS_AS((stake_case{0, {held(0, 0, 0.5)}}.matrix()), std::out_of_range);
}

TEST_CASE("stake_matrix: bounds that are none are refused", "[graph][stakes]")
{
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    auto const infinity = std::numeric_limits<double>::infinity();
    for (auto const& s :
         {held(0, 1, nan), held(0, 1, 0.5, nan), held(0, 1, nan, 0.5), held(0, 1, -0.1, 0.5),
          held(0, 1, 0.5, 0.4), held(0, 1, 0.5, 1.5), held(0, 1, infinity)}) {
        CAPTURE(s.lower, s.upper);
        CHECK_THROWS_AS((stake_case{2, {s}}.matrix()), std::invalid_argument);
    }
}

TEST_CASE("stake_matrix: more vertices than 32 bits name are refused", "[graph][stakes]")
{
    CHECK_THROWS_AS((stake_matrix{std::size_t{1} << 33U, std::vector<bounded_stake>{}}),
                    std::length_error);
}

//     0 --> 1 --> 2 <--> 3 --> 4 <--> 5    3 --> 6 --> 7    8
TEST_CASE("stake_matrix: the order sets apart what stands above and below all cycles",
          "[graph][ownership]")
{
    stake_matrix const w{9, std::vector{held(0, 1, 0.5), held(1, 2, 0.5), held(2, 3, 0.5),
                                        held(3, 2, 0.25), held(3, 4, 0.5), held(4, 5, 0.5),
                                        held(5, 4, 0.25), held(6, 7, 0.5), held(3, 6, 0.5)}};
    CHECK(list(w.before_cycles()) == vertex_list{1});
    CHECK(list(w.between_cycles()) == vertex_list{2, 3, 4, 5});
    CHECK(list(w.after_cycles()) == vertex_list{6, 7});
}

TEST_CASE("stake_matrix: in the order each stands after its owners", "[graph][ownership]")
{
    auto const seed = GENERATE(range(0u, 20u));
    CAPTURE(seed);
    auto const told = stake_teller{seed}.draw({.companies = 60, .density = 2});
    auto const w = told.matrix();
    std::vector<bool> is_settled(w.num_vertices());
    for (std::uint32_t v = 0; v < w.num_vertices(); ++v) {
        is_settled[v] = w.owners_of(v).empty();
    }
    std::size_t met =
        static_cast<std::size_t>(std::count(is_settled.begin(), is_settled.end(), true));
    auto const settle = [&](std::span<std::uint32_t const> order) {
        for (auto const v : order) {
            for (auto const& e : w.owners_of(v)) {
                CHECK(is_settled[e.vertex]);
            }
            is_settled[v] = true;
            ++met;
        }
    };
    settle(w.before_cycles());
    for (auto const v : w.between_cycles()) {
        is_settled[v] = true;
        ++met;
    }
    settle(w.after_cycles());
    CHECK(met == w.num_vertices());
}

TEST_CASE("stake_matrix: who holds a part of itself is listed", "[graph][ownership]")
{
    stake_matrix const w{3, std::vector{held(2, 2, 0.125), held(0, 1, 0.5), held(0, 0, 0.25)}};
    CHECK(list(w.own_holders()) == vertex_list{0, 2});
}
