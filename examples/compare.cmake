# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# cmake -D PROGRAM=FILE -D RECORDED=FILE.txt -P compare.cmake: fails unless PROGRAM prints what was recorded.
# To record anew, run the program from the top of the checkout: PROGRAM > RECORDED; the difference is reviewed.
execute_process(COMMAND "${PROGRAM}" OUTPUT_VARIABLE printed ERROR_VARIABLE errors RESULT_VARIABLE exit)
if(NOT exit EQUAL 0)
    message(FATAL_ERROR "${PROGRAM}: exit ${exit}\n${errors}")
endif()
file(READ "${RECORDED}" recorded)
if(NOT printed STREQUAL recorded)
    message(FATAL_ERROR "${PROGRAM} no longer prints ${RECORDED} but\n${printed}")
endif()
