/* spins.h - what spins.c, which judges loops, and spins_read.c, which reads them, share. */
#ifndef DLL_PROGRAM_SPINS_H
#define DLL_PROGRAM_SPINS_H

#include "program/internal.h"

/* What a test looks at. */
enum operand_kind { OPERAND_NONE, OPERAND_FLAG, OPERAND_POLL, OPERAND_BAD };

/* The one thing in a test that is not a number. */
struct operand {
    enum operand_kind kind;
    uint32_t unit;
    node_id node; /* stands for its value */
    uint32_t key; /* OPERAND_FLAG: module-wide number of the variable */
    node_id call; /* OPERAND_POLL: the call that looks */
    uint32_t via_unit;
    node_id via;      /* the call of a function that only returns an expression; 0: none ... */
    node_id returned; /* ... and that expression, in `unit`, which holds the variable */
};

/* One way out of a loop. */
struct exit_test {
    node_id condition;
    bool stays_if_true;
};

enum { MOST_EXITS = 8, MOST_OPERANDS = 8 };

/* A loop, its ways out, and what they test. */
struct loop {
    uint32_t f; /* its function */
    uint32_t unit;
    node_id node;
    struct exit_test exits[MOST_EXITS];
    uint32_t n_exits;
    bool open; /* it can be left by something that is no test */
};

/* A part of a test that can keep the loop going by itself. */
struct leaf {
    node_id node;
    bool stays_if_true;
    struct operand operand;
    uint32_t exit; /* index into loop.exits */
};

/* The leaves of all tests of a loop. */
struct leaves {
    struct leaf at[MOST_OPERANDS];
    uint32_t n;
    bool all; /* nothing else keeps the loop going or ends it */
};

/* Finds the ways out of a loop. */
void spins_find_exits(const struct program *program, struct loop *loop);

/* Finds what keeps the loop going. */
struct leaves spins_find_leaves(const struct program *program, const struct loop *loop);

/* True if this value of the leaf's operand ends the loop; false, too, if that cannot be told. */
bool spins_ends(const struct program *program, uint32_t unit, const struct leaf *leaf,
                int64_t value);

/* A place in the module that may change a variable. */
struct change {
    uint32_t key;
    uint32_t f; /* function */
    node_id node;
    bool known; /* it stores `value` */
    int64_t value;
    bool taken; /* the code looks at what was there before: a lock, a counter */
};

/* The changes of variables, by any code of the module. */
struct changes {
    VEC(struct change) list;
};

/* Adds all changes of the variables that are wanted (by key). */
void spins_find_changes(struct arena *arena, const struct program *program, const bool *wanted,
                        struct changes *changes);

/* Functions that a piece of code may run, directly or not. */
struct running {
    bool *fn; /* by function */
    struct maker
        *starts; /* by function: the call that runs it on another thread; NULL: not asked */
    VEC(uint32_t) work;
};

/* Adds the functions that the code below a node names or calls, without what they call. */
void spins_add_named(struct arena *arena, const struct program *program, uint32_t f, node_id root,
                     struct running *running);

/* Adds what the functions in `work` call, and so on. */
void spins_close(struct arena *arena, const struct program *program, struct running *running);

/* Finds the functions that run on threads which the module starts. */
void spins_find_threads(struct arena *arena, const struct program *program,
                        struct running *running);

#endif
