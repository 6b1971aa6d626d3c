/*
 * uses.c - who mentions a function, in all code of the module.
 *
 * Every body and every initialiser is read once, without recursion.  A reference to a function is a
 * call where it is called, is handed over where it is the value of an argument, and is stored
 * otherwise.  Casts, conditions and the like do not hide that: they hand on where they stand.
 */
#include "program/uses.h"

#include "program/internal.h"

/* A node to be read, and where it stands. */
struct visit {
    node_id node;
    node_id around;     /* the nearest node with a place */
    node_id call;       /* the call whose argument it is the value of; 0: none */
    uint32_t argument;  /* its position */
    const char *holder; /* the variable or field whose value it is; NULL: none */
};

/* What the reading works on. */
struct reader {
    struct arena *arena;
    const struct program *program;
    struct program_uses *uses;
    uint32_t unit;
    fn_id from;
    const char *in;
    where_id where; /* of what is read, for nodes without a place */
    VEC(struct visit) work;
};

static const struct node *node_at(const struct reader *r, node_id node)
{
    return program_node(r->program, r->unit, node);
}

static const struct symbol *symbol_at(const struct reader *r, sym_id sym)
{
    return program_symbol(r->program, r->unit, sym);
}

static bool is_function(const struct reader *r, sym_id sym)
{
    return sym.i != 0 && symbol_at(r, sym)->kind <= SYMBOL_DESTRUCTOR;
}

static struct use_list *outside_list(struct reader *r, const char *name)
{
    struct program_uses *uses = r->uses;
    uint32_t index = strmap_intern(uses->outside_names, name, uses->outside.n);
    if (index == uses->outside.n) {
        VEC_PUSH(r->arena, &uses->outside, ((struct use_list){0}));
        VEC_PUSH(r->arena, &uses->names, name);
    }
    return &uses->outside.at[index];
}

static struct program_use use_at(const struct reader *r, const struct visit *v, enum use_kind kind)
{
    node_id place = node_at(r, v->node)->where.i != 0 ? v->node : v->around;
    return (struct program_use){.kind = kind,
                                .from = r->from,
                                .unit = r->unit,
                                .node = v->node,
                                .in = r->in,
                                .where = place.i != 0 ? node_at(r, place)->where : r->where};
}

/* Adds a use of the body behind a symbol, or of the function that has none here. */
static void add_use(struct reader *r, sym_id sym, struct program_use use)
{
    fn_id fn = program_body(r->program, r->unit, sym);
    if (use.name == NULL && use.kind != USE_STORED) {
        use.name = symbol_at(r, sym)->name;
    }
    struct use_list *list =
        fn.i != 0 ? &r->uses->of[fn.i] : outside_list(r, symbol_at(r, sym)->name);
    VEC_PUSH(r->arena, &list->list, use);
}

static void add_overriders(struct reader *r, const struct visit *v, sym_id method)
{
    struct program_use use = use_at(r, v, USE_VIRTUAL);
    use.name = symbol_at(r, method)->name;
    fn_id fn = program_overrider(r->program, r->unit, method, (fn_id){0});
    for (; fn.i != 0; fn = program_overrider(r->program, r->unit, method, fn)) {
        VEC_PUSH(r->arena, &r->uses->of[fn.i].list, use);
    }
}

/* A call through a value: whatever its slot may hold, and the API that a field of a table is. */
static void add_indirect(struct reader *r, const struct visit *v, node_id callee)
{
    const struct node *n = node_at(r, callee);
    struct program_use use = use_at(r, v, USE_CALL);
    if (n->kind == NODE_FIELD && program_api(r->program, r->unit, n->sym).n > 0) {
        use.name = symbol_at(r, n->sym)->name;
        VEC_PUSH(r->arena, &outside_list(r, use.name)->list, use);
    }
    const struct slot *slot = &r->program->slots.at[program_slot(r->program, r->unit, callee).i];
    use.kind = USE_POINTER;
    use.name = slot->name;
    for (uint32_t i = 0; i < slot->functions.n; i++) {
        VEC_PUSH(r->arena, &r->uses->of[slot->functions.at[i].i].list, use);
    }
    for (uint32_t i = 0; i < slot->externals.n; i++) {
        const struct symbol *symbol =
            program_symbol(r->program, slot->external_units.at[i], slot->externals.at[i]);
        VEC_PUSH(r->arena, &outside_list(r, symbol->name)->list, use);
    }
}

static void push(struct reader *r, struct visit visit)
{
    if (visit.node.i != 0) {
        VEC_PUSH(r->arena, &r->work, visit);
    }
}

/* Pushes what is left to be read of a call: the object and the arguments. */
static void read_call(struct reader *r, const struct visit *v, node_id around)
{
    const struct node *n = node_at(r, v->node);
    node_id callee = n->first;
    if (callee.i == 0) {
        return;
    }
    const struct node *c = node_at(r, callee);
    bool names = c->kind == NODE_REF || c->kind == NODE_FIELD;
    if (names && is_function(r, c->sym)) {
        add_use(r, c->sym, use_at(r, v, USE_CALL));
        if ((n->flags & NODE_DYNAMIC) != 0) {
            add_overriders(r, v, c->sym);
        }
        push(r, (struct visit){.node = c->first, .around = around});
    } else {
        add_indirect(r, v, callee);
        push(r, (struct visit){.node = callee, .around = around});
    }
    uint32_t position = 0;
    for (node_id a = c->next; a.i != 0; a = node_at(r, a)->next) {
        push(r,
             (struct visit){.node = a, .around = around, .call = v->node, .argument = position++});
    }
}

/* A function's name where it is not called. */
static void read_reference(struct reader *r, const struct visit *v)
{
    sym_id sym = node_at(r, v->node)->sym;
    if (!is_function(r, sym)) {
        return;
    }
    struct program_use use = use_at(r, v, v->call.i != 0 ? USE_HANDED : USE_STORED);
    use.name = v->call.i != 0 ? NULL : v->holder;
    if (v->call.i != 0) {
        const struct node *callee = node_at(r, node_at(r, v->call)->first);
        bool names = callee->kind == NODE_REF || callee->kind == NODE_FIELD;
        bool direct = names && is_function(r, callee->sym);
        use.node = v->call;
        use.argument = v->argument;
        use.callee = direct ? callee->sym : (sym_id){0};
        use.receiver = direct ? symbol_at(r, callee->sym)->name : "";
        use.where = node_at(r, v->call)->where.i != 0 ? node_at(r, v->call)->where : use.where;
    }
    add_use(r, sym, use);
}

/* The variable at the bottom of an assignment's target: `a.b[i]` is b. */
static const char *holder_of(const struct reader *r, node_id node)
{
    const struct node *n = node_at(r, node);
    while (n->first.i != 0 && n->kind != NODE_REF && n->kind != NODE_FIELD) {
        n = node_at(r, n->first);
    }
    bool names = n->kind == NODE_REF || n->kind == NODE_FIELD;
    return names ? symbol_at(r, n->sym)->name : NULL;
}

/* Pushes the children of a node that is no call; what they stand for is handed on where the node's
 * value is theirs. */
static void read_children(struct reader *r, const struct visit *v, node_id around)
{
    const struct node *n = node_at(r, v->node);
    struct visit child = {.around = around};
    switch (n->kind) {
    case NODE_OPAQUE:
    case NODE_ADDRESS:
    case NODE_DEREF:
    case NODE_COND:
    case NODE_COMMA:
    case NODE_INIT_LIST:
    case NODE_INIT_INDEX:
        child.call = v->call;
        child.argument = v->argument;
        child.holder = v->holder;
        break;
    case NODE_DECLARE:
    case NODE_INIT_FIELD:
        child.holder = symbol_at(r, n->sym)->name;
        break;
    case NODE_ASSIGN:
        child.holder = holder_of(r, n->first);
        break;
    default:
        break;
    }
    for (node_id c = n->first; c.i != 0; c = node_at(r, c)->next) {
        child.node = c;
        push(r, child);
    }
}

static void read_node(struct reader *r, struct visit v)
{
    const struct node *n = node_at(r, v.node);
    node_id around = n->where.i != 0 ? v.node : v.around;
    switch (n->kind) {
    case NODE_CALL:
        read_call(r, &v, around);
        return;
    case NODE_REF:
    case NODE_LAMBDA:
    case NODE_FIELD:
        read_reference(r, &v);
        break;
    case NODE_CONSTRUCT:
    case NODE_DESTROY:
    case NODE_DELETE:
        if (is_function(r, n->sym)) {
            add_use(r, n->sym, use_at(r, &v, USE_CALL));
            if ((n->flags & NODE_DYNAMIC) != 0) {
                add_overriders(r, &v, n->sym);
            }
        }
        break;
    default:
        break;
    }
    read_children(r, &v, around);
}

/* Reads a tree in the order of the source. */
static void read_tree(struct reader *r, struct visit root)
{
    r->work.n = 0;
    push(r, root);
    while (r->work.n > 0) {
        struct visit v = r->work.at[--r->work.n];
        uint32_t from = r->work.n;
        read_node(r, v);
        for (uint32_t to = r->work.n; from + 1 < to; from++) {
            struct visit swapped = r->work.at[--to];
            r->work.at[to] = r->work.at[from];
            r->work.at[from] = swapped;
        }
    }
}

/* Initialisers that run no code are no functions: read them for the addresses in them. */
static void read_globals(struct reader *r)
{
    for (uint32_t u = 0; u < r->program->units.n; u++) {
        const struct unit *unit = r->program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            const struct global *global = &unit->globals.at[g];
            if ((global->flags & GLOBAL_DYNAMIC) == 0 && global->init.i != 0) {
                r->unit = u;
                r->from = (fn_id){0};
                r->where = global->where;
                r->in = unit->symbols.at[global->sym.i].name;
                struct visit visit = {.node = global->init, .holder = r->in};
                read_tree(r, visit);
            }
        }
    }
}

struct program_uses *program_find_uses(struct arena *arena, const struct program *program)
{
    struct reader r = {.arena = arena, .program = program};
    r.uses = ARENA_NEW(arena, struct program_uses);
    r.uses->of = ARENA_NEW_N(arena, struct use_list, program->functions.n);
    r.uses->outside_names = strmap_create(arena);
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        r.unit = function->unit;
        r.from = (fn_id){f};
        r.in = function->name;
        r.where = function->where;
        read_tree(&r, (struct visit){.node = function->body});
    }
    read_globals(&r);
    return r.uses;
}
