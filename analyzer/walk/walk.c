/*
 * walk.c - the walk of one module: contexts of all roots in all phases, then their paths.
 */
#include "walk/walk.h"

#include <stdlib.h>
#include <string.h>

#include "walk/conclude.h"
#include "walk/engine.h"

/* A walk that can be searched again. */
struct walk {
    struct engine engine;
    const struct reach *reach;
};

/* The parameters of the entry point in one phase: the module, the reason, lpvReserved. */
static void entry_arguments(enum phase phase, struct argument arguments[3])
{
    static const int reasons[PHASES] = {1, 1, 2, 3, 0, 0};
    bool reserved = phase == PHASE_ATTACH_STATIC || phase == PHASE_DETACH_EXIT;
    memset(arguments, 0, 3 * sizeof *arguments);
    arguments[0].value = value_make(VALUE_OWN, 0, NULL); /* the module's first byte */
    arguments[1].value = value_int(reasons[phase]);
    arguments[2].value = reserved ? value_nonzero() : value_int(0);
}

static struct walked_root run_root(struct engine *e, const struct program_root *root,
                                   uint32_t phases)
{
    struct walked_root walked = {.root = root};
    for (enum phase phase = 0; phase < PHASES; phase++) {
        if ((phases >> phase & 1U) == 0) {
            continue;
        }
        struct argument arguments[3];
        entry_arguments(phase, arguments);
        e->exiting = phase == PHASE_DETACH_EXIT;
        e->attaching = phase <= PHASE_ATTACH_STATIC;
        struct context_input input = {.arguments = arguments, .n_arguments = root->entry ? 3 : 0};
        if (root->entry) {
            struct known_globals known = initial_at_entry(e, root, phase);
            input.globals = known.list.at;
            input.n_globals = known.list.n;
        }
        if (root->has_argument) {
            bool method = e->program->functions.at[root->fn.i].method;
            memset(arguments, 0, sizeof arguments);
            arguments[method ? 1 : 0].value = value_int(root->argument);
            input.n_arguments = method ? 2 : 1;
        }
        walked.contexts[phase] = context_for(e, root->fn, &input);
        context_run(e, walked.contexts[phase]);
    }
    return walked;
}

/* Walks the roots: first what runs before entry points, last what destroys what others make on
 * their way. */
static void run_roots(struct engine *e)
{
    const struct program *program = e->program;
    bool late = false;
    for (uint32_t r = 0; r < program->roots.n; r++) {
        const struct program_root *root = &program->roots.at[r];
        bool waits = root->made_in.i != 0 && !root->outside;
        bool entry = root->entry && strcmp(root->kind, "tls-callback") != 0;
        VEC_PUSH(e->arena, &e->roots, run_root(e, root, waits || entry ? 0 : root->phases));
        late |= waits;
    }
    initial_run(e);
    for (uint32_t r = 0; r < program->roots.n; r++) {
        if (phases_is_entry(&e->roots.at[r])) {
            e->roots.at[r] = run_root(e, &program->roots.at[r], program->roots.at[r].phases);
        }
    }
    e->absent = phases_absent(e);
    while (late) {
        late = false;
        uint32_t *made = statics_made(e);
        for (uint32_t r = 0; r < program->roots.n; r++) {
            const struct program_root *root = &program->roots.at[r];
            uint32_t phases = statics_phases(e, &e->roots.at[r], made);
            if (phases != 0) {
                e->roots.at[r] = run_root(e, root, phases);
                late = true;
            }
        }
    }
}

struct search_start engine_search_start(const struct engine *e, const struct reach *reach,
                                        uint32_t root, struct step *before)
{
    const struct walked_root *walked = &e->roots.at[root];
    struct search_start start = {.root = root, .doubt = walked->doubt};
    if (walked->root != NULL && walked->root->destructor != NULL) {
        const char *name = walked->root->name;
        *before = (struct step){.function = name,
                                .calls = walked->root->destructor,
                                .at = reach->roots.at[root].at,
                                .through = arena_printf(e->arena, "destructor of %s", name)};
        start.before = before;
    }
    return start;
}

/* Returns the phases of a root (bit set) in which it runs as in this one. */
static uint32_t same_phases(const struct walked_root *walked, uint32_t phases, enum phase phase)
{
    uint32_t same = 0;
    for (enum phase other = 0; other < PHASES; other++) {
        bool runs = (phases >> other & 1U) != 0;
        same |= runs && walked->contexts[other] == walked->contexts[phase] ? 1U << other : 0;
    }
    return same;
}

/* Searches from a root in each of its phases; those of one context at once. */
static void search_phases(struct engine *e, struct reach *reach, uint32_t root,
                          struct handlers *handlers)
{
    struct step before;
    struct search_start start = engine_search_start(e, reach, root, &before);
    uint32_t phases = reach->roots.at[root].phases;
    uint32_t done = 0;
    for (start.phase = 0; start.phase < PHASES; start.phase++) {
        if ((phases >> start.phase & 1U) != 0 && (done >> start.phase & 1U) == 0) {
            start.context = e->roots.at[root].contexts[start.phase];
            start.also = same_phases(&e->roots.at[root], phases, start.phase);
            done |= start.also;
            paths_search(e, &start, reach, handlers);
            throws_search(e, &start, reach);
        }
    }
}

static void search_root(struct engine *e, uint32_t index, struct reach *reach,
                        struct handlers *handlers)
{
    struct walked_root walked = e->roots.at[index];
    const struct program_root *root = walked.root;
    struct root shown = {.kind = root->kind,
                         .function = root->name,
                         .at = engine_place(e, root->unit, root->where),
                         .phases = phases_of_root(e, &walked)};
    VEC_PUSH(e->arena, &reach->roots, shown);
    search_phases(e, reach, index, handlers);
}

static void search_handlers(struct engine *e, struct reach *reach, struct handlers *handlers)
{
    for (uint32_t i = 0; i < handlers->list.n; i++) {
        struct handler handler = handlers->list.at[i];
        struct root shown = {
            .kind = "atexit", .function = handler.name, .at = handler.at, .phases = handler.phases};
        struct walked_root walked = {.doubt = handler.doubt};
        for (enum phase phase = 0; phase < PHASES; phase++) {
            walked.contexts[phase] = (handler.phases >> phase & 1U) != 0 ? handler.context : 0;
        }
        VEC_PUSH(e->arena, &reach->roots, shown);
        VEC_PUSH(e->arena, &e->roots, walked);
        search_phases(e, reach, reach->roots.n - 1, handlers);
    }
}

static int compare_places(const struct place *a, const struct place *b)
{
    int order = strcmp(a->file, b->file);
    if (order != 0) {
        return order;
    }
    if (a->line != b->line) {
        return a->line < b->line ? -1 : 1;
    }
    return (a->column > b->column) - (a->column < b->column);
}

static int compare_sinks(const void *a, const void *b)
{
    const struct sink *left = a;
    const struct sink *right = b;
    int order = compare_places(&left->steps.at[left->steps.n - 1].at,
                               &right->steps.at[right->steps.n - 1].at);
    if (order == 0) {
        order = strcmp(left->name, right->name);
    }
    if (order == 0) {
        order = (int)left->phase - (int)right->phase;
    }
    return order != 0 ? order : (left->root > right->root) - (left->root < right->root);
}

static int compare_cuts(const void *a, const void *b)
{
    const struct cut *left = a;
    const struct cut *right = b;
    int order = compare_places(&left->at, &right->at);
    if (order == 0) {
        order = strcmp(left->kind, right->kind);
    }
    return order != 0 ? order : strcmp(left->detail, right->detail);
}

/* Units that were read only in part, or not at all. */
static void add_unit_cuts(struct engine *e)
{
    for (uint32_t u = 0; u < e->program->units.n; u++) {
        const struct unit *unit = e->program->units.at[u];
        struct place at = {.file = unit->main_file, .line = 1, .column = 1};
        if (unit->status == UNIT_FAILED) {
            const char *why = unit->failure == NULL ? "not parsed" : unit->failure;
            VEC_PUSH(e->arena, &e->cuts, ((struct cut){"failed-unit", at, why}));
        } else if (unit->errors.n > 0) {
            const struct parse_error *error = &unit->errors.at[0];
            for (uint32_t i = 0; i < unit->errors.n && !error->fatal; i++) {
                error = unit->errors.at[i].fatal ? &unit->errors.at[i] : error;
            }
            const char *detail =
                arena_printf(e->arena, "%s (%u error%s in this unit)", error->message,
                             unit->errors.n, unit->errors.n == 1 ? "" : "s");
            struct cut cut = {"parse-error", engine_place(e, u, error->where), detail};
            VEC_PUSH(e->arena, &e->cuts, cut);
        }
    }
}

static void add_limit_cuts(struct engine *e)
{
    for (uint32_t f = 1; f < e->program->functions.n; f++) {
        const struct program_function *function = &e->program->functions.at[f];
        if (e->functions[f].widened) {
            const char *detail = arena_printf(
                e->arena, "'%s' is called with more than %d kinds of arguments; they are forgotten",
                function->name, LIMIT_CONTEXTS);
            engine_limit(e, engine_place(e, function->unit, function->where), LIMIT_KIND_CONTEXTS,
                         detail);
        }
    }
}

static void sort_sinks(struct reach *reach)
{
    if (reach->sinks.n > 0) {
        qsort(reach->sinks.at, reach->sinks.n, sizeof *reach->sinks.at, compare_sinks);
    }
}

static void finish_reach(struct engine *e, struct reach *reach)
{
    add_unit_cuts(e);
    statics_cuts(e);
    add_limit_cuts(e);
    for (uint32_t i = 0; i < e->cuts.n; i++) {
        VEC_PUSH(e->arena, &reach->cuts, e->cuts.at[i]);
    }
    memcpy(reach->limit_hits, e->limit_hits, sizeof reach->limit_hits);
    sort_sinks(reach);
    if (reach->cuts.n > 0) {
        qsort(reach->cuts.at, reach->cuts.n, sizeof *reach->cuts.at, compare_cuts);
    }
    for (uint32_t f = 1; f < e->program->functions.n; f++) {
        reach->n_functions += e->functions[f].n_contexts > 0 ? 1 : 0;
        reach->n_contexts += e->functions[f].n_contexts;
    }
}

/* The names of APIs for which it matters whether the process is ending. */
struct exit_names {
    VEC(const char *) list;
    bool shapes; /* some of them are matched by other things than their name */
};

/* True if it matters for the API whether the process is ending: it tells that, or what it runs is
 * not run then. */
static bool tells_exit(const struct api *api)
{
    if (api == NULL) {
        return false;
    }
    bool at_exit = (api->phases >> PHASE_DETACH_EXIT & 1U) != 0;
    return strcmp(api->returns, "process-exit") == 0 || (api->runs != 0 && !at_exit);
}

static struct exit_names find_exit_names(struct arena *arena, const struct packs *packs)
{
    struct exit_names names = {0};
    for (uint32_t i = 0; i < packs->apis.n; i++) {
        const struct api *api = &packs->apis.at[i];
        if (tells_exit(api)) {
            VEC_PUSH(arena, &names.list, api->name);
            names.shapes |= api->match != API_FUNCTION;
        }
    }
    return names;
}

static bool is_exit_name(const struct exit_names *names, const char *name)
{
    bool found = names->shapes;
    for (uint32_t i = 0; i < names->list.n && !found; i++) {
        found = strcmp(names->list.at[i], name) == 0;
    }
    return found;
}

/* True if some unit calls an API for which it matters that the process is ending, or has its name
 * in a string, to look it up. */
static bool asks_for_exit(struct arena *arena, const struct program *program)
{
    struct exit_names names = find_exit_names(arena, program->packs);
    for (uint32_t u = 0; u < program->units.n && names.list.n > 0; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t i = 1; i < unit->symbols.n; i++) {
            if (!is_exit_name(&names, unit->symbols.at[i].name)) {
                continue;
            }
            struct known_api known = program_api(program, u, (sym_id){i});
            if (known.n > 0 && tells_exit(known.first)) {
                return true;
            }
        }
        for (uint32_t i = 1; i < unit->nodes.n; i++) {
            const struct node *n = &unit->nodes.at[i];
            uint32_t found = 0;
            if (n->kind == NODE_STRING && n->text != NULL &&
                tells_exit(packs_find(program->packs, n->text, &found))) {
                return true;
            }
        }
    }
    return false;
}

struct reach *engine_search(struct engine *e)
{
    const struct program *program = e->program;
    struct reach *reach = ARENA_NEW(e->arena, struct reach);
    reach->module = program->module;
    reach->n_units = program->units.n;
    struct handlers handlers = {0};
    e->roots.n = program->roots.n; /* without the handlers of an earlier search */
    for (uint32_t r = 0; r < program->roots.n; r++) {
        search_root(e, r, reach, &handlers);
    }
    search_handlers(e, reach, &handlers);
    if (!e->keeps_all) {
        conclude_locks(e, reach);
        conclude_threads(e, reach);
        conclude_contract(e, reach);
        conclude_pairs(e, reach);
        conclude_joinable(e, reach);
    }
    return reach;
}

struct reach *engine_walk(struct engine *e)
{
    const struct program *program = e->program;
    e->stack = arena_create();
    e->bodies = ARENA_NEW_N(e->arena, struct walked_body, program->functions.n);
    e->asks_for_exit = asks_for_exit(e->arena, program);
    heap_begin(e);
    e->cut_keys = strmap_create(e->arena);
    contexts_start(e);
    run_roots(e);
    struct reach *reach = engine_search(e);
    finish_reach(e, reach);
    arena_destroy(e->stack);
    return reach;
}

struct reach *walk_program(struct arena *arena, const struct program *program)
{
    struct engine e = {.arena = arena, .program = program};
    return engine_walk(&e);
}

struct walk *walk_start(struct arena *arena, const struct program *program)
{
    struct walk *walk = ARENA_NEW(arena, struct walk);
    walk->engine = (struct engine){.arena = arena, .program = program};
    walk->reach = engine_walk(&walk->engine);
    return walk;
}

const struct reach *walk_reach(const struct walk *walk)
{
    return walk->reach;
}

const struct reach *walk_around(struct walk *walk, const struct walk_stops *stops)
{
    walk->engine.stops = stops;
    walk->engine.stack = arena_create();
    struct reach *reach = engine_search(&walk->engine);
    sort_sinks(reach);
    arena_destroy(walk->engine.stack);
    walk->engine.stops = NULL;
    return reach;
}
