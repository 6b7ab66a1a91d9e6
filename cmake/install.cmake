# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# What find_package(capgraph) and pkg-config need, and the command where it is built.
include(CMakePackageConfigHelpers)

set(package_dir "${CMAKE_INSTALL_LIBDIR}/cmake/capgraph")
install(TARGETS capgraph EXPORT capgraph FILE_SET HEADERS)
install(EXPORT capgraph NAMESPACE capgraph:: FILE capgraph-targets.cmake DESTINATION "${package_dir}")
configure_package_config_file(cmake/capgraph-config.cmake.in
    "${PROJECT_BINARY_DIR}/cmake/capgraph-config.cmake"
    INSTALL_DESTINATION "${package_dir}"
    NO_SET_AND_CHECK_MACRO)
# Before 1.0 a minor version may break what the one before it promised.
write_basic_package_version_file("${PROJECT_BINARY_DIR}/cmake/capgraph-config-version.cmake"
    COMPATIBILITY SameMinorVersion)
install(FILES
        "${PROJECT_BINARY_DIR}/cmake/capgraph-config.cmake"
        "${PROJECT_BINARY_DIR}/cmake/capgraph-config-version.cmake"
    DESTINATION "${package_dir}")

# The prefix is found from where the .pc file lies, so that the installed tree can be moved; how many folders up that
# is depends on the libdir.
set(pc_dir "${CMAKE_INSTALL_LIBDIR}/pkgconfig")
cmake_path(IS_ABSOLUTE CMAKE_INSTALL_LIBDIR fixed)
if(fixed)
    set(pc_prefix "${CMAKE_INSTALL_PREFIX}")
else()
    file(RELATIVE_PATH pc_up "/${pc_dir}" "/")
    set(pc_prefix "\${pcfiledir}/${pc_up}")
    string(REGEX REPLACE "/$" "" pc_prefix "${pc_prefix}")
endif()
foreach(dir IN ITEMS INCLUDEDIR LIBDIR)
    set(pc_${dir} "${CMAKE_INSTALL_${dir}}")
    cmake_path(ABSOLUTE_PATH pc_${dir} BASE_DIRECTORY "\${prefix}")
endforeach()
# Boost ships no .pc files. Whoever links the static library links what it calls as well, and libboost_json calls
# libboost_container; the shared library brings its own.
get_target_property(type capgraph TYPE)
if(type STREQUAL "STATIC_LIBRARY")
    set(pc_cflags "-DCAPGRAPH_STATIC_DEFINE")
    set(pc_libs "-lboost_json -lboost_container ${CMAKE_THREAD_LIBS_INIT}")
else()
    set(pc_cflags "")
    set(pc_libs "")
endif()
configure_file(cmake/capgraph.pc.in "${PROJECT_BINARY_DIR}/cmake/capgraph.pc" @ONLY)
install(FILES "${PROJECT_BINARY_DIR}/cmake/capgraph.pc" DESTINATION "${pc_dir}")
install(FILES "${PROJECT_SOURCE_DIR}/LICENSE" DESTINATION "${CMAKE_INSTALL_DOCDIR}")

if(TARGET capgraph_command)
    # The installed command finds the shared library beside it, wherever both are moved.
    file(RELATIVE_PATH up "/${CMAKE_INSTALL_BINDIR}" "/${CMAKE_INSTALL_LIBDIR}")
    set_target_properties(capgraph_command PROPERTIES INSTALL_RPATH "$ORIGIN/${up}")
    install(TARGETS capgraph_command)
endif()
