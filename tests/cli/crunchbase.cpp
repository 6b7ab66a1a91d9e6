// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
// A real table asked of the command, where it is there: the investments that Crunchbase knew of in
// 2013.

#include "cli/answers.hpp"
#include "io/scratch_folder.hpp"
#include "support/catch2.hpp"
#include "support/effort.hpp"
#include "support/shared_data.hpp"

#include <algorithm>
#include <cstddef>
#include <string>

using namespace capgraph;
using namespace capgraph::test;

namespace {

/// Half a minute for all paths is too much where nothing is optimised.
std::string affordable_measure()
{
#if defined(NDEBUG) && !defined(__SANITIZE_ADDRESS__) && !defined(__SANITIZE_THREAD__)
    return "betweenness";
#else
    return effort() > 1 ? "betweenness" : "degree";
#endif
}

} // namespace

TEST_CASE("centrality: the two-mode graph of 2013 has a vertex for each name and role",
          "[cli][centrality][crunchbase]")
{
    auto const file = shared_data("data/crunchbase-2013-investments/investments.csv");
    if (!file) {
        WARN("skipped: no shared data");
        return;
    }
    auto const measure = affordable_measure();
    scratch_folder const folder; // twelve rows lack a name, and are kept there
    auto const got =
        run_command({"centrality", "--graph", "two-mode", "--measure", measure, "--normalization",
                     "none", "--data", file->string(), "--rejects", folder / "rejects", "--json"});
    REQUIRE(got.code == cli::fine);
    auto const rows = rows_of(boost::json::parse(got.out).as_object());
    CHECK(rows.size() == 38'178);
    CHECK(where(rows, "role", "investor").size() == 16'768);
    CHECK(where(rows, "role", "company").size() == 21'410);
    CHECK(text(rows.front(), "entity") == (measure == "degree" ? "Y Combinator" : "Intel Capital"));
    if (measure == "betweenness") {
        // igraph 0.10.2, of the same edges without repetitions
        CHECK(number(rows.front(), "score") == Approx(41'560'029.375902385).epsilon(1e-9));
    }
}
