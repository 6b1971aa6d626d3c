/* values.c - values are followed: conditions, locals, fields, pointers, constants. */
#include "trial.h"

TestSuite(values, .timeout = 60);

#define ALL ": ASTtUX\n"
#define FIELD_U(object) "(field $'S::u' (ref $" object "))"
#define FIELD_V(object) "(field $'S::v' (ref $" object "))"
#define ARROW_U(pointer) "(field $'S::u' arrow (ref $" pointer "))"

Test(values, and_needs_both_sides)
{
    EXPECT_BODY(IF("(and " IS("reason", 1) " (ref $reserved))", ONE), "DllMain > One: S\n");
    EXPECT_BODY(IF("(and (ref $reserved) " IS("reason", 1) ")", ONE), "DllMain > One: S\n");
    EXPECT_BODY(IF("(and " IS("reason", 1) " " ONE ")", "(none)"), "DllMain > One: AS\n");
    EXPECT_BODY(IF_ELSE("(and " ASK IS("reason", 1) ")", ONE, TWO),
                "DllMain > One: AS\nDllMain > Two" ALL);
}

Test(values, or_needs_one_side)
{
    EXPECT_BODY(IF("(or " IS("reason", 1) IS("reason", 2) ")", ONE), "DllMain > One: AST\n");
    EXPECT_BODY(IF("(or " IS("reason", 1) ONE ")", "(none)"), "DllMain > One: TtUX\n");
    EXPECT_BODY(IF_ELSE("(or " ASK IS("reason", 1) ")", ONE, TWO),
                "DllMain > One" ALL "DllMain > Two: TtUX\n");
}

Test(values, and_and_or_nest_and_negate)
{
    EXPECT_BODY(IF("(unary ! (or " IS("reason", 1) IS("reason", 0) "))", ONE),
                "DllMain > One: Tt\n");
    EXPECT_BODY(IF("(and (or " IS("reason", 1) IS("reason", 0) ") (unary ! (ref $reserved)))", ONE),
                "DllMain > One: AU\n");
    EXPECT_BODY(IF_ELSE("(unary ! (unary ! " IS("reason", 3) "))", ONE, TWO),
                "DllMain > One: t\nDllMain > Two: ASTUX\n");
}

Test(values, the_value_of_and_and_or_is_kept)
{
    EXPECT_BODY(DECLARE("x", "(and " IS("reason", 0) "(ref $reserved))") IF("(ref $x)", ONE),
                "DllMain > One: X\n");
    EXPECT_BODY(DECLARE("x", "(or " IS("reason", 0) "(ref $reserved))") IF("(ref $x)", ONE),
                "DllMain > One: SUX\n");
    EXPECT_BODY(DECLARE("x", "(and " ASK ASK ")") IF_ELSE("(ref $x)", ONE, TWO),
                "DllMain > One" ALL "DllMain > Two" ALL);
}

Test(values, a_conditional_gives_the_value_of_its_side)
{
    EXPECT_BODY(DECLARE("x", "(cond " IS("reason", 1) "(int 5) (int 6))") IF(IS("x", 5), ONE),
                "DllMain > One: AS\n");
    EXPECT_BODY("(cond " IS("reason", 1) ONE TWO ")", "DllMain > One: AS\nDllMain > Two: TtUX\n");
    EXPECT_BODY(DECLARE("x", "(cond " ASK "(int 5) (int 6))") IF("(ref $x)", ONE)
                    IF("(unary ! (ref $x))", TWO),
                "DllMain > One" ALL);
    EXPECT_BODY(DECLARE("x", "(cond " ASK "(none) (int 0))") IF("(ref $x)", ONE),
                "DllMain > One" ALL);
}

Test(values, comparisons_work_from_both_sides)
{
    EXPECT_BODY(IF("(binary == (int 1) (ref $reason))", ONE), "DllMain > One: AS\n");
    EXPECT_BODY(IF("(binary != (int 1) (ref $reason))", ONE), "DllMain > One: TtUX\n");
    EXPECT_BODY(IF("(binary < (ref $reason) (int 2))", ONE), "DllMain > One: ASUX\n");
    EXPECT_BODY(IF("(binary <= (int 2) (ref $reason))", ONE), "DllMain > One: Tt\n");
    EXPECT_BODY(IF("(binary == (ref $reserved) (int 0 null))", ONE), "DllMain > One: ATtU\n");
    EXPECT_BODY(IF("(binary != (int 0 null) (ref $reserved))", ONE), "DllMain > One: SX\n");
    EXPECT_BODY(IF("(binary == (ref $instance) (int 0 null))", ONE), "");
}

Test(values, a_branch_teaches_the_value)
{
    EXPECT_BODY(DECLARE("x", ASK) IF_ELSE(IS("x", 3), IF(IS("x", 4), ONE), TWO),
                "DllMain > Two" ALL);
    EXPECT_BODY(DECLARE("x", ASK)
                    IF_ELSE("(ref $x)", IF("(unary ! (ref $x))", ONE), IF("(ref $x)", TWO)),
                "");
    EXPECT_BODY(DECLARE("x", ASK) IF("(binary == (int 0) (ref $x))", "(return)")
                    IF("(unary ! (ref $x))", ONE),
                "");
    EXPECT_BODY(DECLARE("x", "(int 0)") IF("(binary != (assign (ref $x) " ASK ") (int 0))",
                                           IF("(unary ! (ref $x))", ONE)),
                "");
}

Test(values, what_a_branch_taught_is_forgotten_behind_it)
{
    EXPECT_BODY(DECLARE("x", ASK) IF(IS("x", 3), "(none)") IF(IS("x", 4), ONE),
                "DllMain > One" ALL);
}

Test(values, locals_hold_what_is_assigned)
{
    EXPECT_BODY(DECLARE("x", "(ref $reason)") IF(IS("x", 1), ONE), "DllMain > One: AS\n");
    EXPECT_BODY("(declare $x)" SET("x", "(int 1)") IF(IS("x", 2), ONE), "");
    EXPECT_BODY(SET("x", SET("y", "(int 1)")) IF("(binary == (ref $x) (ref $y))", ONE),
                "DllMain > One" ALL);
    EXPECT_BODY(SET("x", "(int 1)") "(assign + (ref $x) (int 2))" IF(IS("x", 3), ONE),
                "DllMain > One" ALL);
    EXPECT_BODY(SET("x", "(comma " ASK " (int 4))") IF("(binary != (ref $x) (int 4))", ONE), "");
}

Test(values, a_local_without_a_value_is_unknown)
{
    EXPECT_BODY("(declare $x)" IF_ELSE("(ref $x)", ONE, TWO),
                "DllMain > One" ALL "DllMain > Two" ALL);
    EXPECT_BODY(SET("x", "(int 0)") "(declare $x)" IF("(ref $x)", ONE), "DllMain > One" ALL);
}

Test(values, steps_count)
{
    EXPECT_BODY(SET("x", "(int 1)") IF("(binary == (step + postfix (ref $x)) (int 1))", ONE)
                    IF(IS("x", 2), TWO),
                "DllMain > One" ALL "DllMain > Two" ALL);
    EXPECT_BODY(SET("x", "(int 1)") IF("(step - (ref $x))", ONE), "");
}

Test(values, fields_of_a_struct_are_kept_apart)
{
    EXPECT_BODY("(assign " FIELD_U("s") "(int 1)) (assign " FIELD_V("s") "(int 0))" IF(
                    FIELD_U("s"), ONE) IF(FIELD_V("s"), TWO),
                "DllMain > One" ALL);
    EXPECT_BODY("(assign " FIELD_U("s") "(int 0)) (assign " FIELD_U("t") "(int 1))" IF(
                    FIELD_U("s"), ONE) IF(FIELD_U("t"), TWO),
                "DllMain > Two" ALL);
}

Test(values, a_struct_is_copied)
{
    EXPECT_BODY("(assign " FIELD_U("s") "(int 0)) (assign (ref $t) (ref $s)) (assign " FIELD_U(
                    "s") "(int 1))" IF(FIELD_U("t"), ONE) IF(FIELD_U("s"), TWO),
                "DllMain > Two" ALL);
    EXPECT_BODY("(assign " FIELD_U("s") "(int 0)) (declare $t (ref $s))" IF(FIELD_U("t"), ONE), "");
}

Test(values, initialiser_lists_set_fields_and_elements)
{
    EXPECT_BODY("(declare $s (init-list (init-field $'S::u' (ref $reason)) (init-field $'S::v' "
                "(int 0))))" IF("(binary == " FIELD_U("s") "(int 1))", ONE) IF(FIELD_V("s"), TWO),
                "DllMain > One: AS\n");
    EXPECT_BODY("(declare $array (init-list (int 7) (init-index 2 (int 0)) (int 8)))" IF(
                    "(index (ref $array) (int 2))", ONE)
                    IF("(binary == (index (ref $array) (int 3)) (int 8))", TWO),
                "DllMain > Two" ALL);
}

Test(values, a_pointer_to_a_local_reads_and_writes_it)
{
    EXPECT_BODY(
        SET("x", "(int 0)") DECLARE("p", ADDRESS("x"))
            IF("(deref (ref $p))", ONE) "(assign (deref (ref $p)) (int 1))" IF("(ref $x)", TWO),
        "DllMain > Two" ALL);
}

Test(values, an_unknown_call_forgets_what_it_is_handed)
{
    EXPECT_BODY(SET("x", "(int 0)") SET("y", "(int 0)") CALL("Ask", ADDRESS("x"))
                    IF("(ref $x)", ONE) IF("(ref $y)", TWO),
                "DllMain > One" ALL);
    EXPECT_BODY("(assign " FIELD_U("s") "(int 0))" CALL("Ask", ADDRESS("s")) IF(FIELD_U("s"), ONE),
                "DllMain > One" ALL);
    EXPECT_BODY("(assign (index (ref $array) (int 0)) (int 0))" CALL("Ask", "(ref $array)")
                    IF("(index (ref $array) (int 0))", ONE),
                "DllMain > One" ALL);
    EXPECT_BODY("(assign " FIELD_U("s") "(int 0))" CALL("Ask", "(ref $s)") IF(FIELD_U("s"), ONE),
                "");
}

#define GLOBAL_SYMBOL(name, flags) "(symbol global '" name "' type 'int' " flags ")"

Test(values, an_address_that_was_stored_away_is_forgotten_at_calls)
{
    EXPECT_REACH(GLOBAL_SYMBOL("gp", "pointer") DLLMAIN(SET("gp", ADDRESS("x")) SET(
                     "x", "(int 0)") IF("(ref $x)", ONE) ASK IF("(ref $x)", TWO)),
                 "DllMain > Two" ALL);
}

Test(values, globals_are_unknown_unless_constant)
{
    EXPECT_REACH(GLOBAL_SYMBOL("gi", "") "(global $gi (int 0))" DLLMAIN(IF("(ref $gi)", ONE)),
                 "DllMain > One" ALL);
    EXPECT_REACH(GLOBAL_SYMBOL("gi", "const") "(global $gi (int 0))" DLLMAIN(IF("(ref $gi)", ONE)),
                 "");
    EXPECT_REACH(GLOBAL_SYMBOL("gi", "const") "(global $gi (int 1))" DLLMAIN(
                     IF("(binary == (ref $gi) (ref $reason))", ONE)),
                 "DllMain > One: AS\n");
    EXPECT_REACH(
        GLOBAL_SYMBOL("gi", "const") "(global $gi declaration)" DLLMAIN(IF("(ref $gi)", ONE)),
        "DllMain > One" ALL);
}

Test(values, a_global_keeps_what_was_assigned_on_the_way)
{
    EXPECT_REACH(GLOBAL_SYMBOL("gi", "") DLLMAIN(SET("gi", "(int 0)") IF("(ref $gi)", ONE)), "");
    EXPECT_REACH(GLOBAL_SYMBOL("gi", "") FUNCTION("f", IF("(ref $gi)", ONE))
                     DLLMAIN(SET("gi", "(binary == (ref $reason) (int 0))") CALL("f", "")),
                 "DllMain > f > One: UX\n");
    EXPECT_REACH(GLOBAL_SYMBOL("gi", "") FUNCTION("f", SET("gi", "(int 1)"))
                     DLLMAIN(SET("gi", "(int 0)") CALL("f", "") IF("(ref $gi)", ONE)),
                 "DllMain > One" ALL);
}

Test(values, a_constant_table_is_read)
{
    EXPECT_REACH(
        GLOBAL_SYMBOL("table", "const record-value") "(global $table (init-list (int 1) (int 0) "
                                                     "(init-index 4 (int 0)) (int 9)))" //
        DLLMAIN(IF("(index (ref $table) (int 0))", ONE) IF("(index (ref $table) (int 1))", TWO) IF(
            "(index (ref $table) (int 4))", THREE) IF("(index (ref $table) (int 5))", FOUR)
                    IF("(index (ref $table) " ASK ")", FIVE)),
        "DllMain > Five" ALL "DllMain > Four" ALL "DllMain > One" ALL);
}

Test(values, opaque_expressions_keep_their_calls)
{
    EXPECT_BODY(DECLARE("x", "(opaque " ONE " " TWO ")") IF_ELSE("(ref $x)", THREE, FOUR),
                "DllMain > Four" ALL "DllMain > One" ALL "DllMain > Three" ALL "DllMain > Two" ALL);
    EXPECT_BODY("(new " ONE ")", "DllMain > One" ALL);
    EXPECT_BODY("(init-list " ONE ")", "DllMain > One" ALL);
    EXPECT_BODY("(index (ref $array) " ONE ")", "DllMain > One" ALL);
    EXPECT_BODY("(assign (index (ref $array) " ONE ") " TWO ")",
                "DllMain > One" ALL "DllMain > Two" ALL);
    EXPECT_BODY("(delete " ONE ")", "DllMain > One" ALL);
    EXPECT_BODY("(address (deref " ONE "))", "DllMain > One" ALL);
}

Test(values, new_is_not_null)
{
    EXPECT_BODY(DECLARE("p", "(new)") IF("(unary ! (ref $p))", ONE), "");
}

Test(values, a_function_is_not_null_and_equals_itself)
{
    EXPECT_REACH(FUNCTION("f", "") DLLMAIN(DECLARE("fp", "(ref $f)") IF("(unary ! (ref $fp))", ONE)
                                               IF("(binary == (ref $fp) (address (ref $f)))", TWO)
                                                   IF("(binary != (ref $fp) (ref $f))", THREE)),
                 "DllMain > Two" ALL);
}
