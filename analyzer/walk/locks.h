/*
 * locks.h - which lock is it, who holds it, and who needs the loader lock; shared by locks*.c.
 *
 * A lock is known by its *place*: a global, or a path of fields and elements from a global, a
 * parameter or a local.  Pointers and what they point to are one place here (`&g_queue`, `g_queue`,
 * `*g_queue`), as are references.  A place that begins at a parameter means something at each call.
 *
 * In this order: what is taken under the loader lock (locks_taken.c, from the walk's contexts);
 * then, over all functions of the module and without values, calls and who needs the loader lock by
 * them (locks_calls.c), and which locks are certainly held at each call (locks_flow.c).  locks.c
 * puts the two together, and locks_fold.c makes one finding of what is one fault.
 */
#ifndef DLL_WALK_LOCKS_H
#define DLL_WALK_LOCKS_H

#include "walk/engine.h"

/* What a place is below its parent. */
enum lock_place_kind {
    PLACE_NOWHERE, /* not a place: to be ignored */
    PLACE_UNKNOWN, /* some object; fields below it still say of which class it is.  key:
                      UNKNOWN_SHARED if it was found by way of a global */
    PLACE_GLOBAL,  /* key: module-wide number */
    PLACE_PARAM,   /* key: position among the function's parameters; `this` is one */
    PLACE_LOCAL,   /* key: the symbol; parent: the function */
    PLACE_FIELD,   /* key: module-wide number */
    PLACE_ELEMENT, /* key: index; ANY_ELEMENT */
};

#define ANY_ELEMENT INT64_MIN
#define UNKNOWN_SHARED 1

/* One place.  Places are numbered; 0 is PLACE_NOWHERE. */
struct lock_place {
    enum lock_place_kind kind;
    uint32_t parent; /* fields, elements: the place they are part of */
    int64_t key;
    bool pointer;    /* the variable or field points to the lock and does not contain it */
    uint32_t depth;  /* fields and elements from the base */
    uint32_t alias;  /* PLACE_LOCAL and below: the place it stands for; 0: itself */
    bool many;       /* several values are stored in it ... */
    bool shared;     /* ... and one of them is part of a global */
    uint32_t anchor; /* module-wide number of its last field, or of the global; 0: none */
    bool exact;      /* there is one such object in the process */
};

/* What a member of `this` stands for in all objects that a constructor makes: its parameter. */
struct lock_alias {
    uint32_t from, to; /* places; to 0: several */
};

/* An object that holds locks while it lives (std::lock_guard) and one of these. */
struct lock_guard {
    uint32_t guard, lock; /* places */
};

/* What is made by a constructor's call. */
struct lock_constructed {
    uint32_t node;
    uint32_t place;
};

/* What a function's body says of places. */
struct lock_names {
    VEC(struct lock_alias) aliases; /* that begin at parameters */
    VEC(struct lock_guard) guards;
    VEC(struct lock_constructed) constructed; /* sorted by node */
};

/* A call in the facts. */
struct lock_call {
    fn_id caller;
    node_id node;
};

/* One body that a call may run. */
struct lock_target {
    fn_id fn;
    const char *through; /* as in struct step */
    const char *doubt;   /* why it is only possible; NULL: certain */
    bool callback;       /* an API calls it: its parameters are not the call's arguments */
};

/* What a call in the facts may run. */
struct lock_targets {
    VEC(struct lock_target) list;
    const struct api *api; /* the entry that holds; NULL: none */
    const char *name;      /* of the API */
};

/* A call of a body, in the graph of all calls. */
struct lock_edge {
    uint32_t caller, callee;
    node_id node;
    bool callback;
    const char *through;
    const char *doubt;
};

/* How a function comes to need the loader lock: by the shortest chain of calls. */
struct lock_need {
    uint32_t distance;     /* calls to the API; 0: it does not */
    node_id node;          /* its call ... */
    const struct api *api; /* ... of this API, named `name` */
    const char *name;
    uint32_t edge;     /* ... or this edge of the graph */
    const char *doubt; /* why its chain is only possible; NULL: certain */
};

/* How a function is reached without the loader lock. */
enum lock_life {
    LIFE_NONE,   /* only from entry points */
    LIFE_CALLED, /* from exports, tables of functions: by whoever uses the DLL */
    LIFE_OWN,    /* it is handed to the system: threads, callbacks */
};

/* What must be true of a function's parameters for it to come by a node: bits by position. */
struct lock_demand {
    node_id node;
    uint64_t nonzero, zero;
};

/* The calls of all functions. */
struct lock_graph {
    VEC(struct lock_edge) edges; /* by caller */
    uint32_t *first;             /* [function]: its first edge; one more at the end */
    uint32_t *callers;           /* edges by callee */
    uint32_t *first_caller;      /* [function]: its first among `callers` */
    struct lock_need *needs;     /* [function] */
    uint8_t *life;               /* [function]: enum lock_life */
    bool *seed;                  /* [function]: code outside of the module calls it */
    bool *locks;                 /* [function]: it takes or releases a lock itself */
    uint8_t *sure_edge;          /* [edge]: as locks_is_sure() found; 0: not asked yet */
    uint8_t *sure_need;          /* [function]: the same for the call of the API it needs */
    struct lock_demand *demands; /* [function]: for the node that was asked for last */
};

/* The state of the whole conclusion. */
struct locks {
    struct engine *engine;
    const struct program *program;
    const struct reach *reach;
    struct arena *arena; /* ends with the conclusion; what goes into the reach is in the engine's */
    VEC(struct lock_place) places;
    struct strmap *place_ids;
    struct strbuf key;
    struct lock_names **names; /* [function]; NULL: not read yet */
    uint32_t *results;         /* [function]: the place it returns; 0: not read yet */
    uint32_t depth;            /* of constructors within constructors */
    struct lock_graph graph;
};

/* ---- locks_place.c ---- */

/* Returns the number of a place; it is made when first asked for. */
uint32_t locks_place(struct locks *l, enum lock_place_kind kind, uint32_t parent, int64_t key);

/* Returns the place that an expression in a function designates, or points to. */
uint32_t locks_place_of(struct locks *l, fn_id fn, node_id node);

/* Returns the place below `base` that `place` is below `from`, which it begins with; PLACE_UNKNOWN
 * if that is too deep. */
uint32_t locks_move(struct locks *l, uint32_t place, uint32_t from, uint32_t base);

/* Returns the global, parameter, local or unknown object that a place begins with. */
uint32_t locks_base(const struct locks *l, uint32_t place);

/* Returns the lock's name for reports: "g_lock", "g_queue.lock", "queue::lock". */
const char *locks_name(struct locks *l, uint32_t place);

/* True if all threads can come to the place: it is part of a global, or was found by way of one. */
bool locks_is_shared(const struct locks *l, uint32_t place);

/* How sure is it that two places are one lock? */
enum lock_match { MATCH_NONE, MATCH_POSSIBLE, MATCH_CERTAIN };
enum lock_match locks_match(const struct locks *l, uint32_t a, uint32_t b);

/* True if a place can be compared with those of other functions. */
bool locks_is_known(const struct locks *l, uint32_t place);

/* ---- locks_names.c ---- */

/* Returns what the body says of places. */
const struct lock_names *locks_names(struct locks *l, fn_id fn);

/* Returns the place with aliases replaced by what they stand for in the function. */
uint32_t locks_resolve(struct locks *l, fn_id fn, uint32_t place);

/* Returns the place in the caller that a place of the callee is at a call. */
uint32_t locks_at_call(struct locks *l, struct lock_call call, fn_id callee, uint32_t place);

/* Returns the argument of a call that a parameter of the callee gets; 0: none is written there. */
node_id locks_argument(struct locks *l, struct lock_call call, fn_id callee, uint32_t param);

/* Adds the places of the locks that the call of an API is about. */
struct lock_objects {
    VEC(uint32_t) list;
};
void locks_objects(struct locks *l, struct lock_call call, const struct api *api,
                   struct lock_objects *objects);

/* Returns the place that a constructor's call makes; 0: it has no name. */
uint32_t locks_constructed(const struct lock_names *names, node_id node);

/* ---- locks_calls.c ---- */

/* Finds what a call may run. */
void locks_targets(struct locks *l, struct lock_call call, struct lock_targets *targets);

/* Reads the calls of the whole module; then finds who needs the loader lock, and who lives without
 * it. */
void locks_read_calls(struct locks *l);

/* Appends the steps from a function to the API that needs the loader lock; the reason why they are
 * not certain goes to `*doubt` if that is NULL. */
struct lock_steps {
    VEC(struct step) list;
};
void locks_add_need(struct locks *l, fn_id fn, struct lock_steps *steps, const char **doubt);

/* Returns the step of a call. */
struct step locks_step(const struct locks *l, struct lock_call call, const char *calls,
                       const char *through);

/* True if the API takes the loader lock for a moment, or for longer. */
bool locks_needs_loader(const struct locks *l, const struct api *api);

/* Returns why a call of the API may not need the loader lock; NULL: it does. */
const char *locks_doubt_of_api(const struct locks *l, const struct api *api, const char *name);

/* Returns the API at the end of the chain by which a function needs the loader lock. */
const struct api *locks_needed_api(const struct locks *l, fn_id fn, const char **name);

/* Returns the call by which a function comes to need the loader lock. */
node_id locks_need_node(const struct locks *l, uint32_t f);

/* ---- locks_sure.c ---- */

/* Returns why a call in a function may not come: its arguments can decide about it; NULL: nothing
 * known.  `*known` keeps the answer. */
const char *locks_doubt_of_call(struct locks *l, fn_id fn, node_id node, uint8_t *known);

/* True if a number among the arguments of a call keeps the callee away from one of its nodes. */
bool locks_contradicts(struct locks *l, const struct lock_edge *edge, node_id node);

/* ---- locks_taken.c ---- */

/* A lock that is taken under the loader lock. */
struct lock_taken {
    uint32_t place;
    struct sink sink; /* of the call that takes it; api, phase, root, steps, certainty are set */
    bool doubtful;    /* its path is only possible */
};

/* Locks that are taken. */
struct lock_takens {
    VEC(struct lock_taken) list;
    const bool *wanted; /* [place]: only these are added, with their sinks; NULL: all, without */
    uint32_t n_wanted;
};

/* Finds them.  Paths can be long and locks many: asked twice, it makes only paths that are used. */
void locks_find_taken(struct locks *l, struct lock_takens *takens);

/* ---- locks_fold.c ---- */

/* Adds what is concluded to the reach: of each lock, in each phase, the nearest place. */
void locks_fold(struct locks *l, const struct lock_takens *found, struct reach *reach);

/* ---- locks_flow.c ---- */

/* Code that certainly holds a lock while it calls what may need the loader lock. */
struct lock_partner {
    uint32_t place;
    fn_id fn;              /* it holds the lock */
    node_id took;          /* where it takes it ... */
    const char *took_name; /* ... by this call */
    node_id node;          /* the call that needs the loader lock: ... */
    const struct api *api; /* ... of this API, named `name` ... */
    const char *name;
    const struct lock_edge *edge; /* ... or of a body */
    uint32_t inner; /* index of the partner that `edge` leads to and that holds the lock; 0: none */
};

/* Partners; [0] is a dummy. */
struct lock_partners {
    VEC(struct lock_partner) list;
};
void locks_find_partners(struct locks *l, struct lock_partners *partners);

#endif
