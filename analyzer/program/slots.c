/*
 * slots.c - which slot is asked for?
 *
 * Of what an expression can hold at its place if the objects that it leads to are known
 * (objects.c), else of the variable or field for all objects (pointers.c).
 */
#include "program/internal.h"

sym_id program_holder(const struct unit *unit, node_id node)
{
    for (;;) {
        const struct node *n = &unit->nodes.at[node.i];
        switch (n->kind) {
        case NODE_REF:
        case NODE_FIELD:
            return n->sym;
        case NODE_INDEX:
        case NODE_ADDRESS:
        case NODE_DEREF:
            node = n->first;
            break;
        case NODE_MEMBER:
            node = unit->nodes.at[n->first.i].next;
            break;
        default:
            return (sym_id){0};
        }
    }
}

/* The slot of all objects. */
static slot_id common_slot(const struct program *program, uint32_t unit, node_id node)
{
    const struct node *n = program_node(program, unit, node);
    while (n->kind == NODE_INDEX && n->first.i != 0) {
        node = n->first;
        n = program_node(program, unit, node);
    }
    if (n->kind == NODE_CALL) {
        const struct node *callee = program_node(program, unit, n->first);
        bool direct = callee->kind == NODE_REF || callee->kind == NODE_FIELD;
        return direct ? program->result_of[program->function_of[unit][callee->sym.i].i]
                      : (slot_id){0};
    }
    sym_id sym = program_holder(program->units.at[unit], node);
    slot_id slot = program->slot_of[unit][sym.i];
    return slot.i != 0 ? slot : program->slot_by_key[program->key_of[unit][sym.i]];
}

void program_know_slot(struct program *program, uint32_t unit, node_id node,
                       const struct slot *slot)
{
    uint8_t **has = &program->has_known_slot[unit];
    if (*has == NULL) {
        *has = ARENA_NEW_N(program->arena, uint8_t, program->units.at[unit]->nodes.n / 8 + 1);
    }
    (*has)[node.i / 8] |= (uint8_t)(1U << node.i % 8);
    *idmap_at(program->known_slots, unit + 1, node.i) = program->slots.n;
    VEC_PUSH(program->arena, &program->slots, *slot);
}

bool program_knows_targets(const struct program *program, uint32_t unit, node_id node)
{
    const uint8_t *has = program->has_known_slot[unit];
    return has != NULL && ((unsigned)has[node.i / 8] >> node.i % 8 & 1U) != 0;
}

slot_id program_slot(const struct program *program, uint32_t unit, node_id node)
{
    if (program_knows_targets(program, unit, node)) {
        return (slot_id){idmap_get(program->known_slots, unit + 1, node.i)};
    }
    return common_slot(program, unit, node);
}

uint32_t program_object(const struct program *program, uint32_t unit, node_id node)
{
    return program->key_of[unit][program_holder(program->units.at[unit], node).i];
}

const char *program_origin(const struct program *program, uint32_t unit, node_id node)
{
    uint32_t known = idmap_get(program->known_origins, unit + 1, node.i);
    if (program->slots.at[known].origin != NULL) {
        return program->slots.at[known].origin;
    }
    const struct slot *slot = &program->slots.at[common_slot(program, unit, node).i];
    return slot->mixed ? NULL : slot->origin;
}

bool program_is_handed_over(const struct program *program, uint32_t unit, node_id node)
{
    uint32_t known = idmap_get(program->known_origins, unit + 1, node.i);
    return known != 0 && program->slots.at[known].origin == NULL;
}
