// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include <capgraph/query/share_classes.hpp>

#include "support/catch2.hpp"

#include <limits>
#include <stdexcept>
#include <vector>

using namespace capgraph;

TEST_CASE("parts_of_classes: of no shares nothing is held", "[query][share_classes]")
{
    CHECK(parts_of_classes({}) == class_parts{});
    std::vector const none{held_class{.issued = 0.0}};
    CHECK(parts_of_classes(none) == class_parts{});
}

TEST_CASE("parts_of_classes: of one class both parts are that of the shares",
          "[query][share_classes]")
{
    std::vector const one{held_class{.issued = 800.0, .held = 200.0}};
    CHECK(parts_of_classes(one) == class_parts{share{0.25}, share{0.25}});
    std::vector const all{held_class{.issued = 800.0, .held = 800.0, .votes_each = 10.0}};
    CHECK(parts_of_classes(all) == class_parts{share{1.0}, share{1.0}});
}

TEST_CASE("parts_of_classes: votes and capital are weighed apart", "[query][share_classes]")
{
    // 10 of 100 with ten votes each, none of 900 with one: 100 of 1900 votes, 10 of 1000 shares.
    std::vector const two{held_class{100.0, 10.0, 10.0, 1.0}, held_class{900.0, 0.0, 1.0, 1.0}};
    auto const parts = parts_of_classes(two);
    CHECK(parts.votes.fraction() == Approx(100.0 / 1900.0).epsilon(1e-15));
    CHECK(parts.capital.fraction() == Approx(0.01).epsilon(1e-15));
}

TEST_CASE("parts_of_classes: where no class has votes or dividends there is no part of them",
          "[query][share_classes]")
{
    std::vector const voteless{held_class{100.0, 50.0, 0.0, 1.0}};
    CHECK(parts_of_classes(voteless) == class_parts{share{}, share{0.5}});
    std::vector const golden{held_class{1.0, 1.0, 1.0, 0.0}};
    CHECK(parts_of_classes(golden) == class_parts{share{1.0}, share{}});
}

TEST_CASE("parts_of_classes: rounding makes no part larger than the whole",
          "[query][share_classes]")
{
    std::vector const thirds{held_class{0.1, 0.1, 3.0, 1.0}, held_class{0.2, 0.2, 0.1, 7.0},
                             held_class{0.7, 0.7, 0.3, 0.9}};
    CHECK(parts_of_classes(thirds) == class_parts{share{1.0}, share{1.0}});
}

TEST_CASE("parts_of_classes: numbers that cannot be are refused", "[query][share_classes]")
{
    auto const infinite = std::numeric_limits<double>::infinity();
    auto const nan = std::numeric_limits<double>::quiet_NaN();
    for (auto const& wrong :
         {held_class{1.0, 2.0, 1.0, 1.0}, held_class{1.0, -1.0, 1.0, 1.0},
          held_class{-1.0, -2.0, 1.0, 1.0}, held_class{1.0, 1.0, -1.0, 1.0},
          held_class{1.0, 1.0, 1.0, -1.0}, held_class{infinite, 1.0, 1.0, 1.0},
          held_class{infinite, infinite, 1.0, 1.0}, held_class{nan, 0.0, 1.0, 1.0},
          held_class{1.0, nan, 1.0, 1.0}, held_class{1.0, 1.0, nan, 1.0},
          held_class{1.0, 1.0, 1.0, infinite}}) {
        std::vector const one{wrong};
        CHECK_THROWS_AS(parts_of_classes(one), std::invalid_argument);
    }
}
