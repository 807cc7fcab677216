# SPDX-License-Identifier: MIT
# Runs PROGRAM with next to no work: it must succeed and print every row.
execute_process(COMMAND ${PROGRAM} --smoke OUTPUT_VARIABLE printed RESULT_VARIABLE status)
if(NOT status EQUAL 0)
    message(FATAL_ERROR "status ${status}, printed:\n${printed}")
endif()
foreach(row IN ITEMS "gather" "sleep storm" "bounded map" "limiter" "debounce" "timeout, ready" "timeout, pending" "retry"
                     "virtual sleeps" "virtual, all in flight" "  peak memory, MB" "  least possible" "observer off")
    string(FIND "${printed}" "\n${row} " position)
    if(position EQUAL -1)
        message(FATAL_ERROR "the row \"${row}\" is missing:\n${printed}")
    endif()
endforeach()
