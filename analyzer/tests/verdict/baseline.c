/* baseline.c - which findings an earlier run knows. */
#include <criterion/criterion.h>

#include <stdio.h>
#include <string.h>

#include "base/os.h"
#include "verdict/baseline.h"
#include "verdict/suppress.h"

TestSuite(baseline, .timeout = 20);

static const char name[] = "baseline-test.json";

/* Two rules; findings are added by their parts. */
struct world {
    struct arena *arena;
    struct packs packs;
    struct report_data data;
};

static void setup(struct world *world)
{
    *world = (struct world){.arena = arena_create()};
    struct rule rules[] = {{.id = "DLM101", .name = "A", .enabled = true},
                           {.id = "DLM102", .name = "B"}};
    VEC_PUSH(world->arena, &world->packs.rules, rules[0]);
    VEC_PUSH(world->arena, &world->packs.rules, rules[1]);
    world->data.packs = &world->packs;
    world->data.root_folder = "/src";
    struct module_report module = {.name = "core"};
    VEC_PUSH(world->arena, &world->data.modules, module);
}

/* Adds a finding; `print` is its fingerprint. */
static struct finding *add(struct world *world, const char *print, const char *module,
                           const char *function, uint32_t line)
{
    struct place at = {.file = "/src/a.c", .line = line, .column = 1};
    struct finding finding = {.rule = &world->packs.rules.at[0],
                              .level = LEVEL_ERROR,
                              .module = module,
                              .sink = "LoadLibraryA",
                              .location = at};
    struct step step = {.function = function, .calls = "LoadLibraryA", .at = at};
    struct path path = {.sink = "LoadLibraryA"};
    VEC_PUSH(world->arena, &path.steps, step);
    VEC_PUSH(world->arena, &finding.paths, path);
    memcpy(finding.fingerprint, print, strlen(print) + 1);
    VEC_PUSH(world->arena, &world->data.findings, finding);
    return &world->data.findings.at[world->data.findings.n - 1];
}

/* An entry of the file. */
static const char *entry(struct arena *arena, const char *print, const char *rule,
                         const char *module, const char *function)
{
    return arena_printf(arena,
                        "{\"fingerprint\": \"%s\", \"rule\": \"%s\", \"module\": \"%s\", "
                        "\"function\": \"%s\", \"sink\": \"LoadLibraryA\"},\n",
                        print, rule, module, function);
}

/* Applies a baseline with these entries; returns "NEW/UNCHANGED/FIXED: lines of the new ones". */
static const char *apply(struct world *world, const char *entries, bool some_modules)
{
    struct arena *arena = world->arena;
    const char *text = arena_printf(arena, "{\"version\": 1, \"findings\": [%s null]}", entries);
    struct diag diag = {0};
    cr_assert_null(os_write_file(arena, name, text, strlen(text)));
    struct baseline *baseline = baseline_read(arena, name, &diag);
    cr_assert_eq(remove(name), 0);
    cr_assert_not_null(baseline);
    struct baseline_scope scope = {.some_modules = some_modules};
    verdict_sort(&world->data);
    baseline_apply(arena, baseline, &world->data, &scope);
    struct strbuf out;
    strbuf_init(&out, arena);
    const struct baseline_counts *counts = &world->data.baseline;
    strbuf_printf(&out, "%u/%u/%u:", counts->n_new, counts->n_unchanged, counts->n_fixed);
    for (uint32_t i = 0; i < world->data.findings.n; i++) {
        strbuf_printf(&out, " %u", world->data.findings.at[i].location.line);
    }
    cr_expect_eq(world->data.n_level[LEVEL_ERROR], world->data.findings.n);
    return out.text;
}

Test(baseline, the_same_fingerprint_is_known_wherever_it_stands)
{
    struct world world;
    setup(&world);
    add(&world, "one", "core", "f", 9);
    add(&world, "two", "core", "g", 5);
    const char *known = entry(world.arena, "one", "DLM101", "core", "f");
    cr_assert_str_eq(apply(&world, known, false), "1/1/0: 5");
    cr_assert_eq(world.data.held_back.n, 1);
    arena_destroy(world.arena);
}

Test(baseline, an_entry_fits_one_finding_only)
{
    struct world world;
    setup(&world);
    add(&world, "x", "core", "f", 1);
    add(&world, "y", "core", "f", 2);
    add(&world, "z", "core", "f", 3);
    const char *known =
        arena_printf(world.arena, "%s%s", entry(world.arena, "gone", "DLM101", "core", "f"),
                     entry(world.arena, "z", "DLM101", "core", "f"));
    cr_assert_str_eq(apply(&world, known, false), "1/2/0: 2");
    arena_destroy(world.arena);
}

Test(baseline, what_a_union_of_lines_has_twice_counts_once)
{
    struct world world;
    setup(&world);
    add(&world, "x", "core", "f", 1);
    add(&world, "y", "core", "f", 2);
    const char *one = entry(world.arena, "x", "DLM101", "core", "f");
    cr_assert_str_eq(apply(&world, arena_printf(world.arena, "%s%s", one, one), false),
                     "1/1/0: 2");
    arena_destroy(world.arena);
}

Test(baseline, another_path_or_module_is_known_by_function_and_api)
{
    struct world world;
    setup(&world);
    add(&world, "x", "core", "f", 1);
    add(&world, "y", "other", "g", 2);
    add(&world, "z", "core", "h", 3);
    const char *known =
        arena_printf(world.arena, "%s%s%s%s", entry(world.arena, "1", "DLM101", "former", "g"),
                     entry(world.arena, "2", "DLM101", "core", "f"),
                     entry(world.arena, "3", "DLM102", "core", "h"), /* its rule is off */
                     entry(world.arena, "4", "DLM101", "core", "k"));
    cr_assert_str_eq(apply(&world, known, false), "1/2/1: 3");
    arena_destroy(world.arena);
}

Test(baseline, the_own_module_comes_first)
{
    struct world world;
    setup(&world);
    add(&world, "x", "other", "f", 1);
    add(&world, "y", "core", "f", 2);
    const char *known = entry(world.arena, "1", "DLM101", "core", "f");
    cr_assert_str_eq(apply(&world, known, false), "1/1/0: 1");
    arena_destroy(world.arena);
}

Test(baseline, modules_that_were_left_out_are_not_fixed)
{
    struct world world;
    setup(&world);
    const char *known =
        arena_printf(world.arena, "%s%s", entry(world.arena, "1", "DLM101", "core", "f"),
                     entry(world.arena, "2", "DLM101", "other", "f"));
    cr_assert_str_eq(apply(&world, known, true), "0/0/1:");
    cr_assert_str_eq(apply(&world, known, false), "0/0/2:");
    arena_destroy(world.arena);
}

Test(baseline, what_is_suppressed_is_neither_new_nor_fixed)
{
    struct world world;
    setup(&world);
    struct suppression by = {0};
    struct finding held = *add(&world, "x", "core", "f", 1);
    held.suppression = &by;
    world.data.findings.n = 0;
    VEC_PUSH(world.arena, &world.data.held_back, held);
    const char *known = entry(world.arena, "x", "DLM101", "core", "f");
    cr_assert_str_eq(apply(&world, known, false), "0/0/0:");
    arena_destroy(world.arena);
}

Test(baseline, what_is_written_is_read)
{
    struct world world;
    setup(&world);
    add(&world, "b", "core", "operator\"\" \n_x", 1);
    add(&world, "a", "co\\re", "{ \"x\": 1 }", 2);
    struct strbuf out;
    strbuf_init(&out, world.arena);
    struct baseline_scope scope = {0};
    verdict_sort(&world.data);
    cr_assert_eq(baseline_write(&out, &world.data, NULL, &scope), 2);
    cr_assert_str_eq(out.text,
                     "{\n  \"version\": 1,\n  \"findings\": [\n"
                     "    {\"fingerprint\": \"a\", \"rule\": \"DLM101\", \"module\": \"co\\\\re\", "
                     "\"function\": \"{ \\\"x\\\": 1 }\", \"sink\": \"LoadLibraryA\", \"file\": "
                     "\"a.c\"},\n"
                     "    {\"fingerprint\": \"b\", \"rule\": \"DLM101\", \"module\": \"core\", "
                     "\"function\": \"operator\\\"\\\" \\n_x\", \"sink\": \"LoadLibraryA\", "
                     "\"file\": \"a.c\"},\n"
                     "    null\n  ]\n}\n");
    cr_assert_null(os_write_file(world.arena, name, out.text, out.len));
    struct diag diag = {0};
    struct baseline *baseline = baseline_read(world.arena, name, &diag);
    cr_assert_eq(remove(name), 0);
    baseline_apply(world.arena, baseline, &world.data, &scope);
    cr_assert_eq(world.data.baseline.n_unchanged, 2);
    arena_destroy(world.arena);
}
