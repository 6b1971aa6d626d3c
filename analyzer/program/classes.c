/*
 * classes.c - the classes of a module, and which methods virtual calls can find in their objects.
 *
 * Records of one USR are one class, except those that only their unit knows (unnamed namespaces,
 * local classes).  An object runs the method of its class, or of a base, that no other of these
 * overrides.  A call on an object of unknown class can run what the objects run that are made
 * somewhere in the module; classes that are never made are not asked, and exported ones are made
 * elsewhere.
 */
#include <string.h>

#include "program/internal.h"

/* What the linking of classes works on. */
struct linking {
    struct arena *arena;
    struct program *program;
    struct strmap *classes; /* USR -> class, of those that all units know */
    struct strmap *methods; /* USR -> method */
    struct strmap **own;    /* [unit]: USR -> method */
};

/* True if other units can mean something else by the USR. */
static bool is_of_unit(const char *usr)
{
    return strncmp(usr, "c:@", 3) != 0;
}

static bool knows_more(const struct record *a, const struct record *b)
{
    return a->bases.n + a->methods.n + a->fields.n > b->bases.n + b->methods.n + b->fields.n;
}

/* ---- classes ---- */

static const struct record *record_of(const struct program *program, uint32_t class)
{
    const struct program_class *c = &program->classes.at[class];
    return &program->units.at[c->unit]->records.at[c->record];
}

static void add_class(struct linking *l, uint32_t u, uint32_t r)
{
    struct program *program = l->program;
    const struct record *record = &program->units.at[u]->records.at[r];
    struct strmap *map = is_of_unit(record->usr) ? program->class_of_usr[u] : l->classes;
    uint32_t class = strmap_intern(map, record->usr, program->classes.n);
    if (class == program->classes.n) {
        VEC_PUSH(l->arena, &program->classes, ((struct program_class){.unit = u, .record = r}));
    } else if (knows_more(record, record_of(program, class))) {
        program->classes.at[class].unit = u;
        program->classes.at[class].record = r;
    }
    strmap_put(program->class_of_usr[u], record->usr, class);
}

uint32_t program_class_by_usr(const struct program *program, uint32_t unit, const char *usr)
{
    uint32_t class = 0;
    if (usr != NULL) {
        (void)strmap_get(program->class_of_usr[unit], usr, &class);
    }
    return class;
}

uint32_t program_class_of(const struct program *program, uint32_t unit, sym_id sym)
{
    return program_class_by_usr(program, unit, program_symbol(program, unit, sym)->record);
}

static bool has_in_lineage(const struct program_class *class, uint32_t base)
{
    for (uint32_t i = 0; i < class->lineage.n; i++) {
        if (class->lineage.at[i] == base) {
            return true;
        }
    }
    return false;
}

bool program_derives(const struct program *program, uint32_t class, uint32_t base)
{
    return has_in_lineage(&program->classes.at[class], base);
}

/* Itself and all its bases, the nearest first. */
static void find_lineage(struct linking *l, uint32_t class)
{
    struct program_class *c = &l->program->classes.at[class];
    VEC_PUSH(l->arena, &c->lineage, class);
    for (uint32_t i = 0; i < c->lineage.n; i++) {
        uint32_t unit = l->program->classes.at[c->lineage.at[i]].unit;
        const struct record *record = record_of(l->program, c->lineage.at[i]);
        for (uint32_t b = 0; b < record->bases.n; b++) {
            uint32_t base = program_class_by_usr(l->program, unit, record->bases.at[b]);
            if (base != 0 && !has_in_lineage(c, base)) {
                VEC_PUSH(l->arena, &c->lineage, base);
            }
        }
    }
}

static void note_made(struct linking *l, uint32_t class)
{
    struct program_class *c = &l->program->classes.at[class];
    if (class == 0 || c->created) {
        return;
    }
    c->created = true;
    for (uint32_t i = 0; i < c->lineage.n; i++) {
        VEC_PUSH(l->arena, &l->program->classes.at[c->lineage.at[i]].made, class);
    }
}

static void find_made(struct linking *l)
{
    for (uint32_t u = 0; u < l->program->units.n; u++) {
        const struct unit *unit = l->program->units.at[u];
        for (uint32_t i = 0; i < unit->created.n; i++) {
            note_made(l, program_class_by_usr(l->program, u, unit->created.at[i]));
        }
        for (uint32_t s = 1; s < unit->symbols.n; s++) {
            const struct symbol *symbol = &unit->symbols.at[s];
            if (symbol->kind == SYMBOL_CONSTRUCTOR && (symbol->flags & SYMBOL_DLLEXPORT) != 0) {
                note_made(l, program_class_of(l->program, u, (sym_id){s}));
            }
        }
    }
}

/* ---- methods ---- */

static void add_method(struct linking *l, uint32_t u, sym_id sym, uint32_t class)
{
    struct program *program = l->program;
    const struct symbol *symbol = program_symbol(program, u, sym);
    bool own = is_of_unit(symbol->usr) || (symbol->flags & SYMBOL_INTERNAL) != 0;
    struct strmap *map = own ? l->own[u] : l->methods;
    uint32_t method = strmap_intern(map, symbol->usr, program->methods.n);
    if (method == program->methods.n) {
        struct program_method added = {.class = class, .unit = u, .sym = sym};
        VEC_PUSH(l->arena, &program->methods, added);
        VEC_PUSH(l->arena, &program->classes.at[class].methods, method);
    }
    strmap_put(l->own[u], symbol->usr, method);
    program->method_of[u][sym.i] = method;
    if (program->function_of[u][sym.i].i != 0 && program->methods.at[method].body.i == 0) {
        program->methods.at[method].body = program->function_of[u][sym.i];
        program->methods.at[method].unit = u;
        program->methods.at[method].sym = sym;
    }
}

/* Methods that the unit uses without knowing their class. */
static void name_other_methods(struct linking *l, uint32_t u)
{
    const struct unit *unit = l->program->units.at[u];
    for (uint32_t s = 1; s < unit->symbols.n; s++) {
        const struct symbol *symbol = &unit->symbols.at[s];
        bool is_method = symbol->kind == SYMBOL_METHOD || symbol->kind == SYMBOL_DESTRUCTOR;
        if (is_method && l->program->method_of[u][s] == 0 && symbol->usr[0] != '\0' &&
            (symbol->flags & SYMBOL_INTERNAL) == 0) {
            (void)strmap_get(l->methods, symbol->usr, &l->program->method_of[u][s]);
        }
    }
}

static void add_methods(struct linking *l)
{
    for (uint32_t u = 0; u < l->program->units.n; u++) {
        const struct unit *unit = l->program->units.at[u];
        for (uint32_t r = 0; r < unit->records.n; r++) {
            const struct record *record = &unit->records.at[r];
            uint32_t class = program_class_by_usr(l->program, u, record->usr);
            for (uint32_t m = 0; m < record->methods.n && class != 0; m++) {
                add_method(l, u, record->methods.at[m], class);
            }
        }
    }
    for (uint32_t u = 0; u < l->program->units.n; u++) {
        const struct unit *unit = l->program->units.at[u];
        name_other_methods(l, u);
        for (uint32_t i = 0; i < unit->overrides.n; i++) {
            uint32_t method = 0;
            uint32_t of = 0;
            if (strmap_get(l->own[u], unit->overrides.at[i].method, &method) &&
                strmap_get(l->own[u], unit->overrides.at[i].overridden, &of)) {
                VEC_PUSH(l->arena, &l->program->methods.at[method].overrides, of);
            }
        }
    }
}

enum { MOST_OVERRIDES = 4096 }; /* looked at for one question: diamonds must not multiply */

static bool overrides(const struct program *program, uint32_t method, uint32_t of, uint32_t *budget)
{
    const struct program_method *m = &program->methods.at[method];
    for (uint32_t i = 0; i<m->overrides.n && * budget> 0; i++) {
        --*budget;
        if (m->overrides.at[i] == of || overrides(program, m->overrides.at[i], of, budget)) {
            return true;
        }
    }
    return false;
}

static bool is_or_overrides(const struct program *program, uint32_t method, uint32_t of)
{
    uint32_t budget = MOST_OVERRIDES;
    return method == of || overrides(program, method, of, &budget);
}

static void add_once(struct arena *arena, struct method_list *list, uint32_t method)
{
    for (uint32_t i = 0; i < list->n; i++) {
        if (list->at[i] == method) {
            return;
        }
    }
    VEC_PUSH(arena, list, method);
}

/* Adds what the method is in an object of just this class. */
static void add_final(struct arena *arena, const struct program *program, uint32_t class,
                      uint32_t method, struct method_list *out)
{
    struct method_list found = {0};
    const struct program_class *c = &program->classes.at[class];
    for (uint32_t i = 0; i < c->lineage.n; i++) {
        const struct program_class *base = &program->classes.at[c->lineage.at[i]];
        for (uint32_t m = 0; m < base->methods.n; m++) {
            if (is_or_overrides(program, base->methods.at[m], method)) {
                VEC_PUSH(arena, &found, base->methods.at[m]);
            }
        }
    }
    for (uint32_t i = 0; i < found.n; i++) {
        bool last = true;
        for (uint32_t j = 0; j < found.n && last; j++) {
            last = i == j || !is_or_overrides(program, found.at[j], found.at[i]);
        }
        if (last) {
            add_once(arena, out, found.at[i]);
        }
    }
}

void program_methods_of(struct arena *arena, const struct program *program, uint32_t class,
                        uint32_t method, struct method_list *out)
{
    add_final(arena, program, class, method, out);
}

void program_methods_made(struct arena *arena, const struct program *program, uint32_t class,
                          uint32_t method, struct method_list *out)
{
    uint32_t from = class != 0 ? class : program->methods.at[method].class;
    const struct program_class *c = &program->classes.at[from];
    for (uint32_t i = 0; i < c->made.n; i++) {
        add_final(arena, program, c->made.at[i], method, out);
    }
}

/* ---- the bodies that a call may run ---- */

/* Adds a body to those that override, which are kept in the order of functions. */
static void add_overrider(struct linking *l, struct program_method *method, fn_id fn)
{
    uint32_t at = method->overriders.n;
    while (at > 0 && method->overriders.at[at - 1].i >= fn.i) {
        at--;
    }
    if (at < method->overriders.n && method->overriders.at[at].i == fn.i) {
        return;
    }
    VEC_PUSH(l->arena, &method->overriders, fn);
    for (uint32_t i = method->overriders.n - 1; i > at; i--) {
        method->overriders.at[i] = method->overriders.at[i - 1];
    }
    method->overriders.at[at] = fn;
}

static void find_overriders(struct linking *l)
{
    struct arena *scratch = arena_create();
    struct program *program = l->program;
    for (uint32_t m = 1; m < program->methods.n; m++) {
        struct method_list found = {0};
        program_methods_made(scratch, program, 0, m, &found);
        for (uint32_t i = 0; i < found.n; i++) {
            fn_id body = program->methods.at[found.at[i]].body;
            if (found.at[i] != m && body.i != 0) {
                add_overrider(l, &program->methods.at[m], body);
            }
        }
    }
    arena_destroy(scratch);
}

fn_id program_overrider(const struct program *program, uint32_t unit, sym_id method, fn_id from)
{
    const struct program_method *m = &program->methods.at[program->method_of[unit][method.i]];
    for (uint32_t i = 0; i < m->overriders.n; i++) {
        if (m->overriders.at[i].i > from.i) {
            return m->overriders.at[i];
        }
    }
    return (fn_id){0};
}

static void find_classes_of_keys(struct linking *l)
{
    struct program *program = l->program;
    program->class_of_key = ARENA_NEW_N(l->arena, uint32_t, program->key_names.n);
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t s = 1; s < unit->symbols.n; s++) {
            uint32_t key = program->key_of[u][s];
            if (key != 0 && program->class_of_key[key] == 0) {
                program->class_of_key[key] = program_class_of(program, u, (sym_id){s});
            }
        }
    }
}

void program_link_classes(struct arena *arena, struct program *program)
{
    struct linking l = {.arena = arena, .program = program};
    uint32_t n_units = program->units.n;
    l.classes = strmap_create(arena);
    l.methods = strmap_create(arena);
    l.own = ARENA_NEW_N(arena, struct strmap *, n_units);
    program->class_of_usr = ARENA_NEW_N(arena, struct strmap *, n_units);
    program->method_of = ARENA_NEW_N(arena, uint32_t *, n_units);
    VEC_PUSH(arena, &program->classes, ((struct program_class){0}));
    VEC_PUSH(arena, &program->methods, ((struct program_method){0}));
    for (uint32_t u = 0; u < n_units; u++) {
        l.own[u] = strmap_create(arena);
        program->class_of_usr[u] = strmap_create(arena);
        program->method_of[u] = ARENA_NEW_N(arena, uint32_t, program->units.at[u]->symbols.n);
        for (uint32_t r = 0; r < program->units.at[u]->records.n; r++) {
            const struct record *record = &program->units.at[u]->records.at[r];
            if (program->units.at[u]->cplusplus || record->methods.n > 0) {
                add_class(&l, u, r);
            }
        }
    }
    add_methods(&l);
    find_classes_of_keys(&l);
    for (uint32_t c = 1; c < program->classes.n; c++) {
        find_lineage(&l, c);
    }
    find_made(&l);
    find_overriders(&l);
}
