/*
 * idle.c - drops the modules in which nothing can run at load.
 *
 * The answer of demand.h takes reading all texts; so it is remembered in the cache, under a hash of
 * all that it depends on.
 */
#include <string.h>

#include "base/hash.h"
#include "base/os.h"
#include "cli/units.h"
#include "facts/resources.h"

static const char magic[] = "dllmain-lint needed 1\n";

const struct demand *run_demand(struct run *run)
{
    struct demand_input input = {.project = run->project,
                                 .packs = run->packs,
                                 .entry = run->options->entry,
                                 .resources = facts_resource_folder(run->arena),
                                 .index = run->reuse != NULL ? reuse_index(run->reuse) : NULL};
    return demand_modules(run->arena, &input);
}

bool run_may_drop(const struct run *run)
{
    static const char *const folders[] = {"CPATH", "C_INCLUDE_PATH"}; /* not looked into here */
    const struct options *options = run->options;
    bool asked = options->action == ACTION_ANALYSE && options->why.n == 0 && !options->all_units;
    for (size_t i = 0; i < sizeof folders / sizeof *folders; i++) {
        const char *value = os_environment(run->arena, folders[i]);
        asked = asked && (value == NULL || *value == '\0');
    }
    return asked;
}

/* ---- what is remembered ---- */

static bool has_cplusplus(const struct run *run, const struct module *module)
{
    bool has = false;
    for (uint32_t i = 0; i < module->jobs.n; i++) {
        has = has || run->project->jobs.at[module->jobs.at[i]].cplusplus;
    }
    return has;
}

/* The key of the answer for all modules; texts of C++ modules are not read for it. */
static struct hash_text key_of(struct run *run)
{
    const struct options *options = run->options;
    struct hash hash;
    hash_start(&hash);
    hash_add_string(&hash, magic);
    hash_add_string(&hash, run->identity);
    hash_add_string(&hash, packs_identity(run->packs));
    hash_add_string(&hash, run->project->root);
    hash_add_string(&hash, options->entry != NULL ? options->entry : "");
    for (uint32_t m = 0; m < run->project->modules.n; m++) {
        const struct module *module = &run->project->modules.at[m];
        bool cplusplus = has_cplusplus(run, module);
        hash_add_string(&hash, module->name);
        hash_add_string(&hash, module->entry != NULL ? module->entry : "");
        hash_add_string(&hash, cplusplus ? "c++" : "c");
        for (uint32_t i = 0; i < module->jobs.n && !cplusplus; i++) {
            hash_add_string(&hash, reuse_key(run->reuse, module->jobs.at[i]));
        }
    }
    return hash_finish(&hash);
}

/* Returns which modules are needed, a '0' or '1' for each. */
static const char *needed_modules(struct run *run)
{
    uint32_t n = run->project->modules.n;
    struct hash_text key = {{0}};
    if (run->reuse != NULL) {
        key = key_of(run);
        size_t len = 0;
        const char *text = cache_get(run->cache, run->arena, key.hex, &len);
        size_t head = sizeof magic - 1;
        if (text != NULL && len == head + n && memcmp(text, magic, head) == 0) {
            return text + head;
        }
    }
    const struct demand *demands = run_demand(run);
    struct strbuf out;
    strbuf_init(&out, run->arena);
    strbuf_adds(&out, magic);
    for (uint32_t m = 0; m < n; m++) {
        strbuf_addc(&out, demands[m].needed ? '1' : '0');
    }
    if (run->reuse != NULL) {
        cache_put(run->cache, key.hex, out.text, out.len);
    }
    return out.text + (sizeof magic - 1);
}

/* ---- dropping ---- */

static void count_uses_of(const struct module *module, uint32_t *uses)
{
    for (uint32_t i = 0; i < module->jobs.n; i++) {
        uses[module->jobs.at[i]]++;
    }
}

void run_drop_idle(struct run *run)
{
    if (!run_may_drop(run)) {
        return;
    }
    struct project *project = run->project;
    const char *needed = needed_modules(run);
    if (run->reuse != NULL) {
        file_index_forget_mentions(reuse_index(run->reuse));
    }
    uint32_t *before = ARENA_NEW_N(run->arena, uint32_t, project->jobs.n + 1);
    uint32_t *after = ARENA_NEW_N(run->arena, uint32_t, project->jobs.n + 1);
    uint32_t kept = 0;
    if (strchr(needed, '1') == NULL) {
        return;
    }
    kept = 0;
    for (uint32_t m = 0; m < project->modules.n; m++) {
        const struct module module = project->modules.at[m];
        count_uses_of(&module, before);
        if (needed[m] == '1') {
            count_uses_of(&module, after);
            project->modules.at[kept++] = module;
        } else if (run->options->verbose) {
            diag_note(run->diag, module.name,
                      "not parsed: by its text nothing in it runs at load (--all-units parses it)");
        }
    }
    project->modules.n = kept;
    for (uint32_t i = 0; i < project->jobs.n; i++) {
        run->n_skipped += before[i] > 0 && after[i] == 0 ? 1 : 0;
    }
}
