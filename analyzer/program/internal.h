/* internal.h - what the files of program/ share. */
#ifndef DLL_PROGRAM_INTERNAL_H
#define DLL_PROGRAM_INTERNAL_H

#include "program/program.h"

/* Nodes still to be visited. */
struct node_stack {
    VEC(node_id) nodes; /* with NODE_AND_NEXT added: and those that follow it */
};

#define NODE_AND_NEXT UINT32_C(0x80000000)

/* Fills program->classes and methods. */
void program_link_classes(struct arena *arena, struct program *program);

/* Fills program->roots from functions and globals. */
void program_find_roots(struct arena *arena, struct program *program,
                        const struct program_input *input);

/* Adds to program->roots the methods that libraries call; entry points must be there. */
void program_find_library_roots(struct arena *arena, struct program *program);

/* Adds to program->roots the functions that libraries find in fields and call; slots must be full.
 */
void program_find_field_roots(struct arena *arena, struct program *program);

/* Returns a function that destroys the global if its destructor is an API, else 0. */
fn_id program_destruction(struct arena *arena, struct program *program, uint32_t u,
                          const struct global *global);

/* Fills program->slots: which functions each pointer may hold. */
void program_find_pointers(struct arena *arena, struct program *program);

/* Returns the symbol at the bottom of `a.b[i]`, `*p`, `&x`: the one whose slot the expression
 * stands for; 0: none. */
sym_id program_holder(const struct unit *unit, node_id node);

/* Fills program->known_slots, by the objects that pointers lead to. */
void program_find_objects(struct program *program);

/* Adds a slot of just what the expression can hold. */
void program_know_slot(struct program *program, uint32_t unit, node_id node,
                       const struct slot *slot);

/* Carries what slots hold along their flows until nothing changes. */
void program_propagate_slots(struct arena *arena, struct program *program);

/* Adds to the slots what is looked up by name, and the modules that texts decide about. */
void program_find_looked_up(struct arena *arena, struct program *program);

/* What an argument says by itself: a text, a number, numbers joined by |, what an API always
 * returns. */
struct api_argument program_literal_argument(const struct program *program, uint32_t unit,
                                             node_id node);

/* Returns what program_links() has found out: nothing yet. */
struct linked *program_linked_create(struct arena *arena);

/* Says of the texts among the arguments whether they name DLLs that the module links, if the API's
 * entries ask. */
void program_note_linked(const struct program *program, const struct known_api *known,
                         struct api_argument *arguments, uint32_t n);

/* True if what the API gives is looked up by name, or depends on a text that the arguments do not
 * show. */
bool looked_up_later(const struct known_api *known, const struct api_argument *arguments,
                     uint32_t n);

/* Returns the text of a string literal or of a constant array that holds one; NULL: neither. */
const char *program_fixed_text(const struct program *program, uint32_t unit, node_id node);

/* Add to a slot what it may hold by its origin ("" and NULL: nothing), a text, a function looked up
 * by name, all names and texts of another; they return true if that was news. */
bool slot_add_origin(struct slot *slot, const char *origin);
bool slot_add_text(struct arena *arena, struct slot *slot, const char *text);
bool slot_add_name(struct arena *arena, struct slot *slot, struct looked_up name);
bool slot_include_names(struct arena *arena, struct slot *to, const struct slot *from);

/* Where the value of an expression goes. */
enum destination_kind {
    TO_NOTHING, /* nowhere that is known */
    TO_SLOT,
    TO_RESULT,  /* it is what the function returns */
    TO_POINTEE, /* it is stored where parameter `param` points */
    TO_TABLE,   /* it is stored where the field `key` of an entry of a table points */
};

/* A place that a value goes to. */
struct destination {
    enum destination_kind kind;
    slot_id slot;
    uint32_t param;
    uint32_t key;
};

/* One call of a known function. */
struct call_site {
    uint32_t unit;
    fn_id caller; /* 0: the initialiser of a global */
    node_id node; /* NODE_CALL or NODE_CONSTRUCT */
    fn_id callee; /* 0: an API */
    struct known_api api;
    struct destination to; /* of its result */
    uint32_t next;         /* the next one with this callee; 0: none */
};

/* A list of initialisers with texts in it: an entry of a table. */
struct table_entry {
    uint32_t unit;
    node_id list;
};

/* The calls of a module. */
struct call_sites {
    VEC(struct call_site) list; /* [0] is a dummy */
    uint32_t *first;            /* [function]: of its calls */
    VEC(struct table_entry) entries;
};

/* Collects the calls of bodies and of APIs that return something; in the arena. */
struct call_sites *program_call_sites(struct arena *arena, struct program *program);

/* Returns the argument for a parameter (`this` counts) of the callee's body; 0: none. */
node_id call_site_argument(const struct program *program, const struct call_site *site,
                           uint32_t param);

/* Returns the position of a parameter in the function; MOST_PARAMETERS: it is none of its. */
enum { MOST_PARAMETERS = 64 };
uint32_t program_param(const struct program *program, fn_id fn, sym_id sym);

/* Returns the argument of a call, counted from 0 without the object of a method; 0 if there is
 * none. */
node_id program_argument(const struct unit *unit, node_id call, uint32_t position);

/* Fills program->spins and program->polled. */
void program_find_spins(struct arena *arena, struct program *program);

/* Fills program->written. */
void program_find_written(struct arena *arena, struct program *program);

/* Fills program->followed and program_function.reads. */
void program_find_followed(struct arena *arena, struct program *program);

/* Fills program->takes. */
void program_find_takes(struct arena *arena, struct program *program);

/* The bit of program->takes that stands for all parameters from this one on. */
enum { TAKES_REST = 63 };

/* True if the parameter `i` of a body can take an address or an object. */
static inline bool program_takes(const struct program *program, fn_id fn, uint32_t i)
{
    return (program->takes[fn.i] >> (i < TAKES_REST ? i : TAKES_REST) & 1U) != 0;
}

/* True if a variable, field or parameter can hold a function.  Pointers of any type can hold a
 * handle (HMODULE is a pointer to a struct), and so can what uintptr_t is in 64 bits. */
bool program_can_hold_function(const struct symbol *symbol);

/* Fills program_function.decisive. */
void program_find_decisive(struct program *program);

/* Returns the name behind the last "::". */
const char *program_member_name(const char *qualified);

/* Returns the record that a member's qualified name begins with, NULL if the unit has none. */
const struct record *program_record_of(const struct program *program, uint32_t unit,
                                       const char *qualified);

/* True if the record is the class `name`, or derives from it. */
bool program_derives_from(const struct program *program, uint32_t unit, const struct record *record,
                          const char *name);

/* True if the function is a DLL's entry point by its name (or `entry` if not NULL). */
bool program_is_entry(const struct unit *unit, const struct function *function, const char *entry);

/* Adds the root that destroys a variable; `maker`: the function that makes it when it is first
 * reached, 0: it is there from the start. `outside`: code without the lock may have made it. */
void program_add_destructor(struct program *program, uint32_t unit, const struct global *global,
                            fn_id maker, bool outside);

/* Adds the roots that destroy what is made where code first reaches it; `entry` as above. */
void program_find_statics(struct program *program, const char *entry);

/* Pushes the children of a node on a stack of nodes, so that they are popped in order. */
static inline void program_push_children(struct arena *arena, const struct unit *unit, node_id node,
                                         struct node_stack *stack)
{
    node_id first = unit->nodes.at[node.i].first;
    if (first.i != 0) {
        VEC_PUSH(arena, &stack->nodes, ((node_id){first.i | NODE_AND_NEXT}));
    }
}

/* Returns the next node of a stack that is not empty, and takes it away. */
static inline node_id program_pop(const struct unit *unit, struct node_stack *stack)
{
    node_id *top = &stack->nodes.at[stack->nodes.n - 1];
    node_id node = {top->i & ~NODE_AND_NEXT};
    node_id next = node.i == top->i ? (node_id){0} : unit->nodes.at[node.i].next;
    if (next.i != 0) {
        top->i = next.i | NODE_AND_NEXT;
    } else {
        stack->nodes.n--;
    }
    return node;
}

#endif
