/* pointers.c - calls through values: pointers, callbacks, virtual methods, registered handlers. */
#include "trial.h"

TestSuite(pointers, .timeout = 60);

#define ALL ": ASTtUX\n"
#define FG FUNCTION("f", ONE) FUNCTION("g", TWO)
#define TABLE                                                                                      \
    "(symbol global 'table' type 'struct ops' record-value)"                                       \
    "(symbol field 'ops::init' usr 'c:@S@ops@FI@init' type 'void (*)(void)')"                      \
    "(symbol field 'ops::done' usr 'c:@S@ops@FI@done' type 'void (*)(void)')"
#define HOOK "(symbol global 'hook' type 'void (*)(void)' pointer)"

Test(pointers, a_local_pointer_is_certain)
{
    EXPECT_REACH(FG DLLMAIN(DECLARE("fp", "(ref $f)") CALL("fp", "")),
                 "DllMain > f [pointer fp] > One" ALL);
    EXPECT_REACH(FG DLLMAIN(DECLARE("fp", "(ref $One)") "(call (deref (ref $fp)))"),
                 "DllMain > One [pointer fp]" ALL);
    EXPECT_REACH(
        FG DLLMAIN(DECLARE("fp", "(cond " IS("reason", 1) "(ref $f) (ref $g))") CALL("fp", "")),
        "DllMain > f [pointer fp] > One: AS\nDllMain > g [pointer fp] > Two: TtUX\n");
}

Test(pointers, one_of_two_functions_is_possible)
{
    EXPECT_REACH(FG DLLMAIN(DECLARE("fp", "(cond " ASK "(ref $f) (ref $g))") CALL("fp", "")),
                 "DllMain > f [pointer fp] > One ?" ALL "DllMain > g [pointer fp] > Two ?" ALL);
}

Test(pointers, null_is_not_called)
{
    EXPECT_BODY(DECLARE("fp", "(int 0 null)") CALL("fp", "") ONE, "DllMain > One" ALL);
    EXPECT_REACH(HOOK FG DLLMAIN(SET("hook", "(ref $f)") IF("(ref $hook)", CALL("hook", ""))),
                 "DllMain > f [pointer hook] > One" ALL);
}

Test(pointers, a_table_of_functions_is_followed_by_field)
{
    EXPECT_REACH(TABLE FG "(global $table (init-list (init-field $'ops::init' (ref $f)) "
                          "(init-field $'ops::done' (ref $g))))" //
                 DLLMAIN("(call (field $'ops::init' (ref $table)))"),
                 "DllMain > f [pointer ops::init] > One" ALL);
}

Test(pointers, another_value_makes_a_pointer_possible)
{
    EXPECT_REACH(HOOK FG FUNCTION("h", SET("hook", ASK)) FUNCTION("k", SET("hook", "(ref $f)"))
                     DLLMAIN(CALL("hook", "")),
                 "DllMain > f [pointer hook] > One ?" ALL);
}

Test(pointers, the_last_value_on_the_way_is_certain)
{
    EXPECT_REACH(HOOK FG FUNCTION("h", SET("hook", ASK))
                     DLLMAIN(SET("hook", "(ref $f)") CALL("hook", "")),
                 "DllMain > f [pointer hook] > One" ALL);
}

Test(pointers, a_function_argument_is_called)
{
    EXPECT_REACH(FG FUNCTION_OF("h", "$call", CALL("call", "")) DLLMAIN(CALL("h", "(ref $f)")),
                 "DllMain > h > f [pointer call] > One" ALL);
    EXPECT_REACH(FG FUNCTION_OF("h", "$call", CALL("call", "")) FUNCTION("k", CALL("h", "(ref $g)"))
                     DLLMAIN(CALL("h", "(ref $f)")),
                 "DllMain > h > f [pointer call] > One" ALL);
}

Test(pointers, a_returned_function_is_called)
{
    EXPECT_REACH(FG FUNCTION("h", "(return (ref $f))") DLLMAIN("(call " CALL("h", "") ")"),
                 "DllMain > f [a pointer] > One" ALL);
}

Test(pointers, an_unknown_target_is_a_cut)
{
    EXPECT_REACH(HOOK DLLMAIN(CALL("hook", "") ONE),
                 "DllMain > One" ALL "cut unknown-target: call through a pointer: no function is "
                 "known to be stored there\n");
    EXPECT_BODY("(call " ASK ") " ONE,
                "DllMain > One" ALL
                "cut unknown-target: call through a pointer: no function is known to be stored "
                "there\n");
}

#define NAMED(i) "(symbol 'n" #i "')(function $n" #i " (block " ONE "))"
#define NAMED_16                                                                                   \
    NAMED(0)                                                                                       \
    NAMED(1)                                                                                       \
    NAMED(2)                                                                                       \
    NAMED(3)                                                                                       \
    NAMED(4) NAMED(5) NAMED(6) NAMED(7) NAMED(8) NAMED(9) NAMED(10) NAMED(11) NAMED(12) NAMED(13)  \
        NAMED(14) NAMED(15)
#define LIST_16                                                                                    \
    "(ref $n0)(ref $n1)(ref $n2)(ref $n3)(ref $n4)(ref $n5)(ref $n6)(ref $n7)(ref $n8)(ref $n9)"   \
    "(ref $n10)(ref $n11)(ref $n12)(ref $n13)(ref $n14)(ref $n15)"
#define ARRAY "(symbol global 'list' type 'void (*[20])(void)' record-value)"

Test(pointers, sixteen_candidates_are_followed_and_seventeen_are_a_cut)
{
    EXPECT_REACH(ARRAY NAMED_16 "(global $list (init-list " LIST_16 "))" //
                 DLLMAIN("(call (index (ref $list) (int 0)))"),
                 "DllMain > n0 [pointer list] > One ?" ALL);
    EXPECT_REACH(ARRAY NAMED_16 NAMED(16) "(global $list (init-list " LIST_16 "(ref $n16)))" //
                 DLLMAIN("(call (index (ref $list) (int 0))) " TWO),
                 "DllMain > Two" ALL "cut limit: 'list' may hold 17 functions; none is followed\n");
}

Test(pointers, a_callback_that_is_called_at_once_is_followed)
{
    EXPECT_REACH(FG DLLMAIN(CALL("EachNow", "(ref $f)")),
                 "DllMain > f [callback of EachNow] > One" ALL);
    EXPECT_REACH(FG DLLMAIN(CALL("EachNow", "(address (ref $f))")),
                 "DllMain > f [callback of EachNow] > One" ALL);
    EXPECT_REACH(FG FUNCTION_OF("h", "$call", CALL("EachNow", "(ref $call)"))
                     DLLMAIN(CALL("h", "(ref $f)")),
                 "DllMain > h > f [callback of EachNow] > One" ALL);
}

Test(pointers, a_callback_that_runs_later_or_elsewhere_is_not_followed)
{
    EXPECT_REACH(FG DLLMAIN(CALL("EachLater", "(ref $f)") CALL("EachElsewhere", "(ref $g)")), "");
}

Test(pointers, an_unknown_callback_is_a_cut_and_null_is_none)
{
    EXPECT_BODY(CALL("EachNow", ASK),
                "cut unknown-callback: EachNow calls a function that is not known here\n");
    EXPECT_BODY(CALL("EachNow", "(int 0 null)") CALL("EachNow", ""), "");
    EXPECT_BODY(CALL("EachNow", "(ref $Ask)"), "");
}

Test(pointers, a_lambda_is_a_function)
{
    EXPECT_REACH("(symbol method 'L::operator()' usr 'c:@L' member)" FUNCTION(
                     "'L::operator()'", ONE) DLLMAIN(CALL("EachNow", "(lambda $'L::operator()')")),
                 "DllMain > L::operator() [callback of EachNow] > One" ALL);
}

Test(pointers, a_registered_handler_is_a_root_of_its_phases)
{
    EXPECT_REACH(FG DLLMAIN(IF(IS("reason", 1), CALL("AtEnd", "(ref $f)"))),
                 "atexit f > One: UX\n");
    EXPECT_REACH(FG DLLMAIN(CALL("AtUnload", "(ref $f)")), "atexit f > One: U\n");
    EXPECT_REACH(FG DLLMAIN(CALL("AtEnd", "(ref $f)") CALL("AtEnd", "(ref $f)")),
                 "atexit f > One: UX\n");
}

Test(pointers, a_handler_may_register_another)
{
    EXPECT_REACH(FG FUNCTION("h", CALL("AtEnd", "(ref $g)") THREE)
                     DLLMAIN(CALL("AtEnd", "(ref $h)")),
                 "atexit h > Three: UX\natexit g > Two: UX\n");
}

Test(pointers, a_handler_that_is_never_registered_is_no_root)
{
    EXPECT_REACH(FG FUNCTION("h", CALL("AtEnd", "(ref $f)"))
                     DLLMAIN(IF(IS("reason", 8), CALL("h", ""))),
                 "");
}

/* A class with a virtual method, and classes that override it. */
#define BASE                                                                                       \
    "(symbol method 'B::run' usr 'c:@S@B@F@run' virtual member)"                                   \
    "(symbol method 'C::run' usr 'c:@S@C@F@run' virtual member)"                                   \
    "(symbol method 'D::run' usr 'c:@S@D@F@run' virtual member)"                                   \
    "(symbol param 'this' type 'B *' pointer)(symbol param 'object' type 'B *' pointer)"           \
    "(record 'B' usr 'c:@S@B' methods $'B::run')"                                                  \
    "(record 'C' usr 'c:@S@C' bases 'c:@S@B' methods $'C::run')"                                   \
    "(record 'D' usr 'c:@S@D' bases 'c:@S@C' methods $'D::run')"
#define MADE_B "(created 'c:@S@B')"
#define MADE_C "(created 'c:@S@C')"
#define MADE_D "(created 'c:@S@D')"
#define OVERRIDE_C "(override 'c:@S@C@F@run' 'c:@S@B@F@run')"
#define OVERRIDE_D "(override 'c:@S@D@F@run' 'c:@S@C@F@run')"
#define B_RUN FUNCTION_OF("'B::run'", "$this", ONE)
#define C_RUN FUNCTION_OF("'C::run'", "$this", TWO)
#define D_RUN FUNCTION_OF("'D::run'", "$this", THREE)
#define VIRTUAL_CALL "(call dynamic (field $'B::run' arrow (ref $instance)))"
#define PLAIN_CALL "(call (field $'B::run' arrow (ref $instance)))"

Test(pointers, a_method_is_called_directly)
{
    EXPECT_REACH(BASE OVERRIDE_C B_RUN C_RUN DLLMAIN(PLAIN_CALL), "DllMain > B::run > One" ALL);
}

Test(pointers, a_virtual_call_may_run_every_overrider)
{
    EXPECT_REACH(BASE MADE_B B_RUN DLLMAIN(VIRTUAL_CALL), "DllMain > B::run > One" ALL);
    EXPECT_REACH(
        BASE MADE_B MADE_C MADE_D OVERRIDE_C OVERRIDE_D B_RUN C_RUN D_RUN DLLMAIN(VIRTUAL_CALL),
        "DllMain > B::run > One ?" ALL "DllMain > D::run > Three ?" ALL
        "DllMain > C::run > Two ?" ALL);
}

Test(pointers, the_only_overrider_of_a_pure_method_is_certain)
{
    EXPECT_REACH(BASE MADE_C OVERRIDE_C C_RUN DLLMAIN(VIRTUAL_CALL), "DllMain > C::run > Two" ALL);
}

Test(pointers, a_class_that_is_never_made_is_no_candidate)
{
    EXPECT_REACH(BASE MADE_B MADE_D OVERRIDE_C OVERRIDE_D B_RUN C_RUN D_RUN DLLMAIN(VIRTUAL_CALL),
                 "DllMain > B::run > One ?" ALL "DllMain > D::run > Three ?" ALL);
    EXPECT_REACH(
        BASE OVERRIDE_C B_RUN C_RUN DLLMAIN(VIRTUAL_CALL),
        "cut unknown-target: virtual call of 'B::run': the module makes no object that has "
        "it\n");
}

Test(pointers, a_class_that_overrides_nothing_runs_what_it_inherits)
{
    EXPECT_REACH(BASE MADE_D OVERRIDE_C B_RUN C_RUN DLLMAIN(VIRTUAL_CALL),
                 "DllMain > C::run > Two" ALL);
}

Test(pointers, methods_see_their_arguments)
{
    EXPECT_REACH(
        "(symbol method 'M::set' usr 'c:@S@M@F@set' member)(symbol param 'this')" FUNCTION_OF(
            "'M::set'", "$this $a", IF(IS("a", 1), ONE))
            DLLMAIN("(call (field $'M::set' arrow (ref $instance)) (ref $reason))"),
        "DllMain > M::set > One: AS\n");
}

Test(pointers, methods_of_known_classes_are_apis)
{
    EXPECT_REACH("(symbol method 'ns::Thread::join' system member namespaced)" DLLMAIN(
                     "(call (field $'ns::Thread::join' (ref $s)))"),
                 "DllMain > join" ALL);
    EXPECT_REACH("(symbol destructor 'Smart::~Smart' system member)" DLLMAIN(
                     "(destroy $'Smart::~Smart' implicit (ref $s))"),
                 "DllMain > ~Smart {com-release}" ALL);
}

Test(pointers, a_vtable_in_c_is_an_api_whoever_implements_it)
{
    EXPECT_REACH(
        "(symbol field 'IVtbl::Query' type 'int (*)(void)')"
        "(symbol field 'IVtbl::AddRef' type 'int (*)(void)')"
        "(symbol field 'IVtbl::Release' type 'int (*)(void)')"
        "(record 'IVtbl' fields $'IVtbl::Query' $'IVtbl::AddRef' $'IVtbl::Release')" DLLMAIN(
            "(call (field $'IVtbl::Release' arrow (ref $instance)) (int 0))"
            "(call (field $'IVtbl::AddRef' arrow (ref $instance)) (int 0))"),
        "DllMain > AddRef {com-call}" ALL "DllMain > Release {com-release}" ALL);
}

Test(pointers, certain_paths_come_before_shorter_possible_ones)
{
    EXPECT_REACH(
        HOOK FUNCTION("f", ONE) FUNCTION("g", CALL("f", "")) FUNCTION("h", CALL("g", ""))
            DLLMAIN(SET("hook", "(ref $f)") SET("hook", ASK) CALL("hook", "") CALL("h", "")),
        "DllMain > h > g > f > One" ALL);
}
