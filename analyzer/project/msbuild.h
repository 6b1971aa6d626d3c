/*
 * msbuild.h - what MSBuild says of a Visual C++ project becomes entries of a database.
 *
 * Format: the JSON that `msbuild X.vcxproj -getTargetResult:GetClCommandLines` prints from 17.8 on,
 * https://learn.microsoft.com/visualstudio/msbuild/evaluate-items-and-properties.  With
 * `-getProperty:ConfigurationType,TargetName` beside it, it also says whether the project is a DLL.
 */
#ifndef DLL_PROJECT_MSBUILD_H
#define DLL_PROJECT_MSBUILD_H

#include <stdbool.h>

#include "project/entry.h"
#include "project/loader.h"

/* True if the document is the output of MSBuild. */
bool msbuild_is_output(const struct json *top);

/* Appends an entry for each source of the document, and keeps in the loader which DLL they make.
 * Items that are wrong are left out with a warning and counted.  Returns false after an error: the
 * target failed, or its result is not there. */
bool msbuild_entries(struct loader *loader, const char *path, const struct json *top,
                     struct entries *entries);

#endif
