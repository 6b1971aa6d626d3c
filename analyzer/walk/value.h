/* value.h - what an expression is known to be. */
#ifndef DLL_WALK_VALUE_H
#define DLL_WALK_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "packs/packs.h"

enum value_kind {
    VALUE_UNKNOWN,
    VALUE_INT,     /* number; null is the number 0 */
    VALUE_NONZERO, /* not null, not 0, otherwise unknown */
    VALUE_STRING,  /* text; number: VALUE_CHANGEABLE if it stands in an array that is no constant */
    VALUE_FUNCTION, /* number: fn_id of a body in the module */
    VALUE_EXTERNAL, /* number: unit << 32 | sym_id of a function without a body */
    VALUE_ADDRESS,  /* number: cell of the present frame */
    VALUE_OWN, /* address of an object of the module itself: a global, a part of a struct; number:
                  unit << 32 | node of its initialiser, 0 if that is not known */
    VALUE_HANDLE, /* text: what it is by the API that made it ("thread"); number: 1 if it is
                     certainly not null, else 0 */
    VALUE_OBJECT, /* address of an object; number: its class, index into program.classes */
    VALUE_CLASS,  /* not the value of a place, but the class of the object that it is; number:
                     as for VALUE_OBJECT */
    VALUE_NAMED,  /* text: a function that was looked up by this name; number: in which kind of
                     module (enum dll_kind); may be null unless VALUE_ALWAYS_THERE is added */
};

/* Added to the number of a VALUE_NAMED that is part of every Windows. */
#define VALUE_ALWAYS_THERE INT64_C(0x100)

#define VALUE_CHANGEABLE INT64_C(1)

/* One value; plain data, compared by content. */
struct value {
    enum value_kind kind;
    int64_t number;
    const char *text;
};

enum truth { TRUTH_UNKNOWN, TRUTH_FALSE, TRUTH_TRUE };

struct value value_unknown(void);                                  /* anything */
struct value value_int(int64_t number);                            /* this number */
struct value value_of_class(enum value_kind kind, uint32_t class); /* one of the two with a class */
struct value value_nonzero(void);                                  /* anything but 0 */
struct value value_of_truth(enum truth truth);                     /* 1, 0 or unknown */

bool value_same(struct value a, struct value b); /* true if both say the same */

/* Returns what holds for both: the value if they are the same, else what is left of it. */
struct value value_join(struct value a, struct value b);

/* Is the value, used as a condition, true? */
enum truth value_truth(struct value value);

/* Applies a binary operator (enum node_op). */
struct value value_binary(int op, struct value a, struct value b);

/* Applies a unary operator (enum node_op). */
struct value value_unary(int op, struct value value);

/* Returns the character at a place of a text that cannot change, unknown for other values. */
struct value value_character(struct value text, int64_t place);

/* Returns what the packs' conditions can ask of a value. */
struct api_argument value_as_argument(struct value value);

/* Appends the value as text, for keys and dumps: "?", "3", "!0", "\"text\"", "fn 4". */
void value_write(struct strbuf *out, struct value value);

#endif
