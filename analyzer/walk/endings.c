/*
 * endings.c - which resources the code of a module can end, wherever that code stands.
 *
 * Takes the units and the packs, gives a set of resources.  A resource can be ended if some code,
 * reached or not, calls an API that ends it, takes that API's address, or has its name as a string
 * (to look it up).  What the arguments of a call leave open counts as ending it: this set is there
 * to keep quiet.
 *
 * Of code that was not read it can only tell that there is some.
 */
#include "walk/endings.h"

#include <string.h>

/* Windows never maps the first 64 KB: a number below is no address, but a word such as SIG_IGN. */
enum { LOWEST_ADDRESS = 0x10000 };

/* One scan. */
struct scan {
    const struct program *program;
    struct strmap *ended;
    struct arena *scratch;
    uint32_t unit;
    const struct unit *facts;
    struct known_api *enders; /* by symbol: APIs that end something, perhaps; n is 0 for others */
    bool *callees;            /* by node: the callee of a call */
};

static bool is_ending(const struct api *api)
{
    return api->resource[0] != '\0' && api_has_effect(api, "unregisters");
}

/* What the text of an argument alone says. */
static struct api_argument argument_of(const struct scan *s, node_id node)
{
    const struct node *n = &s->facts->nodes.at[node.i];
    struct api_argument argument = {0};
    bool function = n->kind == NODE_REF && s->facts->symbols.at[n->sym.i].kind <= SYMBOL_DESTRUCTOR;
    if (n->kind == NODE_INT) {
        argument =
            (struct api_argument){.is_number = true, .number = n->value, .nonzero = n->value != 0};
    } else if (n->kind == NODE_STRING) {
        argument = (struct api_argument){.nonzero = true, .text = n->text};
    } else if (function || n->kind == NODE_ADDRESS || n->kind == NODE_LAMBDA) {
        argument.nonzero = true;
    }
    return argument;
}

/* True unless the condition certainly does not hold. */
static bool may_hold(const struct condition *condition, const struct api_argument *arguments,
                     uint32_t n)
{
    if (condition_holds(condition, &(struct api_call){arguments, n, NULL}) ||
        condition->kind == CONDITION_OBJECT) {
        return true;
    }
    if (condition->kind == CONDITION_ARGUMENTS || condition->param >= n) {
        return false;
    }
    const struct api_argument *argument = &arguments[condition->param];
    bool no_address = condition->kind == CONDITION_EQUALS && condition->value >= 0 &&
                      condition->value < LOWEST_ADDRESS;
    return !argument->is_number && argument->text == NULL && !(argument->nonzero && no_address);
}

/* Notes what the entries may end that can hold for the arguments; NULL: whatever these are. */
static void note_entries(struct scan *s, const struct known_api *known,
                         const struct api_argument *arguments, uint32_t n)
{
    for (uint32_t i = 0; i < known->n; i++) {
        const struct api *api = &known->first[i];
        bool may = true;
        bool certain = arguments != NULL;
        for (uint32_t c = 0; c < api->conditions.n && arguments != NULL; c++) {
            const struct condition *condition = &api->conditions.at[c];
            may = may && may_hold(condition, arguments, n);
            certain = certain && condition_holds(condition, &(struct api_call){arguments, n, NULL});
        }
        if (may && is_ending(api)) {
            strmap_put(s->ended, api->resource, 1);
        }
        if (may && certain) {
            return;
        }
    }
}

static void scan_call(struct scan *s, const struct node *call)
{
    const struct known_api *known = &s->enders[s->facts->nodes.at[call->first.i].sym.i];
    s->callees[call->first.i] = true;
    if (known->n == 0) {
        return;
    }
    struct api_argument arguments[LIMIT_ARGUMENTS] = {0};
    uint32_t n = 0;
    node_id node = s->facts->nodes.at[call->first.i].next;
    for (; node.i != 0 && n < LIMIT_ARGUMENTS; node = s->facts->nodes.at[node.i].next) {
        arguments[n++] = argument_of(s, node);
    }
    note_entries(s, known, arguments, n);
}

static void scan_other(struct scan *s, uint32_t node)
{
    const struct node *n = &s->facts->nodes.at[node];
    struct known_api known = {0};
    if (n->sym.i != 0 && !s->callees[node]) {
        known = s->enders[n->sym.i];
    } else if (n->kind == NODE_STRING && n->text != NULL) {
        known.first = packs_find(s->program->packs, n->text, &known.n);
    }
    note_entries(s, &known, NULL, 0);
}

/* Finds the functions of the unit that end something. */
static void find_enders(struct scan *s)
{
    s->enders = ARENA_NEW_N(s->scratch, struct known_api, s->facts->symbols.n);
    for (uint32_t i = 1; i < s->facts->symbols.n; i++) {
        struct known_api known = program_api(s->program, s->unit, (sym_id){i});
        for (uint32_t a = 0; a < known.n && s->enders[i].n == 0; a++) {
            s->enders[i] = is_ending(&known.first[a]) ? known : s->enders[i];
        }
    }
}

static void scan_unit(struct scan *s)
{
    find_enders(s);
    s->callees = ARENA_NEW_N(s->scratch, bool, s->facts->nodes.n);
    for (uint32_t i = 1; i < s->facts->nodes.n; i++) {
        const struct node *n = &s->facts->nodes.at[i];
        if (n->kind == NODE_CALL && s->facts->nodes.at[n->first.i].kind == NODE_REF) {
            scan_call(s, n);
        }
    }
    for (uint32_t i = 1; i < s->facts->nodes.n; i++) {
        scan_other(s, i);
    }
}

struct strmap *endings_of(struct arena *arena, const struct program *program)
{
    struct scan s = {.program = program, .ended = strmap_create(arena)};
    for (uint32_t u = 0; u < program->units.n; u++) {
        s.unit = u;
        s.facts = program->units.at[u];
        s.scratch = arena_create();
        scan_unit(&s);
        arena_destroy(s.scratch);
    }
    return s.ended;
}

/* ---- what was not seen ---- */

/* Returns, by function, whether it is reached when the DLL is unloaded. */
static bool *reached_at_unload(struct arena *scratch, const struct engine *e)
{
    bool *functions = ARENA_NEW_N(scratch, bool, e->program->functions.n);
    bool *seen = ARENA_NEW_N(scratch, bool, e->contexts.n);
    VEC(uint32_t) queue = {0};
    for (uint32_t r = 0; r < e->roots.n; r++) {
        VEC_PUSH(scratch, &queue, e->roots.at[r].contexts[PHASE_DETACH_UNLOAD]);
    }
    while (queue.n > 0) {
        uint32_t at = queue.at[--queue.n];
        if (seen[at]) {
            continue;
        }
        seen[at] = true;
        const struct context *context = &e->contexts.at[at];
        functions[context->fn.i] = true;
        for (uint32_t i = 0; i < context->edges.n; i++) {
            if (context->edges.at[i].kind == EDGE_CALL) {
                VEC_PUSH(scratch, &queue, context->edges.at[i].context);
            }
        }
    }
    return functions;
}

/* True if the cut is a call that was not followed. */
static bool is_call(const struct cut *cut)
{
    static const char *const kinds[] = {"no-definition", "undeclared-function", "unknown-target"};
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        if (strcmp(cut->kind, kinds[i]) == 0) {
            return true;
        }
    }
    return false;
}

static bool stands_in(const struct engine *e, const struct place *at, uint32_t fn)
{
    const struct program_function *function = &e->program->functions.at[fn];
    if (function->function == NULL) {
        return false;
    }
    struct place begin = engine_place(e, function->unit, function->where);
    return begin.line <= at->line && at->line <= function->function->end_line &&
           strcmp(begin.file, at->file) == 0;
}

/* Returns the first call at unload that was not followed, NULL if there is none. */
static const struct cut *lost_call(const struct engine *e, const bool *reached)
{
    for (uint32_t c = 0; c < e->cuts.n; c++) {
        const struct cut *cut = &e->cuts.at[c];
        for (uint32_t f = 1; f < e->program->functions.n && is_call(cut); f++) {
            if (reached[f] && stands_in(e, &cut->at, f)) {
                return cut;
            }
        }
    }
    return NULL;
}

const char *endings_unseen(struct engine *e)
{
    for (uint32_t u = 0; u < e->program->units.n; u++) {
        if (e->program->units.at[u]->status == UNIT_FAILED) {
            return "a unit that was not read may end it";
        }
    }
    struct arena *scratch = arena_create();
    const struct cut *cut = lost_call(e, reached_at_unload(scratch, e));
    arena_destroy(scratch);
    return cut == NULL
               ? NULL
               : arena_printf(e->arena, "a call at unload that was not followed may end it: %s",
                              cut->detail);
}
