/*
 * made.c - what a call is by what its arguments are in the source.
 *
 * Takes a call; gives the entry of the packs that counts for it.  Knows numbers, numbers joined by
 * |, and what APIs always return (a pseudo handle); everything else needs the walk.
 */
#include "program/internal.h"

node_id program_argument(const struct unit *unit, node_id call, uint32_t position)
{
    const struct node *n = &unit->nodes.at[call.i];
    node_id argument = n->first;
    if (n->kind == NODE_CALL && n->first.i != 0) {
        argument = unit->nodes.at[n->first.i].next;
    }
    for (uint32_t i = 0; i < position && argument.i != 0; i++) {
        argument = unit->nodes.at[argument.i].next;
    }
    return argument;
}

/* The packs' entries for what a call, or the making of an object, runs. */
static struct known_api known_of(const struct program *program, uint32_t unit, node_id call)
{
    const struct node *n = program_node(program, unit, call);
    struct known_api none = {NULL, 0, ""};
    if (n->kind == NODE_CONSTRUCT) {
        return n->sym.i == 0 ? none : program_api(program, unit, n->sym);
    }
    const struct node *callee = program_node(program, unit, n->first);
    bool names = n->kind == NODE_CALL && (callee->kind == NODE_REF || callee->kind == NODE_FIELD);
    bool function = names && program_symbol(program, unit, callee->sym)->kind <= SYMBOL_DESTRUCTOR;
    return function ? program_api(program, unit, callee->sym) : none;
}

struct api_argument program_literal_argument(const struct program *program, uint32_t u,
                                             node_id node)
{
    const struct unit *unit = program->units.at[u];
    struct api_argument argument = {.is_number = true, .text = unit->nodes.at[node.i].text};
    while (unit->nodes.at[node.i].kind == NODE_BINARY &&
           unit->nodes.at[node.i].op == NODE_OP_BIT_OR) {
        node_id left = unit->nodes.at[node.i].first;
        const struct node *right = &unit->nodes.at[unit->nodes.at[left.i].next.i];
        argument.is_number &= right->kind == NODE_INT;
        argument.number |= right->value;
        node = left;
    }
    struct known_api known = known_of(program, u, node);
    if (known.n > 0 && known.first->has_value) {
        argument.number |= known.first->value;
        return argument;
    }
    argument.is_number &= unit->nodes.at[node.i].kind == NODE_INT;
    argument.number |= unit->nodes.at[node.i].value;
    return argument;
}

const struct api *program_call_api(const struct program *program, uint32_t unit, node_id call)
{
    enum { MOST_ARGUMENTS = 16, ANY_PHASE = (1 << PHASES) - 1 };
    struct known_api known = known_of(program, unit, call);
    if (known.n == 0) {
        return NULL;
    }
    struct api_argument arguments[MOST_ARGUMENTS] = {0};
    uint32_t n = 0;
    node_id argument = program_argument(program->units.at[unit], call, 0);
    for (; argument.i != 0 && n < MOST_ARGUMENTS;
         argument = program_node(program, unit, argument)->next) {
        arguments[n++] = program_literal_argument(program, unit, argument);
    }
    program_note_linked(program, &known, arguments, n);
    return packs_choose(known.first, known.n, ANY_PHASE, &(struct api_call){arguments, n, NULL});
}
