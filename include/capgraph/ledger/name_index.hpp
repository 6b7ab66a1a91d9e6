// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <capgraph/core/export.hpp>
#include <capgraph/core/id.hpp>
#include <capgraph/ledger/view.hpp>
#include <capgraph/model/words.hpp>
#include <capgraph/run/run_options.hpp>

#include <array>
#include <cstddef>
#include <cstdint>
#include <memory>
#include <string>
#include <string_view>
#include <vector>

namespace capgraph::inline v0 {

namespace detail {
class name_table;
} // namespace detail

/// By what an entity goes.
enum class named_by : std::uint8_t { slug, name, alias };

template <>
inline constexpr auto detail::words_of<named_by> = std::to_array<std::string_view>({"slug", "name",
                                                                                    "alias"});

/// How well a name fits what was looked for.
enum class name_fit : std::uint8_t {
    exact,      ///< Byte for byte.
    normalised, ///< After `normalised_name` of both.
};

template <>
inline constexpr auto detail::words_of<name_fit> = std::to_array<std::string_view>({"exact",
                                                                                    "normalised"});

/// An entity found by name.
struct name_match {
    entity_id entity{}; ///< Stands for all said to be the same.
    entity_id bearer{}; ///< Whose name it is, among those.
    std::string_view text{};
    named_by by{};
    name_fit fit{};

    friend bool operator==(name_match const&, name_match const&) = default;
};

/// An entity with a name that is near, but not the same.
struct near_name {
    entity_id entity{}; ///< Stands for all said to be the same.
    entity_id bearer{}; ///< Whose name it is, among those.
    std::string_view text{};
    named_by by{};
    double score = 0.0; ///< In (0, 1]; a measure for ordering, no probability.
    std::string reason{};

    friend bool operator==(near_name const&, near_name const&) = default;
};

struct near_names {
    std::vector<near_name> names{};
    std::size_t comparisons = 0; ///< Of names, to find them.
};

/// Two entities that may be one, for a person to say so.
struct near_pair {
    entity_id first{}; ///< Each stands for all said to be the same; the lesser slug first.
    entity_id second{};
    std::string_view first_text{};
    std::string_view second_text{};
    double score = 0.0;
    std::string reason{};

    friend bool operator==(near_pair const&, near_pair const&) = default;
};

struct near_pairs {
    std::vector<near_pair> pairs{};
    std::size_t comparisons = 0; ///< Of names, to find them.
};

/// With how many other names one is compared at most.
inline constexpr std::size_t max_name_comparisons = 50;

/// Finds entities by slug, name or alias.
///
/// Of every entity of the ledger its slug and its name, which are timeless, whatever the view
/// knows; and the aliases that the view knows. Entities said to be the same are one. Nothing is
/// ever joined here: that takes a `same_as` statement.
///
/// A value, cheap to copy; keeps the view alive. Threads: may be read concurrently.
/// What was moved from can be assigned to and destroyed, no more.
///
///     name_index const names{view{book}};
///     names.find("ZHIPU AI Co., Ltd."); // zhipu, by its alias "Zhipu AI", normalised
class CAPGRAPH_EXPORT name_index {
public:
    /// Complexity: one scan; O(b log n) for n names of b bytes in all.
    explicit name_index(view facts);

    [[nodiscard]] view const& facts() const noexcept;

    /// How many names there are to compare with: those that normalise to the same words in the
    /// same order are one.
    [[nodiscard]] std::size_t num_names() const noexcept;

    /// The entities called `text` after normalisation, by slug; each once, by the name that fits
    /// best: exactly before normalised, then by slug, name, alias. Text that normalises to nothing
    /// is found exactly or not at all.
    ///
    /// Complexity: O(b log b) for b bytes of `text`, O(log n) comparisons with names, and
    /// O(k log k) for k names found.
    [[nodiscard]] std::vector<name_match> find(std::string_view text) const;

    /// The entities with a name that is near `text`, but that `find` does not find; each once, by
    /// its nearest name; the highest score first, then by slug. Numbers are never near each other:
    /// `Fund 2` is not near `Fund 3`.
    ///
    /// Names are near when (the score in brackets):
    /// - only spaces differ, or the order of ideographs (0.95);
    /// - one is an acronym of the other, of 3 to 9 letters; `and`, `of` and the like may be
    ///   left out of it, and it may count a dropped `Company` or `Corporation` (0.7);
    /// - one letter of 5 or more (one ideograph of 4) differs, is left out or has changed places,
    ///   or two of 10: in the word that differs, or in the name where several do (the part of the
    ///   letters that agrees);
    /// - they share at least 0.6 of their words, those that many names share (`Capital`, `Group`,
    ///   `China`) counting for 0.3 of a word; or of their ideographs, when one contains the other
    ///   (that part).
    ///
    /// Compares with at most `max_name_comparisons` names: those that share the rarest words, runs
    /// of letters, or spellings with one letter left out. What is near may therefore be missed
    /// where hundreds of names share all of these.
    ///
    /// Complexity: O(b log n) for b bytes of `text`, as much for each comparison, and O(k log k)
    /// for k names found. The first call also pays for an index, as the constructor does.
    [[nodiscard]] near_names candidates(std::string_view text) const;

    /// All pairs of entities whose names are the same or near, by their slugs; each once, for the
    /// nearest names.
    ///
    /// Of entities with the same name (score 1) each is paired with the first by slug, not with
    /// all; of two near names only the first entities are.
    ///
    /// Complexity: as `candidates` for each name, without what several entities share.
    /// Throws: `error` with `cancelled`; not while the index that `candidates` needs is made.
    [[nodiscard]] near_pairs near_duplicates(run_options const& run = {}) const;

private:
    std::shared_ptr<detail::name_table> table_;
};

} // namespace capgraph::inline v0
