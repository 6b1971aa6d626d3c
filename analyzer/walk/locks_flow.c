/*
 * locks_flow.c - which locks are certainly held at each call?
 *
 * For every function that takes or releases locks, itself or by functions that it calls, a data
 * flow over its blocks: where paths meet, only what all of them hold is held.  A function's summary
 * says which locks it leaves taken, and which of its caller's locks it may release, at any moment.
 * Summaries are followed up to the callers until they do not change any more.  What may be another
 * name of a held lock releases it; what is released and not known releases all.
 *
 * Where a lock is held and the loader lock may be needed stands a partner.  If the lock was handed
 * in as a parameter, the callers are the partners.
 */
#include <string.h>

#include "walk/locks.h"

enum {
    MOST_LOCKS = 64,  /* of one function */
    MOST_ROUNDS = 16, /* summaries of one function; then it is taken to release everything */
    MOST_OUTER = 8,   /* locks of callers that one function needs the loader lock with */
};

enum event_kind { EVENT_TAKE, EVENT_RELEASE, EVENT_API, EVENT_CALL };

/* What happens at one point of a function. */
struct lock_event {
    enum event_kind kind;
    bool perhaps; /* inside of a condition: what is taken does not count */
    node_id node;
    uint32_t place;        /* EVENT_TAKE, EVENT_RELEASE */
    const struct api *api; /* EVENT_API: it needs the loader lock */
    const char *name;      /* of what is called */
    uint32_t first_edge;   /* EVENT_CALL: its edges in the graph ... */
    uint32_t n_edges;
};

/* Locks by bits. */
struct held {
    uint64_t held;  /* on all paths */
    uint64_t freed; /* of what the caller holds, on some path */
    bool all_freed; /* likewise: any lock */
    bool reached;
};

/* Where a lock was taken. */
struct taken_at {
    node_id node;
    const char *name;
};

/* One function that deals with locks. */
struct lock_function {
    struct cfg *cfg;
    VEC(struct lock_event) * events; /* by block */
    VEC(uint32_t) locks;             /* places by bit */
    VEC(struct taken_at) taken_at;
    VEC(uint32_t) taken; /* summary: places of the caller's, or of all */
    VEC(uint32_t) freed;
    bool all_freed;
    bool queued;
    uint32_t rounds;
    uint32_t n_outer;
};

/* The whole analysis. */
struct analysis {
    struct locks *l;
    struct lock_function **functions; /* NULL: deals with no locks */
    VEC(uint32_t) queue;
    struct lock_partners *partners; /* NULL: not yet */
    struct strmap *known;           /* partners by function and place */
};

/* One pass over one function. */
struct pass {
    struct analysis *flow;
    fn_id fn;
    uint32_t unit;
    struct lock_function *function;
};

static const struct node *node_at(const struct pass *p, node_id node)
{
    return program_node(p->flow->l->program, p->unit, node);
}

/* ---- events ---- */

static void add_objects(struct pass *p, struct lock_event event, const struct api *api,
                        uint32_t block)
{
    struct lock_objects objects = {0};
    locks_objects(p->flow->l, (struct lock_call){p->fn, event.node}, api, &objects);
    for (uint32_t i = 0; i < objects.list.n; i++) {
        event.place = objects.list.at[i];
        VEC_PUSH(p->flow->l->arena, &p->function->events[block], event);
    }
}

/* The edges of the function's call in the graph, which are sorted by node. */
static void find_edges(struct pass *p, struct lock_event *event)
{
    const struct lock_graph *g = &p->flow->l->graph;
    uint32_t low = g->first[p->fn.i];
    uint32_t end = g->first[p->fn.i + 1];
    uint32_t high = end;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (g->edges.at[middle].node.i < event->node.i) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    event->first_edge = low;
    for (; low < end && g->edges.at[low].node.i == event->node.i; low++) {
        event->n_edges++;
    }
}

static void add_call(struct pass *p, node_id node, bool perhaps, uint32_t block)
{
    struct locks *l = p->flow->l;
    struct lock_targets targets = {0};
    locks_targets(l, (struct lock_call){p->fn, node}, &targets);
    struct lock_event event = {.node = node, .perhaps = perhaps, .name = targets.name};
    if (locks_needs_loader(l, targets.api)) {
        event.kind = EVENT_API;
        event.api = targets.api;
        VEC_PUSH(l->arena, &p->function->events[block], event);
    }
    if (targets.list.n > 0) {
        event.kind = EVENT_CALL;
        find_edges(p, &event);
        VEC_PUSH(l->arena, &p->function->events[block], event);
    }
    if (targets.api != NULL && api_has_effect(targets.api, "takes-lock")) {
        event.kind = EVENT_TAKE;
        add_objects(p, event, targets.api, block);
    }
    if (targets.api != NULL && api_has_effect(targets.api, "releases-lock")) {
        event.kind = EVENT_RELEASE;
        add_objects(p, event, targets.api, block);
    }
}

static bool is_call(const struct node *n)
{
    return n->kind == NODE_CALL || n->kind == NODE_CONSTRUCT || n->kind == NODE_DESTROY ||
           n->kind == NODE_DELETE;
}

/* An expression that is being read. */
struct visit {
    node_id node;
    bool perhaps;
    bool left; /* its children are done */
};

/* Adds the events of an expression in the order of evaluation. */
static void add_events(struct pass *p, node_id root, uint32_t block)
{
    struct arena *scratch = arena_create();
    VEC(struct visit) stack = {0};
    VEC(node_id) children = {0};
    VEC_PUSH(scratch, &stack, ((struct visit){root, false, false}));
    while (stack.n > 0) {
        struct visit visit = stack.at[--stack.n];
        const struct node *n = node_at(p, visit.node);
        if (visit.left) {
            add_call(p, visit.node, visit.perhaps, block);
            continue;
        }
        if (is_call(n)) {
            VEC_PUSH(scratch, &stack, ((struct visit){visit.node, visit.perhaps, true}));
        }
        children.n = 0;
        for (node_id c = n->first; c.i != 0; c = node_at(p, c)->next) {
            VEC_PUSH(scratch, &children, c);
        }
        bool splits = n->kind == NODE_AND || n->kind == NODE_OR || n->kind == NODE_COND;
        for (uint32_t i = children.n; i > 0; i--) {
            bool perhaps = visit.perhaps || (splits && i > 1);
            VEC_PUSH(scratch, &stack, ((struct visit){children.at[i - 1], perhaps, false}));
        }
    }
    arena_destroy(scratch);
}

static void read_events(struct pass *p)
{
    struct locks *l = p->flow->l;
    struct lock_function *function = p->function;
    struct arena *scratch = arena_create();
    function->cfg = cfg_build(l->arena, scratch, l->program->units.at[p->unit],
                              l->program->functions.at[p->fn.i].body, false);
    arena_destroy(scratch);
    uint32_t n = function->cfg->blocks.n;
    function->events = arena_alloc(l->arena, sizeof *function->events * n);
    for (uint32_t b = 0; b < n; b++) {
        const struct block *block = &function->cfg->blocks.at[b];
        for (uint32_t i = 0; i < block->nodes.n; i++) {
            if (block->calls.at[i]) {
                add_events(p, block->nodes.at[i], b);
            }
        }
        if (block->node.i != 0 && !block->evaluated) {
            add_events(p, block->node, b);
        }
    }
}

/* ---- one function ---- */

static uint32_t bit_of(struct pass *p, uint32_t place)
{
    struct lock_function *function = p->function;
    for (uint32_t i = 0; i < function->locks.n; i++) {
        if (function->locks.at[i] == place) {
            return i;
        }
    }
    if (function->locks.n < MOST_LOCKS) {
        VEC_PUSH(p->flow->l->arena, &function->locks, place);
        VEC_PUSH(p->flow->l->arena, &function->taken_at, ((struct taken_at){0}));
        return function->locks.n - 1;
    }
    return MOST_LOCKS;
}

static void take(struct pass *p, struct held *now, uint32_t place, const struct lock_event *event,
                 const char *name)
{
    uint32_t bit = bit_of(p, place);
    if (place == 0 || bit == MOST_LOCKS || event->perhaps) {
        return;
    }
    now->held |= UINT64_C(1) << bit;
    if (p->function->taken_at.at[bit].node.i == 0) {
        p->function->taken_at.at[bit] = (struct taken_at){event->node, name};
    }
}

static void release_all(struct held *now)
{
    now->held = 0;
    now->all_freed = true;
}

static void release(struct pass *p, struct held *now, uint32_t place)
{
    const struct locks *l = p->flow->l;
    if (place == 0) {
        return;
    }
    uint32_t bit = bit_of(p, place);
    if (bit == MOST_LOCKS || l->places.at[place].kind == PLACE_UNKNOWN) {
        release_all(now);
        return;
    }
    uint64_t mask = UINT64_C(1) << bit;
    if ((now->held & mask) == 0) {
        now->freed |= mask;
    }
    now->held &= ~mask;
    for (uint32_t i = 0; i < p->function->locks.n; i++) {
        bool same = locks_match(l, p->function->locks.at[i], place) != MATCH_NONE;
        now->held &= same ? ~(UINT64_C(1) << i) : UINT64_MAX;
    }
}

/* The place at a call that a place of the callee is; PLACE_UNKNOWN if an API makes the call. */
static uint32_t at_call(struct pass *p, const struct lock_edge *edge, uint32_t place)
{
    struct locks *l = p->flow->l;
    if (edge->callback && l->places.at[locks_base(l, place)].kind == PLACE_PARAM) {
        return locks_place(l, PLACE_UNKNOWN, 0, 0);
    }
    return locks_at_call(l, (struct lock_call){p->fn, edge->node}, (fn_id){edge->callee}, place);
}

/* Applies what a call leaves; `only`: nothing else can have been called. */
static void apply_summary(struct pass *p, struct held *now, const struct lock_event *event,
                          const struct lock_edge *edge, bool only)
{
    const struct lock_function *callee = p->flow->functions[edge->callee];
    if (callee == NULL) {
        return;
    }
    if (callee->all_freed) {
        release_all(now);
    }
    for (uint32_t i = 0; i < callee->freed.n; i++) {
        release(p, now, at_call(p, edge, callee->freed.at[i]));
    }
    for (uint32_t i = 0; i < callee->taken.n && only; i++) {
        take(p, now, at_call(p, edge, callee->taken.at[i]), event,
             p->flow->l->program->functions.at[edge->callee].name);
    }
}

static void note_api(struct pass *p, const struct held *now, const struct lock_event *event);
static void note_call(struct pass *p, const struct held *now, const struct lock_event *event);

static void run_event(struct pass *p, struct held *now, const struct lock_event *event)
{
    const struct lock_graph *g = &p->flow->l->graph;
    switch (event->kind) {
    case EVENT_TAKE:
        take(p, now, event->place, event, event->name);
        break;
    case EVENT_RELEASE:
        release(p, now, event->place);
        break;
    case EVENT_API:
        note_api(p, now, event);
        break;
    case EVENT_CALL:
        note_call(p, now, event);
        for (uint32_t i = 0; i < event->n_edges; i++) {
            const struct lock_edge *edge = &g->edges.at[event->first_edge + i];
            bool only = event->n_edges == 1 && edge->doubt == NULL && !edge->callback;
            apply_summary(p, now, event, edge, only);
        }
        break;
    }
}

/* Joins a state into that of a block; returns true if that changed it. */
static bool flow_into(struct held *to, const struct held *from)
{
    struct held old = *to;
    if (!to->reached) {
        *to = *from;
        return true;
    }
    to->held &= from->held;
    to->freed |= from->freed;
    to->all_freed |= from->all_freed;
    return old.held != to->held || old.freed != to->freed || old.all_freed != to->all_freed;
}

/* The blocks that follow a block, one after the other; returns false behind the last. */
static bool next_block(const struct block *block, uint32_t i, uint32_t *target)
{
    static const uint32_t targets[] = {
        [END_JUMP] = 1,   [END_BRANCH] = 2, [END_ANY] = 2,
        [END_SWITCH] = 1, [END_RETURN] = 0, [END_STOP] = 0,
    };
    if (i < targets[block->end]) {
        *target = block->target[i];
        return true;
    }
    i -= targets[block->end];
    if (block->end == END_SWITCH && i < block->cases.n) {
        *target = block->cases.at[i].target;
        return true;
    }
    return false;
}

/* Runs the data flow; returns the state at the returns. */
static struct held run_blocks(struct pass *p, struct held *entry)
{
    const struct cfg *cfg = p->function->cfg;
    struct arena *scratch = arena_create();
    bool *queued = ARENA_NEW_N(scratch, bool, cfg->blocks.n);
    VEC(uint32_t) queue = {0};
    struct held end = {0};
    entry[0].reached = true;
    VEC_PUSH(scratch, &queue, 0);
    while (queue.n > 0) {
        uint32_t b = queue.at[--queue.n];
        queued[b] = false;
        struct held now = entry[b];
        for (uint32_t i = 0; i < p->function->events[b].n; i++) {
            run_event(p, &now, &p->function->events[b].at[i]);
        }
        if (cfg->blocks.at[b].end == END_RETURN) {
            (void)flow_into(&end, &now);
        }
        uint32_t target = 0;
        for (uint32_t i = 0; next_block(&cfg->blocks.at[b], i, &target); i++) {
            if (flow_into(&entry[target], &now) && !queued[target]) {
                queued[target] = true;
                VEC_PUSH(scratch, &queue, target);
            }
        }
    }
    arena_destroy(scratch);
    return end;
}

/* ---- summaries ---- */

static void queue_function(struct analysis *flow, uint32_t f)
{
    if (flow->functions[f] == NULL) {
        flow->functions[f] = ARENA_NEW(flow->l->arena, struct lock_function);
    }
    if (!flow->functions[f]->queued) {
        flow->functions[f]->queued = true;
        VEC_PUSH(flow->l->arena, &flow->queue, f);
    }
}

/* Replaces `places` by those of the bits that mean something to callers; returns true if that
 * changed it. */
#define SUMMARISE(p, places, bits) summarise((p), &(places)->at, &(places)->n, &(places)->cap, bits)
static bool summarise(struct pass *p, uint32_t **at, uint32_t *n, uint32_t *cap, uint64_t bits)
{
    const struct locks *l = p->flow->l;
    uint32_t kept = 0;
    bool changed = false;
    for (uint32_t i = 0; i < p->function->locks.n; i++) {
        uint32_t place = p->function->locks.at[i];
        enum lock_place_kind base = l->places.at[locks_base(l, place)].kind;
        bool outside = base == PLACE_GLOBAL || base == PLACE_PARAM ||
                       (base == PLACE_UNKNOWN && l->places.at[place].anchor != 0);
        if ((bits >> i & 1U) == 0 || !outside) {
            continue;
        }
        if (kept == *n) {
            *at = vec_reserve(l->arena, *at, *n, cap, sizeof **at);
            (*at)[(*n)++] = 0;
        }
        changed |= (*at)[kept] != place;
        (*at)[kept++] = place;
    }
    changed |= *n != kept;
    *n = kept;
    return changed;
}

static struct pass pass_of(struct analysis *flow, uint32_t f)
{
    struct pass p = {.flow = flow, .fn = {f}, .function = flow->functions[f]};
    p.unit = flow->l->program->functions.at[f].unit;
    return p;
}

static void summarise_function(struct analysis *flow, uint32_t f)
{
    struct pass p = pass_of(flow, f);
    struct lock_function *function = p.function;
    if (function->cfg == NULL) {
        read_events(&p);
    }
    struct arena *scratch = arena_create();
    struct held *entry = ARENA_NEW_N(scratch, struct held, function->cfg->blocks.n);
    struct held end = run_blocks(&p, entry);
    arena_destroy(scratch);
    bool all_freed = end.all_freed || ++function->rounds > MOST_ROUNDS;
    bool changed = all_freed != function->all_freed;
    function->all_freed = all_freed;
    changed |= SUMMARISE(&p, &function->taken, function->rounds > MOST_ROUNDS ? 0 : end.held);
    changed |= SUMMARISE(&p, &function->freed, end.freed);
    if (!changed || function->rounds > MOST_ROUNDS + 1) {
        return;
    }
    const struct lock_graph *g = &flow->l->graph;
    for (uint32_t c = g->first_caller[f]; c < g->first_caller[f + 1]; c++) {
        queue_function(flow, g->edges.at[g->callers[c]].caller);
    }
}

/* ---- partners ---- */

/* Why a partner does not certainly need the loader lock; NULL: it does. */
static const char *doubt_of(const struct analysis *flow, const struct lock_partner *partner)
{
    const struct lock_edge *edge = partner->edge;
    if (edge == NULL) {
        return locks_doubt_of_api(flow->l, partner->api, partner->name);
    }
    return edge->doubt != NULL ? edge->doubt : flow->l->graph.needs[edge->callee].doubt;
}

/* Adds a partner, the first certain one of its function and place, else the first. */
static void add_partner(struct analysis *flow, const struct lock_partner *partner)
{
    struct locks *l = flow->l;
    uint32_t known = 0;
    l->key.len = 0;
    strbuf_printf(&l->key, "%u %u", partner->fn.i, partner->place);
    if (!strmap_get(flow->known, l->key.text, &known)) {
        strmap_put(flow->known, l->key.text, flow->partners->list.n);
        VEC_PUSH(l->arena, &flow->partners->list, *partner);
        return;
    }
    struct lock_partner *first = &flow->partners->list.at[known];
    bool own = first->inner == 0 && partner->inner == 0;
    if (own && doubt_of(flow, first) != NULL && doubt_of(flow, partner) == NULL) {
        *first = *partner;
    }
}

static void note_held(struct pass *p, uint64_t held, const struct lock_partner *like)
{
    for (uint32_t i = 0; i < p->function->locks.n; i++) {
        if ((held >> i & 1U) != 0) {
            struct lock_partner partner = *like;
            partner.fn = p->fn;
            partner.place = p->function->locks.at[i];
            partner.took = p->function->taken_at.at[i].node;
            partner.took_name = p->function->taken_at.at[i].name;
            add_partner(p->flow, &partner);
        }
    }
}

static void note_api(struct pass *p, const struct held *now, const struct lock_event *event)
{
    if (p->flow->partners != NULL && now->held != 0) {
        struct lock_partner like = {.node = event->node, .api = event->api, .name = event->name};
        note_held(p, now->held, &like);
    }
}

/* Of what is held at a call, what the callee does not release on its way. */
static uint64_t kept_by(struct pass *p, uint64_t held, const struct lock_edge *edge)
{
    const struct lock_function *callee = p->flow->functions[edge->callee];
    struct held now = {.held = held};
    if (callee != NULL && callee->all_freed) {
        return 0;
    }
    for (uint32_t i = 0; callee != NULL && i < callee->freed.n; i++) {
        release(p, &now, at_call(p, edge, callee->freed.at[i]));
    }
    return now.held;
}

static void note_call(struct pass *p, const struct held *now, const struct lock_event *event)
{
    struct locks *l = p->flow->l;
    const struct lock_graph *g = &l->graph;
    if (p->flow->partners == NULL || now->held == 0) {
        return;
    }
    const struct lock_edge *best = NULL;
    for (uint32_t i = 0; i < event->n_edges; i++) {
        const struct lock_edge *edge = &g->edges.at[event->first_edge + i];
        const struct lock_need *need = &g->needs[edge->callee];
        const struct lock_need *other = best == NULL ? NULL : &g->needs[best->callee];
        if (need->distance != 0 && !locks_contradicts(l, edge, locks_need_node(l, edge->callee)) &&
            (other == NULL || (other->doubt != NULL && need->doubt == NULL))) {
            best = edge;
        }
    }
    if (best != NULL) {
        struct lock_partner like = {.node = event->node, .edge = best};
        note_held(p, kept_by(p, now->held, best), &like);
    }
}

/* Makes partners of the callers, if the lock is a parameter of the function. */
static void add_outer(struct analysis *flow, uint32_t index)
{
    struct locks *l = flow->l;
    const struct lock_graph *g = &l->graph;
    struct lock_partner inner = flow->partners->list.at[index];
    if (l->places.at[locks_base(l, inner.place)].kind != PLACE_PARAM ||
        flow->functions[inner.fn.i]->n_outer++ >= MOST_OUTER) {
        return;
    }
    for (uint32_t c = g->first_caller[inner.fn.i]; c < g->first_caller[inner.fn.i + 1]; c++) {
        const struct lock_edge *edge = &g->edges.at[g->callers[c]];
        if (edge->callback || locks_contradicts(l, edge, inner.node)) {
            continue;
        }
        struct lock_call call = {{edge->caller}, edge->node};
        struct lock_partner outer = {
            .fn = call.caller, .node = edge->node, .edge = edge, .inner = index};
        outer.place = locks_at_call(l, call, inner.fn, inner.place);
        if (flow->functions[edge->caller] == NULL) {
            flow->functions[edge->caller] = ARENA_NEW(l->arena, struct lock_function);
        }
        add_partner(flow, &outer);
    }
}

void locks_find_partners(struct locks *l, struct lock_partners *partners)
{
    struct analysis flow = {.l = l, .known = strmap_create(l->arena)};
    uint32_t n = l->program->functions.n;
    flow.functions = ARENA_NEW_N(l->arena, struct lock_function *, n);
    for (uint32_t f = 1; f < n; f++) {
        if (l->graph.locks[f]) {
            queue_function(&flow, f);
        }
    }
    for (uint32_t i = 0; i < flow.queue.n; i++) {
        uint32_t f = flow.queue.at[i];
        flow.functions[f]->queued = false;
        summarise_function(&flow, f);
    }
    flow.partners = partners;
    VEC_PUSH(l->arena, &partners->list, ((struct lock_partner){0}));
    for (uint32_t f = 1; f < n; f++) {
        if (flow.functions[f] != NULL && flow.functions[f]->cfg != NULL &&
            l->graph.needs[f].distance != 0) {
            struct pass p = pass_of(&flow, f);
            struct arena *scratch = arena_create();
            struct held *entry = ARENA_NEW_N(scratch, struct held, p.function->cfg->blocks.n);
            flow.partners = NULL;
            (void)run_blocks(&p, entry);
            flow.partners = partners;
            for (uint32_t b = 0; b < p.function->cfg->blocks.n; b++) {
                for (uint32_t i = 0; entry[b].reached && i < p.function->events[b].n; i++) {
                    run_event(&p, &entry[b], &p.function->events[b].at[i]);
                }
            }
            arena_destroy(scratch);
        }
    }
    for (uint32_t i = 1; i < partners->list.n; i++) {
        add_outer(&flow, i);
    }
}
