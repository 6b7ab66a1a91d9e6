// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Laws of co-investment, on random two-mode graphs.

#include <capgraph/query/co_investment_network.hpp>
#include <capgraph/query/co_investment_ties.hpp>
#include <capgraph/query/co_investors_of.hpp>

#include "support/catch2.hpp"
#include "support/networks.hpp"

#include <algorithm>
#include <array>
#include <map>
#include <numeric>
#include <random>
#include <utility>
#include <vector>

using namespace capgraph;
using namespace capgraph::test;

namespace {

attendance random_rows(std::uint64_t seed)
{
    return random_attendance(seed, 2 + seed % 12, 1 + seed % 7,
                             20 + static_cast<unsigned>(seed % 50));
}

/// Weight [u][v]; 0 where there is no edge.
std::vector<std::vector<double>> matrix(co_investment_network const& p)
{
    auto const n = num_vertices(p);
    std::vector<std::vector<double>> a(n, std::vector<double>(n, 0.0));
    for (std::uint32_t v = 0; v < n; ++v) {
        auto const [first, last] = out_edges(v, p);
        std::for_each(first, last, [&](auto const& e) { a[v][target(e, p)] += p.weight(e); });
    }
    return a;
}

/// Of investors [0, n), those without a company left out, as the network has them.
std::vector<std::vector<double>> projected(attendance const& rows)
{
    return matrix(project_co_investment(network_of(attendance_ledger(rows))));
}

constexpr std::array all_weights{co_investment_weight::shared,  co_investment_weight::newman,
                                 co_investment_weight::jaccard, co_investment_weight::cosine,
                                 co_investment_weight::simpson, co_investment_weight::adamic_adar};

/// Of companies, of rounds, or on the side of the companies: in turn.
co_investment_groups random_groups(std::uint64_t seed)
{
    auto const book =
        attendance_ledger(random_rows(seed), seed % 3 == 1 ? columns::rounds : columns::companies);
    co_investment_scope scope;
    scope.unit = seed % 3 == 1 ? co_investment_unit::same_round : co_investment_unit::same_company;
    scope.side = seed % 3 == 2 ? co_investment_side::companies : co_investment_side::investors;
    return co_investment_groups{network_of(book), scope};
}

using weights_of_pairs = std::map<std::pair<std::uint32_t, std::uint32_t>, double>;

weights_of_pairs weights(co_investment_groups const& all, co_investment_options const& options)
{
    auto const p = project_co_investment(all, options);
    weights_of_pairs out;
    auto const [first, last] = edges(p);
    for (auto e = first; e != last; ++e) {
        out[std::minmax({source(*e, p), target(*e, p)})] = p.weight(*e);
    }
    return out;
}

/// `rows` that have any mark: the investors of the network.
attendance backing_rows(attendance rows)
{
    std::erase_if(rows, [](auto const& row) { return row.find('x') == std::string::npos; });
    return rows;
}

} // namespace

TEST_CASE("project_co_investment: is symmetric and without loops", "[query][property]")
{
    for (std::uint64_t seed = 0; seed < cases(30); ++seed) {
        CAPTURE(seed);
        auto const a = projected(random_rows(seed));
        for (std::size_t u = 0; u < a.size(); ++u) {
            CHECK(a[u][u] == 0.0);
            for (std::size_t v = 0; v < u; ++v) {
                CHECK(a[u][v] == a[v][u]);
            }
        }
    }
}

TEST_CASE("project_co_investment: other slugs permute it", "[query][property]")
{
    for (std::uint64_t seed = 0; seed < cases(30); ++seed) {
        CAPTURE(seed);
        auto const rows = backing_rows(random_rows(seed));
        std::vector<std::size_t> to(rows.size());
        std::iota(to.begin(), to.end(), std::size_t{0});
        std::mt19937_64 random{seed};
        for (auto i = to.size(); i > 1; --i) {
            std::swap(to[i - 1], to[random() % i]);
        }
        attendance renamed(rows.size());
        for (std::size_t i = 0; i < rows.size(); ++i) {
            renamed[to[i]] = rows[i];
        }
        auto const a = projected(rows);
        auto const b = projected(renamed);
        for (std::size_t u = 0; u < rows.size(); ++u) {
            for (std::size_t v = 0; v < rows.size(); ++v) {
                CHECK(a[u][v] == b[to[u]][to[v]]);
            }
        }
    }
}

TEST_CASE("project_co_investment: the order of the companies does not matter", "[query][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const rows = random_rows(seed);
        auto mirrored = rows;
        for (auto& row : mirrored) {
            std::reverse(row.begin(), row.end());
        }
        CHECK(projected(rows) == projected(mirrored));
    }
}

TEST_CASE("project_co_investment: what is apart stays apart", "[query][property]")
{
    // The projection of a disjoint union is the disjoint union of the projections.
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const left = backing_rows(random_rows(seed));
        auto const right = backing_rows(random_rows(seed + 1000));
        if (left.empty() || right.empty()) {
            continue;
        }
        attendance both;
        for (auto const& row : left) {
            both.push_back(row + std::string(right.front().size(), '.'));
        }
        for (auto const& row : right) {
            both.push_back(std::string(left.front().size(), '.') + row);
        }
        auto const a = projected(left);
        auto const b = projected(right);
        auto const all = projected(both);
        for (std::size_t u = 0; u < all.size(); ++u) {
            for (std::size_t v = 0; v < all.size(); ++v) {
                auto const is_left = u < left.size() && v < left.size();
                auto const is_right = u >= left.size() && v >= left.size();
                CHECK(all[u][v]
                      == (is_left    ? a[u][v]
                          : is_right ? b[u - left.size()][v - left.size()]
                                     : 0.0));
            }
        }
    }
}

TEST_CASE("project_co_investment: a company more takes no pair away", "[query][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const rows = backing_rows(random_rows(seed));
        auto more = rows;
        std::mt19937_64 random{seed};
        for (auto& row : more) {
            row += random() % 2 == 0 ? 'x' : '.';
        }
        auto const a = projected(rows);
        auto const b = projected(more);
        for (std::size_t u = 0; u < rows.size(); ++u) {
            for (std::size_t v = 0; v < rows.size(); ++v) {
                auto const shares_it = u != v && more[u].back() == 'x' && more[v].back() == 'x';
                CHECK(b[u][v] == a[u][v] + (shares_it ? 1.0 : 0.0));
            }
        }
    }
}

TEST_CASE("project_co_investment: shared rounds of one company are at least the shared company",
          "[query][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const book = attendance_ledger(random_rows(seed), columns::rounds);
        auto const n = network_of(book);
        auto const by_company = matrix(project_co_investment(n));
        auto const by_round =
            matrix(project_co_investment(n, {.unit = co_investment_unit::same_round}));
        for (std::size_t u = 0; u < by_company.size(); ++u) {
            for (std::size_t v = 0; v < by_company.size(); ++v) {
                CHECK(by_company[u][v] == (u == v ? 0.0 : 1.0)); // all of one company
                CHECK((by_round[u][v] == 0.0 || by_company[u][v] == 1.0));
            }
        }
    }
}

TEST_CASE("co_investors_of: whom one names names one", "[query][property]")
{
    for (std::uint64_t seed = 0; seed < cases(20); ++seed) {
        CAPTURE(seed);
        auto const book = attendance_ledger(random_rows(seed));
        auto const n = network_of(book);
        for (auto const investor : n.investors()) {
            auto const theirs = co_investors_of(n, investor);
            CHECK(std::is_sorted(theirs.begin(), theirs.end(), [&](auto const& a, auto const& b) {
                return a.shared != b.shared
                           ? a.shared > b.shared
                           : n.facts().slug_of(a.investor) < n.facts().slug_of(b.investor);
            }));
            for (auto const& c : theirs) {
                auto const back = co_investors_of(n, c.investor);
                auto const found = std::find_if(back.begin(), back.end(), [&](auto const& other) {
                    return other.investor == investor;
                });
                REQUIRE(found != back.end());
                CHECK(found->shared == c.shared);
                CHECK(found->companies == c.companies);
            }
        }
    }
}

TEST_CASE("project_co_investment: shared groups sum to the pairs of each group",
          "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(400); ++seed) {
        CAPTURE(seed);
        auto const all = random_groups(seed);
        std::uint64_t expected = 0;
        for (std::size_t g = 0; g < all.num_groups(); ++g) {
            auto const k = all.groups().size_of(g);
            expected += k < 2 ? 0 : k * (k - 1) / 2;
        }
        auto sum = 0.0;
        for (auto const& [pair, shared] : weights(all, {})) {
            sum += shared;
        }
        CHECK(sum == static_cast<double>(expected));
    }
}

TEST_CASE("project_co_investment: a member's strength by Newman is its groups of two and more",
          "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(400); ++seed) {
        CAPTURE(seed);
        auto const all = random_groups(seed);
        std::vector<double> strength(all.members().size());
        for (auto const& [pair, weight] : weights(all, {.weight = co_investment_weight::newman})) {
            strength[pair.first] += weight;
            strength[pair.second] += weight;
        }
        for (std::uint32_t v = 0; v < strength.size(); ++v) {
            auto const row = all.memberships().row(v);
            auto const groups = std::count_if(row.begin(), row.end(), [&](std::uint32_t g) {
                return all.groups().size_of(g) > 1;
            });
            CHECK(strength[v] == Approx(static_cast<double>(groups)).margin(1e-9));
        }
    }
}

TEST_CASE("project_co_investment: Jaccard is at most the cosine and that at most the overlap",
          "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(400); ++seed) {
        CAPTURE(seed);
        auto const all = random_groups(seed);
        auto const jaccard = weights(all, {.weight = co_investment_weight::jaccard});
        auto const cosine = weights(all, {.weight = co_investment_weight::cosine});
        auto const simpson = weights(all, {.weight = co_investment_weight::simpson});
        for (auto const& [pair, weight] : jaccard) {
            CHECK(0.0 < weight);
            CHECK(weight <= cosine.at(pair) + 1e-12);
            CHECK(cosine.at(pair) <= simpson.at(pair) + 1e-12);
            CHECK(simpson.at(pair) <= 1.0);
        }
    }
}

TEST_CASE("project_co_investment: what is left out never changes what the rest weighs",
          "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(400); ++seed) {
        CAPTURE(seed);
        auto const all = random_groups(seed);
        std::mt19937_64 random{seed};
        co_investment_options options;
        options.weight = all_weights[random() % all_weights.size()];
        auto const every = weights(all, options);
        options.min_weight = static_cast<double>(random() % 8) / 8.0;
        options.hub_cap = 2 + random() % 8;
        auto const unranked = weights(all, options);
        options.top_k = 1 + random() % 4;
        for (auto const& [pair, weight] : weights(all, options)) {
            CHECK(unranked.at(pair) == weight);
        }
        for (auto const& [pair, weight] : unranked) {
            CHECK(every.at(pair) == weight);
            CHECK(weight >= options.min_weight);
        }
    }
}

TEST_CASE("co_investment_ties_of: the question about one is its edges to the last bit",
          "[query][co_investment][property]")
{
    for (std::uint64_t seed = 0; seed < cases(300); ++seed) {
        CAPTURE(seed);
        auto const all = random_groups(seed);
        std::mt19937_64 random{seed};
        co_investment_options options;
        options.weight = all_weights[random() % all_weights.size()];
        options.min_weight = static_cast<double>(random() % 6) / 8.0;
        options.hub_cap = random() % 2 == 0 ? 3 + random() % 6 : options.hub_cap;
        auto const edges = weights(all, options);
        weights_of_pairs asked;
        for (std::uint32_t v = 0; v < all.members().size(); ++v) {
            for (auto const& tie : co_investment_ties_of(all, v, options)) {
                auto const [at, is_new] =
                    asked.try_emplace(std::minmax({v, tie.other}), tie.weight);
                CHECK((is_new || at->second == tie.weight));
            }
        }
        CHECK(asked == edges);
    }
}
