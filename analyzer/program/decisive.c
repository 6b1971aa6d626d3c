/*
 * decisive.c - which parameters are worth following as values?
 *
 * A parameter decides something if it is used anywhere but as a plain argument of a direct call, or
 * if the callee's parameter there decides something, or if the packs ask for that argument.  All
 * others can be forgotten at the call: otherwise each text handed to a logging function would make
 * a context of its own.
 */
#include "program/internal.h"

/* Parameter `param` of function `caller` is handed on as parameter `callee_param` of the function
 * whose list it is in. */
struct handed_on {
    uint32_t caller;
    uint8_t param, callee_param;
    uint32_t next; /* index of the next in the list, 0: none */
};

/* What the search works on. */
struct search {
    struct arena *arena;
    struct program *program;
    VEC(struct handed_on) edges; /* [0] is a dummy */
    uint32_t *first;             /* by callee: its list */
    VEC(uint32_t) work;          /* functions with news */
    struct node_stack stack;     /* nodes of the function that is read */
};

enum { MOST_PARAMS = 64 };

/* Returns the position of a parameter in the function, or MOST_PARAMS. */
static uint32_t param_position(const struct search *s, uint32_t f, sym_id sym)
{
    const struct program_function *function = &s->program->functions.at[f];
    const struct unit *unit = s->program->units.at[function->unit];
    if (function->function == NULL || unit->symbols.at[sym.i].kind != SYMBOL_PARAM) {
        return MOST_PARAMS;
    }
    for (uint32_t i = 0; i < function->function->n_params && i < MOST_PARAMS; i++) {
        if (unit->params.at[function->function->first_param + i].i == sym.i) {
            return i;
        }
    }
    return MOST_PARAMS;
}

/* True if what the API does counts only where its object is this module. */
static bool deals_with_module(const struct api *api)
{
    return api_has_effect(api, "disables-thread-notifications") ||
           api_has_effect(api, "pins-module");
}

static bool packs_ask(const struct known_api *known, uint32_t argument)
{
    for (uint32_t e = 0; e < known->n; e++) {
        const struct api *api = &known->first[e];
        if (api->has_object && api->object == argument && deals_with_module(api)) {
            return true;
        }
        if (api_looks_up(api)) {
            return true; /* in which module, and by which name */
        }
        for (uint32_t i = 0; i < api->conditions.n; i++) {
            if (api->conditions.at[i].param == argument) {
                return true;
            }
        }
        for (uint32_t i = 0; i < api->callbacks.n; i++) {
            const struct callback *callback = &api->callbacks.at[i];
            if (callback->param == argument ||
                (callback->has_context && callback->context == argument)) {
                return true;
            }
        }
    }
    return false;
}

/* True if the API fills the argument's place with a text of which something is known: of the
 * caller's place, if that is a parameter. */
static bool packs_fill(const struct known_api *known, uint32_t argument)
{
    for (uint32_t e = 0; e < known->n; e++) {
        const struct api *api = &known->first[e];
        for (uint32_t i = 0; i < api->gifts.n; i++) {
            const struct gift *gift = &api->gifts.at[i];
            if (gift->param == argument && gift->what != NULL && packs_is_bytes(gift->what)) {
                return true;
            }
        }
    }
    return false;
}

/* Notes that parameter `param` of `f` is the argument at `position` of a call. */
static void note_argument(struct search *s, uint32_t f, const struct node *callee, uint32_t param,
                          uint32_t position)
{
    uint32_t unit = s->program->functions.at[f].unit;
    bool function = callee->kind == NODE_REF &&
                    s->program->units.at[unit]->symbols.at[callee->sym.i].kind == SYMBOL_FUNCTION;
    struct known_api known = {0};
    fn_id fn = {0};
    if (function) {
        known = program_api(s->program, unit, callee->sym);
    }
    if (callee->kind == NODE_REF && known.n == 0) {
        fn = s->program->function_of[unit][callee->sym.i];
    }
    if (fn.i != 0 && position < MOST_PARAMS) {
        struct handed_on edge = {.caller = f,
                                 .param = (uint8_t)param,
                                 .callee_param = (uint8_t)position,
                                 .next = s->first[fn.i]};
        s->first[fn.i] = s->edges.n;
        VEC_PUSH(s->arena, &s->edges, edge);
        return;
    }
    if (!function || packs_ask(&known, position) || packs_fill(&known, position)) {
        s->program->functions.at[f].decisive |= UINT64_C(1) << param;
    }
}

/* Reads a call's children: plain parameters are arguments, everything else is read on. */
static void read_call(struct search *s, uint32_t f, node_id call)
{
    const struct unit *unit = s->program->units.at[s->program->functions.at[f].unit];
    node_id callee = unit->nodes.at[call.i].first;
    if (callee.i == 0) {
        return;
    }
    VEC_PUSH(s->arena, &s->stack.nodes, callee);
    uint32_t position = 0;
    for (node_id a = unit->nodes.at[callee.i].next; a.i != 0; a = unit->nodes.at[a.i].next) {
        const struct node *n = &unit->nodes.at[a.i];
        uint32_t param = n->kind == NODE_REF ? param_position(s, f, n->sym) : MOST_PARAMS;
        if (param < MOST_PARAMS) {
            note_argument(s, f, &unit->nodes.at[callee.i], param, position);
        } else {
            VEC_PUSH(s->arena, &s->stack.nodes, a);
        }
        position++;
    }
}

static void read_function(struct search *s, uint32_t f)
{
    struct program_function *function = &s->program->functions.at[f];
    if (function->function == NULL || function->function->n_params == 0) {
        return;
    }
    const struct unit *unit = s->program->units.at[function->unit];
    VEC_PUSH(s->arena, &s->stack.nodes, function->body);
    while (s->stack.nodes.n > 0) {
        node_id node = program_pop(unit, &s->stack);
        const struct node *n = &unit->nodes.at[node.i];
        if (n->kind == NODE_CALL) {
            read_call(s, f, node);
            continue;
        }
        if (n->kind == NODE_REF) {
            uint32_t param = param_position(s, f, n->sym);
            if (param < MOST_PARAMS) {
                function->decisive |= UINT64_C(1) << param;
            }
        }
        program_push_children(s->arena, unit, node, &s->stack);
        fn_id lambda = {0};
        if (n->kind == NODE_LAMBDA && (n->flags & NODE_IMPLICIT) == 0) {
            lambda = s->program->function_of[function->unit][n->sym.i];
        }
        if (lambda.i != 0 && s->program->functions.at[lambda.i].unit == function->unit) {
            /* what it captures is read there */
            VEC_PUSH(s->arena, &s->stack.nodes, s->program->functions.at[lambda.i].body);
        }
    }
}

static void propagate(struct search *s)
{
    for (uint32_t f = 1; f < s->program->functions.n; f++) {
        VEC_PUSH(s->arena, &s->work, f);
    }
    while (s->work.n > 0) {
        uint32_t callee = s->work.at[--s->work.n];
        uint64_t decisive = s->program->functions.at[callee].decisive;
        for (uint32_t e = s->first[callee]; e != 0; e = s->edges.at[e].next) {
            const struct handed_on *edge = &s->edges.at[e];
            uint64_t bit = UINT64_C(1) << edge->param;
            struct program_function *caller = &s->program->functions.at[edge->caller];
            if ((decisive >> edge->callee_param & 1U) != 0 && (caller->decisive & bit) == 0) {
                caller->decisive |= bit;
                VEC_PUSH(s->arena, &s->work, edge->caller);
            }
        }
    }
}

void program_find_decisive(struct program *program)
{
    struct search s = {.arena = arena_create(), .program = program};
    VEC_PUSH(s.arena, &s.edges, ((struct handed_on){0}));
    s.first = ARENA_NEW_N(s.arena, uint32_t, program->functions.n);
    for (uint32_t f = 1; f < program->functions.n; f++) {
        read_function(&s, f);
    }
    propagate(&s);
    arena_destroy(s.arena);
}
