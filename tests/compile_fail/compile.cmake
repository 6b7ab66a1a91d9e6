# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# cmake -D CASE=N -D EXPECTED=REGEX -P compile.cmake -- COMPILER ARGUMENT...: fails unless case 0 compiles and any other
# is refused with a message that matches.
set(command)
set(is_command FALSE)
math(EXPR last "${CMAKE_ARGC} - 1")
foreach(i RANGE ${last})
    if(is_command)
        list(APPEND command "${CMAKE_ARGV${i}}")
    elseif(CMAKE_ARGV${i} STREQUAL "--")
        set(is_command TRUE)
    endif()
endforeach()

execute_process(COMMAND ${command} RESULT_VARIABLE exit OUTPUT_VARIABLE message ERROR_VARIABLE message)
if(CASE EQUAL 0)
    if(NOT exit EQUAL 0)
        message(FATAL_ERROR "what is allowed does not compile:\n${message}")
    endif()
elseif(exit EQUAL 0)
    message(FATAL_ERROR "case ${CASE} compiles")
elseif(NOT message MATCHES "${EXPECTED}")
    message(FATAL_ERROR "case ${CASE} is refused, but not with \"${EXPECTED}\":\n${message}")
endif()
