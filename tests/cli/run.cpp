// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "cli/run.hpp"

#include "cli/answers.hpp"
#include "support/catch2.hpp"

#include <ostream>
#include <sstream>
#include <streambuf>
#include <string>

using namespace capgraph;

namespace {

/// Takes a number of bytes and then no more, as a full disk does.
class full_disk : public std::streambuf {
public:
    explicit full_disk(std::size_t room) : room_{room} {}

protected:
    int_type overflow(int_type c) override
    {
        return room_-- > 0 ? traits_type::not_eof(c) : traits_type::eof();
    }

private:
    std::size_t room_;
};

} // namespace

TEST_CASE("run: an answer that cannot be written is a failure and says so", "[cli][run]")
{
    auto const room = GENERATE(std::size_t{0}, std::size_t{100});
    auto const* const subcommand = GENERATE("stats", "--help", "--version");
    full_disk disk{subcommand[0] == '-' ? 0 : room};
    std::istringstream in;
    std::ostream out{&disk};
    std::ostringstream err;
    CHECK(cli::run({subcommand}, {in, out, err}) == cli::failed);
}

TEST_CASE("run: a refused question leaves the output empty", "[cli][run]")
{
    auto const line = GENERATE("co-investors nobody --json", "state-backing --round nothing --json",
                               "centrality --normalization euclidean --json", "nonsense");
    CAPTURE(line);
    auto const got = test::run_line(line);
    CHECK(got.code == cli::usage);
    CHECK(got.out.empty());
    CHECK(got.err.starts_with("capgraph: "));
    CHECK(got.err.ends_with('\n'));
}

TEST_CASE("run: the same line twice prints the same bytes", "[cli][run]")
{
    auto const line = GENERATE("stats", "co-investment --json", "centrality --measure eigenvector",
                               "state-backing --json");
    CAPTURE(line);
    auto const once = test::run_line(line + std::string{" --min-status rumored"});
    CHECK(once.code == cli::fine);
    CHECK(once.out == test::run_line(line + std::string{" --min-status rumored"}).out);
}
