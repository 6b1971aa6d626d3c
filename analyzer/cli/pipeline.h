/* pipeline.h - the figure of the design as functions: from options to an exit status. */
#ifndef DLL_CLI_PIPELINE_H
#define DLL_CLI_PIPELINE_H

#include "base/arena.h"
#include "base/diag.h"
#include "cli/options.h"

/* Exit statuses that people's scripts rely on. */
enum { STATUS_CLEAN = 0, STATUS_FINDINGS = 1, STATUS_FAILED = 2 };

/* Analyses what the options say and writes the reports.  Returns the exit status. */
int pipeline_run(struct arena *arena, const struct options *options, struct diag *diag);

/* `link FACTS...`: the same from facts that were extracted before. */
int pipeline_link(struct arena *arena, const struct options *options, struct diag *diag);

/* `extract FILE -o OUT -- FLAGS`: one unit's facts into a file. */
int pipeline_extract(struct arena *arena, const struct options *options, struct diag *diag);

/* `dump STAGE ...`: one stage as text on standard output. */
int pipeline_dump(struct arena *arena, const struct options *options, struct diag *diag);

/* Writes text to standard output, or to the file if `path` is neither NULL nor "-".  Returns false
 * after a diag_error(). */
bool pipeline_write(struct arena *arena, const char *path, const struct strbuf *text,
                    struct diag *diag);

#endif
