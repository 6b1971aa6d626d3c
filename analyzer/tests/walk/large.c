/*
 * large.c - one thing of a module that is far larger than anybody writes: a walk ends in seconds,
 * or at a limit that has a name.
 */
#include "base/os.h"
#include "trial.h"

TestSuite(large, .timeout = 120);

#define ALL ": ASTtUX\n"
#define BEGIN_DLLMAIN "(function $DllMain params $instance $reason $reserved (block "
#define END "))"

/* Appends `text` so many times, each # in it replaced by the number. */
static void add(struct strbuf *to, uint32_t n, const char *text)
{
    for (uint32_t i = 0; i < n; i++) {
        for (const char *c = text; *c != '\0'; c++) {
            if (*c == '#') {
                strbuf_printf(to, "%u", i);
            } else {
                strbuf_addc(to, *c);
            }
        }
    }
}

/* A module that is walked on a stack of its own; asserts stay on the test's. */
struct large {
    struct fixture fixture;
    struct strbuf text;
    const char *got;
};

static struct large large_start(void)
{
    struct large large = {.fixture = fixture_start()};
    strbuf_init(&large.text, large.fixture.arena);
    return large;
}

static void walk(void *data)
{
    struct large *large = data;
    (void)fixture_add(&large->fixture, "/src/a.c", large->text.text);
    large->got = trial_reach(&large->fixture);
}

/* Walks the module; fails if it takes more than 30 seconds or ends with other lines. */
static void expect_large(int line, struct large *large, const char *expected)
{
    uint64_t start = os_milliseconds();
    os_run_on_stack((size_t)512 << 20, walk, large);
    uint64_t took = os_milliseconds() - start;
    cr_expect(took <= 30000, "line %d: took %u ms", line, (unsigned)took);
    expect_text(line, large->got, expected);
    fixture_end(&large->fixture);
}

#define EXPECT_LARGE(large, expected) expect_large(__LINE__, (large), (expected))

Test(large, a_function_of_40000_statements_ends)
{
    struct large l = large_start();
    strbuf_adds(&l.text, "(symbol 'n')(function $n (block))" BEGIN_DLLMAIN);
    add(&l.text, 20000, SET("x", "(int #)") CALL("n", ""));
    strbuf_adds(&l.text, IF(IS("x", 19999), ONE) END);
    EXPECT_LARGE(&l, "DllMain > One" ALL);
}

Test(large, a_function_of_20000_locals_ends)
{
    struct large l = large_start();
    add(&l.text, 20000, "(symbol local 'v#')");
    strbuf_adds(&l.text, BEGIN_DLLMAIN);
    add(&l.text, 20000, "(declare $v# (int #))");
    strbuf_adds(&l.text, IF(IS("v777", 777), ONE) END);
    EXPECT_LARGE(&l, "DllMain > One" ALL);
}

Test(large, an_expression_of_500_calls_ends)
{
    struct large l = large_start();
    add(&l.text, 500, "(symbol 'n#')(function $n# (block (return (int 1))))");
    strbuf_adds(&l.text, BEGIN_DLLMAIN "(if (binary == (int 500) ");
    add(&l.text, 499, "(binary + (call (ref $n#)) ");
    strbuf_adds(&l.text, CALL("n499", ""));
    add(&l.text, 499, ")");
    strbuf_adds(&l.text, ") " ONE ")" END);
    EXPECT_LARGE(&l, "DllMain > One" ALL);
}

Test(large, mutual_recursion_of_10000_functions_with_values_ends)
{
    enum { N = 10000 };
    struct large l = large_start();
    add(&l.text, N, "(symbol 'n#')");
    for (uint32_t i = 0; i < N; i++) {
        strbuf_printf(&l.text, "(function $n%u params $a (block ", i);
        strbuf_printf(&l.text, "(if (binary == (ref $a) (int %u)) (call (ref $n%u) (ref $a)))",
                      i % 7, (i + 1) % N);
        strbuf_printf(&l.text, "(call (ref $n%u) (int %u))(call (ref $n%u) (ref $a))))\n",
                      (i * 7 + 1) % N, i % 5, (i + N - 1) % N);
    }
    strbuf_adds(&l.text, BEGIN_DLLMAIN CALL("n0", "(ref $reason)") ONE END);
    EXPECT_LARGE(&l, "DllMain > One" ALL);
}

Test(large, a_table_of_50000_functions_called_in_a_loop_is_a_cut)
{
    struct large l = large_start();
    strbuf_adds(&l.text, "(symbol global 'list' type 'void (*[50000])(void)' record-value)");
    add(&l.text, 50000, "(symbol 'n#' type 'void ()')(function $n# (block " TWO "))");
    strbuf_adds(&l.text, "(global $list (init-list ");
    add(&l.text, 50000, "(ref $n#)");
    strbuf_adds(&l.text, "))" BEGIN_DLLMAIN "(while " ASK " (call (index (ref $list) " ASK ")))");
    strbuf_adds(&l.text, ONE END);
    EXPECT_LARGE(&l, "DllMain > One" ALL
                     "cut limit: 'list' may hold 64 functions or more; none is followed\n");
}

Test(large, a_method_with_20000_overriders_is_a_cut)
{
    struct large l = large_start();
    strbuf_adds(&l.text, "(symbol method 'B::run' usr 'c:@B' virtual member)"
                         "(record 'B' usr 'c:@S@B' methods $'B::run')(created 'c:@S@B')"
                         "(function $'B::run' params $ps (block " ONE "))");
    add(&l.text, 20000,
        "(symbol method 'C#::run' usr 'c:@#' virtual member)"
        "(record 'C#' usr 'c:@S@C#' bases 'c:@S@B' methods $'C#::run')(created 'c:@S@C#')"
        "(override 'c:@#' 'c:@B')(function $'C#::run' params $ps (block))");
    strbuf_adds(&l.text, BEGIN_DLLMAIN "(call dynamic (field $'B::run' arrow (ref $instance)))");
    strbuf_adds(&l.text, END);
    EXPECT_LARGE(&l, "DllMain > B::run > One ?" ALL
                     "cut limit: 'B::run' has more than 16 overriders; none is followed\n");
}

static void expect_deep(int line, uint32_t n, const char *open, const char *expected)
{
    struct large l = large_start();
    strbuf_adds(&l.text, BEGIN_DLLMAIN);
    add(&l.text, n, open);
    strbuf_adds(&l.text, ONE);
    add(&l.text, n, ")");
    strbuf_adds(&l.text, END);
    expect_large(line, &l, expected);
}

#define EXPECT_DEEP(n, open, expected) expect_deep(__LINE__, (n), (open), (expected))

Test(large, trees_100000_deep_end)
{
    EXPECT_DEEP(100000, "(block ", "DllMain > One" ALL);
    EXPECT_DEEP(100000, "(if (ref $instance) ", "DllMain > One" ALL);
    EXPECT_DEEP(100000, "(binary + (int 1) ", "DllMain > One" ALL);
    EXPECT_DEEP(100000, "(unary ! ", "DllMain > One" ALL);
    EXPECT_DEEP(100000, "(opaque ", "DllMain > One" ALL);
}
