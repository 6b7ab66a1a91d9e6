// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0

// Who stands behind DeepSeek's operating company: whose is it in the end, and who controls it?

#include <capgraph.hpp>

#include <iomanip>
#include <iostream>

int main()
{
    using namespace capgraph;
    auto const book = read_json_file("data/chinese_ai_labs.json");
    network const n{view{book}};
    ownership_network const owners{n};
    auto const deepseek = book.entity_at("deepseek");
    auto const name = [&](entity_id id) { return n.facts().name_of(id); };

    std::cout << std::fixed << std::setprecision(1) << "Held in the end:\n";
    auto const held = owners_of(owners, deepseek);
    for (auto const& owner : held.parts) {
        std::cout << "  " << name(owner.entity) << ' ' << 100.0 * owner.part.lower << " %, of it "
                  << 100.0 * owner.direct.lower << " % directly\n";
    }
    std::cout << "  nobody is told of " << 100.0 * held.unknown.lower << " %\n";

    std::cout << "Controlled by:\n";
    for (auto const& who : controllers_of(owners, deepseek).controllers) {
        if (!who.is_ultimate) {
            continue;
        }
        std::cout << "  " << name(who.entity) << ", as\n";
        for (auto const& step : why_controls(owners, {&who.entity, 1}, deepseek).steps) {
            std::cout << "    " << name(step.controlled) << ':';
            if (step.declared_by) {
                std::cout << " declared of " << name(*step.declared_by) << ';';
            }
            for (auto const& votes : step.votes) {
                if (votes.votes.upper == 0.0) {
                    continue; // said to hold nothing, and to control all the same
                }
                std::cout << ' ' << name(votes.holder) << " votes " << 100.0 * votes.votes.lower
                          << " %;";
            }
            std::cout << '\n';
        }
    }
}
