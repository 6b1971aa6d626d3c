/*
 * finish.c - from what was read to what can be found: sorts entries and rules, merges callbacks,
 * checks effect words, builds the index.
 *
 * Entries are sorted by name.  Within a name: those of a --rules-dir before the program's own, then
 * in the order of reading, those that only know callbacks last.
 */
#include "packs/index.h"

#include <stdlib.h>
#include <string.h>

enum { MOST_FAULTS = 20 }; /* messages about unknown effects */

static int compare_apis(const void *left, const void *right)
{
    const struct api *a = left;
    const struct api *b = right;
    int names = strcmp(a->name, b->name);
    if (names != 0) {
        return names;
    }
    if (a->callbacks_only != b->callbacks_only) {
        return a->callbacks_only ? 1 : -1;
    }
    if (a->layer != b->layer) {
        return a->layer > b->layer ? -1 : 1;
    }
    return a->order < b->order ? -1 : 1;
}

static int compare_rules(const void *left, const void *right)
{
    return strcmp(((const struct rule *)left)->id, ((const struct rule *)right)->id);
}

static int compare_undecided(const void *left, const void *right)
{
    return strcmp(((const struct undecided *)left)->id, ((const struct undecided *)right)->id);
}

/* Returns the number of entries from `first` on that have its name. */
static uint32_t run_length(const struct packs *packs, uint32_t first)
{
    uint32_t n = 1;
    while (first + n < packs->apis.n &&
           strcmp(packs->apis.at[first].name, packs->apis.at[first + n].name) == 0) {
        n++;
    }
    return n;
}

static void add_callback(struct arena *arena, struct api *to, struct callback callback)
{
    for (uint32_t i = 0; i < to->callbacks.n; i++) {
        if (to->callbacks.at[i].param == callback.param) {
            return;
        }
    }
    VEC_PUSH(arena, &to->callbacks, callback);
}

/* Gives all entries of a name the callbacks of all of them. */
static void merge_callbacks(struct arena *arena, struct packs *packs, uint32_t first, uint32_t n)
{
    struct api all = {0};
    for (uint32_t i = first; i < first + n; i++) {
        const struct api *api = &packs->apis.at[i];
        for (uint32_t k = 0; k < api->callbacks.n; k++) {
            add_callback(arena, &all, api->callbacks.at[k]);
        }
    }
    for (uint32_t i = first; i < first + n; i++) {
        memcpy(&packs->apis.at[i].callbacks, &all.callbacks, sizeof all.callbacks);
    }
}

static void index_apis(struct arena *arena, struct packs *packs)
{
    struct packs_index *index = packs->index;
    uint32_t places = 8;
    while (places / 2 < packs->apis.n) {
        places *= 2;
    }
    index->names = ARENA_NEW_N(arena, uint32_t, places);
    index->names_mask = places - 1;
    for (uint32_t first = 0; first < packs->apis.n;) {
        uint32_t n = run_length(packs, first);
        merge_callbacks(arena, packs, first, n);
        index_name(packs, first);
        first += n;
    }
}

/* An entry that is matched by shape, with the place that decides when it is tried. */
struct shape {
    uint32_t api, layer, order;
};

static int compare_shapes(const void *left, const void *right)
{
    const struct shape *a = left;
    const struct shape *b = right;
    if (a->layer != b->layer) {
        return a->layer > b->layer ? -1 : 1;
    }
    return a->order > b->order ? -1 : 1;
}

/* True for the first entry of a function's name that is a glob. */
static bool is_first_of_glob(const struct packs *packs, uint32_t i)
{
    const char *name = packs->apis.at[i].name;
    return strpbrk(name, "*?") != NULL && (i == 0 || strcmp(packs->apis.at[i - 1].name, name) != 0);
}

static void index_shapes(struct arena *arena, struct packs *packs)
{
    VEC(struct shape) shapes = {0};
    packs->index->methods.n = 0;
    packs->index->vtables.n = 0;
    packs->index->roots.n = 0;
    for (uint32_t i = 0; i < packs->apis.n; i++) {
        const struct api *api = &packs->apis.at[i];
        packs->index->has_opaque = packs->index->has_opaque || api->opaque;
        if (api->match != API_FUNCTION || is_first_of_glob(packs, i)) {
            VEC_PUSH(arena, &shapes, ((struct shape){i, api->layer, api->order}));
        }
    }
    if (shapes.n > 0) {
        qsort(shapes.at, shapes.n, sizeof *shapes.at, compare_shapes);
    }
    for (uint32_t i = 0; i < shapes.n; i++) {
        if (packs->apis.at[shapes.at[i].api].match == API_METHODS) {
            VEC_PUSH(arena, &packs->index->methods, shapes.at[i].api);
        } else if (packs->apis.at[shapes.at[i].api].match == API_VTABLE) {
            VEC_PUSH(arena, &packs->index->vtables, shapes.at[i].api);
        } else if (packs->apis.at[shapes.at[i].api].match == API_ROOT) {
            VEC_PUSH(arena, &packs->index->roots, shapes.at[i].api);
        } else if (packs->apis.at[shapes.at[i].api].match == API_CALLED) {
            VEC_PUSH(arena, &packs->index->called, shapes.at[i].api);
        } else if (packs->apis.at[shapes.at[i].api].match == API_FUNCTION) {
            VEC_PUSH(arena, &packs->index->globs, shapes.at[i].api);
        }
    }
}

static void index_effect(struct arena *arena, struct packs_index *index, uint32_t rule,
                         const struct rule_effect *effect)
{
    uint32_t at = strmap_intern(index->effects, effect->effect, index->by_effect.n);
    if (at == index->by_effect.n) {
        VEC_PUSH(arena, &index->by_effect, ((struct effect_rules){{0}, {LEVEL_NONE}}));
    }
    struct effect_rules *best = &index->by_effect.at[at];
    for (uint32_t phase = 0; phase < PHASES; phase++) {
        if (effect->levels[phase] > best->level[phase]) {
            best->level[phase] = effect->levels[phase];
            best->rule[phase] = rule;
        }
    }
}

static void index_rules(struct arena *arena, struct packs *packs)
{
    struct packs_index *index = packs->index;
    index->rules = strmap_create(arena);
    index->effects = strmap_create(arena);
    for (uint32_t i = 0; i < packs->rules.n; i++) {
        const struct rule *rule = &packs->rules.at[i];
        strmap_put(index->rules, rule->id, i);
        for (uint32_t k = 0; k < rule->effects.n; k++) {
            index_effect(arena, index, i, &rule->effects.at[k]);
        }
    }
}

/* The words that are valid in one kind of pack. */
struct known_words {
    struct strmap *map;
    VEC(const char *) list;
};

static void know(struct arena *arena, struct known_words *known, const char *word)
{
    if (strmap_intern(known->map, word, known->list.n) == known->list.n) {
        VEC_PUSH(arena, &known->list, word);
    }
}

static bool check_use(struct arena *arena, const struct known_words *known,
                      const struct word_use *use, struct diag *diag)
{
    if (strmap_get(known->map, use->word, NULL)) {
        return true;
    }
    struct reader reader = {.arena = arena, .file = use->file, .diag = diag};
    if (use->at == NULL) {
        reader_error(&reader, NULL, "found the effect \"%.64s\", which nobody declares", use->word);
        return false;
    }
    const struct words words = {"an effect that a rule or a list of words knows", known->list.at,
                                known->list.n};
    uint32_t index = 0;
    reader_word(&reader, use->at, &words, &index);
    return false;
}

/* Reports an effect that implies itself, by way of others.  Each word is followed once. */
static bool check_implied(struct arena *arena, const struct packs *packs, struct diag *diag)
{
    const struct packs_index *index = packs->index;
    struct strmap *from = strmap_create(arena); /* word -> 1 + number of what it implies */
    uint32_t *seen = ARENA_NEW_N(arena, uint32_t, (size_t)index->implied.n + 1);
    for (uint32_t i = index->implied.n; i > 0; i--) {
        strmap_put(from, index->implied.at[i - 1].effect, i);
    }
    for (uint32_t i = 1; i <= index->implied.n; i++) {
        uint32_t at = i;
        while (at != 0 && seen[at] == 0) {
            const struct implied_effect *implied = &index->implied.at[at - 1];
            seen[at] = i;
            at = 0;
            (void)strmap_get(from, implied->implied, &at);
        }
        if (at != 0 && seen[at] == i) {
            const struct implied_effect *implied = &index->implied.at[at - 1];
            struct reader reader = {.arena = arena, .file = implied->file, .diag = diag};
            reader_error(&reader, implied->at,
                         "found that \"%.64s\" implies itself, expected no cycle", implied->effect);
            return false;
        }
    }
    return true;
}

/* Checks every use of an effect: entries against the lists and the rules, rules against the lists
 * and the entries. */
static bool check_effects(struct arena *arena, struct packs *packs, struct diag *diag)
{
    struct packs_index *index = packs->index;
    if (index->words.n == 0 && packs->rules.n == 0) {
        return true;
    }
    struct known_words to_apis = {.map = strmap_create(arena)};
    struct known_words to_rules = {.map = strmap_create(arena)};
    for (uint32_t i = 0; i < index->words.n; i++) {
        know(arena, &to_apis, index->words.at[i]);
        know(arena, &to_rules, index->words.at[i]);
    }
    for (uint32_t i = 0; i < index->by_rules.n; i++) {
        know(arena, &to_apis, index->by_rules.at[i].word);
    }
    for (uint32_t i = 0; i < index->by_apis.n; i++) {
        know(arena, &to_rules, index->by_apis.at[i].word);
    }
    uint32_t n_faults = 0;
    for (uint32_t i = 0; i < index->by_apis.n && n_faults < MOST_FAULTS; i++) {
        n_faults += check_use(arena, &to_apis, &index->by_apis.at[i], diag) ? 0 : 1;
    }
    for (uint32_t i = 0; i < index->by_rules.n && n_faults < MOST_FAULTS; i++) {
        n_faults += check_use(arena, &to_rules, &index->by_rules.at[i], diag) ? 0 : 1;
    }
    return n_faults == 0;
}

bool packs_finish(struct arena *arena, struct packs *packs, struct diag *diag)
{
    if (packs->apis.n > 0) {
        qsort(packs->apis.at, packs->apis.n, sizeof *packs->apis.at, compare_apis);
    }
    if (packs->rules.n > 0) {
        qsort(packs->rules.at, packs->rules.n, sizeof *packs->rules.at, compare_rules);
    }
    if (packs->undecided.n > 0) {
        qsort(packs->undecided.at, packs->undecided.n, sizeof *packs->undecided.at,
              compare_undecided);
    }
    index_apis(arena, packs);
    index_shapes(arena, packs);
    bool ok = finish_levels(arena, packs, diag);
    ok = finish_globs(arena, packs, diag) && ok;
    index_rules(arena, packs);
    ok = check_implied(arena, packs, diag) && ok;
    return check_effects(arena, packs, diag) && ok;
}
