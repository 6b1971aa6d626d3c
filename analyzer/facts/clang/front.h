/*
 * front.h - what the files of the front end share: one `struct front` a translation unit.
 *
 * extract.c parses and drives; overlay.c makes Windows' include lines work; preamble.c makes
 * precompiled preambles and parses on top of them; places.c turns
 * locations into wheres; symbols.c, names.c, attributes.c and records.c turn declarations into
 * symbols; functions.c, globals.c and segments.c own the bodies, initialisers and sections,
 * constants.c and lifetimes.c say what of these runs and when; statements.c, control.c,
 * expressions.c, operators.c, calls.c, initialisers.c and literals.c turn text into nodes;
 * classes.c and members.c add the implicit calls of constructors and destructors, instances.c and
 * bases.c find them for classes made from templates, held.c tells of these; makers.c, owners.c
 * and deleters.c say what the standard library makes and destroys; recover.c and
 * recover_writes.c add what clang dropped after an error.
 */
#ifndef DLL_FACTS_CLANG_FRONT_H
#define DLL_FACTS_CLANG_FRONT_H

#include <stdbool.h>
#include <stdint.h>

#include <clang-c/Index.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "base/vec.h"
#include "facts/extract.h"
#include "facts/facts.h"

/* Nesting of statements and expressions that is followed; deeper ones become NODE_OPAQUE. */
enum { FRONT_MAX_DEPTH = 4000 };

/* Deeply nested sources are parsed and walked by recursion. */
enum { FRONT_STACK_BYTES = 256 * 1024 * 1024 };

/* A run of cursors on front.stack. */
struct span {
    uint32_t at, n;
};

/* Cursors in order. */
struct cursors {
    CXCursor *at;
    uint32_t n, cap;
};

/* A base of a class. */
struct base {
    CXType type;      /* invalid if it is not known */
    CXCursor at;      /* where it is written, or the class */
    const char *name; /* as clang prints it; NULL if the type says it */
    bool part;        /* a field of a base that is not known */
    bool lost;        /* the type is not known, and it may have something to construct or destroy */
};

/* Bases in order. */
struct bases {
    struct base *at;
    uint32_t n, cap;
};

/* A function of a class that was made from a template. */
struct instance {
    CXCursor decl;
    uint32_t previous; /* 1 + index of another one of the class; 0: none */
};

/* Nodes in order, to become the children of one. */
struct list {
    node_id first, last;
};

/* A place as bytes from the start of a file. */
struct spot {
    uint32_t file, offset;
};

/* A block of the function at hand, for putting recovered calls at their place. */
struct block_span {
    node_id node;
    uint32_t file, begin, end; /* bytes */
};

/* A statement and where it begins. */
struct node_spot {
    uint32_t node, offset;
};

/* Where a recovered node is put: before the first statement that begins behind the offset, or, with
 * `before`, before the statement in front of that, which may be around the offset. */
struct insertion {
    uint32_t offset;
    bool before;
};

/* The function whose body is being built. */
struct body {
    sym_id self;            /* `this`; 0 if there is none */
    sym_id function;        /* whose body it is */
    uint32_t serial;        /* different for each body: labels are per function */
    bool partial;           /* it holds an error: the vectors below are kept */
    VEC(uint32_t) known;    /* offsets of callees' names and of `case` that clang kept */
    VEC(uint32_t) assigned; /* offsets of the assignments that it kept */
    uint32_t first_symbol;  /* of those that were made for this body */
    VEC(struct block_span) blocks;
    VEC(struct node_spot) spots;
    VEC(struct block_span)
    lambdas; /* their text is not searched: they are functions of their own */
};

/* A local object that is destroyed at the end of its block. */
struct local_object {
    sym_id sym, destructor; /* sym 0: it has no name here */
    where_id where;
};

/* A deleter that some code gives a field or global. */
struct given_deleter {
    CXCursor owner, deleter;
};

/* A function that waits to be extracted. */
struct pending {
    CXCursor decl;
    sym_id sym;
    sym_id self; /* of a lambda: `this` of the function around it */
    bool lambda;
};

/* A class whose implicit member waits to be composed. */
struct implicit_member {
    CXType type;
    sym_id sym;
    bool destroys; /* a destructor; otherwise a constructor */
    bool copies;   /* a copy constructor, or ... */
    bool moves;    /* ... a move constructor */
    bool owns;     /* of an owner of the standard library: destroys what it holds */
};

/* Sections that pragmas choose. */
enum segment_kind {
    SEGMENT_DATA,
    SEGMENT_CONST,
    SEGMENT_BSS,
    SEGMENT_INIT, /* of the initialisers' addresses, or "compiler", "lib", "user" */
    SEGMENT_KINDS
};

/* From here on variables of the kind lie in that section; NULL: the usual one. */
struct segment_change {
    uint32_t file, offset;
    enum segment_kind kind;
    const char *section;
};

/* What `push` has put away, while a file is read. */
struct segment_stack {
    const char *current;
    VEC(const char *) pushed;
};

/* The state of one extraction. */
struct front {
    struct arena *arena;   /* of the unit */
    struct arena *scratch; /* dies with the extraction */
    const struct extract_request *request;
    CXTranslationUnit tu;
    struct unit *unit;
    const struct overlay *overlay;
    struct on_preamble *on; /* preamble.c: what stands for the first directives; NULL: nothing */
    unsigned parse_options; /* besides the usual ones */
    const char *text_of; /* the name that is parsed instead of the request's file; NULL: none */

    struct strmap *file_ids;      /* CXFile's address -> index of unit.files */
    CXFile last_file;             /* the one looked up last... */
    uint32_t last_file_id;        /* ...and its index */
    VEC(CXFile) files;            /* handles by index; NULL for those without */
    VEC(struct spot) error_spots; /* sorted */

    struct strmap *symbol_by_decl; /* address of the canonical declaration -> symbol */
    struct strmap *symbol_by_name; /* USR, or a private key -> symbol */
    struct strmap *record_by_usr;  /* -> index of unit.records */
    struct strmap *created_usrs;   /* created.c: USRs in unit.created */
    struct strmap *global_by_sym;  /* symbol -> index of unit.globals */
    struct strmap *function_names; /* for recover.c: bare name -> index of named_functions */
    VEC(CXCursor) named_functions;
    struct strmap *enumerator_names; /* for recover.c: bare name -> index of enumerators */
    VEC(int64_t) enumerators;
    struct strmap *variable_names; /* for recover.c: bare name -> index of named_variables */
    VEC(CXCursor) named_variables;
    VEC(bool) queued; /* by symbol: its body is extracted, or will be */
    VEC(struct pending) pending;
    uint32_t n_pending_done;
    VEC(struct implicit_member) implicit;
    uint32_t n_implicit_done;
    VEC(CXCursor) pending_globals;
    uint32_t n_globals_done;
    struct strmap *calls_code; /* constants.c: address of a function -> 1 if it does */
    struct strmap *members_of; /* classes.c: record and role -> symbol */
    VEC(struct instance) instances;
    struct strmap *instances_of;    /* USR of a class -> 1 + index of its last instance */
    VEC(CXCursor) instance_records; /* classes that have instances */
    bool makes_instances;           /* some may be made for other units */
    bool makes_variables;           /* static members are made that nothing may use */
    struct strmap *known_records;   /* short name -> index of known */
    VEC(CXCursor) known;            /* null: two classes have that name */
    struct strmap *plain_types;     /* short names of arguments that are no classes */
    uint32_t n_known_instances;     /* of instance_records */
    VEC(CXCursor) pending_records;  /* parallel to unit.records */
    uint32_t n_filled_records;
    VEC(CXCursor) asked_records; /* held.c: to be told of when all else is known */
    uint32_t n_asked_done, n_told_records;
    VEC(CXCursor) stack; /* children of the cursors being visited */
    VEC(struct local_object) objects;
    VEC(struct local_object) temporaries; /* of the full expression at hand */
    bool into_object; /* what the next expression makes has a place: it is no temporary */
    struct segment_stack segments[SEGMENT_KINDS];
    VEC(struct segment_change) segment_changes;
    struct strmap *macro_names; /* recover.c: function-like macros of all files */
    struct body *body;          /* NULL outside of functions */
    uint32_t depth, n_bodies;
    VEC(struct given_deleter) given_deleters; /* given_deleters.c: all of the unit ... */
    bool knows_given_deleters;                /* ... if it was read for them ... */
    CXCursor initialised;                     /* ... and a member whose initialiser comes next */
    const char *base_made; /* USR of the class whose part of an object is initialised, or NULL */
    bool too_deep;         /* said once */
};

/* ---- extract.c: helpers on foreign objects */
const char *front_string(struct arena *arena,
                         CXString string); /* copies and disposes; never NULL */
const char *front_key(const struct front *front, const void *address); /* text of an address */
struct span front_children(struct front *front, CXCursor cursor);      /* pushes the children */
void front_pop(struct front *front, struct span span);                 /* takes them off again */
CXCursor front_child(const struct front *front, struct span span, uint32_t i); /* one of them */
/* A visitor that leaves the first child in the CXCursor behind `data`. */
enum CXChildVisitResult front_first_child(CXCursor cursor, CXCursor parent, CXClientData data);
void front_drop_non_expressions(struct front *front, struct span *span); /* keeps expressions */
void front_add_error(struct front *front, where_id where, bool fatal, const char *message);

/* Parses until the overlay has nothing more to answer.  Returns NULL, or why there is no unit. */
const char *front_parse(struct front *front, struct overlay *overlay, CXIndex index);
/* Parses once more, with what the overlay has answered; front.tu becomes the new unit. */
enum CXErrorCode front_parse_again(struct front *front, CXIndex index);
void front_make_maps(struct front *front);
bool front_is_cplusplus(const struct extract_request *request); /* by its flags, else its name */

/* ---- preamble.c */
/* Parses the unit on top of its preamble.  Returns false, and leaves no unit, if it must be parsed
 * plainly: the facts would not be the same. */
bool front_parse_on_preamble(struct front *front, struct overlay *overlay, CXIndex index);
void front_push_preamble(struct front *front); /* pushes them on the stack */
/* Returns the cursor of the unit with all declarations; on a preamble it is that of another one,
 * parsed from the same text. */
CXCursor front_everything(struct front *front);
sym_id front_symbol_of(struct front *front, CXCursor decl); /* of a declaration from there */
/* The unit's directives that its preamble stands for: their number, and one's text. */
uint32_t front_count_directives(const struct front *front);
const char *front_directive(const struct front *front, uint32_t i);
void front_leave_preamble(struct front *front); /* frees what clang keeps for it */
/* Returns true, and the line in the unit, for a line of a preamble's directives. */
bool front_preamble_line(const struct front *front, CXFile file, unsigned *line);

/* ---- places.c */
void front_read_files(struct front *front);                 /* fills unit.files */
void front_read_errors(struct front *front);                /* fills unit.errors */
uint32_t front_file(struct front *front, CXFile file);      /* index of a file */
bool front_is_system(struct front *front, CXCursor cursor); /* stands in a system header */
where_id front_where(struct front *front, CXSourceLocation location);   /* 0 if it is nowhere */
struct spot front_spot(struct front *front, CXSourceLocation location); /* expansion */
bool front_has_error(struct front *front, CXSourceRange range);         /* an error stands inside */
bool front_in_macro(CXSourceLocation location); /* it comes out of a macro */
/* Returns the text of the file from the place on (NUL-terminated) or NULL; the spelling's place or
 * the expansion's. */
const char *front_text(struct front *front, CXSourceLocation location, bool spelling);
/* Returns the identifier at the text, "" if there is none. */
const char *front_identifier(struct arena *arena, const char *text);

/* ---- names.c */
const char *front_clean_name(struct arena *arena, const char *text); /* without places in it */
const char *front_type_text(struct front *front, CXType type);       /* canonical spelling */
const char *front_qualified_name(struct front *front, CXCursor decl, bool *namespaced);

/* True for the function that a lambda without captures is converted to. */
bool front_is_invoker(CXCursor decl);
bool front_in_std(CXCursor decl);      /* in namespace std or __gnu_cxx */
bool front_in_template(CXCursor decl); /* a pattern, not an instantiation */

/* ---- symbols.c */
/* A class's USR; of one that a template made for closures with their places, which tell them apart.
 */
const char *front_record_usr(struct front *front, CXCursor record);
sym_id front_symbol(struct front *front, CXCursor decl); /* of any declaration; 0 if none */
sym_id front_add_symbol(struct front *front, const struct symbol *symbol);
/* operator() of a generic lambda as it is written; 0 if it has none. */
sym_id front_generic_call(struct front *front, CXCursor closure);
sym_id front_undeclared(struct front *front, const char *name, where_id where);
/* A function that is built into the compiler. */
sym_id front_builtin(struct front *front, const char *name, where_id where);
sym_id front_label(struct front *front, const char *name, CXSourceLocation location);
sym_id front_self(struct front *front, CXType record); /* a new `this` */
sym_id front_special_member(struct front *front, CXCursor record, const char *suffix,
                            enum symbol_kind kind); /* implicit member by its USR's end */
struct symbol *front_symbol_at(struct front *front, sym_id sym);
sym_id front_add_symbol(struct front *front, const struct symbol *symbol);
bool front_claim(struct front *front, sym_id sym); /* true once: the body is to be extracted now */

/* ---- attributes.c */
struct attributes {
    bool constructor, destructor, no_return, weak, select_any, dll_import, dll_export, alias;
    bool no_destroy;
    int32_t priority;    /* 65535 if not given; also of init_priority */
    const char *section; /* NULL if none */
};
struct attributes front_attributes(struct front *front, CXCursor decl);

/* ---- records.c */
void front_record(struct front *front, CXCursor record); /* asks for it to be in unit.records */
void front_finish_records(struct front *front);          /* fills those asked for */
CXCursor front_definition(CXCursor decl);                /* its definition, or itself */
CXType front_element_type(CXType type); /* canonical; of an array: of its innermost elements */

/* ---- expressions.c: operator() of a lambda's class, null if it is a template */
CXCursor front_call_operator(struct front *front, CXCursor record);

/* ---- created.c */
/* Returns the USR of the class that a type is, or an array of; NULL if it is none of the project's
 * or another library's.  The class becomes a record of the unit. */
const char *front_class_usr(struct front *front, CXType type);
void front_created(struct front *front, CXType type); /* a whole object of the type is made */
/* A function of the library is called: what its arguments name is made if it gives an object. */
void front_created_by(struct front *front, CXCursor function);
/* Drops what was noted of classes that have no virtual methods; when all else is done. */
void front_keep_virtual_classes(struct front *front);

/* ---- functions.c */
void front_declarations(struct front *front, CXCursor parent);            /* all of the project's */
void front_declaration(struct front *front, CXCursor decl);               /* one */
/* True if a declaration that holds no others has facts even if nothing refers to it. */
bool front_has_facts(struct front *front, CXCursor decl);
void front_want_function(struct front *front, CXCursor decl, sym_id sym); /* later */
void front_finish_functions(struct front *front);                         /* those on the list */
void front_finish(struct front *front); /* everything that waits */
void front_push_function(struct front *front, const struct function *function);

/* ---- segments.c */
void front_read_segments(struct front *front); /* looks for the pragmas */
/* Returns the section a variable is put in by pragmas, NULL if none. */
const char *front_segment(struct front *front, CXCursor variable, bool is_const);
/* Sets by `#pragma init_seg` when the variable's initialiser runs, and who runs it. */
void front_read_init_segment(struct front *front, struct global *global, CXCursor variable);

/* ---- globals.c */
void front_global(struct front *front, CXCursor decl);
bool front_is_declared_only(CXCursor variable); /* extern, without a definition in sight */

/* ---- constants.c */
bool front_expression_runs_code(struct front *front, CXCursor expression);
bool front_constructor_runs_code(struct front *front, CXCursor constructor); /* not constexpr */
bool front_is_dynamic(struct front *front, CXCursor decl); /* its initialiser runs code (C++) */

/* ---- lifetimes.c */
/* Destructor of a variable with static or thread storage, or of the temporary that it keeps; 0 if
 * nothing is destroyed. */
sym_id front_lasting_destructor(struct front *front, CXCursor decl);
bool front_is_made_on_use(struct front *front, CXCursor decl); /* by each thread */
/* Returns the use of a variable with the call before it that makes it, if it is made on use. */
node_id front_use_of(struct front *front, CXCursor decl, node_id use);
/* Turns the variable's initialiser into the function that makes it. */
void front_make_on_use(struct front *front, struct global *global, CXCursor decl);

/* ---- nodes.c */
node_id node_add(struct front *front, enum node_kind kind);
struct node *node_at(struct front *front, node_id id);
void list_add(struct front *front, struct list *list, node_id node);
void node_set_children(struct front *front, node_id node, struct list list);
node_id node_with(struct front *front, enum node_kind kind, node_id child);
node_id node_int(struct front *front, int64_t value, uint16_t flags);
node_id node_ref(struct front *front, sym_id sym);
node_id node_opaque(struct front *front, struct span children);
/* Something that runs at the cursor and is not followed; the text lives as long as the unit. */
node_id node_skipped(struct front *front, CXCursor at, const char *what);
void node_place(struct front *front, node_id node, CXCursor cursor); /* where, and broken */

/* ---- literals.c */
bool literal_evaluate(CXCursor cursor, int64_t *value);
int64_t literal_truncate(int64_t value, CXType type); /* as a conversion to the type does */
node_id literal_node(struct front *front, CXCursor cursor);

/* ---- operators.c */
node_id front_unary(struct front *front, CXCursor cursor);
node_id front_binary(struct front *front, CXCursor cursor); /* also assignments */
/* Any node whose children are the cursor's expressions; NODE_OPAQUE if there are not `n`. */
node_id front_with_operands(struct front *front, CXCursor cursor, enum node_kind kind, uint32_t n);
node_id front_only_child(struct front *front, CXCursor cursor); /* opaque if it is not alone */

/* ---- expressions.c */
node_id front_expression(struct front *front, CXCursor cursor);
/* The value of a variable, 0 if none, or trivial; `object`: it makes the variable's object. */
node_id front_variable_value(struct front *front, CXCursor initialiser, bool object);
node_id front_initialiser(struct front *front, CXCursor cursor); /* initialisers.c: InitListExpr */
node_id front_call(struct front *front, CXCursor cursor);        /* calls.c: CallExpr */
node_id front_lost_call(struct front *front, CXCursor cursor);   /* calls.c: what recovery left */

/* Adds the arguments from the `first` on; for those left out, what the declaration says. */
void front_arguments(struct front *front, struct list *list, CXCursor call, unsigned first);

/* ---- function_objects.c */
bool front_is_function_object(CXType type); /* std::function, or a reference to one */
/* Gives the node of a call that makes, changes or runs one, or something that holds some; false if
 * the call is none of these. */
bool front_function_object(struct front *front, CXCursor call, CXCursor function, node_id *node);
bool front_has_name(CXCursor decl, const char *const *names, size_t n); /* one of the names */
CXType front_without_reference(CXType type);                            /* canonical */
node_id front_object_of(struct front *front, CXCursor callee); /* what stands before the dot */

/* ---- callables.c */
bool front_is_function_pointer(CXType type); /* of members, too; or a function */
bool front_is_callable(CXType type);         /* that, a function object or a closure */
bool front_is_closure(CXCursor record);      /* the class of a lambda */
/* The value of that type as a function, if its class has operator(). */
node_id front_as_callable(struct front *front, node_id value, CXType type);
node_id front_callable(struct front *front, CXCursor expression);         /* of an expression */
node_id front_either(struct front *front, node_id first, node_id second); /* 0 is nothing */
bool front_makes_callable(struct front *front, CXCursor call, CXCursor function, node_id *node);

/* ---- held_callables.c */
bool front_holds(CXType type); /* an object of the standard library that holds functions */
/* Gives the node of a call of the library that puts functions into such an object, or takes some
 * out; false if it is none of these. */
bool front_holds_callables(struct front *front, CXCursor call, CXCursor function, node_id *node);
/* The call of a std::packaged_task, and that it is done; of others the node itself. */
node_id front_task_done(struct front *front, CXCursor call, CXCursor function, node_id node);
/* Gives the node of a field or a list of such an object, id 0 if it is none. */
node_id front_held_field(struct front *front, CXCursor member);
node_id front_held_list(struct front *front, CXCursor list);
/* Lets an assignment to something in such an object keep the rest of what is in there. */
void front_keep_others(struct front *front, node_id assignment);
bool front_is_binding(CXCursor decl); /* a name in `auto [a, b] = ...` */
sym_id front_binding(struct front *front, CXCursor decl);
/* Appends the declarations of the names: functions are what the value holds. */
void front_bindings(struct front *front, struct list *list, CXCursor decl, CXCursor value);

/* ---- temporaries.c */

/* An expression whose object, if it makes one, has a place. */
node_id front_object_expression(struct front *front, CXCursor cursor);

/* True if the expression makes an object. */
bool front_is_prvalue(struct front *front, CXCursor cursor);

/* Gives the value of an expression that makes an object which nothing takes in. */
node_id front_temporary(struct front *front, CXCursor cursor, node_id value);

/* Appends the destructors of the temporaries since there were `mark`, and drops them. */
void front_end_temporaries(struct front *front, struct list *list, uint32_t mark);

/* The value, and then these destructors. */
node_id front_close_expression(struct front *front, CXCursor cursor, node_id value, uint32_t mark);

/* A full expression with the end of its temporaries; `object`: its own object has a place. */
node_id front_full_expression(struct front *front, CXCursor cursor, bool object);

/* A reference is bound to the value: a temporary there lives as long as a local. */
void front_extend_temporary(struct front *front, node_id value, uint32_t mark);

/* The declaration of a structured binding: its object has no name. */
node_id front_decomposition(struct front *front, CXCursor decl);

/* The call of the destructor. */
node_id front_destroy_object(struct front *front, struct local_object object);

/* ---- statements.c */
void front_statement(struct front *front, struct list *list, CXCursor cursor);
node_id front_statement_node(struct front *front, CXCursor cursor); /* as a single node */
node_id front_block(struct front *front, CXCursor cursor);
node_id front_jump(struct front *front, CXCursor cursor); /* control.c: `if`, loops, `switch` */
node_id front_declare(struct front *front, CXCursor decl);
node_id front_declare_only(struct front *front, CXCursor decl); /* without its initialiser */
/* Appends the destructors of the local objects declared since there were `mark`, and drops them. */
void front_end_scope(struct front *front, struct list *list, uint32_t mark);

/* ---- range_for.c: a loop over a range */
node_id front_range_for(struct front *front, CXCursor cursor);

/* ---- classes.c */
sym_id front_destructor(struct front *front, CXType type); /* 0 if trivial; arrays: of elements */
sym_id front_default_constructor(struct front *front, CXType type);    /* 0 if trivial */
struct bases front_bases(struct front *front, CXType type);            /* in order */
struct cursors front_fields(struct front *front, CXType type);         /* fields, in order */
CXCursor front_field_initialiser(struct front *front, CXCursor field); /* null if none */
/* True if the default constructor that the compiler writes is not a constant initialisation. */
bool front_default_runs_code(struct front *front, CXType type);

/* ---- instances.c */
void front_read_instances(struct front *front); /* finds what templates were made into */
/* Takes in the variables that were made, from a unit that was parsed by an index which shows them.
 */
void front_made_variables(struct front *front, CXTranslationUnit tu);
bool front_is_instance(CXCursor decl);                        /* a function made from a template */
CXCursor front_pattern(struct front *front, CXCursor record); /* what it is made from, or null */
struct cursors front_instances(struct front *front, CXCursor record); /* its functions */

/* ---- bases.c */
/* Adds the bases of a class that was made from a template; `concrete` are those that do not depend
 * on parameters. */
void front_instance_bases(struct front *front, CXCursor record, const struct cursors *concrete,
                          struct bases *bases);

/* Returns the constructor or destructor of a base that is lost: a symbol without a body. */
sym_id front_lost_member(struct front *front, const struct base *base, bool destroys);

/* ---- members.c */
void front_construct_members(struct front *front, struct list *list, CXCursor constructor);
void front_destroy_members(struct front *front, struct list *list, CXType record);
void front_implicit_member(struct front *front, const struct implicit_member *member);

node_id front_assign_field(struct front *front, CXCursor field, node_id value); /* of `this` */

/* `*this` made by the constructor of a base, or by another one of the class. */
node_id front_construct_self(struct front *front, node_id construct);

/* ---- copies.c */

/* The constructor that copies an object, or moves it; 0: the copy is the object's values. */
sym_id front_copy_constructor(struct front *front, CXType type, bool moves);

/* Appends the copies of bases and fields of the parameter `other`. */
void front_copy_members(struct front *front, struct list *list,
                        const struct implicit_member *member, sym_id other);

/* True if the constructor is a base's that a using-declaration has taken over. */
bool front_is_inherited(struct front *front, CXCursor constructor);

/* The construction of the base by an inherited constructor; 0: it is another base. */
node_id front_inherited_base(struct front *front, CXCursor constructor, CXType base);

/* The call of the class's own operator new or operator delete; 0: it has none. */
node_id front_allocator_call(struct front *front, CXCursor cursor, CXType type, bool deletes);

/* The global operator that is called if the class has none of its own. */
enum node_heap front_heap(struct front *front, CXCursor cursor, bool deletes);

/* ---- exceptions.c: NULL where it cannot be told */
const char *front_caught_type(struct front *front, CXCursor variable);   /* of a handler */
const char *front_thrown_type(struct front *front, CXCursor expression); /* a line each */
bool front_is_noexcept(struct front *front, CXCursor function); /* nothing leaves it, as declared */

/* ---- atomics.c ---- */

/* Makes the call that an atomic access is; 0 for any other expression. */
node_id front_atomic(struct front *front, CXCursor cursor, struct span operands);

/* ---- empties.c ---- */

/* True if a variable holds nothing that its destructor could destroy, for ever. */
bool front_stays_empty(struct front *front, CXCursor variable);

/* ---- owners.c ---- */

/* What an object of the standard library holds until it is given something. */
enum beginning {
    BEGINS_OTHERWISE, /* it is no owner */
    BEGINS_EMPTY,
    BEGINS_WITH_EMPTY_ONES /* objects of its template arguments that were made of nothing */
};

/* Says that of a class. */
enum beginning front_owner_begins(struct front *front, CXCursor record);

/* True if a class of the standard library destroys objects that it holds. */
bool front_owns(struct front *front, CXType type, CXCursor record);

/* True if a local owner surely holds something when its scope ends. */
bool front_owns_certainly(struct front *front, CXCursor variable);

/* The call of a method, and the destruction of what an owner held if that empties it. */
node_id front_empty_owner(struct front *front, CXCursor call, CXCursor function, node_id node);

/* Appends the destruction of what an owner may hold. */
void front_destroy_owned(struct front *front, struct list *list, CXType type);

/* Asks for a body of the destructor of a class, if that is an owner. */
void front_want_owner(struct front *front, CXType type, CXCursor record, sym_id sym);

/* ---- makers.c: what a function of the standard library constructs for the call; 0: nothing */
node_id front_made_by_library(struct front *front, CXCursor call, CXCursor function);

/* ---- deleters.c ---- */

/* True if the pointer is a std::unique_ptr with a deleter of the project's. */
bool front_has_deleter(CXType type);

/* Appends the call of that deleter, if the pointer holds something. */
void front_call_deleter(struct front *front, struct list *list, CXType type);

/* Returns the deleter that the variable's initialiser names, null if there is none. */
CXCursor front_deleter_of(CXCursor variable);

/* True if an argument of an owner's constructor can be a deleter. */
bool front_is_deleter(CXCursor argument);

/* The call of an owner's constructor with two arguments in the expression; null if there is none.
 */
CXCursor front_construction_in(CXCursor expression);

/* Returns what such a variable is given to delete. */
CXCursor front_deleted_value(CXCursor variable);

/* Makes a destructor of that variable alone, which calls its deleter; 0: it names none. */
sym_id front_deleting_destructor(struct front *front, CXCursor variable);

/* ---- given_deleters.c: the deleters that a field or global is given after its declaration */
struct cursors front_given_deleters(struct front *front, CXCursor variable);

/* ---- held.c */
/* Tells of the classes of members that are used, when all bodies are read: their destructors depend
 * on what is known by then.  Returns false if there is nothing more to tell. */
bool front_tell_records(struct front *front);
bool front_is_for_dll(const struct extract_request *request); /* its flags say that it is a DLL's */

/* ---- recover.c */
void front_recover(struct front *front, CXCursor function, node_id body);
/* Returns the symbol of a global variable of the unit by its bare name; 0: none. */
sym_id front_global_named(struct front *front, const char *name);
/* Puts a node among the statements of the nearest block. */
void front_insert(struct front *front, node_id body, node_id node, struct insertion at);

/* ---- recover_writes.c */
void front_recover_writes(struct front *front, CXCursor function, node_id body);

#endif
