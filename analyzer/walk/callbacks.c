/*
 * callbacks.c - functions that are handed to an API.
 *
 * Takes a call of an API and what the packs say of its callbacks; adds edges to those that run on
 * this thread, under the lock, and to those that become roots of a phase.  A function that is not
 * known is a cut.
 */
#include <string.h>

#include "base/text.h"
#include "walk/call.h"

/* Returns the phases of the edge (0: all) to a body that packs let be walked in `walked` only. */
static uint16_t phases_of(const struct callback *callback, uint32_t walked)
{
    enum { ANY_PHASE = (1 << PHASES) - 1 };
    bool registers = callback->kind == CALLBACK_REGISTERS_PHASE;
    return (uint16_t)(registers             ? callback->phases & walked
                      : walked == ANY_PHASE ? callback->phases
                                            : walked);
}

/* What is known of followed globals each time that an API calls the function, however often. */
static struct known_globals known_to(struct engine *e, struct frame *f, const struct state *s,
                                     fn_id fn)
{
    struct known_globals all = globals_for(e, f, s, fn);
    uint64_t written = e->program->functions.at[0].writes | e->program->functions.at[fn.i].writes;
    uint32_t kept = 0;
    for (uint32_t i = 0; i < all.list.n; i++) {
        uint32_t number = e->program->followed[all.list.at[i].key] - 1U;
        if ((written >> number & 1U) == 0) {
            all.list.at[kept++] = all.list.at[i];
        }
    }
    all.list.n = kept;
    return all;
}

/* Fills `arguments` with what the function gets of the call's: its context, each time the same.
 * What that points to may change between two of its calls.  Returns how many. */
static uint32_t hand_context(const struct call *call, const struct callback *callback,
                             struct argument *arguments)
{
    uint32_t from = callback->context + call->n_objects;
    if (!callback->has_context || callback->kind != CALLBACK_SYNC || from >= call->n_arguments ||
        callback->context_as >= LIMIT_ARGUMENTS) {
        return 0;
    }
    struct value value = call->arguments[from].value;
    memset(arguments, 0, sizeof *arguments * (callback->context_as + 1));
    arguments[callback->context_as].value = value.kind == VALUE_ADDRESS ? value_nonzero() : value;
    return callback->context_as + 1;
}

/* Adds the edge for one function that an API was handed; false if it must be interpreted first. */
static bool run_handed(struct engine *e, struct frame *f, const struct call *call,
                       const struct callback *callback, const struct target *handed)
{
    uint32_t walked = handed->body.i == 0 ? 0 : program_walked_phases(e->program, handed->body);
    bool registers = callback->kind == CALLBACK_REGISTERS_PHASE;
    if (walked == 0 || (registers && (callback->phases & walked) == 0)) {
        return true;
    }
    bool again = handed->closure != NULL && !handed->closure->reads; /* it may run many times */
    const struct state *now = registers || again ? NULL : call->state;
    const struct closure *closure = closure_at_call(e, f, now, call, handed->closure);
    struct argument arguments[LIMIT_ARGUMENTS];
    struct context_input captured = {.arguments = arguments,
                                     .n_arguments = hand_context(call, callback, arguments),
                                     .closure = closure};
    if (!registers) {
        struct known_globals known = known_to(e, f, call->state, handed->body);
        captured.globals = known.list.at;
        captured.n_globals = known.list.n;
    }
    uint32_t context = context_for(e, handed->body, &captured);
    struct edge edge = {.kind = registers ? EDGE_REGISTER : EDGE_CALL,
                        .node = call->node,
                        .context = context,
                        .phases = phases_of(callback, walked),
                        .system = e->functions[handed->body.i].system,
                        .calls = handed->name,
                        .through = handed->through,
                        .doubt = handed->doubt};
    context_add_edge(e, f->context, call->state, &edge);
    return call_need_context(e, f, context);
}

/* True if the function that is called takes two values of one class or number by reference: the
 * second is to be compared with the first, as in std::max(a, b), and is no function. */
static bool takes_two_alike(const struct frame *f, const struct call *call)
{
    const char *type = NULL;
    const struct node *n = frame_node(f, call->node);
    if (n->kind == NODE_CALL && n->first.i != 0) {
        type = frame_symbol(f, frame_node(f, n->first)->sym)->type;
    }
    const char *list = type == NULL ? NULL : strchr(type, '(');
    size_t len = list == NULL ? 0 : strlen(list);
    if (len % 2 != 0 || len < sizeof "(, )" || list[len - 1] != ')') {
        return false;
    }
    size_t half = (len - 4) / 2;
    return strncmp(list + 1, "const ", 6) == 0 && memchr(list + 1, '(', half) == NULL &&
           strstr(list, "function") == NULL && strncmp(list + 1 + half, ", ", 2) == 0 &&
           strncmp(list + 1, list + 3 + half, half) == 0;
}

/* True for a default argument, and for an object of the library that holds no function. */
static bool is_no_function(const struct frame *f, node_id node)
{
    const struct node *n = frame_node(f, node);
    if (n->kind == NODE_REF || n->kind == NODE_FIELD) {
        const struct symbol *symbol = frame_symbol(f, n->sym);
        return text_starts(symbol->type, "std::future<") ||
               text_starts(symbol->type, "std::shared_future<");
    }
    return n->kind != NODE_LAMBDA && (n->flags & NODE_IMPLICIT) != 0;
}

/* Follows one function argument of an API. */
static bool run_callback(struct engine *e, struct frame *f, const struct call *call,
                         const struct callback *callback, const char *api)
{
    struct call handed;
    call_begin(&handed, call->node);
    const char *through = arena_printf(e->arena, "callback of %s", api);
    uint32_t position = callback->param + call->n_objects;
    node_id node = call->argument_nodes[position];
    struct value value = call->arguments[position].value;
    if (value.kind == VALUE_INT) {
        return true; /* NULL: no callback */
    }
    if (!call_add_by_value(e, f, &handed, value, node) &&
        !call_add_alternatives(e, f, &handed, node) &&
        !call_add_by_slot(e, f, &handed, node, through) && !is_no_function(f, node) &&
        !takes_two_alike(f, call)) {
        engine_cut(e, f, call->node, "unknown-callback",
                   arena_printf(e->arena, "%s calls a function that is not known here", api));
    }
    for (uint32_t i = 0; i < handed.targets.n; i++) {
        handed.targets.at[i].through = through;
        if (!run_handed(e, f, call, callback, &handed.targets.at[i])) {
            return false;
        }
    }
    return true;
}

bool call_run_callbacks(struct engine *e, struct frame *f, const struct call *call,
                        const struct known_api *known)
{
    for (uint32_t i = 0; i < known->first->callbacks.n; i++) {
        const struct callback *callback = &known->first->callbacks.at[i];
        bool followed =
            callback->kind == CALLBACK_SYNC || callback->kind == CALLBACK_REGISTERS_PHASE;
        if (followed && callback->param + call->n_objects >= LIMIT_ARGUMENTS &&
            call->n_dropped > 0) {
            f->lost |= 1U << LIMIT_KIND_ARGUMENTS;
        }
        if (followed && callback->param + call->n_objects < call->n_arguments &&
            !run_callback(e, f, call, callback, known->name)) {
            return false;
        }
    }
    return true;
}
