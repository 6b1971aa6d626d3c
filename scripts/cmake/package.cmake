# What is installed, and the packages that CPack makes of it.  Included by the top CMakeLists.txt;
# scripts/package runs it all.
include(CMakePackageConfigHelpers)
include(GNUInstallDirs)

install(TARGETS dllmain-lint dllmain-lint-worker RUNTIME DESTINATION ${CMAKE_INSTALL_BINDIR})

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
install(DIRECTORY testdata/pictures DESTINATION ${CMAKE_INSTALL_DOCDIR}/testdata)
install(FILES rules/README.md RENAME rules.md DESTINATION ${CMAKE_INSTALL_DOCDIR})
install(DIRECTORY rules/schema DESTINATION ${share}/dllmain-lint)
install(FILES scripts/ci/dllmain-lint.targets DESTINATION ${share}/dllmain-lint)

# Manual page and completions, where systems look for them: Debian's zsh elsewhere than others', and
# PowerShell nowhere; its file is to be named in $PROFILE.  Generated where the program can be run.
set(generated
  man share/man/man1/dllmain-lint.1
  bash share/bash-completion/completions/dllmain-lint
  zsh share/zsh/site-functions/_dllmain-lint
  zsh share/zsh/vendor-completions/_dllmain-lint
  fish share/fish/vendor_completions.d/dllmain-lint.fish
  powershell share/dllmain-lint/dllmain-lint.ps1)
if(NOT CMAKE_CROSSCOMPILING)
  while(generated)
    list(POP_FRONT generated kind path)
    set(file ${CMAKE_BINARY_DIR}/generated/${path})
    cmake_path(GET file PARENT_PATH folder)
    file(MAKE_DIRECTORY ${folder})
    add_custom_command(OUTPUT ${file} COMMAND dllmain-lint --no-config --generate ${kind} -o ${file}
      DEPENDS dllmain-lint VERBATIM)
    list(APPEND generated_files ${file})
    cmake_path(GET path PARENT_PATH folder)
    string(REGEX REPLACE "^share" "${share}" folder ${folder})
    install(FILES ${file} DESTINATION ${folder})
  endwhile()
  add_custom_target(generated ALL DEPENDS ${generated_files})
endif()

# Jobs for servers, the pre-commit hook and the GitHub action, to be copied.
set(examples ${CMAKE_INSTALL_DOCDIR}/examples)
install(FILES scripts/ci/Dockerfile scripts/ci/Jenkinsfile scripts/ci/azure-pipelines.yml
  scripts/ci/gitlab-ci.yml DESTINATION ${examples})
install(FILES .pre-commit-hooks.yaml RENAME pre-commit-hooks.yaml DESTINATION ${examples})
install(FILES .github/actions/lint/action.yml RENAME github-action.yml DESTINATION ${examples})

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
