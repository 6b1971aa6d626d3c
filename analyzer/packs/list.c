/*
 * list.c - all rules at once: as text for a terminal, as JSON, as a table in Markdown.
 *
 * Takes loaded packs.  Levels are those that count: by phase, whatever words the packs used.
 */
#include "packs/describe.h"

#include <string.h>

#include "base/json.h"
#include "base/text.h"
#include "packs/words.h"

/* ---- text ---- */

/* Returns the levels that the rule has: "error", or the lowest and the highest: "note..error". */
static const char *levels_summary(struct arena *arena, const struct rule *rule)
{
    enum level lowest = LEVEL_NONE;
    enum level highest = LEVEL_NONE;
    for (uint32_t i = 0; i < rule->effects.n; i++) {
        for (uint32_t phase = 0; phase < PHASES; phase++) {
            enum level level = rule->effects.at[i].levels[phase];
            highest = level > highest ? level : highest;
            if (level != LEVEL_NONE && (lowest == LEVEL_NONE || level < lowest)) {
                lowest = level;
            }
        }
    }
    const char *from = lowest == highest ? "" : arena_printf(arena, "%s..", level_name(lowest));
    return arena_printf(arena, "%s%s%s", from, level_name(highest), rule->enabled ? "" : " (off)");
}

static void widen(int *width, const char *text)
{
    int length = (int)strlen(text);
    *width = length > *width ? length : *width;
}

static void list_as_text(struct strbuf *out, const struct packs *packs)
{
    enum { WIDEST_NAME = 40 }; /* longer ones push the rest of their own line only */
    int id = 0;
    int name = 0;
    int levels = 0;
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        const struct rule *rule = &packs->rules.at[i];
        widen(&id, rule->id);
        widen(&name, rule->name);
        widen(&levels, levels_summary(out->arena, rule));
    }
    name = name > WIDEST_NAME ? WIDEST_NAME : name;
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        const struct rule *rule = &packs->rules.at[i];
        strbuf_printf(out, "%-*s  %-*s  %-*s  ", id, rule->id, name, rule->name, levels,
                      levels_summary(out->arena, rule));
        text_escape_control(out, rule->summary, false);
        strbuf_addc(out, '\n');
    }
}

/* ---- JSON ---- */

static void write_strings(struct json_writer *to, const char *key, const char *const *at,
                          uint32_t n)
{
    json_open_array(to, key);
    for (uint32_t i = 0; i < n; i++) {
        json_write_string(to, NULL, at[i]);
    }
    json_close(to);
}

static void write_effect(struct json_writer *to, const struct rule_effect *effect)
{
    json_open_object(to, NULL);
    json_write_string(to, "effect", effect->effect);
    json_open_object(to, "levels");
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        if (effect->levels[phase] != LEVEL_NONE) {
            json_write_string(to, phase_name((enum phase)phase), level_name(effect->levels[phase]));
        }
    }
    json_close(to);
    json_close(to);
}

static void write_rule(struct json_writer *to, const struct rule *rule)
{
    json_open_object(to, NULL);
    json_write_string(to, "id", rule->id);
    json_write_string(to, "name", rule->name);
    json_write_string(to, "summary", rule->summary);
    json_write_bool(to, "enabled", rule->enabled);
    json_open_array(to, "effects");
    for (uint32_t i = 0; i < rule->effects.n; i++) {
        write_effect(to, &rule->effects.at[i]);
    }
    json_close(to);
    write_strings(to, "cwe", rule->cwe.at, rule->cwe.n);
    write_strings(to, "sources", rule->sources.at, rule->sources.n);
    json_close(to);
}

static void write_undecided(struct json_writer *to, const struct undecided *rule)
{
    json_open_object(to, NULL);
    json_write_string(to, "id", rule->id);
    json_write_string(to, "name", rule->name);
    json_write_string(to, "summary", rule->summary);
    json_write_string(to, "missing", rule->missing);
    write_strings(to, "sources", rule->sources.at, rule->sources.n);
    json_close(to);
}

static void list_as_json(struct strbuf *out, const struct packs *packs)
{
    struct json_writer to;
    json_writer_init(&to, out);
    json_open_object(&to, NULL);
    json_open_array(&to, "rules");
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        write_rule(&to, &packs->rules.at[i]);
    }
    json_close(&to);
    json_open_array(&to, "undecided");
    for (uint32_t i = 0; i < packs->undecided.n; i++) {
        write_undecided(&to, &packs->undecided.at[i]);
    }
    json_close(&to);
    json_close(&to);
}

/* ---- Markdown ---- */

/* Short words for phases; those for two stand for both. */
static const struct {
    uint32_t phases;
    const char *word;
} short_words[] = {
    {PHASES_ATTACH, "attach"},
    {1U << PHASE_ATTACH_DYNAMIC, "dynamic attach"},
    {1U << PHASE_ATTACH_STATIC, "static attach"},
    {PHASES_THREAD, "thread"},
    {1U << PHASE_THREAD_ATTACH, "thread attach"},
    {1U << PHASE_THREAD_DETACH, "thread detach"},
    {PHASES_DETACH, "detach"},
    {1U << PHASE_DETACH_UNLOAD, "unload"},
    {1U << PHASE_DETACH_EXIT, "exit"},
};

/* Appends "error (detach), warning (attach, thread)"; no phases where one level has them all. */
static void add_levels(struct strbuf *out, const struct rule_effect *effect)
{
    const char *between = "";
    for (uint32_t level = LEVEL_ERROR; level > LEVEL_NONE; level--) {
        uint32_t phases = 0;
        for (uint32_t phase = 0; phase < PHASES; phase++) {
            phases |= effect->levels[phase] == level ? 1U << phase : 0;
        }
        if (phases == 0) {
            continue;
        }
        strbuf_printf(out, "%s%s", between, level_name((enum level)level));
        const char *open = phases == PHASES_ALL ? NULL : " (";
        for (size_t i = 0; i < sizeof short_words / sizeof *short_words && open != NULL; i++) {
            if ((phases & short_words[i].phases) == short_words[i].phases) {
                strbuf_printf(out, "%s%s", open, short_words[i].word);
                phases &= ~short_words[i].phases;
                open = ", ";
            }
        }
        strbuf_adds(out, open == NULL ? "" : ")");
        between = ", ";
    }
}

/* Appends text as a cell of a table. */
static void add_cell(struct strbuf *out, const char *raw)
{
    struct strbuf clean;
    strbuf_init(&clean, out->arena);
    text_escape_control(&clean, raw, false);
    for (const char *p = clean.text; *p != '\0'; p++) {
        strbuf_adds(out, *p == '|' ? "\\" : "");
        strbuf_addc(out, *p);
    }
}

static void list_as_markdown(struct strbuf *out, const struct packs *packs)
{
    strbuf_adds(out, "| id | name | what it reports | levels |\n| --- | --- | --- | --- |\n");
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        const struct rule *rule = &packs->rules.at[i];
        strbuf_printf(out, "| %s | %s | ", rule->id, rule->name);
        add_cell(out, rule->summary);
        strbuf_adds(out, " | ");
        for (uint32_t k = 0; k < rule->effects.n; k++) {
            strbuf_printf(out, "%s%s: ", k == 0 ? "" : "; ", rule->effects.at[k].effect);
            add_levels(out, &rule->effects.at[k]);
        }
        strbuf_adds(out, rule->enabled ? " |\n" : " (off by default) |\n");
    }
}

const char *const packs_list_formats[] = {"text", "json", "markdown", NULL};

bool packs_list_rules(struct strbuf *out, const struct packs *packs, const char *format)
{
    static void (*const list_as[])(struct strbuf * out, const struct packs *packs) = {
        list_as_text, list_as_json, list_as_markdown};
    for (size_t i = 0; packs_list_formats[i] != NULL; i++) {
        if (strcmp(packs_list_formats[i], format) == 0) {
            list_as[i](out, packs);
            return true;
        }
    }
    return false;
}
