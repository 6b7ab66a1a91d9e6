# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# Installs BUILT and moves the tree to PREFIX, as a packager does: nothing in it may remember where it was.
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

file(REMOVE_RECURSE "${PREFIX}" "${PREFIX}.staged")
run("install" "${CMAKE_COMMAND}" --install "${BUILT}" --prefix "${PREFIX}.staged")
file(RENAME "${PREFIX}.staged" "${PREFIX}")

file(GLOB_RECURSE expected RELATIVE "${CAPGRAPH}/include" "${CAPGRAPH}/include/*.hpp")
file(GLOB_RECURSE installed RELATIVE "${PREFIX}/${INCLUDEDIR}" "${PREFIX}/${INCLUDEDIR}/*")
list(APPEND expected capgraph/core/export.hpp)
list(SORT expected)
list(SORT installed)
if(NOT installed STREQUAL expected)
    message(FATAL_ERROR "installed headers: ${installed}\nexpected: ${expected}")
endif()

file(GLOB_RECURSE texts "${PREFIX}/*.cmake" "${PREFIX}/*.pc" "${PREFIX}/*.hpp")
foreach(text IN LISTS texts)
    file(READ "${text}" content)
    foreach(place IN ITEMS "${PREFIX}" "${BUILT}" "${CAPGRAPH}")
        string(FIND "${content}" "${place}" at)
        if(NOT at EQUAL -1)
            message(FATAL_ERROR "${text} holds ${place}")
        endif()
    endforeach()
endforeach()
