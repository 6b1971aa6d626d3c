/* report.h - findings for people and for programs.  One format, one file, one `const struct
 * report_writer`. */
#ifndef DLL_REPORT_REPORT_H
#define DLL_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>

#include "base/strbuf.h"
#include "verdict/verdict.h"

struct report_options {
    bool colour; /* escape sequences, for a terminal */
    const char *tool_version;
};

/* One format. */
struct report_writer {
    const char *name;    /* "text", "json", "sarif" */
    const char *summary; /* for --help */
    void (*write)(struct strbuf *out, const struct report_data *data,
                  const struct report_options *options);
};

/* All formats, `text` first; ends with a NULL. */
extern const struct report_writer *const report_writers[];

/* Returns the format of that name, or NULL. */
const struct report_writer *report_find(const char *name);

#endif
