/* report.c - the table of output formats. */
#include "report/report.h"

#include <string.h>

const struct report_writer *const report_writers[] = {
    &report_text,
    &report_gcc,
    &report_msvc,
    &report_github,
    &report_gitlab,
    &report_json,
    &report_sarif,
    &report_html,
    &report_dot,
    NULL,
};

const struct report_writer *report_find(const char *name)
{
    for (size_t i = 0; report_writers[i]; i++) {
        if (strcmp(report_writers[i]->name, name) == 0) {
            return report_writers[i];
        }
    }
    return NULL;
}
