/*
 * tables.c - what stands in tables that no code changes: `steps[0][1]`, `ops[2].init`.
 *
 * Takes an expression that designates a part of a constant global, and the values of its indices;
 * gives what the global's initialiser has there.  What the initialiser leaves out is not known.
 */
#include "walk/engine.h"

/* The next part further up in `table[1].field`, 0 if the expression is no part of an object. */
static node_id whole_of(const struct frame *f, node_id part)
{
    const struct node *n = frame_node(f, part);
    bool field = n->kind == NODE_FIELD && (n->flags & NODE_ARROW) == 0;
    return field || n->kind == NODE_INDEX ? n->first : (node_id){0};
}

bool table_holds(const struct engine *e, const struct frame *f, node_id node)
{
    bool indexed = false;
    node_id whole = node;
    for (node_id up = whole_of(f, node); up.i != 0; up = whole_of(f, up)) {
        indexed |= frame_node(f, whole)->kind == NODE_INDEX;
        whole = up;
    }
    const struct node *n = frame_node(f, whole);
    bool global = n->kind == NODE_REF && frame_symbol(f, n->sym)->kind == SYMBOL_GLOBAL;
    node_id list = indexed && global ? constant_initialiser(e, f, n->sym) : (node_id){0};
    return list.i != 0 && frame_node(f, list)->kind == NODE_INIT_LIST;
}

/* The initialiser of an element, 0 if the list has none. */
static node_id element_of(const struct frame *f, node_id list, int64_t wanted)
{
    int64_t index = 0;
    for (node_id c = frame_node(f, list)->first; c.i != 0; c = frame_node(f, c)->next) {
        const struct node *n = frame_node(f, c);
        node_id value = c;
        if (n->kind == NODE_INIT_INDEX) {
            index = n->value;
            value = n->first;
        }
        if (index == wanted) {
            return value;
        }
        index++;
    }
    return (node_id){0};
}

/* The initialiser of a field, 0 if the list has none. */
static node_id field_of(const struct frame *f, node_id list, sym_id field)
{
    for (node_id c = frame_node(f, list)->first; c.i != 0; c = frame_node(f, c)->next) {
        const struct node *n = frame_node(f, c);
        if (n->kind == NODE_INIT_FIELD && n->sym.i == field.i) {
            return n->first;
        }
    }
    return (node_id){0};
}

/* The initialiser of a part of a table; evaluates the indices. */
static node_id initialiser_of(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    node_id whole = whole_of(f, node);
    if (whole.i == 0) {
        return constant_initialiser(e, f, n->sym);
    }
    node_id list = initialiser_of(e, f, s, whole);
    struct value index = value_unknown();
    if (n->kind == NODE_INDEX) {
        index = eval(e, f, s, frame_node(f, whole)->next);
    }
    if (frame_node(f, list)->kind != NODE_INIT_LIST) {
        return (node_id){0};
    }
    if (n->kind == NODE_FIELD) {
        return field_of(f, list, n->sym);
    }
    return index.kind == VALUE_INT ? element_of(f, list, index.number) : (node_id){0};
}

struct value table_member(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    node_id found = initialiser_of(e, f, s, node);
    return found.i == 0 ? value_unknown() : constant_value(e, f, found);
}
