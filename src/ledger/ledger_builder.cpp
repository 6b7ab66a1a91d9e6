// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/ledger_builder.hpp>

#include "pending_statements.hpp"

#include <optional>
#include <utility>

namespace capgraph::inline v0 {

namespace detail {

template <class Record>
static record_id add_to(pending_statements& pending, Record const& record, provenance const& said)
{
    std::optional<position_view> where;
    if (said.where) {
        auto const& p = *said.where;
        where = position_view{p.file, p.byte, p.line, p.column, p.pointer};
    }
    pending.require_own_ids(record, said);
    auto completed = record;
    return pending.add(completed, said, where);
}

} // namespace detail

ledger_builder::ledger_builder(ledger& target)
    : pending_{std::make_unique<detail::pending_statements>(target)}
{
}

ledger_builder::ledger_builder(ledger_builder&&) noexcept = default;
ledger_builder& ledger_builder::operator=(ledger_builder&&) noexcept = default;
ledger_builder::~ledger_builder() = default;

entity_id ledger_builder::entity(std::string_view slug)
{
    return pending_->entity(slug);
}

record_id ledger_builder::round(std::string_view slug)
{
    return pending_->named(record_kind::round, slug);
}

record_id ledger_builder::source(std::string_view slug)
{
    return pending_->named(record_kind::source, slug);
}

entity_id ledger_builder::add(capgraph::entity const& record, provenance const& said)
{
    detail::add_to(*pending_, record, said);
    return pending_->entity(record.slug);
}

template <record_type Record>
record_id ledger_builder::add(Record const& record, provenance const& said)
{
    return detail::add_to(*pending_, record, said);
}

std::size_t ledger_builder::num_statements() const noexcept
{
    return pending_->num_statements();
}

std::vector<error> ledger_builder::problems() const
{
    return pending_->problems();
}

void ledger_builder::commit()
{
    pending_->commit();
}

template CAPGRAPH_EXPORT record_id ledger_builder::add(capgraph::source_record const&,
                                                       provenance const&);
template CAPGRAPH_EXPORT record_id ledger_builder::add(capgraph::entity const&, provenance const&);
template CAPGRAPH_EXPORT record_id ledger_builder::add(capgraph::funding_round const&,
                                                       provenance const&);
template CAPGRAPH_EXPORT record_id ledger_builder::add(participation const&, provenance const&);
template CAPGRAPH_EXPORT record_id ledger_builder::add(valuation const&, provenance const&);
template CAPGRAPH_EXPORT record_id ledger_builder::add(holding const&, provenance const&);
template CAPGRAPH_EXPORT record_id ledger_builder::add(relation const&, provenance const&);
template CAPGRAPH_EXPORT record_id ledger_builder::add(absence const&, provenance const&);
template CAPGRAPH_EXPORT record_id ledger_builder::add(rate const&, provenance const&);
template CAPGRAPH_EXPORT record_id ledger_builder::add(same_as const&, provenance const&);
template CAPGRAPH_EXPORT record_id ledger_builder::add(retraction const&, provenance const&);

} // namespace capgraph::inline v0
