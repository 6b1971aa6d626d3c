/* why_query.h - what the files behind walk/why.h share. */
#ifndef DLL_WALK_WHY_QUERY_H
#define DLL_WALK_WHY_QUERY_H

#include "program/uses.h"
#include "walk/engine.h"
#include "walk/why.h"

/* A function as people see it: all copies of one definition (an inline function of several units,
 * the instances of a template), or a function that has no body here. */
struct why_group {
    const char *name;
    struct place at;
    VEC(uint32_t) functions; /* fn ids; none: declared only */
    bool system;             /* a body in a system header: the packs may know it, too */
    bool known;              /* the packs know it */
    VEC(uint32_t) roots;     /* of a variable: indices into program.roots; none: a function */
};

/* What of the module is interpreted from some root, in some phase. */
struct why_marks {
    bool *contexts;  /* by context */
    bool *functions; /* by group */
    bool **nodes;    /* by unit, then node: it has an edge; NULL: none of that unit */
};

/* A walk, and the names in it. */
struct why_query {
    struct arena *arena;
    const struct program *program;
    struct engine engine;
    struct reach *reach;
    const struct program_uses *uses;
    VEC(struct why_group) groups; /* [0] is a dummy */
    uint32_t *group_of;           /* by fn_id */
    struct why_marks reached;     /* in the phases in which roots run */
    struct why_marks off;         /* in phases that are switched off for their root */
};

/* ---- why_names.c ---- */

/* Fills `groups` and `group_of`. */
void why_find_groups(struct why_query *query);

/* Returns the indices of the groups that a question means, in the order of answers; n is 0 if there
 * is none. */
struct why_found {
    VEC(uint32_t) groups;
};
struct why_found why_find(const struct why_query *query, const char *question);

/* Returns the name that is nearest to a question, NULL if none is near. */
const char *why_nearest(const struct why_query *query, const char *question);

/* ---- why_not.c ---- */

/* Fills `ways` and `cuts` of a match. */
void why_not(struct why_query *query, uint32_t group, struct why_match *match);

#endif
