// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Texts that must be refused, each the smallest that shows what is wrong with it, and the error it
// gives.

#include "io/texts.hpp"

#include <capgraph/core/error.hpp>
#include <capgraph/io/read/json.hpp>

#include <cstddef>
#include <string>
#include <vector>

namespace capgraph::test {

struct bad_document {
    std::string name;
    std::string marked; ///< The text, with an @ where the error is found, and ' for ".
    error_code code;
    std::string pointer;
    std::string says; ///< A part of the message.
    json_format format = json_format::detect;

    [[nodiscard]] std::size_t byte() const { return marked.find('@'); }
    [[nodiscard]] std::string text() const
    {
        return in_json(marked.substr(0, byte()) + marked.substr(byte() + 1));
    }
};

/// A document with the members `inside`, where ' stands for ".
inline std::string document(std::string const& inside)
{
    return in_json("{'capgraph': 1,\n " + inside + "}");
}

/// A document with two described companies, a and b, whose second line is an array `of` one
/// `record`.
inline std::string about(std::string const& of, std::string const& record)
{
    return document("'" + of + "': [" + record
                    + "],\n"
                      "'entities': [{'id': 'a', 'name': 'A', 'kind': 'company'},\n"
                      "{'id': 'b', 'name': 'B', 'kind': 'company'}]");
}

/// A document of one round of a, with the members `inside` beside its id and company.
inline std::string about_round(std::string const& inside)
{
    return about("rounds", "\n{'id': 'r', 'company': 'a', " + inside + "}");
}

/// A document of one holding of a in b, with the members `inside`.
inline std::string about_holding(std::string const& inside)
{
    return about("holdings", "\n{'owner': 'a', 'owned': 'b', " + inside + "}");
}

/// A document of one company, with the members `inside` beside its id, name and kind.
inline std::string about_entity(std::string const& inside)
{
    return document("'entities': [\n{'id': 'a', 'name': 'A', 'kind': 'company', " + inside + "}]");
}

inline std::vector<bad_document> bad_syntax()
{
    using enum error_code;
    return {
        {"nothing", "@", syntax, "", "found the end of the text, expected an object"},
        {"whitespace", " \n @", syntax, "", "found the end of the text"},
        {"a word", "@capgraph", syntax, "", "found 'c', expected an object"},
        {"cut behind a key", "{'capgraph'@", syntax, "/capgraph", "expected ':' behind the key"},
        {"cut within a key", "{'capg@", syntax, "", "expected the closing quote"},
        {"cut within a string", "{'capgraph': 1,\n 'title': 'Chin@", syntax, "/title",
         "expected the closing quote"},
        {"cut within a record", "{'capgraph': 1, 'rounds': [{'id': 'r'@", syntax, "/rounds/0/id",
         "found the end of the text, expected ',' or '}'"},
        {"cut within a number", "{'capgraph': 1.@", syntax, "/capgraph",
         "expected the rest of the value"},
        {"cut within a literal", document("'title': @tru"), syntax, "/title",
         "found 'tru' followed by '}'"},
        {"cut before the end", "{'capgraph': 1, 'rounds': []@", syntax, "/rounds",
         "expected ',' or '}'"},
        {"text behind the document", document("'rounds': []") + "\n\n @x", syntax, "",
         "found 'x', expected the end of the text"},
        {"a second document", document("'rounds': []") + "@{}", syntax, "",
         "expected the end of the text"},
        {"a comma behind the last member", "{'capgraph': 1,@}", syntax, "",
         "found '}', expected a key"},
        {"a comma behind the last element", about_entity("'aliases': ['B', @]"), syntax,
         "/entities/0/aliases/1", "found ']', expected a value"},
        {"no comma", document("'rounds': [] @'rates': []"), syntax, "/rounds",
         "expected ',' or '}'"},
        {"no colon", "{'capgraph' @1}", syntax, "/capgraph", "expected ':' behind the key"},
        {"no value", "{'capgraph': @}", syntax, "/capgraph", "found '}', expected a value"},
        {"a key without quotes", "{@capgraph: 1}", syntax, "",
         "expected a key in double quotes, or '}'"},
        {"a comment", "{'capgraph': 1 @// one\n}", syntax, "/capgraph", "found '/'"},
        {"the wrong bracket", document("'rounds': [@}"), syntax, "/rounds/0",
         "expected a value, or ']'"},
        {"a wrong literal", document("'title': @nul"), syntax, "/title",
         "found 'nul' followed by '}', expected true, false or null"},
        {"a literal in capitals", document("'title': @True"), syntax, "/title",
         "found 'T', expected a value"},
        {"not a number", document("'rounds': [@NaN]"), syntax, "/rounds/0", "found 'N'"},
        {"a bare minus", document("'rounds': [@-]"), syntax, "/rounds/0",
         "found '-' followed by ']'"},
        {"a point without digits", document("'rounds': [@1.]"), syntax, "/rounds/0",
         "a number by JSON's grammar"},
        {"a leading zero", document("'rounds': [@01]"), wrong_type, "/rounds/0",
         "found a number, 0"},
        {"a line break in a string", document("'title': 'a@\nb'"), syntax, "/title",
         "found the byte 0x0A within a string"},
        {"an unknown escape", document("'title': 'ab@\\x'"), syntax, "/title",
         "an escape that JSON does not have"},
        {"a short escape", document("'title': 'ab@\\u12g'"), syntax, "/title",
         "four hexadecimal digits"},
        {"half a surrogate pair", document("'title': 'ab@\\ud83d!'"), bad_encoding, "/title",
         "half of a surrogate pair"},
        {"the wrong half", document("'title': 'ab@\\udc00'"), bad_encoding, "/title",
         "half of a surrogate pair"},
        {"two first halves", document("'title': '@\\ud83d\\ud83d'"), bad_encoding, "/title",
         "half of a surrogate pair"},
        {"a byte that UTF-8 lacks", document("'title': 'ab@\xff'"), bad_encoding, "/title",
         "the byte 0xFF"},
        {"a cut character", document("'title': 'ab@\xe6\x99'"), bad_encoding, "/title",
         "where UTF-8 does not have it"},
        {"an overlong character", document("'title': '@\xc0\xaf'"), bad_encoding, "/title",
         "the byte 0xC0"},
        {"a surrogate in UTF-8", document("'title': '@\xed\xa0\x80'"), bad_encoding, "/title",
         "the byte 0xA0"},
        {"UTF-16", std::string{"@\xff\xfe{\0", 5}, bad_encoding, "", "the byte 0xFF"},
        {"a byte order mark", "@\xef\xbb\xbf{}", syntax, "", "found a byte order mark"},
        {"a letter outside of strings", "{'capgraph': 1, @\xc3\xa9: 2}", syntax, "",
         "found the byte 0xC3"},
        {"an exponent out of all range", document("'rounds': [@1e99999999999]"),
         number_out_of_range, "/rounds/0", "found '1e999999999...'"},
    };
}

inline std::vector<bad_document> bad_structure()
{
    using enum error_code;
    return {
        {"an array", "@[]", wrong_type, "", "found an array, expected an object"},
        {"a number", " @7", wrong_type, "", "found a number, 7"},
        {"no version", "@{\n'rounds': []}", missing_field, "", "without 'capgraph'"},
        {"another version", "{'capgraph': @2}", bad_value, "/capgraph",
         "found version 2, expected 1"},
        {"the version as a string", "{'capgraph': @'1'}", wrong_type, "/capgraph",
         "found a string, '1'"},
        {"a misspelt array", document("@'entites': []"), unknown_key, "/entites",
         "did you mean 'entities'?"},
        {"an unknown array", document("@'products': []"), unknown_key, "/products",
         "one of capgraph, title"},
        {"an array twice", document("'rounds': [], @'rounds': []"), duplicate_key, "/rounds",
         "'rounds' again"},
        {"the version twice", "{'capgraph': 1, @'capgraph': 1}", duplicate_key, "/capgraph",
         "each key once"},
        {"an escaped key", document("@'\\u0072ounds': []"), escaped_key, "",
         "the key 'rounds' written with escapes"},
        {"a title that is none", document("'title': @7"), wrong_type, "/title",
         "expected the title, a string"},
        {"records as an object", document("'rounds': @{}"), wrong_type, "/rounds",
         "an array of records"},
        {"no records", document("'rounds': @null"), wrong_type, "/rounds", "found null"},
        {"a record as a string", document("'rounds': [@'r']"), wrong_type, "/rounds/0",
         "a record, an object"},
        {"a record as an array", document("'rounds': [@[]]"), wrong_type, "/rounds/0",
         "a record, an object"},
        {"a misspelt key", about_entity("@'alias': []"), unknown_key, "/entities/0/alias",
         "found the key 'alias' in an entity, expected one of id, name, aliases"},
        {"a key of another record", about_entity("@'company': 'a'"), unknown_key,
         "/entities/0/company", "one of id, name"},
        {"a type outside of lines", about_entity("@'type': 'entity'"), unknown_key,
         "/entities/0/type", "one of id"},
        {"a key twice", about_entity("@'name': 'A'"), duplicate_key, "/entities/0/name",
         "'name' again"},
        {"who said it twice", about_entity("'denial': true, @'denial': true"), duplicate_key,
         "/entities/0/denial", "'denial' again"},
        {"an escaped key in a record", about_entity("@'sec\\u0074or': 'x'"), escaped_key,
         "/entities/0", "the key 'sector'"},
        {"no id", document("'entities': [\n@{'name': 'A'}]"), missing_field, "/entities/0",
         "without 'id'"},
        {"an empty id", document("'entities': [\n{'id': @'', 'name': 'A'}]"), bad_value,
         "/entities/0/id", "found an empty string"},
        {"an id that is a number", document("'entities': [\n{'id': @7}]"), wrong_type,
         "/entities/0/id", "found a number, 7"},
        {"no investor", about("participations", "\n@{'company': 'a'}"), missing_field,
         "/participations/0", "without 'investor'"},
        {"no name", document("'entities': [\n@{'id': 'a', 'kind': 'fund'}]"), missing_field,
         "/entities/0", "entity 'a' without 'name'"},
        {"no kind", document("'entities': [\n@{'id': 'a', 'name': 'A'}]"), missing_field,
         "/entities/0", "entity 'a' without 'kind'"},
        {"no company", document("'rounds': [\n@{'id': 'r'}]"), missing_field, "/rounds/0",
         "round 'r' without 'company'"},
        {"a null key", about("holdings", "\n{'owner': @null, 'owned': 'b'}"), wrong_type,
         "/holdings/0/owner", "part of what names the record"},
        {"a null name", document("'entities': [\n{'id': 'a', 'name': @null}]"), wrong_type,
         "/entities/0/name", "not taken back"},
        {"a null source", about_entity("'source': @null"), wrong_type, "/entities/0/source",
         "found null"},
    };
}

inline std::vector<bad_document> bad_values()
{
    using enum error_code;
    return {
        {"an unknown word", about_round("'status': @'in_talk'"), bad_value, "/rounds/0/status",
         "found 'in_talk', expected one of rumored, approached, in_talks, committed, closed, "
         "withdrawn; did you mean 'in_talks'?"},
        {"a word that is a number", about_round("'kind': @1"), wrong_type, "/rounds/0/kind",
         "found a number, 1"},
        {"a day that does not exist", about_round("'closed': @'2026-02-30'"), bad_value,
         "/rounds/0/closed", "found '2026-02-30', expected a date"},
        {"a date as a number", about_round("'closed': @2026"), wrong_type, "/rounds/0/closed",
         "a date in a string"},
        {"an interval that runs backwards", about_round("'closed': @'2026/2025'"), bad_value,
         "/rounds/0/closed", "a date"},
        {"neither true nor false", about_round("'investors_complete': @'yes'"), wrong_type,
         "/rounds/0/investors_complete", "expected true or false"},
        {"a sum as a number", about_round("'amount': @7"), wrong_type, "/rounds/0/amount",
         "an array of renderings"},
        {"a sum as a string", about_round("'amount': @'unknown'"), bad_value, "/rounds/0/amount",
         "found 'unknown', expected \"undisclosed\""},
        {"a sum without renderings", about_round("'amount': @[]"), bad_value, "/rounds/0/amount",
         "an empty array"},
        {"a rendering that is no object", about_round("'amount': [@7]"), wrong_type,
         "/rounds/0/amount/0", "an object"},
        {"a sum without a currency", about_round("'amount': [@{'over': 1}]"), missing_field,
         "/rounds/0/amount/0", "without 'currency'"},
        {"a sum without a verb", about_round("'amount': [@{'currency': 'CNY'}]"), missing_field,
         "/rounds/0/amount/0", "without a verb"},
        {"a currency that is none", about_round("'amount': [{'over': 1, 'currency': @'RMB'}]"),
         bad_value, "/rounds/0/amount/0/currency", "found 'RMB'"},
        {"a misspelt verb", about_round("'amount': [{@'atleast': 1, 'currency': 'CNY'}]"),
         unknown_key, "/rounds/0/amount/0/atleast", "did you mean 'at_least'?"},
        {"two verbs", about_round("'amount': [{'over': 1, @'about': 1, 'currency': 'CNY'}]"),
         inconsistent_record, "/rounds/0/amount/0/about", "both 'over' and 'about'"},
        {"a verb twice", about_round("'amount': [{'over': 1, @'over': 1, 'currency': 'CNY'}]"),
         duplicate_key, "/rounds/0/amount/0/over", "'over' again"},
        {"a number out of all range",
         about_round("'amount': [{'over': @1e400, 'currency': 'CNY'}]"), number_out_of_range,
         "/rounds/0/amount/0/over", "found 1e400"},
        {"a number beyond 64 bits",
         about_round("'amount': [{'over': @'123456789012345678901', 'currency': 'CNY'}]"),
         number_out_of_range, "/rounds/0/amount/0/over", "fit 64 bits"},
        {"an exponent beyond 32 bits",
         about_round("'amount': [{'over': @1e99999999999, 'currency': 'CNY'}]"),
         number_out_of_range, "/rounds/0/amount/0/over", "range of doubles"},
        {"a part of a cent", about_round("'amount': [{'over': @0.001, 'currency': 'CNY'}]"),
         number_out_of_range, "/rounds/0/amount/0/over", "minor units of CNY"},
        {"a negative sum", about_round("'amount': [{'over': @-1, 'currency': 'CNY'}]"), bad_value,
         "/rounds/0/amount/0/over", "found -1, expected a sum of zero or more"},
        {"a number in words", about_round("'amount': [{'over': @'1bn', 'currency': 'CNY'}]"),
         bad_value, "/rounds/0/amount/0/over", "found '1bn', expected a decimal number"},
        {"one figure between", about_round("'amount': [{'between': @[1], 'currency': 'CNY'}]"),
         bad_value, "/rounds/0/amount/0/between", "fewer than two figures"},
        {"three figures between",
         about_round("'amount': [{'between': [1, 2, @3], 'currency': 'CNY'}]"), bad_value,
         "/rounds/0/amount/0/between/2", "more than two figures"},
        {"figures that run backwards",
         about_round("'amount': [{'between': @[2, 1], 'currency': 'CNY'}]"), bad_value,
         "/rounds/0/amount/0/between", "run backwards"},
        {"a count with a part", about_round("'investor_count': {'exactly': @2.5}"),
         number_out_of_range, "/rounds/0/investor_count/exactly", "a whole number"},
        {"a count below zero", about_round("'investor_count': {'exactly': @-1}"),
         number_out_of_range, "/rounds/0/investor_count/exactly", "a whole number from 0"},
        {"a bare count", about_round("'investor_count': @2"), wrong_type,
         "/rounds/0/investor_count", "an object such as"},
        {"leads without a tie", about_round("'lead_group': @{'count': {'exactly': 2}}"),
         missing_field, "/rounds/0/lead_group", "without 'link'"},
        {"leads of an unknown tie", about_round("'lead_group': {'link': @'state'}"), bad_value,
         "/rounds/0/lead_group/link", "one of backed, controlled, organ"},
        {"a share of 120 %", about_holding("'share': {'exactly': @'120%'}"), bad_value,
         "/holdings/0/share/exactly", "found '120%', expected a share from 0% to 100%"},
        {"a share just above the whole",
         about_holding("'share': {'exactly': @'100.0000000000001%'}"), bad_value,
         "/holdings/0/share/exactly", "from 0% to 100%"},
        {"a share below nothing", about_holding("'share': {'exactly': @-0.1}"), bad_value,
         "/holdings/0/share/exactly", "found -0.1"},
        {"a share in words", about_holding("'share': {'exactly': @'half'}"), bad_value,
         "/holdings/0/share/exactly", "found 'half', expected a share such as"},
        {"a percentage that is none", about_holding("'share': {'exactly': @'x%'}"), bad_value,
         "/holdings/0/share/exactly", "\"17.44%\""},
        {"a bare share", about_holding("'share': @'17.44%'"), bad_value, "/holdings/0/share",
         "or the figure with its verb"},
        {"a share with a currency", about_holding("'share': {'exactly': 1, @'currency': 'CNY'}"),
         unknown_key, "/holdings/0/share/currency", "one of plain, exactly"},
        {"rights that are no array", about_holding("'rights': @'veto'"), wrong_type,
         "/holdings/0/rights", "expected an array"},
        {"an unknown right", about_holding("'rights': ['veto', @'vote']"), bad_value,
         "/holdings/0/rights/1", "found 'vote', expected one of golden_share"},
        {"an unknown key of a tie", about_entity("'state_link': {'link': 'organ', @'tier': 1}"),
         unknown_key, "/entities/0/state_link/tier", "one of link, level, country"},
        {"an empty country of a tie",
         about_entity("'state_link': {'link': 'organ', 'country': @''}"), bad_value,
         "/entities/0/state_link/country", "found an empty string"},
        {"an identifier twice", about_entity("'identifiers': {'lei': '1', @'lei': '2'}"),
         duplicate_key, "/entities/0/identifiers/lei", "'lei' again"},
        {"an identifier that is a number", about_entity("'identifiers': {'lei': @1}"), wrong_type,
         "/entities/0/identifiers/lei", "the identifier, a string"},
        {"an alias that is a number", about_entity("'aliases': ['B', @1]"), wrong_type,
         "/entities/0/aliases/1", "found a number, 1, expected a string"},
        {"a rate of zero",
         document("'rates': [\n{'base': 'CNY', 'quote': 'USD', 'date': '2026', "
                  "'value': @'0'}]"),
         bad_value, "/rates/0/value", "a rate above zero"},
        {"an empty statement id", about_entity("'statement': @''"), bad_value,
         "/entities/0/statement", "an empty string"},
        {"an empty attribution", about_entity("'attributed_to': @''"), bad_value,
         "/entities/0/attributed_to", "an empty string"},
    };
}

/// Words, dates, numbers and truths in fields that take none such, over all kinds of record.
inline std::vector<bad_document> bad_fields()
{
    using enum error_code;
    auto const source = [](std::string const& inside) {
        return document("'sources': [\n{'id': 's', " + inside + "}]");
    };
    auto const participation = [](std::string const& inside) {
        return about("participations", "\n{'company': 'a', 'investor': 'b', " + inside + "}");
    };
    auto const rate = [](std::string const& inside) {
        return document("'rates': [\n{'base': 'CNY', 'quote': 'USD', " + inside + "}]");
    };
    return {
        {"an unknown basis of a date", source("'published_basis': @'guess'"), bad_value,
         "/sources/0/published_basis", "one of printed, external, inferred"},
        {"an unknown reliability", source("'reliability': @'G'"), bad_value,
         "/sources/0/reliability", "one of A, B, C, D, E, F"},
        {"a month that does not exist", source("'published': @'2026-13'"), bad_value,
         "/sources/0/published", "found '2026-13', expected a date"},
        {"a year of two digits", source("'published': @'26'"), bad_value, "/sources/0/published",
         "found '26', expected a date"},
        {"a url that is a number", source("'url': @7"), wrong_type, "/sources/0/url",
         "found a number, 7"},
        {"an unknown kind of entity",
         document("'entities': [\n{'id': 'a', 'name': 'A', 'kind': @'firm'}]"), bad_value,
         "/entities/0/kind", "one of company, fund"},
        {"a country in small letters", about_entity("'country': @'cn'"), bad_value,
         "/entities/0/country", "an ISO 3166 code of two capital letters"},
        {"a country of three letters", about_entity("'country': @'CHN'"), bad_value,
         "/entities/0/country", "found 'country' with the country 'CHN'"},
        {"a year in words", about_entity("'founded': @'in 2019'"), bad_value, "/entities/0/founded",
         "found 'in 2019', expected a date"},
        {"aliases as an object", about_entity("'aliases': @{}"), wrong_type, "/entities/0/aliases",
         "found an object, expected an array"},
        {"identifiers as a string", about_entity("'identifiers': @'lei'"), wrong_type,
         "/entities/0/identifiers", "an object of schemes and values"},
        {"a mark that is a string", about_entity("'ultimate': @'yes'"), wrong_type,
         "/entities/0/ultimate", "expected true or false"},
        {"a tie as a string", about_entity("'state_link': @'organ'"), wrong_type,
         "/entities/0/state_link", "found a string, 'organ', expected an object"},
        {"a tie without its strength", about_entity("'state_link': @{'level': 'central'}"),
         missing_field, "/entities/0/state_link", "without 'link'"},
        {"an unknown level", about_entity("'state_link': {'link': 'organ', 'level': @'city'}"),
         bad_value, "/entities/0/state_link/level", "one of central, provincial"},
        {"a report of no day", about_entity("'reported_on': @'today'"), bad_value,
         "/entities/0/reported_on", "found 'today', expected a date"},
        {"a moment taken back", about_entity("'as_of': @null"), wrong_type, "/entities/0/as_of",
         "a date in a string"},
        {"a denial that is a number", about_entity("'denial': @1"), wrong_type,
         "/entities/0/denial", "expected true or false"},
        {"an unknown kind of round", about_round("'kind': @'Series B'"), bad_value,
         "/rounds/0/kind", "one of primary, secondary"},
        {"a label that is a number", about_round("'label': @7"), wrong_type, "/rounds/0/label",
         "found a number, 7, expected a string"},
        {"an unknown basis of a sum", about_round("'amount_basis': @'goal'"), bad_value,
         "/rounds/0/amount_basis", "one of raised, target"},
        {"outside money without a currency", about_round("'external': [@{'about': 1}]"),
         missing_field, "/rounds/0/external/0", "without 'currency'"},
        {"a part that is no list", about_round("'aggregate_of': @'r'"), wrong_type,
         "/rounds/0/aggregate_of", "expected an array"},
        {"a count beyond 32 bits", about_round("'investor_count': {'exactly': @4294967296}"),
         number_out_of_range, "/rounds/0/investor_count/exactly", "from 0 to 4294967295"},
        {"a count in words", about_round("'investor_count': @'several'"), bad_value,
         "/rounds/0/investor_count", "expected \"undisclosed\", or the figure"},
        {"counts that run backwards", about_round("'investor_count': {'between': @[3, 2]}"),
         bad_value, "/rounds/0/investor_count/between", "run backwards"},
        {"a sum said to be undisclosed in a list", about_round("'amount': [@'undisclosed']"),
         wrong_type, "/rounds/0/amount/0", "expected an object"},
        {"undisclosed as a verb", about_round("'amount': [{@'undisclosed': true}]"), unknown_key,
         "/rounds/0/amount/0/undisclosed", "one of plain, exactly"},
        {"a sum with a plus sign", about_round("'amount': [{'over': @'+1', 'currency': 'CNY'}]"),
         bad_value, "/rounds/0/amount/0/over", "found '+1', expected a decimal number"},
        {"a sum with separators", about_round("'amount': [{'over': @'1,000', 'currency': 'CNY'}]"),
         bad_value, "/rounds/0/amount/0/over", "found '1,000'"},
        {"a sum in hexadecimal", about_round("'amount': [{'over': @'0x10', 'currency': 'CNY'}]"),
         bad_value, "/rounds/0/amount/0/over", "found '0x10'"},
        {"a sum behind a blank", about_round("'amount': [{'over': @' 1', 'currency': 'CNY'}]"),
         bad_value, "/rounds/0/amount/0/over", "found ' 1'"},
        {"an empty sum", about_round("'amount': [{'over': @'', 'currency': 'CNY'}]"), bad_value,
         "/rounds/0/amount/0/over", "found an empty string"},
        {"a sum that is a truth", about_round("'amount': [{'over': @true, 'currency': 'CNY'}]"),
         wrong_type, "/rounds/0/amount/0/over", "a number, as such or as a string"},
        {"the lesser figure below zero",
         about_round("'amount': [{'between': [@-1, 1], 'currency': 'CNY'}]"), bad_value,
         "/rounds/0/amount/0/between/0", "a sum of zero or more"},
        {"a currency that is a number", about_round("'amount': [{'over': 1, 'currency': @156}]"),
         wrong_type, "/rounds/0/amount/0/currency", "a currency code of ISO 4217"},
        {"a currency in small letters", about_round("'amount': [{'over': 1, 'currency': @'usd'}]"),
         bad_value, "/rounds/0/amount/0/currency", "found 'usd'"},
        {"two currencies of one sum",
         about_round("'amount': [{'over': 1, 'currency': 'CNY', @'currency': 'USD'}]"),
         duplicate_key, "/rounds/0/amount/0/currency", "'currency' again"},
        {"an unknown role", participation("'role': @'leader'"), bad_value, "/participations/0/role",
         "did you mean 'lead'?"},
        {"a truth in a string", participation("'existing_backer': @'true'"), wrong_type,
         "/participations/0/existing_backer", "found a string, 'true'"},
        {"a cheque that is no list", participation("'cheque': @{'about': 1, 'currency': 'USD'}"),
         wrong_type, "/participations/0/cheque", "an array of renderings"},
        {"an unknown basis of a valuation",
         about("valuations", "\n{'company': 'a', 'basis': @'premoney'}"), bad_value,
         "/valuations/0/basis", "one of pre, post, prior"},
        {"a valuation of none", about("valuations", "\n@{'amount': 'undisclosed'}"), missing_field,
         "/valuations/0", "valuation without 'company'"},
        {"an unknown basis of a holding", about_holding("'basis': @'shares'"), bad_value,
         "/holdings/0/basis", "one of equity, votes"},
        {"a part of the key taken back", about_holding("'indirect': @null"), wrong_type,
         "/holdings/0/indirect", "part of what names the record"},
        {"control in words", about_holding("'control': @'yes'"), wrong_type, "/holdings/0/control",
         "expected true or false"},
        {"shares that run backwards", about_holding("'share': {'between': @['20%', '10%']}"),
         bad_value, "/holdings/0/share/between", "run backwards"},
        {"a share of two verbs", about_holding("'share': {'over': '20%', @'up_to': '10%'}"),
         inconsistent_record, "/holdings/0/share/up_to", "both 'over' and 'up_to'"},
        {"a share without a verb", about_holding("'share': @{}"), missing_field,
         "/holdings/0/share", "a figure without a verb"},
        {"a holding of nothing", about("holdings", "\n@{'owner': 'a'}"), missing_field,
         "/holdings/0", "holding without 'owned'"},
        {"an unknown relation",
         about("relations", "\n{'type': @'supplies', 'from': 'a', 'to': 'b'}"), bad_value,
         "/relations/0/type", "one of parent_of, unit_of"},
        {"a relation of no kind", about("relations", "\n@{'from': 'a', 'to': 'b'}"), missing_field,
         "/relations/0", "relation without 'type'"},
        {"an unknown absence", about("absences", "\n{'entity': 'a', 'of': @'investors'}"),
         bad_value, "/absences/0/of", "one of outside_investors, state_investors"},
        {"an absence of nothing", about("absences", "\n@{'entity': 'a'}"), missing_field,
         "/absences/0", "absence without 'of'"},
        {"a rate of no day", document("'rates': [\n@{'base': 'CNY', 'quote': 'USD'}]"),
         missing_field, "/rates/0", "rate without 'date'"},
        {"a rate below zero", rate("'date': '2026', 'value': @-0.1"), bad_value, "/rates/0/value",
         "a rate above zero"},
        {"a rate as a fraction", rate("'date': '2026', 'value': @'1/7'"), bad_value,
         "/rates/0/value", "found '1/7', expected a decimal number"},
        {"a join of no list", about("same_as", "\n{'ids': @'a'}"), wrong_type, "/same_as/0/ids",
         "expected an array"},
        {"a join of nothing", about("same_as", "\n{'ids': @[]}"), inconsistent_record,
         "/same_as/0/ids", "fewer than two ids"},
        {"a retraction of nothing", document("'retractions': [\n@{'id': 'x'}]"), missing_field,
         "/retractions/0", "retraction without 'statement'"},
    };
}

inline std::vector<bad_document> bad_references()
{
    using enum error_code;
    return {
        {"a round of an unknown company", about("rounds", "\n{'id': 'r',\n  'company': @'aa'}"),
         unknown_reference, "/rounds/0/company", "found 'aa', expected a described entity"},
        {"an unknown source", about_entity("'source': @'s1'"), unknown_reference,
         "/entities/0/source", "a described source"},
        {"an unknown round", about("participations", "\n{'round': @'r', 'investor': 'a'}"),
         unknown_reference, "/participations/0/round", "a described round"},
        {"an unknown entity in a list", about("same_as", "\n{'ids': ['a', 'b', @'c']}"),
         unknown_reference, "/same_as/0/ids/2", "found 'c'"},
        {"an unknown round in a list", about_round("'aggregate_of': ['r', @'q']"),
         unknown_reference, "/rounds/0/aggregate_of/1", "found 'q'"},
        {"an unknown owner", about("holdings", "\n{'owner': @'c', 'owned': 'b'}"),
         unknown_reference, "/holdings/0/owner", "found 'c', expected a described entity"},
        {"an unknown end of a relation",
         about("relations", "\n{'type': 'unit_of', 'from': 'a', 'to': @'c'}"), unknown_reference,
         "/relations/0/to", "found 'c'"},
        {"an unknown round of a valuation",
         about("valuations", "\n{'company': 'a', 'round': @'r'}"), unknown_reference,
         "/valuations/0/round", "found 'r', expected a described round"},
        {"an unknown statement", document("'retractions': [\n{'statement': @'j'}]"),
         unknown_reference, "/retractions/0/statement",
         "found 'j', expected the id of a statement"},
        {"a statement id twice",
         about("relations", "\n{'type': 'unit_of', 'from': 'a', 'to': 'b', 'statement': 'j'},\n"
                            "{'type': 'unit_of', 'from': 'b', 'to': 'a', 'statement': @'j'}"),
         duplicate_statement, "/relations/1/statement", "found 'j'"},
        {"a round and a company",
         about("participations", "\n@{'round': 'r', 'company': 'a', 'investor': 'b'}"),
         inconsistent_record, "/participations/0", "in a round and a company"},
        {"neither round nor company", about("participations", "\n@{'investor': 'b'}"),
         inconsistent_record, "/participations/0", "in neither a round nor a company"},
        {"a join of one", about("same_as", "\n{'ids': @['a']}"), inconsistent_record,
         "/same_as/0/ids", "fewer than two ids"},
        {"a round of two companies",
         about("rounds", "\n{'id': 'r', 'company': 'a'}, {'id': 'r', 'company': @'b'}"),
         inconsistent_record, "/rounds/1/company", "a round of two companies"},
        {"a valuation of another's round",
         document("'entities': [{'id': 'a', 'name': 'A', 'kind': 'company'},"
                  "{'id': 'b', 'name': 'B', 'kind': 'company'}],\n"
                  "'rounds': [{'id': 'r', 'company': 'a'}],\n"
                  "'valuations': [{'company': 'b', 'round': @'r'}]"),
         inconsistent_record, "/valuations/0/round", "a round of another company"},
    };
}

inline std::vector<bad_document> bad_lines()
{
    using enum error_code;
    std::string const a = "{'type': 'entity', 'id': 'a', 'name': 'A', 'kind': 'fund'}\n";
    auto const lines = json_format::lines;
    return {
        {"a line without a type", a + "@{'id': 'a'}", missing_field, "", "a line without 'type'"},
        {"an empty type", "{'type': @''}", bad_value, "/type", "one of source"},
        {"a type that is a number", a + "{'type': @7}", wrong_type, "/type", "the kind of record"},
        {"a misspelt type", a + "{'type': @'entty'}", bad_value, "/type", "did you mean 'entity'?"},
        {"the name of an array", a + "{'type': @'rounds'}", bad_value, "/type",
         "did you mean 'round'?"},
        {"a relation without its own type", a + "{'type': @'relation'}", bad_value, "/type",
         "parent_of, unit_of"},
        {"a type twice", a + "{'type': 'entity', 'id': 'a', @'type': 'entity'}", duplicate_key,
         "/type", "'type' again"},
        {"a line that is an array", a + "@[]", wrong_type, "", "a record, an object"},
        {"a line that is a string", a + "@'a'\n", wrong_type, "", "found a string, 'a'"},
        {"a line that is cut", a + "{'type': 'entity',@\n" + a, syntax, "",
         "found the end of the line, expected a key"},
        {"a string over two lines", a + "{'type': 'entity', 'id': 'a@\nb'}", syntax, "/id",
         "the closing quote"},
        {"two records in a line", a + "{'type': 'entity', 'id': 'a'} @{}", syntax, "",
         "expected the end of the line"},
        {"an empty object", a + "@{}", missing_field, "", "a line without 'type'"},
        {"a type that is null", a + "{'type': @null}", wrong_type, "/type", "the kind of record"},
        {"an entity that is never named", a + "@{'type': 'entity', 'id': 'b', 'kind': 'fund'}",
         missing_field, "", "entity 'b' without 'name'"},
        {"a comma behind a line",
         "{'type': 'entity', 'id': 'a', 'name': 'A', 'kind': 'fund'}@,\n" + a, syntax, "",
         "found ',', expected the end of the line"},
        {"a number that is cut", a + "-@", syntax, "", "expected the rest of the value"},
        {"a byte order mark before a later line", a + "@\xef\xbb\xbf" + a, syntax, "",
         "the byte 0xEF"},
        {"an unknown source in a line", a + "{'type': 'entity', 'id': 'a', 'source': @'s'}\n" + a,
         unknown_reference, "/source", "found 's', expected a described source"},
        {"a header that is not the first", a + "@{'capgraph': 1}", missing_field, "",
         "a line without 'type'"},
        {"a header with records", "{'capgraph': 1, @'rounds': []}\n" + a, unknown_key, "/rounds",
         "one of capgraph, title"},
        {"a header of another version", "\n{'capgraph': @3}\n" + a, bad_value, "/capgraph",
         "found version 3"},
        {"a bad value in a line", a + "{'type': 'entity', 'id': 'a', 'founded': @'x'}", bad_value,
         "/founded", "found 'x'"},
        {"an unknown entity in a line", a + "{'type': 'unit_of', 'from': 'a', 'to': @'c'}",
         unknown_reference, "/to", "found 'c'"},
        {"an unknown entity in a list in a line", a + "\n{'type': 'same_as', 'ids': ['a', @'c']}",
         unknown_reference, "/ids/1", "found 'c'"},
        {"a document for lines", "{'capgraph': 1, @'rounds': []}", unknown_key, "/rounds",
         "one of capgraph, title", lines},
        {"lines for a document", "{@'type': 'entity'}", unknown_key, "/type", "in a document",
         json_format::document},
        {"a broken character at the end of a line", a + "{'type': 'entity', 'id': '\xe6@\n" + a,
         syntax, "/id", "the end of the line"},
    };
}

inline std::vector<bad_document> bad_documents()
{
    std::vector<bad_document> all;
    for (auto const& part : {bad_syntax(), bad_structure(), bad_values(), bad_fields(),
                             bad_references(), bad_lines()}) {
        all.insert(all.end(), part.begin(), part.end());
    }
    return all;
}

} // namespace capgraph::test
