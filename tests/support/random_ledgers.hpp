// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "support/ledgers.hpp"

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <deque>
#include <optional>
#include <random>
#include <string>
#include <string_view>
#include <tuple>
#include <utility>
#include <variant>
#include <vector>

namespace capgraph::test {

template <class Tuple>
struct variant_over;
template <class... Records>
struct variant_over<std::tuple<Records...>> {
    using type = std::variant<Records...>;
};
using any_record = variant_over<detail::record_types>::type;

/// A record, and who said so.
struct told {
    any_record record;
    provenance said;
};

inline void add(ledger_builder& to, told const& statement)
{
    std::visit([&](auto const& record) { to.add(record, statement.said); }, statement.record);
}

/// Appends `statements` in one commit.
inline void append(ledger& book, std::vector<told> const& statements)
{
    ledger_builder to{book};
    for (auto const& statement : statements) {
        add(to, statement);
    }
    to.commit();
}

struct story_options {
    std::size_t investors = 6; ///< Funds, `investor-N`.
    std::size_t companies = 4; ///< `company-N`.
    std::size_t states = 2;    ///< Governments with an organ's state link, `state-N`.
    std::size_t rounds = 5;
    std::size_t sources = 4;
    std::size_t news = 80; ///< Statements besides the descriptions.

    // What the news are about, in parts of their sum.
    unsigned of_entities = 10;
    unsigned of_rounds = 10;
    unsigned of_participations = 35;
    unsigned of_valuations = 8;
    unsigned of_holdings = 20;
    unsigned of_relations = 8;
    unsigned of_absences = 2;
    unsigned of_rates = 2;
    unsigned of_joins = 3;
    unsigned of_retractions = 8;

    // How often, in a hundred.
    unsigned said = 45;           ///< A field that may be left out.
    unsigned taken_back = 6;      ///< A field that is said is said to be unknown.
    unsigned denied = 8;          ///< A statement that denies.
    unsigned partly_dated = 40;   ///< A date that is no single day.
    unsigned largest_share = 100; ///< A holding's, in percent.
    /// Gives each of the news a moment of its own, so that the order of appending cannot matter.
    bool distinct_moments = false;
};

/// Random statements, not yet in a ledger. Entities, rounds and sources are described in `cast`,
/// whose order is that of their ids in any ledger to which `cast` is appended first.
struct story {
    std::deque<std::string> texts; ///< What the statements' views look at.
    std::vector<told> cast;
    std::vector<told> news;
};

/// Makes stories: the same from the same seed, on every platform.
class story_teller {
public:
    story_teller(std::uint64_t seed, story_options const& options)
        : random_{seed}, options_{options}
    {
    }

    story tell()
    {
        describe_sources();
        describe_entities();
        describe_rounds();
        while (story_.news.size() < options_.news) {
            tell_news();
        }
        return std::move(story_);
    }

    [[nodiscard]] std::size_t below(std::size_t n) { return n == 0 ? 0 : random_() % n; }
    [[nodiscard]] bool chance(unsigned percent) { return random_() % 100 < percent; }

    /// A day of 2020 to 2025.
    [[nodiscard]] date day()
    {
        return {2020 + static_cast<int>(below(6)), 1 + static_cast<unsigned>(below(12)),
                1 + static_cast<unsigned>(below(28))};
    }

    /// A day, or a month, a year, an interval, an interval open at one end or both.
    [[nodiscard]] date moment()
    {
        auto const a = day();
        if (!chance(options_.partly_dated)) {
            return a;
        }
        auto const b = day();
        switch (below(6)) {
        case 0:
            return date{2020 + static_cast<int>(below(6)), 1 + static_cast<unsigned>(below(12))};
        case 1:
            return date{2020 + static_cast<int>(below(6))};
        case 2:
            return is_before(b, a) ? date::between(b, a) : date::between(a, b);
        case 3:
            return date::between({}, a);
        case 4:
            return date::between(a, {});
        default:
            return {};
        }
    }

private:
    [[nodiscard]] std::string_view keep(std::string text)
    {
        return story_.texts.emplace_back(std::move(text));
    }
    [[nodiscard]] std::string_view word(char const* what, std::size_t of)
    {
        return keep(what + std::to_string(below(of)));
    }

    void describe_sources()
    {
        for (std::size_t i = 0; i < options_.sources; ++i) {
            source_record said{.slug = keep("source-" + std::to_string(i))};
            if (chance(80)) {
                said.published = moment();
            }
            sources_.push_back(record_id{static_cast<std::uint32_t>(i)});
            story_.cast.push_back({said, {}});
        }
    }

    // In a shuffled order, so that neither ids nor roles follow the slugs.
    void describe_entities()
    {
        std::vector<entity> all;
        auto const add_all = [&](char const* stem, std::size_t n, entity_kind kind) {
            for (std::size_t i = 0; i < n; ++i) {
                auto const slug = keep(stem + std::to_string(i));
                all.push_back({.slug = slug, .name = slug, .kind = kind});
            }
        };
        add_all("investor-", options_.investors, entity_kind::fund);
        add_all("company-", options_.companies, entity_kind::company);
        add_all("state-", options_.states, entity_kind::government);
        for (auto i = all.size(); i > 1; --i) {
            std::swap(all[i - 1], all[below(i)]);
        }
        for (auto& said : all) {
            auto const id = entity_id{static_cast<std::uint32_t>(entities_.size())};
            entities_.push_back(id);
            if (said.kind == entity_kind::government) {
                said.state_link = state_link{state_tie::organ, state_level::municipal, "CN"};
            } else {
                (said.kind == entity_kind::fund ? investors_ : companies_).push_back(id);
            }
            slugs_.push_back(said.slug);
            story_.cast.push_back({said, {.reported_on = date{2019, 1, 1}}});
        }
    }

    void describe_rounds()
    {
        auto const first = sources_.size() + entities_.size();
        for (std::size_t i = 0; i < options_.rounds; ++i) {
            auto const company = pick(companies_);
            funding_round const said{.slug = keep("round-" + std::to_string(i)),
                                     .company = company,
                                     .kind = round_kind::primary};
            rounds_.push_back(
                {record_id{static_cast<std::uint32_t>(first + i)}, said.slug, company});
            story_.cast.push_back({said, {.reported_on = date{2019, 1, 1}}});
        }
    }

    template <class T>
    [[nodiscard]] T pick(std::vector<T> const& from)
    {
        return from.at(below(from.size()));
    }

    void tell_news()
    {
        auto const& o = options_;
        auto draw = below(o.of_entities + o.of_rounds + o.of_participations + o.of_valuations
                          + o.of_holdings + o.of_relations + o.of_absences + o.of_rates + o.of_joins
                          + o.of_retractions);
        auto const is = [&](std::size_t parts) {
            auto const hit = draw < parts;
            draw -= hit ? 0 : parts;
            return hit;
        };
        if (is(o.of_entities)) {
            tell(entity{.slug = pick(slugs_)});
        } else if (is(o.of_rounds)) {
            auto const& about = rounds_.at(below(rounds_.size()));
            tell(funding_round{.slug = about.slug, .company = about.company});
        } else if (is(o.of_participations)) {
            tell(some_participation());
        } else if (is(o.of_valuations)) {
            auto const& about = rounds_.at(below(rounds_.size()));
            valuation said{.company = about.company};
            if (chance(50)) {
                said.round = about.id;
            }
            said.basis = maybe<valuation_basis>();
            tell(said);
        } else if (is(o.of_holdings)) {
            tell(some_holding());
        } else if (is(o.of_relations)) {
            tell(relation{
                .type = any<relation_type>(), .from = pick(entities_), .to = pick(entities_)});
        } else if (is(o.of_absences)) {
            tell(absence{.entity = pick(companies_), .of = any<absent_thing>()});
        } else if (is(o.of_rates)) {
            tell(rate{.base = currency{"CNY"},
                      .quote = currency{"USD"},
                      .date = date{2020, 1, 1 + static_cast<unsigned>(below(3))}});
        } else if (is(o.of_joins)) {
            same_as said{std::vector{pick(entities_), pick(entities_)}};
            if (chance(30)) {
                said.entities = std::vector{pick(entities_), pick(entities_), pick(entities_)};
            }
            tell(said);
        } else if (!statement_ids_.empty()) {
            tell(retraction{pick(statement_ids_)});
        }
    }

    [[nodiscard]] participation some_participation()
    {
        participation said{.investor = pick(investors_)};
        if (chance(75)) {
            said.round = rounds_.at(below(rounds_.size())).id;
        } else {
            said.company = pick(companies_);
        }
        return said;
    }

    [[nodiscard]] holding some_holding()
    {
        holding said{.owner = pick(entities_), .owned = pick(companies_)};
        if (chance(40)) {
            said.basis = any<holding_basis>();
        }
        if (chance(15)) {
            said.share_class = word("class-", 2);
        }
        if (chance(25)) {
            said.indirect = chance(50);
        }
        return said;
    }

    /// Fills in what `record` leaves open and may say, dates it and tells it.
    template <class Record>
    void tell(Record record)
    {
        for_each_field<Record>([&](auto const& f) {
            if constexpr (requires { record.*f.member = taken_back; }) {
                fill(record.*f.member, f.rule);
            }
        });
        provenance said;
        date_it(said);
        said.denial = chance(options_.denied);
        if (chance(60)) {
            said.statement = keep("statement-" + std::to_string(story_.news.size()));
            statement_ids_.push_back(said.statement);
        }
        story_.news.push_back({record, said});
    }

    template <class T>
    void fill(field<T>& value, folding rule)
    {
        if (value.is_said() || rule == folding::key || !chance(options_.said)) {
            return;
        }
        if (rule != folding::timeless && chance(options_.taken_back)) {
            value = taken_back;
            return;
        }
        if constexpr (
            std::same_as<
                T,
                std::vector<
                    entity_id>> || std::same_as<T, entity_id> || std::same_as<T, record_id> || std::same_as<T, currency>) {
            return; // given by whoever chose the record
        } else {
            value = any<T>();
        }
    }

    void date_it(provenance& said)
    {
        if (options_.distinct_moments) {
            auto const n = static_cast<int>(story_.news.size());
            said.as_of = date{1 + n % 9000, 1 + static_cast<unsigned>(n / 9000), 1U};
            said.reported_on = moment();
            return;
        }
        if (chance(70)) {
            said.reported_on = moment();
        }
        if (chance(50)) {
            said.as_of = moment();
        }
        if (chance(60) && !sources_.empty()) {
            said.source = pick(sources_);
        }
    }

    template <class T>
    [[nodiscard]] field<T> maybe()
    {
        return chance(options_.said) ? field<T>{any<T>()} : field<T>{};
    }

    template <class T>
    [[nodiscard]] T any()
    {
        if constexpr (worded<T>) {
            return static_cast<T>(below(detail::words_of<T>.size()));
        } else if constexpr (std::same_as<T, bool>) {
            return chance(50);
        } else if constexpr (std::same_as<T, date>) {
            return moment();
        } else if constexpr (std::same_as<T, std::string_view>) {
            return std::array<std::string_view, 5>{"AA", "BB", "CC", "DD", "EE"}[below(5)];
        } else if constexpr (std::same_as<T, identifier>) {
            return {word("scheme-", 2), word("value-", 3)};
        } else if constexpr (std::same_as<T, state_link>) {
            return {any<state_tie>(), any<state_level>(), chance(50) ? "CN" : "SG"};
        } else if constexpr (std::same_as<T, amount>) {
            return some_amount();
        } else if constexpr (std::same_as<T, stated<share>>) {
            auto const part = [this] {
                return share{static_cast<double>(below(options_.largest_share + 1)) / 100.0};
            };
            return some_stated(part(), part());
        } else if constexpr (std::same_as<T, stated<std::uint32_t>>) {
            auto const count = [this] { return static_cast<std::uint32_t>(below(6)); };
            return some_stated(count(), count());
        } else if constexpr (std::same_as<T, lead_group>) {
            return {any<state_tie>(), any<stated<std::uint32_t>>()};
        } else if constexpr (std::same_as<T, decimal>) {
            return decimal{1 + static_cast<std::int64_t>(below(9)), -1};
        } else if constexpr (std::same_as<T, record_id>) {
            return rounds_.at(below(rounds_.size())).id;
        } else {
            return {any<typename T::value_type>(), any<typename T::value_type>()};
        }
    }

    template <class T>
    [[nodiscard]] stated<T> some_stated(T a, T b)
    {
        auto const how = any_qualifier();
        return detail::is_smaller(b, a) ? stated<T>{how, b, a} : stated<T>{how, a, b};
    }

    [[nodiscard]] amount some_amount()
    {
        if (chance(20)) {
            return {};
        }
        auto const sum = [this] {
            return dollars(static_cast<std::int64_t>(1'000'000 * (1 + below(50))));
        };
        auto first = some_stated(sum(), sum());
        while (!first.is_disclosed()) {
            first = some_stated(sum(), sum());
        }
        return chance(70) ? amount{first} : amount{first, plain(yuan(7'000'000))};
    }

    [[nodiscard]] qualifier any_qualifier()
    {
        return static_cast<qualifier>(below(static_cast<std::size_t>(qualifier::undisclosed) + 1));
    }

    struct told_round {
        record_id id;
        std::string_view slug;
        entity_id company;
    };

    std::mt19937_64 random_;
    story_options options_;
    story story_;
    std::vector<record_id> sources_;
    std::vector<entity_id> entities_;
    std::vector<entity_id> investors_;
    std::vector<entity_id> companies_;
    std::vector<std::string_view> slugs_;
    std::vector<told_round> rounds_;
    std::vector<std::string_view> statement_ids_;
};

/// A random story: the same from the same seed.
inline story random_story(std::uint64_t seed, story_options const& options = {})
{
    return story_teller{seed, options}.tell();
}

/// A random ledger: the same from the same seed.
inline ledger random_ledger(std::uint64_t seed, story_options const& options = {})
{
    auto const all = random_story(seed, options);
    ledger book;
    append(book, all.cast);
    append(book, all.news);
    return book;
}

} // namespace capgraph::test
