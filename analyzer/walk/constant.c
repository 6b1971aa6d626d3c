/*
 * constant.c - what stands in the initialisers of objects that no code assigns.
 *
 * `static struct codec g = {{&table}};` and `static const IUnknownVtbl table = {...}` say which
 * function
 * `(&g.iface)->lpVtbl->Release` is.  That somebody changes such an object through its address is
 * possible and not believed.
 */
#include <string.h>

#include "walk/engine.h"

/* An initialiser: of a unit. */
struct initialiser {
    uint32_t unit;
    node_id node; /* 0: not known */
};

static const struct node *node_at(const struct engine *e, struct initialiser at)
{
    return program_node(e->program, at.unit, at.node);
}

static struct initialiser of_global(const struct engine *e, uint32_t unit, sym_id sym)
{
    struct initialiser found = {.unit = unit};
    const struct unit *facts = e->program->units.at[unit];
    uint32_t key = e->program->key_of[unit][sym.i];
    const struct symbol *symbol = &facts->symbols.at[sym.i];
    uint32_t fixed = SYMBOL_INTERNAL | SYMBOL_CONST;
    if ((symbol->flags & fixed) == 0 || e->program->assigned[key] || facts->cplusplus) {
        return found;
    }
    uint32_t global = e->program->global_of[unit][sym.i];
    if (global != 0) {
        found.node = facts->globals.at[global - 1].init;
    }
    return found;
}

static struct initialiser of_field(const struct engine *e, struct initialiser object, uint32_t key)
{
    struct initialiser found = {.unit = object.unit};
    const struct unit *facts = e->program->units.at[object.unit];
    if (node_at(e, object)->kind != NODE_INIT_LIST || key == 0) {
        return found;
    }
    for (node_id c = node_at(e, object)->first; c.i != 0; c = facts->nodes.at[c.i].next) {
        const struct node *n = &facts->nodes.at[c.i];
        if (n->kind == NODE_INIT_FIELD && e->program->key_of[object.unit][n->sym.i] == key) {
            found.node = n->first;
        }
    }
    return found;
}

/* The initialiser of the object that an expression designates. */
static struct initialiser of_place(const struct engine *e, struct initialiser place)
{
    const struct node *n = node_at(e, place);
    struct initialiser none = {.unit = place.unit};
    if (n->kind == NODE_REF) {
        return of_global(e, place.unit, n->sym);
    }
    if (n->kind != NODE_FIELD || n->first.i == 0 || (n->flags & NODE_ARROW) != 0) {
        return none;
    }
    struct initialiser object = of_place(e, (struct initialiser){place.unit, n->first});
    return object.node.i == 0 ? none
                              : of_field(e, object, e->program->key_of[place.unit][n->sym.i]);
}

static struct value own(struct initialiser at)
{
    int64_t number = at.node.i == 0 ? 0 : (int64_t)((uint64_t)at.unit << 32 | at.node.i);
    return value_make(VALUE_OWN, number, NULL);
}

/* The value that an initialiser gives. */
static struct value value_of(const struct engine *e, struct initialiser at)
{
    const struct node *n = node_at(e, at);
    switch (n->kind) {
    case NODE_INT:
        return value_int(n->value);
    case NODE_INIT_LIST:
        return own(at);
    case NODE_ADDRESS:
        at.node = n->first;
        n = node_at(e, at);
        break;
    default:
        break;
    }
    if (n->kind != NODE_REF && n->kind != NODE_FIELD) {
        return value_unknown();
    }
    const struct symbol *symbol = program_symbol(e->program, at.unit, n->sym);
    if (symbol->kind > SYMBOL_DESTRUCTOR) {
        return own(of_place(e, at));
    }
    fn_id body = program_body(e->program, at.unit, n->sym);
    if (body.i != 0) {
        return value_make(VALUE_FUNCTION, body.i, NULL);
    }
    return value_make(VALUE_EXTERNAL, (int64_t)((uint64_t)at.unit << 32 | n->sym.i), NULL);
}

struct value constant_address(const struct engine *e, const struct frame *f, node_id place)
{
    return own(of_place(e, (struct initialiser){f->unit, place}));
}

struct value constant_member(const struct engine *e, struct value object, uint32_t key)
{
    struct initialiser at = {(uint32_t)((uint64_t)object.number >> 32), {(uint32_t)object.number}};
    if (object.kind != VALUE_OWN || object.number == 0) {
        return value_unknown();
    }
    struct initialiser field = of_field(e, at, key);
    return field.node.i == 0 ? value_unknown() : value_of(e, field);
}
