/* value.c - what arithmetic, comparisons and joins say of values. */
#include "walk/value.h"

#include <criterion/criterion.h>
#include <stdint.h>
#include <string.h>

#include "facts/facts.h"

TestSuite(value, .timeout = 60);

static const struct value string_a = {.kind = VALUE_STRING, .number = 0, .text = "a"};
static const struct value string_b = {.kind = VALUE_STRING, .number = 0, .text = "b"};
static const struct value function_1 = {.kind = VALUE_FUNCTION, .number = 1};
static const struct value function_2 = {.kind = VALUE_FUNCTION, .number = 2};
static const struct value address_1 = {.kind = VALUE_ADDRESS, .number = 1};

static void expect_value(int line, struct value got, const char *expected)
{
    struct arena *arena = arena_create();
    struct strbuf out;
    strbuf_init(&out, arena);
    value_write(&out, got);
    cr_expect_str_eq(out.text, expected, "line %d: expected %s, got %s", line, expected, out.text);
    arena_destroy(arena);
}

#define EXPECT_VALUE(value, text) expect_value(__LINE__, (value), (text))

static struct value apply(int op, int64_t a, int64_t b)
{
    return value_binary(op, value_int(a), value_int(b));
}

Test(value, is_written_as_text)
{
    EXPECT_VALUE(value_unknown(), "?");
    EXPECT_VALUE(value_int(-3), "-3");
    EXPECT_VALUE(value_nonzero(), "!0");
    EXPECT_VALUE(string_a, "\"a\"");
    EXPECT_VALUE(function_1, "fn 1");
    EXPECT_VALUE((value_make(VALUE_EXTERNAL, 7, NULL)), "external 7");
    EXPECT_VALUE(address_1, "&1");
}

Test(value, numbers_are_calculated)
{
    EXPECT_VALUE(apply(NODE_OP_ADD, 2, 3), "5");
    EXPECT_VALUE(apply(NODE_OP_SUB, 2, 3), "-1");
    EXPECT_VALUE(apply(NODE_OP_MUL, -2, 3), "-6");
    EXPECT_VALUE(apply(NODE_OP_DIV, -7, 2), "-3");
    EXPECT_VALUE(apply(NODE_OP_REM, -7, 2), "-1");
    EXPECT_VALUE(apply(NODE_OP_SHL, 1, 4), "16");
    EXPECT_VALUE(apply(NODE_OP_SHR, 16, 4), "1");
    EXPECT_VALUE(apply(NODE_OP_BIT_AND, 6, 3), "2");
    EXPECT_VALUE(apply(NODE_OP_BIT_OR, 6, 3), "7");
    EXPECT_VALUE(apply(NODE_OP_BIT_XOR, 6, 3), "5");
}

Test(value, overflow_wraps_and_what_has_no_result_is_unknown)
{
    EXPECT_VALUE(apply(NODE_OP_ADD, INT64_MAX, 1), "-9223372036854775808");
    EXPECT_VALUE(apply(NODE_OP_SUB, INT64_MIN, 1), "9223372036854775807");
    EXPECT_VALUE(apply(NODE_OP_MUL, INT64_MAX, 2), "-2");
    EXPECT_VALUE(apply(NODE_OP_DIV, 1, 0), "?");
    EXPECT_VALUE(apply(NODE_OP_REM, 1, 0), "?");
    EXPECT_VALUE(apply(NODE_OP_DIV, INT64_MIN, -1), "?");
    EXPECT_VALUE(apply(NODE_OP_REM, INT64_MIN, -1), "?");
    EXPECT_VALUE(apply(NODE_OP_SHL, 1, 64), "?");
    EXPECT_VALUE(apply(NODE_OP_SHR, 1, -1), "?");
    EXPECT_VALUE(apply(NODE_OP_NONE, 1, 1), "?");
}

Test(value, numbers_are_compared)
{
    EXPECT_VALUE(apply(NODE_OP_EQ, 1, 1), "1");
    EXPECT_VALUE(apply(NODE_OP_EQ, 1, 2), "0");
    EXPECT_VALUE(apply(NODE_OP_NE, 1, 2), "1");
    EXPECT_VALUE(apply(NODE_OP_LT, -1, 0), "1");
    EXPECT_VALUE(apply(NODE_OP_LT, 0, 0), "0");
    EXPECT_VALUE(apply(NODE_OP_LE, 0, 0), "1");
    EXPECT_VALUE(apply(NODE_OP_GT, 1, 0), "1");
    EXPECT_VALUE(apply(NODE_OP_GE, 0, 1), "0");
}

Test(value, what_is_not_zero_differs_from_zero_only)
{
    EXPECT_VALUE(value_binary(NODE_OP_EQ, value_nonzero(), value_int(0)), "0");
    EXPECT_VALUE(value_binary(NODE_OP_NE, value_int(0), value_nonzero()), "1");
    EXPECT_VALUE(value_binary(NODE_OP_EQ, value_nonzero(), value_int(5)), "?");
    EXPECT_VALUE(value_binary(NODE_OP_GT, value_nonzero(), value_int(0)), "?");
    EXPECT_VALUE(value_binary(NODE_OP_EQ, value_nonzero(), value_nonzero()), "?");
    EXPECT_VALUE(value_binary(NODE_OP_EQ, value_unknown(), value_int(0)), "?");
}

Test(value, functions_and_addresses_equal_themselves)
{
    EXPECT_VALUE(value_binary(NODE_OP_EQ, function_1, function_1), "1");
    EXPECT_VALUE(value_binary(NODE_OP_NE, function_1, function_1), "0");
    EXPECT_VALUE(value_binary(NODE_OP_EQ, address_1, address_1), "1");
    EXPECT_VALUE(value_binary(NODE_OP_EQ, function_1, value_int(0)), "0");
    EXPECT_VALUE(value_binary(NODE_OP_EQ, string_a, value_int(0)), "0");
}

Test(value, two_equal_literals_may_be_two_objects)
{
    EXPECT_VALUE(value_binary(NODE_OP_EQ, string_a, string_a), "?");
    EXPECT_VALUE(value_binary(NODE_OP_EQ, string_a, string_b), "?");
}

Test(value, bit_operators_know_what_decides_them)
{
    EXPECT_VALUE(value_binary(NODE_OP_BIT_AND, value_unknown(), value_int(0)), "0");
    EXPECT_VALUE(value_binary(NODE_OP_BIT_AND, value_int(0), value_nonzero()), "0");
    EXPECT_VALUE(value_binary(NODE_OP_BIT_AND, value_nonzero(), value_int(1)), "?");
    EXPECT_VALUE(value_binary(NODE_OP_BIT_OR, value_unknown(), value_int(1)), "!0");
    EXPECT_VALUE(value_binary(NODE_OP_BIT_OR, value_nonzero(), value_int(0)), "!0");
    EXPECT_VALUE(value_binary(NODE_OP_BIT_OR, value_unknown(), value_int(0)), "?");
    EXPECT_VALUE(value_binary(NODE_OP_ADD, value_nonzero(), value_int(1)), "?");
}

Test(value, unary_operators_apply)
{
    EXPECT_VALUE(value_unary(NODE_OP_NOT, value_int(0)), "1");
    EXPECT_VALUE(value_unary(NODE_OP_NOT, value_int(7)), "0");
    EXPECT_VALUE(value_unary(NODE_OP_NOT, value_nonzero()), "0");
    EXPECT_VALUE(value_unary(NODE_OP_NOT, string_a), "0");
    EXPECT_VALUE(value_unary(NODE_OP_NOT, value_unknown()), "?");
    EXPECT_VALUE(value_unary(NODE_OP_MINUS, value_int(3)), "-3");
    EXPECT_VALUE(value_unary(NODE_OP_MINUS, value_int(INT64_MIN)), "-9223372036854775808");
    EXPECT_VALUE(value_unary(NODE_OP_FLIP, value_int(0)), "-1");
    EXPECT_VALUE(value_unary(NODE_OP_PLUS, value_int(3)), "3");
    EXPECT_VALUE(value_unary(NODE_OP_MINUS, value_nonzero()), "?");
    EXPECT_VALUE(value_unary(NODE_OP_NONE, value_int(3)), "?");
}

Test(value, a_join_keeps_what_both_say)
{
    EXPECT_VALUE(value_join(value_int(3), value_int(3)), "3");
    EXPECT_VALUE(value_join(value_int(3), value_int(4)), "!0");
    EXPECT_VALUE(value_join(value_int(3), value_int(0)), "?");
    EXPECT_VALUE(value_join(value_int(3), value_nonzero()), "!0");
    EXPECT_VALUE(value_join(value_nonzero(), value_int(0)), "?");
    EXPECT_VALUE(value_join(value_unknown(), value_int(3)), "?");
    EXPECT_VALUE(value_join(string_a, string_b), "!0");
    EXPECT_VALUE(value_join(function_1, function_2), "!0");
    EXPECT_VALUE(value_join(function_1, value_int(0)), "?");
    EXPECT_VALUE(value_join(function_1, address_1), "!0");
}

/* What malloc(), TlsAlloc() and CreateEvent() give; 7 stands for the API. */
static struct value block(void)
{
    return value_made(value_unknown(), 0, 7);
}

static struct value slot(void)
{
    return value_made(value_unknown(), -1, 7);
}

static struct value event(void)
{
    return value_made(value_make(VALUE_HANDLE, 0, "event"), 0, 7);
}

Test(value, what_can_only_fail_for_want_of_memory_is_usually_there)
{
    EXPECT_VALUE(block(), "usually not 0: ?");
    EXPECT_VALUE(slot(), "usually not -1: ?");
    EXPECT_VALUE(event(), "usually not 0: handle of a event");
    cr_expect_eq(value_truth(block()), TRUTH_UNKNOWN);
    cr_expect_eq(value_truth(event()), TRUTH_UNKNOWN);
    EXPECT_VALUE(value_usual(block()), "!0");
    EXPECT_VALUE(value_certain(block()), "?");
    EXPECT_VALUE(value_certain(slot()), "?");
    EXPECT_VALUE(value_unary(NODE_OP_NOT, block()), "usually 0: ?");
    EXPECT_VALUE(value_binary(NODE_OP_EQ, block(), value_int(0)), "usually 0: ?");
    EXPECT_VALUE(value_binary(NODE_OP_NE, value_int(0), event()), "usually 1: ?");
    EXPECT_VALUE(value_binary(NODE_OP_EQ, slot(), value_int(UINT32_MAX)), "usually 0: ?");
    EXPECT_VALUE(value_binary(NODE_OP_NE, value_int(-1), slot()), "usually 1: ?");
    EXPECT_VALUE(value_binary(NODE_OP_EQ, slot(), value_int(3)), "?");
    EXPECT_VALUE(value_binary(NODE_OP_ADD, block(), value_int(3)), "?");
}

static struct value join(struct value a, uint32_t a_rare, struct value b, uint32_t b_rare)
{
    return value_join_branches((struct branch_value){a, a_rare}, (struct branch_value){b, b_rare});
}

Test(value, a_join_with_a_rare_branch_keeps_what_is_usual)
{
    EXPECT_VALUE(join(value_int(0), 0, value_int(-5), 7), "usually 0: ?");
    EXPECT_VALUE(join(value_int(0), 7, value_nonzero(), 0), "usually not 0: ?");
    EXPECT_VALUE(join(value_int(3), 7, value_int(3), 0), "3");
    EXPECT_VALUE(join(value_int(3), 0, value_int(4), 7), "!0"); /* more is certain than is needed */
    EXPECT_VALUE(join(value_unknown(), 0, value_int(4), 7), "?");
    EXPECT_VALUE(join(slot(), 0, value_int(-1), 7), "usually not -1: ?");
    EXPECT_VALUE(value_join(block(), value_nonzero()), "usually not 0: ?");
    EXPECT_VALUE(value_join(block(), value_int(0)), "?");
    EXPECT_VALUE(value_join(slot(), slot()), "usually not -1: ?");
    EXPECT_VALUE(value_join(slot(), value_int(3)), "?");
    EXPECT_VALUE(value_join(event(), value_make(VALUE_HANDLE, 1, "event")),
                 "usually not 0: handle of a event");
    struct value once = join(value_int(0), 0, value_int(-5), 7);
    EXPECT_VALUE(value_join(once, value_int(0)), "usually 0: ?");
    EXPECT_VALUE(value_binary(NODE_OP_LT, once, value_int(0)), "usually 0: ?");
    cr_expect(value_same(value_join(once, value_unknown()), value_unknown()));
}

Test(value, strings_are_the_same_by_content)
{
    char copy[] = "a";
    cr_expect(value_same(string_a, value_make(VALUE_STRING, 0, copy)));
    cr_expect_not(value_same(string_a, string_b));
    cr_expect_not(value_same(value_int(1), function_1));
    cr_expect(value_same(value_unknown(), value_unknown()));
}

Test(value, truth_is_known_of_all_but_the_unknown)
{
    cr_expect_eq(value_truth(value_unknown()), TRUTH_UNKNOWN);
    cr_expect_eq(value_truth(value_int(0)), TRUTH_FALSE);
    cr_expect_eq(value_truth(value_int(-1)), TRUTH_TRUE);
    cr_expect_eq(value_truth(string_a), TRUTH_TRUE);
    cr_expect_eq(value_truth(function_1), TRUTH_TRUE);
    EXPECT_VALUE(value_of_truth(TRUTH_UNKNOWN), "?");
    EXPECT_VALUE(value_of_truth(TRUTH_FALSE), "0");
    EXPECT_VALUE(value_of_truth(TRUTH_TRUE), "1");
}

Test(value, two_own_objects_may_be_one_or_two)
{
    struct value own = value_make(VALUE_OWN, 0, NULL);
    cr_expect_eq(value_binary(NODE_OP_EQ, own, own).kind, VALUE_UNKNOWN);
    cr_expect_eq(value_binary(NODE_OP_NE, own, own).kind, VALUE_UNKNOWN);
    cr_expect_eq(value_binary(NODE_OP_EQ, own, value_int(0)).number, 0);
}
