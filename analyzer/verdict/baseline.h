/*
 * baseline.h - what was found before: only what is new is to be reported.
 *
 * Takes all findings of a run and a file of an earlier one; gives for each whether it is new, and
 * how many are gone.  The file holds no lines and no levels, so that code may move and rules
 * change.
 */
#ifndef DLL_VERDICT_BASELINE_H
#define DLL_VERDICT_BASELINE_H

#include "base/diag.h"
#include "verdict/verdict.h"

struct baseline;

/* What a run looked at: entries of other modules and rules are neither found nor gone. */
struct baseline_scope {
    const char *rules; /* as in struct verdict_options */
    bool some_modules; /* only modules of the report were looked at, not all there are */
    bool incomplete;   /* units are missing: what is not found may still be there */
};

/* Reads a file that baseline_write() wrote.  Returns NULL after a diag_error(). */
struct baseline *baseline_read(struct arena *arena, const char *file, struct diag *diag);

/* Behind verdict_finish(): says of every finding whether the baseline knows it, holds back those
 * that it does, and counts in data->baseline. */
void baseline_apply(struct arena *arena, struct baseline *baseline, struct report_data *data,
                    const struct baseline_scope *scope);

/* Appends all findings that are not suppressed as a baseline: one a line, sorted by fingerprint, so
 * that branches which add findings merge as a union of lines.  Of `old` (NULL: none) the entries
 * out of scope are kept.  Returns how many findings there are. */
uint32_t baseline_write(struct strbuf *out, const struct report_data *data,
                        const struct baseline *old, const struct baseline_scope *scope);

#endif
