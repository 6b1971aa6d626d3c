/*
 * database.h - a compile_commands.json becomes jobs.
 *
 * Format: https://clang.llvm.org/docs/JSONCompilationDatabase.html, or MSBuild's output
 * (project/msbuild.h).  It knows the shape of entries, not the flags in them.
 */
#ifndef DLL_PROJECT_DATABASE_H
#define DLL_PROJECT_DATABASE_H

#include <stdbool.h>

#include "project/loader.h"

/* Adds the jobs of the database at `path` (absolute) to the project; entries that are wrong are
 * left out with a warning.  Returns false after an error: no database, or nothing in it to
 * analyse. */
bool database_load(struct loader *loader, const char *path);

#endif
