/*
 * globals.c - the values of followed globals (program/followed.c) on the way through a frame.
 *
 * They are cells like locals.  A call hands the known ones on to a callee that may read them, and
 * takes back what the callee leaves in those that it writes.  Nothing is known of them when a root
 * starts.
 */
#include <string.h>

#include "walk/engine.h"

uint32_t cell_global(const struct engine *engine, struct frame *frame, sym_id sym)
{
    uint32_t key = engine->program->key_of[frame->unit][sym.i];
    if (engine->program->followed[key] == 0) {
        return 0;
    }
    return cell_child(frame, 0, PATH_GLOBAL, key);
}

void globals_note_write(struct frame *frame, uint32_t cell)
{
    if (cell == 0 || frame->cells.at[cell].kind != PATH_GLOBAL) {
        return;
    }
    uint32_t key = (uint32_t)frame->cells.at[cell].key;
    for (uint32_t i = 0; i < frame->written.n; i++) {
        if (frame->written.at[i] == key) {
            return;
        }
    }
    VEC_PUSH(frame->arena, &frame->written, key);
}

/* Puts what is known of the globals into an order that does not depend on the way. */
static void sort_by_key(struct known_globals *known)
{
    for (uint32_t i = 1; i < known->list.n; i++) {
        struct global_value moved = known->list.at[i];
        uint32_t to = i;
        for (; to > 0 && known->list.at[to - 1].key > moved.key; to--) {
            known->list.at[to] = known->list.at[to - 1];
        }
        known->list.at[to] = moved;
    }
}

/* Returns the first cell of a followed global from this one on among its siblings, 0 if none is. */
static uint32_t global_from(const struct frame *frame, uint32_t cell)
{
    while (cell != 0 && frame->cells.at[cell].kind != PATH_GLOBAL) {
        cell = frame->cells.at[cell].next_sibling;
    }
    return cell;
}

static uint32_t first_global(const struct frame *frame)
{
    return global_from(frame, frame->cells.at[0].first_child);
}

static uint32_t next_global(const struct frame *frame, uint32_t cell)
{
    return global_from(frame, frame->cells.at[cell].next_sibling);
}

struct known_globals globals_for(struct engine *engine, struct frame *frame,
                                 const struct state *state, fn_id fn)
{
    struct known_globals known = {0};
    uint64_t reads = engine->functions[fn.i].reads;
    uint32_t first = reads == 0 ? 0 : first_global(frame);
    for (uint32_t c = first; c != 0; c = next_global(frame, c)) {
        uint32_t key = (uint32_t)frame->cells.at[c].key;
        uint32_t number = engine->program->followed[key] - 1U;
        struct value value = state_load(state, c);
        bool module = value.kind == VALUE_OWN && value.number == 0;
        bool held = value.kind == VALUE_HANDLE && strcmp(value.text, "own-mutex") == 0;
        bool plain = value.kind == VALUE_INT || value.kind == VALUE_NONZERO ||
                     value.kind == VALUE_OBJECT || module || held;
        if (plain && (reads >> number & 1U) != 0) {
            VEC_PUSH(frame->arena, &known.list, ((struct global_value){key, value}));
        }
    }
    sort_by_key(&known);
    return known;
}

/* Returns what a context leaves in a global that it writes. */
static struct value left_in(const struct context *callee, uint32_t key)
{
    for (uint32_t i = 0; i < callee->left.n; i++) {
        if (callee->left.at[i].key == key) {
            return callee->left.at[i].value;
        }
    }
    return value_unknown();
}

void globals_import(const struct engine *e, struct frame *frame, struct state *state,
                    const struct context *callee, bool sure)
{
    for (uint32_t i = 0; i < e->n_followed && callee->written >> i != 0; i++) {
        if ((callee->written >> i & 1U) != 0) {
            uint32_t key = e->followed[i];
            uint32_t cell = cell_child(frame, 0, PATH_GLOBAL, key);
            state_store(frame, state, cell, sure ? left_in(callee, key) : value_unknown());
            globals_note_write(frame, cell);
        }
    }
}

void globals_forget(const struct engine *engine, struct frame *frame, struct state *state,
                    fn_id callee)
{
    const struct program *program = engine->program;
    if (program->n_followed == 0) {
        return;
    }
    uint64_t behind_pointers = program->functions.at[0].writes;
    uint64_t written = behind_pointers | program->functions.at[callee.i].writes;
    if (callee.i == 0 && !engine->attaching) {
        written = program->wild; /* at attach nobody has the exports yet */
    }
    for (uint32_t c = first_global(frame); c != 0; c = next_global(frame, c)) {
        uint32_t key = (uint32_t)frame->cells.at[c].key;
        if ((written >> (engine->program->followed[key] - 1U) & 1U) == 0) {
            continue;
        }
        state_store(frame, state, c, value_unknown());
        globals_note_write(frame, c);
    }
}
