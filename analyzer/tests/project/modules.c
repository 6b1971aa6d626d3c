/* modules.c - which jobs make one DLL. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/os.h"
#include "project/link.h"
#include "support.h"

/* A database of one entry for each (source, object) pair, each compiled in build/ by gcc. */
static struct project *load_objects(struct bench *bench, const char *const (*pairs)[2],
                                    size_t n_pairs)
{
    struct strbuf json;
    strbuf_init(&json, bench->arena);
    for (size_t i = 0; i < n_pairs; i++) {
        bench_write(bench, pairs[i][0], "");
        strbuf_printf(&json,
                      "%s{'directory':'@ROOT@/build','file':'../%s',"
                      "'command':'gcc -o %s -c ../%s'}",
                      i == 0 ? "[" : ",", pairs[i][0], pairs[i][1], pairs[i][0]);
    }
    strbuf_adds(&json, "]");
    struct project *project = bench_load_database(bench, json.text);
    cr_assert_not_null(project, "%s", bench->messages.text);
    return project;
}

Test(modules, cmakes_object_folders_are_modules_also_where_flags_are_the_same)
{
    struct bench *bench = bench_start("mod_cmake");
    static const char *const pairs[][2] = {
        {"a.c", "CMakeFiles/one.dir/a.c.obj"},
        {"shared.c", "CMakeFiles/one.dir/shared.c.obj"},
        {"shared.c", "sub/CMakeFiles/two.dir/__/shared.c.obj"},
        {"b.c", "sub/CMakeFiles/two.dir/__/b.c.obj"},
    };
    struct project *project = load_objects(bench, pairs, 4);
    cr_expect_eq(project->jobs.n, 3);
    cr_expect_eq(project->modules.n, 2);
    cr_expect_str_eq(bench_module(bench, project, "one"), "a.c shared.c");
    cr_expect_str_eq(bench_module(bench, project, "two"), "b.c shared.c");
    bench_end(bench);
}

Test(modules, folders_of_the_same_name_are_told_apart)
{
    struct bench *bench = bench_start("mod_twins");
    static const char *const pairs[][2] = {{"a.c", "x/foo.dll.p/a.obj"},
                                           {"b.c", "y/foo.dll.p/b.obj"},
                                           {"c.c", "z/CMakeFiles/bar.dir/c.obj"},
                                           {"d.c", "CMakeFiles/bar.dir/d.obj"}};
    struct project *project = load_objects(bench, pairs, 4);
    cr_expect_str_eq(bench_module(bench, project, "x/foo"), "a.c");
    cr_expect_str_eq(bench_module(bench, project, "y/foo"), "b.c");
    cr_expect_str_eq(bench_module(bench, project, "z/bar"), "c.c");
    cr_expect_str_eq(bench_module(bench, project, "bar"), "d.c");
    bench_end(bench);
}

Test(modules, other_object_folders_are_no_evidence)
{
    struct bench *bench = bench_start("mod_unknown");
    static const char *const pairs[][2] = {{"x/a.c", "obj/x/a.o"}, {"y/b.c", "obj/y/b.o"}};
    struct project *project = load_objects(bench, pairs, 2);
    cr_assert_eq(project->modules.n, 1);
    cr_expect_eq(project->modules.at[0].kind, MODULE_UNKNOWN);
    cr_expect_str_eq(bench_module(bench, project, "mod_unknown"), "x/a.c y/b.c");
    bench_end(bench);
}

Test(modules, what_lies_in_no_targets_folder_is_kept)
{
    struct bench *bench = bench_start("mod_rest");
    static const char *const pairs[][2] = {{"a.c", "CMakeFiles/one.dir/a.c.obj"}, {"b.c", "b.o"}};
    struct project *project = load_objects(bench, pairs, 2);
    cr_expect_str_eq(bench_module(bench, project, "one"), "a.c");
    cr_expect_str_eq(bench_module(bench, project, "mod_rest"), "b.c");
    bench_end(bench);
}

Test(modules, declared_globs_go_before_what_was_found)
{
    struct bench *bench = bench_start("mod_specs");
    static const char *const pairs[][2] = {{"x/a.c", "a.o"}, {"y/b.c", "b.o"}, {"u.c", "u.o"}};
    static const char *const specs[] = {"one=x/*,u.c", "two=./y/*,u.c,none*", "three"};
    bench->request.module_specs = specs;
    bench->request.n_module_specs = 2;
    struct project *project = load_objects(bench, pairs, 3);
    cr_expect_eq(project->modules.n, 2);
    cr_expect_str_eq(bench_module(bench, project, "one"), "u.c x/a.c");
    cr_expect_str_eq(bench_module(bench, project, "two"), "u.c y/b.c");
    cr_expect(bench_said(bench, "no source matches \"none*\""));
    bench->request.n_module_specs = 1;
    project = bench_load(bench);
    cr_expect_str_eq(bench_module(bench, project, "mod_specs"), "y/b.c");
    bench->request.module_specs = specs + 2;
    project = bench_load(bench);
    cr_expect_eq(project->modules.n, 1);
    bench_end(bench);
}

Test(modules, wrong_declarations_are_errors)
{
    struct bench *bench = bench_start("mod_specs_bad");
    static const char *const bad[][2] = {
        {"=a.c", "b"}, {"x=build/a.c", "x=*"}, {"x=z*", "y=build/a.c"}};
    static const char *const words[] = {"expected a name", "declared twice", "has no source"};
    for (size_t i = 0; i < 3; i++) {
        bench->request.module_specs = bad[i];
        bench->request.n_module_specs = 2;
        const char *folder = bench_path(bench, "build");
        cr_expect_null(bench_load_command(bench, folder, "a.c", "cc a.c"));
        cr_expect(bench_said(bench, words[i]), "%s", words[i]);
    }
    cr_expect_eq(bench->diag.n_errors, 3);
    bench_end(bench);
}

Test(modules, the_users_entry_point_is_every_modules)
{
    struct bench *bench = bench_start("mod_entry");
    bench_copy(bench, "cmake-file-api");
    bench->request.build = bench_path(bench, "build");
    bench->request.entry = "Mine";
    struct project *project = bench_load(bench);
    cr_assert_not_null(project);
    cr_expect_str_eq(project->modules.at[0].entry, "Mine");
    cr_expect_str_eq(project->modules.at[1].entry, "Mine");
    bench_end(bench);
}

/* Loads the File API case after one file of the reply was replaced; `name` is its beginning. */
static struct project *load_damaged(struct bench *bench, const char *name, const char *text)
{
    bench_copy(bench, "cmake-file-api");
    const char *folder = bench_path(bench, "build/.cmake/api/v1/reply");
    uint32_t n = 0;
    const char **names = os_list(bench->arena, folder, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (strncmp(names[i], name, strlen(name)) == 0) {
            bench_write(bench, arena_printf(bench->arena, "%s/%s", folder, names[i]), text);
        }
    }
    bench->request.build = bench_path(bench, "build");
    struct project *project = bench_load(bench);
    cr_assert_not_null(project, "%s", bench->messages.text);
    return project;
}

Test(modules, a_damaged_file_api_reply_falls_back_to_object_folders)
{
    static const char *const cases[][2] = {
        {"index-", "[[["},
        {"index-", "{\"objects\":[{\"kind\":\"codemodel\",\"version\":{\"major\":2},\"jsonFile\":"
                   "\"../../../../compile_commands.json\"}]}"},
        {"index-", "{\"objects\":7}"},
        {"codemodel-", "{\"configurations\":[{\"targets\":[{\"jsonFile\":\"gone.json\"}]}]}"},
        {"codemodel-", "{\"configurations\":{}}"},
        {"target-core", "{\"id\":1}"},
        {"target-core", "null"},
    };
    for (size_t i = 0; i < sizeof cases / sizeof cases[0]; i++) {
        struct bench *bench = bench_start("mod_damaged");
        struct project *project = load_damaged(bench, cases[i][0], cases[i][1]);
        cr_expect_str_eq(bench_module(bench, project, "core"), "core/dllmain.c shared/common.c",
                         "%zu", i);
        cr_expect_str_eq(bench_module(bench, project, "app"), "core/app.c", "%zu", i);
        bench_end(bench);
    }
}

Test(modules, libraries_that_depend_on_each_other_end)
{
    struct bench *bench = bench_start("mod_loop");
    struct project *project = load_damaged(
        bench, "target-deep",
        "{\"id\":\"deep::@6890427a1f51a3e7e1df\",\"name\":\"deep\",\"type\":\"STATIC_LIBRARY\","
        "\"sources\":[{\"path\":\"shared/deep.c\",\"compileGroupIndex\":0},7,{\"path\":[]}],"
        "\"dependencies\":[{\"id\":\"util::@6890427a1f51a3e7e1df\"},"
        "{\"id\":\"deep::@6890427a1f51a3e7e1df\"},3]}");
    cr_expect_str_eq(bench_module(bench, project, "core"),
                     "core/dllmain.c shared/common.c shared/deep.c shared/objs.c shared/util.c");
    bench_end(bench);
}

/* Checks what link_read() finds: the entry point and the delayed DLLs, '+' between. */
static void check_link(const char *command, bool is_i686, const char *entry, const char *delayed)
{
    struct arena *arena = arena_create();
    struct arguments words = {0};
    struct link_options options = {0};
    cr_assert(command_line_split(arena, &words, command, QUOTING_POSIX, false));
    link_read(arena, &options, &words, is_i686);
    struct strbuf list;
    strbuf_init(&list, arena);
    for (uint32_t i = 0; i < options.delayed.n; i++) {
        strbuf_printf(&list, "%s%s", i > 0 ? "+" : "", options.delayed.at[i]);
    }
    cr_expect_str_eq(options.entry == NULL ? "-" : options.entry, entry, "%s", command);
    cr_expect_str_eq(list.text, delayed, "%s", command);
    arena_destroy(arena);
}

Test(modules, entry_points_are_read_from_any_linker)
{
    check_link("-shared -Wl,-e,DllMain -lfoo", false, "DllMain", "");
    check_link("-Wl,-e,_DllMain@12", true, "DllMain", "");
    check_link("-Wl,--entry=_Entry", true, "Entry", "");
    check_link("-Wl,--entry,_entry", false, "_entry", "");
    check_link("-e Entry", false, "Entry", "");
    check_link("-Xlinker --entry -Xlinker Entry", false, "Entry", "");
    check_link("-Xlinker /ENTRY:Entry", false, "Entry", "");
    check_link("/DLL /entry:Entry /NOENTRY", true, "Entry", "");
    check_link("-Wl,-entry:Entry", false, "Entry", "");
    check_link("-Wl,-eEntry -export-dynamic", false, "Entry", "");
    check_link("-Wl,-e,0 -e", false, "-", "");
}

Test(modules, delayed_dlls_are_read_from_any_linker)
{
    check_link("/DELAYLOAD:winmm.dll /delayload:ws2_32.dll delayimp.lib", false, "-",
               "winmm.dll+ws2_32.dll");
    check_link("-Wl,--delayload,a.dll -Wl,--delayload=b.dll -Wl,-delayload:A.DLL", false, "-",
               "a.dll+b.dll");
    check_link("/DELAYLOAD: -Wl,--delayload", false, "-", "");
}
