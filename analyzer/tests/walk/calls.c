/* calls.c - what flows into calls and out of them: contexts, summaries, objects. */
#include "trial.h"

TestSuite(calls, .timeout = 60);

#define ALL ": ASTtUX\n"
#define F(body) FUNCTION_OF("f", "$a $b", body)
#define ARROW_U "(field $'S::u' arrow (ref $ps))"
#define S_U "(field $'S::u' (ref $s))"

Test(calls, a_path_names_every_function)
{
    EXPECT_REACH(FUNCTION("h", ONE) FUNCTION("g", CALL("h", "")) FUNCTION("f", CALL("g", ""))
                     DLLMAIN(CALL("f", "")),
                 "DllMain > f > g > h > One" ALL);
}

Test(calls, the_shortest_path_is_shown)
{
    EXPECT_REACH(FUNCTION("h", ONE) FUNCTION("g", CALL("h", "")) FUNCTION("f", CALL("g", ""))
                     DLLMAIN(CALL("f", "") CALL("h", "")),
                 "DllMain > h > One" ALL);
    EXPECT_REACH(FUNCTION("h", ONE) FUNCTION("g", CALL("h", "")) FUNCTION("f", CALL("h", ""))
                     DLLMAIN(CALL("g", "") CALL("f", "")),
                 "DllMain > g > h > One" ALL);
}

Test(calls, arguments_decide_branches_of_the_callee)
{
    EXPECT_REACH(F(IF(IS("a", 1), ONE)) DLLMAIN(CALL("f", "(ref $reason)")),
                 "DllMain > f > One: AS\n");
    EXPECT_REACH(F(IF(IS("a", 1), ONE)) DLLMAIN(CALL("f", "(int 1)")), "DllMain > f > One" ALL);
    EXPECT_REACH(F(IF(IS("a", 1), ONE)) DLLMAIN(CALL("f", "(int 2)") CALL("f", "(int 3)")), "");
    EXPECT_REACH(F(IF(IS("b", 1), ONE)) DLLMAIN(CALL("f", "(int 1) (ref $reason)")),
                 "DllMain > f > One: AS\n");
}

Test(calls, arguments_decide_three_calls_down)
{
    EXPECT_REACH(F(IF(IS("a", 1), ONE)) FUNCTION_OF("g", "$c", CALL("f", "(ref $c)"))
                     FUNCTION_OF("h", "$d", CALL("g", "(ref $d)"))
                         DLLMAIN(CALL("h", "(ref $reason)")),
                 "DllMain > h > g > f > One: AS\n");
}

Test(calls, a_missing_argument_is_unknown)
{
    EXPECT_REACH(F(IF_ELSE(IS("a", 1), ONE, TWO)) DLLMAIN(CALL("f", "")),
                 "DllMain > f > One" ALL "DllMain > f > Two" ALL);
    EXPECT_REACH(FUNCTION("f", ONE) DLLMAIN(CALL("f", "(int 1) (int 2) (int 3)")),
                 "DllMain > f > One" ALL);
}

Test(calls, a_helper_tells_whether_it_attaches)
{
    EXPECT_REACH(F("(return " IS("a", 1) ")") DLLMAIN(IF(CALL("f", "(ref $reason)"), ONE)),
                 "DllMain > One: AS\n");
    EXPECT_REACH(F(IF(IS("a", 1), RETURN(1)) RETURN(0))
                     DLLMAIN(IF("(unary ! " CALL("f", "(ref $reason)") ")", ONE)),
                 "DllMain > One: TtUX\n");
    EXPECT_REACH(F(IF(ASK, RETURN(1)) RETURN(2)) DLLMAIN(IF_ELSE(CALL("f", ""), ONE, TWO)),
                 "DllMain > One" ALL);
    EXPECT_REACH(F(IF(ASK, RETURN(1)) RETURN(0)) DLLMAIN(IF_ELSE(CALL("f", ""), ONE, TWO)),
                 "DllMain > One" ALL "DllMain > Two" ALL);
}

Test(calls, nested_calls_are_evaluated_once_each)
{
    EXPECT_REACH(F("(return (binary + (ref $a) (int 1)))") DLLMAIN(
                     IF("(binary == " CALL("f", CALL("f", CALL("f", "(int 1)"))) "(int 4))", ONE)),
                 "DllMain > One" ALL);
}

Test(calls, nothing_follows_what_does_not_return)
{
    EXPECT_BODY(CALL("Stop", "") ONE, "");
    EXPECT_REACH(FUNCTION("f", CALL("Stop", "")) DLLMAIN(CALL("f", "") ONE), "");
    EXPECT_REACH(FUNCTION("f", "(while (int 1) (none))") DLLMAIN(CALL("f", "") ONE), "");
    EXPECT_REACH(FUNCTION("f", IF(ASK, CALL("Stop", ""))) DLLMAIN(CALL("f", "") ONE),
                 "DllMain > One" ALL);
    EXPECT_REACH("(symbol 'Gone' dllimport noreturn)" DLLMAIN(CALL("Gone", "") ONE), "");
    EXPECT_BODY(CALL("One", CALL("Stop", "")), "");
    EXPECT_BODY(IF("(and " IS("reason", 1) CALL("Stop", "") ")", "(none)") ONE,
                "DllMain > One: TtUX\n");
    EXPECT_BODY(DECLARE("x", "(cond " IS("reason", 1) CALL("Stop", "") "(int 2))")
                    IF(IS("x", 2), ONE),
                "DllMain > One: TtUX\n");
}

Test(calls, stops_at_recursion)
{
    EXPECT_REACH(FUNCTION("f", CALL("f", "") ONE) DLLMAIN(CALL("f", "") TWO),
                 "DllMain > f > One" ALL "DllMain > Two" ALL);
    EXPECT_REACH(FUNCTION("f", CALL("g", "") ONE) FUNCTION("g", CALL("f", "") TWO)
                     DLLMAIN(CALL("f", "")),
                 "DllMain > f > One" ALL "DllMain > f > g > Two" ALL);
    EXPECT_REACH(DLLMAIN(CALL("DllMain", "(int 0) (ref $reason) (ref $reserved)") ONE),
                 "DllMain > One" ALL);
}

Test(calls, recursion_that_counts_ends_in_a_cut)
{
    EXPECT_REACH(F(IF(IS("a", 0), ONE) CALL("f", "(binary + (ref $a) (int 1))"))
                     DLLMAIN(CALL("f", "(int 0)")),
                 "DllMain > f > One" ALL
                 "cut limit: 'f' is called with more than 32 kinds of arguments; they are "
                 "forgotten\n");
}

#define CALLS_4(from)                                                                              \
    "(call (ref $f) (int " from "0))(call (ref $f) (int " from "1))"                               \
    "(call (ref $f) (int " from "2))(call (ref $f) (int " from "3))"
#define CALLS_16(from) CALLS_4(from "0") CALLS_4(from "1") CALLS_4(from "2") CALLS_4(from "3")
#define CALLS_32 CALLS_16("1") CALLS_16("2")

Test(calls, thirty_two_kinds_of_arguments_are_kept_apart)
{
    EXPECT_REACH(F(IF(IS("a", 7), ONE)) DLLMAIN(CALLS_32), "");
    EXPECT_REACH(F(IF(IS("a", 7), ONE)) DLLMAIN(CALLS_32 CALL("f", "(int 99)")),
                 "DllMain > f > One" ALL
                 "cut limit: 'f' is called with more than 32 kinds of arguments; they are "
                 "forgotten\n");
    EXPECT_REACH(F(ONE) DLLMAIN(CALLS_32 CALL("f", "(int 99)")), "DllMain > f > One" ALL);
}

Test(calls, an_object_is_written_through_a_pointer)
{
    EXPECT_REACH(FUNCTION_OF("f", "$ps", "(assign (deref (ref $ps)) (int 1))") DLLMAIN(
                     SET("x", "(int 0)") CALL("f", ADDRESS("x")) IF_ELSE(IS("x", 1), ONE, TWO)),
                 "DllMain > One" ALL);
    EXPECT_REACH(FUNCTION_OF("f", "$ps", "(assign " ARROW_U " (int 0))")
                     DLLMAIN(CALL("f", ADDRESS("s")) IF_ELSE(S_U, ONE, TWO)),
                 "DllMain > Two" ALL);
}

Test(calls, what_only_some_returns_wrote_is_unknown)
{
    EXPECT_REACH(FUNCTION_OF("f", "$ps", IF(ASK, "(assign (deref (ref $ps)) (int 1))")) DLLMAIN(
                     SET("x", "(int 0)") CALL("f", ADDRESS("x")) IF_ELSE("(ref $x)", ONE, TWO)),
                 "DllMain > One" ALL "DllMain > Two" ALL);
    EXPECT_REACH(
        FUNCTION_OF("f", "$ps",
                    IF(IS("ps", 0), "(return)") "(assign (deref (ref $ps)) (int 1)) (return)")
            DLLMAIN(SET("x", "(int 0)") CALL("f", ADDRESS("x")) IF_ELSE("(ref $x)", ONE, TWO)),
        "DllMain > One" ALL);
}

Test(calls, a_callee_sees_the_fields_of_an_object)
{
    EXPECT_REACH(FUNCTION_OF("f", "$ps", IF("(binary == " ARROW_U " (int 1))", ONE))
                     DLLMAIN("(assign " S_U " (ref $reason))" CALL("f", ADDRESS("s"))),
                 "DllMain > f > One: AS\n");
    EXPECT_REACH(FUNCTION_OF("f", "$vs", IF("(binary == (field $'S::u' (ref $vs)) (int 1))", ONE))
                     DLLMAIN("(assign " S_U " (ref $reason))" CALL("f", "(ref $s)")),
                 "DllMain > f > One: AS\n");
}

Test(calls, a_struct_by_value_is_not_written_back)
{
    EXPECT_REACH(FUNCTION_OF("f", "$vs", "(assign (field $'S::u' (ref $vs)) (int 1))")
                     DLLMAIN("(assign " S_U " (int 0))" CALL("f", "(ref $s)") IF(S_U, ONE)),
                 "");
}

Test(calls, an_object_that_a_callee_hands_on_is_forgotten)
{
    EXPECT_REACH(FUNCTION_OF("f", "$ps", CALL("Ask", "(ref $ps)"))
                     DLLMAIN(SET("x", "(int 0)") CALL("f", ADDRESS("x")) IF("(ref $x)", ONE)),
                 "DllMain > One" ALL);
    EXPECT_REACH("(symbol global 'keep' pointer)" FUNCTION_OF("f", "$ps", SET("keep", "(ref $ps)"))
                     DLLMAIN(SET("x", "(int 0)") CALL("f", ADDRESS("x")) IF("(ref $x)", ONE)),
                 "DllMain > One" ALL);
}

Test(calls, a_function_without_a_definition_is_a_cut)
{
    EXPECT_REACH(DLLMAIN(CALL("f", "") ONE),
                 "DllMain > One" ALL "cut no-definition: 'f' has no definition in the module\n");
    EXPECT_REACH("(symbol 'who' undeclared)" DLLMAIN(CALL("who", "") ONE),
                 "DllMain > One" ALL
                 "cut undeclared-function: 'who' is called but declared nowhere\n");
    EXPECT_REACH("(symbol 'sys' system)" DLLMAIN(CALL("sys", "") ONE), "DllMain > One" ALL);
}

Test(calls, an_undeclared_name_that_the_packs_know_is_possible)
{
    EXPECT_REACH("(symbol 'One' undeclared)" DLLMAIN("(call (ref $One))"), "DllMain > One ?" ALL);
}

Test(calls, a_function_parsed_in_part_makes_its_calls_possible)
{
    EXPECT_REACH("(function $f partial (block " ONE "))" DLLMAIN(CALL("f", "") TWO),
                 "DllMain > f > One ?" ALL "DllMain > Two" ALL);
}

Test(calls, phases_restrict_entries)
{
    EXPECT_BODY(CALL("Attaching", ""), "DllMain > Attaching {loads-library}: AS\n");
}

Test(calls, conditions_on_arguments_choose_the_entry)
{
    EXPECT_BODY(CALL("Choose", "(int 0) (int 4)"), "");
    EXPECT_BODY(CALL("Choose", "(int 2) (int 6)"), "DllMain > Choose {loads-library}" ALL);
    EXPECT_BODY(CALL("Choose", "(int 2) (int 3)"), "DllMain > Choose {waits-finite}" ALL);
    EXPECT_BODY(CALL("Choose", ASK ASK), "DllMain > Choose" ALL);
    EXPECT_BODY(CALL("Choose", "(ref $instance) (int 8)"), "DllMain > Choose" ALL);
    EXPECT_BODY(CALL("Choose", ""), "DllMain > Choose" ALL);
    EXPECT_BODY(CALL("Choose", "(ref $reason)"), "DllMain > Choose {waits-finite}: ASTt\n");
}

Test(calls, conditions_follow_arguments_through_helpers)
{
    EXPECT_REACH(F(CALL("Choose", "(ref $a)")) DLLMAIN(CALL("f", "(int 0)")), "");
    EXPECT_REACH(F(CALL("Choose", "(ref $a)")) DLLMAIN(CALL("f", "(int 0)") CALL("f", "(int 5)")),
                 "DllMain > f > Choose {waits-finite}" ALL);
}

Test(calls, conditions_on_texts_are_globs)
{
    EXPECT_BODY(CALL("Open", "(string 'EXT-ms.dll')"), "");
    EXPECT_BODY(CALL("Open", "(string 'a.dll')"), "DllMain > Open {loads-library}" ALL);
    EXPECT_BODY(CALL("Open", "(string 'a.exe')"), "DllMain > Open" ALL);
    EXPECT_BODY(CALL("Open", ASK), "DllMain > Open" ALL);
    EXPECT_BODY(CALL("Open", "(cond " ASK "(string 'ext-a') (string 'ext-b'))"),
                "DllMain > Open" ALL);
}

Test(calls, conditions_on_the_number_of_arguments_and_on_not_null)
{
    EXPECT_BODY(CALL("Count", "(int 0) (int 0)"), "DllMain > Count {loads-library}" ALL);
    EXPECT_BODY(CALL("Count", "(int 0)"), "");
    EXPECT_BODY(CALL("Count", "(int 3)"), "DllMain > Count" ALL);
    EXPECT_BODY(CALL("Count", "(ref $instance)"), "DllMain > Count" ALL);
    EXPECT_BODY(CALL("Count", ASK), "");
}

Test(calls, a_loop_joins_the_arguments_of_an_api)
{
    EXPECT_BODY(SET("x", "(int 0)") "(while " ASK " (block " CALL("Choose", "(ref $x)")
                    SET("x", ASK) "))",
                "DllMain > Choose" ALL);
}

Test(calls, the_whole_reach_is_text)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c",
                      "(function $f @0:3:6 (block (call @0:4:5 (ref $One))))"
                      "(function $DllMain params $instance $reason $reserved @0:10:13 (block "
                      "(if (binary == (ref $reason) (int 2)) (call @0:11:9 (ref $f)))"
                      "(call @0:12:5 (deref (ref $instance)))))");
    struct reach *reach = walk_program(fixture.arena, fixture_link(&fixture));
    struct strbuf out;
    strbuf_init(&out, fixture.arena);
    walk_write(&out, reach);
    expect_text(__LINE__, out.text,
                "module m: 1 units, 2 functions walked\n"
                "root dllmain DllMain process-attach-dynamic,process-attach-static,thread-attach,"
                "thread-detach,process-detach-unload,process-detach-exit /src/a.c:10:13\n"
                "sink One thread-attach: DllMain > f > One\n"
                "  at /src/a.c:4:5\n"
                "  effects waits\n"
                "cut unknown-target /src/a.c:12:5: call through a pointer: no function is known to "
                "be stored there\n");
    fixture_end(&fixture);
}

Test(calls, failed_units_and_errors_are_cuts)
{
    EXPECT_REACH("(unit failed failure 'out of memory')", "cut failed-unit: out of memory\n");
    EXPECT_REACH("(unit partial) (error 'odd' @0:2:3) (error 'no header' fatal @0:3:1)",
                 "cut parse-error: no header (2 errors in this unit)\n");
}
