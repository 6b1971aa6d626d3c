/* cfg_names.c - what the tree of a function mentions: locals, those of its lambdas, labels. */
#include <stdlib.h>

#include "walk/cfg.h"

static int compare_syms(const void *a, const void *b)
{
    const sym_id *left = a;
    const sym_id *right = b;
    return (left->i > right->i) - (left->i < right->i);
}

/* A growing list of symbols. */
struct names {
    VEC(sym_id) list;
};

/* Sorts the symbols; each stays once. */
static void sort_names(struct names *names)
{
    uint32_t n = 0;
    if (names->list.n > 0) {
        qsort(names->list.at, names->list.n, sizeof *names->list.at, compare_syms);
    }
    for (uint32_t i = 0; i < names->list.n; i++) {
        if (n == 0 || names->list.at[i].i != names->list.at[n - 1].i) {
            names->list.at[n++] = names->list.at[i];
        }
    }
    names->list.n = n;
}

/* Returns the body of a lambda of the unit, id 0 if the node is none. */
static node_id lambda_body(const struct unit *unit, const struct node *n)
{
    bool lambda = n->kind == NODE_LAMBDA && (n->flags & NODE_IMPLICIT) == 0 && n->sym.i != 0;
    for (uint32_t i = 0; i < unit->functions.n && lambda; i++) {
        if (unit->functions.at[i].sym.i == n->sym.i) {
            return unit->functions.at[i].body;
        }
    }
    return (node_id){0};
}

/* Adds the locals and parameters that the bodies of lambdas name: their captures are among them. */
static void collect_captured(struct arena *scratch, const struct unit *unit, node_id lambda,
                             struct names *locals)
{
    VEC(node_id) stack = {0};
    VEC_PUSH(scratch, &stack, lambda);
    while (stack.n > 0) {
        const struct node *n = &unit->nodes.at[stack.at[--stack.n].i];
        enum symbol_kind kind = unit->symbols.at[n->sym.i].kind;
        if (n->kind == NODE_REF && (kind == SYMBOL_LOCAL || kind == SYMBOL_PARAM)) {
            VEC_PUSH(scratch, &locals->list, n->sym);
        }
        node_id inner = lambda_body(unit, n);
        if (inner.i != 0) {
            VEC_PUSH(scratch, &stack, inner);
        }
        for (node_id c = n->first; c.i != 0; c = unit->nodes.at[c.i].next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
}

void cfg_collect_names(struct arena *arena, struct arena *scratch, const struct unit *unit,
                       node_id body, struct cfg *cfg)
{
    VEC(node_id) stack = {0};
    struct names locals = {0};
    struct names functions = {0};
    VEC_PUSH(scratch, &stack, body);
    while (stack.n > 0) {
        const struct node *n = &unit->nodes.at[stack.at[--stack.n].i];
        enum symbol_kind kind = unit->symbols.at[n->sym.i].kind;
        if (n->sym.i != 0 && (kind == SYMBOL_LOCAL || kind == SYMBOL_PARAM)) {
            VEC_PUSH(scratch, &locals.list, n->sym);
        } else if (n->sym.i != 0 && kind <= SYMBOL_DESTRUCTOR) {
            VEC_PUSH(scratch, &functions.list, n->sym);
        }
        if (lambda_body(unit, n).i != 0) {
            collect_captured(scratch, unit, lambda_body(unit, n), &locals);
        }
        for (node_id c = n->first; c.i != 0; c = unit->nodes.at[c.i].next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
    sort_names(&locals);
    sort_names(&functions);
    cfg->locals.at = arena_copy(arena, locals.list.at, sizeof(sym_id) * locals.list.n);
    cfg->locals.n = cfg->locals.cap = locals.list.n;
    cfg->functions.at = arena_copy(arena, functions.list.at, sizeof(sym_id) * functions.list.n);
    cfg->functions.n = cfg->functions.cap = functions.list.n;
}

uint32_t cfg_local(const struct cfg *cfg, sym_id sym)
{
    uint32_t low = 0;
    uint32_t high = cfg->locals.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (cfg->locals.at[middle].i < sym.i) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < cfg->locals.n && cfg->locals.at[low].i == sym.i ? low : cfg->locals.n;
}

bool cfg_has_label(const struct unit *unit, node_id tree, sym_id label)
{
    struct arena *scratch = arena_create();
    VEC(node_id) stack = {0};
    VEC_PUSH(scratch, &stack, tree);
    bool found = false;
    while (stack.n > 0 && !found) {
        const struct node *n = &unit->nodes.at[stack.at[--stack.n].i];
        found = n->kind == NODE_LABEL && n->sym.i == label.i;
        for (node_id c = n->first; c.i != 0; c = unit->nodes.at[c.i].next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
    arena_destroy(scratch);
    return found;
}

bool cfg_has_call(const struct unit *unit, node_id node)
{
    const struct node *n = &unit->nodes.at[node.i];
    bool found = n->kind == NODE_CALL || n->kind == NODE_CONSTRUCT || n->kind == NODE_DESTROY ||
                 n->kind == NODE_DELETE || n->kind == NODE_NEW || n->kind == NODE_THROW;
    for (node_id c = n->first; c.i != 0 && !found; c = unit->nodes.at[c.i].next) {
        found = cfg_has_call(unit, c);
    }
    return found;
}

bool cfg_has_control_flow(const struct unit *unit, node_id node)
{
    for (node_id c = unit->nodes.at[node.i].first; c.i != 0; c = unit->nodes.at[c.i].next) {
        const struct node *n = &unit->nodes.at[c.i];
        if (n->kind >= NODE_BLOCK && n->kind != NODE_DECLARE) {
            return true;
        }
    }
    return false;
}

bool cfg_destroys(const struct unit *unit, node_id block)
{
    bool found = false;
    for (node_id c = unit->nodes.at[block.i].first; c.i != 0 && !found;) {
        const struct node *n = &unit->nodes.at[c.i];
        found = n->kind == NODE_DESTROY;
        c = n->next;
    }
    return found;
}

node_id cfg_destroy_of(const struct unit *unit, node_id declaration)
{
    sym_id sym = unit->nodes.at[declaration.i].sym;
    for (node_id c = unit->nodes.at[declaration.i].next; c.i != 0; c = unit->nodes.at[c.i].next) {
        const struct node *n = &unit->nodes.at[c.i];
        if (n->kind == NODE_DESTROY && (n->flags & NODE_IMPLICIT) != 0 && n->first.i != 0 &&
            unit->nodes.at[n->first.i].sym.i == sym.i) {
            return c;
        }
    }
    return (node_id){0};
}
