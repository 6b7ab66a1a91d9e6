// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "component_equations.hpp"

#include "component_factors.hpp"

#include <algorithm>
#include <utility>

namespace capgraph::inline v0::detail {

component_reader::component_reader(equations const& all, memory_budget& budget)
    : all_{&all}, budget_{&budget}, place_{budget}, own_{budget}
{
    place_.assign(all.size(), no_place);
}

void component_reader::read(std::span<std::uint32_t const> component)
{
    for (auto const i : members_) {
        place_[i] = no_place;
    }
    members_.assign(component.begin(), component.end());
    for (std::size_t i = 0; i < members_.size(); ++i) {
        place_[members_[i]] = static_cast<std::uint32_t>(i);
    }
    own_.clear();
    for (auto const i : members_) {
        for (auto const& t : all_->terms_of(i)) {
            if (is_own(t.unknown)) {
                own_.terms.push_back({place_[t.unknown], t.weight});
            }
        }
        own_.close();
    }
}

charged_vector<double> component_reader::known(charged_vector<double> const& x) const
{
    charged_vector<double> out{*budget_};
    out.reserve(members_.size());
    for (auto const i : members_) {
        auto known = all_->constants[i];
        for (auto const& t : all_->terms_of(i)) {
            known += is_own(t.unknown) ? 0.0 : t.weight * x[t.unknown];
        }
        out.push_back(known);
    }
    return out;
}

namespace {

/// As `component_factors`, for few unknowns: in a square of them all.
class elimination {
public:
    elimination(component_equations const& own, charged_vector<double>& x)
        : size_{own.size()}, x_{&x}, w_(size_ * size_), left_{own.left.begin(), own.left.end()}
    {
        for (std::size_t i = 0; i < size_; ++i) {
            for (auto const& t : own.terms_of(i)) {
                w_[i * size_ + t.unknown] += t.weight;
            }
        }
    }

    void operator()()
    {
        for (auto m = size_; m-- > 0;) {
            take_out(m);
        }
        for (std::size_t i = 0; i < size_; ++i) {
            auto& x = (*x_)[i];
            for (std::size_t j = 0; j < i; ++j) {
                x += w_[i * size_ + j] * (*x_)[j];
            }
            x = std::min(1.0, x);
        }
    }

private:
    /// Puts in the place of unknown `m` what its equation says, in all before it.
    void take_out(std::size_t m)
    {
        auto* const row = &w_[m * size_];
        auto pivot = left_[m];
        for (std::size_t j = 0; j < m; ++j) {
            pivot += row[j];
        }
        if (pivot == 0.0) { // a closed set: nothing comes in
            std::fill_n(row, size_, 0.0);
            (*x_)[m] = 0.0;
            return;
        }
        for (std::size_t j = 0; j < m; ++j) {
            row[j] /= pivot;
        }
        (*x_)[m] /= pivot;
        for (std::size_t i = 0; i < m; ++i) {
            auto const part = w_[i * size_ + m];
            if (part != 0.0) {
                for (std::size_t j = 0; j < m; ++j) {
                    w_[i * size_ + j] += part * row[j];
                }
                (*x_)[i] += part * (*x_)[m];
                left_[i] += part * left_[m] / pivot;
            }
        }
    }

    std::size_t size_;
    charged_vector<double>* x_; ///< First the constants.
    std::vector<double> w_;
    std::vector<double> left_;
};

class sweeper {
public:
    sweeper(component_equations const& own, charged_vector<double> const& known,
            memory_budget& budget)
        : own_{&own}, known_{&known}, x_{budget, own.size()}
    {
    }

    /// Returns how far apart the ends of any unknown are then, at the most.
    double sweep(paced_poll& pace)
    {
        least_ = 1.0;
        most_ = 0.0;
        auto open = 0.0;
        for (std::size_t i = 0; i < x_.size(); ++i) {
            pace.step();
            came_in sum{(*known_)[i], own_->left[i]};
            for (auto const& t : own_->terms_of(i)) {
                sum.held += t.weight * x_[t.unknown].held;
                sum.all += t.weight * x_[t.unknown].all;
            }
            x_[i] = sum;
            least_ = std::min(least_, sum.all > 0.0 ? sum.held / sum.all : 0.0);
            most_ = std::max(most_, sum.all > 0.0 ? sum.held / sum.all : 1.0);
            open = std::max(open, 1.0 - sum.all);
        }
        most_ = std::min(most_, 1.0); // but for rounding it is
        least_ = std::min(least_, most_);
        return open * (most_ - least_);
    }

    /// What each unknown is if it has `part` of what did not come in yet.
    void tell(charged_vector<double>& to, double part) const
    {
        to.reserve(x_.size());
        to.clear();
        for (auto const& x : x_) {
            to.push_back(std::clamp(x.held + std::max(0.0, 1.0 - x.all) * part, 0.0, 1.0));
        }
    }

    [[nodiscard]] double least() const noexcept { return least_; }
    [[nodiscard]] double most() const noexcept { return most_; }

private:
    struct came_in {
        double held = 0.0;
        double all = 0.0;
    };

    component_equations const* own_;
    charged_vector<double> const* known_;
    charged_vector<came_in> x_;
    double least_ = 0.0;
    double most_ = 1.0;
};

/// Whether elimination, with as much work as `sweeps` took, made the constants the solution.
bool is_eliminated(component_equations const& own, charged_vector<double>& x, std::uint64_t sweeps,
                   checkpoint const& check, memory_budget& budget)
{
    auto const work = sweeps * (own.terms.size() + own.size());
    auto const factors = component_factors::of(own, work, check, budget);
    if (factors) {
        factors->solve(x);
        std::transform(x.begin(), x.end(), x.begin(), [](double v) { return std::min(1.0, v); });
    }
    return factors.has_value();
}

enclosures swept(component_equations const& own, charged_vector<double> known, solving const& with,
                 checkpoint const& check)
{
    paced_poll pace{check};
    sweeper x{own, known, with.budget};
    auto gap = 1.0;
    std::uint64_t next_try = 64;
    for (std::uint64_t sweeps = 0; gap > with.limits.tolerance && sweeps < with.limits.sweeps;
         ++sweeps) {
        check.poll();
        if (sweeps == next_try) {
            if (is_eliminated(own, known, sweeps, check, with.budget)) {
                return enclosures{std::move(known), with.budget};
            }
            next_try *= 8;
        }
        gap = x.sweep(pace);
    }
    enclosures out{std::move(known), with.budget};
    if (gap <= with.limits.tolerance) {
        x.tell(out.lower, 0.5 * (x.least() + x.most()));
    } else {
        x.tell(out.lower, x.least());
        x.tell(out.upper, x.most());
    }
    return out;
}

} // namespace

enclosures settled(component_equations const& own, charged_vector<double> known,
                   solving const& with, checkpoint const& check)
{
    if (std::all_of(known.begin(), known.end(), [](double k) { return k == 0.0; })) {
        return enclosures{std::move(known), with.budget};
    }
    if (own.size() <= most_eliminated) {
        elimination{own, known}();
        return enclosures{std::move(known), with.budget};
    }
    return swept(own, std::move(known), with, check);
}

} // namespace capgraph::inline v0::detail
