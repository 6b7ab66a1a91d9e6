// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

namespace capgraph::cli {

/// What the command tells its caller.
enum exit_code : int {
    fine = 0,
    findings = 1,  ///< Something was found, or there is no answer: not known then, no rate.
    usage = 2,     ///< The command line asks for what there is not.
    bad_input = 3, ///< The data cannot be read, or are not in the data format.
    failed = 4,    ///< The answer could not be worked out or written: memory, a full disk.
};

} // namespace capgraph::cli
