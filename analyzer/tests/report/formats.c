/* formats.c - what the output formats say of one set of findings. */
#include <criterion/criterion.h>

#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "fixture.h"

TestSuite(formats, .timeout = 10);

static void has(const char *text, const char *part)
{
    cr_assert(strstr(text, part), "no '%s' in:\n%s", part, text);
}

static void lacks(const char *text, const char *part)
{
    cr_assert_not(strstr(text, part), "'%s' in:\n%s", part, text);
}

static const struct json *parsed(struct fixture *fixture, const char *text)
{
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

Test(formats, are_found_by_name)
{
    cr_assert_str_eq(report_writers[0]->name, "text");
    cr_assert_eq(report_find("sarif"), &report_sarif);
    cr_assert_null(report_find("xml"));
}

Test(formats, text_shows_place_path_source_and_reason)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    const char *text = fixture_report(&fixture, "text");
    has(text,
        "util 1.c:5:16: error: 'LoadLibraryA' is called from 'DllMain' when the DLL is loaded "
        "(LoadLibrary or process start), under the loader lock. [DLM101]\n");
    has(text, "    1. main.c:6:38: DllMain calls component_init\n");
    has(text, "    2. util 1.c:5:16: component_init calls LoadLibraryA\n");
    has(text, "|     /* \xf0\x9f\x98\x80 \xc3\xa9 */ LoadLibraryA(\"x.dll\");\n"
              "             |                ^~~~~~~~~~~~\n");
    has(text, "|                                 ^~~~~~~~~~~~~~\n");
    has(text,
        "  fix:      Load the library on first use:\n                static INIT_ONCE once;\n");
    has(text, "[DLM201]");
    has(text, "  possible: not certain: one of 2 functions");
    const char *fix = strstr(text, "  fix:");
    const char *why = strstr(text, "  why:");
    cr_assert(fix != NULL && why != NULL && fix < why, "what to do stands before the reasons");
    fixture_end(&fixture);
}

Test(formats, text_explains_a_rule_once)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    const char *text = fixture_report(&fixture, "text");
    const char *first = strstr(text, "It can deadlock.");
    cr_assert_not_null(first);
    const char *see = strstr(first, "see DLM101 above, or --explain DLM101");
    cr_assert_not_null(see);
    fixture_end(&fixture);
}

Test(formats, text_ends_with_what_was_checked)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    const char *text = fixture_report(&fixture, "text");
    has(text, "coverage: 1 of 3 files parsed only in part\n");
    has(text, "coverage: 1 call through a pointer was not followed: util 1.c:6\n");
    has(text, "2 DLLs, 3 files, 2 roots: 2 errors, 2 warnings\n");
    fixture_end(&fixture);
}

Test(formats, text_is_loud_when_there_is_no_root)
{
    struct fixture fixture;
    fixture_start(&fixture);
    verdict_add(fixture.arena, &fixture.data, &fixture.core, NULL);
    verdict_finish(fixture.arena, &fixture.data);
    const char *text = fixture_report(&fixture, "text");
    has(text, "NO ROOT FOUND");
    has(text, "1 DLL, 2 files, 0 roots: no findings\n");
    fixture_end(&fixture);
}

Test(formats, text_lets_no_control_character_through)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    const char *text = fixture_report(&fixture, "text");
    has(text, "\\x1B[31m \\xFF\\xE2\\x82 */");
    lacks(text, "\x1b");
    cr_assert(text_is_utf8(text, strlen(text)));
    fixture.options.colour = true;
    has(fixture_report(&fixture, "text"), "\x1b[1;31merror:\x1b[0m");
    fixture_end(&fixture);
}

Test(formats, text_prose_is_wrapped)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    fixture.options.width = 60;
    const char *text = fixture_report(&fixture, "text");
    const char *line = strstr(text, "  shows: ");
    cr_assert_not_null(line);
    cr_assert_leq(strcspn(line, "\n"), 60);
    has(line, "\n            ");
    fixture_end(&fixture);
}

Test(formats, json_keeps_its_contract)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    const struct json *json = parsed(&fixture, fixture_report(&fixture, "json"));
    static const char *const keys[] = {
        "rule",        "name",     "level",     "confidence", "certainty", "certaintyReason",
        "module",      "sink",     "message",   "location",   "phases",    "paths",
        "fingerprint", "baseline", "suppressed"};
    const struct json *finding = element(json_get(json, "findings"), 0);
    const struct json *member = finding->first;
    for (size_t i = 0; i < sizeof keys / sizeof *keys; i++, member = member->next) {
        cr_assert_str_eq(member->key, keys[i]);
    }
    cr_assert_str_eq(json_get_string(finding, "module", ""), "core");
    const struct json *location = json_get(finding, "location");
    cr_assert_str_eq(json_get_string(location, "file", ""), "util 1.c");
    cr_assert_eq(json_get(location, "column")->number, 16);
    const struct json *path = element(json_get(finding, "paths"), 0);
    cr_assert_str_eq(element(json_get(path, "phases"), 1)->string, "process-attach-static");
    cr_assert_str_eq(json_get_string(element(json_get(path, "steps"), 0), "calls", ""),
                     "component_init");
    cr_assert_eq(json_get(json_get(json, "summary"), "error")->number, 2);
    cr_assert_eq(json_get(json_get(json, "coverage"), "cuts")->n, 2);
    fixture_end(&fixture);
}

Test(formats, json_shows_no_folder_of_this_machine)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    const char *text = fixture_report(&fixture, "json");
    has(text, "\"<c++/gate.h>\"");
    lacks(text, fixture.folder);
    lacks(text, "/usr/");
    text = fixture_report(&fixture, "sarif");
    lacks(text, fixture.folder);
    lacks(text, "/usr/");
    fixture_end(&fixture);
}

Test(formats, output_is_the_same_each_time)
{
    static const char *const names[] = {"text", "json", "sarif"};
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *first = fixture_report(&fixture, names[i]);
        cr_assert_str_eq(first, fixture_report(&fixture, names[i]));
    }
    fixture_end(&fixture);
}

static const struct json *sarif_run(struct fixture *fixture)
{
    const struct json *log = parsed(fixture, fixture_report(fixture, "sarif"));
    cr_assert_eq(json_get(log, "runs")->n, 1);
    return element(json_get(log, "runs"), 0);
}

static const struct json *region_of(const struct json *location)
{
    return json_get(json_get(location, "physicalLocation"), "region");
}

Test(formats, sarif_places_the_sink_first_and_links_the_root)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    const struct json *result = element(json_get(sarif_run(&fixture), "results"), 0);
    const struct json *region = region_of(element(json_get(result, "locations"), 0));
    cr_assert_eq(json_get(region, "startLine")->number, 5);
    cr_assert_eq(json_get(region, "startColumn")->number, 16);
    cr_assert_eq(json_get(region, "endColumn")->number, 28);
    cr_assert_str_eq(json_get_string(json_get(region, "snippet"), "text", ""), "LoadLibraryA");
    has(json_get_string(json_get(result, "message"), "text", ""), "from '[DllMain](1)' when");
    const struct json *related = element(json_get(result, "relatedLocations"), 0);
    cr_assert_eq(json_get(related, "id")->number, 1);
    cr_assert_eq(json_get(region_of(related), "startLine")->number, 4);
    fixture_end(&fixture);
}

Test(formats, sarif_message_is_its_template_filled_in)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    const struct json *run = sarif_run(&fixture);
    const struct json *driver = json_get(json_get(run, "tool"), "driver");
    const struct json *rule = element(json_get(driver, "rules"), 1);
    const struct json *message = json_get(element(json_get(run, "results"), 1), "message");
    cr_assert_str_eq(json_get_string(message, "text", ""),
                     "'Gate::operator[]' waits when the process exits in 'core' {sic}. It is "
                     "reached from '[DllMain](1)'.");
    const struct json *strings = json_get(rule, "messageStrings");
    const struct json *made = json_get(strings, json_get_string(message, "id", ""));
    cr_assert_str_eq(json_get_string(made, "text", ""),
                     "'{0}' waits when the process exits in '{1}' {{sic}}. It is reached from "
                     "'{2}'.");
    fixture_end(&fixture);
}

Test(formats, sarif_shows_steps_of_system_headers_at_the_project)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    const struct json *result = element(json_get(sarif_run(&fixture), "results"), 1);
    const struct json *flow = element(json_get(result, "codeFlows"), 0);
    const struct json *steps = json_get(element(json_get(flow, "threadFlows"), 0), "locations");
    cr_assert_eq(steps->n, 3);
    cr_assert_eq(json_get(element(steps, 0), "nestingLevel")->number, 1);
    const struct json *last = element(steps, 2);
    const struct json *location = json_get(last, "location");
    cr_assert_eq(json_get(region_of(location), "startLine")->number, 6);
    cr_assert_str_eq(json_get_string(json_get(location, "message"), "text", ""),
                     "'Wait' calls 'Gate::operator[]' (pointer g_ops.wait) in <c++/gate.h>.");
    fixture_end(&fixture);
}

Test(formats, sarif_caps_long_paths)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    struct path *path = &fixture.data.findings.at[0].paths.at[0];
    struct step first = path->steps.at[0];
    struct step last = path->steps.at[1];
    path->steps.at = NULL;
    path->steps.n = path->steps.cap = 0;
    for (uint32_t i = 0; i < 200; i++) {
        VEC_PUSH(fixture.arena, &path->steps, i + 1 < 200 ? first : last);
    }
    const struct json *result = element(json_get(sarif_run(&fixture), "results"), 0);
    const struct json *flow = element(json_get(result, "codeFlows"), 0);
    const struct json *steps = json_get(element(json_get(flow, "threadFlows"), 0), "locations");
    cr_assert_eq(steps->n, 64);
    cr_assert_eq(json_get(element(steps, 63), "nestingLevel")->number, 200);
    fixture_end(&fixture);
}

Test(formats, sarif_notes_what_was_not_analysed)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    fixture.options.incomplete = true;
    const struct json *call = element(json_get(sarif_run(&fixture), "invocations"), 0);
    const struct json *notes = json_get(call, "toolExecutionNotifications");
    cr_assert_not(json_get(call, "executionSuccessful")->boolean);
    cr_assert_eq(notes->n, 2);
    cr_assert_str_eq(json_get_string(element(notes, 0), "level", ""), "error");
    fixture_end(&fixture);
}

/* One finding of each rule in the program's own packs, in the first phase that it reports. */
static void add_each_rule(struct fixture *fixture, const struct packs *packs)
{
    struct place place = {.file = fixture->core.roots.at[0].at.file, .line = 6, .column = 1};
    fixture->core.sinks.n = 0;
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        const struct rule *rule = &packs->rules.at[i];
        const struct rule_effect *effect = &rule->effects.at[0];
        struct api *api = ARENA_NEW(fixture->arena, struct api);
        api->name = "Sink";
        api->own_page = i % 2 == 0;
        VEC_PUSH(fixture->arena, &api->effects, effect->effect);
        place.column++;
        struct sink sink = {.api = api, .name = "Sink"};
        while (effect->levels[sink.phase] == LEVEL_NONE && sink.phase + 1 < PHASES) {
            sink.phase++;
        }
        struct step step = {.function = "DllMain", .calls = "Sink", .at = place};
        VEC_PUSH(fixture->arena, &sink.steps, step);
        VEC_PUSH(fixture->arena, &fixture->core.sinks, sink);
    }
}

Test(formats, all_rules_of_the_program_can_be_reported)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    struct diag diag = {0};
    struct packs *packs = packs_load(fixture.arena, NULL, 0, &diag);
    cr_assert_not_null(packs);
    fixture.data = (struct report_data){.root_folder = fixture.folder, .packs = packs};
    add_each_rule(&fixture, packs);
    struct verdict_options options = {.rules = "*"};
    verdict_add(fixture.arena, &fixture.data, &fixture.core, &options);
    verdict_finish(fixture.arena, &fixture.data);
    cr_assert_eq(fixture.data.findings.n, packs->rules.n);
    for (uint32_t i = 0; i < fixture.data.findings.n; i++) {
        const char *message = fixture.data.findings.at[i].message;
        lacks(message, "{");
        cr_assert(text_ends(message, "."), "%s", message);
    }
    cr_assert_eq(json_get(sarif_run(&fixture), "results")->n, packs->rules.n);
    has(fixture_report(&fixture, "text"), "1 DLL, 2 files, 1 root: ");
    fixture_end(&fixture);
}

Test(formats, unreadable_sources_are_no_obstacle)
{
    struct fixture fixture;
    fixture_start(&fixture);
    fixture_findings(&fixture);
    for (uint32_t i = 0; i < fixture.data.findings.n; i++) {
        fixture.data.findings.at[i].location.file = "/elsewhere/gone.c";
    }
    fixture.data.root_folder = "/elsewhere";
    has(fixture_report(&fixture, "text"), "gone.c:5:19: error:");
    const struct json *result = element(json_get(sarif_run(&fixture), "results"), 0);
    const struct json *region = region_of(element(json_get(result, "locations"), 0));
    cr_assert_eq(json_get(region, "startColumn")->number, 19);
    cr_assert_null(json_get(json_get(result, "partialFingerprints"), "primaryLocationLineHash"));
    fixture_end(&fixture);
}
