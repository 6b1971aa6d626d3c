/*
 * locks_calls.c - the calls of all functions, without values: who may need the loader lock, and who
 * runs without it.
 *
 * One edge for each body that a call may run: the function itself, what overrides a virtual method,
 * what a pointer's slot may hold, what an API calls back before it returns.  A function needs the
 * loader lock if it calls an API that does, or another such function; the shortest chain is kept,
 * certain ones first.  Roots are not followed: the system calls them, nobody else.
 *
 * A function runs without the loader lock if code outside of the module can call it (exported, not
 * called here at all, virtual, its address taken) or if such a function does.
 */
#include <stdlib.h>
#include <string.h>

#include "walk/locks.h"

enum { ANY_PHASE = (1 << PHASES) - 1 };

static const struct node *node_at(const struct locks *l, uint32_t unit, node_id node)
{
    return program_node(l->program, unit, node);
}

static uint32_t unit_of(const struct locks *l, fn_id fn)
{
    return l->program->functions.at[fn.i].unit;
}

/* ---- what a call may run ---- */

/* What an argument says by itself. */
static struct api_argument argument_value(const struct locks *l, uint32_t unit, node_id node)
{
    const struct node *n = node_at(l, unit, node);
    struct api_argument argument = {0};
    if (n->kind == NODE_INT) {
        argument.is_number = true;
        argument.number = n->value;
        argument.nonzero = n->value != 0;
    } else if (n->kind == NODE_STRING) {
        argument.text = n->text;
        argument.nonzero = true;
    } else {
        argument.origin = program_origin(l->program, unit, node);
    }
    return argument;
}

static node_id first_argument(const struct locks *l, uint32_t unit, const struct node *call)
{
    if (call->kind == NODE_CALL) {
        return node_at(l, unit, call->first)->next;
    }
    return call->kind == NODE_CONSTRUCT ? call->first : (node_id){0};
}

static void add_slot(struct locks *l, uint32_t unit, node_id expression, struct lock_target like,
                     struct lock_targets *targets)
{
    slot_id id = program_slot(l->program, unit, expression);
    const struct slot *slot = &l->program->slots.at[id.i];
    uint32_t n = slot->functions.n + slot->externals.n;
    if (id.i == 0 || n > LIMIT_CANDIDATES) {
        return;
    }
    if (like.through == NULL) {
        like.through = arena_printf(l->engine->arena, "pointer %s", slot->name);
    }
    if (n > 1 || slot->other) {
        like.doubt = n > 1 ? arena_printf(l->engine->arena,
                                          "one of %u functions that '%s' may hold", n, slot->name)
                           : arena_printf(l->engine->arena, "'%s' may hold another function, too",
                                          slot->name);
    }
    for (uint32_t i = 0; i < slot->functions.n; i++) {
        like.fn = slot->functions.at[i];
        VEC_PUSH(l->arena, &targets->list, like);
    }
}

/* Adds the functions that an API calls before it returns. */
static void add_callbacks(struct locks *l, uint32_t unit, const struct node *call,
                          const struct known_api *known, struct lock_targets *targets)
{
    for (uint32_t i = 0; i < known->first->callbacks.n; i++) {
        const struct callback *callback = &known->first->callbacks.at[i];
        node_id a = first_argument(l, unit, call);
        for (uint32_t p = 0; p < callback->param && a.i != 0; p++) {
            a = node_at(l, unit, a)->next;
        }
        if (callback->kind != CALLBACK_SYNC || a.i == 0) {
            continue;
        }
        struct lock_target target = {.callback = true};
        target.through = arena_printf(l->engine->arena, "callback of %s", known->name);
        const struct node *n = node_at(l, unit, a);
        while (n->kind == NODE_ADDRESS) {
            n = node_at(l, unit, n->first);
        }
        if (n->kind == NODE_REF || n->kind == NODE_LAMBDA) {
            target.fn = program_body(l->program, unit, n->sym);
        }
        if (target.fn.i != 0) {
            VEC_PUSH(l->arena, &targets->list, target);
        } else {
            add_slot(l, unit, a, target, targets);
        }
    }
}

static void add_api(struct locks *l, uint32_t unit, const struct node *call,
                    const struct known_api *known, struct lock_targets *targets)
{
    struct api_argument arguments[LIMIT_ARGUMENTS] = {0};
    uint32_t n = 0;
    node_id a = first_argument(l, unit, call);
    for (; a.i != 0 && n < LIMIT_ARGUMENTS; a = node_at(l, unit, a)->next) {
        arguments[n++] = argument_value(l, unit, a);
    }
    targets->api =
        packs_choose(known->first, known->n, ANY_PHASE, &(struct api_call){arguments, n, NULL});
    targets->name = known->name;
    add_callbacks(l, unit, call, known, targets);
}

static void add_virtual(struct locks *l, uint32_t unit, sym_id method, struct lock_targets *targets)
{
    uint32_t first = targets->list.n;
    fn_id own = program_body(l->program, unit, method);
    if (own.i != 0) {
        VEC_PUSH(l->arena, &targets->list, ((struct lock_target){.fn = own}));
    }
    fn_id fn = program_overrider(l->program, unit, method, (fn_id){0});
    for (; fn.i != 0 && targets->list.n - first <= LIMIT_CANDIDATES;
         fn = program_overrider(l->program, unit, method, fn)) {
        VEC_PUSH(l->arena, &targets->list, ((struct lock_target){.fn = fn}));
    }
    uint32_t n = targets->list.n - first;
    if (n > LIMIT_CANDIDATES) {
        targets->list.n = first;
    }
    for (uint32_t i = first; i < targets->list.n && n > 1; i++) {
        targets->list.at[i].doubt =
            arena_printf(l->engine->arena, "one of %u methods that the virtual call '%s' may run",
                         n, program_symbol(l->program, unit, method)->name);
    }
}

static void add_symbol(struct locks *l, uint32_t unit, const struct node *call, sym_id sym,
                       struct lock_targets *targets)
{
    struct known_api known = program_api(l->program, unit, sym);
    if (known.n > 0) {
        add_api(l, unit, call, &known, targets);
    } else if ((call->flags & NODE_DYNAMIC) != 0) {
        add_virtual(l, unit, sym, targets);
    } else if (program_body(l->program, unit, sym).i != 0) {
        struct lock_target target = {.fn = program_body(l->program, unit, sym)};
        VEC_PUSH(l->arena, &targets->list, target);
    }
}

void locks_targets(struct locks *l, struct lock_call call, struct lock_targets *targets)
{
    uint32_t unit = unit_of(l, call.caller);
    const struct node *n = node_at(l, unit, call.node);
    targets->list.n = 0;
    targets->api = NULL;
    targets->name = NULL;
    if (n->kind != NODE_CALL) {
        if (n->sym.i != 0) {
            add_symbol(l, unit, n, n->sym, targets);
        }
        return;
    }
    const struct node *callee = node_at(l, unit, n->first);
    bool names = (callee->kind == NODE_REF || callee->kind == NODE_FIELD) && callee->sym.i != 0;
    if (names && program_symbol(l->program, unit, callee->sym)->kind <= SYMBOL_DESTRUCTOR) {
        add_symbol(l, unit, n, callee->sym, targets);
    } else if (n->first.i != 0) {
        add_slot(l, unit, n->first, (struct lock_target){0}, targets);
    }
}

bool locks_needs_loader(const struct locks *l, const struct api *api)
{
    return api != NULL && packs_has_effect(l->program->packs, api, "needs-loader-lock");
}

const char *locks_doubt_of_api(const struct locks *l, const struct api *api, const char *name)
{
    bool sure =
        !api_has_effect(api, "needs-loader-lock") ||
        (strcmp(api->confidence, "observed") != 0 && strcmp(api->confidence, "inferred") != 0);
    return sure ? NULL
                : arena_printf(l->engine->arena,
                               "not every version of Windows takes the loader lock in '%s'", name);
}

/* ---- the graph ---- */

static void note_need(struct locks *l, struct lock_call call, const struct lock_targets *targets)
{
    struct lock_need *need = &l->graph.needs[call.caller.i];
    if (!locks_needs_loader(l, targets->api)) {
        return;
    }
    const char *doubt = locks_doubt_of_api(l, targets->api, targets->name);
    if (need->distance == 0 || (need->doubt != NULL && doubt == NULL)) {
        *need = (struct lock_need){.distance = 1,
                                   .node = call.node,
                                   .api = targets->api,
                                   .name = targets->name,
                                   .doubt = doubt};
    }
}

static void read_call(struct locks *l, struct lock_call call, struct lock_targets *targets)
{
    locks_targets(l, call, targets);
    note_need(l, call, targets);
    const struct api *api = targets->api;
    if (api != NULL &&
        (api_has_effect(api, "takes-lock") || api_has_effect(api, "releases-lock"))) {
        l->graph.locks[call.caller.i] = true;
    }
    for (uint32_t i = 0; i < targets->list.n; i++) {
        const struct lock_target *target = &targets->list.at[i];
        struct lock_edge edge = {.caller = call.caller.i,
                                 .callee = target->fn.i,
                                 .node = call.node,
                                 .callback = target->callback,
                                 .through = target->through,
                                 .doubt = target->doubt};
        VEC_PUSH(l->arena, &l->graph.edges, edge);
    }
}

/* True if the API runs the function at the argument only under the loader lock, or not at all. */
static bool registers_phase(const struct known_api *known, uint32_t position)
{
    for (uint32_t i = 0; known->n > 0 && i < known->first->callbacks.n; i++) {
        const struct callback *callback = &known->first->callbacks.at[i];
        if (callback->param == position &&
            (callback->kind == CALLBACK_REGISTERS_PHASE || callback->kind == CALLBACK_SYNC)) {
            return true;
        }
    }
    return false;
}

/* Notes functions whose addresses are handed to code outside of the module. */
static void read_handed(struct locks *l, uint32_t unit, const struct node *call)
{
    sym_id sym = call->kind == NODE_CALL ? node_at(l, unit, call->first)->sym : call->sym;
    if (sym.i == 0 || program_symbol(l->program, unit, sym)->kind > SYMBOL_DESTRUCTOR) {
        return;
    }
    struct known_api known = program_api(l->program, unit, sym);
    if (known.n == 0 && program_body(l->program, unit, sym).i != 0) {
        return;
    }
    uint32_t position = 0;
    for (node_id a = first_argument(l, unit, call); a.i != 0; a = node_at(l, unit, a)->next) {
        const struct node *n = node_at(l, unit, a);
        if (n->kind == NODE_ADDRESS) {
            n = node_at(l, unit, n->first);
        }
        bool function = (n->kind == NODE_REF || n->kind == NODE_LAMBDA) && n->sym.i != 0 &&
                        program_symbol(l->program, unit, n->sym)->kind <= SYMBOL_DESTRUCTOR;
        fn_id fn = function ? program_body(l->program, unit, n->sym) : (fn_id){0};
        if (fn.i != 0 && !registers_phase(&known, position)) {
            l->graph.life[fn.i] = LIFE_OWN;
        }
        position++;
    }
}

/* Notes a function whose address is taken. */
static void read_address(struct locks *l, uint32_t unit, const struct node *n)
{
    if (n->sym.i != 0 && program_symbol(l->program, unit, n->sym)->kind <= SYMBOL_DESTRUCTOR) {
        l->graph.seed[program_body(l->program, unit, n->sym).i] = true;
    }
}

static bool is_call(const struct node *n)
{
    return n->kind == NODE_CALL || n->kind == NODE_CONSTRUCT || n->kind == NODE_DESTROY ||
           n->kind == NODE_DELETE;
}

/* True if the child of a call is what is called, or a function that the API is known to call. */
static bool is_called(struct locks *l, uint32_t unit, const struct node *parent, node_id child)
{
    if (!is_call(parent)) {
        return false;
    }
    if (parent->kind == NODE_CALL && parent->first.i == child.i) {
        return true;
    }
    sym_id sym = parent->kind == NODE_CALL ? node_at(l, unit, parent->first)->sym : parent->sym;
    if (sym.i == 0 || program_symbol(l->program, unit, sym)->kind > SYMBOL_DESTRUCTOR) {
        return false;
    }
    struct known_api known = program_api(l->program, unit, sym);
    uint32_t position = 0;
    for (node_id a = first_argument(l, unit, parent); a.i != child.i && a.i != 0;
         a = node_at(l, unit, a)->next) {
        position++;
    }
    return registers_phase(&known, position);
}

/* Reads a tree: the calls of a function (fn 0: of no function, only addresses count). */
static void read_tree(struct locks *l, uint32_t unit, fn_id fn, node_id root,
                      struct lock_targets *targets)
{
    VEC(node_id) stack = {0};
    struct arena *scratch = arena_create();
    VEC_PUSH(scratch, &stack, root);
    while (stack.n > 0) {
        node_id node = stack.at[--stack.n];
        const struct node *n = node_at(l, unit, node);
        if (is_call(n)) {
            if (fn.i != 0) {
                read_call(l, (struct lock_call){fn, node}, targets);
            }
            read_handed(l, unit, n);
        }
        uint32_t from = stack.n;
        for (node_id c = n->first; c.i != 0; c = node_at(l, unit, c)->next) {
            const struct node *child = node_at(l, unit, c);
            bool names = child->kind == NODE_REF || child->kind == NODE_LAMBDA;
            if (names && !is_called(l, unit, n, c)) {
                read_address(l, unit, child);
            }
            VEC_PUSH(scratch, &stack, c);
        }
        for (uint32_t to = stack.n; from + 1 < to; from++) {
            node_id swapped = stack.at[--to];
            stack.at[to] = stack.at[from];
            stack.at[from] = swapped;
        }
    }
    arena_destroy(scratch);
}

static int compare_edges(const void *a, const void *b)
{
    const struct lock_edge *left = a;
    const struct lock_edge *right = b;
    if (left->node.i != right->node.i) {
        return left->node.i < right->node.i ? -1 : 1;
    }
    return (left->callee > right->callee) - (left->callee < right->callee);
}

static void read_function(struct locks *l, uint32_t f, struct lock_targets *targets)
{
    struct lock_graph *g = &l->graph;
    const struct program_function *function = &l->program->functions.at[f];
    g->first[f] = g->edges.n;
    read_tree(l, function->unit, (fn_id){f}, function->body, targets);
    uint32_t n = g->edges.n - g->first[f];
    if (n > 1) {
        qsort(&g->edges.at[g->first[f]], n, sizeof *g->edges.at, compare_edges);
    }
}

static void index_callers(struct locks *l)
{
    struct lock_graph *g = &l->graph;
    uint32_t n = l->program->functions.n;
    g->callers = ARENA_NEW_N(l->arena, uint32_t, g->edges.n);
    g->first_caller = ARENA_NEW_N(l->arena, uint32_t, n + 2);
    for (uint32_t e = 0; e < g->edges.n; e++) {
        g->first_caller[g->edges.at[e].callee + 2]++;
    }
    for (uint32_t f = 2; f < n + 2; f++) {
        g->first_caller[f] += g->first_caller[f - 1];
    }
    for (uint32_t e = 0; e < g->edges.n; e++) {
        g->callers[g->first_caller[g->edges.at[e].callee + 1]++] = e;
    }
}

/* ---- who needs the loader lock ---- */

const struct api *locks_needed_api(const struct locks *l, fn_id fn, const char **name)
{
    const struct lock_need *need = &l->graph.needs[fn.i];
    while (need->api == NULL) {
        need = &l->graph.needs[l->graph.edges.at[need->edge].callee];
    }
    *name = need->name;
    return need->api;
}

node_id locks_need_node(const struct locks *l, uint32_t f)
{
    const struct lock_need *need = &l->graph.needs[f];
    return need->api != NULL ? need->node : l->graph.edges.at[need->edge].node;
}

/* Adds the callers of what needs the loader lock, nearest first. */
static void spread_needs(struct locks *l, const bool *root, bool doubtful)
{
    struct lock_graph *g = &l->graph;
    VEC(uint32_t) queue = {0};
    struct arena *scratch = arena_create();
    for (uint32_t distance = 0; distance < 2; distance++) {
        for (uint32_t f = 1; f < l->program->functions.n; f++) {
            bool counts = g->needs[f].distance != 0 && (doubtful || g->needs[f].doubt == NULL);
            if (counts && !root[f] && (g->needs[f].distance == 1) == (distance == 0)) {
                VEC_PUSH(scratch, &queue, f);
            }
        }
    }
    for (uint32_t i = 0; i < queue.n; i++) {
        uint32_t f = queue.at[i];
        for (uint32_t c = g->first_caller[f]; c < g->first_caller[f + 1]; c++) {
            const struct lock_edge *edge = &g->edges.at[g->callers[c]];
            struct lock_need *need = &g->needs[edge->caller];
            bool better = need->distance == 0 || (!doubtful && need->doubt != NULL);
            if (!better || (edge->doubt != NULL && !doubtful) ||
                locks_contradicts(l, edge, locks_need_node(l, edge->callee))) {
                continue;
            }
            *need =
                (struct lock_need){.distance = g->needs[f].distance + 1,
                                   .edge = g->callers[c],
                                   .doubt = edge->doubt != NULL ? edge->doubt : g->needs[f].doubt};
            if (!root[edge->caller]) {
                VEC_PUSH(scratch, &queue, edge->caller);
            }
        }
    }
    arena_destroy(scratch);
}

/* ---- who runs without it ---- */

static bool is_seed(const struct locks *l, uint32_t f)
{
    const struct program_function *function = &l->program->functions.at[f];
    const struct symbol *symbol = program_symbol(l->program, function->unit, function->sym);
    if (l->graph.seed[f] || l->graph.life[f] == LIFE_OWN) {
        return true;
    }
    if ((symbol->flags & (SYMBOL_DLLEXPORT | SYMBOL_VIRTUAL)) != 0) {
        return true;
    }
    uint32_t hidden = FUNCTION_INLINE | FUNCTION_IMPLICIT;
    bool visible =
        (symbol->flags & SYMBOL_INTERNAL) == 0 && (function->function->flags & hidden) == 0;
    for (uint32_t c = l->graph.first_caller[f]; c < l->graph.first_caller[f + 1] && visible; c++) {
        visible = l->graph.edges.at[l->graph.callers[c]].caller == f;
    }
    return visible;
}

/* Gives a life to everything that is called from a function of that life. */
static void spread_life(struct locks *l, const bool *root, enum lock_life life)
{
    struct lock_graph *g = &l->graph;
    VEC(uint32_t) queue = {0};
    struct arena *scratch = arena_create();
    for (uint32_t f = 1; f < l->program->functions.n; f++) {
        if (g->life[f] == life && !root[f]) {
            VEC_PUSH(scratch, &queue, f);
        }
    }
    for (uint32_t i = 0; i < queue.n; i++) {
        uint32_t f = queue.at[i];
        for (uint32_t e = g->first[f]; e < g->first[f + 1]; e++) {
            uint32_t callee = g->edges.at[e].callee;
            if (g->life[callee] < life && !root[callee]) {
                g->life[callee] = (uint8_t)life;
                VEC_PUSH(scratch, &queue, callee);
            }
        }
    }
    arena_destroy(scratch);
}

static void find_life(struct locks *l, const bool *root)
{
    struct lock_graph *g = &l->graph;
    for (uint32_t f = 1; f < l->program->functions.n; f++) {
        g->seed[f] = !root[f] && is_seed(l, f);
        if (root[f]) {
            g->life[f] = LIFE_NONE;
        } else if (g->seed[f] && g->life[f] == LIFE_NONE) {
            g->life[f] = LIFE_CALLED;
        }
    }
    spread_life(l, root, LIFE_OWN);
    spread_life(l, root, LIFE_CALLED);
}

/* The functions that run under the loader lock by themselves. */
static bool *find_roots(struct locks *l)
{
    bool *root = ARENA_NEW_N(l->arena, bool, l->program->functions.n);
    for (uint32_t r = 0; r < l->program->roots.n; r++) {
        root[l->program->roots.at[r].fn.i] = true;
    }
    for (uint32_t r = 0; r < l->engine->roots.n; r++) {
        for (int phase = 0; phase < PHASES; phase++) {
            uint32_t context = l->engine->roots.at[r].contexts[phase];
            root[l->engine->contexts.at[context].fn.i] = true;
        }
    }
    for (uint32_t f = 1; f < l->program->functions.n; f++) {
        root[f] |= l->program->functions.at[f].function == NULL;
    }
    return root;
}

void locks_read_calls(struct locks *l)
{
    struct lock_graph *g = &l->graph;
    uint32_t n = l->program->functions.n;
    struct lock_targets targets = {0};
    g->first = ARENA_NEW_N(l->arena, uint32_t, n + 1);
    g->needs = ARENA_NEW_N(l->arena, struct lock_need, n);
    g->life = ARENA_NEW_N(l->arena, uint8_t, n);
    g->seed = ARENA_NEW_N(l->arena, bool, n);
    g->locks = ARENA_NEW_N(l->arena, bool, n);
    for (uint32_t f = 1; f < n; f++) {
        read_function(l, f, &targets);
    }
    g->first[n] = g->edges.n;
    for (uint32_t u = 0; u < l->program->units.n; u++) {
        const struct unit *unit = l->program->units.at[u];
        for (uint32_t i = 0; i < unit->globals.n; i++) {
            const struct node *init = node_at(l, u, unit->globals.at[i].init);
            if (unit->globals.at[i].init.i != 0 && unit->globals.at[i].section == NULL) {
                if (init->kind == NODE_REF) {
                    read_address(l, u, init);
                }
                read_tree(l, u, (fn_id){0}, unit->globals.at[i].init, &targets);
            }
        }
    }
    index_callers(l);
    g->sure_edge = ARENA_NEW_N(l->arena, uint8_t, g->edges.n);
    g->sure_need = ARENA_NEW_N(l->arena, uint8_t, n);
    g->demands = ARENA_NEW_N(l->arena, struct lock_demand, n);
    bool *root = find_roots(l);
    spread_needs(l, root, false);
    spread_needs(l, root, true);
    find_life(l, root);
}

/* ---- steps ---- */

struct step locks_step(const struct locks *l, struct lock_call call, const char *calls,
                       const char *through)
{
    const struct program_function *function = &l->program->functions.at[call.caller.i];
    where_id where = node_at(l, function->unit, call.node)->where;
    return (struct step){
        .function = function->name,
        .calls = calls,
        .at = engine_place(l->engine, function->unit, where.i == 0 ? function->where : where),
        .through = through};
}

void locks_add_need(struct locks *l, fn_id fn, struct lock_steps *steps, const char **doubt)
{
    struct lock_graph *g = &l->graph;
    const struct lock_need *need = &g->needs[fn.i];
    const char *unsure = need->doubt;
    while (need->api == NULL) {
        const struct lock_edge *edge = &g->edges.at[need->edge];
        const char *calls = l->program->functions.at[edge->callee].name;
        struct lock_call call = {{edge->caller}, edge->node};
        VEC_PUSH(l->engine->arena, &steps->list, locks_step(l, call, calls, edge->through));
        if (unsure == NULL) {
            unsure = locks_doubt_of_call(l, fn, edge->node, &g->sure_edge[need->edge]);
        }
        need = &g->needs[edge->callee];
        fn = (fn_id){edge->callee};
    }
    VEC_PUSH(l->engine->arena, &steps->list,
             locks_step(l, (struct lock_call){fn, need->node}, need->name, NULL));
    if (unsure == NULL) {
        unsure = locks_doubt_of_call(l, fn, need->node, &g->sure_need[fn.i]);
    }
    *doubt = *doubt == NULL ? unsure : *doubt;
}
