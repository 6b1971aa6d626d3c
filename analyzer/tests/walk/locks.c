/*
 * locks.c - locks that are held where the loader lock is needed: unit tests.
 *
 * Take and Give stand for a lock's functions, Load for what needs the loader lock.  A conclusion is
 * one more sink of Take, at the same place as the call itself: its lines say so with the lock's
 * name.
 */
#include "base/os.h"
#include "trial.h"

TestSuite(locks, .timeout = 120);

#define PACK                                                                                       \
    "{'family':'locks','defaults':{'dll':'','why':'Why.','verdict':'risky',"                       \
    "'confidence':'documented','source':'https://example.com'},'entries':["                        \
    "{'name':'Give','effects':['releases-lock'],'object':0},"                                      \
    "{'name':'Load','effects':['loads-library']},"                                                 \
    "{'name':'Query','effects':['needs-loader-lock'],'confidence':'observed'},"                    \
    "{'name':'Start','effects':['creates-thread']},"                                               \
    "{'name':'Take','effects':['takes-lock'],'object':0}]}"

#define WORDS                                                                                      \
    "{'words':{'takes-lock':'w','releases-lock':'w','loads-library':'w','needs-loader-lock':'w',"  \
    "'creates-thread':'w','waits':'w','waits-finite':'w','com-call':'w','com-release':'w',"        \
    "'disables-thread-notifications':'w'},"                                                        \
    "'implies':{'loads-library':'needs-loader-lock'}}"

#define SYMBOLS                                                                                    \
    "(symbol 'Take' dllimport) (symbol 'Give' dllimport) (symbol 'Load' dllimport)\n"              \
    "(symbol 'Query' dllimport) (symbol 'Start' dllimport)\n"                                      \
    "(symbol global 'm' usr 'c:@m' record-value) (symbol global 'n' usr 'c:@n' record-value)\n"    \
    "(symbol param 'lock' type 'struct L *' pointer)\n"                                            \
    "(symbol 'user' type 'void ()') (symbol 'helper' type 'void ()')\n"                            \
    "(symbol 'inner' internal type 'void ()')\n"

#define TAKE(name) CALL("Take", ADDRESS(name))
#define GIVE(name) CALL("Give", ADDRESS(name))
#define LOAD CALL("Load", "")
#define IN_THREADS(body) DLLMAIN(IF(IS("reason", 2), BLOCK(body)))

/* What is concluded in the module: "m: user > Take > Load" a line; a ? if it is only possible. */
static const char *conclusions(struct fixture *fixture)
{
    struct strbuf out;
    strbuf_init(&out, fixture->arena);
    const struct reach *reach = walk_program(fixture->arena, fixture_link(fixture));
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        const struct sink *sink = &reach->sinks.at[i];
        if (sink->effect == NULL) {
            continue;
        }
        const char *kind = strcmp(sink->effect, "may-invert-lock-order") == 0        ? " alone"
                           : strcmp(sink->effect, "perhaps-inverts-lock-order") == 0 ? " perhaps"
                                                                                     : "";
        strbuf_printf(&out, "%s%s%s: ", sink->detail, sink->reason == NULL ? "" : " ?", kind);
        const struct flow *flow = &sink->flows.at[0];
        strbuf_adds(&out, flow->root);
        for (uint32_t k = 0; k < flow->steps.n; k++) {
            strbuf_printf(&out, " > %s", flow->steps.at[k].calls);
        }
        strbuf_addc(&out, '\n');
    }
    return out.text;
}

static struct fixture start(void)
{
    struct fixture fixture = {.arena = arena_create()};
    struct strbuf messages;
    strbuf_init(&messages, fixture.arena);
    struct diag diag = {.to = &messages};
    fixture.packs = packs_create(fixture.arena);
    bool ok = packs_add(fixture.arena, fixture.packs, "words.json",
                        fixture_quoted(fixture.arena, WORDS), &diag) &&
              packs_add(fixture.arena, fixture.packs, "locks.json",
                        fixture_quoted(fixture.arena, PACK), &diag) &&
              packs_finish(fixture.arena, fixture.packs, &diag);
    cr_assert(ok, "%s", messages.text);
    return fixture;
}

static void expect(int line, const char *text, const char *expected)
{
    struct fixture fixture = start();
    (void)fixture_add(&fixture, "/src/a.c", text);
    expect_text(line, conclusions(&fixture), expected);
    fixture_end(&fixture);
}

#define EXPECT(text, expected) expect(__LINE__, SYMBOLS text, (expected))

Test(locks, a_lock_held_while_loading_is_inverted)
{
    EXPECT(FUNCTION("user", TAKE("m") LOAD GIVE("m")) IN_THREADS(TAKE("m") GIVE("m")),
           "m: user > Take > Load\n");
}

Test(locks, another_lock_is_another_lock)
{
    EXPECT(FUNCTION("user", TAKE("n") LOAD GIVE("n")) IN_THREADS(TAKE("m") GIVE("m")), "");
}

Test(locks, a_lock_given_back_is_not_held)
{
    EXPECT(FUNCTION("user", TAKE("m") GIVE("m") LOAD) IN_THREADS(TAKE("m") GIVE("m")), "");
}

Test(locks, only_what_all_paths_hold_is_held)
{
    EXPECT(FUNCTION("user", IF(ASK, TAKE("m")) LOAD) IN_THREADS(TAKE("m")), "");
    EXPECT(FUNCTION("user", IF_ELSE(ASK, TAKE("m"), TAKE("m")) LOAD) IN_THREADS(TAKE("m")),
           "m: user > Take > Load\n");
    EXPECT(FUNCTION("user", TAKE("m") "(while " ASK " (block " GIVE("m") TAKE("m") "))" LOAD)
               IN_THREADS(TAKE("m")),
           "m: user > Take > Load\n");
    EXPECT(FUNCTION("user", TAKE("m") "(while " ASK " (block " GIVE("m") "))" LOAD)
               IN_THREADS(TAKE("m")),
           "");
}

Test(locks, what_is_taken_in_a_condition_is_perhaps_held)
{
    EXPECT(FUNCTION("user", "(and " ASK TAKE("m") ")" LOAD) IN_THREADS(TAKE("m")), "");
}

Test(locks, a_wrapper_takes_for_its_caller)
{
    EXPECT(FUNCTION("helper", TAKE("m")) FUNCTION("user", CALL("helper", "") LOAD)
               IN_THREADS(TAKE("m")),
           "m: user > helper > Load\n");
    EXPECT(FUNCTION_OF("helper", "$lock", CALL("Take", REF("lock")))
               FUNCTION("user", CALL("helper", ADDRESS("m")) LOAD)
                   IN_THREADS(CALL("helper", ADDRESS("m"))),
           "m: user > helper > Load\n");
}

Test(locks, a_parameter_is_the_lock_of_each_caller)
{
    EXPECT(FUNCTION_OF("helper", "$lock", CALL("Take", REF("lock")) LOAD CALL("Give", REF("lock")))
               FUNCTION("user", CALL("helper", ADDRESS("n"))) IN_THREADS(TAKE("m") TAKE("n")),
           "n: user > helper > Take > Load\n");
}

Test(locks, what_a_callee_gives_back_is_not_held_there)
{
    EXPECT(FUNCTION("helper", GIVE("m") LOAD TAKE("m"))
               FUNCTION("user", TAKE("m") CALL("helper", "") GIVE("m")) IN_THREADS(TAKE("m")),
           "");
}

Test(locks, code_of_entry_points_alone_is_no_partner)
{
    EXPECT(FUNCTION("inner", TAKE("m") LOAD GIVE("m"))
               DLLMAIN(IF(IS("reason", 2), TAKE("m")) IF(IS("reason", 3), CALL("inner", ""))),
           "");
}

Test(locks, what_is_not_documented_is_possible)
{
    EXPECT(FUNCTION("user", TAKE("m") CALL("Query", "") GIVE("m")) IN_THREADS(TAKE("m")),
           "m ? perhaps: user > Take > Query\n");
}

Test(locks, attach_is_alone_though_it_starts_a_thread)
{
    EXPECT(FUNCTION("user", TAKE("m") LOAD GIVE("m")) DLLMAIN(IF(IS("reason", 1), TAKE("m"))),
           "m ? alone: user > Take > Load\nm ? alone: user > Take > Load\n");
    EXPECT(FUNCTION("user", TAKE("m") LOAD GIVE("m"))
               DLLMAIN(IF(IS("reason", 1), BLOCK(CALL("Start", "") TAKE("m")))),
           "m ? alone: user > Take > Load\nm ? alone: user > Take > Load\n");
}

Test(locks, what_is_possible_is_not_enough_while_nobody_else_is_there)
{
    EXPECT(FUNCTION("user", TAKE("m") CALL("Query", "") GIVE("m"))
               DLLMAIN(IF(IS("reason", 1), TAKE("m"))),
           "");
}

#define WITH(number) CALL("helper", "(int " #number ")")
#define HELPER(body) FUNCTION_OF("helper", "$lock", body)
#define TO_HELPER(number) FUNCTION("user", TAKE("m") WITH(number) GIVE("m")) IN_THREADS(TAKE("m"))

Test(locks, a_number_keeps_the_callee_from_loading)
{
    EXPECT(HELPER(IF(REF("lock"), LOAD)) TO_HELPER(0), "");
    EXPECT(HELPER(IF("(unary ! " REF("lock") ")", "(return)") LOAD) TO_HELPER(0), "");
    EXPECT(HELPER(IF("(unary ! " REF("lock") ")", LOAD)) TO_HELPER(1), "");
    EXPECT(HELPER(IF("(and " ASK REF("lock") ")", LOAD)) TO_HELPER(0), "");
    EXPECT(HELPER(IF_ELSE(REF("lock"), "(return)", LOAD)) TO_HELPER(1), "");
}

Test(locks, a_number_lets_the_callee_load)
{
    EXPECT(HELPER(IF(REF("lock"), LOAD)) TO_HELPER(1), "m ?: user > Take > helper > Load\n");
    EXPECT(HELPER(IF("(or " ASK REF("lock") ")", LOAD)) TO_HELPER(0),
           "m ?: user > Take > helper > Load\n");
    EXPECT(HELPER("(assign " REF("lock") ASK ")" IF(REF("lock"), LOAD)) TO_HELPER(0),
           "m ?: user > Take > helper > Load\n");
    EXPECT(HELPER("(switch " ASK "(block (case 1) " IF(REF("lock"), "(return)") "(case 2 " LOAD
                                                                                ")))") TO_HELPER(1),
           "m ?: user > Take > helper > Load\n");
    EXPECT(HELPER(IF(REF("lock"), "(break)") LOAD) TO_HELPER(0),
           "m: user > Take > helper > Load\n");
}

Test(locks, recursion_ends)
{
    EXPECT(FUNCTION("helper", TAKE("m") CALL("helper", "") GIVE("m") LOAD)
               FUNCTION("user", CALL("helper", "")) IN_THREADS(TAKE("m")),
           "m: helper > Take > helper > Load\n");
}

/* A chain of `n` functions f0 > f1 > ... > Load, each of which takes and gives back the lock
 * around its call; DllMain takes it, and calls the middle. */
static const char *long_chain(struct arena *arena, uint32_t n)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    strbuf_adds(&out, SYMBOLS);
    for (uint32_t i = 0; i < n; i++) {
        strbuf_printf(&out, "(symbol 'f%u' type 'void ()')\n", i);
    }
    for (uint32_t i = 0; i < n; i++) {
        strbuf_printf(&out, "(function $f%u (block " TAKE("m"), i);
        if (i + 1 < n) {
            strbuf_printf(&out, "(call (ref $f%u))", i + 1);
        } else {
            strbuf_adds(&out, LOAD);
        }
        strbuf_adds(&out, GIVE("m") "))\n");
    }
    strbuf_adds(&out, IN_THREADS(TAKE("m")));
    return out.text;
}

Test(locks, a_long_chain_takes_linear_time)
{
    struct fixture fixture = start();
    (void)fixture_add(&fixture, "/src/a.c", long_chain(fixture.arena, 20000));
    expect_text(__LINE__, conclusions(&fixture), "m: f19999 > Take > Load\n");
    fixture_end(&fixture);
}

/* `n` functions that hold a lock of their own while they load; DllMain takes all of these by one
 * wrapper. */
static const char *many_locks(struct arena *arena, uint32_t n)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    strbuf_adds(&out, SYMBOLS);
    for (uint32_t i = 0; i < n; i++) {
        strbuf_printf(&out,
                      "(symbol 'f%u' type 'void ()') "
                      "(symbol global 'm%u' usr 'c:@m%u' record-value)\n",
                      i, i, i);
    }
    strbuf_adds(&out, FUNCTION_OF("helper", "$lock", CALL("Take", REF("lock"))));
    for (uint32_t i = 0; i < n; i++) {
        strbuf_printf(&out, "(function $f%u (block (call (ref $helper) (address (ref $m%u)))", i,
                      i);
        strbuf_printf(&out, LOAD "(call (ref $Give) (address (ref $m%u)))))\n", i);
    }
    strbuf_adds(&out, "(function $DllMain params $instance $reason $reserved (block (if " //
                IS("reason", 2) "(block ");
    for (uint32_t i = 0; i < n; i++) {
        strbuf_printf(&out, "(call (ref $helper) (address (ref $m%u)))", i);
    }
    strbuf_adds(&out, "))))\n");
    return out.text;
}

Test(locks, many_locks_take_linear_time)
{
    struct fixture fixture = start();
    (void)fixture_add(&fixture, "/src/a.c", many_locks(fixture.arena, 20000));
    const char *found = conclusions(&fixture);
    cr_assert(strstr(found, "m19999: f19999 > helper > Load\n") != NULL);
    fixture_end(&fixture);
}
