// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string_view>

namespace capgraph::inline v0::detail {

/// The ISO 3166-1 code of two letters of the country with this code of three, such as `CN` for
/// `CHN`; empty where there is none. Lives for ever.
[[nodiscard]] std::string_view alpha_2_of(std::string_view alpha_3) noexcept;

} // namespace capgraph::inline v0::detail
