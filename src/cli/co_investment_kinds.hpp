// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exit_code.hpp"
#include "streams.hpp"
#include "subject.hpp"

#include <capgraph/query/co_investment_groups.hpp>

namespace capgraph::cli {

// What `co-investment` and `co-investors` print instead of who shares what.

/// Who leads whom.
exit_code print_leads(subject const& s, invocation const& what, streams const& io);
/// The money put in side by side. Precondition: a currency is chosen.
exit_code print_money(subject const& s, invocation const& what, streams const& io);
/// The same of the one whom `co-investors` asks about.
exit_code print_money_of(subject const& s, invocation const& what, streams const& io);
/// Which pairs are more, or less, than chance. Precondition: a null model is chosen.
exit_code print_significance(subject const& s, invocation const& what,
                             co_investment_groups const& in, streams const& io);

} // namespace capgraph::cli
