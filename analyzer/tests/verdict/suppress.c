/* suppress.c - suppressions in a text: what they cover, and what is wrong with them. */
#include <criterion/criterion.h>

#include <stdio.h>
#include <string.h>

#include "base/os.h"
#include "verdict/lex.h"
#include "verdict/suppress.h"

TestSuite(suppress, .timeout = 60);

static void add_rule(struct arena *arena, struct packs *packs, const char *id, const char *name)
{
    struct rule rule = {.id = id, .name = name};
    VEC_PUSH(arena, &packs->rules, rule);
}

/* Returns "form LINE:COLUMN-LINE:COLUMN rules [reason]; ... | LINE fault; ...". */
static const char *read_bytes(struct arena *arena, const char *text, size_t len, bool bare)
{
    static const char *const forms[] = {"nolint", "allow", "attribute"};
    struct packs *packs = ARENA_NEW(arena, struct packs);
    add_rule(arena, packs, "DLM101", "LoadLibraryUnderLoaderLock");
    add_rule(arena, packs, "DLM102", "FreeLibraryUnderLoaderLock");
    add_rule(arena, packs, "DLM201", "ThreadUnderLoaderLock");
    struct suppression_reader reader = {arena, packs, "/a.c", bare};
    const struct suppression_file *file = suppressions_of(&reader, text, len);
    struct strbuf out;
    strbuf_init(&out, arena);
    for (uint32_t i = 0; i < file->all.n; i++) {
        const struct suppression *s = &file->all.at[i];
        strbuf_printf(&out, "%s%s %u:%u-%u:%u", i > 0 ? "; " : "", forms[s->form], s->first_line,
                      s->first_column, s->last_line,
                      s->last_column == UINT32_MAX ? 0 : s->last_column);
        for (uint32_t k = 0; k < s->rules.n; k++) {
            strbuf_printf(&out, " %s", s->rules.at[k].glob);
        }
        if (s->reason != NULL) {
            strbuf_printf(&out, " [%s]", s->reason);
        }
    }
    for (uint32_t i = 0; i < file->faults.n; i++) {
        strbuf_printf(&out, "%s%u %s", i == 0 ? " | " : "; ", file->faults.at[i].line,
                      file->faults.at[i].text);
    }
    return out.text;
}

static void expect(int line, const char *text, const char *expected)
{
    struct arena *arena = arena_create();
    const char *found = read_bytes(arena, text, strlen(text), false);
    cr_expect_str_eq(found, expected, "line %d: found    %s\nexpected %s", line, found, expected);
    arena_destroy(arena);
}

#define EXPECT(text, expected) expect(__LINE__, (text), (expected))

Test(suppress, nolint_is_for_its_line)
{
    EXPECT("f(); // NOLINT(DLM101)\n", "nolint 1:1-1:0 DLM101");
    EXPECT("\nf(); /* NOLINT(DLM101, DLM2*): as measured */ g();",
           "nolint 2:1-2:0 DLM101 DLM2* [as measured]");
    EXPECT("f(); // NOLINT(LoadLibrary*) -- why", "nolint 1:1-1:0 LoadLibrary* [why]");
    EXPECT("/*\n\n NOLINT(DLM101)\n */", "nolint 3:1-3:0 DLM101");
}

Test(suppress, the_next_line_is_the_next_line)
{
    EXPECT("// NOLINTNEXTLINE(DLM101)\n\nf();", "nolint 2:1-2:0 DLM101");
    EXPECT("// NOLINTNEXTLINE(DLM101) \\\n more\nf();", "nolint 2:1-2:0 DLM101 [more]");
}

Test(suppress, blocks_end_with_the_same_list)
{
    EXPECT("// NOLINTBEGIN(DLM101)\nf();\n// NOLINTEND(DLM101)\n", "nolint 1:1-3:0 DLM101");
    EXPECT("// NOLINTBEGIN(DLM101)\n// NOLINTEND(DLM102)\n",
           "nolint 1:1-0:0 DLM101 | 2 NOLINTEND(DLM102) ends nothing: no NOLINTBEGIN with these "
           "rules is open here; 1 NOLINTBEGIN(DLM101) is never ended: it suppresses nothing");
    EXPECT("// NOLINTBEGIN(other)\n// NOLINTEND\n// NOLINTEND(other)\n", "");
}

Test(suppress, allow_is_for_its_line_or_the_next_code)
{
    EXPECT("f(); // dllmain-lint: allow DLM101 -- it -- is so  \n",
           "allow 1:1-1:0 DLM101 [it -- is so]");
    EXPECT("/* dllmain-lint: allow DLM101 */ f();", "allow 1:1-1:0 DLM101");
    EXPECT("//! dllmain-lint: allow DLM101,DLM102\n\n// x\nf();", "allow 4:1-4:0 DLM101 DLM102");
    EXPECT("// dllmain-lint: allow DLM101\n#if X\n#define F f()\n", "allow 3:1-3:0 DLM101");
    EXPECT("// not dllmain-lint: allow DLM101\nf();", "");
    EXPECT("// dllmain-lint: allow DLM101", "allow 1:1-1:0 DLM101");
}

Test(suppress, other_tools_are_left_alone)
{
    EXPECT("// NOLINT NOLINT(*) NOLINT(bugprone-*) NOLINT() XNOLINT(DLM101) NOLINTX(DLM101)", "");
    EXPECT("[[gsl::suppress(\"type.1\")]] f(); [[gsl::suppress(26400)]] g(); [[nodiscard]] h();",
           "");
    EXPECT("// NOLINT(type.1, Lifetime)", "");
}

Test(suppress, bare_ones_count_if_asked)
{
    struct arena *arena = arena_create();
    const char *text = "f(); // NOLINT\ng(); // NOLINT(*)\nh(); // NOLINT(x) NOLINT()";
    cr_assert_str_eq(read_bytes(arena, text, strlen(text), true),
                     "nolint 1:1-1:0 *; nolint 2:1-2:0 *");
    arena_destroy(arena);
}

Test(suppress, slips_are_told)
{
    EXPECT("// NOLINT(dlm101)", " | 1 there is no rule 'dlm101', did you mean 'DLM101'?");
    EXPECT("// NOLINT(DLM9999)", " | 1 there is no rule 'DLM9999'; --list-rules lists them");
    EXPECT("// NOLINT(DLM101", " | 1 the list of rules has no ')': it suppresses nothing");
    EXPECT("// NOLINT(other", "");
    EXPECT("// dllmain-lint: deny DLM101",
           " | 1 'dllmain-lint:' expects 'allow RULE -- why', found 'deny DLM101'");
    EXPECT("// dllmain-lint: allow -- why", " | 1 'dllmain-lint: allow' names no rule");
    EXPECT("[[gsl::suppress(\"DLM110\")]] f();",
           " | 1 there is no rule 'DLM110', did you mean 'DLM101'?");
}

Test(suppress, strings_and_characters_are_no_comments)
{
    EXPECT("f(\"// NOLINT(DLM101)\"); g('\"'); // NOLINT(DLM102)", "nolint 1:1-1:0 DLM102");
    EXPECT("f(\"\\\"// NOLINT(DLM101)\"); 1'000'0; // NOLINT(DLM102)", "nolint 1:1-1:0 DLM102");
    EXPECT("R\"x(\" // NOLINT(DLM101) )\" )x\"; // NOLINT(DLM102)", "nolint 1:1-1:0 DLM102");
    EXPECT("u8R\"(\n)\" // NOLINT(DLM102)", "nolint 2:1-2:0 DLM102");
    EXPECT("R\"( never closed // NOLINT(DLM101)\nf(); // NOLINT(DLM102)", "nolint 2:1-2:0 DLM102");
    EXPECT("#error don't\nf(); // NOLINT(DLM102)", "nolint 2:1-2:0 DLM102");
    EXPECT("f(\"a\\\n\"); // NOLINT(DLM102)", "nolint 2:1-2:0 DLM102");
    EXPECT("f('a'); g(L'\\'', u'\"'); // NOLINT(DLM102)", "nolint 1:1-1:0 DLM102");
}

Test(suppress, lines_end_in_three_ways)
{
    EXPECT("\r\r\n\nf(); // NOLINT(DLM101)\r\n", "nolint 4:1-4:0 DLM101");
    EXPECT("a \\\r\nb \\ \n// NOLINT(DLM101)", "nolint 3:1-3:0 DLM101");
}

Test(suppress, the_attribute_reaches_over_a_statement)
{
    EXPECT("[[gsl::suppress(\"DLM101\")]] f(a, b); g();", "attribute 1:1-1:37 DLM101");
    EXPECT("[[gsl::suppress(DLM101)]]\nif (a) {\n} else if (b)\n f();\nelse\n g();\nh();",
           "attribute 1:1-6:6 DLM101");
    EXPECT("[[gsl::suppress(DLM101)]] for (;;) while (a) { f(); } g();",
           "attribute 1:1-1:54 DLM101");
    EXPECT("[[gsl::suppress(DLM101)]] do { f(); } while (a); g();", "attribute 1:1-1:49 DLM101");
    EXPECT("[[gsl::suppress(DLM101)]] try { } catch (...) { f(); } g();",
           "attribute 1:1-1:55 DLM101");
    EXPECT("[[gsl::suppress(DLM101)]] auto a = [] { f(); }; g();", "attribute 1:1-1:48 DLM101");
    EXPECT("[[gsl::suppress(DLM101)]] A{1}.f(); g();", "attribute 1:1-1:36 DLM101");
    EXPECT("{ [[gsl::suppress(DLM101)]] f() } g();", "attribute 1:3-1:32 DLM101");
}

Test(suppress, the_attribute_reaches_over_a_definition)
{
    EXPECT("[[gsl::suppress(\"DLM101\", justification: \"why\")]] void f() { } void g() { }",
           "attribute 1:1-1:63 DLM101 [why]");
    EXPECT("struct [[gsl::suppress(DLM101, DLM102)]] a : b { int c{1}; } d;",
           "attribute 1:8-1:61 DLM101 DLM102");
    EXPECT("[[nodiscard, gsl::suppress(DLM101)]] A() : b{1}, c{} { f(); } void g();",
           "attribute 1:1-1:62 DLM101");
    EXPECT("[[using gsl: suppress(DLM101)]] int f(); int g();", "attribute 1:1-1:41 DLM101");
    EXPECT("[[gsl::suppress(DLM101)]] [[nodiscard]] int f() { } [[nodiscard]] int g();",
           "attribute 1:1-1:52 DLM101");
    EXPECT("[[gsl::suppress(DLM101)]] void f() {\n#if 0\n}\n#define X }\n#endif\n}\nvoid g();",
           "attribute 1:1-3:2 DLM101");
    EXPECT("#define F [[gsl::suppress(DLM101)]] f() \\\n , g()\nh();", "attribute 1:11-2:7 DLM101");
}

Test(suppress, what_is_not_closed_ends_with_the_file)
{
    EXPECT("[[gsl::suppress(DLM101)]] f(", "attribute 1:1-1:29 DLM101");
    EXPECT("[[gsl::suppress(DLM101)]]", "attribute 1:1-1:26 DLM101");
    EXPECT("[[gsl::suppress(DLM101)", "");
    EXPECT("[[gsl::suppress(", "");
    EXPECT("/* NOLINT(DLM101)", "nolint 1:1-1:0 DLM101");
    EXPECT("// NOLINT(", "");
}

/* Text that repeats a piece up to some 500 KB, and what stands behind it. */
static void read_flood(const char *piece, const char *end)
{
    struct arena *arena = arena_create();
    struct strbuf text;
    strbuf_init(&text, arena);
    while (text.len < 500000) {
        strbuf_adds(&text, piece);
    }
    strbuf_adds(&text, end);
    (void)read_bytes(arena, text.text, text.len, true);
    arena_destroy(arena);
}

Test(suppress, floods_end_in_time)
{
    read_flood("[[gsl::suppress(DLM101)]] ", "");
    read_flood("[[", "NOLINT");
    read_flood("R\"x(", "NOLINT");
    read_flood("// NOLINT(DLM9999,DLM9998)\n", "");
    read_flood("// NOLINTBEGIN(DLM101)\n", "");
    read_flood("/* NOLINTEND(DLM101) */", "");
    read_flood("NOLINT(", "");
    read_flood("if (a) ", "[[gsl::suppress(DLM101)]]");
    read_flood("{(", "[[gsl::suppress(DLM101)]]");
    read_flood("\\\n", "// NOLINT(DLM101)");
    read_flood("dllmain-lint: allow DLM101 // dllmain-lint: allow DLM101\n", "");
}

Test(suppress, any_bytes_may_come)
{
    struct arena *arena = arena_create();
    char text[513] = "// NOLINT(DLM101) ";
    for (size_t i = 20; i < sizeof text; i++) {
        text[i] = (char)(i * 37);
    }
    (void)read_bytes(arena, text, sizeof text, true);
    for (size_t n = 0; n < 60; n++) { /* every begin of a text that has everything */
        static const char all[] =
            "[[gsl::suppress(\"DLM101\")]]/*NOLINT(DLM101)*/\"\\\"'R\"(\\\n)\"//";
        (void)read_bytes(arena, all, n < sizeof all ? n : sizeof all, false);
    }
    arena_destroy(arena);
}

/* ---- files ---- */

static void write_file(const char *name, const char *text)
{
    FILE *file = fopen(name, "wb");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(text, 1, strlen(text), file), strlen(text));
    cr_assert_eq(fclose(file), 0);
}

Test(suppress, a_place_is_covered_where_it_is_used_and_where_it_is_spelled)
{
    struct arena *arena = arena_create();
    struct packs packs = {0};
    add_rule(arena, &packs, "DLM101", "LoadLibraryUnderLoaderLock");
    add_rule(arena, &packs, "DLM102", "FreeLibraryUnderLoaderLock");
    const char *name = "suppress-test.c";
    write_file(name, "#define F f() /* NOLINT(DLM101) */\n\nF;\nF; // NOLINT(DLM102): why\n");
    struct suppressions *all = suppressions_create(arena, &packs, false);
    struct place use = {.file = name, .line = 3, .column = 1};
    const struct rule *rules = packs.rules.at;
    cr_assert_null(suppressions_find(all, &rules[0], &use));
    use.macro = "F";
    use.spelling_file = name;
    use.spelling_line = 1;
    use.spelling_column = 11;
    cr_assert_not_null(suppressions_find(all, &rules[0], &use));
    cr_assert_null(suppressions_find(all, &rules[1], &use));
    use.line = 4;
    cr_assert_str_eq(suppressions_find(all, &rules[1], &use)->reason, "why");
    use.file = "no-such-file.c";
    cr_assert_null(suppressions_find(all, &rules[1], &use));
    cr_assert_not(suppressions_find_used(all, &rules[0], &use));
    cr_assert(suppressions_mark(all, &rules[0], &use));
    cr_assert_not(suppressions_mark(all, &rules[0], &use));
    cr_assert(suppressions_find_used(all, &rules[0], &use));
    cr_assert_eq(remove(name), 0);
    arena_destroy(arena);
}
