/* sarif_options.c - what the user can say of a SARIF log, and the limits of those who read it. */
#include <criterion/criterion.h>

#include <string.h>

#include "base/json.h"
#include "fixture.h"

TestSuite(sarif_options, .timeout = 60);

static void start(struct fixture *fixture)
{
    fixture_start(fixture);
    fixture_findings(fixture);
}

static const struct json *run_of(struct fixture *fixture)
{
    const char *error = NULL;
    const char *text = fixture_report(fixture, "sarif");
    const struct json *log = json_parse(fixture->arena, text, strlen(text), &error);
    cr_assert_not_null(log, "%s", error);
    return json_get(log, "runs")->first;
}

static const char *automation_id(struct fixture *fixture)
{
    return json_get_string(json_get(run_of(fixture), "automationDetails"), "id", "");
}

Test(sarif_options, category_or_id_replace_the_name)
{
    struct fixture fixture;
    start(&fixture);
    cr_assert_str_eq(automation_id(&fixture), "dllmain-lint/");
    fixture.options.category = "plugin/release";
    cr_assert_str_eq(automation_id(&fixture), "plugin/release/");
    fixture.options.automation_id = "azuredevops/pipeline/build/1/2";
    cr_assert_str_eq(automation_id(&fixture), "azuredevops/pipeline/build/1/2");
    fixture_end(&fixture);
}

Test(sarif_options, sources_are_embedded_on_request)
{
    struct fixture fixture;
    start(&fixture);
    cr_assert_null(json_get(run_of(&fixture), "artifacts"));
    fixture.options.embed = true;
    const struct json *artifacts = json_get(run_of(&fixture), "artifacts");
    cr_assert_not_null(artifacts);
    cr_assert_eq(artifacts->n, 2); /* the system header is nobody's to send */
    for (const struct json *one = artifacts->first; one; one = one->next) {
        const char *uri = json_get_string(json_get(one, "location"), "uri", "");
        const char *text = json_get_string(json_get(one, "contents"), "text", "");
        bool is_main = strcmp(uri, "main.c") == 0;
        cr_assert(is_main || strcmp(uri, "util%201.c") == 0, "%s", uri);
        cr_assert_not_null(strstr(text, is_main ? "BOOL WINAPI DllMain" : "LoadLibraryA"));
        cr_assert(is_main || strstr(text, "\xef\xbf\xbd"), "ill-formed bytes are replaced");
    }
    fixture_end(&fixture);
}

Test(sarif_options, paths_are_capped)
{
    struct fixture fixture;
    start(&fixture);
    struct finding *finding = &fixture.data.findings.at[0];
    for (uint32_t i = 0; i < 4; i++) {
        struct path path = finding->paths.at[0];
        VEC_PUSH(fixture.arena, &finding->paths, path);
    }
    const struct json *result = json_get(run_of(&fixture), "results")->first;
    cr_assert_eq(json_get(result, "codeFlows")->n, 3);
    fixture.options.max_paths = 1;
    result = json_get(run_of(&fixture), "results")->first;
    cr_assert_eq(json_get(result, "codeFlows")->n, 1);
    fixture_end(&fixture);
}

/* 25,000 results are read; notes go first, and the log says so. */
Test(sarif_options, results_are_capped_by_level)
{
    enum { LIMIT = 25000, MORE = 10 };
    struct fixture fixture;
    start(&fixture);
    struct finding plain = fixture.data.findings.at[0];
    plain.paths.n = 0; /* small */
    fixture.data.findings.n = 0;
    for (uint32_t i = 0; i < LIMIT + MORE; i++) {
        plain.level = i % 100 == 0 ? LEVEL_NOTE : LEVEL_WARNING;
        VEC_PUSH(fixture.arena, &fixture.data.findings, plain);
    }
    plain.level = LEVEL_ERROR;
    VEC_PUSH(fixture.arena, &fixture.data.findings, plain);
    fixture.data.n_level[LEVEL_NOTE] = (LIMIT + MORE + 99) / 100;
    fixture.data.n_level[LEVEL_WARNING] = LIMIT + MORE - fixture.data.n_level[LEVEL_NOTE];
    fixture.data.n_level[LEVEL_ERROR] = 1;
    const struct json *run = run_of(&fixture);
    const struct json *results = json_get(run, "results");
    cr_assert_eq(results->n, LIMIT);
    uint32_t n_notes = 0;
    const struct json *last = NULL;
    for (const struct json *one = results->first; one; one = one->next) {
        n_notes += strcmp(json_get_string(one, "level", ""), "note") == 0 ? 1 : 0;
        last = one;
    }
    cr_assert_eq(n_notes, fixture.data.n_level[LEVEL_NOTE] - MORE - 1);
    cr_assert_str_eq(json_get_string(last, "level", ""), "error");
    const char *text = fixture_report(&fixture, "sarif");
    cr_assert_not_null(strstr(text, "\"11 more findings of the lowest levels are left out.\""));
    fixture_end(&fixture);
}

static size_t text_len(const struct json *object, const char *key)
{
    return strlen(json_get_string(json_get(object, key), "text", ""));
}

/* GitHub's limits, and that only security weaknesses would have a security severity. */
Test(sarif_options, all_rules_keep_the_limits_of_their_readers)
{
    struct fixture fixture;
    start(&fixture);
    struct diag diag = {0};
    fixture.data.packs = packs_load(fixture.arena, NULL, 0, &diag);
    fixture.data.rules = "*";
    cr_assert_not_null(fixture.data.packs);
    const struct json *driver = json_get(json_get(run_of(&fixture), "tool"), "driver");
    const struct json *rules = json_get(driver, "rules");
    cr_assert_geq(rules->n, fixture.data.packs->rules.n);
    for (const struct json *rule = rules->first; rule; rule = rule->next) {
        const char *id = json_get_string(rule, "id", "");
        cr_assert_leq(strlen(json_get_string(rule, "name", "")), 255, "%s", id);
        cr_assert_leq(text_len(rule, "shortDescription"), 1024, "%s", id);
        cr_assert_leq(text_len(rule, "fullDescription"), 1024, "%s", id);
        cr_assert_geq(text_len(rule, "fullDescription"), 20, "%s", id);
        const struct json *properties = json_get(rule, "properties");
        cr_assert_leq(json_get(properties, "tags")->n, 8, "%s", id);
        cr_assert_null(json_get(properties, "security-severity"), "%s", id);
    }
    fixture_end(&fixture);
}

Test(sarif_options, a_description_without_sentences_is_cut_between_characters)
{
    struct fixture fixture;
    start(&fixture);
    struct strbuf why;
    strbuf_init(&why, fixture.arena);
    for (uint32_t i = 0; i < 600; i++) {
        strbuf_adds(&why, i == 0 ? "x" : "\xc3\xa9");
    }
    fixture.packs.rules.at[0].why = why.text;
    const struct json *driver = json_get(json_get(run_of(&fixture), "tool"), "driver");
    const struct json *rule = json_get(driver, "rules")->first;
    cr_assert_leq(text_len(rule, "fullDescription"), 1024);
    cr_assert_geq(text_len(rule, "fullDescription"), 900);
    const char *text = json_get_string(json_get(rule, "fullDescription"), "text", "");
    cr_assert_null(strstr(text, "\xef\xbf\xbd"));
    fixture_end(&fixture);
}
