/*
 * engine_data.h - what the walk keeps: values by cell, contexts with their edges, the engine.  How
 * it works stands in engine.h.
 */
#ifndef DLL_WALK_ENGINE_DATA_H
#define DLL_WALK_ENGINE_DATA_H

#include <stdbool.h>
#include <stdint.h>
#include "base/strmap.h"
#include "program/program.h"
#include "walk/cfg.h"
#include "walk/limits.h"
#include "walk/reach.h"
#include "walk/value.h"

/* One step of a cell's path. */
enum path_kind {
    PATH_LOCAL,
    PATH_POINTEE,
    PATH_FIELD,
    PATH_INDEX,
    PATH_GLOBAL,
    PATH_RESULT,
    PATH_TAUGHT,
    PATH_BYTES, /* of an array: what its bytes are as a whole */
};

/* A place with a value. */
struct cell {
    uint32_t parent; /* 0: a local */
    enum path_kind kind;
    int64_t key; /* local: position in cfg.locals; field: module-wide key; index: the index */
    uint32_t first_child, next_sibling;
};

/* Events on the way to a point; bits are indices into engine.events. */
struct happened {
    uint64_t made;   /* these certainly happened */
    uint64_t spared; /* these did not happen, at least on one way that a helper's results tell
                        apart from others */
};

/* What the result of a call tells of the events in it. */
struct outcome {
    node_id node;  /* the call; 0: none */
    uint32_t cell; /* its result is kept here; 0: nowhere */
    struct happened if_true, if_false;
    bool refuses;  /* the callee has a return of nothing but 0 */
    bool plain;    /* ... and no other, and its text says so */
    bool returned; /* it is what the function returns: what is called from now on are destructors */
};

/* Values of the cells at one moment; cells beyond `n` are unknown. */
struct state {
    struct value *at;
    uint32_t n;
    bool dead;     /* this point is not reached */
    uint32_t rare; /* it is reached only if something has failed: as in struct value; 0: no */
    struct happened events;
    struct outcome outcome; /* of the last call whose result is still to be looked at */
};

/* A known part of an object that is handed over: its path below the object, and its value. */
struct part {
    uint32_t n; /* steps of the path, at most LIMIT_DEPTH */
    enum path_kind kind[LIMIT_DEPTH];
    int64_t key[LIMIT_DEPTH];
    struct value value;
};

/* What is known of a global: its module-wide key, and its value. */
struct global_value {
    uint32_t key;
    struct value value;
};

/* What is known of one argument. */
struct argument {
    struct value value; /* VALUE_ADDRESS: an object of the caller; its parts follow */
    bool by_value;      /* a struct passed by value: the parts are its fields */
    uint32_t place;     /* at a call: what a reference to no const is bound to; 0: nothing */
    VEC(struct part) parts;
    uint32_t lost; /* bit set by enum limit_kind: parts were dropped at these limits */
};

/* A variable of the function around a lambda, and what it holds. */
struct captured {
    sym_id sym;
    struct argument object; /* VALUE_ADDRESS: the parts are those of what it points to */
    bool settled;           /* nothing changes it from then on */
};

/* A lambda's body with what is known of the variables it names. */
struct closure {
    fn_id fn;
    uint32_t number;  /* its index, 0: nothing is captured */
    uint32_t context; /* that made it; 0: all is settled */
    bool reads;       /* its body itself changes nothing */
    VEC(struct captured) captured;
};

/* A change that can come again, or later. */
enum { CHANGES_LATER = 0x7fffffff };

/* Where the locals and parameters of a unit are changed. */
struct changes {
    uint32_t *last;     /* by symbol: position of the last change; 0: none but its initialiser */
    uint32_t *owner;    /* by symbol: 1 + the function (index into unit.functions); 0: none */
    uint32_t *position; /* by node: in its function */
};

enum edge_kind {
    EDGE_CALL,
    EDGE_API,
    EDGE_REGISTER,
    EDGE_THROW /* a `throw`; api is the construct's entry */
};

/* What an edge knows of an API. */
struct edge_api {
    struct known_api known;      /* nothing where only `construct` is known */
    const struct api *construct; /* what the call is where rules say nothing of its API: a call into
                                    a DLL that was loaded explicitly; NULL: nothing */
    const char *delayed;         /* the DLL whose delay-loaded import it is; NULL: it is none */
    const char *made;            /* word of what made the object that the method is called on;
                                    NULL: not known, or nobody asks */
    struct value *arguments;     /* for conditions; context_add_edge() copies them */
    uint32_t n_arguments;        /* at most LIMIT_ARGUMENTS */
    uint32_t object;             /* as in struct sink */
};

/* One thing that a reachable call does.  There are many of them: it is to be small. */
struct edge {
    uint8_t kind;               /* enum edge_kind */
    bool harmless;              /* EDGE_API: nothing that it does has an effect in any phase */
    bool partial : 1;           /* the doubt is only that its function was parsed in part */
    bool guess : 1;             /* it stands behind a condition that could not be read */
    bool rare : 1;              /* it is reached only if something has failed that hardly ever does
                                 */
    bool first_use : 1;         /* it stands where something is done once */
    bool system;                /* EDGE_CALL: the callee stands in a system header */
    bool sometimes;             /* it leads to a throw, and some way through its function goes
                                   round it */
    uint16_t phases;            /* EDGE_REGISTER: bit set by enum phase; others: only in these, 0:
                                   in all */
    node_id node;               /* the call */
    uint32_t context;           /* EDGE_CALL: the callee's context; EDGE_REGISTER: the handler's */
    const struct edge_api *api; /* of other kinds: one of which all is 0 */
    const char *calls;          /* name of what is called */
    const char *through;        /* as in struct step */
    const char *doubt;          /* why the edge is only possible; NULL: certain */
};

/* Where the edges of one call stand among those of a context that has many, while it is active. */
struct edge_span {
    uint32_t first, last;
};

/* A return of nothing but 0: the load is refused, the helper has failed. */
struct refusal {
    uint32_t block;  /* of the function's graph */
    node_id node;    /* the statement */
    uint64_t spared; /* events that did not happen before it, as in struct happened */
    uint32_t rare;   /* as in struct state */
    bool plain;      /* what it returns is written as a constant, here or in the helper that it
                        calls: it is meant */
};

/* Something that can have happened: a call with this effect on this object. */
struct event {
    const char *effect;
    uint32_t object; /* as in struct sink; 0: the module */
};

enum context_state { CONTEXT_NEW, CONTEXT_ACTIVE, CONTEXT_DONE };

/* A function with what is known of its arguments.  What its callers ask for stands first: there are
 * many contexts, and each is waited for when a call leads to it. */
struct context {
    fn_id fn;
    enum context_state state;
    bool exiting; /* it is one of the phase of process exit alone */
    bool returns; /* it can return */
    bool accepts; /* there is a return of something that may not be 0 */
    bool fails;   /* there is one of something that may be 0 */
    bool throws;  /* its edges lead to a throw, caught or not */
    bool crashes; /* it always ends the process on purpose */
    bool part;    /* it makes or destroys a base of a larger object */
    uint64_t
        escapes;    /* bit i: an exception of the sort engine.thrown[i] certainly known leaves it */
    uint64_t told;  /* bit i: argument i is the address of some object */
    uint64_t keeps; /* bit i: code that is not seen may know the object behind parameter i */
    uint64_t written; /* bit i: it may write the followed global i (engine.followed) */
    struct value result;
    struct happened always;        /* events at every return */
    struct happened if_true;       /* at every return of something that may not be 0 */
    struct happened if_false;      /* at every return of something that may be 0 */
    VEC(struct refusal) refusals;  /* returns of nothing but 0 */
    VEC(struct argument) outs;     /* by parameter: what its object holds at every return */
    VEC(struct global_value) left; /* what the globals that it writes hold then, as far as known */
    VEC(struct argument) thrown;   /* as `outs`, where an exception is known to leave it */
    VEC(struct edge) edges;
    VEC(struct argument) arguments;
    VEC(struct global_value) globals; /* what is known of followed globals at its call */
    VEC(node_id) stores;              /* assignments to what is no local of its own */
    uint64_t hash;                    /* of what its function was called with */
    uint32_t older;                   /* the function's context before this one, 0: none */
    uint32_t rare;                    /* as in struct state: of all returns */
    const struct closure *closure;    /* of a lambda: what it captured; NULL: nothing is known */
    struct argument *captured;        /* parallel to that: what it holds at every return; NULL: it
                                         does not return */
};

/* A context of a function, and the hash of what it was called with. */
struct called {
    uint32_t context; /* 0: none */
    uint32_t hash;    /* a part of it */
};

/* What calls ask of a function, together. */
struct walked_function {
    uint64_t reads, decisive; /* as in struct program_function */
    struct called first[4];   /* the first contexts ... */
    uint32_t newest;          /* ... the newest of all others; 0: none */
    uint16_t n_contexts;      /* LIMIT_CONTEXTS and a few */
    uint8_t phases;           /* bit set: in these its body is walked */
    bool widened;             /* the limit of contexts was hit */
    bool asks_whole;          /* it does more for a whole object than for a part of one */
    bool system;              /* it stands in a system header */
};

/* The body of a function that is interpreted. */
struct walked_body {
    struct cfg *cfg; /* NULL: not yet */
    fn_id *callees;  /* the bodies that it names ... */
    uint32_t n_callees;
};

/* A place without a cell of its own, and where what a condition taught about it is kept. */
struct taught {
    node_id place;
    uint32_t cell;
};

/* The interpretation of one context in progress. */
struct frame {
    struct arena *arena;      /* the engine's `stack` */
    struct arena_mark before; /* of that arena, when the frame began */
    uint32_t context;
    uint32_t unit;
    const struct unit *facts;
    const struct cfg *cfg;
    const struct walked_body *body; /* its cfg */
    VEC(struct cell) cells;         /* [0] is a dummy; [1 + i] is cfg.locals[i] */
    VEC(uint32_t) written;          /* keys of followed globals that were stored to */
    VEC(uint32_t) escaped;          /* cells whose address was given away */
    VEC(struct taught) taught;      /* places of taught.c */
    struct state **entry;           /* by block, NULL where it is not reached */
    bool *queued;                   /* by block */
    uint8_t *taken;                 /* by block: bit i: its target[i] was taken */
    uint32_t block;                 /* the one in progress */
    uint32_t position;              /* the statement in it */
    struct state now;               /* before that statement */
    struct value *spare;            /* values of a state that is no more: room for another ... */
    uint32_t n_spare;               /* ... of so many; 0: none */
    bool busy;                      /* block, position and now are valid */
    struct state *thrown;           /* where an exception comes out of a call in the block; NULL: it
                                       is not known, or none does */
    bool suspended;                 /* a callee must be interpreted first */
    uint32_t wanted;                /* that callee's context */
    uint32_t lost; /* bit set by enum limit_kind: limits that the statement in progress has
                      hit */
};

/* A root that was walked: its contexts by phase, 0 where it does not run. */
struct walked_root {
    const struct program_root *root; /* NULL: a handler that was registered (atexit) */
    const char *doubt;               /* a handler's: why it may not be one; NULL: certain */
    uint32_t contexts[PHASES];
};

/* A sort of exceptions. */
struct thrown {
    const char *types; /* by which it is caught, a line each; "": not known */
    bool **guards;     /* [unit][node]: caught in the same function, if it comes from there; NULL:
                          nothing of the unit is; made when first needed ... */
    bool *guarded;     /* ... by unit: it was made */
};

/* The whole walk of one module. */
struct engine {
    fn_id heap[2][2];   /* [delete][array]: heap.c: the module's own operators, 0: none */
    bool asks_for_exit; /* some code asks an API whether the process is ending */
    bool exiting;       /* the phase that is interpreted now is that of process exit */
    bool attaching;     /* ... is one in which the process attaches */
    node_id **unread; /* [unit][node]: the statement whose condition could not be read that decides
                         whether the node is reached, 0: none; NULL: not looked for yet */
    struct first_uses *first_uses; /* of first_use.c; NULL: not looked for yet */
    bool keeps_all;   /* calls of functions that nothing is known of are edges, too (API edges
                         without entries), and nothing is concluded: for why.c */
    VEC(struct thrown) thrown; /* the sorts of all EDGE_THROW */
    uint32_t throwing;         /* index of the one that is looked for */
    struct arena *arena;
    const struct walk_stops *stops; /* calls at which paths end; NULL: none */
    struct arena *stack;            /* of frames: one ends before those below it go on */
    const struct program *program;
    struct walked_function *functions; /* by function */
    struct walked_body *bodies;        /* by function */
    uint32_t followed[64];             /* keys of the globals whose values are followed ... */
    uint32_t n_followed;               /* ... as many */
    struct initial *initial;           /* of initial.c; NULL: nothing is followed */
    VEC(struct context) contexts;      /* [0] is a dummy */
    uint32_t absent;                   /* phases that no root has (phases_absent) */
    VEC(struct walked_root) roots;     /* parallel to reach.roots */
    uint32_t *seen;                    /* by context: the last search that came to it ... */
    uint32_t n_seen, turn;             /* ... the room there, and the number of searches */
    VEC(struct event) events;          /* at most 64 */
    const struct edge_api *last_api;   /* the last one without arguments that was kept, or NULL */
    struct idmap *edge_spans;          /* (context, node) -> index in `spans`; NULL: of none yet */
    VEC(struct edge_span) spans;       /* [0] is a dummy */
    VEC(struct cut) cuts;
    struct strmap *cut_keys;
    uint32_t limit_hits[LIMIT_KINDS];
    struct changes **changes;       /* [unit]; made when first needed */
    VEC(struct closure *) closures; /* [0] is a dummy; by number in a VALUE_FUNCTION */
    struct strmap *closure_keys;
};

/* Returns the node of the frame's function. */
static inline const struct node *frame_node(const struct frame *frame, node_id node)
{
    return &frame->facts->nodes.at[node.i];
}

/* Returns the symbol of the frame's unit. */
static inline const struct symbol *frame_symbol(const struct frame *frame, sym_id sym)
{
    return &frame->facts->symbols.at[sym.i];
}

/* True if nothing of the evaluation goes on: a callee is needed first, or the point is not reached.
 */
static inline bool frame_stopped(const struct frame *frame, const struct state *state)
{
    return frame->suspended || state->dead;
}

#endif
