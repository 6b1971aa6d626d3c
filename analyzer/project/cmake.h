/*
 * cmake.h - the DLLs that CMake's File API reply names.
 *
 * Format: https://cmake.org/cmake/help/latest/manual/cmake-file-api.7.html, object "codemodel",
 * version 2.  It takes the jobs from the compilation database; the reply only says which of them
 * are linked into which DLL.
 */
#ifndef DLL_PROJECT_CMAKE_H
#define DLL_PROJECT_CMAKE_H

#include <stdbool.h>

#include "project/loader.h"

/*
 * Adds a module for each shared and module library of the newest reply in
 * `folder`/.cmake/api/v1/reply.  Returns true if there was one; without a reply, or with one that
 * cannot be understood (a warning says why), it returns false and adds nothing.
 */
bool cmake_modules(struct loader *loader, const char *folder);

#endif
