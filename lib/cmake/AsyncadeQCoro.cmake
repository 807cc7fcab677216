# SPDX-License-Identifier: MIT
# QCoro: the installed package where there is one, else a pinned release (ASYNCADE_FETCH_QCORO=OFF forbids that).
find_package(QCoro6 0.8 QUIET COMPONENTS Core)
if(NOT QCoro6_FOUND)
    if(NOT ASYNCADE_FETCH_QCORO)
        message(FATAL_ERROR "QCoro 0.8 or newer was not found. Install it (Debian: qcoro-qt6-dev) "
                            "or configure with -DASYNCADE_FETCH_QCORO=ON.")
    endif()
    message(STATUS "QCoro is not installed: fetching release 0.8.0")
    include(FetchContent)
    set(QCORO_BUILD_EXAMPLES OFF)
    set(QCORO_BUILD_TESTING OFF)
    set(QCORO_WITH_QTDBUS OFF)
    set(QCORO_WITH_QTNETWORK OFF)
    set(QCORO_WITH_QTWEBSOCKETS OFF)
    set(QCORO_WITH_QTQUICK OFF)
    set(QCORO_WITH_QML OFF)
    set(USE_QT_VERSION 6)
    FetchContent_Declare(QCoro GIT_REPOSITORY https://github.com/danvratil/qcoro.git GIT_TAG v0.8.0)
    FetchContent_MakeAvailable(QCoro)
    # In its own build tree <QCoroTask> lies in a folder that only the installed package puts on the include path.
    target_include_directories(QCoro6Coro INTERFACE $<BUILD_INTERFACE:${qcoro_BINARY_DIR}/qcoro/QCoro>)
endif()
