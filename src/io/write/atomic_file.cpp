// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#include "atomic_file.hpp"

#include <capgraph/core/error.hpp>

#include <cerrno>
#include <cstdio>
#include <filesystem>
#include <random>
#include <system_error>
#include <utility>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

namespace capgraph::inline v0::detail {

namespace {

/// What the system says of a file, in words that no locale changes.
std::string reason(int number)
{
    switch (number) {
    case ENOENT:
    case ENOTDIR:
        return "no such folder";
    case EACCES:
    case EPERM:
        return "a folder or file without permission to write it";
    case EROFS:
        return "a file system that is read-only";
    case EISDIR:
        return "a folder";
    case ENOSPC:
    case EDQUOT:
        return "a disk that is full";
    default:
        return "a file that cannot be written, error " + std::to_string(number);
    }
}

/// Where symbolic links lead; `path` itself where it is none.
std::string resolved(std::string const& path)
{
    std::error_code code;
    auto const real = std::filesystem::canonical(path, code);
    return code ? path : real.string();
}

std::string folder_of(std::string const& path)
{
    auto const folder = std::filesystem::path{path}.parent_path().string();
    return folder.empty() ? "." : folder;
}

} // namespace

atomic_file::atomic_file(std::string const& path) : named_{path}, path_{resolved(path)}
{
    struct stat about {};
    if (::stat(path_.c_str(), &about) == 0 && S_ISDIR(about.st_mode)) {
        fail(EISDIR);
    }
    create();
    keep_mode();
}

atomic_file::~atomic_file()
{
    if (file_ >= 0) {
        ::close(file_);
    }
    if (!beside_.empty()) {
        ::unlink(beside_.c_str());
    }
}

void atomic_file::fail(int number) const
{
    throw error{error_code::unwritable_file, reason(number), "a file that can be written",
                text_position{named_, 0, 0, 0, {}}};
}

void atomic_file::create()
{
    std::random_device random;
    constexpr int most_tries = 100;
    for (int tries = 0; tries < most_tries; ++tries) {
        auto const name = path_ + '.' + std::to_string(random()) + ".new";
        file_ = ::open(name.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0666);
        if (file_ >= 0) {
            beside_ = name;
            return;
        }
        if (errno != EEXIST) {
            break;
        }
    }
    fail(errno);
}

void atomic_file::keep_mode() const
{
    struct stat about {};
    if (::stat(path_.c_str(), &about) == 0 && ::fchmod(file_, about.st_mode & 07777U) != 0) {
        fail(errno);
    }
}

void atomic_file::write(std::string_view text)
{
    while (!text.empty()) {
        auto const n = ::write(file_, text.data(), text.size());
        if (n < 0 && errno != EINTR) {
            fail(errno);
        }
        text.remove_prefix(n < 0 ? 0 : static_cast<std::size_t>(n));
    }
}

void atomic_file::commit()
{
    if (::fsync(file_) != 0) {
        fail(errno);
    }
    if (::close(std::exchange(file_, -1)) != 0) {
        fail(errno);
    }
    // Opened before anything is replaced: what can fail should fail now.
    auto const folder = ::open(folder_of(path_).c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC);
    if (folder < 0) {
        fail(errno);
    }
    auto failed = ::rename(beside_.c_str(), path_.c_str()) != 0 ? errno : 0;
    if (failed == 0) {
        beside_.clear();
        // The new name is on the disk when its folder is. Some file systems cannot sync a folder;
        // they say so by EINVAL, and nothing more can be done.
        failed = ::fsync(folder) != 0 && errno != EINVAL ? errno : 0;
    }
    ::close(folder);
    if (failed != 0) {
        fail(failed);
    }
}

} // namespace capgraph::inline v0::detail
