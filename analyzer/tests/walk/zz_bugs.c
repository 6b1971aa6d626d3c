#include "trial.h"
#define ALL ": ASTtUX\n"
#define S_U "(field $'S::u' (ref $s))"
TestSuite(bugs, .timeout = 60);

Test(bugs, recursion_forgets_the_object) {
    EXPECT_REACH(FUNCTION_OF("f", "$ps", IF(ASK, BLOCK("(assign (deref (ref $ps)) (int 1)) (return)")) "(declare $x (int 0))"
      CALL("f", ADDRESS("x")) IF("(ref $x)", ONE))
      DLLMAIN(SET("y", "(int 0)") CALL("f", ADDRESS("y"))), "DllMain > f > One" ALL);
}
Test(bugs, inlined_api_forgets) {
    EXPECT_REACH("(symbol 'Inlined' system) (function $Inlined inline params $ps (block))"
      DLLMAIN(SET("x", "(int 0)") CALL("Inlined", ADDRESS("x")) IF("(ref $x)", ONE)), "DllMain > Inlined" ALL "DllMain > One" ALL);
}
Test(bugs, array_pointer_alias) {
    EXPECT_BODY("(declare $array (init-list (int 0))) (declare $p (ref $array)) (assign (index (ref $p) (int 0)) (int 1))"
      IF("(index (ref $array) (int 0))", ONE), "DllMain > One" ALL);
}
Test(bugs, joined_pointer_store) {
    EXPECT_BODY(SET("x", "(int 0)") SET("y", "(int 0)") DECLARE("p", "(cond " ASK ADDRESS("x") ADDRESS("y") ")")
      "(assign (deref (ref $p)) (int 1))" IF("(ref $x)", ONE), "DllMain > One" ALL);
}
Test(bugs, pointer_in_struct) {
    EXPECT_REACH(FUNCTION_OF("f", "$ps", "(assign (deref (field $'S::u' arrow (ref $ps))) (int 1))")
     DLLMAIN(SET("x", "(int 0)") "(assign " S_U ADDRESS("x") ")" CALL("f", ADDRESS("s")) IF("(ref $x)", ONE)), "DllMain > One" ALL);
}
Test(bugs, pointer_in_struct_to_api) {
    EXPECT_REACH(
     DLLMAIN(SET("x", "(int 0)") "(assign " S_U ADDRESS("x") ")" CALL("Ask", ADDRESS("s")) IF("(ref $x)", ONE)), "DllMain > One" ALL);
}
Test(bugs, unknown_index_store) {
    EXPECT_BODY("(declare $array (init-list (int 0) (int 0))) (assign (index (ref $array) " ASK ") (int 1))"
      IF("(index (ref $array) (int 0))", ONE), "DllMain > One" ALL);
}
Test(bugs, address_of_first_element) {
    EXPECT_BODY("(declare $array (init-list (int 0) (int 0))) " CALL("Ask", "(address (index (ref $array) (int 0)))")
      IF("(index (ref $array) (int 1))", ONE), "DllMain > One" ALL);
}
Test(bugs, escaped_store_through_unknown) {
    EXPECT_REACH("(symbol global 'keep' pointer)" DLLMAIN(SET("keep", ADDRESS("x")) SET("x", "(int 0)") "(assign (deref (ref $keep)) (int 1))"
      IF("(ref $x)", ONE)), "DllMain > One" ALL);
}
Test(bugs, retained_by_api) {
    EXPECT_BODY(CALL("Ask", ADDRESS("x")) SET("x", "(int 0)") CALL("Ask", "")
      IF("(ref $x)", ONE), "DllMain > One" ALL);
}
Test(bugs, lambda_capture) {
    EXPECT_REACH("(symbol method 'L::operator()' usr 'c:@L' member)" FUNCTION("'L::operator()'", SET("x", "(int 1)"))
     DLLMAIN(SET("x", "(int 0)") DECLARE("fp", "(lambda $'L::operator()')") "(call (field $'L::operator()' (ref $fp)))"
      IF("(ref $x)", ONE)), "DllMain > One" ALL);
}
Test(bugs, handler_sees_the_middle) {
    EXPECT_BODY(SET("x", "(int 0)") "(try (block " SET("x", "(int 1)") ASK SET("x", "(int 2)") ") (catch (block " IF(IS("x", 1), ONE) ")))", "DllMain > One" ALL);
}
Test(bugs, handler_sees_before_throw) {
    EXPECT_BODY(SET("x", "(int 0)") "(try (block " SET("x", "(int 1)") "(throw)) (catch (block " IF(IS("x", 1), ONE) ")))", "DllMain > One" ALL);
}
Test(bugs, finally_at_goto) {
    EXPECT_BODY("(seh-try (block (goto $end)) (seh-finally (block " ONE "))) (while (int 1) (none)) (label $end (none))", "DllMain > One" ALL);
}
Test(bugs, finally_at_break) {
    EXPECT_BODY("(while (int 1) (block (seh-try (block (break)) (seh-finally (block " ONE ")))))", "DllMain > One" ALL);
}
#define GUARD                                                                                      \
    "(symbol destructor 'Guard::~Guard' usr 'c:@S@Guard@F@~Guard' member)\n"                       \
    "(symbol param 'this' type 'Guard *' pointer)\n"                                               \
    "(symbol local 'guard' type 'Guard' record-value)\n" FUNCTION_OF("'Guard::~Guard'", "$this",   \
                                                                     ONE)
#define DESTROY "(destroy $'Guard::~Guard' implicit (ref $guard))"
Test(bugs, destructor_at_goto) {
    EXPECT_REACH(GUARD DLLMAIN(BLOCK("(declare $guard) (goto $end)" DESTROY) "(label $end (none))"),
                 "DllMain > Guard::~Guard > One" ALL);
}
Test(bugs, destructor_at_throw) {
    EXPECT_REACH(GUARD DLLMAIN("(try " BLOCK("(declare $guard) (throw)" DESTROY) "(catch (block)))"),
                 "DllMain > Guard::~Guard > One" ALL);
}
Test(bugs, method_changes_object) {
    EXPECT_REACH("(symbol method 'S::set' usr 'c:@S@S@F@set' member)" FUNCTION_OF("'S::set'", "$ps", "(assign (field $'S::u' arrow (ref $ps)) (int 1))")
      DLLMAIN("(assign " S_U "(int 0))" "(call (field $'S::set' (ref $s)))" IF(S_U, ONE)), "DllMain > One" ALL);
}
Test(bugs, unknown_method_changes_object) {
    EXPECT_REACH("(symbol method 'S::set' usr 'c:@S@S@F@set' member dllimport)" 
      DLLMAIN("(assign " S_U "(int 0))" "(call (field $'S::set' (ref $s)))" IF(S_U, ONE)), "DllMain > One" ALL);
}
Test(bugs, method_sees_object) {
    EXPECT_REACH("(symbol method 'S::get' usr 'c:@S@S@F@get' member)" FUNCTION_OF("'S::get'", "$ps", IF("(binary == (field $'S::u' arrow (ref $ps)) (int 1))", ONE))
      DLLMAIN("(assign " S_U "(ref $reason))" "(call (field $'S::get' (ref $s)))"), "DllMain > S::get > One: AS\n");
}
Test(bugs, seventeenth_argument) {
    EXPECT_BODY(SET("x", "(int 0)") CALL("Ask", "(int 1)(int 2)(int 3)(int 4)(int 5)(int 6)(int 7)(int 8)(int 9)(int 10)(int 11)(int 12)(int 13)(int 14)(int 15)(int 16)" ADDRESS("x"))
      IF("(ref $x)", ONE), "DllMain > One" ALL);
}
Test(bugs, two_registrations) {
    EXPECT_REACH(FUNCTION("f", ONE) "(symbol 'AtExit2' dllimport)" DLLMAIN(CALL("AtUnload", "(ref $f)") CALL("AtEnd", "(ref $f)")), "atexit f > One: UX\n");
}
#define HOOK "(symbol global 'hook' type 'void (*)(void)' pointer)"
Test(bugs, doubtful_registration) {
    EXPECT_REACH(HOOK FUNCTION("f", ONE) FUNCTION("g", TWO) DLLMAIN(SET("hook", "(ref $f)") SET("hook", "(ref $g)") CALL("AtEnd", "(ref $hook)")), "atexit f > One ?: UX\natexit g > Two ?: UX\n");
}
Test(bugs, arithmetic_shift) {
    EXPECT_BODY(IF("(binary == (binary >> (int -8) (int 1)) (int -4))", ONE), "DllMain > One" ALL);
}
Test(bugs, unsigned_wrap) {
    EXPECT_BODY(SET("x", "(int 0)") IF("(binary == (unary ~ (ref $x)) (int 4294967295))", ONE), "DllMain > One" ALL);
}
Test(bugs, helper_disables_if_true) {
    EXPECT_REACH(FUNCTION("f", IF(ASK, RETURN(0)) CALL("Quiet", "") RETURN(1)) DLLMAIN(IF(IS("reason", 1), BLOCK(IF("(unary ! " CALL("f", "") ")", RETURN(0)))) ONE RETURN(1)), "DllMain > One: ASUX\nDllMain > f > Quiet {disables-thread-notifications}: AS\n");
}
Test(bugs, aliased_arguments) {
    EXPECT_REACH("(symbol param 'pt' type 'struct S *' pointer)" FUNCTION_OF("f", "$ps $pt", "(assign (deref (ref $ps)) (int 1))" IF("(deref (ref $pt))", TWO))
     DLLMAIN(SET("x", "(int 0)") CALL("f", ADDRESS("x") ADDRESS("x")) IF("(ref $x)", ONE)), "DllMain > One" ALL "DllMain > f > Two" ALL);
}
Test(bugs, one_more_cond) {
    EXPECT_BODY("(declare $array (init-list (int 0) (int 0))) (declare $p (address (index (ref $array) (int 0)))) (step + (ref $p)) (assign (deref (ref $p)) (int 1))"
      IF("(index (ref $array) (int 1))", ONE), "DllMain > One" ALL);
}
Test(bugs, result_of_function_pointer_call) {
    EXPECT_REACH(FUNCTION("f", ONE) "(symbol 'get' type 'void (*())(void)' pointer)(symbol global 'hook' type 'void (*)(void)' pointer)"
      FUNCTION("get", "(return (ref $hook))") DLLMAIN(SET("hook", "(ref $f)") "(call (call (ref $get)))"), "DllMain > f [pointer get] > One" ALL);
}
Test(bugs, static_method_callback) {
    EXPECT_REACH("(symbol method 'C::each' usr 'c:@S@C@F@each#S' member)" "(symbol global 'hook' type 'void (*)(void)' pointer)" FUNCTION("f", ONE) FUNCTION_OF("'C::each'", "$call $a", SET("hook", "(ref $call)"))
      DLLMAIN("(call (ref $'C::each') (ref $f) (int 1)) " CALL("hook", "")), "DllMain > f [pointer hook] > One" ALL);
}
Test(bugs, too_many_overriders) {
    struct fixture fixture = fixture_start();
    struct strbuf out; strbuf_init(&out, fixture.arena);
    strbuf_adds(&out, "(symbol method 'B::run' usr 'c:@B' virtual member)(function $'B::run' params $ps (block (call (ref $One))))");
    for (int i = 0; i < 20; i++) strbuf_printf(&out, "(symbol method 'C%d::run' usr 'c:@C%d' virtual member)(override 'c:@C%d' 'c:@B')(function $'C%d::run' params $ps (block (call (ref $Two))))", i, i, i, i);
    strbuf_adds(&out, DLLMAIN("(call dynamic (field $'B::run' arrow (ref $instance)))"));
    (void)fixture_add(&fixture, "/src/a.c", out.text);
    expect_text(__LINE__, trial_reach(&fixture), "DllMain > B::run > One ?" ALL "cut limit: 'B::run' has more than 16 overriders; none is followed\n");
    fixture_end(&fixture);
}
Test(bugs, gnu_elvis_slot) {
    EXPECT_REACH("(symbol global 'hook' type 'void (*)(void)' pointer)(symbol global 'other' type 'void (*)(void)' pointer)" FUNCTION("f", ONE) FUNCTION("g", TWO)
      DLLMAIN(SET("other", "(ref $f)") SET("hook", "(cond (ref $other) (none) (ref $g))") CALL("hook", "")), "DllMain > f [pointer hook] > One ?" ALL "DllMain > g [pointer hook] > Two ?" ALL);
}
Test(bugs, api_inline_conditions_in_wrapper) {
    EXPECT_REACH("(symbol 'Asks' system) (function $Asks inline params $a (block))" FUNCTION_OF("f", "$c", CALL("Asks", "(ref $c)")) DLLMAIN(CALL("f", "(int 7)")), "DllMain > f > Asks" ALL);
}
Test(bugs, virtual_argument_flow) {
    EXPECT_REACH("(symbol method 'B::run' usr 'c:@B' virtual member)(symbol method 'C::run' usr 'c:@C' virtual member)(override 'c:@C' 'c:@B')"
     "(symbol global 'hook' type 'void (*)(void)' pointer)" FUNCTION("f", ONE) FUNCTION_OF("'C::run'", "$ps $call", SET("hook", "(ref $call)"))
      DLLMAIN("(call dynamic (field $'B::run' arrow (ref $instance)) (ref $f)) " CALL("hook", "")), "DllMain > f [pointer hook] > One" ALL);
}
Test(bugs, indirect_argument_flow) {
    EXPECT_REACH("(symbol global 'run' type 'void (*)(void)' pointer)"
     "(symbol global 'hook' type 'void (*)(void)' pointer)" FUNCTION("f", ONE) FUNCTION_OF("g", "$call", SET("hook", "(ref $call)"))
      DLLMAIN(SET("run", "(ref $g)") CALL("run", "(ref $f)") CALL("hook", "")), "DllMain > f [pointer hook] > One" ALL);
}
