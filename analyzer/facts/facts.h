/*
 * facts.h - what one translation unit means to us, as plain data.
 *
 * The front end (facts/clang) fills a `struct unit`; facts/text writes it as stable text and reads
 * it back; everything later sees only this header.  Things refer to each other by ids, never by
 * pointers.  Id 0 of symbols, nodes and wheres means "none"; the arrays have a dummy element there.
 */
#ifndef DLL_FACTS_FACTS_H
#define DLL_FACTS_FACTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

typedef struct {
    uint32_t i;
} sym_id;

typedef struct {
    uint32_t i;
} node_id;

typedef struct {
    uint32_t i;
} where_id;

/* A file that was read. */
struct source_file {
    const char *path; /* absolute, normalized, '/' */
    uint64_t size;    /* bytes */
    const char *hash; /* of the bytes, 32 hexadecimal digits; "" if not known */
    bool system;      /* a system header */
};

/* A place.  `file` is an index into unit.files.  The spelling differs when the text stands in a
 * macro's body: then line/column are where the macro is used. Columns count bytes from 1. */
struct where {
    uint32_t file, line, column;
    uint32_t spelling_file, spelling_line, spelling_column;
    const char *macro; /* name of the outermost macro whose expansion this is; NULL if none */
};

enum symbol_kind {
    SYMBOL_FUNCTION,
    SYMBOL_METHOD,
    SYMBOL_CONSTRUCTOR,
    SYMBOL_DESTRUCTOR,
    SYMBOL_GLOBAL, /* namespace scope, static member, function-local static */
    SYMBOL_LOCAL,
    SYMBOL_PARAM,
    SYMBOL_FIELD,
    SYMBOL_LABEL,
};

enum symbol_flag {
    SYMBOL_INTERNAL =
        1 << 0, /* internal linkage: another unit's symbol of that name is another thing */
    SYMBOL_DLLIMPORT = 1 << 1,
    SYMBOL_DLLEXPORT = 1 << 2,
    SYMBOL_NORETURN = 1 << 3,
    SYMBOL_VIRTUAL = 1 << 4,
    SYMBOL_SYSTEM = 1 << 5, /* declared in a system header */
    SYMBOL_UNDECLARED =
        1 << 6, /* called without any declaration in sight: only the bare name is known */
    SYMBOL_VARIADIC = 1 << 7,
    SYMBOL_CONST = 1 << 8,  /* variable of const type */
    SYMBOL_THREAD = 1 << 9, /* thread storage duration */
    SYMBOL_LOCAL_STATIC = 1 << 10,
    SYMBOL_MEMBER = 1 << 11, /* method, or static member */
    SYMBOL_RECORD_VALUE =
        1 << 12, /* variable or field whose type is a struct, union, class or array */
    SYMBOL_POINTER =
        1 << 13, /* variable, field or parameter of pointer type; function returning a pointer */
    SYMBOL_NAMESPACED = 1 << 14, /* declared inside a named namespace or a record; not
                                    functions with C linkage */
};

/* Something with a name. */
struct symbol {
    enum symbol_kind kind;
    uint32_t flags; /* enum symbol_flag */
    const char
        *usr; /* clang's Unified Symbol Resolution; "" for locals, labels, undeclared names */
    const char *name; /* qualified ("ns::C::f", field "IUnknownVtbl::Release"), but functions with
                         C linkage; never NULL */
    const char *
        spelled; /* the name as the source spells it if a macro changed it ("DllMain"); else NULL */
    const char *type; /* canonical type as clang spells it; functions: result and parameters */
    const char
        *record;    /* USR of a class (C++): of a method the one that it stands in, of a variable
                       or field that is an object, or an array of them, its own; else NULL */
    where_id where; /* where it is declared (its definition if seen) */
};

/*
 * Trees of statements and expressions.  Children are a list: `first`, then `next`.  What has no
 * meaning for us is NODE_OPAQUE (its value is unknown) with its children kept, so no call is ever
 * lost.
 */
enum node_kind {
    NODE_OPAQUE,
    NODE_NONE, /* a part that is missing: `for (;;)` */

    /* expressions */
    NODE_INT,     /* value; also enumerators, characters, bools, sizeof, NULL, nullptr */
    NODE_STRING,  /* text; wide and narrow */
    NODE_REF,     /* sym: variable, parameter, function */
    NODE_FIELD,   /* sym: field; child: base.  flags: NODE_ARROW */
    NODE_INDEX,   /* children: array, index */
    NODE_ADDRESS, /* child */
    NODE_DEREF,   /* child */
    NODE_UNARY,   /* op '!', '-', '~', '+'; child */
    NODE_STEP,    /* ++ and --; op '+' or '-'; child; NODE_POSTFIX */
    NODE_BINARY,  /* op (enum node_op); two children */
    NODE_AND,     /* && */
    NODE_OR,      /* || */
    NODE_COND,    /* ?: with condition, then, else; GNU `a ?: b` has NODE_NONE in the middle */
    NODE_COMMA,
    NODE_MEMBER, /* `a.*b`, `p->*b`: object, pointer to member; flags: NODE_ARROW */
    NODE_ASSIGN, /* target, value; op: NODE_OP_NONE, or the operator of a compound assignment */
    NODE_CALL,   /* first child: the callee (NODE_REF of a function: direct; NODE_FIELD of a method
                    has the object as its child; anything else: through a value); then the
                    arguments.  flags: NODE_DYNAMIC for a virtual call; then the callee's text is
                    the USR of the class that the object has by its type, if known */
    NODE_CONSTRUCT,      /* sym: constructor; children: arguments.  flags: NODE_ARROW if it makes
                            a base of the object, or it by another constructor of its class */
    NODE_DESTROY,        /* sym: destructor; child: the object, or none.  An implicit call */
    NODE_NEW,            /* children: placement arguments, size, initialiser; text: USR of the class
                            that is made; NULL: of none; value: enum node_heap */
    NODE_DELETE,         /* child; sym: destructor of the pointee if known; value: enum node_heap */
    NODE_INIT_LIST,      /* children: NODE_INIT_FIELD, NODE_INIT_INDEX or plain values in order */
    NODE_INIT_FIELD,     /* sym: field; child: value */
    NODE_INIT_INDEX,     /* value: index; child: value */
    NODE_LAMBDA,         /* sym: its operator() */
    NODE_STATEMENT_EXPR, /* GNU ({ }): children: statements, the last one's value is the value */
    NODE_SKIPPED,        /* something runs here that the front end does not follow; text: what */

    /* statements; an expression that stands as a statement is just its node */
    NODE_BLOCK,
    NODE_DECLARE,   /* sym: local; child: initialiser, if any, then what ends its temporaries; in an
                       expression: an object without a name */
    NODE_IF,        /* condition, then, else (absent if none); an init statement stands before, in a
                       NODE_BLOCK */
    NODE_SWITCH,    /* value, body */
    NODE_CASE,      /* value .. value2 (GNU range; the same otherwise); child: statement, if any */
    NODE_DEFAULT,   /* child: statement, if any */
    NODE_WHILE,     /* condition, body */
    NODE_DO,        /* body, condition */
    NODE_FOR,       /* init, condition, step, body; NODE_NONE for missing ones */
    NODE_RANGE_FOR, /* range expression, body; sym: the loop variable */
    NODE_GOTO,      /* sym: label; sym 0 for a computed goto, with its expression as child */
    NODE_LABEL,     /* sym; child: statement */
    NODE_RETURN,    /* child, if any; sym: the local object that becomes the result, so that its
                       destructor does not run */
    NODE_BREAK,
    NODE_CONTINUE,
    NODE_TRY,     /* C++: block, then NODE_CATCH... */
    NODE_CATCH,   /* block; text: the type that it catches, NULL: any, or not known */
    NODE_THROW,   /* child, if any; text: the types that catch it, a line each; NULL: not known */
    NODE_SEH_TRY, /* block, then NODE_SEH_EXCEPT or NODE_SEH_FINALLY */
    NODE_SEH_EXCEPT,  /* filter expression, block */
    NODE_SEH_FINALLY, /* block */
    NODE_SEH_LEAVE,
    NODE_KINDS
};

/* Binary operators that have a meaning for us. */
enum node_op {
    NODE_OP_NONE,
    NODE_OP_ADD,
    NODE_OP_SUB,
    NODE_OP_MUL,
    NODE_OP_DIV,
    NODE_OP_REM,
    NODE_OP_SHL,
    NODE_OP_SHR,
    NODE_OP_BIT_AND,
    NODE_OP_BIT_OR,
    NODE_OP_BIT_XOR,
    NODE_OP_EQ,
    NODE_OP_NE,
    NODE_OP_LT,
    NODE_OP_LE,
    NODE_OP_GT,
    NODE_OP_GE,
    /* unary */
    NODE_OP_NOT,   /* ! */
    NODE_OP_MINUS, /* - */
    NODE_OP_FLIP,  /* ~ */
    NODE_OP_PLUS,  /* + */
    NODE_OPS
};

/* Which operator NODE_NEW and NODE_DELETE call. */
enum node_heap {
    NODE_HEAP_OTHER, /* the class's own, which is a NODE_CALL beside it, or a placement one */
    NODE_HEAP_ONE,   /* the global operator new, operator delete ... */
    NODE_HEAP_ARRAY, /* ... or operator new[], operator delete[] */
};

enum node_flag {
    NODE_ARROW = 1 << 0,
    NODE_POSTFIX = 1 << 1,
    NODE_DYNAMIC = 1 << 2,
    NODE_BROKEN = 1 << 3,   /* clang reported an error inside: parts may be missing; of the
                               condition of an `if` or `switch`: nothing of it could be read */
    NODE_NULL = 1 << 4,     /* NODE_INT that is a null pointer; NODE_NEW that may give one */
    NODE_IMPLICIT = 1 << 5, /* not written in the source */
    NODE_WHOLE = 1 << 6,    /* NODE_OPAQUE: true unless the constructor or destructor at hand runs
                               for a base of a larger object, which has the virtual bases itself */
};

/* One node; 48 bytes. */
struct node {
    uint8_t kind; /* enum node_kind */
    uint8_t op;   /* enum node_op */
    uint16_t flags;
    sym_id sym;
    node_id first, next;
    where_id where;   /* calls, declarations, statements; 0 for others */
    int64_t value;    /* NODE_INT, NODE_CASE, NODE_INIT_INDEX, NODE_NEW, NODE_DELETE */
    int64_t value2;   /* NODE_CASE */
    const char *text; /* NODE_STRING (UTF-8), NODE_CATCH, NODE_THROW; a USR: NODE_NEW, callees of
                         virtual calls */
};

enum function_flag {
    FUNCTION_CONSTRUCTOR = 1 << 0, /* __attribute__((constructor)) */
    FUNCTION_DESTRUCTOR = 1 << 1,  /* __attribute__((destructor)) */
    FUNCTION_PARTIAL = 1 << 2,     /* clang reported an error inside the body */
    FUNCTION_IMPLICIT = 1 << 3,    /* not written: composed of members' and bases' */
    FUNCTION_INLINE = 1 << 4,      /* may stand in many units */
    FUNCTION_WEAK = 1 << 5,        /* __attribute__((weak)), selectany */
    FUNCTION_NOEXCEPT = 1 << 6,    /* no exception leaves it: noexcept, throw() */
};

/* A function with a body.  `this` is the first parameter of non-static members. */
struct function {
    sym_id sym;
    uint32_t flags;   /* enum function_flag */
    int32_t priority; /* of FUNCTION_CONSTRUCTOR and FUNCTION_DESTRUCTOR; 65535 when not given */
    uint32_t first_param; /* index into unit.params */
    uint32_t n_params;
    node_id body;      /* NODE_BLOCK; constructors: member initialisers come first in it */
    where_id where;    /* its name in the definition */
    uint32_t end_line; /* last line of the body, in the file of `where` */
};

enum global_flag {
    GLOBAL_DYNAMIC = 1 << 0,     /* its initialiser runs code at load */
    GLOBAL_DESTROYED = 1 << 1,   /* its destructor runs code at unload */
    GLOBAL_DECLARATION = 1 << 2, /* extern, no definition here; GLOBAL_DESTROYED: with what this
                                    unit gives it */
    GLOBAL_ON_USE = 1 << 3,      /* a thread makes it by a function where it first uses it */
    GLOBAL_BY_HAND = 1 << 4,     /* GLOBAL_DYNAMIC, but the program's own code runs it: init_seg */
};

/* A variable with static or thread storage duration. */
struct global {
    sym_id sym;
    uint32_t flags;      /* enum global_flag */
    node_id init;        /* 0 if none */
    sym_id destructor;   /* 0 if trivial */
    const char *section; /* ".CRT$XLB"; NULL if none */
    int32_t priority;    /* of GLOBAL_DYNAMIC: lower ones run first; 0: not given, which is 65535 */
    where_id where;
};

/* A struct, union or class. */
struct record {
    const char *usr;
    const char *name;        /* qualified, without template arguments */
    const char *type;        /* made from a template: with its arguments; else "" */
    bool system;             /* defined in a system header */
    bool is_union;           /* its fields are one place */
    VEC(const char *) bases; /* USRs of direct bases */
    VEC(sym_id) fields;      /* in order */
    VEC(sym_id) methods;     /* virtual ones and destructors */
    VEC(sym_id)
    held; /* default constructor and destructor of the class that is the first
             template argument, those of them that do something */
};

/* `method` overrides `overridden` (USRs). */
struct override {
    const char *method;
    const char *overridden;
};

/* Something clang complained about. */
struct parse_error {
    where_id where;
    bool fatal;          /* the rest of the unit, or a header, is missing */
    const char *message; /* clang's text */
};

enum unit_status { UNIT_COMPLETE, UNIT_PARTIAL, UNIT_FAILED };

/* The facts of one translation unit under one set of flags. */
struct unit {
    const char *main_file; /* absolute, normalized */
    const char *target;    /* triple */
    bool cplusplus;
    bool dll; /* the command says that it is made for a DLL: -D_USRDLL, -D_WINDLL, -DNAME_EXPORTS */
    enum unit_status status;
    const char *failure; /* UNIT_FAILED: why; else NULL */
    VEC(struct source_file) files;
    VEC(struct where) wheres;
    VEC(struct symbol) symbols;
    VEC(sym_id) params;
    VEC(struct node) nodes;
    VEC(struct function) functions;
    VEC(struct global) globals;
    VEC(struct record) records;
    VEC(struct override) overrides;
    VEC(const char *) created; /* USRs of classes of which whole objects, not bases, are made */
    VEC(struct parse_error) errors;
};

/* Returns an empty unit with the dummies at id 0. */
struct unit *unit_create(struct arena *arena);

/* Returns the children's number. */
uint32_t node_count_children(const struct unit *unit, node_id node);

/* Returns the child at the position, or id 0. */
node_id node_child(const struct unit *unit, node_id node, uint32_t position);

#endif
