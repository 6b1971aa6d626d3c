/* module_specs.h - the modules that the user declares: --module NAME=GLOB,GLOB. */
#ifndef DLL_PROJECT_MODULE_SPECS_H
#define DLL_PROJECT_MODULE_SPECS_H

#include <stdbool.h>

#include "project/loader.h"

/* Adds a module for each declaration of the request.  Returns false after an error: a name is
 * missing or given twice, or no source matches. */
bool module_specs_add(struct loader *loader);

#endif
