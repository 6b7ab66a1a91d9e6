// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/ledger/ledger.hpp>

#include "missing.hpp"
#include "store.hpp"

#include <random>
#include <stdexcept>
#include <utility>

namespace capgraph::inline v0 {

namespace {

std::uint64_t random_seed()
{
    std::random_device device;
    return (std::uint64_t{device()} << 32U) | device();
}

} // namespace

ledger::ledger(ledger_options const& options)
    : store_{
        std::make_shared<detail::store>(options.hash_seed ? *options.hash_seed : random_seed())}
{
}

ledger::ledger(ledger&&) noexcept = default;
ledger& ledger::operator=(ledger&&) noexcept = default;
ledger::~ledger() = default;

std::size_t ledger::num_statements() const noexcept
{
    return store_->statements.size();
}
std::size_t ledger::num_records() const noexcept
{
    return store_->records.size();
}
std::size_t ledger::num_entities() const noexcept
{
    return store_->entities.size();
}

std::optional<entity_id> ledger::find_entity(std::string_view slug) const
{
    return store_->find_entity(slug);
}

entity_id ledger::entity_at(std::string_view slug) const
{
    auto const found = find_entity(slug);
    return found ? *found : throw detail::no_entity(*store_, slug);
}

std::string_view ledger::slug_of(entity_id entity) const
{
    return store_->entities.at(index_of(entity)).slug;
}

record_id ledger::record_of(entity_id entity) const
{
    return store_->entities.at(index_of(entity)).record;
}

std::optional<record_id> ledger::find_round(std::string_view slug) const
{
    return store_->find_record(record_kind::round, slug);
}

record_id ledger::round_at(std::string_view slug) const
{
    auto const found = find_round(slug);
    return found ? *found : throw detail::no_record(*store_, record_kind::round, slug);
}

std::optional<record_id> ledger::find_source(std::string_view slug) const
{
    return store_->find_record(record_kind::source, slug);
}

std::string_view ledger::slug_of(record_id record) const
{
    return store_->records.at(index_of(record)).slug;
}

record_kind ledger::kind_of(record_id record) const
{
    return store_->records.at(index_of(record)).kind;
}

statement ledger::at(statement_id id) const
{
    return store_->statement_at(index_of(id));
}

template <record_type Record>
Record const& ledger::said_by(statement_id id) const
{
    auto const& row = store_->statements.at(index_of(id));
    if (row.kind != capgraph::kind_of<Record>) {
        throw std::out_of_range{"capgraph::ledger::said_by: the statement is about "
                                + detail::with_article(to_string(row.kind))};
    }
    return store_->column<Record>()[row.row];
}

template CAPGRAPH_EXPORT source_record const& ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT entity const& ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT funding_round const& ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT participation const& ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT valuation const& ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT holding const& ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT relation const& ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT absence const& ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT rate const& ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT same_as const& ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT retraction const& ledger::said_by(statement_id) const;

} // namespace capgraph::inline v0
