/*
 * demand.h - which modules can hold anything that runs under the loader lock, by their text alone.
 *
 * Takes jobs and modules, reads the sources and all that they may include, parses nothing.  A
 * module of which it says "no" has no root: whoever parses its units finds nothing in it.  "Yes"
 * says little: the name of an entry point is mentioned somewhere, or the text cannot be judged.
 */
#ifndef DLL_CLI_DEMAND_H
#define DLL_CLI_DEMAND_H

#include "base/arena.h"
#include "facts/closure.h"
#include "packs/packs.h"
#include "project/project.h"

/* What is asked about. */
struct demand_input {
    const struct project *project;
    const struct packs *packs;
    const char *entry;        /* --entry; NULL: as the build says */
    const char *resources;    /* clang's own headers; NULL: not known */
    struct file_index *index; /* of files that are read already; NULL: of none */
};

/* The answer for a module. */
struct demand {
    bool needed;
    const char *unit; /* needed: the source that may hold a root ... */
    const char *file; /* ... and the file, itself or a header, that says so; NULL: no text was read,
                         as the unit is C++, or anything may be a root */
};

/* Answers for each of the project's modules, in their order. */
const struct demand *demand_modules(struct arena *arena, const struct demand_input *input);

#endif
