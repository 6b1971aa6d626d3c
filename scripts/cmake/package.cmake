# What is installed, and the packages that CPack makes of it.  Included by the top CMakeLists.txt;
# scripts/package runs it all.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

install(TARGETS dllmain-lint RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

# Below share/, as nothing of it depends on the processor.
set(share ${CMAKE_INSTALL_DATADIR})
write_basic_package_version_file(${CMAKE_BINARY_DIR}/dllmain-lint-config-version.cmake
  COMPATIBILITY SameMajorVersion ARCH_INDEPENDENT)
install(FILES
  scripts/cmake/DllmainLint.cmake
  scripts/cmake/DllmainLintModel.cmake
  scripts/cmake/dllmain-lint-config.cmake
  ${CMAKE_BINARY_DIR}/dllmain-lint-config-version.cmake
  DESTINATION ${share}/cmake/dllmain-lint)
install(FILES README.md LICENSE DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(FILES rules/README.md RENAME rules.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY rules/schema DESTINATION ${share}/dllmain-lint)
install(FILES scripts/ci/dllmain-lint.targets DESTINATION ${share}/dllmain-lint)

set(CPACK_GENERATOR "DEB;TGZ")
set(CPACK_STRIP_FILES ON)
set(CPACK_PACKAGE_NAME dllmain-lint)
set(CPACK_PACKAGE_VENDOR "dllmain-lint")
set(CPACK_PACKAGE_DESCRIPTION_SUMMARY
  "finds what Windows DLLs must not do while the loader lock is held")
set(CPACK_PACKAGE_DESCRIPTION "A static analyzer for C and C++: starts from DllMain and all other \
code that Windows runs under the loader lock, follows its calls through the DLL, and reports the \
APIs that deadlock or crash there, with the path.")
set(CPACK_RESOURCE_FILE_LICENSE ${CMAKE_SOURCE_DIR}/LICENSE)
set(CPACK_PACKAGE_CONTACT "dllmain-lint maintainers <maintainers@dllmain-lint.invalid>")
set(CPACK_PACKAGING_INSTALL_PREFIX /usr)
set(CPACK_DEBIAN_FILE_NAME DEB-DEFAULT)
set(CPACK_DEBIAN_PACKAGE_SECTION devel)
# The libraries come from dpkg-shlibdeps; the headers that libclang needs at run time it cannot see.
set(CPACK_DEBIAN_PACKAGE_SHLIBDEPS ON)
set(CPACK_DEBIAN_PACKAGE_DEPENDS libclang-common-19-dev)
set(CPACK_DEBIAN_PACKAGE_RECOMMENDS "mingw-w64-x86-64-dev, mingw-w64-i686-dev, \
g++-mingw-w64-x86-64-posix, g++-mingw-w64-i686-posix")
include(CPack)
