/*
 * why_not.c - why is a function not reached?
 *
 * From the function back over all its mentions, breadth first: through functions that are not
 * reached either, up to where each way ends - a function that nothing calls, a call that no phase
 * gets to, a callback that another thread runs.  Each end is one way, with the steps from there.
 */
#include <string.h>

#include "walk/why_query.h"

/* A function on a way back. */
struct stop {
    uint32_t group;
    uint32_t parent;               /* index of the stop nearer to the function */
    const struct program_use *use; /* by which this function leads to the parent; NULL: the first */
};

/* One search. */
struct back {
    struct why_query *q;
    struct why_match *match;
    struct arena *scratch;
    VEC(struct stop) stops;
    bool *seen;          /* by group */
    struct strmap *told; /* ends that are ways already */
    bool by_address;     /* the function's address is known to somebody */
};

static struct place place_of(const struct back *b, const struct program_use *use)
{
    return engine_place(&b->q->engine, use->unit, use->where);
}

static const char *name_of(const struct back *b, uint32_t group)
{
    return b->q->groups.at[group].name;
}

/* The callback that a function is handed over as, NULL if the receiver is no API that calls it. */
static const struct callback *callback_of(const struct back *b, const struct program_use *use)
{
    if (use->kind != USE_HANDED || use->callee.i == 0) {
        return NULL;
    }
    struct known_api known = program_api(b->q->program, use->unit, use->callee);
    for (uint32_t i = 0; known.n > 0 && i < known.first->callbacks.n; i++) {
        if (known.first->callbacks.at[i].param == use->argument) {
            return &known.first->callbacks.at[i];
        }
    }
    return NULL;
}

/* True if what holds the use can run the function under the lock. */
static bool runs_it(const struct back *b, const struct program_use *use)
{
    const struct callback *callback = callback_of(b, use);
    if (callback != NULL) {
        return callback->kind == CALLBACK_SYNC || callback->kind == CALLBACK_REGISTERS_PHASE;
    }
    return use->kind != USE_HANDED && use->kind != USE_STORED;
}

/* What is done with a function that is not called. */
static const char *mention_of(const struct back *b, const struct program_use *use, const char *name)
{
    struct arena *arena = b->q->arena;
    if (use->kind == USE_HANDED) {
        return arena_printf(arena, "hands %s to %s", name,
                            use->receiver[0] == '\0' ? "a function" : use->receiver);
    }
    return use->name == NULL ? arena_printf(arena, "takes the address of %s", name)
           : strcmp(use->name, use->in) == 0
               ? arena_printf(arena, "holds %s", name)
               : arena_printf(arena, "stores %s in %s", name, use->name);
}

static struct step step_of(const struct back *b, const struct program_use *use, uint32_t to)
{
    struct arena *arena = b->q->arena;
    struct step step = {.function = use->in, .calls = name_of(b, to), .at = place_of(b, use)};
    if (!runs_it(b, use)) {
        step.through = mention_of(b, use, step.calls);
        step.calls = NULL;
    } else if (use->kind == USE_POINTER) {
        step.through = arena_printf(arena, "pointer %s", use->name);
    } else if (use->kind == USE_VIRTUAL) {
        step.through = arena_printf(arena, "virtual call of %s", use->name);
    } else if (use->kind == USE_HANDED) {
        step.through = arena_printf(arena, "callback of %s", use->receiver);
    }
    return step;
}

/* Adds the way that ends at `use` (NULL: at the stop itself), unless it is known. */
static void add_way(struct back *b, uint32_t at, const struct program_use *use, const char *reason)
{
    struct why_way way = {.reason = reason};
    if (use != NULL) {
        VEC_PUSH(b->q->arena, &way.steps, step_of(b, use, b->stops.at[at].group));
    }
    for (uint32_t s = at; b->stops.at[s].use != NULL; s = b->stops.at[s].parent) {
        const struct stop *stop = &b->stops.at[s];
        struct step step = step_of(b, stop->use, b->stops.at[stop->parent].group);
        VEC_PUSH(b->q->arena, &way.steps, step);
    }
    const char *key = reason;
    if (way.steps.n > 0) {
        const struct place *place = &way.steps.at[0].at;
        key = arena_printf(b->scratch, "%s\n%s:%u:%u", reason, place->file, place->line,
                           place->column);
    }
    if (strmap_get(b->told, key, NULL)) {
        return;
    }
    strmap_put(b->told, key, 1);
    if (b->match->ways.n < WHY_MAX_WAYS) {
        VEC_PUSH(b->q->arena, &b->match->ways, way);
    } else {
        b->match->n_more_ways++;
    }
}

static bool has_edge(const struct why_marks *marks, const struct program_use *use)
{
    return marks->nodes[use->unit] != NULL && marks->nodes[use->unit][use->node.i];
}

/* The cut that stands where a use is, NULL if none does. */
static const struct cut *cut_at(const struct back *b, const struct program_use *use)
{
    struct place at = place_of(b, use);
    for (uint32_t i = 0; i < b->q->reach->cuts.n; i++) {
        const struct cut *cut = &b->q->reach->cuts.at[i];
        if (cut->at.line == at.line && cut->at.column == at.column &&
            strcmp(cut->at.file, at.file) == 0) {
            return cut;
        }
    }
    return NULL;
}

/* Why a use in a function that is reached does not run it. */
static const char *reason_in_reached(const struct back *b, const struct program_use *use)
{
    struct arena *arena = b->q->arena;
    const struct cut *cut = cut_at(b, use);
    if (cut != NULL) {
        return arena_printf(arena, "'%s' is reached, but this call was not followed: %s", use->in,
                            cut->detail);
    }
    if (has_edge(&b->q->reached, use)) {
        return arena_printf(arena, "'%s' is reached, but this call runs another function there",
                            use->in);
    }
    if (has_edge(&b->q->off, use)) {
        return arena_printf(arena,
                            "'%s' gets to this call only when a thread starts or exits, and thread "
                            "notifications are switched off",
                            use->in);
    }
    return arena_printf(arena, "'%s' is reached, but in no phase does it get to this call",
                        use->in);
}

/* Why a function that is handed over or stored does not run under the lock. */
static const char *reason_of_address(const struct back *b, const struct program_use *use,
                                     const char *name)
{
    struct arena *arena = b->q->arena;
    const struct callback *callback = callback_of(b, use);
    if (callback == NULL) {
        return arena_printf(arena,
                            "the address of '%s' is taken, but no call under the loader lock is "
                            "known to go through it",
                            name);
    }
    switch (callback->kind) {
    case CALLBACK_OTHER_THREAD:
        return arena_printf(arena,
                            "%s runs '%s' on another thread, which does not hold the loader lock",
                            use->receiver, name);
    case CALLBACK_LATER:
        return arena_printf(arena, "%s has '%s' run later, when the loader lock is not held",
                            use->receiver, name);
    case CALLBACK_REGISTERS_EVENT:
        return arena_printf(arena, "%s has '%s' run on events, not by this call", use->receiver,
                            name);
    default:
        return arena_printf(arena, "it is not known when %s runs '%s'", use->receiver, name);
    }
}

/* Why nothing leads to a function. */
static const char *reason_of_end(const struct back *b, uint32_t index)
{
    const struct why_group *group = &b->q->groups.at[index];
    bool exported = false;
    for (uint32_t i = 0; i < group->functions.n; i++) {
        const struct program_function *function =
            &b->q->program->functions.at[group->functions.at[i]];
        const struct symbol *symbol = program_symbol(b->q->program, function->unit, function->sym);
        exported |= (symbol->flags & SYMBOL_DLLEXPORT) != 0;
    }
    return arena_printf(b->q->arena, "nothing in this module calls '%s'%s", group->name,
                        exported ? ", and that it is exported does not make it a root" : "");
}

/* Goes on at the function that a use stands in; ends there if that is reached. */
static void follow(struct back *b, uint32_t at, const struct program_use *use)
{
    if (use->from.i == 0) {
        return;
    }
    uint32_t group = b->q->group_of[use->from.i];
    if (b->q->reached.functions[group]) {
        bool taken = has_edge(&b->q->reached, use) && !b->match->body && at == 0;
        if (!taken) {
            add_way(b, at, use, reason_in_reached(b, use));
        }
    } else if (!b->seen[group]) {
        b->seen[group] = true;
        VEC_PUSH(b->scratch, &b->stops, ((struct stop){group, at, use}));
    }
}

/* The mentions of a group: those of all its functions. */
struct mentions {
    VEC(const struct program_use *) list;
    bool pointers; /* calls through pointers among them */
};

static void add_mentions(struct back *b, struct mentions *mentions, const struct use_list *uses)
{
    for (uint32_t i = 0; i < uses->list.n; i++) {
        mentions->pointers |= uses->list.at[i].kind == USE_POINTER;
        VEC_PUSH(b->scratch, &mentions->list, &uses->list.at[i]);
    }
}

static struct mentions mentions_of(struct back *b, uint32_t group)
{
    struct mentions mentions = {0};
    const struct why_group *own = &b->q->groups.at[group];
    for (uint32_t i = 0; i < own->functions.n; i++) {
        add_mentions(b, &mentions, &b->q->uses->of[own->functions.at[i]]);
    }
    uint32_t outside = 0;
    if (own->functions.n == 0 && strmap_get(b->q->uses->outside_names, own->name, &outside)) {
        add_mentions(b, &mentions, &b->q->uses->outside.at[outside]);
    }
    return mentions;
}

/* Goes back from one function over everything that mentions it. */
static void go_back(struct back *b, uint32_t at)
{
    uint32_t group = b->stops.at[at].group;
    struct mentions mentions = mentions_of(b, group);
    uint32_t n_others = 0;
    for (uint32_t i = 0; i < mentions.list.n; i++) {
        const struct program_use *use = mentions.list.at[i];
        if (use->from.i != 0 && b->q->group_of[use->from.i] == group) {
            continue; /* it calls itself */
        }
        n_others++;
        bool address = use->kind == USE_HANDED || use->kind == USE_STORED;
        b->by_address |= (address || use->kind == USE_VIRTUAL) && at == 0;
        if (runs_it(b, use)) {
            follow(b, at, use);
        } else if (callback_of(b, use) != NULL || !mentions.pointers) {
            add_way(b, at, use, reason_of_address(b, use, name_of(b, group)));
        }
    }
    if (n_others == 0) {
        add_way(b, at, NULL, reason_of_end(b, group));
    }
}

/* Calls through pointers that were not followed may run what has its address taken. */
static void add_cuts(struct back *b)
{
    static const char *const kinds[] = {"unknown-target", "unknown-callback", "limit"};
    for (uint32_t i = 0; i < b->q->reach->cuts.n; i++) {
        const struct cut *cut = &b->q->reach->cuts.at[i];
        bool fits = false;
        for (size_t k = 0; k < sizeof kinds / sizeof *kinds; k++) {
            fits |= strcmp(cut->kind, kinds[k]) == 0;
        }
        if (fits && b->match->cuts.n < WHY_MAX_CUTS) {
            VEC_PUSH(b->q->arena, &b->match->cuts, *cut);
        } else if (fits) {
            b->match->n_more_cuts++;
        }
    }
}

void why_not(struct why_query *q, uint32_t group, struct why_match *match)
{
    struct back b = {.q = q, .match = match, .scratch = arena_create()};
    b.seen = ARENA_NEW_N(b.scratch, bool, q->groups.n);
    b.told = strmap_create(b.scratch);
    b.seen[group] = true;
    VEC_PUSH(b.scratch, &b.stops, ((struct stop){.group = group}));
    for (uint32_t i = 0; i < b.stops.n; i++) {
        go_back(&b, i);
    }
    if (match->ways.n == 0 && match->paths.n == 0) {
        add_way(&b, 0, NULL, "only functions that call each other lead to it");
    }
    if (b.by_address && match->body) {
        add_cuts(&b);
    }
    arena_destroy(b.scratch);
}
