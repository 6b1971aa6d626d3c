/* facts.c - the operations on trees. */
#include <criterion/criterion.h>

#include "facts/facts.h"

TestSuite(facts, .timeout = 10);

Test(facts, children_are_counted_and_found)
{
    struct arena *arena = arena_create();
    struct unit *unit = unit_create(arena);

    VEC_PUSH(arena, &unit->nodes, ((struct node){.kind = NODE_BLOCK, .first = {2}}));
    VEC_PUSH(arena, &unit->nodes, ((struct node){.kind = NODE_INT, .next = {3}}));
    VEC_PUSH(arena, &unit->nodes, ((struct node){.kind = NODE_RETURN}));
    cr_assert_eq(node_count_children(unit, (node_id){1}), 2);
    cr_assert_eq(node_count_children(unit, (node_id){2}), 0);
    cr_assert_eq(node_child(unit, (node_id){1}, 0).i, 2);
    cr_assert_eq(node_child(unit, (node_id){1}, 1).i, 3);
    cr_assert_eq(node_child(unit, (node_id){1}, 2).i, 0);
    arena_destroy(arena);
}

Test(facts, none_has_no_children)
{
    struct arena *arena = arena_create();
    struct unit *unit = unit_create(arena);

    cr_assert_eq(node_count_children(unit, (node_id){0}), 0);
    cr_assert_eq(node_child(unit, (node_id){0}, 0).i, 0);
    cr_assert_str_eq(unit->symbols.at[0].name, "");
    arena_destroy(arena);
}
