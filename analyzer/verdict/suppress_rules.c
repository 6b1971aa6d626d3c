/*
 * suppress_rules.c - which words of a list of rules are ours.
 *
 * NOLINT and gsl::suppress are read by other tools, too: `bugprone-use-after-move` or `type.1` are
 * none of our business, and "*" was not written with us in mind.  A word is meant for us if it
 * names a rule, begins like an id, or is nearly the name of a rule.
 */
#include "verdict/suppress.h"

#include <string.h>

#include "base/text.h"

/* Names of rules are words in PascalCase, which ids of other tools' checks are not. */
static bool looks_like_name(const char *word)
{
    return word[0] >= 'A' && word[0] <= 'Z' && strpbrk(word, "-._*?") == NULL;
}

static bool names_any(const struct packs *packs, const char *glob)
{
    struct suppressed_rule named = {glob, false};
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        if (suppression_names(&named, &packs->rules.at[i])) {
            return true;
        }
    }
    for (uint32_t i = 0; i < packs->undecided.n; i++) {
        const struct undecided *rule = &packs->undecided.at[i];
        if (text_glob(glob, rule->id) || text_glob(glob, rule->name)) {
            return true;
        }
    }
    return false;
}

static const char *nearest_of(const struct packs *packs, const char *word)
{
    struct arena *scratch = arena_create();
    VEC(const char *) words = {0};
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        VEC_PUSH(scratch, &words, packs->rules.at[i].id);
        VEC_PUSH(scratch, &words, packs->rules.at[i].name);
    }
    const char *nearest = text_nearest(word, words.at, words.n);
    arena_destroy(scratch);
    return nearest;
}

bool suppression_names(const struct suppressed_rule *named, const struct rule *rule)
{
    return text_glob(named->glob, rule->id) || text_glob(named->glob, rule->name);
}

enum rule_word suppression_word(const struct packs *packs, const char *word, bool ours,
                                const char **nearest)
{
    *nearest = NULL;
    if (word[strspn(word, "*?")] == '\0' && !ours) {
        return RULE_WORD_FOREIGN;
    }
    if (names_any(packs, word)) {
        return RULE_WORD_OURS;
    }
    char begin[4] = {0};
    memcpy(begin, word, strlen(word) < 3 ? strlen(word) : 3);
    bool id = text_same_nocase(begin, "DLM");
    if (!ours && !id && !looks_like_name(word)) {
        return RULE_WORD_FOREIGN;
    }
    *nearest = strpbrk(word, "*?") == NULL ? nearest_of(packs, word) : NULL;
    return ours || id || *nearest != NULL ? RULE_WORD_UNKNOWN : RULE_WORD_FOREIGN;
}
