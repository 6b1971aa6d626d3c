/*
 * pairs.c - what is made and not ended, or ended on another thread.
 *
 * Takes the sinks whose APIs make or end a resource; gives conclusions:
 * - what is registered when LoadLibrary loads the DLL stays registered, unless some code of the
 *   module, reached or not, ends that kind of thing, or the DLL pins itself.  A DLL that came with
 *   the process (process-attach-static) is never unloaded: nothing stays behind.
 * - what belongs to the thread that made it, made at attach, is ended at detach: that is whichever
 *   thread detaches.  Quiet where each thread makes its own (thread-attach makes it, or
 *   thread-detach ends it by the same call), and where the detach makes what it ends.
 *
 * Resources are words, not objects: of two window classes one may be forgotten unseen.
 */
#include <string.h>

#include "walk/conclude.h"
#include "walk/endings.h"

static const struct place *place_of(const struct sink *sink)
{
    return &sink->steps.at[sink->steps.n - 1].at;
}

static bool same_place(const struct place *a, const struct place *b)
{
    return a->line == b->line && a->column == b->column && strcmp(a->file, b->file) == 0;
}

/* True if the sink has the effect on a resource. */
static bool concerns(const struct sink *sink, const char *effect)
{
    return sink->effect == NULL && sink->api->resource[0] != '\0' &&
           api_has_effect(sink->api, effect);
}

/* Makes a copy of a sink that stands for a conclusion. */
static struct sink conclude(const struct sink *sink, const char *effect)
{
    struct sink concluded = *sink;
    concluded.effect = effect;
    concluded.detail = sink->api->resource;
    memset(&concluded.flows, 0, sizeof concluded.flows);
    return concluded;
}

/* ---- registered and not unregistered ---- */

static bool pins_itself(const struct reach *reach, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const struct sink *sink = &reach->sinks.at[i];
        if (sink->phase == PHASE_ATTACH_DYNAMIC && api_has_effect(sink->api, "pins-module")) {
            return true;
        }
    }
    return false;
}

static void conclude_registered(struct engine *e, struct reach *reach, uint32_t n)
{
    struct strmap *ended = NULL;
    for (uint32_t i = 0; i < n; i++) {
        const struct sink *sink = &reach->sinks.at[i];
        if (sink->phase != PHASE_ATTACH_DYNAMIC || !concerns(sink, "registers")) {
            continue;
        }
        if (ended == NULL && pins_itself(reach, n)) {
            return;
        }
        ended = ended == NULL ? endings_of(e->arena, e->program) : ended;
        if (strmap_get(ended, sink->api->resource, NULL)) {
            continue;
        }
        struct sink stays = conclude(sink, "stays-registered");
        const char *unseen = endings_unseen(e);
        if (stays.certainty == CERTAINTY_CERTAIN && unseen != NULL) {
            stays.certainty = CERTAINTY_POSSIBLE;
            stays.reason = unseen;
        }
        VEC_PUSH(e->arena, &reach->sinks, stays);
    }
}

/* ---- made on one thread, ended on any ---- */

/* True if the phases of making and ending can be those of one load of the DLL. */
static bool phases_meet(enum phase made, enum phase ended)
{
    bool attach = made == PHASE_ATTACH_DYNAMIC || made == PHASE_ATTACH_STATIC;
    return attach && (ended == PHASE_DETACH_EXIT || made == PHASE_ATTACH_DYNAMIC);
}

static bool is_better(const struct sink *candidate, const struct sink *known)
{
    if (known == NULL || candidate->certainty != known->certainty) {
        return known == NULL || candidate->certainty == CERTAINTY_CERTAIN;
    }
    return candidate->steps.n < known->steps.n;
}

/* True if another sink shows that the thread which ends the resource is the one that made it. */
static bool is_own(const struct sink *ending, const struct sink *other)
{
    if (strcmp(other->api->resource, ending->api->resource) != 0) {
        return false;
    }
    if (concerns(other, "creates-affine")) {
        return other->phase == PHASE_THREAD_ATTACH || other->phase == ending->phase;
    }
    return other->phase == PHASE_THREAD_DETACH && concerns(other, "destroys-affine") &&
           same_place(place_of(other), place_of(ending));
}

/* Returns the call at attach that makes what the sink ends at detach; NULL: none, or it is the
 * business of one thread. */
static const struct sink *maker_of(const struct reach *reach, uint32_t n, const struct sink *ending)
{
    const struct sink *maker = NULL;
    for (uint32_t i = 0; i < n; i++) {
        const struct sink *other = &reach->sinks.at[i];
        if (is_own(ending, other)) {
            return NULL;
        }
        bool makes = concerns(other, "creates-affine") &&
                     strcmp(other->api->resource, ending->api->resource) == 0 &&
                     phases_meet(other->phase, ending->phase);
        if (makes && is_better(other, maker)) {
            maker = other;
        }
    }
    return maker;
}

static struct flow flow_of(struct engine *e, const struct reach *reach, const struct sink *maker)
{
    struct flow flow = {.root = reach->roots.at[maker->root].function};
    flow.label = arena_printf(e->arena, "'%s' makes it (%s) on the thread that loads the DLL",
                              maker->name, maker->api->resource);
    for (uint32_t i = 0; i < maker->steps.n; i++) {
        VEC_PUSH(e->arena, &flow.steps, maker->steps.at[i]);
    }
    return flow;
}

static void conclude_affine(struct engine *e, struct reach *reach, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const struct sink *sink = &reach->sinks.at[i];
        bool detach = sink->phase == PHASE_DETACH_UNLOAD || sink->phase == PHASE_DETACH_EXIT;
        if (!detach || !concerns(sink, "destroys-affine")) {
            continue;
        }
        const struct sink *maker = maker_of(reach, n, sink);
        if (maker == NULL) {
            continue;
        }
        struct sink ends = conclude(sink, "destroys-on-other-thread");
        if (ends.certainty == CERTAINTY_CERTAIN && maker->certainty == CERTAINTY_POSSIBLE) {
            ends.certainty = CERTAINTY_POSSIBLE;
            ends.reason = maker->reason;
        }
        VEC_PUSH(e->arena, &ends.flows, flow_of(e, reach, maker));
        VEC_PUSH(e->arena, &reach->sinks, ends);
    }
}

void conclude_pairs(struct engine *e, struct reach *reach)
{
    uint32_t n = reach->sinks.n;
    conclude_registered(e, reach, n);
    conclude_affine(e, reach, n);
}
