/* mentions.c - which names texts mention, and which texts are not read as a compiler does. */
#include <criterion/criterion.h>
#include <string.h>

#include "facts/mentions.h"

static struct arena *arena;

static void set_up(void)
{
    arena = arena_create();
}

static void tear_down(void)
{
    arena_destroy(arena);
}

static struct mentions scan(const char *text)
{
    struct mentions mentions = {0};
    mentions_scan(arena, text, strlen(text), &mentions);
    return mentions;
}

static uint32_t hash(const char *name)
{
    return name_hash(name, strlen(name));
}

/* True if the code, outside of macros, mentions just these names. */
static bool is_just(const struct mentions *mentions, const char *const *names)
{
    uint32_t n = 0;
    for (; names[n] != NULL; n++) {
        if (!name_set_has(&mentions->code, hash(names[n]))) {
            return false;
        }
    }
    return n == mentions->code.n;
}

#define MENTIONS(text, ...)                                                                        \
    do {                                                                                           \
        struct mentions found = scan(text);                                                        \
        const char *const names[] = {__VA_ARGS__, NULL};                                           \
        cr_expect(is_just(&found, names), "%s: %u names", text, found.code.n);                     \
        cr_expect_not(found.unclear, "%s", text);                                                  \
    } while (0)

TestSuite(mentions, .init = set_up, .fini = tear_down);

Test(mentions, are_words_outside_of_comments_and_strings)
{
    MENTIONS("int a; // b\nc(\"d\", 'e', L\"f\");/* g */h", "int", "a", "c", "L", "h");
    MENTIONS("/**/a/* // */b /***/ c // /*\nd", "a", "b", "c", "d");
    MENTIONS("\"a\\\"b\" c '\"' d '\\'' e \"\\\\\" f", "c", "d", "e", "f");
    MENTIONS("don't b c\nd", "don", "d");
    MENTIONS("a/b", "a", "b");
    MENTIONS("a /* b", "a");
    MENTIONS("_a1 $b \xc3\xa4 0x1Fu 1'000 1.5e+3f .5L c", "_a1", "$b", "\xc3\xa4", "c");
}

Test(mentions, hide_behind_no_joined_line)
{
    MENTIONS("// a \\\n b\nc", "c");
    MENTIONS("// a \\ \r\n b\r\nc", "c");
    MENTIONS("\"a \\\n b\" c", "c");
    MENTIONS("a \\\n b", "a", "b");
    MENTIONS("// a \\b\nc", "c");
}

Test(mentions, hide_in_raw_strings)
{
    MENTIONS("R\"(a \" b)\" c", "R", "c");
    MENTIONS("u8R\"x(a)\" )y\" b)x\" c", "u8R", "c");
    MENTIONS("R\"a\" b", "R", "b");
    MENTIONS("R\"(a", "R");
    cr_expect(scan("R\"(a)\"").raw);
    cr_expect_not(scan("R\"a\" XR\"(\"").raw);
}

Test(mentions, stand_in_directives)
{
    MENTIONS("#include <a.h>\n# include \"b'.h\" // c\n#include_next <d/*.h>\ne", "e");
    MENTIONS("#if A // b\n#elif defined(C)\n#pragma D\n#undef E\n", "A", "defined", "C", "D", "E");
    MENTIONS("#error it's A\n#warning B\nc", "c");
    MENTIONS("\xef\xbb\xbf#define A b\nc", "A", "c");
    MENTIONS("/* a */ # /* b\n */ define C d /* \n */ e\nf", "C", "f");
}

Test(mentions, of_macros_stand_apart)
{
    struct mentions found = scan("#define A(x, y) f(x) \\\n B y\n#define C D\nE");
    const char *const code[] = {"A", "C", "E", NULL};
    cr_expect(is_just(&found, code));
    cr_expect_eq(found.bodies.n, 3);
    cr_assert_eq(found.macros.n, 3);
    cr_expect_eq(found.macros.at[0].macro, hash("A"));
    cr_expect_eq(found.macros.at[0].name, hash("f"));
    cr_expect_eq(found.macros.at[1].name, hash("B"));
    cr_expect_eq(found.macros.at[2].macro, hash("C"));
    cr_expect_eq(found.macros.at[2].name, hash("D"));
    struct mentions braced = scan("#define A B {\n{");
    cr_assert_eq(braced.macros.n, 2);
    cr_expect_eq(braced.macros.at[1].name, NAME_BRACE);
    cr_expect_not(found.pastes);
    cr_expect(scan("#define A(x) x##_y\n").pastes);
    cr_expect_not(scan("#define A(x) #x\n").pastes);
}

Test(mentions, are_unclear_where_a_compiler_may_read_otherwise)
{
    static const char *const texts[] = {
        "#include NAME\n", "Dll\\\nMain",   "/\\\n/ a",           "/\\\n* a */", "/* a *\\\n/ b",
        "%:define A b",    "a ?\?/\n b",    "?\?=define A b",     "\\u0044ll",   "#error a/*\nb",
        "// a\rb\rc\n",    "R\\\n\"(\")\"", "#define A a#\\\n#b",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cr_expect(scan(texts[i]).unclear, "%s", texts[i]);
    }
}

Test(mentions, include_sections_of_the_runtime)
{
    cr_expect(scan("#pragma section(\".CRT$XLB\", read)").section);
    cr_expect(scan("// \".CRT$X").section);
    cr_expect_not(scan(".CRT$XLB \".CRT$YA\" \"CRT$X\" $X").section);
}

Test(mentions, are_read_up_to_the_end)
{
    static const char *const texts[] = {"\"",      "'\\",        "/",          "/*", "//",  "#",
                                        "#define", "#define A(", "#include <", "\\", "R\"", "R\"(",
                                        "%",       "?\?",        "a",          "1e"};
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        for (size_t len = 0; len <= strlen(texts[i]); len++) {
            struct mentions mentions = {0};
            mentions_scan(arena, arena_strndup(arena, texts[i], len), len, &mentions);
        }
    }
}

/* True if the text may define f, or mentions the macro M; B is one with a body in it. */
static bool defines(const char *text)
{
    struct wanted_names wanted = {0};
    (void)name_set_add(arena, &wanted.functions, hash("f"));
    (void)name_set_add(arena, &wanted.macros, hash("M"));
    (void)name_set_add(arena, &wanted.braced, hash("B"));
    return mentions_definition(text, strlen(text), &wanted);
}

Test(mentions, that_declare_or_call_define_nothing)
{
    static const char *const texts[] = {
        "int f(int a, int (*b)(void));",
        "int f(int) HIDDEN;\nint x;",
        "f ( \"(;\" ) // {\n;",
        "int f(int) __attribute__((noreturn)) ;",
        "#define f(x) x\nint f(int);",
        "#if M\n#define M 1\n#endif",
        "// f\n\"f\" \n#define A f {\n",
        "g(1)); #define ( \n",
        "#define OPEN (\nint f(void);",
        "return f(\n1,\n2)\n;",
        "ff() { }",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cr_expect_not(defines(texts[i]), "%s", texts[i]);
    }
}

Test(mentions, that_may_define_are_told)
{
    static const char *const texts[] = {
        "int f(int a) { }",
        "int f(a) int a; { }",
        "int f(a) int\n a;\n{ }",
        "int f(a) D;\n{ }",
        "int f(int a) B;",
        "int f(B);",
        "int f NAMED;",
        "X(int f(int a);)",
        "f",
        "M",
        "f(",
        "int f(int\n#if 1\n a);",
        "f() X Y;",
        "f() X(1) Y;",
        "} ) ( f();",
        "f({);",
        "&f;",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cr_expect(defines(texts[i]), "%s", texts[i]);
    }
}

Test(mentions, fill_a_large_set)
{
    struct name_set set = {0};
    for (uint32_t i = 1; i <= 100000; i++) {
        cr_assert(name_set_add(arena, &set, i * 64));
    }
    cr_expect_eq(set.n, 100000);
    cr_expect_not(name_set_add(arena, &set, 64));
    cr_expect(name_set_has(&set, 100000 * 64));
    cr_expect_not(name_set_has(&set, 7));
}
