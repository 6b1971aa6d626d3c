/* verdict.c - reach x rules -> findings. */
#include <criterion/criterion.h>

#include <stdio.h>
#include <string.h>

#include "base/os.h"
#include "verdict/suppress.h"
#include "verdict/verdict.h"

TestSuite(verdict, .timeout = 10);

/* A module with two roots and two rules; tests add sinks. */
struct world {
    struct arena *arena;
    struct packs packs;
    struct reach reach;
    struct report_data data;
    struct verdict_options options;
};

static struct rule *add_rule(struct world *world, const char *id, const char *effect,
                             enum level level)
{
    struct rule rule = {.id = id,
                        .name = arena_printf(world->arena, "Rule%s", id + 3),
                        .summary = "A summary.",
                        .message = "'{sink}' from '{root}' {phases} in {module}.",
                        .enabled = true};
    struct rule_effect entry = {.effect = effect};
    for (uint32_t i = 0; i < PHASES; i++) {
        entry.levels[i] = level;
    }
    VEC_PUSH(world->arena, &rule.effects, entry);
    VEC_PUSH(world->arena, &world->packs.rules, rule);
    return &world->packs.rules.at[world->packs.rules.n - 1];
}

static struct place at(const char *file, uint32_t line, uint32_t column)
{
    return (struct place){.file = file, .line = line, .column = column};
}

static void setup(struct world *world)
{
    *world = (struct world){.arena = arena_create()};
    world->reach.module = "core";
    world->reach.n_units = 2;
    struct root dllmain = {"dllmain", "DllMain", at("/src/main.c", 4, 1), (1u << PHASES) - 1};
    struct root global = {"initialiser", "g_table", at("/src/g.cpp", 9, 1), 3};
    VEC_PUSH(world->arena, &world->reach.roots, dllmain);
    VEC_PUSH(world->arena, &world->reach.roots, global);
    world->data.root_folder = "/src";
    world->data.packs = &world->packs;
}

static void run(struct world *world)
{
    verdict_add(world->arena, &world->data, &world->reach, &world->options);
    verdict_finish(world->arena, &world->data);
}

static const struct api *new_api(struct world *world, const char *name, const char *effects[],
                                 uint32_t n)
{
    struct api *api = ARENA_NEW(world->arena, struct api);
    api->name = name;
    api->confidence = "documented";
    for (uint32_t i = 0; i < n; i++) {
        VEC_PUSH(world->arena, &api->effects, effects[i]);
    }
    return api;
}

/* Adds a sink whose path is "DllMain", then `depth` - 1 helpers; the call stands at `place`. */
static struct sink *add_sink(struct world *world, const struct api *api, enum phase phase,
                             struct place place, uint32_t depth)
{
    struct sink sink = {.api = api, .name = api->name, .phase = phase};
    for (uint32_t i = 0; i < depth; i++) {
        bool last = i + 1 == depth;
        struct step step = {.function = i == 0 ? "DllMain" : "helper",
                            .calls = last ? api->name : "helper",
                            .at = last ? place : at("/src/main.c", 10 + i, 3)};
        VEC_PUSH(world->arena, &sink.steps, step);
    }
    VEC_PUSH(world->arena, &world->reach.sinks, sink);
    return &world->reach.sinks.at[world->reach.sinks.n - 1];
}

static const struct api *loader(struct world *world)
{
    const char *effects[] = {"loads-library"};
    return new_api(world, "LoadLibraryA", effects, 1);
}

Test(verdict, merges_phases_into_one_finding_and_one_path)
{
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    const struct api *api = loader(&world);
    add_sink(&world, api, PHASE_ATTACH_DYNAMIC, at("/src/a.c", 6, 16), 2);
    add_sink(&world, api, PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), 2);
    run(&world);
    cr_assert_eq(world.data.findings.n, 1);
    const struct finding *finding = &world.data.findings.at[0];
    cr_assert_eq(finding->phases, 3);
    cr_assert_eq(finding->paths.n, 1);
    cr_assert_eq(finding->paths.at[0].phases, 3);
    cr_assert_str_eq(finding->message,
                     "'LoadLibraryA' from 'DllMain' when the DLL is loaded (LoadLibrary or process "
                     "start) in core.");
    cr_assert_eq(world.data.n_level[LEVEL_ERROR], 1);
    cr_assert_eq(world.data.modules.n, 1);
    arena_destroy(world.arena);
}

Test(verdict, level_is_the_highest_over_the_phases)
{
    struct world world;
    setup(&world);
    struct rule *rule = add_rule(&world, "DLM101", "loads-library", LEVEL_NOTE);
    rule->effects.at[0].levels[PHASE_DETACH_EXIT] = LEVEL_ERROR;
    rule->effects.at[0].levels[PHASE_THREAD_ATTACH] = LEVEL_NONE;
    const struct api *api = loader(&world);
    add_sink(&world, api, PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), 1);
    add_sink(&world, api, PHASE_THREAD_ATTACH, at("/src/a.c", 6, 16), 1);
    add_sink(&world, api, PHASE_DETACH_EXIT, at("/src/a.c", 6, 16), 1);
    run(&world);
    cr_assert_eq(world.data.findings.n, 1);
    cr_assert_eq(world.data.findings.at[0].level, LEVEL_ERROR);
    cr_assert_eq(world.data.findings.at[0].phases,
                 1u << PHASE_ATTACH_STATIC | 1u << PHASE_DETACH_EXIT);
    arena_destroy(world.arena);
}

Test(verdict, api_without_a_reported_effect_is_no_finding)
{
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    const char *effects[] = {"allocates"};
    add_sink(&world, new_api(&world, "HeapAlloc", effects, 1), PHASE_ATTACH_STATIC,
             at("/src/a.c", 6, 16), 1);
    run(&world);
    cr_assert_eq(world.data.findings.n, 0);
    arena_destroy(world.arena);
}

Test(verdict, keeps_the_gravest_of_several_effects_of_one_call)
{
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "waits", LEVEL_WARNING);
    add_rule(&world, "DLM102", "loads-library", LEVEL_ERROR);
    add_rule(&world, "DLM103", "creates-thread", LEVEL_ERROR);
    const char *effects[] = {"creates-thread", "waits", "loads-library"};
    const struct api *api = new_api(&world, "ShellExecuteW", effects, 3);
    add_sink(&world, api, PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), 1);
    run(&world);
    cr_assert_eq(world.data.findings.n, 1);
    cr_assert_str_eq(world.data.findings.at[0].rule->id, "DLM102");
    arena_destroy(world.arena);
}

Test(verdict, drops_another_effects_rule_of_another_phase)
{
    struct world world;
    setup(&world);
    struct rule *rule = add_rule(&world, "DLM101", "waits", LEVEL_NONE);
    rule->effects.at[0].levels[PHASE_DETACH_EXIT] = LEVEL_WARNING;
    rule = add_rule(&world, "DLM102", "loads-library", LEVEL_NONE);
    rule->effects.at[0].levels[PHASE_ATTACH_STATIC] = LEVEL_ERROR;
    const char *effects[] = {"waits", "loads-library"};
    const struct api *api = new_api(&world, "CoInitialize", effects, 2);
    add_sink(&world, api, PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), 1);
    add_sink(&world, api, PHASE_DETACH_EXIT, at("/src/a.c", 6, 16), 1);
    run(&world);
    cr_assert_eq(world.data.findings.n, 1);
    cr_assert_str_eq(world.data.findings.at[0].rule->id, "DLM102");
    arena_destroy(world.arena);
}

Test(verdict, keeps_two_rules_that_one_effect_has_in_two_phases)
{
    struct world world;
    setup(&world);
    struct rule *rule = add_rule(&world, "DLM101", "waits", LEVEL_NONE);
    rule->effects.at[0].levels[PHASE_DETACH_EXIT] = LEVEL_WARNING;
    rule = add_rule(&world, "DLM102", "waits", LEVEL_NONE);
    rule->effects.at[0].levels[PHASE_ATTACH_STATIC] = LEVEL_ERROR;
    const char *effects[] = {"waits"};
    const struct api *api = new_api(&world, "WaitForSingleObject", effects, 1);
    add_sink(&world, api, PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), 1);
    add_sink(&world, api, PHASE_DETACH_EXIT, at("/src/a.c", 6, 16), 1);
    run(&world);
    cr_assert_eq(world.data.findings.n, 2);
    arena_destroy(world.arena);
}

Test(verdict, moves_out_of_system_headers)
{
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    struct place header = at("/usr/include/thread", 99, 9);
    header.system = true;
    add_sink(&world, loader(&world), PHASE_ATTACH_STATIC, header, 3);
    run(&world);
    const struct finding *finding = &world.data.findings.at[0];
    cr_assert_str_eq(finding->location.file, "/src/main.c");
    cr_assert_eq(finding->location.line, 11);
    cr_assert_eq(finding->paths.at[0].steps.n, 3);
    arena_destroy(world.arena);
}

Test(verdict, apis_at_one_location_are_one_finding)
{
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    const char *effects[] = {"loads-library"};
    struct place place = at("/src/a.c", 6, 16);
    add_sink(&world, new_api(&world, "LoadLibraryW", effects, 1), PHASE_ATTACH_STATIC, place, 1);
    add_sink(&world, new_api(&world, "LoadLibraryA", effects, 1), PHASE_ATTACH_STATIC, place, 1);
    add_sink(&world, new_api(&world, "FreeLibrary", effects, 1), PHASE_ATTACH_STATIC, place, 2);
    run(&world);
    cr_assert_eq(world.data.findings.n, 1);
    const struct finding *finding = &world.data.findings.at[0];
    cr_assert_str_eq(finding->sink, "LoadLibraryA");
    cr_assert_eq(finding->other_sinks.n, 2);
    cr_assert_str_eq(finding->other_sinks.at[0], "FreeLibrary");
    cr_assert_str_eq(finding->paths.at[0].sink, "LoadLibraryA");
    cr_assert(strstr(finding->message, "also reaches 'FreeLibrary' and 'LoadLibraryW'."));
    arena_destroy(world.arena);
}

Test(verdict, keeps_eight_paths_shortest_first_and_counts_the_rest)
{
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    const struct api *api = loader(&world);
    for (uint32_t depth = 11; depth > 0; depth--) {
        add_sink(&world, api, PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), depth);
    }
    run(&world);
    const struct finding *finding = &world.data.findings.at[0];
    cr_assert_eq(finding->paths.n, VERDICT_MAX_PATHS);
    cr_assert_eq(finding->n_more_paths, 3);
    cr_assert_eq(finding->paths.at[0].steps.n, 1);
    cr_assert_eq(finding->paths.at[7].steps.n, 8);
    arena_destroy(world.arena);
}

Test(verdict, is_certain_if_one_path_is)
{
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    const struct api *api = loader(&world);
    struct sink *sink = add_sink(&world, api, PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), 1);
    sink->certainty = CERTAINTY_POSSIBLE;
    sink->reason = "one of 2 functions";
    add_sink(&world, api, PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), 2);
    run(&world);
    cr_assert_eq(world.data.findings.at[0].certainty, CERTAINTY_CERTAIN);
    cr_assert_null(world.data.findings.at[0].certainty_reason);
    cr_assert_eq(world.data.findings.at[0].paths.at[0].certainty, CERTAINTY_POSSIBLE);
    arena_destroy(world.arena);
}

Test(verdict, only_an_undeclared_name_lowers_an_error)
{
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    const struct api *api = loader(&world);
    const char *reasons[] = {"undeclared name", "one of 2 functions"};
    for (uint32_t i = 0; i < 2; i++) {
        struct sink *sink =
            add_sink(&world, api, PHASE_ATTACH_STATIC, at("/src/a.c", 6 + i, 16), 1);
        sink->certainty = CERTAINTY_POSSIBLE;
        sink->reason = reasons[i];
    }
    run(&world);
    cr_assert_eq(world.data.findings.at[0].level, LEVEL_WARNING);
    cr_assert_eq(world.data.findings.at[1].level, LEVEL_ERROR);
    cr_assert_str_eq(world.data.findings.at[1].certainty_reason, "one of 2 functions");
    arena_destroy(world.arena);
}

Test(verdict, rules_are_chosen_by_globs_in_order)
{
    struct rule rule = {.id = "DLM101", .name = "LoadLibraryUnderLoaderLock", .enabled = true};
    cr_assert(verdict_rule_is_on(&rule, NULL));
    cr_assert(verdict_rule_is_on(&rule, "*,-DLM9*"));
    cr_assert_not(verdict_rule_is_on(&rule, "*,-DLM1*"));
    cr_assert(verdict_rule_is_on(&rule, "-*, DLM10?"));
    cr_assert(verdict_rule_is_on(&rule, "-DLM2*"));
    cr_assert_not(verdict_rule_is_on(&rule, "DLM2*"));
    cr_assert(verdict_rule_is_on(&rule, "LoadLibrary*"));
    rule.enabled = false;
    cr_assert_not(verdict_rule_is_on(&rule, NULL));
    cr_assert_not(verdict_rule_is_on(&rule, "-DLM2*"));
    cr_assert(verdict_rule_is_on(&rule, "DLM101"));
}

Test(verdict, rule_that_is_off_does_not_hide_another)
{
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    add_rule(&world, "DLM102", "loads-library", LEVEL_NOTE);
    world.options.rules = "*,-DLM101";
    add_sink(&world, loader(&world), PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), 1);
    run(&world);
    cr_assert_eq(world.data.findings.n, 1);
    cr_assert_str_eq(world.data.findings.at[0].rule->id, "DLM102");
    arena_destroy(world.arena);
}

Test(verdict, fingerprints_ignore_lines_and_stay_distinct)
{
    struct world world;
    struct world moved;
    setup(&world);
    setup(&moved);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    add_rule(&moved, "DLM101", "loads-library", LEVEL_ERROR);
    add_sink(&world, loader(&world), PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), 1);
    add_sink(&world, loader(&world), PHASE_ATTACH_STATIC, at("/src/a.c", 7, 16), 1);
    add_sink(&moved, loader(&moved), PHASE_ATTACH_STATIC, at("/src/a.c", 106, 2), 1);
    run(&world);
    run(&moved);
    cr_assert_eq(world.data.findings.n, 2);
    const char *first = world.data.findings.at[0].fingerprint;
    cr_assert_str_eq(first, moved.data.findings.at[0].fingerprint);
    cr_assert_str_neq(first, world.data.findings.at[1].fingerprint);
    cr_assert_eq(strlen(world.data.findings.at[1].fingerprint), 32);
    arena_destroy(world.arena);
    arena_destroy(moved.arena);
}

Test(verdict, findings_and_cuts_do_not_depend_on_the_order_of_modules)
{
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    add_sink(&world, loader(&world), PHASE_ATTACH_STATIC, at("/src/a.c", 6, 16), 1);
    struct cut cut = {.kind = "unknown-target", .at = at("/src/a.c", 3, 1), .detail = "g_ops.init"};
    VEC_PUSH(world.arena, &world.reach.cuts, cut);
    struct reach other = world.reach;
    other.module = "aaa";
    verdict_add(world.arena, &world.data, &world.reach, &world.options);
    verdict_add(world.arena, &world.data, &other, &world.options);
    verdict_finish(world.arena, &world.data);
    cr_assert_str_eq(world.data.modules.at[0].name, "aaa");
    cr_assert_str_eq(world.data.findings.at[0].module, "aaa");
    cr_assert_str_eq(world.data.findings.at[1].module, "core");
    cr_assert_eq(world.data.coverage.cuts.n, 1);
    cr_assert_str_neq(world.data.findings.at[0].fingerprint, world.data.findings.at[1].fingerprint);
    arena_destroy(world.arena);
}

Test(verdict, own_page_that_forbids_has_its_own_message)
{
    struct world world;
    setup(&world);
    struct rule *rule = add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    rule->message_documented = "the page of '{sink}' forbids it '{phases}'.";
    struct api api = *loader(&world);
    struct finding finding = {.rule = rule, .api = &api, .sink = "LoadLibraryA", .module = "core"};
    cr_assert_str_eq(message_of(world.arena, &finding),
                     "'LoadLibraryA' from '' in no phase in core.");
    api.own_page = true;
    api.verdict = "unsafe";
    cr_assert_str_eq(message_of(world.arena, &finding),
                     "the page of 'LoadLibraryA' forbids it in no phase.");
    api.verdict = "safe";
    cr_assert_str_eq(message_of(world.arena, &finding),
                     "'LoadLibraryA' from '' in no phase in core.");
    arena_destroy(world.arena);
}

Test(verdict, phases_have_words_for_people)
{
    struct arena *arena = arena_create();
    cr_assert_str_eq(phases_words(arena, 1u << PHASE_THREAD_ATTACH), "when a thread starts");
    cr_assert_str_eq(phases_words(arena, 1u << PHASE_ATTACH_DYNAMIC),
                     "when LoadLibrary loads the DLL");
    cr_assert_str_eq(phases_words(arena, 1u << PHASE_DETACH_UNLOAD | 1u << PHASE_DETACH_EXIT),
                     "when the DLL is unloaded or the process exits");
    cr_assert_str_eq(phases_words(arena, 1u << PHASE_ATTACH_STATIC | 1u << PHASE_DETACH_EXIT),
                     "when the DLL is loaded at process start and when the process exits");
    cr_assert_str_eq(phases_words(arena, 0), "in no phase");
    cr_assert(strstr(phases_words(arena, 31), "exits and when the DLL is unloaded"));
    cr_assert_str_eq(phases_words(arena, 63),
                     "when the DLL is loaded or unloaded and when a thread starts or exits");
    arena_destroy(arena);
}

Test(verdict, phases_of_other_roots_are_told_apart)
{
    struct arena *arena = arena_create();
    uint32_t start = 1u << PHASE_THREAD_ATTACH;
    uint32_t exit = 1u << PHASE_DETACH_EXIT;
    cr_assert_str_eq(phases_words_split(arena, start | exit, start),
                     "when a thread starts, and other roots when the process exits");
    cr_assert_str_eq(phases_words_split(arena, start | exit, start | exit),
                     phases_words(arena, start | exit));
    cr_assert_str_eq(phases_words_split(arena, exit, 0), "when the process exits");
    struct root attach = {.function = "on_attach"};
    struct root detach = {.function = "on_detach"};
    struct finding finding = {.phases = start | exit};
    struct path path = {.root = &attach, .phases = start};
    VEC_PUSH(arena, &finding.paths, path);
    path = (struct path){.root = &detach, .phases = exit};
    VEC_PUSH(arena, &finding.paths, path);
    cr_assert_eq(finding_root_phases(&finding), start);
    arena_destroy(arena);
}

Test(verdict, nothing_reached_is_nothing_found)
{
    struct world world;
    setup(&world);
    run(&world);
    cr_assert_eq(world.data.findings.n, 0);
    cr_assert_eq(world.data.modules.at[0].roots.n, 2);
    arena_destroy(world.arena);
}

/* ---- suppressed hits ---- */

/* What a module is searched again for: the sinks of `reach`, once. */
static const struct reach *search_again(void *data, const struct walk_stops *stops)
{
    struct reach *reach = data;
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        for (uint32_t k = 0; k < reach->sinks.at[i].steps.n; k++) {
            cr_expect_not(stops->at(stops->data, &reach->sinks.at[i].steps.at[k].at));
        }
    }
    return reach;
}

static const char suppressed_name[] = "verdict-test.c";

/* A world in which line 2 of a file is suppressed for DLM101. */
static void setup_suppressed(struct world *world)
{
    setup(world);
    add_rule(world, "DLM101", "loads-library", LEVEL_ERROR);
    static const char text[] = "\nf(); // NOLINT(DLM101)\n";
    cr_assert_null(os_write_file(world->arena, suppressed_name, text, sizeof text - 1));
    world->options.suppressions = suppressions_create(world->arena, &world->packs, false);
}

static const char *fingerprint_of(const struct api *api, uint32_t first_line)
{
    static char fingerprint[33];
    struct world world;
    setup(&world);
    add_rule(&world, "DLM101", "loads-library", LEVEL_ERROR);
    struct sink *sink = add_sink(&world, api, PHASE_ATTACH_DYNAMIC, at(suppressed_name, 5, 1), 2);
    sink->steps.at[0].at = at(suppressed_name, first_line, 1);
    run(&world);
    memcpy(fingerprint, world.data.findings.at[0].fingerprint, sizeof fingerprint);
    arena_destroy(world.arena);
    return fingerprint;
}

Test(verdict, a_suppressed_finding_is_held_back_and_keeps_its_fingerprint)
{
    struct world world;
    setup_suppressed(&world);
    const struct api *api = loader(&world);
    struct sink *sink = add_sink(&world, api, PHASE_ATTACH_DYNAMIC, at(suppressed_name, 5, 1), 2);
    sink->steps.at[0].at = at(suppressed_name, 2, 1);
    run(&world);
    cr_assert_eq(world.data.findings.n, 0);
    cr_assert_eq(world.data.held_back.n, 1);
    cr_expect_eq(world.data.n_level[LEVEL_ERROR], 0);
    cr_expect_not_null(world.data.held_back.at[0].suppression);
    cr_expect_str_eq(world.data.held_back.at[0].fingerprint, fingerprint_of(api, 3));
    cr_assert_eq(remove(suppressed_name), 0);
    arena_destroy(world.arena);
}

Test(verdict, another_path_keeps_the_finding_and_its_fingerprint)
{
    struct world world;
    setup_suppressed(&world);
    const struct api *api = loader(&world);
    struct sink *sink = add_sink(&world, api, PHASE_ATTACH_DYNAMIC, at(suppressed_name, 5, 1), 2);
    sink->steps.at[0].at = at(suppressed_name, 2, 1);
    struct world again;
    setup(&again);
    add_sink(&again, api, PHASE_ATTACH_DYNAMIC, at(suppressed_name, 5, 1), 4);
    add_sink(&again, api, PHASE_ATTACH_DYNAMIC, at(suppressed_name, 9, 1), 1); /* concluded anew */
    add_sink(&again, api, PHASE_THREAD_ATTACH, at(suppressed_name, 5, 1), 1);
    world.options.around = search_again;
    world.options.around_data = &again.reach;
    run(&world);
    cr_assert_eq(world.data.findings.n, 1);
    cr_assert_eq(world.data.held_back.n, 0);
    const struct finding *finding = &world.data.findings.at[0];
    cr_expect_eq(finding->paths.n, 1);
    cr_expect_eq(finding->paths.at[0].steps.n, 4);
    cr_expect_eq(finding->phases, 1u << PHASE_ATTACH_DYNAMIC);
    cr_expect_null(finding->suppression);
    cr_expect_str_eq(finding->fingerprint, fingerprint_of(api, 3));
    cr_assert_eq(remove(suppressed_name), 0);
    arena_destroy(again.arena);
    arena_destroy(world.arena);
}

Test(verdict, a_phase_whose_path_is_suppressed_is_no_phase_of_the_finding)
{
    struct world world;
    setup_suppressed(&world);
    const struct api *api = loader(&world);
    struct sink *sink = add_sink(&world, api, PHASE_ATTACH_DYNAMIC, at(suppressed_name, 5, 1), 2);
    sink->steps.at[0].at = at(suppressed_name, 2, 1);
    add_sink(&world, api, PHASE_DETACH_EXIT, at(suppressed_name, 5, 1), 3);
    run(&world);
    cr_assert_eq(world.data.findings.n, 1);
    cr_expect_eq(world.data.findings.at[0].phases, 1u << PHASE_DETACH_EXIT);
    cr_expect_str_eq(world.data.findings.at[0].fingerprint, fingerprint_of(api, 3));
    cr_assert_eq(remove(suppressed_name), 0);
    arena_destroy(world.arena);
}
