/*
 * objects_null.c - which fields and globals hold nothing but null?
 *
 * Those that code assigns, and in which no address was ever seen to be stored.  That is said of
 * pointers to structs only, as texts and numbers are no objects; of fields of structs that only
 * code of the module fills; and of modules of C whose units were all read.  Not of fields of a
 * struct that was copied, that code which is not seen gets or gives, or that is used as another
 * one: it may hold more.
 */
#include <string.h>

#include "base/text.h"
#include "program/objects.h"

static bool is_seen_whole(const struct program *program)
{
    bool whole = true;
    for (uint32_t u = 0; u < program->units.n && whole; u++) {
        const struct unit *unit = program->units.at[u];
        whole = unit->status == UNIT_COMPLETE && !unit->cplusplus;
    }
    return whole;
}

static bool points_to_struct(const struct symbol *symbol)
{
    uint32_t other = SYMBOL_RECORD_VALUE | SYMBOL_DLLEXPORT | SYMBOL_DLLIMPORT;
    const char *star = strchr(symbol->type, '*');
    return text_starts(symbol->type, "struct ") && star != NULL && star[1] == '\0' &&
           (symbol->flags & other) == 0;
}

static bool is_null(const struct objects *o, set_id set)
{
    const struct object_set *s = &o->sets->list.at[set.i];
    return set.i != SET_NOTHING && s->members.n == 0 && !s->unknown;
}

/* Forgets the fields of a struct. */
static void forget_record(struct objects *o, struct object_type type)
{
    for (uint32_t i = 0; type.record != NULL && i < type.record->fields.n; i++) {
        o->program->null_key[o->program->key_of[type.unit][type.record->fields.at[i].i]] = false;
    }
}

/* Forgets the structs that a function without a body deals with, as its type tells. */
static void forget_named(struct objects *o, uint32_t unit, const char *type)
{
    static const char word[] = "struct ";
    while ((type = strstr(type, word)) != NULL) {
        type += strlen(word);
        const char *name = arena_printf(o->arena, "%.*s", (int)strcspn(type, " *,()[]"), type);
        struct object_type named = {program_record(o->program, unit, name), unit};
        forget_record(o, named);
    }
}

static void forget_outside(struct objects *o)
{
    for (uint32_t u = 0; u < o->program->units.n; u++) {
        const struct unit *unit = o->program->units.at[u];
        for (uint32_t s = 1; s < unit->symbols.n; s++) {
            const struct symbol *symbol = &unit->symbols.at[s];
            if (symbol->kind <= SYMBOL_DESTRUCTOR && o->program->function_of[u][s].i == 0) {
                forget_named(o, u, symbol->type);
            }
        }
    }
}

/* True if the object has fields of another struct than its own. */
static bool is_another(const struct objects *o, const struct object *object)
{
    bool another = false;
    const struct record *own = object->type.record;
    for (uint32_t k = 0; k < object->fields.n && !another && own != NULL; k++) {
        const struct record *record = o->types[object->fields.at[k]].record;
        another = record != NULL && strcmp(record->name, own->name) != 0;
    }
    return another;
}

/* Forgets what an object has that unseen code knows, or that another is copied over. */
static void forget_object(struct objects *o, uint32_t i)
{
    const struct object *object = &o->sets->objects.at[i];
    bool clobbered = o->sets->list.at[idmap_get(o->sets->contents, i, 0)].unknown;
    bool whole = object->kind != OBJECT_PART && object->kind != OBJECT_PLACE;
    if (!object->copied && !(clobbered && whole) && !is_another(o, object)) {
        return;
    }
    forget_record(o, object->type);
    for (uint32_t k = 0; k < object->fields.n; k++) {
        forget_record(o, o->types[object->fields.at[k]]);
    }
}

static void find_fields(struct objects *o)
{
    for (uint32_t u = 0; u < o->program->units.n; u++) {
        const struct unit *unit = o->program->units.at[u];
        for (uint32_t s = 1; s < unit->symbols.n; s++) {
            uint32_t key = o->program->key_of[u][s];
            bool own = unit->symbols.at[s].kind == SYMBOL_FIELD && o->sets->own[key];
            if (own && !o->types[key].record->is_union && o->assigned[key] &&
                points_to_struct(&unit->symbols.at[s])) {
                set_id content = o->sets->own_contents[key];
                o->program->null_key[key] = content.i == 0 || is_null(o, content);
            }
        }
    }
}

static void find_globals(struct objects *o)
{
    for (uint32_t u = 0; u < o->program->units.n; u++) {
        const struct unit *unit = o->program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            const struct symbol *symbol = &unit->symbols.at[unit->globals.at[g].sym.i];
            uint32_t key = o->program->key_of[u][unit->globals.at[g].sym.i];
            uint32_t object = idmap_get(o->sets->object_ids[OBJECT_VARIABLE], 0, key);
            uint32_t set = idmap_get(o->sets->contents, object, 0);
            if (object != 0 && o->defined[key] && points_to_struct(symbol)) {
                o->program->null_key[key] = o->assigned[key] && is_null(o, (set_id){set});
            }
        }
    }
}

void find_null_keys(struct objects *o)
{
    o->program->null_key = ARENA_NEW_N(o->program->arena, bool, o->program->key_names.n);
    if (!is_seen_whole(o->program)) {
        return;
    }
    find_fields(o);
    forget_outside(o);
    for (uint32_t i = 1; i < o->sets->objects.n; i++) {
        forget_object(o, i);
    }
    find_globals(o);
}
