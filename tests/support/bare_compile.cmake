# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# bare_compile: the compiler and its arguments to check one file against the library's headers as a test, without a
# build, which would lock the build folder.
get_target_property(bare_directories Boost::headers INTERFACE_INCLUDE_DIRECTORIES)
# Said to be system directories again, those of the compiler would come in the wrong order.
list(REMOVE_ITEM bare_directories ${CMAKE_CXX_IMPLICIT_INCLUDE_DIRECTORIES})
list(TRANSFORM bare_directories PREPEND "-isystem")
set(bare_compile "${CMAKE_CXX_COMPILER}" -std=c++20 -fsyntax-only
    "-I${PROJECT_SOURCE_DIR}/include" "-I${PROJECT_BINARY_DIR}/include" ${bare_directories})
