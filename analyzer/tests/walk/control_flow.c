/* control_flow.c - which statements are reached: the control-flow graph, seen through the walk. */
#include "trial.h"

TestSuite(control_flow, .timeout = 60);

#define ALL ": ASTtUX\n"

Test(control_flow, straight_code_is_reached_in_every_phase)
{
    EXPECT_BODY(ONE, "DllMain > One" ALL);
    EXPECT_BODY("", "");
    EXPECT_BODY(BLOCK(BLOCK(ONE)), "DllMain > One" ALL);
}

Test(control_flow, an_if_takes_the_branch_of_the_phase)
{
    EXPECT_BODY(IF(IS("reason", 1), ONE), "DllMain > One: AS\n");
    EXPECT_BODY(IF_ELSE(IS("reason", 1), ONE, TWO), "DllMain > One: AS\nDllMain > Two: TtUX\n");
    EXPECT_BODY(IF(IS("reason", 2), ONE) IF(IS("reason", 3), TWO), "DllMain > One: T\n"
                                                                   "DllMain > Two: t\n");
    EXPECT_BODY(IF(IS("reason", 9), ONE), "");
}

Test(control_flow, an_unknown_condition_takes_both_branches)
{
    EXPECT_BODY(IF_ELSE(ASK, ONE, TWO) THREE,
                "DllMain > One" ALL "DllMain > Three" ALL "DllMain > Two" ALL);
}

Test(control_flow, nothing_follows_a_return)
{
    EXPECT_BODY(RETURN(1) ONE, "");
    EXPECT_BODY(IF("(binary != (ref $reason) (int 1))", RETURN(1)) ONE, "DllMain > One: AS\n");
    EXPECT_BODY("(return " ONE ")", "DllMain > One" ALL);
}

Test(control_flow, a_switch_takes_its_case)
{
    EXPECT_BODY("(switch (ref $reason) (block (case 1 " ONE ") (break) (case 2 " TWO ") (break)"
                " (default " THREE ")))",
                "DllMain > One: AS\nDllMain > Three: tUX\nDllMain > Two: T\n");
}

Test(control_flow, a_switch_falls_through)
{
    EXPECT_BODY("(switch (ref $reason) (block (case 1 " ONE ") (case 2 " TWO ") (break) (case 0 "
                "(case 3 " THREE "))))",
                "DllMain > One: AS\nDllMain > Three: tUX\nDllMain > Two: AST\n");
}

Test(control_flow, a_switch_without_a_matching_case_goes_on_behind_it)
{
    EXPECT_BODY("(switch (ref $reason) (block " FIVE " (case 1 (return (int 1))))) " ONE,
                "DllMain > One: TtUX\n");
}

Test(control_flow, a_default_may_stand_first)
{
    EXPECT_BODY("(switch (ref $reason) (block (default " ONE ") (break) (case 1 " TWO ")))",
                "DllMain > One: TtUX\nDllMain > Two: AS\n");
}

Test(control_flow, case_ranges_hold_their_ends)
{
    EXPECT_BODY("(switch (ref $reason) (block (case 1 ..2 " ONE ") (break) (case -5 ..0 " TWO
                ") (break) (case 4 ..9 " THREE ")))",
                "DllMain > One: AST\nDllMain > Two: UX\n");
}

Test(control_flow, a_switch_on_something_unknown_takes_every_case)
{
    EXPECT_BODY("(switch " ASK " (block (case 1 " ONE ") (break) (default " TWO ")))",
                "DllMain > One" ALL "DllMain > Two" ALL);
    EXPECT_BODY("(switch " ASK " (block (case 1 (return (int 0))))) " ONE, "DllMain > One" ALL);
}

Test(control_flow, a_case_teaches_the_value_inside)
{
    EXPECT_BODY(DECLARE("x", ASK) "(switch (ref $x) (block (case 1 " IF(IS("x", 1), ONE)
                    IF(IS("x", 2), TWO) ")))",
                "DllMain > One" ALL);
}

Test(control_flow, a_case_inside_a_loop_is_entered_from_the_switch)
{
    EXPECT_BODY(DECLARE("x", ASK) "(switch (ref $reason) (block (case 0 (do (block " ONE
                                  " (case 1 " TWO ") (case 2 " THREE ")) (ref $x)))))",
                "DllMain > One: ASTUX\nDllMain > Three: ASTUX\nDllMain > Two: ASTUX\n");
}

Test(control_flow, loops_run_and_end)
{
    EXPECT_BODY("(while " ASK " " ONE ") " TWO, "DllMain > One" ALL "DllMain > Two" ALL);
    EXPECT_BODY("(while (int 1) " ONE ") " TWO, "DllMain > One" ALL);
    EXPECT_BODY("(while (int 0) " ONE ") " TWO, "DllMain > Two" ALL);
    EXPECT_BODY("(do " ONE " (int 0)) " TWO, "DllMain > One" ALL "DllMain > Two" ALL);
    EXPECT_BODY("(for (none) (none) (none) " ONE ") " TWO, "DllMain > One" ALL);
    EXPECT_BODY("(for (none) (none) (none) (break)) " TWO, "DllMain > Two" ALL);
    EXPECT_BODY("(range-for " ONE " " TWO ") " THREE,
                "DllMain > One" ALL "DllMain > Three" ALL "DllMain > Two" ALL);
}

Test(control_flow, a_counting_loop_ends_and_forgets_its_counter)
{
    EXPECT_BODY("(for (declare $x (int 0)) (binary < (ref $x) (int 3)) (step + postfix (ref $x)) "
                "(block " IF(IS("x", 2), ONE) ")) " IF(IS("x", 3), TWO),
                "DllMain > One" ALL "DllMain > Two" ALL);
}

Test(control_flow, continue_runs_the_step_and_break_does_not)
{
    EXPECT_BODY("(for (none) " ASK " " ONE " (block (continue) " TWO "))", "DllMain > One" ALL);
    EXPECT_BODY("(for (none) " ASK " " ONE " (block (break) " TWO "))", "");
    EXPECT_BODY("(while " ASK " (block " IF(ASK, "(continue)") IF(ASK, "(break)") ONE ")) " TWO,
                "DllMain > One" ALL "DllMain > Two" ALL);
}

Test(control_flow, break_leaves_the_innermost_of_loop_and_switch)
{
    EXPECT_BODY("(while (int 1) (block (switch (ref $reason) (block (case 1 (break)) (default "
                "(return (int 0))))) " ONE " (break))) " TWO,
                "DllMain > One: AS\nDllMain > Two: AS\n");
    EXPECT_BODY("(do (switch (ref $reason) (block (case 1 (continue)) (default " ONE
                "))) (int 0)) " TWO,
                "DllMain > One: TtUX\nDllMain > Two" ALL);
}

Test(control_flow, a_stray_break_is_survived)
{
    EXPECT_BODY("(break) " ONE, "");
    EXPECT_BODY("(continue) " ONE, "");
    EXPECT_BODY("(case 1 " ONE ")", "DllMain > One" ALL);
}

Test(control_flow, goto_jumps_forwards_and_backwards)
{
    EXPECT_BODY("(goto $end) " ONE " (label $end " TWO ")", "DllMain > Two" ALL);
    EXPECT_BODY("(label $again " ONE ") " IF(ASK, "(goto $again)") TWO,
                "DllMain > One" ALL "DllMain > Two" ALL);
    EXPECT_BODY("(label $again " ONE ") (goto $again) " TWO, "DllMain > One" ALL);
}

Test(control_flow, goto_into_a_block_enters_there)
{
    EXPECT_BODY("(goto $end) " IF(ASK, BLOCK(ONE "(label $end " TWO ")")), "DllMain > Two" ALL);
}

Test(control_flow, a_computed_goto_may_go_to_every_label)
{
    EXPECT_BODY("(goto " ASK ") " ONE " (label $end " TWO ") (return) (label $again " THREE ")",
                "DllMain > Three" ALL "DllMain > Two" ALL);
    EXPECT_BODY("(goto " ONE ") " TWO, "DllMain > One" ALL);
}

Test(control_flow, a_handler_may_run_or_not)
{
    EXPECT_BODY("(try (block " ONE ") (catch (block " TWO ")) (catch (block " THREE "))) " FOUR,
                "DllMain > Four" ALL "DllMain > One" ALL "DllMain > Three" ALL "DllMain > Two" ALL);
    EXPECT_BODY("(try (block (return)) (catch (block " TWO "))) " FOUR,
                "DllMain > Four" ALL "DllMain > Two" ALL);
}

Test(control_flow, nothing_follows_a_throw_but_a_handler)
{
    EXPECT_BODY("(throw " ONE ") " TWO, "DllMain > One" ALL);
    EXPECT_BODY("(try (block (throw) " ONE ") (catch (block " TWO "))) " THREE,
                "DllMain > Three" ALL "DllMain > Two" ALL);
}

Test(control_flow, an_except_block_runs_its_filter)
{
    EXPECT_BODY("(seh-try (block " ONE ") (seh-except " TWO " (block " THREE "))) " FOUR,
                "DllMain > Four" ALL "DllMain > One" ALL "DllMain > Three" ALL "DllMain > Two" ALL);
}

Test(control_flow, a_finally_block_runs_at_the_end_and_at_a_return)
{
    EXPECT_BODY("(seh-try (block " ONE ") (seh-finally (block " TWO "))) " THREE,
                "DllMain > One" ALL "DllMain > Three" ALL "DllMain > Two" ALL);
    EXPECT_BODY("(seh-try (block " IF(IS("reason", 1), BLOCK(SET("x", "(int 5)") "(return)"))
                    SET("x", "(int 6)") ") (seh-finally (block " IF(IS("x", 5), ONE) "))) " TWO,
                "DllMain > One" ALL "DllMain > Two: TtUX\n");
}

Test(control_flow, a_finally_block_sees_what_the_middle_of_its_block_stored)
{
    EXPECT_BODY("(seh-try (block " SET("x", "(int 1)")
                    ASK SET("x", "(int 0)") ") (seh-finally "
                                            "(block " IF(IS("x", 1), ONE) ")))",
                "DllMain > One" ALL);
}

Test(control_flow, a_goto_inside_a_scope_runs_no_destructor)
{
    EXPECT_REACH("(symbol destructor 'G::~G' usr 'c:@S@G@F@~G' member)(symbol param 'this')"
                 "(symbol local 'guard' type 'G' record-value)" FUNCTION_OF("'G::~G'", "$this", ONE)
                     DLLMAIN(BLOCK("(declare $guard) (goto $end) (label $end (none))" CALL(
                         "die", "") "(destroy $'G::~G' implicit (ref $guard))")),
                 "cut no-definition: 'die' has no definition in the module\n");
}

Test(control_flow, nested_finally_blocks_run_innermost_first)
{
    EXPECT_BODY("(seh-try (block (seh-try (block (return)) (seh-finally (block " SET(
                    "x", "(int 1)") "))) ) (seh-finally (block " IF("(unary ! (ref $x))", ONE) ONE
                ")))",
                "DllMain > One" ALL);
}

Test(control_flow, leave_goes_to_the_end_of_the_try_block)
{
    EXPECT_BODY("(seh-try (block (seh-leave) " ONE ") (seh-finally (block " TWO "))) " THREE,
                "DllMain > Three" ALL "DllMain > Two" ALL);
    EXPECT_BODY("(seh-try (block (seh-leave) " ONE ") (seh-except (int 1) (block " TWO "))) " THREE,
                "DllMain > Three" ALL "DllMain > Two" ALL);
}

/* A local whose destructor calls One. */
#define GUARD                                                                                      \
    "(symbol destructor 'Guard::~Guard' usr 'c:@S@Guard@F@~Guard' member)\n"                       \
    "(symbol param 'this' type 'Guard *' pointer)\n"                                               \
    "(symbol local 'guard' type 'Guard' record-value)\n" FUNCTION_OF("'Guard::~Guard'", "$this",   \
                                                                     ONE)
#define DESTROY "(destroy $'Guard::~Guard' implicit (ref $guard))"

Test(control_flow, a_destructor_runs_at_the_end_of_its_block)
{
    EXPECT_REACH(GUARD DLLMAIN(BLOCK("(declare $guard)" TWO DESTROY) THREE),
                 "DllMain > Guard::~Guard > One" ALL "DllMain > Three" ALL "DllMain > Two" ALL);
}

Test(control_flow, a_destructor_runs_at_a_return)
{
    EXPECT_REACH(GUARD DLLMAIN(BLOCK("(declare $guard) (return)" DESTROY)),
                 "DllMain > Guard::~Guard > One" ALL);
    EXPECT_REACH(GUARD DLLMAIN(BLOCK(IF(IS("reason", 1), "(return)") "(declare $guard)" IF(
                     IS("reason", 2), "(return)") "(while (int 1) (none))" DESTROY)),
                 "DllMain > Guard::~Guard > One: T\n");
}

Test(control_flow, a_destructor_runs_at_break_and_continue)
{
    EXPECT_REACH(GUARD DLLMAIN("(while " ASK " (block (declare $guard) (break)" DESTROY "))"),
                 "DllMain > Guard::~Guard > One" ALL);
    EXPECT_REACH(GUARD DLLMAIN("(while " ASK " (block (declare $guard) (continue)" DESTROY "))"),
                 "DllMain > Guard::~Guard > One" ALL);
    EXPECT_REACH(GUARD DLLMAIN("(switch (ref $reason) (block (case 1 (block (declare $guard) "
                               "(break)" DESTROY "))))"),
                 "DllMain > Guard::~Guard > One: AS\n");
}

Test(control_flow, a_break_inside_a_scope_leaves_the_outer_locals_alone)
{
    EXPECT_REACH(GUARD DLLMAIN(BLOCK("(declare $guard) (while " ASK " (block (break)))"
                                     " (while (int 1) (none))" DESTROY)),
                 "");
}

Test(control_flow, a_statement_expression_with_statements_is_reached)
{
    EXPECT_BODY(DECLARE("x", "(statement-expr " IF(IS("reason", 1), ONE) TWO ")"),
                "DllMain > One: AS\nDllMain > Two" ALL);
    EXPECT_BODY(DECLARE("x", "(statement-expr " ONE " (int 3))") IF(IS("x", 3), TWO)
                    IF(IS("x", 4), THREE),
                "DllMain > One" ALL "DllMain > Two" ALL);
}
