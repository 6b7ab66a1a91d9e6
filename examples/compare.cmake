# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# cmake -D PROGRAM=FILE -D RECORDED=FILE.txt [-D ARGUMENT=FILE] -P compare.cmake: fails unless PROGRAM, given ARGUMENT,
# prints what was recorded; says so and skips where ARGUMENT is not there.
# To record anew, run the program from the top of the checkout: PROGRAM > RECORDED; the difference is reviewed.
if(ARGUMENT AND NOT EXISTS "${ARGUMENT}")
    message("skipped: ${ARGUMENT} is not there")
    return()
endif()
execute_process(COMMAND "${PROGRAM}" ${ARGUMENT} OUTPUT_VARIABLE printed ERROR_VARIABLE errors RESULT_VARIABLE exit)
if(NOT exit EQUAL 0)
    message(FATAL_ERROR "${PROGRAM}: exit ${exit}\n${errors}")
endif()
file(READ "${RECORDED}" recorded)
if(NOT printed STREQUAL recorded)
    message(FATAL_ERROR "${PROGRAM} no longer prints ${RECORDED} but\n${printed}")
endif()
