/*
 * locks_place.c - the places of locks: from expressions, moved between functions, compared.
 */
#include <string.h>

#include "base/text.h"
#include "walk/locks.h"

enum { DEEPEST_PLACE = 8 };

static bool is_part(const struct lock_place *place)
{
    return place->kind == PLACE_FIELD || place->kind == PLACE_ELEMENT;
}

static void set_derived(struct locks *l, struct lock_place *place)
{
    const struct lock_place *parent = &l->places.at[is_part(place) ? place->parent : 0];
    place->depth = is_part(place) ? parent->depth + 1 : 0;
    place->exact = place->kind == PLACE_GLOBAL ||
                   (is_part(place) && parent->exact && place->key != ANY_ELEMENT);
    place->anchor = place->kind == PLACE_ELEMENT ? parent->anchor
                    : place->kind == PLACE_FIELD || place->kind == PLACE_GLOBAL
                        ? (uint32_t)place->key
                        : 0;
}

uint32_t locks_place(struct locks *l, enum lock_place_kind kind, uint32_t parent, int64_t key)
{
    l->key.len = 0;
    strbuf_printf(&l->key, "%d %u %lld", (int)kind, parent, (long long)key);
    uint32_t id = strmap_intern(l->place_ids, l->key.text, l->places.n);
    if (id == l->places.n) {
        struct lock_place place = {.kind = kind, .parent = parent, .key = key};
        set_derived(l, &place);
        VEC_PUSH(l->arena, &l->places, place);
    }
    return id;
}

static uint32_t part(struct locks *l, uint32_t parent, enum lock_place_kind kind, int64_t key)
{
    if (parent == 0 || l->places.at[parent].depth >= DEEPEST_PLACE) {
        return parent == 0 ? 0 : locks_place(l, PLACE_UNKNOWN, 0, 0);
    }
    return locks_place(l, kind, parent, key);
}

static bool is_pointer(const struct symbol *symbol)
{
    bool pointer = (symbol->flags & SYMBOL_POINTER) != 0 && strcmp(symbol->type, "void *") != 0;
    return pointer || text_ends(symbol->type, "&");
}

static uint32_t position_of_param(const struct locks *l, const struct program_function *function,
                                  sym_id sym)
{
    const struct unit *unit = l->program->units.at[function->unit];
    if (function->function == NULL) {
        return UINT32_MAX;
    }
    for (uint32_t i = 0; i < function->function->n_params; i++) {
        if (unit->params.at[function->function->first_param + i].i == sym.i) {
            return i;
        }
    }
    return UINT32_MAX;
}

static uint32_t place_of_symbol(struct locks *l, fn_id fn, sym_id sym)
{
    const struct program_function *function = &l->program->functions.at[fn.i];
    const struct symbol *symbol = program_symbol(l->program, function->unit, sym);
    uint32_t id = locks_place(l, PLACE_UNKNOWN, 0, 0);
    if (symbol->kind == SYMBOL_GLOBAL) {
        if ((symbol->flags & SYMBOL_THREAD) != 0) {
            return 0; /* of this thread alone */
        }
        id = locks_place(l, PLACE_GLOBAL, 0, l->program->key_of[function->unit][sym.i]);
    } else if (symbol->kind == SYMBOL_LOCAL) {
        id = locks_place(l, PLACE_LOCAL, fn.i, sym.i);
    } else if (symbol->kind == SYMBOL_PARAM) {
        uint32_t position = position_of_param(l, function, sym);
        if (position != UINT32_MAX) {
            id = locks_place(l, PLACE_PARAM, 0, position);
        }
    }
    if (l->places.at[id].kind != PLACE_UNKNOWN) {
        l->places.at[id].pointer = is_pointer(symbol);
    }
    return id;
}

/* The place that all returns of a function name, if it is part of a global. */
static uint32_t place_of_result(struct locks *l, fn_id fn)
{
    uint32_t unknown = locks_place(l, PLACE_UNKNOWN, 0, 0);
    if (l->results[fn.i] != 0) {
        return l->results[fn.i];
    }
    l->results[fn.i] = unknown; /* also while it is being found */
    const struct program_function *function = &l->program->functions.at[fn.i];
    const struct unit *unit = l->program->units.at[function->unit];
    uint32_t found = 0;
    VEC(node_id) stack = {0};
    VEC_PUSH(l->arena, &stack, function->body);
    while (stack.n > 0) {
        const struct node *n = &unit->nodes.at[stack.at[--stack.n].i];
        for (node_id c = n->first; c.i != 0; c = unit->nodes.at[c.i].next) {
            VEC_PUSH(l->arena, &stack, c);
        }
        if (n->kind == NODE_RETURN && n->first.i != 0) {
            const struct node *value = &unit->nodes.at[n->first.i];
            uint32_t place = value->kind == NODE_CALL ? unknown : locks_place_of(l, fn, n->first);
            found = found == 0 || found == place ? place : unknown;
        }
    }
    if (found != 0 && l->places.at[locks_base(l, found)].kind == PLACE_GLOBAL) {
        l->results[fn.i] = found;
    }
    return l->results[fn.i];
}

/* The place that a call returns: that of its body; the object itself for operator-> and *. */
static uint32_t place_of_call(struct locks *l, fn_id fn, const struct node *call, node_id *object)
{
    uint32_t u = l->program->functions.at[fn.i].unit;
    const struct node *callee = program_node(l->program, u, call->first);
    bool names = callee->kind == NODE_REF || callee->kind == NODE_FIELD;
    if (!names || (call->flags & NODE_DYNAMIC) != 0) {
        return locks_place(l, PLACE_UNKNOWN, 0, 0);
    }
    fn_id body = program_body(l->program, u, callee->sym);
    const char *name = program_symbol(l->program, u, callee->sym)->name;
    if (body.i != 0) {
        return place_of_result(l, body);
    }
    if (callee->kind == NODE_FIELD && callee->first.i != 0 &&
        (text_ends(name, "::operator->") || text_ends(name, "::operator*"))) {
        *object = callee->first;
        return 0;
    }
    return locks_place(l, PLACE_UNKNOWN, 0, 0);
}

/* One step outwards: a field or an element. */
struct outward {
    enum lock_place_kind kind;
    int64_t key;
    bool pointer;
};

/* Reads one level of an expression: a step to `*steps`, or the base to `*base`; returns the inner
 * expression. */
static node_id read_level(struct locks *l, fn_id fn, node_id node, struct outward *step,
                          uint32_t *base)
{
    uint32_t u = l->program->functions.at[fn.i].unit;
    const struct node *n = program_node(l->program, u, node);
    node_id object = {0};
    switch (n->kind) {
    case NODE_FIELD:
        step->kind = PLACE_FIELD;
        step->key = l->program->key_of[u][n->sym.i];
        step->pointer = is_pointer(program_symbol(l->program, u, n->sym));
        *base = n->first.i == 0 ? locks_place(l, PLACE_UNKNOWN, 0, 0) : 0;
        return n->first;
    case NODE_INDEX: {
        const struct node *index =
            program_node(l->program, u, program_node(l->program, u, n->first)->next);
        step->kind = PLACE_ELEMENT;
        step->key = index->kind == NODE_INT ? index->value : ANY_ELEMENT;
        return n->first;
    }
    case NODE_BINARY:
        step->kind = PLACE_ELEMENT;
        step->key = ANY_ELEMENT;
        return n->first;
    case NODE_ADDRESS:
    case NODE_DEREF:
        return n->first;
    case NODE_REF:
        *base = place_of_symbol(l, fn, n->sym);
        return object;
    case NODE_CALL:
        *base = place_of_call(l, fn, n, &object);
        return object;
    default:
        *base = locks_place(l, PLACE_UNKNOWN, 0, 0);
        return object;
    }
}

uint32_t locks_place_of(struct locks *l, fn_id fn, node_id node)
{
    struct outward steps[DEEPEST_PLACE];
    uint32_t n = 0;
    uint32_t base = 0;
    while (node.i != 0 && n < DEEPEST_PLACE) {
        struct outward step = {0};
        base = 0;
        node = read_level(l, fn, node, &step, &base);
        if (step.kind != PLACE_NOWHERE) {
            steps[n++] = step;
        }
    }
    if (node.i != 0) {
        base = locks_place(l, PLACE_UNKNOWN, 0, 0);
    }
    for (; n > 0; n--) {
        base = part(l, base, steps[n - 1].kind, steps[n - 1].key);
        l->places.at[base].pointer |= steps[n - 1].pointer;
    }
    return base;
}

uint32_t locks_move(struct locks *l, uint32_t place, uint32_t from, uint32_t base)
{
    uint32_t path[DEEPEST_PLACE + 1];
    uint32_t n = 0;
    for (uint32_t p = place; p != from; p = l->places.at[p].parent) {
        path[n++] = p;
    }
    for (; n > 0 && base != 0; n--) {
        struct lock_place step = l->places.at[path[n - 1]];
        base = part(l, base, step.kind, step.key);
        l->places.at[base].pointer |= step.pointer;
    }
    return base;
}

uint32_t locks_base(const struct locks *l, uint32_t place)
{
    while (is_part(&l->places.at[place])) {
        place = l->places.at[place].parent;
    }
    return place;
}

static const char *last_name(const char *name)
{
    for (const char *p = name; (p = strstr(p, "::")) != NULL;) {
        p += 2;
        name = p;
    }
    return name;
}

const char *locks_name(struct locks *l, uint32_t place)
{
    const struct program *program = l->program;
    if (!l->places.at[place].exact) {
        return program->key_names.at[l->places.at[place].anchor];
    }
    uint32_t path[DEEPEST_PLACE + 1];
    uint32_t n = 0;
    for (; is_part(&l->places.at[place]); place = l->places.at[place].parent) {
        path[n++] = place;
    }
    struct strbuf out;
    strbuf_init(&out, l->engine->arena);
    strbuf_adds(&out, program->key_names.at[l->places.at[place].key]);
    for (; n > 0; n--) {
        const struct lock_place *step = &l->places.at[path[n - 1]];
        if (step->kind == PLACE_FIELD) {
            strbuf_printf(&out, ".%s", last_name(program->key_names.at[step->key]));
        } else {
            strbuf_printf(&out, "[%lld]", (long long)step->key);
        }
    }
    return out.text;
}

bool locks_is_known(const struct locks *l, uint32_t place)
{
    const struct lock_place *p = &l->places.at[place];
    return p->exact || (p->anchor != 0 && !p->pointer &&
                        !(l->places.at[locks_base(l, place)].kind == PLACE_LOCAL &&
                          !l->places.at[locks_base(l, place)].pointer));
}

bool locks_is_shared(const struct locks *l, uint32_t place)
{
    const struct lock_place *base = &l->places.at[locks_base(l, place)];
    return base->kind == PLACE_GLOBAL ||
           (base->kind == PLACE_UNKNOWN && base->key == UNKNOWN_SHARED);
}

enum lock_match locks_match(const struct locks *l, uint32_t a, uint32_t b)
{
    const struct lock_place *left = &l->places.at[a];
    const struct lock_place *right = &l->places.at[b];
    if (a == b && left->exact) {
        return MATCH_CERTAIN;
    }
    bool same_class = left->anchor != 0 && left->anchor == right->anchor;
    return same_class && !(left->exact && right->exact) ? MATCH_POSSIBLE : MATCH_NONE;
}
