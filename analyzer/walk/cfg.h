/*
 * cfg.h - the control-flow graph of one function, lowered from its tree.
 *
 * Statements become blocks; `&&`, `||` and `?:` stay inside expressions, where the evaluation
 * splits the state.
 */
#ifndef DLL_WALK_CFG_H
#define DLL_WALK_CFG_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "facts/facts.h"

enum block_end {
    END_JUMP,   /* to target[0] */
    END_BRANCH, /* condition `node`: target[0] if true, target[1] if false */
    END_ANY,    /* to either target: an exception may or may not come (target[1]) */
    END_SWITCH, /* value `node` (none: unknown): the cases, else target[0] */
    END_RETURN, /* with value `node`, if any */
    END_STOP,   /* nothing follows: throw */
};

/* One label of a switch. */
struct case_edge {
    int64_t low, high;
    uint32_t target;
    bool perhaps; /* a label whose value is not known: it may be taken whatever the value */
};

/* Straight-line code. */
struct block {
    VEC(node_id) nodes; /* evaluated in order: expressions and NODE_DECLARE */
    VEC(bool) calls;    /* by node: something is called in it */
    enum block_end end;
    node_id node;
    node_id statement; /* END_RETURN: the return itself; 0: the end of the body */
    uint32_t target[2];
    VEC(struct case_edge) cases;
    node_id returned;   /* that of the nodes which is the value of a `return`, computed before the
                           clean-ups in this and later blocks; 0: none */
    bool end_calls;     /* something is called in `node` */
    bool evaluated;     /* END_RETURN: an earlier `returned` is its value */
    bool caught;        /* `unwinding` leads to handlers of the function */
    uint32_t unwinding; /* block to which an exception goes that what is called here lets out, with
                           what held before; 0: none */
};

/* One function. */
struct cfg {
    VEC(struct block) blocks; /* [0] is the entry */
    VEC(sym_id) locals;       /* parameters and locals, sorted by id; the position is the cell */
    VEC(sym_id) functions;    /* the functions that it names */
};

/* Lowers the body.  `unwinds`: blocks know what runs when a call in them throws.  The result lives
 * in the arena; the scratch arena is left as it was. */
struct cfg *cfg_build(struct arena *arena, struct arena *scratch, const struct unit *unit,
                      node_id body, bool unwinds);

/* Returns a copy of the graph, in the arena, that takes no more room than it must. */
struct cfg *cfg_keep(struct arena *arena, const struct cfg *built);

/* Collects the locals, parameters and functions that the tree mentions into cfg->locals and
 * cfg->functions, in the arena. */
void cfg_collect_names(struct arena *arena, struct arena *scratch, const struct unit *unit,
                       node_id body, struct cfg *cfg);

/* True if the label stands in the tree. */
bool cfg_has_label(const struct unit *unit, node_id tree, sym_id label);

/* True if evaluating the node calls something. */
bool cfg_has_call(const struct unit *unit, node_id node);

/* True if a child of the node is a statement that the evaluation of expressions cannot run. */
bool cfg_has_control_flow(const struct unit *unit, node_id node);

/* True if the end of the block runs destructors. */
bool cfg_destroys(const struct unit *unit, node_id block);

/* Returns the destructor that the end of the block runs for a local, or 0. */
node_id cfg_destroy_of(const struct unit *unit, node_id declaration);

/* Returns the position of a local among cfg.locals, or cfg.locals.n. */
uint32_t cfg_local(const struct cfg *cfg, sym_id sym);

#endif
