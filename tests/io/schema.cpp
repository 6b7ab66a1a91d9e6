// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// docs/capgraph.schema.json knows the keys and the words of the model, and no others.

#include "io/texts.hpp"
#include "support/catch2.hpp"

#include <capgraph/core/stated.hpp>
#include <capgraph/model/record.hpp>
#include <capgraph/model/statement.hpp>

#include <boost/json.hpp>

#include <optional>
#include <set>
#include <string>
#include <string_view>
#include <type_traits>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;
namespace json = boost::json;

namespace {

using words = std::set<std::string>;

json::object const& schema()
{
    static auto const read = json::parse(text_of(CAPGRAPH_SOURCE_DIR "/docs/capgraph.schema.json"));
    return read.as_object();
}

json::object const& definition(std::string_view name)
{
    return schema().at("$defs").as_object().at({name.data(), name.size()}).as_object();
}

words keys_of(json::object const& object)
{
    words keys;
    for (auto const& member : object) {
        keys.insert(std::string{member.key()});
    }
    return keys;
}

template <class Record>
words keys_of_model()
{
    words keys;
    for_each_field<Record>([&](auto const& f) { keys.insert(std::string{f.name}); });
    for_each_field<provenance>([&](auto const& f) {
        auto const is_new = keys.insert(std::string{f.name}).second;
        if (!is_new) {
            keys.insert("id"); // a statement's own, where `statement` is the record's
        }
    });
    return keys;
}

/// The words that a property admits, null left out.
words words_of_schema(json::object const& property)
{
    if (auto const* const reference = property.if_contains("$ref")) {
        auto const path = std::string{reference->as_string()};
        return words_of_schema(definition(path.substr(path.rfind('/') + 1)));
    }
    words all;
    for (auto const& word : property.at("enum").as_array()) {
        if (word.is_string()) {
            all.insert(std::string{word.as_string()});
        }
    }
    return all;
}

template <class Enum>
words words_of_model()
{
    return {detail::words_of<Enum>.begin(), detail::words_of<Enum>.end()};
}

template <class T>
struct said {
    using type = T;
};
template <class T>
struct said<field<T>> {
    using type = T;
};
template <class T>
struct said<std::optional<T>> {
    using type = T;
};
template <class T>
struct said<field<std::vector<T>>> {
    using type = T;
};

/// Compares the words of each enumeration among the fields of `Struct`. Returns how many there
/// were.
template <class Struct>
int check_words(json::object const& properties)
{
    int checked = 0;
    for_each_field<Struct>([&](auto const& f) {
        using member = std::remove_cvref_t<decltype(std::declval<Struct>().*f.member)>;
        using type = typename said<member>::type;
        if constexpr (worded<type>) {
            CAPTURE(f.name);
            auto const* property = &properties.at({f.name.data(), f.name.size()}).as_object();
            if (auto const* const items = property->if_contains("items")) {
                property = &items->as_object();
            }
            CHECK(words_of_schema(*property) == words_of_model<type>());
            ++checked;
        }
    });
    return checked;
}

} // namespace

TEST_CASE("schema: a document has an array for each kind of record", "[io][schema]")
{
    words expected{"capgraph", "title"};
    for (std::size_t i = 0; i < detail::words_of<record_kind>.size(); ++i) {
        auto const kind = static_cast<record_kind>(i);
        auto const plural = std::string{plural_of(kind)};
        expected.insert(plural);
        auto const& items =
            schema().at("properties").as_object().at(plural).as_object().at("items").as_object();
        CHECK(items.at("$ref").as_string() == "#/$defs/" + std::string{to_string(kind)});
    }
    CHECK(keys_of(schema().at("properties").as_object()) == expected);
}

TEST_CASE("schema: a record has the keys of the model and no others", "[io][schema]")
{
    for (std::size_t i = 0; i < detail::words_of<record_kind>.size(); ++i) {
        auto const kind = static_cast<record_kind>(i);
        CAPTURE(to_string(kind));
        auto const& of_kind = definition(to_string(kind));
        CHECK_FALSE(of_kind.at("additionalProperties").as_bool());
        with_record_type(kind, [&]<class Record>() {
            CHECK(keys_of(of_kind.at("properties").as_object()) == keys_of_model<Record>());
        });
    }
}

TEST_CASE("schema: enumerations have the words of the model and no others", "[io][schema]")
{
    int checked = 0;
    for (std::size_t i = 0; i < detail::words_of<record_kind>.size(); ++i) {
        auto const kind = static_cast<record_kind>(i);
        CAPTURE(to_string(kind));
        with_record_type(kind, [&]<class Record>() {
            checked +=
                check_words<Record>(definition(to_string(kind)).at("properties").as_object());
        });
    }
    checked += check_words<state_link>(definition("state_link").at("properties").as_object());
    checked += check_words<lead_group>(definition("lead_group").at("properties").as_object());
    CHECK(checked == 16);
}

TEST_CASE("schema: figures have the verbs of the model and no others", "[io][schema]")
{
    words verbs;
    for (auto verb = qualifier::plain; verb != qualifier::undisclosed;
         verb = static_cast<qualifier>(static_cast<int>(verb) + 1)) {
        verbs.insert(std::string{to_string(verb)});
    }
    auto const& count = definition("count").at("anyOf").as_array().at(1).as_object();
    CHECK(keys_of(count.at("properties").as_object()) == verbs);
    auto const& share = definition("share").at("anyOf").as_array().at(1).as_object();
    CHECK(keys_of(share.at("properties").as_object()) == verbs);
    verbs.insert("currency");
    CHECK(keys_of(definition("rendering").at("properties").as_object()) == verbs);
}
