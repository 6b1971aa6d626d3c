# Makes sure that CMake has answered the query of DllmainLint.cmake in the build folder BUILD:
#   cmake -DBUILD=<folder> -P DllmainLintModel.cmake
file(GLOB answers "${BUILD}/.cmake/api/v1/reply/codemodel-v2-*.json")
if(NOT answers)
  execute_process(COMMAND "${CMAKE_COMMAND}" "${BUILD}" RESULT_VARIABLE status
    OUTPUT_VARIABLE output ERROR_VARIABLE output)
  if(NOT status EQUAL 0)
    message(FATAL_ERROR "CMake could not run once more in ${BUILD}:\n${output}")
  endif()
endif()
