/*
 * config.h - the configuration: a file beside the sources that holds what one would otherwise say
 * on each command line, and what the project knows of its own libraries.
 */
#ifndef DLL_CLI_CONFIG_H
#define DLL_CLI_CONFIG_H

#include "base/arena.h"
#include "base/attr.h"
#include "base/diag.h"
#include "base/strbuf.h"
#include "cli/options.h"

/* The name that is searched for, from the source root (or the current folder) upwards. */
#define CONFIG_NAME ".dllmain-lint.json"

/* Finds the configuration, reads it, and puts what it says into the options where the command line
 * says nothing; options->own becomes what it adds to the packs.  Without a configuration nothing
 * changes.  Returns false after a diag_error(). */
ATTR_NODISCARD bool config_apply(struct arena *arena, struct options *options, struct diag *diag);

/* Appends the options that a configuration can hold, and what it adds to the packs, as a
 * configuration. */
void config_write(struct strbuf *out, const struct options *options);

#endif
