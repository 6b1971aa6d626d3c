/*
 * program.h - the facts of one module's units, linked.
 *
 * Takes units (facts) and packs; gives functions that know each other across units, the APIs that
 * calls mean, the roots, and which functions a pointer may hold.  It walks nothing and knows no
 * phase's values.
 */
#ifndef DLL_PROGRAM_PROGRAM_H
#define DLL_PROGRAM_PROGRAM_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/strbuf.h"
#include "base/strmap.h"
#include "base/vec.h"
#include "facts/facts.h"
#include "packs/packs.h"
#include "program/idmap.h"

typedef struct {
    uint32_t i;
} fn_id; /* index into program.functions; 0: none */

typedef struct {
    uint32_t i;
} slot_id; /* index into program.slots; 0: none */

/* A function of the module with a body, or the initialiser of a global that runs code. */
struct program_function {
    uint32_t unit;                   /* index into program.units */
    sym_id sym;                      /* of the function, or of the global */
    const char *name;                /* qualified */
    const struct function *function; /* NULL for a global's initialiser */
    node_id body;
    where_id where;
    bool system;       /* it stands in a system header */
    bool method;       /* its first parameter is `this` */
    uint64_t reads;    /* bit i: it, or what it calls, may read the followed global i */
    uint64_t writes;   /* the same for assignments */
    uint64_t decisive; /* bit i: what parameter i holds can decide a branch, a target or a result */
};

/* What runs under the loader lock by itself. */
struct program_root {
    const char *kind; /* as struct root's in walk/reach.h */
    const char *name; /* of the function or variable */
    fn_id fn;         /* what runs */
    uint32_t unit;
    where_id where;
    uint32_t phases;        /* bit set by enum phase */
    bool entry;             /* has the entry point's three parameters */
    int32_t priority;       /* of initialisers and destructors: lower ones are made first */
    const char *destructor; /* destructors of globals: name of the destructor that `fn` is */
    fn_id made_in; /* what it destroys is made when this function runs (or a copy of it in another
                      unit); 0: it is there from the start */
    bool outside;  /* code that does not hold the loader lock may have made it */
    bool has_argument; /* the first argument (behind `this`) is `argument` */
    int64_t argument;
};

/* A function that is looked up by its name. */
struct looked_up {
    const char *name;  /* or "ordinal 7" */
    enum dll_kind dll; /* where it was looked up */
};

/* The most functions that a slot keeps of each sort. */
enum { PROGRAM_MOST_CANDIDATES = 64 };

/* A call that makes something that packs have a word for: a thread's handle. */
struct maker {
    fn_id fn; /* function it stands in; 0: the initialiser of a global */
    uint32_t unit;
    node_id node;
    const char *name; /* of the API */
};

/* A place that can hold a function's address, whatever the moment: a global, a field (of all
 * objects of its type), a parameter, a local, a function's result. */
struct slot {
    const char *name;      /* for messages: "g_ops", "ops::init" */
    VEC(fn_id) functions;  /* it may hold these */
    VEC(sym_id) externals; /* and these functions without a body, in unit `external_units` */
    VEC(uint32_t) external_units;
    VEC(struct looked_up) names; /* and functions that are looked up by these names */
    VEC(const char *) texts;     /* it may hold these string literals */
    bool more_texts;             /* and others, too many to be kept */
    const char *origin;          /* it may hold what APIs make that `return` this; NULL: no such */
    bool mixed;                  /* of several such words */
    VEC(uint32_t) makers;        /* some of the calls that made it: indices into program.makers */
    bool other;                  /* something unknown was stored, too */
    bool full;                   /* it may hold more than is kept */
    VEC(slot_id) flows_to;       /* inclusion edges */
};

/* A loop that ends only when another thread of the module changes a variable. */
struct spin {
    uint32_t unit;
    node_id loop;
    node_id condition;   /* of the loop, or of the `if` that leaves it */
    bool stays_if_true;  /* the condition keeps the loop going; otherwise it ends it */
    uint32_t key;        /* module-wide number of the variable */
    fn_id setter;        /* a function of another thread that changes it ... */
    node_id set;         /* ... and the place in it */
    struct maker starts; /* the call that runs such functions on another thread */
};

/* A class that may have virtual methods. */
struct program_class {
    uint32_t unit, record; /* where it is known best: index into units, and into their records */
    bool created;          /* objects of it are made in the module; as bases of others: no */
    VEC(uint32_t) lineage; /* itself and all its bases, the nearest first */
    VEC(uint32_t) made;    /* of these it is itself, or a base, and objects are made of them */
    VEC(uint32_t) methods; /* its own */
};

/* A virtual method, or a destructor. */
struct program_method {
    uint32_t class;
    uint32_t unit; /* a unit that knows it, as `sym` */
    sym_id sym;
    fn_id body;              /* 0: none in the module */
    VEC(uint32_t) overrides; /* the methods that it overrides directly */
    VEC(fn_id) overriders;   /* other bodies that a call of it can run, in order */
};

/* Indices into program.methods. */
struct method_list {
    uint32_t *at;
    uint32_t n, cap;
};

/* The linked module. */
struct program {
    struct arena *arena;
    const char *module;
    const struct packs *packs;
    const struct dll_names *delayed; /* DLLs whose imports are delay-loaded; NULL: none */
    struct linked *linked;           /* of program_links() */
    VEC(const struct unit *) units;
    VEC(struct program_function) functions; /* [0] is a dummy */
    VEC(struct program_root) roots;
    VEC(struct maker) makers;
    VEC(struct spin) spins; /* sorted by unit and condition */
    VEC(struct maker)
    polled; /* calls that look at a handle, in loops that only this look ends; sorted by unit and
               node */
    VEC(struct slot) slots; /* [0] is a dummy; those behind n_common_slots are of one expression */
    uint32_t n_common_slots;
    bool *copied;         /* [unit]: its nodes are a copy of ours */
    fn_id **function_of;  /* [unit][symbol]: the body that the symbol means */
    uint32_t **key_of;    /* [unit][symbol]: module-wide number of a field or global, 0: none */
    uint32_t **global_of; /* [unit][symbol]: 1 + index of its definition in unit.globals, one with
                             an initialiser if there is one; 0: none */
    slot_id **slot_of;    /* [unit][symbol]: where the symbol's functions are collected, 0: none */
    uint64_t *takes;      /* [function]: bit i: parameter i can take an address or an object; the
                             last bit stands for the rest */
    bool *assigned;       /* [key]: it, or a part of it, is assigned by name */
    bool *addressed;      /* [key]: its address is taken, or may be */
    uint8_t *followed;    /* [key]: 1 + number of a global whose value the walk follows; 0: not */
    uint32_t n_followed;  /* at most 64 */
    uint64_t unassigned;  /* bit set by followed global: nothing that attach runs assigns it */
    uint64_t wild;  /* bit set by followed global: code that is not seen may have it written */
    bool looks_up;  /* some code looks functions up by name */
    bool *null_key; /* [key]: the field or global never holds anything but null */
    bool *written;  /* [key]: some code may change the global after its initialiser */
    slot_id *slot_by_key;        /* [key]: the same for fields and globals, whatever the unit */
    slot_id *result_of;          /* [function]: what it returns */
    struct idmap *known_slots;   /* (unit + 1, expression) -> slot of just what it can hold there */
    uint8_t **has_known_slot;    /* [unit]: bit set by expression: it has one; NULL: none has */
    struct idmap *known_origins; /* (unit + 1, expression) -> slot with the word for all objects of
                                    COM that it can lead to there; with none: unseen callers handed
                                    them over */
    struct strmap *definitions;  /* USR -> first function of that USR */
    uint32_t *next_definition;   /* [function]: another one of the same USR, 0: none */
    struct strmap *keys;         /* field's or global's USR -> key */
    VEC(const char *) key_names; /* by key */
    VEC(struct program_class) classes;  /* [0] is a dummy */
    VEC(struct program_method) methods; /* [0] is a dummy */
    struct strmap **class_of_usr;       /* [unit]: USR -> class */
    uint32_t **method_of;               /* [unit][symbol]: method, 0: it is none */
    uint32_t *class_of_key;             /* [key]: class of a field or global that is an object */
    struct strmap **record_of;          /* [unit]: record name -> index into unit.records */
    const struct known_api ***api_of;   /* [unit][symbol]: of program_api(); NULL: not asked yet */
};

/* What is linked. */
struct program_input {
    const char *module;
    const struct packs *packs;
    const struct unit *const *units;
    uint32_t n_units;
    const char
        *entry; /* name of the entry point if the build or the user says; NULL: the usual ones */
    const struct dll_names *delayed; /* DLLs whose imports are delay-loaded; NULL: none */
};

/* Links the units.  Everything lives in the arena and refers to the units. */
struct program *program_link(struct arena *arena, const struct program_input *input);

/* Returns the node. */
static inline const struct node *program_node(const struct program *program, uint32_t unit,
                                              node_id node)
{
    return &program->units.at[unit]->nodes.at[node.i];
}

/* Returns the symbol. */
static inline const struct symbol *program_symbol(const struct program *program, uint32_t unit,
                                                  sym_id sym)
{
    return &program->units.at[unit]->symbols.at[sym.i];
}

/* Returns the body that a call of the symbol runs, or 0: then it is an API or outside the module.
 */
fn_id program_body(const struct program *program, uint32_t unit, sym_id sym);

/* Returns the class by its USR in the unit; 0: none is known. */
uint32_t program_class_by_usr(const struct program *program, uint32_t unit, const char *usr);

/* Returns the class that a member stands in, or a variable is an object of; 0: none is known. */
uint32_t program_class_of(const struct program *program, uint32_t unit, sym_id sym);

/* True if the class is the other, or derives from it. */
bool program_derives(const struct program *program, uint32_t class, uint32_t base);

/* Adds what a call of a method runs in an object of just this class. */
void program_methods_of(struct arena *arena, const struct program *program, uint32_t class,
                        uint32_t method, struct method_list *out);

/* Adds what it can run in the objects that the module makes of the class, or of those that derive
 * from it; `class` 0: of the method's. */
void program_methods_made(struct arena *arena, const struct program *program, uint32_t class,
                          uint32_t method, struct method_list *out);

/* Returns the next body that a call of a virtual method can run besides the method's own, in the
 * order of functions; `from` 0 begins.  0: no more. */
fn_id program_overrider(const struct program *program, uint32_t unit, sym_id method, fn_id from);

/* What packs know of a callee: a run of entries (`n` of them at `first`); n is 0 if nothing is
 * known. */
struct known_api {
    const struct api *first;
    uint32_t n;
    const char *name; /* as reports name it */
};

/* Returns what the packs know of a function, method or field that is called.  A function with a
 * body in the module is no API unless the body stands in a system header, or a pack calls it opaque
 * in every phase; where it is declared does not count.  Neither is one with internal linkage. */
struct known_api program_api(const struct program *program, uint32_t unit, sym_id callee);

/* True if program_api() knows more than the name. */
bool program_is_api(const struct program *program, uint32_t unit, sym_id callee);

/* Returns the DLL whose delay-loaded import calling the API is, NULL if it is none. */
const char *program_delayed_dll(const struct program *program, const struct known_api *known);

/* True if the text is the name of a DLL, without a path, that the module itself links: one of its
 * functions is called by name, and the load is not delayed. */
bool program_links(const struct program *program, const char *text);

/* Returns the phases (bit set) in which the body of a function is walked: all, unless packs say
 * that it is not to be. */
uint32_t program_walked_phases(const struct program *program, fn_id fn);

/* Returns a record by its USR or qualified name, NULL if the unit has none. */
const struct record *program_record(const struct program *program, uint32_t unit, const char *name);

/* Returns the record, made from a template, that a member is of, NULL if the unit has none. */
const struct record *program_instance(const struct program *program, uint32_t unit, sym_id member);

/* Names in order; in the arena that was handed over. */
struct names {
    VEC(const char *) list;
};

/* Returns the functions that are template arguments of the record, qualified. */
struct names program_named_functions(struct arena *arena, const struct record *record);

/* Returns the function of that qualified name that code of the unit means, 0 if there is none. */
fn_id program_function_named(const struct program *program, uint32_t unit, const char *name);

/* Returns the slot of the variable, field or array behind an expression, or 0.  Where the objects
 * that the expression can lead to are known, it is a slot of just these. */
slot_id program_slot(const struct program *program, uint32_t unit, node_id node);

/* True if all functions that a call through the expression can run are known, because the objects
 * that it can lead to are the module's own. */
bool program_knows_targets(const struct program *program, uint32_t unit, node_id node);

/* Returns the word for what the variable, field or array behind an expression holds by its origin
 * ("thread"), or NULL. */
const char *program_origin(const struct program *program, uint32_t unit, node_id node);

/* True if the object whose method is called was certainly handed over by an unseen caller. */
bool program_is_handed_over(const struct program *program, uint32_t unit, node_id node);

/* Returns the function looked up by name that the slot of `table[2].fn` holds for this one entry,
 * by the name that stands in the entry; NULL: not known. */
const struct looked_up *program_entry_name(const struct program *program, uint32_t unit,
                                           node_id node);

/* Returns the only text that the variable, field or array behind an expression may hold, or NULL.
 */
const char *program_text(const struct program *program, uint32_t unit, node_id node);

/* Returns what the packs say of a call by what its arguments are without a walk (numbers, pseudo
 * handles), NULL if nothing. */
const struct api *program_call_api(const struct program *program, uint32_t unit, node_id call);

/* Returns the loop that a condition keeps going, NULL if it is none that waits for a thread. */
const struct spin *program_spin(const struct program *program, uint32_t unit, node_id condition);

/* True if the call looks at a handle in a loop that goes on until this look finds it signalled. */
bool program_polls(const struct program *program, uint32_t unit, node_id call);

/* Returns the module-wide number of the global or field that an expression, or its address,
 * designates (`g_lock`, `&g_lock`, `&queue->lock`, `g_locks[i]`); 0: something else.  Names stand
 * in program->key_names. */
uint32_t program_object(const struct program *program, uint32_t unit, node_id node);

/* True if this is the name of one of the compiler's own atomic functions. */
bool program_is_atomic(const char *function);

/* Returns the entry point of an EXE, such as main, that some unit of the module defines while none
 * defines a DLL's: no loader lock for its globals.  0: it is a DLL. */
fn_id program_executable(const struct program *program);

/* Appends the linked module as text: units, roots, functions with what they call, slots with what
 * they hold. */
void program_write(struct strbuf *out, const struct program *program);

/* A name that the text of a C unit mentions if there is a root in it. */
struct root_name {
    const char *name;
    bool declared; /* the system's headers may declare it: that makes no root */
    bool pasted;   /* macros may put it together */
};

/* Such names; sections whose functions are called are not among them. */
struct root_names {
    VEC(struct root_name) list;
    bool any; /* any name may be a root's */
};

/* Adds the names by the packs, and an entry point's that the build or the user says (NULL: none).
 */
void program_root_names(struct arena *arena, const struct packs *packs, const char *entry,
                        struct root_names *names);

/* One DLL found by its entry point among units that nobody assigned to DLLs. */
struct split_module {
    const char *name;    /* of the entry point's folder, or file when two share a folder */
    VEC(uint32_t) units; /* indices, the entry's own first, then by nearness in the tree */
};

/* The modules of a build that does not say what is linked with what. */
struct split {
    VEC(struct split_module) modules;
};

/* Splits units by their entry points: one module each.  A unit in the folder of an entry point, or
 * below it, belongs to the deepest such folder's module; the others are shared by all.  With one
 * entry point or none there is one module, `name`. */
struct split program_split(struct arena *arena, const struct unit *const *units, uint32_t n_units,
                           const char *name);

#endif
