# find_package(dllmain-lint): the program of this installation, and dllmain_lint_target().
get_filename_component(_dllmain_lint_prefix "${CMAKE_CURRENT_LIST_DIR}/../../.." ABSOLUTE)
find_program(DLLMAIN_LINT_EXECUTABLE dllmain-lint HINTS "${_dllmain_lint_prefix}/bin"
  DOC "The program dllmain-lint")
unset(_dllmain_lint_prefix)
include("${CMAKE_CURRENT_LIST_DIR}/DllmainLint.cmake")
