/*
 * objects_classes.c - which method does a virtual call run, if the objects are known?
 *
 * The class of an object is that of the variable, or of what `new` makes.  One object whose class
 * is not known is enough to know nothing.
 */
#include "program/objects.h"

static uint32_t class_of_allocated(const struct program *program, uint32_t unit, node_id node)
{
    const struct node *n = program_node(program, unit, node);
    if (n->kind == NODE_CONSTRUCT) {
        return program_class_of(program, unit, n->sym);
    }
    return n->kind == NODE_NEW ? program_class_by_usr(program, unit, n->text) : 0;
}

/* The class of an object; 0: not known. */
static uint32_t class_of(const struct objects *o, object_id id)
{
    const struct object *object = &o->sets->objects.at[id.i];
    switch (object->kind) {
    case OBJECT_ALLOCATED:
        return class_of_allocated(o->program, object->a, (node_id){object->b});
    case OBJECT_VARIABLE:
        return object->a == 0 ? o->program->class_of_key[object->b]
                              : program_class_of(o->program, object->a - 1, (sym_id){object->b});
    case OBJECT_PART:
        return o->program->class_of_key[object->b];
    default:
        return 0;
    }
}

/* The body of the method that the call runs for an object of a class; 0: not known. */
static fn_id method_of(struct objects *o, const struct virtual_call *call, uint32_t class)
{
    struct method_list found = {0};
    uint32_t method = o->program->method_of[call->unit][call->method.i];
    program_methods_of(o->arena, o->program, class, method, &found);
    return found.n == 1 ? o->program->methods.at[found.at[0]].body : (fn_id){0};
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
        uint32_t class = class_of(o, (object_id){set->members.at[i]});
        fn_id fn = class == 0 ? (fn_id){0} : method_of(o, call, class);
        if (fn.i == 0) {
            return;
        }
        add_once(o->program->arena, &slot, fn);
    }
    if (slot.functions.n > 0) {
        program_know_slot(o->program, call->unit, call->callee, &slot);
    }
}
