# SPDX-License-Identifier: MIT
# Included by app/CMakeLists.txt: finds Qt's tools for translations and makes the target `translations`.
# Run as a script (cmake -DSOURCES=… -DSCENARIOS=… -DFILE=… -DLUPDATE=… -DLCONVERT=… -P): brings FILE up to date with the texts in the
# folders SOURCES and SCENARIOS. New texts come into it as "unfinished", those that are gone leave it, and all stand in the order of
# the sources, so that two people's new texts seldom meet in one place.
if(NOT CMAKE_SCRIPT_MODE_FILE)
    foreach(tool lrelease lupdate lconvert)
        string(TOUPPER ASYNCADE_${tool} variable)
        find_program(${variable} ${tool} HINTS ${QT6_INSTALL_PREFIX}/${QT6_INSTALL_BINS})
    endforeach()
    if(NOT ASYNCADE_LRELEASE)
        message(FATAL_ERROR "Qt's lrelease, which compiles the texts in other languages, was not found. "
                            "Install qt6-l10n-tools, or set ASYNCADE_LRELEASE to the program.")
    endif()
    add_custom_target(translations)
    foreach(language IN LISTS ASYNCADE_LANGUAGES)
        add_custom_command(TARGET translations POST_BUILD
            COMMAND ${CMAKE_COMMAND} -DSOURCES=${CMAKE_CURRENT_SOURCE_DIR} -DSCENARIOS=${PROJECT_SOURCE_DIR}/resources/scenarios
                    -DFILE=${ASYNCADE_TRANSLATIONS}/asyncade_${language}.ts
                    -DLUPDATE=${ASYNCADE_LUPDATE} -DLCONVERT=${ASYNCADE_LCONVERT} -P ${CMAKE_CURRENT_LIST_FILE}
            VERBATIM)
    endforeach()
    return()
endif()

get_filename_component(folder ${FILE} DIRECTORY)
string(REGEX REPLACE "^.*_([a-z]+)\\.ts$" "\\1" language ${FILE})
set(ordered ${folder}/ordered_${language}.ts)
set(of_scenarios ${folder}/scenarios.cpp)

# text(JSON KEY...): a text of a scenario, as lupdate reads it.
function(text json)
    string(JSON words ERROR_VARIABLE none GET "${json}" ${ARGN})
    if(NOT none)
        string(REPLACE "\\" "\\\\" words "${words}")
        string(REPLACE "\"" "\\\"" words "${words}")
        file(APPEND ${of_scenarios} "QT_TRANSLATE_NOOP(\"Scenarios\", \"${words}\")\n")
    endif()
endfunction()

file(WRITE ${of_scenarios} "// What the shipped scenarios tell people.\n")
file(GLOB scenarios ${SCENARIOS}/*.json)
foreach(scenario IN LISTS scenarios)
    file(READ ${scenario} json)
    text("${json}" title)
    foreach(key what how use notice try further)
        text("${json}" info ${key})
    endforeach()
    foreach(strip RANGE 2)
        text("${json}" compare ${strip} name)
    endforeach()
endforeach()

file(REMOVE ${ordered})
foreach(target ${FILE} ${ordered})
    execute_process(COMMAND ${LUPDATE} -silent -no-obsolete -locations none -source-language en -target-language ${language}
                            ${SOURCES} ${of_scenarios} -ts ${target}
                    COMMAND_ERROR_IS_FATAL ANY)
endforeach()
# Later files' translations take precedence, the first one's order stays.
execute_process(COMMAND ${LCONVERT} -i ${ordered} -i ${FILE} -o ${FILE} COMMAND_ERROR_IS_FATAL ANY)
file(REMOVE ${ordered} ${of_scenarios})
