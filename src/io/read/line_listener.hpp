// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "error_list.hpp"
#include "json_parser.hpp"
#include "record_counter.hpp"
#include "record_reader.hpp"
#include "tree_builder.hpp"

#include <cstddef>
#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// Hears the lines of JSON Lines: a record each, but for the first, which may hold version and
/// title.
class line_listener final : public json_listener {
public:
    line_listener(tree_builder records, record_counter counter, record_reader& reader,
                  error_list& errors)
        : builder_{std::move(records)}, counter_{counter}, reader_{&reader}, errors_{&errors}
    {
    }

    /// The parser whose events come here.
    void attach(json_parser const& parser) noexcept { parser_ = &parser; }

    /// A line that is not blank has ended, read or not.
    void end_line() noexcept
    {
        is_first_ = false;
        is_skipping_ = false;
    }

    /// Takes a line without places. Returns whether it did: the first line, and one in which
    /// something is wrong, are to be read with them.
    [[nodiscard]] bool takes(json_tree const& line);

    void on_open(json_type type, place at) override;
    void on_close(place at) override;
    void on_key(std::string_view key, place at) override;
    void on_scalar(json_type type, std::string_view text, place at) override;

    [[nodiscard]] std::string const& title() const noexcept { return title_; }

private:
    [[nodiscard]] std::size_t depth() const noexcept { return parser_->path().depth(); }
    void refuse(json_type type, std::string_view text, place at);
    void take_line(json_tree const& tree);
    void take_header(json_value line);

    tree_builder builder_;
    record_counter counter_;
    record_reader* reader_;
    error_list* errors_;
    json_parser const* parser_ = nullptr;
    std::string title_;
    bool is_first_ = true;
    bool is_skipping_ = false;
};

} // namespace capgraph::inline v0::detail
