// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "exit_code.hpp"
#include "invocation.hpp"
#include "streams.hpp"

namespace capgraph::cli {

// Each does what its subcommand is for and prints the answer, a table or JSON, to `io.out`.
// Throws: `bad_data`, `bad_usage`, `error`.

/// Counts what the network holds, and lists the companies.
exit_code stats(invocation const& what, streams const& io);
/// Who backs the same companies, or sits in the same rounds, as one investor.
exit_code co_investors(invocation const& what, streams const& io);
/// The pairs who back the same companies, or sit in the same rounds.
exit_code co_investment(invocation const& what, streams const& io);
/// How large the co-investment network would be.
exit_code estimate(invocation const& what, streams const& io);
/// Who invests together again and again; partners over time; candidates for a next round.
exit_code syndicates(invocation const& what, streams const& io);
/// Ranks the vertices of a graph.
exit_code centrality(invocation const& what, streams const& io);
/// Who belongs together.
exit_code list_communities(invocation const& what, streams const& io);
/// The state's part in companies and rounds.
exit_code state_backing(invocation const& what, streams const& io);
/// Who owns an entity, or what it owns.
exit_code owners(invocation const& what, streams const& io);
/// Who controls an entity, what it controls, and why.
exit_code control(invocation const& what, streams const& io);
/// The state's part as it is, and as it would be had more been reported.
exit_code what_if(invocation const& what, streams const& io);
/// Which unknown figure would narrow the state's part most.
exit_code narrowing(invocation const& what, streams const& io);
/// Names the statements that a figure rests on.
exit_code explain(invocation const& what, streams const& io);
/// Lists what is wrong with a data set.
exit_code validate(invocation const& what, streams const& io);

} // namespace capgraph::cli
