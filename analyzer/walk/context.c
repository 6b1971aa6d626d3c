/*
 * context.c - the interpretation of contexts with an explicit stack.
 */
#include <assert.h>
#include <stdlib.h>
#include <string.h>

#include "walk/engine.h"

/* ---- places and cuts ---- */

struct place engine_place(const struct engine *e, uint32_t unit, where_id where)
{
    const struct unit *facts = e->program->units.at[unit];
    if (where.i == 0 || where.i >= facts->wheres.n) {
        return (struct place){.file = facts->main_file, .line = 1, .column = 1};
    }
    const struct where *w = &facts->wheres.at[where.i];
    struct place place = {.file = facts->main_file,
                          .line = w->line,
                          .column = w->column,
                          .macro = w->macro,
                          .spelling_line = w->spelling_line,
                          .spelling_column = w->spelling_column};
    if (w->file < facts->files.n) {
        place.file = facts->files.at[w->file].path;
        place.system = facts->files.at[w->file].system;
    }
    if (w->spelling_file < facts->files.n) {
        place.spelling_file = facts->files.at[w->spelling_file].path;
    }
    return place;
}

static void add_cut(struct engine *e, struct cut cut)
{
    const char *key = arena_printf(e->stack, "%s|%s|%u|%u|%s", cut.kind, cut.at.file, cut.at.line,
                                   cut.at.column, cut.detail);
    if (!strmap_get(e->cut_keys, key, NULL)) {
        strmap_put(e->cut_keys, key, 1);
        VEC_PUSH(e->arena, &e->cuts, cut);
    }
}

void engine_cut(struct engine *e, const struct frame *frame, node_id node, const char *kind,
                const char *detail)
{
    struct place at = engine_place(e, frame->unit, frame->facts->nodes.at[node.i].where);
    add_cut(e, (struct cut){kind, at, detail});
}

void engine_limit(struct engine *e, struct place at, enum limit_kind kind, const char *detail)
{
    uint32_t before = e->cuts.n;
    add_cut(e, (struct cut){"limit", at, detail});
    e->limit_hits[kind] += e->cuts.n - before;
}

/* ---- interpretation ---- */

/* Blocks that are to be done, in order. */
struct worker {
    struct frame frame;
    VEC(uint32_t) queue;
    uint32_t head; /* of the queue */
};

static const struct program_function *function_of(const struct engine *e, const struct frame *frame)
{
    return &e->program->functions.at[e->contexts.at[frame->context].fn.i];
}

/* Gives an object that was handed over its class. */
static void import_class(struct frame *f, struct state *s, uint32_t cell,
                         const struct argument *argument)
{
    for (uint32_t i = 0; i < argument->parts.n; i++) {
        const struct part *part = &argument->parts.at[i];
        if (part->n == 0 && part->value.kind == VALUE_CLASS) {
            state_store(f, s, cell, part->value);
        }
    }
}

/* Gives a parameter, or what is captured, its value. */
static void import_object(struct frame *f, struct state *s, uint32_t cell,
                          const struct argument *argument)
{
    if (argument->value.kind == VALUE_ADDRESS) {
        uint32_t pointee = cell_child(f, cell, PATH_POINTEE, 0);
        state_store(f, s, cell, value_make(VALUE_ADDRESS, pointee, NULL));
        import_class(f, s, pointee, argument);
        cell_import(f, s, pointee, argument);
        return;
    }
    state_store(f, s, cell, argument->value); /* by value: unknown, or a closure */
    if (argument->by_value) {
        import_class(f, s, cell, argument);
        cell_import(f, s, cell, argument);
    }
}

/* Gives a parameter that is a reference the address of what it is bound to.  What it is bound to
 * may be known to others, too, unless the caller says what that is. */
static void import_reference(struct frame *f, struct state *s, sym_id param,
                             const struct argument *argument)
{
    uint32_t cell = cell_local(f, param);
    if (argument->value.kind == VALUE_ADDRESS) {
        import_object(f, s, cell, argument);
        return;
    }
    uint32_t referred = cell_child(f, cell, PATH_POINTEE, 0);
    struct value bound = value_make(VALUE_ADDRESS, referred, NULL);
    state_store(f, s, cell, bound);
    import_object(f, s, referred, argument);
    if (reference_is_changeable(frame_symbol(f, param))) {
        frame_escape(f, bound);
    }
}

/* Gives the parameters their values. */
static void import_arguments(struct engine *e, struct frame *f, struct state *s)
{
    const struct program_function *function = function_of(e, f);
    const struct context *context = &e->contexts.at[f->context];
    if (function->function == NULL) {
        return;
    }
    static const struct argument none;
    uint32_t n_told = context->arguments.n;
    uint32_t n = f->facts->cplusplus ? UINT32_MAX : n_told; /* references need no caller */
    for (uint32_t i = 0; i < function->function->n_params && i < n; i++) {
        sym_id param = f->facts->params.at[function->function->first_param + i];
        uint32_t cell = cell_local(f, param);
        const struct argument *argument = i < n_told ? &context->arguments.at[i] : &none;
        if (cell != 0 && f->facts->cplusplus && reference_is(frame_symbol(f, param))) {
            import_reference(f, s, param, argument);
        } else if (cell != 0 && i < n_told) {
            import_object(f, s, cell, argument);
        }
    }
}

static void queue_block(struct worker *w, uint32_t block)
{
    if (!w->frame.queued[block]) {
        w->frame.queued[block] = true;
        VEC_PUSH(w->frame.arena, &w->queue, block);
    }
}

/* Lets what holds at the end of the block in progress flow into another one; the state is used up.
 */
static void flow_into(struct worker *w, struct state *state, uint32_t block)
{
    struct frame *f = &w->frame;
    if (state->dead) {
        return;
    }
    const struct block *from = &f->cfg->blocks.at[f->block];
    for (uint32_t i = 0; i < 2 && f->busy; i++) {
        if (from->target[i] == block) {
            f->taken[f->block] |= (uint8_t)(1U << i);
        }
    }
    if (f->entry[block] == NULL) {
        f->entry[block] = ARENA_NEW(f->arena, struct state);
        *f->entry[block] = *state;
        queue_block(w, block);
    } else {
        if (state_join(f, f->entry[block], state)) {
            queue_block(w, block);
        }
        state_end(f, state);
    }
    state->at = NULL;
    state->n = 0;
}

/* Cells besides those of locals, for which there is room before more memory is needed. */
enum { ROOM_FOR_CELLS = 3 };

/* Makes the graph of a function, and collects what it calls. */
static void make_body(struct engine *e, fn_id fn, struct walked_body *body)
{
    const struct program_function *function = &e->program->functions.at[fn.i];
    const struct unit *facts = e->program->units.at[function->unit];
    body->cfg = cfg_build(e->arena, e->stack, facts, function->body, true);
    body->callees = ARENA_NEW_N(e->arena, fn_id, body->cfg->functions.n);
    for (uint32_t i = 0; i < body->cfg->functions.n; i++) {
        fn_id callee = program_body(e->program, function->unit, body->cfg->functions.at[i]);
        if (callee.i != 0) {
            body->callees[body->n_callees++] = callee;
        }
    }
}

/* Returns the body of a function that is about to be interpreted. */
static const struct walked_body *body_of(struct engine *e, fn_id fn)
{
    struct walked_body *body = &e->bodies[fn.i];
    if (body->cfg == NULL) {
        make_body(e, fn, body);
    }
    for (uint32_t i = 0; i < body->n_callees; i++) {
        ATTR_SOON(&e->functions[body->callees[i].i]);
    }
    return body;
}

static struct worker *start_context(struct engine *e, uint32_t context)
{
    struct arena *arena = e->stack;
    struct arena_mark before = arena_mark(arena);
    struct worker *w = ARENA_NEW(arena, struct worker);
    struct frame *f = &w->frame;
    f->arena = arena;
    f->before = before;
    f->context = context;
    fn_id fn = e->contexts.at[context].fn;
    f->unit = e->program->functions.at[fn.i].unit;
    f->facts = e->program->units.at[f->unit];
    f->body = body_of(e, fn);
    f->cfg = f->body->cfg;
    f->entry = ARENA_NEW_N(arena, struct state *, f->cfg->blocks.n);
    f->queued = ARENA_NEW_N(arena, bool, f->cfg->blocks.n);
    f->taken = ARENA_NEW_N(arena, uint8_t, f->cfg->blocks.n);
    f->cells.n = f->cfg->locals.n + 1;
    f->cells.cap = f->cells.n + ROOM_FOR_CELLS;
    f->cells.at = ARENA_NEW_N(arena, struct cell, f->cells.cap);
    for (uint32_t i = 0; i < f->cfg->locals.n; i++) {
        f->cells.at[i + 1] = (struct cell){.kind = PATH_LOCAL, .key = i};
    }
    struct state state = {.events = events_at_entry()};
    import_arguments(e, f, &state);
    const struct closure *closure = e->contexts.at[context].closure;
    for (uint32_t i = 0; closure != NULL && i < closure->captured.n; i++) {
        uint32_t cell = cell_local(f, closure->captured.at[i].sym);
        if (cell != 0) {
            import_object(f, &state, cell, &closure->captured.at[i].object);
        }
    }
    for (uint32_t i = 0; i < e->contexts.at[context].globals.n; i++) {
        const struct global_value *global = &e->contexts.at[context].globals.at[i];
        state_store(f, &state, cell_child(f, 0, PATH_GLOBAL, global->key), global->value);
    }
    flow_into(w, &state, 0);
    e->contexts.at[context].state = CONTEXT_ACTIVE;
    return w;
}

/* True if the context was handed the address of some object. */
static bool has_addresses(const struct context *context)
{
    bool found = false;
    for (uint32_t i = 0; i < context->arguments.n; i++) {
        found |= context->arguments.at[i].value.kind == VALUE_ADDRESS;
    }
    return found;
}

uint32_t frame_handed_object(const struct engine *e, struct frame *f, uint32_t i)
{
    const struct program_function *function = function_of(e, f);
    const struct context *context = &e->contexts.at[f->context];
    if (context->arguments.at[i].value.kind != VALUE_ADDRESS || i >= function->function->n_params) {
        return 0;
    }
    sym_id param = f->facts->params.at[function->function->first_param + i];
    uint32_t cell = cell_local(f, param);
    return cell == 0 ? 0 : cell_child(f, cell, PATH_POINTEE, 0);
}

/* Notes the objects behind the parameters that unseen code may know. */
static void note_keeps(struct engine *e, struct frame *f)
{
    struct context *context = &e->contexts.at[f->context];
    for (uint32_t i = 0; i < context->arguments.n && i < 64 && f->escaped.n > 0; i++) {
        if (frame_has_escaped(f, frame_handed_object(e, f, i))) {
            context->keeps |= UINT64_C(1) << i;
        }
    }
}

/* Notes what the objects behind the parameters hold at this return. */
static void note_outs(struct engine *e, struct frame *f, const struct state *s, bool first)
{
    struct context *context = &e->contexts.at[f->context];
    if (!has_addresses(context)) {
        return;
    }
    for (uint32_t i = 0; i < context->arguments.n; i++) {
        struct argument out = {0};
        uint32_t object = frame_handed_object(e, f, i);
        if (object != 0 && !frame_has_escaped(f, object)) {
            cell_export(f, s, object, &out);
        }
        if (first) {
            VEC_PUSH(e->stack, &context->outs, out);
        } else {
            argument_intersect(&context->outs.at[i], &out);
        }
    }
}

/* Notes what the followed globals that the frame has written hold at a return; those that were
 * written after the first return was seen hold anything. */
static void note_written(struct engine *e, struct frame *f, const struct state *s, bool first)
{
    struct context *context = &e->contexts.at[f->context];
    if (first) {
        for (uint32_t i = 0; i < f->written.n; i++) {
            uint32_t key = f->written.at[i];
            struct value value = value_certain(state_load(s, cell_child(f, 0, PATH_GLOBAL, key)));
            if (value.kind != VALUE_UNKNOWN) {
                VEC_PUSH(e->stack, &context->left, ((struct global_value){key, value}));
            }
        }
        return;
    }
    uint32_t kept = 0;
    for (uint32_t i = 0; i < context->left.n; i++) {
        struct global_value left = context->left.at[i];
        struct value value = state_load(s, cell_child(f, 0, PATH_GLOBAL, left.key));
        left.value = value_join(left.value, value_certain(value));
        if (left.value.kind != VALUE_UNKNOWN) {
            context->left.at[kept++] = left;
        }
    }
    context->left.n = kept;
}

static void note_return(struct engine *e, struct frame *f, struct state *s,
                        const struct block *block, struct value value)
{
    struct context *context = &e->contexts.at[f->context];
    bool first = !context->returns;
    if (value.kind == VALUE_ADDRESS) {
        value = dispatch_pointer(e, f, s, value);
    }
    note_outs(e, f, s, first);
    closure_note_outs(e, f, s, first);
    note_written(e, f, s, first);
    context = &e->contexts.at[f->context];
    struct branch_value returned = {value, s->rare};
    struct branch_value before =
        first ? returned : (struct branch_value){context->result, context->rare};
    context->result = value_join_branches(before, returned);
    context->rare = s->rare == 0 ? 0 : before.rare;
    events_at_return(e, f, s, block, value);
    context->returns = true;
}

/* What a case label teaches about the value that is switched on. */
static void flow_into_case(struct engine *e, struct worker *w, const struct state *state,
                           const struct block *block, const struct case_edge *edge)
{
    struct frame *f = &w->frame;
    struct state taken = state_copy(f, state);
    const struct node *n = &f->facts->nodes.at[block->node.i];
    if (block->node.i != 0 && n->kind == NODE_REF && edge->low == edge->high) {
        uint32_t cell = eval_place(e, f, &taken, block->node);
        enum value_kind known = state_load(&taken, cell).kind;
        if (cell != 0 && (known == VALUE_UNKNOWN || known == VALUE_UP_TO)) {
            state_store(f, &taken, cell, value_int(edge->low));
        }
    }
    flow_into(w, &taken, edge->target);
}

static void end_switch(struct engine *e, struct worker *w, struct state *s,
                       const struct block *block)
{
    struct value value = block->node.i == 0 ? value_unknown() : eval(e, &w->frame, s, block->node);
    if (w->frame.suspended || s->dead) {
        return;
    }
    bool decided = false;
    for (uint32_t i = 0; i < block->cases.n; i++) {
        const struct case_edge *edge = &block->cases.at[i];
        bool known = value.kind == VALUE_INT && !edge->perhaps;
        if (known && (value.number < edge->low || value.number > edge->high)) {
            continue;
        }
        if (value.kind == VALUE_NONZERO && edge->low == 0 && edge->high == 0) {
            continue;
        }
        if (known && decided) {
            continue;
        }
        flow_into_case(e, w, s, block, edge);
        if (known) {
            decided = true;
        }
    }
    if (!decided) {
        flow_into(w, s, block->target[0]);
    }
}

/* The cell of what the function is about to return. */
static uint32_t result_cell(struct frame *f)
{
    return cell_child(f, 0, PATH_RESULT, 0);
}

/* Evaluates one of the block's nodes. */
static void run_node(struct engine *e, struct frame *f, struct state *s, const struct block *block,
                     node_id node)
{
    struct value value = eval(e, f, s, node);
    if (block->returned.i == node.i && !frame_stopped(f, s)) {
        state_store(f, s, result_cell(f), value);
        events_keep_return(e, f, s, node);
    }
}

/* Runs what ends a block; uses the state up. */
static void end_block(struct engine *e, struct worker *w, struct state *s,
                      const struct block *block)
{
    struct frame *f = &w->frame;
    struct state otherwise;
    switch (block->end) {
    case END_JUMP:
        flow_into(w, s, block->target[0]);
        break;
    case END_BRANCH:
        eval_condition(e, f, s, &otherwise, block->node);
        if (!f->suspended) {
            threads_note_spin(e, f, block->node, s, &otherwise);
            flow_into(w, s, block->target[0]);
            flow_into(w, &otherwise, block->target[1]);
        }
        break;
    case END_ANY:
        otherwise = state_copy(f, s);
        flow_into(w, &otherwise, block->target[0]);
        flow_into(w, s, block->target[1]);
        break;
    case END_SWITCH:
        end_switch(e, w, s, block);
        break;
    case END_RETURN: {
        struct value value =
            block->evaluated ? state_load(s, result_cell(f)) : eval(e, f, s, block->node);
        if (!f->suspended && !s->dead) {
            note_return(e, f, s, block, value);
        }
        break;
    }
    case END_STOP:
        break;
    }
}

/* Adds cuts for the limits that the statement in progress has hit. */
static void cut_lost(struct engine *e, struct frame *f, const struct block *block)
{
    bool last = f->position >= block->nodes.n;
    node_id node = last ? block->node : block->nodes.at[f->position];
    where_id where = f->facts->nodes.at[node.i].where;
    where = where.i == 0 ? function_of(e, f)->where : where;
    for (enum limit_kind kind = 0; kind < LIMIT_KINDS; kind++) {
        if ((f->lost >> kind & 1U) != 0) {
            engine_limit(e, engine_place(e, f->unit, where), kind, limits[kind].detail);
        }
    }
    f->lost = 0;
}

/* The room in all lists of a frame and its context that live in the frame's memory. */
static uint64_t room(const struct engine *e, const struct worker *w)
{
    const struct frame *f = &w->frame;
    const struct context *c = &e->contexts.at[f->context];
    return (uint64_t)f->cells.cap + f->written.cap + f->escaped.cap + f->taught.cap + w->queue.cap +
           c->edges.cap + c->left.cap + c->outs.cap;
}

/* Goes on with the block in progress; false if suspended.  What the suspended statement has made
 * is of no use then: its memory is given back, unless a list has grown into it. A frame may wait
 * for long, and as many do as the calls are deep. */
static bool run_block(struct engine *e, struct worker *w)
{
    struct frame *f = &w->frame;
    const struct block *block = &f->cfg->blocks.at[f->block];
    while (!f->now.dead) {
        bool last = f->position >= block->nodes.n;
        bool plain = last ? !block->end_calls : !block->calls.at[f->position]; /* never suspended */
        struct state attempt = plain ? f->now : state_copy(f, &f->now);
        struct state copied = attempt;
        struct arena_mark before = arena_mark(f->arena);
        uint64_t room_before = room(e, w);
        struct state *thrown = f->thrown;
        if (!last) {
            run_node(e, f, &attempt, block, block->nodes.at[f->position]);
        } else {
            end_block(e, w, &attempt, block);
        }
        if (f->lost != 0) {
            cut_lost(e, f, block);
        }
        if (f->suspended) {
            f->thrown = thrown;
            if (room(e, w) == room_before) {
                arena_rewind(f->arena, before);
            }
            state_end(f, &copied);
            return false;
        }
        if (!plain) {
            state_end(f, &f->now);
        }
        f->now = attempt;
        if (last) {
            break;
        }
        f->position++;
    }
    state_end(f, &f->now);
    if (block->unwinding != 0 && unwinds_from(e, f)) {
        struct state out = state_copy(f, f->thrown != NULL ? f->thrown : f->entry[f->block]);
        flow_into(w, &out, block->unwinding);
    }
    return true;
}

/* Goes on until the context is done (true) or needs another one (false). */
static bool run_worker(struct engine *e, struct worker *w)
{
    struct frame *f = &w->frame;
    f->suspended = false;
    for (;;) {
        if (!f->busy) {
            if (w->head >= w->queue.n) {
                return true;
            }
            f->block = w->queue.at[w->head++];
            f->queued[f->block] = false;
            f->position = 0;
            f->thrown = NULL;
            f->now = state_copy(f, f->entry[f->block]);
            f->busy = true;
        }
        if (!run_block(e, w)) {
            return false;
        }
        f->busy = false;
    }
}

static int compare_edges(const void *a, const void *b)
{
    const struct edge *left = a;
    const struct edge *right = b;
    if (left->node.i != right->node.i) {
        return left->node.i < right->node.i ? -1 : 1;
    }
    int order = strcmp(left->calls, right->calls);
    if (order != 0) {
        return order;
    }
    return (left->context > right->context) - (left->context < right->context);
}

static bool are_sorted(const struct context *c)
{
    bool sorted = true;
    for (uint32_t i = 1; i < c->edges.n && sorted; i++) {
        sorted = compare_edges(&c->edges.at[i - 1], &c->edges.at[i]) <= 0;
    }
    return sorted;
}

/* Notes which followed globals the context writes. */
static void finish_written(struct engine *e, struct frame *f)
{
    for (uint32_t i = 0; i < f->written.n; i++) {
        uint32_t number = e->program->followed[f->written.at[i]] - 1U;
        e->contexts.at[f->context].written |= UINT64_C(1) << number;
    }
}

/* Returns an exact copy of an array. */
static void *keep(struct arena *arena, const void *at, uint32_t n, size_t size)
{
    return n == 0 ? NULL : arena_copy(arena, at, size * n);
}

/* Moves what a context has found out from its frame's memory to where it is kept. */
static void keep_summary(struct arena *arena, struct context *c)
{
    c->edges.at = keep(arena, c->edges.at, c->edges.n, sizeof *c->edges.at);
    c->edges.cap = c->edges.n;
    c->left.at = keep(arena, c->left.at, c->left.n, sizeof *c->left.at);
    c->left.cap = c->left.n;
    c->outs.at = keep(arena, c->outs.at, c->outs.n, sizeof *c->outs.at);
    c->outs.cap = c->outs.n;
    for (uint32_t i = 0; i < c->outs.n; i++) {
        c->outs.at[i] = argument_keep(arena, &c->outs.at[i]);
    }
}

static void finish_context(struct engine *e, struct worker *w)
{
    finish_written(e, &w->frame);
    note_keeps(e, &w->frame);
    certain_note(e, &w->frame);
    crashes_note(e, &w->frame);
    unwinds_note(e, &w->frame);
    struct context *context = &e->contexts.at[w->frame.context];
    context->state = CONTEXT_DONE;
    if (!are_sorted(context)) {
        qsort(context->edges.at, context->edges.n, sizeof *context->edges.at, compare_edges);
    }
    keep_summary(e->arena, context);
    arena_rewind(e->stack, w->frame.before);
}

/* The interpretations in progress, the newest last. */
struct workers {
    VEC(struct worker *) list;
};

/* Has what a worker consists of fetched. */
static void fetch_worker(const struct worker *w)
{
    enum { LINE = 64 };
    for (const char *at = (const char *)w; at < (const char *)(w + 1); at += LINE) {
        ATTR_SOON(at);
    }
}

/* Has what the statement in progress needs fetched. */
static void fetch_frame(const struct frame *f)
{
    ATTR_SOON(f->now.at);
    ATTR_SOON(f->cells.at);
    ATTR_SOON(f->entry);
    ATTR_SOON(f->cfg->blocks.at + f->block);
    ATTR_SOON(f->body->callees);
}

static void fetch_callees(const struct engine *e, const struct frame *f)
{
    const struct block *block = &f->cfg->blocks.at[f->block];
    ATTR_SOON(block->nodes.at + f->position);
    for (uint32_t i = 0; i < f->body->n_callees; i++) {
        ATTR_SOON(&e->functions[f->body->callees[i].i]);
    }
}

static void fetch_contexts(const struct engine *e, const struct frame *f)
{
    const struct block *block = &f->cfg->blocks.at[f->block];
    node_id node = f->position < block->nodes.n ? block->nodes.at[f->position] : block->node;
    ATTR_SOON(&f->facts->nodes.at[node.i]);
    for (uint32_t i = 0; i < f->body->n_callees; i++) {
        context_soon(e, f->body->callees[i]);
    }
}

/* Has the memory fetched of those that go on next, if the last ones are soon done: in a long chain
 * of calls each of them has not been touched for long. */
static void fetch_next(const struct engine *e, const struct workers *stack)
{
    enum { WORKER = 8, FRAME = 6, CALLEES = 4, CONTEXTS = 2 };
    uint32_t n = stack->list.n;
    if (n > WORKER) {
        fetch_worker(stack->list.at[n - WORKER]);
        fetch_frame(&stack->list.at[n - FRAME]->frame);
        fetch_callees(e, &stack->list.at[n - CALLEES]->frame);
        fetch_contexts(e, &stack->list.at[n - CONTEXTS]->frame);
    }
}

void context_run(struct engine *e, uint32_t context)
{
    if (e->contexts.at[context].state != CONTEXT_NEW) {
        return;
    }
    struct arena *scratch = arena_create();
    struct workers stack = {0};
    VEC_PUSH(scratch, &stack.list, start_context(e, context));
    while (stack.list.n > 0) {
        struct worker *top = stack.list.at[stack.list.n - 1];
        if (run_worker(e, top)) {
            finish_context(e, top);
            stack.list.n--;
            fetch_next(e, &stack);
        } else {
            VEC_PUSH(scratch, &stack.list, start_context(e, top->frame.wanted));
        }
    }
    arena_destroy(scratch);
}
