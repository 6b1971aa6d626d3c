/*
 * describe.c - a rule as a person reads it in a terminal.
 *
 * Takes loaded packs; gives text of as many columns as are wanted, coloured if that is wanted.  A
 * paragraph that begins with four blanks is code and is left as it stands.  Text of packs is made
 * harmless for a terminal here.
 */
#include "packs/describe.h"

#include <string.h>

#include "base/text.h"
#include "packs/index.h"

enum {
    USUAL_WIDTH = 80, /* columns of a page, and what they can be */
    NARROWEST = 40,
    WIDEST = 100,
    INDENT = 2,       /* of the text below a heading */
    LEVEL_WIDTH = 10, /* columns of a level's name */
};

/* A page that is being written. */
struct page {
    struct strbuf *out;
    uint32_t width;
    bool colour;
};

enum { BOLD = 1, DIM = 2, RED = 31, MAGENTA = 35, CYAN = 36 };

/* Begins or ends (0) a colour, if colours are on. */
static void colour(const struct page *page, uint32_t code)
{
    if (page->colour) {
        strbuf_printf(page->out, "\033[%um", code);
    }
}

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
static void wrap_line(const struct page *page, const char *text, size_t len, uint32_t at,
                      uint32_t indent)
{
    bool first = true;
    for (size_t i = 0; i < len;) {
        size_t word = strcspn(text + i, " ");
        word = word > len - i ? len - i : word;
        uint32_t width = columns(text + i, word);
        if (!first && at + 1 + width > page->width) {
            strbuf_addc(page->out, '\n');
            blanks(page->out, indent);
            at = indent;
        } else if (!first) {
            strbuf_addc(page->out, ' ');
            at++;
        }
        strbuf_add(page->out, text + i, word);
        at += width;
        first = false;
        i += word;
        i += strspn(text + i, " ");
    }
    strbuf_addc(page->out, '\n');
}

/* Appends a text of paragraphs and code at column `indent`. */
static void wrap(const struct page *page, const char *raw, uint32_t indent)
{
    struct strbuf clean;
    strbuf_init(&clean, page->out->arena);
    text_escape_control(&clean, raw, true);
    for (const char *line = clean.text; *line != '\0';) {
        size_t len = strcspn(line, "\n");
        bool code = text_starts(line, "    ");
        if (len > 0) {
            blanks(page->out, indent);
        }
        if (code) {
            colour(page, DIM);
            strbuf_add(page->out, line, len);
            colour(page, 0);
            strbuf_addc(page->out, '\n');
        } else {
            wrap_line(page, line, len, indent, indent);
        }
        line += len + (line[len] == '\n' ? 1 : 0);
        bool paragraph_follows = *line != '\0' && *line != '\n' && !text_starts(line, "    ");
        if (len > 0 && !code && paragraph_follows) {
            strbuf_addc(page->out, '\n');
        }
    }
}

static void heading(const struct page *page, const char *title)
{
    strbuf_addc(page->out, '\n');
    if (*title != '\0') {
        colour(page, BOLD);
        strbuf_adds(page->out, title);
        colour(page, 0);
        strbuf_addc(page->out, '\n');
    }
}

/* Appends a URL; terminals that know hyperlinks (OSC 8) make it one, whole where it is wrapped. */
static void add_url(const struct page *page, const char *raw)
{
    struct strbuf url;
    strbuf_init(&url, page->out->arena);
    text_escape_control(&url, raw, false);
    if (page->colour) {
        strbuf_printf(page->out, "\033]8;;%s\033\\%s\033]8;;\033\\", url.text, url.text);
    } else {
        strbuf_adds(page->out, url.text);
    }
}

static void section(const struct page *page, const char *title, const char *text)
{
    if (text == NULL || *text == '\0') {
        return;
    }
    heading(page, title);
    wrap(page, text, INDENT);
}

/* Appends a level and, behind it, the phases that have it. */
static void level_line(const struct page *page, enum level level, const char *phases)
{
    static const uint32_t codes[] = {0, CYAN, MAGENTA, RED};
    blanks(page->out, INDENT + 2);
    colour(page, codes[level]);
    strbuf_printf(page->out, "%-*s", LEVEL_WIDTH, level_name(level));
    colour(page, 0);
    wrap_line(page, phases, strlen(phases), INDENT + 2 + LEVEL_WIDTH, INDENT + 2 + LEVEL_WIDTH);
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

static void explain_levels(const struct page *page, const struct rule *rule)
{
    heading(page, "LEVELS");
    for (uint32_t i = 0; i < rule->effects.n; i++) {
        const struct rule_effect *effect = &rule->effects.at[i];
        strbuf_printf(page->out, "  %s\n", effect->effect);
        for (uint32_t level = LEVEL_ERROR; level > LEVEL_NONE; level--) {
            const char *phases = phases_of_level(page->out->arena, effect, (enum level)level);
            if (*phases != '\0') {
                level_line(page, (enum level)level, phases);
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

static void explain_phases(const struct page *page, const struct rule *rule)
{
    bool any = false;
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        const char *why = rule->why_phase[phase];
        if (why == NULL || said_before(rule, phase)) {
            continue;
        }
        heading(page, any ? "" : "WHAT HAPPENS");
        any = true;
        for (uint32_t i = phase; i < PHASES; i++) {
            if (rule->why_phase[i] != NULL && strcmp(rule->why_phase[i], why) == 0) {
                strbuf_printf(page->out, "%s%s", i == phase ? "  " : ", ",
                              phase_name((enum phase)i));
            }
        }
        strbuf_adds(page->out, "\n");
        wrap(page, why, INDENT + 2);
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

static void explain_apis(const struct page *page, const struct packs *packs,
                         const struct rule *rule)
{
    struct strbuf names;
    strbuf_init(&names, page->out->arena);
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
    section(page, arena_printf(page->out->arena, "APIS (%u)", n), names.text);
}

static void explain_weaknesses(const struct page *page, const struct rule *rule)
{
    if (rule->cwe.n > 0) {
        heading(page, "WEAKNESS");
    }
    for (uint32_t i = 0; i < rule->cwe.n; i++) {
        const char *id = rule->cwe.at[i];
        strbuf_printf(page->out, "  %s  ", id);
        add_url(page,
                arena_printf(page->out->arena, "https://cwe.mitre.org/data/definitions/%s.html",
                             id + strlen("CWE-")));
        strbuf_addc(page->out, '\n');
    }
}

static void explain_sources(const struct page *page, const char *const *urls, uint32_t n)
{
    if (n > 0) {
        heading(page, "SOURCES");
    }
    for (uint32_t i = 0; i < n; i++) {
        blanks(page->out, INDENT);
        add_url(page, urls[i]);
        strbuf_addc(page->out, '\n');
    }
}

/* Appends the first lines: id, name, what else must be known, and the summary. */
static void title(const struct page *page, const char *name, const char *remark,
                  const char *summary)
{
    struct strbuf clean;
    strbuf_init(&clean, page->out->arena);
    text_escape_control(&clean, name, false);
    colour(page, BOLD);
    strbuf_adds(page->out, clean.text);
    colour(page, 0);
    strbuf_printf(page->out, "%s\n", remark);
    wrap(page, summary, 0);
}

static bool explain_undecided(const struct page *page, const struct packs *packs, const char *word)
{
    for (uint32_t i = 0; i < packs->undecided.n; i++) {
        const struct undecided *rule = &packs->undecided.at[i];
        if (!text_same_nocase(rule->id, word) && !text_same_nocase(rule->name, word)) {
            continue;
        }
        title(page, arena_printf(page->out->arena, "%s %s", rule->id, rule->name),
              " (not decided yet: it reports nothing)", rule->summary);
        section(page, "WHAT IS MISSING", rule->missing);
        explain_sources(page, rule->sources.at, rule->sources.n);
        return true;
    }
    return false;
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

static void explain_rule(const struct page *page, const struct packs *packs,
                         const struct rule *rule)
{
    title(page, arena_printf(page->out->arena, "%s %s", rule->id, rule->name),
          rule->enabled ? "" : " (off by default)", rule->summary);
    explain_levels(page, rule);
    section(page, "WHY", rule->why);
    explain_phases(page, rule);
    section(page, "WHEN IT SHOWS", rule->when_it_shows);
    section(page, "FIX", rule->fix);
    section(page, "SAFE INSTEAD", rule->safe_instead);
    section(page, "CHECK AT RUN TIME", rule->verify);
    explain_apis(page, packs, rule);
    explain_weaknesses(page, rule);
    explain_sources(page, rule->sources.at, rule->sources.n);
}

bool packs_explain(struct strbuf *out, const struct packs *packs, const char *word,
                   const struct describe_options *options)
{
    struct page page = {.out = out, .width = USUAL_WIDTH};
    if (options != NULL) {
        page.colour = options->colour;
        page.width = options->width < NARROWEST ? NARROWEST
                     : options->width > WIDEST  ? WIDEST
                                                : options->width;
    }
    const struct rule *rule = find_rule(packs, word);
    if (rule == NULL) {
        return explain_undecided(&page, packs, word);
    }
    explain_rule(&page, packs, rule);
    return true;
}
