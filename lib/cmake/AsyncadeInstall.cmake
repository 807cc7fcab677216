# SPDX-License-Identifier: MIT
# Installs the library, so that find_package(Asyncade) gives Asyncade::Asyncade.
include(GNUInstallDirs)
include(CMakePackageConfigHelpers)

set(package_folder ${CMAKE_INSTALL_LIBDIR}/cmake/Asyncade)
install(TARGETS asyncade EXPORT AsyncadeTargets ARCHIVE DESTINATION ${CMAKE_INSTALL_LIBDIR} COMPONENT library)
install(DIRECTORY ${CMAKE_CURRENT_SOURCE_DIR}/include/asyncade DESTINATION ${CMAKE_INSTALL_INCLUDEDIR} COMPONENT library)
install(EXPORT AsyncadeTargets NAMESPACE Asyncade:: DESTINATION ${package_folder} COMPONENT library)
install(FILES ${CMAKE_CURRENT_SOURCE_DIR}/../LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR} COMPONENT library)

configure_package_config_file(${CMAKE_CURRENT_LIST_DIR}/AsyncadeConfig.cmake.in ${CMAKE_CURRENT_BINARY_DIR}/AsyncadeConfig.cmake
                              INSTALL_DESTINATION ${package_folder})
write_basic_package_version_file(${CMAKE_CURRENT_BINARY_DIR}/AsyncadeConfigVersion.cmake COMPATIBILITY SameMinorVersion)
install(FILES ${CMAKE_CURRENT_BINARY_DIR}/AsyncadeConfig.cmake ${CMAKE_CURRENT_BINARY_DIR}/AsyncadeConfigVersion.cmake
        DESTINATION ${package_folder} COMPONENT library)
