/* hostile.c - long chains, deep trees and many calls end quickly and without a deep stack. */
#include "base/os.h"
#include "trial.h"

TestSuite(hostile, .timeout = 120);

#define ALL ": ASTtUX\n"

/* A module that a test writes. */
struct generated {
    struct fixture fixture;
    struct strbuf text;
};

static struct generated generated_start(void)
{
    struct generated g = {.fixture = fixture_start()};
    strbuf_init(&g.text, g.fixture.arena);
    return g;
}

/* Walks the module; fails if it takes more than `seconds` or ends with other lines. */
static void expect_generated(int line, struct generated *g, uint64_t seconds, const char *expected)
{
    (void)fixture_add(&g->fixture, "/src/a.c", g->text.text);
    uint64_t start = os_milliseconds();
    const char *got = trial_reach(&g->fixture);
    uint64_t took = os_milliseconds() - start;
    cr_expect(took <= seconds * 1000, "line %d: took %u ms", line, (unsigned)took);
    expect_text(line, got, expected);
    fixture_end(&g->fixture);
}

static void add_symbols(struct generated *g, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        strbuf_printf(&g->text, "(symbol 'n%u')", i);
    }
}

static void add_many(struct generated *g, uint32_t n, const char *text)
{
    for (uint32_t i = 0; i < n; i++) {
        strbuf_adds(&g->text, text);
    }
}

/* Writes a chain n0 -> n1 -> ... -> One, and DllMain that calls n0. */
static void add_chain(struct generated *g, uint32_t n)
{
    add_symbols(g, n);
    for (uint32_t i = 0; i + 1 < n; i++) {
        strbuf_printf(&g->text, "(function $n%u (block (call (ref $n%u))))\n", i, i + 1);
    }
    strbuf_printf(&g->text, "(function $n%u (block " ONE "))", n - 1);
    strbuf_adds(&g->text, DLLMAIN(CALL("n0", "")));
}

Test(hostile, a_chain_of_20000_calls_ends)
{
    enum { LENGTH = 20000 };
    struct generated g = generated_start();
    add_chain(&g, LENGTH);
    (void)fixture_add(&g.fixture, "/src/a.c", g.text.text);
    uint64_t start = os_milliseconds();
    const struct reach *reach = walk_program(g.fixture.arena, fixture_link(&g.fixture));
    cr_expect_leq(os_milliseconds() - start, 20000);
    cr_assert_eq(reach->sinks.n, PHASES);
    for (uint32_t i = 0; i < PHASES; i++) {
        cr_expect_eq(reach->sinks.at[i].steps.n, LENGTH + 1);
    }
    cr_expect_eq(reach->cuts.n, 0);
    cr_expect_eq(reach->n_functions, LENGTH + 1);
    fixture_end(&g.fixture);
}

Test(hostile, a_ring_of_20000_functions_ends)
{
    enum { LENGTH = 20000 };
    struct generated g = generated_start();
    add_symbols(&g, LENGTH);
    for (uint32_t i = 0; i < LENGTH; i++) {
        strbuf_printf(&g.text, "(function $n%u (block (call (ref $n%u))))\n", i, (i + 1) % LENGTH);
    }
    strbuf_adds(&g.text, DLLMAIN(CALL("n0", "") ONE));
    expect_generated(__LINE__, &g, 20, "DllMain > One" ALL);
}

Test(hostile, a_walk_of_20000_functions_with_five_calls_each_ends)
{
    enum { LENGTH = 20000 };
    struct generated g = generated_start();
    add_symbols(&g, LENGTH);
    for (uint32_t i = 0; i < LENGTH; i++) {
        strbuf_printf(&g.text, "(function $n%u (block", i);
        for (uint32_t c = 1; c <= 5; c++) {
            strbuf_printf(&g.text, " (call (ref $n%u))", (i * 7 + c * 3331) % LENGTH);
        }
        strbuf_adds(&g.text, i == LENGTH - 1 ? ONE "))" : "))\n");
    }
    strbuf_adds(&g.text, DLLMAIN(CALL("n0", "") TWO));
    (void)fixture_add(&g.fixture, "/src/a.c", g.text.text);
    uint64_t start = os_milliseconds();
    const struct reach *reach = walk_program(g.fixture.arena, fixture_link(&g.fixture));
    cr_expect_leq(os_milliseconds() - start, 30000);
    cr_expect_eq(reach->sinks.n, 2 * PHASES);
    cr_expect_leq(reach->n_functions, LENGTH + 1);
    fixture_end(&g.fixture);
}

/* DllMain whose body is `n` times `open`, then `middle`, then `n` closing parentheses. */
static void add_nest(struct generated *g, uint32_t n, const char *open, const char *middle)
{
    strbuf_adds(&g->text, "(function $DllMain params $instance $reason $reserved (block ");
    add_many(g, n, open);
    strbuf_adds(&g->text, middle);
    add_many(g, n, ")");
    strbuf_adds(&g->text, "))");
}

/* A module that is walked on a stack of its own; asserts stay on the test's. */
struct deep_walk {
    struct fixture *fixture;
    const char *got;
};

static void walk_deep(void *data)
{
    struct deep_walk *walk = data;
    walk->got = trial_reach(walk->fixture);
}

static void expect_nest(int line, const char *open, const char *middle, const char *expected)
{
    struct generated g = generated_start();
    add_nest(&g, 5000, open, middle);
    (void)fixture_add(&g.fixture, "/src/a.c", g.text.text);
    struct deep_walk walk = {.fixture = &g.fixture};
    uint64_t start = os_milliseconds();
    os_run_on_stack((size_t)256 << 20, walk_deep, &walk);
    cr_expect_leq(os_milliseconds() - start, 20000, "line %d", line);
    expect_text(line, walk.got, expected);
    fixture_end(&g.fixture);
}

#define EXPECT_NEST(open, middle, expected) expect_nest(__LINE__, (open), (middle), (expected))

Test(hostile, statements_5000_deep_end)
{
    EXPECT_NEST("(block ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(if (ref $reason) ", ONE, "DllMain > One: ASTt\n");
    EXPECT_NEST("(if (int 0) (none) ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(while (int 1) ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(label $end ", ONE, "DllMain > One" ALL);
}

Test(hostile, expressions_5000_deep_end)
{
    EXPECT_NEST("(opaque ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(binary + (int 1) ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(unary ! ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(call (ref $Ask) ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(cond (ref $reason) (int 1) ", ONE, "DllMain > One: UX\n");
    EXPECT_NEST("(deref ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(init-list ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(statement-expr ", ONE, "DllMain > One" ALL);
}

Test(hostile, conditions_5000_deep_end)
{
    EXPECT_NEST("(and (ref $instance) ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(and (call (ref $Ask)) ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(or (int 0) ", ONE, "DllMain > One" ALL);
    EXPECT_NEST("(binary == (int 0) ", ONE, "DllMain > One" ALL);
}

Test(hostile, nested_finally_blocks_with_returns_end)
{
    struct generated g = generated_start();
    strbuf_adds(&g.text, "(function $DllMain params $instance $reason $reserved (block ");
    add_many(&g, 12, "(seh-try (block (if (call (ref $Ask)) (return)) ");
    add_many(&g, 12, ") (seh-finally (block " ONE ")))");
    strbuf_adds(&g.text, "))");
    expect_generated(__LINE__, &g, 20, "DllMain > One" ALL);
}

Test(hostile, a_function_of_5000_calls_ends)
{
    struct generated g = generated_start();
    add_symbols(&g, 5000);
    for (uint32_t i = 0; i < 5000; i++) {
        strbuf_printf(&g.text, "(function $n%u (block))", i);
    }
    strbuf_adds(&g.text, "(function $DllMain params $instance $reason $reserved (block ");
    for (uint32_t i = 0; i < 5000; i++) {
        strbuf_printf(&g.text, "(call (ref $n%u))", i);
    }
    strbuf_adds(&g.text, ONE "))");
    expect_generated(__LINE__, &g, 20, "DllMain > One" ALL);
}

Test(hostile, a_switch_of_5000_cases_ends)
{
    struct generated g = generated_start();
    strbuf_adds(&g.text, "(function $DllMain params $instance $reason $reserved (block "
                         "(switch " ASK " (block ");
    for (uint32_t i = 0; i < 5000; i++) {
        strbuf_printf(&g.text, "(case %u (assign (ref $x) (int %u))) (break)", i, i);
    }
    strbuf_adds(&g.text, "))" ONE "))");
    expect_generated(__LINE__, &g, 20, "DllMain > One" ALL);
}

Test(hostile, a_global_made_by_200_calls_ends)
{
    struct generated g = generated_start();
    add_symbols(&g, 200);
    for (uint32_t i = 0; i < 200; i++) {
        strbuf_printf(&g.text, "(function $n%u (block))", i);
    }
    strbuf_adds(&g.text, "(symbol global 'big')(global $big dynamic (init-list ");
    for (uint32_t i = 0; i < 200; i++) {
        strbuf_printf(&g.text, "(call (ref $n%u))", i);
    }
    strbuf_adds(&g.text, ONE "))");
    expect_generated(__LINE__, &g, 20, "initialiser big > One: AS\n");
}

Test(hostile, a_thousand_globals_with_initialisers_end)
{
    struct generated g = generated_start();
    strbuf_adds(&g.text, FUNCTION("f", ""));
    for (uint32_t i = 0; i < 1000; i++) {
        strbuf_printf(&g.text, "(symbol global 'v%u')(global $v%u dynamic (call (ref $f)))", i, i);
    }
    expect_generated(__LINE__, &g, 20, "");
}

Test(hostile, an_array_of_1000_elements_ends)
{
    struct generated g = generated_start();
    strbuf_adds(&g.text, "(function $DllMain params $instance $reason $reserved (block "
                         "(declare $array (init-list ");
    add_many(&g, 1000, "(int 1)");
    strbuf_adds(&g.text, ")) (if (index (ref $array) (int 999)) " ONE ")))");
    expect_generated(__LINE__, &g, 20,
                     "DllMain > One" ALL
                     "cut limit: an element far behind in an array is used; its value is not "
                     "followed\n");
}

Test(hostile, facts_without_the_children_of_a_kind_are_survived)
{
    static const char *const kinds[] = {
        "field",      "index",
        "address",    "deref",
        "unary !",    "step +",
        "binary ==",  "and",
        "or",         "cond",
        "comma",      "assign",
        "call",       "construct",
        "destroy",    "new",
        "delete",     "init-list",
        "init-field", "init-index",
        "lambda",     "statement-expr",
        "declare",    "if",
        "switch",     "case 1",
        "default",    "while",
        "do",         "for",
        "range-for",  "goto",
        "label",      "return",
        "break",      "continue",
        "try",        "catch",
        "throw",      "seh-try",
        "seh-except", "seh-finally",
        "seh-leave",  "ref",
        "string",     "none",
    };
    for (size_t i = 0; i < sizeof kinds / sizeof *kinds; i++) {
        struct fixture fixture = fixture_start();
        const char *text =
            arena_printf(fixture.arena, "%s(%s) (if (%s) (opaque (%s (%s)))) (assign (%s) (%s))))",
                         "(function $DllMain params $instance $reason $reserved (block ", kinds[i],
                         kinds[i], kinds[i], kinds[i], kinds[i], kinds[i]);
        (void)fixture_add(&fixture, "/src/a.c", text);
        (void)trial_reach(&fixture);
        fixture_end(&fixture);
    }
}
