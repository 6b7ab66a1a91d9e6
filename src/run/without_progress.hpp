// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/run/run_options.hpp>

namespace capgraph::inline v0::detail {

/// `run` for one of many short calls: their phases are nothing to tell.
[[nodiscard]] inline run_options without_progress(run_options run)
{
    run.progress = {};
    return run;
}

} // namespace capgraph::inline v0::detail
