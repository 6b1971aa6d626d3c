/*
 * call_sites.c - who calls what, and where the result goes.
 *
 * Takes the trees of a linked module whose slots are made; gives its direct calls with the place
 * that each result is stored to, and the entries of tables that hold texts.  Used for what is
 * looked up by name (looked_up.c), where a helper's caller says which name.
 */
#include <string.h>

#include "base/text.h"
#include "program/internal.h"

/* An expression to be read, and where its value goes. */
struct reading_item {
    node_id node;
    struct destination to;
};

/* What the collection works on. */
struct collection {
    struct arena *arena;
    struct program *program;
    struct call_sites *sites;
    uint32_t unit;
    fn_id caller;
    VEC(struct reading_item) work;
};

uint32_t program_param(const struct program *program, fn_id fn, sym_id sym)
{
    const struct program_function *function = &program->functions.at[fn.i];
    if (fn.i == 0 || function->function == NULL || sym.i == 0) {
        return MOST_PARAMETERS;
    }
    const struct unit *unit = program->units.at[function->unit];
    for (uint32_t i = 0; i < function->function->n_params && i < MOST_PARAMETERS; i++) {
        if (unit->params.at[function->function->first_param + i].i == sym.i) {
            return i;
        }
    }
    return MOST_PARAMETERS;
}

/* The symbol of a parameter of a body; 0: it has none such. */
static sym_id param_symbol(const struct program *program, fn_id fn, uint32_t param)
{
    const struct program_function *function = &program->functions.at[fn.i];
    if (function->function == NULL || param >= function->function->n_params) {
        return (sym_id){0};
    }
    return program->units.at[function->unit]->params.at[function->function->first_param + param];
}

node_id call_site_argument(const struct program *program, const struct call_site *site,
                           uint32_t param)
{
    const struct unit *unit = program->units.at[site->unit];
    const struct node *call = &unit->nodes.at[site->node.i];
    uint32_t position = param;
    if (site->callee.i != 0 && program->functions.at[site->callee.i].method) {
        if (param == 0) {
            return (node_id){0};
        }
        position--;
    }
    return node_child(unit, site->node, call->kind == NODE_CONSTRUCT ? position : position + 1);
}

/* ---- where values go ---- */

static void push(struct collection *c, node_id node, struct destination to)
{
    VEC_PUSH(c->arena, &c->work, ((struct reading_item){node, to}));
}

static struct destination to_slot(slot_id slot)
{
    return (struct destination){.kind = slot.i == 0 ? TO_NOTHING : TO_SLOT, .slot = slot};
}

static struct destination to_symbol(const struct collection *c, uint32_t unit, sym_id sym)
{
    slot_id slot = c->program->slot_of[unit][sym.i];
    return to_slot(slot.i != 0 ? slot : c->program->slot_by_key[c->program->key_of[unit][sym.i]]);
}

/* True for a reference in C++: `T &`, `int (*&)(void)`. */
static bool is_reference(const char *type)
{
    return text_ends(type, "&") || strstr(type, "*&)") != NULL;
}

/* Where an assignment stores to. */
static struct destination to_target(const struct collection *c, node_id target)
{
    const struct unit *unit = c->program->units.at[c->unit];
    const struct node *n = &unit->nodes.at[target.i];
    const struct node *pointer = &unit->nodes.at[n->first.i];
    bool reference = n->kind == NODE_REF && is_reference(unit->symbols.at[n->sym.i].type);
    bool through = n->kind == NODE_DEREF || n->kind == NODE_INDEX;
    if (reference || (through && pointer->kind == NODE_REF)) {
        uint32_t param = program_param(c->program, c->caller, reference ? n->sym : pointer->sym);
        if (param < MOST_PARAMETERS) {
            return (struct destination){.kind = TO_POINTEE, .param = param};
        }
    }
    if (n->kind == NODE_DEREF && pointer->kind == NODE_FIELD) {
        return (struct destination){.kind = TO_TABLE,
                                    .key = c->program->key_of[c->unit][pointer->sym.i]};
    }
    return to_slot(program_slot(c->program, c->unit, target));
}

/* ---- the trees ---- */

static void add_site(struct collection *c, node_id node, sym_id callee, struct destination to)
{
    struct call_site site = {.unit = c->unit, .caller = c->caller, .node = node, .to = to};
    site.callee = program_body(c->program, c->unit, callee);
    if (site.callee.i == 0) {
        site.api = program_api(c->program, c->unit, callee);
        if (site.api.n == 0 || site.api.first->returns[0] == '\0') {
            return;
        }
    }
    site.next = c->sites->first[site.callee.i];
    c->sites->first[site.callee.i] = c->sites->list.n;
    VEC_PUSH(c->arena, &c->sites->list, site);
}

static void read_call(struct collection *c, node_id node, struct destination to)
{
    static const struct destination nowhere = {0};
    const struct unit *unit = c->program->units.at[c->unit];
    const struct node *n = &unit->nodes.at[node.i];
    bool constructs = n->kind == NODE_CONSTRUCT;
    const struct node *callee = &unit->nodes.at[n->first.i];
    bool names = callee->kind == NODE_REF || callee->kind == NODE_FIELD;
    sym_id sym = constructs ? n->sym : names ? callee->sym : (sym_id){0};
    bool direct = sym.i != 0 && unit->symbols.at[sym.i].kind <= SYMBOL_DESTRUCTOR;
    fn_id body = direct ? program_body(c->program, c->unit, sym) : (fn_id){0};
    if (direct) {
        add_site(c, node, sym, to);
    }
    uint32_t param = body.i != 0 && c->program->functions.at[body.i].method ? 1 : 0;
    node_id argument = n->first;
    if (!constructs) {
        push(c, n->first, nowhere);
        argument = callee->next;
    }
    for (; argument.i != 0; argument = unit->nodes.at[argument.i].next) {
        sym_id into = body.i == 0 ? (sym_id){0} : param_symbol(c->program, body, param++);
        uint32_t body_unit = c->program->functions.at[body.i].unit;
        push(c, argument, into.i == 0 ? nowhere : to_symbol(c, body_unit, into));
    }
}

static void read_list(struct collection *c, node_id node, struct destination to)
{
    const struct unit *unit = c->program->units.at[c->unit];
    bool texts = false;
    for (node_id e = unit->nodes.at[node.i].first; e.i != 0; e = unit->nodes.at[e.i].next) {
        const struct node *n = &unit->nodes.at[e.i];
        texts |=
            n->kind == NODE_INIT_FIELD && program_fixed_text(c->program, c->unit, n->first) != NULL;
        push(c, e, n->kind == NODE_INIT_FIELD ? (struct destination){0} : to);
    }
    if (texts) {
        VEC_PUSH(c->arena, &c->sites->entries, ((struct table_entry){c->unit, node}));
    }
}

/* Reads the children: the last one has the value, or the last two of `?:`. */
static void read_choice(struct collection *c, node_id node, struct destination to)
{
    const struct unit *unit = c->program->units.at[c->unit];
    bool choice = unit->nodes.at[node.i].kind == NODE_COND;
    for (node_id e = unit->nodes.at[node.i].first; e.i != 0; e = unit->nodes.at[e.i].next) {
        bool first = e.i == unit->nodes.at[node.i].first.i;
        bool value = choice ? !first : unit->nodes.at[e.i].next.i == 0;
        push(c, e, value ? to : (struct destination){0});
    }
}

static void read_node(struct collection *c, node_id node, struct destination to)
{
    const struct unit *unit = c->program->units.at[c->unit];
    const struct node *n = &unit->nodes.at[node.i];
    switch (n->kind) {
    case NODE_CALL:
    case NODE_CONSTRUCT:
        read_call(c, node, to);
        return;
    case NODE_ASSIGN:
        push(c, n->first, (struct destination){0});
        push(c, unit->nodes.at[n->first.i].next, to_target(c, n->first));
        return;
    case NODE_INIT_LIST:
        read_list(c, node, to);
        return;
    case NODE_COND:
    case NODE_COMMA:
    case NODE_STATEMENT_EXPR:
        read_choice(c, node, to);
        return;
    case NODE_DECLARE:
    case NODE_INIT_FIELD:
        to = to_symbol(c, c->unit, n->sym);
        break;
    case NODE_RETURN:
        to = (struct destination){.kind = TO_RESULT};
        break;
    case NODE_INIT_INDEX:
        break;
    default:
        to = (struct destination){0};
    }
    for (node_id e = n->first; e.i != 0; e = unit->nodes.at[e.i].next) {
        push(c, e, to);
    }
}

static void read_tree(struct collection *c, uint32_t unit, node_id root, struct destination to)
{
    c->unit = unit;
    push(c, root, to);
    while (c->work.n > 0) {
        struct reading_item item = c->work.at[--c->work.n];
        if (item.node.i != 0) {
            read_node(c, item.node, item.to);
        }
    }
}

struct call_sites *program_call_sites(struct arena *arena, struct program *program)
{
    struct call_sites *sites = ARENA_NEW(arena, struct call_sites);
    sites->first = ARENA_NEW_N(arena, uint32_t, program->functions.n);
    VEC_PUSH(arena, &sites->list, ((struct call_site){0}));
    struct collection c = {.arena = arena, .program = program, .sites = sites};
    for (uint32_t f = 1; f < program->functions.n; f++) {
        if (program->functions.at[f].function == NULL) {
            continue; /* a global's: read below */
        }
        c.caller = (fn_id){f};
        read_tree(&c, program->functions.at[f].unit, program->functions.at[f].body,
                  (struct destination){0});
    }
    c.caller = (fn_id){0};
    for (uint32_t u = 0; u < program->units.n; u++) {
        for (uint32_t g = 0; g < program->units.at[u]->globals.n; g++) {
            const struct global *global = &program->units.at[u]->globals.at[g];
            read_tree(&c, u, global->init, to_symbol(&c, u, global->sym));
        }
    }
    return sites;
}
