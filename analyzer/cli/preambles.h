/*
 * preambles.h - which precompiled preambles are made, and which unit stands on which.
 *
 * Takes units that are to be parsed, gives a plan: the directives that they begin with form a tree,
 * and where enough units go through a place of it, a preamble is made there, on top of the one
 * above.  A preamble's key is made of all that it depends on, so one that lies in the cache is used
 * by a single unit, too.  Who makes them is not known here.
 */
#ifndef DLL_CLI_PREAMBLES_H
#define DLL_CLI_PREAMBLES_H

#include <stdint.h>

#include "base/arena.h"
#include "facts/closure.h"
#include "project/project.h"

struct preambles;

/* What the plan is made of. */
struct preambles_input {
    const struct job *jobs;
    const uint32_t *order; /* the units to be parsed, n_order indices of jobs */
    uint32_t n_order;
    const char *folder;       /* where preambles lie */
    const char *tool;         /* tool_identity(); "": none, where the folder is of this run */
    const char *resources;    /* clang's own headers; NULL: not known */
    struct file_index *index; /* of files that are read already; NULL: of none */
    uint32_t least_units;     /* that share a preamble before it is made */
};

/* Makes the plan. */
struct preambles *preambles_plan(struct arena *arena, const struct preambles_input *input);

/* Returns how many preambles may have to be made. */
uint32_t preambles_count(const struct preambles *preambles);

/* What a unit can do now. */
enum preamble_state {
    PREAMBLE_NONE,  /* be parsed plainly */
    PREAMBLE_READY, /* be parsed on the preamble in `path` */
    PREAMBLE_MAKE,  /* wait until the preamble with the number is made, which nobody does yet */
    PREAMBLE_WAIT   /* wait: it is being made */
};

/* The answer for a unit. */
struct preamble_choice {
    enum preamble_state state;
    const char *path;
    uint32_t number;
};

/* Says what a unit (an index of jobs) stands on. */
struct preamble_choice preambles_for(struct preambles *preambles, uint32_t job);

/* A preamble to be made. */
struct preamble_order {
    uint32_t job;      /* the unit whose directives they are */
    uint32_t n;        /* how many of them */
    const char *below; /* the preamble that it stands on; NULL: none */
    const char *path;  /* the file */
};

/* Says how to make one, which preambles_for() answers to wait for from now on. */
struct preamble_order preambles_begin(struct preambles *preambles, uint32_t number);

/* Says that it was made, or could not be. */
void preambles_end(struct preambles *preambles, uint32_t number, bool made);

#endif
