// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// The libraries, each where its header is found. Their matrices and graphs are made beforehand;
// each keeps its answer until it is dropped. All run in one thread.

#include "measure.hpp"
#include "projection/plain.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <stdexcept>
#include <utility>
#include <vector>

#ifdef BENCH_GRAPHBLAS
#include <complex> // which it includes too, and there is nothing of C in it

extern "C" {
#include <GraphBLAS.h>
}
#endif
#ifdef BENCH_EIGEN
#include <Eigen/SparseCore>
#endif
#ifdef BENCH_IGRAPH
#include <igraph/igraph.h>
#endif

namespace bench {

/// Milliseconds of one run, in two parts.
struct parts {
    double first = 0.0;
    double second = 0.0;

    [[nodiscard]] double sum() const { return first + second; }
};

#ifdef BENCH_GRAPHBLAS
/// SuiteSparse:GraphBLAS: the product with the transpose, then its upper triangle.
class graphblas_peer {
public:
    static constexpr bool is_found = true;

    explicit graphblas_peer(two_mode const& all)
    {
        static bool const is_ready = GrB_init(GrB_NONBLOCKING) == GrB_SUCCESS;
        check(is_ready ? GrB_SUCCESS : GrB_PANIC);
        check(GxB_Global_Option_set(GxB_GLOBAL_NTHREADS, 1));
        auto const companies = all.offsets.size() - 1;
        check(GrB_Matrix_new(&a_, GrB_UINT32, all.investors, companies));
        check(GrB_Matrix_new(&transposed_, GrB_UINT32, companies, all.investors));
        build(all);
        check(GrB_transpose(transposed_, nullptr, nullptr, a_, nullptr));
        check(GrB_Matrix_wait(transposed_, GrB_MATERIALIZE));
    }
    graphblas_peer(graphblas_peer const&) = delete;
    graphblas_peer& operator=(graphblas_peer const&) = delete;
    ~graphblas_peer()
    {
        drop();
        GrB_Matrix_free(&a_);
        GrB_Matrix_free(&transposed_);
    }

    parts operator()()
    {
        GrB_Index n = 0;
        check(GrB_Matrix_nrows(&n, a_));
        GrB_Matrix product = nullptr;
        auto const first = time_of([&] {
            check(GrB_Matrix_new(&product, GrB_UINT32, n, n));
            check(
                GrB_mxm(product, nullptr, nullptr, GxB_PLUS_PAIR_UINT32, a_, transposed_, nullptr));
            check(GrB_Matrix_wait(product, GrB_MATERIALIZE));
        });
        auto const second = time_of([&] {
            check(GrB_Matrix_new(&upper_, GrB_UINT32, n, n));
            check(GrB_Matrix_select_INT64(upper_, nullptr, nullptr, GrB_TRIU, product, 1, nullptr));
            check(GrB_Matrix_wait(upper_, GrB_MATERIALIZE));
        });
        GrB_Matrix_free(&product);
        return {first, second};
    }

    [[nodiscard]] answer told() const
    {
        GrB_Index count = 0;
        check(GrB_Matrix_nvals(&count, upper_));
        std::vector<GrB_Index> rows(count);
        std::vector<GrB_Index> columns(count);
        std::vector<std::uint32_t> values(count);
        check(GrB_Matrix_extractTuples_UINT32(rows.data(), columns.data(), values.data(), &count,
                                              upper_));
        answer out;
        for (std::size_t k = 0; k < count; ++k) {
            out.add(rows[k], columns[k], values[k]);
        }
        return out;
    }

    void drop() { GrB_Matrix_free(&upper_); }

private:
    static void check(GrB_Info info)
    {
        if (info != GrB_SUCCESS) {
            throw std::runtime_error{"GraphBLAS failed"};
        }
    }

    void build(two_mode const& all)
    {
        std::vector<GrB_Index> rows(all.members.begin(), all.members.end());
        std::vector<GrB_Index> columns(rows.size());
        for (std::size_t c = 0; c + 1 < all.offsets.size(); ++c) {
            std::fill(columns.begin() + static_cast<std::ptrdiff_t>(all.offsets[c]),
                      columns.begin() + static_cast<std::ptrdiff_t>(all.offsets[c + 1]), c);
        }
        std::vector<std::uint32_t> const ones(rows.size(), 1U);
        check(GrB_Matrix_build_UINT32(a_, rows.data(), columns.data(), ones.data(), rows.size(),
                                      GrB_PLUS_UINT32));
    }

    GrB_Matrix a_ = nullptr;
    GrB_Matrix transposed_ = nullptr;
    GrB_Matrix upper_ = nullptr;
};
#endif

#ifdef BENCH_EIGEN
/// Eigen's sparse product with the transpose, then its upper triangle.
class eigen_peer {
public:
    static constexpr bool is_found = true;

    explicit eigen_peer(two_mode const& all)
        : transposed_(static_cast<int>(all.offsets.size() - 1), static_cast<int>(all.investors))
    {
        std::vector<Eigen::Triplet<int>> ties;
        ties.reserve(all.members.size());
        for (std::size_t c = 0; c + 1 < all.offsets.size(); ++c) {
            for (auto const v : all.groups().row(c)) {
                ties.emplace_back(static_cast<int>(c), static_cast<int>(v), 1);
            }
        }
        transposed_.setFromTriplets(ties.begin(), ties.end());
        a_ = transposed_.transpose();
    }

    parts operator()()
    {
        matrix product;
        auto const first = time_of([&] { product = a_ * transposed_; });
        auto const second =
            time_of([&] { upper_ = product.triangularView<Eigen::StrictlyUpper>(); });
        return {first, second};
    }

    [[nodiscard]] answer told() const
    {
        answer out;
        for (int v = 0; v < upper_.outerSize(); ++v) {
            for (matrix::InnerIterator at{upper_, v}; at; ++at) {
                out.add(static_cast<std::uint64_t>(at.row()), static_cast<std::uint64_t>(at.col()),
                        static_cast<std::uint64_t>(at.value()));
            }
        }
        return out;
    }

    void drop() { upper_ = {}; }

private:
    using matrix = Eigen::SparseMatrix<int, Eigen::RowMajor, int>;

    matrix transposed_;
    matrix a_;
    matrix upper_;
};
#endif

#ifdef BENCH_IGRAPH
/// igraph's projection of a bipartite graph, with multiplicities.
class igraph_peer {
public:
    static constexpr bool is_found = true;

    explicit igraph_peer(two_mode const& all)
    {
        auto const vertices = all.investors + all.offsets.size() - 1;
        igraph_vector_int_t ends;
        check(igraph_vector_int_init(&ends, static_cast<igraph_integer_t>(2 * all.members.size())));
        igraph_integer_t at = 0;
        for (std::size_t c = 0; c + 1 < all.offsets.size(); ++c) {
            for (auto const v : all.groups().row(c)) {
                VECTOR(ends)[at++] = static_cast<igraph_integer_t>(v);
                VECTOR(ends)[at++] = static_cast<igraph_integer_t>(all.investors + c);
            }
        }
        check(igraph_create(&graph_, &ends, static_cast<igraph_integer_t>(vertices),
                            IGRAPH_UNDIRECTED));
        igraph_vector_int_destroy(&ends);
        check(igraph_vector_bool_init(&types_, static_cast<igraph_integer_t>(vertices)));
        for (auto v = all.investors; v < vertices; ++v) {
            VECTOR(types_)[v] = true;
        }
    }
    igraph_peer(igraph_peer const&) = delete;
    igraph_peer& operator=(igraph_peer const&) = delete;
    ~igraph_peer()
    {
        drop();
        igraph_vector_bool_destroy(&types_);
        igraph_destroy(&graph_);
    }

    parts operator()()
    {
        drop();
        check(igraph_vector_int_init(&shared_, 0));
        has_answer_ = true;
        return {time_of([&] {
                    check(igraph_bipartite_projection(&graph_, &types_, &upper_, nullptr, &shared_,
                                                      nullptr, -1));
                }),
                0.0};
    }

    [[nodiscard]] answer told() const
    {
        answer out;
        for (igraph_integer_t e = 0; e < igraph_ecount(&upper_); ++e) {
            out.add(static_cast<std::uint64_t>(IGRAPH_FROM(&upper_, e)),
                    static_cast<std::uint64_t>(IGRAPH_TO(&upper_, e)),
                    static_cast<std::uint64_t>(VECTOR(shared_)[e]));
        }
        return out;
    }

    void drop()
    {
        if (std::exchange(has_answer_, false)) {
            igraph_destroy(&upper_);
            igraph_vector_int_destroy(&shared_);
        }
    }

private:
    static void check(igraph_error_t e)
    {
        if (e != IGRAPH_SUCCESS) {
            throw std::runtime_error{"igraph failed"};
        }
    }

    igraph_t graph_{};
    igraph_vector_bool_t types_{};
    igraph_t upper_{};
    igraph_vector_int_t shared_{};
    bool has_answer_ = false;
};
#endif

/// Stands for what was not found.
struct no_peer {
    static constexpr bool is_found = false;

    explicit no_peer(two_mode const&) {}
    parts operator()() { return {}; }
    [[nodiscard]] answer told() const { return {}; }
    void drop() {}
};
#ifndef BENCH_GRAPHBLAS
using graphblas_peer = no_peer;
#endif
#ifndef BENCH_EIGEN
using eigen_peer = no_peer;
#endif
#ifndef BENCH_IGRAPH
using igraph_peer = no_peer;
#endif

} // namespace bench
