/*
 * html.c - the report as one page for an audit: html/ around the run's data.
 *
 * The page is a constant of the program; what it shows is JSON in a script element that no browser
 * runs.  No text of a source, pack or name stands in the markup: '<' is \u003c in the data, and the
 * page's script makes text nodes of it only.
 */
#include "report/html_writer.h"

#include <string.h>

#include "report/view.h"

static void write_phases(struct html *html)
{
    json_open_array(&html->to, "phases");
    for (uint32_t i = 0; i < PHASES; i++) {
        json_open_object(&html->to, NULL);
        json_write_string(&html->to, "id", phase_name((enum phase)i));
        json_write_string(&html->to, "words", phases_words(html->scratch, 1u << i));
        json_close(&html->to);
    }
    json_close(&html->to);
}

static void write_rule(struct html *html, const struct rule *rule)
{
    struct json_writer *to = &html->to;
    json_open_object(to, rule->id);
    json_write_string(to, "name", rule->name);
    json_write_string(to, "summary", rule->summary);
    json_write_string(to, "why", rule->why);
    json_write_string(to, "shows", rule->when_it_shows);
    json_write_string(to, "fix", rule->fix);
    json_write_string(to, "instead", rule->safe_instead);
    json_write_string(to, "verify", rule->verify);
    json_open_array(to, "here");
    for (uint32_t i = 0; i < PHASES; i++) {
        json_write_string(to, NULL, rule->why_phase[i]);
    }
    json_close(to);
    json_close(to);
}

/* The rules of the findings, in the order of the findings. */
static void write_rules(struct html *html, struct finding *const *findings, uint32_t n)
{
    struct strmap *known = strmap_create(html->scratch);
    json_open_object(&html->to, "rules");
    for (uint32_t i = 0; i < n; i++) {
        const struct rule *rule = findings[i]->rule;
        if (!strmap_get(known, rule->id, NULL)) {
            strmap_put(known, rule->id, 1);
            write_rule(html, rule);
        }
    }
    json_close(&html->to);
}

static void write_cut(struct html *html, const struct cut *cut)
{
    json_open_object(&html->to, NULL);
    json_write_integer(&html->to, "kind", view_cut_index(cut->kind));
    html_write_place(html, "at", &cut->at, false);
    json_write_string(&html->to, "detail", cut->detail);
    json_close(&html->to);
}

static const char *cut_key(struct html *html, const struct cut *cut)
{
    return arena_printf(html->scratch, "%s %s:%u:%u %s", cut->kind,
                        cut->at.file ? cut->at.file : "", cut->at.line, cut->at.column,
                        cut->detail ? cut->detail : "");
}

/* The cuts that belong to the run and to no module. */
static void write_other_cuts(struct html *html)
{
    const struct report_data *data = html->data;
    struct strmap *known = strmap_create(html->scratch);
    for (uint32_t m = 0; m < data->modules.n; m++) {
        for (uint32_t i = 0; i < data->modules.at[m].cuts.n; i++) {
            strmap_put(known, cut_key(html, &data->modules.at[m].cuts.at[i]), 1);
        }
    }
    json_open_array(&html->to, "cuts");
    for (uint32_t i = 0; i < data->coverage.cuts.n; i++) {
        if (!strmap_get(known, cut_key(html, &data->coverage.cuts.at[i]), NULL)) {
            write_cut(html, &data->coverage.cuts.at[i]);
        }
    }
    json_close(&html->to);
}

static void write_cut_kinds(struct html *html)
{
    struct json_writer *to = &html->to;
    json_open_array(to, "cutKinds");
    for (const struct view_cut *cut = view_cuts;; cut++) {
        json_open_object(to, NULL);
        json_write_string(to, "one", cut->one);
        json_write_string(to, "many", cut->many);
        json_write_string(to, "meaning", cut->meaning);
        json_write_string(to, "help", cut->help);
        json_close(to);
        if (!cut->kind) {
            break;
        }
    }
    json_close(to);
}

static void write_module(struct html *html, const struct module_report *module)
{
    struct json_writer *to = &html->to;
    json_open_object(to, NULL);
    json_write_string(to, "name", module->name);
    json_write_integer(to, "units", module->n_units);
    json_write_integer(to, "functions", module->n_functions);
    json_open_array(to, "roots");
    for (uint32_t i = 0; i < module->roots.n; i++) {
        const struct root *root = &module->roots.at[i];
        json_open_object(to, NULL);
        json_write_string(to, "caller", view_root_caller(root->kind));
        json_write_string(to, "function", root->function);
        json_write_integer(to, "phases", root->phases);
        html_write_place(html, "at", &root->at, false);
        json_close(to);
    }
    json_close(to);
    json_open_array(to, "cuts");
    for (uint32_t i = 0; i < module->cuts.n; i++) {
        write_cut(html, &module->cuts.at[i]);
    }
    json_close(to);
    json_close(to);
}

static void write_coverage(struct html *html)
{
    const struct coverage *coverage = &html->data->coverage;
    json_write_integer(&html->to, "nCuts", coverage->cuts.n);
    json_open_object(&html->to, "units");
    json_write_integer(&html->to, "analysed", coverage->analysed);
    json_write_integer(&html->to, "partial", coverage->partial);
    json_write_integer(&html->to, "failed", coverage->failed);
    json_close(&html->to);
}

static void write_data(struct html *html, const char *version)
{
    const struct report_data *data = html->data;
    uint32_t n = 0;
    struct finding **findings = verdict_all(html->scratch, data, &n);
    json_open_object(&html->to, NULL);
    json_write_string(&html->to, "version", version);
    write_phases(html);
    write_coverage(html);
    write_cut_kinds(html);
    json_open_array(&html->to, "modules");
    for (uint32_t i = 0; i < data->modules.n; i++) {
        write_module(html, &data->modules.at[i]);
    }
    json_close(&html->to);
    write_other_cuts(html);
    write_rules(html, findings, n);
    json_open_array(&html->to, "findings");
    for (uint32_t i = 0; i < n; i++) {
        html_write_finding(html, findings[i]);
    }
    json_close(&html->to);
    html_write_files(html);
    json_close(&html->to);
}

/* Appends JSON without its indentation (no string has a line break), and so that it cannot end the
 * element it stands in. */
static void add_embedded(struct strbuf *out, const char *json)
{
    while (*json != '\0') {
        size_t len = strcspn(json, "<\n");
        strbuf_add(out, json, len);
        json += len;
        if (*json == '<') {
            strbuf_adds(out, "\\u003c");
            json++;
        } else if (*json == '\n') {
            json += 1 + strspn(json + 1, " ");
        }
    }
}

static void write_html(struct strbuf *out, const struct report_data *data,
                       const struct report_options *options)
{
    struct arena *scratch = arena_create();
    struct strbuf json;
    strbuf_init(&json, scratch);
    struct html html = {.scratch = scratch,
                        .sources = sources_create(scratch),
                        .data = data,
                        .file_index = strmap_create(scratch)};
    json_writer_init(&html.to, &json);
    write_data(&html, options->tool_version);
    strbuf_adds(out, html_head);
    add_embedded(out, json.text);
    strbuf_adds(out, html_tail);
    arena_destroy(scratch);
}

const struct report_writer report_html = {
    .name = "html",
    .summary = "for an audit: one page with everything, for any browser",
    .write = write_html,
};
