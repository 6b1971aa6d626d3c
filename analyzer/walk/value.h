/* value.h - what an expression is known to be. */
#ifndef DLL_WALK_VALUE_H
#define DLL_WALK_VALUE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "packs/packs.h"

enum value_kind {
    VALUE_UNKNOWN,
    VALUE_INT,      /* number; null is the number 0 */
    VALUE_NONZERO,  /* not null, not 0, otherwise unknown */
    VALUE_UP_TO,    /* a number from 0 to `number` */
    VALUE_STRING,   /* text; number: VALUE_CHANGEABLE if it stands in an array that is no constant,
                       VALUE_LINKED if it names a DLL that the module links */
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

/* The number of a VALUE_STRING; the second only of an argument that packs ask this of. */
#define VALUE_CHANGEABLE INT64_C(1)
#define VALUE_LINKED INT64_C(2)

/* What a value is as long as no API that can run out of memory, or of the like, has done so. */
enum usual {
    USUAL_NOTHING, /* not told: what is certain is all */
    USUAL_NONZERO,
    USUAL_NUMBER, /* of VALUE_UNKNOWN: `number` */
    USUAL_OTHER,  /* of VALUE_UNKNOWN: not `number` */
};

/* One value; plain data, compared by content. */
struct value {
    enum value_kind kind; /* what it certainly is */
    unsigned usual : 8;   /* enum usual: of VALUE_UNKNOWN, and of a VALUE_HANDLE or VALUE_NAMED
                             that may be null */
    unsigned rare : 24;   /* 1 + index into packs.apis: it is the usual unless this one has failed;
                             0: USUAL_NOTHING */
    int64_t number;
    const char *text;
};

/* A value, and the branch in which it holds: 0, or as `rare` above the API that has failed there.
 */
struct branch_value {
    struct value value;
    uint32_t rare;
};

enum { VALUE_RAREST = (1 << 24) - 1 }; /* the largest of struct value's `rare` */

/* Returns a value of a kind, with its number and text. */
struct value value_make(enum value_kind kind, int64_t number, const char *text);

enum truth { TRUTH_UNKNOWN, TRUTH_FALSE, TRUTH_TRUE };

struct value value_unknown(void);                                  /* anything */
struct value value_int(int64_t number);                            /* this number */
struct value value_of_class(enum value_kind kind, uint32_t class); /* one of the two with a class */
struct value value_nonzero(void);                                  /* anything but 0 */
struct value value_of_truth(enum truth truth);                     /* 1, 0 or unknown */

/* What an API makes that gives the number `failed` instead if it fails; `rare` as in struct value.
 */
struct value value_made(struct value made, int64_t failed, uint32_t rare);
struct value value_usual(struct value value);   /* what it is if nothing has failed */
struct value value_certain(struct value value); /* what it is even then */

bool value_same(struct value a, struct value b); /* true if both say the same */

/* Returns what holds for both: the value if they are the same, else what is left of it. */
struct value value_join(struct value a, struct value b);

/* The same for values of two branches: what holds in the one that is not rare is the usual. */
struct value value_join_branches(struct branch_value a, struct branch_value b);

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
