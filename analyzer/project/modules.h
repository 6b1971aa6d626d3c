/*
 * modules.h - which jobs make one DLL.
 *
 * Takes the sorted jobs and objects of the loader; fills project.modules.
 */
#ifndef DLL_PROJECT_MODULES_H
#define DLL_PROJECT_MODULES_H

#include <stdbool.h>
#include <stdint.h>

#include "project/loader.h"

/* Finds jobs by name. */
struct job_index {
    struct strmap *by_file;   /* absolute path of a source -> its first job */
    struct strmap *by_object; /* absolute path of an object -> its job */
    uint32_t *first_object;   /* by job: its first object; one more at the end */
};

/* A module that is being put together. */
struct module_draft {
    const char *name;
    enum module_kind kind;
    const char *entry;        /* NULL: the usual ones */
    struct arguments delayed; /* DLLs that are delay-loaded */
    VEC(uint32_t) jobs;       /* in any order, may repeat */
};

/* Makes the index; the jobs are sorted. */
struct job_index job_index_make(struct loader *loader);

/* Adds a job. */
void module_draft_add(struct loader *loader, struct module_draft *draft, uint32_t job);

/* Adds the jobs of a source: those whose object lies in the folder `objects`; all if there are none
 * such.  Returns false if no job has this source. */
bool module_draft_add_file(struct loader *loader, struct module_draft *draft,
                           const struct job_index *index, const char *file, const char *objects);

/* Adds the finished module to the project. */
void module_draft_finish(struct loader *loader, struct module_draft *draft);

/* Fills project.modules; project.root is known.  Returns false after an error. */
bool modules_find(struct loader *loader);

#endif
