/*
 * locks.c - locks that are taken under the loader lock, and that other code holds while it needs
 * the loader lock.
 *
 * One thread has the loader lock and waits for the lock, another one the other way round: a
 * deadlock.  It takes two threads, so it matters who else can run code of the DLL at that moment:
 * while threads start and end, everybody; while the DLL is attached, callbacks that the attach
 * itself registers (a thread that it starts waits for the loader lock before it runs); while it is
 * unloaded, its own threads and callbacks, as its users have gone.  Where nobody can, only the
 * order is wrong, and the conclusion is the weakest one.
 *
 * Locks of objects that are not known by a name are compared by their class, and only if all
 * threads can come to such objects: by way of a global list or table.
 */
#include "walk/locks.h"

#include <string.h>

#include "walk/conclude.h"

/* The best partners that there are for one lock. */
struct best {
    uint32_t any; /* indices of partners, 0: none */
    uint32_t own; /* among those that the DLL's own threads and callbacks run */
};

/* The path of a partner. */
struct evidence {
    struct flow flow;
    const char *doubt; /* why it is not certain; NULL: it is */
    bool guess;        /* the API may not need the loader lock at all */
    bool known;
};

/* What is concluded. */
struct conclusion {
    struct locks *l;
    struct lock_partners partners;
    struct best *by_place;     /* [place] */
    struct best *by_anchor;    /* [anchor] */
    struct best *inexact;      /* [anchor]: only those that are not one certain object */
    struct best *shared;       /* [anchor]: of these, only those that all threads can come to */
    struct evidence *evidence; /* [partner] */
    bool calls_attached;       /* the attach lets the system call into the DLL */
};

/* ---- partners ---- */

static enum lock_life life_of(const struct conclusion *c, uint32_t partner)
{
    const struct lock_graph *g = &c->l->graph;
    const struct lock_partner *p = &c->partners.list.at[partner];
    const struct lock_place *place = &c->l->places.at[p->place];
    bool handed = c->l->places.at[locks_base(c->l, p->place)].kind == PLACE_PARAM;
    if (handed && !place->exact && !g->seed[p->fn.i]) {
        return LIFE_NONE; /* the callers say which lock it is */
    }
    return (enum lock_life)g->life[p->fn.i];
}

/* The need that a partner runs into: of the innermost one. */
static const char *doubt_of(const struct conclusion *c, const struct lock_partner *p)
{
    const char *doubt = NULL;
    for (; p->inner != 0; p = &c->partners.list.at[p->inner]) {
        doubt = doubt == NULL ? p->edge->doubt : doubt;
    }
    if (p->edge != NULL) {
        const struct lock_need *need = &c->l->graph.needs[p->edge->callee];
        doubt = doubt == NULL ? p->edge->doubt : doubt;
        doubt = doubt == NULL ? need->doubt : doubt;
    } else if (doubt == NULL) {
        doubt = locks_doubt_of_api(c->l, p->api, p->name);
    }
    return doubt;
}

static uint32_t length_of(const struct conclusion *c, const struct lock_partner *p)
{
    uint32_t n = 1;
    for (; p->inner != 0; p = &c->partners.list.at[p->inner]) {
        n++;
    }
    return n + (p->edge == NULL ? 0 : c->l->graph.needs[p->edge->callee].distance);
}

/* True if `index` is better evidence than `other`: certain, then short, then first. */
static bool is_better(const struct conclusion *c, uint32_t index, uint32_t other)
{
    if (other == 0) {
        return true;
    }
    const struct lock_partner *left = &c->partners.list.at[index];
    const struct lock_partner *right = &c->partners.list.at[other];
    bool left_sure = doubt_of(c, left) == NULL;
    bool right_sure = doubt_of(c, right) == NULL;
    if (left_sure != right_sure) {
        return left_sure;
    }
    return length_of(c, left) < length_of(c, right);
}

static void keep(const struct conclusion *c, struct best *best, uint32_t index, enum lock_life life)
{
    if (is_better(c, index, best->any)) {
        best->any = index;
    }
    if (life == LIFE_OWN && is_better(c, index, best->own)) {
        best->own = index;
    }
}

static void sort_partners(struct conclusion *c)
{
    struct locks *l = c->l;
    uint32_t n_keys = l->program->key_names.n;
    c->by_place = ARENA_NEW_N(l->arena, struct best, l->places.n);
    c->by_anchor = ARENA_NEW_N(l->arena, struct best, n_keys);
    c->inexact = ARENA_NEW_N(l->arena, struct best, n_keys);
    c->shared = ARENA_NEW_N(l->arena, struct best, n_keys);
    for (uint32_t i = 1; i < c->partners.list.n; i++) {
        uint32_t place = c->partners.list.at[i].place;
        enum lock_life life = life_of(c, i);
        if (life == LIFE_NONE || !locks_is_known(l, place)) {
            continue;
        }
        keep(c, &c->by_place[place], i, life);
        keep(c, &c->by_anchor[l->places.at[place].anchor], i, life);
        if (!l->places.at[place].exact) {
            keep(c, &c->inexact[l->places.at[place].anchor], i, life);
        }
        if (!l->places.at[place].exact && locks_is_shared(l, place)) {
            keep(c, &c->shared[l->places.at[place].anchor], i, life);
        }
    }
}

/* ---- findings ---- */

/* The partner of a lock that is taken; 0: none.  `own`: only the DLL's own threads count.  An
 * object that only its own thread is known to have can be meant where code goes through all
 * objects. */
static uint32_t partner_of(const struct conclusion *c, uint32_t place, bool own)
{
    const struct lock_place *p = &c->l->places.at[place];
    const struct best *same = &c->by_place[place];
    const struct best *like = &c->shared[p->anchor];
    if (p->exact) {
        like = &c->inexact[p->anchor];
    } else if (locks_is_shared(c->l, place)) {
        like = &c->by_anchor[p->anchor];
    }
    uint32_t best = own ? same->own : same->any;
    if (best != 0 && p->exact) {
        return best;
    }
    return own ? like->own : like->any;
}

/* Finds the second line of evidence, and why it is not certain. */
static const struct evidence *evidence_of(const struct conclusion *c, uint32_t partner)
{
    struct locks *l = c->l;
    const struct lock_partner *p = &c->partners.list.at[partner];
    struct evidence *evidence = &c->evidence[partner];
    if (evidence->known) {
        return evidence;
    }
    const char *lock = locks_name(l, p->place);
    struct flow *flow = &evidence->flow;
    evidence->known = true;
    struct arena *arena = l->engine->arena;
    struct lock_steps steps = {0};
    const char *doubt = NULL;
    flow->root = l->program->functions.at[p->fn.i].name;
    for (;; p = &c->partners.list.at[p->inner]) {
        if (p->inner == 0) {
            struct lock_call took = {p->fn, p->took};
            VEC_PUSH(arena, &steps.list, locks_step(l, took, p->took_name, NULL));
        }
        const char *calls =
            p->edge == NULL ? p->name : l->program->functions.at[p->edge->callee].name;
        const char *through = p->edge == NULL ? NULL : p->edge->through;
        struct lock_call call = {p->fn, p->node};
        VEC_PUSH(arena, &steps.list, locks_step(l, call, calls, through));
        doubt = doubt == NULL && p->edge != NULL ? p->edge->doubt : doubt;
        if (p->inner == 0) {
            break;
        }
    }
    const struct api *api = p->api;
    const char *name = p->name;
    if (p->edge != NULL) {
        locks_add_need(l, (fn_id){p->edge->callee}, &steps, &doubt);
        api = locks_needed_api(l, (fn_id){p->edge->callee}, &name);
    }
    const char *unsure = locks_doubt_of_api(l, api, name);
    doubt = doubt == NULL ? unsure : doubt;
    evidence->guess = unsure != NULL;
    flow->steps.at = steps.list.at;
    flow->steps.n = flow->steps.cap = steps.list.n;
    flow->label = arena_printf(arena, "holds '%s' and calls '%s', which needs the loader lock",
                               lock, steps.list.at[steps.list.n - 1].calls);
    evidence->doubt = doubt;
    return evidence;
}

/* Fills in what is concluded of a lock that is taken; returns false if that is too little: where
 * nobody else should be in the DLL, only what is certain counts. */
static bool fill_sink(const struct conclusion *c, const struct lock_taken *taken, uint32_t partner,
                      bool alone, struct sink *sink)
{
    struct locks *l = c->l;
    struct arena *arena = l->engine->arena;
    const struct evidence *evidence = evidence_of(c, partner);
    uint32_t place = taken->place;
    bool same = locks_match(l, place, c->partners.list.at[partner].place) == MATCH_CERTAIN;
    const char *doubt = taken->sink.reason != NULL ? taken->sink.reason : evidence->doubt;
    if (alone && (!same || doubt != NULL)) {
        return false;
    }
    if (!same) {
        doubt =
            arena_printf(arena, "'%s' here and in '%s' may be the locks of two objects",
                         l->program->key_names.at[l->places.at[place].anchor], evidence->flow.root);
    }
    *sink = taken->sink;
    sink->effect = !same || evidence->guess ? "perhaps-inverts-lock-order" : "inverts-lock-order";
    if (alone) {
        sink->effect = "may-invert-lock-order";
        doubt = "no other thread should be inside the DLL at that time";
    }
    sink->detail = locks_name(l, place);
    sink->object_name = sink->detail;
    sink->object = l->places.at[place].anchor;
    VEC_PUSH(arena, &sink->flows, evidence->flow);
    sink->reason = doubt;
    sink->certainty = doubt == NULL ? CERTAINTY_CERTAIN : CERTAINTY_POSSIBLE;
    return true;
}

/* True if the attach lets the system call into the DLL, from threads that run already. */
static bool lets_calls_in(const struct reach *reach)
{
    static const char *const effects[] = {"threadpool-submit", "starts-timer", "registers"};
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        enum phase phase = reach->sinks.at[i].phase;
        bool attach = phase == PHASE_ATTACH_DYNAMIC || phase == PHASE_ATTACH_STATIC;
        for (size_t e = 0; e < sizeof effects / sizeof *effects && attach; e++) {
            if (api_has_effect(reach->sinks.at[i].api, effects[e])) {
                return true;
            }
        }
    }
    return false;
}

/* The partner of a lock that is taken in a phase; 0: none.  `*alone`: no other thread should be in
 * the DLL then. */
static uint32_t partner_in(const struct conclusion *c, uint32_t place, enum phase phase,
                           bool *alone)
{
    bool attach = phase == PHASE_ATTACH_DYNAMIC || phase == PHASE_ATTACH_STATIC;
    bool own = phase == PHASE_DETACH_UNLOAD || (attach && c->calls_attached);
    uint32_t partner = own ? partner_of(c, place, true) : 0;
    *alone = partner == 0 && (own || attach);
    return partner != 0 ? partner : partner_of(c, place, false);
}

static void add_sinks(struct conclusion *c, const struct lock_takens *places, struct reach *reach)
{
    bool *wanted = ARENA_NEW_N(c->l->arena, bool, c->l->places.n);
    struct lock_takens takens = {.wanted = wanted, .n_wanted = c->l->places.n};
    for (uint32_t i = 0; i < places->list.n; i++) {
        uint32_t place = places->list.at[i].place;
        wanted[place] = partner_of(c, place, false) != 0;
    }
    locks_find_taken(c->l, &takens);
    struct lock_takens found = {0};
    for (uint32_t i = 0; i < takens.list.n; i++) {
        const struct lock_taken *taken = &takens.list.at[i];
        struct lock_taken concluded = *taken;
        bool alone = false;
        uint32_t partner = partner_in(c, taken->place, taken->sink.phase, &alone);
        if (fill_sink(c, taken, partner, alone, &concluded.sink)) {
            VEC_PUSH(c->l->arena, &found.list, concluded);
        }
    }
    locks_fold(c->l, &found, reach);
}

void conclude_locks(struct engine *engine, struct reach *reach)
{
    struct locks l = {
        .engine = engine, .program = engine->program, .reach = reach, .arena = arena_create()};
    uint32_t n = engine->program->functions.n;
    strbuf_init(&l.key, l.arena);
    l.place_ids = strmap_create(l.arena);
    l.names = ARENA_NEW_N(l.arena, struct lock_names *, n);
    l.results = ARENA_NEW_N(l.arena, uint32_t, n);
    VEC_PUSH(l.arena, &l.places, ((struct lock_place){0}));
    struct lock_takens places = {0};
    locks_find_taken(&l, &places);
    if (places.list.n > 0) {
        struct conclusion c = {.l = &l, .calls_attached = lets_calls_in(reach)};
        locks_read_calls(&l);
        locks_find_partners(&l, &c.partners);
        c.evidence = ARENA_NEW_N(l.arena, struct evidence, c.partners.list.n);
        sort_partners(&c);
        add_sinks(&c, &places, reach);
    }
    arena_destroy(l.arena);
}
