/* cells.c - cells of a frame and their values. */
#include <string.h>

#include "walk/engine.h"

uint32_t cell_child(struct frame *frame, uint32_t parent, enum path_kind kind, int64_t key)
{
    for (uint32_t c = frame->cells.at[parent].first_child; c != 0;
         c = frame->cells.at[c].next_sibling) {
        if (frame->cells.at[c].kind == kind && frame->cells.at[c].key == key) {
            return c;
        }
    }
    struct cell cell = {.parent = parent,
                        .kind = kind,
                        .key = key,
                        .next_sibling = frame->cells.at[parent].first_child};
    uint32_t made = frame->cells.n;
    VEC_PUSH(frame->arena, &frame->cells, cell);
    frame->cells.at[parent].first_child = made;
    return made;
}

uint32_t cell_object(const struct frame *frame, uint32_t cell)
{
    while (frame->cells.at[cell].kind == PATH_INDEX && frame->cells.at[cell].parent != 0) {
        cell = frame->cells.at[cell].parent;
    }
    return cell;
}

void frame_escape(struct frame *frame, struct value value)
{
    if (value.kind != VALUE_ADDRESS) {
        return;
    }
    uint32_t cell = cell_object(frame, (uint32_t)value.number);
    for (uint32_t i = 0; i < frame->escaped.n; i++) {
        if (frame->escaped.at[i] == cell) {
            return;
        }
    }
    VEC_PUSH(frame->arena, &frame->escaped, cell);
}

bool frame_has_escaped(const struct frame *f, uint32_t cell)
{
    for (uint32_t i = 0; i < f->escaped.n && cell != 0; i++) {
        if (f->escaped.at[i] == cell) {
            return true;
        }
    }
    return false;
}

void frame_forget_escaped(struct frame *frame, struct state *state)
{
    for (uint32_t i = 0; i < frame->escaped.n; i++) {
        state_forget(frame, state, frame->escaped.at[i]);
    }
}

uint32_t cell_local(const struct frame *frame, sym_id sym)
{
    uint32_t position = cfg_local(frame->cfg, sym);
    return position < frame->cfg->locals.n ? position + 1 : 0;
}

struct value state_load(const struct state *state, uint32_t cell)
{
    return cell == 0 || cell >= state->n ? value_unknown() : state->at[cell];
}

static void set(struct frame *frame, struct state *state, uint32_t cell, struct value value)
{
    if (cell >= state->n) {
        if (value.kind == VALUE_UNKNOWN && value.rare == 0) {
            return;
        }
        uint32_t n = frame->cells.n > 2 * state->n ? frame->cells.n : 2 * state->n;
        struct value *at = ARENA_NEW_N(frame->arena, struct value, n);
        if (state->n > 0) {
            memcpy(at, state->at, sizeof *at * state->n);
        }
        state->at = at;
        state->n = n;
    }
    state->at[cell] = value;
    if (cell == state->outcome.cell) {
        state->outcome.cell = 0;
    }
}

/* Returns the next cell below `top` in pre-order, 0 at the end. */
static uint32_t next_below(const struct frame *frame, uint32_t top, uint32_t cell)
{
    if (frame->cells.at[cell].first_child != 0) {
        return frame->cells.at[cell].first_child;
    }
    while (cell != top) {
        if (frame->cells.at[cell].next_sibling != 0) {
            return frame->cells.at[cell].next_sibling;
        }
        cell = frame->cells.at[cell].parent;
    }
    return 0;
}

void state_forget(struct frame *frame, struct state *state, uint32_t cell)
{
    if (cell == 0) {
        return;
    }
    for (uint32_t c = cell; c != 0; c = next_below(frame, cell, c)) {
        if (state_load(state, c).kind != VALUE_CLASS) { /* an object keeps its class */
            set(frame, state, c, value_unknown());
        }
    }
}

void state_store(struct frame *frame, struct state *state, uint32_t cell, struct value value)
{
    state_forget(frame, state, cell);
    if (cell != 0) {
        set(frame, state, cell, value);
    }
}

struct state state_copy(struct frame *frame, const struct state *state)
{
    struct state copy = *state;
    if (state->n > 0 && state->n <= frame->n_spare) {
        copy.at = frame->spare;
        frame->n_spare = 0;
        memcpy(copy.at, state->at, sizeof *copy.at * state->n);
    } else {
        copy.at = arena_copy(frame->arena, state->at, sizeof *copy.at * state->n);
    }
    return copy;
}

void state_end(struct frame *frame, const struct state *state)
{
    if (state->n > frame->n_spare) {
        frame->spare = state->at;
        frame->n_spare = state->n;
    }
}

bool state_join(struct frame *frame, struct state *state, const struct state *other)
{
    if (other->dead) {
        return false;
    }
    if (state->dead) {
        *state = state_copy(frame, other);
        return true;
    }
    bool changed = events_join(state, other);
    for (uint32_t c = 0; c < state->n; c++) {
        struct value joined =
            value_join_branches((struct branch_value){state->at[c], state->rare},
                                (struct branch_value){state_load(other, c), other->rare});
        if (!value_same(joined, state->at[c])) {
            frame_escape(frame, state->at[c]);
            frame_escape(frame, state_load(other, c));
            state->at[c] = joined;
            changed = true;
        }
    }
    for (uint32_t c = state->n; c < other->n; c++) {
        frame_escape(frame, other->at[c]);
    }
    if (state->rare != 0 && other->rare == 0) {
        state->rare = 0;
        changed = true;
    }
    return changed;
}

/* Fills the path from `top` down to `cell`; returns false if it is too long to be kept. */
static bool path_below(const struct frame *frame, uint32_t top, uint32_t cell, struct part *part)
{
    uint32_t n = 0;
    for (uint32_t c = cell; c != top; c = frame->cells.at[c].parent) {
        n++;
    }
    if (n > LIMIT_DEPTH) {
        return false;
    }
    part->n = n;
    for (uint32_t c = cell; c != top; c = frame->cells.at[c].parent) {
        n--;
        part->kind[n] = frame->cells.at[c].kind;
        part->key[n] = frame->cells.at[c].key;
    }
    return true;
}

void cell_export(struct frame *frame, const struct state *state, uint32_t cell,
                 struct argument *argument)
{
    for (uint32_t c = cell; c != 0; c = next_below(frame, cell, c)) {
        struct part part = {.value = value_certain(state_load(state, c))};
        if (part.value.kind == VALUE_UNKNOWN) {
            continue;
        }
        if (!path_below(frame, cell, c, &part)) {
            argument->lost |= 1U << LIMIT_KIND_DEPTH;
            continue;
        }
        if (part.value.kind == VALUE_ADDRESS) {
            frame_escape(frame, part.value);
            part.value = value_nonzero();
        }
        if (argument->parts.n < LIMIT_OBJECT) {
            VEC_PUSH(frame->arena, &argument->parts, part);
        } else {
            argument->lost |= 1U << LIMIT_KIND_OBJECT;
        }
    }
}

void cell_import(struct frame *frame, struct state *state, uint32_t cell,
                 const struct argument *argument)
{
    for (uint32_t i = 0; i < argument->parts.n; i++) {
        const struct part *part = &argument->parts.at[i];
        uint32_t to = cell;
        if (part->n == 0 && part->value.kind == VALUE_CLASS) {
            continue; /* an object keeps its class when another is copied over it */
        }
        for (uint32_t s = 0; s < part->n; s++) {
            to = cell_child(frame, to, part->kind[s], part->key[s]);
        }
        set(frame, state, to, part->value);
    }
}

void argument_intersect(struct argument *known, const struct argument *other)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < known->parts.n; i++) {
        const struct part *part = &known->parts.at[i];
        bool found = false;
        for (uint32_t j = 0; j < other->parts.n && !found; j++) {
            const struct part *p = &other->parts.at[j];
            found = p->n == part->n && value_same(p->value, part->value) &&
                    memcmp(p->kind, part->kind, sizeof p->kind) == 0 &&
                    memcmp(p->key, part->key, sizeof p->key) == 0;
        }
        if (found) {
            known->parts.at[kept++] = *part;
        }
    }
    known->parts.n = kept;
}

void state_copy_object(struct frame *frame, struct state *state, uint32_t from, uint32_t to)
{
    struct argument parts = {0};
    cell_export(frame, state, from, &parts);
    frame->lost |= parts.lost;
    state_forget(frame, state, to);
    cell_import(frame, state, to, &parts);
}
