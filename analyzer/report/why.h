/* why.h - the answers of --why as text for people. */
#ifndef DLL_REPORT_WHY_H
#define DLL_REPORT_WHY_H

#include "report/report.h"
#include "walk/why.h"

/* Appends the answer for one module, a blank line between functions; nothing if no function there
 * has the name. */
void report_why(struct strbuf *out, const struct report_data *data, const struct why *why,
                const struct report_options *options);

#endif
