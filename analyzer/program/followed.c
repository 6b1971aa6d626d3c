/*
 * followed.c - which globals' values does the walk follow?
 *
 * Those that an entry point, or a function that it calls directly, assigns: `exiting = lpvReserved
 * != NULL;` and a test of `exiting` in a helper is how much code tells the phases apart.  So do
 * those that the initialisers of variables assign: the next one may ask.  Then those that some
 * condition asks for and that functions near an entry point assign, and at last those that attach
 * can ask for and not assign: there they hold their initialisers.  Only scalars whose
 * address is never taken.  For every function the search also says which of them
 * it, or what it calls or hands on, may read: all others are forgotten at its calls.  A call
 * through a value may read what any function reads whose address is taken, or that overrides.
 *
 * Likewise for what they assign.  Code that is not seen (behind a pointer, in an API) can have a
 * global assigned only by functions that it can get at: those whose address is taken, those that
 * are exported, and those with external linkage that nobody in the module calls, as a .def file may
 * export them; entry points are the loader's.
 */
#include <string.h>

#include "program/internal.h"

enum {
    MOST_FOLLOWED = 64,
    MOST_KEYS = 255,
    NEAR = 3, /* calls from an entry point to a function near it */
};

static bool can_be_followed(const struct program *program, uint32_t unit, sym_id sym)
{
    const struct symbol *symbol = program_symbol(program, unit, sym);
    uint32_t key = program->key_of[unit][sym.i];
    uint32_t never = SYMBOL_RECORD_VALUE | SYMBOL_DLLEXPORT | SYMBOL_DLLIMPORT | SYMBOL_THREAD;
    return symbol->kind == SYMBOL_GLOBAL && key != 0 && (symbol->flags & never) == 0 &&
           !program->addressed[key] && strstr(symbol->type, "volatile") == NULL;
}

/* Function `user` names or calls the one in whose list this is. */
struct use {
    uint32_t user;
    uint32_t next; /* index of the next in the list, 0: none */
};

/* A global, as a unit names it. */
struct mention {
    uint32_t unit;
    sym_id sym;
};

/* What the search works on.  Function 0 stands for any that can be called through a value. */
struct search {
    struct arena *arena;
    struct program *program;
    struct node_stack stack;
    VEC(struct use) uses; /* [0] is a dummy */
    uint32_t *first;      /* by function: its list */
    uint32_t *last_user;  /* by function: who was noted last */
    VEC(uint32_t) work;   /* functions with news; first, those that attach can get at */
    uint32_t *reached;    /* by function: 1 + the calls from an entry point to it; 0: not known */
    uint32_t depth;       /* the calls from there to the function that is read */
    bool *asked;          /* by key: some condition asks for it */
    bool *assigned;       /* by key: code that attach can get at assigns it */
    VEC(struct mention) mentions; /* of globals that are asked for, in what attach can get at */
    uint32_t function;            /* that is read */
    uint32_t unit;                /* of what is read */
    node_id callee;               /* of the call that was read last */
};

/* Visits all nodes of a tree. */
static void each_node(struct search *s, uint32_t unit, node_id root,
                      void (*visit)(struct search *, node_id, const struct node *))
{
    const struct unit *facts = s->program->units.at[unit];
    s->unit = unit;
    s->callee = (node_id){0};
    VEC_PUSH(s->arena, &s->stack.nodes, root);
    while (s->stack.nodes.n > 0) {
        node_id node = program_pop(facts, &s->stack);
        visit(s, node, &facts->nodes.at[node.i]);
        program_push_children(s->arena, facts, node, &s->stack);
    }
}

static void each_node_of(struct search *s, uint32_t f,
                         void (*visit)(struct search *, node_id, const struct node *))
{
    s->function = f;
    each_node(s, s->program->functions.at[f].unit, s->program->functions.at[f].body, visit);
}

static void follow(struct program *program, uint32_t key)
{
    if (program->followed[key] == 0 && program->n_followed < MOST_FOLLOWED) {
        program->followed[key] = (uint8_t)++program->n_followed;
    }
}

static void follow_assigned(struct search *s, node_id node, const struct node *n)
{
    (void)node;
    struct program *program = s->program;
    const struct node *target = program_node(program, s->unit, n->first);
    if (n->kind != NODE_ASSIGN || target->kind != NODE_REF ||
        !can_be_followed(program, s->unit, target->sym)) {
        return;
    }
    follow(program, program->key_of[s->unit][target->sym.i]);
}

/* ---- which ones ---- */

/* The children of a node (bit set by position) that are asked for their truth or their number. */
static uint32_t asked_children(const struct node *n)
{
    enum { ALL = 3 }; /* none of these has more */
    switch (n->kind) {
    case NODE_IF:
    case NODE_SWITCH:
    case NODE_WHILE:
    case NODE_COND:
        return 1U << 0;
    case NODE_DO:
    case NODE_FOR:
        return 1U << 1;
    case NODE_AND:
    case NODE_OR:
    case NODE_RETURN:
        return ALL;
    case NODE_UNARY:
        return n->op == NODE_OP_NOT ? ALL : 0;
    case NODE_BINARY:
        return n->op >= NODE_OP_EQ && n->op <= NODE_OP_GE ? ALL : 0;
    default:
        return 0;
    }
}

static void note_asked(struct search *s, node_id node, const struct node *n)
{
    (void)node;
    uint32_t asked = asked_children(n);
    node_id c = n->first;
    for (; asked != 0 && c.i != 0; asked >>= 1U) {
        const struct node *child = program_node(s->program, s->unit, c);
        if (child->kind == NODE_REF && (asked & 1U) != 0) {
            s->asked[s->program->key_of[s->unit][child->sym.i]] = true;
        }
        c = child->next;
    }
}

static void follow_near(struct search *s, node_id node, const struct node *n)
{
    const struct node *target = program_node(s->program, s->unit, n->first);
    uint32_t key = s->program->key_of[s->unit][target->sym.i];
    s->assigned[key] |= target->kind == NODE_REF;
    if (s->depth < 2 || (s->depth <= NEAR && s->asked[key])) {
        follow_assigned(s, node, n);
    }
}

/* Follows what code that attach can get at asks for and does not assign. */
static void follow_asked(struct search *s, const struct mention *mention)
{
    struct program *program = s->program;
    uint32_t key = program->key_of[mention->unit][mention->sym.i];
    bool asked = !s->assigned[key] && program->assigned[key];
    if (asked && can_be_followed(program, mention->unit, mention->sym)) {
        follow(program, key);
        uint8_t number = program->followed[key];
        program->unassigned |= number == 0 ? 0 : UINT64_C(1) << (number - 1);
    }
}

/* Adds a function to those that are looked at, once. */
static void reach(struct search *s, uint32_t f, uint32_t depth)
{
    if (f != 0 && s->reached[f] == 0) {
        s->reached[f] = depth + 1;
        VEC_PUSH(s->arena, &s->work, f);
    }
}

/* Looks at a node of a function that attach can get at. */
static void read_reached(struct search *s, node_id node, const struct node *n)
{
    if (n->kind == NODE_ASSIGN) {
        follow_near(s, node, n);
    } else if (n->kind == NODE_REF || n->kind == NODE_CONSTRUCT) {
        reach(s, s->program->function_of[s->unit][n->sym.i].i, s->depth + 1);
        uint32_t key = s->program->key_of[s->unit][n->sym.i];
        if (n->kind == NODE_REF && key != 0 && s->asked[key]) {
            VEC_PUSH(s->arena, &s->mentions, ((struct mention){s->unit, n->sym}));
        }
    }
}

/* Looks at what entry points and initialisers name, and what that names, the nearest first. */
static void follow_entries(struct search *s)
{
    for (uint32_t f = 1; f < s->program->functions.n; f++) {
        each_node_of(s, f, note_asked);
    }
    for (uint32_t r = 0; r < s->program->roots.n; r++) {
        const struct program_root *root = &s->program->roots.at[r];
        bool initialises = (root->phases >> PHASE_ATTACH_DYNAMIC & 1U) != 0;
        if (root->entry || initialises) {
            reach(s, root->fn.i, 0);
        }
    }
    for (uint32_t i = 0; i < s->work.n; i++) {
        uint32_t f = s->work.at[i];
        s->depth = s->reached[f] - 1;
        each_node_of(s, f, read_reached);
    }
    for (uint32_t i = 0; i < s->mentions.n && s->program->n_followed < MOST_FOLLOWED; i++) {
        follow_asked(s, &s->mentions.at[i]);
    }
    s->work.n = 0;
}

/* ---- who reads them ---- */

static void add_use(struct search *s, uint32_t used, uint32_t user)
{
    if (s->last_user[used] == user + 1) {
        return;
    }
    s->last_user[used] = user + 1;
    VEC_PUSH(s->arena, &s->uses, ((struct use){user, s->first[used]}));
    s->first[used] = s->uses.n - 1;
}

/* Notes that what a node names can be called through a value, unless it is called right here. */
static void note_value(struct search *s, node_id node, const struct node *n)
{
    fn_id named = s->program->function_of[s->unit][n->sym.i];
    if (named.i != 0 && node.i != s->callee.i) {
        add_use(s, named.i, 0);
    }
}

static void note_call(struct search *s, const struct node *call)
{
    const struct node *callee = program_node(s->program, s->unit, call->first);
    bool names = callee->kind == NODE_REF || callee->kind == NODE_FIELD;
    bool direct =
        names && program_symbol(s->program, s->unit, callee->sym)->kind <= SYMBOL_DESTRUCTOR;
    if (direct && (call->flags & NODE_DYNAMIC) == 0) {
        s->callee = call->first;
    } else {
        add_use(s, 0, s->function);
    }
}

/* The bit of a followed global that the node names, 0 if it names none. */
static uint64_t followed_bit(const struct search *s, const struct node *n)
{
    uint8_t followed = 0;
    if (n->kind == NODE_REF) {
        followed = s->program->followed[s->program->key_of[s->unit][n->sym.i]];
    }
    return followed == 0 ? 0 : UINT64_C(1) << (followed - 1);
}

/* Notes direct reads and stores, and the functions that are named: called, or handed on. */
static void note_reads(struct search *s, node_id node, const struct node *n)
{
    struct program_function *function = &s->program->functions.at[s->function];
    if (n->kind == NODE_REF) {
        function->reads |= followed_bit(s, n);
    } else if (n->kind == NODE_ASSIGN || n->kind == NODE_STEP) {
        function->writes |= followed_bit(s, program_node(s->program, s->unit, n->first));
    } else if (n->kind == NODE_CALL && n->first.i != 0) {
        note_call(s, n);
    }
    fn_id named = s->program->function_of[s->unit][n->sym.i];
    if (n->sym.i != 0 && named.i != 0) {
        add_use(s, named.i, s->function);
        note_value(s, node, n);
    }
}

static void note_initialiser(struct search *s, node_id node, const struct node *n)
{
    if (n->sym.i != 0) {
        note_value(s, node, n);
    }
}

/* Collects who uses whom, and what everybody reads. */
static void read_module(struct search *s)
{
    struct program *program = s->program;
    for (uint32_t f = 1; f < program->functions.n; f++) {
        each_node_of(s, f, note_reads);
    }
    for (uint32_t u = 0; u < program->units.n; u++) {
        for (uint32_t g = 0; g < program->units.at[u]->globals.n; g++) {
            each_node(s, u, program->units.at[u]->globals.at[g].init, note_initialiser);
        }
    }
    for (uint32_t m = 1; m < program->methods.n; m++) {
        if (program->methods.at[m].body.i != 0) {
            add_use(s, program->methods.at[m].body.i, 0);
        }
    }
}

static void propagate(struct search *s)
{
    for (uint32_t f = 1; f < s->program->functions.n; f++) {
        if ((s->program->functions.at[f].reads | s->program->functions.at[f].writes) != 0) {
            VEC_PUSH(s->arena, &s->work, f);
        }
    }
    while (s->work.n > 0) {
        uint32_t used = s->work.at[--s->work.n];
        uint64_t reads = s->program->functions.at[used].reads;
        uint64_t writes = s->program->functions.at[used].writes;
        for (uint32_t u = s->first[used]; u != 0; u = s->uses.at[u].next) {
            struct program_function *user = &s->program->functions.at[s->uses.at[u].user];
            if ((reads & ~user->reads) != 0 || (writes & ~user->writes) != 0) {
                user->reads |= reads;
                user->writes |= writes;
                VEC_PUSH(s->arena, &s->work, s->uses.at[u].user);
            }
        }
    }
}

static bool is_entry(const struct program *program, uint32_t fn)
{
    for (uint32_t r = 0; r < program->roots.n; r++) {
        if (program->roots.at[r].fn.i == fn && program->roots.at[r].entry) {
            return true;
        }
    }
    return false;
}

/* Collects what code that is not seen may have written. */
static void find_wild(struct search *s)
{
    struct program *program = s->program;
    program->wild = program->functions.at[0].writes;
    for (uint32_t f = 1; f < program->functions.n; f++) {
        const struct program_function *function = &program->functions.at[f];
        if (function->writes == 0 || is_entry(program, f)) {
            continue;
        }
        uint32_t flags = program_symbol(program, function->unit, function->sym)->flags;
        bool exported = (flags & SYMBOL_DLLEXPORT) != 0;
        bool only_called = (flags & SYMBOL_INTERNAL) != 0 || s->first[f] != 0;
        program->wild |= exported || !only_called ? function->writes : 0;
    }
}

void program_find_followed(struct arena *arena, struct program *program)
{
    program->followed = ARENA_NEW_N(arena, uint8_t, program->key_names.n);
    struct search s = {.arena = arena_create(), .program = program};
    s.reached = ARENA_NEW_N(s.arena, uint32_t, program->functions.n);
    s.asked = ARENA_NEW_N(s.arena, bool, program->key_names.n);
    s.assigned = ARENA_NEW_N(s.arena, bool, program->key_names.n);
    follow_entries(&s);
    if (program->n_followed > 0) {
        VEC_PUSH(s.arena, &s.uses, ((struct use){0}));
        s.first = ARENA_NEW_N(s.arena, uint32_t, program->functions.n);
        s.last_user = ARENA_NEW_N(s.arena, uint32_t, program->functions.n);
        read_module(&s);
        propagate(&s);
        find_wild(&s);
        program->functions.at[0].reads = 0;
    }
    arena_destroy(s.arena);
}
