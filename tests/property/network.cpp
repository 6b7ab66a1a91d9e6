// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of networks, on random ledgers.

#include "support/catch2.hpp"
#include "support/network_text.hpp"
#include "support/random_ledgers.hpp"

#include <algorithm>
#include <iterator>

using namespace capgraph;
using namespace capgraph::test;

namespace {

// Retractions of retractions go by their order.
constexpr story_options orderless{.of_retractions = 0, .distinct_moments = true};

network_options const rolled{.roll_up = roll_up::parents};

ledger book_of(story const& told, ledger_options const& options = {})
{
    ledger book{options};
    append(book, told.cast);
    append(book, told.news);
    return book;
}

void shuffle(std::vector<told>& all, std::uint64_t seed)
{
    std::mt19937_64 random{seed};
    for (auto i = all.size(); i > 1; --i) {
        std::swap(all[i - 1], all[random() % i]);
    }
}

/// The investments, each as its text, in the order of the alphabet.
names sorted_investments(network const& n)
{
    names out;
    for (auto const& i : n.investments()) {
        out.push_back(text(n, i));
    }
    std::sort(out.begin(), out.end());
    return out;
}

} // namespace

TEST_CASE("network: the order of the statements does not matter", "[network][property]")
{
    for (std::uint64_t seed = 0; seed < cases(40); ++seed) {
        CAPTURE(seed);
        auto told = random_story(seed, orderless);
        auto const book = book_of(told);
        shuffle(told.news, seed);
        auto const other = book_of(told);
        for (auto const least : {deal_status::rumored, deal_status::closed}) {
            CHECK(text(network_of(book, least)) == text(network_of(other, least)));
            CHECK(text(network_of(book, least, rolled)) == text(network_of(other, least, rolled)));
        }
    }
}

TEST_CASE("network: the seed of the hash tables does not matter", "[network][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const told = random_story(seed);
        CHECK(text(network_of(book_of(told, {.hash_seed = seed})))
              == text(network_of(book_of(told, {.hash_seed = ~seed}))));
    }
}

TEST_CASE("network: a lower min_status takes nothing away", "[network][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const book = random_ledger(seed);
        using enum deal_status;
        for (auto const least : {approached, in_talks, committed, closed}) {
            auto const lower = static_cast<deal_status>(static_cast<int>(least) - 1);
            auto const few = sorted_investments(network_of(book, least));
            auto const more = sorted_investments(network_of(book, lower));
            CHECK(std::includes(more.begin(), more.end(), few.begin(), few.end()));
        }
    }
}

TEST_CASE("network: rolled up it has as many investments but those in oneself",
          "[network][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const book = random_ledger(seed, {.of_relations = 30});
        auto const apart = network_of(book, deal_status::rumored);
        auto const together = network_of(book, deal_status::rumored, rolled);
        roll_up_map const top_of{apart.facts(), roll_up::parents};
        auto const stays = [&](investment const& i) {
            auto const investor = apart.investors()[i.investor];
            auto const company = apart.companies()[i.company];
            return investor != company && top_of(investor) != company;
        };
        auto const all = apart.investments();
        CHECK(together.investments().size()
              == static_cast<std::size_t>(std::count_if(all.begin(), all.end(), stays)));
        CHECK(together.investors().size() <= apart.investors().size());
        CHECK(together.stakes().size() == apart.stakes().size());
    }
}
