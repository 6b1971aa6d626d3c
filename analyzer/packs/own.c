/*
 * own.c - what a configuration adds to the packs: entries and rules, roots, wrappers, levels.
 *
 * Takes JSON values; gives the data of packs.h or faults.  Entries and rules are read as those of
 * packs are, but need not name sources.  Does not know where a configuration is found, nor the
 * options that it holds.
 */
#include "packs/index.h"

#include <string.h>

#include "base/text.h"

static const char family[] = "configuration";

/* ---- functions ---- */

enum { O_FUNCTION, O_PHASES, O_KIND, O_ARGUMENT, O_WHY, OWN_FIELDS };

enum { IN_ROOT = 1, IN_WRAPPER = 2 };

static const struct field function_fields[OWN_FIELDS + 1] = {
    [O_FUNCTION] = {"function", IS_STRING, IN_ROOT | IN_WRAPPER, IN_ROOT | IN_WRAPPER},
    [O_PHASES] = {"phases", IS_ARRAY, IN_ROOT | IN_WRAPPER, 0},
    [O_KIND] = {"kind", IS_STRING, IN_ROOT, 0},
    [O_ARGUMENT] = {"argument", IS_NUMBER, IN_ROOT, 0},
    [O_WHY] = {"why", IS_TEXT, IN_ROOT | IN_WRAPPER, 0},
};

/* Reads the name, the phases and the reason.  Returns false after a fault. */
static bool read_function(struct reader *reader, const struct json *const *found, struct api *api)
{
    const char *name = found[O_FUNCTION] == NULL ? NULL : reader_string(reader, found[O_FUNCTION]);
    if (name == NULL) {
        return false;
    }
    if (strspn(name, "*?:") == strlen(name)) {
        reader_error(reader, found[O_FUNCTION],
                     "found \"%.64s\", expected a function's qualified name, or a glob that says "
                     "more of it",
                     name);
        return false;
    }
    api->name = name;
    if (found[O_PHASES] != NULL) {
        api->phases = reader_phases(reader, found[O_PHASES]);
    }
    api->why = reader_text(reader, found[O_WHY], "");
    api->verdict = "safe";
    api->confidence = "observed";
    return true;
}

static void read_root(struct reader *reader, const struct json *object)
{
    const struct json *found[OWN_FIELDS];
    struct api api = parse_nothing(family);
    if (!reader_fields(reader, object, function_fields, IN_ROOT, found) ||
        !read_function(reader, found, &api)) {
        return;
    }
    uint32_t kind = 0;
    if (found[O_KIND] != NULL && reader_word(reader, found[O_KIND], &words_root_kinds, &kind)) {
        api.kind = words_root_kinds.at[kind];
    }
    if (found[O_ARGUMENT] != NULL) {
        api.has_value = reader_integer(reader, found[O_ARGUMENT], &api.value);
    }
    api.match = API_CALLED;
    parse_push(reader, api);
}

static void read_wrapper(struct reader *reader, const struct json *object)
{
    const struct json *found[OWN_FIELDS];
    struct api api = parse_nothing(family);
    if (reader_fields(reader, object, function_fields, IN_WRAPPER, found) &&
        read_function(reader, found, &api)) {
        api.opaque = true;
        parse_push(reader, api);
    }
}

/* ---- levels ---- */

static void read_level(struct reader *reader, const struct json *object)
{
    enum { RULE, EFFECT, LEVEL_PHASES, LEVEL, N };
    static const struct field level_fields[N + 1] = {
        [RULE] = {"rule", IS_STRING, 1, 1},
        [EFFECT] = {"effect", IS_STRING, 1, 0},
        [LEVEL_PHASES] = {"phases", IS_ARRAY, 1, 0},
        [LEVEL] = {"level", IS_STRING, 1, 1},
    };
    const struct json *found[N];
    uint32_t level = 0;
    if (!reader_fields(reader, object, level_fields, 1, found) || found[RULE] == NULL ||
        !reader_word(reader, found[LEVEL], &words_levels, &level)) {
        return;
    }
    struct other_level other = {
        .rule = found[RULE]->string,
        .effect = found[EFFECT] == NULL ? "*" : found[EFFECT]->string,
        .phases = found[LEVEL_PHASES] == NULL ? 0 : reader_phases(reader, found[LEVEL_PHASES]),
        .level = (enum level)level,
        .file = reader->file,
        .at = object,
    };
    VEC_PUSH(reader->arena, &reader->packs->index->levels, other);
}

/* Says that no rule, or no effect of the rules, is meant by a level. */
static void nothing_meant(struct arena *arena, const struct packs *packs, struct diag *diag,
                          const struct other_level *other, bool any_rule)
{
    struct reader reader = {.arena = arena, .file = other->file, .diag = diag};
    VEC(const char *) words = {0};
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        const struct rule *rule = &packs->rules.at[i];
        if (!any_rule) {
            VEC_PUSH(arena, &words, rule->id);
            VEC_PUSH(arena, &words, rule->name);
            continue;
        }
        bool meant = text_glob(other->rule, rule->id) || text_glob(other->rule, rule->name);
        for (uint32_t k = 0; k < rule->effects.n && meant; k++) {
            VEC_PUSH(arena, &words, rule->effects.at[k].effect);
        }
    }
    const struct words valid = {any_rule ? "an effect that the rule reports" : "a rule", words.at,
                                words.n};
    uint32_t index = 0;
    reader_word(&reader, json_get(other->at, any_rule ? "effect" : "rule"), &valid, &index);
}

/* Gives one rule the level.  Returns true if the rule reports such an effect. */
static bool set_level(struct rule *rule, const struct other_level *other)
{
    bool any = false;
    for (uint32_t i = 0; i < rule->effects.n; i++) {
        struct rule_effect *effect = &rule->effects.at[i];
        if (!text_glob(other->effect, effect->effect)) {
            continue;
        }
        any = true;
        for (uint32_t phase = 0; phase < PHASES; phase++) {
            bool meant = other->phases == 0 ? effect->levels[phase] != LEVEL_NONE
                                            : (other->phases >> phase & 1U) != 0;
            effect->levels[phase] = meant ? other->level : effect->levels[phase];
        }
    }
    return any;
}

bool finish_levels(struct arena *arena, struct packs *packs, struct diag *diag)
{
    bool ok = true;
    for (uint32_t i = 0; i < packs->index->levels.n; i++) {
        const struct other_level *other = &packs->index->levels.at[i];
        bool any_rule = false;
        bool any_effect = false;
        for (uint32_t r = 0; r < packs->rules.n; r++) {
            struct rule *rule = &packs->rules.at[r];
            if (text_glob(other->rule, rule->id) || text_glob(other->rule, rule->name)) {
                any_rule = true;
                any_effect = set_level(rule, other) || any_effect;
            }
        }
        if (!any_effect) {
            nothing_meant(arena, packs, diag, other, any_rule);
            ok = false;
        }
    }
    return ok;
}

/* ---- all ---- */

static void read_globs(struct reader *reader, const struct json *value)
{
    if (value->kind == JSON_STRING) { /* else the fault has been told */
        struct rule_globs globs = {reader->file, value};
        VEC_PUSH(reader->arena, &reader->packs->index->globs_of_rules, globs);
    }
}

static void each(struct reader *reader, const struct json *array,
                 void (*read)(struct reader *reader, const struct json *value))
{
    for (const struct json *value = array == NULL ? NULL : array->first; value != NULL;
         value = value->next) {
        read(reader, value);
    }
}

void parse_own(struct reader *reader, const struct packs_own *own)
{
    if (own->effects != NULL) {
        struct api defaults = parse_nothing(family);
        parse_entries(reader, own->effects, &defaults);
    }
    each(reader, own->rules, read_globs);
    each(reader, own->policy, parse_rule);
    each(reader, own->roots, read_root);
    each(reader, own->wrappers, read_wrapper);
    each(reader, own->levels, read_level);
}
