/*
 * objects_made.c - which expressions lead to nothing but objects of one sort?
 *
 * Packs have a word for objects of COM whose calls are no risk, and ask for it where a method is
 * called.  Such an object is stored where the API that makes it is told to; then it flows like any
 * other.  An expression has the word if all that it can lead to was seen to be made by such APIs.
 * What is asked is the object of a call through a table, and what a forwarder to one is handed.
 */
#include <string.h>

#include "program/objects.h"

static const struct node *node_at(const struct objects *o, uint32_t unit, node_id node)
{
    return program_node(o->program, unit, node);
}

node_id read_made_object(struct objects *o, uint32_t unit, node_id call, const struct api *api)
{
    if (!api_makes_object(api) || !api->has_out) {
        return (node_id){0};
    }
    node_id out = program_argument(o->program->units.at[unit], call, api->out);
    object_id made = sets_object(o->sets, OBJECT_ALLOCATED, unit, call.i);
    sets_use(o->sets, value_set(o, unit, out), USE_STORE, 0, single_set(o, made).i);
    return out;
}

/* The expression for the object of a call through a table, or through a function that is one; 0:
 * packs do not ask what made it. */
static node_id object_called(const struct objects *o, uint32_t unit, node_id call)
{
    const struct node *callee = node_at(o, unit, node_at(o, unit, call)->first);
    fn_id forwarder = forwarder_called(o, unit, call);
    uint32_t of = unit;
    if (forwarder.i != 0) {
        of = o->program->functions.at[forwarder.i].unit;
        callee = node_at(o, of, node_at(o, of, o->forwards[forwarder.i])->first);
    }
    if (callee->kind != NODE_FIELD || callee->sym.i == 0) {
        return (node_id){0};
    }
    struct known_api known = program_api(o->program, of, callee->sym);
    if (!api_asks_for_object(known.first, known.n)) {
        return (node_id){0};
    }
    bool field = program_symbol(o->program, of, callee->sym)->kind == SYMBOL_FIELD;
    return field ? program_argument(o->program->units.at[unit], call, 0) : callee->first;
}

void ask_for_object(struct objects *o, uint32_t unit, node_id call)
{
    node_id object = object_called(o, unit, call);
    uint8_t kind = node_at(o, unit, object)->kind;
    if (kind == NODE_REF || kind == NODE_FIELD || kind == NODE_INDEX) {
        set_id set = value_set(o, unit, object);
        VEC_PUSH(o->arena, &o->asked_objects, ((struct asked){unit, object, set}));
    }
}

/* The word for what all members are, NULL: they differ, or there is none. */
static const char *word_of(const struct objects *o, const struct object_set *set)
{
    const char *word = NULL;
    for (uint32_t i = 0; i < set->members.n; i++) {
        const struct object *object = &o->sets->objects.at[set->members.at[i]];
        const struct api *api = NULL;
        if (object->kind == OBJECT_ALLOCATED) {
            api = program_call_api(o->program, object->a, (node_id){object->b});
        }
        if (api == NULL || (word != NULL && strcmp(word, api->returns) != 0)) {
            return NULL;
        }
        word = api->returns;
    }
    return set->unknown ? NULL : word;
}

/* True if unseen callers handed over all of them. */
static bool is_handed(const struct objects *o, const struct object_set *set)
{
    bool handed = set->members.n > 0 && !set->unknown;
    for (uint32_t i = 0; i < set->members.n && handed; i++) {
        handed = o->sets->objects.at[set->members.at[i]].kind == OBJECT_HANDED;
    }
    return handed;
}

void keep_object_words(struct objects *o)
{
    for (uint32_t i = 0; i < o->asked_objects.n; i++) {
        const struct asked *asked = &o->asked_objects.at[i];
        const struct object_set *set = &o->sets->list.at[asked->set.i];
        const char *word = word_of(o, set);
        if (word != NULL || is_handed(o, set)) {
            *idmap_at(o->program->known_origins, asked->unit + 1, asked->node.i) =
                o->program->slots.n;
            VEC_PUSH(o->program->arena, &o->program->slots, ((struct slot){.origin = word}));
        }
    }
}
