/*
 * call.h - one call that is being evaluated; shared by call.c and targets.c.
 */
#ifndef DLL_WALK_CALL_H
#define DLL_WALK_CALL_H

#include "walk/engine.h"

/* One function that the call may run. */
struct target {
    fn_id body;                    /* 0: none in the module */
    uint32_t unit;                 /* of `external` */
    bool named;                    /* looked up by `name` at run time: neither body nor symbol */
    enum dll_kind dll;             /* of a named one: where it was looked up */
    uint16_t phases;               /* bit set: those in which the body is walked; 0: all */
    sym_id external;               /* without a body; 0: none */
    const struct closure *closure; /* what a lambda captured; NULL: nothing is known */
    const char *name;
    const char *through; /* as in struct step */
    const char *doubt;   /* as in struct edge */
};

/* One call that is being evaluated. */
struct call {
    node_id node;
    uint32_t n_arguments;
    uint32_t n_dropped;  /* arguments behind those */
    struct value object; /* of a method, if that is a closure */
    uint32_t n_objects;  /* 1: the first argument is the object of a method */
    uint32_t references; /* bit i: the callee may change argument i, which it takes by reference */
    bool comes_back;     /* ... and what it returns may lead to it */
    VEC(struct target) targets;
    struct known_api api;        /* of the target in progress */
    const struct api *construct; /* as in struct edge, of the target in progress */
    struct known_api vtable;     /* the API that a call through a field is, whoever implements it */
    const char *vtable_doubt;    /* as in struct edge, of that one */
    struct value result;
    bool has_result, returns;  /* over the targets so far */
    const struct state *state; /* before it, while an API runs; else NULL */
    bool forgot;               /* what the call may change is forgotten */
    uint32_t out;              /* cell where an API stores what it returns; 0: none */
    struct value out_value;    /* that */
    const struct api *chosen;  /* the entry of the API that was called; NULL: none */
    struct argument arguments[LIMIT_ARGUMENTS]; /* `n_arguments`; those behind are not set, ... */
    node_id argument_nodes[LIMIT_ARGUMENTS];    /* ... nor is what was written for them */
    struct target only; /* of `targets`, as long as there is no other; a copy of the call still has
                           that of the original */
};

/* Begins a call without arguments. */
void call_begin(struct call *call, node_id node);

/* Adds the function that a symbol names. */
void call_add_direct(struct engine *e, struct frame *f, struct call *call, sym_id sym);

/* Adds the function that a value is; returns false if it is none. */
bool call_add_by_value(struct engine *e, struct frame *f, struct call *call, struct value value,
                       node_id callee);

/* Adds the functions of an object that has several operators; returns false if it is none. */
bool call_add_alternatives(struct engine *e, struct frame *f, struct call *call, node_id callable);

/* Adds what a function runs that only calls through the table of an object that it is handed, if
 * the object is known; returns false if it is not, or the function is another. */
bool call_add_forwarded(struct engine *e, struct frame *f, struct call *call, node_id callee);

/* Adds what the slot of an expression may hold; returns false if that is nothing, or too much. */
bool call_add_by_slot(struct engine *e, struct frame *f, struct call *call, node_id expression,
                      const char *through);

/* Adds what a call through an expression that is no function may run. */
void call_add_indirect(struct engine *e, struct frame *f, struct state *s, struct call *call,
                       node_id callee);

/* ---- callbacks.c ---- */

/* Follows the functions handed to an API, as far as the packs say that they run under the lock;
 * false if something must be interpreted first. */
bool call_run_callbacks(struct engine *e, struct frame *f, const struct call *call,
                        const struct known_api *known);

/* ---- dispatch.c ---- */

/* A virtual call whose object is the first of the arguments. */
struct dispatch {
    uint32_t unit; /* of the method */
    sym_id method;
    node_id callee; /* NODE_FIELD with the object's expression; 0: there is none */
    node_id known;  /* for which the program may know the methods; 0: none */
};

/* Adds the methods that the call may run.  One body is taken for certain. */
void dispatch_add(struct engine *e, struct frame *f, struct state *s, struct call *call,
                  const struct dispatch *d);

/* Replaces targets that are virtual methods, which a pointer to a member held, by what they are in
 * the object. */
void dispatch_expand(struct engine *e, struct frame *f, struct state *s, struct call *call);

/* A constructor or destructor works on an object of its own class, whatever it becomes or was. */
void dispatch_set_self(const struct engine *e, struct frame *f, const struct target *target,
                       struct argument *self);

/* True if the target makes or destroys a base of the object at hand, not an object of its own. */
bool dispatch_makes_part(const struct engine *e, const struct frame *f, const struct call *call,
                         fn_id target);

/* Asks for a context's summary; returns false if it must be interpreted first. */
bool call_need_context(struct engine *e, struct frame *f, uint32_t context);

/* ---- library.c ---- */

/* Adds the edges of what a member of a library's class runs besides, by the packs; false if
 * something must be interpreted first. */
bool library_run(struct engine *e, struct frame *f, const struct call *call,
                 const struct target *target);

/* ---- made.c ---- */

/* Returns what the API of an edge makes as the call's result, with what its failure would mean;
 * what it stores where an argument points is kept in the call. */
struct value made_by_call(const struct engine *engine, const struct frame *frame,
                          const struct state *state, struct call *call, const struct edge *edge);

#endif
