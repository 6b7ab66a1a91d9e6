// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/graph/csr_view.hpp>

#include "support/catch2.hpp"

#include <array>
#include <cstdint>
#include <vector>

using namespace capgraph;

namespace {

// 0 -> 1 (2.0), 0 -> 2 (3.0), 2 -> 0 (4.0); 1 leads nowhere.
constexpr std::array<std::uint64_t, 4> offsets{0, 2, 2, 3};
constexpr std::array<std::uint32_t, 3> targets{1, 2, 0};
constexpr std::array<double, 3> weights{2.0, 3.0, 4.0};
constexpr csr_view three{offsets, targets, weights};

static_assert(three.num_vertices() == 3);
static_assert(three.num_arcs() == 3);
static_assert(three.degree(0) == 2 && three.degree(1) == 0 && three.degree(2) == 1);
static_assert(three.is_weighted() && !three.unweighted().is_weighted());

template <class T>
std::vector<T> copied(std::span<T const> values)
{
    return {values.begin(), values.end()};
}

} // namespace

TEST_CASE("csr_view: a row holds the targets of one vertex", "[graph][csr_view]")
{
    CHECK(copied(three.row(0)) == std::vector<std::uint32_t>{1, 2});
    CHECK(three.row(1).empty());
    CHECK(copied(three.row(2)) == std::vector<std::uint32_t>{0});
}

TEST_CASE("csr_view: weights run beside the row", "[graph][csr_view]")
{
    CHECK(copied(three.weights_of(0)) == std::vector<double>{2.0, 3.0});
    CHECK(three.weights_of(1).empty());
    CHECK(copied(three.weights_of(2)) == std::vector<double>{4.0});
}

TEST_CASE("csr_view: without its weights it has the same rows", "[graph][csr_view]")
{
    auto const bare = three.unweighted();
    CHECK(bare.weights_of(0).empty());
    CHECK(bare.row(0).data() == three.row(0).data());
    CHECK(bare.num_vertices() == 3);
}

TEST_CASE("csr_view: there are no vertices in an empty one, with an offset or without",
          "[graph][csr_view]")
{
    std::array<std::uint64_t, 1> const one_offset{0};
    CHECK(csr_view{}.num_vertices() == 0);
    CHECK(csr_view{}.num_arcs() == 0);
    CHECK(csr_view{one_offset, {}, {}}.num_vertices() == 0);
}
