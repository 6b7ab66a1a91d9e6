// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <string>
#include <string_view>

namespace capgraph::inline v0::detail {

/// A file that takes the place of another at once, when all of it is on the disk, or not at all.
///
/// It is written beside the other, in the same folder. Thrown away before `commit`, it is removed.
class atomic_file {
public:
    /// Follows symbolic links. Throws: `error` with `unwritable_file`, as all below.
    explicit atomic_file(std::string const& path);
    atomic_file(atomic_file const&) = delete;
    atomic_file& operator=(atomic_file const&) = delete;
    ~atomic_file();

    void write(std::string_view text);
    void commit();

private:
    [[noreturn]] void fail(int number) const;
    void create();
    void keep_mode() const;

    std::string named_; ///< As the caller named it.
    std::string path_;
    std::string beside_; ///< The new file; empty when it is gone or in place.
    int file_ = -1;
};

} // namespace capgraph::inline v0::detail
