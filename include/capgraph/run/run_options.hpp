// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstdint>
#include <functional>
#include <limits>
#include <stop_token>
#include <string_view>

namespace capgraph::inline v0 {

/// How far a call has come.
struct progress_report {
    std::string_view phase; ///< What is being done; lives while the sink runs.
    double fraction = 0.0;  ///< Of this phase, in [0, 1]; never falls within a phase.
};

/// The memory budget that refuses nothing.
inline constexpr std::uint64_t unlimited_memory = std::numeric_limits<std::uint64_t>::max();

/// How a long call is run; never what it answers.
///
/// The same question has the same answer, byte for byte, whatever `threads` says. A call that is
/// cancelled or refused changes nothing.
struct run_options {
    /// Ask here to stop: the call throws `error` with `cancelled` within 50 ms.
    std::stop_token stop = {};
    /// Hears of the progress, at most some thousand times a phase. Called in the thread that made
    /// the call, and in no other. What it throws leaves the call.
    std::function<void(progress_report const&)> progress = {};
    /// The bytes the call may take for itself; needing more, it throws `error` with `over_budget`.
    std::uint64_t memory_budget = unlimited_memory;
    /// The threads to use, the caller's own among them; 0 for as many as the machine has.
    unsigned threads = 0;
    /// Where the random choices of sampling calls begin.
    std::uint64_t seed = 0;
};

} // namespace capgraph::inline v0
