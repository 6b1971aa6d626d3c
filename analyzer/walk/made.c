/*
 * made.c - what APIs make: what stands in the places that they are handed, before and after.
 *
 * Values of locals are those of the state; of all other places only the origin is known, whatever
 * the moment (program_origin).
 */
#include <string.h>

#include "walk/call.h"

/* What a place holds by its origin, or unknown. */
static struct value by_origin(const struct engine *e, const struct frame *f, node_id node)
{
    const char *origin = program_origin(e->program, f->unit, node);
    bool handle = origin != NULL && strcmp(origin, "function") != 0;
    return handle ? value_make(VALUE_HANDLE, 0, origin) : value_unknown();
}

/* The handle in an object: that of a thread if there is one, as a wait for several handles is a
 * wait for it. */
static struct value handle_in(const struct argument *argument)
{
    struct value found = value_unknown();
    for (uint32_t i = 0; i < argument->parts.n; i++) {
        const struct part *part = &argument->parts.at[i];
        struct value value = part->value;
        bool thread = value.kind == VALUE_HANDLE && strcmp(value.text, "thread") == 0;
        if (part->n > 1 && part->kind[part->n - 1] == PATH_BYTES) {
            continue; /* those of an array in the object */
        }
        if (value.kind == VALUE_HANDLE && (found.kind == VALUE_UNKNOWN || thread)) {
            found = value;
        }
    }
    return found;
}

struct value made_argument(const struct engine *e, const struct frame *f,
                           const struct argument *argument, node_id node)
{
    enum value_kind kind = argument->value.kind;
    const struct node *n = &f->facts->nodes.at[node.i];
    if (kind != VALUE_ADDRESS && n->kind != NODE_ADDRESS) {
        return argument->value;
    }
    struct value value = handle_in(argument);
    if (value.kind == VALUE_UNKNOWN && argument->parts.n == 0 &&
        (n->kind == NODE_ADDRESS || n->kind == NODE_REF || n->kind == NODE_FIELD)) {
        value = by_origin(e, f, node);
    }
    return value.kind == VALUE_UNKNOWN ? argument->value : value;
}

struct value made_held(const struct engine *e, const struct frame *f, const struct state *s,
                       const struct argument *argument, node_id node)
{
    struct value value = value_unknown();
    if (argument->value.kind == VALUE_ADDRESS) {
        value = state_load(s, (uint32_t)argument->value.number);
    }
    if (value.kind == VALUE_ADDRESS) {
        return value_nonzero();
    }
    return value.kind == VALUE_UNKNOWN ? by_origin(e, f, node) : value;
}

/* What an API returns if it does not fail; what it stores where an argument points is kept. */
static struct value result_of(const struct engine *e, const struct frame *f, const struct state *s,
                              struct call *call, const struct edge *edge)
{
    const struct api *api = call->chosen;
    if (strcmp(api->returns, "memory") == 0) {
        return value_unknown(); /* a new object has no name that matters here */
    }
    if (strcmp(api->returns, "held") == 0) {
        return call->n_arguments == 0
                   ? value_unknown()
                   : made_held(e, f, s, &call->arguments[0], call->argument_nodes[0]);
    }
    uint32_t out = 0;
    struct value made = named_made(e, api, edge, &out);
    if (out == 0) {
        return made;
    }
    uint32_t position = out - 1 + call->n_objects;
    struct value pointer =
        position < call->n_arguments ? call->arguments[position].value : value_unknown();
    call->out = pointer.kind == VALUE_ADDRESS ? (uint32_t)pointer.number : 0;
    call->out_value = made;
    return value_unknown();
}

struct value made_by_call(const struct engine *e, const struct frame *f, const struct state *s,
                          struct call *call, const struct edge *edge)
{
    enum { ANY_PHASE = (1 << PHASES) - 1 };
    const struct api *api = edge_entry(edge, ANY_PHASE);
    call->chosen = api;
    if (api == NULL) {
        return value_unknown();
    }
    struct value made = result_of(e, f, s, call, edge);
    uint32_t number = (uint32_t)(api - e->program->packs->apis.at) + 1;
    if (named_is_there(e, made)) {
        return value_made(made, 0, number);
    }
    return api->can_fail ? value_made(made, api->exhausted, number) : made;
}

void made_gifts(struct frame *f, struct state *s, const struct api *api,
                const struct argument *arguments, uint32_t n_arguments)
{
    for (uint32_t i = 0; i < api->gifts.n; i++) {
        const struct gift *gift = &api->gifts.at[i];
        if (gift->param >= n_arguments || gift->as >= n_arguments ||
            arguments[gift->param].value.kind != VALUE_ADDRESS) {
            continue;
        }
        struct value value = arguments[gift->as].value;
        uint32_t place = (uint32_t)arguments[gift->param].value.number;
        if (gift->what != NULL) {
            value = value_make(VALUE_HANDLE, 0, gift->what);
        }
        if (gift->what != NULL && packs_is_bytes(gift->what)) {
            place = cell_child(f, cell_object(f, place), PATH_BYTES, 0);
        }
        if (value.kind != VALUE_ADDRESS) {
            state_store(f, s, place, value);
        }
    }
}

void made_element_stored(struct frame *f, struct state *s, uint32_t element)
{
    uint32_t array = cell_object(f, element);
    for (uint32_t c = f->cells.at[array].first_child; c != 0 && array != element;
         c = f->cells.at[c].next_sibling) {
        if (f->cells.at[c].kind == PATH_BYTES) {
            state_forget(f, s, c);
        }
    }
}
