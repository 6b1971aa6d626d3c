/*
 * link.c - one module from its units: who defines what a symbol means.
 *
 * A symbol with internal linkage means the definition in its own unit.  Any other means the
 * definition of the same USR: the one in its own unit if there is one, else the one whose file is
 * nearest in the tree (the longest common folder), ties by order.  Fields and globals get
 * module-wide numbers by USR, so that values can cross units.
 */
#include "program/program.h"

#include <string.h>

#include "program/internal.h"

static const char *main_file(const struct program *program, uint32_t unit)
{
    return program->units.at[unit]->main_file;
}

static bool is_in_system_header(const struct unit *unit, where_id where)
{
    uint32_t file = where.i < unit->wheres.n ? unit->wheres.at[where.i].file : 0;
    return where.i != 0 && file < unit->files.n && unit->files.at[file].system;
}

static bool is_method(const struct unit *unit, const struct function *function)
{
    return function->n_params > 0 &&
           strcmp(unit->symbols.at[unit->params.at[function->first_param].i].name, "this") == 0;
}

static void add_function(struct arena *arena, struct program *program, uint32_t unit,
                         const struct function *function)
{
    const struct symbol *symbol = program_symbol(program, unit, function->sym);
    struct program_function added = {
        .unit = unit,
        .sym = function->sym,
        .name = symbol->name,
        .function = function,
        .body = function->body,
        .where = function->where,
        .system = is_in_system_header(program->units.at[unit], function->where),
        .method = is_method(program->units.at[unit], function)};
    program->function_of[unit][function->sym.i] = (fn_id){program->functions.n};
    VEC_PUSH(arena, &program->functions, added);
}

static void add_functions(struct arena *arena, struct program *program)
{
    VEC_PUSH(arena, &program->functions, ((struct program_function){.name = ""}));
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        program->function_of[u] = ARENA_NEW_N(arena, fn_id, unit->symbols.n);
        program->key_of[u] = ARENA_NEW_N(arena, uint32_t, unit->symbols.n);
        program->slot_of[u] = ARENA_NEW_N(arena, slot_id, unit->symbols.n);
        program->api_of[u] = ARENA_NEW_N(arena, const struct known_api *, unit->symbols.n);
        for (uint32_t i = 0; i < unit->functions.n; i++) {
            add_function(arena, program, u, &unit->functions.at[i]);
        }
    }
}

static bool is_function(const struct symbol *symbol)
{
    return symbol->kind <= SYMBOL_DESTRUCTOR;
}

/* The USR under which other units know the symbol, or NULL if they cannot. */
static const char *external_usr(struct arena *arena, const struct symbol *symbol)
{
    if ((symbol->flags & SYMBOL_INTERNAL) != 0) {
        return NULL;
    }
    if (symbol->usr[0] == '\0') {
        return (symbol->flags & SYMBOL_UNDECLARED) != 0
                   ? arena_printf(arena, "c:@F@%s", symbol->name)
                   : NULL;
    }
    return symbol->usr;
}

static void index_definitions(struct arena *arena, struct program *program)
{
    program->definitions = strmap_create(arena);
    program->next_definition = ARENA_NEW_N(arena, uint32_t, program->functions.n);
    for (uint32_t f = program->functions.n - 1; f > 0; f--) {
        const struct program_function *function = &program->functions.at[f];
        const char *usr =
            external_usr(arena, program_symbol(program, function->unit, function->sym));
        if (usr == NULL) {
            continue;
        }
        program->next_definition[f] = strmap_replace(program->definitions, usr, f);
    }
}

/* Length of the common folder of two paths: how near they are. */
static size_t nearness(const char *a, const char *b)
{
    size_t folder = 0;
    for (size_t i = 0; a[i] != '\0' && a[i] == b[i]; i++) {
        if (a[i] == '/') {
            folder = i + 1;
        }
    }
    return folder;
}

static bool is_weak(const struct program *program, uint32_t f)
{
    return (program->functions.at[f].function->flags & FUNCTION_WEAK) != 0;
}

/* The definition that a linker would take: one that is not weak, then the nearest. */
static fn_id nearest_definition(const struct program *program, uint32_t unit, uint32_t first)
{
    if (program->next_definition[first] == 0) {
        return (fn_id){first};
    }
    uint32_t best = first;
    size_t best_near = 0;
    for (uint32_t f = first; f != 0; f = program->next_definition[f]) {
        const char *file = main_file(program, program->functions.at[f].unit);
        size_t near = nearness(main_file(program, unit), file);
        bool better = near > best_near;
        if (is_weak(program, f) != is_weak(program, best)) {
            better = is_weak(program, best);
        }
        if (better) {
            best_near = near;
            best = f;
        }
    }
    return (fn_id){best};
}

/* Finds the functions that are defined elsewhere, or may be. */
static void resolve_symbols(struct program *program)
{
    struct arena *scratch = arena_create();
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t s = 1; s < unit->symbols.n; s++) {
            const struct symbol *symbol = &unit->symbols.at[s];
            uint32_t own = program->function_of[u][s].i;
            if (!is_function(symbol) || (own != 0 && !is_weak(program, own))) {
                continue;
            }
            const char *usr = external_usr(scratch, symbol);
            uint32_t first = 0;
            if (usr != NULL && strmap_get(program->definitions, usr, &first)) {
                program->function_of[u][s] = nearest_definition(program, u, first);
            }
        }
    }
    arena_destroy(scratch);
}

/* Gives fields and globals their module-wide numbers. */
static void number_keys(struct arena *arena, struct program *program)
{
    program->keys = strmap_create(arena);
    VEC_PUSH(arena, &program->key_names, "");
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t s = 1; s < unit->symbols.n; s++) {
            const struct symbol *symbol = &unit->symbols.at[s];
            if (symbol->kind != SYMBOL_FIELD && symbol->kind != SYMBOL_GLOBAL) {
                continue;
            }
            bool local = (symbol->flags & SYMBOL_INTERNAL) != 0 || symbol->usr[0] == '\0';
            const char *name = symbol->usr[0] != '\0' ? symbol->usr : symbol->name;
            if (local && symbol->kind == SYMBOL_GLOBAL) {
                name = arena_printf(arena, "%u %u %s", u, s, name);
            }
            uint32_t key = strmap_intern(program->keys, name, program->key_names.n);
            if (key == program->key_names.n) {
                VEC_PUSH(arena, &program->key_names, symbol->name);
            }
            program->key_of[u][s] = key;
        }
    }
}

static void index_globals(struct arena *arena, struct program *program)
{
    program->global_of = ARENA_NEW_N(arena, uint32_t *, program->units.n);
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        program->global_of[u] = ARENA_NEW_N(arena, uint32_t, unit->symbols.n);
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            const struct global *global = &unit->globals.at[g];
            uint32_t *known = &program->global_of[u][global->sym.i];
            bool defined = (global->flags & GLOBAL_DECLARATION) == 0;
            if (defined && (*known == 0 || global->init.i != 0)) {
                *known = g + 1;
            }
        }
    }
}

static void index_records(struct arena *arena, struct program *program)
{
    program->record_of = ARENA_NEW_N(arena, struct strmap *, program->units.n);
    for (uint32_t u = 0; u < program->units.n; u++) {
        program->record_of[u] = strmap_create(arena);
        const struct unit *unit = program->units.at[u];
        for (uint32_t r = 0; r < unit->records.n; r++) {
            strmap_put(program->record_of[u], unit->records.at[r].name, r);
            strmap_put(program->record_of[u], unit->records.at[r].usr, r);
        }
    }
}

fn_id program_body(const struct program *program, uint32_t unit, sym_id sym)
{
    return program->function_of[unit][sym.i];
}

struct program *program_link(struct arena *arena, const struct program_input *input)
{
    struct program *program = ARENA_NEW(arena, struct program);
    program->arena = arena;
    program->linked = program_linked_create(arena);
    program->known_slots = idmap_create(arena);
    program->known_origins = idmap_create(arena);
    program->module = input->module;
    program->packs = input->packs;
    program->delayed = input->delayed;
    for (uint32_t u = 0; u < input->n_units; u++) {
        VEC_PUSH(arena, &program->units, input->units[u]);
    }
    program->function_of = ARENA_NEW_N(arena, fn_id *, input->n_units);
    program->key_of = ARENA_NEW_N(arena, uint32_t *, input->n_units);
    program->slot_of = ARENA_NEW_N(arena, slot_id *, input->n_units);
    program->has_known_slot = ARENA_NEW_N(arena, uint8_t *, input->n_units);
    program->api_of = ARENA_NEW_N(arena, const struct known_api **, input->n_units);
    program->copied = ARENA_NEW_N(arena, bool, input->n_units);
    add_functions(arena, program);
    index_definitions(arena, program);
    resolve_symbols(program);
    number_keys(arena, program);
    program_link_classes(arena, program);
    index_globals(arena, program);
    index_records(arena, program);
    program_find_roots(arena, program, input);
    program_find_takes(arena, program);
    program_find_pointers(arena, program);
    program_find_field_roots(arena, program);
    program_find_objects(program);
    program_find_spins(arena, program);
    program_find_written(arena, program);
    program_find_followed(arena, program);
    program_find_decisive(program);
    return program;
}
