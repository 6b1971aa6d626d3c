/*
 * library.c - what packs know of classes of libraries, in this module: the methods, and functions,
 * that a library calls under the loader lock, globals whose destructor is an API, and what a member
 * of a class made from a template runs: functions that are its arguments, constructor and
 * destructor of the class that is the first one.
 *
 * A module counts as a DLL if it has an entry point, exports something, or is compiled for one:
 * the same class of an application is called without the lock.  Names stand in packs only.
 */
#include <ctype.h>
#include <string.h>

#include "base/text.h"
#include "program/internal.h"

/* ---- methods that a library calls ---- */

static bool is_exporting(const struct program *program)
{
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        if ((program_symbol(program, function->unit, function->sym)->flags & SYMBOL_DLLEXPORT)) {
            return true;
        }
    }
    return false;
}

static bool is_dll(const struct program *program)
{
    for (uint32_t u = 0; u < program->units.n; u++) {
        if (program->units.at[u]->dll) {
            return true;
        }
    }
    for (uint32_t r = 0; r < program->roots.n; r++) {
        if (program->roots.at[r].entry) {
            return true;
        }
    }
    return is_exporting(program);
}

/* True if the function is the method that the entry names, of a class that derives from its class.
 */
static bool is_called(const struct program *program, const struct program_function *function,
                      const struct api *api)
{
    const char *wanted = program_member_name(api->name);
    if (strcmp(wanted, program_member_name(function->name)) != 0) {
        return false;
    }
    const struct record *record = program_record_of(program, function->unit, function->name);
    char class_name[256];
    size_t len = (size_t)(wanted - api->name) - 2;
    if (record == NULL || len >= sizeof class_name) {
        return false;
    }
    memcpy(class_name, api->name, len);
    class_name[len] = '\0';
    return strcmp(record->name, class_name) != 0 &&
           program_derives_from(program, function->unit, record, class_name);
}

/* Adds a root for one way in which the library calls the function, unless it is known. */
static void add_root(struct arena *arena, struct program *program, uint32_t f,
                     const struct api *api)
{
    const struct program_function *function = &program->functions.at[f];
    for (uint32_t r = 0; r < program->roots.n; r++) {
        const struct program_root *known = &program->roots.at[r];
        if (known->fn.i == f && (known->phases & api->phases) == api->phases) {
            return;
        }
    }
    bool entry = strcmp(api->kind, "entry-point") == 0 || strcmp(api->kind, "tls-callback") == 0;
    struct program_root root = {.kind = api->kind,
                                .name = function->name,
                                .fn = {f},
                                .unit = function->unit,
                                .where = function->where,
                                .phases = api->phases,
                                .entry = entry,
                                .priority = INT32_MAX, /* it is called after all else is made */
                                .has_argument = api->has_value,
                                .argument = api->value};
    VEC_PUSH(arena, &program->roots, root);
}

/* Functions that the packs, or the user, say are called under the loader lock. */
static void find_called(struct arena *arena, struct program *program)
{
    uint32_t n = 0;
    const uint32_t *entries = packs_find_match(program->packs, API_CALLED, &n);
    for (uint32_t f = 1; f < program->functions.n && n > 0; f++) {
        const struct program_function *function = &program->functions.at[f];
        bool own = function->function != NULL && !function->system;
        for (uint32_t i = 0; i < n && own; i++) {
            const struct api *api = &program->packs->apis.at[entries[i]];
            if (text_glob(api->name, function->name)) {
                add_root(arena, program, f, api);
            }
        }
    }
}

void program_find_library_roots(struct arena *arena, struct program *program)
{
    find_called(arena, program);
    uint32_t n = 0;
    const uint32_t *entries = packs_find_match(program->packs, API_ROOT, &n);
    if (n == 0 || !is_dll(program)) {
        return;
    }
    uint32_t n_functions = program->functions.n;
    for (uint32_t f = 1; f < n_functions; f++) {
        const struct program_function *function = &program->functions.at[f];
        bool member = function->function != NULL && !function->system &&
                      program_member_name(function->name) != function->name;
        for (uint32_t i = 0; i < n && member; i++) {
            const struct api *api = &program->packs->apis.at[entries[i]];
            if (is_called(program, function, api)) {
                add_root(arena, program, f, api);
            }
        }
    }
}

/* Adds the functions that a field may hold as roots of an entry. */
static void add_field_roots(struct arena *arena, struct program *program, const struct slot *slot,
                            const struct api *api)
{
    for (uint32_t i = 0; i < slot->functions.n; i++) {
        add_root(arena, program, slot->functions.at[i].i, api);
    }
}

/* Returns the slot of a field that the entry names, or NULL. */
static const struct slot *named_field(const struct program *program, uint32_t u, uint32_t s,
                                      const struct api *api)
{
    const struct symbol *symbol = &program->units.at[u]->symbols.at[s];
    if (symbol->kind != SYMBOL_FIELD || strcmp(symbol->name, api->name) != 0) {
        return NULL;
    }
    uint32_t key = program->key_of[u][s];
    return key == 0 ? NULL : &program->slots.at[program->slot_by_key[key].i];
}

void program_find_field_roots(struct arena *arena, struct program *program)
{
    uint32_t n = 0;
    const uint32_t *entries = packs_find_match(program->packs, API_ROOT, &n);
    if (n == 0 || !is_dll(program)) {
        return;
    }
    for (uint32_t u = 0; u < program->units.n; u++) {
        for (uint32_t s = 1; s < program->units.at[u]->symbols.n; s++) {
            for (uint32_t i = 0; i < n; i++) {
                const struct api *api = &program->packs->apis.at[entries[i]];
                const struct slot *slot = named_field(program, u, s, api);
                if (slot != NULL) {
                    add_field_roots(arena, program, slot, api);
                }
            }
        }
    }
}

/* ---- globals whose destructor is an API ---- */

/* Appends a node to a unit: to a copy of it, as units are the front end's. */
static node_id append_node(struct arena *arena, struct program *program, uint32_t u,
                           struct node node)
{
    struct unit *copy = ARENA_NEW(arena, struct unit);
    *copy = *program->units.at[u];
    if (copy->nodes.n == copy->nodes.cap || !program->copied[u]) {
        uint32_t cap = copy->nodes.n + copy->nodes.n / 4 + 16;
        struct node *nodes = ARENA_NEW_N(arena, struct node, cap);
        memcpy(nodes, copy->nodes.at, copy->nodes.n * sizeof *nodes);
        copy->nodes.at = nodes;
        copy->nodes.cap = cap;
        program->copied[u] = true;
    }
    copy->nodes.at[copy->nodes.n] = node;
    program->units.at[u] = copy;
    return (node_id){copy->nodes.n++};
}

fn_id program_destruction(struct arena *arena, struct program *program, uint32_t u,
                          const struct global *global)
{
    if (global->destructor.i == 0 || program_api(program, u, global->destructor).n == 0) {
        return (fn_id){0};
    }
    node_id object =
        append_node(arena, program, u, (struct node){.kind = NODE_REF, .sym = global->sym});
    node_id destroy = append_node(arena, program, u,
                                  (struct node){.kind = NODE_DESTROY,
                                                .flags = NODE_IMPLICIT,
                                                .sym = global->destructor,
                                                .first = object,
                                                .where = global->where});
    struct program_function added = {.unit = u,
                                     .sym = global->sym,
                                     .name = program_symbol(program, u, global->sym)->name,
                                     .body = destroy,
                                     .where = global->where};
    VEC_PUSH(arena, &program->functions, added);
    return (fn_id){program->functions.n - 1};
}

/* ---- what members of instances run ---- */

const struct record *program_instance(const struct program *program, uint32_t unit, sym_id member)
{
    static const char mark[] = "@F@";
    const struct symbol *symbol = program_symbol(program, unit, member);
    struct arena *scratch = arena_create();
    char *usr = arena_strdup(scratch, symbol->usr);
    const struct record *found = NULL;
    for (char *at = usr; found == NULL && (at = strstr(at, mark)) != NULL; at++) {
        *at = '\0'; /* arguments may name functions, too */
        found = program_record(program, unit, usr);
        *at = '@';
    }
    arena_destroy(scratch);
    return found;
}

/* Returns the name of a function without template arguments; `*end` is behind it. */
static const char *function_name(struct arena *arena, const char *text, const char **end)
{
    struct strbuf name;
    strbuf_init(&name, arena);
    uint32_t depth = 0;
    for (; *text != '\0'; text++) {
        if (*text == '<') {
            depth++;
        } else if (*text == '>' && depth > 0) {
            depth--;
        } else if (depth == 0 && !isalnum((unsigned char)*text) && *text != '_' && *text != ':') {
            break;
        } else if (depth == 0) {
            strbuf_addc(&name, *text);
        }
    }
    *end = text;
    return name.text;
}

struct names program_named_functions(struct arena *arena, const struct record *record)
{
    struct names names = {0};
    const char *at = record->type;
    while ((at = strchr(at, '&')) != NULL) {
        at++;
        if (isalpha((unsigned char)*at) || *at == '_') {
            VEC_PUSH(arena, &names.list, function_name(arena, at, &at));
        }
    }
    return names;
}

fn_id program_function_named(const struct program *program, uint32_t unit, const char *name)
{
    fn_id found = {0};
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        bool other =
            function->unit != unit &&
            (program_symbol(program, function->unit, function->sym)->flags & SYMBOL_INTERNAL) != 0;
        if (function->function != NULL && !other && strcmp(function->name, name) == 0) {
            bool nearer = found.i == 0 ||
                          (function->unit == unit && program->functions.at[found.i].unit != unit);
            found = nearer ? (fn_id){f} : found;
        }
    }
    return found;
}
