// SPDX-FileCopyrightText: 2026 the capgraph authors
// SPDX-License-Identifier: BSL-1.0
#pragma once

#include <cstddef>
#include <filesystem>
#include <iterator>
#include <random>
#include <string>

namespace capgraph::test {

/// A new empty folder, removed at the end with all that is in it.
class scratch_folder {
public:
    scratch_folder()
    {
        std::random_device random;
        do {
            path_ =
                std::filesystem::temp_directory_path() / ("capgraph-" + std::to_string(random()));
        } while (!std::filesystem::create_directory(path_));
    }
    scratch_folder(scratch_folder const&) = delete;
    scratch_folder& operator=(scratch_folder const&) = delete;
    ~scratch_folder()
    {
        std::error_code ignored;
        std::filesystem::remove_all(path_, ignored);
    }

    [[nodiscard]] std::string operator/(std::string const& name) const
    {
        return (path_ / name).string();
    }
    [[nodiscard]] std::string path() const { return path_.string(); }
    [[nodiscard]] std::size_t num_files() const
    {
        return static_cast<std::size_t>(std::distance(std::filesystem::directory_iterator{path_},
                                                      std::filesystem::directory_iterator{}));
    }

private:
    std::filesystem::path path_;
};

} // namespace capgraph::test
