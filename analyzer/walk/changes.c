/*
 * changes.c - where the locals of a unit are changed for the last time.
 *
 * Takes the bodies of a unit; gives, by symbol, the function that it belongs to, and the position
 * of its last change in that function, and by node the position.  A change that can come again or
 * later (in a loop, behind a label, in a lambda, through another name) is at the position CHANGES
 * behind all others.  What a callee does with a reference that it keeps is not known here: then the
 * frame has noted that the address was given away.
 */
#include <string.h>

#include "walk/engine.h"

/* The walk through the bodies of one unit. */
struct scan {
    const struct unit *unit;
    struct changes *changes;
    uint32_t owner;    /* the function, 1 + index into unit.functions */
    uint32_t position; /* of the node that is left next */
    bool again;        /* what comes now may run more than once */
};

/* Notes a change of the local or parameter that a place is a part of. */
static void mark(struct scan *scan, node_id place, uint32_t position)
{
    const struct node *n = &scan->unit->nodes.at[place.i];
    while ((n->kind == NODE_INDEX || n->kind == NODE_FIELD) && n->first.i != 0) {
        n = &scan->unit->nodes.at[n->first.i];
    }
    if (n->kind != NODE_REF) {
        return;
    }
    bool here = scan->changes->owner[n->sym.i] == scan->owner && !scan->again;
    uint32_t *last = &scan->changes->last[n->sym.i];
    position = here ? position : CHANGES_LATER;
    *last = position > *last ? position : *last;
}

/* True if a function of the type may change what it is handed: it takes references, or it is a
 * function object, whose type does not tell. */
static bool takes_references(const char *type)
{
    return strchr(type, '&') != NULL || strcmp(type, "void (*)()") == 0 || type[0] == '\0';
}

static void mark_arguments(struct scan *scan, const struct node *call)
{
    const struct unit *unit = scan->unit;
    bool constructs = call->kind == NODE_CONSTRUCT;
    const struct node *callee = &unit->nodes.at[call->first.i];
    const char *type = constructs ? unit->symbols.at[call->sym.i].type : "";
    node_id argument = constructs ? call->first : callee->next;
    if (!constructs && (callee->kind == NODE_REF || callee->kind == NODE_FIELD)) {
        type = unit->symbols.at[callee->sym.i].type;
    }
    size_t n = strlen(type);
    bool reads = n > 6 && strcmp(type + n - 6, " const") == 0;
    if (!constructs && callee->kind == NODE_FIELD && !reads) {
        mark(scan, callee->first, scan->position);
    }
    for (; takes_references(type) && argument.i != 0; argument = unit->nodes.at[argument.i].next) {
        mark(scan, argument, scan->position);
    }
}

/* An array that is not indexed is a pointer to itself. */
static void mark_decayed(struct scan *scan, node_id node, uint8_t parent)
{
    const struct node *n = &scan->unit->nodes.at[node.i];
    if (parent != NODE_INDEX && parent != NODE_FIELD &&
        strchr(scan->unit->symbols.at[n->sym.i].type, '[') != NULL) {
        mark(scan, node, CHANGES_LATER);
    }
}

static void mark_node(struct scan *scan, node_id node, uint8_t parent)
{
    const struct node *n = &scan->unit->nodes.at[node.i];
    switch (n->kind) {
    case NODE_REF:
    case NODE_FIELD:
        mark_decayed(scan, node, parent);
        break;
    case NODE_ASSIGN:
    case NODE_STEP:
        mark(scan, n->first, scan->position);
        break;
    case NODE_ADDRESS:
        mark(scan, n->first, CHANGES_LATER);
        break;
    case NODE_CALL:
    case NODE_CONSTRUCT:
        mark_arguments(scan, n);
        break;
    case NODE_DECLARE:
    case NODE_INIT_FIELD:
    case NODE_RANGE_FOR:
        if (strchr(scan->unit->symbols.at[n->sym.i].type, '&') != NULL) {
            mark(scan, n->first, CHANGES_LATER);
        }
        break;
    default:
        break;
    }
}

static bool is_loop(uint8_t kind)
{
    return kind == NODE_WHILE || kind == NODE_DO || kind == NODE_FOR || kind == NODE_RANGE_FOR;
}

static void scan_node(struct scan *scan, node_id node, uint8_t parent)
{
    const struct node *n = &scan->unit->nodes.at[node.i];
    bool before = scan->again;
    scan->again |= is_loop(n->kind) || n->kind == NODE_LABEL;
    if (n->kind == NODE_DECLARE) {
        scan->changes->owner[n->sym.i] = scan->owner;
    }
    for (node_id c = n->first; c.i != 0; c = scan->unit->nodes.at[c.i].next) {
        scan_node(scan, c, n->kind);
    }
    mark_node(scan, node, parent);
    scan->changes->position[node.i] = scan->position++;
    scan->again = before || (scan->again && !is_loop(n->kind));
}

static struct changes *scan_unit(struct engine *e, const struct unit *unit)
{
    struct changes *changes = ARENA_NEW(e->arena, struct changes);
    changes->last = ARENA_NEW_N(e->arena, uint32_t, unit->symbols.n);
    changes->owner = ARENA_NEW_N(e->arena, uint32_t, unit->symbols.n);
    changes->position = ARENA_NEW_N(e->arena, uint32_t, unit->nodes.n);
    struct scan scan = {.unit = unit, .changes = changes};
    for (uint32_t i = 0; i < unit->functions.n; i++) {
        const struct function *function = &unit->functions.at[i];
        scan.owner = i + 1;
        scan.position = 1;
        scan.again = false;
        for (uint32_t p = 0; p < function->n_params; p++) {
            sym_id param = unit->params.at[function->first_param + p];
            if (changes->owner[param.i] == 0) {
                changes->owner[param.i] = scan.owner;
            }
        }
        scan_node(&scan, function->body, NODE_BLOCK);
    }
    return changes;
}

const struct changes *changes_in(struct engine *e, uint32_t unit)
{
    if (e->changes == NULL) {
        e->changes = ARENA_NEW_N(e->arena, struct changes *, e->program->units.n);
    }
    if (e->changes[unit] == NULL) {
        e->changes[unit] = scan_unit(e, e->program->units.at[unit]);
    }
    return e->changes[unit];
}
