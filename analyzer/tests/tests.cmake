# Tests beside the Criterion programs: cases with goldens, the sample project, the command line, the
# SARIF schema, the packs' schema, and the structure of the sources.  Included by CMakeLists.txt.

# Debian's own interpreter has the packages of scripts/install; one earlier in PATH may not.
find_program(DLLMAIN_LINT_PYTHON NAMES python3 PATHS /usr/bin NO_DEFAULT_PATH)
find_program(DLLMAIN_LINT_PYTHON NAMES python3 REQUIRED)

set(TESTS ${CMAKE_CURRENT_LIST_DIR})
set(CASES_RUN ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/cases/run.py --program $<TARGET_FILE:dllmain-lint>)
# libclang 19 needs no suppressions: it leaks nothing, not even for sources with errors.
# When it saves a preamble, it gives the thread a signal stack that AddressSanitizer takes for its
# own: that must have none.
set(TEST_ENVIRONMENT "ASAN_OPTIONS=detect_leaks=1:use_sigaltstack=0" "UBSAN_OPTIONS=print_stacktrace=1")

# plain_test(name COMMAND...): a test that needs a file which must be there.
function(plain_test name script)
  if(NOT EXISTS ${script})
    message(WARNING "no test ${name}: ${script} is missing")
    return()
  endif()
  add_test(NAME ${name} COMMAND ${ARGN} WORKING_DIRECTORY ${CMAKE_SOURCE_DIR})
  set_tests_properties(${name} PROPERTIES ENVIRONMENT "${TEST_ENVIRONMENT}" TIMEOUT 600)
endfunction()

# once_test(name COMMAND...): a plain_test() that one build runs, the faster one: it looks at files
# alone, or at what the program writes and not at how it gets there.
function(once_test)
  if(NOT DLLMAIN_LINT_TEST_SHARE STREQUAL first)
    plain_test(${ARGN})
  endif()
endfunction()

# borrowed_test(name COMMAND...): a once_test() of what needs somebody else's program, skipped where
# that cannot be had.
function(borrowed_test name)
  once_test(${name} ${ARGN})
  if(TEST ${name})
    set_tests_properties(${name} PROPERTIES SKIP_RETURN_CODE 77 COST 30)
  endif()
endfunction()

# logs_test(name TEST...): validates the SARIF logs that these tests have written into ${LOGS}/TEST.
# They are its fixture: asking for it alone runs them before it, and no older log is ever taken.  What
# the logs hold goes on, merged, to sarif.multitool.
set(LOGS ${CMAKE_BINARY_DIR}/sarif)
# In a divided run, no more results of a log's area that are alike but for names and places.
set(ALIKE 0)
if(DLLMAIN_LINT_TEST_SHARE)
  set(ALIKE 1)
endif()
set(MERGED)
function(logs_test name)
  set(lists)
  foreach(writer ${ARGN})
    list(APPEND lists --listed ${LOGS}/${writer}/logs)
  endforeach()
  plain_test(sarif.${name} ${TESTS}/report/validate_sarif.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/report/validate_sarif.py
    --merge-into ${LOGS}/merged/${name} --alike ${ALIKE} ${lists})
  set_tests_properties(${ARGN} PROPERTIES FIXTURES_SETUP logs.${name})
  set_tests_properties(sarif.${name} PROPERTIES FIXTURES_REQUIRED logs.${name} FIXTURES_SETUP merged)
  set(MERGED ${MERGED} ${LOGS}/merged/${name} PARENT_SCOPE)
endfunction()

# cases_tests(area): the tests cases.* of an area and the test of their logs.
function(cases_tests area)
  get_filename_component(name ${area} NAME)
  file(GLOB cases CONFIGURE_DEPENDS ${area}/*.c ${area}/*.cc ${area}/*.cpp ${area}/*.cxx
    ${area}/*/expected)
  list(LENGTH cases n)
  math(EXPR parts "${n} / ${CASES_PER_TEST} + 1")
  math(EXPR cost "${n} / ${parts}")
  set(tests)
  # Without sanitizers, the cases of an area share a cache and stand on preambles: results do not
  # depend on that.  It saves nothing under AddressSanitizer, but for one area it is tried there, nor
  # where each case has other headers.
  set(cache)
  if(name STREQUAL phases OR NOT (DLLMAIN_LINT_SANITIZE OR name STREQUAL cplusplus))
    set(cache --cache ${CMAKE_BINARY_DIR}/cases.cache/${name})
    if(name MATCHES "^(config|founding|modules|roots|suppressions)$")
      list(APPEND cache --again)
    endif()
  endif()
  foreach(part RANGE 1 ${parts})
    # The first build takes every 20th part, the second one all others.
    math(EXPR rest "${part} % 20")
    if((DLLMAIN_LINT_TEST_SHARE STREQUAL first AND NOT rest EQUAL 1) OR
       (DLLMAIN_LINT_TEST_SHARE STREQUAL second AND rest EQUAL 1))
      continue()
    endif()
    set(test cases.${name})
    if(parts GREATER 1)
      string(APPEND test .${part})
    endif()
    plain_test(${test} ${TESTS}/cases/run.py
      ${CASES_RUN} --part ${part}/${parts} ${cache} --sarif-into ${LOGS}/${test} ${area})
    set_tests_properties(${test} PROPERTIES COST ${cost})
    list(APPEND tests ${test})
  endforeach()
  if(tests)
    logs_test(${name} ${tests})
    set(MERGED ${MERGED} PARENT_SCOPE)
  endif()
endfunction()

once_test(structure ${CMAKE_SOURCE_DIR}/scripts/check-structure
  ${DLLMAIN_LINT_PYTHON} -B ${CMAKE_SOURCE_DIR}/scripts/check-structure)
once_test(structure.self-test ${CMAKE_SOURCE_DIR}/scripts/check-structure
  ${DLLMAIN_LINT_PYTHON} -B ${CMAKE_SOURCE_DIR}/scripts/check-structure --self-test)
once_test(packs.schema ${TESTS}/packs/schema.py
  ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/packs/schema.py)
once_test(packs.taken ${TESTS}/packs/taken.py
  ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/packs/taken.py)
once_test(packs.four_cases ${TESTS}/packs/four_cases.py
  ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/packs/four_cases.py)
once_test(packs.documentation ${CMAKE_SOURCE_DIR}/scripts/document-rules
  ${DLLMAIN_LINT_PYTHON} -B ${CMAKE_SOURCE_DIR}/scripts/document-rules --check)
once_test(packs.new_rule ${TESTS}/packs/new_rule.py
  ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/packs/new_rule.py)
once_test(harness ${TESTS}/cases/test_harness.py
  ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/cases/test_harness.py)

if(TARGET dllmain-lint)
  # Tests of some 20 cases of an area each, so that they run in parallel; the largest start first.
  # The runs write the SARIF logs, too, which the area's test sarif.* validates afterwards.
  set(CASES_PER_TEST 20)
  file(GLOB areas CONFIGURE_DEPENDS LIST_DIRECTORIES true ${CMAKE_SOURCE_DIR}/testdata/cases/*)
  foreach(area ${areas})
    if(IS_DIRECTORY ${area})
      cases_tests(${area})
    endif()
  endforeach()

  # The sample project, as its database says and as for 32 bits.
  once_test(sample.x86_64 ${CMAKE_SOURCE_DIR}/testdata/sample/compile_commands.json
    ${CASES_RUN} --show cuts --golden ${TESTS}/cases/sample.expected
    --sarif-into ${LOGS}/sample.x86_64 ${CMAKE_SOURCE_DIR}/testdata/sample)
  once_test(sample.i686 ${CMAKE_SOURCE_DIR}/testdata/sample/compile_commands.json
    ${CASES_RUN} --show cuts --golden ${TESTS}/cases/sample-i686.expected
    --option=--target --option=i686-w64-windows-gnu
    --sarif-into ${LOGS}/sample.i686 ${CMAKE_SOURCE_DIR}/testdata/sample)

  if(TEST sample.x86_64)
    logs_test(sample sample.x86_64 sample.i686)
  endif()
  once_test(sample.same_output ${TESTS}/cases/same_output.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/cases/same_output.py
    $<TARGET_FILE:dllmain-lint> ${CMAKE_SOURCE_DIR}/testdata/sample)

  once_test(report.line_formats ${TESTS}/report/line_formats.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/report/line_formats.py
    $<TARGET_FILE:dllmain-lint> ${CMAKE_SOURCE_DIR}/testdata/sample)

  find_program(DLLMAIN_LINT_CHROMIUM NAMES chromium chromium-browser google-chrome)
  # Microsoft's validator, from npm, kept in the folder of all builds.  Both builds run it, each over
  # the logs of its own share of the cases.
  plain_test(sarif.multitool ${TESTS}/report/multitool.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/report/multitool.py ${CMAKE_SOURCE_DIR}/build/npm
    $<TARGET_FILE:dllmain-lint> ${CMAKE_SOURCE_DIR}/testdata/sample ${MERGED})
  set_tests_properties(sarif.multitool PROPERTIES SKIP_RETURN_CODE 77 FIXTURES_REQUIRED merged
    TIMEOUT 1800)
  # The viewer of Azure DevOps, from npm, too.
  borrowed_test(sarif.web_component ${TESTS}/report/web_component.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/report/web_component.py ${CMAKE_SOURCE_DIR}/build/npm
    $<TARGET_FILE:dllmain-lint> ${CMAKE_SOURCE_DIR}/testdata/sample ${DLLMAIN_LINT_CHROMIUM})
  once_test(report.terminal ${TESTS}/report/terminal.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/report/terminal.py $<TARGET_FILE:dllmain-lint>)
  borrowed_test(report.dot_graph ${TESTS}/report/dot_graph.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/report/dot_graph.py
    $<TARGET_FILE:dllmain-lint> ${CMAKE_SOURCE_DIR}/testdata/sample)
  # The page in a real browser.
  borrowed_test(report.html_page ${TESTS}/report/html_page.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/report/html_page.py
    $<TARGET_FILE:dllmain-lint> ${CMAKE_SOURCE_DIR}/testdata/sample ${DLLMAIN_LINT_CHROMIUM})

  once_test(report.consumers ${TESTS}/report/test_consumers.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/report/test_consumers.py)
  # The pictures of the README.
  borrowed_test(report.pictures ${TESTS}/report/pictures.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/report/pictures.py ${CMAKE_SOURCE_DIR}/build/npm
    $<TARGET_FILE:dllmain-lint> ${CMAKE_SOURCE_DIR}/testdata/sample ${DLLMAIN_LINT_CHROMIUM})
  # Baselines of branches, merged by git.
  borrowed_test(baseline.merge ${TESTS}/verdict/baseline_merge.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/verdict/baseline_merge.py $<TARGET_FILE:dllmain-lint>)

  once_test(packs.agree ${TESTS}/packs/agree.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/packs/agree.py $<TARGET_FILE:dllmain-lint>)
  once_test(cli ${TESTS}/cli/run.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/cli/run.py --program $<TARGET_FILE:dllmain-lint>)
  if(TEST cli)
    set_tests_properties(cli PROPERTIES COST 100) # long, so it is not to start last
  endif()
  once_test(packs.called ${TESTS}/packs/called.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/packs/called.py $<TARGET_FILE:dllmain-lint>)
  once_test(cli.config_schema ${TESTS}/cli/config_schema.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/cli/config_schema.py $<TARGET_FILE:dllmain-lint>)
  once_test(cli.generated ${TESTS}/cli/generated.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/cli/generated.py $<TARGET_FILE:dllmain-lint>)
  once_test(cache ${TESTS}/cli/cache.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/cli/cache.py $<TARGET_FILE:dllmain-lint>)
  once_test(worker ${TESTS}/cli/worker.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/cli/worker.py $<TARGET_FILE:dllmain-lint>)
  once_test(ninja ${TESTS}/cli/ninja.py
    ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/cli/ninja.py $<TARGET_FILE:dllmain-lint>)
  once_test(package ${TESTS}/package/run.py ${DLLMAIN_LINT_PYTHON} -B ${TESTS}/package/run.py
    ${CMAKE_BINARY_DIR} ${CMAKE_SOURCE_DIR}/testdata/package)
endif()

# Facts on precompiled preambles, of some units of every area in C and C++.
if(TARGET same_facts AND NOT DLLMAIN_LINT_TEST_SHARE STREQUAL first)
  file(GLOB same_c CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/testdata/cases/*/*.c)
  file(GLOB same_cpp CONFIGURE_DEPENDS ${CMAKE_SOURCE_DIR}/testdata/cases/*/*.cpp)
  list(LENGTH same_c n_c)
  list(LENGTH same_cpp n_cpp)
  set(same_files ${CMAKE_SOURCE_DIR}/testdata/preambles/defines.c
    ${CMAKE_SOURCE_DIR}/testdata/preambles/twice.c
    ${CMAKE_SOURCE_DIR}/testdata/preambles/classes.cpp)
  foreach(i RANGE 0 ${n_c} 250)
    list(GET same_c ${i} file)
    list(APPEND same_files ${file})
  endforeach()
  foreach(i RANGE 0 ${n_cpp} 250)
    list(GET same_cpp ${i} file)
    list(APPEND same_files ${file})
  endforeach()
  foreach(target x86_64 i686)
    file(MAKE_DIRECTORY ${CMAKE_BINARY_DIR}/preambles/${target})
    add_test(NAME facts.same.${target} COMMAND same_facts ${CMAKE_BINARY_DIR}/preambles/${target}
      ${target}-w64-windows-gnu ${same_files})
    set_tests_properties(facts.same.${target} PROPERTIES ENVIRONMENT "${TEST_ENVIRONMENT}"
      TIMEOUT 600 COST 30)
  endforeach()
endif()

# The Criterion programs get the same environment; in a divided run without the search for leaks,
# which is half of their time, as each test is a process of its own.  There the cases have it.
set(UNIT_ENVIRONMENT ${TEST_ENVIRONMENT})
if(DLLMAIN_LINT_TEST_SHARE)
  list(TRANSFORM UNIT_ENVIRONMENT REPLACE detect_leaks=1 detect_leaks=0)
endif()
get_property(unit_tests DIRECTORY PROPERTY TESTS)
foreach(test ${unit_tests})
  if(test MATCHES "^unit\\.")
    set_tests_properties(${test} PROPERTIES TIMEOUT 300 ENVIRONMENT
      "${UNIT_ENVIRONMENT};LSAN_OPTIONS=suppressions='${TESTS}/lsan.supp':print_suppressions=0")
  endif()
endforeach()
