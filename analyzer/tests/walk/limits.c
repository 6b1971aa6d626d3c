/* limits.c - each limit of the walk is a cut where it is hit, is counted, and is none below. */
#include "trial.h"

TestSuite(limits, .timeout = 60);

#define ALL ": ASTtUX\n"

/* Walks a module; `*hits` gets how often the limit was hit. */
static const char *reach_of(struct fixture *fixture, const char *text, enum limit_kind kind,
                            uint32_t *hits)
{
    (void)fixture_add(fixture, "/src/a.c", text);
    const struct reach *reach = walk_program(fixture->arena, fixture_link(fixture));
    *hits = reach->limit_hits[kind];
    struct strbuf out;
    strbuf_init(&out, fixture->arena);
    for (uint32_t i = 0; i < reach->cuts.n; i++) {
        strbuf_printf(&out, "%s: %s\n", reach->cuts.at[i].kind, reach->cuts.at[i].detail);
    }
    return out.text;
}

static void expect_limit(int line, const char *text, enum limit_kind kind, const char *cut)
{
    struct fixture fixture = fixture_start();
    uint32_t hits = 0;
    const char *got = reach_of(&fixture, text, kind, &hits);
    expect_text(line, got, cut);
    cr_expect_eq(hits, cut[0] == '\0' ? 0 : 1, "line %d: hit %u times", line, hits);
    fixture_end(&fixture);
}

#define EXPECT_LIMIT(text, kind, cut) expect_limit(__LINE__, (text), (kind), (cut))

/* Appends `n` copies of text in which # is the number from `from` on. */
static void add_numbered(struct strbuf *out, uint32_t from, uint32_t n, const char *text)
{
    for (uint32_t i = from; i < from + n; i++) {
        for (const char *at = text; *at != '\0'; at++) {
            if (*at == '#') {
                strbuf_printf(out, "%u", i);
            } else {
                strbuf_addc(out, *at);
            }
        }
    }
}

Test(limits, have_names_and_values)
{
    for (uint32_t i = 0; i < LIMIT_KINDS; i++) {
        cr_assert_not_null(limits[i].name);
        cr_assert_not_null(limits[i].what);
        cr_assert_gt(limits[i].value, 0);
    }
}

/* A call of f with `n` values for its only parameter, which decides something. */
static void expect_contexts(int line, uint32_t n, const char *cut)
{
    struct fixture fixture = fixture_start();
    struct strbuf text;
    strbuf_init(&text, fixture.arena);
    strbuf_adds(
        &text,
        FUNCTION_OF(
            "f", "$a",
            IF(IS("a", 7), ONE)) "(function $DllMain params $instance $reason $reserved (block ");
    add_numbered(&text, 100, n, "(call (ref $f) (int #))");
    strbuf_adds(&text, "))");
    uint32_t hits = 0;
    expect_text(line, reach_of(&fixture, text.text, LIMIT_KIND_CONTEXTS, &hits), cut);
    cr_expect_eq(hits, cut[0] == '\0' ? 0 : 1);
    fixture_end(&fixture);
}

Test(limits, contexts_of_one_function)
{
    expect_contexts(__LINE__, LIMIT_CONTEXTS, "");
    expect_contexts(__LINE__, LIMIT_CONTEXTS + 1,
                    "limit: 'f' is called with more than 32 kinds of arguments; they are "
                    "forgotten\n");
}

/* An array of `n` functions, one of which is called. */
static void expect_candidates(int line, uint32_t n, enum limit_kind kind, const char *cut)
{
    struct fixture fixture = fixture_start();
    struct strbuf text;
    strbuf_init(&text, fixture.arena);
    strbuf_adds(&text, "(symbol global 'list' type 'void (*[99])(void)' record-value)");
    add_numbered(&text, 0, n, "(symbol 'n#' type 'void ()')(function $n# (block))");
    strbuf_adds(&text, "(global $list (init-list ");
    add_numbered(&text, 0, n, "(ref $n#)");
    strbuf_adds(&text, "))" DLLMAIN("(call (index (ref $list) (ref $reason)))"));
    uint32_t hits = 0;
    expect_text(line, reach_of(&fixture, text.text, kind, &hits), cut);
    cr_expect_eq(hits, cut[0] == '\0' ? 0 : 1, "line %d: hit %u times", line, hits);
    fixture_end(&fixture);
}

Test(limits, candidates_of_one_call)
{
    expect_candidates(__LINE__, LIMIT_CANDIDATES, LIMIT_KIND_CANDIDATES, "");
    expect_candidates(__LINE__, LIMIT_CANDIDATES + 1, LIMIT_KIND_CANDIDATES,
                      "limit: 'list' may hold 17 functions; none is followed\n");
}

Test(limits, functions_in_one_pointer)
{
    expect_candidates(__LINE__, PROGRAM_MOST_CANDIDATES, LIMIT_KIND_CANDIDATES,
                      "limit: 'list' may hold 64 functions; none is followed\n");
    expect_candidates(__LINE__, PROGRAM_MOST_CANDIDATES + 1, LIMIT_KIND_STORED,
                      "limit: 'list' may hold 64 functions or more; none is followed\n");
}

/* A call of f, which has `n` parameters, with as many arguments. */
static void expect_arguments(int line, uint32_t n, const char *cut)
{
    struct fixture fixture = fixture_start();
    struct strbuf text;
    strbuf_init(&text, fixture.arena);
    add_numbered(&text, 0, n, "(symbol param 'p#' type 'int')");
    strbuf_adds(&text, "(function $f params");
    add_numbered(&text, 0, n, " $p#");
    strbuf_adds(&text, " (block " ONE "))(function $DllMain (block (call (ref $f)");
    add_numbered(&text, 0, n, " (int #)");
    strbuf_adds(&text, ")))");
    uint32_t hits = 0;
    expect_text(line, reach_of(&fixture, text.text, LIMIT_KIND_ARGUMENTS, &hits), cut);
    cr_expect_eq(hits, cut[0] == '\0' ? 0 : 1);
    fixture_end(&fixture);
}

Test(limits, arguments_of_one_call)
{
    expect_arguments(__LINE__, LIMIT_ARGUMENTS, "");
    expect_arguments(__LINE__, LIMIT_ARGUMENTS + 1,
                     "limit: a call has many arguments; the values of the last ones are "
                     "forgotten\n");
}

Test(limits, variable_arguments_are_not_followed_and_no_limit)
{
    EXPECT_LIMIT(FUNCTION_OF("f", "$a", ONE) DLLMAIN(
                     "(call (ref $f) (int 0) (int 1) (int 2) (int 3) (int 4) (int 5) (int 6) (int "
                     "7) (int 8) (int 9) (int 10) (int 11) (int 12) (int 13) (int 14) (int 15) "
                     "(int 16) (int 17))"),
                 LIMIT_KIND_ARGUMENTS, "");
}

/* An object of `n` known fields that is handed to f, which looks at the first, or at none. */
static void expect_object(int line, uint32_t n, const char *body, const char *cut)
{
    struct fixture fixture = fixture_start();
    struct strbuf text;
    strbuf_init(&text, fixture.arena);
    add_numbered(&text, 0, n, "(symbol field 'S::w#' usr 'c:@S@S@FI@w#' type 'int')");
    strbuf_printf(&text, "(function $f params $ps (block %s))", body);
    strbuf_adds(&text, "(function $DllMain (block (declare $s (init-list ");
    add_numbered(&text, 0, n, "(init-field $'S::w#' (int 1))");
    strbuf_adds(&text, "))(call (ref $f) (address (ref $s)))))");
    uint32_t hits = 0;
    expect_text(line, reach_of(&fixture, text.text, LIMIT_KIND_OBJECT, &hits), cut);
    cr_expect_eq(hits, cut[0] == '\0' ? 0 : 1);
    fixture_end(&fixture);
}

Test(limits, parts_of_one_object)
{
    static const char looks[] = "(if (field $'S::w0' arrow (ref $ps)) " ONE ")";
    expect_object(__LINE__, LIMIT_OBJECT, looks, "");
    expect_object(__LINE__, LIMIT_OBJECT + 1, looks,
                  "limit: an object of many known parts is handed over; some are forgotten\n");
    expect_object(__LINE__, LIMIT_OBJECT + 1, ONE, "");
}

Test(limits, elements_of_a_local_array)
{
    EXPECT_LIMIT(DLLMAIN("(assign (index (ref $array) (int 63)) (int 1))"), LIMIT_KIND_ELEMENTS,
                 "");
    EXPECT_LIMIT(DLLMAIN("(assign (index (ref $array) (int 64)) (int 1))"), LIMIT_KIND_ELEMENTS,
                 "limit: an element far behind in an array is used; its value is not followed\n");
}

#define FIELD(of) "(field $'S::v' " of ")"
#define DEEP_4 FIELD(FIELD(FIELD(FIELD("(ref $s)"))))
#define LOOKS FUNCTION_OF("f", "$ps", IF("(field $'S::v' arrow (ref $ps))", ONE))

Test(limits, depth_of_fields_that_are_handed_over)
{
    EXPECT_LIMIT(LOOKS DLLMAIN("(assign " DEEP_4 " (int 1))(call (ref $f) (address (ref $s)))"),
                 LIMIT_KIND_DEPTH, "");
    EXPECT_LIMIT(
        LOOKS DLLMAIN("(assign " FIELD(DEEP_4) " (int 1))(call (ref $f) (address (ref $s)))"),
        LIMIT_KIND_DEPTH,
        "limit: an object of deeply nested parts is handed over; the deepest are forgotten\n");
}

/* Two calls of a chain of `n` functions of a system header, of which the last one calls One. */
static void expect_wrappers(int line, uint32_t n, const char *cut)
{
    struct fixture fixture = fixture_start();
    struct strbuf text;
    strbuf_init(&text, fixture.arena);
    strbuf_adds(&text, "(file '/usr/include/api.h' system)");
    add_numbered(&text, 1, 2, "(where # 0:#:1)");
    add_numbered(&text, 3, 20, "(where # 1:#:1)");
    add_numbered(&text, 0, n, "(symbol 'w#' system)");
    for (uint32_t i = 0; i < n; i++) {
        const char *calls = i + 1 == n ? "One" : arena_printf(fixture.arena, "w%u", i + 1);
        strbuf_printf(&text, "(function $w%u @%u (block (call @%u (ref $%s))))", i, 3 + i, 13 + i,
                      calls);
    }
    strbuf_adds(&text, DLLMAIN("(call @1 (ref $w0))(call @2 (ref $w0))"));
    uint32_t hits = 0;
    expect_text(line, reach_of(&fixture, text.text, LIMIT_KIND_WRAPPERS, &hits), cut);
    cr_expect_eq(hits, cut[0] == '\0' ? 0 : 1, "line %d: hit %u times", line, hits);
    fixture_end(&fixture);
}

Test(limits, wrappers_in_system_headers)
{
    expect_wrappers(__LINE__, LIMIT_WRAPPERS, "");
    expect_wrappers(__LINE__, LIMIT_WRAPPERS + 1,
                    "limit: 'w3' lies deep in system headers; what it reaches is told of another "
                    "call of it only\n");
}
