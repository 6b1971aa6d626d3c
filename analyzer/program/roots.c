/*
 * roots.c - what Windows or the C runtime calls under the loader lock.
 *
 * Entry points are known by name: the linker looks for exactly these, whatever their parameter
 * types.  A name that a macro changed counts by what the source spells.  Tables in the .CRT$X?
 * sections are the linker's contract with the C runtime and the loader
 * (https://learn.microsoft.com/cpp/c-runtime-library/crt-initialization, the PE format's TLS
 * directory).
 *
 * The roots' order: entry points and TLS callbacks; what runs at attach, by priority and as it
 * stands in the source; what runs at detach, the other way round.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "program/internal.h"

enum {
    ATTACH = 1 << PHASE_ATTACH_DYNAMIC | 1 << PHASE_ATTACH_STATIC,
    DETACH = 1 << PHASE_DETACH_UNLOAD | 1 << PHASE_DETACH_EXIT,
    THREADS = 1 << PHASE_THREAD_ATTACH | 1 << PHASE_THREAD_DETACH,
    EVERY_PHASE = ATTACH | DETACH | THREADS
};

/* Static locals are made after all else. */
enum { LATEST = INT32_MAX, DEFAULT_PRIORITY = 65535 };

/* A name the linker or the C runtime looks for. */
struct entry_name {
    const char *name;
    const char *kind; /* of the root */
};

static const struct entry_name entry_names[] = {
    {"DllMain", "dllmain"},
    {"DllEntryPoint", "entry-point"},
    {"_DllMainCRTStartup", "entry-point"},
    {"DllMainCRTStartup", "entry-point"},
    {"RawDllMain", "entry-point"},
};

/* A section whose pointers somebody calls. */
struct call_section {
    const char *prefix;
    const char *kind;
    uint32_t phases;
    bool entry; /* with the entry point's parameters */
};

static const struct call_section call_sections[] = {
    {".CRT$XL", "tls-callback", EVERY_PHASE, true}, {".CRT$XI", "initialiser", ATTACH, false},
    {".CRT$XC", "initialiser", ATTACH, false},      {".CRT$XP", "terminator", DETACH, false},
    {".CRT$XT", "terminator", DETACH, false},
};

static const char *const executable_names[] = {"main", "wmain", "WinMain", "wWinMain"};

/* Compares a wanted entry with a function's name; "_Name@12" is how a linker decorates it. */
static bool same_entry(const char *wanted, const char *name)
{
    if (strcmp(wanted, name) == 0) {
        return true;
    }
    size_t len = strlen(name);
    return wanted[0] == '_' && strncmp(wanted + 1, name, len) == 0 &&
           (wanted[len + 1] == '@' || wanted[len + 1] == '\0');
}

static const struct entry_name *usual_entry(const struct symbol *symbol)
{
    for (size_t i = 0; i < sizeof entry_names / sizeof *entry_names; i++) {
        const char *name = entry_names[i].name;
        bool spelled = symbol->spelled != NULL && strcmp(symbol->spelled, name) == 0;
        if (strcmp(symbol->name, name) == 0 || spelled) {
            return &entry_names[i];
        }
    }
    return NULL;
}

static bool can_be_entry(const struct symbol *symbol)
{
    return symbol->kind == SYMBOL_FUNCTION && (symbol->flags & SYMBOL_INTERNAL) == 0 &&
           (symbol->flags & SYMBOL_NAMESPACED) == 0;
}

bool program_is_entry(const struct unit *unit, const struct function *function, const char *entry)
{
    const struct symbol *symbol = &unit->symbols.at[function->sym.i];
    if (!can_be_entry(symbol)) {
        return false;
    }
    return entry != NULL ? same_entry(entry, symbol->name) : usual_entry(symbol) != NULL;
}

/* ---- their names ---- */

static void add_name(struct arena *arena, struct root_names *names, struct root_name name)
{
    VEC_PUSH(arena, &names->list, name);
}

/* Adds the names of the packs' entries. */
static void add_pack_names(struct arena *arena, const struct packs *packs, enum api_match match,
                           struct root_names *names)
{
    uint32_t n = 0;
    const uint32_t *entries = packs_find_match(packs, match, &n);
    for (uint32_t i = 0; i < n; i++) {
        const char *name = program_member_name(packs->apis.at[entries[i]].name);
        names->any |= strpbrk(name, "*?") != NULL;
        add_name(arena, names, (struct root_name){.name = name, .pasted = true});
    }
}

void program_root_names(struct arena *arena, const struct packs *packs, const char *entry,
                        struct root_names *names)
{
    static const char *const attributes[] = {"constructor", "__constructor__", "destructor",
                                             "__destructor__"};
    for (size_t i = 0; i < sizeof attributes / sizeof *attributes; i++) {
        add_name(arena, names, (struct root_name){.name = attributes[i]}); /* read as they stand */
    }
    for (size_t i = 0; i < sizeof entry_names / sizeof *entry_names; i++) {
        add_name(arena, names, (struct root_name){entry_names[i].name, true, true});
    }
    if (entry != NULL) {
        add_name(arena, names, (struct root_name){entry, true, true});
    }
    if (entry != NULL && entry[0] == '_') { /* as a linker decorates it */
        const char *plain = arena_strndup(arena, entry + 1, strcspn(entry + 1, "@"));
        add_name(arena, names, (struct root_name){plain, true, true});
    }
    add_pack_names(arena, packs, API_ROOT, names);
    add_pack_names(arena, packs, API_CALLED, names);
}

static void add_root(struct arena *arena, struct program *program, struct program_root root)
{
    VEC_PUSH(arena, &program->roots, root);
}

static void add_function_roots(struct arena *arena, struct program *program, const char *entry)
{
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        const struct unit *unit = program->units.at[function->unit];
        struct program_root root = {
            .name = function->name, .fn = {f}, .unit = function->unit, .where = function->where};
        const struct symbol *symbol = &unit->symbols.at[function->sym.i];
        if (program_is_entry(unit, function->function, entry)) {
            const struct entry_name *usual = usual_entry(symbol);
            root.kind = usual == NULL ? "entry-point" : usual->kind;
            root.phases = EVERY_PHASE;
            root.entry = true;
            add_root(arena, program, root);
        }
        root.entry = false;
        root.priority = function->function->priority;
        if ((function->function->flags & FUNCTION_CONSTRUCTOR) != 0) {
            root.kind = "constructor";
            root.phases = ATTACH;
            add_root(arena, program, root);
        }
        if ((function->function->flags & FUNCTION_DESTRUCTOR) != 0) {
            root.kind = "destructor";
            root.phases = DETACH;
            add_root(arena, program, root);
        }
    }
}

/* Adds a root for every function that the global's initialiser names. */
static void add_table_roots(struct arena *arena, struct program *program, uint32_t u,
                            const struct global *global, const struct call_section *section)
{
    const struct unit *unit = program->units.at[u];
    struct node_stack stack = {0};
    VEC_PUSH(arena, &stack.nodes, global->init);
    while (stack.nodes.n > 0) {
        node_id node = program_pop(unit, &stack);
        const struct node *n = &unit->nodes.at[node.i];
        if (n->kind == NODE_REF && program->function_of[u][n->sym.i].i != 0) {
            fn_id fn = program->function_of[u][n->sym.i];
            const struct program_function *function = &program->functions.at[fn.i];
            add_root(arena, program,
                     (struct program_root){.kind = section->kind,
                                           .name = function->name,
                                           .fn = fn,
                                           .unit = function->unit,
                                           .where = function->where,
                                           .phases = section->phases,
                                           .entry = section->entry});
        }
        program_push_children(arena, unit, node, &stack);
    }
}

static fn_id add_initialiser(struct arena *arena, struct program *program, uint32_t u,
                             const struct global *global)
{
    struct program_function added = {.unit = u,
                                     .sym = global->sym,
                                     .name = program_symbol(program, u, global->sym)->name,
                                     .body = global->init,
                                     .where = global->where};
    VEC_PUSH(arena, &program->functions, added);
    return (fn_id){program->functions.n - 1};
}

static int32_t priority_of(const struct global *global)
{
    return global->priority == 0 ? DEFAULT_PRIORITY : global->priority;
}

void program_add_destructor(struct program *program, uint32_t u, const struct global *global,
                            fn_id maker, bool outside)
{
    const struct symbol *symbol = program_symbol(program, u, global->sym);
    bool thread = (symbol->flags & SYMBOL_THREAD) != 0;
    struct program_root root = {.kind = "global-destructor",
                                .name = symbol->name,
                                .fn = program->function_of[u][global->destructor.i],
                                .unit = u,
                                .where = global->where,
                                .phases = DETACH | (thread ? 1U << PHASE_THREAD_DETACH : 0),
                                .destructor = program_symbol(program, u, global->destructor)->name,
                                .priority = maker.i != 0 ? LATEST : priority_of(global),
                                .made_in = maker,
                                .outside = outside};
    fn_id known = program_destruction(program->arena, program, u, global);
    if (known.i != 0) { /* the destructor is an API, which this calls */
        root.fn = known;
        root.destructor = NULL;
    }
    if (root.fn.i != 0) {
        add_root(program->arena, program, root);
    }
}

static void add_code_roots(struct arena *arena, struct program *program, uint32_t u,
                           const struct global *global)
{
    const struct symbol *symbol = program_symbol(program, u, global->sym);
    bool thread = (symbol->flags & SYMBOL_THREAD) != 0;
    struct program_root root = {
        .name = symbol->name, .unit = u, .where = global->where, .priority = priority_of(global)};
    if ((global->flags & GLOBAL_BY_HAND) != 0) {
        return;
    }
    if ((global->flags & GLOBAL_DYNAMIC) != 0 && global->init.i != 0) {
        root.kind = "initialiser";
        root.fn = add_initialiser(arena, program, u, global);
        root.phases = ATTACH | (thread ? 1U << PHASE_THREAD_ATTACH : 0);
        add_root(arena, program, root);
    }
    if ((global->flags & GLOBAL_DESTROYED) != 0) {
        program_add_destructor(program, u, global, (fn_id){0}, false);
    }
}

static const struct call_section *section_of(const struct global *global)
{
    for (size_t i = 0; global->section != NULL && i < sizeof call_sections / sizeof *call_sections;
         i++) {
        if (text_starts(global->section, call_sections[i].prefix)) {
            return &call_sections[i];
        }
    }
    return NULL;
}

/* Adds what units that only declare the globals in `seen` have given them to run at their end. */
static void add_given_roots(struct program *program, const struct strmap *seen)
{
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            const struct global *global = &unit->globals.at[g];
            uint32_t given = GLOBAL_DECLARATION | GLOBAL_DESTROYED;
            if ((global->flags & given) == given &&
                strmap_get(seen, unit->symbols.at[global->sym.i].usr, NULL)) {
                program_add_destructor(program, u, global, (fn_id){0}, false);
            }
        }
    }
}

static void add_global_roots(struct arena *arena, struct program *program)
{
    struct strmap *seen = strmap_create(arena);
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            const struct global *global = &unit->globals.at[g];
            const struct symbol *symbol = &unit->symbols.at[global->sym.i];
            if ((global->flags & GLOBAL_DECLARATION) != 0 || (global->flags & GLOBAL_ON_USE) != 0 ||
                (symbol->flags & (SYMBOL_LOCAL_STATIC | SYMBOL_SYSTEM)) != 0) {
                continue;
            }
            if ((symbol->flags & SYMBOL_INTERNAL) == 0 && symbol->usr[0] != '\0') {
                if (strmap_get(seen, symbol->usr, NULL)) {
                    continue; /* an inline variable, defined in several units */
                }
                strmap_put(seen, symbol->usr, 1);
            }
            const struct call_section *section = section_of(global);
            if (section != NULL && global->init.i != 0) {
                add_table_roots(arena, program, u, global, section);
            } else {
                add_code_roots(arena, program, u, global);
            }
        }
    }
    add_given_roots(program, seen);
}

/* ---- their order ---- */

/* Entry points, then what runs at attach only, then what runs at detach only. */
static int group_of(const struct program_root *root)
{
    bool detach = (root->phases & ATTACH) == 0;
    bool attach = (root->phases & DETACH) == 0;
    return attach ? 1 : detach ? 2 : 0;
}

/* A root and where it stood. */
struct placed_root {
    struct program_root root;
    uint32_t at;
};

/* By priority, then as they stand in the source; the other way round at detach. */
static int compare_roots(const void *left, const void *right)
{
    const struct placed_root *a = left;
    const struct placed_root *b = right;
    int group = group_of(&a->root);
    int order = group - group_of(&b->root);
    if (order == 0 && group != 0) {
        order = (a->root.priority > b->root.priority) - (a->root.priority < b->root.priority);
    }
    if (order == 0) {
        order = (a->at > b->at) - (a->at < b->at);
        return group == 2 ? -order : order;
    }
    return group == 2 && group_of(&b->root) == 2 ? -order : order;
}

static void sort_roots(struct program *program)
{
    if (program->roots.n < 2) {
        return;
    }
    struct arena *scratch = arena_create();
    struct placed_root *placed = ARENA_NEW_N(scratch, struct placed_root, program->roots.n);
    for (uint32_t r = 0; r < program->roots.n; r++) {
        placed[r] = (struct placed_root){program->roots.at[r], r};
    }
    qsort(placed, program->roots.n, sizeof *placed, compare_roots);
    for (uint32_t r = 0; r < program->roots.n; r++) {
        program->roots.at[r] = placed[r].root;
    }
    arena_destroy(scratch);
}

static bool has_entry(const struct program *program, const char *entry)
{
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        if (program_is_entry(program->units.at[function->unit], function->function, entry)) {
            return true;
        }
    }
    return false;
}

fn_id program_executable(const struct program *program)
{
    fn_id executable = {0};
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        const struct symbol *symbol = program_symbol(program, function->unit, function->sym);
        if (function->function == NULL || !can_be_entry(symbol)) {
            continue;
        }
        for (size_t i = 0; i < sizeof executable_names / sizeof *executable_names; i++) {
            bool entry = strcmp(symbol->name, executable_names[i]) == 0;
            executable = entry && executable.i == 0 ? (fn_id){f} : executable;
        }
    }
    for (uint32_t r = 0; r < program->roots.n; r++) {
        bool tls = strcmp(program->roots.at[r].kind, "tls-callback") == 0;
        if (program->roots.at[r].entry && !tls) {
            return (fn_id){0};
        }
    }
    return executable;
}

void program_find_roots(struct arena *arena, struct program *program,
                        const struct program_input *input)
{
    const char *entry = input->entry;
    if (entry != NULL && !has_entry(program, entry)) {
        entry = NULL; /* it is not among the sources */
    }
    add_function_roots(arena, program, entry);
    add_global_roots(arena, program);
    program_find_statics(program, entry);
    program_find_library_roots(arena, program);
    sort_roots(program);
}
