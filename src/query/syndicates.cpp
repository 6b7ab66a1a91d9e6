// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "syndicates.hpp"

#include <algorithm>
#include <tuple>

namespace capgraph::inline v0::detail {

namespace {

std::vector<investment> in_groups(network const& n, co_investment_unit unit)
{
    auto const by_round = unit == co_investment_unit::same_round;
    std::vector<investment> all{n.investments().begin(), n.investments().end()};
    if (by_round) {
        std::erase_if(all, [](investment const& i) { return !i.round; });
    }
    auto const slug = [&](investment const& i) {
        return by_round ? n.facts().slug_of(*i.round) : std::string_view{};
    };
    std::sort(all.begin(), all.end(), [&](investment const& a, investment const& b) {
        return std::tuple{a.company, slug(a), a.investor}
               < std::tuple{b.company, slug(b), b.investor};
    });
    return all;
}

} // namespace

syndicates syndicates_of(network const& n, co_investment_unit unit)
{
    auto const by_round = unit == co_investment_unit::same_round;
    syndicates out;
    auto const all = in_groups(n, unit);
    for (std::size_t i = 0; i < all.size(); ++i) {
        auto const& now = all[i];
        auto const goes_on = i != 0 && all[i - 1].company == now.company
                             && (!by_round || all[i - 1].round == now.round);
        if (!goes_on) {
            out.company.push_back(now.company);
            out.offsets.push_back(out.offsets.back());
            if (by_round) {
                out.round.push_back(*now.round);
            }
        }
        if (!goes_on || all[i - 1].investor != now.investor) {
            out.members.push_back(now.investor);
            ++out.offsets.back();
        }
    }
    return out;
}

} // namespace capgraph::inline v0::detail
