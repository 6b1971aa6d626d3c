/* evidence.c - further flows, the level of each phase, and cuts in the output formats. */
#include <criterion/criterion.h>

#include <string.h>

#include "base/json.h"
#include "fixture.h"
#include "report/why.h"

TestSuite(evidence, .timeout = 10);

static void has(const char *text, const char *part)
{
    cr_assert(strstr(text, part), "no '%s' in:\n%s", part, text);
}

static void lacks(const char *text, const char *part)
{
    cr_assert_not(strstr(text, part), "'%s' in:\n%s", part, text);
}

static const struct json *parsed(struct fixture *fixture, const char *format)
{
    const char *text = fixture_report(fixture, format);
    const char *error = NULL;
    const struct json *json = json_parse(fixture->arena, text, strlen(text), &error);
    cr_assert_not_null(json, "%s", error);
    return json;
}

static const struct json *element(const struct json *array, uint32_t i)
{
    cr_assert_not_null(array);
    const struct json *child = array->first;
    while (i-- > 0 && child) {
        child = child->next;
    }
    cr_assert_not_null(child);
    return child;
}

/* Adds a second line of evidence to the first finding: worker, in a header and in util. */
static struct flow *add_flow(struct fixture *fixture)
{
    struct finding *finding = &fixture->data.findings.at[0];
    const struct step *inner = &finding->paths.at[0].steps.at[1];
    struct flow flow = {.label = "holds 'g_lock' and loads a DLL", .root = "worker"};
    struct step step = {.function = "worker", .calls = "guard", .at = inner->at};
    struct step deep = {.function = "guard", .calls = "Lock"};
    deep.at = (struct place){.file = "/usr/include/lock.h", .line = 3, .column = 1, .system = true};
    VEC_PUSH(fixture->arena, &flow.steps, step);
    VEC_PUSH(fixture->arena, &flow.steps, deep);
    VEC_PUSH(fixture->arena, &finding->flows, flow);
    finding->detail = "g_lock";
    return &finding->flows.at[0];
}

static void start(struct fixture *fixture)
{
    fixture_start(fixture);
    fixture_findings(fixture);
}

Test(evidence, is_a_second_path_in_the_text)
{
    struct fixture fixture;
    start(&fixture);
    lacks(fixture_report(&fixture, "text"), "  with: ");
    (void)add_flow(&fixture);
    const char *text = fixture_report(&fixture, "text");
    has(text, "\n  with: holds 'g_lock' and loads a DLL (in worker)\n"
              "    1. util 1.c:5:16: worker calls guard\n");
    has(text, "    2. <lock.h>:3:1: guard calls Lock\n");
    fixture_end(&fixture);
}

Test(evidence, is_a_list_in_json)
{
    struct fixture fixture;
    start(&fixture);
    (void)add_flow(&fixture);
    const struct json *findings = json_get(parsed(&fixture, "json"), "findings");
    const struct json *finding = element(findings, 0);
    cr_assert_str_eq(json_get_string(finding, "detail", ""), "g_lock");
    cr_assert_eq(json_get(finding, "flows")->n, 1);
    const struct json *flow = element(json_get(finding, "flows"), 0);
    cr_assert_str_eq(json_get_string(flow, "label", ""), "holds 'g_lock' and loads a DLL");
    cr_assert_str_eq(json_get_string(flow, "root", ""), "worker");
    const struct json *step = element(json_get(flow, "steps"), 0);
    cr_assert_str_eq(json_get_string(step, "calls", ""), "guard");
    cr_assert_str_eq(json_get_string(step, "file", ""), "util 1.c");
    cr_assert_eq(json_get(step, "column")->number, 16);
    const struct json *other = element(findings, 1);
    cr_assert_eq(json_get(other, "flows")->n, 0);
    cr_assert_eq(json_get(other, "detail")->kind, JSON_NULL);
    fixture_end(&fixture);
}

Test(evidence, is_a_thread_flow_and_a_related_location_in_sarif)
{
    struct fixture fixture;
    start(&fixture);
    (void)add_flow(&fixture);
    const struct json *run = element(json_get(parsed(&fixture, "sarif"), "runs"), 0);
    const struct json *result = element(json_get(run, "results"), 0);
    const struct json *code_flow = element(json_get(result, "codeFlows"), 0);
    const struct json *threads = json_get(code_flow, "threadFlows");
    cr_assert_eq(threads->n, 2);
    cr_assert_null(json_get(element(threads, 0), "message"));
    const struct json *other = element(threads, 1);
    cr_assert_str_eq(json_get_string(json_get(other, "message"), "text", ""),
                     "'worker': holds 'g_lock' and loads a DLL.");
    const struct json *places = json_get(other, "locations");
    cr_assert_eq(places->n, 2);
    cr_assert_eq(json_get(element(places, 0), "nestingLevel")->number, 1);
    cr_assert_null(json_get(element(places, 0), "executionOrder"));
    const struct json *location = json_get(element(places, 1), "location");
    const struct json *region = json_get(json_get(location, "physicalLocation"), "region");
    cr_assert_eq(json_get(region, "startLine")->number, 5, "shown at the project's call");
    const struct json *related = json_get(result, "relatedLocations");
    cr_assert_eq(related->n, 2);
    cr_assert_eq(json_get(element(related, 1), "id")->number, 2);
    has(json_get_string(json_get(element(related, 1), "message"), "text", ""), "'g_lock'");
    fixture_end(&fixture);
}

Test(evidence, without_steps_leaves_no_empty_thread_flow)
{
    struct fixture fixture;
    start(&fixture);
    add_flow(&fixture)->steps.n = 0;
    has(fixture_report(&fixture, "text"), "  with: holds 'g_lock' and loads a DLL (in worker)\n");
    const struct json *run = element(json_get(parsed(&fixture, "sarif"), "runs"), 0);
    const struct json *result = element(json_get(run, "results"), 0);
    const struct json *code_flow = element(json_get(result, "codeFlows"), 0);
    cr_assert_eq(json_get(code_flow, "threadFlows")->n, 1);
    cr_assert_eq(json_get(result, "relatedLocations")->n, 1);
    fixture_end(&fixture);
}

Test(evidence, of_the_first_sink_that_has_some_is_kept)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    struct flow flow = {.label = "first", .root = "a"};
    struct flow other = {.label = "second", .root = "b"};
    struct reach again = fixture.core;
    again.module = "again";
    VEC_PUSH(fixture.arena, &again.sinks.at[0].flows, flow);
    VEC_PUSH(fixture.arena, &again.sinks.at[1].flows, other);
    VEC_PUSH(fixture.arena, &again.sinks.at[1].flows, flow);
    struct report_data data = {.root_folder = fixture.folder, .packs = &fixture.packs};
    verdict_add(fixture.arena, &data, &again, NULL);
    verdict_finish(fixture.arena, &data);
    cr_assert_eq(data.findings.at[0].flows.n, 1);
    cr_assert_str_eq(data.findings.at[0].flows.at[0].label, "first");
    fixture_end(&fixture);
}

/* Makes the first rule a warning at process start, where the second finding's phase differs. */
static void lower_static_attach(struct fixture *fixture)
{
    fixture->packs.rules.at[0].effects.at[0].levels[PHASE_ATTACH_STATIC] = LEVEL_WARNING;
    fixture_findings(fixture);
}

Test(levels, of_phases_are_told_where_they_differ)
{
    struct fixture fixture;
    fixture_start(&fixture);
    lower_static_attach(&fixture);
    const char *text = fixture_report(&fixture, "text");
    has(text, "  levels:   error when LoadLibrary loads the DLL; warning when the DLL is loaded at "
              "process");
    cr_assert_eq(strstr(strstr(text, "levels:") + 1, "DLM201") == NULL, false);
    const struct json *finding = element(json_get(parsed(&fixture, "json"), "findings"), 0);
    cr_assert_str_eq(json_get_string(finding, "level", ""), "error");
    const struct json *levels = json_get(finding, "phaseLevels");
    cr_assert_eq(levels->n, 2);
    cr_assert_str_eq(json_get_string(levels, "process-attach-dynamic", ""), "error");
    cr_assert_str_eq(json_get_string(levels, "process-attach-static", ""), "warning");
    const struct json *run = element(json_get(parsed(&fixture, "sarif"), "runs"), 0);
    const struct json *bag = json_get(element(json_get(run, "results"), 0), "properties");
    cr_assert_str_eq(json_get_string(json_get(bag, "phaseLevels"), "process-attach-static", ""),
                     "warning");
    fixture_end(&fixture);
}

Test(levels, that_are_the_same_are_not_told)
{
    struct fixture fixture;
    start(&fixture);
    lacks(fixture_report(&fixture, "text"), "levels:");
    fixture_end(&fixture);
}

/* Adds `n` cuts of a kind in lines from `line` on. */
static void add_cuts(struct fixture *fixture, const char *kind, uint32_t line, uint32_t n)
{
    const char *file = fixture->core.roots.at[0].at.file;
    for (uint32_t i = 0; i < n; i++) {
        struct cut cut = {.kind = kind, .detail = arena_printf(fixture->arena, "cut %u", i)};
        cut.at = (struct place){.file = file, .line = line + i, .column = 2};
        VEC_PUSH(fixture->arena, &fixture->data.coverage.cuts, cut);
    }
    verdict_finish(fixture->arena, &fixture->data);
}

Test(cuts, are_summed_up_by_kind_with_the_first_places)
{
    struct fixture fixture;
    start(&fixture);
    add_cuts(&fixture, "limit", 10, 1);
    add_cuts(&fixture, "no-definition", 20, 5);
    add_cuts(&fixture, "new-kind", 40, 4);
    fixture.options.width = 200;
    const char *text = fixture_report(&fixture, "text");
    has(text, "coverage: 1 place was left at a limit of the analysis: main.c:10\n");
    has(text, "coverage: 5 calls of functions without a body were not followed: main.c:20, "
              "main.c:21, main.c:22 and 2 more places (-v lists them)\n");
    has(text, "coverage: 4 places were not followed: main.c:40, main.c:41, main.c:42 and 1 more "
              "place (-v lists them)\n");
    fixture_end(&fixture);
}

Test(cuts, of_one_line_are_one_place)
{
    struct fixture fixture;
    start(&fixture);
    add_cuts(&fixture, "limit", 10, 1);
    add_cuts(&fixture, "limit", 10, 1);
    fixture.data.coverage.cuts.at[0].at.column = 9;
    has(fixture_report(&fixture, "text"), " a limit of the analysis: main.c:10\n");
    fixture_end(&fixture);
}

Test(cuts, are_all_listed_when_asked_for)
{
    struct fixture fixture;
    start(&fixture);
    add_cuts(&fixture, "no-definition", 20, 5);
    fixture.options.verbose = true;
    const char *text = fixture_report(&fixture, "text");
    has(text, "coverage: 5 calls of functions without a body were not followed\n"
              "            main.c:20: cut 0\n            main.c:21: cut 1\n");
    has(text, "            main.c:24: cut 4\n");
    fixture_end(&fixture);
}

Test(cuts, are_counted_in_json)
{
    struct fixture fixture;
    start(&fixture);
    add_cuts(&fixture, "no-definition", 20, 5);
    const struct json *coverage = json_get(parsed(&fixture, "json"), "coverage");
    const struct json *counts = json_get(coverage, "cutCounts");
    cr_assert_eq(counts->n, 3);
    cr_assert_eq(json_get(counts, "no-definition")->number, 5);
    cr_assert_eq(json_get(counts, "unknown-target")->number, 1);
    fixture_end(&fixture);
}

/* An answer about one function of the fixture's main.c. */
static const char *answer(struct fixture *fixture, const struct why_match *match)
{
    struct why why = {.module = "core"};
    VEC_PUSH(fixture->arena, &why.roots, fixture->core.roots.at[0]);
    VEC_PUSH(fixture->arena, &why.matches, *match);
    struct strbuf out;
    strbuf_init(&out, fixture->arena);
    report_why(&out, &fixture->data, &why, &fixture->options);
    return out.text;
}

Test(answers, show_paths_as_the_report_does)
{
    struct fixture fixture;
    start(&fixture);
    struct why_match match = {.name = "component_init", .body = true, .n_more_paths = 1};
    match.at = (struct place){.file = fixture.core.roots.at[0].at.file, .line = 3, .column = 6};
    struct why_path path = {.phases = 1u << PHASE_THREAD_ATTACH};
    VEC_PUSH(fixture.arena, &path.steps, fixture.core.sinks.at[0].steps.at[0]);
    VEC_PUSH(fixture.arena, &match.paths, path);
    const char *text = answer(&fixture, &match);
    has(text, "main.c:3:6: 'component_init' is reached under the loader lock (module core)\n"
              "  path: The loader calls DllMain when a thread starts\n"
              "    1. main.c:6:38: DllMain calls component_init\n");
    has(text, "  and 1 more path\n");
    match.paths.at[0].certainty = CERTAINTY_POSSIBLE;
    match.paths.at[0].reason = "one of 2 functions";
    text = answer(&fixture, &match);
    has(text, "is possibly reached");
    has(text, "  possible: not certain: one of 2 functions\n");
    fixture_end(&fixture);
}

Test(answers, let_no_control_character_through)
{
    struct fixture fixture;
    start(&fixture);
    struct why_match match = {.name = "bad\x1b[31m\nname"};
    struct why_way way = {.reason = "nothing calls '\x1b]0;x'"};
    struct step step = {.function = "a\x07", .through = "holds \x1b"};
    step.at = (struct place){.file = "/src/\x1b.c", .line = 1, .column = 1};
    VEC_PUSH(fixture.arena, &way.steps, step);
    VEC_PUSH(fixture.arena, &match.ways, way);
    const char *text = answer(&fixture, &match);
    lacks(text, "\x1b");
    lacks(text, "\x07");
    has(text, "bad\\x1B[31m\\x0Aname");
    fixture_end(&fixture);
}

Test(levels, are_variants_of_a_rule_in_sarif)
{
    struct fixture fixture;
    fixture_start(&fixture);
    lower_static_attach(&fixture);
    const struct json *run = element(json_get(parsed(&fixture, "sarif"), "runs"), 0);
    const struct json *driver = json_get(json_get(run, "tool"), "driver");
    const struct json *rule = element(json_get(driver, "rules"), 0);
    const struct json *variants = json_get(json_get(rule, "properties"), "variants");
    cr_assert_eq(variants->n, 3);
    cr_assert_str_eq(json_get_string(element(variants, 0), "level", ""), "error");
    cr_assert_str_eq(json_get_string(element(variants, 1), "level", ""), "warning");
    cr_assert_str_eq(json_get_string(element(variants, 2), "level", ""), "note");
    const struct json *phases = json_get(element(variants, 1), "phasesByEffect")->first;
    cr_assert_str_eq(phases->first->string, "process-attach-static");
    const struct json *result = element(json_get(run, "results"), 0);
    cr_assert_str_eq(json_get_string(json_get(result, "properties"), "variant", ""),
                     json_get_string(element(variants, 0), "id", "?"));
    fixture_end(&fixture);
}
