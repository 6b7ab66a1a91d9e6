// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/run/checkpoint.hpp>

#include <capgraph/core/error.hpp>

#include <algorithm>
#include <string>

namespace capgraph::inline v0 {

namespace {

constexpr std::uint64_t whole = 1000;

} // namespace

checkpoint::checkpoint(run_options const& run, std::string_view phase, std::uint64_t total)
    : run_{run}, phase_{phase}, total_{total}, owner_{std::this_thread::get_id()}
{
    poll();
    if (run_.progress) {
        run_.progress({.phase = phase_, .fraction = 0.0});
        poll();
    }
}

void checkpoint::finish()
{
    poll();
    if (run_.progress && reported_ < whole) {
        reported_ = whole;
        run_.progress({.phase = phase_, .fraction = 1.0});
    }
}

void checkpoint::cancel() const
{
    throw error{error_code::cancelled, "a request to stop, in " + std::string{phase_}, ""};
}

void checkpoint::report()
{
    if (!run_.progress || std::this_thread::get_id() != owner_ || total_ == 0) {
        return;
    }
    auto const done = static_cast<double>(done_.load(std::memory_order_relaxed));
    auto const fraction = std::min(1.0, done / static_cast<double>(total_));
    auto const thousandths = static_cast<std::uint64_t>(fraction * static_cast<double>(whole));
    if (thousandths > reported_) {
        reported_ = thousandths;
        run_.progress({.phase = phase_, .fraction = fraction});
        poll();
    }
}

} // namespace capgraph::inline v0
