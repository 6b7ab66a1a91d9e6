// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/diagnostics.hpp>

#include "diagnosis.hpp"

#include <capgraph/ledger/conflicts.hpp>

#include <cmath>
#include <stdexcept>

namespace capgraph::inline v0 {

namespace {

void require_fine(diagnose_options const& options)
{
    for (auto const value : {options.about.about, options.rounding, options.rates_apart,
                             options.share_slack, options.tiny_share}) {
        if (!(value >= 0.0 && std::isfinite(value))) {
            throw std::domain_error{"capgraph::diagnose_options: not finite, or less than 0"};
        }
    }
}

void list_conflicts(detail::diagnosis& d)
{
    for (auto const& each : conflicts_in(d.seen(), {.about = d.options().about})) {
        d.add_in_order("conflict", {each.record}, {each.decides, each.yields},
                       "two words on '" + std::string{each.field} + "' of "
                           + d.described(each.record) + "; one decides by "
                           + std::string{to_string(each.rule)},
                       "one word for one time");
    }
}

} // namespace

std::vector<diagnostic> diagnose(view const& seen, diagnose_options const& options)
{
    require_fine(options);
    detail::diagnosis d{seen, options};
    list_conflicts(d);
    for (auto* const rules : {detail::diagnose_absences,       detail::diagnose_aggregates,
                              detail::diagnose_closed_sets,    detail::diagnose_control,
                              detail::diagnose_dates,          detail::diagnose_deals,
                              detail::diagnose_holdings,       detail::diagnose_identities,
                              detail::diagnose_investors,      detail::diagnose_money,
                              detail::diagnose_names,          detail::diagnose_rates,
                              detail::diagnose_relations,      detail::diagnose_renderings,
                              detail::diagnose_retractions,    detail::diagnose_rounds,
                              detail::diagnose_sources,        detail::diagnose_statements,
                              detail::diagnose_states,         detail::diagnose_valuations,
                              detail::diagnose_indirect_stakes}) {
        rules(d);
    }
    return d.take();
}

} // namespace capgraph::inline v0
