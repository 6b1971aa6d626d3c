/*
 * select.c - which rules are reported: --rules, and the most severe rule of an API in a phase.
 *
 * The list of globs is read as clang-tidy reads --checks: from left to right, the last match
 * decides, '-' in front drops.  A list that only drops ("-DLM9*") starts from what is on by
 * default.
 */
#include "verdict/select.h"

#include <string.h>

#include "base/text.h"

enum { GLOB_MAX = 128 }; /* bytes of one glob; longer ones match nothing */

/* True if the glob (not NUL-terminated) matches the rule's id or name. */
static bool glob_matches(const char *glob, size_t len, const struct rule *rule)
{
    char text[GLOB_MAX];
    if (len == 0 || len >= sizeof text) {
        return false;
    }
    memcpy(text, glob, len);
    text[len] = '\0';
    return text_glob(text, rule->id) || (rule->name && text_glob(text, rule->name));
}

bool verdict_rule_is_on(const struct rule *rule, const char *rules)
{
    if (!rules) {
        return rule->enabled;
    }
    const char *at = rules + strspn(rules, ", \t");
    bool on = *at == '-' && rule->enabled;
    while (*at != '\0') {
        bool drops = *at == '-';
        at += drops;
        size_t len = strcspn(at, ", \t");
        if (glob_matches(at, len, rule)) {
            on = !drops;
        }
        at += len;
        at += strspn(at, ", \t");
    }
    return on;
}

static enum level level_for(const struct rule *rule, const char *effect, enum phase phase)
{
    enum level level = LEVEL_NONE;
    for (uint32_t i = 0; i < rule->effects.n; i++) {
        const struct rule_effect *entry = &rule->effects.at[i];
        if (entry->levels[phase] > level && strcmp(entry->effect, effect) == 0) {
            level = entry->levels[phase];
        }
    }
    return level;
}

struct choice select_rule_of_effect(const struct packs *packs, const char *rules,
                                    const char *effect, enum phase phase)
{
    struct choice best = {0};
    for (uint32_t r = 0; r < packs->rules.n; r++) {
        const struct rule *rule = &packs->rules.at[r];
        enum level level = level_for(rule, effect, phase);
        bool better = level > best.level ||
                      (level == best.level && best.rule && strcmp(rule->id, best.rule->id) < 0);
        if (level != LEVEL_NONE && better && verdict_rule_is_on(rule, rules)) {
            best = (struct choice){rule, effect, level};
        }
    }
    return best;
}

bool verdict_asks_for(const struct packs *packs, const char *rules, const char *effect)
{
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        if (select_rule_of_effect(packs, rules, effect, (enum phase)phase).rule != NULL) {
            return true;
        }
    }
    return false;
}

struct choice select_rule(const struct packs *packs, const char *rules, const struct api *api,
                          enum phase phase)
{
    struct choice best = {0};
    for (uint32_t e = 0; e < api->effects.n; e++) {
        struct choice choice = select_rule_of_effect(packs, rules, api->effects.at[e], phase);
        if (choice.level > best.level || (choice.level == best.level && best.rule &&
                                          strcmp(choice.rule->id, best.rule->id) < 0)) {
            best = choice;
        }
    }
    return best;
}
