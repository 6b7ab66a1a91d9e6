// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "text_source.hpp"

#include <capgraph/core/error.hpp>

#include <algorithm>
#include <cerrno>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace capgraph::inline v0::detail {

namespace {

/// How much of `text` is there without a character that its end cuts.
std::size_t whole_characters(std::string_view text)
{
    for (std::size_t back = 1; back <= std::min<std::size_t>(3, text.size()); ++back) {
        auto const byte = static_cast<unsigned char>(text[text.size() - back]);
        if (byte < 0x80 || byte >= 0xc0) { // where a character begins
            auto const length = byte < 0x80 ? 1U : byte < 0xe0 ? 2U : byte < 0xf0 ? 3U : 4U;
            return length > back ? text.size() - back : text.size();
        }
    }
    return text.size();
}

class text_in_memory final : public text_source {
public:
    text_in_memory(std::string_view text, std::size_t piece)
        : text_{text}, size_{text.size()}, piece_{piece}
    {
    }

    [[nodiscard]] std::string_view next() override
    {
        auto size = std::min(piece_, text_.size());
        while (whole_characters(text_.substr(0, size)) != size && size != text_.size()) {
            ++size;
        }
        auto const taken = text_.substr(0, size);
        text_.remove_prefix(taken.size());
        return taken;
    }
    [[nodiscard]] std::uint64_t size() const noexcept override { return size_; }

private:
    std::string_view text_;
    std::size_t size_;
    std::size_t piece_;
};

/// What the system says of a file, in words that no locale changes.
std::string reason(int number)
{
    switch (number) {
    case ENOENT:
        return "no such file";
    case EACCES:
    case EPERM:
        return "a file without permission to read it";
    case EISDIR:
        return "a folder";
    default:
        return "a file that cannot be read, error " + std::to_string(number);
    }
}

class text_in_file final : public text_source {
public:
    text_in_file(std::string path, std::size_t piece)
        : path_{std::move(path)},
          piece_(piece + longest_rest, '\0'), file_{::open(path_.c_str(), O_RDONLY | O_CLOEXEC)}
    {
        if (file_ < 0) {
            fail(errno);
        }
        struct stat about {};
        if (::fstat(file_, &about) == 0 && S_ISREG(about.st_mode)) {
            size_ = static_cast<std::uint64_t>(about.st_size);
        }
    }
    text_in_file(text_in_file const&) = delete;
    text_in_file& operator=(text_in_file const&) = delete;
    ~text_in_file() override { ::close(file_); }

    [[nodiscard]] std::string_view next() override
    {
        auto const rest = piece_.begin() + static_cast<std::ptrdiff_t>(given_);
        std::copy(rest, rest + static_cast<std::ptrdiff_t>(rest_), piece_.begin()); // may overlap
        for (auto filled = rest_;;) {
            auto const n = ::read(file_, piece_.data() + filled, piece_.size() - filled);
            if (n < 0 && errno != EINTR) {
                fail(errno);
            }
            filled += static_cast<std::size_t>(std::max<::ssize_t>(n, 0));
            auto const text = std::string_view{piece_}.substr(0, filled);
            given_ = n == 0 ? filled : whole_characters(text);
            rest_ = filled - given_;
            if (n == 0 || given_ != 0) {
                return text.substr(0, given_);
            }
        }
    }
    [[nodiscard]] std::uint64_t size() const noexcept override { return size_; }

private:
    [[noreturn]] void fail(int number) const
    {
        throw error{error_code::unreadable_file, reason(number), "a file that can be read",
                    text_position{path_, 0, 0, 0, {}}};
    }

    static constexpr std::size_t longest_rest = 3; // of a character that is not whole yet

    std::string path_;
    std::string piece_;
    std::size_t given_ = 0; ///< Of `piece_`, by the last call; then comes the rest.
    std::size_t rest_ = 0;
    int file_;
    std::uint64_t size_ = 0;
};

} // namespace

std::unique_ptr<text_source> memory_source(std::string_view text, std::size_t piece)
{
    return std::make_unique<text_in_memory>(text, std::max<std::size_t>(piece, 1));
}

std::unique_ptr<text_source> file_source(std::string const& path, std::size_t piece)
{
    return std::make_unique<text_in_file>(path, std::max<std::size_t>(piece, 1));
}

} // namespace capgraph::inline v0::detail
