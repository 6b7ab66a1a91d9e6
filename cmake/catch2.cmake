# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# capgraph_catch_main, and catch_discover_tests, from Catch2 3 where it is found and 2.13 (Debian 12) elsewhere.
find_package(Catch2 3 QUIET)
if(NOT Catch2_FOUND)
    find_package(Catch2 2.13 REQUIRED)
endif()
include(Catch)

if(Catch2_VERSION VERSION_GREATER_EQUAL 3)
    add_library(capgraph_catch_main INTERFACE)
    target_link_libraries(capgraph_catch_main INTERFACE Catch2::Catch2WithMain)
else()
    # Debian's libCatch2WithMain.a lacks what BENCHMARK needs, and a main of our own carries the preset's sanitizers.
    add_library(capgraph_catch_main STATIC "${PROJECT_SOURCE_DIR}/tests/support/catch2_main.cpp")
    target_compile_definitions(capgraph_catch_main PUBLIC CATCH_CONFIG_ENABLE_BENCHMARKING)
    target_compile_features(capgraph_catch_main PUBLIC cxx_std_20)
    target_compile_options(capgraph_catch_main PRIVATE -O0) # it runs little and takes long to optimise
    target_link_libraries(capgraph_catch_main PUBLIC Catch2::Catch2)
    set_target_properties(capgraph_catch_main PROPERTIES CXX_CLANG_TIDY "")
endif()
