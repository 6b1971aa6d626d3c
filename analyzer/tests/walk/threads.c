/* threads.c - waits for threads: by the origin of their handles, by loops; and where they start. */
#include "trial.h"

TestSuite(threads, .timeout = 60);

#define THREAD_PACK                                                                                \
    "{'family':'threads','defaults':{'dll':'','why':'Why.','verdict':'unsafe','confidence':"       \
    "'inferred','source':'https://example.com','effects':[]},'entries':["                          \
    "{'name':'Begin','effects':['creates-thread'],'returns':'thread','callbacks':"                 \
    "[{'param':0,'kind':'other_thread'}]},"                                                        \
    "{'name':'Copy','gives':[{'param':1,'as':0}]},"                                                \
    "{'name':'Find','returns':'thread'},"                                                          \
    "{'name':'Signal','returns':'event'},"                                                         \
    "{'name':'Swap','returns':'held','gives':[{'param':0,'as':1}]},"                               \
    "{'name':'Read','returns':'held'},"                                                            \
    "{'name':'Pump','effects':['dispatches']},"                                                    \
    "{'name':'Await','effects':['waits'],'cases':["                                                \
    "{'when':[{'param':1,'equals':0},{'param':0,'origin':'thread'}],'effects':['polls-thread']},"  \
    "{'when':[{'param':1,'equals':0}],'effects':['polls']},"                                       \
    "{'when':[{'param':0,'origin':'thread'}],'effects':['waits-thread']}]},"                       \
    "{'name':'loop until a thread ends','match':'construct','effects':['waits-thread']},"          \
    "{'name':'loop until something is signalled','match':'construct','effects':['waits']},"        \
    "{'name':'spin','match':'construct','effects':['spins']}]}"

#define THREAD_SYMBOLS                                                                             \
    "(symbol 'Begin') (symbol 'Copy') (symbol 'Find') (symbol 'Signal') (symbol 'Swap')"           \
    "(symbol 'Read') (symbol 'Pump') (symbol 'Await')"                                             \
    "(symbol global 'handle' usr 'c:@handle' type 'void *' pointer)"                               \
    "(symbol global 'copy' usr 'c:@copy' type 'void *' pointer)"                                   \
    "(symbol global 'flag' usr 'c:@flag' type 'volatile int')"

/* Expects the effects, in the first phase of each place, of what is reached, with its flows. */
static void expect_waits(int line, const char *text, const char *expected)
{
    struct fixture fixture = fixture_start();
    struct strbuf messages;
    strbuf_init(&messages, fixture.arena);
    struct diag diag = {.to = &messages};
    fixture.packs = packs_create(fixture.arena);
    bool ok = packs_add(fixture.arena, fixture.packs, "threads.json",
                        fixture_quoted(fixture.arena, THREAD_PACK), &diag) &&
              packs_finish(fixture.arena, fixture.packs, &diag);
    cr_assert(ok, "%s", messages.text);
    (void)fixture_add(&fixture, "/src/a.c",
                      arena_printf(fixture.arena, "%s%s", THREAD_SYMBOLS, text));
    const struct reach *reach = walk_program(fixture.arena, fixture_link(&fixture));
    struct strbuf out;
    strbuf_init(&out, fixture.arena);
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        const struct sink *sink = &reach->sinks.at[i];
        if (sink->phase != PHASE_ATTACH_DYNAMIC || api_has_effect(sink->api, "creates-thread")) {
            continue;
        }
        strbuf_printf(&out, "%s {%s}\n", sink->name, sink->api->effects.at[0]);
        for (uint32_t k = 0; k < sink->flows.n; k++) {
            const struct flow *flow = &sink->flows.at[k];
            strbuf_printf(&out, "  %s: %s", flow->label, flow->root);
            for (uint32_t j = 0; j < flow->steps.n; j++) {
                strbuf_printf(&out, " > %s", flow->steps.at[j].calls);
            }
            strbuf_addc(&out, '\n');
        }
    }
    expect_text(line, out.text, expected);
    fixture_end(&fixture);
}

#define EXPECT_WAITS(text, expected) expect_waits(__LINE__, (text), (expected))

#define START_F CALL("Begin", "(ref $f)")
#define AWAIT(handle) CALL("Await", handle "(int 9)")
#define LOOP(test, body) "(while " test "(block " body "))"
#define NOT_FLAG "(unary ! (ref $flag))"
#define STARTED "  the thread is started here: g > Begin\n"
#define SPIN                                                                                       \
    "spin on flag {spins}\n"                                                                       \
    "  'flag' is set here, on another thread: f > flag\n"

Test(threads, the_start_is_shown_where_it_is)
{
    EXPECT_WAITS(FUNCTION("f", "") FUNCTION("g", SET("handle", START_F))
                     DLLMAIN(AWAIT("(ref $handle)")),
                 "Await {waits-thread}\n" STARTED);
}

Test(threads, a_start_under_the_lock_is_shown_with_its_path)
{
    EXPECT_WAITS(FUNCTION("f", "") FUNCTION("g", SET("handle", START_F))
                     DLLMAIN(CALL("g", "") AWAIT("(ref $handle)")),
                 "Await {waits-thread}\n"
                 "  the thread is started here, under the loader lock, too: DllMain > g > Begin\n");
}

Test(threads, copies_and_swaps_keep_the_start)
{
    EXPECT_WAITS(FUNCTION("f", "") FUNCTION("g", SET("handle", START_F))
                     FUNCTION("h", CALL("Copy", "(ref $handle) (address (ref $copy))"))
                         DLLMAIN(AWAIT("(ref $copy)")),
                 "Await {waits-thread}\n" STARTED);
    EXPECT_WAITS(FUNCTION("f", "") FUNCTION("g", SET("handle", START_F))
                     DLLMAIN(AWAIT(CALL("Swap", "(address (ref $handle)) (int 0 null)"))),
                 "Await {waits-thread}\n" STARTED);
}

Test(threads, a_handle_that_is_found_may_be_any_thread)
{
    EXPECT_WAITS(DLLMAIN(SET("handle", CALL("Find", "")) AWAIT("(ref $handle)")),
                 "Await {waits-thread}\n  the handle comes from here; which thread it is, is not "
                 "known: DllMain > Find\n");
    EXPECT_WAITS(DLLMAIN(SET("handle", CALL("Signal", "")) AWAIT("(ref $handle)")),
                 "Await {waits}\n");
}

Test(threads, a_flag_that_a_thread_sets_is_waited_for)
{
    EXPECT_WAITS(FUNCTION("f", SET("flag", "(int 1)")) FUNCTION("g", START_F)
                     DLLMAIN(LOOP(NOT_FLAG, "")),
                 SPIN STARTED);
    EXPECT_WAITS(FUNCTION("f", SET("flag", "(int 1)")) FUNCTION("g", START_F)
                     DLLMAIN(LOOP("(int 1)", IF(CALL("Read", "(address (ref $flag))"), "(break)"))),
                 SPIN STARTED);
}

Test(threads, a_value_that_does_not_end_the_loop_is_no_end)
{
    EXPECT_WAITS(FUNCTION("f", SET("flag", "(int 0)")) FUNCTION("g", START_F)
                     DLLMAIN(LOOP(NOT_FLAG, "")),
                 "");
}

Test(threads, a_loop_that_can_end_by_itself_is_no_wait)
{
    EXPECT_WAITS(FUNCTION("f", SET("flag", "(int 1)")) FUNCTION("g", START_F)
                     DLLMAIN(LOOP(NOT_FLAG, IF(ASK, "(break)"))),
                 "");
    EXPECT_WAITS(FUNCTION("f", SET("flag", "(int 1)")) FUNCTION("g", START_F)
                     DLLMAIN(LOOP(NOT_FLAG, SET("flag", "(int 1)"))),
                 "");
    EXPECT_WAITS(FUNCTION("f", SET("flag", "(int 1)")) FUNCTION("g", START_F)
                     DLLMAIN(LOOP(NOT_FLAG, CALL("Pump", ""))),
                 "Pump {dispatches}\n");
}

Test(threads, a_lock_is_no_wait_for_a_thread)
{
    EXPECT_WAITS(FUNCTION("f", SET("flag", "(int 0)")) FUNCTION("g", START_F) DLLMAIN(
                     LOOP(CALL("Swap", "(address (ref $flag)) (int 1)"), LOOP("(ref $flag)", ""))),
                 "");
    EXPECT_WAITS(FUNCTION("h", LOOP("(ref $flag)", ""))
                     FUNCTION("f", CALL("h", "") SET("flag", "(int 0)")) FUNCTION("g", START_F)
                         DLLMAIN(CALL("h", "")),
                 "");
}

Test(threads, looks_in_a_loop_are_a_wait)
{
    EXPECT_WAITS(FUNCTION("f", "") FUNCTION("g", SET("handle", START_F)) DLLMAIN(
                     LOOP("(binary == " CALL("Await", "(ref $handle) (int 0)") "(int 258))", "")),
                 "Await {polls-thread}\nAwait {waits-thread}\n" STARTED);
    EXPECT_WAITS(FUNCTION("f", "") FUNCTION("g", SET("handle", START_F)) DLLMAIN(
                     LOOP("(binary == " CALL("Await", "(ref $handle) (int 0)") "(int 0))", "")),
                 "Await {polls-thread}\n");
}
