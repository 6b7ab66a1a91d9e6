# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# Compiles through ccache where it is found; nothing depends on it. Set CMAKE_CXX_COMPILER_LAUNCHER to choose otherwise.
if(NOT DEFINED CMAKE_CXX_COMPILER_LAUNCHER)
    find_program(CAPGRAPH_CCACHE ccache)
    mark_as_advanced(CAPGRAPH_CCACHE)
    if(CAPGRAPH_CCACHE)
        set(CMAKE_CXX_COMPILER_LAUNCHER "${CAPGRAPH_CCACHE}")
    endif()
endif()
