/*
 * demand.c - modules are spared only where no root can be: every case of testdata that has a
 * finding must be needed, and texts that hide an entry point, too.
 */
#include "cli/demand.h"

#include <criterion/criterion.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"

static struct arena *arena;
static const char *folder;
static struct packs *packs;

static void set_up(void)
{
    arena = arena_create();
    folder = arena_printf(arena, "%s/dllmain-lint.demand.%llu", os_temporary_folder(arena),
                          (unsigned long long)os_process_id());
    struct diag diag = {0};
    packs = packs_load(arena, NULL, 0, &diag);
    cr_assert_not_null(packs);
}

static void tear_down(void)
{
    os_remove_folder(path_join(arena, folder, "sdk"));
    os_remove_folder(folder);
    arena_destroy(arena);
}

static const char *write_text(const char *name, const char *text)
{
    const char *path = path_join(arena, folder, name);
    cr_assert_null(os_write_file(arena, path, text, strlen(text)));
    return path;
}

/* True if a module of this one C file is needed; `flag` (NULL: none) is an argument more. */
static bool is_needed(const char *file, const char *entry, const char *flag)
{
    const char *args[] = {"--target=x86_64-w64-windows-gnu", "-nostdlibinc", "-isystem",
                          arena_printf(arena, "%s/sdk", folder), flag};
    struct job job = {.file = file,
                      .folder = folder,
                      .args = args,
                      .n_args = flag == NULL ? 4 : 5,
                      .cplusplus = !text_ends(file, ".c")};
    struct module module = {.name = "m", .entry = entry};
    VEC_PUSH(arena, &module.jobs, 0);
    struct project project = {.root = "/nowhere"};
    VEC_PUSH(arena, &project.jobs, job);
    VEC_PUSH(arena, &project.modules, module);
    struct demand_input input = {.project = &project, .packs = packs};
    return demand_modules(arena, &input)[0].needed;
}

static bool text_is_needed(const char *text)
{
    return is_needed(write_text("a.c", text), NULL, NULL);
}

TestSuite(demand, .init = set_up, .fini = tear_down);

Test(demand, is_there_for_every_case_with_a_finding)
{
    uint32_t n_areas = 0, n_checked = 0;
    const char *cases = SOURCE_FOLDER "/testdata/cases";
    const char **areas = os_list(arena, cases, &n_areas);
    for (uint32_t a = 0; a < n_areas; a++) {
        uint32_t n = 0;
        const char *area = path_join(arena, cases, areas[a]);
        const char **names = os_list(arena, area, &n);
        for (uint32_t i = 0; i < n; i++) {
            const char *file = path_join(arena, area, names[i]);
            const char *expected =
                arena_printf(arena, "%s/%s.expected", area, path_stem(arena, file));
            const char *text = os_read_file(arena, file, NULL, NULL);
            const char *golden = os_read_file(arena, expected, NULL, NULL);
            if (text_ends(file, ".c") && golden != NULL && strstr(golden, " DLM") != NULL &&
                strstr(text, "--entry") == NULL) {
                n_checked++;
                cr_expect(is_needed(file, NULL, NULL), "%s", file);
            }
        }
    }
    cr_expect_gt(n_checked, 300, "%u", n_checked);
}

Test(demand, is_none_where_no_root_is_named)
{
    write_text("sdk/process.h", "int DllMain(void *, int, void *);\n"
                                "#define ENTRY(x) int DllMain(x) {\n#define DLL Dll\n");
    cr_expect_not(text_is_needed("#include <process.h>\n/* DllMain */ int f(void) { return 1; }\n"
                                 "const char *s = \"DllMain\";\n"));
    cr_expect_not(text_is_needed("#define HIDDEN __attribute__((x))\n"
                                 "int DllMain(void *, int, void *) HIDDEN;\n"));
    cr_expect_not(text_is_needed("int DllMain2(void) { return a##b; }\n"));
    cr_expect_not(text_is_needed("#define PASTE(a, b) a##b\nint PASTE(D, llM)(int ain);\n"));
}

Test(demand, is_there_where_a_root_may_be)
{
    write_text("sdk/process.h", "#define ENTRY(x) int DllMain(x) {\n");
    write_text("own.h", "int DllMain(void *m) { return 1; }\n");
    static const char *const texts[] = {
        "int DllMain(void *m, int r, void *p) { return 1; }\n",
        "int _DllMainCRTStartup(void *m) { return 1; }\n",
        "#define PASTE(a, b) a##b\nint PASTE(Dll, Main)(void *m) { return 1; }\n",
        "#define PASTE(a) _##a##Startup\nint PASTE(DllMainCRT)(void *m) { return 1; }\n",
        "#define BODY { return 1; }\nint DllMain(void *m) BODY;\n",
        "#include <process.h>\nENTRY(void) return 1; }\n",
        "#include \"own.h\"\n",
        "#include HEADER\n",
        "int Dll\\\nMain(void *m) { return 1; }\n",
        "__attribute__((constructor)) void f(void) { }\n",
        "#define AT_END __attribute__((__destructor__))\n",
        "__attribute__((section(\".CRT$XLB\"))) void *p = f;\n",
        "#pragma data_seg(\".CRT$XCU\")\nvoid (*p)(void) = f;\n",
    };
    for (size_t i = 0; i < sizeof texts / sizeof *texts; i++) {
        cr_expect(text_is_needed(texts[i]), "%s", texts[i]);
    }
}

Test(demand, does_not_follow_macros_without_end)
{
    struct strbuf text;
    strbuf_init(&text, arena);
    for (uint32_t i = 0; i < 20000; i++) {
        strbuf_printf(&text, "#define A%u A%u\n", i, i + 1);
    }
    strbuf_adds(&text, "#define A20000 DllMain\nint A0(void *m) { return 1; }\n");
    cr_expect(text_is_needed(text.text));
    cr_expect_not(text_is_needed("#define A B\n#define B A\nint A(void *m) { return 1; }\n"));
}

/* Known wrong: single letters are names in most programs, and not taken for pieces; nor are more
 * than three pieces.  --all-units parses such a unit. */
Test(demand, misses_names_pasted_from_letters_or_many_pieces)
{
    cr_expect_not(text_is_needed("#define PASTE(a, b, c) a##b##c\n"
                                 "int PASTE(D, ll, Main)(void *m) { return 1; }\n"));
    cr_expect_not(text_is_needed("#define PASTE(a, b, c, d) a##b##c##d\n"
                                 "int PASTE(DllM, ai, nC, RTStartup)(void *m) { return 1; }\n"));
}

Test(demand, goes_by_the_build)
{
    const char *start = write_text("a.c", "int start(void *m) { return 1; }\n");
    cr_expect(is_needed(start, "start", NULL));
    cr_expect(is_needed(start, "_start@12", NULL));
    cr_expect_not(is_needed(start, "begin", NULL));
    cr_expect_not(is_needed(start, NULL, NULL));
    cr_expect(is_needed(start, NULL, "-Dstart=DllMain"));
    cr_expect(is_needed(write_text("a.cpp", "int a;\n"), NULL, NULL));
    cr_expect(is_needed(path_join(arena, folder, "missing.c"), NULL, NULL));
}
