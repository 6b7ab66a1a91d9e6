# SPDX-FileCopyrightText: 2026 the capgraph authors
# SPDX-License-Identifier: BSL-1.0

# cmake -D DOXYGEN=PROGRAM -D BINARY=FOLDER -P reference.cmake: writes the reference; fails on what is wrong in a
# docstring, and on a type or a function of the namespace that has none. A member whose name says it all needs no word,
# nor do the options of the function beside them, nor what Boost.Graph defines (get(boost::edge_weight, g)).
file(REMOVE_RECURSE "${BINARY}/html")
execute_process(COMMAND "${DOXYGEN}" "${BINARY}/Doxyfile" RESULT_VARIABLE exit)
file(STRINGS "${BINARY}/warnings" warnings ENCODING UTF-8)
list(FILTER warnings EXCLUDE REGEX
    "Member .* of (class|struct) .* is not documented|_options is not documented|Member get\\(boost::")
# Doxygen's own trouble with a specialisation of std::hash.
list(FILTER warnings EXCLUDE REGEX "Internal inconsistency: scope for class std::hash")
if(warnings OR NOT exit EQUAL 0)
    list(JOIN warnings "\n" warnings)
    message("${warnings}")
    message(FATAL_ERROR "the reference is wrong or wanting")
endif()
