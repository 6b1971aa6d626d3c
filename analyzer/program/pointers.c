/*
 * pointers.c - which functions can a pointer hold?
 *
 * Flow does not matter here and neither does the object: one slot for every global, field (of all
 * objects of its type), parameter, local and result.  Every assignment, initialiser, argument and
 * `return` in the module adds a function to a slot, or an inclusion edge between slots; then the
 * sets are propagated to a fixed point.  What cannot be named (a result of unknown code,
 * arithmetic) marks the slot as holding something else, too.
 *
 * Only places whose type can hold a function's address have slots: a pointer to a function, `void
 * *`, or an array or struct of such.  The walk asks a slot only where it has no value of its own.
 */
#include <string.h>

#include "program/internal.h"

enum { MOST_CALLEES = 16, MOST_ROUNDS = 4, MOST_MAKERS = 8, MOST_ARGUMENTS = 16 };

/* A call through a pointer. */
struct pointer_use {
    uint32_t unit;
    node_id call;
    uint32_t read; /* candidates whose parameters have its arguments */
};

/* What the collection works on. */
struct collector {
    struct arena *arena;
    struct program *program;
    fn_id current;          /* the function whose body is read */
    struct node_stack work; /* values to be read into `to` */
    struct node_stack tree; /* nodes of the tree that is read */
    struct arena *scratch;
    VEC(struct pointer_use) uses;
    uint32_t n_flows; /* so far */
};

static slot_id new_slot(struct collector *c, const char *name)
{
    VEC_PUSH(c->arena, &c->program->slots, ((struct slot){.name = name}));
    return (slot_id){c->program->slots.n - 1};
}

/* Returns the slot of a variable or field, made when first asked for. */
static slot_id make_slot(struct collector *c, uint32_t unit, sym_id sym)
{
    struct program *program = c->program;
    slot_id *known = &program->slot_of[unit][sym.i];
    const struct symbol *symbol = program_symbol(program, unit, sym);
    if (known->i != 0 || sym.i == 0 || symbol->kind < SYMBOL_GLOBAL ||
        symbol->kind == SYMBOL_LABEL) {
        return *known;
    }
    uint32_t key = program->key_of[unit][sym.i];
    if (key != 0 && program->slot_by_key[key].i != 0) {
        *known = program->slot_by_key[key];
        return *known;
    }
    *known = new_slot(c, symbol->name);
    if (key != 0) {
        program->slot_by_key[key] = *known;
    }
    return *known;
}

/* The same, 0 if it cannot hold a function. */
static slot_id slot_of_symbol(struct collector *c, uint32_t unit, sym_id sym)
{
    slot_id known = c->program->slot_of[unit][sym.i];
    bool can = known.i == 0 && program_can_hold_function(program_symbol(c->program, unit, sym));
    return can ? make_slot(c, unit, sym) : known;
}

/* The slot of a variable or field that gets a value: a number can stand for the function that an
 * API was handed. */
static slot_id slot_for_value(struct collector *c, uint32_t unit, sym_id sym, node_id value)
{
    const struct unit *facts = c->program->units.at[unit];
    const struct node *n = &facts->nodes.at[value.i];
    bool named = n->kind == NODE_CALL && facts->nodes.at[n->first.i].kind == NODE_REF;
    const struct api *api = named ? program_call_api(c->program, unit, value) : NULL;
    bool held = api != NULL && strcmp(api->returns, "held") == 0;
    bool stands = held && facts->nodes.at[program_argument(facts, value, 0).i].kind == NODE_REF;
    return stands ? make_slot(c, unit, sym) : slot_of_symbol(c, unit, sym);
}

static slot_id slot_of_result(struct collector *c, fn_id fn)
{
    slot_id *known = &c->program->result_of[fn.i];
    if (known->i == 0) {
        const struct program_function *function = &c->program->functions.at[fn.i];
        const struct symbol *symbol = program_symbol(c->program, function->unit, function->sym);
        bool pointer = (symbol->flags & SYMBOL_POINTER) != 0 || symbol->type[0] == '\0';
        if (pointer && function->function != NULL) {
            *known = new_slot(c, function->name);
        }
    }
    return *known;
}

static bool contains(const struct slot *slot, fn_id fn)
{
    for (uint32_t i = 0; i < slot->functions.n; i++) {
        if (slot->functions.at[i].i == fn.i) {
            return true;
        }
    }
    return false;
}

static bool add_candidate(struct arena *arena, struct slot *slot, fn_id fn)
{
    if (contains(slot, fn)) {
        return false;
    }
    if (slot->functions.n >= PROGRAM_MOST_CANDIDATES) {
        bool changed = !slot->other;
        slot->other = true;
        slot->full = true;
        return changed;
    }
    VEC_PUSH(arena, &slot->functions, fn);
    return true;
}

static bool add_external(struct arena *arena, struct slot *slot, uint32_t unit, sym_id sym)
{
    for (uint32_t i = 0; i < slot->externals.n; i++) {
        if (slot->externals.at[i].i == sym.i && slot->external_units.at[i] == unit) {
            return false;
        }
    }
    if (slot->externals.n >= PROGRAM_MOST_CANDIDATES) {
        bool changed = !slot->other;
        slot->other = true;
        slot->full = true;
        return changed;
    }
    VEC_PUSH(arena, &slot->externals, sym);
    VEC_PUSH(arena, &slot->external_units, unit);
    return true;
}

static void add_flow(struct collector *c, slot_id from, slot_id to)
{
    if (from.i == 0 || to.i == 0 || from.i == to.i) {
        return;
    }
    VEC_PUSH(c->arena, &c->program->slots.at[from.i].flows_to, to);
    c->n_flows++;
}

static void store_reference(struct collector *c, uint32_t unit, sym_id sym, slot_id to)
{
    const struct symbol *symbol = program_symbol(c->program, unit, sym);
    struct slot *slot = &c->program->slots.at[to.i];
    if (symbol->kind > SYMBOL_DESTRUCTOR) {
        slot_id from = slot_of_symbol(c, unit, sym);
        if (from.i == 0) {
            c->program->slots.at[to.i].other = true;
        }
        add_flow(c, from, to);
    } else if (c->program->function_of[unit][sym.i].i != 0) {
        (void)add_candidate(c->arena, slot, c->program->function_of[unit][sym.i]);
    } else {
        (void)add_external(c->arena, slot, unit, sym);
    }
}

static void push(struct collector *c, node_id node)
{
    VEC_PUSH(c->scratch, &c->work.nodes, node);
}

/* Adds a call that made what the slot may hold; returns true if that was news. */
static bool add_maker(struct arena *arena, struct slot *slot, uint32_t maker)
{
    for (uint32_t i = 0; i < slot->makers.n; i++) {
        if (slot->makers.at[i] == maker) {
            return false;
        }
    }
    if (slot->makers.n == MOST_MAKERS) {
        return false;
    }
    VEC_PUSH(arena, &slot->makers, maker);
    return true;
}

/* Stores what a call makes: a thread, a module. */
static void store_made(struct collector *c, uint32_t u, node_id call, const char *what, slot_id to)
{
    struct slot *slot = &c->program->slots.at[to.i];
    const struct node *callee =
        program_node(c->program, u, program_node(c->program, u, call)->first);
    if (to.i == 0) {
        return;
    }
    (void)slot_add_origin(slot, what);
    if (add_maker(c->arena, slot, c->program->makers.n)) {
        struct maker maker = {c->current, u, call, program_api(c->program, u, callee->sym).name};
        VEC_PUSH(c->arena, &c->program->makers, maker);
    }
}

/* Stores what an API makes, or what a place held that it was handed; returns true if what it gives
 * is told here or by looked_up.c: texts that are not known yet, and what is looked up by name. */
static bool store_api_result(struct collector *c, uint32_t u, node_id call, slot_id to)
{
    const struct unit *unit = c->program->units.at[u];
    const struct node *callee =
        program_node(c->program, u, program_node(c->program, u, call)->first);
    struct api_argument arguments[MOST_ARGUMENTS] = {0};
    uint32_t n = 0;
    for (node_id a = callee->next; a.i != 0 && n < MOST_ARGUMENTS; a = unit->nodes.at[a.i].next) {
        arguments[n++] = program_literal_argument(c->program, u, a);
    }
    struct known_api known = program_api(c->program, u, callee->sym);
    const struct api *api = program_call_api(c->program, u, call);
    bool later = looked_up_later(&known, arguments, n);
    c->program->looks_up |= later;
    if (api != NULL && strcmp(api->returns, "held") == 0) {
        push(c, callee->kind == NODE_FIELD ? callee->first : program_argument(unit, call, 0));
    } else if (api != NULL && !later && !api->has_out && api->returns[0] != '\0' &&
               !api_makes_object(api)) {
        store_made(c, u, call, api->returns, to);
    }
    return known.n > 0 && api_looks_up(known.first);
}

static void store_call(struct collector *c, uint32_t unit, node_id call, slot_id to)
{
    const struct node *n = program_node(c->program, unit, call);
    const struct node *callee = program_node(c->program, unit, n->first);
    fn_id fn = {0};
    if (callee->kind == NODE_REF || callee->kind == NODE_FIELD) {
        fn = c->program->function_of[unit][callee->sym.i];
    }
    slot_id from = fn.i == 0 ? (slot_id){0} : slot_of_result(c, fn);
    bool told = false;
    if (callee->kind == NODE_REF || callee->kind == NODE_FIELD) {
        told = store_api_result(c, unit, call, to);
    }
    if (from.i == 0 && !told) {
        c->program->slots.at[to.i].other = true;
    }
    add_flow(c, from, to);
}

static void push_last_child(struct collector *c, const struct unit *unit, node_id node)
{
    node_id last = unit->nodes.at[node.i].first;
    while (last.i != 0 && unit->nodes.at[last.i].next.i != 0) {
        last = unit->nodes.at[last.i].next;
    }
    if (last.i != 0) {
        push(c, last);
    }
}

/* Stores one value, or pushes the parts that are its value. */
static void store_part(struct collector *c, uint32_t u, node_id value, slot_id to)
{
    const struct unit *unit = c->program->units.at[u];
    const struct node *n = &unit->nodes.at[value.i];
    const char *text = program_fixed_text(c->program, u, value);
    if (text != NULL) {
        (void)slot_add_text(c->arena, &c->program->slots.at[to.i], text);
        return;
    }
    switch (n->kind) {
    case NODE_REF:
    case NODE_FIELD:
    case NODE_LAMBDA:
        store_reference(c, u, n->sym, to);
        break;
    case NODE_INDEX:
    case NODE_ADDRESS:
    case NODE_DEREF:
        push(c, n->first);
        break;
    case NODE_COND:
        if (unit->nodes.at[node_child(unit, value, 1).i].kind == NODE_NONE) {
            push(c, n->first);
        }
        push(c, node_child(unit, value, 1));
        push(c, node_child(unit, value, 2));
        break;
    case NODE_COMMA:
    case NODE_ASSIGN:
    case NODE_STATEMENT_EXPR:
        push_last_child(c, unit, value);
        break;
    case NODE_CALL:
        store_call(c, u, value, to);
        break;
    case NODE_INT:
        c->program->slots.at[to.i].other |= n->value != 0;
        break;
    case NODE_NONE:
    case NODE_INIT_LIST:
        break;
    default:
        c->program->slots.at[to.i].other = true;
    }
}

/* Stores what an expression can be into a slot. */
static void store(struct collector *c, uint32_t u, node_id value, slot_id to)
{
    if (to.i == 0 || value.i == 0) {
        return;
    }
    c->work.nodes.n = 0;
    push(c, value);
    while (c->work.nodes.n > 0) {
        node_id part = c->work.nodes.at[--c->work.nodes.n];
        store_part(c, u, part, to);
    }
}

/* True for a type that is a reference through which something can be changed. */
static bool is_changeable_reference(const char *type)
{
    size_t n = strlen(type);
    bool named = n > 0 && type[n - 1] == '&' && strncmp(type, "const ", 6) != 0;
    return named || strstr(type, "*&)") != NULL;
}

/* What is stored through a reference is stored in what it was bound to. */
static void bind(struct collector *c, uint32_t u, node_id place, const char *type, slot_id to)
{
    const struct node *n = program_node(c->program, u, place);
    if (to.i == 0 || !c->program->units.at[u]->cplusplus || !is_changeable_reference(type)) {
        return;
    }
    if (n->kind == NODE_CALL) {
        const struct node *callee = program_node(c->program, u, n->first);
        fn_id fn = c->program->function_of[u][callee->sym.i];
        bool direct = callee->kind == NODE_REF || callee->kind == NODE_FIELD;
        add_flow(c, to, direct && fn.i != 0 ? slot_of_result(c, fn) : (slot_id){0});
        return;
    }
    add_flow(c, to, slot_of_symbol(c, u, program_holder(c->program->units.at[u], place)));
}

/* Stores the elements of an initialiser list that are not fields: of an array. */
static void store_elements(struct collector *c, uint32_t u, node_id list, slot_id to)
{
    const struct unit *unit = c->program->units.at[u];
    if (list.i == 0 || unit->nodes.at[list.i].kind != NODE_INIT_LIST) {
        store(c, u, list, to);
        return;
    }
    struct node_stack lists = {0};
    VEC_PUSH(c->scratch, &lists.nodes, list);
    while (lists.nodes.n > 0) {
        node_id next = lists.nodes.at[--lists.nodes.n];
        for (node_id e = unit->nodes.at[next.i].first; e.i != 0; e = unit->nodes.at[e.i].next) {
            const struct node *n = &unit->nodes.at[e.i];
            if (n->kind == NODE_INIT_LIST || n->kind == NODE_INIT_INDEX) {
                VEC_PUSH(c->scratch, &lists.nodes, e);
            } else if (n->kind != NODE_INIT_FIELD) {
                store(c, u, e, to);
            }
        }
    }
}

/* Stores the arguments of a call into the parameters of one body that it may run. */
static void read_arguments_of(struct collector *c, uint32_t u, const struct node *call, fn_id fn)
{
    if (c->program->takes[fn.i] == 0) {
        return;
    }
    const struct unit *unit = c->program->units.at[u];
    const struct node *callee = &unit->nodes.at[call->first.i];
    const struct program_function *body = &c->program->functions.at[fn.i];
    const struct unit *body_unit = c->program->units.at[body->unit];
    node_id argument = call->kind == NODE_CONSTRUCT ? call->first : callee->next;
    for (uint32_t i = body->method ? 1 : 0; argument.i != 0 && i < body->function->n_params; i++) {
        if (program_takes(c->program, fn, i)) {
            sym_id param = body_unit->params.at[body->function->first_param + i];
            slot_id to = slot_of_symbol(c, body->unit, param);
            store_elements(c, u, argument, to);
            bind(c, u, argument, program_symbol(c->program, body->unit, param)->type, to);
        }
        argument = unit->nodes.at[argument.i].next;
    }
}

/* Makes slots for what an API is handed by its address: it may store something there. */
static void make_out_slots(struct collector *c, uint32_t u, const struct node *callee)
{
    const struct unit *unit = c->program->units.at[u];
    for (node_id a = callee->next; a.i != 0; a = unit->nodes.at[a.i].next) {
        if (unit->nodes.at[a.i].kind == NODE_ADDRESS) {
            (void)slot_of_symbol(c, u, program_holder(unit, a));
        }
    }
}

/* Notes a call through a pointer that has arguments. */
static void note_pointer_use(struct collector *c, uint32_t u, node_id call)
{
    const struct unit *unit = c->program->units.at[u];
    const struct node *callee = &unit->nodes.at[unit->nodes.at[call.i].first.i];
    bool names = callee->kind == NODE_REF || callee->kind == NODE_FIELD;
    bool function = names && unit->symbols.at[callee->sym.i].kind <= SYMBOL_DESTRUCTOR;
    if (!function && callee->next.i != 0) {
        VEC_PUSH(c->arena, &c->uses, ((struct pointer_use){u, call, 0}));
    }
}

static void read_arguments(struct collector *c, uint32_t u, node_id node)
{
    const struct node *call = &c->program->units.at[u]->nodes.at[node.i];
    const struct node *callee = &c->program->units.at[u]->nodes.at[call->first.i];
    sym_id sym = call->kind == NODE_CONSTRUCT ? call->sym : callee->sym;
    fn_id fn = c->program->function_of[u][sym.i];
    if (fn.i != 0) {
        read_arguments_of(c, u, call, fn);
    } else if (call->kind == NODE_CALL && callee->kind != NODE_NONE) {
        make_out_slots(c, u, callee);
        note_pointer_use(c, u, node);
    }
    if ((call->flags & NODE_DYNAMIC) == 0) {
        return;
    }
    fn = program_overrider(c->program, u, sym, (fn_id){0});
    for (; fn.i != 0; fn = program_overrider(c->program, u, sym, fn)) {
        read_arguments_of(c, u, call, fn);
    }
}

/* Stores what an API leaves behind its arguments: `DuplicateHandle(..., &copy, ...)`. */
static void read_gifts(struct collector *c, uint32_t u, node_id call)
{
    const struct unit *unit = c->program->units.at[u];
    const struct api *api = program_call_api(c->program, u, call);
    for (uint32_t i = 0; api != NULL && i < api->gifts.n; i++) {
        const struct gift *gift = &api->gifts.at[i];
        node_id place = program_argument(unit, call, gift->param);
        slot_id to = slot_of_symbol(c, u, program_holder(unit, place));
        if (gift->what != NULL && packs_is_bytes(gift->what)) {
            continue; /* they may be changed before somebody asks: the walk's affair */
        }
        if (gift->what != NULL) {
            store_made(c, u, call, gift->what, to);
        } else {
            store(c, u, program_argument(unit, call, gift->as), to);
        }
    }
}

/* The slot that an assignment stores to; of `f() = x`, what f returns a reference to. */
static slot_id assigned_slot(struct collector *c, uint32_t u, node_id place)
{
    const struct node *n = program_node(c->program, u, place);
    while (n->kind == NODE_INDEX && n->first.i != 0) {
        place = n->first;
        n = program_node(c->program, u, place);
    }
    if (n->kind != NODE_CALL) {
        return slot_of_symbol(c, u, program_holder(c->program->units.at[u], place));
    }
    const struct node *callee = program_node(c->program, u, n->first);
    bool direct = callee->kind == NODE_REF || callee->kind == NODE_FIELD;
    fn_id fn = direct ? c->program->function_of[u][callee->sym.i] : (fn_id){0};
    return fn.i == 0 ? (slot_id){0} : slot_of_result(c, fn);
}

/* "T &" of the function that is read, as far as a reference is concerned. */
static const char *result_type(const struct collector *c)
{
    const struct program_function *function = &c->program->functions.at[c->current.i];
    const char *type = program_symbol(c->program, function->unit, function->sym)->type;
    bool reference = strstr(type, "&(") != NULL || strstr(type, "& (") != NULL;
    return reference && strncmp(type, "const ", 6) != 0 ? "&" : "";
}

static void read_node(struct collector *c, uint32_t u, node_id node)
{
    const struct unit *unit = c->program->units.at[u];
    const struct node *n = &unit->nodes.at[node.i];
    switch (n->kind) {
    case NODE_ASSIGN: {
        node_id value = unit->nodes.at[n->first.i].next;
        (void)slot_for_value(c, u, program_holder(unit, n->first), value);
        store_elements(c, u, value, assigned_slot(c, u, n->first));
        break;
    }
    case NODE_DECLARE:
    case NODE_RANGE_FOR:
    case NODE_INIT_FIELD: {
        slot_id to = slot_for_value(c, u, n->sym, n->first);
        store_elements(c, u, n->first, to);
        bind(c, u, n->first, program_symbol(c->program, u, n->sym)->type, to);
        break;
    }
    case NODE_CALL:
    case NODE_CONSTRUCT:
        read_arguments(c, u, node);
        read_gifts(c, u, node);
        break;
    case NODE_RETURN:
        if (n->first.i != 0) {
            store(c, u, n->first, slot_of_result(c, c->current));
            bind(c, u, n->first, result_type(c), slot_of_result(c, c->current));
        }
        break;
    default:
        break;
    }
}

static void read_tree(struct collector *c, uint32_t u, node_id root)
{
    VEC_PUSH(c->scratch, &c->tree.nodes, root);
    while (c->tree.nodes.n > 0) {
        node_id node = program_pop(c->program->units.at[u], &c->tree);
        read_node(c, u, node);
        program_push_children(c->scratch, c->program->units.at[u], node, &c->tree);
    }
}

static void read_module(struct collector *c)
{
    struct program *program = c->program;
    for (uint32_t f = 1; f < program->functions.n; f++) {
        c->current = (fn_id){f};
        read_tree(c, program->functions.at[f].unit, program->functions.at[f].body);
    }
    c->current = (fn_id){0};
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            const struct global *global = &unit->globals.at[g];
            if (global->init.i != 0) {
                slot_id to = slot_for_value(c, u, global->sym, global->init);
                store_elements(c, u, global->init, to);
                read_tree(c, u, global->init);
            }
        }
    }
}

/* Adds everything `from` holds to `to`; returns true if that was news. */
static bool include(struct program *program, struct arena *arena, slot_id from, slot_id to)
{
    bool changed = false;
    const struct slot *source = &program->slots.at[from.i];
    struct slot *target = &program->slots.at[to.i];
    for (uint32_t i = 0; i < source->functions.n; i++) {
        changed |= add_candidate(arena, target, source->functions.at[i]);
    }
    for (uint32_t i = 0; i < source->externals.n; i++) {
        changed |=
            add_external(arena, target, source->external_units.at[i], source->externals.at[i]);
    }
    changed |= slot_add_origin(target, source->mixed ? NULL : source->origin);
    changed |= slot_include_names(arena, target, source);
    if (source->mixed && !target->mixed) {
        target->mixed = true;
        changed = true;
    }
    for (uint32_t i = 0; i < source->makers.n; i++) {
        changed |= add_maker(arena, target, source->makers.at[i]);
    }
    if (source->other && !target->other) {
        target->other = true;
        changed = true;
    }
    return changed;
}

void program_propagate_slots(struct arena *arena, struct program *program)
{
    struct arena *scratch = arena_create();
    VEC(slot_id) work = {0};
    bool *queued = ARENA_NEW_N(scratch, bool, program->slots.n);
    for (uint32_t s = program->slots.n - 1; s > 0; s--) {
        VEC_PUSH(scratch, &work, ((slot_id){s}));
        queued[s] = true;
    }
    while (work.n > 0) {
        slot_id from = work.at[--work.n];
        queued[from.i] = false;
        for (uint32_t i = 0; i < program->slots.at[from.i].flows_to.n; i++) {
            slot_id to = program->slots.at[from.i].flows_to.at[i];
            if (include(program, arena, from, to) && !queued[to.i]) {
                VEC_PUSH(scratch, &work, to);
                queued[to.i] = true;
            }
        }
    }
    arena_destroy(scratch);
}

/* Hands the arguments of calls through pointers to the functions that these may hold by now. */
static void read_pointer_uses(struct collector *c)
{
    for (uint32_t i = 0; i < c->uses.n; i++) {
        struct pointer_use *use = &c->uses.at[i];
        const struct node *call = program_node(c->program, use->unit, use->call);
        slot_id slot = program_slot(c->program, use->unit, call->first);
        uint32_t n = c->program->slots.at[slot.i].functions.n;
        for (; use->read < n && n <= MOST_CALLEES; use->read++) {
            fn_id fn = c->program->slots.at[slot.i].functions.at[use->read];
            if (c->program->functions.at[fn.i].function != NULL) {
                read_arguments_of(c, use->unit, call, fn);
            }
        }
    }
}

void program_find_pointers(struct arena *arena, struct program *program)
{
    struct collector c = {.arena = arena, .program = program, .scratch = arena_create()};
    program->slot_by_key = ARENA_NEW_N(arena, slot_id, program->key_names.n);
    program->result_of = ARENA_NEW_N(arena, slot_id, program->functions.n);
    VEC_PUSH(arena, &program->slots, ((struct slot){.name = ""}));
    read_module(&c);
    program_propagate_slots(arena, program);
    for (uint32_t round = 0; round < MOST_ROUNDS; round++) {
        uint32_t n_flows = c.n_flows;
        uint32_t n_slots = program->slots.n;
        read_pointer_uses(&c);
        if (c.n_flows == n_flows && program->slots.n == n_slots) {
            break;
        }
        program_propagate_slots(arena, program);
    }
    arena_destroy(c.scratch);
    if (program->looks_up) {
        program_find_looked_up(arena, program);
    }
    program->n_common_slots = program->slots.n;
}
