/* why.h - --why: the answers of all modules, instead of a report. */
#ifndef DLL_CLI_WHY_H
#define DLL_CLI_WHY_H

#include "cli/units.h"
#include "report/report.h"

/* A name that is near to one that no function has. */
struct why_near {
    uint32_t question;
    const char *name;
};

/* What is collected over the modules of a run. */
struct why_run {
    struct strbuf text;        /* the answers; set up by the first module */
    bool *answered;            /* by question */
    VEC(struct why_near) near; /* in the order of modules */
};

/* Answers the questions of the options for one module. */
void why_add(struct why_run *why, const struct run *run, const struct report_data *data,
             const struct program *program);

/* Writes the answers to standard output or --output; a name that no function has is an error.
 * Returns the exit status. */
int why_finish(struct why_run *why, const struct run *run);

#endif
