# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# Builds and runs the consumer project by find_package or add_subdirectory, and sees that none of our flags reach it.
include("${CMAKE_CURRENT_LIST_DIR}/run.cmake")

file(REMOVE_RECURSE "${BINARY}")
set(shared OFF)
if(LINKAGE STREQUAL "shared")
    set(shared ON)
endif()
if(WAY STREQUAL "subdirectory")
    set(where "-DCAPGRAPH_SUBDIRECTORY=${CAPGRAPH}" -DBUILD_SHARED_LIBS=${shared} -DCAPGRAPH_INSTALL=ON)
else()
    set(where "-DCMAKE_PREFIX_PATH=${PREFIX}" "-DCAPGRAPH_EXAMPLE_FOLDER=${CAPGRAPH}/examples")
endif()
run("configure" "${CMAKE_COMMAND}" -S "${SOURCE}" -B "${BINARY}" -G "${GENERATOR}" ${where}
    "-DCMAKE_CXX_COMPILER=${COMPILER}" "-DCMAKE_CXX_COMPILER_LAUNCHER=${LAUNCHER}" "-DBoost_DIR=${BOOST}"
    -DCMAKE_EXPORT_COMPILE_COMMANDS=ON)
run("build" "${CMAKE_COMMAND}" --build "${BINARY}" --parallel 2)
run("consumer" "${BINARY}/consumer")
message(STATUS "${printed}")

file(READ "${BINARY}/compile_commands.json" commands)
string(JSON count LENGTH "${commands}")
math(EXPR last "${count} - 1")
set(seen FALSE)
foreach(i RANGE ${last})
    string(JSON file GET "${commands}" ${i} file)
    string(JSON command GET "${commands}" ${i} command)
    if(file STREQUAL "${SOURCE}/main.cpp")
        set(seen TRUE)
        if(command MATCHES " -(W|O|f|g|m|pthread)[^ ]*")
            message(FATAL_ERROR "${CMAKE_MATCH_0} reaches users: ${command}")
        endif()
    endif()
endforeach()
if(NOT seen)
    message(FATAL_ERROR "no compile command of main.cpp")
endif()
