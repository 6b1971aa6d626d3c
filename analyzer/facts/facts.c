/*
 * facts.c - the few operations on facts that every stage needs.  Takes and gives plain data; knows
 * neither clang nor the text form.
 */
#include "facts/facts.h"

struct unit *unit_create(struct arena *arena)
{
    struct unit *unit = arena_alloc(arena, sizeof *unit);

    unit->main_file = "";
    unit->target = "";
    VEC_PUSH(arena, &unit->wheres, ((struct where){0}));
    VEC_PUSH(arena, &unit->symbols, ((struct symbol){.usr = "", .name = "", .type = ""}));
    VEC_PUSH(arena, &unit->nodes, ((struct node){0}));
    return unit;
}

uint32_t node_count_children(const struct unit *unit, node_id node)
{
    uint32_t n = 0;

    for (node_id child = unit->nodes.at[node.i].first; child.i;
         child = unit->nodes.at[child.i].next) {
        n++;
    }
    return n;
}

node_id node_child(const struct unit *unit, node_id node, uint32_t position)
{
    node_id child = unit->nodes.at[node.i].first;

    while (child.i && position) {
        child = unit->nodes.at[child.i].next;
        position--;
    }
    return child;
}
