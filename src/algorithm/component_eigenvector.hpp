// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "algorithm/largest_eigenvector.hpp"

#include <capgraph/graph/csr_view.hpp>
#include <capgraph/run/checkpoint.hpp>
#include <capgraph/run/parallel.hpp>
#include <capgraph/run/run_options.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <span>
#include <vector>

namespace capgraph::inline v0::detail {

// Vectors over all vertices of a graph, of which each component uses its own entries.
struct eigenvector_workspace {
    eigenvector_workspace(std::size_t n, checkpoint const& check)
    {
        for (auto* const entries : {&x, &ax, &w, &aw, &p, &ap}) {
            check.poll(); // first touch of memory is slow
            entries->resize(n);
        }
    }

    static constexpr std::uint64_t space = 6 * sizeof(double); // for each vertex

    std::vector<double> x, ax; // the vector sought, and the matrix times it
    std::vector<double> w, aw; // the residual, as a direction
    std::vector<double> p, ap; // the direction of the last step
};

// The largest eigenvalue of one component and its eigenvector, by the locally optimal conjugate
// gradient method: each step takes the best vector in the plane of the last vector, its residual
// and the last direction. It needs about the square root of the steps of power iteration, and as it
// seeks the largest eigenvalue, not the largest in size, two-mode graphs don't make it oscillate.
class component_eigenvector {
public:
    // The matrix is `scale` times the weights of `g`, without self-loops.
    component_eigenvector(csr_view g, double scale, std::span<std::uint32_t const> members,
                          eigenvector_workspace& work, run_options const& run);

    // Starts at equal entries.
    void start();

    // |A x - lambda x| / lambda of the unit vector x; infinite where lambda can't be an eigenvalue,
    // the vectors having become nothing but rounding errors. Leaves the residual in w.
    [[nodiscard]] double residual();

    // Takes one step from the residual. Precondition: `residual` was called, and was not 0.
    void improve();

    // Computes A x anew, against the rounding errors that pile up while it is carried along.
    void refresh();

    [[nodiscard]] double eigenvalue() const noexcept { return lambda_; }

private:
    void multiply(std::vector<double> const& from, std::vector<double>& to) const;
    template <std::size_t Sums, class Visit>
    [[nodiscard]] std::array<double, Sums> sweep(Visit visit) const;
    void measure();
    void turn_residual();
    [[nodiscard]] small_matrix project();
    void step(small_vector const& c);

    csr_view g_;
    double scale_;
    std::span<std::uint32_t const> members_;
    eigenvector_workspace& work_;
    run_options const& run_;
    block_plan plan_;
    double lambda_ = 0.0;
    double bound_ = 0.0;           // of the eigenvalues: the largest row sum
    double length_ = 1.0;          // of x, not yet divided out
    double residual_length_ = 0.0; // of w
    double residual_on_x_ = 0.0;   // <w, x>, zero but for rounding
    double p_on_x_ = 0.0;
    double p_on_w_ = 0.0;
    double p_unit_ = 0.0; // what makes p a unit vector; 0 when p is not to be used
};

} // namespace capgraph::inline v0::detail
