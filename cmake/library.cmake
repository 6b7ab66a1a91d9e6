# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# The target capgraph::capgraph. Its flags are its own: warnings, sanitizers and optimisation belong to the presets or the user.
include(GenerateExportHeader)

# CONFIG: Boost's own package files, as FindBoost is gone under newer policies.
find_package(Boost 1.81 REQUIRED CONFIG COMPONENTS json)
find_package(Threads REQUIRED)

set(layers core run model ledger graph network algorithm query io)
list(TRANSFORM layers REPLACE "(.+)" "${PROJECT_SOURCE_DIR}/src/\\1/*.cpp" OUTPUT_VARIABLE patterns)
file(GLOB_RECURSE sources CONFIGURE_DEPENDS ${patterns})
file(GLOB_RECURSE headers CONFIGURE_DEPENDS "${PROJECT_SOURCE_DIR}/include/*.hpp")

add_library(capgraph ${sources})
add_library(capgraph::capgraph ALIAS capgraph)
generate_export_header(capgraph
    EXPORT_FILE_NAME "${PROJECT_BINARY_DIR}/include/capgraph/core/export.hpp")
target_sources(capgraph
    PUBLIC FILE_SET HEADERS
        BASE_DIRS "${PROJECT_SOURCE_DIR}/include" "${PROJECT_BINARY_DIR}/include"
        FILES ${headers} "${PROJECT_BINARY_DIR}/include/capgraph/core/export.hpp")
target_include_directories(capgraph PRIVATE "${PROJECT_SOURCE_DIR}/src")
target_compile_features(capgraph PUBLIC cxx_std_20)
# Fused multiply-adds round differently: results would depend on the processor.
target_compile_options(capgraph PRIVATE $<$<CXX_COMPILER_ID:GNU,Clang,AppleClang>:-ffp-contract=off>)
# What a record is put together of is written in small parts. GCC likes to read several of them back at once, which waits
# for all to be written: some hundredths of the time it takes to read a file.
set_source_files_properties(src/io/read/line_scanner.cpp src/io/read/plain_record_reader.cpp
    src/ledger/pending_statements.cpp PROPERTIES
    COMPILE_OPTIONS "$<$<CXX_COMPILER_ID:GNU>:-fno-tree-slp-vectorize>")
target_link_libraries(capgraph
    PUBLIC Boost::headers Boost::json
    PRIVATE Threads::Threads) # std::jthread, where the C library keeps threads apart

set_target_properties(capgraph PROPERTIES
    CXX_EXTENSIONS OFF
    CXX_VISIBILITY_PRESET hidden
    VISIBILITY_INLINES_HIDDEN ON
    VERSION ${PROJECT_VERSION}
    SOVERSION ${PROJECT_VERSION_MAJOR}.${PROJECT_VERSION_MINOR}) # before 1.0 every minor version may break
get_target_property(type capgraph TYPE)
if(type STREQUAL "STATIC_LIBRARY")
    # Else a user's shared library would export what it links in.
    target_compile_definitions(capgraph PUBLIC CAPGRAPH_STATIC_DEFINE)
endif()
