/*
 * initial.c - what followed globals hold while a unit's variables are initialised, and at attach.
 *
 * Before any code of the DLL runs, globals hold their constant initialisers.  A unit's variables
 * are then initialised in the order of their definitions, so what one initialiser leaves in a
 * global is what the next one finds.  The order of units is not known: nothing is known of a global
 * that code of another unit, or anything else that runs at attach, may write.
 *
 * When all of them have run, the entry point is called with DLL_PROCESS_ATTACH: nobody has the DLL
 * before, so its exports have not been called, and what they write still holds its initialiser.
 * Nothing is known of what may be written by functions that are called through pointers: other
 * threads and callbacks run these.
 */
#include <stdlib.h>
#include <string.h>

#include "walk/engine.h"

/* The phases of attach come first. */
enum { ATTACH_PHASES = PHASE_ATTACH_STATIC + 1 };

/* What is known of the followed globals, by key. */
struct initial {
    struct value *at[ATTACH_PHASES]; /* VALUE_UNKNOWN: nothing */
    uint32_t *writer;                /* 1 + the unit whose initialisers write it; 0: none */
    bool *lost;                      /* others may write it */
};

/* True for the initialiser of a variable that runs where it stands in its unit. */
static bool is_in_order(const struct engine *e, const struct program_root *root)
{
    return e->program->functions.at[root->fn.i].function == NULL && root->priority == 65535;
}

/* True if what the root does at attach may come before some variable's initialiser. */
static bool is_early(const struct program_root *root)
{
    bool attaches = (root->phases >> PHASE_ATTACH_DYNAMIC & 1U) != 0;
    return attaches && (!root->entry || strcmp(root->kind, "tls-callback") == 0);
}

static void note_writer(const struct engine *e, struct initial *initial, uint32_t r)
{
    const struct walked_root *walked = &e->roots.at[r];
    const struct context *context = &e->contexts.at[walked->contexts[PHASE_ATTACH_DYNAMIC]];
    bool ordered = is_in_order(e, walked->root);
    for (uint32_t i = 0; i < e->n_followed; i++) {
        if ((context->written >> i & 1U) == 0) {
            continue;
        }
        uint32_t key = e->followed[i];
        uint32_t writer = walked->root->unit + 1;
        bool other = initial->writer[key] != 0 && initial->writer[key] != writer;
        initial->lost[key] |= other || !ordered;
        initial->writer[key] = writer;
    }
}

/* What the global holds before any code runs. */
static struct value constant_of(const struct unit *unit, const struct global *global)
{
    const struct node *init = &unit->nodes.at[global->init.i];
    bool constant = (global->flags & (GLOBAL_DYNAMIC | GLOBAL_DECLARATION)) == 0;
    if (constant && global->init.i == 0) {
        return value_int(0);
    }
    return constant && init->kind == NODE_INT ? value_int(init->value) : value_unknown();
}

static void read_constants(const struct engine *e, struct initial *initial)
{
    const struct program *program = e->program;
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            const struct global *global = &unit->globals.at[g];
            uint32_t key = program->key_of[u][global->sym.i];
            bool defined = program->global_of[u][global->sym.i] == g + 1;
            if (program->followed[key] == 0 || !defined) {
                continue;
            }
            for (int i = 0; i < ATTACH_PHASES; i++) {
                initial->at[i][key] = constant_of(unit, global);
            }
        }
    }
}

/* Runs one initialiser in one phase, and notes what it leaves. */
static uint32_t run(struct engine *e, struct initial *initial, const struct program_root *root,
                    enum phase phase)
{
    VEC(struct global_value) known = {0};
    uint64_t reads = e->program->functions.at[root->fn.i].reads;
    for (uint32_t key = 0; key < e->program->key_names.n; key++) {
        uint32_t number = e->program->followed[key];
        struct value value = initial->at[phase][key];
        bool own = initial->writer[key] == 0 || initial->writer[key] == root->unit + 1;
        bool plain = value.kind == VALUE_INT || value.kind == VALUE_NONZERO;
        if (number != 0 && plain && own && !initial->lost[key] &&
            (reads >> (number - 1) & 1U) != 0) {
            VEC_PUSH(e->arena, &known, ((struct global_value){key, value}));
        }
    }
    struct context_input input = {.globals = known.at, .n_globals = known.n};
    uint32_t context = context_for(e, root->fn, &input);
    context_run(e, context);
    const struct context *done = &e->contexts.at[context];
    for (uint32_t i = 0; i < e->n_followed; i++) {
        if ((done->written >> i & 1U) != 0) {
            initial->at[phase][e->followed[i]] = value_unknown();
        }
    }
    for (uint32_t i = 0; i < done->left.n; i++) {
        initial->at[phase][done->left.at[i].key] = done->left.at[i].value;
    }
    return context;
}

/* Notes what each early root may write; returns true if there is such a root. */
static bool note_writers(const struct engine *e, struct initial *initial)
{
    bool writes = false;
    for (uint32_t r = 0; r < e->roots.n; r++) {
        if (is_early(e->roots.at[r].root)) {
            note_writer(e, initial, r);
            writes = true;
        }
    }
    return writes;
}

void initial_run(struct engine *e)
{
    uint32_t n = e->program->key_names.n;
    if (e->program->n_followed == 0) {
        return;
    }
    struct initial *initial = ARENA_NEW(e->arena, struct initial);
    initial->writer = ARENA_NEW_N(e->arena, uint32_t, n);
    initial->lost = ARENA_NEW_N(e->arena, bool, n);
    for (int i = 0; i < ATTACH_PHASES; i++) {
        initial->at[i] = ARENA_NEW_N(e->arena, struct value, n);
    }
    e->initial = initial;
    bool writes = note_writers(e, initial);
    read_constants(e, initial);
    for (uint32_t r = 0; r < e->roots.n && writes; r++) {
        struct walked_root *walked = &e->roots.at[r];
        if (is_early(walked->root) && is_in_order(e, walked->root)) {
            for (enum phase phase = 0; phase <= PHASE_ATTACH_STATIC; phase++) {
                walked->contexts[phase] = run(e, initial, walked->root, phase);
            }
        }
    }
}

/* ---- the entry point ---- */

/* The followed globals (bit set) that another entry point, or code behind a pointer, may write. */
static uint64_t written_elsewhere(const struct program *program, const struct program_root *entry)
{
    uint64_t written = program->functions.at[0].writes;
    for (uint32_t r = 0; r < program->roots.n; r++) {
        const struct program_root *other = &program->roots.at[r];
        if (other->entry && other->fn.i != entry->fn.i) {
            written |= program->functions.at[other->fn.i].writes;
        }
    }
    return written;
}

/* True if all code is read that can write the global. */
static bool is_seen_whole(const struct program *program, uint32_t unit, sym_id sym)
{
    if ((program_symbol(program, unit, sym)->flags & SYMBOL_INTERNAL) != 0) {
        return program->units.at[unit]->status == UNIT_COMPLETE;
    }
    bool complete = true;
    for (uint32_t u = 0; u < program->units.n && complete; u++) {
        complete = program->units.at[u]->status == UNIT_COMPLETE;
    }
    return complete;
}

static int compare_keys(const void *a, const void *b)
{
    const struct global_value *left = a;
    const struct global_value *right = b;
    return (left->key > right->key) - (left->key < right->key);
}

struct known_globals initial_at_entry(struct engine *e, const struct program_root *entry,
                                      enum phase phase)
{
    const struct program *program = e->program;
    struct known_globals known = {0};
    if (e->initial == NULL || phase > PHASE_ATTACH_STATIC ||
        strcmp(entry->kind, "tls-callback") == 0) {
        return known;
    }
    uint64_t elsewhere = written_elsewhere(program, entry);
    uint64_t told = program->functions.at[entry->fn.i].reads & ~elsewhere;
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            sym_id sym = unit->globals.at[g].sym;
            uint32_t key = program->key_of[u][sym.i];
            uint32_t number = program->followed[key];
            bool own = number != 0 && program->global_of[u][sym.i] == g + 1;
            struct value value = own ? e->initial->at[phase][key] : value_unknown();
            if (value.kind == VALUE_INT && (told >> (number - 1) & 1U) != 0 &&
                !e->initial->lost[key] && unit->globals.at[g].section == NULL &&
                is_seen_whole(program, u, sym)) {
                VEC_PUSH(e->arena, &known.list, ((struct global_value){key, value}));
            }
        }
    }
    if (known.list.n > 1) {
        qsort(known.list.at, known.list.n, sizeof *known.list.at, compare_keys);
    }
    return known;
}
