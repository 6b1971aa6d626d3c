/*
 * contexts.c - which context is a call of?
 *
 * Two calls of a function are of one context if all is the same that is known of its decisive
 * arguments and of the followed globals that it may read.  A function's contexts are told apart by
 * a number first: a code of what is known where that is little and simple, else a hash; after a
 * hash the inputs themselves are compared.
 *
 * In a large program every call leads to memory that was not used for long, and waiting for that is
 * most of the work.  So what calls ask of a function stands together, and is fetched before it is
 * needed (context_soon).
 */
#include <string.h>

#include "base/hash.h"
#include "walk/engine.h"

/* ---- what is told apart ---- */

static bool is_decisive(const struct engine *e, fn_id fn, uint32_t param)
{
    return param < 64 && (e->functions[fn.i].decisive >> param & 1U) != 0;
}

/* An argument of which nothing is known. */
static const struct argument no_argument;

/* Returns what a context knows of an argument. */
static const struct argument *decisive_argument(const struct engine *e, fn_id fn,
                                                const struct context_input *input, uint32_t i)
{
    return i < input->n_arguments && is_decisive(e, fn, i) ? &input->arguments[i] : &no_argument;
}

static bool same_value(struct value a, struct value b)
{
    return a.kind == VALUE_ADDRESS ? b.kind == VALUE_ADDRESS : value_same(a, b);
}

static bool same_part(const struct part *a, const struct part *b)
{
    if (a->n != b->n || !same_value(a->value, b->value)) {
        return false;
    }
    for (uint32_t s = 0; s < a->n; s++) {
        if (a->kind[s] != b->kind[s] || a->key[s] != b->key[s]) {
            return false;
        }
    }
    return true;
}

static bool same_argument(const struct argument *a, const struct argument *b)
{
    if (a->parts.n != b->parts.n || !same_value(a->value, b->value)) {
        return false;
    }
    for (uint32_t i = 0; i < a->parts.n; i++) {
        if (!same_part(&a->parts.at[i], &b->parts.at[i])) {
            return false;
        }
    }
    return true;
}

static uint32_t closure_number(const struct closure *closure)
{
    return closure == NULL ? 0 : closure->number;
}

/* True if the context is that of the input. */
static bool is_of_input(const struct engine *e, const struct context *context,
                        const struct context_input *input)
{
    const struct argument *known = context->arguments.at;
    uint32_t n =
        context->arguments.n > input->n_arguments ? context->arguments.n : input->n_arguments;
    for (uint32_t i = 0; i < n; i++) {
        if (!same_argument(i < context->arguments.n ? &known[i] : &no_argument,
                           decisive_argument(e, context->fn, input, i))) {
            return false;
        }
    }
    bool same = context->globals.n == input->n_globals && context->part == input->part &&
                closure_number(context->closure) == closure_number(input->closure);
    for (uint32_t i = 0; i < input->n_globals && same; i++) {
        const struct global_value *global = &context->globals.at[i];
        same = global->key == input->globals[i].key &&
               value_same(global->value, input->globals[i].value);
    }
    return same;
}

/* ---- numbers for it ---- */

/* The number for an input in progress: a code, as long as everything fits into it, and a hash. */
struct number {
    uint64_t code, hash;
    uint32_t bits; /* of the code; more than CODE_BITS: something does not fit */
};

enum { CODE_BITS = 62, POSITION_BITS = 6, VALUE_BITS = 6, MOST_POSITIONS = 1 << POSITION_BITS };

/* The largest value says that something is not 0. */
enum { CODE_NONZERO = (1 << VALUE_BITS) - 1 };

static void add_to_hash(struct number *number, uint64_t added)
{
    uint64_t x = (number->hash ^ added) * UINT64_C(0x9e3779b97f4a7c15);
    number->hash = x ^ x >> 32;
}

static void hash_value(struct number *number, struct value value)
{
    add_to_hash(number, value.kind);
    if (value.kind != VALUE_ADDRESS) {
        add_to_hash(number, (uint64_t)value.number);
    }
    if (value.kind == VALUE_STRING || value.kind == VALUE_NAMED || value.kind == VALUE_HANDLE) {
        add_to_hash(number, hash_u64(value.text, strlen(value.text)));
    }
}

/* Adds a value that is known at a position: that of an argument, or one behind those. */
static void add_value(struct number *number, uint32_t position, struct value value)
{
    bool small = value.kind == VALUE_INT && value.number >= 0 && value.number < CODE_NONZERO;
    if (position < MOST_POSITIONS && (small || value.kind == VALUE_NONZERO)) {
        uint64_t code = small ? (uint64_t)value.number : CODE_NONZERO;
        code = code << POSITION_BITS | position;
        number->code = number->code << (POSITION_BITS + VALUE_BITS) | code;
        number->bits += POSITION_BITS + VALUE_BITS;
    } else {
        number->bits = CODE_BITS + 1;
    }
    add_to_hash(number, position);
    hash_value(number, value);
}

static void add_argument(struct number *number, uint32_t position, const struct argument *argument)
{
    if (argument->value.kind != VALUE_UNKNOWN) {
        add_value(number, position, argument->value);
    }
    for (uint32_t i = 0; i < argument->parts.n; i++) {
        const struct part *part = &argument->parts.at[i];
        number->bits = CODE_BITS + 1;
        add_to_hash(number, part->n);
        for (uint32_t s = 0; s < part->n; s++) {
            add_to_hash(number, (uint64_t)part->key[s] * 8 + part->kind[s]);
        }
        hash_value(number, part->value);
    }
}

/* Bits of the number of an input: it is a hash; it is for the phase of process exit. */
static const uint64_t IS_HASH = UINT64_C(1) << 63;
static const uint64_t IS_EXIT = UINT64_C(1) << 62;

static uint64_t number_of(const struct engine *e, fn_id fn, const struct context_input *input)
{
    enum { BEHIND_ARGUMENTS = LIMIT_ARGUMENTS };
    struct number number = {.code = 1, .bits = 1};
    for (uint32_t i = 0; i < input->n_arguments; i++) {
        if (is_decisive(e, fn, i)) {
            add_argument(&number, i, &input->arguments[i]);
        }
    }
    for (uint32_t i = 0; i < input->n_globals; i++) {
        uint32_t followed = e->program->followed[input->globals[i].key];
        add_value(&number, BEHIND_ARGUMENTS + followed, input->globals[i].value);
    }
    if (closure_number(input->closure) != 0) {
        number.bits = CODE_BITS + 1;
        add_to_hash(&number, closure_number(input->closure));
    }
    if (input->part) {
        number.bits = CODE_BITS + 1;
        add_to_hash(&number, input->part);
    }
    uint64_t exiting = e->asks_for_exit && e->exiting ? IS_EXIT : 0;
    uint64_t hash = (number.hash & ~IS_EXIT) | IS_HASH;
    return (number.bits <= CODE_BITS ? number.code : hash) | exiting;
}

/* ---- contexts ---- */

/* A function that has this many contexts is told no more of globals than what attach leaves as it
 * is. */
enum { CONTEXTS_WITH_GLOBALS = LIMIT_CONTEXTS * 3 / 4, MOST_GLOBALS = 64 };

/* Returns an exact copy of an array. */
static void *keep(struct arena *arena, const void *at, uint32_t n, size_t size)
{
    return n == 0 ? NULL : arena_copy(arena, at, size * n);
}

struct argument argument_keep(struct arena *arena, const struct argument *argument)
{
    struct argument kept = {
        .value = argument->value, .by_value = argument->by_value, .lost = argument->lost};
    kept.parts.at = keep(arena, argument->parts.at, argument->parts.n, sizeof *kept.parts.at);
    kept.parts.n = kept.parts.cap = argument->parts.n;
    return kept;
}

static bool says_something(const struct argument *argument)
{
    return argument->value.kind != VALUE_UNKNOWN || argument->by_value || argument->lost != 0;
}

/* Notes a context among those of its function. */
static void note_context(struct engine *e, fn_id fn, uint32_t context)
{
    struct walked_function *function = &e->functions[fn.i];
    uint32_t n = function->n_contexts++;
    if (n < sizeof function->first / sizeof *function->first) {
        uint32_t hash = (uint32_t)e->contexts.at[context].hash;
        function->first[n] = (struct called){context, hash};
    } else {
        e->contexts.at[context].older = function->newest;
        function->newest = context;
    }
}

static uint32_t new_context(struct engine *e, fn_id fn, const struct context_input *input,
                            uint64_t hash)
{
    struct context context = {.fn = fn, .hash = hash, .part = input->part};
    uint32_t n = input->n_arguments;
    while (n > 0 && !(is_decisive(e, fn, n - 1) && says_something(&input->arguments[n - 1]))) {
        n--;
    }
    if (n > 0) {
        context.arguments.at = ARENA_NEW_N(e->arena, struct argument, n);
        context.arguments.n = context.arguments.cap = n;
    }
    for (uint32_t i = 0; i < n; i++) {
        if (is_decisive(e, fn, i)) {
            bool address = input->arguments[i].value.kind == VALUE_ADDRESS;
            context.arguments.at[i] = argument_keep(e->arena, &input->arguments[i]);
            context.told |= address ? UINT64_C(1) << i : 0;
        }
    }
    context.closure = input->closure;
    context.globals.at =
        keep(e->arena, input->globals, input->n_globals, sizeof *context.globals.at);
    context.globals.n = context.globals.cap = input->n_globals;
    VEC_PUSH(e->arena, &e->contexts, context);
    note_context(e, fn, e->contexts.n - 1);
    return e->contexts.n - 1;
}

uint32_t context_lost(const struct engine *e, fn_id fn, const struct context_input *input)
{
    uint32_t lost = 0;
    for (uint32_t i = 0; i < input->n_arguments; i++) {
        lost |= is_decisive(e, fn, i) ? input->arguments[i].lost : 0;
    }
    return lost;
}

static bool is_called_by(const struct engine *e, uint32_t context, uint64_t hash,
                         const struct context_input *input)
{
    const struct context *c = &e->contexts.at[context];
    return c->hash == hash && ((hash & IS_HASH) == 0 || is_of_input(e, c, input));
}

/* Returns the context of the function for this input, 0 if there is none yet. */
static uint32_t find_context(const struct engine *e, fn_id fn, const struct context_input *input,
                             uint64_t hash)
{
    const struct walked_function *function = &e->functions[fn.i];
    for (uint32_t i = 0; i < sizeof function->first / sizeof *function->first; i++) {
        struct called known = function->first[i];
        if (known.context != 0 && known.hash == (uint32_t)hash &&
            is_called_by(e, known.context, hash, input)) {
            return known.context;
        }
    }
    for (uint32_t c = function->newest; c != 0; c = e->contexts.at[c].older) {
        if (is_called_by(e, c, hash, input)) {
            return c;
        }
    }
    return 0;
}

/* Copies what is known of the globals that attach does not assign; returns how many these are. */
static uint32_t keep_unassigned(const struct engine *e, const struct context_input *input,
                                struct global_value kept[MOST_GLOBALS])
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < input->n_globals && i < MOST_GLOBALS; i++) {
        uint32_t number = e->program->followed[input->globals[i].key] - 1U;
        if ((e->program->unassigned >> number & 1U) != 0) {
            kept[n++] = input->globals[i];
        }
    }
    return n;
}

uint32_t context_for(struct engine *e, fn_id fn, const struct context_input *input)
{
    uint64_t hash = number_of(e, fn, input);
    uint32_t known = find_context(e, fn, input, hash);
    if (known != 0) {
        return known;
    }
    struct global_value kept[MOST_GLOBALS];
    struct context_input less = *input; /* leaves the rest to what arguments decide */
    less.globals = kept;
    less.n_globals = keep_unassigned(e, input, kept);
    if (e->functions[fn.i].n_contexts >= CONTEXTS_WITH_GLOBALS &&
        less.n_globals < input->n_globals) {
        return context_for(e, fn, &less);
    }
    if (e->functions[fn.i].n_contexts >= LIMIT_CONTEXTS &&
        (input->n_arguments > 0 || closure_number(input->closure) != 0)) {
        e->functions[fn.i].widened = true;
        less.n_arguments = 0;
        less.closure = NULL;
        return context_for(e, fn, &less);
    }
    return new_context(e, fn, input, hash);
}

void context_soon(const struct engine *e, fn_id fn)
{
    const struct walked_function *function = &e->functions[fn.i];
    for (uint32_t i = 0; i < 2 && function->first[i].context != 0; i++) {
        ATTR_SOON(&e->contexts.at[function->first[i].context]);
        ATTR_SOON(&e->contexts.at[function->first[i].context].if_false);
    }
}

/* True if something in the body stands behind the question whether the object is a whole one. */
static bool asks_whole(const struct unit *unit, const struct program_function *function)
{
    enum symbol_kind kind = unit->symbols.at[function->sym.i].kind;
    if (kind != SYMBOL_CONSTRUCTOR && kind != SYMBOL_DESTRUCTOR) {
        return false;
    }
    bool asks = false;
    for (node_id n = unit->nodes.at[function->body.i].first; n.i != 0 && !asks;
         n = unit->nodes.at[n.i].next) {
        const struct node *condition = &unit->nodes.at[unit->nodes.at[n.i].first.i];
        asks = unit->nodes.at[n.i].kind == NODE_IF && (condition->flags & NODE_WHOLE) != 0;
    }
    return asks;
}

void contexts_start(struct engine *e)
{
    const struct program *program = e->program;
    e->functions = ARENA_NEW_N(e->arena, struct walked_function, program->functions.n);
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        e->functions[f].reads = function->reads;
        e->functions[f].decisive = function->decisive;
        e->functions[f].system = function->system;
        e->functions[f].asks_whole = asks_whole(program->units.at[function->unit], function);
        e->functions[f].phases = (uint8_t)program_walked_phases(program, (fn_id){f});
    }
    for (uint32_t key = 1; key < program->key_names.n; key++) {
        if (program->followed[key] != 0) {
            e->followed[program->followed[key] - 1] = key;
        }
    }
    e->n_followed = program->n_followed;
    VEC_PUSH(e->arena, &e->contexts, ((struct context){0}));
}
