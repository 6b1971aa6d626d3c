/*
 * taught.c - what a condition or a store has taught about a place that has no cell.
 *
 * `if (info->entries != NULL) { release(info->entries); }` says something of the field, whatever
 * `info` points to.  The same expression means the same until something is called, or stored to
 * what it mentions or to what has no name: until then it holds what the condition taught, or what
 * was stored there.  Of what can change without a store in sight (volatile) nothing is kept.  That
 * two fields of a union are one place is not seen.
 */
#include <string.h>

#include "walk/engine.h"

enum { MOST_TAUGHT = 32, MOST_STEPS = 8 };

/* True if the expression names a place by variables, fields and elements alone. */
static bool can_keep(const struct frame *f, node_id node, uint32_t steps)
{
    const struct node *n = frame_node(f, node);
    if (n->kind == NODE_INT) {
        return true;
    }
    bool named = n->kind == NODE_REF || n->kind == NODE_FIELD;
    if (steps == 0 || (!named && n->kind != NODE_DEREF && n->kind != NODE_INDEX)) {
        return false;
    }
    const struct symbol *symbol = frame_symbol(f, n->sym);
    if (named && (symbol->kind <= SYMBOL_DESTRUCTOR || strstr(symbol->type, "volatile") != NULL)) {
        return false;
    }
    if (n->kind == NODE_REF) {
        return true;
    }
    return n->first.i != 0 && can_keep(f, n->first, steps - 1) &&
           (n->kind != NODE_INDEX || can_keep(f, frame_node(f, n->first)->next, steps - 1));
}

/* True if both expressions are the same, symbol by symbol; one of them can be kept. */
static bool are_same(const struct frame *f, node_id a, node_id b)
{
    const struct node *left = frame_node(f, a);
    const struct node *right = frame_node(f, b);
    if (left->kind != right->kind || left->sym.i != right->sym.i || left->value != right->value ||
        (left->first.i == 0) != (right->first.i == 0)) {
        return false;
    }
    if (left->first.i == 0 || left->kind == NODE_INT) {
        return true;
    }
    return are_same(f, left->first, right->first) &&
           (left->kind != NODE_INDEX || are_same(f, frame_node(f, left->first)->next,
                                                 frame_node(f, right->first)->next));
}

static uint32_t find(const struct frame *f, node_id place)
{
    for (uint32_t i = 0; i < f->taught.n; i++) {
        if (are_same(f, f->taught.at[i].place, place)) {
            return f->taught.at[i].cell;
        }
    }
    return 0;
}

uint32_t taught_cell(struct frame *f, node_id place)
{
    uint32_t cell = find(f, place);
    if (cell != 0 || f->taught.n == MOST_TAUGHT || !can_keep(f, place, MOST_STEPS)) {
        return cell;
    }
    cell = cell_child(f, 0, PATH_TAUGHT, place.i);
    VEC_PUSH(f->arena, &f->taught, ((struct taught){place, cell}));
    return cell;
}

void taught_store(struct frame *f, struct state *s, node_id place, struct value value)
{
    bool tells = (value.kind == VALUE_UNKNOWN && value.rare != 0) || value.kind == VALUE_INT ||
                 value.kind == VALUE_NONZERO || value.kind == VALUE_HANDLE;
    if (tells) {
        state_store(f, s, taught_cell(f, place), value);
    }
}

struct value taught_value(const struct frame *f, const struct state *s, node_id place,
                          struct value value)
{
    bool asked = value.kind == VALUE_UNKNOWN && f->taught.n > 0;
    struct value taught = asked ? state_load(s, find(f, place)) : value;
    return taught.kind == VALUE_UNKNOWN && taught.rare == 0 ? value : taught;
}

/* True if a place that can be kept has the variable or field in it. */
static bool mentions(const struct frame *f, node_id place, sym_id sym)
{
    const struct node *n = frame_node(f, place);
    if (n->sym.i == sym.i || n->first.i == 0 || n->kind == NODE_INT) {
        return n->sym.i == sym.i;
    }
    return mentions(f, n->first, sym) ||
           (n->kind == NODE_INDEX && mentions(f, frame_node(f, n->first)->next, sym));
}

/* Returns the one variable or field that a store to the place changes, 0: perhaps others. */
static sym_id stored_to(const struct frame *f, node_id place)
{
    const struct node *n = frame_node(f, place);
    if (n->kind != NODE_REF && n->kind != NODE_FIELD && n->kind != NODE_DECLARE) {
        return (sym_id){0};
    }
    const struct symbol *symbol = frame_symbol(f, n->sym);
    bool whole = (symbol->flags & SYMBOL_RECORD_VALUE) == 0 && !reference_is(symbol);
    return whole ? n->sym : (sym_id){0};
}

void taught_forget(struct frame *f, struct state *s, node_id stored)
{
    sym_id sym = f->taught.n == 0 ? (sym_id){0} : stored_to(f, stored);
    for (uint32_t i = 0; i < f->taught.n; i++) {
        if (sym.i == 0 || mentions(f, f->taught.at[i].place, sym)) {
            state_forget(f, s, f->taught.at[i].cell);
        }
    }
}

bool taught_nowhere(struct engine *e, struct frame *f, struct state *s, node_id place)
{
    const struct node *n = frame_node(f, place);
    uint8_t pointer = frame_node(f, n->first)->kind;
    return n->kind == NODE_DEREF && (pointer == NODE_INT || pointer == NODE_REF) &&
           value_same(eval(e, f, s, n->first), value_int(0));
}
