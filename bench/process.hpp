// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

// Memory as Linux counts it, in processes of their own.

#include <cstddef>
#include <cstdint>
#include <cstdio>
#include <cstdlib>
#include <exception>
#include <fstream>
#include <stdexcept>
#include <string>
#include <string_view>
#include <type_traits>

#include <malloc.h>
#include <sys/wait.h>
#include <unistd.h>

namespace bench {

/// A figure of /proc/self/status, in bytes: `VmRSS` is what is resident now, `VmHWM` the most that
/// ever was.
inline std::uint64_t memory_status(std::string_view name)
{
    std::ifstream status{"/proc/self/status"};
    for (std::string line; std::getline(status, line);) {
        if (line.starts_with(name)) {
            return 1024 * std::strtoull(line.c_str() + name.size() + 1, nullptr, 10);
        }
    }
    throw std::runtime_error{"no " + std::string{name} + " in /proc/self/status"};
}

/// What is resident once all that is free has been handed back.
inline std::uint64_t resident_trimmed()
{
    ::malloc_trim(0);
    return memory_status("VmRSS");
}

/// A process of our own that runs `work` and writes to the file it is given; `end` waits for it.
class child {
public:
    template <class Work>
    explicit child(Work const& work)
    {
        int ends[2];
        if (::pipe(ends) != 0 || (std::fflush(nullptr), pid_ = ::fork()) < 0) {
            throw std::runtime_error{"no pipe or no process"};
        }
        if (pid_ == 0) {
            ::close(ends[0]);
            run(work, ends[1]);
        }
        ::close(ends[1]);
        file_ = ends[0];
    }
    child(child const&) = delete;
    child& operator=(child const&) = delete;
    ~child()
    {
        ::close(file_);
        ::waitpid(pid_, nullptr, 0);
    }

    [[nodiscard]] int file() const noexcept { return file_; }

private:
    /// What is thrown must not leave: it would go on as a second parent.
    template <class Work>
    [[noreturn]] static void run(Work const& work, int file)
    {
        try {
            work(file);
        } catch (std::exception const& e) {
            std::fprintf(stderr, "bench: %s\n", e.what());
            ::_exit(EXIT_FAILURE);
        }
        ::_exit(EXIT_SUCCESS);
    }

    pid_t pid_ = -1;
    int file_ = -1;
};

inline void write_all(int file, std::string_view bytes)
{
    while (!bytes.empty()) {
        auto const n = ::write(file, bytes.data(), bytes.size());
        if (n <= 0) {
            ::_exit(EXIT_FAILURE);
        }
        bytes.remove_prefix(static_cast<std::size_t>(n));
    }
}

/// What `work` returns, computed in a process of its own, so that the memory is its alone.
template <class Work>
auto in_child(Work const& work)
{
    using answer = decltype(work());
    static_assert(std::is_trivially_copyable_v<answer>);
    child const worker{[&](int file) {
        auto const result = work();
        write_all(file, {reinterpret_cast<char const*>(&result), sizeof result});
    }};
    answer result{};
    if (::read(worker.file(), &result, sizeof result) != sizeof result) {
        throw std::runtime_error{"a process of its own failed"};
    }
    return result;
}

} // namespace bench
