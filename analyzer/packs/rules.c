/*
 * rules.c - reads one rule of the policy: which effects it reports, how severely in which phase,
 * and all that is said about it.
 *
 * Levels may name phases singly or by group; the narrower word counts ("all" < "detach" <
 * "process-detach-exit").
 */
#include "packs/index.h"

#include <string.h>

#include "base/text.h"

enum {
    R_SCHEMA,
    R_ID,
    R_NAME,
    R_SUMMARY,
    R_MESSAGE,
    R_MESSAGE_DOCUMENTED,
    R_WHY,
    R_WHY_PHASE,
    R_WHEN_IT_SHOWS,
    R_FIX,
    R_SAFE_INSTEAD,
    R_VERIFY,
    R_CWE,
    R_SOURCES,
    R_EFFECTS,
    R_ENABLED,
    RULE_FIELDS
};

/* Where a rule stands. */
enum { IN_PACK = 1, IN_OWN = 2, IN_ANY = 3 };

static const struct field rule_fields[RULE_FIELDS + 1] = {
    [R_SCHEMA] = {"$schema", IS_STRING, IN_ANY, 0},
    [R_ID] = {"id", IS_STRING, IN_ANY, IN_ANY},
    [R_NAME] = {"name", IS_STRING, IN_ANY, IN_ANY},
    [R_SUMMARY] = {"summary", IS_STRING, IN_ANY, IN_ANY},
    [R_MESSAGE] = {"message", IS_STRING, IN_ANY, IN_ANY},
    [R_MESSAGE_DOCUMENTED] = {"messageDocumented", IS_STRING, IN_ANY, 0},
    [R_WHY] = {"why", IS_TEXT, IN_ANY, IN_PACK},
    [R_WHY_PHASE] = {"whyByPhase", IS_OBJECT, IN_ANY, 0},
    [R_WHEN_IT_SHOWS] = {"whenItShows", IS_TEXT, IN_ANY, IN_PACK},
    [R_FIX] = {"fix", IS_TEXT, IN_ANY, IN_PACK},
    [R_SAFE_INSTEAD] = {"safeInstead", IS_TEXT, IN_ANY, 0},
    [R_VERIFY] = {"verify", IS_TEXT, IN_ANY, 0},
    [R_CWE] = {"cwe", IS_ARRAY, IN_ANY, 0},
    [R_SOURCES] = {"sources", IS_ARRAY, IN_ANY, IN_PACK},
    [R_EFFECTS] = {"effects", IS_ARRAY, IN_ANY, IN_ANY},
    [R_ENABLED] = {"enabled", IS_BOOL, IN_ANY, 0},
};

/* True for one to eight capitals with at most nine digits behind them: "DLM101". */
static bool is_rule_id(const char *id)
{
    size_t letters = strspn(id, "ABCDEFGHIJKLMNOPQRSTUVWXYZ");
    size_t digits = strspn(id + letters, "0123456789");
    return letters >= 1 && letters <= 8 && digits >= 1 && digits <= 9 &&
           id[letters + digits] == '\0';
}

/* True for words that each begin with a capital, the other letters being small: "WaitAtExit". */
static bool is_pascal_case(const char *name)
{
    bool capital = false;
    for (const char *p = name; *p != '\0'; p++) {
        bool upper = *p >= 'A' && *p <= 'Z';
        bool lower = (*p >= 'a' && *p <= 'z') || (*p >= '0' && *p <= '9');
        if ((!upper && !lower) || (upper && capital) || (p == name && !upper)) {
            return false;
        }
        capital = upper;
    }
    return *name != '\0' && !capital;
}

/* Reports placeholders that no finding can fill, and a missing full stop. */
static void check_message(struct reader *reader, const struct json *value)
{
    static const char *const known[] = {"{sink}", "{root}", "{phases}", "{module}", "{detail}"};
    if (value == NULL) {
        return;
    }
    if (!text_ends(value->string, ".")) {
        reader_error(reader, value, "found a message without a full stop, expected a sentence");
    }
    for (const char *p = strchr(value->string, '{'); p != NULL; p = strchr(p + 1, '{')) {
        bool ok = false;
        for (size_t i = 0; i < sizeof known / sizeof *known; i++) {
            ok = ok || text_starts(p, known[i]);
        }
        if (!ok) {
            reader_error(reader, value,
                         "found the placeholder \"%.20s\", expected {sink}, {root}, {phases}, "
                         "{module} or {detail}",
                         p);
        }
    }
}

/* A reader with the thing it fills in. */
struct filling {
    struct reader *reader;
    struct rule *rule;
    struct rule_effect *effect;
};

/* Calls `set` for each key of an object of phases; what a wider word says is said first, so that a
 * narrower one replaces it. */
static void each_phase(struct filling *filling, const struct json *object,
                       void (*set)(struct filling *filling, uint32_t phases,
                                   const struct json *value))
{
    struct field phase_fields[READER_MOST_FIELDS] = {{NULL, 0, 0, 0}};
    for (uint32_t i = 0; i < words_phases.n; i++) {
        phase_fields[i] = (struct field){words_phases.at[i], IS_TEXT, 1, 0};
    }
    const struct json *found[READER_MOST_FIELDS];
    if (!reader_fields(filling->reader, object, phase_fields, 1, found)) {
        return;
    }
    if (object->n == 0 && filling->effect != NULL) {
        reader_error(filling->reader, object, "found no phase, expected levels by phase");
    }
    for (uint32_t i = 0; i < words_phases.n; i++) {
        if (found[i] != NULL) {
            set(filling, words_phase_bits[i], found[i]);
        }
    }
}

static void set_levels(struct filling *filling, uint32_t phases, const struct json *value)
{
    uint32_t level = 0;
    if (!reader_word(filling->reader, value, &words_levels, &level)) {
        return;
    }
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        if ((phases >> phase & 1u) != 0) {
            filling->effect->levels[phase] = (enum level)level;
        }
    }
}

static void set_why(struct filling *filling, uint32_t phases, const struct json *value)
{
    const char *why = reader_text(filling->reader, value, NULL);
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        if ((phases >> phase & 1u) != 0) {
            filling->rule->why_phase[phase] = why;
        }
    }
}

static void read_effect(struct reader *reader, const struct json *object, struct rule *rule)
{
    enum { EFFECT, LEVELS, N };
    static const struct field effect_fields[N + 1] = {
        [EFFECT] = {"effect", IS_STRING, 1, 1},
        [LEVELS] = {"levels", IS_OBJECT, 1, 1},
    };
    const struct json *found[N];
    if (!reader_fields(reader, object, effect_fields, 1, found) || found[EFFECT] == NULL ||
        found[LEVELS] == NULL) {
        return;
    }
    struct rule_effect effect = {.effect = found[EFFECT]->string};
    struct filling filling = {reader, rule, &effect};
    parse_effect_word(reader, found[EFFECT], true);
    each_phase(&filling, found[LEVELS], set_levels);
    VEC_PUSH(reader->arena, &rule->effects, effect);
}

/* True for "CWE-833". */
static bool is_weakness(const char *word)
{
    size_t digits = strspn(word + (text_starts(word, "CWE-") ? 4 : 0), "0123456789");
    return text_starts(word, "CWE-") && word[4] != '0' && digits >= 1 && digits <= 5 &&
           word[4 + digits] == '\0';
}

static void read_weaknesses(struct reader *reader, const struct json *array, struct rule *rule)
{
    for (const struct json *value = array->first; value != NULL; value = value->next) {
        const char *word = reader_string(reader, value);
        if (word != NULL && !is_weakness(word)) {
            reader_error(reader, value, "found \"%.64s\", expected a weakness like \"CWE-833\"",
                         word);
        }
        VEC_PUSH(reader->arena, &rule->cwe, word);
    }
}

static void read_lists(struct reader *reader, const struct json *const *found, struct rule *rule)
{
    if (found[R_CWE] != NULL) {
        read_weaknesses(reader, found[R_CWE], rule);
    }
    if (found[R_SOURCES] != NULL) {
        for (const struct json *url = reader_elements(reader, found[R_SOURCES], "URLs");
             url != NULL; url = url->next) {
            VEC_PUSH(reader->arena, &rule->sources, reader_url(reader, url));
        }
    }
    if (found[R_EFFECTS] != NULL) {
        for (const struct json *one = reader_elements(reader, found[R_EFFECTS], "effects");
             one != NULL; one = one->next) {
            read_effect(reader, one, rule);
        }
    }
    if (found[R_WHY_PHASE] != NULL) {
        struct filling filling = {reader, rule, NULL};
        each_phase(&filling, found[R_WHY_PHASE], set_why);
    }
}

/* True for a line that begins with a capital and ends with a full stop. */
static bool is_sentence(const char *text)
{
    return *text >= 'A' && *text <= 'Z' && text_ends(text, ".") && strchr(text, '\n') == NULL;
}

static void check_rule(struct reader *reader, const struct json *const *found)
{
    if (found[R_ID] != NULL && !is_rule_id(found[R_ID]->string)) {
        reader_error(reader, found[R_ID],
                     "found \"%.64s\", expected capitals and digits like \"DLM101\"",
                     found[R_ID]->string);
    }
    if (found[R_NAME] != NULL && !is_pascal_case(found[R_NAME]->string)) {
        reader_error(reader, found[R_NAME],
                     "found \"%.64s\", expected words in PascalCase like \"WaitAtExit\"",
                     found[R_NAME]->string);
    }
    if (found[R_SUMMARY] != NULL && !is_sentence(found[R_SUMMARY]->string)) {
        reader_error(reader, found[R_SUMMARY],
                     "found \"%.64s\", expected a sentence: a capital first, a full stop last",
                     found[R_SUMMARY]->string);
    }
    check_message(reader, found[R_MESSAGE]);
    check_message(reader, found[R_MESSAGE_DOCUMENTED]);
}

/* Replaces a rule of a lower layer; a second one of the same layer is a fault. */
static void add_rule(struct reader *reader, const struct json *pack, struct rule rule)
{
    struct packs *packs = reader->packs;
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        struct rule *other = &packs->rules.at[i];
        if (strcmp(other->id, rule.id) != 0) {
            continue;
        }
        if (other->layer == rule.layer) {
            reader_error(reader, pack, "found the rule %.64s a second time; the first is in %s",
                         rule.id, other->file);
        }
        *other = rule;
        return;
    }
    VEC_PUSH(reader->arena, &packs->rules, rule);
}

void parse_rule(struct reader *reader, const struct json *pack)
{
    const struct json *found[RULE_FIELDS];
    if (!reader_fields(reader, pack, rule_fields, reader->own ? IN_OWN : IN_PACK, found)) {
        return;
    }
    check_rule(reader, found);
    struct rule rule = {
        .id = reader_text(reader, found[R_ID], ""),
        .name = reader_text(reader, found[R_NAME], ""),
        .summary = reader_text(reader, found[R_SUMMARY], ""),
        .message = reader_text(reader, found[R_MESSAGE], ""),
        .message_documented = reader_text(reader, found[R_MESSAGE_DOCUMENTED], NULL),
        .why = reader_text(reader, found[R_WHY], ""),
        .when_it_shows = reader_text(reader, found[R_WHEN_IT_SHOWS], ""),
        .fix = reader_text(reader, found[R_FIX], ""),
        .safe_instead = reader_text(reader, found[R_SAFE_INSTEAD], ""),
        .verify = reader_text(reader, found[R_VERIFY], ""),
        .enabled = found[R_ENABLED] == NULL || found[R_ENABLED]->boolean,
        .file = arena_strdup(reader->arena, reader->file),
        .layer = reader->packs->index->layer,
    };
    read_lists(reader, found, &rule);
    add_rule(reader, pack, rule);
}
