/* internal.h - what the files of program/ share. */
#ifndef DLL_PROGRAM_INTERNAL_H
#define DLL_PROGRAM_INTERNAL_H

#include "program/program.h"

/* Nodes still to be visited. */
struct node_stack {
    VEC(node_id) nodes;
};

/* Fills program->roots from functions and globals. */
void program_find_roots(struct arena *arena, struct program *program,
                        const struct program_input *input);

/* Fills program->slots: which functions each pointer may hold. */
void program_find_pointers(struct arena *arena, struct program *program);

/* Returns the argument of a call, counted from 0 without the object of a method; 0 if there is
 * none. */
node_id program_argument(const struct unit *unit, node_id call, uint32_t position);

/* Returns the symbol at the bottom of `a.b[i]`, `*p`, `&x`: the one whose slot the expression
 * stands for. */
sym_id program_holder(const struct unit *unit, node_id node);

/* Fills program->spins and program->polled. */
void program_find_spins(struct arena *arena, struct program *program);

/* Fills program->written. */
void program_find_written(struct arena *arena, struct program *program);

/* Fills program->followed and program_function.reads. */
void program_find_followed(struct arena *arena, struct program *program);

/* Fills program_function.decisive. */
void program_find_decisive(struct program *program);

/* True if the function is a DLL's entry point by its name (or `entry` if not NULL). */
bool program_is_entry(const struct unit *unit, const struct function *function, const char *entry);

/* Pushes the children of a node on a stack of nodes, last child first, so that they are popped in
 * order. */
void program_push_children(struct arena *arena, const struct unit *unit, node_id node,
                           struct node_stack *stack);

#endif
