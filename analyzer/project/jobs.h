/*
 * jobs.h - one command of a build becomes one job.
 *
 * Takes the words of a command; adds what clang needs for it to the loader's project.  It does not
 * know where the command came from.
 */
#ifndef DLL_PROJECT_JOBS_H
#define DLL_PROJECT_JOBS_H

#include <stdbool.h>

#include "project/loader.h"

/* One command as the build has it. */
struct command {
    const char *file;       /* the source as it is written */
    const char *folder;     /* where the command runs: absolute, normalized, on this machine */
    const char *output;     /* the object file if the entry names one; NULL: only the flags do */
    const char *place;      /* for messages; NULL: the command line */
    struct arguments words; /* the compiler and its flags; only flags if not `has_compiler` */
    bool has_compiler;      /* false for FILE -- FLAGS: any file given is a source */
    enum quoting quoting;   /* for response files */
};

/* What became of a command. */
enum job_outcome {
    JOB_ADDED,   /* a new job, or one that was there already */
    JOB_SKIPPED, /* not C or C++: a header to precompile, assembler, resources */
    JOB_MISSING, /* its source does not exist; a warning was given and counted */
};

/* Adds the job of a command; `scratch` lives as long as the command. */
enum job_outcome jobs_add(struct loader *loader, struct arena *scratch,
                          const struct command *command);

/* Sorts the jobs by file and arguments, and the objects with them. */
void jobs_sort(struct loader *loader);

#endif
