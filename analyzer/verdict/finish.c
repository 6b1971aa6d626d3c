/*
 * finish.c - what can only be done when all modules are there: order, counts, distinct identity.
 *
 * The order of the findings is module, file, line, column, rule, sink, detail: the same for every
 * order in which modules were added.
 */
#include "verdict/verdict.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/strmap.h"

static int compare_findings(const void *left, const void *right)
{
    const struct finding *a = left;
    const struct finding *b = right;
    int order = strcmp(a->module, b->module);
    if (order == 0) {
        order = place_compare(&a->location, &b->location);
    }
    if (order == 0) {
        order = strcmp(a->rule->id, b->rule->id);
    }
    if (order == 0) {
        order = strcmp(a->sink, b->sink);
    }
    return order != 0 ? order : strcmp(a->detail ? a->detail : "", b->detail ? b->detail : "");
}

static int compare_modules(const void *left, const void *right)
{
    const struct module_report *a = left;
    const struct module_report *b = right;
    return strcmp(a->name, b->name);
}

static int compare_cuts(const void *left, const void *right)
{
    const struct cut *a = left;
    const struct cut *b = right;
    int order = place_compare(&a->at, &b->at);
    if (order == 0) {
        order = strcmp(a->kind, b->kind);
    }
    return order != 0 ? order : strcmp(a->detail ? a->detail : "", b->detail ? b->detail : "");
}

/* Sorts cuts; what stands there twice (a header of two units, a unit of two DLLs) stays once.
 * Returns how many are left. */
static uint32_t sort_cuts(struct cut *cuts, uint32_t n_cuts)
{
    if (n_cuts == 0) {
        return 0;
    }
    qsort(cuts, n_cuts, sizeof *cuts, compare_cuts);
    uint32_t n = 1;
    for (uint32_t i = 1; i < n_cuts; i++) {
        if (compare_cuts(&cuts[n - 1], &cuts[i]) != 0) {
            cuts[n++] = cuts[i];
        }
    }
    return n;
}

struct finding **verdict_all(struct arena *arena, const struct report_data *data, uint32_t *n)
{
    uint32_t shown = 0;
    uint32_t held = 0;
    *n = data->findings.n + data->held_back.n;
    struct finding **all = ARENA_NEW_N(arena, struct finding *, *n);
    for (uint32_t i = 0; i < *n; i++) {
        bool take_held =
            shown == data->findings.n ||
            (held < data->held_back.n &&
             compare_findings(&data->held_back.at[held], &data->findings.at[shown]) < 0);
        all[i] = take_held ? &data->held_back.at[held++] : &data->findings.at[shown++];
    }
    return all;
}

/* Findings with one fingerprint get an ordinal, in the order of their locations. */
static void make_distinct(struct arena *arena, struct report_data *data)
{
    struct strmap *seen = strmap_create(arena);
    uint32_t n_all = 0;
    struct finding **all = verdict_all(arena, data, &n_all);
    for (uint32_t i = 0; i < n_all; i++) {
        struct finding *finding = all[i];
        uint32_t n = 0;
        strmap_get(seen, finding->fingerprint, &n);
        n++;
        strmap_put(seen, finding->fingerprint, n);
        if (n > 1) {
            const char *text = arena_printf(arena, "%s#%u", finding->fingerprint, n);
            struct hash_text hash = hash_bytes(text, strlen(text));
            memcpy(finding->fingerprint, hash.hex, sizeof finding->fingerprint);
        }
    }
}

void verdict_sort(struct report_data *data)
{
    if (data->findings.n > 1) {
        qsort(data->findings.at, data->findings.n, sizeof *data->findings.at, compare_findings);
    }
    if (data->held_back.n > 1) {
        qsort(data->held_back.at, data->held_back.n, sizeof *data->held_back.at, compare_findings);
    }
    memset(data->n_level, 0, sizeof data->n_level);
    for (uint32_t i = 0; i < data->findings.n; i++) {
        data->n_level[data->findings.at[i].level]++;
    }
}

void verdict_finish(struct arena *arena, struct report_data *data)
{
    if (data->modules.n > 1) {
        qsort(data->modules.at, data->modules.n, sizeof *data->modules.at, compare_modules);
    }
    verdict_sort(data);
    data->coverage.cuts.n = sort_cuts(data->coverage.cuts.at, data->coverage.cuts.n);
    for (uint32_t i = 0; i < data->modules.n; i++) {
        struct module_report *module = &data->modules.at[i];
        module->cuts.n = sort_cuts(module->cuts.at, module->cuts.n);
    }
    make_distinct(arena, data);
}
