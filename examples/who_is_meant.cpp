// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
// Who is meant by a name, who has one like it, and who may be one under two?

#include <capgraph.hpp>

#include <iostream>

int main()
{
    auto const book = capgraph::read_json_file("data/seeds.json");
    auto const facts = capgraph::view{book};
    capgraph::name_index const names{facts};

    for (auto const* const text : {"Alibaba", "ＺＨＩＰＵ AI Co., Ltd.", "Shangchen Capital"}) {
        std::cout << text << '\n';
        for (auto const& match : names.find(text)) {
            std::cout << "  is " << facts.slug_of(match.entity) << ", " << to_string(match.by)
                      << " '" << match.text << "', " << to_string(match.fit) << '\n';
        }
        for (auto const& near : names.candidates(text).names) {
            std::cout << "  or " << facts.slug_of(near.entity) << "? '" << near.text
                      << "': " << near.reason << '\n';
        }
    }
    std::cout << "May be one:\n";
    for (auto const& pair : names.near_duplicates().pairs) {
        std::cout << "  " << facts.slug_of(pair.first) << " and " << facts.slug_of(pair.second)
                  << ": " << pair.reason << '\n';
    }
}
