# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# run(WHAT COMMAND...): fails with what COMMAND printed unless it exits with 0; else leaves that in `printed`.
function(run what)
    execute_process(COMMAND ${ARGN} RESULT_VARIABLE exit OUTPUT_VARIABLE text ERROR_VARIABLE text)
    if(NOT exit EQUAL 0)
        message(FATAL_ERROR "${what}: ${exit}\n${text}")
    endif()
    set(printed "${text}" PARENT_SCOPE)
endfunction()

# A user's environment, not ours.
foreach(name IN ITEMS CXXFLAGS CPPFLAGS LDFLAGS DESTDIR CMAKE_PREFIX_PATH)
    set(ENV{${name}})
endforeach()
