// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <cstdint>
#include <iterator>
#include <utility>

namespace capgraph::inline v0 {
namespace detail {

struct as_edge {
    template <class Edge, class Graph>
    static Edge of(Edge const& e, Graph const&)
    {
        return e;
    }
};
struct as_target {
    template <class Edge, class Graph>
    static std::uint32_t of(Edge const& e, Graph const& g)
    {
        return target(e, g);
    }
};

/// The edges of a range that a view keeps, or (`Read`) what is read off them.
template <class View, class Base, class Read>
class kept_iterator {
public:
    using value_type =
        decltype(Read::of(*std::declval<Base const&>(), std::declval<View const&>().base()));
    using reference = value_type;
    using pointer = void;
    using difference_type = std::ptrdiff_t;
    using iterator_category = std::input_iterator_tag;
    using iterator_concept = std::forward_iterator_tag;

    kept_iterator() = default;
    kept_iterator(View const& view, Base at, Base last) : view_{&view}, at_{at}, last_{last}
    {
        skip_hidden();
    }

    [[nodiscard]] reference operator*() const { return Read::of(*at_, view_->base()); }
    kept_iterator& operator++()
    {
        ++at_;
        skip_hidden();
        return *this;
    }
    kept_iterator operator++(int)
    {
        auto const before = *this;
        ++*this;
        return before;
    }
    [[nodiscard]] friend bool operator==(kept_iterator const& a, kept_iterator const& b)
    {
        return a.at_ == b.at_;
    }

private:
    void skip_hidden()
    {
        while (at_ != last_ && !view_->keeps(*at_)) {
            ++at_;
        }
    }

    View const* view_ = nullptr;
    Base at_{};
    Base last_{};
};

} // namespace detail
} // namespace capgraph::inline v0
