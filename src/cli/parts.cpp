// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "parts.hpp"

#include "figures.hpp"

#include <cmath>
#include <cstdint>
#include <utility>

namespace capgraph::cli {

namespace {

/// A part that may be more than the whole.
std::string more_text(double part)
{
    return part <= 1.0 ? percent_text(share{part})
                       : count_text(static_cast<std::uint64_t>(std::llround(100.0 * part))) + " %";
}

} // namespace

std::string part_text(part_bounds part)
{
    if (part.upper <= 1.0) {
        return percent_text(make_bounded(share{part.lower}, share{part.upper}, share{}));
    }
    if (!std::isfinite(part.upper)) {
        return part.lower > 0.0 ? "at least " + more_text(part.lower) : "any part";
    }
    auto const lower = more_text(part.lower);
    auto const upper = more_text(part.upper);
    return lower == upper ? lower : lower + " to " + upper;
}

void add_part(json_object& to, std::string_view prefix, part_bounds part)
{
    auto const bounded = std::isfinite(part.upper);
    to.push_back({std::string{prefix} + "_lower", part.lower});
    to.push_back({std::string{prefix} + "_upper", bounded ? json_value{part.upper} : json_value{}});
}

std::string chain_text(subject const& s, state_chain const& chain)
{
    auto text = s.name(chain.from);
    for (auto const& link : chain.links) {
        auto const is_told = link.part.lower > 0.0 || link.part.upper < 1.0;
        text += is_told            ? " \u2014 " + part_text(link.part)
                : link.is_declared ? " \u2014 control"
                                   : " \u2014 a part undisclosed";
        text += is_told && link.is_declared ? " and control \u2192 " : " \u2192 ";
        text += s.name(link.owned);
    }
    return text;
}

} // namespace capgraph::cli
