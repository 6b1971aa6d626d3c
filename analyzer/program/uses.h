/*
 * uses.h - who mentions a function: calls, virtual calls, calls through pointers, callbacks handed
 * over, addresses taken.
 *
 * The reverse of what a walk follows, for all code of the module, reached or not.
 */
#ifndef DLL_PROGRAM_USES_H
#define DLL_PROGRAM_USES_H

#include "program/program.h"

enum use_kind {
    USE_CALL,    /* called by name; a constructor or destructor that runs */
    USE_VIRTUAL, /* a virtual call that may run it */
    USE_POINTER, /* a call through a pointer that may hold it */
    USE_HANDED,  /* its address is an argument of a call */
    USE_STORED,  /* its address is taken otherwise: stored, returned */
};

/* One mention of a function. */
struct program_use {
    enum use_kind kind;
    fn_id from;           /* the function it stands in; 0: a global's constant initialiser */
    uint32_t unit;        /* of the nodes */
    node_id node;         /* the call; USE_STORED: the statement around it; may lack a place */
    uint32_t argument;    /* USE_HANDED: its position among the arguments, from 0 */
    const char *name;     /* of what is called as the call has it; USE_STORED: of the variable that
                             holds it, NULL if none is known */
    const char *in;       /* qualified name of the function or global it stands in */
    where_id where;       /* of the mention; 0: not known */
    const char *receiver; /* USE_HANDED: name of what is called; "" if a pointer is */
    sym_id callee;        /* USE_HANDED: symbol of what is called, 0: a pointer */
};

/* The mentions of one function, in the order of functions and of the source. */
struct use_list {
    VEC(struct program_use) list;
};

/* All mentions. */
struct program_uses {
    struct use_list *of;          /* by fn_id, for functions with a body */
    struct strmap *outside_names; /* qualified name of a function without a body -> index */
    VEC(struct use_list) outside; /* by that index */
    VEC(const char *) names;      /* parallel to `outside` */
};

/* Reads all code of the program. */
struct program_uses *program_find_uses(struct arena *arena, const struct program *program);

#endif
