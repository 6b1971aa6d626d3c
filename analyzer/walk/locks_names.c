/*
 * locks_names.c - what a function's body says of the places of locks, and what places are at calls.
 *
 * A local pointer or reference that is set once stands for what it is set to.  A constructor that
 * keeps a parameter in a member says the same of every object it makes, so that the destructor of a
 * guard releases the lock which its constructor took.  Values that are set more than once stand for
 * nothing.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "walk/locks.h"

enum {
    DEEPEST_CONSTRUCTOR = 8, /* constructors within constructors whose members are followed */
    MOST_ALIASES = 64,       /* of parameters, in one function */
    LONGEST_CHAIN = 8,       /* aliases of aliases */
};

/* One body that is being read. */
struct reading {
    struct locks *l;
    fn_id fn;
    uint32_t unit;
    struct lock_names *names;
};

static const struct node *node_at(const struct reading *r, node_id node)
{
    return program_node(r->l->program, r->unit, node);
}

static void set_alias(struct reading *r, uint32_t from, uint32_t to)
{
    struct locks *l = r->l;
    enum lock_place_kind base = l->places.at[locks_base(l, from)].kind;
    if (from == 0 || from == to) {
        return;
    }
    if (base == PLACE_LOCAL) {
        struct lock_place *place = &l->places.at[from];
        place->many |= to == 0 || (place->alias != 0 && place->alias != to);
        place->shared |= to != 0 && l->places.at[locks_base(l, to)].kind == PLACE_GLOBAL;
        place->alias = to;
        return;
    }
    if (base != PLACE_PARAM) {
        return;
    }
    for (uint32_t i = 0; i < r->names->aliases.n; i++) {
        struct lock_alias *known = &r->names->aliases.at[i];
        if (known->from == from) {
            known->to = known->to == to ? to : 0;
            return;
        }
    }
    if (r->names->aliases.n < MOST_ALIASES) {
        VEC_PUSH(l->arena, &r->names->aliases, ((struct lock_alias){from, to}));
    }
}

/* Notes a value that is stored in a pointer or reference. */
static void read_store(struct reading *r, uint32_t target, node_id value)
{
    struct locks *l = r->l;
    if (target == 0 || value.i == 0 || !l->places.at[target].pointer) {
        return;
    }
    uint32_t to = locks_place_of(l, r->fn, value);
    bool useful = to != 0 && l->places.at[to].kind != PLACE_UNKNOWN;
    set_alias(r, target, useful ? to : 0);
}

static void read_target(struct reading *r, uint32_t place, node_id value)
{
    if (value.i != 0 && node_at(r, value)->kind == NODE_CONSTRUCT) {
        struct lock_constructed made = {value.i, place};
        VEC_PUSH(r->l->arena, &r->names->constructed, made);
    } else {
        read_store(r, place, value);
    }
}

static void read_node(struct reading *r, node_id node)
{
    const struct node *n = node_at(r, node);
    if (n->kind == NODE_DECLARE && n->first.i != 0) {
        const struct symbol *symbol = program_symbol(r->l->program, r->unit, n->sym);
        if (symbol->kind == SYMBOL_LOCAL) {
            uint32_t place = locks_place(r->l, PLACE_LOCAL, r->fn.i, n->sym.i);
            bool pointer = (symbol->flags & SYMBOL_POINTER) != 0 || text_ends(symbol->type, "&");
            r->l->places.at[place].pointer = pointer;
            read_target(r, place, n->first);
        }
    } else if (n->kind == NODE_ASSIGN && n->op == NODE_OP_NONE) {
        read_target(r, locks_place_of(r->l, r->fn, n->first), node_at(r, n->first)->next);
    }
}

static int compare_constructed(const void *a, const void *b)
{
    const struct lock_constructed *left = a;
    const struct lock_constructed *right = b;
    return (left->node > right->node) - (left->node < right->node);
}

uint32_t locks_constructed(const struct lock_names *names, node_id node)
{
    uint32_t low = 0;
    uint32_t high = names->constructed.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (names->constructed.at[middle].node < node.i) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    bool found = low < names->constructed.n && names->constructed.at[low].node == node.i;
    return found ? names->constructed.at[low].place : 0;
}

/* Takes over what the body of a constructor says of the object it makes. */
static void read_body_of(struct reading *r, struct lock_call call, fn_id callee, uint32_t made)
{
    struct locks *l = r->l;
    const struct lock_names *inner = locks_names(l, callee);
    uint32_t self = locks_place(l, PLACE_PARAM, 0, 0);
    for (uint32_t i = 0; inner != NULL && i < inner->aliases.n; i++) {
        struct lock_alias alias = inner->aliases.at[i];
        if (locks_base(l, alias.from) == self && alias.from != self) {
            uint32_t to = alias.to == 0 ? 0 : locks_at_call(l, call, callee, alias.to);
            bool useful = to != 0 && l->places.at[to].kind != PLACE_UNKNOWN;
            set_alias(r, locks_move(l, alias.from, self, made), useful ? to : 0);
        }
    }
    for (uint32_t i = 0; inner != NULL && i < inner->guards.n; i++) {
        struct lock_guard guard = inner->guards.at[i];
        if (locks_base(l, guard.guard) == self) {
            guard.guard = locks_move(l, guard.guard, self, made);
            guard.lock = locks_at_call(l, call, callee, guard.lock);
            VEC_PUSH(l->arena, &r->names->guards, guard);
        }
    }
}

/* A constructor that the packs know: its arguments are the locks that the object guards. */
static void read_guard(struct reading *r, struct lock_call call, const struct known_api *known,
                       uint32_t made)
{
    struct locks *l = r->l;
    const struct node *n = node_at(r, call.node);
    uint32_t position = 0;
    for (uint32_t i = 0; i < known->n; i++) {
        if (!known->first[i].has_object) {
            continue;
        }
        for (node_id a = n->first; a.i != 0; a = node_at(r, a)->next) {
            if (position++ >= known->first[i].object) {
                struct lock_guard guard = {made, locks_place_of(l, r->fn, a)};
                VEC_PUSH(l->arena, &r->names->guards, guard);
            }
        }
        return;
    }
}

static void read_constructors(struct reading *r)
{
    for (uint32_t i = 0; i < r->names->constructed.n; i++) {
        struct lock_constructed made = r->names->constructed.at[i];
        struct lock_call call = {r->fn, {made.node}};
        sym_id sym = node_at(r, call.node)->sym;
        struct known_api known = program_api(r->l->program, r->unit, sym);
        fn_id body = program_body(r->l->program, r->unit, sym);
        if (known.n > 0) {
            read_guard(r, call, &known, made.place);
        } else if (body.i != 0) {
            read_body_of(r, call, body, made.place);
        }
    }
}

const struct lock_names *locks_names(struct locks *l, fn_id fn)
{
    if (l->names[fn.i] != NULL || l->depth >= DEEPEST_CONSTRUCTOR) {
        return l->names[fn.i];
    }
    l->names[fn.i] = ARENA_NEW(l->arena, struct lock_names);
    const struct program_function *function = &l->program->functions.at[fn.i];
    struct reading r = {l, fn, function->unit, l->names[fn.i]};
    VEC(node_id) stack = {0};
    struct arena *scratch = arena_create();
    VEC_PUSH(scratch, &stack, function->body);
    while (stack.n > 0) {
        node_id node = stack.at[--stack.n];
        read_node(&r, node);
        for (node_id c = node_at(&r, node)->first; c.i != 0; c = node_at(&r, c)->next) {
            VEC_PUSH(scratch, &stack, c);
        }
    }
    arena_destroy(scratch);
    if (r.names->constructed.n > 0) {
        qsort(r.names->constructed.at, r.names->constructed.n, sizeof *r.names->constructed.at,
              compare_constructed);
    }
    l->depth++;
    read_constructors(&r);
    l->depth--;
    return l->names[fn.i];
}

/* The place that a part of a place stands for: `*part` is set to the longest such part. */
static uint32_t alias_of(const struct locks *l, const struct lock_names *names, uint32_t place,
                         uint32_t *part)
{
    for (uint32_t p = place; p != 0; p = l->places.at[p].parent) {
        const struct lock_place *at = &l->places.at[p];
        *part = p;
        if (at->many) {
            return 0;
        }
        if (at->alias != 0) {
            return at->alias;
        }
        for (uint32_t i = 0; names != NULL && i < names->aliases.n; i++) {
            if (names->aliases.at[i].from == p) {
                return names->aliases.at[i].to;
            }
        }
        if (at->kind != PLACE_FIELD && at->kind != PLACE_ELEMENT) {
            break;
        }
    }
    *part = 0;
    return 0;
}

uint32_t locks_resolve(struct locks *l, fn_id fn, uint32_t place)
{
    const struct lock_names *names = locks_names(l, fn);
    for (int i = 0; i < LONGEST_CHAIN; i++) {
        uint32_t part = 0;
        uint32_t to = alias_of(l, names, place, &part);
        if (part == 0) {
            return place;
        }
        if (to == 0 && l->places.at[part].kind == PLACE_FIELD) {
            return place; /* one of several objects: the field still names the class */
        }
        int64_t shared = l->places.at[part].shared ? UNKNOWN_SHARED : 0;
        to = to == 0 ? locks_place(l, PLACE_UNKNOWN, 0, shared) : to;
        place = locks_move(l, place, part, to);
    }
    return place;
}

static bool is_method(const struct locks *l, fn_id fn)
{
    const struct program_function *function = &l->program->functions.at[fn.i];
    if (function->function == NULL || function->function->n_params == 0) {
        return false;
    }
    const struct unit *unit = l->program->units.at[function->unit];
    sym_id first = unit->params.at[function->function->first_param];
    return strcmp(unit->symbols.at[first.i].name, "this") == 0;
}

/* The object that a method is called for. */
static uint32_t receiver(struct locks *l, struct lock_call call)
{
    uint32_t u = l->program->functions.at[call.caller.i].unit;
    const struct node *n = program_node(l->program, u, call.node);
    uint32_t unknown = locks_place(l, PLACE_UNKNOWN, 0, 0);
    if (n->kind == NODE_CONSTRUCT) {
        const struct lock_names *names = locks_names(l, call.caller);
        uint32_t made = names == NULL ? 0 : locks_constructed(names, call.node);
        return made == 0 ? unknown : made;
    }
    node_id object = n->first;
    if (n->kind == NODE_CALL) {
        const struct node *callee = program_node(l->program, u, n->first);
        object = callee->kind == NODE_FIELD ? callee->first : (node_id){0};
    }
    return object.i == 0 ? unknown : locks_place_of(l, call.caller, object);
}

/* An argument by position, without the object; 0 behind the last. */
static node_id argument_node(const struct locks *l, struct lock_call call, uint32_t position)
{
    uint32_t u = l->program->functions.at[call.caller.i].unit;
    const struct node *n = program_node(l->program, u, call.node);
    node_id a = n->first;
    if (n->kind == NODE_CALL) {
        a = program_node(l->program, u, a)->next;
    } else if (n->kind != NODE_CONSTRUCT) {
        return (node_id){0};
    }
    for (; a.i != 0 && position > 0; position--) {
        a = program_node(l->program, u, a)->next;
    }
    return a;
}

/* Its place; 0 behind the last. */
static uint32_t argument(struct locks *l, struct lock_call call, uint32_t position)
{
    node_id a = argument_node(l, call, position);
    return a.i == 0 ? 0 : locks_place_of(l, call.caller, a);
}

node_id locks_argument(struct locks *l, struct lock_call call, fn_id callee, uint32_t param)
{
    bool method = is_method(l, callee);
    return method && param == 0 ? (node_id){0} : argument_node(l, call, param - (method ? 1 : 0));
}

uint32_t locks_at_call(struct locks *l, struct lock_call call, fn_id callee, uint32_t place)
{
    uint32_t base = locks_base(l, place);
    if (l->places.at[base].kind != PLACE_PARAM) {
        return place;
    }
    uint32_t position = (uint32_t)l->places.at[base].key;
    bool method = is_method(l, callee);
    uint32_t to = method && position == 0 ? receiver(l, call)
                                          : argument(l, call, position - (method ? 1 : 0));
    if (to == 0) {
        to = locks_place(l, PLACE_UNKNOWN, 0, 0);
    }
    return locks_resolve(l, call.caller, locks_move(l, place, base, to));
}

static void add_object(struct locks *l, struct lock_call call, uint32_t place,
                       struct lock_objects *objects)
{
    const struct lock_names *names = locks_names(l, call.caller);
    bool guard = false;
    for (uint32_t i = 0; names != NULL && i < names->guards.n; i++) {
        if (names->guards.at[i].guard == place) {
            uint32_t lock = locks_resolve(l, call.caller, names->guards.at[i].lock);
            VEC_PUSH(l->arena, &objects->list, lock);
            guard = true;
        }
    }
    if (!guard && place != 0) {
        VEC_PUSH(l->arena, &objects->list, locks_resolve(l, call.caller, place));
    }
}

void locks_objects(struct locks *l, struct lock_call call, const struct api *api,
                   struct lock_objects *objects)
{
    uint32_t u = l->program->functions.at[call.caller.i].unit;
    bool constructor = program_node(l->program, u, call.node)->kind == NODE_CONSTRUCT;
    if (!api->has_object) {
        add_object(l, call, receiver(l, call), objects);
        return;
    }
    for (uint32_t i = api->object;; i++) {
        uint32_t place = argument(l, call, i);
        if (place == 0) {
            return;
        }
        add_object(l, call, place, objects);
        if (!constructor) {
            return;
        }
    }
}
