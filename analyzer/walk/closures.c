/*
 * closures.c - lambdas with the values that they captured.
 *
 * A lambda's body names the variables of the function around it; in its own frame they are locals
 * without a value.  A closure is the body together with what is known of these variables where the
 * lambda stands, and that goes wherever the closure goes.  Only variables that nothing in the unit
 * changes after their initialisation count: then it is the same by copy and by reference, and it
 * does not matter when the closure is called.  All others can be changed by it from then on.
 */
#include <string.h>

#include "base/text.h"
#include "walk/engine.h"

enum { MOST_CAPTURED = 16 };

/* Marks a local or parameter that a place names. */
static void mark(const struct unit *unit, bool *changed, node_id place)
{
    const struct node *n = &unit->nodes.at[place.i];
    while ((n->kind == NODE_INDEX || n->kind == NODE_FIELD) && n->first.i != 0) {
        n = &unit->nodes.at[n->first.i];
    }
    if (n->kind == NODE_REF) {
        changed[n->sym.i] = true;
    }
}

/* True if a function of the type may change what it is handed: it takes references, or it is a
 * function object, whose type does not tell. */
static bool takes_references(const char *type)
{
    return strchr(type, '&') != NULL || strcmp(type, "void (*)()") == 0 || type[0] == '\0';
}

static void mark_arguments(const struct unit *unit, bool *changed, const struct node *call)
{
    bool constructs = call->kind == NODE_CONSTRUCT;
    const struct node *callee = &unit->nodes.at[call->first.i];
    const char *type = constructs ? unit->symbols.at[call->sym.i].type : "";
    node_id argument = constructs ? call->first : callee->next;
    if (!constructs && (callee->kind == NODE_REF || callee->kind == NODE_FIELD)) {
        type = unit->symbols.at[callee->sym.i].type;
    }
    for (; takes_references(type) && argument.i != 0; argument = unit->nodes.at[argument.i].next) {
        mark(unit, changed, argument);
    }
}

static void mark_node(const struct unit *unit, bool *changed, const struct node *n)
{
    switch (n->kind) {
    case NODE_ASSIGN:
    case NODE_STEP:
    case NODE_ADDRESS:
        mark(unit, changed, n->first);
        break;
    case NODE_CALL:
    case NODE_CONSTRUCT:
        mark_arguments(unit, changed, n);
        break;
    case NODE_DECLARE:
    case NODE_INIT_FIELD:
        if (strchr(unit->symbols.at[n->sym.i].type, '&') != NULL) {
            mark(unit, changed, n->first);
        }
        break;
    default:
        break;
    }
}

/* By symbol: something changes it. */
static const bool *changed_in(struct engine *e, uint32_t u)
{
    if (e->changed == NULL) {
        e->changed = ARENA_NEW_N(e->arena, bool *, e->program->units.n);
    }
    if (e->changed[u] == NULL) {
        const struct unit *unit = e->program->units.at[u];
        e->changed[u] = ARENA_NEW_N(e->arena, bool, unit->symbols.n);
        for (uint32_t i = 1; i < unit->nodes.n; i++) {
            mark_node(unit, e->changed[u], &unit->nodes.at[i]);
        }
    }
    return e->changed[u];
}

/* True if the value means the same in another frame. */
static bool can_travel(struct value value)
{
    return value.kind == VALUE_INT || value.kind == VALUE_NONZERO || value.kind == VALUE_STRING ||
           value.kind == VALUE_FUNCTION || value.kind == VALUE_EXTERNAL ||
           value.kind == VALUE_HANDLE || value.kind == VALUE_NAMED;
}

/* Takes one variable that the body mentions: its value, or else the closure can change it. */
static void capture(struct engine *e, struct frame *f, const struct state *s, sym_id sym,
                    struct closure *closure)
{
    uint32_t cell = cell_local(f, sym);
    if (cell == 0) {
        return;
    }
    struct value value = state_load(s, cell);
    if (changed_in(e, f->unit)[sym.i] || (frame_symbol(f, sym)->flags & SYMBOL_RECORD_VALUE) != 0) {
        frame_escape(f, (struct value){VALUE_ADDRESS, cell, NULL});
        return;
    }
    frame_escape(f, value);
    for (uint32_t i = 0; i < closure->captured.n; i++) {
        if (closure->captured.at[i].sym.i == sym.i) {
            return;
        }
    }
    if (can_travel(value) && closure->captured.n < MOST_CAPTURED) {
        VEC_PUSH(e->arena, &closure->captured, ((struct captured){sym, value}));
    }
}

/* Returns the number of a closure, the same for the same values. */
static uint32_t number_of(struct engine *e, const struct closure *closure)
{
    struct strbuf key;
    strbuf_init(&key, e->arena);
    strbuf_add_number(&key, closure->fn.i);
    for (uint32_t i = 0; i < closure->captured.n; i++) {
        strbuf_addc(&key, '|');
        strbuf_add_number(&key, closure->captured.at[i].sym.i);
        strbuf_addc(&key, '=');
        value_write(&key, closure->captured.at[i].value);
    }
    if (e->closures.n == 0) {
        VEC_PUSH(e->arena, &e->closures, ((struct closure){.fn = {0}}));
        e->closure_keys = strmap_create(e->arena);
    }
    uint32_t number = 0;
    if (!strmap_get(e->closure_keys, key.text, &number)) {
        number = e->closures.n;
        strmap_put(e->closure_keys, key.text, number);
        VEC_PUSH(e->arena, &e->closures, *closure);
        e->closures.at[number].number = number;
    }
    return number;
}

struct value closure_make(struct engine *e, struct frame *f, const struct state *s, fn_id body)
{
    const struct program_function *function = &e->program->functions.at[body.i];
    struct closure closure = {.fn = body};
    struct arena *scratch = arena_create();
    VEC(node_id) stack = {0};
    VEC_PUSH(scratch, &stack, function->body);
    while (stack.n > 0 && function->unit == f->unit) {
        const struct node *n = frame_node(f, stack.at[--stack.n]);
        if (n->kind == NODE_REF && n->sym.i != 0) {
            capture(e, f, s, n->sym, &closure);
        }
        for (node_id c = n->first; c.i != 0; c = frame_node(f, c)->next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
    arena_destroy(scratch);
    uint64_t number = closure.captured.n == 0 ? 0 : number_of(e, &closure);
    return (struct value){VALUE_FUNCTION, (int64_t)(number << 32 | body.i), NULL};
}

const struct closure *closure_of(const struct engine *e, struct value value, fn_id body)
{
    static const struct closure none;
    uint32_t number = (uint32_t)((uint64_t)value.number >> 32);
    bool is = value.kind == VALUE_FUNCTION && number < e->closures.n &&
              e->closures.at[number].fn.i == body.i;
    return is && number != 0 ? &e->closures.at[number] : &none;
}
