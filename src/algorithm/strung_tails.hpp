// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include "later_members.hpp"

#include <capgraph/run/checkpoint.hpp>

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <span>
#include <type_traits>
#include <vector>

namespace capgraph::inline v0::detail {

/// Every place adds as much.
struct count_one {
    constexpr std::uint32_t operator()(std::uint64_t) const noexcept { return 1; }
};

/// Gives whom a member meets, from all its places, in few long lists.
///
/// Lists are short, and where each ends is anyone's guess: they are strung together, whole chunks
/// at a time, so that the processor guesses wrong once a member and not once a list, and can look
/// up many that were met at once.
template <class WeightOf>
class strung_tails {
public:
    /// `weight_of(i)` is what a meeting at the place `i` of the index weighs.
    strung_tails(later_members const& later, WeightOf weight_of)
        : later_{&later}, weight_of_{weight_of}, members_(most + list_padding),
          weights_(is_weighted ? most + list_padding : 0)
    {
    }

    /// Calls `add(members, weight)` for all meetings of `v` with later members, in the order of
    /// the index; `weight(k)` is that of the meeting with `members[k]`.
    template <class Add>
    void visit(std::uint32_t v, paced_poll& poll, Add add)
    {
        std::size_t strung = 0;
        auto const give = [&] {
            add(std::span<std::uint32_t const>{members_}.first(strung), [this](std::size_t k) {
                if constexpr (is_weighted) {
                    return weights_[k];
                } else {
                    return weight_of_(k);
                }
            });
            poll.steps(strung);
            strung = 0;
        };
        for (auto i = later_->offsets[v]; i < later_->offsets[v + 1U]; ++i) {
            later_->prefetch_behind(i);
            auto tail = later_->tail(i);
            while (strung + tail.size() > most) {
                auto const fits = most - strung;
                string(tail.first(fits), i, strung);
                tail = tail.subspan(fits);
                give();
            }
            string(tail, i, strung);
        }
        give();
    }

private:
    static constexpr bool is_weighted = !std::is_same_v<WeightOf, count_one>;
    static constexpr std::size_t most = 2048; // stays in the nearest cache

    /// Copies a tail behind the first `strung` members, and a few more that don't count.
    void string(std::span<std::uint32_t const> tail, std::uint64_t i, std::size_t& strung)
    {
        for (std::size_t k = 0; k < tail.size(); k += list_padding) {
            std::memcpy(members_.data() + strung + k, tail.data() + k,
                        list_padding * sizeof(std::uint32_t));
            if constexpr (is_weighted) {
                std::fill_n(weights_.data() + strung + k, list_padding, weight_of_(i));
            }
        }
        strung += tail.size();
    }

    later_members const* later_;
    WeightOf weight_of_;
    std::vector<std::uint32_t> members_;
    std::vector<std::invoke_result_t<WeightOf, std::uint64_t>> weights_;
};

} // namespace capgraph::inline v0::detail
