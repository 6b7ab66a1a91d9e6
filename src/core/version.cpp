// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/version.hpp>

namespace capgraph::inline v0 {

std::string_view version() noexcept
{
    return CAPGRAPH_VERSION;
}

} // namespace capgraph::inline v0
