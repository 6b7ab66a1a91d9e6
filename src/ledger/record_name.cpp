// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "record_name.hpp"

#include <capgraph/model/field_description.hpp>

#include <algorithm>
#include <vector>

namespace capgraph::inline v0::detail {

namespace {

/// The parts of a key as text, each one ended so that no two keys run together.
class key_text {
public:
    explicit key_text(view_state const& state) : state_{&state} {}

    void add(entity_id id) { add(state_->slug_of(id)); }
    void add(record_id id) { add(state_->slug_of(id)); }
    void add(std::string_view text) { text_.append(text).push_back('\n'); }
    void add(currency unit) { add(unit.code()); }
    void add(date day) { add(to_string(day)); }
    void add(bool flag) { add(std::string_view{flag ? "1" : "0"}); }
    template <worded Enum>
    void add(Enum word)
    {
        add(to_string(word));
    }
    void add(std::vector<entity_id> ids)
    {
        std::sort(ids.begin(), ids.end(), [this](entity_id a, entity_id b) {
            return state_->slug_of(a) < state_->slug_of(b);
        });
        for (auto const id : ids) {
            add(id);
        }
    }

    /// The fields of the key; the only field of what has none.
    template <class Record>
    void add_key(Record const& said)
    {
        constexpr auto has_key =
            !std::is_same_v<Record, same_as> && !std::is_same_v<Record, retraction>;
        for_each_field<Record>([&](auto const& f) {
            auto const is_part = !has_key || f.rule == folding::key;
            if constexpr (requires { this->add(*(said.*f.member)); }) {
                if (is_part) {
                    said.*f.member ? add(*(said.*f.member)) : add(std::string_view{});
                }
            }
        });
    }

    [[nodiscard]] std::string take() { return std::move(text_); }

private:
    view_state const* state_;
    std::string text_;
};

} // namespace

std::string record_name(view_state const& state, record_id id)
{
    auto const& row = state.record_at(id);
    if (has_slug(row.kind)) {
        return std::string{state.slug_of(id)};
    }
    key_text text{state};
    with_record_type(row.kind, [&]<class Record>() {
        text.add_key(state.rows->said<Record>(state.rows->first_about(index_of(id))));
    });
    return text.take();
}

} // namespace capgraph::inline v0::detail
