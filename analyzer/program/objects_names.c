/*
 * objects_names.c - what names stand for: variables, fields, functions that allocate.
 *
 * A function that returns `void *` and nothing but what allocating functions return is an
 * allocating function itself: each call of it makes an object of its own.  One that returns a typed
 * object is not, because it may have stored something in it.
 */
#include <string.h>

#include "program/objects.h"

enum { MOST_ALLOCATING_ROUNDS = 5, MOST_LOOKS = 8 };

static bool ends_with(const char *text, char c)
{
    size_t len = strlen(text);
    return len > 0 && text[len - 1] == c;
}

bool program_is_atomic(const char *function)
{
    return strncmp(function, "__sync_", 7) == 0 || strncmp(function, "__atomic_", 9) == 0;
}

bool symbol_is_reference(const struct symbol *symbol)
{
    return symbol->kind > SYMBOL_DESTRUCTOR &&
           (ends_with(symbol->type, '&') || strstr(symbol->type, "(&") != NULL);
}

bool symbol_holds_address(const struct symbol *symbol)
{
    return symbol->type[0] == '\0' || (symbol->flags & SYMBOL_POINTER) != 0 ||
           strchr(symbol->type, '*') != NULL || strchr(symbol->type, '&') != NULL;
}

bool symbol_is_object(const struct symbol *symbol)
{
    return (symbol->flags & SYMBOL_RECORD_VALUE) != 0 && !symbol_is_reference(symbol);
}

bool symbol_has_fields(const struct symbol *symbol)
{
    const char *bracket = strchr(symbol->type, '[');
    bool pointers = bracket != NULL && memchr(symbol->type, '*', (size_t)(bracket - symbol->type));
    return symbol_is_object(symbol) && !pointers;
}

static bool is_constant(const struct symbol *symbol)
{
    return (symbol->flags & SYMBOL_CONST) != 0 ||
           ((symbol->flags & SYMBOL_RECORD_VALUE) != 0 && strncmp(symbol->type, "const ", 6) == 0);
}

object_id variable_object(struct objects *o, uint32_t unit, sym_id sym)
{
    const struct symbol *symbol = program_symbol(o->program, unit, sym);
    if (symbol->kind != SYMBOL_GLOBAL) {
        object_id local = sets_object(o->sets, OBJECT_VARIABLE, unit + 1, sym.i);
        type_variable(o, local, unit, symbol);
        return local;
    }
    uint32_t key = o->program->key_of[unit][sym.i];
    bool known = idmap_get(o->sets->object_ids[OBJECT_VARIABLE], 0, key) != 0;
    object_id object = sets_object(o->sets, OBJECT_VARIABLE, 0, key);
    if (!known) {
        type_variable(o, object, unit, symbol);
        o->sets->objects.at[object.i].constant = is_constant(symbol) && o->defined[key];
        if (!o->defined[key]) {
            o->sets->objects.at[object.i].copied = true;
            sets_add_unknown(o->sets, sets_content(o->sets, object, 0));
        }
    }
    return object;
}

set_id variable_set(struct objects *o, uint32_t unit, sym_id sym)
{
    return sets_content(o->sets, variable_object(o, unit, sym), 0);
}

set_id single_set(struct objects *o, object_id object)
{
    uint32_t set = idmap_get(o->singles, object.i, 1);
    if (set == 0) {
        set = sets_new(o->sets).i;
        *idmap_at(o->singles, object.i, 1) = set;
        sets_add(o->sets, (set_id){set}, object);
    }
    return (set_id){set};
}

set_id derived_set(struct objects *o, set_id base, enum use_kind kind, uint32_t key)
{
    if (base.i == SET_NOTHING || (base.i == SET_UNKNOWN && !o->sets->own[key])) {
        return base;
    }
    uint32_t set = idmap_get(o->derived[kind], base.i, key);
    if (set == 0) {
        set = sets_new(o->sets).i;
        *idmap_at(o->derived[kind], base.i, key) = set;
        sets_use(o->sets, base, kind, key, set);
    }
    return (set_id){set};
}

/* ---- functions that allocate ---- */

bool api_allocates(const struct program *program, uint32_t unit, sym_id sym)
{
    struct known_api known = program_api(program, unit, sym);
    for (uint32_t i = 0; i < known.n; i++) {
        if (api_makes_object(&known.first[i]) && !known.first[i].has_out) {
            return true;
        }
    }
    return false;
}

/* A search in one function's body. */
struct search {
    const struct objects *o;
    uint32_t unit;
    node_id body;
    struct arena *scratch;
    uint32_t looks; /* left */
};

enum origin { ORIGIN_NULL, ORIGIN_NEW, ORIGIN_OTHER };

static enum origin worse(enum origin a, enum origin b)
{
    return a > b ? a : b;
}

static enum origin origin_of(struct search *s, node_id node);

/* What is stored in a local (or returned: sym 0). */
static enum origin origin_of_stores(struct search *s, sym_id sym)
{
    const struct unit *unit = s->o->program->units.at[s->unit];
    struct node_stack stack = {0};
    enum origin origin = ORIGIN_NULL;
    if (s->looks == 0) {
        return ORIGIN_OTHER;
    }
    s->looks--;
    VEC_PUSH(s->scratch, &stack.nodes, s->body);
    while (stack.nodes.n > 0 && origin != ORIGIN_OTHER) {
        node_id node = program_pop(unit, &stack);
        const struct node *n = &unit->nodes.at[node.i];
        bool declares = n->kind == NODE_DECLARE && sym.i != 0 && n->sym.i == sym.i;
        if (n->kind == NODE_RETURN && sym.i == 0 && n->first.i != 0) {
            origin = worse(origin, origin_of(s, n->first));
        } else if (declares && n->first.i != 0) {
            origin = worse(origin, origin_of(s, n->first));
        } else if (n->kind == NODE_ASSIGN && sym.i != 0) {
            const struct node *target = &unit->nodes.at[n->first.i];
            if (target->kind == NODE_REF && target->sym.i == sym.i) {
                origin = worse(origin, origin_of(s, target->next));
            }
        }
        program_push_children(s->scratch, unit, node, &stack);
    }
    return origin;
}

static enum origin origin_of_call(const struct search *s, const struct node *call)
{
    sym_id sym = function_named(s->o->program, s->unit, call->first);
    fn_id fn = s->o->program->function_of[s->unit][sym.i];
    bool makes = fn.i != 0 ? s->o->allocates[fn.i]
                           : sym.i != 0 && api_allocates(s->o->program, s->unit, sym);
    return makes ? ORIGIN_NEW : ORIGIN_OTHER;
}

static enum origin origin_of(struct search *s, node_id node)
{
    const struct unit *unit = s->o->program->units.at[s->unit];
    const struct node *n = &unit->nodes.at[node.i];
    switch (n->kind) {
    case NODE_INT:
        return n->value == 0 ? ORIGIN_NULL : ORIGIN_OTHER;
    case NODE_CALL:
        return origin_of_call(s, n);
    case NODE_REF:
        return unit->symbols.at[n->sym.i].kind == SYMBOL_LOCAL ? origin_of_stores(s, n->sym)
                                                               : ORIGIN_OTHER;
    case NODE_COND:
        if (s->looks == 0) {
            return ORIGIN_OTHER;
        }
        s->looks--;
        return worse(origin_of(s, node_child(unit, node, 1)),
                     origin_of(s, node_child(unit, node, 2)));
    default:
        return ORIGIN_OTHER;
    }
}

static bool allocates(struct objects *o, uint32_t f)
{
    const struct program_function *function = &o->program->functions.at[f];
    const struct symbol *symbol = program_symbol(o->program, function->unit, function->sym);
    if (function->function == NULL || strncmp(symbol->type, "void *(", 7) != 0) {
        return false;
    }
    struct search s = {o, function->unit, function->body, arena_create(), MOST_LOOKS};
    bool found = origin_of_stores(&s, (sym_id){0}) == ORIGIN_NEW;
    arena_destroy(s.scratch);
    return found;
}

void find_allocating(struct objects *o)
{
    bool changed = true;
    for (uint32_t round = 0; changed && round < MOST_ALLOCATING_ROUNDS; round++) {
        changed = false;
        for (uint32_t f = 1; f < o->program->functions.n; f++) {
            if (!o->allocates[f] && allocates(o, f)) {
                o->allocates[f] = true;
                changed = true;
            }
        }
    }
}
