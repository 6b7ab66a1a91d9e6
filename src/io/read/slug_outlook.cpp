// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "slug_outlook.hpp"

#include "core/fetch.hpp"
#include "core/same_text.hpp"

#include <optional>

namespace capgraph::inline v0::detail {

namespace {

/// What a value under that key names; by its size first, as most keys name nothing.
std::optional<record_kind> kind_named_by(std::string_view key) noexcept
{
    auto const is = [&](std::string_view word) { return same_text(key, word); };
    auto const entity_if = [](bool names) {
        return names ? std::optional{record_kind::entity} : std::nullopt;
    };
    switch (key.size()) {
    case 2:
        return entity_if(is("to"));
    case 4:
        return entity_if(is("from"));
    case 5:
        return is("round") ? std::optional{record_kind::round}
                           : entity_if(is("owner") || is("owned"));
    case 6:
        return is("source") ? std::optional{record_kind::source} : entity_if(is("entity"));
    case 7:
        return entity_if(is("company"));
    case 8:
        return entity_if(is("investor"));
    default:
        return std::nullopt;
    }
}

/// What the `id` on a line of that type names.
std::optional<record_kind> kind_described_by(std::string_view type) noexcept
{
    auto const kind = find_word<record_kind>(type);
    return kind && has_slug(*kind) ? kind : std::nullopt;
}

} // namespace

std::uint64_t slug_outlook::hash_of(record_kind kind, std::string_view text)
{
    auto& last = last_[static_cast<std::size_t>(kind)];
    if (last.hash == 0 || !same_text(last.text, text)) { // lines about one thing stand together
        last = {text, pending_->slug_hash(text)};
    }
    return last.hash;
}

void slug_outlook::add(json_tree& tree)
{
    std::string_view type;
    for (auto const member : tree.root()) {
        if (member.type() != json_type::string) {
            continue;
        }
        auto const key = member.key();
        if (same_text(key, "type")) {
            type = member.text();
        }
        auto const kind = same_text(key, "id") ? kind_described_by(type) : kind_named_by(key);
        if (kind) {
            auto const hash = hash_of(*kind, member.text());
            pending_->begin_guess(*kind, hash);
            slugs_.push_back(
                {&tree, static_cast<std::uint32_t>(member.number()), *kind, {.hash = hash}});
        }
    }
}

void slug_outlook::look()
{
    // Step by step for all of them: none waits for what the step before asked for.
    for (auto& s : slugs_) {
        s.hint.number = pending_->guess(s.kind, s.hint.hash);
        if (s.hint.has_number()) {
            fetch(pending_->address_of_row(s.kind, s.hint.number));
        }
    }
    for (auto const& s : slugs_) {
        s.tree->note_hint(s.value, s.hint);
        if (s.hint.has_number()) {
            fetch(pending_->address_of_text(s.kind, s.hint.number));
        }
    }
    slugs_.clear();
    last_ = {}; // the text goes
}

} // namespace capgraph::inline v0::detail
