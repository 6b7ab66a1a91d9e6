// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Rounds and their investors' owners, of which all is known, told so that something is left open.

#include "property/true_rounds.hpp"
#include "support/owners.hpp"

#include <capgraph/query/state_backing.hpp>

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

namespace capgraph::test {

/// Who somebody is. The owners of firms alone are told.
enum class actor_kind : std::uint8_t { state, person, backed, controlled, firm };

struct true_actor {
    std::string slug;
    actor_kind kind = actor_kind::firm;
    /// Of whom a source calls backed or controlled, and of the unknown owners of a firm: which part
    /// of that is the state's in truth.
    double hidden = 0.0;
};

/// `owner` holds `truth` of `owned`; told as [low, high].
struct true_stake {
    std::string owner;
    std::string owned;
    double truth = 0.0;
    double low = 0.0;
    double high = 1.0;
};

struct true_story {
    std::vector<true_actor> actors; ///< Owners before what they own, but for some circles.
    std::vector<true_stake> stakes;
    std::vector<true_round> rounds; ///< All of `alpha`.
    std::vector<told_round> told;   ///< The same, as they are told.
    /// Joined in the telling.
    std::vector<std::pair<std::string, std::string>> same{};

    /// Which part of each actor is the state's. What comes back through a circle of owners is less
    /// than what went in, so that sweeps come to an end, but for the last bits.
    [[nodiscard]] std::map<std::string, double> parts(bool hidden_counts) const
    {
        std::map<std::string, double> out;
        auto last = std::map<std::string, double>{{"", 0.0}};
        for (int sweeps = 0; sweeps < 1000 && out != last; ++sweeps) {
            last = out;
            sweep(out, hidden_counts);
        }
        return out;
    }

    void sweep(std::map<std::string, double>& out, bool hidden_counts) const
    {
        for (auto const& a : actors) {
            auto part = 0.0;
            auto unknown = 1.0;
            for (auto const& s : stakes) {
                if (s.owned == a.slug) {
                    part += s.truth * out[s.owner];
                    unknown -= s.truth;
                }
            }
            if (a.kind == actor_kind::state || a.kind == actor_kind::person) {
                part = a.kind == actor_kind::state ? 1.0 : 0.0;
            } else if (hidden_counts || a.kind != actor_kind::firm) {
                part += std::max(0.0, unknown) * a.hidden;
            }
            out[a.slug] = part;
        }
    }

    /// Whether somebody owns, through others or not, a part of itself.
    [[nodiscard]] bool has_circles() const
    {
        std::map<std::string, std::set<std::string>> above;
        for (std::size_t i = 0; i < actors.size(); ++i) { // no chain is longer
            for (auto const& s : stakes) {
                auto const further = above[s.owner];
                above[s.owned].insert(s.owner);
                above[s.owned].insert(further.begin(), further.end());
            }
        }
        return std::any_of(actors.begin(), actors.end(),
                           [&](true_actor const& a) { return above[a.slug].contains(a.slug); });
    }

    /// The state's part of the money of all rounds; absent where there is none.
    [[nodiscard]] std::optional<double> capital(std::map<std::string, double> const& parts,
                                                bool external_only) const
    {
        auto state = 0.0;
        auto whole = 0.0;
        for (auto const& r : rounds) {
            for (auto const& c : r.cheques) {
                auto const paid = external_only && c.internal ? 0.0 : static_cast<double>(c.paid);
                state += parts.at(c.investor) * paid;
                whole += paid;
            }
        }
        return whole > 0.0 ? std::optional{state / whole} : std::nullopt;
    }
};

/// The ledger that tells the story; each name is what `renamed` makes of it.
template <class Rename>
void write(owners_teller& to, true_story const& story, Rename const& renamed)
{
    for (auto const& a : story.actors) {
        auto const slug = renamed(a.slug);
        switch (a.kind) {
        case actor_kind::state:
            to.organ(slug);
            break;
        case actor_kind::person:
            to.person(slug);
            break;
        case actor_kind::backed:
            to.labelled(slug, state_tie::backed);
            break;
        case actor_kind::controlled:
            to.labelled(slug, state_tie::controlled);
            break;
        case actor_kind::firm:
            to.fund(slug);
            break;
        }
    }
    for (auto const& s : story.stakes) {
        to.holds(renamed(s.owner), renamed(s.owned), s.low, s.high);
    }
    for (std::size_t i = 0; i < story.told.size(); ++i) {
        auto const slug = numbered("round-", i);
        to.to().add(funding_round{.slug = slug,
                                  .company = to.known(renamed("alpha")),
                                  .kind = round_kind::primary,
                                  .status = deal_status::closed,
                                  .amount = amount{story.told[i].total},
                                  .external = amount{story.told[i].external}});
        for (auto const& c : story.told[i].cheques) {
            to.to().add(participation{.round = to.to().round(slug),
                                      .investor = to.known(renamed(c.investor)),
                                      .cheque = amount{c.paid},
                                      .internal = c.internal});
        }
    }
    for (auto const& [a, b] : story.same) {
        to.are_same(renamed(a), renamed(b));
    }
}

inline void write(owners_teller& to, true_story const& story)
{
    write(to, story, [](std::string const& slug) { return slug; });
}

/// Draws stories: the same from the same seed.
class story_drawer {
public:
    explicit story_drawer(std::uint64_t seed) : random{seed} {}

    [[nodiscard]] true_story draw(std::int64_t most_rounds = 2)
    {
        true_story out;
        add_actors(out, "organ-", actor_kind::state, 1 + random.below(2));
        add_actors(out, "person-", actor_kind::person, 1 + random.below(2));
        add_actors(out, "backed-", actor_kind::backed, random.below(2));
        add_actors(out, "run-", actor_kind::controlled, random.below(2));
        for (auto firms = 1 + random.below(5); firms > 0; --firms) {
            add_firm(out);
        }
        if (random.chance(70)) {
            add_circles(out);
        }
        for (auto count = 1 + random.below(most_rounds); count > 0; --count) {
            add_round(out);
        }
        return out;
    }

    [[nodiscard]] double fraction() { return static_cast<double>(random.below(1001)) / 1000.0; }

    round_teller random;

private:
    void add_actors(true_story& to, char const* stem, actor_kind kind, std::int64_t count)
    {
        for (std::int64_t i = 0; i < count; ++i) {
            to.actors.push_back({stem + std::to_string(i), kind, fraction()});
        }
    }

    void add_firm(true_story& to)
    {
        auto const slug = "firm-" + std::to_string(to.actors.size());
        auto left = random.chance(40) ? 1.0 : fraction();
        for (auto const& owner : to.actors) {
            if (left > 0.0 && random.chance(45)) {
                auto const truth = random.chance(25) ? left : left * fraction();
                to.stakes.push_back(obscured({owner.slug, slug, truth, truth, truth}));
                left -= truth;
            }
        }
        to.actors.push_back({slug, actor_kind::firm, fraction()});
    }

    /// Lets firms be owned in part by those that they own: in no more than half of what is left of
    /// one, so that none wholly own each other.
    void add_circles(true_story& to)
    {
        auto const told = to.stakes;
        for (auto const& s : told) {
            auto const is_firm = s.owner.starts_with("firm-");
            if (!is_firm || !random.chance(70)) {
                continue;
            }
            auto left = 1.0;
            for (auto const& other : to.stakes) {
                left -= other.owned == s.owner ? other.truth : 0.0;
            }
            auto const truth = left * fraction() / 2.0;
            if (truth > 0.0) {
                to.stakes.push_back(obscured({s.owned, s.owner, truth, truth, truth}));
            }
        }
    }

    [[nodiscard]] true_stake obscured(true_stake s)
    {
        if (random.chance(50)) {
            s.low = random.chance(30) ? 0.0 : s.truth * fraction();
            s.high = random.chance(30) ? 1.0 : s.truth + (1.0 - s.truth) * fraction();
        }
        return s;
    }

    void add_round(true_story& to)
    {
        true_round made;
        for (auto const& a : to.actors) {
            if (random.chance(40)) {
                made.cheques.push_back(
                    {a.slug, std::nullopt, random.below(1000), random.chance(15)});
            }
        }
        to.told.push_back(random.obscure(made));
        to.rounds.push_back(made);
    }
};

/// Calls `law` with drawers of `count` seeds.
template <class Law>
void for_each_story(std::uint64_t count, Law const& law)
{
    for (std::uint64_t seed = 0; seed < count; ++seed) {
        CAPTURE(seed);
        story_drawer draws{seed};
        law(draws);
    }
}

/// Whether the bounds of `narrow` lie within those of `wide`, but for rounding.
inline bool lies_about_within(bounded<share> const& narrow, bounded<share> const& wide)
{
    return wide.lower.fraction() <= narrow.lower.fraction() + 1e-9
           && narrow.upper.fraction() <= wide.upper.fraction() + 1e-9;
}
inline bool is_about_same(bounded<share> const& a, bounded<share> const& b)
{
    return lies_about_within(a, b) && lies_about_within(b, a);
}

} // namespace capgraph::test
