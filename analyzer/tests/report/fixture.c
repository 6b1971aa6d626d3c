/* fixture.c - report data made by hand over source files in a temporary folder. */
#define _POSIX_C_SOURCE 200809L /* mkdtemp */
#include "fixture.h"

#include <criterion/criterion.h>

#include <dirent.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "base/os.h"
#include "base/path.h"

static const char main_c[] = "#include <windows.h>\n"
                             "\n"
                             "void component_init(void);\n"
                             "BOOL WINAPI DllMain(HINSTANCE dll, DWORD reason, LPVOID reserved)\n"
                             "{\n"
                             "\tif (reason == DLL_PROCESS_ATTACH) { component_init(); }\n"
                             "\treturn TRUE;\n"
                             "}\n";

/* A multi-byte comment before the call, CRLF, an escape sequence, ill-formed UTF-8. */
static const char util_c[] = "#include \"util.h\"\r\n"
                             "\r\n"
                             "void component_init(void)\r\n"
                             "{\r\n"
                             "    /* \xf0\x9f\x98\x80 \xc3\xa9 */ LoadLibraryA(\"x.dll\");\r\n"
                             "    /* \x1b[31m \xff\xe2\x82 */ g_thread->Wait(INFINITE);\r\n"
                             "}\r\n";

const char *fixture_file(struct fixture *fixture, const char *name, const char *text, size_t len)
{
    const char *path = arena_printf(fixture->arena, "%s/%s", fixture->folder, name);
    FILE *file = fopen(path, "wb");
    cr_assert_not_null(file);
    cr_assert_eq(fwrite(text, 1, len, file), len);
    cr_assert_eq(fclose(file), 0);
    return path;
}

static void add_rules(struct fixture *fixture)
{
    struct arena *arena = fixture->arena;
    struct rule load = {
        .id = "DLM101",
        .name = "LoadLibraryUnderLoaderLock",
        .summary = "A library is loaded under the loader lock.",
        .message = "'{sink}' is called from '{root}' {phases}, under the loader lock.",
        .why = "Loading a library runs other code under the lock.\n\nIt can deadlock.",
        .when_it_shows = "On machines where another thread loads a library at the same time.",
        .fix = "Load the library on first use:\n\n    static INIT_ONCE once;\n    init(&once);",
        .safe_instead = "",
        .verify = "",
        .enabled = true,
    };
    load.why_phase[PHASE_ATTACH_DYNAMIC] = "The order of initialisation is not known.";
    load.why_phase[PHASE_ATTACH_STATIC] = "The order of initialisation is not known.";
    struct rule wait = load;
    wait.id = "DLM201";
    wait.name = "WaitUnderLoaderLock";
    wait.summary = "A wait under the loader lock {never} ends";
    wait.message = "{sink} waits {phases} in {module} {sic}";
    struct rule_effect effect = {.effect = "loads-library"};
    struct rule_effect waits = {.effect = "waits"};
    for (uint32_t i = 0; i < PHASES; i++) {
        effect.levels[i] = LEVEL_ERROR;
        waits.levels[i] = LEVEL_WARNING;
    }
    const char *url = "https://learn.microsoft.com/windows/win32/dlls/dllmain";
    VEC_PUSH(arena, &load.sources, url);
    VEC_PUSH(arena, &load.effects, effect);
    VEC_PUSH(arena, &wait.sources, url);
    VEC_PUSH(arena, &wait.effects, waits);
    VEC_PUSH(arena, &fixture->packs.rules, load);
    VEC_PUSH(arena, &fixture->packs.rules, wait);
}

void fixture_start(struct fixture *fixture)
{
    *fixture = (struct fixture){.arena = arena_create()};
    char name[] = "report-sources-XXXXXX";
    cr_assert_not_null(mkdtemp(name));
    fixture->folder = path_join(fixture->arena, os_current_folder(fixture->arena), name);
    fixture->options = (struct report_options){
        .tool_version = "0.1.0",
        .information_uri = "https://example.com/dllmain-lint",
        .repository_uri = "https://example.com/sample",
        .revision = "0123456789abcdef0123456789abcdef01234567",
    };
    fixture->data.root_folder = fixture->folder;
    fixture->data.packs = &fixture->packs;
    fixture->core.module = "core";
    fixture->core.n_units = 2;
    fixture->util.module = "util";
    fixture->util.n_units = 1;
    add_rules(fixture);
}

static struct api *add_api(struct fixture *fixture, const char *name, const char *effect)
{
    struct api *api = ARENA_NEW(fixture->arena, struct api);
    api->name = name;
    api->confidence = "documented";
    api->source =
        "https://learn.microsoft.com/windows/win32/dlls/dynamic-link-library-best-practices";
    VEC_PUSH(fixture->arena, &api->effects, effect);
    return api;
}

static struct step step(const char *function, const char *calls, const char *file, uint32_t line,
                        uint32_t column)
{
    struct place place = {.file = file, .line = line, .column = column};
    return (struct step){.function = function, .calls = calls, .at = place};
}

/* DllMain > component_init > LoadLibraryA, and > operator[] of a system header > Wait. */
static void add_sinks(struct fixture *fixture, struct reach *reach, const char *main_file,
                      const char *util_file)
{
    struct arena *arena = fixture->arena;
    struct root root = {.kind = "dllmain",
                        .function = "DllMain",
                        .at = {.file = main_file, .line = 4, .column = 13},
                        .phases = (1u << PHASES) - 1};
    VEC_PUSH(arena, &reach->roots, root);
    struct sink load = {.api = add_api(fixture, "LoadLibraryA", "loads-library"),
                        .name = "LoadLibraryA",
                        .phase = PHASE_ATTACH_DYNAMIC};
    VEC_PUSH(arena, &load.steps, step("DllMain", "component_init", main_file, 6, 38));
    VEC_PUSH(arena, &load.steps, step("component_init", "LoadLibraryA", util_file, 5, 19));
    VEC_PUSH(arena, &reach->sinks, load);
    load.phase = PHASE_ATTACH_STATIC;
    VEC_PUSH(arena, &reach->sinks, load);
    struct sink wait = {.api = add_api(fixture, "Gate::operator[]", "waits"),
                        .name = "Gate::operator[]",
                        .phase = PHASE_DETACH_EXIT,
                        .certainty = CERTAINTY_POSSIBLE,
                        .reason = "one of 2 functions that the pointer can hold"};
    VEC_PUSH(arena, &wait.steps, step("component_init", "Wait", util_file, 6, 21));
    struct step inner = step("Wait", "Gate::operator[]", "/usr/lib/x/include/c++/gate.h", 7, 3);
    inner.at.system = true;
    inner.through = "pointer g_ops.wait";
    VEC_PUSH(arena, &wait.steps, inner);
    VEC_PUSH(arena, &reach->sinks, wait);
}

void fixture_findings(struct fixture *fixture)
{
    const char *main_file = fixture_file(fixture, "main.c", main_c, sizeof main_c - 1);
    const char *util_file = fixture_file(fixture, "util 1.c", util_c, sizeof util_c - 1);
    struct cut cut = {.kind = "unknown-target", .detail = "g_ops.init"};
    cut.at = (struct place){.file = util_file, .line = 6, .column = 21};
    struct cut failed = {.kind = "failed-unit", .detail = "it took longer than 60 s"};
    failed.at = (struct place){.file = main_file};
    VEC_PUSH(fixture->arena, &fixture->core.cuts, cut);
    VEC_PUSH(fixture->arena, &fixture->core.cuts, failed);
    add_sinks(fixture, &fixture->core, main_file, util_file);
    add_sinks(fixture, &fixture->util, main_file, util_file);
    struct verdict_options options = {0};
    verdict_add(fixture->arena, &fixture->data, &fixture->util, &options);
    verdict_add(fixture->arena, &fixture->data, &fixture->core, &options);
    verdict_finish(fixture->arena, &fixture->data);
    fixture->data.coverage.analysed = 2;
    fixture->data.coverage.partial = 1;
}

void fixture_end(struct fixture *fixture)
{
    DIR *folder = opendir(fixture->folder);
    for (struct dirent *entry = readdir(folder); entry; entry = readdir(folder)) {
        if (entry->d_name[0] != '.') {
            remove(arena_printf(fixture->arena, "%s/%s", fixture->folder, entry->d_name));
        }
    }
    closedir(folder);
    rmdir(fixture->folder);
    arena_destroy(fixture->arena);
}

const char *fixture_report(struct fixture *fixture, const char *format)
{
    struct strbuf out;
    strbuf_init(&out, fixture->arena);
    const struct report_writer *writer = report_find(format);
    cr_assert_not_null(writer);
    writer->write(&out, &fixture->data, &fixture->options);
    const char *folder = getenv("DLLMAIN_LINT_KEEP"); /* to look at the outputs */
    if (folder) {
        const char *path = arena_printf(fixture->arena, "%s/report.%s", folder, format);
        cr_assert_null(os_write_file(fixture->arena, path, out.text, out.len));
    }
    return out.text;
}
