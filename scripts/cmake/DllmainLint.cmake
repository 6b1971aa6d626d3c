# dllmain_lint_target(<target of a shared or module library>
#     [SARIF <file>] [BASELINE <file>] [CONFIG <file>] [ARGS <argument>...]
#     [TEST]        adds the test dllmain-lint.<target>
#     [ON_BUILD]    runs after each link of the target; findings fail the build
#     [WARN_ONLY])  prints findings and fails for nothing but errors of the run
#
# Always adds the target <target>-dllmain-lint, and makes dllmain-lint-all depend on it.
#
# The paths of findings cross translation units, so what is analysed is the linked target: one run a
# DLL, after its build (headers that the build generates are there then).  Which sources make the DLL
# is told by CMake's File API, whose query is written here.  A query is answered by the next run of
# CMake, so the first analysis of a new build folder runs CMake once more.  The commands are those of
# compile_commands.json, which the generators Ninja and Makefiles write.
include_guard(GLOBAL)

set(_DLLMAIN_LINT_FOLDER "${CMAKE_CURRENT_LIST_DIR}")

if(NOT DLLMAIN_LINT_EXECUTABLE)
  find_program(DLLMAIN_LINT_EXECUTABLE dllmain-lint DOC "The program dllmain-lint")
endif()

# Has an effect on targets that are made from here on.
set(CMAKE_EXPORT_COMPILE_COMMANDS ON)
file(WRITE "${CMAKE_BINARY_DIR}/.cmake/api/v1/query/codemodel-v2" "")

# The command that analyses a target, as a list.
function(_dllmain_lint_command result target prefix)
  set(command "${DLLMAIN_LINT_EXECUTABLE}" -p "${CMAKE_BINARY_DIR}" --module "${target}"
    --source-root "${CMAKE_SOURCE_DIR}")
  foreach(option CONFIG BASELINE SARIF)
    if(${prefix}_${option})
      string(TOLOWER "--${option}=" word)
      list(APPEND command "${word}${${prefix}_${option}}")
    endif()
  endforeach()
  if(${prefix}_WARN_ONLY)
    list(APPEND command --exit-zero)
  endif()
  set(${result} ${command} ${${prefix}_ARGS} PARENT_SCOPE)
endfunction()

function(dllmain_lint_target target)
  cmake_parse_arguments(PARSE_ARGV 1 lint "TEST;ON_BUILD;WARN_ONLY" "SARIF;BASELINE;CONFIG" "ARGS")
  if(lint_UNPARSED_ARGUMENTS OR lint_KEYWORDS_MISSING_VALUES)
    message(FATAL_ERROR "dllmain_lint_target(${target}): unknown, or without a value: "
      "${lint_UNPARSED_ARGUMENTS} ${lint_KEYWORDS_MISSING_VALUES}")
  endif()
  if(NOT TARGET ${target})
    message(FATAL_ERROR "dllmain_lint_target(${target}): there is no such target")
  endif()
  get_target_property(type ${target} TYPE)
  if(NOT type MATCHES "^(SHARED|MODULE)_LIBRARY$")
    message(FATAL_ERROR "dllmain_lint_target(${target}): expected a SHARED or MODULE library, which "
      "has a DllMain; this is a ${type}")
  endif()
  if(NOT DLLMAIN_LINT_EXECUTABLE)
    message(WARNING "dllmain_lint_target(${target}): the program dllmain-lint was not found, the "
      "target is not analysed; set DLLMAIN_LINT_EXECUTABLE")
    return()
  endif()

  _dllmain_lint_command(command ${target} lint)
  set(model "${CMAKE_COMMAND}" "-DBUILD=${CMAKE_BINARY_DIR}" -P
    "${_DLLMAIN_LINT_FOLDER}/DllmainLintModel.cmake")
  add_custom_target(${target}-dllmain-lint COMMAND ${model} COMMAND ${command}
    WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" COMMENT "dllmain-lint ${target}" VERBATIM USES_TERMINAL)
  add_dependencies(${target}-dllmain-lint ${target})
  if(NOT TARGET dllmain-lint-all)
    add_custom_target(dllmain-lint-all)
  endif()
  add_dependencies(dllmain-lint-all ${target}-dllmain-lint)

  if(lint_ON_BUILD)
    add_custom_command(TARGET ${target} POST_BUILD COMMAND ${model} COMMAND ${command}
      WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}" COMMENT "dllmain-lint ${target}" VERBATIM)
  endif()
  if(lint_TEST)
    add_test(NAME dllmain-lint.${target}.model COMMAND ${model})
    add_test(NAME dllmain-lint.${target} COMMAND ${command} WORKING_DIRECTORY "${CMAKE_SOURCE_DIR}")
    set_tests_properties(dllmain-lint.${target}.model PROPERTIES
      FIXTURES_SETUP dllmain-lint.${target} RESOURCE_LOCK dllmain-lint.model LABELS dllmain-lint)
    set_tests_properties(dllmain-lint.${target} PROPERTIES
      FIXTURES_REQUIRED dllmain-lint.${target} LABELS dllmain-lint)
  endif()
endfunction()
