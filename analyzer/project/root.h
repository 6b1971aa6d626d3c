/* root.h - the folder that findings' files are relative to. */
#ifndef DLL_PROJECT_ROOT_H
#define DLL_PROJECT_ROOT_H

#include "project/loader.h"

/* Returns the source root of the loader's jobs (at least one), or NULL after an error. */
const char *root_find(struct loader *loader);

#endif
