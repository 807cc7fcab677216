# SPDX-License-Identifier: MIT
# What every target of this project shares: warnings, sanitizers, and one function for tests.

add_library(asyncade_options INTERFACE)
target_compile_options(asyncade_options INTERFACE -Wall -Wextra -Wpedantic -Wshadow
                       $<$<BOOL:${ASYNCADE_WERROR}>:-Werror>)
if(ASYNCADE_SANITIZE)
    # The sanitizers hold for every target of the build: code with and without them must not be mixed.
    add_compile_options(-fsanitize=${ASYNCADE_SANITIZE} -fno-omit-frame-pointer -fno-sanitize-recover=all)
    add_link_options(-fsanitize=${ASYNCADE_SANITIZE})
endif()

# asyncade_app_layer(NAME SOURCES ... LINKS ... PRECOMPILE ...): one layer of the playground, a static library with app/ as include
# root. What most of its sources include from outside is precompiled, which halves the time of a build.
function(asyncade_app_layer name)
    cmake_parse_arguments(arg "" "" "SOURCES;LINKS;PRECOMPILE" ${ARGN})
    add_library(asyncade_${name} STATIC ${arg_SOURCES})
    set_target_properties(asyncade_${name} PROPERTIES AUTOMOC ON)
    target_include_directories(asyncade_${name} PUBLIC ${PROJECT_SOURCE_DIR}/app)
    target_link_libraries(asyncade_${name} PUBLIC ${arg_LINKS} PRIVATE asyncade_options)
    if(ASYNCADE_PRECOMPILE)
        target_precompile_headers(asyncade_${name} PRIVATE <algorithm> <chrono> <functional> <memory> <optional> <variant> <vector>
                                  <QCoreApplication> <QHash> <QJsonArray> <QJsonDocument> <QJsonObject> <QStringList> ${arg_PRECOMPILE})
    endif()
endfunction()

# asyncade_precompile_test(TARGET): what all tests of a folder include from outside is precompiled once, by the first of them; those
# that link the same are compiled alike and reuse it.
function(asyncade_precompile_test target)
    if(NOT ASYNCADE_PRECOMPILE)
        return()
    endif()
    get_target_property(links ${target} LINK_LIBRARIES)
    get_directory_property(first ASYNCADE_FIRST_TEST)
    if(first)
        get_target_property(first_links ${first} LINK_LIBRARIES)
        if(links STREQUAL first_links)
            target_precompile_headers(${target} REUSE_FROM ${first})
        endif()
        return()
    endif()
    set_directory_properties(PROPERTIES ASYNCADE_FIRST_TEST ${target})
    target_precompile_headers(${target} PRIVATE <algorithm> <chrono> <functional> <memory> <optional> <string> <vector> <QTest>)
    if("asyncade" IN_LIST links OR "asyncade_engine" IN_LIST links)
        target_precompile_headers(${target} PRIVATE <coroutine> <stop_token> <QCoroAsyncGenerator> <QCoroTask>)
    endif()
    if("asyncade_view" IN_LIST links)
        target_precompile_headers(${target} PRIVATE <QtWidgets>)
    elseif("asyncade_picture" IN_LIST links)
        target_precompile_headers(${target} PRIVATE <QtGui>)
    endif()
endfunction()

# asyncade_test(PATH LINKS ...): the test in PATH_test.cpp (relative to the calling folder), named after its path below tests/.
function(asyncade_test path)
    cmake_parse_arguments(arg "" "" "LINKS" ${ARGN})
    cmake_path(RELATIVE_PATH CMAKE_CURRENT_SOURCE_DIR BASE_DIRECTORY ${PROJECT_SOURCE_DIR}/tests OUTPUT_VARIABLE folder)
    set(test_name ${folder}/${path})
    string(REPLACE "/" "_" target test_${test_name})
    add_executable(${target} ${path}_test.cpp)
    set_target_properties(${target} PROPERTIES AUTOMOC ON)
    # The libraries are optimised as their users have them; the tests around them only have to be built soon.
    target_compile_options(${target} PRIVATE $<$<CONFIG:Release>:-O1>)
    target_include_directories(${target} PRIVATE ${PROJECT_SOURCE_DIR}/tests)
    target_link_libraries(${target} PRIVATE Qt6::Test asyncade_options ${arg_LINKS})
    asyncade_precompile_test(${target})
    add_test(NAME ${test_name} COMMAND ${target})
    set_tests_properties(${test_name} PROPERTIES ENVIRONMENT "QT_QPA_PLATFORM=offscreen;LC_ALL=C.UTF-8;LANGUAGE=")
    if(folder STREQUAL lib)
        asyncade_library_tests(${target})
    endif()
endfunction()

# asyncade_library_tests(TARGET ...): what `library_tests` builds, so that the sanitizers need not build the playground.
function(asyncade_library_tests)
    if(NOT TARGET library_tests)
        add_custom_target(library_tests)
    endif()
    add_dependencies(library_tests ${ARGN})
endfunction()
