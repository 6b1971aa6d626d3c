/*
 * why.c - why is a function reached, or why not?
 *
 * Each answer is shown in short: "f: root DllMain", "f: DllMain > g > f: ASTtUX", and for ways that
 * are not taken "f: not: REASON: h > f".
 */
#include "base/os.h"
#include "trial.h"
#include "walk/why.h"

TestSuite(why, .timeout = 60);

#define ALL ": ASTtUX\n"

static void add_steps(struct strbuf *out, const struct step *steps, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        const struct step *step = &steps[i];
        strbuf_printf(out, "%s%s", i == 0 ? step->function : "", i == 0 ? " > " : "");
        strbuf_adds(out, step->calls == NULL ? "" : step->calls);
        if (step->through != NULL) {
            strbuf_printf(out, "%s[%s]", step->calls == NULL ? "" : " ", step->through);
        }
        strbuf_adds(out, i + 1 < n ? " > " : "");
    }
}

static void add_path(struct strbuf *out, const struct why *why, const struct why_path *path)
{
    const struct root *root = &why->roots.at[path->root];
    if (strcmp(root->kind, "dllmain") != 0) {
        strbuf_printf(out, "%s ", root->kind);
    }
    add_steps(out, path->steps.at, path->steps.n);
    strbuf_adds(out, path->certainty == CERTAINTY_POSSIBLE ? " ?: " : ": ");
    for (enum phase phase = 0; phase < PHASES; phase++) {
        if ((path->phases >> phase & 1U) != 0) {
            strbuf_addc(out, "ASTtUX"[phase]);
        }
    }
    strbuf_addc(out, '\n');
}

static const char *answer_text(struct arena *arena, const struct why *why)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    for (uint32_t m = 0; m < why->matches.n; m++) {
        const struct why_match *match = &why->matches.at[m];
        strbuf_printf(&out, "%s%s:\n", match->name, match->body ? "" : " (outside)");
        for (uint32_t i = 0; i < match->roots.n; i++) {
            strbuf_printf(&out, "root %s\n", why->roots.at[match->roots.at[i]].kind);
        }
        for (uint32_t i = 0; i < match->paths.n; i++) {
            add_path(&out, why, &match->paths.at[i]);
        }
        for (uint32_t i = 0; i < match->ways.n; i++) {
            const struct why_way *way = &match->ways.at[i];
            strbuf_printf(&out, "not: %s%s", way->reason, way->steps.n > 0 ? ": " : "");
            add_steps(&out, way->steps.at, way->steps.n);
            strbuf_addc(&out, '\n');
        }
        if (match->n_more_paths + match->n_more_ways > 0) {
            strbuf_printf(&out, "more: %u paths, %u ways\n", match->n_more_paths,
                          match->n_more_ways);
        }
        for (uint32_t i = 0; i < match->cuts.n; i++) {
            strbuf_printf(&out, "cut: %s\n", match->cuts.at[i].detail);
        }
    }
    if (why->matches.n == 0) {
        strbuf_printf(&out, "none, but %s\n", why->nearest == NULL ? "nothing" : why->nearest);
    }
    return out.text;
}

static const char *ask(struct fixture *fixture, const char *question)
{
    struct why_query *query = why_start(fixture->arena, fixture_link(fixture));
    return answer_text(fixture->arena, why_ask(query, question));
}

static void expect_why(int line, const char *text, const char *question, const char *expected)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", text);
    expect_text(line, ask(&fixture, question), expected);
    fixture_end(&fixture);
}

#define EXPECT_WHY(text, question, expected) expect_why(__LINE__, (text), (question), (expected))

#define F_ONE FUNCTION("f", ONE)
#define G_F FUNCTION("g", CALL("f", ""))
#define HOOK "(symbol global 'hook' type 'void (*)(void)' pointer)"

Test(why, a_function_is_reached_by_its_shortest_path)
{
    EXPECT_WHY(F_ONE G_F DLLMAIN(CALL("g", "") CALL("f", "")), "f", "f:\nDllMain > f" ALL);
    EXPECT_WHY(F_ONE G_F DLLMAIN(IF(IS("reason", 1), CALL("g", ""))), "f",
               "f:\nDllMain > g > f: AS\n");
}

Test(why, paths_of_other_phases_are_paths_of_their_own)
{
    EXPECT_WHY(
        F_ONE G_F DLLMAIN(IF(IS("reason", 1), CALL("g", "")) IF(IS("reason", 3), CALL("f", ""))),
        "f", "f:\nDllMain > g > f: AS\nDllMain > f: t\n");
}

Test(why, a_root_is_one)
{
    EXPECT_WHY(DLLMAIN(ONE), "DllMain", "DllMain:\nroot dllmain\n");
    EXPECT_WHY(F_ONE DLLMAIN(CALL("AtUnload", "(ref $f)")), "f", "f:\nroot atexit\n");
}

Test(why, a_path_through_a_pointer_says_so_and_may_be_possible)
{
    EXPECT_WHY(F_ONE FUNCTION("g", "")
                   DLLMAIN(DECLARE("fp", "(cond " ASK "(ref $f) (ref $g))") CALL("fp", "")),
               "f", "f:\nDllMain > f [pointer fp] ?" ALL);
    EXPECT_WHY(F_ONE DLLMAIN(CALL("EachNow", "(ref $f)")), "f",
               "f:\nDllMain > f [callback of EachNow]" ALL);
}

Test(why, nothing_calls_it)
{
    EXPECT_WHY(F_ONE DLLMAIN(ONE), "f", "f:\nnot: nothing in this module calls 'f'\n");
    EXPECT_WHY(F_ONE G_F DLLMAIN(ONE), "f", "f:\nnot: nothing in this module calls 'g': g > f\n");
    EXPECT_WHY(
        "(symbol 'api' dllexport)(function $api (block " CALL("f", "") "))" F_ONE DLLMAIN(ONE), "f",
        "f:\nnot: nothing in this module calls 'api', and that it is exported does not make "
        "it a root: api > f\n");
}

Test(why, functions_that_only_call_each_other_are_told)
{
    EXPECT_WHY(FUNCTION("f", CALL("g", "")) FUNCTION("g", CALL("f", "")) DLLMAIN(ONE), "f",
               "f:\nnot: only functions that call each other lead to it\n");
    EXPECT_WHY(FUNCTION("f", CALL("f", "")) DLLMAIN(ONE), "f",
               "f:\nnot: nothing in this module calls 'f'\n");
}

Test(why, a_branch_that_no_phase_takes_is_where_the_way_ends)
{
    EXPECT_WHY(F_ONE G_F DLLMAIN(IF(IS("reason", 9), CALL("g", ""))), "f",
               "f:\nnot: 'DllMain' is reached, but in no phase does it get to this call: DllMain > "
               "g > f\n");
}

Test(why, switched_off_thread_phases_are_told)
{
    EXPECT_WHY(
        F_ONE DLLMAIN(IF(IS("reason", 1), BLOCK(CALL("Quiet", "") RETURN(1)))
                          IF(IS("reason", 2), CALL("f", "")) RETURN(1)),
        "f",
        "f:\nnot: 'DllMain' gets to this call only when a thread starts or exits, and thread "
        "notifications are switched off: DllMain > f\n");
}

Test(why, callbacks_that_run_elsewhere_are_told)
{
    EXPECT_WHY(F_ONE G_F DLLMAIN(CALL("EachElsewhere", "(ref $g)")), "f",
               "f:\nnot: EachElsewhere runs 'g' on another thread, which does not hold the loader "
               "lock: DllMain > [hands g to EachElsewhere] > f\n");
    EXPECT_WHY(F_ONE DLLMAIN(CALL("EachLater", "(ref $f)")), "f",
               "f:\nnot: EachLater has 'f' run later, when the loader lock is not held: DllMain > "
               "[hands f to EachLater]\n");
    EXPECT_WHY(F_ONE FUNCTION("g", CALL("EachNow", "(ref $f)")) DLLMAIN(ONE), "f",
               "f:\nnot: nothing in this module calls 'g': g > f [callback of EachNow]\n");
}

Test(why, an_address_that_is_stored_is_told_with_the_calls_that_may_run_it)
{
    EXPECT_WHY(
        HOOK F_ONE FUNCTION("g", SET("hook", "(ref $f)")) DLLMAIN(CALL("ps", "")), "f",
        "f:\nnot: the address of 'f' is taken, but no call under the loader lock is known to "
        "go through it: g > [stores f in hook]\n"
        "cut: call through a pointer: no function is known to be stored there\n");
    EXPECT_WHY(
        HOOK F_ONE "(global $hook (ref $f))" DLLMAIN(ONE), "f",
        "f:\nnot: the address of 'f' is taken, but no call under the loader lock is known to "
        "go through it: hook > [holds f]\n");
}

Test(why, a_call_through_a_pointer_in_a_function_that_is_not_reached_is_a_way)
{
    EXPECT_WHY(HOOK F_ONE FUNCTION("g", SET("hook", "(ref $f)")) FUNCTION("h", CALL("hook", ""))
                   DLLMAIN(ONE),
               "f", "f:\nnot: nothing in this module calls 'h': h > f [pointer hook]\n");
}

Test(why, a_cut_in_the_way_is_told)
{
    EXPECT_WHY("(symbol global 'list' type 'void (*[20])(void)' record-value)" F_ONE
               "(symbol 'n1')(symbol 'n2')(symbol 'n3')(symbol 'n4')(symbol 'n5')(symbol 'n6')"
               "(symbol 'n7')(symbol 'n8')(symbol 'n9')(symbol 'm1')(symbol 'm2')(symbol 'm3')"
               "(symbol 'm4')(symbol 'm5')(symbol 'm6')(symbol 'm7')"
               "(global $list (init-list (ref $f)(ref $n1)(ref $n2)(ref $n3)(ref $n4)(ref $n5)"
               "(ref $n6)(ref $n7)(ref $n8)(ref $n9)(ref $m1)(ref $m2)(ref $m3)(ref $m4)(ref $m5)"
               "(ref $m6)(ref $m7)))" //
               DLLMAIN("(call (index (ref $list) (ref $reason)))"),
               "f",
               "f:\nnot: 'DllMain' is reached, but this call was not followed: 'list' may hold 17 "
               "functions; none is followed: DllMain > f [pointer list]\n"
               "cut: 'list' may hold 17 functions; none is followed\n");
}

Test(why, an_api_is_answered_by_its_calls)
{
    EXPECT_WHY(F_ONE DLLMAIN(CALL("f", "") ONE), "One", "One (outside):\nDllMain > One" ALL);
    EXPECT_WHY(F_ONE DLLMAIN(TWO), "One",
               "One (outside):\nnot: nothing in this module calls 'f': f > One\n");
    EXPECT_WHY("(symbol 'strange' dllimport)" DLLMAIN(CALL("strange", "")), "strange",
               "strange (outside):\nDllMain > strange" ALL);
    EXPECT_WHY(DLLMAIN(TWO), "Three",
               "Three (outside):\nnot: nothing in this module calls 'Three'\n");
}

#define NAMED(name)                                                                                \
    "(symbol method '" name "' usr 'c:" name "' member)(function $'" name "' (block))"

Test(why, names_are_found_as_people_write_them)
{
    static const char *const same[] = {"ns::Box::get",
                                       "Box::get",
                                       "get",
                                       "::ns::Box::get",
                                       "ns::Box<int, B<char>>::get",
                                       "get(int, char *)",
                                       "ns :: Box :: get",
                                       "*Box*"};
    for (size_t i = 0; i < sizeof same / sizeof *same; i++) {
        expect_why(__LINE__, NAMED("ns::Box::get") DLLMAIN(ONE), same[i],
                   "ns::Box::get:\nnot: nothing in this module calls 'ns::Box::get'\n");
    }
    static const char *const operators[] = {
        "C::operator()", "C::operator bool", "C::operator<",
        "C::operator->", "C::operator new",  "C::operator*",
        "C::~C",         "(anonymous)::f",   "g::(lambda)::operator()"};
    for (size_t i = 0; i < sizeof operators / sizeof *operators; i++) {
        struct fixture fixture = fixture_start();
        const char *text = arena_printf(fixture.arena, NAMED("%s") DLLMAIN(ONE), operators[i],
                                        operators[i], operators[i]);
        (void)fixture_add(&fixture, "/src/a.c", text);
        const char *got = ask(&fixture, operators[i]);
        expect_text(__LINE__, got,
                    arena_printf(fixture.arena, "%s:\nnot: nothing in this module calls '%s'\n",
                                 operators[i], operators[i]));
        fixture_end(&fixture);
    }
    EXPECT_WHY(NAMED("(anonymous)::f") DLLMAIN(ONE), "(anonymous namespace)::f()",
               "(anonymous)::f:\nnot: nothing in this module calls '(anonymous)::f'\n");
}

Test(why, a_whole_name_wins_over_last_parts_and_these_over_globs)
{
    EXPECT_WHY(NAMED("C::f") F_ONE DLLMAIN(ONE), "f",
               "f:\nnot: nothing in this module calls 'f'\n");
    EXPECT_WHY(NAMED("C::go") NAMED("D::go") NAMED("going") DLLMAIN(ONE), "go",
               "C::go:\nnot: nothing in this module calls 'C::go'\n"
               "D::go:\nnot: nothing in this module calls 'D::go'\n");
    EXPECT_WHY(NAMED("C::go") NAMED("going") DLLMAIN(ONE), "go*",
               "C::go:\nnot: nothing in this module calls 'C::go'\n"
               "going:\nnot: nothing in this module calls 'going'\n");
}

Test(why, a_name_that_nothing_has_is_answered_by_the_nearest)
{
    EXPECT_WHY(NAMED("ns::connect") DLLMAIN(ONE), "conect", "none, but connect\n");
    EXPECT_WHY(NAMED("ns::connect") DLLMAIN(ONE), "frobnicate", "none, but nothing\n");
    EXPECT_WHY(DLLMAIN(ONE), "", "none, but nothing\n");
}

Test(why, copies_of_one_definition_are_one_function)
{
    static const char header[] =
        "(file '/src/h.h')(where 1:3:1)"
        "(symbol 'twin' usr 'c:@F@twin')(function $twin inline @1 (block " ONE "))";
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c",
                      arena_printf(fixture.arena, "%s%s", header, DLLMAIN(CALL("twin", ""))));
    (void)fixture_add(&fixture, "/src/b.c",
                      arena_printf(fixture.arena, "%s%s", header, FUNCTION("f", CALL("twin", ""))));
    expect_text(__LINE__, ask(&fixture, "twin"), "twin:\nDllMain > twin" ALL);
    fixture_end(&fixture);
}

Test(why, static_functions_of_one_name_are_answered_apart)
{
    static const char own[] =
        "(where 0:3:1)(symbol 'own' internal)(function $own @1 (block " ONE "))";
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/b.c",
                      arena_printf(fixture.arena, "%s%s", own, FUNCTION("f", CALL("own", ""))));
    (void)fixture_add(&fixture, "/src/a.c",
                      arena_printf(fixture.arena, "%s%s", own, DLLMAIN(CALL("own", ""))));
    expect_text(__LINE__, ask(&fixture, "own"),
                "own:\nDllMain > own" ALL "own:\nnot: nothing in this module calls 'f': f > own\n");
    fixture_end(&fixture);
}

Test(why, a_destructor_of_a_global_is_reached_by_it)
{
    static const char text[] =
        "(symbol destructor 'C::~C' usr 'c:C' member)(function $'C::~C' "
        "(block " ONE "))(symbol global 'g_c')(global $g_c destroyed destroyed-by "
        "$'C::~C')";
    EXPECT_WHY(text, "~C", "C::~C:\nglobal-destructor g_c > C::~C [destructor of g_c]: UX\n");
    EXPECT_WHY(text, "g_c", "g_c:\nroot global-destructor\n");
}

Test(why, thousands_of_callers_are_counted)
{
    enum { CALLERS = 5000 };
    struct fixture fixture = fixture_start();
    struct strbuf text;
    strbuf_init(&text, fixture.arena);
    strbuf_adds(&text, F_ONE);
    for (uint32_t i = 0; i < CALLERS; i++) {
        strbuf_printf(&text,
                      "(where 0:%u:1)(symbol 'c%u')(function $c%u (block (call @%u (ref "
                      "$f))))\n",
                      i + 1, i, i, i + 1);
    }
    strbuf_adds(&text, DLLMAIN(TWO));
    (void)fixture_add(&fixture, "/src/a.c", text.text);
    uint64_t start = os_milliseconds();
    struct why_query *query = why_start(fixture.arena, fixture_link(&fixture));
    const struct why *why = why_ask(query, "f");
    cr_expect_leq(os_milliseconds() - start, 20000);
    cr_assert_eq(why->matches.n, 1);
    cr_expect_eq(why->matches.at[0].ways.n, WHY_MAX_WAYS);
    cr_expect_eq(why->matches.at[0].n_more_ways, CALLERS - WHY_MAX_WAYS);
    const struct why *all = why_ask(query, "*");
    cr_expect_eq(all->matches.n, WHY_MAX_MATCHES);
    cr_expect_gt(all->n_more_matches, CALLERS - WHY_MAX_MATCHES);
    fixture_end(&fixture);
}
