/*
 * emit.c - facts of a plan, as the front end would give them for C:
 *
 *     static int quiet_7 = 0;  extern int shared_7;  struct context { int flags; };
 *     static struct operations table_0 = {f5, f9, f12, f77};
 *
 *     int f17(int input)                      or   int f16(struct context *data)
 *     {
 *         int state = input;                                     = data->flags
 *         struct context own;  int (*call)(int);
 *         if (input == 3) { f99(state); }     or   own.flags = 3; f96(&own);
 *         ...
 *         if (ending) { state = 1; }
 *         return GetTickCount();
 *     }
 */
#include "emit.h"

enum { GLOBALS = 100 /* of each of two kinds, in one unit */ };

/* The facts of one unit in progress. */
struct emitter {
    struct arena *arena;
    struct arena *lists; /* of the unit, while they grow */
    const struct plan *plan;
    struct unit *unit;
    uint32_t line;
    uint32_t index;        /* of the unit */
    uint32_t *symbol_unit; /* by function: 1 + the unit that last mentioned it ... */
    sym_id *symbol;        /* ... and its symbol there */
    sym_id apis[3];        /* from PLAN_LOADS */
    sym_id ending, flags;
    sym_id quiet[GLOBALS], shared[GLOBALS], table[PLAN_TABLES], member[PLAN_FIELDS];
    sym_id input, state, own, call; /* of the function in progress */
    bool by_address;                /* that gets its input so */
};

static sym_id add_symbol(struct emitter *e, struct symbol symbol)
{
    if (symbol.usr == NULL) {
        symbol.usr = "";
    }
    VEC_PUSH(e->lists, &e->unit->symbols, symbol);
    return (sym_id){e->unit->symbols.n - 1};
}

static node_id add_node(struct emitter *e, struct node node)
{
    VEC_PUSH(e->lists, &e->unit->nodes, node);
    return (node_id){e->unit->nodes.n - 1};
}

/* Makes a node with up to three children (0: none). */
static node_id tree(struct emitter *e, struct node node, node_id a, node_id b, node_id c)
{
    node.first = a;
    if (a.i != 0) {
        e->unit->nodes.at[a.i].next = b;
    }
    if (b.i != 0) {
        e->unit->nodes.at[b.i].next = c;
    }
    return add_node(e, node);
}

static const node_id NONE = {0};

static node_id leaf(struct emitter *e, enum node_kind kind, sym_id sym)
{
    return add_node(e, (struct node){.kind = (uint8_t)kind, .sym = sym});
}

static node_id number(struct emitter *e, int64_t value)
{
    return add_node(e, (struct node){.kind = NODE_INT, .value = value});
}

static where_id next_line(struct emitter *e)
{
    struct where where = {.line = ++e->line, .column = 9, .spelling_line = e->line};
    where.spelling_column = 9;
    VEC_PUSH(e->lists, &e->unit->wheres, where);
    return (where_id){e->unit->wheres.n - 1};
}

static sym_id function_symbol(struct emitter *e, uint32_t f)
{
    if (e->symbol_unit[f] != e->index + 1) {
        char *usr = f == 0 ? arena_strdup(e->arena, "c:@F@DllMain")
                           : arena_printf(e->arena, "c:@F@f%u", (unsigned)f);
        e->symbol_unit[f] = e->index + 1;
        e->symbol[f] = add_symbol(e, (struct symbol){.kind = SYMBOL_FUNCTION,
                                                     .usr = usr,
                                                     .name = usr + sizeof "c:@F@" - 1,
                                                     .type = "int (int)"});
    }
    return e->symbol[f];
}

static sym_id global_symbol(struct emitter *e, const char *name, uint32_t flags, const char *type)
{
    return add_symbol(e, (struct symbol){.kind = SYMBOL_GLOBAL,
                                         .flags = flags,
                                         .usr = arena_printf(e->arena, "c:@%s", name),
                                         .name = name,
                                         .type = type});
}

static void add_globals(struct emitter *e)
{
    for (uint32_t i = 0; i < GLOBALS; i++) {
        const char *name = arena_printf(e->arena, "quiet_%u", (unsigned)i);
        e->quiet[i] = global_symbol(e, name, SYMBOL_INTERNAL, "int");
        VEC_PUSH(e->lists, &e->unit->globals, ((struct global){.sym = e->quiet[i]}));
        name = arena_printf(e->arena, "shared_%u_%u", (unsigned)e->index, (unsigned)i);
        e->shared[i] = global_symbol(e, name, 0, "int");
        VEC_PUSH(e->lists, &e->unit->globals, ((struct global){.sym = e->shared[i]}));
    }
    e->ending = global_symbol(e, "ending", 0, "int");
    struct global ending = {.sym = e->ending, .flags = e->index == 0 ? 0 : GLOBAL_DECLARATION};
    VEC_PUSH(e->lists, &e->unit->globals, ending);
}

/* The tables of functions: members of a struct that only this unit has. */
static void add_tables(struct emitter *e)
{
    for (uint32_t i = 0; i < PLAN_FIELDS; i++) {
        const char *name = arena_printf(e->arena, "ops%u::m%u", (unsigned)e->index, (unsigned)i);
        e->member[i] = add_symbol(e, (struct symbol){.kind = SYMBOL_FIELD,
                                                     .flags = SYMBOL_POINTER,
                                                     .usr = name,
                                                     .name = name,
                                                     .type = "int (*)(int)"});
    }
    const uint32_t *functions = e->plan->tables + e->index * PLAN_TABLES * PLAN_FIELDS;
    for (uint32_t t = 0; t < PLAN_TABLES; t++) {
        node_id list = leaf(e, NODE_INIT_LIST, (sym_id){0});
        node_id last = NONE;
        for (uint32_t i = 0; i < PLAN_FIELDS; i++) {
            sym_id f = function_symbol(e, functions[t * PLAN_FIELDS + i]);
            struct node field = {.kind = NODE_INIT_FIELD, .sym = e->member[i]};
            node_id made = tree(e, field, leaf(e, NODE_REF, f), NONE, NONE);
            if (last.i == 0) {
                e->unit->nodes.at[list.i].first = made;
            } else {
                e->unit->nodes.at[last.i].next = made;
            }
            last = made;
        }
        const char *name = arena_printf(e->arena, "table_%u", (unsigned)t);
        e->table[t] = global_symbol(e, name, SYMBOL_INTERNAL | SYMBOL_RECORD_VALUE, "struct ops");
        VEC_PUSH(e->lists, &e->unit->globals, ((struct global){.sym = e->table[t], .init = list}));
    }
}

/* What the function was handed, as an expression. */
static node_id own_input(struct emitter *e)
{
    node_id input = leaf(e, NODE_REF, e->input);
    if (!e->by_address) {
        return input;
    }
    struct node field = {.kind = NODE_FIELD, .sym = e->flags, .flags = NODE_ARROW};
    return tree(e, field, input, NONE, NONE);
}

static node_id api_call(struct emitter *e, enum plan_how how)
{
    struct node call = {.kind = NODE_CALL, .where = next_line(e)};
    node_id callee = leaf(e, NODE_REF, e->apis[how - PLAN_LOADS]);
    node_id argument = how == PLAN_HARMLESS ? NONE : leaf(e, NODE_REF, e->shared[0]);
    return tree(e, call, callee, argument, NONE);
}

static node_id passed(struct emitter *e, uint32_t pass)
{
    if (pass == PLAN_OWN) {
        return own_input(e);
    }
    return pass == PLAN_UNKNOWN ? leaf(e, NODE_REF, e->shared[e->line % GLOBALS]) : number(e, pass);
}

static node_id assign(struct emitter *e, node_id place, node_id value)
{
    return tree(e, (struct node){.kind = NODE_ASSIGN}, place, value, NONE);
}

static node_id block(struct emitter *e, node_id a, node_id b, node_id c)
{
    return tree(e, (struct node){.kind = NODE_BLOCK}, a, b, c);
}

/* The call of a body, by its name or through a pointer or a table. */
static node_id body_call(struct emitter *e, const struct plan_call *plan)
{
    node_id before = NONE;
    node_id callee = NONE;
    node_id argument = passed(e, plan->pass);
    struct node call = {.kind = NODE_CALL, .where = next_line(e)};
    if (plan->how == PLAN_TABLE) {
        node_id table = leaf(e, NODE_REF, e->table[e->line % PLAN_TABLES]);
        struct node field = {.kind = NODE_FIELD, .sym = e->member[plan->callee]};
        return block(e, tree(e, call, tree(e, field, table, NONE, NONE), argument, NONE), NONE,
                     NONE);
    }
    callee = leaf(e, NODE_REF, function_symbol(e, plan->callee));
    if (plan_by_address(plan->callee)) {
        struct node field = {.kind = NODE_FIELD, .sym = e->flags};
        node_id place = tree(e, field, leaf(e, NODE_REF, e->own), NONE, NONE);
        before = assign(e, place, argument);
        argument =
            tree(e, (struct node){.kind = NODE_ADDRESS}, leaf(e, NODE_REF, e->own), NONE, NONE);
    }
    node_id pointer = NONE;
    if (plan->how == PLAN_POINTER) {
        pointer = assign(e, leaf(e, NODE_REF, e->call), callee);
        callee = leaf(e, NODE_REF, e->call);
    }
    node_id made = tree(e, call, callee, argument, NONE);
    if (before.i == 0) {
        return pointer.i == 0 ? block(e, made, NONE, NONE) : block(e, pointer, made, NONE);
    }
    return pointer.i == 0 ? block(e, before, made, NONE) : block(e, before, pointer, made);
}

static node_id condition(struct emitter *e, const struct plan_call *plan)
{
    struct node compare = {.kind = NODE_BINARY,
                           .op = plan->guard == PLAN_EQUAL ? NODE_OP_EQ : NODE_OP_BIT_AND};
    switch (plan->guard) {
    case PLAN_EQUAL:
    case PLAN_BIT:
        return tree(e, compare, own_input(e), number(e, plan->value), NONE);
    case PLAN_GLOBAL:
        return leaf(e, NODE_REF, e->shared[e->line % GLOBALS]);
    default:
        return leaf(e, NODE_REF, e->quiet[e->line % GLOBALS]);
    }
}

static node_id statement(struct emitter *e, const struct plan_call *plan)
{
    bool api = plan->how >= PLAN_LOADS;
    node_id made =
        api ? block(e, api_call(e, (enum plan_how)plan->how), NONE, NONE) : body_call(e, plan);
    if (plan->guard == PLAN_ALWAYS) {
        return made;
    }
    return tree(e, (struct node){.kind = NODE_IF}, condition(e, plan), made, NONE);
}

static sym_id add_local(struct emitter *e, const char *name, uint32_t flags, const char *type)
{
    enum symbol_kind kind = e->input.i == 0 ? SYMBOL_PARAM : SYMBOL_LOCAL;
    return add_symbol(e, (struct symbol){.kind = kind, .flags = flags, .name = name, .type = type});
}

/* `ending = reserved != 0` in DllMain, `if (ending) { state = 1; }` in some others. */
static node_id about_ending(struct emitter *e, uint32_t f, sym_id reserved)
{
    node_id ending = leaf(e, NODE_REF, e->ending);
    if (f == 0) {
        struct node compare = {.kind = NODE_BINARY, .op = NODE_OP_NE};
        node_id zero = number(e, 0);
        return assign(e, ending, tree(e, compare, leaf(e, NODE_REF, reserved), zero, NONE));
    }
    node_id set = assign(e, leaf(e, NODE_REF, e->state), number(e, 1));
    return tree(e, (struct node){.kind = NODE_IF}, ending, set, NONE);
}

/* Appends a statement behind the last one. */
static node_id append(struct emitter *e, node_id body, node_id last, node_id added)
{
    if (last.i == 0) {
        e->unit->nodes.at[body.i].first = added;
    } else {
        e->unit->nodes.at[last.i].next = added;
    }
    return added;
}

static void add_function(struct emitter *e, uint32_t f)
{
    struct function function = {.sym = function_symbol(e, f), .where = next_line(e)};
    function.first_param = e->unit->params.n;
    sym_id around[2] = {{0}, {0}}; /* DllMain's other parameters */
    e->by_address = plan_by_address(f);
    e->input = (sym_id){0};
    if (f == 0) {
        around[0] = add_local(e, "instance", SYMBOL_POINTER, "void *");
        around[1] = add_local(e, "reserved", SYMBOL_POINTER, "void *");
        VEC_PUSH(e->lists, &e->unit->params, around[0]);
    }
    e->input = e->by_address ? add_local(e, "data", SYMBOL_POINTER, "struct context *")
                             : add_local(e, "input", 0, "int");
    VEC_PUSH(e->lists, &e->unit->params, e->input);
    if (f == 0) {
        VEC_PUSH(e->lists, &e->unit->params, around[1]);
    }
    function.n_params = e->unit->params.n - function.first_param;
    e->state = add_local(e, "state", 0, "int");
    e->own = add_local(e, "own", SYMBOL_RECORD_VALUE, "struct context");
    e->call = add_local(e, "call", SYMBOL_POINTER, "int (*)(int)");
    function.body = leaf(e, NODE_BLOCK, (sym_id){0});
    struct node declare = {.kind = NODE_DECLARE, .sym = e->state};
    node_id last = append(e, function.body, NONE, tree(e, declare, own_input(e), NONE, NONE));
    if (f % 100 == 0) {
        last = append(e, function.body, last, about_ending(e, f, around[1]));
    }
    for (uint32_t c = e->plan->first[f]; c < e->plan->first[f + 1]; c++) {
        last = append(e, function.body, last, statement(e, &e->plan->calls[c]));
    }
    node_id result = api_call(e, PLAN_HARMLESS);
    (void)append(e, function.body, last,
                 tree(e, (struct node){.kind = NODE_RETURN}, result, NONE, NONE));
    VEC_PUSH(e->lists, &e->unit->functions, function);
}

/* Keeps the lists of a unit as long as they are, without the room that they had to grow. */
#define KEEP(arena, v)                                                                             \
    ((v)->at = arena_copy((arena), (v)->at, (v)->n * sizeof *(v)->at), (v)->cap = (v)->n)

static const struct unit *keep_unit(struct arena *arena, const struct unit *built)
{
    struct unit *unit = arena_copy(arena, built, sizeof *built);
    KEEP(arena, &unit->files);
    KEEP(arena, &unit->wheres);
    KEEP(arena, &unit->symbols);
    KEEP(arena, &unit->nodes);
    KEEP(arena, &unit->params);
    KEEP(arena, &unit->functions);
    KEEP(arena, &unit->globals);
    return unit;
}

static void emit_unit(struct emitter *e)
{
    static const char *const apis[3] = {"LoadLibraryW", "CoInitialize", "GetTickCount"};
    e->unit = unit_create(e->lists);
    e->unit->main_file = arena_printf(e->arena, "/src/unit%u.c", (unsigned)e->index);
    e->unit->target = "x86_64-w64-windows-gnu";
    e->line = 0;
    VEC_PUSH(e->lists, &e->unit->files, ((struct source_file){.path = e->unit->main_file}));
    e->unit->files.at[0].hash = "";
    for (uint32_t i = 0; i < 3; i++) {
        e->apis[i] =
            add_symbol(e, (struct symbol){.kind = SYMBOL_FUNCTION,
                                          .flags = SYMBOL_DLLIMPORT | SYMBOL_SYSTEM,
                                          .usr = arena_printf(e->arena, "c:@F@%s", apis[i]),
                                          .name = apis[i],
                                          .type = "int (void *)"});
    }
    e->flags = add_symbol(e, (struct symbol){.kind = SYMBOL_FIELD,
                                             .usr = "c:@S@context@FI@flags",
                                             .name = "context::flags",
                                             .type = "int"});
    add_globals(e);
    add_tables(e);
    uint32_t first = e->index * PLAN_PER_UNIT;
    for (uint32_t f = first; f < first + PLAN_PER_UNIT && f < e->plan->n_functions; f++) {
        add_function(e, f);
    }
}

const struct unit **emit_units(struct arena *arena, const struct plan *plan)
{
    struct arena *scratch = arena_create();
    struct emitter *e = ARENA_NEW(scratch, struct emitter);
    e->arena = arena;
    e->plan = plan;
    e->symbol_unit = ARENA_NEW_N(scratch, uint32_t, plan->n_functions);
    e->symbol = ARENA_NEW_N(scratch, sym_id, plan->n_functions);
    const struct unit **units = ARENA_NEW_N(arena, const struct unit *, plan->n_units);
    for (e->index = 0; e->index < plan->n_units; e->index++) {
        e->lists = arena_create();
        emit_unit(e);
        units[e->index] = keep_unit(arena, e->unit);
        arena_destroy(e->lists);
    }
    arena_destroy(scratch);
    return units;
}
