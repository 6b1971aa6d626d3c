/*
 * call.c - what a call does: the effects of its targets on the state, its edges.
 */
#include <stddef.h>
#include <string.h>

#include "base/text.h"
#include "walk/call.h"

void call_begin(struct call *call, node_id node)
{
    memset(call, 0, offsetof(struct call, arguments));
    call->node = node;
    call->targets.at = &call->only;
    call->targets.cap = 1;
}

/* ---- arguments ---- */

static bool is_object(const struct frame *f, const struct state *s, const struct node *n)
{
    if (n->kind == NODE_REF && reference_names_object(f, s, n->sym)) {
        return true;
    }
    bool names = n->kind == NODE_REF || n->kind == NODE_FIELD;
    if (!names || (frame_symbol(f, n->sym)->flags & SYMBOL_RECORD_VALUE) == 0) {
        return false;
    }
    return strchr(frame_symbol(f, n->sym)->type, '[') == NULL; /* an array is passed as a pointer */
}

static void keep_argument(struct frame *f, struct call *call, node_id node,
                          struct argument argument)
{
    if (call->n_arguments < LIMIT_ARGUMENTS) {
        call->argument_nodes[call->n_arguments] = node;
        call->arguments[call->n_arguments++] = argument;
    } else {
        escape_arguments(f, &argument, 1);
        call->n_dropped++;
    }
}

/* Evaluates an expression that designates the object of a call; returns its address. */
static struct value eval_designated(struct engine *e, struct frame *f, struct state *s,
                                    node_id object, struct call *call)
{
    uint8_t kind = frame_node(f, object)->kind;
    bool place = kind == NODE_REF || kind == NODE_FIELD || kind == NODE_INDEX;
    uint32_t cell = place ? eval_place(e, f, s, object) : 0;
    struct value value = place ? value_unknown() : eval(e, f, s, object);
    call->object = place ? state_load(s, cell) : value;
    if (cell != 0) {
        return value_make(VALUE_ADDRESS, cell, NULL);
    }
    if (frame_stopped(f, s) || value.kind == VALUE_ADDRESS) {
        return value;
    }
    if (value.kind == VALUE_FUNCTION) { /* a closure */
        return value_nonzero();
    }
    return dispatch_pointer(e, f, s, dispatch_place(e, f, s, object, value));
}

/* Evaluates the object of a method: the callee gets its address. */
static void eval_object(struct engine *e, struct frame *f, struct state *s, struct call *call,
                        node_id callee)
{
    node_id object = frame_node(f, callee)->first;
    struct argument argument = {0};
    if ((frame_node(f, callee)->flags & NODE_ARROW) != 0) {
        argument.value = eval(e, f, s, object);
    } else if (frame_node(f, object)->kind == NODE_DEREF) {
        struct value pointer = eval(e, f, s, frame_node(f, object)->first);
        argument.value =
            pointer.kind == VALUE_ADDRESS ? pointer : dispatch_pointer(e, f, s, pointer);
    } else {
        argument.value = eval_designated(e, f, s, object, call);
    }
    call->n_objects = 1;
    if (!f->suspended && !s->dead) {
        keep_argument(f, call, object, argument_with_object(e, f, s, argument));
    }
}

static void eval_argument(struct engine *e, struct frame *f, struct state *s, struct call *call,
                          node_id node)
{
    struct argument argument = {0};
    if (is_object(f, s, frame_node(f, node))) {
        uint32_t cell = eval_place(e, f, s, node);
        argument.by_value = true;
        struct value closure = state_load(s, cell);
        argument.value = closure.kind == VALUE_FUNCTION ? closure : argument.value;
        cell_export(f, s, cell, &argument);
        argument_keep_class(f, &argument, dispatch_place(e, f, s, node, value_unknown()));
    } else {
        argument.value = eval(e, f, s, node);
        if (argument.value.kind == VALUE_UNKNOWN && !f->suspended) {
            argument.value = dispatch_place(e, f, s, node, argument.value);
        }
    }
    bool taken = call->n_arguments < LIMIT_ARGUMENTS && call->references >> call->n_arguments & 1U;
    argument.value = value_certain(argument.value);
    argument.place = taken ? references_place(e, f, s, node) : 0;
    if (!f->suspended && !s->dead) {
        keep_argument(f, call, node, argument_with_object(e, f, s, argument));
    }
}

static bool eval_arguments(struct engine *e, struct frame *f, struct state *s, struct call *call,
                           node_id first)
{
    for (node_id a = first; a.i != 0; a = frame_node(f, a)->next) {
        eval_argument(e, f, s, call, a);
        if (f->suspended || s->dead) {
            return false;
        }
    }
    return true;
}

/* ---- what a target does ---- */

static void add_result(struct call *call, struct value value, bool returns)
{
    call->returns |= returns;
    if (returns) {
        call->result = call->has_result ? value_join(call->result, value) : value;
        call->has_result = true;
    }
}

bool call_need_context(struct engine *e, struct frame *f, uint32_t context)
{
    if (e->contexts.at[context].state == CONTEXT_NEW) {
        f->suspended = true;
        f->wanted = context;
        return false;
    }
    return true;
}

/* Forgets the objects whose addresses were handed over, and those that anybody may know. */
static void forget_handed_over(struct frame *f, struct state *s, const struct call *call)
{
    for (uint32_t i = 0; i < call->n_arguments; i++) {
        uint32_t cell = argument_cell(&call->arguments[i]);
        state_forget(f, s, cell == 0 ? 0 : cell_object(f, cell));
    }
    frame_forget_escaped(f, s);
}

/* What a callee leaves in the objects that it was handed. */
static void import_outs(struct frame *f, struct state *s, const struct call *call,
                        const struct argument *outs, uint32_t n)
{
    for (uint32_t i = 0; i < call->n_arguments && i < n; i++) {
        uint32_t cell = argument_cell(&call->arguments[i]);
        if (cell != 0) {
            cell_import(f, s, cell, &outs[i]);
            f->lost |= outs[i].lost;
        }
    }
}

/* What holds where an exception comes out of the callee. */
static void run_throw(struct engine *e, struct frame *f, const struct state *s,
                      const struct call *call, const struct edge *edge)
{
    const struct context *callee = &e->contexts.at[edge->context];
    if (callee->escapes == 0 || call->targets.n != 1) {
        return;
    }
    struct state after = state_copy(f, s);
    if (callee->thrown.n > 0) {
        forget_handed_over(f, &after, call);
        import_outs(f, &after, call, callee->thrown.at, callee->thrown.n);
    }
    unwinds_here(e, f, &after, edge);
}

static bool has_many_parameters(const struct engine *e, fn_id fn)
{
    const struct function *function = e->program->functions.at[fn.i].function;
    return function != NULL && function->n_params > LIMIT_ARGUMENTS;
}

/* A closure that was called is the same afterwards. */
static void keep_closure(struct frame *f, struct state *s, const struct call *call,
                         const struct target *target)
{
    bool closure = call->object.kind == VALUE_FUNCTION && call->n_objects > 0 &&
                   (uint32_t)call->object.number == target->body.i;
    if (closure && call->arguments[0].value.kind == VALUE_ADDRESS) {
        state_store(f, s, (uint32_t)call->arguments[0].value.number, call->object);
    }
}

static bool run_body(struct engine *e, struct frame *f, struct state *s, struct call *call,
                     const struct target *target)
{
    struct known_globals globals = globals_for(e, f, s, target->body);
    struct argument bound[LIMIT_ARGUMENTS];
    struct argument given[LIMIT_ARGUMENTS];
    const struct argument *arguments = call->arguments;
    if (call->references != 0) {
        memset(bound, 0, sizeof bound);
        memcpy(bound, arguments, call->n_arguments * sizeof *bound);
        references_bind_parameters(e, f, s, target->body, bound);
        arguments = bound;
    }
    arguments = without_aliases(f, arguments, call->n_arguments);
    if (call->n_arguments > 0 && call->n_objects > 0) {
        memcpy(given, arguments, call->n_arguments * sizeof *given);
        dispatch_set_self(e, f, target, &given[0]);
        arguments = given;
    }
    struct context_input input = {arguments,
                                  call->n_arguments,
                                  globals.list.at,
                                  globals.list.n,
                                  closure_at_call(e, f, s, call, target->closure),
                                  dispatch_makes_part(e, f, call, target->body)};
    f->lost |= context_lost(e, target->body, &input);
    if (call->n_dropped > 0 && has_many_parameters(e, target->body)) {
        f->lost |= 1U << LIMIT_KIND_ARGUMENTS; /* variable arguments are not followed anyway */
    }
    uint32_t context = context_for(e, target->body, &input);
    if (!call_need_context(e, f, context)) {
        return false;
    }
    struct edge edge = {.kind = EDGE_CALL,
                        .node = call->node,
                        .context = context,
                        .phases = target->phases,
                        .system = e->functions[target->body.i].system,
                        .calls = target->name,
                        .through = target->through,
                        .doubt = target->doubt};
    context_add_edge(e, f->context, s, &edge);
    const struct context *callee = &e->contexts.at[context];
    if (callee->state == CONTEXT_ACTIVE) {
        add_result(call, value_unknown(), true); /* recursion: it may do anything */
        escape_arguments(f, call->arguments, call->n_arguments);
        globals_forget(e, f, s, callee->fn);
        events_of_unknown(s);
        return true;
    }
    add_result(call, callee->result, callee->returns);
    escape_kept(f, call->arguments, call->n_arguments, callee);
    run_throw(e, f, s, call, &edge);
    globals_import(e, f, s, callee, call->targets.n == 1);
    if (call->targets.n == 1) {
        forget_handed_over(f, s, call);
        import_outs(f, s, call, callee->outs.at, callee->outs.n);
        closure_import_outs(e, f, s, target->closure, callee);
        keep_closure(f, s, call, target);
        call->forgot = true;
    }
    events_of_callee(e, s, call->node, context, call->targets.n == 1);
    return true;
}

/* True if a closure's operator() is run by a call that names no object. */
static bool lacks_object(const struct engine *e, const struct call *call,
                         const struct target *target)
{
    if (call->n_objects > 0 || target->through == NULL) {
        return false;
    }
    const struct program_function *body = &e->program->functions.at[target->body.i];
    if (body->function == NULL || body->function->n_params == 0) {
        return false;
    }
    const struct unit *unit = e->program->units.at[body->unit];
    sym_id first = unit->params.at[body->function->first_param];
    if (call->n_arguments == body->function->n_params) {
        return false; /* a pointer to a method: the object is the first argument */
    }
    return strcmp(unit->symbols.at[first.i].name, "this") == 0;
}

/* Runs a body; of a closure, with an object that is not known. */
static bool run_body_or_closure(struct engine *e, struct frame *f, struct state *s,
                                struct call *call, const struct target *target)
{
    if (!lacks_object(e, call, target)) {
        return run_body(e, f, s, call, target);
    }
    struct argument arguments[LIMIT_ARGUMENTS];
    uint32_t n = call->n_arguments;
    memcpy(arguments, call->arguments, n * sizeof *arguments);
    call->n_arguments = n < LIMIT_ARGUMENTS ? n + 1 : n;
    memcpy(&call->arguments[1], arguments, (call->n_arguments - 1) * sizeof *arguments);
    call->arguments[0] = (struct argument){.value = value_nonzero()};
    bool done = run_body(e, f, s, call, target);
    memcpy(call->arguments, arguments, n * sizeof *arguments);
    call->n_arguments = n;
    return done;
}

/* What the API is applied to, by the first of its entries that says which argument that is. */
static uint32_t object_of(const struct engine *e, const struct frame *f, const struct call *call)
{
    bool destroys = frame_node(f, call->node)->kind == NODE_DESTROY; /* its object is an argument */
    for (uint32_t i = 0; i < call->api.n; i++) {
        uint32_t position = call->api.first[i].object + (destroys ? 0 : call->n_objects);
        if (call->api.first[i].has_object && position < call->n_arguments) {
            return program_object(e->program, f->unit, call->argument_nodes[position]);
        }
    }
    return 0;
}

/* What made the object of the method that is called, if packs ask for that; C hands it over as the
 * first argument. */
static const char *made_of(const struct call *call)
{
    bool asked = api_asks_for_object(call->api.first, call->api.n) && call->n_arguments > 0;
    struct value object = asked ? call->arguments[0].value : value_unknown();
    return object.kind == VALUE_HANDLE ? object.text : NULL;
}

/* Runs call->api, which the target is. */
static bool run_api(struct engine *e, struct frame *f, struct state *s, struct call *call,
                    const struct target *target)
{
    const struct known_api *known = &call->api;
    struct value arguments[LIMIT_ARGUMENTS];
    bool destroys = frame_node(f, call->node)->kind == NODE_DESTROY; /* its object is an argument */
    uint32_t skipped = destroys ? 0 : call->n_objects;
    struct edge_api api = {.known = *known,
                           .construct = call->construct,
                           .delayed = target->named ? NULL : program_delayed_dll(e->program, known),
                           .made = made_of(call),
                           .arguments = arguments,
                           .n_arguments = call->n_arguments - skipped,
                           .object = object_of(e, f, call)};
    struct edge edge = {.kind = EDGE_API,
                        .node = call->node,
                        .api = &api,
                        .calls = known->name,
                        .through = target->through,
                        .doubt = target->doubt};
    for (uint32_t i = 0; i < api.n_arguments; i++) {
        uint32_t position = i + skipped;
        struct value made =
            made_argument(e, f, &call->arguments[position], call->argument_nodes[position]);
        arguments[i] = named_text(e, f, call->argument_nodes[position], made);
        named_linked(e, known, i, &arguments[i]);
    }
    bool undeclared = target->external.i != 0 &&
                      (program_symbol(e->program, target->unit, target->external)->flags &
                       SYMBOL_UNDECLARED) != 0;
    if (undeclared && edge.doubt == NULL) {
        edge.doubt = "undeclared here: known by its bare name only";
    }
    context_add_edge(e, f->context, s, &edge);
    if (known->n == 0) {
        add_result(call, value_unknown(), true);
        return true;
    }
    call->state = s;
    if (!call_run_callbacks(e, f, call, known)) {
        return false;
    }
    if (known->first->callbacks.n > 0) {
        globals_forget(e, f, s, (fn_id){0});
        events_of_unknown(s);
    }
    if (!library_run(e, f, call, target)) {
        return false;
    }
    events_of_api(e, s, &edge, call->targets.n == 1);
    struct value made = made_by_call(e, f, s, call, &edge);
    existed_forget(f, s, made);
    add_result(call, made, !known->first->noreturn);
    return true;
}

/* A function that is neither in the module nor known to the packs. */
static void run_unknown(struct engine *e, struct frame *f, struct state *s, struct call *call,
                        const struct target *target)
{
    const struct symbol *symbol = program_symbol(e->program, target->unit, target->external);
    bool foreign =
        symbol_is_builtin(symbol) || (symbol->flags & (SYMBOL_SYSTEM | SYMBOL_DLLIMPORT)) != 0;
    if (!foreign && symbol->kind <= SYMBOL_DESTRUCTOR) {
        events_of_unknown(s);
    }
    if ((symbol->flags & SYMBOL_UNDECLARED) != 0) {
        engine_cut(e, f, call->node, "undeclared-function",
                   arena_printf(e->arena, "'%s' is called but declared nowhere", symbol->name));
    } else if (!foreign && symbol->kind <= SYMBOL_DESTRUCTOR) {
        engine_cut(e, f, call->node, "no-definition",
                   arena_printf(e->arena, "'%s' has no definition in the module", symbol->name));
    }
    if (e->keeps_all) {
        struct edge_api api = {.known = {.name = symbol->name}};
        struct edge edge = {.kind = EDGE_API,
                            .node = call->node,
                            .api = &api,
                            .calls = symbol->name,
                            .through = target->through,
                            .doubt = target->doubt};
        context_add_edge(e, f->context, s, &edge);
    }
    for (uint32_t i = 0; i < call->n_arguments && text_starts(symbol->name, "std::"); i++) {
        if (call->arguments[i].value.kind == VALUE_FUNCTION && symbol->kind == SYMBOL_FUNCTION) {
            engine_cut(e, f, call->node, "unknown-callback",
                       arena_printf(e->arena, "what %s does with its function is not known",
                                    symbol->name));
        }
    }
    add_result(call, value_unknown(), (symbol->flags & SYMBOL_NORETURN) == 0);
}

/* Runs a function that was looked up by its name. */
static bool run_named(struct engine *e, struct frame *f, struct state *s, struct call *call,
                      const struct target *target)
{
    call->api = named_api(e, target->name, target->dll);
    call->construct = named_construct(e, target->dll);
    if (call->api.n > 0 || call->construct != NULL) {
        return run_api(e, f, s, call, target);
    }
    if (target->dll != DLL_SYSTEM) {
        engine_cut(e, f, call->node, "unknown-target",
                   arena_printf(e->arena, "'%s', looked up by name, is not known", target->name));
    }
    add_result(call, value_unknown(), true);
    return true;
}

/* True if the address of some local object is handed over. */
static bool has_addresses(const struct call *call)
{
    bool found = false;
    for (uint32_t i = 0; i < call->n_arguments; i++) {
        found |= call->arguments[i].value.kind == VALUE_ADDRESS;
    }
    return found;
}

/* The target as packs see it: a function whose body they call opaque in every phase has none; in
 * others it is walked. */
static struct target as_packs_see(const struct engine *e, const struct target *target)
{
    enum { ANY_PHASE = (1 << PHASES) - 1 };
    struct target seen = *target;
    if (target->body.i == 0) {
        return seen;
    }
    uint32_t walked = e->functions[target->body.i].phases;
    seen.phases = (uint16_t)(walked == ANY_PHASE ? 0 : walked);
    if (walked == 0) {
        const struct program_function *function = &e->program->functions.at[target->body.i];
        seen.unit = function->unit;
        seen.external = function->sym;
        seen.body.i = 0;
    }
    return seen;
}

static bool run_target(struct engine *e, struct frame *f, struct state *s, struct call *call,
                       const struct target *given)
{
    const struct target seen = as_packs_see(e, given);
    const struct target *target = &seen;
    struct known_api known = {0};
    call->construct = NULL;
    if (target->named) {
        escape_arguments(f, call->arguments, call->n_arguments);
        return run_named(e, f, s, call, target);
    }
    if (target->external.i != 0 && program_is_api(e->program, target->unit, target->external)) {
        known = program_api(e->program, target->unit, target->external);
    }
    bool unseen = known.n > 0 || target->body.i == 0; /* else its context says what it keeps */
    bool keeps = target->external.i != 0 && unseen && has_addresses(call) &&
                 may_keep(program_symbol(e->program, target->unit, target->external), &known);
    if (keeps || (unseen && call->references != 0)) {
        escape_kept_by_api(f, call->arguments, call->n_arguments, &known);
    }
    if (known.n > 0) {
        call->api = known;
        return run_api(e, f, s, call, target);
    }
    if (target->body.i != 0) {
        return run_body_or_closure(e, f, s, call, target);
    }
    run_unknown(e, f, s, call, target);
    return true;
}

/* Runs all targets and leaves their common effect in the state. */
static struct value run_call(struct engine *e, struct frame *f, struct state *s, struct call *call)
{
    taught_forget(f, s, (node_id){0});
    if (call->comes_back) {
        escape_arguments(f, call->arguments, call->n_arguments);
    }
    if (call->vtable.n > 0) {
        struct target through_vtable = {.name = call->vtable.name, .doubt = call->vtable_doubt};
        call->api = call->vtable;
        escape_arguments(f, call->arguments, call->n_arguments);
        if (!run_api(e, f, s, call, &through_vtable)) {
            return value_unknown();
        }
    }
    for (uint32_t i = 0; i < call->targets.n; i++) {
        if (!run_target(e, f, s, call, &call->targets.at[i])) {
            return value_unknown();
        }
    }
    if (!call->forgot) {
        forget_handed_over(f, s, call);
    }
    if (call->out != 0 && call->targets.n == 1) {
        state_store(f, s, call->out, call->out_value);
    }
    if (call->chosen != NULL && call->targets.n == 1) {
        made_gifts(f, s, call->chosen, call->arguments + call->n_objects,
                   call->n_arguments - call->n_objects);
    }
    bool targets = call->targets.n > 0 || call->vtable.n > 0;
    s->dead |= targets && !call->returns;
    return call->has_result ? call->result : value_unknown();
}

static bool is_function(const struct frame *f, const struct node *n)
{
    bool names = n->kind == NODE_REF || n->kind == NODE_FIELD;
    return names && n->sym.i != 0 && frame_symbol(f, n->sym)->kind <= SYMBOL_DESTRUCTOR;
}

/* `(p->*f)(x)`: what f holds, and for a virtual method what that is in the object. */
static void add_through_member(struct engine *e, struct frame *f, struct state *s,
                               struct call *call, node_id callee)
{
    eval_object(e, f, s, call, callee);
    if (frame_stopped(f, s)) {
        return;
    }
    call_add_indirect(e, f, s, call, frame_node(f, frame_node(f, callee)->first)->next);
    if (!frame_stopped(f, s)) {
        dispatch_expand(e, f, s, call);
    }
}

/* Notes which arguments the callee may change as references. */
static void take_references(const struct frame *f, struct call *call, sym_id callee)
{
    const struct symbol *symbol = frame_symbol(f, callee);
    if (f->facts->cplusplus) {
        call->references = references_taken(symbol) << call->n_objects;
        call->comes_back = call->references != 0 && references_come_back(symbol);
    }
}

struct value eval_call(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    struct call call;
    call_begin(&call, node);
    node_id callee = frame_node(f, node)->first;
    if (callee.i == 0) {
        return value_unknown();
    }
    const struct node *n = frame_node(f, callee);
    bool direct = is_function(f, n);
    if (direct && n->kind == NODE_FIELD && n->first.i != 0) {
        eval_object(e, f, s, &call, callee);
        if (f->suspended || s->dead) {
            return value_unknown();
        }
    }
    if (direct && (frame_node(f, node)->flags & NODE_DYNAMIC) != 0) {
        struct dispatch d = {.unit = f->unit, .method = n->sym, .callee = callee, .known = callee};
        dispatch_add(e, f, s, &call, &d);
    } else if (n->kind == NODE_MEMBER && n->first.i != 0) {
        add_through_member(e, f, s, &call, callee);
    } else if (direct && !call_add_forwarded(e, f, &call, callee)) {
        call_add_direct(e, f, &call, n->sym);
        context_soon(e, call.targets.at[0].body);
    } else if (!direct) {
        call_add_indirect(e, f, s, &call, callee);
    }
    if (n->kind == NODE_REF || n->kind == NODE_FIELD) {
        take_references(f, &call, n->sym);
    }
    if (f->suspended || s->dead || !eval_arguments(e, f, s, &call, n->next)) {
        return value_unknown();
    }
    return run_call(e, f, s, &call);
}

/* What the destructor of an object gets: its address. */
static void eval_destroyed(struct engine *e, struct frame *f, struct state *s, struct call *call,
                           node_id object)
{
    const struct node *n = frame_node(f, object);
    struct argument argument = {0};
    if (is_object(f, s, n)) {
        uint32_t cell = eval_place(e, f, s, object);
        argument.value = cell == 0 ? value_nonzero() : value_make(VALUE_ADDRESS, cell, NULL);
    } else {
        argument.value = eval(e, f, s, object);
    }
    if (!frame_stopped(f, s)) {
        keep_argument(f, call, object, argument_with_object(e, f, s, argument));
    }
}

static struct value run_implicit(struct engine *e, struct frame *f, struct state *s,
                                 struct call *call)
{
    const struct node *n = frame_node(f, call->node);
    if (frame_stopped(f, s) || n->sym.i == 0) {
        return value_unknown();
    }
    if ((n->flags & NODE_DYNAMIC) != 0) { /* `delete` of an object with a virtual destructor */
        struct dispatch d = {.unit = f->unit, .method = n->sym, .known = call->node};
        dispatch_add(e, f, s, call, &d);
    } else {
        call_add_direct(e, f, call, n->sym);
    }
    (void)run_call(e, f, s, call);
    return value_unknown();
}

struct value eval_construction(struct engine *e, struct frame *f, struct state *s, node_id node,
                               uint32_t cell)
{
    const struct node *n = frame_node(f, node);
    struct call call;
    call_begin(&call, node);
    call.n_objects = 1;
    struct argument object = {0};
    if ((n->flags & NODE_ARROW) == 0) { /* a base leaves the rest of the object as it is */
        state_forget(f, s, cell);
    }
    if (cell != 0 && f->cells.at[cell].kind != PATH_GLOBAL) {
        object.value = value_make(VALUE_ADDRESS, cell, NULL);
    }
    keep_argument(f, &call, (node_id){0}, argument_with_object(e, f, s, object));
    take_references(f, &call, n->sym);
    (void)eval_arguments(e, f, s, &call, n->first);
    return run_implicit(e, f, s, &call);
}

struct value eval_implicit_call(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    if (n->kind == NODE_CONSTRUCT) {
        return eval_construction(e, f, s, node, 0);
    }
    struct call call;
    call_begin(&call, node);
    call.n_objects = n->first.i != 0 ? 1 : 0;
    if (n->kind == NODE_DESTROY && n->first.i != 0) {
        eval_destroyed(e, f, s, &call, n->first);
    } else {
        (void)eval_arguments(e, f, s, &call, n->first);
    }
    if (n->kind == NODE_DELETE && call.n_arguments > 0 && !frame_stopped(f, s) &&
        value_same(call.arguments[0].value, value_int(0))) {
        return value_unknown(); /* of a null pointer nothing is destroyed */
    }
    return run_implicit(e, f, s, &call);
}
