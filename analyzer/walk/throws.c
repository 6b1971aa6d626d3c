/*
 * throws.c - exceptions that leave what the loader called.
 *
 * Takes the edges of the contexts; gives the `throw`s to which an unguarded path leads: neither the
 * throw nor any call on the way stands in the block of a `try` of its function that catches it, or
 * in a function that is noexcept and ends the process instead.  Where the type of the exception or
 * of the handler is not known, it catches: we choose to miss some rather than to report what is
 * caught.  A __try with __except catches all, one with __finally nothing.
 *
 * What is thrown whatever the conditions on the way are is told apart from what is thrown under a
 * condition that the walk could not decide (certain.c), and that by its distance: a function near
 * the root tests what can go wrong there, one far away tests what its callers must not do.
 *
 * Does not know what library functions throw, nor a throw that a system header holds.
 */
#include <string.h>

#include "base/text.h"
#include "walk/engine.h"

/* True if one of the lines is the type. */
static bool has_line(const char *lines, const char *type)
{
    size_t len = strlen(type);
    for (const char *at = lines; at != NULL; at = strchr(at, '\n')) {
        at += *at == '\n' ? 1 : 0;
        if (strncmp(at, type, len) == 0 && (at[len] == '\n' || at[len] == '\0')) {
            return true;
        }
    }
    return false;
}

/* True if what comes out of the first child of the node is caught by its other children. */
static bool is_guard(const struct unit *unit, const struct node *n, const char *thrown)
{
    node_id handler = n->first;
    if (handler.i == 0 || (n->kind != NODE_TRY && n->kind != NODE_SEH_TRY)) {
        return false;
    }
    handler = unit->nodes.at[handler.i].next;
    if (n->kind == NODE_SEH_TRY) {
        return handler.i != 0 && unit->nodes.at[handler.i].kind == NODE_SEH_EXCEPT;
    }
    for (; handler.i != 0; handler = unit->nodes.at[handler.i].next) {
        const char *caught = unit->nodes.at[handler.i].text;
        if (caught == NULL || *thrown == '\0' || has_line(thrown, caught)) {
            return true;
        }
    }
    return false;
}

/* Marks a tree; below a marked node all is marked. */
static void mark_tree(struct arena *scratch, const struct unit *unit, node_id root, bool *marks)
{
    VEC(node_id) stack = {0};
    VEC_PUSH(scratch, &stack, root);
    while (stack.n > 0) {
        node_id node = stack.at[--stack.n];
        if (marks[node.i]) {
            continue;
        }
        marks[node.i] = true;
        for (node_id c = unit->nodes.at[node.i].first; c.i != 0; c = unit->nodes.at[c.i].next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
}

/* Returns what of the unit is guarded, NULL if nothing is. */
static bool *find_guards(struct engine *e, const struct unit *unit, const char *thrown)
{
    bool *marks = NULL;
    struct arena *scratch = arena_create();
    for (uint32_t i = 1; i < unit->nodes.n; i++) {
        if (is_guard(unit, &unit->nodes.at[i], thrown)) {
            marks = marks == NULL ? ARENA_NEW_N(e->arena, bool, unit->nodes.n) : marks;
            mark_tree(scratch, unit, unit->nodes.at[i].first, marks);
        }
    }
    for (uint32_t i = 0; i < unit->functions.n; i++) {
        const char *type = unit->symbols.at[unit->functions.at[i].sym.i].type;
        bool told =
            type != NULL && (text_ends(type, " noexcept") || text_ends(type, " noexcept(true)"));
        if (told || (unit->functions.at[i].flags & FUNCTION_NOEXCEPT) != 0) {
            marks = marks == NULL ? ARENA_NEW_N(e->arena, bool, unit->nodes.n) : marks;
            mark_tree(scratch, unit, unit->functions.at[i].body, marks);
        }
    }
    arena_destroy(scratch);
    return marks;
}

static const char *thrown_by(const struct unit *unit, node_id node)
{
    const char *text = unit->nodes.at[node.i].text;
    return text == NULL ? "" : text;
}

void throws_note(struct engine *e, struct frame *f, const struct state *s, node_id node)
{
    const struct api *api = packs_construct(e->program->packs, "throw");
    bool library = engine_place(e, f->unit, f->facts->nodes.at[node.i].where).system;
    if (api == NULL || library) {
        return;
    }
    struct edge_api of = {.known = {api, 1, api->name}};
    struct edge edge = {.kind = EDGE_THROW, .node = node, .api = &of, .calls = api->name};
    context_add_edge(e, f->context, s, &edge);
    const char *thrown = thrown_by(f->facts, node);
    for (uint32_t i = 0; i < e->thrown.n; i++) {
        if (strcmp(e->thrown.at[i].types, thrown) == 0) {
            unwinds_here(e, f, s, &edge);
            return;
        }
    }
    VEC_PUSH(e->arena, &e->thrown, ((struct thrown){.types = thrown}));
    unwinds_here(e, f, s, &edge);
}

const bool *throws_guards(struct engine *e, uint32_t sort, uint32_t unit)
{
    struct thrown *thrown = &e->thrown.at[sort];
    if (thrown->guards == NULL) {
        thrown->guards = ARENA_NEW_N(e->arena, bool *, e->program->units.n);
        thrown->guarded = ARENA_NEW_N(e->arena, bool, e->program->units.n);
    }
    if (!thrown->guarded[unit]) {
        thrown->guarded[unit] = true;
        thrown->guards[unit] = find_guards(e, e->program->units.at[unit], thrown->types);
    }
    return thrown->guards[unit];
}

uint64_t throws_of(const struct engine *e, uint32_t unit, const struct edge *edge)
{
    if (edge->kind == EDGE_CALL) {
        const struct context *callee = &e->contexts.at[edge->context];
        return callee->state == CONTEXT_DONE ? callee->escapes : 0;
    }
    for (uint32_t i = 0; edge->kind == EDGE_THROW && i < e->thrown.n && i < 64; i++) {
        if (strcmp(thrown_by(e->program->units.at[unit], edge->node), e->thrown.at[i].types) == 0) {
            return UINT64_C(1) << i;
        }
    }
    return 0;
}

bool throws_escapes(struct engine *e, uint32_t unit, const struct edge *edge)
{
    const bool *guards = throws_guards(e, e->throwing, unit);
    if (edge->kind == EDGE_THROW && strcmp(thrown_by(e->program->units.at[unit], edge->node),
                                           e->thrown.at[e->throwing].types) != 0) {
        return false;
    }
    return guards == NULL || !guards[edge->node.i];
}

void throws_conclude(struct sink *sink, bool sometimes)
{
    enum { NEAR = 3 }; /* the root, what it calls, and what that calls */
    if (sometimes) {
        sink->effect = sink->steps.n <= NEAR ? "perhaps-throws" : "may-throw";
        sink->detail = ", if what the code tests on the way is so";
    }
}

void throws_search(struct engine *e, const struct search_start *start, struct reach *reach)
{
    for (uint32_t i = 0; i < e->thrown.n; i++) {
        struct search_start escape = *start;
        struct handlers none = {0};
        escape.throws = true;
        e->throwing = i;
        paths_search(e, &escape, reach, &none);
    }
}
