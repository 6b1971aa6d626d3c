/*
 * targets.c - what a call may run.
 *
 * Takes the expression that is called and what is known of it; gives functions, each with how and
 * how surely it is the one.  In this order: the function itself; the value that the expression has
 * here; the functions that its slot may hold at any time; otherwise a cut.  A call through a field
 * of a COM-shaped struct is the API that the packs say, besides.  Does not know what they do.
 */
#include <string.h>

#include "base/text.h"
#include "walk/call.h"

static struct place call_place(const struct engine *e, const struct frame *f,
                               const struct call *call)
{
    return engine_place(e, f->unit, frame_node(f, call->node)->where);
}

static void add_target(struct frame *f, struct call *call, struct target target)
{
    VEC_PUSH(f->arena, &call->targets, target);
}

void call_add_direct(struct engine *e, struct frame *f, struct call *call, sym_id sym)
{
    struct target target = {.body = program_body(e->program, f->unit, sym),
                            .unit = f->unit,
                            .external = sym,
                            .name = frame_symbol(f, sym)->name};
    target.closure = closure_of(e, call->object, target.body);
    add_target(f, call, target);
}

static const char *through_pointer(struct engine *e, struct frame *f, node_id callee)
{
    slot_id slot = program_slot(e->program, f->unit, callee);
    if (slot.i == 0) {
        return "a pointer";
    }
    return arena_printf(e->arena, "pointer %s", e->program->slots.at[slot.i].name);
}

bool call_add_by_value(struct engine *e, struct frame *f, struct call *call, struct value value,
                       node_id callee)
{
    struct target target = {.through = through_pointer(e, f, callee)};
    if (value.kind == VALUE_FUNCTION) {
        target.body = (fn_id){(uint32_t)value.number};
        target.closure = closure_of(e, value, target.body);
        target.name = e->program->functions.at[target.body.i].name;
    } else if (value.kind == VALUE_EXTERNAL) {
        target.unit = (uint32_t)((uint64_t)value.number >> 32);
        target.external = (sym_id){(uint32_t)value.number};
        target.name = program_symbol(e->program, target.unit, target.external)->name;
    } else if (value.kind == VALUE_NAMED) {
        target.named = true;
        target.dll = (enum dll_kind)(value.number & ~VALUE_ALWAYS_THERE);
        target.name = value.text;
    } else {
        return false;
    }
    add_target(f, call, target);
    return true;
}

bool call_add_alternatives(struct engine *e, struct frame *f, struct call *call, node_id callable)
{
    uint32_t before = call->targets.n;
    const struct node *n = frame_node(f, callable);
    for (uint32_t i = 0; n->kind == NODE_COND && i < LIMIT_CANDIDATES; i++) {
        const struct node *first = frame_node(f, frame_node(f, n->first)->next);
        const struct node *rest = frame_node(f, first->next);
        const struct node *both[] = {first, rest->kind == NODE_LAMBDA ? rest : NULL};
        for (int b = 0; b < 2; b++) {
            if (both[b] != NULL && both[b]->kind == NODE_LAMBDA) {
                call_add_direct(e, f, call, both[b]->sym);
            }
        }
        n = rest;
    }
    for (uint32_t i = before; i < call->targets.n; i++) {
        call->targets.at[i].doubt = "one of several operators of the object that is handed over";
    }
    return call->targets.n > before;
}

static const char *slot_doubt(struct engine *e, const struct slot *slot)
{
    uint32_t n = slot->functions.n + slot->externals.n + slot->names.n;
    if (n > 1) {
        return arena_printf(e->arena, "one of %u functions that '%s' may hold", n, slot->name);
    }
    if (slot->other) {
        return arena_printf(e->arena, "'%s' may hold another function, too", slot->name);
    }
    return NULL;
}

static void add_named(struct frame *f, struct call *call, const struct looked_up *named,
                      const char *through, const char *doubt)
{
    struct target target = {
        .named = true, .dll = named->dll, .name = named->name, .through = through, .doubt = doubt};
    add_target(f, call, target);
}

bool call_add_by_slot(struct engine *e, struct frame *f, struct call *call, node_id expression,
                      const char *through)
{
    slot_id id = program_slot(e->program, f->unit, expression);
    const struct slot *slot = &e->program->slots.at[id.i];
    uint32_t n = slot->functions.n + slot->externals.n + slot->names.n;
    const struct looked_up *entry = program_entry_name(e->program, f->unit, expression);
    if (entry != NULL) {
        add_named(f, call, entry, through, NULL);
        return true;
    }
    if (id.i == 0 || n == 0) {
        return false;
    }
    if (n > LIMIT_CANDIDATES) {
        engine_limit(e, call_place(e, f, call),
                     slot->full ? LIMIT_KIND_STORED : LIMIT_KIND_CANDIDATES,
                     arena_printf(e->arena, "'%s' may hold %u functions%s; none is followed",
                                  slot->name, n, slot->full ? " or more" : ""));
        return true;
    }
    const char *doubt = slot_doubt(e, slot);
    for (uint32_t i = 0; i < slot->functions.n; i++) {
        struct target target = {.body = slot->functions.at[i],
                                .name = e->program->functions.at[slot->functions.at[i].i].name,
                                .through = through,
                                .doubt = doubt};
        add_target(f, call, target);
    }
    for (uint32_t i = 0; i < slot->externals.n; i++) {
        struct target target = {.unit = slot->external_units.at[i],
                                .external = slot->externals.at[i],
                                .through = through,
                                .doubt = doubt};
        target.name = program_symbol(e->program, target.unit, target.external)->name;
        add_target(f, call, target);
    }
    for (uint32_t i = 0; i < slot->names.n; i++) {
        add_named(f, call, &slot->names.at[i], through, doubt);
    }
    return true;
}

bool call_add_forwarded(struct engine *e, struct frame *f, struct call *call, node_id callee)
{
    return program_knows_targets(e->program, f->unit, callee) &&
           call_add_by_slot(e, f, call, callee, through_pointer(e, f, callee));
}

/* True if the object whose table of functions is called is one of the module's own:
 * `(&x->iface)->lpVtbl->f`. */
static bool is_own_object(struct engine *e, struct frame *f, struct state *s, node_id callee)
{
    node_id table = frame_node(f, callee)->first;
    node_id object = frame_node(f, table)->first;
    if (table.i == 0 || frame_node(f, table)->kind != NODE_FIELD || object.i == 0) {
        return false;
    }
    struct value value = eval(e, f, s, object);
    return value.kind == VALUE_OWN || value.kind == VALUE_ADDRESS;
}

/* Why the object of a call through the table of an interface may be none of somebody else's: the
 * module implements the interface, too; NULL: it does not, or somebody handed the object over. */
static const char *doubt_own(struct engine *e, const struct frame *f, node_id call, node_id callee)
{
    const struct slot *slot = &e->program->slots.at[program_slot(e->program, f->unit, callee).i];
    node_id object = node_child(f->facts, call, 1);
    if (slot->functions.n == 0 || program_is_handed_over(e->program, f->unit, object)) {
        return NULL;
    }
    return arena_printf(e->arena, "the module implements '%s' itself: the object may be its own",
                        slot->name);
}

void call_add_indirect(struct engine *e, struct frame *f, struct state *s, struct call *call,
                       node_id callee)
{
    const struct node *n = frame_node(f, callee);
    bool own = false;
    if (n->kind == NODE_FIELD) {
        call->vtable = program_api(e->program, f->unit, n->sym);
        own = call->vtable.n > 0 && (program_knows_targets(e->program, f->unit, callee) ||
                                     is_own_object(e, f, s, callee));
    }
    if (own) {
        call->vtable.n = 0; /* the implementation is what counts, not the interface */
    }
    struct value value = f->suspended ? value_unknown() : eval(e, f, s, callee);
    if (f->suspended || (value.kind == VALUE_INT && value.number == 0)) {
        return;
    }
    if (call_add_by_value(e, f, call, value, callee)) {
        return;
    }
    if (call->vtable.n > 0) {
        /* whoever implements it, it is the API; the module's own implementations are one guess of
           many */
        call->vtable_doubt = doubt_own(e, f, call->node, callee);
        return;
    }
    bool found = call_add_by_slot(e, f, call, callee, through_pointer(e, f, callee));
    if (!found) {
        globals_forget(e, f, s, (fn_id){0});
        events_of_unknown(s);
        engine_cut(e, f, call->node, "unknown-target",
                   arena_printf(e->arena,
                                "call through %s: no function is known to be stored there",
                                through_pointer(e, f, callee)));
    }
}
