/* summary.h - the last lines of a report for people: how much was checked, what was found. */
#ifndef DLL_REPORT_SUMMARY_H
#define DLL_REPORT_SUMMARY_H

#include "report/prose.h"
#include "report/report.h"

/* Returns how text is laid out for these options. */
struct prose prose_for(struct strbuf *out, const struct report_options *options);

/* Appends what was not analysed: one line for partial and failed units, one for each kind of cut
 * with the first places, or with all of them below it if `verbose`; nothing if all was. */
void summary_coverage(struct prose *prose, const struct report_data *data, bool verbose);

/* Appends "2 DLLs, 14 files, 3 roots: 4 errors, 1 warning", and a loud line if there is no root. */
void summary_line(struct prose *prose, const struct report_data *data);

#endif
