/*
 * tool.h - the worker's program: where it lies, and what tells it from any other.
 *
 * Facts are made by the worker alone, so theirs do not depend on what else this program is made of.
 * What a worker says of itself is remembered in the cache, as starting one takes longer than many a
 * run.
 */
#ifndef DLL_CLI_TOOL_H
#define DLL_CLI_TOOL_H

#include "base/arena.h"

/* Returns the path where the worker's program must be, beside this one; NULL if the system does not
 * tell where this one is. */
const char *tool_worker(struct arena *arena);

/* Returns libclang's version in words, as a worker tells it, or NULL if none can be started. */
const char *tool_clang_version(struct arena *arena);

/* Returns what tells facts of this worker from those of any other: a hash of its program and the
 * version of libclang.  `folder` is for what is remembered; NULL: nothing is.  A worker that cannot
 * be started has an identity, too. */
const char *tool_identity(struct arena *arena, const char *worker, const char *folder);

/* Returns the same of this program: what it concludes of facts may differ from what another
 * concludes. */
const char *tool_own_identity(struct arena *arena);

#endif
