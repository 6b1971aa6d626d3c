/*
 * contract.c - does the entry point keep its contract?
 *
 * - Detach follows an attach that was refused, too: what detach certainly ends must have been made
 *   before every `return FALSE`.  Concluded from events (events.c): the lock's end is one of every
 *   return at unload, its making one that some refusal is spared.
 * - Who switches thread notifications off has no use for code that only they run; and with
 *   thread-local variables that need code they are not switched off at all.
 * - Clean-up at process end: cleanup.c, and the code for threads: thread_work.c.
 */
#include "walk/contract.h"

#include <string.h>

/* A lock that detach ends and a refused attach never made. */
struct unmade {
    uint32_t object;
    const struct refusal *refusal; /* NULL: there is none */
};

/* True if the key is that of a single global without an initialiser. */
static bool is_bare_global(const struct program *program, uint32_t key)
{
    bool found = false;
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t i = 0; i < unit->globals.n; i++) {
            const struct global *global = &unit->globals.at[i];
            if (program->key_of[u][global->sym.i] != key) {
                continue;
            }
            bool array = strchr(unit->symbols.at[global->sym.i].type, '[') != NULL;
            if (global->init.i != 0 || array) {
                return false;
            }
            found = true;
        }
    }
    return found;
}

/* The key of the one global without an initialiser of which all uses of this field are; 0: some are
 * of another object, or there is none. */
static uint32_t only_holder(const struct program *program, uint32_t field)
{
    uint32_t holder = 0;
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t i = 1; i < unit->nodes.n; i++) {
            const struct node *n = &unit->nodes.at[i];
            if (n->kind != NODE_FIELD || program->key_of[u][n->sym.i] != field) {
                continue;
            }
            const struct node *object = &unit->nodes.at[n->first.i];
            bool named = (n->flags & NODE_ARROW) == 0 && object->kind == NODE_REF;
            uint32_t key = named ? program->key_of[u][object->sym.i] : 0;
            if (key == 0 || (holder != 0 && key != holder)) {
                return 0;
            }
            holder = key;
        }
    }
    return holder;
}

/* True if the key stands for one object that nothing has made yet. */
static bool is_bare(const struct program *program, uint32_t key)
{
    uint32_t holder = is_bare_global(program, key) ? key : only_holder(program, key);
    return holder != 0 && is_bare_global(program, holder);
}

/* True if another root may make the object at attach. */
static bool made_elsewhere(const struct engine *e, uint32_t root, uint64_t bit)
{
    for (uint32_t r = 0; r < e->roots.n; r++) {
        uint32_t context = e->roots.at[r].contexts[PHASE_ATTACH_DYNAMIC];
        if (r != root && context != 0 && (e->contexts.at[context].always.spared & bit) == 0) {
            return true;
        }
    }
    return false;
}

/* Looks whether an object that is ended at every unload was not made before some refusal. */
static struct unmade find_unmade(const struct engine *e, uint32_t root, uint32_t event)
{
    const struct walked_root *walked = &e->roots.at[root];
    const struct context *attach = &e->contexts.at[walked->contexts[PHASE_ATTACH_DYNAMIC]];
    const struct context *unload = &e->contexts.at[walked->contexts[PHASE_DETACH_UNLOAD]];
    struct unmade unmade = {.object = e->events.at[event].object};
    uint64_t made = events_bit(e, "initialises-lock", unmade.object);
    bool ends = strcmp(e->events.at[event].effect, "deletes-lock") == 0;
    bool always = unload->returns && (unload->always.made >> event & 1U) != 0;
    if (!ends || !always || made == 0 || !is_bare(e->program, unmade.object) ||
        made_elsewhere(e, root, made)) {
        return unmade;
    }
    for (uint32_t i = 0; i < attach->refusals.n; i++) {
        const struct refusal *refusal = &attach->refusals.at[i];
        bool spared = (refusal->spared & made) != 0;
        bool better = unmade.refusal == NULL || (unmade.refusal->rare != 0 && refusal->rare == 0);
        unmade.refusal = spared && better ? refusal : unmade.refusal;
    }
    return unmade;
}

/* The line of evidence: the `return` that leaves the object unmade. */
static struct flow refusal_flow(struct engine *e, uint32_t root, const struct unmade *unmade)
{
    const struct program_root *entry = e->roots.at[root].root;
    const struct program_function *function = &e->program->functions.at[entry->fn.i];
    const struct unit *facts = e->program->units.at[function->unit];
    const char *name = e->program->key_names.at[unmade->object];
    where_id where = facts->nodes.at[unmade->refusal->node.i].where;
    struct step step = {.function = function->name,
                        .through = "returns FALSE",
                        .at = engine_place(e, function->unit, where)};
    struct flow flow = {.label = arena_printf(e->arena, "the load fails before '%s' is made", name),
                        .root = entry->name};
    VEC_PUSH(e->arena, &flow.steps, step);
    return flow;
}

/* Notes that a finding hangs on a failure that hardly ever happens, if so. */
static void note_rare(const struct engine *e, struct sink *sink, const struct refusal *refusal)
{
    if (refusal->rare != 0) {
        sink->rare = true;
        sink->certainty = CERTAINTY_POSSIBLE;
        sink->reason = edge_rare_reason(e, refusal->rare);
    }
}

/* Returns the first certain sink with an effect from a root in a phase; `object` 0: any. */
static const struct sink *find_sink(const struct reach *reach, uint32_t root, enum phase phase,
                                    const char *effect, uint32_t object)
{
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        const struct sink *sink = &reach->sinks.at[i];
        bool wanted = sink->root == root && sink->phase == phase && sink->effect == NULL &&
                      (object == 0 || sink->object == object);
        if (wanted && sink->certainty == CERTAINTY_CERTAIN && api_has_effect(sink->api, effect)) {
            return sink;
        }
    }
    return NULL;
}

/* Adds what detach does although attach may have failed, at the first such call. */
static void conclude_refusals(struct engine *e, struct reach *reach, uint32_t root)
{
    if ((reach->roots.at[root].phases >> PHASE_DETACH_UNLOAD & 1U) == 0) {
        return;
    }
    struct sink added = {0};
    uint32_t n = 0;
    for (uint32_t i = 0; i < e->events.n; i++) {
        struct unmade unmade = find_unmade(e, root, i);
        const struct sink *sink = NULL;
        if (unmade.refusal != NULL) {
            sink = find_sink(reach, root, PHASE_DETACH_UNLOAD, "deletes-lock", unmade.object);
        }
        if (sink != NULL && n++ == 0) {
            added = *sink;
            added.flows.n = 0;
            added.flows.at = NULL;
            struct flow flow = refusal_flow(e, root, &unmade);
            note_rare(e, &added, unmade.refusal);
            VEC_PUSH(e->arena, &added.flows, flow);
        }
    }
    if (n == 0) {
        return;
    }
    const struct place *at = &added.flows.at[0].steps.at[0].at;
    const char *more = n == 1 ? "" : arena_printf(e->arena, ", and so it is for %u more", n - 1);
    added.effect = "assumes-attach";
    added.detail = arena_printf(e->arena, "'%s' (attach can fail in line %u before it is made%s)",
                                e->program->key_names.at[added.object], at->line, more);
    VEC_PUSH(e->arena, &reach->sinks, added);
}

void conclude_contract(struct engine *e, struct reach *reach)
{
    for (uint32_t r = 0; r < e->roots.n; r++) {
        if (phases_is_entry(&e->roots.at[r])) {
            contract_cleanup(e, reach, r);
            contract_threads(e, reach, r);
            conclude_refusals(e, reach, r);
        }
    }
}
