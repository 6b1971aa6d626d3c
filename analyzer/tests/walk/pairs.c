/* pairs.c - conclusions from two calls, and exceptions: what is left registered, what is ended on
 * another thread, what is thrown out of the entry point. */
#include "trial.h"

TestSuite(pairs, .timeout = 60);

/* One registers and Two ends a hook; Three makes and Four ends a window; Five pins the module;
 * Choose registers a filter, or ends it if its argument is 0 or not known. */
#define PACK                                                                                       \
    "{'family':'test','defaults':{'dll':'','why':'Why.','verdict':'unsafe','confidence':'"         \
    "inferred','source':'https://example.com'},'entries':["                                        \
    "{'name':'One','effects':['registers'],'resource':'hook'},"                                    \
    "{'name':'Two','effects':['unregisters'],'resource':'hook'},"                                  \
    "{'name':'Three','effects':['creates-affine'],'resource':'window'},"                           \
    "{'name':'Four','effects':['destroys-affine'],'resource':'window'},"                           \
    "{'name':'Five','effects':['pins-module']},"                                                   \
    "{'name':'Choose','effects':['unregisters'],'resource':'filter','cases':["                     \
    "{'when':[{'param':0,'equals':0}],'effects':['unregisters']},"                                 \
    "{'when':[{'param':0,'notEquals':0}],'effects':['registers']}]},"                              \
    "{'name':'throw','match':'construct','effects':['throws']}"                                    \
    "]}"

/* Appends what was concluded: "EFFECT API PHASES", as in trial.h, one line a conclusion. */
static const char *conclusions(struct fixture *fixture)
{
    const struct reach *reach = walk_program(fixture->arena, fixture_link(fixture));
    struct strbuf out;
    strbuf_init(&out, fixture->arena);
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        const struct sink *sink = &reach->sinks.at[i];
        bool throws = strcmp(sink->name, "throw") == 0;
        if (sink->effect != NULL || throws) {
            strbuf_printf(&out, "%s %s %c%s\n", throws ? "throws" : sink->effect,
                          sink->steps.at[0].calls, "ASTtUX"[sink->phase],
                          sink -> certainty == CERTAINTY_POSSIBLE ? " ?" : "");
        }
    }
    return out.text;
}

static void expect_conclusions(int line, const char *text, const char *expected)
{
    struct fixture fixture = fixture_start();
    struct strbuf messages;
    strbuf_init(&messages, fixture.arena);
    struct diag diag = {.to = &messages};
    fixture.packs = packs_create(fixture.arena);
    bool ok = packs_add(fixture.arena, fixture.packs, "test.json",
                        fixture_quoted(fixture.arena, PACK), &diag) &&
              packs_finish(fixture.arena, fixture.packs, &diag);
    cr_assert(ok, "%s", messages.text);
    (void)fixture_add(&fixture, "/src/a.c", text);
    expect_text(line, conclusions(&fixture), expected);
    fixture_end(&fixture);
}

#define EXPECT(text, expected) expect_conclusions(__LINE__, (text), (expected))
#define AT(number, statements) IF(IS("reason", number), BLOCK(statements))
#define ATTACH(statements) AT(1, statements)
#define THREAD_ATTACH(statements) AT(2, statements)
#define THREAD_DETACH(statements) AT(3, statements)
#define DETACH(statements) AT(0, statements)
#define STAYS "stays-registered One A\n"

Test(pairs, what_nothing_ends_stays_registered)
{
    EXPECT(DLLMAIN(ATTACH(ONE)), STAYS);
    EXPECT(DLLMAIN(ATTACH(ONE) DETACH(TWO)), "");
    EXPECT(DLLMAIN(ATTACH(ONE) DETACH(FOUR)), STAYS);
    EXPECT(DLLMAIN(ATTACH(IF("(ref $reserved)", ONE))), "");
    EXPECT(DLLMAIN(THREAD_ATTACH(ONE) DETACH(ONE)), "");
}

Test(pairs, any_code_of_the_module_may_end_it)
{
    EXPECT(DLLMAIN(ATTACH(ONE)) FUNCTION("f", TWO), "");
    EXPECT(DLLMAIN(ATTACH(ONE)) FUNCTION("f", SET("fp", REF("Two"))), "");
    EXPECT(DLLMAIN(ATTACH(ONE)) FUNCTION("f", CALL("Ask", "(string 'Two')")), "");
    EXPECT(DLLMAIN(ATTACH(ONE)) FUNCTION("f", CALL("Ask", "(string 'Two is the end')")), STAYS);
}

Test(pairs, a_pinned_module_may_leave_it)
{
    EXPECT(DLLMAIN(ATTACH(ONE FIVE)), "");
    EXPECT(DLLMAIN(ATTACH(ONE) DETACH(FIVE)), STAYS);
}

Test(pairs, arguments_decide_what_ends)
{
    const char *stays = "stays-registered Choose A\n";
    EXPECT(DLLMAIN(ATTACH(CALL("Choose", "(int 7)"))), stays);
    EXPECT(DLLMAIN(ATTACH(CALL("Choose", "(int 7)")) DETACH(CALL("Choose", "(int 8)"))), stays);
    EXPECT(DLLMAIN(ATTACH(CALL("Choose", "(int 7)")) DETACH(CALL("Choose", "(int 0)"))), "");
    EXPECT(DLLMAIN(ATTACH(CALL("Choose", "(int 7)")) DETACH(CALL("Choose", REF("x")))), "");
    EXPECT(DLLMAIN(ATTACH(CALL("Choose", REF("f")))) FUNCTION("f", ""), stays);
    EXPECT(DLLMAIN(ATTACH(CALL("Choose", REF("x")))), "");
}

Test(pairs, another_thread_may_end_what_attach_made)
{
    const char *both = "destroys-on-other-thread Four U\ndestroys-on-other-thread Four X\n";
    EXPECT(DLLMAIN(ATTACH(THREE) DETACH(FOUR)), both);
    EXPECT(DLLMAIN(ATTACH(THREE) DETACH(IF("(ref $reserved)", FOUR))),
           "cleans-up-only-at-exit Four X\ndestroys-on-other-thread Four X\n");
    EXPECT(DLLMAIN(ATTACH(IF("(ref $reserved)", THREE)) DETACH(FOUR)),
           "destroys-on-other-thread Four X\n");
    EXPECT(DLLMAIN(ATTACH(THREE FOUR)), "");
    EXPECT(DLLMAIN(DETACH(FOUR)), "");
}

Test(pairs, each_thread_ends_its_own)
{
    EXPECT(DLLMAIN(THREAD_ATTACH(THREE) THREAD_DETACH(FOUR)), "");
    EXPECT(DLLMAIN(ATTACH(THREE) DETACH(THREE FOUR)), "");
    EXPECT(DLLMAIN(ATTACH(THREE) THREAD_ATTACH(THREE) DETACH(FOUR)), "");
}

Test(pairs, a_throw_leaves_unless_a_try_is_around_it)
{
    const char *leaves = "throws throw A\nthrows throw S\n";
    EXPECT(DLLMAIN(ATTACH("(throw)")), leaves);
    EXPECT(DLLMAIN(ATTACH("(try (block (throw)) (catch (block)))")), "");
    EXPECT(DLLMAIN(ATTACH("(try (block " ONE ") (catch (block (throw))))") DETACH(TWO)), leaves);
    EXPECT(DLLMAIN(ATTACH("(seh-try (block (throw)) (seh-except (int 1) (block)))")), "");
    EXPECT(DLLMAIN(ATTACH("(seh-try (block (throw)) (seh-finally (block)))")), leaves);
}

Test(pairs, a_throw_leaves_by_the_way_that_is_not_guarded)
{
    EXPECT(FUNCTION("f", "(throw)")
               DLLMAIN(ATTACH("(try (block " CALL("f", "") ") (catch (block)))")),
           "");
    EXPECT(FUNCTION("f", "(throw)") FUNCTION("g", CALL("f", ""))
               DLLMAIN(ATTACH("(try (block " CALL("f", "") ") (catch (block)))" CALL("g", ""))),
           "throws g A\nthrows g S\n");
    EXPECT(FUNCTION("f", "(try (block (try (block (throw)) (catch (block " CALL(
                             "g", "") ")))) (catch (block)))") FUNCTION("g", "(throw)")
               DLLMAIN(ATTACH(CALL("f", ""))),
           "");
}
