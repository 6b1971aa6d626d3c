/* report.h - findings for people and for programs.  One format, one file, one `const struct
 * report_writer`. */
#ifndef DLL_REPORT_REPORT_H
#define DLL_REPORT_REPORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "verdict/verdict.h"

/* What the user chose.  All but `tool_version` may be zero. */
struct report_options {
    bool colour; /* escape sequences, for a terminal */
    const char *tool_version;
    uint32_t width;              /* columns of text output; 0: 100 */
    bool terminal;               /* text goes to a terminal: long lines are wrapped, links made */
    const char *information_uri; /* SARIF: the tool's own page; NULL: left out */
    const char *repository_uri;  /* SARIF: where the sources are kept; NULL: not told */
    const char *revision;        /* SARIF: the commit of them; NULL: not told */
    const char *category;        /* SARIF: of the log, "name/run"; NULL: after the DLL */
    const char *automation_id;   /* SARIF: the whole id instead of a category; NULL: none */
    bool embed;                  /* SARIF: with the text of the files that it names */
    uint32_t max_paths;          /* SARIF: of a finding; 0: 3 */
    bool verbose;                /* text: list every place that was not followed */
    bool show_suppressed;        /* text: what suppressions hold back, too */
    bool sarif_suppressed;       /* SARIF: the same */
    bool show_unchanged;         /* text: what the baseline knows, too */
    bool sarif_unchanged;        /* SARIF: the same */
    bool incomplete;             /* the run ends with status 2: a needed unit was not analysed */
};

/* One format. */
struct report_writer {
    const char *name;    /* "text", "json", "sarif" */
    const char *summary; /* for --help */
    bool findings_only;  /* says nothing of what was analysed: who writes it adds
                            report_summary() elsewhere */
    void (*write)(struct strbuf *out, const struct report_data *data,
                  const struct report_options *options);
};

/* All formats, `text` first; ends with a NULL. */
extern const struct report_writer *const report_writers[];

extern const struct report_writer report_text;  /* for a person at a terminal */
extern const struct report_writer report_gcc;
extern const struct report_writer report_msvc;
extern const struct report_writer report_github;
extern const struct report_writer report_gitlab;
extern const struct report_writer report_json;  /* version 1: fields are only added */
extern const struct report_writer report_html;  /* one page for an audit */
extern const struct report_writer report_dot;   /* a graph */
extern const struct report_writer report_sarif; /* SARIF 2.1.0, one run */

/* Appends what was analysed, what not, and how much was found: the end of the text report. */
void report_summary(struct strbuf *out, const struct report_data *data,
                    const struct report_options *options);

/* Returns the format of that name, or NULL. */
const struct report_writer *report_find(const char *name);

#endif
