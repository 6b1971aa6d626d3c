/* html.c - the data in the HTML report: whole, shared, and nothing a browser could take for markup.
 */
#include <criterion/criterion.h>

#include <string.h>

#include "base/json.h"
#include "fixture.h"

TestSuite(html, .timeout = 10);

static void start(struct fixture *fixture)
{
    fixture_start(fixture);
    fixture_findings(fixture);
}

/* Returns the text of the data element. */
static const char *data_text(struct fixture *fixture)
{
    static const char open[] = "<script type=\"application/json\" id=\"data\">";
    const char *page = fixture_report(fixture, "html");
    const char *from = strstr(page, open);
    cr_assert_not_null(from);
    from += sizeof open - 1;
    const char *end = strstr(from, "</script>");
    cr_assert_not_null(end);
    return arena_strndup(fixture->arena, from, (size_t)(end - from));
}

static const struct json *data_of(struct fixture *fixture)
{
    const char *error = NULL;
    const char *text = data_text(fixture);
    const struct json *json = json_parse(fixture->arena, text, strlen(text), &error);
    cr_assert_not_null(json, "%s", error);
    return json;
}

static const struct json *element(const struct json *array, uint32_t i)
{
    const struct json *child = array->first;
    while (i-- > 0 && child) {
        child = child->next;
    }
    cr_assert_not_null(child);
    return child;
}

Test(html, has_every_finding_with_its_path)
{
    struct fixture fixture;
    start(&fixture);
    const struct json *data = data_of(&fixture);
    const struct json *findings = json_get(data, "findings");
    cr_assert_eq(findings->n, 4);
    const struct json *path = element(json_get(findings->first, "paths"), 0);
    cr_assert_str_eq(json_get_string(path, "root", ""), "DllMain");
    cr_assert_str_eq(json_get_string(path, "caller", ""), "The loader calls");
    cr_assert_eq(json_get(path, "steps")->n, 2);
    const struct json *at = json_get(element(json_get(path, "steps"), 1), "at");
    uint32_t number = (uint32_t)json_get(at, "file")->number;
    const struct json *file = element(json_get(data, "files"), number);
    cr_assert_str_eq(json_get_string(file, "name", ""), "util 1.c");
    cr_assert_eq(json_get(at, "column")->number, 16);
    cr_assert_eq(json_get(at, "length")->number, 12);
    const char *line = json_get_string(json_get(file, "lines"), "5", "");
    cr_assert_not_null(strstr(line, "LoadLibraryA(\"x.dll\");"), "%s", line);
    fixture_end(&fixture);
}

Test(html, says_of_each_module_what_was_not_followed)
{
    struct fixture fixture;
    start(&fixture);
    const struct json *data = data_of(&fixture);
    const struct json *core = element(json_get(data, "modules"), 0);
    cr_assert_str_eq(json_get_string(core, "name", ""), "core");
    cr_assert_eq(json_get(core, "cuts")->n, 2);
    cr_assert_eq(json_get(core, "roots")->n, 1);
    cr_assert_eq(json_get(element(json_get(data, "modules"), 1), "cuts")->n, 0);
    cr_assert_eq(json_get(data, "cuts")->n, 0);
    fixture_end(&fixture);
}

/* A header with an error is one place, however many units include it. */
Test(html, has_a_cut_once)
{
    struct fixture fixture;
    fixture_start(&fixture);
    struct cut cut = {.kind = "parse-error", .detail = "no such file"};
    VEC_PUSH(fixture.arena, &fixture.core.cuts, cut);
    VEC_PUSH(fixture.arena, &fixture.core.cuts, cut);
    VEC_PUSH(fixture.arena, &fixture.util.cuts, cut);
    fixture_findings(&fixture);
    const struct json *data = data_of(&fixture);
    cr_assert_eq(json_get(element(json_get(data, "modules"), 0), "cuts")->n, 3);
    cr_assert_eq(json_get(element(json_get(data, "modules"), 1), "cuts")->n, 1);
    cr_assert_eq(json_get(data, "nCuts")->number, 3);
    fixture_end(&fixture);
}

Test(html, has_cuts_of_no_module_for_the_run)
{
    struct fixture fixture;
    start(&fixture);
    struct cut cut = {.kind = "failed-unit", .detail = "2 of its entries"};
    VEC_PUSH(fixture.arena, &fixture.data.coverage.cuts, cut);
    const struct json *cuts = json_get(data_of(&fixture), "cuts");
    cr_assert_eq(cuts->n, 1);
    cr_assert_str_eq(json_get_string(cuts->first, "detail", ""), "2 of its entries");
    fixture_end(&fixture);
}

Test(html, shows_no_source_outside_of_the_project)
{
    struct fixture fixture;
    start(&fixture);
    const struct json *files = json_get(data_of(&fixture), "files");
    for (const struct json *file = files->first; file; file = file->next) {
        bool outside = strchr(json_get_string(file, "name", ""), '<') != NULL;
        cr_assert_eq(outside, json_get(file, "lines")->n == 0);
    }
    fixture_end(&fixture);
}

Test(html, lets_no_text_become_markup)
{
    struct fixture fixture;
    start(&fixture);
    struct finding *finding = &fixture.data.findings.at[0];
    finding->message = "</script><script>x()</script>\n  <!-- \xff \x1b";
    finding->paths.at[0].steps.at[0].function = "<b>";
    const char *text = data_text(&fixture);
    cr_assert_null(strchr(text, '<'));
    cr_assert_null(strchr(text, '\n'));
    const struct json *first = json_get(data_of(&fixture), "findings")->first;
    cr_assert_str_eq(json_get_string(first, "message", ""),
                     "</script><script>x()</script>\n  <!-- \xef\xbf\xbd \x1b");
    fixture_end(&fixture);
}

Test(html, asks_for_nothing_from_elsewhere)
{
    struct fixture fixture;
    start(&fixture);
    const char *page = fixture_report(&fixture, "html");
    cr_assert_not_null(strstr(page, "content=\"default-src 'none'; base-uri 'none'"));
    static const char *const outside[] = {"src=\"http", "@import", "url(http", "fetch("};
    for (size_t i = 0; i < sizeof outside / sizeof *outside; i++) {
        cr_assert_null(strstr(page, outside[i]), "%s", outside[i]);
    }
    fixture_end(&fixture);
}
