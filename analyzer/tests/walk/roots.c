/* roots.c - which root runs in which phases, and switching thread notifications off. */
#include "trial.h"

TestSuite(roots, .timeout = 60);

#define ALL ": ASTtUX\n"
#define QUIET CALL("Quiet", "")
#define QUIET_LINE "DllMain > Quiet {disables-thread-notifications}: AS\n"

Test(roots, a_tls_callback_has_the_reason)
{
    EXPECT_REACH("(symbol global 'tls' type 'void (*)(void)' const)"
                 "(symbol 'cb')" FUNCTION_OF(
                     "cb", "$instance $reason $reserved",
                     IF(IS("reason", 2), ONE)) "(global $tls section '.CRT$XLB' (ref $cb))",
                 "tls-callback cb > One: T\n");
}

Test(roots, constructors_run_at_attach_and_destructors_at_detach)
{
    EXPECT_REACH("(function $f constructor (block " ONE "))(function $g destructor (block " TWO
                 "))",
                 "constructor f > One: AS\ndestructor g > Two: UX\n");
    EXPECT_REACH("(function $f constructor destructor (block " ONE "))",
                 "constructor f > One: AS\ndestructor f > One: UX\n");
}

Test(roots, an_initialiser_is_called_by_the_runtime)
{
    EXPECT_REACH(
        FUNCTION("f", ONE) "(symbol global 'i')(global $i section '.CRT$XCU' (ref $f))" FUNCTION(
            "g", TWO) "(symbol global 't')(global $t section '.CRT$XTB' (ref $g))",
        "initialiser f > One: AS\nterminator g > Two: UX\n");
}

Test(roots, a_global_runs_its_initialiser_and_destructor)
{
    EXPECT_REACH("(symbol global 'g1')(global $g1 dynamic " ONE ")", "initialiser g1 > One: AS\n");
    EXPECT_REACH("(symbol global 'g1')(global $g1 " ONE ")", "");
    EXPECT_REACH("(symbol global 'g1' thread)(global $g1 dynamic " ONE ")",
                 "initialiser g1 > One: AST\n");
    EXPECT_REACH("(symbol destructor 'G::~G' usr 'c:@G@~G' member)" FUNCTION(
                     "'G::~G'",
                     ONE) "(symbol global 'g1')(global $g1 destroyed destroyed-by $'G::~G')"
                          "(symbol global 'g2' thread)(global $g2 destroyed destroyed-by $'G::~G')",
                 "global-destructor g2 > G::~G [destructor of g2] > One: tUX\n"
                 "global-destructor g1 > G::~G [destructor of g1] > One: UX\n");
}

Test(roots, an_initialiser_calls_a_constructor)
{
    EXPECT_REACH(
        "(symbol constructor 'G::G' usr 'c:@G@G' member)(symbol param 'this')" FUNCTION_OF(
            "'G::G'", "$this $a",
            IF(IS("a", 1),
               ONE)) "(symbol global 'g1')(global $g1 dynamic (construct $'G::G' (int 1)))"
                     "(symbol global 'g2')(global $g2 dynamic (construct $'G::G' (int 2)))",
        "initialiser g1 > G::G > One: AS\n");
}

Test(roots, switching_notifications_off_ends_the_thread_phases)
{
    EXPECT_BODY(IF(IS("reason", 1), QUIET) ONE RETURN(1), "DllMain > One: ASUX\n" QUIET_LINE);
}

Test(roots, switching_them_off_on_one_branch_only_does_not)
{
    EXPECT_BODY(IF(IS("reason", 1), IF(ASK, QUIET)) ONE RETURN(1), "DllMain > One" ALL QUIET_LINE);
    EXPECT_BODY(IF(IS("reason", 1), IF("(ref $reserved)", QUIET)) ONE RETURN(1),
                "DllMain > One" ALL "DllMain > Quiet {disables-thread-notifications}: S\n");
    EXPECT_BODY(IF(IS("reason", 2), QUIET) ONE RETURN(1),
                "DllMain > One" ALL "DllMain > Quiet {disables-thread-notifications}: T\n");
}

Test(roots, both_branches_together_switch_them_off)
{
    EXPECT_BODY(IF(IS("reason", 1), IF_ELSE(ASK, BLOCK(QUIET), BLOCK(TWO QUIET))) ONE RETURN(1),
                "DllMain > One: ASUX\n" QUIET_LINE "DllMain > Two: AS\n");
}

Test(roots, a_helper_switches_them_off)
{
    EXPECT_REACH(FUNCTION("f", QUIET) DLLMAIN(IF(IS("reason", 1), CALL("f", "")) ONE RETURN(1)),
                 "DllMain > One: ASUX\n"
                 "DllMain > f > Quiet {disables-thread-notifications}: AS\n");
    EXPECT_REACH(FUNCTION("f", IF(ASK, QUIET))
                     DLLMAIN(IF(IS("reason", 1), CALL("f", "")) ONE RETURN(1)),
                 "DllMain > One" ALL "DllMain > f > Quiet {disables-thread-notifications}: AS\n");
}

Test(roots, a_refused_load_needs_no_switching_off)
{
    EXPECT_BODY(IF(IS("reason", 1), BLOCK(IF(ASK, RETURN(0)) QUIET)) ONE RETURN(1),
                "DllMain > One: ASUX\n" QUIET_LINE);
    EXPECT_BODY(IF(IS("reason", 1), BLOCK(IF(ASK, RETURN(1)) QUIET)) ONE RETURN(1),
                "DllMain > One" ALL QUIET_LINE);
    EXPECT_BODY(IF(IS("reason", 1), BLOCK(QUIET "(return (int 0))")) ONE RETURN(1),
                "DllMain > One: U\n" QUIET_LINE);
}

#define FAILS_OR_QUIET FUNCTION("f", IF(ASK, RETURN(0)) CALL("Quiet", "") RETURN(1))
#define F_QUIET_LINE "DllMain > f > Quiet {disables-thread-notifications}: AS\n"

Test(roots, the_result_of_a_helper_may_be_kept_or_compared_first)
{
    EXPECT_REACH(FAILS_OR_QUIET DLLMAIN(IF(IS("reason", 1), BLOCK(DECLARE("x", CALL("f", "")) IF(
                                                                "(unary ! (ref $x))", RETURN(0))))
                                            ONE RETURN(1)),
                 "DllMain > One: ASUX\n" F_QUIET_LINE);
    EXPECT_REACH(
        FAILS_OR_QUIET DLLMAIN(IF(IS("reason", 1), "(return " CALL("f", "") ")") ONE RETURN(1)),
        "DllMain > One: UX\n" F_QUIET_LINE);
}

Test(roots, another_value_in_the_local_tells_nothing)
{
    EXPECT_REACH(
        FAILS_OR_QUIET DLLMAIN(
            IF(IS("reason", 1), BLOCK(DECLARE("x", CALL("f", "")) "(assign (ref $x) " ASK ")" IF(
                                    "(unary ! (ref $x))", RETURN(0)))) ONE RETURN(1)),
        "DllMain > One" ALL F_QUIET_LINE);
}

Test(roots, tls_callbacks_keep_their_thread_phases)
{
    EXPECT_REACH("(symbol global 'tls')(symbol 'cb')" FUNCTION(
                     "cb", ONE) "(global $tls section '.CRT$XLB' (ref $cb))" //
                 DLLMAIN(IF(IS("reason", 1), QUIET) TWO RETURN(1)),
                 "tls-callback cb > One" ALL QUIET_LINE "DllMain > Two: ASUX\n");
}
