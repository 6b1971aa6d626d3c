/*
 * objects.h - which object a pointer leads to; shared by files of program/.
 *
 * The collection reads every tree of the module once.  symbols (objects_names.c) says what a name
 * stands for, values (objects_values.c) what an expression can point to, objects.c what statements,
 * calls and initialisers do with it.
 */
#ifndef DLL_PROGRAM_OBJECTS_H
#define DLL_PROGRAM_OBJECTS_H

#include "program/internal.h"
#include "program/sets.h"

/* A call through a value. */
struct pointer_call {
    uint32_t unit;
    node_id node;   /* NODE_CALL */
    set_id callee;  /* what may be called */
    set_id result;  /* what it returns */
    bool clobbered; /* its arguments may be changed by code that is not seen */
};

/* A virtual call. */
struct virtual_call {
    uint32_t unit;
    node_id callee; /* NODE_FIELD, or a NODE_DELETE */
    sym_id method;
    set_id object; /* what it is called on */
};

/* An expression whose functions the walk may ask for. */
struct asked {
    uint32_t unit;
    node_id node;
    set_id set;
};

/* `p->f = q` in a function whose parameters p and q are, or a call that does `*p = q`. */
struct param_store {
    uint32_t unit;
    node_id node;       /* NODE_ASSIGN, NODE_CALL */
    sym_id base, value; /* p, q */
    uint32_t next;      /* another one of the function, 0: none */
};

/* What a parameter is at one call. */
struct stand_in {
    uint32_t unit;
    sym_id param;
    set_id set;
};

/* A function in the table of an interface. */
struct method_entry {
    set_id table;
    uint32_t next; /* another one of the function, 0: none */
};

/* A call of a body. */
struct argument_list {
    fn_id fn;
    uint32_t unit;  /* of the arguments */
    node_id first;  /* the rest follow */
    set_id object;  /* `this`, if is_method */
    bool is_method; /* the first parameter is `this` */
};

/* What the collection works on. */
struct objects {
    struct arena *arena;
    struct program *program;
    struct sets *sets;
    struct idmap *singles;               /* (object, 1) -> the set of just this one */
    struct idmap *derived[USE_CALL + 1]; /* by kind of use: (base set, key) -> its `other` */
    struct idmap *call_numbers;          /* (unit + 1, NODE_CALL) -> number of the call */
    struct idmap *made_as;               /* (unit + 1, NODE_CONSTRUCT) -> set of its object */
    VEC(struct pointer_call) calls;      /* [0] is a dummy */
    VEC(struct virtual_call) virtual_calls;
    VEC(struct asked) asked;
    VEC(struct asked) asked_objects; /* what made them is asked */
    VEC(struct param_store) stores; /* [0] is a dummy */
    uint32_t *first_store;          /* [function]: its list in `stores` */
    struct object_type *types;      /* [key]: the struct that it is a field of */
    bool *made;                     /* [key]: the first field of a struct that is made somewhere */
    struct idmap *fits;             /* (object, key) -> 1: it may have the field, 2: not */
    struct idmap *store_numbers;    /* (unit + 1, node) -> index into `stores` */
    const struct stand_in *stand_ins; /* two of them while a store is repeated, or NULL */
    set_id *result_of;                /* [function]: what it returns */
    bool *allocates;                  /* [function]: its result is a new object at each call */
    node_id *forwards;                /* [function]: the call that it is; 0: more than one call */
    bool *called;                     /* [function]: a direct call of it is seen */
    uint32_t *handed_out;             /* [function]: how often its address is taken */
    uint32_t *with_context;           /* [function]: how often to an API that hands on a context */
    uint32_t *context_as;             /* [function]: as which parameter, a bit each */
    VEC(struct method_entry) methods; /* [0] is a dummy */
    uint32_t *first_method;           /* [function]: its list in `methods` */
    bool *assigned;                   /* [key]: some code stores to the pointer by name */
    bool *defined;                    /* [key]: the global has a definition in the module */
    struct node_stack stack;          /* of the tree that is read */
    fn_id current;                    /* the function whose body is read */
    uint32_t depth;                   /* of the expression that is read */
};

/* ---- objects_names.c ---- */

/* True if a variable or field of this symbol can hold an address. */
bool symbol_holds_address(const struct symbol *symbol);

/* True if the symbol is a C++ reference. */
bool symbol_is_reference(const struct symbol *symbol);

/* True if the symbol is a struct or an array, and no reference. */
bool symbol_is_object(const struct symbol *symbol);

/* True if the symbol is a struct or an array of structs: what has fields. */
bool symbol_has_fields(const struct symbol *symbol);

/* Returns the object that a variable is. */
object_id variable_object(struct objects *o, uint32_t unit, sym_id sym);

/* Returns the set of what a variable points to. */
set_id variable_set(struct objects *o, uint32_t unit, sym_id sym);

/* Returns the set that holds just this object. */
set_id single_set(struct objects *o, object_id object);

/* Returns what a use of a set's members gives (USE_LOAD, USE_PART, USE_PLACE, USE_CONTAINER). */
set_id derived_set(struct objects *o, set_id base, enum use_kind kind, uint32_t key);

/* Fills objects.allocates. */
void find_allocating(struct objects *o);

/* True if the function without a body makes a new object, as the packs say. */
bool api_allocates(const struct program *program, uint32_t unit, sym_id sym);

/* ---- objects_stores.c ---- */

/* Fills objects.stores. */
void find_param_stores(struct objects *o);

/* True if the node is one of objects.stores: it is not to be read where it stands. */
bool is_param_store(const struct objects *o, uint32_t unit, node_id node);

/* Reads the stores of a function at one of its calls. */
void repeat_stores(struct objects *o, const struct argument_list *call);

/* Reads the stores of a function that code outside the module may call. */
void do_open_stores(struct objects *o, uint32_t f);

/* Returns the parameter at the bottom of `p->a.b` or `*p`, 0: none. */
sym_id param_below(const struct unit *unit, node_id place);

/* ---- objects_own.c ---- */

/* Notes for each key whether it is a field that only code of the module fills, and of which struct.
 */
void find_own_fields(struct objects *o, bool *own);

/* Unseen code may hand over what the parameter of an open function points to: the fields of such
 * structs are not the module's own. */
void open_own_fields(struct objects *o, uint32_t f, sym_id param);

/* Notes the functions in a global's initialiser if it is the table of an interface. */
void note_methods(struct objects *o, uint32_t unit, node_id list, set_id table);

/* If the function is nothing but a method in such tables: what it is handed as the first parameter
 * is an object that has one of them. */
void hand_over_self(struct objects *o, uint32_t f, object_id self);

/* ---- objects_types.c ---- */

/* Returns the name of the struct that a pointer type leads to, without template arguments; "" for
 * others. */
const char *pointee(struct arena *arena, const char *type);

/* Notes the type of a variable that is a struct or an array of structs. */
void type_variable(struct objects *o, object_id object, uint32_t unit, const struct symbol *symbol);

/* Notes the type of an object that a call has made, if the value is one: what `target` gets. */
void type_allocated(struct objects *o, uint32_t unit, const struct symbol *target, set_id value);

/* True if the object, a whole one, may have the field; `data` is a struct objects. */
bool object_fits(void *data, object_id object, uint32_t key);

/* ---- objects_forward.c ---- */

/* Fills objects.forwards. */
void find_forwarders(struct objects *o);

/* Returns the function that the call names if it is one of them, else 0. */
fn_id forwarder_called(const struct objects *o, uint32_t unit, node_id call);

/* Returns what such a call runs in the end. */
set_id forwarded_callee(struct objects *o, uint32_t unit, node_id call, fn_id forwarder);

/* ---- objects.c ---- */

/* Reads NODE_ASSIGN. */
void read_assignment(struct objects *o, uint32_t unit, node_id assignment);

/* ---- objects_classes.c ---- */

/* Keeps the methods that a virtual call runs if the classes of all its objects are known. */
void keep_methods(struct objects *o, const struct virtual_call *call);

/* ---- objects_made.c ---- */

/* Stores the object that an API makes where it is told to; returns the argument for that, 0: it
 * makes none, or returns it. */
node_id read_made_object(struct objects *o, uint32_t unit, node_id call, const struct api *api);

/* Asks what made the object whose method is called, if packs do. */
void ask_for_object(struct objects *o, uint32_t unit, node_id call);

/* Keeps the words for what was asked, once all is solved. */
void keep_object_words(struct objects *o);

/* ---- objects_null.c ---- */

/* Fills program.null_key, once all is solved. */
void find_null_keys(struct objects *o);

/* ---- objects_calls.c ---- */

/* Reads a call of the function `sym`, and of what overrides it. */
void read_direct_call(struct objects *o, uint32_t unit, node_id call, sym_id sym);

/* Reads NODE_CONSTRUCT. */
void read_construction(struct objects *o, uint32_t unit, node_id node);

/* The solution found a function that call `number` through a value may run; `data` is a struct
 * objects. */
void found_callee(void *data, uint32_t number, object_id callee);

/* It found that the call may run functions that are not seen. */
void found_unknown_callee(void *data, uint32_t number);

/* ---- objects_values.c ---- */

/* Returns what the value of an expression can point to. */
set_id value_set(struct objects *o, uint32_t unit, node_id node);

/* Returns which objects an expression can designate: `a` of `&a`. */
set_id place_set(struct objects *o, uint32_t unit, node_id node);

/* Returns the objects that a NODE_FIELD is a field of. */
set_id field_base(struct objects *o, uint32_t unit, node_id field);

/* Stores the initialiser of an object. */
void initialise(struct objects *o, uint32_t unit, node_id list, set_id object);

/* Returns the expression whose value a call through a value calls: of `p->*f` f. */
node_id called_value(const struct objects *o, uint32_t unit, node_id call);

/* Returns the API that the call is if it exchanges what its first argument points to, else NULL. */
const struct api *exchange_called(const struct objects *o, uint32_t unit, node_id call);

/* Returns the number of a call through a value, made when first asked for. */
uint32_t pointer_call(struct objects *o, uint32_t unit, node_id call);

/* Returns the function that a NODE_REF or NODE_FIELD names, 0: it is no function. */
sym_id function_named(const struct program *program, uint32_t unit, node_id node);

#endif
