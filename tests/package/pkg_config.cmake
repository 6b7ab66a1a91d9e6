# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# Builds and runs the consumer with nothing but a compiler and what pkg-config says.
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

if(NOT PKG_CONFIG)
    message("skipped: no pkg-config")
    return()
endif()
set(ENV{PKG_CONFIG_PATH} "${PREFIX}/${LIBDIR}/pkgconfig")
run("pkg-config" "${PKG_CONFIG}" --modversion capgraph)
string(STRIP "${printed}" version)
if(NOT version STREQUAL VERSION)
    message(FATAL_ERROR "pkg-config says version ${version}, not ${VERSION}")
endif()
run("pkg-config" "${PKG_CONFIG}" --cflags --libs capgraph)
separate_arguments(flags UNIX_COMMAND "${printed}")
list(FILTER flags EXCLUDE REGEX "^-(I|L|l|DCAPGRAPH_STATIC_DEFINE|pthread)")
if(flags)
    message(FATAL_ERROR "${flags} reaches users")
endif()
separate_arguments(flags UNIX_COMMAND "${printed}")

file(REMOVE_RECURSE "${BINARY}")
file(MAKE_DIRECTORY "${BINARY}")
run("compile" "${COMPILER}" -std=c++20 "${SOURCE}/main.cpp" -o "${BINARY}/consumer" ${flags}
    "-Wl,-rpath,${PREFIX}/${LIBDIR}")
run("consumer" "${BINARY}/consumer")
message(STATUS "${printed}")
