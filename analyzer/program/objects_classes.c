/*
 * objects_classes.c - which method does a virtual call run, if the objects are known?
 *
 * The class of an object is that of the variable, or of the constructor that `new` runs.  The
 * method is that of the class, else that of its nearest base.  One object whose class is not known
 * is enough to know nothing.
 */
#include <string.h>

#include "program/objects.h"

enum { MOST_CLASSES = 64 };

/* A piece of a text. */
struct name {
    const char *at;
    size_t len;
};

static bool same_name(struct name a, struct name b)
{
    return a.len == b.len && memcmp(a.at, b.at, a.len) == 0;
}

/* Where the last part of a qualified name begins. */
static const char *member_of(const char *qualified)
{
    const char *member = qualified;
    for (const char *p = qualified; (p = strstr(p, "::")) != NULL;) {
        p += 2;
        member = p;
    }
    return member;
}

/* The class in a member's qualified name; empty if there is none. */
static struct name class_of_member(const char *qualified)
{
    const char *member = member_of(qualified);
    return (struct name){qualified, member == qualified ? 0 : (size_t)(member - qualified) - 2};
}

static struct name class_of_allocated(const struct program *program, uint32_t unit, node_id node)
{
    const struct unit *facts = program->units.at[unit];
    const struct node *n = &facts->nodes.at[node.i];
    if (n->kind == NODE_CONSTRUCT) {
        return class_of_member(facts->symbols.at[n->sym.i].name);
    }
    for (node_id c = n->first; n->kind == NODE_NEW && c.i != 0; c = facts->nodes.at[c.i].next) {
        if (facts->nodes.at[c.i].kind == NODE_CONSTRUCT) {
            return class_of_member(facts->symbols.at[facts->nodes.at[c.i].sym.i].name);
        }
    }
    return (struct name){"", 0};
}

static struct name class_of_type(const char *type)
{
    const char *name = strncmp(type, "const ", 6) == 0 ? type + 6 : type;
    bool pointer = strpbrk(name, "*&(") != NULL;
    return (struct name){name, pointer ? 0 : strcspn(name, " [")};
}

/* The class of an object, and a unit that knows it. */
static struct name class_of(const struct objects *o, object_id id, uint32_t *unit)
{
    const struct object *object = &o->sets->objects.at[id.i];
    if (object->kind == OBJECT_ALLOCATED) {
        *unit = object->a;
        return class_of_allocated(o->program, object->a, (node_id){object->b});
    }
    if (object->kind == OBJECT_VARIABLE && object->type != NULL) {
        *unit = object->type_unit;
        return class_of_type(object->type);
    }
    return (struct name){"", 0};
}

static const struct record *find_record(const struct program *program, uint32_t unit,
                                        struct name name)
{
    char text[256];
    uint32_t index = 0;
    if (name.len >= sizeof text) {
        return NULL;
    }
    memcpy(text, name.at, name.len);
    text[name.len] = '\0';
    bool found = strmap_get(program->record_of[unit], text, &index);
    return found ? &program->units.at[unit]->records.at[index] : NULL;
}

/* The body of the method that stands in just this class. */
static fn_id method_in(const struct program *program, const struct virtual_call *call,
                       struct name class_name)
{
    fn_id own = program_body(program, call->unit, call->method);
    const char *method = program_symbol(program, call->unit, call->method)->name;
    if (own.i != 0 && same_name(class_of_member(method), class_name)) {
        return own;
    }
    uint32_t at = 0;
    (void)strmap_get(program->overridden_by, program_symbol(program, call->unit, call->method)->usr,
                     &at);
    for (; at != 0; at = program->overriders.at[at].next) {
        fn_id fn = program->overriders.at[at].fn;
        if (same_name(class_of_member(program->functions.at[fn.i].name), class_name)) {
            return fn;
        }
    }
    return (fn_id){0};
}

/* The method that the call runs for an object of a class: its own, or that of the nearest base. */
static fn_id method_of(struct objects *o, const struct virtual_call *call, struct name class_name,
                       uint32_t unit)
{
    struct name classes[MOST_CLASSES];
    uint32_t n = 0;
    classes[n++] = class_name;
    for (uint32_t i = 0; i < n; i++) {
        fn_id fn = method_in(o->program, call, classes[i]);
        if (fn.i != 0) {
            return fn;
        }
        const struct record *record = find_record(o->program, unit, classes[i]);
        for (uint32_t b = 0; record != NULL && b < record->bases.n && n < MOST_CLASSES; b++) {
            uint32_t base = 0;
            if (strmap_get(o->program->record_of[unit], record->bases.at[b], &base)) {
                const char *name = o->program->units.at[unit]->records.at[base].name;
                classes[n++] = (struct name){name, strlen(name)};
            }
        }
    }
    return (fn_id){0};
}

static void add_once(struct arena *arena, struct slot *slot, fn_id fn)
{
    for (uint32_t i = 0; i < slot->functions.n; i++) {
        if (slot->functions.at[i].i == fn.i) {
            return;
        }
    }
    VEC_PUSH(arena, &slot->functions, fn);
}

void keep_methods(struct objects *o, const struct virtual_call *call)
{
    const struct object_set *set = &o->sets->list.at[call->object.i];
    struct slot slot = {.name = program_symbol(o->program, call->unit, call->method)->name};
    for (uint32_t i = 0; i < set->members.n && !set->unknown; i++) {
        uint32_t unit = 0;
        struct name class_name = class_of(o, (object_id){set->members.at[i]}, &unit);
        fn_id fn = {0};
        if (class_name.len > 0) {
            fn = method_of(o, call, class_name, unit);
        }
        if (fn.i == 0) {
            return;
        }
        add_once(o->program->arena, &slot, fn);
    }
    if (slot.functions.n > 0) {
        *idmap_at(o->program->known_slots, call->unit + 1, call->callee.i) = o->program->slots.n;
        VEC_PUSH(o->program->arena, &o->program->slots, slot);
    }
}
