// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "read_all.hpp"

#include "unnamed_investors.hpp"

#include <capgraph/core/error.hpp>

#include <algorithm>
#include <cstddef>
#include <string>
#include <utility>

namespace capgraph::inline v0::detail {

namespace {

/// The currency in which all of `rounds` are told, or else that of the first of them; none where no
/// sum is said.
std::optional<currency> common_unit(network const& n, std::vector<syndicate> const& rounds,
                                    amount const* beside)
{
    std::vector<currency> common;
    for (auto const& s : rounds) {
        auto const units = units_of(n.facts(), s, beside);
        if (units.empty() || common.empty()) {
            common = common.empty() ? units : common;
            continue;
        }
        auto const first = common.front();
        std::erase_if(common, [&](currency unit) {
            return std::find(units.begin(), units.end(), unit) == units.end();
        });
        if (common.empty()) {
            return first; // the others by a rate
        }
    }
    return common.empty() ? std::nullopt : std::optional{common.front()};
}

/// One error of all that rounds lack. Precondition: there is one.
error joined(std::vector<error> const& missing, currency unit)
{
    if (missing.size() == 1) {
        return missing.front();
    }
    constexpr std::size_t most_told = 10;
    std::string found;
    for (std::size_t i = 0; i < std::min(missing.size(), most_told); ++i) {
        found += (i == 0 ? "" : "; ") + std::string{missing[i].found()};
    }
    if (missing.size() > most_told) {
        found += "; and for " + std::to_string(missing.size() - most_told) + " more rounds";
    }
    return {error_code::missing_rate, found,
            "renderings in " + std::string{unit.code()} + ", or rates for those days"};
}

} // namespace

read_rounds read_all(network const& n, std::vector<syndicate> const& rounds,
                     part_reader const& parts, state_backing_options const& options,
                     amount const* beside)
{
    read_rounds out;
    out.unit = common_unit(n, rounds, beside);
    auto const unit = out.unit.value_or(currency{});
    std::vector<error> missing;
    for (auto const& s : rounds) {
        try {
            auto read =
                read_money(n, s, unit, others_may_pay(n, s, options.unnamed), parts, options);
            out.rates.insert(out.rates.end(), read.rates.begin(), read.rates.end());
            out.sums.push_back(std::move(read.money));
        } catch (error const& e) {
            if (e.code() != error_code::missing_rate) {
                throw;
            }
            missing.push_back(e);
        }
    }
    if (!missing.empty()) {
        throw joined(missing, unit);
    }
    return out;
}

} // namespace capgraph::inline v0::detail
