/*
 * events.c - what certainly happened on the way to a point, and what certainly did not.
 *
 * An event is the call of an API with one of a few effects, on one object: thread notifications
 * are switched off, the module is pinned, this lock is made, that lock is ended.  A point knows
 * the events that every way to it has (`made`), and those that no way to it has (`spared`).  Both
 * are intersected where ways meet.  A callee hands up what all its returns have, and apart from
 * that what those have that return something, and those that return 0: `if (!start()) return
 * FALSE;`.  The outcome of the last call stays in the state until its result is looked at.
 *
 * A helper that can fail in several places is spared what any of these failures comes before: each
 * is a way of its own.
 */
#include <string.h>

#include "walk/engine.h"

enum { MOST_EVENTS = 64 };

/* How the object of an event is told. */
enum subject {
    SUBJECT_MODULE,      /* this module, if the argument may be it */
    SUBJECT_SURE_MODULE, /* this module, if the argument certainly is a place in it */
    SUBJECT_OBJECT,      /* the API's object */
};

/* An effect that is an event. */
struct kind {
    const char *effect;
    enum subject subject;
};

static const struct kind kinds[] = {
    {"disables-thread-notifications", SUBJECT_MODULE},
    {"pins-module", SUBJECT_SURE_MODULE},
    {"initialises-lock", SUBJECT_OBJECT},
    {"deletes-lock", SUBJECT_OBJECT},
};

struct happened events_at_entry(void)
{
    return (struct happened){.made = 0, .spared = UINT64_MAX};
}

uint64_t events_bit(const struct engine *e, const char *effect, uint32_t object)
{
    for (uint32_t i = 0; i < e->events.n; i++) {
        if (e->events.at[i].object == object && strcmp(e->events.at[i].effect, effect) == 0) {
            return UINT64_C(1) << i;
        }
    }
    return 0;
}

static uint64_t bit_made(struct engine *e, const char *effect, uint32_t object)
{
    uint64_t bit = events_bit(e, effect, object);
    if (bit == 0 && e->events.n < MOST_EVENTS) {
        VEC_PUSH(e->arena, &e->events, ((struct event){effect, object}));
        bit = UINT64_C(1) << (e->events.n - 1);
    }
    return bit;
}

/* Clears events from what did not happen, be it now or by an outcome that is not looked at yet. */
static void unspare(struct state *s, uint64_t bits)
{
    s->events.spared &= ~bits;
    s->outcome.if_true.spared &= ~bits;
    s->outcome.if_false.spared &= ~bits;
}

void events_of_unknown(struct state *s)
{
    unspare(s, UINT64_MAX);
}

/* True if a handle or address that an API is given can be (sure: is) the module of the caller. */
static bool is_own_module(const struct edge *edge, const struct api *api, bool sure)
{
    if (!api->has_object) {
        return true; /* an API without such an argument deals with its caller */
    }
    if (api->object >= edge->api->n_arguments) {
        return !sure;
    }
    switch (edge->api->arguments[api->object].kind) {
    case VALUE_OWN:
    case VALUE_FUNCTION:
        return true;
    case VALUE_UNKNOWN:
    case VALUE_NONZERO:
    case VALUE_UP_TO:
        return !sure;
    default:
        return false; /* a module that some API found, or none */
    }
}

void events_of_api(struct engine *e, struct state *s, const struct edge *edge, bool sure)
{
    enum { ANY_PHASE = (1 << PHASES) - 1 };
    const struct api *api = edge_entry(edge, ANY_PHASE);
    for (size_t i = 0; api != NULL && i < sizeof kinds / sizeof *kinds; i++) {
        if (!api_has_effect(api, kinds[i].effect)) {
            continue;
        }
        bool of_object = kinds[i].subject == SUBJECT_OBJECT;
        if (of_object && edge->api->object == 0) {
            events_of_unknown(s); /* it may be any object */
            continue;
        }
        if (!of_object && !is_own_module(edge, api, kinds[i].subject == SUBJECT_SURE_MODULE)) {
            continue;
        }
        uint64_t bit = bit_made(e, kinds[i].effect, of_object ? edge->api->object : 0);
        s->events.made |= sure ? bit : 0;
        unspare(s, bit);
    }
}

/* What a callee's failures were spared, each being a way of its own. */
static uint64_t spared_by_refusals(const struct context *callee)
{
    uint64_t spared = 0;
    for (uint32_t i = 0; i < callee->refusals.n; i++) {
        spared |= callee->refusals.at[i].spared;
    }
    return spared;
}

/* True if the callee returns nothing but 0, and each time because its text says so. */
static bool plainly_refuses(const struct context *callee)
{
    bool plain = callee->refusals.n > 0 && !callee->accepts;
    for (uint32_t i = 0; i < callee->refusals.n; i++) {
        plain = plain && callee->refusals.at[i].plain;
    }
    return plain;
}

void events_of_callee(const struct engine *e, struct state *s, node_id call, uint32_t callee,
                      bool sure)
{
    const struct context *c = &e->contexts.at[callee];
    uint64_t before = s->events.spared;
    unspare(s, ~c->always.spared);
    if (!sure || !c->returns) {
        return;
    }
    bool refuses = c->refusals.n > 0;
    uint64_t failed = refuses ? spared_by_refusals(c) : c->if_false.spared;
    s->events.made |= c->always.made;
    if (s->outcome.returned) {
        return;
    }
    s->outcome = (struct outcome){.node = call,
                                  .if_true = {c->if_true.made, before & c->if_true.spared},
                                  .if_false = {c->if_false.made, before & failed},
                                  .refuses = refuses,
                                  .plain = plainly_refuses(c)};
}

void events_keep_result(struct state *s, node_id value, uint32_t cell)
{
    if (value.i != 0 && s->outcome.node.i == value.i) {
        s->outcome.cell = cell;
    }
}

/* True if the expression is the call of the outcome, or where its result is kept. */
static bool is_outcome(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct outcome *outcome = &s->outcome;
    if (outcome->node.i == 0 || node.i == 0) {
        return false;
    }
    const struct node *n = &f->facts->nodes.at[node.i];
    if (n->kind == NODE_ASSIGN && n->op == NODE_OP_NONE) {
        node = f->facts->nodes.at[n->first.i].next;
        n = &f->facts->nodes.at[node.i];
    }
    if (node.i == outcome->node.i) {
        return true;
    }
    return n->kind == NODE_REF && outcome->cell != 0 && eval_place(e, f, s, node) == outcome->cell;
}

void events_keep_return(struct engine *e, struct frame *f, struct state *s, node_id value)
{
    s->outcome.returned = is_outcome(e, f, s, value);
}

void events_learn(struct engine *e, struct frame *f, struct state *s, node_id node, bool truth)
{
    if (s->dead || !is_outcome(e, f, s, node)) {
        return;
    }
    const struct happened *known = truth ? &s->outcome.if_true : &s->outcome.if_false;
    s->events.made |= known->made;
    s->events.spared |= known->spared;
}

static bool same_outcome(const struct outcome *a, const struct outcome *b)
{
    return a->node.i == b->node.i && a->cell == b->cell && a->if_true.made == b->if_true.made &&
           a->if_true.spared == b->if_true.spared && a->if_false.made == b->if_false.made &&
           a->if_false.spared == b->if_false.spared;
}

bool events_join(struct state *s, const struct state *other)
{
    struct happened before = s->events;
    s->events.made &= other->events.made;
    s->events.spared &= other->events.spared;
    bool forgets = s->outcome.node.i != 0 && !same_outcome(&s->outcome, &other->outcome);
    if (forgets) {
        s->outcome = (struct outcome){0};
    }
    return forgets || before.made != s->events.made || before.spared != s->events.spared;
}

static void intersect(struct happened *known, const struct happened *events, bool first)
{
    known->made = first ? events->made : known->made & events->made;
    known->spared = first ? events->spared : known->spared & events->spared;
}

/* Notes a return of nothing but 0; the block may be interpreted again when more ways lead to it. */
static void note_refusal(struct engine *e, struct context *context, const struct refusal *refusal)
{
    for (uint32_t i = 0; i < context->refusals.n; i++) {
        if (context->refusals.at[i].block == refusal->block) {
            context->refusals.at[i].spared &= refusal->spared;
            context->refusals.at[i].rare = refusal->rare == 0 ? 0 : context->refusals.at[i].rare;
            return;
        }
    }
    VEC_PUSH(e->arena, &context->refusals, *refusal);
}

/* What must have failed for the value to be 0 here; 0: nothing. */
static uint32_t rare_if_zero(const struct state *s, struct value value)
{
    bool usual = value_truth(value_usual(value)) == TRUTH_TRUE;
    return s->rare == 0 && usual ? value.rare : s->rare;
}

void events_at_return(struct engine *e, struct frame *f, struct state *s, const struct block *block,
                      struct value value)
{
    enum truth truth = value_truth(value);
    bool told = truth == TRUTH_UNKNOWN && is_outcome(e, f, s, block->node);
    struct happened yes = s->events;
    struct happened no = s->events;
    if (told) {
        yes.made |= s->outcome.if_true.made;
        yes.spared |= s->outcome.if_true.spared;
        no.made |= s->outcome.if_false.made;
        no.spared |= s->outcome.if_false.spared;
    }
    struct context *context = &e->contexts.at[f->context];
    intersect(&context->always, &s->events, !context->returns);
    if (truth != TRUTH_FALSE) {
        intersect(&context->if_true, &yes, !context->accepts);
        context->accepts = true;
    }
    if (truth != TRUTH_TRUE) {
        intersect(&context->if_false, &no, !context->fails);
        context->fails = true;
    }
    if (truth == TRUTH_FALSE || (told && s->outcome.refuses)) {
        bool plain = f->facts->nodes.at[block->node.i].kind == NODE_INT ||
                     (s->outcome.plain && is_outcome(e, f, s, block->node));
        struct refusal refusal = {f->block, block->statement, no.spared, rare_if_zero(s, value),
                                  plain};
        note_refusal(e, context, &refusal);
    }
}
