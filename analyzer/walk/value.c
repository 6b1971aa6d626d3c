/* value.c - the lattice of values: unknown above not-zero above everything else. */
#include "walk/value.h"

#include <string.h>

#include "facts/facts.h"

struct value value_make(enum value_kind kind, int64_t number, const char *text)
{
    return (struct value){.kind = kind, .number = number, .text = text};
}

struct value value_unknown(void)
{
    return value_make(VALUE_UNKNOWN, 0, NULL);
}

struct value value_int(int64_t number)
{
    return value_make(VALUE_INT, number, NULL);
}

struct value value_nonzero(void)
{
    return value_make(VALUE_NONZERO, 0, NULL);
}

struct value value_of_class(enum value_kind kind, uint32_t class)
{
    return value_make(kind, class, NULL);
}

struct value value_of_truth(enum truth truth)
{
    return truth == TRUTH_UNKNOWN ? value_unknown() : value_int(truth == TRUTH_TRUE);
}

bool value_same(struct value a, struct value b)
{
    if (a.kind != b.kind || a.number != b.number || a.usual != b.usual || a.rare != b.rare) {
        return false;
    }
    bool text = a.kind == VALUE_STRING || a.kind == VALUE_NAMED || a.kind == VALUE_HANDLE;
    return !text || strcmp(a.text, b.text) == 0;
}

enum truth value_truth(struct value value)
{
    switch (value.kind) {
    case VALUE_HANDLE:
        return value.number != 0 ? TRUTH_TRUE : TRUTH_UNKNOWN;
    case VALUE_UNKNOWN:
    case VALUE_UP_TO:
        return TRUTH_UNKNOWN; /* may be null */
    case VALUE_NAMED:
        return (value.number & VALUE_ALWAYS_THERE) != 0 ? TRUTH_TRUE : TRUTH_UNKNOWN;
    case VALUE_INT:
        return value.number != 0 ? TRUTH_TRUE : TRUTH_FALSE;
    default:
        return TRUTH_TRUE;
    }
}

/* True for what may be null, and is something that we know otherwise. */
static bool is_null_or_made(struct value value)
{
    return value.kind == VALUE_HANDLE || value.kind == VALUE_NAMED;
}

/* True for what a handle is when there is none: NULL, INVALID_HANDLE_VALUE. */
static bool is_no_handle(struct value value)
{
    return value.kind == VALUE_INT && (value.number == 0 || value.number == -1);
}

/* The same, but it may also be null. */
static struct value may_be_null(struct value value)
{
    value.number = value.kind == VALUE_HANDLE ? 0 : value.number & ~VALUE_ALWAYS_THERE;
    return value;
}

/* The least number that the value is not above, if it is a number of 0 or more; else -1. */
static int64_t bound_of(struct value value)
{
    bool number = value.kind == VALUE_UP_TO || value.kind == VALUE_INT;
    return number && value.number >= 0 ? value.number : -1;
}

static struct value join_bounded(struct value a, struct value b)
{
    int64_t left = bound_of(a);
    int64_t right = bound_of(b);
    bool both = left >= 0 && right >= 0;
    return both ? value_make(VALUE_UP_TO, left > right ? left : right, NULL) : value_unknown();
}

/* Returns what holds for both for certain. */
static struct value join_certain(struct value a, struct value b)
{
    if (value_same(a, b)) {
        return a;
    }
    bool handles = a.kind == VALUE_HANDLE && b.kind == VALUE_HANDLE;
    if (handles && strcmp(a.text, b.text) == 0) {
        return may_be_null(a);
    }
    if (is_null_or_made(a) && is_no_handle(b)) {
        return may_be_null(a);
    }
    if (is_null_or_made(b) && is_no_handle(a)) {
        return may_be_null(b);
    }
    if (a.kind == VALUE_FUNCTION && b.kind == VALUE_FUNCTION &&
        (uint32_t)a.number == (uint32_t)b.number) {
        return value_make(VALUE_FUNCTION, (uint32_t)a.number, NULL); /* a closure */
    }
    if (a.kind == VALUE_CLASS || b.kind == VALUE_CLASS) {
        return value_unknown();
    }
    if (a.kind == VALUE_UP_TO || b.kind == VALUE_UP_TO) {
        return join_bounded(a, b);
    }
    if (value_truth(a) == TRUTH_TRUE && value_truth(b) == TRUTH_TRUE) {
        return value_nonzero();
    }
    return value_unknown();
}

/* ---- what is usual ---- */

struct value value_certain(struct value value)
{
    if (value.usual == USUAL_NUMBER || value.usual == USUAL_OTHER) {
        value.number = 0;
    }
    value.usual = USUAL_NOTHING;
    value.rare = 0;
    return value;
}

struct value value_usual(struct value value)
{
    switch (value.usual) {
    case USUAL_NONZERO:
        if (value.kind == VALUE_NAMED) {
            return value_make(VALUE_NAMED, value.number | VALUE_ALWAYS_THERE, value.text);
        }
        return value.kind == VALUE_HANDLE ? value_make(VALUE_HANDLE, 1, value.text)
                                          : value_nonzero();
    case USUAL_NUMBER:
        return value_int(value.number);
    default:
        return value_certain(value);
    }
}

/* Adds to what is certain what is usual, as far as that says more. */
static struct value with_usual(struct value certain, struct value usual, uint32_t rare)
{
    bool made = is_null_or_made(certain) && value_truth(certain) == TRUTH_UNKNOWN;
    if (rare == 0 || (certain.kind != VALUE_UNKNOWN && !made)) {
        return certain;
    }
    if (usual.kind == VALUE_INT && !made) {
        certain.usual = USUAL_NUMBER;
        certain.number = usual.number;
    } else if (value_truth(usual) == TRUTH_TRUE) {
        certain.usual = USUAL_NONZERO;
    } else {
        return certain;
    }
    certain.rare = rare & VALUE_RAREST;
    return certain;
}

struct value value_made(struct value made, int64_t failed, uint32_t rare)
{
    if (rare > VALUE_RAREST) {
        return made;
    }
    if (failed == 0) {
        return with_usual(made, value_nonzero(), rare);
    }
    if (made.kind == VALUE_UNKNOWN) {
        made.usual = USUAL_OTHER;
        made.number = failed;
        made.rare = rare & VALUE_RAREST;
    }
    return made;
}

/* One of those that have to fail; the same whichever comes first. */
static uint32_t one_of(uint32_t a, uint32_t b)
{
    bool second = a == 0 || (b != 0 && b < a);
    return second ? b : a;
}

struct value value_join(struct value a, struct value b)
{
    if (a.rare == 0 && b.rare == 0) {
        return join_certain(a, b);
    }
    if (value_same(a, b)) {
        return a;
    }
    struct value certain = join_certain(value_certain(a), value_certain(b));
    bool both = certain.kind == VALUE_UNKNOWN && a.usual == USUAL_OTHER && b.usual == USUAL_OTHER &&
                a.number == b.number;
    if (both) {
        return value_made(certain, a.number, one_of(a.rare, b.rare));
    }
    return with_usual(certain, join_certain(value_usual(a), value_usual(b)),
                      one_of(a.rare, b.rare));
}

struct value value_join_branches(struct branch_value a, struct branch_value b)
{
    if ((a.rare == 0) == (b.rare == 0) || value_same(a.value, b.value)) {
        return value_join(a.value, b.value);
    }
    struct value usual = a.rare == 0 ? a.value : b.value;
    struct value certain = join_certain(value_certain(a.value), value_certain(b.value));
    uint32_t rare = one_of(a.rare, b.rare);
    if (usual.usual == USUAL_OTHER && certain.kind == VALUE_UNKNOWN) {
        return value_made(certain, usual.number, rare);
    }
    return with_usual(certain, value_usual(usual), rare);
}

/* ---- operators ---- */

/* Wrapping arithmetic on the bit patterns; false where the result is not defined. */
static bool calculate(int op, int64_t a, int64_t b, int64_t *result)
{
    uint64_t x = (uint64_t)a;
    uint64_t y = (uint64_t)b;
    bool overflow = a == INT64_MIN && b == -1;
    switch (op) {
    case NODE_OP_ADD:
        *result = (int64_t)(x + y);
        return true;
    case NODE_OP_SUB:
        *result = (int64_t)(x - y);
        return true;
    case NODE_OP_MUL:
        *result = (int64_t)(x * y);
        return true;
    case NODE_OP_DIV:
        *result = b != 0 && !overflow ? a / b : 0;
        return b != 0 && !overflow;
    case NODE_OP_REM:
        *result = b != 0 && !overflow ? a % b : 0;
        return b != 0 && !overflow;
    case NODE_OP_SHL:
        *result = y < 64 ? (int64_t)(x << y) : 0;
        return y < 64;
    case NODE_OP_SHR:
        *result = y < 64 ? (int64_t)(a < 0 ? ~(~x >> y) : x >> y) : 0;
        return y < 64;
    case NODE_OP_BIT_AND:
        *result = (int64_t)(x & y);
        return true;
    case NODE_OP_BIT_OR:
        *result = (int64_t)(x | y);
        return true;
    case NODE_OP_BIT_XOR:
        *result = (int64_t)(x ^ y);
        return true;
    default:
        return false;
    }
}

/* True if both are the same number, or the same 32 bits once as signed and once as unsigned. */
static bool same_number(int64_t a, int64_t b)
{
    bool signs_differ = (a < 0) != (b < 0);
    bool fits = a >= INT32_MIN && b >= INT32_MIN && a <= UINT32_MAX && b <= UINT32_MAX;
    return a == b || (signs_differ && fits && (uint32_t)a == (uint32_t)b);
}

static enum truth compare_numbers(int op, int64_t a, int64_t b)
{
    bool holds = false;
    switch (op) {
    case NODE_OP_EQ:
        holds = same_number(a, b);
        break;
    case NODE_OP_NE:
        holds = !same_number(a, b);
        break;
    case NODE_OP_LT:
        holds = a < b;
        break;
    case NODE_OP_LE:
        holds = a <= b;
        break;
    case NODE_OP_GT:
        holds = a > b;
        break;
    default:
        holds = a >= b;
    }
    return holds ? TRUTH_TRUE : TRUTH_FALSE;
}

/* True for a key of the registry and a number: it is none of the predefined ones. */
static bool never_same(struct value key, struct value number)
{
    bool none = number.number == 0 || (int32_t)number.number == -1;
    return key.kind == VALUE_HANDLE && number.kind == VALUE_INT && !none &&
           strcmp(key.text, "key") == 0;
}

/* Compares a number from 0 to a bound with another number: what holds of both ends of the numbers
 * in between holds of all of them, and so does `!=` of a number beyond them. */
static struct value compare_bounded(int op, int64_t bound, int64_t number)
{
    if (op == NODE_OP_EQ || op == NODE_OP_NE) {
        bool beyond = number < 0 || number > bound;
        return beyond ? value_int(op == NODE_OP_NE) : value_unknown();
    }
    enum truth least = compare_numbers(op, 0, number);
    bool same = least == compare_numbers(op, bound, number);
    return same ? value_of_truth(least) : value_unknown();
}

/* The operator for the operands the other way round. */
static int turned(int op)
{
    switch (op) {
    case NODE_OP_LT:
        return NODE_OP_GT;
    case NODE_OP_LE:
        return NODE_OP_GE;
    case NODE_OP_GT:
        return NODE_OP_LT;
    case NODE_OP_GE:
        return NODE_OP_LE;
    default:
        return op;
    }
}

static struct value compare(int op, struct value a, struct value b)
{
    if (a.kind == VALUE_INT && b.kind == VALUE_INT) {
        return value_of_truth(compare_numbers(op, a.number, b.number));
    }
    if (a.kind == VALUE_UP_TO && b.kind == VALUE_INT) {
        return compare_bounded(op, a.number, b.number);
    }
    if (a.kind == VALUE_INT && b.kind == VALUE_UP_TO) {
        return compare_bounded(turned(op), b.number, a.number);
    }
    if (op != NODE_OP_EQ && op != NODE_OP_NE) {
        return value_unknown();
    }
    enum truth left = value_truth(a);
    enum truth right = value_truth(b);
    bool differ = (left != TRUTH_UNKNOWN && right != TRUTH_UNKNOWN && left != right) ||
                  never_same(a, b) || never_same(b, a);
    bool exact = a.kind == VALUE_FUNCTION || a.kind == VALUE_EXTERNAL || a.kind == VALUE_ADDRESS;
    bool same = exact && value_same(a, b);
    if (!differ && !same) {
        return value_unknown();
    }
    return value_int((op == NODE_OP_EQ) == same);
}

static bool is_zero(struct value value)
{
    return value.kind == VALUE_INT && value.number == 0;
}

/* Compares what is usually not one number with a number. */
static struct value compare_other(int op, struct value a, struct value b)
{
    bool other = a.usual == USUAL_OTHER && b.kind == VALUE_INT && same_number(a.number, b.number);
    bool compares = op == NODE_OP_EQ || op == NODE_OP_NE;
    return other && compares ? value_int(op == NODE_OP_NE) : value_unknown();
}

/* A number that only the lowest bits of another are kept of.  Single flags are no bounds: nobody
 * compares with what is between them. */
static struct value keep_low_bits(struct value value, int64_t mask)
{
    enum { SMALLEST = 127 };
    if (mask < SMALLEST || (mask & (mask + 1)) != 0) {
        return value_unknown();
    }
    bool less = value.kind == VALUE_UP_TO && value.number < mask;
    return value_make(VALUE_UP_TO, less ? value.number : mask, NULL);
}

static struct value binary_certain(int op, struct value a, struct value b)
{
    if (op >= NODE_OP_EQ && op <= NODE_OP_GE) {
        return compare(op, a, b);
    }
    if (op == NODE_OP_BIT_AND && (is_zero(a) || is_zero(b))) {
        return value_int(0);
    }
    int64_t result = 0;
    if (a.kind == VALUE_INT && b.kind == VALUE_INT && calculate(op, a.number, b.number, &result)) {
        return value_int(result);
    }
    if (op == NODE_OP_BIT_AND && (a.kind == VALUE_INT || b.kind == VALUE_INT)) {
        return a.kind == VALUE_INT ? keep_low_bits(b, a.number) : keep_low_bits(a, b.number);
    }
    if (op == NODE_OP_BIT_OR && (value_truth(a) == TRUTH_TRUE || value_truth(b) == TRUTH_TRUE)) {
        return value_nonzero();
    }
    return value_unknown();
}

struct value value_binary(int op, struct value a, struct value b)
{
    struct value certain = binary_certain(op, value_certain(a), value_certain(b));
    uint32_t rare = one_of(a.rare, b.rare);
    if (rare == 0 || certain.kind != VALUE_UNKNOWN) {
        return certain;
    }
    struct value usual = binary_certain(op, value_usual(a), value_usual(b));
    usual = usual.kind == VALUE_UNKNOWN ? compare_other(op, a, b) : usual;
    usual = usual.kind == VALUE_UNKNOWN ? compare_other(op, b, a) : usual;
    return with_usual(certain, usual, rare);
}

static struct value unary_certain(int op, struct value value)
{
    if (op == NODE_OP_NOT) {
        enum truth truth = value_truth(value);
        return truth == TRUTH_UNKNOWN ? value_unknown() : value_int(truth == TRUTH_FALSE);
    }
    if (value.kind != VALUE_INT) {
        return value_unknown();
    }
    uint64_t number = (uint64_t)value.number;
    switch (op) {
    case NODE_OP_MINUS:
        return value_int((int64_t)(0 - number));
    case NODE_OP_FLIP:
        return value_int((int64_t)~number);
    case NODE_OP_PLUS:
        return value;
    default:
        return value_unknown();
    }
}

struct value value_unary(int op, struct value value)
{
    struct value certain = unary_certain(op, value_certain(value));
    if (value.rare == 0) {
        return certain;
    }
    return with_usual(certain, unary_certain(op, value_usual(value)), value.rare);
}

/* Only characters of ASCII are one unit each in every encoding.  A text ends at its first 0. */
struct value value_character(struct value text, int64_t place)
{
    if (text.kind != VALUE_STRING || text.number == VALUE_CHANGEABLE || place < 0) {
        return value_unknown();
    }
    int64_t i = 0;
    while (i < place && text.text[i] != '\0' && (unsigned char)text.text[i] < 0x80) {
        i++;
    }
    bool known = i == place && (unsigned char)text.text[i] < 0x80;
    return known ? value_int(text.text[i]) : value_unknown();
}

struct api_argument value_as_argument(struct value value)
{
    return (struct api_argument){.is_number = value.kind == VALUE_INT,
                                 .nonzero = value_truth(value) == TRUTH_TRUE,
                                 .number = value.number,
                                 .linked =
                                     value.kind == VALUE_STRING && value.number == VALUE_LINKED,
                                 .text = value.kind == VALUE_STRING ? value.text : NULL,
                                 .origin = value.kind == VALUE_HANDLE ? value.text : NULL};
}

void value_write(struct strbuf *out, struct value value)
{
    if (value.rare != 0) {
        bool number = value.usual == USUAL_NUMBER;
        strbuf_printf(out, "usually %s%lld: ", number ? "" : "not ", (long long)value.number);
    }
    switch (value.kind) {
    case VALUE_UNKNOWN:
        strbuf_adds(out, "?");
        break;
    case VALUE_INT:
        strbuf_add_number(out, value.number);
        break;
    case VALUE_NONZERO:
        strbuf_adds(out, "!0");
        break;
    case VALUE_UP_TO:
        strbuf_printf(out, "0 to %lld", (long long)value.number);
        break;
    case VALUE_STRING:
        strbuf_printf(out, "\"%s\"", value.text);
        break;
    case VALUE_FUNCTION:
        strbuf_printf(out, "fn %lld", (long long)value.number);
        break;
    case VALUE_EXTERNAL:
        strbuf_printf(out, "external %lld", (long long)value.number);
        break;
    case VALUE_ADDRESS:
        strbuf_printf(out, "&%lld", (long long)value.number);
        break;
    case VALUE_OWN:
        strbuf_printf(out, "own object %lld", (long long)value.number);
        break;
    case VALUE_OBJECT:
        strbuf_printf(out, "object of class %lld", (long long)value.number);
        break;
    case VALUE_CLASS:
        strbuf_printf(out, "class %lld", (long long)value.number);
        break;
    case VALUE_HANDLE:
        strbuf_printf(out, "handle of a %s", value.text);
        break;
    case VALUE_NAMED:
        strbuf_printf(out, "named %s of %lld", value.text, (long long)value.number);
        break;
    }
}
