/*
 * handed.c - objects whose addresses a call hands over: who may keep them, and which are the same.
 */
#include <string.h>

#include "base/text.h"
#include "walk/engine.h"

bool symbol_is_builtin(const struct symbol *symbol)
{
    return text_starts(symbol->name, "__builtin_") || program_is_atomic(symbol->name);
}

bool may_keep(const struct symbol *symbol, const struct known_api *known)
{
    if (known->n > 0) {
        bool method = known->first->match == API_METHODS; /* its cases stand before it */
        const struct api *api = method ? &known->first[known->n - 1] : known->first;
        return api->effects.n > 0 || api->callbacks.n > 0;
    }
    return (symbol->flags & SYMBOL_SYSTEM) == 0 && !symbol_is_builtin(symbol);
}

void argument_keep_class(struct frame *f, struct argument *argument, struct value class)
{
    for (uint32_t i = 0; i < argument->parts.n; i++) {
        if (argument->parts.at[i].n == 0 && argument->parts.at[i].value.kind == VALUE_CLASS) {
            return;
        }
    }
    if (class.kind == VALUE_CLASS) {
        VEC_PUSH(f->arena, &argument->parts, ((struct part){.value = class}));
    }
}

struct argument argument_with_object(struct engine *e, struct frame *f, const struct state *s,
                                     struct argument argument)
{
    if (argument.value.kind == VALUE_ADDRESS) {
        uint32_t cell = (uint32_t)argument.value.number;
        uint32_t class = dispatch_class_of_cell(e, f, s, cell);
        cell_export(f, s, cell, &argument);
        argument_keep_class(f, &argument,
                            class == 0 ? value_unknown() : value_of_class(VALUE_CLASS, class));
    }
    return argument;
}

uint32_t argument_cell(const struct argument *argument)
{
    uint32_t pointee = argument->value.kind == VALUE_ADDRESS ? (uint32_t)argument->value.number : 0;
    return argument->place != 0 ? argument->place : pointee;
}

/* Notes that the addresses in an argument can be used by code that the frame does not see. */
static void escape(struct frame *f, const struct argument *argument)
{
    frame_escape(f, argument->value);
    if (argument->place != 0) {
        frame_escape(f, value_make(VALUE_ADDRESS, argument->place, NULL));
    }
}

void escape_arguments(struct frame *f, const struct argument *arguments, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        escape(f, &arguments[i]);
    }
}

/* True if the API fills the argument's place with a text, by all of its entries. */
static bool is_filled(const struct known_api *known, uint32_t argument)
{
    const struct api *api = known->n == 0 ? NULL : &known->first[known->n - 1];
    for (uint32_t i = 0; api != NULL && i < api->gifts.n; i++) {
        const struct gift *gift = &api->gifts.at[i];
        if (gift->param == argument && gift->what != NULL && packs_is_bytes(gift->what)) {
            return api->match == API_FUNCTION;
        }
    }
    return false;
}

void escape_kept_by_api(struct frame *f, const struct argument *arguments, uint32_t n,
                        const struct known_api *known)
{
    for (uint32_t i = 0; i < n; i++) {
        if (!is_filled(known, i)) {
            escape(f, &arguments[i]);
        }
    }
}

void escape_kept(struct frame *f, const struct argument *arguments, uint32_t n,
                 const struct context *callee)
{
    for (uint32_t i = 0; i < n; i++) {
        bool told = i < 64 && (callee->told >> i & 1U) != 0;
        if (!told || (callee->keeps >> i & 1U) != 0) {
            escape(f, &arguments[i]);
        }
    }
}

/* True if one of the cells is the other, or a part of it. */
static bool overlap(const struct frame *f, uint32_t a, uint32_t b)
{
    while (a != b && a != 0 && b != 0) {
        if (a > b) { /* a part is younger than what it is a part of */
            a = f->cells.at[a].parent;
        } else {
            b = f->cells.at[b].parent;
        }
    }
    return a == b;
}

bool addresses_overlap(const struct frame *f, struct value a, struct value b)
{
    return a.kind == VALUE_ADDRESS && b.kind == VALUE_ADDRESS &&
           overlap(f, cell_object(f, (uint32_t)a.number), cell_object(f, (uint32_t)b.number));
}

/* True if an argument points into an object that another one points into, too. */
static bool has_alias(const struct frame *f, const struct argument *arguments, uint32_t n,
                      uint32_t argument)
{
    bool found = false;
    struct value value = arguments[argument].value;
    for (uint32_t i = 0; i < n && value.kind == VALUE_ADDRESS; i++) {
        found |= i != argument && addresses_overlap(f, value, arguments[i].value);
    }
    return found;
}

const struct argument *without_aliases(struct frame *f, const struct argument *arguments,
                                       uint32_t n)
{
    struct argument *copy = NULL;
    for (uint32_t i = 0; i < n; i++) {
        if (!has_alias(f, arguments, n, i)) {
            continue;
        }
        if (copy == NULL) {
            copy = ARENA_NEW_N(f->arena, struct argument, n);
            memcpy(copy, arguments, sizeof *copy * n);
        }
        copy[i] = (struct argument){.value = value_nonzero()};
    }
    return copy == NULL ? arguments : copy;
}
