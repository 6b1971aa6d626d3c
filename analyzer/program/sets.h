/*
 * sets.h - sets of abstract objects, and what flows between them; shared by files of program/.
 *
 * An abstract *object* stands for one variable, all objects that one call allocates, a part of
 * either, a function, or what an unseen caller hands over.  A *set* is what one place (a variable,
 * a field of an object, an expression) can point to.  The collection (objects.c) makes sets and
 * says how they depend on each other; sets_solve() finds what they hold.  A set that may hold
 * something else, or too much, is *unknown*: nothing may be concluded from it.
 */
#ifndef DLL_PROGRAM_SETS_H
#define DLL_PROGRAM_SETS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"
#include "facts/facts.h"
#include "program/idmap.h"

typedef struct {
    uint32_t i;
} set_id; /* index into sets.list; SET_NOTHING, SET_UNKNOWN */

typedef struct {
    uint32_t i;
} object_id; /* index into sets.objects; OBJECT_OUTSIDE */

enum { SET_NOTHING, SET_UNKNOWN, OBJECT_OUTSIDE = 1 };

enum object_kind {
    OBJECT_NONE,
    OBJECT_UNSEEN,    /* whatever pointers of unknown origin lead to */
    OBJECT_VARIABLE,  /* a = unit + 1 (0: known by key), b = symbol or key */
    OBJECT_ALLOCATED, /* a = unit, b = node: what this call makes */
    OBJECT_HANDED,    /* a = unit, b = symbol: what unseen callers hand over as this parameter */
    OBJECT_PART,      /* a = whole object, b = key: a struct within it */
    OBJECT_PLACE,     /* a = object, b = key: a field of it that is itself a pointer */
    OBJECT_FUNCTION,  /* b = fn_id */
    OBJECT_EXTERNAL,  /* a = unit, b = symbol of a function without a body */
    OBJECT_KINDS
};

/* A struct; record NULL: not known. */
struct object_type {
    const struct record *record;
    uint32_t unit;
};

/* One abstract object. */
struct object {
    enum object_kind kind;
    uint32_t a, b;
    bool constant; /* nothing changes it after its initialiser, and what that omits is null */
    bool copied;   /* another object is copied over it: its fields may hold more than is seen */
    struct object_type type; /* of a whole object */
    bool typed;              /* its type was looked for */
    VEC(uint32_t) fields;    /* keys that something was stored to, by itself or through a part */
};

enum use_kind {
    USE_LOAD,      /* `other` gets what field `key` of each member holds */
    USE_STORE,     /* field `key` of each member gets what `other` holds */
    USE_PART,      /* `other` gets the struct `key` within each member */
    USE_PLACE,     /* `other` gets the address of the pointer field `key` of each member */
    USE_CONTAINER, /* `other` gets the whole that each member is a part of */
    USE_COPIED,    /* another object is copied over each member */
    USE_CLOBBER,   /* code that is not seen may store to what each member points to */
    USE_CALL,      /* each member is called; `other` is the number of the call */
};

/* What happens with each member of a set. */
struct use {
    enum use_kind kind;
    uint32_t other; /* a set, or the number of a call */
    uint32_t key;   /* of a field; 0: what a pointer to a pointer points to, elements of arrays */
};

/* What one place can point to. */
struct object_set {
    VEC(uint32_t) members; /* in the order in which they were found */
    VEC(uint32_t) flows;   /* sets that hold all that this one holds */
    VEC(struct use) uses;
    uint32_t done; /* members that the uses were applied to */
    bool unknown, unknown_done, queued;
    bool fed; /* another set flows into it */
};

/* All objects and sets of a module. */
struct sets {
    struct arena *arena;
    VEC(struct object) objects;  /* [0] is a dummy, [1] the unseen */
    VEC(struct object_set) list; /* [0] is empty for ever, [1] unknown */
    struct idmap *object_ids[OBJECT_KINDS];
    struct idmap *contents;     /* (object, key) -> set of what is stored there */
    struct idmap *all_contents; /* (whole object, key) -> the same, including its parts */
    struct idmap *edges;        /* (from, to) -> 1 */
    VEC(uint32_t) work;
    const bool *own;              /* [key]: a field that only code of the module fills */
    bool *stored;                 /* [key]: something is stored to it, or its address is taken */
    set_id *own_contents;         /* [key]: what is stored in an own field of any object; 0: none */
    struct idmap *own_parts;      /* (own field that is a struct, key) -> the same for its fields */
    const char *const *key_names; /* by key */
    void (*call)(void *, uint32_t call, object_id callee); /* a member of a USE_CALL was found */
    void (*call_unknown)(void *, uint32_t call);           /* and there may be others */
    void *call_data;
    bool (*fits)(void *, object_id whole, uint32_t key); /* may it have the own field? */
    void *fits_data;
};

/* Returns empty sets; `key_names` are for fields of one name in structs that begin alike, `own` are
 * the fields that only code of the module fills. */
struct sets *sets_create(struct arena *arena, const char *const *key_names, const bool *own,
                         uint32_t n_keys);

/* Returns the object, made when first asked for. */
object_id sets_object(struct sets *sets, enum object_kind kind, uint32_t a, uint32_t b);

/* Returns the whole that an object is a part of: itself if it is none. */
object_id sets_whole(const struct sets *sets, object_id object);

/* Returns a new empty set. */
set_id sets_new(struct sets *sets);

/* Returns the set of what is stored in a field of an object. */
set_id sets_content(struct sets *sets, object_id object, uint32_t key);

/* Says that code outside the module may fill an own field, too. */
void sets_open_field(struct sets *sets, uint32_t key);

/* Puts an object into a set. */
void sets_add(struct sets *sets, set_id set, object_id object);

/* Marks a set as one that may hold anything. */
void sets_add_unknown(struct sets *sets, set_id set);

/* Lets everything in `from` be in `to`, too. */
void sets_flow(struct sets *sets, set_id from, set_id to);

/* Adds a use of a set's members. */
void sets_use(struct sets *sets, set_id base, enum use_kind kind, uint32_t key, uint32_t other);

/* Finds what all sets hold by what is stored, and no more. */
void sets_propagate(struct sets *sets);

/* Finds what all sets hold. */
void sets_solve(struct sets *sets);

#endif
