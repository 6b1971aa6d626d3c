/* soundness.c - code that looks dead and is not, certainty, and cost. */
#include "base/os.h"
#include "trial.h"

TestSuite(soundness, .timeout = 120);

#define ALL ": ASTtUX\n"
#define S_U "(field $'S::u' (ref $s))"
#define ARROW_U "(field $'S::u' arrow (ref $ps))"
#define AT(index) "(index (ref $array) (int " #index "))"
#define ZEROS "(declare $array (init-list (int 0) (int 0)))"
#define STORE(place, value) "(assign " place " (int " #value "))"
#define HOOK "(symbol global 'hook' type 'void (*)(void)' pointer)"
#define IF_X IF("(ref $x)", ONE)
#define X_IS_0 SET("x", "(int 0)")

/* ---- objects that change unseen: One is on a path that the walk believes to be dead ---- */

Test(soundness, recursion_forgets_what_it_is_handed)
{
    EXPECT_REACH(FUNCTION_OF("f", "$ps",
                             IF(ASK, BLOCK(STORE("(deref (ref $ps))", 1) "(return)")) //
                             X_IS_0 CALL("f", ADDRESS("x")) IF_X)
                     DLLMAIN(SET("y", "(int 0)") CALL("f", ADDRESS("y"))),
                 "DllMain > f > One" ALL);
}

/* Place 1, in a system header. */
#define IN_SYSTEM_HEADER "(file '/sys/one.h' system)(where 1:7:1)"

Test(soundness, an_inline_api_forgets_what_it_is_handed)
{
    EXPECT_REACH(IN_SYSTEM_HEADER "(symbol 'Inlined' system)"
                                  "(function $Inlined @1 inline params $ps (block))" DLLMAIN(
                                      X_IS_0 CALL("Inlined", ADDRESS("x")) IF_X),
                 "DllMain > Inlined" ALL "DllMain > One" ALL);
}

Test(soundness, a_method_changes_its_object)
{
    EXPECT_REACH("(symbol method 'S::set' usr 'c:@S@S@F@set' member)" FUNCTION_OF("'S::set'", "$ps",
                                                                                  STORE(ARROW_U, 1))
                     DLLMAIN(STORE(S_U, 0) "(call (field $'S::set' (ref $s)))" IF(S_U, ONE)),
                 "DllMain > One" ALL);
    EXPECT_REACH("(symbol method 'S::set' usr 'c:@S@S@F@set' member dllimport)" DLLMAIN(
                     STORE(S_U, 0) "(call (field $'S::set' (ref $s)))" IF(S_U, ONE)),
                 "DllMain > One" ALL);
}

Test(soundness, an_array_is_changed_through_a_pointer_to_it)
{
    EXPECT_BODY(ZEROS DECLARE("p", "(ref $array)") STORE("(index (ref $p) (int 0))", 1)
                    IF(AT(0), ONE),
                "DllMain > One" ALL);
    EXPECT_BODY(ZEROS DECLARE("p", "(address " AT(0) ")") "(step + (ref $p))" STORE(
                    "(deref (ref $p))", 1) IF(AT(1), ONE),
                "DllMain > One" ALL);
}

Test(soundness, an_unknown_index_changes_every_element)
{
    EXPECT_BODY(ZEROS STORE("(index (ref $array) " ASK ")", 1) IF(AT(0), ONE), "DllMain > One" ALL);
}

Test(soundness, the_address_of_an_element_hands_over_the_array)
{
    EXPECT_BODY(ZEROS CALL("Ask", "(address " AT(0) ")") IF(AT(1), ONE), "DllMain > One" ALL);
}

Test(soundness, a_pointer_to_one_of_two_locals_changes_either)
{
    EXPECT_BODY(X_IS_0 DECLARE("p", "(cond " ASK ADDRESS("x") ADDRESS("y") ")")
                    STORE("(deref (ref $p))", 1) IF_X,
                "DllMain > One" ALL);
}

Test(soundness, an_address_inside_a_struct_is_handed_over_with_it)
{
    EXPECT_BODY(X_IS_0 "(assign " S_U ADDRESS("x") ")" CALL("Ask", ADDRESS("s")) IF_X,
                "DllMain > One" ALL);
    EXPECT_REACH(FUNCTION_OF("f", "$ps", STORE("(deref " ARROW_U ")", 1))
                     DLLMAIN(X_IS_0 "(assign " S_U ADDRESS("x") ")" CALL("f", ADDRESS("s")) IF_X),
                 "DllMain > One" ALL);
}

Test(soundness, an_address_that_only_one_way_holds_escapes_where_ways_meet)
{
    EXPECT_BODY(IF(ASK, SET("p", ADDRESS("x"))) X_IS_0 STORE("(deref (ref $p))", 1) IF_X,
                "DllMain > One" ALL);
    EXPECT_BODY(IF(ASK, "(block)") X_IS_0 STORE("(deref (ref $p))", 1) IF_X, "");
}

Test(soundness, a_store_through_an_unknown_pointer_changes_what_escaped)
{
    EXPECT_REACH("(symbol global 'keep' pointer)" DLLMAIN(
                     SET("keep", ADDRESS("x")) X_IS_0 STORE("(deref (ref $keep))", 1) IF_X),
                 "DllMain > One" ALL);
}

Test(soundness, an_api_may_keep_an_address)
{
    EXPECT_BODY(CALL("Ask", ADDRESS("x")) X_IS_0 ASK IF_X, "DllMain > One" ALL);
}

Test(soundness, a_lambda_changes_what_it_captures)
{
    EXPECT_REACH(
        "(symbol method 'L::operator()' usr 'c:@L' member)" FUNCTION("'L::operator()'",
                                                                     SET("x", "(int 1)"))
            DLLMAIN(X_IS_0 DECLARE(
                "fp",
                "(lambda $'L::operator()')") "(call (field $'L::operator()' (ref $fp)))" IF_X),
        "DllMain > One" ALL);
}

Test(soundness, two_parameters_may_be_one_object)
{
    EXPECT_REACH("(symbol param 'pt' type 'struct S *' pointer)" FUNCTION_OF(
                     "f", "$ps $pt", STORE("(deref (ref $ps))", 1) IF("(deref (ref $pt))", TWO))
                     DLLMAIN(X_IS_0 CALL("f", ADDRESS("x") ADDRESS("x")) IF_X),
                 "DllMain > One" ALL "DllMain > f > Two" ALL);
}

Test(soundness, the_seventeenth_argument_is_handed_over_too)
{
    EXPECT_BODY(X_IS_0 CALL("Ask",
                            "(int 1)(int 2)(int 3)(int 4)(int 5)(int 6)(int 7)(int 8)(int 9)"
                            "(int 10)(int 11)(int 12)(int 13)(int 14)(int 15)(int 16)" ADDRESS("x"))
                    IF_X,
                "DllMain > One" ALL);
}

Test(soundness, a_handler_sees_what_the_middle_of_its_block_stored)
{
    EXPECT_BODY(X_IS_0 "(try (block " SET("x", "(int 1)") ASK X_IS_0 ") (catch (block " IF_X ")))",
                "DllMain > One" ALL);
    EXPECT_BODY(X_IS_0 "(try (block " SET("x", "(int 1)") "(throw)) (catch (block " IF_X ")))",
                "DllMain > One" ALL);
}

/* ---- numbers ---- */

Test(soundness, a_shift_to_the_right_keeps_the_sign)
{
    EXPECT_BODY(IF("(binary == (binary >> (int -8) (int 1)) (int -4))", ONE), "DllMain > One" ALL);
}

Test(soundness, a_flipped_dword_has_32_bits_or_is_unknown)
{
    EXPECT_BODY(SET("x", "(int 0)") IF("(binary == (unary ~ (ref $x)) (int 4294967295))", ONE),
                "DllMain > One" ALL);
}

/* ---- calls that are not seen ---- */

#define GUARD                                                                                      \
    "(symbol destructor 'G::~G' usr 'c:@S@G@F@~G' member)(symbol param 'this')"                    \
    "(symbol local 'guard' type 'G' record-value)" FUNCTION_OF("'G::~G'", "$this", ONE)
#define DESTROY "(destroy $'G::~G' implicit (ref $guard))"

Test(soundness, a_destructor_runs_at_goto_and_throw)
{
    EXPECT_REACH(GUARD DLLMAIN(BLOCK("(declare $guard) (goto $end)" DESTROY) "(label $end (none))"),
                 "DllMain > G::~G > One" ALL);
    EXPECT_REACH(
        GUARD DLLMAIN("(try " BLOCK("(declare $guard) (throw)" DESTROY) "(catch (block)))"),
        "DllMain > G::~G > One" ALL);
}

Test(soundness, conditions_ask_for_arguments_of_inline_apis)
{
    EXPECT_REACH(IN_SYSTEM_HEADER "(symbol 'Asks' system)"
                                  "(function $Asks @1 inline params $a (block))" FUNCTION_OF(
                                      "f", "$c", CALL("Asks", "(ref $c)"))
                                      DLLMAIN(CALL("f", "(int 7)")),
                 "DllMain > f > Asks" ALL);
}

Test(soundness, a_handler_registered_twice_has_the_phases_of_both)
{
    EXPECT_REACH(FUNCTION("f", ONE) DLLMAIN(CALL("AtUnload", "(ref $f)") CALL("AtEnd", "(ref $f)")),
                 "atexit f > One: UX\n");
}

Test(soundness, an_argument_of_a_static_method_is_its_first_parameter)
{
    EXPECT_REACH("(symbol method 'C::each' usr 'c:@S@C@F@each#S' member)" HOOK FUNCTION("f", ONE)
                     FUNCTION_OF("'C::each'", "$call $a", SET("hook", "(ref $call)"))
                         DLLMAIN("(call (ref $'C::each') (ref $f) (int 1))" CALL("hook", "")),
                 "DllMain > f [pointer hook] > One" ALL);
}

Test(soundness, both_sides_of_a_short_conditional_are_stored)
{
    EXPECT_REACH(HOOK "(symbol global 'other' type 'void (*)(void)' pointer)" FUNCTION("f", ONE)
                     FUNCTION("g", TWO) DLLMAIN(SET("other", "(ref $f)") SET(
                         "hook", "(cond (ref $other) (none) (ref $g))") CALL("hook", "")),
                 "DllMain > f [pointer hook] > One ?" ALL "DllMain > g [pointer hook] > Two ?" ALL);
}

Test(soundness, arguments_flow_through_virtual_and_indirect_calls)
{
    EXPECT_REACH(
        "(symbol method 'B::run' usr 'c:@B' virtual member)"
        "(symbol method 'C::run' usr 'c:@C' virtual member)(override 'c:@C' 'c:@B')"
        "(record 'B' usr 'c:@S@B' methods $'B::run')(created 'c:@S@C')"
        "(record 'C' usr 'c:@S@C' bases 'c:@S@B' methods $'C::run')"
        "(symbol param 'this' type 'struct C *' pointer)" HOOK FUNCTION("f", ONE)
            FUNCTION_OF("'C::run'", "$this $call", SET("hook", "(ref $call)")) DLLMAIN(
                "(call dynamic (field $'B::run' arrow (ref $instance)) (ref $f))" CALL("hook", "")),
        "DllMain > f [pointer hook] > One" ALL);
    EXPECT_REACH("(symbol global 'run' type 'void (*)(void)' pointer)" HOOK FUNCTION("f", ONE)
                     FUNCTION_OF("g", "$call", SET("hook", "(ref $call)"))
                         DLLMAIN(SET("run", "(ref $g)") CALL("run", "(ref $f)") CALL("hook", "")),
                 "DllMain > f [pointer hook] > One" ALL);
}

Test(soundness, a_result_is_asked_for_what_it_may_hold)
{
    EXPECT_REACH(HOOK "(symbol 'get' type 'void (*())(void)' pointer)" FUNCTION("f", ONE)
                     FUNCTION("get", "(return (ref $hook))")
                         DLLMAIN(SET("hook", "(ref $f)") "(call " CALL("get", "") ")"),
                 "DllMain > f [pointer get] > One" ALL);
}

/* ---- too certain, or not certain enough ---- */

Test(soundness, a_handler_that_may_be_registered_is_possible)
{
    EXPECT_REACH(HOOK FUNCTION("f", ONE) FUNCTION("g", TWO)
                     FUNCTION("k", SET("hook", "(ref $f)") SET("hook", "(ref $g)"))
                         DLLMAIN(CALL("AtEnd", "(ref $hook)")),
                 "atexit f > One ?: UX\natexit g > Two ?: UX\n");
}

Test(soundness, a_method_with_too_many_overriders_is_possible)
{
    struct fixture fixture = fixture_start();
    struct strbuf text;
    strbuf_init(&text, fixture.arena);
    strbuf_adds(&text, "(symbol method 'B::run' usr 'c:@B' virtual member)"
                       "(record 'B' usr 'c:@S@B' methods $'B::run')(created 'c:@S@B')"
                       "(function $'B::run' params $ps (block " ONE "))");
    for (uint32_t i = 0; i < 20; i++) {
        strbuf_printf(&text,
                      "(symbol method 'C%u::run' usr 'c:@%u' virtual member)"
                      "(record 'C%u' usr 'c:@S@C%u' bases 'c:@S@B' methods $'C%u::run')"
                      "(created 'c:@S@C%u')"
                      "(override 'c:@%u' 'c:@B')(function $'C%u::run' params $ps (block))",
                      i, i, i, i, i, i, i, i);
    }
    strbuf_adds(&text, DLLMAIN("(call dynamic (field $'B::run' arrow (ref $instance)))"));
    (void)fixture_add(&fixture, "/src/a.c", text.text);
    expect_text(__LINE__, trial_reach(&fixture),
                "DllMain > B::run > One ?" ALL
                "cut limit: 'B::run' has more than 16 overriders; none is followed\n");
    fixture_end(&fixture);
}

Test(soundness, a_method_sees_the_fields_of_a_local_object)
{
    EXPECT_REACH("(symbol method 'S::get' usr 'c:@S@S@F@get' member)" FUNCTION_OF(
                     "'S::get'", "$ps", IF("(binary == " ARROW_U " (int 1))", ONE))
                     DLLMAIN("(assign " S_U "(ref $reason))(call (field $'S::get' (ref $s)))"),
                 "DllMain > S::get > One: AS\n");
}

Test(soundness, a_helper_that_switches_off_whenever_it_succeeds_is_enough)
{
    EXPECT_REACH(FUNCTION("f", IF(ASK, RETURN(0)) CALL("Quiet", "") RETURN(1)) DLLMAIN(IF(
                     IS("reason", 1), IF("(unary ! " CALL("f", "") ")", RETURN(0))) ONE RETURN(1)),
                 "DllMain > One: ASUX\n"
                 "DllMain > f > Quiet {disables-thread-notifications}: AS\n");
}

/* ---- too slow, or too large ---- */

/* Fails the test if the walk of the text takes more than 2 seconds or 50 MB. */
static void expect_cheap(int line, const char *text)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", text);
    uint64_t start = os_milliseconds();
    uint64_t memory = os_peak_memory_kib();
    (void)trial_reach(&fixture);
    uint64_t took = os_milliseconds() - start;
    memory = os_peak_memory_kib() - memory;
    cr_expect(took <= 2000, "line %d: took %u ms", line, (unsigned)took);
    cr_expect(memory <= 50 * 1024, "line %d: took %u KiB", line, (unsigned)memory);
    fixture_end(&fixture);
}

/* Expects that DllMain is cheap whose body is `before`, `part` n times, `middle`, `after` n times.
 */
static void expect_cheap_body(int line, uint32_t n, const char *const parts[4])
{
    struct arena *arena = arena_create();
    struct strbuf text;
    strbuf_init(&text, arena);
    strbuf_printf(&text, "(function $DllMain (block %s", parts[0]);
    for (uint32_t i = 0; i < n; i++) {
        strbuf_adds(&text, parts[1]);
    }
    strbuf_adds(&text, parts[2]);
    for (uint32_t i = 0; i < n; i++) {
        strbuf_adds(&text, parts[3]);
    }
    strbuf_adds(&text, "))");
    expect_cheap(line, text.text);
    arena_destroy(arena);
}

Test(soundness, an_array_of_4000_elements_is_cheap)
{
    static const char *const parts[4] = {"(declare $array (init-list ", "(int 1)", "))", ""};
    expect_cheap_body(__LINE__, 4000, parts);
}

Test(soundness, sixteen_finally_blocks_inside_each_other_are_cheap)
{
    static const char *const parts[4] = {
        "", "(seh-try (block (if (call (ref $Ask)) (return))) (seh-finally (block ", ONE, ")))"};
    expect_cheap_body(__LINE__, 16, parts);
}

Test(soundness, a_function_of_2000_locals_is_cheap)
{
    struct arena *arena = arena_create();
    struct strbuf text;
    strbuf_init(&text, arena);
    for (uint32_t i = 0; i < 2000; i++) {
        strbuf_printf(&text, "(symbol local 'l%u')", i);
    }
    strbuf_adds(&text, "(function $DllMain (block ");
    for (uint32_t i = 0; i < 2000; i++) {
        strbuf_printf(&text, "(declare $l%u (int 1))", i);
    }
    strbuf_adds(&text, "))");
    expect_cheap(__LINE__, text.text);
    arena_destroy(arena);
}

Test(soundness, a_statement_of_2000_calls_is_cheap)
{
    struct arena *arena = arena_create();
    struct strbuf text;
    strbuf_init(&text, arena);
    for (uint32_t i = 0; i < 2000; i++) {
        strbuf_printf(&text, "(symbol 'n%u')(function $n%u (block))", i, i);
    }
    strbuf_adds(&text, "(symbol global 'big')(global $big dynamic (init-list ");
    for (uint32_t i = 0; i < 2000; i++) {
        strbuf_printf(&text, "(call (ref $n%u))", i);
    }
    strbuf_adds(&text, "))");
    expect_cheap(__LINE__, text.text);
    arena_destroy(arena);
}
