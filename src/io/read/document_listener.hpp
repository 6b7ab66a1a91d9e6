// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "error_list.hpp"
#include "json_parser.hpp"
#include "record_counter.hpp"
#include "record_reader.hpp"
#include "tree_builder.hpp"

#include <capgraph/model/record.hpp>

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Hears a document: an object with the version, a title, and an array for each kind of record.
class document_listener final : public json_listener {
public:
    document_listener(tree_builder records, record_counter counter, record_reader& reader,
                      error_list& errors)
        : builder_{std::move(records)}, counter_{counter}, reader_{&reader}, errors_{&errors}
    {
    }

    /// The parser whose events come here.
    void attach(json_parser const& parser) noexcept { parser_ = &parser; }

    void on_open(json_type type, place at) override;
    void on_close(place at) override;
    void on_key(std::string_view key, place at) override;
    void on_scalar(json_type type, std::string_view text, place at) override;

    [[nodiscard]] std::string const& title() const noexcept { return title_; }

private:
    enum class member : std::uint8_t { nothing, version, title, records };
    // How many brackets are open around what is heard of.
    static constexpr std::size_t top = 0;
    static constexpr std::size_t members = 1;
    static constexpr std::size_t elements = 2;

    [[nodiscard]] std::size_t depth() const noexcept { return parser_->path().depth(); }
    [[nodiscard]] bool is_skipping() const noexcept { return skipped_.has_value(); }
    /// Passes over what opens here, up to its closing bracket.
    void skip() noexcept { skipped_ = depth(); }
    void open_member(json_type type, place at);
    void open_element(json_type type, place at);
    void refuse(json_type type, std::string_view text, place at);
    void take_scalar(json_type type, std::string_view text, place at);
    [[nodiscard]] std::string expected() const;

    tree_builder builder_;
    record_counter counter_;
    record_reader* reader_;
    error_list* errors_;
    json_parser const* parser_ = nullptr;
    std::string title_;
    place start_;
    std::uint32_t seen_ = 0; ///< A bit for each key of the document.
    bool has_version_ = false;
    member member_ = member::nothing;
    record_kind kind_{};
    std::optional<std::size_t> skipped_;
};

} // namespace capgraph::inline v0::detail
