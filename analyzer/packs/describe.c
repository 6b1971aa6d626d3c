/*
 * describe.c - rules as a person reads them in a terminal.
 *
 * Takes loaded packs; gives text of at most 80 columns.  A paragraph that begins with four blanks
 * is code and is left as it stands.  Text of packs is made harmless for a terminal here.
 */
#include "packs/describe.h"

#include <string.h>

#include "base/text.h"
#include "packs/index.h"

enum {
    WIDTH = 80,       /* columns of a page */
    INDENT = 2,       /* of the text below a heading */
    LEVEL_WIDTH = 10, /* columns of a level's name */
};

static void blanks(struct strbuf *out, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        strbuf_addc(out, ' ');
    }
}

/* Columns that the UTF-8 text takes, one a character. */
static uint32_t columns(const char *text, size_t len)
{
    uint32_t n = 0;
    for (size_t i = 0; i < len; i++) {
        n += ((unsigned char)text[i] & 0xc0u) != 0x80u ? 1 : 0;
    }
    return n;
}

/* Appends the words of one line of text, which starts at column `at`, and begins new lines at
 * column `indent`. */
static void wrap_line(struct strbuf *out, const char *text, size_t len, uint32_t at,
                      uint32_t indent)
{
    bool first = true;
    for (size_t i = 0; i < len;) {
        size_t word = strcspn(text + i, " ");
        word = word > len - i ? len - i : word;
        uint32_t width = columns(text + i, word);
        if (!first && at + 1 + width > WIDTH) {
            strbuf_addc(out, '\n');
            blanks(out, indent);
            at = indent;
        } else if (!first) {
            strbuf_addc(out, ' ');
            at++;
        }
        strbuf_add(out, text + i, word);
        at += width;
        first = false;
        i += word;
        i += strspn(text + i, " ");
    }
    strbuf_addc(out, '\n');
}

/* Appends a text of paragraphs and code at column `indent`. */
static void wrap(struct strbuf *out, const char *raw, uint32_t indent)
{
    struct strbuf clean;
    strbuf_init(&clean, out->arena);
    text_escape_control(&clean, raw, true);
    for (const char *line = clean.text; *line != '\0';) {
        size_t len = strcspn(line, "\n");
        bool code = text_starts(line, "    ");
        if (len > 0) {
            blanks(out, indent);
        }
        if (code) {
            strbuf_add(out, line, len);
            strbuf_addc(out, '\n');
        } else {
            wrap_line(out, line, len, indent, indent);
        }
        line += len + (line[len] == '\n' ? 1 : 0);
        bool paragraph_follows = *line != '\0' && *line != '\n' && !text_starts(line, "    ");
        if (len > 0 && !code && paragraph_follows) {
            strbuf_addc(out, '\n');
        }
    }
}

static void heading(struct strbuf *out, const char *title)
{
    strbuf_printf(out, "\n%s\n", title);
}

static void section(struct strbuf *out, const char *title, const char *text)
{
    if (text == NULL || *text == '\0') {
        return;
    }
    heading(out, title);
    wrap(out, text, INDENT);
}

/* Appends a level and, behind it, the phases that have it. */
static void level_line(struct strbuf *out, const char *level, const char *phases)
{
    blanks(out, INDENT + 2);
    strbuf_printf(out, "%-*s", LEVEL_WIDTH, level);
    wrap_line(out, phases, strlen(phases), INDENT + 2 + LEVEL_WIDTH, INDENT + 2 + LEVEL_WIDTH);
}

/* Returns the phases that have the level, in words: "every phase", or their names. */
static const char *phases_of_level(struct arena *arena, const struct rule_effect *effect,
                                   enum level level)
{
    struct strbuf names;
    strbuf_init(&names, arena);
    uint32_t n = 0;
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        if (effect->levels[phase] == level) {
            strbuf_printf(&names, "%s%s", n == 0 ? "" : ", ", phase_name((enum phase)phase));
            n++;
        }
    }
    return n == PHASES ? "every phase" : names.text;
}

static void explain_levels(struct strbuf *out, const struct rule *rule)
{
    heading(out, "LEVELS");
    for (uint32_t i = 0; i < rule->effects.n; i++) {
        const struct rule_effect *effect = &rule->effects.at[i];
        strbuf_printf(out, "  %s\n", effect->effect);
        for (uint32_t level = LEVEL_ERROR; level > LEVEL_NONE; level--) {
            const char *phases = phases_of_level(out->arena, effect, (enum level)level);
            if (*phases != '\0') {
                level_line(out, level_name((enum level)level), phases);
            }
        }
    }
}

/* True if the text stands for a phase before `phase`, too. */
static bool said_before(const struct rule *rule, uint32_t phase)
{
    for (uint32_t i = 0; i < phase; i++) {
        if (rule->why_phase[i] != NULL && strcmp(rule->why_phase[i], rule->why_phase[phase]) == 0) {
            return true;
        }
    }
    return false;
}

static void explain_phases(struct strbuf *out, const struct rule *rule)
{
    bool any = false;
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        const char *why = rule->why_phase[phase];
        if (why == NULL || said_before(rule, phase)) {
            continue;
        }
        heading(out, any ? "" : "WHAT HAPPENS");
        if (any) {
            out->len -= 1; /* the empty line of a heading without a title is enough */
            out->text[out->len] = '\0';
        }
        any = true;
        for (uint32_t i = phase; i < PHASES; i++) {
            if (rule->why_phase[i] != NULL && strcmp(rule->why_phase[i], why) == 0) {
                strbuf_printf(out, "%s%s", i == phase ? "  " : ", ", phase_name((enum phase)i));
            }
        }
        strbuf_adds(out, "\n");
        wrap(out, why, INDENT + 2);
    }
}

/* True if the entry has an effect that the rule reports in a phase in which the entry holds. */
static bool reports(const struct rule *rule, const struct api *api)
{
    for (uint32_t i = 0; i < rule->effects.n; i++) {
        for (uint32_t k = 0; k < api->effects.n; k++) {
            if (strcmp(rule->effects.at[i].effect, api->effects.at[k]) != 0) {
                continue;
            }
            for (uint32_t phase = 0; phase < PHASES; phase++) {
                if ((api->phases >> phase & 1u) != 0 &&
                    rule->effects.at[i].levels[phase] != LEVEL_NONE) {
                    return true;
                }
            }
        }
    }
    return false;
}

static void explain_apis(struct strbuf *out, const struct packs *packs, const struct rule *rule)
{
    struct strbuf names;
    strbuf_init(&names, out->arena);
    const char *last = "";
    uint32_t n = 0;
    for (uint32_t i = 0; i < packs->apis.n; i++) {
        const struct api *api = &packs->apis.at[i];
        if (strcmp(api->name, last) != 0 && reports(rule, api)) {
            strbuf_printf(&names, "%s%s", n == 0 ? "" : ", ", api->name);
            last = api->name;
            n++;
        }
    }
    section(out, arena_printf(out->arena, "APIS (%u)", n), names.text);
}

static void explain_weaknesses(struct strbuf *out, const struct rule *rule)
{
    if (rule->cwe.n > 0) {
        heading(out, "WEAKNESS");
    }
    for (uint32_t i = 0; i < rule->cwe.n; i++) {
        const char *id = rule->cwe.at[i];
        strbuf_printf(out, "  %s  https://cwe.mitre.org/data/definitions/%s.html\n", id, id + 4);
    }
}

static void explain_sources(struct strbuf *out, const struct rule *rule)
{
    if (rule->sources.n > 0) {
        heading(out, "SOURCES");
    }
    for (uint32_t i = 0; i < rule->sources.n; i++) {
        wrap(out, rule->sources.at[i], INDENT);
    }
}

static const struct rule *find_rule(const struct packs *packs, const char *word)
{
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        const struct rule *rule = &packs->rules.at[i];
        if (text_same_nocase(rule->id, word) || text_same_nocase(rule->name, word)) {
            return rule;
        }
    }
    return NULL;
}

bool packs_explain(struct strbuf *out, const struct packs *packs, const char *word)
{
    const struct rule *rule = find_rule(packs, word);
    if (rule == NULL) {
        return false;
    }
    strbuf_printf(out, "%s %s%s\n", rule->id, rule->name, rule->enabled ? "" : " (off by default)");
    wrap(out, rule->summary, 0);
    explain_levels(out, rule);
    section(out, "WHY", rule->why);
    explain_phases(out, rule);
    section(out, "WHEN IT SHOWS", rule->when_it_shows);
    section(out, "FIX", rule->fix);
    section(out, "SAFE INSTEAD", rule->safe_instead);
    section(out, "CHECK AT RUN TIME", rule->verify);
    explain_apis(out, packs, rule);
    explain_weaknesses(out, rule);
    explain_sources(out, rule);
    return true;
}

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

void packs_list_rules(struct strbuf *out, const struct packs *packs)
{
    enum { WIDEST_NAME = 29 }; /* longer ones push the rest of their own line only */
    size_t id = 0;
    size_t name = 0;
    size_t levels = 0;
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        const struct rule *rule = &packs->rules.at[i];
        size_t length = strlen(levels_summary(out->arena, rule));
        id = strlen(rule->id) > id ? strlen(rule->id) : id;
        name = strlen(rule->name) > name ? strlen(rule->name) : name;
        levels = length > levels ? length : levels;
    }
    name = name > WIDEST_NAME ? WIDEST_NAME : name;
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        const struct rule *rule = &packs->rules.at[i];
        strbuf_printf(out, "%-*s  %-*s  %-*s  ", (int)id, rule->id, (int)name, rule->name,
                      (int)levels, levels_summary(out->arena, rule));
        text_escape_control(out, rule->summary, false);
        strbuf_addc(out, '\n');
    }
}
