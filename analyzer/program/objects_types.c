/*
 * objects_types.c - can an object have a field?
 *
 * The type of a new object is that of the variable or field which gets its address first
 * (`struct reader *r = malloc(...)`), that of a variable its own.  Lists and queues mix objects of
 * all types; code that takes one out has the type that it put in.  So a pointer to an object that
 * cannot have the field does not lead there.  It can if one struct is a part of the other, or the
 * two begin alike up to the field.  Only structs of C that are the module's own count.
 */
#include <string.h>

#include "base/text.h"
#include "program/objects.h"

enum { MOST_DEPTH = 8 };

static const struct unit *unit_at(const struct objects *o, uint32_t unit)
{
    return o->program->units.at[unit];
}

/* The name in a type, from the end of its qualifiers to the first character of `ends`. */
static const char *name_in(struct arena *arena, const char *type, const char *ends)
{
    static const char *const words[] = {"const ", "volatile ", "struct ", "class ", "union "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        if (text_starts(type, words[i])) {
            type += strlen(words[i]);
        }
    }
    size_t len = strcspn(type, ends);
    while (len > 0 && type[len - 1] == ' ') {
        len--;
    }
    return arena_printf(arena, "%.*s", (int)len, type);
}

const char *pointee(struct arena *arena, const char *type)
{
    const char *star = strchr(type, '*');
    return star == NULL || star == strrchr(type, '*') ? name_in(arena, type, "<*&") : "";
}

static void set_type(struct objects *o, object_id object, uint32_t unit, const char *name)
{
    struct object *typed = &o->sets->objects.at[object.i];
    if (typed->typed || unit_at(o, unit)->cplusplus) {
        return;
    }
    typed->typed = true;
    const struct record *record = program_record(o->program, unit, name);
    typed->type = (struct object_type){record, unit};
    if (record != NULL && record->fields.n > 0) {
        o->made[o->program->key_of[unit][record->fields.at[0].i]] = true;
    }
}

void type_variable(struct objects *o, object_id object, uint32_t unit, const struct symbol *symbol)
{
    if (!o->sets->objects.at[object.i].typed && symbol_is_object(symbol)) {
        set_type(o, object, unit, name_in(o->arena, symbol->type, "["));
    }
}

void type_allocated(struct objects *o, uint32_t unit, const struct symbol *target, set_id value)
{
    const struct object_set *set = &o->sets->list.at[value.i];
    if (set->members.n == 1 && target->type[0] != '\0') {
        object_id object = {set->members.at[0]};
        const struct object *made = &o->sets->objects.at[object.i];
        if (made->kind == OBJECT_ALLOCATED && !made->typed) {
            set_type(o, object, unit, pointee(o->arena, target->type));
        }
    }
}

/* True if the struct, or one within it, has the name. */
static bool holds(const struct objects *o, struct object_type type, const char *name, int depth)
{
    if (type.record == NULL || depth > MOST_DEPTH || strcmp(type.record->name, name) == 0) {
        return type.record != NULL;
    }
    bool found = false;
    for (uint32_t i = 0; i < type.record->fields.n && !found; i++) {
        const char *field = unit_at(o, type.unit)->symbols.at[type.record->fields.at[i].i].type;
        const char *part = strchr(field, '*') != NULL ? "" : name_in(o->arena, field, "[");
        struct object_type inner = {program_record(o->program, type.unit, part), type.unit};
        found = strchr(part, '(') != NULL || holds(o, inner, name, depth + 1);
    }
    return found;
}

/* True if the first field is a struct of that name. */
static bool begins_with(const struct objects *o, struct object_type type, const char *name)
{
    sym_id first = type.record->fields.at[0];
    const char *field = unit_at(o, type.unit)->symbols.at[first.i].type;
    return strchr(field, '*') == NULL && strcmp(name_in(o->arena, field, "["), name) == 0;
}

/* True if both structs have the same fields up to this one. */
static bool begin_alike(const struct objects *o, struct object_type a, struct object_type b,
                        uint32_t key)
{
    for (uint32_t i = 0; i < a.record->fields.n && i < b.record->fields.n; i++) {
        sym_id field = b.record->fields.at[i];
        const struct symbol *x = &unit_at(o, a.unit)->symbols.at[a.record->fields.at[i].i];
        const struct symbol *y = &unit_at(o, b.unit)->symbols.at[field.i];
        if (strcmp(program_member_name(x->name), program_member_name(y->name)) != 0 ||
            strcmp(x->type, y->type) != 0) {
            return false;
        }
        if (o->program->key_of[b.unit][field.i] == key) {
            return true;
        }
    }
    return false;
}

bool object_fits(void *data, object_id object, uint32_t key)
{
    const struct objects *o = data;
    bool made = o->sets->objects.at[object.i].kind == OBJECT_ALLOCATED;
    struct object_type has = o->sets->objects.at[object.i].type;
    struct object_type wanted = o->types[key];
    if (has.record == NULL || wanted.record == NULL) {
        return true;
    }
    uint32_t *known = idmap_at(o->fits, object.i, key);
    if (*known == 0) {
        bool fits =
            strchr(wanted.record->name, '(') != NULL || holds(o, has, wanted.record->name, 0) ||
            (made && begins_with(o, wanted, has.record->name)) || begin_alike(o, has, wanted, key);
        *known = fits ? 1 : 2;
    }
    return *known == 1;
}
