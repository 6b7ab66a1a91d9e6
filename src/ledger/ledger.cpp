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

void require_known(std::size_t i, std::size_t size)
{
    if (i >= size) {
        throw std::out_of_range{"capgraph::ledger: an id of another ledger"};
    }
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

ledger ledger::copy() const
{
    ledger out{ledger_options{store_->seed}};
    out.store_ = std::make_shared<detail::store>(std::shared_ptr<detail::store const>{store_});
    return out;
}

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
    return store_->entities().size();
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
    require_known(index_of(entity), num_entities());
    return store_->slug_of(entity);
}

record_id ledger::record_of(entity_id entity) const
{
    require_known(index_of(entity), num_entities());
    return store_->record_of(entity);
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
    require_known(index_of(record), num_records());
    return store_->slug_of(index_of(record));
}

record_kind ledger::kind_of(record_id record) const
{
    require_known(index_of(record), num_records());
    return store_->records[index_of(record)].kind;
}

statement ledger::at(statement_id id) const
{
    require_known(index_of(id), num_statements());
    return store_->statement_at(index_of(id));
}

template <record_type Record>
Record ledger::said_by(statement_id id) const
{
    require_known(index_of(id), num_statements());
    auto const kind = store_->head_of(index_of(id)).kind;
    if (kind != capgraph::kind_of<Record>) {
        throw std::out_of_range{"capgraph::ledger::said_by: the statement is about "
                                + detail::with_article(to_string(kind))};
    }
    return store_->said<Record>(index_of(id));
}

template CAPGRAPH_EXPORT source_record ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT entity ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT funding_round ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT participation ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT valuation ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT holding ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT relation ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT absence ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT rate ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT same_as ledger::said_by(statement_id) const;
template CAPGRAPH_EXPORT retraction ledger::said_by(statement_id) const;

} // namespace capgraph::inline v0
