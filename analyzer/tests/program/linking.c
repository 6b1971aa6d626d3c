/* linking.c - who defines what a symbol means, what its roots are, and what the packs know. */
#include "fixture.h"

TestSuite(linking, .timeout = 60);

/* Returns the part of the module's text that begins with one of the words at a line's start, with
 * the phases of roots in short. */
static const char *lines_of(struct fixture *fixture, const struct program *program,
                            const char *word)
{
    struct strbuf all;
    struct strbuf out;
    strbuf_init(&all, fixture->arena);
    strbuf_init(&out, fixture->arena);
    program_write(&all, program);
    for (const char *line = all.text; *line != '\0';) {
        const char *end = strchr(line, '\n') + 1;
        if (strncmp(line, word, strlen(word)) == 0) {
            strbuf_printf(&out, "%.*s", (int)(end - line), line);
        }
        line = end;
    }
    return out.text;
}

#define EXPECT_LINES(fixture, word, expected)                                                      \
    expect_text(__LINE__, lines_of(&(fixture), fixture_link(&(fixture)), (word)), (expected))

/* Expects that the lines of a module with just this unit are these. */
static void expect_unit(int line, const char *text, const char *word, const char *expected)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", text);
    expect_text(line, lines_of(&fixture, fixture_link(&fixture), word), expected);
    fixture_end(&fixture);
}

#define EXPECT_UNIT(text, word, expected) expect_unit(__LINE__, (text), (word), (expected))

/* Lines of `root` for the phases. */
#define AT_ATTACH " phases process-attach-dynamic process-attach-static at /src/a.c\n"
#define AT_DETACH " phases process-detach-unload process-detach-exit at /src/a.c\n"
#define AT_ALL                                                                                     \
    " phases process-attach-dynamic process-attach-static thread-attach thread-detach "            \
    "process-detach-unload process-detach-exit at /src/a.c\n"

Test(linking, the_whole_module_is_text)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c",
                      "(function $f @0:3:6 (block (call @0:4:5 (ref $One)) (call @0:5:5 (ref $g))))"
                      "(function $DllMain params $instance $reason $reserved @0:9:13 (block "
                      "(declare $fp (ref $f)) (call @0:10:5 (ref $fp)) (call @0:11:5 (ref $h))"
                      "(if (ref $reason) (return))))");
    (void)fixture_add(&fixture, "/src/b.c", "(function $h @0:1:1 (block))");
    struct strbuf out;
    strbuf_init(&out, fixture.arena);
    program_write(&out, fixture_link(&fixture));
    expect_text(__LINE__, out.text,
                "module m\nunit /src/a.c\nunit /src/b.c\n"
                "root dllmain DllMain phases process-attach-dynamic process-attach-static "
                "thread-attach thread-detach process-detach-unload process-detach-exit at "
                "/src/a.c:9:13\n"
                "fn 1 f at /src/a.c:3:6\n"
                "  calls One = api at /src/a.c:4:5\n"
                "  calls g = outside at /src/a.c:5:5\n"
                "fn 2 DllMain at /src/a.c:9:13 decisive 2\n"
                "  calls fp = through a value at /src/a.c:10:5\n"
                "  calls h = fn 3 at /src/a.c:11:5\n"
                "fn 3 h at /src/b.c:1:1\n"
                "slot fp: f\n");
    fixture_end(&fixture);
}

/* Name of the file that the body of `name` in unit 0 is in; "" if there is none. */
static const char *definition_file(const struct program *program, const char *name)
{
    const struct unit *unit = program->units.at[0];
    for (uint32_t s = 1; s < unit->symbols.n; s++) {
        if (strcmp(unit->symbols.at[s].name, name) == 0) {
            fn_id body = program_body(program, 0, (sym_id){s});
            return body.i == 0 ? ""
                               : program->units.at[program->functions.at[body.i].unit]->main_file;
        }
    }
    return "no such symbol";
}

/* Expects where `f` of unit /src/a/a.c is defined when two other units have these texts. */
static void expect_definition(int line, const char *own, const char *const texts[2],
                              const char *const paths[2], const char *expected)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a/a.c", own);
    for (uint32_t i = 0; i < 2; i++) {
        (void)fixture_add(&fixture, paths[i], texts[i]);
    }
    expect_text(line, definition_file(fixture_link(&fixture), "f"), expected);
    fixture_end(&fixture);
}

#define EXPECT_DEFINITION(own, text1, path1, text2, path2, expected)                               \
    expect_definition(__LINE__, (own), (const char *const[2]){(text1), (text2)},                   \
                      (const char *const[2]){(path1), (path2)}, (expected))

#define DEFINED "(function $f (block))"
#define WEAK "(function $f weak (block))"

Test(linking, a_symbol_means_the_definition_of_its_usr_in_another_unit)
{
    EXPECT_DEFINITION("", "", "/src/b.c", DEFINED, "/src/c.c", "/src/c.c");
    EXPECT_DEFINITION("", "", "/src/b.c", "", "/src/c.c", "");
    EXPECT_DEFINITION("", "(symbol 'f' usr 'c:@N@f')" DEFINED, "/src/b.c", "", "/src/c.c", "");
}

Test(linking, the_own_definition_wins)
{
    EXPECT_DEFINITION(DEFINED, DEFINED, "/src/a/b.c", DEFINED, "/src/c.c", "/src/a/a.c");
}

Test(linking, the_nearest_definition_wins)
{
    EXPECT_DEFINITION("", DEFINED, "/src/b/b.c", DEFINED, "/src/a/c.c", "/src/a/c.c");
    EXPECT_DEFINITION("", DEFINED, "/src/a/x/b.c", DEFINED, "/lib/c.c", "/src/a/x/b.c");
    EXPECT_DEFINITION("", DEFINED, "/src/b/b.c", DEFINED, "/src/c/c.c", "/src/b/b.c");
    EXPECT_DEFINITION("", DEFINED, "/src/ab/b.c", DEFINED, "/src/a/c.c", "/src/a/c.c");
}

Test(linking, a_weak_definition_gives_way)
{
    EXPECT_DEFINITION("", WEAK, "/src/b/b.c", DEFINED, "/src/c/c.c", "/src/c/c.c");
    EXPECT_DEFINITION("", DEFINED, "/src/b/b.c", WEAK, "/src/c/c.c", "/src/b/b.c");
    EXPECT_DEFINITION("", WEAK, "/src/b/b.c", WEAK, "/src/c/c.c", "/src/b/b.c");
}

Test(linking, internal_linkage_is_kept_apart)
{
    EXPECT_DEFINITION("", "(symbol 'f' internal)" DEFINED, "/src/b.c", "", "/src/c.c", "");
    EXPECT_DEFINITION("", "(symbol 'f' internal)" DEFINED, "/src/a/b.c", DEFINED, "/src/c.c",
                      "/src/c.c");
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", "(symbol 's1' internal)(function $s1 (block))");
    (void)fixture_add(&fixture, "/src/b.c",
                      "(symbol 's1' internal)(function $s1 (block))" FUNCTION("f", CALL("s1", "")));
    EXPECT_LINES(fixture, "  calls", "  calls s1 = fn 2 at /src/b.c\n");
    fixture_end(&fixture);
}

Test(linking, an_undeclared_name_means_the_function_of_that_name)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c",
                      "(symbol 'k1' undeclared)" FUNCTION("f", CALL("k1", "")));
    (void)fixture_add(&fixture, "/src/b.c", "(symbol 'k1')(function $k1 (block))");
    EXPECT_LINES(fixture, "  calls", "  calls k1 = fn 2 at /src/a.c\n");
    fixture_end(&fixture);
}

Test(linking, entry_points_are_known_by_name)
{
    EXPECT_UNIT(DLLMAIN(""), "root", "root dllmain DllMain" AT_ALL);
    EXPECT_UNIT("(symbol 'DllEntryPoint')" FUNCTION("DllEntryPoint", ""), "root",
                "root entry-point DllEntryPoint" AT_ALL);
    EXPECT_UNIT("(symbol '_DllMainCRTStartup')" FUNCTION("_DllMainCRTStartup", ""), "root",
                "root entry-point _DllMainCRTStartup" AT_ALL);
    EXPECT_UNIT("(symbol 'dllmain')" FUNCTION("dllmain", ""), "root", "");
    EXPECT_UNIT("(symbol 'DllMain' internal)" DLLMAIN(""), "root", "");
    EXPECT_UNIT("(symbol 'ns::DllMain' namespaced)" FUNCTION("'ns::DllMain'", ""), "root", "");
    EXPECT_UNIT("(symbol method 'DllMain' member)" FUNCTION("DllMain", ""), "root", "");
}

Test(linking, an_entry_point_may_be_renamed_by_a_macro)
{
    EXPECT_UNIT("(symbol 'my_DllMain' spelled 'DllMain')" FUNCTION("'my_DllMain'", ""), "root",
                "root dllmain my_DllMain" AT_ALL);
}

/* Expects the roots when the build names the entry point. */
static void expect_entry(int line, const char *entry, const char *expected)
{
    struct fixture fixture = fixture_start();
    fixture.entry = entry;
    (void)fixture_add(&fixture, "/src/a.c",
                      "(symbol 'Own')(symbol '_Own2')" DLLMAIN("") FUNCTION("Own", "")
                          FUNCTION("'_Own2'", ""));
    expect_text(line, lines_of(&fixture, fixture_link(&fixture), "root"), expected);
    fixture_end(&fixture);
}

#define EXPECT_ENTRY(entry, expected) expect_entry(__LINE__, (entry), (expected))

Test(linking, the_build_may_name_the_entry_point)
{
    EXPECT_ENTRY("Own", "root entry-point Own" AT_ALL);
    EXPECT_ENTRY("_Own@12", "root entry-point Own" AT_ALL);
    EXPECT_ENTRY("_Own", "root entry-point Own" AT_ALL);
    EXPECT_ENTRY("_Own2", "root entry-point _Own2" AT_ALL);
    EXPECT_ENTRY("DllMain", "root dllmain DllMain" AT_ALL);
    EXPECT_ENTRY("_DllMain@12", "root dllmain DllMain" AT_ALL);
    EXPECT_ENTRY("Nobody", "root dllmain DllMain" AT_ALL);
    EXPECT_ENTRY("_Owner", "root dllmain DllMain" AT_ALL);
}

#define TABLE_OF(section, value) "(symbol global 'p1')(global $p1 section '" section "' " value ")"

Test(linking, tables_of_the_runtime_hold_roots)
{
    EXPECT_UNIT(DEFINED TABLE_OF(".CRT$XLB", "(ref $f)"), "root", "root tls-callback f" AT_ALL);
    EXPECT_UNIT(DEFINED TABLE_OF(".CRT$XCU", "(ref $f)"), "root", "root initialiser f" AT_ATTACH);
    EXPECT_UNIT(DEFINED TABLE_OF(".CRT$XIA", "(ref $f)"), "root", "root initialiser f" AT_ATTACH);
    EXPECT_UNIT(DEFINED TABLE_OF(".CRT$XPX", "(ref $f)"), "root", "root terminator f" AT_DETACH);
    EXPECT_UNIT(DEFINED TABLE_OF(".CRT$XTZ", "(ref $f)"), "root", "root terminator f" AT_DETACH);
    EXPECT_UNIT(DEFINED TABLE_OF(".CRT$XDU", "(ref $f)"), "root", "");
    EXPECT_UNIT(DEFINED TABLE_OF(".data", "(ref $f)"), "root", "");
    EXPECT_UNIT(DEFINED TABLE_OF(".CRT$XLB", "(int 0)"), "root", "");
    EXPECT_UNIT(DEFINED TABLE_OF(".CRT$XLB", "(ref $g)"), "root", "");
}

Test(linking, a_table_may_hold_several_functions_in_order)
{
    EXPECT_UNIT(DEFINED FUNCTION("g", "")
                    TABLE_OF(".CRT$XCU", "(init-list (ref $f) (int 0) (address (ref $g)))"),
                "root", "root initialiser f" AT_ATTACH "root initialiser g" AT_ATTACH);
}

Test(linking, constructor_attributes_make_roots)
{
    EXPECT_UNIT("(function $f constructor (block))(function $g destructor priority 101 (block))",
                "root", "root constructor f" AT_ATTACH "root destructor g" AT_DETACH);
}

#define GLOBAL(flags) "(symbol global 'g1' " flags ")"

Test(linking, globals_that_run_code_make_roots)
{
    EXPECT_UNIT(GLOBAL("") "(global $g1 dynamic " ASK ")", "root", "root initialiser g1" AT_ATTACH);
    EXPECT_UNIT(GLOBAL("") "(global $g1 " ASK ")", "root", "");
    EXPECT_UNIT(GLOBAL("local-static") "(global $g1 dynamic " ASK ")", "root", "");
    EXPECT_UNIT(GLOBAL("system") "(global $g1 dynamic " ASK ")", "root", "");
    EXPECT_UNIT(GLOBAL("") "(global $g1 declaration dynamic " ASK ")", "root", "");
    EXPECT_UNIT(GLOBAL("thread") "(global $g1 dynamic " ASK ")", "root",
                "root initialiser g1 phases process-attach-dynamic process-attach-static "
                "thread-attach at /src/a.c\n");
    EXPECT_UNIT("(symbol destructor 'G::~G' usr 'c:@G' member)" FUNCTION("'G::~G'", "")
                    GLOBAL("") "(global $g1 destroyed destroyed-by $'G::~G')",
                "root", "root global-destructor g1" AT_DETACH);
    EXPECT_UNIT("(symbol destructor 'G::~G' usr 'c:@G' member)" GLOBAL(
                    "") "(global $g1 destroyed destroyed-by $'G::~G')",
                "root", "");
}

Test(linking, an_inline_variable_of_two_units_is_one_root)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", GLOBAL("") "(global $g1 dynamic " ASK ")");
    (void)fixture_add(&fixture, "/src/b.c", GLOBAL("") "(global $g1 dynamic " ASK ")");
    EXPECT_LINES(fixture, "root", "root initialiser g1" AT_ATTACH);
    fixture_end(&fixture);
}

Test(linking, a_static_variable_of_two_units_is_two_roots)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", GLOBAL("internal") "(global $g1 dynamic " ASK ")");
    (void)fixture_add(&fixture, "/src/a.c", GLOBAL("internal") "(global $g1 dynamic " ASK ")");
    EXPECT_LINES(fixture, "root", "root initialiser g1" AT_ATTACH "root initialiser g1" AT_ATTACH);
    fixture_end(&fixture);
}

static void expect_executable(int line, const char *text, bool expected)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", text);
    cr_expect_eq(program_executable(fixture_link(&fixture)).i != 0, expected, "line %d", line);
    fixture_end(&fixture);
}

Test(linking, an_executable_has_main_and_no_dll_entry)
{
    expect_executable(__LINE__, "(symbol 'main')(function $main (block))", true);
    expect_executable(__LINE__, "(symbol 'wWinMain')(function $wWinMain (block))", true);
    expect_executable(__LINE__, "(symbol 'main')(function $main (block))" DLLMAIN(""), false);
    expect_executable(__LINE__, "(symbol 'main')", false);
    expect_executable(__LINE__, "(symbol 'main' internal)(function $main (block))", false);
    expect_executable(__LINE__, "(symbol method 'main')(function $main (block))", false);
    expect_executable(__LINE__, "", false);
}
