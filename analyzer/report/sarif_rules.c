/*
 * sarif_rules.c - the tool, its rules and notifications, the taxonomy.
 *
 * All rules that are on are listed, found or not: the log says what was looked for.
 *
 * Levels: a rule's default level is the highest it can have in any phase; the result carries its
 * own.  GitHub and VS Code show the result's.  Visual Studio shows the rule's for a result at
 * `warning`, and SonarQube the rule's: there a finding may look graver than it is, never milder.
 * Ids are for ever, so the levels do not make rules of their own: a rule lists its variants
 * ("DLM201/warning", with the phases of each effect) in its properties, and a result names its own.
 */
#include "report/sarif_writer.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "report/view.h"

enum { MAX_DESCRIPTION = 1000 }; /* GitHub's limit is 1024 characters */

static int compare_rules(const void *left, const void *right)
{
    const struct rule *const *a = left;
    const struct rule *const *b = right;
    return strcmp((*a)->id, (*b)->id);
}

static void add_rule(struct sarif *sarif, const struct rule *rule)
{
    if (!strmap_get(sarif->rule_index, rule->id, NULL)) {
        strmap_put(sarif->rule_index, rule->id, 0);
        VEC_PUSH(sarif->scratch, &sarif->rules, rule);
    }
}

void sarif_collect_rules(struct sarif *sarif)
{
    const struct report_data *data = sarif->data;
    sarif->rule_index = strmap_create(sarif->scratch);
    for (uint32_t i = 0; i < sarif->n_shown; i++) {
        add_rule(sarif, sarif->shown[i]->rule);
    }
    for (uint32_t i = 0; data->packs && i < data->packs->rules.n; i++) {
        if (verdict_rule_is_on(&data->packs->rules.at[i], data->rules)) {
            add_rule(sarif, &data->packs->rules.at[i]);
        }
    }
    if (sarif->rules.n > 0) {
        qsort(sarif->rules.at, sarif->rules.n, sizeof *sarif->rules.at, compare_rules);
    }
    for (uint32_t i = 0; i < sarif->rules.n; i++) {
        strmap_put(sarif->rule_index, sarif->rules.at[i]->id, i);
    }
    sarif_collect_weaknesses(sarif);
}

const char *sarif_variant(struct arena *arena, const struct rule *rule, enum level level)
{
    return arena_printf(arena, "%s/%s", rule->id, level_name(level));
}

static bool has_level(const struct rule *rule, enum level level)
{
    for (uint32_t i = 0; i < rule->effects.n; i++) {
        for (uint32_t phase = 0; phase < PHASES; phase++) {
            if (rule->effects.at[i].levels[phase] == level) {
                return true;
            }
        }
    }
    return false;
}

static enum level highest_level(const struct sarif *sarif, const struct rule *rule)
{
    enum level level = LEVEL_NONE;
    for (uint32_t i = 0; i < rule->effects.n; i++) {
        for (uint32_t phase = 0; phase < PHASES; phase++) {
            enum level other = rule->effects.at[i].levels[phase];
            level = other > level ? other : level;
        }
    }
    for (uint32_t i = 0; i < sarif->n_shown; i++) {
        const struct finding *finding = sarif->shown[i];
        level = finding->rule == rule && finding->level > level ? finding->level : level;
    }
    return level == LEVEL_NONE ? LEVEL_NOTE : level;
}

/* Returns a text that ends with a period and has at most MAX_DESCRIPTION bytes, cut behind a
 * sentence. */
static const char *description(struct arena *arena, const char *text)
{
    size_t len = strcspn(text, "\n");
    if (len > MAX_DESCRIPTION) {
        len = MAX_DESCRIPTION;
        while (len > 1 && !(text[len - 1] == '.' && text[len] == ' ')) {
            len--;
        }
        len = len > 1 ? len : MAX_DESCRIPTION - strlen("...");
        while ((text[len] & 0xc0) == 0x80) { /* not inside of a character */
            len--;
        }
    }
    while (len > 0 && isspace((unsigned char)text[len - 1])) {
        len--;
    }
    bool ended = len > 0 && strchr(".!?", text[len - 1]);
    return arena_printf(arena, "%.*s%s", (int)len, text, ended ? "" : ".");
}

/* Appends prose whose lines are paragraphs, or code where they begin with four blanks. */
static void add_markdown(struct strbuf *out, const char *text)
{
    bool code = false;
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        bool is_code = strncmp(text, "    ", 4) == 0;
        if (len > 0) {
            strbuf_adds(out, code && !is_code ? "\n" : "");
            strbuf_add(out, text, len);
            strbuf_adds(out, is_code ? "\n" : "\n\n");
            code = is_code;
        }
        text += len + (text[len] == '\n');
    }
    strbuf_adds(out, code ? "\n" : "");
}

/* One part of a help text; nothing if there is nothing to say. */
static void add_help(struct strbuf *out, const char *title, const char *text, bool markdown)
{
    if (!text || *text == '\0') {
        return;
    }
    if (markdown) {
        strbuf_printf(out, "**%s.** ", title);
        add_markdown(out, text);
    } else {
        strbuf_printf(out, "%s: %s\n\n", title, text);
    }
}

static const char *help_text(struct arena *arena, const struct rule *rule, bool markdown)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    if (markdown) {
        strbuf_printf(&out, "# %s: %s\n\n", rule->id, rule->name);
    }
    strbuf_printf(&out, "%s\n\n", rule->summary);
    add_help(&out, "Why", rule->why, markdown);
    add_help(&out, "When it shows", rule->when_it_shows, markdown);
    add_help(&out, "Fix", rule->fix, markdown);
    add_help(&out, "Safe instead", rule->safe_instead, markdown);
    add_help(&out, "Verify", rule->verify, markdown);
    for (uint32_t i = 0; i < rule->sources.n; i++) {
        strbuf_printf(&out, markdown ? "* <%s>\n" : "Source: %s\n", rule->sources.at[i]);
    }
    return out.text;
}

static void write_template(struct sarif *sarif, struct strmap *known, struct sarif_template made)
{
    if (!strmap_get(known, made.id, NULL)) {
        strmap_put(known, made.id, 1);
        sarif_write_text(sarif, made.id, made.text);
    }
}

/* The templates of the rule's findings, in their order; the default one first. */
static void write_message_strings(struct sarif *sarif, const struct rule *rule)
{
    struct strmap *known = strmap_create(sarif->scratch);
    json_open_object(&sarif->to, "messageStrings");
    write_template(sarif, known, sarif_template_of_rule(sarif->scratch, rule));
    for (uint32_t i = 0; i < sarif->n_shown; i++) {
        if (sarif->shown[i]->rule == rule) {
            write_template(sarif, known, sarif_template_of(sarif->scratch, sarif->shown[i]));
        }
    }
    json_close(&sarif->to);
}

/* The phases in which an effect has a level. */
static void write_variant_phases(struct sarif *sarif, const struct rule_effect *effect,
                                 enum level level)
{
    bool any = false;
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        any = any || effect->levels[phase] == level;
    }
    if (!any) {
        return;
    }
    json_open_array(&sarif->to, effect->effect);
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        if (effect->levels[phase] == level) {
            json_write_string(&sarif->to, NULL, phase_name((enum phase)phase));
        }
    }
    json_close(&sarif->to);
}

/* True if a finding of the rule can have the level: what is not certain has a lower one than the
 * rule gives it. */
static bool can_have_level(const struct rule *rule, enum level level)
{
    bool can = false;
    for (uint32_t higher = level; higher <= LEVEL_ERROR; higher++) {
        can = can || has_level(rule, (enum level)higher);
    }
    return can;
}

/* One variant for each level that findings can have: the most severe first. */
static void write_variants(struct sarif *sarif, const struct rule *rule)
{
    json_open_array(&sarif->to, "variants");
    for (uint32_t level = LEVEL_ERROR; level > LEVEL_NONE; level--) {
        if (!can_have_level(rule, (enum level)level)) {
            continue;
        }
        json_open_object(&sarif->to, NULL);
        json_write_string(&sarif->to, "id", sarif_variant(sarif->scratch, rule, (enum level)level));
        json_write_string(&sarif->to, "level", level_name((enum level)level));
        json_open_object(&sarif->to, "phasesByEffect");
        for (uint32_t i = 0; i < rule->effects.n; i++) {
            write_variant_phases(sarif, &rule->effects.at[i], (enum level)level);
        }
        json_close(&sarif->to);
        json_close(&sarif->to);
    }
    json_close(&sarif->to);
}

/* GitHub's severity and precision, and tags that consumers filter by. */
static void write_properties(struct sarif *sarif, const struct rule *rule, enum level level)
{
    static const char *const severities[] = {"recommendation", "recommendation", "warning",
                                             "error"};
    struct json_writer *to = &sarif->to;
    json_open_object(to, "properties");
    json_open_array(to, "tags");
    json_write_string(to, NULL, "correctness");
    json_write_string(to, NULL, "loader-lock");
    sarif_write_weakness_tags(sarif, rule);
    json_close(to);
    json_write_string(to, "precision", level == LEVEL_ERROR ? "high" : "medium");
    json_write_string(to, "problem.severity", severities[level]);
    write_variants(sarif, rule);
    json_close(to);
}

void sarif_write_level(struct sarif *sarif, enum level level)
{
    json_open_object(&sarif->to, "defaultConfiguration");
    json_write_string(&sarif->to, "level", level_name(level));
    json_close(&sarif->to);
}

static void write_rule(struct sarif *sarif, const struct rule *rule)
{
    struct json_writer *to = &sarif->to;
    enum level level = highest_level(sarif, rule);
    json_open_object(to, NULL);
    json_write_string(to, "id", rule->id);
    json_write_string(to, "name", rule->name);
    sarif_write_text(sarif, "shortDescription", description(sarif->scratch, rule->summary));
    const char *full = rule->why && *rule->why ? rule->why : rule->summary;
    sarif_write_text(sarif, "fullDescription", description(sarif->scratch, full));
    write_message_strings(sarif, rule);
    sarif_write_level(sarif, level);
    if (rule->sources.n > 0) {
        json_write_string(to, "helpUri", rule->sources.at[0]);
    }
    json_open_object(to, "help");
    json_write_string(to, "text", help_text(sarif->scratch, rule, false));
    json_write_string(to, "markdown", help_text(sarif->scratch, rule, true));
    json_close(to);
    write_properties(sarif, rule, level);
    sarif_write_relationships(sarif, rule);
    json_close(to);
}

/* The notifications that can occur: one for each kind of cut. */
static void write_notifications(struct sarif *sarif)
{
    json_open_array(&sarif->to, "notifications");
    for (const struct view_cut *cut = view_cuts;; cut++) {
        json_open_object(&sarif->to, NULL);
        json_write_string(&sarif->to, "id", cut->id);
        json_write_string(&sarif->to, "name", cut->name);
        sarif_write_text(sarif, "shortDescription",
                         arena_printf(sarif->scratch, "A %s.", cut->one));
        sarif_write_text(sarif, "fullDescription", cut->meaning);
        sarif_write_text(sarif, "help", cut->help);
        sarif_write_level(sarif, cut->level);
        json_close(&sarif->to);
        if (!cut->kind) {
            break;
        }
    }
    json_close(&sarif->to);
}

void sarif_write_tool(struct sarif *sarif)
{
    struct json_writer *to = &sarif->to;
    json_open_object(to, "tool");
    json_open_object(to, "driver");
    json_write_string(to, "name", "dllmain-lint");
    json_write_string(to, "fullName", "dllmain-lint loader-lock analyser");
    json_write_string(to, "version", sarif->options->tool_version);
    json_write_string(to, "semanticVersion", sarif->options->tool_version);
    if (sarif->options->information_uri) {
        json_write_string(to, "informationUri", sarif->options->information_uri);
    }
    if (sarif->weaknesses.n > 0) {
        json_open_array(to, "supportedTaxonomies");
        json_open_object(to, NULL);
        json_write_string(to, "name", "CWE");
        json_write_integer(to, "index", 0);
        json_close(to);
        json_close(to);
    }
    json_open_array(to, "rules");
    for (uint32_t i = 0; i < sarif->rules.n; i++) {
        write_rule(sarif, sarif->rules.at[i]);
    }
    json_close(to);
    write_notifications(sarif);
    json_close(to);
    json_close(to);
    sarif_write_taxonomies(sarif);
}
