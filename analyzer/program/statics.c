/*
 * statics.c - static locals and thread-local variables that are made where code first reaches them.
 *
 * Takes the linked functions; adds a root for the destructor of each such variable.  Whether and
 * when it runs follows from who makes the variable: code that does not hold the loader lock may
 * have run before, and then all that it makes is there at unload; else the walk says in which
 * phases the function that makes it is reached.  Code outside of the lock begins at exported
 * functions, at functions of external linkage that nobody in the module names (a module-definition
 * file may export them), at virtual methods, and at functions whose address is taken: threads and
 * callbacks.  An inline function is there only if something names it.
 */
#include "program/internal.h"

/* Function `callee` is named by another one, whose list this is. */
struct named {
    uint32_t callee;
    uint32_t next; /* index of the next in the list, 0: none */
};

/* What the search works on. */
struct search {
    struct arena *arena; /* of the search */
    struct program *program;
    const char *entry;
    struct node_stack stack;
    VEC(struct named) named; /* [0] is a dummy */
    uint32_t *first;         /* by function: its list */
    uint32_t *made_in;       /* [global of the unit]: function that makes it; of the unit at hand */
    bool *is_named;          /* by function: another function names it */
    bool *taken;             /* by function: its address is taken */
    bool *outside;           /* by function: reached without the lock */
    VEC(uint32_t) work;
};

static bool is_made_late(const struct unit *unit, const struct global *global)
{
    uint32_t flags = unit->symbols.at[global->sym.i].flags;
    bool late = (flags & SYMBOL_LOCAL_STATIC) != 0 || (global->flags & GLOBAL_ON_USE) != 0;
    return late && (flags & SYMBOL_SYSTEM) == 0 && (global->flags & GLOBAL_DESTROYED) != 0 &&
           global->destructor.i != 0;
}

static bool has_late_ones(const struct program *program)
{
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            if (is_made_late(unit, &unit->globals.at[g])) {
                return true;
            }
        }
    }
    return false;
}

/* Notes what one node of a function's body, or of an initialiser (function 0), names. */
static void note_node(struct search *s, uint32_t unit, uint32_t function, const struct node *n,
                      bool called)
{
    fn_id named = n->sym.i == 0 ? (fn_id){0} : s->program->function_of[unit][n->sym.i];
    if (named.i == 0) {
        return;
    }
    bool value = (n->kind == NODE_REF || n->kind == NODE_FIELD) && !called;
    s->taken[named.i] |= value;
    if (function != 0 && named.i != function) {
        s->is_named[named.i] = true;
        VEC_PUSH(s->arena, &s->named, ((struct named){named.i, s->first[function]}));
        s->first[function] = s->named.n - 1;
    }
}

static void read_tree(struct search *s, uint32_t u, uint32_t function, node_id root)
{
    const struct unit *unit = s->program->units.at[u];
    node_id callee = {0};
    VEC_PUSH(s->arena, &s->stack.nodes, root);
    while (s->stack.nodes.n > 0) {
        node_id node = program_pop(unit, &s->stack);
        const struct node *n = &unit->nodes.at[node.i];
        note_node(s, u, function, n, node.i == callee.i);
        if (n->kind == NODE_CALL) {
            callee = n->first;
        }
        uint32_t global = n->kind == NODE_DECLARE ? s->program->global_of[u][n->sym.i] : 0;
        if (global != 0 && function != 0) {
            s->made_in[global - 1] = function;
        }
        program_push_children(s->arena, unit, node, &s->stack);
    }
}

/* True if code that does not hold the lock can begin with the function. */
static bool begins_outside(const struct search *s, uint32_t f)
{
    const struct program_function *function = &s->program->functions.at[f];
    const struct symbol *symbol = program_symbol(s->program, function->unit, function->sym);
    if (function->function == NULL) {
        return false;
    }
    bool inlined = (function->function->flags & FUNCTION_INLINE) != 0;
    bool external = (symbol->flags & SYMBOL_INTERNAL) == 0 && !inlined && !s->is_named[f];
    uint32_t by_system = FUNCTION_CONSTRUCTOR | FUNCTION_DESTRUCTOR;
    if (program_is_entry(s->program->units.at[function->unit], function->function, s->entry) ||
        (function->function->flags & by_system) != 0) {
        return false;
    }
    return external || s->taken[f] || (symbol->flags & (SYMBOL_DLLEXPORT | SYMBOL_VIRTUAL)) != 0;
}

static void find_outside(struct search *s)
{
    for (uint32_t f = 1; f < s->program->functions.n; f++) {
        if (begins_outside(s, f)) {
            s->outside[f] = true;
            VEC_PUSH(s->arena, &s->work, f);
        }
    }
    while (s->work.n > 0) {
        uint32_t f = s->work.at[--s->work.n];
        for (uint32_t n = s->first[f]; n != 0; n = s->named.at[n].next) {
            uint32_t callee = s->named.at[n].callee;
            if (!s->outside[callee]) {
                s->outside[callee] = true;
                VEC_PUSH(s->arena, &s->work, callee);
            }
        }
    }
}

/* Returns the first of the functions that are copies of this one in several units. */
static fn_id first_copy(const struct program *program, uint32_t f)
{
    const struct program_function *function = &program->functions.at[f];
    const struct symbol *symbol = program_symbol(program, function->unit, function->sym);
    uint32_t first = f;
    if ((symbol->flags & SYMBOL_INTERNAL) == 0) {
        (void)strmap_get(program->definitions, symbol->usr, &first);
    }
    return (fn_id){first};
}

static void add_late_roots(struct search *s, uint32_t u, const uint32_t *made_in)
{
    struct program *program = s->program;
    const struct unit *unit = program->units.at[u];
    for (uint32_t g = 0; g < unit->globals.n; g++) {
        const struct global *global = &unit->globals.at[g];
        fn_id destructor = program->function_of[u][global->destructor.i];
        fn_id maker = {made_in[g]};
        if (!is_made_late(unit, global) || destructor.i == 0 || maker.i == 0 ||
            first_copy(program, maker.i).i != maker.i) {
            continue;
        }
        bool outside = false;
        for (uint32_t f = maker.i; f != 0; f = program->next_definition[f]) {
            outside |= s->outside[f];
        }
        program_add_destructor(program, u, global, maker, outside);
    }
}

void program_find_statics(struct program *program, const char *entry)
{
    if (!has_late_ones(program)) {
        return;
    }
    struct arena *arena = arena_create();
    uint32_t n = program->functions.n;
    struct search s = {.arena = arena,
                       .program = program,
                       .entry = entry,
                       .first = ARENA_NEW_N(arena, uint32_t, n),
                       .is_named = ARENA_NEW_N(arena, bool, n),
                       .taken = ARENA_NEW_N(arena, bool, n),
                       .outside = ARENA_NEW_N(arena, bool, n)};
    VEC_PUSH(arena, &s.named, ((struct named){0}));
    uint32_t **made_in = ARENA_NEW_N(arena, uint32_t *, program->units.n);
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        made_in[u] = ARENA_NEW_N(arena, uint32_t, unit->globals.n);
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            read_tree(&s, u, 0, unit->globals.at[g].init);
        }
    }
    for (uint32_t f = 1; f < n; f++) {
        uint32_t u = program->functions.at[f].unit;
        s.made_in = made_in[u];
        read_tree(&s, u, f, program->functions.at[f].body);
    }
    find_outside(&s);
    for (uint32_t u = 0; u < program->units.n; u++) {
        add_late_roots(&s, u, made_in[u]);
    }
    arena_destroy(arena);
}
