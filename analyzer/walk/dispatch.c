/*
 * dispatch.c - which methods a virtual call runs.
 *
 * Takes the object as a value; gives targets.  An object of known class (a variable, what `new` has
 * made on this way, what a constructor or destructor works on) runs one method.  Otherwise the
 * objects that the pointer can lead to at any time are asked, then all that the module makes of the
 * class that the expression has by its type.  A method of an interface that is not the module's is
 * the API that the packs say, whoever implements it, unless the object is certainly the module's.
 */
#include "base/text.h"
#include "walk/call.h"

/* ---- classes of objects ---- */

static uint32_t class_of_value(const struct engine *e, const struct frame *f, const struct state *s,
                               struct value value)
{
    if (value.kind == VALUE_OBJECT || value.kind == VALUE_CLASS) {
        return (uint32_t)value.number;
    }
    return value.kind == VALUE_ADDRESS ? dispatch_class_of_cell(e, f, s, (uint32_t)value.number)
                                       : 0;
}

uint32_t dispatch_class_of_cell(const struct engine *e, const struct frame *f,
                                const struct state *s, uint32_t cell)
{
    const struct cell *c = &f->cells.at[cell];
    uint32_t class = 0;
    if (c->kind == PATH_LOCAL && cell != 0) {
        class = program_class_of(e->program, f->unit, f->cfg->locals.at[c->key]);
    } else if (c->kind == PATH_FIELD || c->kind == PATH_GLOBAL) {
        class = e->program->class_of_key[c->key];
    } else if (c->kind == PATH_INDEX) {
        return dispatch_class_of_cell(e, f, s, c->parent);
    }
    struct value value = state_load(s, cell);
    return class == 0 && value.kind == VALUE_CLASS ? (uint32_t)value.number : class;
}

/* The class of the object that a local or parameter is, or to which it points or refers. */
static uint32_t class_of_variable(const struct engine *e, const struct frame *f,
                                  const struct state *s, sym_id sym)
{
    uint32_t cell = cell_named(f, s, sym);
    uint32_t own = cell_local(f, sym);
    uint32_t class = class_of_value(e, f, s, state_load(s, cell == 0 ? own : cell));
    return class == 0 && cell != own ? dispatch_class_of_cell(e, f, s, cell) : class;
}

/* The class of what an expression designates that has been evaluated already; 0: not known. */
static uint32_t class_of_place(const struct engine *e, const struct frame *f, const struct state *s,
                               node_id place)
{
    const struct node *n = frame_node(f, place);
    switch (n->kind) {
    case NODE_REF: {
        uint32_t class = program_class_of(e->program, f->unit, n->sym);
        bool variable = frame_symbol(f, n->sym)->kind > SYMBOL_DESTRUCTOR;
        if (variable && class == 0) {
            return class_of_variable(e, f, s, n->sym);
        }
        return variable ? class : 0;
    }
    case NODE_FIELD:
        return frame_symbol(f, n->sym)->kind == SYMBOL_FIELD
                   ? program_class_of(e->program, f->unit, n->sym)
                   : 0;
    case NODE_INDEX:
        return frame_node(f, n->first)->kind == NODE_REF ||
                       frame_node(f, n->first)->kind == NODE_FIELD
                   ? class_of_place(e, f, s, n->first)
                   : 0;
    case NODE_CONSTRUCT:
        return program_class_of(e->program, f->unit, n->sym);
    default:
        return 0;
    }
}

struct value dispatch_place(const struct engine *e, const struct frame *f, const struct state *s,
                            node_id place, struct value evaluated)
{
    uint32_t class = class_of_place(e, f, s, place);
    if (class == 0) {
        class = class_of_value(e, f, s, evaluated);
    }
    return class == 0 ? evaluated : value_of_class(VALUE_CLASS, class);
}

struct value dispatch_pointer(const struct engine *e, const struct frame *f, const struct state *s,
                              struct value pointer)
{
    uint32_t class = class_of_value(e, f, s, pointer);
    return class == 0 ? value_nonzero() : value_of_class(VALUE_OBJECT, class);
}

struct value dispatch_made(const struct engine *e, const struct frame *f, node_id node)
{
    const struct node *n = frame_node(f, node);
    if (n->kind == NODE_NEW && (n->flags & NODE_NULL) != 0) {
        return value_unknown();
    }
    uint32_t class = n->kind == NODE_NEW ? program_class_by_usr(e->program, f->unit, n->text)
                                         : program_class_of(e->program, f->unit, n->sym);
    return class == 0 ? value_nonzero() : value_of_class(VALUE_OBJECT, class);
}

void dispatch_set_self(const struct engine *e, struct frame *f, const struct target *target,
                       struct argument *self)
{
    const struct program_function *body = &e->program->functions.at[target->body.i];
    const struct symbol *symbol = program_symbol(e->program, body->unit, body->sym);
    uint32_t class = program_class_of(e->program, body->unit, body->sym);
    bool special = symbol->kind == SYMBOL_CONSTRUCTOR || symbol->kind == SYMBOL_DESTRUCTOR;
    if (!special || class == 0) {
        return;
    }
    if (self->value.kind != VALUE_ADDRESS) {
        *self = (struct argument){.value = value_of_class(VALUE_OBJECT, class)};
        return;
    }
    struct argument kept = *self;
    self->parts.at = NULL;
    self->parts.n = self->parts.cap = 0;
    struct part itself = {.value = value_of_class(VALUE_CLASS, class)};
    VEC_PUSH(f->arena, &self->parts, itself);
    for (uint32_t i = 0; i < kept.parts.n; i++) {
        if (kept.parts.at[i].n > 0) {
            VEC_PUSH(f->arena, &self->parts, kept.parts.at[i]);
        }
    }
}

/* True if the expression is `this` of the function at hand. */
static bool is_self(const struct engine *e, const struct frame *f, const struct node *n)
{
    const struct program_function *function =
        &e->program->functions.at[e->contexts.at[f->context].fn.i];
    return function->method && n->kind == NODE_REF &&
           f->facts->params.at[function->function->first_param].i == n->sym.i;
}

/* True if both are constructors, or destructors, of one class. */
static bool same_class(const struct program *program, fn_id a, fn_id b)
{
    const struct program_function *one = &program->functions.at[a.i];
    const struct program_function *other = &program->functions.at[b.i];
    uint32_t class = program_class_of(program, one->unit, one->sym);
    return class != 0 && class == program_class_of(program, other->unit, other->sym) &&
           program_symbol(program, one->unit, one->sym)->kind ==
               program_symbol(program, other->unit, other->sym)->kind;
}

bool dispatch_makes_part(const struct engine *e, const struct frame *f, const struct call *call,
                         fn_id target)
{
    const struct node *n = frame_node(f, call->node);
    bool base = n->kind == NODE_CONSTRUCT && (n->flags & NODE_ARROW) != 0;
    bool own = n->kind == NODE_DESTROY && is_self(e, f, frame_node(f, n->first));
    if (!e->functions[target.i].asks_whole || !(base || own)) {
        return false;
    }
    const struct context *context = &e->contexts.at[f->context];
    return same_class(e->program, context->fn, target) ? context->part : true;
}

/* ---- methods ---- */

/* The class of `this` in the function, if the call is on `this`; 0: it is not. */
static uint32_t class_of_self(const struct engine *e, const struct frame *f, node_id callee,
                              bool *exact)
{
    const struct program_function *function =
        &e->program->functions.at[e->contexts.at[f->context].fn.i];
    if (!is_self(e, f, frame_node(f, frame_node(f, callee)->first))) {
        return 0;
    }
    enum symbol_kind kind = frame_symbol(f, function->sym)->kind;
    *exact = kind == SYMBOL_CONSTRUCTOR || kind == SYMBOL_DESTRUCTOR;
    return program_class_of(e->program, f->unit, function->sym);
}

static void add_methods(struct engine *e, struct frame *f, struct call *call,
                        const struct method_list *methods, uint32_t method)
{
    const struct program_method *called = &e->program->methods.at[method];
    const char *name = program_symbol(e->program, called->unit, called->sym)->name;
    uint32_t n = methods->n;
    if (n > LIMIT_CANDIDATES) {
        engine_limit(e, engine_place(e, f->unit, frame_node(f, call->node)->where),
                     LIMIT_KIND_CANDIDATES,
                     arena_printf(e->arena, "'%s' has more than %d overriders; none is followed",
                                  name, LIMIT_CANDIDATES));
    }
    for (uint32_t i = 0; i < n; i++) {
        const struct program_method *m = &e->program->methods.at[methods->at[i]];
        if (n > LIMIT_CANDIDATES && methods->at[i] != method) {
            continue;
        }
        struct target target = {.body = m->body,
                                .unit = m->unit,
                                .external = m->sym,
                                .name = program_symbol(e->program, m->unit, m->sym)->name};
        if (n > 1) {
            target.doubt = arena_printf(
                e->arena, "one of %u methods that the virtual call '%s' may run", n, name);
        }
        VEC_PUSH(f->arena, &call->targets, target);
    }
}

/* True if code outside the module may be behind the interface: it is one that packs know, and no
 * class of the module's own lies between it and the type of the expression. */
static bool is_outside(const struct engine *e, uint32_t unit, sym_id method, uint32_t class)
{
    if (program_api(e->program, unit, method).n == 0) {
        return false;
    }
    const struct program_class *c = &e->program->classes.at[class];
    return class == 0 || c->made.n == 0 ||
           e->program->units.at[c->unit]->records.at[c->record].system;
}

static bool add_known(struct engine *e, struct frame *f, struct call *call, node_id callee)
{
    if (callee.i == 0 || !program_knows_targets(e->program, f->unit, callee)) {
        return false;
    }
    const struct slot *slot = &e->program->slots.at[program_slot(e->program, f->unit, callee).i];
    for (uint32_t i = 0; i < slot->functions.n; i++) {
        struct target target = {.body = slot->functions.at[i],
                                .name = e->program->functions.at[slot->functions.at[i].i].name};
        if (slot->functions.n > 1) {
            target.doubt =
                arena_printf(e->arena, "one of %u methods that the virtual call '%s' may run",
                             slot->functions.n, slot->name);
        }
        VEC_PUSH(f->arena, &call->targets, target);
    }
    return slot->functions.n > 0;
}

/* Nothing is known of the class: it is the method itself, or what the packs say. */
static void add_itself(struct frame *f, struct engine *e, struct call *call,
                       const struct dispatch *d)
{
    struct target target = {.body = program_body(e->program, d->unit, d->method),
                            .unit = d->unit,
                            .external = d->method,
                            .name = program_symbol(e->program, d->unit, d->method)->name};
    VEC_PUSH(f->arena, &call->targets, target);
}

void dispatch_add(struct engine *e, struct frame *f, struct state *s, struct call *call,
                  const struct dispatch *d)
{
    const char *name = program_symbol(e->program, d->unit, d->method)->name;
    uint32_t method = e->program->method_of[d->unit][d->method.i];
    struct method_list found = {0};
    if (method == 0) {
        add_itself(f, e, call, d);
        return;
    }
    bool exact = false;
    uint32_t class = d->callee.i == 0 ? 0 : class_of_self(e, f, d->callee, &exact);
    uint32_t known = call->n_arguments > 0 && call->n_objects > 0
                         ? class_of_value(e, f, s, call->arguments[0].value)
                         : 0;
    if (known != 0 || exact) {
        program_methods_of(f->arena, e->program, known != 0 ? known : class, method, &found);
        if (found.n > 0) {
            add_methods(e, f, call, &found, method);
            return;
        }
    }
    if (add_known(e, f, call, d->known)) {
        return;
    }
    if (class == 0 && d->callee.i != 0) {
        class = program_class_by_usr(e->program, f->unit, frame_node(f, d->callee)->text);
    }
    if (is_outside(e, d->unit, d->method, class)) {
        add_itself(f, e, call, d);
        return;
    }
    bool narrower =
        class != 0 && program_derives(e->program, class, e->program->methods.at[method].class);
    program_methods_made(f->arena, e->program, narrower ? class : 0, method, &found);
    add_methods(e, f, call, &found, method);
    if (found.n == 0) {
        globals_forget(e, f, s, (fn_id){0});
        events_of_unknown(s);
        engine_cut(e, f, call->node, "unknown-target",
                   arena_printf(e->arena,
                                "virtual call of '%s': the module makes no object that has it",
                                name));
    }
}

void dispatch_expand(struct engine *e, struct frame *f, struct state *s, struct call *call)
{
    struct call plain = *call;
    call->targets.at = NULL;
    call->targets.n = call->targets.cap = 0;
    for (uint32_t i = 0; i < plain.targets.n; i++) {
        const struct target *target = &plain.targets.at[i];
        const struct program_function *body = &e->program->functions.at[target->body.i];
        uint32_t unit = target->body.i != 0 ? body->unit : target->unit;
        sym_id sym = target->body.i != 0 ? body->sym : target->external;
        bool dispatches = !target->named && sym.i != 0 &&
                          (program_symbol(e->program, unit, sym)->flags & SYMBOL_VIRTUAL) != 0;
        if (!dispatches) {
            VEC_PUSH(f->arena, &call->targets, *target);
            continue;
        }
        uint32_t first = call->targets.n;
        struct dispatch d = {.unit = unit, .method = sym};
        dispatch_add(e, f, s, call, &d);
        for (uint32_t t = first; t < call->targets.n; t++) {
            call->targets.at[t].through = target->through;
            if (call->targets.at[t].doubt == NULL) {
                call->targets.at[t].doubt = target->doubt;
            }
        }
    }
}
