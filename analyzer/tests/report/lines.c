/* lines.c - formats of one line a finding, over hostile names and text. */
#include <criterion/criterion.h>

#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "fixture.h"

TestSuite(lines, .timeout = 10);

static void has(const char *text, const char *part)
{
    cr_assert(strstr(text, part), "no '%s' in:\n%s", part, text);
}

static uint32_t count(const char *text, char c)
{
    uint32_t n = 0;
    for (; *text != '\0'; text++) {
        n += *text == c ? 1 : 0;
    }
    return n;
}

static void start(struct fixture *fixture)
{
    fixture_start(fixture);
    fixture_findings(fixture);
}

/* A name that tries to begin a line of its own in each of the formats. */
static void make_hostile(struct fixture *fixture)
{
    struct finding *finding = &fixture->data.findings.at[0];
    finding->message = "100% '\n::error::x\r\nevil.c:1:1: error: \x1b[31m\xff'";
    finding->location.file = arena_printf(fixture->arena, "%s/a,b:c%%\n.c", fixture->folder);
    finding->paths.at[0].steps.at[0].function = "f\n::set-env name=X::y";
}

Test(lines, gcc_has_the_path_as_notes)
{
    struct fixture fixture;
    start(&fixture);
    const char *text = fixture_report(&fixture, "gcc");
    has(text,
        "util 1.c:5:16: error: 'LoadLibraryA' is called from 'DllMain' when the DLL is loaded "
        "(LoadLibrary or process start), under the loader lock. [DLM101]\n"
        "main.c:4:13: note: The loader calls DllMain when the DLL is loaded (LoadLibrary or "
        "process start)\n"
        "main.c:6:38: note: DllMain calls component_init\n"
        "util 1.c:5:16: note: component_init calls LoadLibraryA\n");
    has(text, "<c++/gate.h>:7:3: note: Wait calls Gate::operator[] (pointer g_ops.wait)\n");
    fixture_end(&fixture);
}

Test(lines, gcc_has_further_evidence_as_notes)
{
    struct fixture fixture;
    start(&fixture);
    struct finding *finding = &fixture.data.findings.at[0];
    struct flow flow = {.label = "holds 'g_lock'", .root = "worker"};
    VEC_PUSH(fixture.arena, &flow.steps, finding->paths.at[0].steps.at[1]);
    VEC_PUSH(fixture.arena, &finding->flows, flow);
    has(fixture_report(&fixture, "gcc"),
        "util 1.c:5:16: note: with: worker holds 'g_lock'\n"
        "util 1.c:5:16: note: component_init calls LoadLibraryA\n");
    fixture_end(&fixture);
}

Test(lines, msvc_has_one_line_a_finding)
{
    struct fixture fixture;
    start(&fixture);
    fixture.data.findings.at[1].level = LEVEL_NOTE;
    const char *text = fixture_report(&fixture, "msvc");
    has(text, "util 1.c(5,16): error DLM101: 'LoadLibraryA' is called");
    has(text, "util 1.c(6,20): info DLM201: ");
    has(text, "util 1.c(6,20): warning DLM201: ");
    cr_assert_eq(count(text, '\n'), fixture.data.findings.n);
    fixture_end(&fixture);
}

Test(lines, hostile_text_begins_no_line)
{
    static const char *const formats[] = {"gcc", "msvc", "github"};
    struct fixture fixture;
    start(&fixture);
    for (size_t i = 0; i < sizeof formats / sizeof *formats; i++) {
        uint32_t n = count(fixture_report(&fixture, formats[i]), '\n');
        struct finding whole = fixture.data.findings.at[0];
        const char *name = whole.paths.at[0].steps.at[0].function;
        make_hostile(&fixture);
        const char *text = fixture_report(&fixture, formats[i]);
        cr_assert_eq(count(text, '\n'), n, "%s:\n%s", formats[i], text);
        cr_assert_eq(count(text, '\r') + count(text, '\x1b'), 0, "%s", formats[i]);
        cr_assert(text_is_utf8(text, strlen(text)));
        cr_assert_null(strstr(text, "\n::error::x"));
        cr_assert_null(strstr(text, "\nevil.c:1:1"));
        fixture.data.findings.at[0] = whole;
        whole.paths.at[0].steps.at[0].function = name;
    }
    fixture_end(&fixture);
}

Test(lines, github_escapes_properties_and_data)
{
    struct fixture fixture;
    start(&fixture);
    make_hostile(&fixture);
    const char *text = fixture_report(&fixture, "github");
    has(text, "::error file=a%2Cb%3Ac%25%0A.c,line=5,endLine=5,col=19,"
              "title=DLM101 LoadLibraryUnderLoaderLock::100%25 '%0A::error::x%0D%0A"
              "evil.c:1:1: error: %1B[31m\xef\xbf\xbd'%0APath: f%0A::set-env name=X::y > "
              "component_init > LoadLibraryA\n");
    fixture_end(&fixture);
}

Test(lines, gitlab_is_json_with_distinct_fingerprints)
{
    struct fixture fixture;
    start(&fixture);
    make_hostile(&fixture);
    const char *text = fixture_report(&fixture, "gitlab");
    const char *error = NULL;
    const struct json *json = json_parse(fixture.arena, text, strlen(text), &error);
    cr_assert_not_null(json, "%s", error);
    cr_assert_eq(json->n, fixture.data.findings.n);
    const struct json *entry = json->first;
    cr_assert_str_eq(json_get_string(entry, "severity", ""), "critical");
    cr_assert_str_eq(json_get_string(entry, "check_name", ""), "DLM101");
    cr_assert_str_eq(json_get_string(entry->next, "severity", ""), "major");
    cr_assert_str_neq(json_get_string(entry, "fingerprint", ""),
                      json_get_string(entry->next, "fingerprint", ""));
    const struct json *location = json_get(entry, "location");
    cr_assert_eq(json_get(json_get(location, "lines"), "begin")->number, 5);
    fixture_end(&fixture);
}

Test(lines, say_the_summary_apart)
{
    struct fixture fixture;
    start(&fixture);
    struct strbuf out;
    strbuf_init(&out, fixture.arena);
    report_summary(&out, &fixture.data, &fixture.options);
    has(out.text, "coverage: 1 of 3 files parsed only in part\n");
    has(out.text, "2 DLLs, 3 files, 2 roots: 2 errors, 2 warnings\n");
    cr_assert(report_find("gcc")->findings_only);
    cr_assert_null(strstr(fixture_report(&fixture, "gcc"), "coverage"));
    fixture_end(&fixture);
}
