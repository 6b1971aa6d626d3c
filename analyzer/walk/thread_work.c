/*
 * thread_work.c - is there work for threads in an entry point that switched their notifications
 * off?
 *
 * Takes the contexts of one entry point.  Work for threads is what only the thread phases reach:
 * code that attach or detach runs, too, is not there for threads alone.  An assignment to something
 * that is no local, and a call of an API with an effect, be it some calls away, count as work; a
 * line of a log does not.
 */
#include <string.h>

#include "walk/contract.h"

/* The work that is found first. */
struct work {
    node_id node; /* in the entry point; 0: none */
    enum phase phase;
};

static const char switches_off[] = "disables-thread-notifications";

static const struct context *context_in(const struct engine *e, uint32_t root, enum phase phase)
{
    return &e->contexts.at[e->roots.at[root].contexts[phase]];
}

static bool calls_at(const struct context *context, node_id node)
{
    for (uint32_t i = 0; i < context->edges.n; i++) {
        if (context->edges.at[i].node.i == node.i) {
            return true;
        }
    }
    return false;
}

static bool stores_at(const struct context *context, node_id node)
{
    for (uint32_t i = 0; i < context->stores.n; i++) {
        if (context->stores.at[i].i == node.i) {
            return true;
        }
    }
    return false;
}

/* True if a phase of the process runs the node, too. */
static bool is_shared(const struct engine *e, uint32_t root, node_id node)
{
    static const enum phase others[] = {PHASE_ATTACH_DYNAMIC, PHASE_ATTACH_STATIC,
                                        PHASE_DETACH_UNLOAD, PHASE_DETACH_EXIT};
    for (size_t i = 0; i < sizeof others / sizeof *others; i++) {
        const struct context *context = context_in(e, root, others[i]);
        if (calls_at(context, node) || stores_at(context, node)) {
            return true;
        }
    }
    return false;
}

static bool has_effect(const struct edge *edge, enum phase phase)
{
    const struct api *api = edge_entry(edge, 1U << phase);
    return api != NULL && api->effects.n > 0;
}

/* True if a call in the entry point leads to work. */
static bool leads_to_work(const struct engine *e, const struct edge *call, enum phase phase)
{
    if (call->kind == EDGE_API) {
        return has_effect(call, phase);
    }
    struct arena *scratch = arena_create();
    bool *seen = ARENA_NEW_N(scratch, bool, e->contexts.n);
    VEC(uint32_t) todo = {0};
    VEC_PUSH(scratch, &todo, call->context);
    bool found = false;
    while (todo.n > 0 && !found) {
        const struct context *context = &e->contexts.at[todo.at[--todo.n]];
        found = context->stores.n > 0;
        for (uint32_t i = 0; i < context->edges.n && !found; i++) {
            const struct edge *edge = &context->edges.at[i];
            if (edge->kind == EDGE_API) {
                found = has_effect(edge, phase);
            } else if (!seen[edge->context]) {
                seen[edge->context] = true;
                VEC_PUSH(scratch, &todo, edge->context);
            }
        }
    }
    arena_destroy(scratch);
    return found;
}

static struct work work_in(const struct engine *e, uint32_t root, enum phase phase)
{
    const struct context *context = context_in(e, root, phase);
    for (uint32_t i = 0; i < context->stores.n; i++) {
        if (!is_shared(e, root, context->stores.at[i])) {
            return (struct work){context->stores.at[i], phase};
        }
    }
    for (uint32_t i = 0; i < context->edges.n; i++) {
        const struct edge *edge = &context->edges.at[i];
        if (!is_shared(e, root, edge->node) && leads_to_work(e, edge, phase)) {
            return (struct work){edge->node, phase};
        }
    }
    return (struct work){0};
}

/* Says what is wrong with switching notifications off, NULL: nothing. */
static const char *fault_of(struct engine *e, uint32_t root)
{
    if (phases_has_thread_code(e->program)) {
        return "it has no effect, as the module has thread-local variables that need code for "
               "each thread";
    }
    if (!phases_disables_threads(e, &e->roots.at[root])) {
        return NULL;
    }
    struct work work = work_in(e, root, PHASE_THREAD_ATTACH);
    if (work.node.i == 0) {
        work = work_in(e, root, PHASE_THREAD_DETACH);
    }
    if (work.node.i == 0) {
        return NULL;
    }
    const struct program_root *entry = e->roots.at[root].root;
    where_id where = program_node(e->program, entry->unit, work.node)->where;
    const char *reason =
        work.phase == PHASE_THREAD_ATTACH ? "DLL_THREAD_ATTACH" : "DLL_THREAD_DETACH";
    if (where.i == 0) {
        return arena_printf(e->arena, "what is done for %s never runs", reason);
    }
    return arena_printf(e->arena, "what is done for %s in line %u never runs", reason,
                        engine_place(e, entry->unit, where).line);
}

void contract_threads(struct engine *e, struct reach *reach, uint32_t root)
{
    const char *fault = fault_of(e, root);
    uint32_t n = fault == NULL ? 0 : reach->sinks.n;
    for (uint32_t i = 0; i < n; i++) {
        struct sink sink = reach->sinks.at[i];
        bool attach = sink.phase == PHASE_ATTACH_DYNAMIC || sink.phase == PHASE_ATTACH_STATIC;
        if (sink.root == root && attach && sink.effect == NULL &&
            api_has_effect(sink.api, switches_off)) {
            sink.effect = "misuses-notifications";
            sink.detail = fault;
            VEC_PUSH(e->arena, &reach->sinks, sink);
        }
    }
}
