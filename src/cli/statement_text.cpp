// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "statement_text.hpp"

#include "figures.hpp"
#include "words.hpp"

#include <capgraph/model/record.hpp>

#include <concepts>
#include <optional>
#include <type_traits>
#include <vector>

namespace capgraph::cli {

namespace {

/// The words for the values that a record holds.
class wording {
public:
    explicit wording(subject const& s) : s_{&s} {}

    [[nodiscard]] std::string of(std::string_view text) const { return std::string{text}; }
    [[nodiscard]] std::string of(bool value) const { return value ? "yes" : "no"; }
    [[nodiscard]] std::string of(date value) const { return to_string(value); }
    [[nodiscard]] std::string of(decimal value) const { return to_string(value); }
    [[nodiscard]] std::string of(currency value) const { return std::string{value.code()}; }
    [[nodiscard]] std::string of(entity_id id) const { return s_->slug(id); }
    [[nodiscard]] std::string of(record_id id) const { return s_->slug(id); }
    [[nodiscard]] std::string of(amount const& sum) const
    {
        return sum.is_disclosed() ? amount_text(sum) : "undisclosed";
    }
    [[nodiscard]] std::string of(stated<share> const& part) const
    {
        return hedged(part.said(), percent_text(part.low()), percent_text(part.high()));
    }
    [[nodiscard]] std::string of(stated<std::uint32_t> const& count) const
    {
        return hedged(count.said(), count_text(count.low()), count_text(count.high()));
    }
    [[nodiscard]] std::string of(identifier const& name) const
    {
        return of(name.scheme) + ' ' + of(name.value);
    }
    template <worded Enum>
    [[nodiscard]] std::string of(Enum value) const
    {
        return plain(to_string(value));
    }
    template <class T>
    [[nodiscard]] std::string of(std::vector<T> const& list) const
    {
        std::string out;
        for (auto const& each : list) {
            append_listed(out, of(each), " and ");
        }
        return out;
    }
    /// A value with parts, such as a tie to a state: those that are told.
    template <class T>
    requires requires { T::fields(); }
    [[nodiscard]] std::string of(T const& value) const
    {
        std::string out;
        for_each_field<T>([&](auto const& f) { append_part(out, value.*f.member); });
        return out;
    }

    /// `in_talks` as `in talks`.
    [[nodiscard]] static std::string plain(std::string_view word)
    {
        std::string out{word};
        std::replace(out.begin(), out.end(), '_', ' ');
        return out;
    }

private:
    template <class T>
    void append_part(std::string& to, T const& part) const
    {
        if constexpr (requires { part.has_value(); }) {
            if (part.has_value()) {
                append_listed(to, of(*part), " ");
            }
        } else if (auto const text = of(part); !text.empty()) {
            append_listed(to, text, " ");
        }
    }

    [[nodiscard]] static std::string hedged(qualifier said, std::string const& low,
                                            std::string const& high)
    {
        switch (said) {
        case qualifier::undisclosed:
            return "undisclosed";
        case qualifier::plain:
            return low;
        case qualifier::between:
            return low + " to " + high;
        default:
            return plain(to_string(said)) + ' ' + low;
        }
    }

    subject const* s_;
};

/// `: status closed, announced 2025-03`: the fields that are said, those of the key left out where
/// the record has an id that names it.
template <class Record>
std::string fields_text(subject const& s, Record const& said, bool has_slug)
{
    wording const words{s};
    std::string out;
    for_each_field<Record>([&](auto const& f) {
        auto const name = wording::plain(f.name);
        if constexpr (requires { (said.*f.member).is_said(); }) {
            auto const& value = said.*f.member;
            if (value.has_value()) {
                append_listed(out, name + ' ' + words.of(*value));
            } else if (value.is_withdrawn()) {
                append_listed(out, name + " taken back");
            }
        } else if (!has_slug) {
            append_listed(out, name + ' ' + words.of(said.*f.member));
        }
    });
    return out;
}

} // namespace

std::string statement_text(subject const& s, statement_id id)
{
    auto const& book = s.data.book;
    auto const told = book.at(id);
    auto const slug = book.slug_of(told.record);
    auto text = wording::plain(to_string(told.kind));
    if (!slug.empty()) {
        text += ' ' + std::string{slug};
    }
    with_record_type(told.kind, [&]<class Record>() {
        auto const fields = fields_text(s, book.said_by<Record>(id), !slug.empty());
        text += fields.empty() ? "" : ": " + fields;
    });
    return text + (told.said.denial ? " (a denial)" : "");
}

std::string provenance_text(subject const& s, statement_id id)
{
    auto const told = s.data.book.at(id);
    if (told.kind == record_kind::source) {
        return {};
    }
    auto const& said = told.said;
    std::string text;
    if (said.source) {
        text = s.slug(*said.source);
        auto const source = s.facts().find<source_record>(*said.source);
        if (source && source->publisher) {
            append_listed(text, *source->publisher);
        }
    }
    auto const day = s.facts().reported_on(id);
    append_listed(text, day == date{} ? "on no known day" : "reported " + to_string(day));
    if (!said.attributed_to.empty()) {
        append_listed(text, "relaying " + std::string{said.attributed_to});
    }
    return " (" + text + ')';
}

} // namespace capgraph::cli
