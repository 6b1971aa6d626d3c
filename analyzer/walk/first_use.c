/*
 * first_use.c - what is done once: set up where it is used for the first time, or cleaned up.
 *
 * `if (!ready) { set_up(); ready = true; }`: a detach that leads there may be the first to do so,
 * but hardly ever is, as what nobody has used needs no clean-up.  A clean-up that is done once has
 * the same shape, and is what detach is there for.  So what begins something there (loads a DLL,
 * starts a thread) is possible at detach, and a note, if other code than detach can have done it
 * before: attach, or what somebody outside calls.  Only flags count: globals, or fields of globals,
 * that a number is stored to.  A handle that is fetched where it is missing may be missing because
 * it could not be fetched.
 *
 * Takes the units' trees and who mentions which function.  Does not know in which order
 * other code runs.
 */
#include <string.h>

#include "program/uses.h"
#include "walk/engine.h"

/* What is found out when somebody asks. */
struct first_uses {
    bool **marks;              /* [unit][node]: it is done once; NULL: not looked for yet */
    struct program_uses *uses; /* NULL: not read yet */
    uint32_t *phases;          /* by function: those in which roots reach it */
    uint8_t *before; /* by function: 1: other code can run it, 2: none can; 0: not known */
};

/* Effects that begin something. */
static const char *const beginnings[] = {
    "loads-library",   "loads-delayed",   "references-library", "creates-thread",
    "creates-process", "creates-window",  "calls-loaded-dll",   "com-init",
    "winsock-startup", "gdiplus-startup", "mf-startup",         "openssl-init",
    "mapi-init",       "sets-hook",       "starts-timer",       "threadpool-create",
    "dxgi-factory",
};

/* A global, or a field in it. */
struct flag {
    sym_id global, field; /* global 0: it is none; field 0: the whole */
};

/* What a unit's trees are read with. */
struct reading {
    const struct unit *unit;
    struct arena *scratch;
    bool *marks;
};

static const struct node *node_at(const struct reading *r, node_id node)
{
    return &r->unit->nodes.at[node.i];
}

/* The flag that an expression names, or whose method it calls. */
static struct flag flag_of(const struct reading *r, node_id node)
{
    struct flag flag = {0};
    const struct node *n = node_at(r, node);
    if (n->kind == NODE_CALL && node_at(r, n->first)->kind == NODE_FIELD) {
        n = node_at(r, node_at(r, n->first)->first);
    }
    while (n->kind == NODE_FIELD && (n->flags & NODE_ARROW) == 0 && n->first.i != 0) {
        flag.field = flag.field.i == 0 ? n->sym : flag.field;
        n = node_at(r, n->first);
    }
    if (n->kind == NODE_REF && r->unit->symbols.at[n->sym.i].kind == SYMBOL_GLOBAL) {
        flag.global = n->sym;
    }
    return flag;
}

static bool is_zero(const struct node *n)
{
    return n->kind == NODE_INT && n->value == 0;
}

/* The flag that a condition finds to be 0 where it holds, or where it does not. */
static struct flag flag_asked(const struct reading *r, node_id condition, bool holds)
{
    const struct node *n = node_at(r, condition);
    node_id second = node_at(r, n->first)->next;
    if (n->kind == NODE_UNARY && n->op == NODE_OP_NOT) {
        return flag_asked(r, n->first, !holds);
    }
    if (n->kind == NODE_BINARY && n->op == (holds ? NODE_OP_EQ : NODE_OP_NE) &&
        is_zero(node_at(r, second))) {
        return flag_of(r, n->first);
    }
    if (n->kind == NODE_AND && holds) {
        struct flag first = flag_asked(r, n->first, true);
        return first.global.i != 0 ? first : flag_asked(r, second, true);
    }
    return holds ? (struct flag){0} : flag_of(r, condition);
}

/* True if the node stores a number to the flag that is not 0. */
static bool sets(const struct reading *r, const struct node *n, struct flag flag)
{
    node_id place = n->first;
    if (n->kind == NODE_CALL && node_at(r, n->first)->kind == NODE_FIELD) {
        place = node_at(r, n->first)->first;
    } else if (n->kind != NODE_ASSIGN || n->op != NODE_OP_NONE) {
        return false;
    }
    const struct node *value = node_at(r, node_at(r, n->first)->next);
    struct flag stored = flag_of(r, place);
    return value->kind == NODE_INT && value->value != 0 && stored.global.i == flag.global.i &&
           stored.field.i == flag.field.i;
}

/* Marks the statement, with those behind it if they are meant, if they set the flag. */
static void mark(struct reading *r, node_id statement, bool behind, struct flag flag)
{
    VEC(node_id) nodes = {0};
    bool found = false;
    for (node_id c = statement; c.i != 0; c = node_at(r, c)->next) {
        VEC_PUSH(r->scratch, &nodes, c);
        if (!behind) {
            break;
        }
    }
    for (uint32_t i = 0; i < nodes.n; i++) {
        const struct node *n = node_at(r, nodes.at[i]);
        found |= sets(r, n, flag);
        for (node_id c = n->first; c.i != 0; c = node_at(r, c)->next) {
            VEC_PUSH(r->scratch, &nodes, c);
        }
    }
    for (uint32_t i = 0; i < nodes.n && found; i++) {
        r->marks[nodes.at[i].i] = true;
    }
}

/* `if (ready) return;` */
static bool returns(const struct reading *r, node_id statement)
{
    const struct node *n = node_at(r, statement);
    while (n->kind == NODE_BLOCK && n->first.i != 0) {
        n = node_at(r, n->first);
    }
    return n->kind == NODE_RETURN;
}

static bool *find_first_uses(struct engine *e, const struct unit *unit)
{
    struct reading r = {
        .unit = unit,
        .scratch = arena_create(),
        .marks = ARENA_NEW_N(e->arena, bool, unit->nodes.n),
    };
    for (uint32_t i = 1; i < unit->nodes.n; i++) {
        const struct node *n = &unit->nodes.at[i];
        if (n->kind != NODE_IF || n->first.i == 0) {
            continue;
        }
        node_id then = node_at(&r, n->first)->next;
        struct flag unset = flag_asked(&r, n->first, true);
        struct flag set = flag_asked(&r, n->first, false);
        if (unset.global.i != 0) {
            mark(&r, then, false, unset);
        } else if (set.global.i != 0 && returns(&r, then)) {
            mark(&r, n->next, true, set);
        }
    }
    arena_destroy(r.scratch);
    return r.marks;
}

static struct first_uses *first_uses_of(struct engine *e)
{
    if (e->first_uses == NULL) {
        e->first_uses = ARENA_NEW(e->arena, struct first_uses);
        e->first_uses->marks = ARENA_NEW_N(e->arena, bool *, e->program->units.n);
    }
    return e->first_uses;
}

bool first_use(struct engine *e, uint32_t unit, node_id node)
{
    bool **marks = &first_uses_of(e)->marks[unit];
    if (*marks == NULL) {
        *marks = find_first_uses(e, e->program->units.at[unit]);
    }
    return (*marks)[node.i];
}

/* ---- who has done it before ---- */

/* True if somebody outside of the module can call the function: no root, but exported, or named by
 * nobody here. */
static bool is_outsiders(const struct engine *e, fn_id fn)
{
    const struct program_function *function = &e->program->functions.at[fn.i];
    uint32_t flags = program_symbol(e->program, function->unit, function->sym)->flags;
    for (uint32_t r = 0; r < e->program->roots.n; r++) {
        if (e->program->roots.at[r].fn.i == fn.i) {
            return false;
        }
    }
    bool unnamed = e->first_uses->uses->of[fn.i].list.n == 0;
    return function->function != NULL &&
           ((flags & SYMBOL_DLLEXPORT) != 0 || (unnamed && (flags & SYMBOL_INTERNAL) == 0));
}

/* True if the function's address is taken, or calls of it that are not seen run it. */
static bool is_handed_out(const struct use_list *uses)
{
    for (uint32_t i = 0; i < uses->list.n; i++) {
        if (uses->list.at[i].kind >= USE_VIRTUAL) {
            return true;
        }
    }
    return false;
}

/* Looks up the calls, from the function to those that other code than detach runs. */
static bool find_before(const struct engine *e, fn_id fn)
{
    enum {
        BEFORE = 1 << PHASE_ATTACH_DYNAMIC | 1 << PHASE_ATTACH_STATIC | 1 << PHASE_THREAD_ATTACH
    };
    const struct first_uses *f = e->first_uses;
    struct arena *scratch = arena_create();
    bool *seen = ARENA_NEW_N(scratch, bool, e->program->functions.n);
    bool found = (f->phases[fn.i] & BEFORE) != 0;
    VEC(fn_id) work = {0};
    VEC_PUSH(scratch, &work, fn);
    seen[fn.i] = true;
    for (uint32_t i = 0; i < work.n && !found; i++) {
        fn_id at = work.at[i];
        const struct use_list *uses = &f->uses->of[at.i];
        found = is_outsiders(e, at) || is_handed_out(uses);
        for (uint32_t u = 0; u < uses->list.n && !found; u++) {
            fn_id from = uses->list.at[u].from;
            if (!seen[from.i]) {
                seen[from.i] = true;
                VEC_PUSH(scratch, &work, from);
            }
        }
    }
    arena_destroy(scratch);
    return found;
}

bool first_use_before(struct engine *e, fn_id fn)
{
    struct first_uses *f = first_uses_of(e);
    if (f->uses == NULL) {
        f->uses = program_find_uses(e->arena, e->program);
        f->phases = statics_made(e);
        f->before = ARENA_NEW_N(e->arena, uint8_t, e->program->functions.n);
    }
    if (f->before[fn.i] == 0) {
        f->before[fn.i] = find_before(e, fn) ? 1 : 2;
    }
    return f->before[fn.i] == 1;
}

bool first_use_begins(const struct api *api)
{
    for (uint32_t i = 0; api != NULL && i < sizeof beginnings / sizeof *beginnings; i++) {
        if (api_has_effect(api, beginnings[i])) {
            return true;
        }
    }
    return false;
}
