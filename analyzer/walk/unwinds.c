/*
 * unwinds.c - which calls let an exception out, so that it destroys the objects of its way.
 *
 * Takes the edges of contexts; a call unwinds the scopes around it if the walk has reached a
 * `throw` in what it calls, with what it was handed there, and nothing on the way up catches that.
 * What could throw in theory (a library function, a callee that is not seen, a call that is only
 * possible, a recursion) unwinds nothing: else the scope guard that is dismissed behind such a call
 * would be an alarm, and we choose to miss some.
 *
 * The objects are seen as the callee left them where it threw, as far as it was handed them.  What
 * the destructors on its own way do to them is not seen.  The members and bases that a constructor
 * has built before it throws are a cut.
 */
#include <string.h>

#include "walk/engine.h"

/* The sorts that are known to come out of the edge, where its function calls it. */
static uint64_t come_out(const struct engine *e, const struct frame *f, const struct edge *edge)
{
    return edge->doubt != NULL ? 0 : throws_of(e, f->unit, edge);
}

/* Those of the sorts that leave the function, too. */
static uint64_t leave(struct engine *e, const struct frame *f, node_id node, uint64_t sorts)
{
    for (uint32_t i = 0; i < e->thrown.n && sorts >> (i & 63U) != 0 && i < 64; i++) {
        if ((sorts >> i & 1U) != 0) {
            const bool *guards = throws_guards(e, i, f->unit);
            if (guards != NULL && guards[node.i]) {
                sorts &= ~(UINT64_C(1) << i);
            }
        }
    }
    return sorts;
}

bool unwinds_from(struct engine *e, const struct frame *f)
{
    const struct context *context = &e->contexts.at[f->context];
    bool caught = f->cfg->blocks.at[f->block].caught;
    struct arena *scratch = NULL;
    bool found = false;
    for (uint32_t i = 0; i < context->edges.n && !found; i++) {
        const struct edge *edge = &context->edges.at[i];
        uint64_t sorts = come_out(e, f, edge);
        if (sorts == 0 || (!caught && leave(e, f, edge->node, sorts) == 0)) {
            continue;
        }
        bool arm = false;
        scratch = scratch == NULL ? arena_create() : scratch;
        found = certain_evaluates(scratch, f, f->block, edge->node, &arm);
    }
    if (scratch != NULL) {
        arena_destroy(scratch);
    }
    return found;
}

/* Notes what the objects behind the parameters hold where an exception leaves the function. */
static void note_outs(struct engine *e, struct frame *f, const struct state *s)
{
    struct context *context = &e->contexts.at[f->context];
    bool first = context->thrown.n == 0;
    for (uint32_t i = 0; i < context->arguments.n; i++) {
        struct argument out = {0};
        uint32_t object = frame_handed_object(e, f, i);
        if (object != 0 && !frame_has_escaped(f, object)) {
            cell_export(f, s, object, &out);
        }
        if (first) {
            VEC_PUSH(e->arena, &context->thrown, argument_keep(e->arena, &out));
        } else {
            argument_intersect(&context->thrown.at[i], &out);
        }
    }
}

void unwinds_here(struct engine *e, struct frame *f, const struct state *s, const struct edge *edge)
{
    uint64_t sorts = come_out(e, f, edge);
    if (sorts == 0 || s->dead || f->suspended) {
        return;
    }
    if (leave(e, f, edge->node, sorts) != 0) {
        note_outs(e, f, s);
    }
    if (f->thrown == NULL) {
        f->thrown = ARENA_NEW(f->arena, struct state);
        *f->thrown = state_copy(f, s);
    } else {
        (void)state_join(f, f->thrown, s);
    }
}

/* True if the constructor's class stands in the module's own code, and its destructor does
 * something. */
static bool is_destroyed(const struct unit *unit, const char *constructor)
{
    for (uint32_t i = 0; i < unit->records.n; i++) {
        const struct record *record = &unit->records.at[i];
        size_t len = strlen(record->usr);
        if (record->system || strncmp(constructor, record->usr, len) != 0 ||
            strncmp(constructor + len, "@F@", 3) != 0) {
            continue;
        }
        for (uint32_t j = 0; j < record->methods.n; j++) {
            if (unit->symbols.at[record->methods.at[j].i].kind == SYMBOL_DESTRUCTOR) {
                return true;
            }
        }
    }
    return false;
}

/* True if the statement of a constructor builds a member or a base that has a destructor. */
static bool builds_part(const struct frame *f, node_id statement)
{
    const struct node *n = frame_node(f, statement);
    const struct node *made = frame_node(f, node_child(f->facts, statement, 1));
    return n->kind == NODE_ASSIGN && (n->flags & NODE_IMPLICIT) != 0 &&
           made->kind == NODE_CONSTRUCT && made->sym.i != 0 &&
           is_destroyed(f->facts, frame_symbol(f, made->sym)->usr);
}

/* Adds a cut at what throws out of a constructor that has built parts before. */
static void cut_parts(struct engine *e, const struct frame *f, node_id node)
{
    fn_id fn = e->contexts.at[f->context].fn;
    const struct function *function = e->program->functions.at[fn.i].function;
    if (function == NULL || frame_symbol(f, function->sym)->kind != SYMBOL_CONSTRUCTOR) {
        return;
    }
    struct arena *scratch = arena_create();
    bool built = false;
    bool found = false;
    bool arm = false;
    node_id c = frame_node(f, function->body)->first;
    for (; c.i != 0 && !found; c = frame_node(f, c)->next) {
        found = certain_holds(scratch, f->facts, c, node, &arm);
        built |= !found && builds_part(f, c);
    }
    arena_destroy(scratch);
    if (found && built) {
        engine_cut(e, f, node, "limit",
                   "an exception that leaves the constructor here destroys the members and bases "
                   "that are built");
    }
}

void unwinds_note(struct engine *e, const struct frame *f)
{
    struct context *context = &e->contexts.at[f->context];
    for (uint32_t i = 0; i < context->edges.n; i++) {
        const struct edge *edge = &context->edges.at[i];
        uint64_t sorts = come_out(e, f, edge);
        if (sorts != 0) {
            uint64_t leaving = leave(e, f, edge->node, sorts);
            context->escapes |= leaving;
            if (leaving != 0) {
                cut_parts(e, f, edge->node);
            }
        }
    }
}
