/*
 * globs.c - whether the globs of --rules, and of a configuration, mean any rule.
 *
 * One that means none is a slip of the pen: it would take nothing away, or report nothing, and
 * nobody would notice.  Rules that cannot be decided count, so that one may name them.
 */
#include "packs/index.h"

#include <string.h>

#include "base/text.h"

static const char between[] = ", \t";

static bool means_some(const struct packs *packs, const char *glob)
{
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        const struct rule *rule = &packs->rules.at[i];
        if (text_glob(glob, rule->id) || text_glob(glob, rule->name)) {
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

const char *packs_unmatched(struct arena *arena, const struct packs *packs, const char *globs)
{
    for (const char *at = globs + strspn(globs, between); *at != '\0'; at += strspn(at, between)) {
        at += *at == '-';
        size_t len = strcspn(at, between);
        const char *glob = arena_strndup(arena, at, len);
        if (!means_some(packs, glob)) {
            return glob;
        }
        at += len;
    }
    return NULL;
}

const char *packs_nearest_rule(struct arena *arena, const struct packs *packs, const char *word)
{
    VEC(const char *) words = {0};
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        VEC_PUSH(arena, &words, packs->rules.at[i].id);
        VEC_PUSH(arena, &words, packs->rules.at[i].name);
    }
    for (uint32_t i = 0; i < packs->undecided.n; i++) {
        VEC_PUSH(arena, &words, packs->undecided.at[i].id);
        VEC_PUSH(arena, &words, packs->undecided.at[i].name);
    }
    return text_nearest(word, words.at, words.n);
}

bool finish_globs(struct arena *arena, struct packs *packs, struct diag *diag)
{
    bool ok = true;
    for (uint32_t i = 0; i < packs->index->globs_of_rules.n; i++) {
        const struct rule_globs *asked = &packs->index->globs_of_rules.at[i];
        const char *unmatched = packs_unmatched(arena, packs, asked->at->string);
        if (unmatched != NULL) {
            struct reader reader = {.arena = arena, .file = asked->file, .diag = diag};
            const char *nearest = packs_nearest_rule(arena, packs, unmatched);
            reader_error(&reader, asked->at,
                         "found \"%.64s\", expected a glob that means a rule%s%s%s", unmatched,
                         nearest == NULL ? "" : "; the nearest is \"",
                         nearest == NULL ? "" : nearest, nearest == NULL ? "" : "\"");
            ok = false;
        }
    }
    return ok;
}
