// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "json_value.hpp"

#include "ledger/pending_statements.hpp"

#include <capgraph/model/record.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Looks ahead for the slugs that some records name. Each will be looked up in a table larger than
/// the processor's caches; what that will look at is fetched for all of them at once.
class slug_outlook {
public:
    explicit slug_outlook(pending_statements const& pending) : pending_{&pending} {}

    /// Adds the slug `text`, of a record of `kind`, which stands in `value`; that must stay until
    /// `look`. Beyond the most that are looked for at once it does nothing.
    void add(json_tree::node& value, record_kind kind, std::string_view text)
    {
        if (size_ != slugs_.size()) {
            auto const hash = pending_->slug_hash(text);
            pending_->begin_guess(kind, hash);
            slugs_[size_++] = {&value, hash, kind};
        }
    }
    /// How many were added.
    [[nodiscard]] std::size_t size() const noexcept { return size_; }
    /// Forgets those that were added last, but for the first `size`.
    void drop_behind(std::size_t size) noexcept { size_ = size; }
    /// Looks for all that were added, notes in their values what it finds, and forgets them.
    void look() noexcept;

private:
    struct slug {
        json_tree::node* value;
        std::uint64_t hash;
        record_kind kind;
    };

    pending_statements const* pending_;
    std::array<slug, 64> slugs_;
    std::size_t size_ = 0;
};

} // namespace capgraph::inline v0::detail
