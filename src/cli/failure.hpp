// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>

#include <stdexcept>

namespace capgraph::cli {

/// The command line asks for what there is not, or for what does not go together.
class bad_usage : public std::runtime_error {
public:
    using std::runtime_error::runtime_error;
};

/// The data cannot be read.
class bad_data : public error {
public:
    explicit bad_data(error const& reason) : error{reason} {}
};

} // namespace capgraph::cli
