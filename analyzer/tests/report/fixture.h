/* fixture.h - report data made by hand over source files in a temporary folder. */
#ifndef DLL_TESTS_REPORT_FIXTURE_H
#define DLL_TESTS_REPORT_FIXTURE_H

#include "report/report.h"

/* Two modules, two rules, four findings, two cuts; the folder is removed by fixture_end(). */
struct fixture {
    struct arena *arena;
    const char *folder;
    struct packs packs;
    struct reach core, util;
    struct report_data data;
    struct report_options options;
};

/* Makes an empty folder with the sources. */
void fixture_start(struct fixture *fixture);

/* Adds the sinks and runs the verdict. */
void fixture_findings(struct fixture *fixture);

/* Removes the folder and frees everything. */
void fixture_end(struct fixture *fixture);

/* Writes a file below the folder; returns its absolute name. */
const char *fixture_file(struct fixture *fixture, const char *name, const char *text, size_t len);

/* Returns what the format of that name writes. */
const char *fixture_report(struct fixture *fixture, const char *format);

#endif
