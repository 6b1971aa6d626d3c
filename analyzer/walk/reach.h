/*
 * reach.h - what the walk gives: sinks with their paths, and cuts.  Plain data, free of facts and
 * program.
 */
#ifndef DLL_WALK_REACH_H
#define DLL_WALK_REACH_H

#include <stdbool.h>
#include <stdint.h>

#include "base/vec.h"
#include "packs/packs.h"
#include "walk/limits.h"

/* A place in a source file.  `file` is absolute and normalized.  Columns count bytes from 1; 0:
 * unknown. */
struct place {
    const char *file;
    uint32_t line, column;
    const char *macro; /* the macro whose expansion it is; NULL if none */
    const char *spelling_file;
    uint32_t spelling_line, spelling_column; /* where the text stands inside the macro */
    bool system;                             /* in a system header */
};

/* One call on a path. */
struct step {
    const char *function; /* qualified name of the function the call stands in; for code of a
                             global: the variable */
    const char *calls;    /* qualified name of what is called */
    struct place at;      /* the call */
    const char *through;  /* how, if not a direct call: "callback of EnumWindows", "pointer
                             g_ops.init", "destructor of g"; else NULL */
};

enum certainty { CERTAINTY_CERTAIN, CERTAINTY_POSSIBLE };

/* A root of one module. */
struct root {
    const char *kind;     /* "dllmain", "entry-point", "tls-callback", "constructor", "destructor",
                             "initialiser", "global-destructor", "atexit", "library" */
    const char *function; /* or variable */
    struct place at;
    uint32_t phases; /* bit set by enum phase; 0: it never runs */
};

/* A second line of evidence for a sink: the code that holds the lock which the sink takes, the call
 * that started the thread which the sink waits for. */
struct flow {
    const char *label; /* what it shows: "holds 'g_lock' and loads a DLL" */
    const char *root;  /* function in which it begins */
    VEC(struct step) steps;
};

/* The call of an API that has effects, reached from a root in a phase by its shortest path. */
struct sink {
    const struct api *api;
    const char *name; /* the API's name as called */
    enum phase phase;
    uint32_t root;          /* index into reach.roots */
    VEC(struct step) steps; /* from the root to the call; the last one is the sink call */
    enum certainty certainty;
    const char *reason; /* CERTAINTY_POSSIBLE: why; else NULL */
    uint32_t guess;     /* 1 + the first of the steps that stands behind a condition which could not
                           be read; 0: none */
    bool rare;          /* it is reached only if something has failed that hardly ever does */
    uint32_t choice;    /* 1 + the one of the steps that is the reason: a call through a pointer
                           that may hold other functions, too; 0: the reason is another */
    uint32_t choices;   /* how many of the steps are such calls */
    uint32_t variable;  /* number of the variable of the module that is this pointer; 0: it is none,
                           such as a field, which is one in each of many objects */
    const char *effect; /* what was concluded of the call from more than its API: the one effect
                           that rules look at; NULL: those of the API */
    const char *detail; /* what belongs to the message besides: the lock's name; NULL: nothing */
    uint32_t object;    /* module-wide number (program_object) of what the API's `object` argument
                           is; 0: not known */
    const char *object_name; /* "g_lock", "queue::lock"; NULL: not known */
    VEC(struct flow) flows;
};

/* A place where the analysis stopped following, and why. */
struct cut {
    const char *kind; /* one of those that README.md lists: "unknown-target", "limit", ... */
    struct place at;
    const char *detail;
};

/* Calls at which paths end. */
struct walk_stops {
    bool (*at)(void *data, const struct place *place); /* true: no path goes on from here */
    void *data;
};

/* Everything reached in one module. */
struct reach {
    const char *module;
    VEC(struct root) roots;           /* in a stable order */
    VEC(struct sink) sinks;           /* sorted by file, line, column, api, phase, root */
    VEC(struct cut) cuts;             /* sorted, no duplicates */
    uint32_t n_functions;             /* functions walked */
    uint32_t n_contexts;              /* with how many kinds of arguments, together */
    uint32_t n_units;                 /* units of the module */
    uint32_t limit_hits[LIMIT_KINDS]; /* places at which each limit was hit; each is a cut */
};

#endif
