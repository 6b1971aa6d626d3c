/*
 * closures.c - lambdas with the values that they captured.
 *
 * A lambda's body names the variables of the function around it; in its own frame they are locals
 * without a value.  A closure is the body together with what is known of these variables where the
 * lambda stands, and that goes wherever the closure goes.  It counts there only for variables that
 * nothing changes from then on (they are settled): then it is the same by copy and by reference,
 * and it does not matter when the closure is called.  All others, and what pointers point to, can
 * be changed by it from then on.  What is known of these counts where the frame that made the
 * closure calls it, or hands it to an API that does, if it is still the same then.  What a body
 * changes in them flows back to that frame; one whose operator() is not const may have changed
 * copies of its own.
 */
#include <string.h>

#include "base/text.h"
#include "walk/call.h"

enum { MOST_CAPTURED = 16 };

/* True if the value means the same in another frame. */
static bool can_travel(struct value value)
{
    return value.kind == VALUE_INT || value.kind == VALUE_NONZERO || value.kind == VALUE_STRING ||
           value.kind == VALUE_FUNCTION || value.kind == VALUE_EXTERNAL ||
           value.kind == VALUE_HANDLE || value.kind == VALUE_NAMED;
}

/* A lambda that is made. */
struct making {
    node_id lambda;
    struct closure closure;
};

/* True if nothing changes the variable behind the lambda, whoever calls it and when. */
static bool is_settled(struct engine *e, const struct frame *f, sym_id sym, node_id lambda)
{
    const struct changes *changes = changes_in(e, f->unit);
    const struct closure *outer = e->contexts.at[f->context].closure;
    for (uint32_t i = 0; outer != NULL && i < outer->captured.n; i++) {
        if (outer->captured.at[i].sym.i == sym.i) {
            return outer->captured.at[i].settled && changes->last[sym.i] == 0;
        }
    }
    const struct symbol *symbol = frame_symbol(f, sym);
    bool record = (symbol->flags & SYMBOL_RECORD_VALUE) != 0;
    if (changes->last[sym.i] == 0 && !record) {
        return true;
    }
    fn_id fn = e->contexts.at[f->context].fn;
    const struct function *function = e->program->functions.at[fn.i].function;
    bool own = function != NULL &&
               changes->owner[sym.i] == (uint32_t)(function - f->facts->functions.at) + 1;
    return own && strchr(symbol->type, '&') == NULL &&
           changes->last[sym.i] < changes->position[lambda.i] &&
           !frame_has_escaped(f, cell_local(f, sym));
}

/* Collects what a variable holds now, and what the object holds to which it points. */
static struct captured captured_now(struct frame *f, const struct state *s, sym_id sym)
{
    uint32_t cell = cell_local(f, sym);
    struct captured captured = {.sym = sym};
    struct value value = state_load(s, cell);
    if (value.kind == VALUE_ADDRESS) {
        captured.object.value = value;
        cell_export(f, s, (uint32_t)value.number, &captured.object);
        return captured;
    }
    captured.object.value = can_travel(value) ? value_certain(value) : value_unknown();
    if ((frame_symbol(f, sym)->flags & SYMBOL_RECORD_VALUE) != 0) {
        captured.object.by_value = true;
        cell_export(f, s, cell, &captured.object);
    }
    return captured;
}

/* Takes one variable that the body mentions: what it holds; and if it is not settled, then the
 * closure can change it. */
static void capture(struct engine *e, struct frame *f, const struct state *s, sym_id sym,
                    struct making *making)
{
    struct closure *closure = &making->closure;
    uint32_t cell = cell_local(f, sym);
    if (cell == 0) {
        return;
    }
    for (uint32_t i = 0; i < closure->captured.n; i++) {
        if (closure->captured.at[i].sym.i == sym.i) {
            return;
        }
    }
    struct captured captured = captured_now(f, s, sym);
    bool settled = is_settled(e, f, sym, making->lambda);
    captured.settled = settled && captured.object.value.kind != VALUE_ADDRESS;
    if (!settled) {
        frame_escape(f, value_make(VALUE_ADDRESS, cell, NULL));
    }
    frame_escape(f, captured.object.value);
    if (captured.object.value.kind == VALUE_UNKNOWN && captured.object.parts.n == 0) {
        return;
    }
    if (closure->captured.n < MOST_CAPTURED) {
        VEC_PUSH(e->arena, &closure->captured, captured);
        closure->context = captured.settled ? closure->context : f->context;
    }
}

static void write_captured(struct strbuf *key, const struct captured *captured)
{
    strbuf_adds(key, captured->settled ? "|" : "|~");
    strbuf_add_number(key, captured->sym.i);
    strbuf_adds(key, captured->object.by_value ? ":" : "=");
    value_write(key, captured->object.value);
    for (uint32_t i = 0; i < captured->object.parts.n; i++) {
        const struct part *part = &captured->object.parts.at[i];
        for (uint32_t step = 0; step < part->n; step++) {
            strbuf_adds(key, "/");
            strbuf_add_number(key, part->kind[step]);
            strbuf_adds(key, ".");
            strbuf_add_number(key, part->key[step]);
        }
        strbuf_adds(key, "=");
        value_write(key, part->value);
    }
}

/* Returns the number of a closure, the same for the same values. */
static uint32_t number_of(struct engine *e, const struct closure *closure)
{
    struct strbuf key;
    strbuf_init(&key, e->arena);
    strbuf_add_number(&key, closure->fn.i);
    strbuf_adds(&key, "@");
    strbuf_add_number(&key, closure->context);
    for (uint32_t i = 0; i < closure->captured.n; i++) {
        write_captured(&key, &closure->captured.at[i]);
    }
    if (e->closures.n == 0) {
        VEC_PUSH(e->arena, &e->closures, NULL);
        e->closure_keys = strmap_create(e->arena);
    }
    uint32_t number = 0;
    if (!strmap_get(e->closure_keys, key.text, &number)) {
        number = e->closures.n;
        strmap_put(e->closure_keys, key.text, number);
        struct closure *kept = ARENA_NEW(e->arena, struct closure);
        *kept = *closure;
        kept->number = number;
        VEC_PUSH(e->arena, &e->closures, kept);
        for (uint32_t i = 0; i < kept->captured.n; i++) {
            struct argument *object = &kept->captured.at[i].object;
            *object = argument_keep(e->arena, object);
        }
    }
    return number;
}

/* True if a node changes nothing itself, nor calls a method that may. */
static bool only_reads(const struct frame *f, const struct node *n)
{
    if (n->kind == NODE_CALL && frame_node(f, n->first)->kind == NODE_FIELD) {
        const char *type = frame_symbol(f, frame_node(f, n->first)->sym)->type;
        size_t length = strlen(type);
        return length > 6 && strcmp(type + length - 6, " const") == 0;
    }
    return n->kind != NODE_ASSIGN && n->kind != NODE_STEP && n->kind != NODE_ADDRESS;
}

struct value closure_make(struct engine *e, struct frame *f, const struct state *s, node_id lambda)
{
    fn_id body = program_body(e->program, f->unit, frame_node(f, lambda)->sym);
    const struct program_function *function = &e->program->functions.at[body.i];
    struct making making = {.lambda = lambda, .closure = {.fn = body, .reads = true}};
    struct arena *scratch = arena_create();
    VEC(node_id) stack = {0};
    VEC_PUSH(scratch, &stack, function->body);
    while (stack.n > 0 && function->unit == f->unit) {
        const struct node *n = frame_node(f, stack.at[--stack.n]);
        if (n->kind == NODE_REF && n->sym.i != 0) {
            capture(e, f, s, n->sym, &making);
        }
        making.closure.reads &= only_reads(f, n);
        if (n->kind == NODE_LAMBDA && (n->flags & NODE_IMPLICIT) == 0) {
            fn_id inner = program_body(e->program, f->unit, n->sym);
            VEC_PUSH(scratch, &stack, e->program->functions.at[inner.i].body);
        }
        for (node_id c = n->first; c.i != 0; c = frame_node(f, c)->next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
    arena_destroy(scratch);
    uint64_t number = making.closure.captured.n == 0 ? 0 : number_of(e, &making.closure);
    return value_make(VALUE_FUNCTION, (int64_t)(number << 32 | body.i), NULL);
}

/* The address of what is captured: of the object to which it points, or of the variable. */
static struct value address_of(const struct frame *f, const struct captured *captured)
{
    struct value value = captured->object.value;
    return value.kind == VALUE_ADDRESS
               ? value
               : value_make(VALUE_ADDRESS, cell_local(f, captured->sym), NULL);
}

/* True if the body may know the captured object by another name, too, or calls another closure
 * that does. */
static bool may_be_shared(const struct frame *f, const struct call *call,
                          const struct closure *closure, uint32_t captured)
{
    struct value mine = address_of(f, &closure->captured.at[captured]);
    for (uint32_t i = 0; i < closure->captured.n; i++) {
        const struct captured *other = &closure->captured.at[i];
        struct value its = address_of(f, other);
        if (other->object.value.kind == VALUE_FUNCTION ||
            (i != captured && addresses_overlap(f, mine, its))) {
            return true;
        }
    }
    for (uint32_t i = 0; i < call->n_arguments; i++) {
        struct value place = value_make(VALUE_ADDRESS, call->arguments[i].place, NULL);
        if (addresses_overlap(f, mine, call->arguments[i].value) ||
            (place.number != 0 && addresses_overlap(f, mine, place))) {
            return true;
        }
    }
    return false;
}

const struct closure *closure_at_call(struct engine *e, struct frame *f, const struct state *s,
                                      const struct call *call, const struct closure *closure)
{
    static const struct closure none;
    if (closure == NULL || closure->context == 0) {
        return closure;
    }
    struct closure now = {.fn = closure->fn};
    for (uint32_t i = 0; i < closure->captured.n; i++) {
        struct captured captured = closure->captured.at[i];
        if (!captured.settled) {
            if (s == NULL || closure->context != f->context || may_be_shared(f, call, closure, i)) {
                continue;
            }
            struct captured present = captured_now(f, s, captured.sym);
            if (!value_same(present.object.value, captured.object.value)) {
                continue;
            }
            argument_intersect(&present.object, &captured.object);
            captured = present;
            captured.object.value.number =
                present.object.value.kind == VALUE_ADDRESS ? 0 : present.object.value.number;
        }
        VEC_PUSH(e->arena, &now.captured, captured);
    }
    if (now.captured.n == 0) {
        return &none;
    }
    uint32_t number = number_of(e, &now); /* it may move the list */
    return e->closures.at[number];
}

/* ---- what the body leaves ---- */

/* The cell in the body's frame of what is captured: the object to which it points, or the variable;
 * 0: others may know it. */
static uint32_t captured_cell(struct frame *f, const struct captured *captured)
{
    uint32_t cell = cell_local(f, captured->sym);
    if (cell == 0 || captured->settled || frame_has_escaped(f, cell)) {
        return 0;
    }
    if (captured->object.value.kind == VALUE_ADDRESS) {
        cell = cell_child(f, cell, PATH_POINTEE, 0);
    }
    return frame_has_escaped(f, cell) ? 0 : cell;
}

void closure_note_outs(struct engine *e, struct frame *f, const struct state *s, bool first)
{
    const struct closure *closure = e->contexts.at[f->context].closure;
    if (closure == NULL || closure->captured.n == 0) {
        return;
    }
    if (first) {
        struct argument *outs = ARENA_NEW_N(e->arena, struct argument, closure->captured.n);
        e->contexts.at[f->context].captured = outs;
    }
    for (uint32_t i = 0; i < closure->captured.n; i++) {
        struct argument out = {0};
        cell_export(f, s, captured_cell(f, &closure->captured.at[i]), &out);
        struct argument *kept = &e->contexts.at[f->context].captured[i];
        if (first) {
            *kept = argument_keep(e->arena, &out);
        } else {
            argument_intersect(kept, &out);
        }
    }
}

static bool is_const(const struct engine *e, fn_id body)
{
    const struct program_function *function = &e->program->functions.at[body.i];
    return text_ends(program_symbol(e->program, function->unit, function->sym)->type, " const");
}

/* Keeps the parts that are not what they were before. */
static struct argument changed_parts(struct frame *f, const struct argument *out,
                                     const struct argument *before)
{
    struct argument changed = {0};
    for (uint32_t i = 0; i < out->parts.n; i++) {
        struct argument same = {0};
        VEC_PUSH(f->arena, &same.parts, out->parts.at[i]);
        argument_intersect(&same, before);
        bool whole = out->parts.at[i].n == 0;
        bool scalar = whole && value_same(out->parts.at[i].value, before->value);
        if (same.parts.n == 0 && !scalar) {
            VEC_PUSH(f->arena, &changed.parts, out->parts.at[i]);
        }
    }
    return changed;
}

void closure_import_outs(const struct engine *e, struct frame *f, struct state *s,
                         const struct closure *made, const struct context *callee)
{
    const struct closure *run = callee->closure;
    if (made == NULL || made->context != f->context || run == NULL || callee->captured == NULL ||
        !is_const(e, made->fn)) {
        return;
    }
    for (uint32_t i = 0; i < run->captured.n; i++) {
        const struct captured *given = &run->captured.at[i];
        for (uint32_t m = 0; m < made->captured.n; m++) {
            const struct captured *captured = &made->captured.at[m];
            if (captured->sym.i == given->sym.i && !captured->settled) {
                struct argument changed = changed_parts(f, &callee->captured[i], &given->object);
                cell_import(f, s, (uint32_t)address_of(f, captured).number, &changed);
            }
        }
    }
}

const struct closure *closure_of(const struct engine *e, struct value value, fn_id body)
{
    static const struct closure none;
    uint32_t number = (uint32_t)((uint64_t)value.number >> 32);
    bool is = value.kind == VALUE_FUNCTION && number != 0 && number < e->closures.n &&
              e->closures.at[number]->fn.i == body.i;
    return is ? e->closures.at[number] : &none;
}
