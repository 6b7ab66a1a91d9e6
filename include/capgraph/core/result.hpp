// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/error.hpp>

#include <boost/system/result.hpp>

namespace capgraph::inline v0 {

/// A `T`, or the error that stood in its way. `value()` throws that same error.
template <class T>
using result = boost::system::result<T, error>;

/// What Boost.System calls when `result::value()` finds an error.
[[noreturn]] inline void throw_exception_from_error(error const& e, boost::source_location const&)
{
    throw e;
}

} // namespace capgraph::inline v0
