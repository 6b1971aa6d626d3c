/*
 * sets.c - what can the sets hold?  Inclusion-based, with a limit.
 *
 * A worklist: when a set grows, its members flow on, and each new member is put to the set's uses,
 * which may add flows.  A set holds at most MOST_MEMBERS objects, then it is unknown, so the work
 * is bounded by the number of flows.
 *
 * What a field holds is kept for each part of an object by itself.  Structs are cast to their first
 * member and back, so a pointer to the whole sees what was stored through all parts, and a pointer
 * to a part what was stored through the whole.  What was stored through pointers of unknown origin
 * may be in every object that is not constant, except those that unseen callers handed over.
 *
 * Of an object that unseen code hands over, or that a pointer of unknown origin leads to, or that
 * is copied, the fields of structs that are the module's own hold what its code ever stored in that
 * field of any object: what `impl_from_IFoo(this)->child` holds in a method.
 *
 * A field of a known object in which nothing was ever seen to be stored was filled in a way that is
 * not followed (memcpy, another unit); then it is taken from the field of that name in the same
 * part (a struct cast to one that begins alike), else the result is unknown.  As that adds to sets,
 * all is solved again.  Fields that no code stores to at all come first: what follows from them may
 * fill others, through a call whose callee was not found before.
 */
#include "program/sets.h"

#include <string.h>

enum { MOST_MEMBERS = 16, MOST_ROUNDS = 8 };

static struct object *object_at(const struct sets *sets, object_id object)
{
    return &sets->objects.at[object.i];
}

object_id sets_object(struct sets *sets, enum object_kind kind, uint32_t a, uint32_t b)
{
    uint32_t *known = idmap_at(sets->object_ids[kind], a, b);
    if (*known == 0) {
        *known = sets->objects.n;
        VEC_PUSH(sets->arena, &sets->objects, ((struct object){.kind = kind, .a = a, .b = b}));
    }
    return (object_id){*known};
}

object_id sets_whole(const struct sets *sets, object_id object)
{
    const struct object *o = object_at(sets, object);
    while (o->kind == OBJECT_PART || o->kind == OBJECT_PLACE) {
        object.i = o->a;
        o = object_at(sets, object);
    }
    return object;
}

set_id sets_new(struct sets *sets)
{
    VEC_PUSH(sets->arena, &sets->list, ((struct object_set){0}));
    return (set_id){sets->list.n - 1};
}

static void enqueue(struct sets *sets, set_id set)
{
    if (!sets->list.at[set.i].queued) {
        sets->list.at[set.i].queued = true;
        VEC_PUSH(sets->arena, &sets->work, set.i);
    }
}

void sets_add_unknown(struct sets *sets, set_id set)
{
    if (set.i > SET_UNKNOWN && !sets->list.at[set.i].unknown) {
        sets->list.at[set.i].unknown = true;
        enqueue(sets, set);
    }
}

void sets_add(struct sets *sets, set_id set, object_id object)
{
    struct object_set *s = &sets->list.at[set.i];
    if (set.i <= SET_UNKNOWN) {
        return;
    }
    for (uint32_t i = 0; i < s->members.n; i++) {
        if (s->members.at[i] == object.i) {
            return;
        }
    }
    if (s->members.n >= MOST_MEMBERS) {
        sets_add_unknown(sets, set);
        return;
    }
    VEC_PUSH(sets->arena, &s->members, object.i);
    enqueue(sets, set);
}

static void include(struct sets *sets, set_id from, set_id to)
{
    for (uint32_t i = 0; i < sets->list.at[from.i].members.n; i++) {
        sets_add(sets, to, (object_id){sets->list.at[from.i].members.at[i]});
    }
    if (sets->list.at[from.i].unknown) {
        sets_add_unknown(sets, to);
    }
}

void sets_flow(struct sets *sets, set_id from, set_id to)
{
    if (from.i == SET_NOTHING || to.i <= SET_UNKNOWN || from.i == to.i) {
        return;
    }
    sets->list.at[to.i].fed = true;
    if (from.i == SET_UNKNOWN) {
        sets_add_unknown(sets, to);
        return;
    }
    uint32_t *edge = idmap_at(sets->edges, from.i, to.i);
    if (*edge == 0) {
        *edge = 1;
        VEC_PUSH(sets->arena, &sets->list.at[from.i].flows, to.i);
        include(sets, from, to);
    }
}

/* The set of everything in a field of a whole object or one of its parts. */
static set_id all_content(struct sets *sets, object_id whole, uint32_t key)
{
    uint32_t set = idmap_get(sets->all_contents, whole.i, key);
    if (set == 0) {
        set = sets_new(sets).i;
        *idmap_at(sets->all_contents, whole.i, key) = set;
        VEC_PUSH(sets->arena, &object_at(sets, whole)->fields, key);
    }
    return (set_id){set};
}

/* What is stored in a field of one's own, whatever the object. */
static set_id own_content(struct sets *sets, uint32_t key)
{
    if (sets->own_contents[key].i == 0) {
        sets->own_contents[key] = sets_new(sets);
    }
    return sets->own_contents[key];
}

/* The same for a field of a struct that is itself such a field. */
static set_id own_part_content(struct sets *sets, uint32_t part, uint32_t key)
{
    uint32_t *set = idmap_at(sets->own_parts, part, key);
    if (*set == 0) {
        *set = sets_new(sets).i;
    }
    return (set_id){*set};
}

void sets_open_field(struct sets *sets, uint32_t key)
{
    sets_add_unknown(sets, own_content(sets, key));
}

/* The set of all that a field holds in objects that are not told apart, or copied over each other;
 * 0: it may hold anything. */
static set_id common_content(struct sets *sets, object_id object, uint32_t key)
{
    const struct object *o = object_at(sets, object);
    const struct object *whole = object_at(sets, sets_whole(sets, object));
    if (whole->kind != OBJECT_HANDED && whole->kind != OBJECT_UNSEEN && !whole->copied) {
        return (set_id){0};
    }
    if (sets->own[key]) {
        return own_content(sets, key);
    }
    bool part = o->kind == OBJECT_PART && sets->own[o->b];
    return part ? own_part_content(sets, o->b, key) : (set_id){0};
}

/* A pointer in an object is a field of it. */
static void name_field(const struct sets *sets, object_id *object, uint32_t *key)
{
    const struct object *o = object_at(sets, *object);
    if (o->kind == OBJECT_PLACE) {
        *key = *key == 0 ? o->b : *key;
        object->i = o->a;
    }
}

set_id sets_content(struct sets *sets, object_id object, uint32_t key)
{
    name_field(sets, &object, &key);
    uint32_t set = idmap_get(sets->contents, object.i, key);
    if (set == 0) {
        set = sets_new(sets).i;
        *idmap_at(sets->contents, object.i, key) = set;
        const struct object *o = object_at(sets, object);
        if (o->kind == OBJECT_PART && sets->own[o->b]) {
            sets_flow(sets, (set_id){set}, own_part_content(sets, o->b, key));
        }
        if (sets->own[key]) {
            sets_flow(sets, (set_id){set}, own_content(sets, key));
        }
        if (key != 0) {
            set_id all = all_content(sets, sets_whole(sets, object), key);
            sets_flow(sets, (set_id){set}, all);
        }
    }
    return (set_id){set};
}

static bool is_code(const struct object *object)
{
    return object->kind == OBJECT_FUNCTION || object->kind == OBJECT_EXTERNAL;
}

static void load(struct sets *sets, object_id object, uint32_t key, set_id to)
{
    const struct object *o = object_at(sets, object);
    if (is_code(o)) {
        if (key == 0) {
            sets_add(sets, to, object); /* a function is its own address */
        }
        return;
    }
    name_field(sets, &object, &key);
    object_id whole = sets_whole(sets, object);
    if (key == 0) {
        sets_flow(sets, sets_content(sets, object, 0), to);
        return;
    }
    sets_flow(sets, common_content(sets, object, key), to);
    if (whole.i == object.i) {
        sets_flow(sets, all_content(sets, whole, key), to);
    } else {
        sets_flow(sets, sets_content(sets, object, key), to);
        sets_flow(sets, sets_content(sets, whole, key), to);
    }
    o = object_at(sets, whole);
    if (!o->constant && o->kind != OBJECT_HANDED) {
        sets_flow(sets, sets_content(sets, (object_id){OBJECT_OUTSIDE}, key), to);
    }
}

static void store(struct sets *sets, object_id object, uint32_t key, set_id from)
{
    if (is_code(object_at(sets, object))) {
        return;
    }
    name_field(sets, &object, &key);
    sets_flow(sets, from, sets_content(sets, object, key));
    enum object_kind kind = object_at(sets, sets_whole(sets, object))->kind;
    if ((kind == OBJECT_HANDED || kind == OBJECT_UNSEEN) && key != 0) {
        sets_flow(sets, from, sets_content(sets, (object_id){OBJECT_OUTSIDE}, key));
    }
}

/* Adds a part of an object: a struct in it, or a pointer in it. */
static void add_part(struct sets *sets, object_id object, const struct use *use)
{
    const struct object *o = object_at(sets, object);
    if (is_code(o)) {
        return;
    }
    if (o->kind == OBJECT_PLACE) {
        object.i = o->a;
    }
    bool place = use->kind == USE_PLACE;
    object_id of = place ? object : sets_whole(sets, object);
    if (sets->own[use->key] && object_at(sets, of)->kind == OBJECT_HANDED) {
        of.i = OBJECT_OUTSIDE; /* their own fields are not told apart */
    }
    object_id part = sets_object(sets, place ? OBJECT_PLACE : OBJECT_PART, of.i, use->key);
    sets_add(sets, (set_id){use->other}, part);
}

/* True if the object may have the field that is used, as the types tell. */
static bool has_field(struct sets *sets, object_id object, const struct use *use)
{
    bool field = use->kind <= USE_PLACE && use->kind != USE_CONTAINER && sets->own[use->key];
    return !field || sets->fits(sets->fits_data, sets_whole(sets, object), use->key);
}

static void apply(struct sets *sets, object_id object, const struct use *use)
{
    set_id other = {use->other};
    if (!has_field(sets, object, use)) {
        return;
    }
    switch (use->kind) {
    case USE_LOAD:
        load(sets, object, use->key, other);
        break;
    case USE_STORE:
        store(sets, object, use->key, other);
        break;
    case USE_PART:
    case USE_PLACE:
        add_part(sets, object, use);
        break;
    case USE_CONTAINER:
        sets_add(sets, other, sets_whole(sets, object));
        break;
    case USE_COPIED:
        object_at(sets, sets_whole(sets, object))->copied = true;
        break;
    case USE_CLOBBER:
        store(sets, object, 0, (set_id){SET_UNKNOWN});
        break;
    case USE_CALL:
        sets->call(sets->call_data, use->other, object);
        break;
    }
}

/* A field of one's own of whatever a pointer of unknown origin leads to; false: it is none. */
static bool use_own_field(struct sets *sets, const struct use *use)
{
    bool takes = use->kind == USE_LOAD || use->kind == USE_PART || use->kind == USE_PLACE;
    if (!takes || !sets->own[use->key]) {
        return false;
    }
    if (use->kind == USE_LOAD) {
        sets_flow(sets, own_content(sets, use->key), (set_id){use->other});
    } else {
        add_part(sets, (object_id){OBJECT_OUTSIDE}, use);
    }
    return true;
}

static void apply_unknown(struct sets *sets, const struct use *use)
{
    set_id other = {use->other};
    if (use_own_field(sets, use)) {
        return;
    }
    switch (use->kind) {
    case USE_STORE:
        if (use->key != 0) {
            sets_flow(sets, other, sets_content(sets, (object_id){OBJECT_OUTSIDE}, use->key));
        }
        break;
    case USE_CALL:
        sets->call_unknown(sets->call_data, use->other);
        break;
    case USE_COPIED:
    case USE_CLOBBER:
        break;
    default:
        sets_add_unknown(sets, other);
        break;
    }
}

void sets_use(struct sets *sets, set_id base, enum use_kind kind, uint32_t key, uint32_t other)
{
    bool stores_nothing = kind == USE_STORE && other == SET_NOTHING;
    if (base.i == SET_NOTHING || stores_nothing) {
        return;
    }
    struct use use = {kind, other, key};
    sets->stored[key] |= kind == USE_STORE || kind == USE_PLACE;
    if (base.i == SET_UNKNOWN) {
        apply_unknown(sets, &use);
        if (kind == USE_LOAD && sets->own[key]) {
            VEC_PUSH(sets->arena, &sets->list.at[base.i].uses, use); /* for check_unknown_load() */
        }
        return;
    }
    VEC_PUSH(sets->arena, &sets->list.at[base.i].uses, use);
    for (uint32_t m = 0; m < sets->list.at[base.i].done; m++) {
        apply(sets, (object_id){sets->list.at[base.i].members.at[m]}, &use);
    }
    if (sets->list.at[base.i].unknown_done) {
        apply_unknown(sets, &use);
    }
}

static void visit(struct sets *sets, set_id id)
{
    for (uint32_t i = 0; i < sets->list.at[id.i].flows.n; i++) {
        include(sets, id, (set_id){sets->list.at[id.i].flows.at[i]});
    }
    uint32_t from = sets->list.at[id.i].done;
    uint32_t to = sets->list.at[id.i].members.n;
    bool unknown = sets->list.at[id.i].unknown && !sets->list.at[id.i].unknown_done;
    sets->list.at[id.i].done = to;
    sets->list.at[id.i].unknown_done = sets->list.at[id.i].unknown;
    for (uint32_t u = 0; u < sets->list.at[id.i].uses.n; u++) {
        struct use use = sets->list.at[id.i].uses.at[u];
        for (uint32_t m = from; m < to; m++) {
            apply(sets, (object_id){sets->list.at[id.i].members.at[m]}, &use);
        }
        if (unknown) {
            apply_unknown(sets, &use);
        }
    }
}

void sets_propagate(struct sets *sets)
{
    while (sets->work.n > 0) {
        set_id set = {sets->work.at[--sets->work.n]};
        sets->list.at[set.i].queued = false;
        visit(sets, set);
    }
}

/* ---- fields that nothing was stored to ---- */

static bool is_empty(const struct sets *sets, set_id set)
{
    return sets->list.at[set.i].members.n == 0 && !sets->list.at[set.i].unknown;
}

static const char *member_name(const char *qualified)
{
    const char *last = strrchr(qualified, ':');
    return last == NULL ? qualified : last + 1;
}

/* Takes a field from one of the same name in the same part of the object. */
static bool take_namesake(struct sets *sets, object_id object, uint32_t key, set_id to)
{
    bool found = false;
    object_id whole = sets_whole(sets, object);
    const char *name = member_name(sets->key_names[key]);
    for (uint32_t i = 0; i < object_at(sets, whole)->fields.n; i++) {
        uint32_t other = object_at(sets, whole)->fields.at[i];
        set_id content = {idmap_get(sets->contents, object.i, other)};
        bool same = other != key && strcmp(member_name(sets->key_names[other]), name) == 0;
        if (same && !is_empty(sets, content)) {
            sets_flow(sets, content, to);
            found = true;
        }
    }
    return found;
}

static void check_load(struct sets *sets, object_id object, const struct use *use)
{
    uint32_t key = use->key;
    name_field(sets, &object, &key);
    object_id whole = sets_whole(sets, object);
    const struct object *o = object_at(sets, whole);
    bool handed = key == 0 && object_at(sets, object)->kind == OBJECT_HANDED;
    if (handed && is_empty(sets, (set_id){idmap_get(sets->contents, object.i, 0)})) {
        sets_add_unknown(sets, (set_id){use->other}); /* an element of somebody else's array */
        return;
    }
    if (is_code(o) || key == 0 || !has_field(sets, object, use)) {
        return;
    }
    set_id common = common_content(sets, object, key);
    if (!is_empty(sets, common)) {
        sets_flow(sets, common, (set_id){use->other});
        return;
    }
    set_id own = {idmap_get(sets->contents, object.i, key)};
    set_id through_whole = {idmap_get(sets->contents, whole.i, key)};
    if (whole.i == object.i) {
        own.i = idmap_get(sets->all_contents, whole.i, key);
    }
    set_id outside = {idmap_get(sets->contents, OBJECT_OUTSIDE, key)};
    bool elsewhere = sets->own[key] && !is_empty(sets, outside);
    bool empty = o->copied || (is_empty(sets, own) && is_empty(sets, through_whole) && !elsewhere);
    if (empty && !take_namesake(sets, object, key, (set_id){use->other}) && !o->constant) {
        sets_add_unknown(sets, (set_id){use->other});
    }
}

/* The same for a pointer of unknown origin. */
static void check_unknown_load(struct sets *sets, const struct use *use)
{
    if (use->kind == USE_LOAD && sets->own[use->key] &&
        is_empty(sets, own_content(sets, use->key))) {
        sets_add_unknown(sets, (set_id){use->other});
    }
}

/* Those of fields that something is stored to only if `all`. */
static void check_loads(struct sets *sets, bool all)
{
    uint32_t n = sets->list.n;
    for (uint32_t s = SET_UNKNOWN; s < n; s++) {
        for (uint32_t u = 0; u < sets->list.at[s].uses.n; u++) {
            struct use use = sets->list.at[s].uses.at[u];
            if (sets->stored[use.key] && !all) {
                continue;
            }
            if (sets->list.at[s].unknown) {
                check_unknown_load(sets, &use);
            }
            for (uint32_t m = 0; use.kind == USE_LOAD && m < sets->list.at[s].members.n; m++) {
                check_load(sets, (object_id){sets->list.at[s].members.at[m]}, &use);
            }
        }
    }
}

void sets_solve(struct sets *sets)
{
    sets_propagate(sets);
    check_loads(sets, false);
    sets_propagate(sets);
    for (uint32_t round = 0; round < MOST_ROUNDS; round++) {
        check_loads(sets, true);
        if (sets->work.n == 0) {
            break;
        }
        sets_propagate(sets);
    }
}

struct sets *sets_create(struct arena *arena, const char *const *key_names, const bool *own,
                         uint32_t n_keys)
{
    struct sets *sets = ARENA_NEW(arena, struct sets);
    sets->arena = arena;
    sets->key_names = key_names;
    sets->own = own;
    sets->stored = ARENA_NEW_N(arena, bool, n_keys);
    sets->own_contents = ARENA_NEW_N(arena, set_id, n_keys);
    sets->own_parts = idmap_create(arena);
    for (int kind = 0; kind < OBJECT_KINDS; kind++) {
        sets->object_ids[kind] = idmap_create(arena);
    }
    sets->contents = idmap_create(arena);
    sets->all_contents = idmap_create(arena);
    sets->edges = idmap_create(arena);
    VEC_PUSH(arena, &sets->objects, ((struct object){0}));
    VEC_PUSH(arena, &sets->objects, ((struct object){.kind = OBJECT_UNSEEN}));
    (void)sets_new(sets);
    (void)sets_new(sets);
    sets->list.at[SET_UNKNOWN].unknown = true;
    return sets;
}
