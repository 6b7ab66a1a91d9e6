// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>

namespace bench {

/// Makes up reports, one JSON line each, in capgraph's data format: the same from the same seed.
///
/// A world that grows: companies and investors turn up, rounds are told with their investors, then
/// told again when they close; valuations, holdings and relations follow. Old investors are in many
/// deals, most in few. Only numbers are kept: what a slug is made of follows from its number, so
/// that a text of any length can be made in no memory.
class json_lines {
public:
    /// Statements that name nothing new bring `own_text` bytes of text of their own.
    explicit json_lines(std::uint64_t seed, std::size_t own_text = 0)
        : seed_{seed}, own_text_{own_text}, random_{seed}
    {
    }

    /// Appends the next lines: those of one report, at most some 30.
    void append_to(std::string& text)
    {
        out_ = &text;
        if (sources_ == 0) {
            line(R"({"capgraph":1,"title":"Made up")").end();
            source();
            investor();
            company();
        }
        if (one_in(25)) {
            source();
        }
        if (one_in(4)) {
            investor();
        }
        if (one_in(3)) {
            company();
        }
        deal();
        for (auto n = below(4); n != 0; --n) {
            holding();
        }
        if (one_in(6)) {
            relation();
        }
    }

    /// How many records there are so far.
    [[nodiscard]] std::size_t records() const noexcept { return records_; }

private:
    /// SplitMix64: the same numbers with any standard library.
    struct splitmix {
        std::uint64_t state;

        std::uint64_t operator()() noexcept
        {
            auto z = state += 0x9e3779b97f4a7c15U;
            z = (z ^ (z >> 30U)) * 0xbf58476d1ce4e5b9U;
            z = (z ^ (z >> 27U)) * 0x94d049bb133111ebU;
            return z ^ (z >> 31U);
        }
    };

    std::uint64_t below(std::uint64_t n) noexcept { return n == 0 ? 0 : random_() % n; }
    bool one_in(std::uint64_t n) noexcept { return below(n) == 0; }
    double unit() noexcept { return static_cast<double>(random_() >> 11U) * 0x1p-53; }
    /// Of [0, n), the first by far the most: the k-th with a density of k^-0.8.
    std::uint64_t early(std::uint64_t n) noexcept
    {
        return static_cast<std::uint64_t>(std::pow(unit(), 5.0) * static_cast<double>(n));
    }

    template <std::size_t N>
    static std::string_view pick(std::string_view const (&words)[N], std::uint64_t random)
    {
        return words[random % N];
    }
    template <std::size_t N>
    std::string_view any(std::string_view const (&words)[N])
    {
        return words[below(N)];
    }

    json_lines& line(std::string_view begin)
    {
        *out_ += begin;
        return *this;
    }
    json_lines& record(std::string_view type)
    {
        ++records_;
        return line(R"({"type":")").put(type).put("\"");
    }
    json_lines& put(std::string_view text)
    {
        *out_ += text;
        return *this;
    }
    json_lines& put(std::uint64_t number)
    {
        *out_ += std::to_string(number);
        return *this;
    }
    json_lines& member(std::string_view key, std::string_view text)
    {
        return put(",\"").put(key).put("\":\"").put(text).put("\"");
    }
    void end() { *out_ += "}\n"; }

    /// Who said it, and maybe when, of which moment, after whom. Of something that has been named
    /// before?
    void end_said(bool named_before = true)
    {
        put(R"(,"source":"s-)").put(sources_ - 1 - early(sources_)).put("\"");
        if (one_in(5)) {
            member("reported_on", day());
        }
        if (one_in(8)) {
            member("as_of", day());
        }
        if (own_text_ != 0 && named_before) {
            auto text = std::to_string(records_);
            text.resize(std::max(own_text_, text.size()), '-');
            member("attributed_to", text);
        } else if (one_in(12)) {
            member("attributed_to", any(agencies));
        }
        end();
    }

    static std::string two(std::uint64_t n)
    {
        return {static_cast<char>('0' + n / 10), static_cast<char>('0' + n % 10)};
    }
    std::string month() { return std::to_string(2010 + below(16)) + '-' + two(1 + below(12)); }
    std::string day() { return month() + '-' + two(1 + below(28)); }
    std::string some_date()
    {
        auto const how = below(8);
        return how == 0 ? month().substr(0, 4) : how < 3 ? month() : day();
    }

    /// The same whenever it is asked for.
    json_lines& slug(std::string_view trade, std::uint64_t number)
    {
        auto const chance = splitmix{seed_ ^ number}();
        return put(pick(first_words, chance)).put("-").put(trade).put("-").put(number);
    }
    json_lines& company_slug(std::uint64_t number) { return slug("tech", number); }
    json_lines& investor_slug(std::uint64_t number) { return slug("capital", number); }

    void source()
    {
        auto const n = sources_++;
        record("source").put(R"(,"id":"s-)").put(n).put("\"").member("publisher", any(publishers));
        put(R"(,"title":")").put(any(first_names)).put(" ").put(any(last_names));
        put(" raises new round, people with knowledge of the matter say\"");
        put(R"(,"url":"https://news.example/)").put(month()).put("/").put(n).put(".html\"");
        member("published", day()).member("published_basis", any(bases)).end();
    }

    void company()
    {
        auto const n = companies_++;
        record("entity").put(R"(,"id":")").company_slug(n);
        put("\"");
        auto const h = random_();
        if (one_in(6)) {
            put(R"(,"name":")").put(pick(chinese_words, h)).put(any(chinese_trades)).put(n);
            put("有限公司\"");
        } else {
            put(R"(,"name":")").put(pick(first_names, h)).put(" ").put(any(last_names)).put(" ");
            put(n).put("\"");
        }
        if (one_in(2)) {
            put(R"(,"aliases":[")").put(pick(chinese_words, h)).put(any(chinese_trades));
            put("\"").put(one_in(4) ? R"(,"the \"old\" one"])" : "]");
        }
        member("kind", "company").member("country", any(countries));
        if (one_in(2)) {
            put(R"(,"founded":")").put(1990 + below(36)).put("\"");
        }
        member("sector", any(sectors)).end_said(false);
    }

    void investor()
    {
        auto const n = investors_++;
        auto const kind = any(investor_kinds);
        record("entity").put(R"(,"id":")").investor_slug(n);
        put(R"(","name":")").put(any(first_names)).put(" ").put(any(investor_names)).put(" ");
        put(n).put("\"").member("kind", kind).member("country", any(countries));
        if (kind == "government" || kind == "state_body") {
            put(R"(,"state_link":{"link":"organ","level":")").put(any(levels));
            put(R"(","country":"CN"})");
        }
        end_said(false);
    }

    /// One sum, in one rendering or two.
    void amount(std::string_view key, std::uint64_t millions)
    {
        put(",\"").put(key).put(R"(":[{")").put(any(verbs)).put("\":\"").put(millions);
        put(one_in(4) ? "500000.50" : "000000").put(R"(","currency":")").put(any(currencies));
        put("\"}");
        if (one_in(3)) {
            put(R"(,{"plain":)").put(1 + millions / 7).put(R"(000000,"currency":"USD"})");
        }
        put("]");
    }
    /// Mostly few, at times very many.
    std::uint64_t millions()
    {
        return static_cast<std::uint64_t>(2.0 / (unit() + 0.0002)) + below(10) + 1;
    }

    json_lines& round_id(std::uint64_t n, std::uint64_t company)
    {
        return company_slug(company).put("-").put(n);
    }

    void deal()
    {
        auto const n = rounds_++;
        auto const company = early(companies_);
        record("round").put(R"(,"id":")").round_id(n, company);
        put(R"(","company":")").company_slug(company);
        put("\"").member("kind", any(round_kinds)).member("label", any(labels));
        member("announced", some_date()).member("status", any(statuses));
        if (!one_in(5)) {
            amount("amount", millions());
        }
        end_said(false);
        auto const size = std::min<std::uint64_t>(
            20, 1 + static_cast<std::uint64_t>(1.2 / std::sqrt(unit() + 0.003)));
        for (std::uint64_t i = 0; i != size; ++i) {
            participation(n, company, i == 0);
        }
        if (one_in(3)) {
            record("round").put(R"(,"id":")").round_id(n, company);
            put("\"").member("status", "closed").member("closed", day()).end_said();
        }
        if (one_in(4)) {
            record("valuation").put(R"(,"company":")").company_slug(company);
            put(R"(","round":")").round_id(n, company);
            put("\"").member("basis", any(valuation_bases));
            amount("amount", 5 * millions());
            end_said();
        }
    }

    void participation(std::uint64_t round, std::uint64_t company, bool lead)
    {
        record("participation").put(R"(,"round":")").round_id(round, company);
        put(R"(","investor":")").investor_slug(early(investors_));
        put("\"").member("role", lead ? "lead" : "participant");
        if (one_in(3)) {
            amount("cheque", 1 + millions() / 8);
        }
        if (one_in(2)) {
            member("status", any(statuses));
        }
        if (one_in(10)) {
            put(R"(,"existing_backer":true)");
        }
        end_said();
    }

    void holding()
    {
        record("holding").put(R"(,"owner":")").investor_slug(early(investors_));
        put(R"(","owned":")").company_slug(below(companies_));
        put("\"").member("basis", any(holding_bases));
        put(R"(,"share":{")").put(any(verbs)).put("\":\"").put(below(100)).put(".");
        put(two(below(100))).put("%\"}");
        if (one_in(3)) {
            member("valid_from", some_date());
        }
        end_said();
    }

    void relation()
    {
        auto const from = early(investors_);
        record(any(relations)).put(R"(,"from":")").investor_slug(from);
        put(R"(","to":")").company_slug(below(companies_));
        put("\"").end_said();
    }

    static constexpr std::string_view first_words[] = {
        "amber",  "birch",  "cedar", "delta", "ember",  "fjord", "granite", "harbour",
        "indigo", "jasper", "kite",  "lotus", "meadow", "north", "orchid",  "pine"};
    static constexpr std::string_view first_names[] = {
        "Amber",  "Birch",  "Cedar", "Delta", "Ember",  "Fjord", "Granite", "Harbour",
        "Indigo", "Jasper", "Kite",  "Lotus", "Meadow", "North", "Orchid",  "Pine"};
    static constexpr std::string_view last_names[] = {
        "Robotics", "Semiconductor", "Biotech",  "Intelligent Systems",
        "Energy",   "Logistics",     "Software", "Materials"};
    static constexpr std::string_view investor_names[] = {
        "Capital", "Ventures", "Capital Partners", "Growth Fund", "Investment Group", "Angels"};
    static constexpr std::string_view chinese_words[] = {"智谱", "星河", "华山", "长江",
                                                         "东方", "明月", "青松", "海宁"};
    static constexpr std::string_view chinese_trades[] = {"科技", "机器人", "半导体",
                                                          "生物", "能源",   "软件"};
    static constexpr std::string_view publishers[] = {"Reuters", "South China Morning Post",
                                                      "The Information", "证券时报", "Caixin"};
    static constexpr std::string_view agencies[] = {"The Information", "unnamed people", "财新"};
    static constexpr std::string_view bases[] = {"printed", "printed", "external", "inferred"};
    static constexpr std::string_view countries[] = {"CN", "CN", "CN", "US", "SG", "DE", "GB"};
    static constexpr std::string_view sectors[] = {
        "artificial intelligence", "semiconductors", "robotics",
        "biotechnology",           "energy",         "software"};
    static constexpr std::string_view investor_kinds[] = {
        "fund", "fund",   "fund_manager", "company", "company",
        "fund", "person", "government",   "fund",    "state_body"};
    static constexpr std::string_view levels[] = {"central", "provincial", "municipal", "district"};
    static constexpr std::string_view verbs[] = {"exactly", "about",    "about",
                                                 "over",    "at_least", "up_to"};
    static constexpr std::string_view currencies[] = {"CNY", "CNY", "USD", "EUR", "GBP"};
    static constexpr std::string_view round_kinds[] = {"primary",   "primary", "primary",
                                                       "secondary", "debt",    "tranche"};
    static constexpr std::string_view labels[] = {"Angel", "Seed", "A", "A+", "B", "C", "D"};
    static constexpr std::string_view statuses[] = {
        "rumored", "in_talks", "committed", "closed", "closed", "closed", "closed", "withdrawn"};
    static constexpr std::string_view valuation_bases[] = {"pre", "post", "post", "unspecified"};
    static constexpr std::string_view holding_bases[] = {"equity", "equity", "votes",
                                                         "lp_interest"};
    static constexpr std::string_view relations[] = {"parent_of", "unit_of", "manager_of",
                                                     "founder_of", "officer_of"};

    std::uint64_t seed_;
    std::size_t own_text_;
    splitmix random_;
    std::string* out_ = nullptr;
    std::uint64_t sources_ = 0;
    std::uint64_t companies_ = 0;
    std::uint64_t investors_ = 0;
    std::uint64_t rounds_ = 0;
    std::size_t records_ = 0;
};

} // namespace bench
