/* reuse.c - keys of units, and the facts under them. */
#include "cli/reuse.h"

#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "facts/closure.h"
#include "facts/text.h"

struct reuse {
    struct arena *arena;
    struct reuse_input input;
    const char *environment;
    struct file_index *index;
    const char **keys; /* by job; NULL: not asked for yet */
};

/* Folders that clang searches besides those of the flags. */
static const char *environment_of(struct arena *arena)
{
    static const char *const names[] = {"CPATH", "C_INCLUDE_PATH", "CPLUS_INCLUDE_PATH"};
    struct strbuf text;
    strbuf_init(&text, arena);
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = os_environment(arena, names[i]);
        strbuf_printf(&text, "%s;", value != NULL ? value : "");
    }
    return text.text;
}

/* What is known of files lies in the cache, too, for each project on its own. */
static const char *index_key(struct reuse *reuse)
{
    const struct project *project = reuse->input.project;
    struct hash hash;
    hash_start(&hash);
    hash_add_string(&hash, "files 1");
    hash_add_string(&hash, project->root);
    hash_add_string(&hash, project->origin != NULL ? project->origin : "");
    if (project->jobs.n > 0) {
        hash_add_string(&hash, project->jobs.at[0].file);
        hash_add_string(&hash, project->jobs.at[0].target);
    }
    return arena_strdup(reuse->arena, hash_finish(&hash).hex);
}

static void recall_index(struct reuse *reuse)
{
    size_t len = 0;
    const char *text = cache_get(reuse->input.cache, reuse->arena, index_key(reuse), &len);
    if (text != NULL) {
        file_index_recall(reuse->index, arena_strndup(reuse->arena, text, len));
    }
}

static void keep_index(void *data)
{
    struct reuse *reuse = data;
    if (file_index_is_new(reuse->index)) {
        struct arena *scratch = arena_create();
        struct strbuf out;
        strbuf_init(&out, scratch);
        file_index_write(&out, reuse->index);
        cache_put(reuse->input.cache, index_key(reuse), out.text, out.len);
        arena_destroy(scratch);
    }
}

struct file_index *reuse_index(struct reuse *reuse)
{
    return reuse->index;
}

struct reuse *reuse_start(struct arena *arena, const struct reuse_input *input)
{
    struct reuse *reuse = ARENA_NEW(arena, struct reuse);
    reuse->arena = arena;
    reuse->input = *input;
    reuse->environment = environment_of(arena);
    reuse->index = file_index_create(arena, cache_root(input->cache));
    reuse->keys = ARENA_NEW_N(arena, const char *, input->project->jobs.n + 1);
    if (input->with_mentions) {
        file_index_read_mentions(reuse->index);
    }
    recall_index(reuse);
    arena_on_destroy(arena, keep_index, reuse);
    return reuse;
}

/* Adds an argument with '~' for the source root. */
static void add_argument(struct hash *hash, const char *argument, const char *root)
{
    size_t len = root != NULL ? strlen(root) : 0;
    const char *at = root != NULL ? strstr(argument, root) : NULL;
    if (at != NULL && (at[len] == '/' || at[len] == '\0')) {
        hash_add(hash, argument, (size_t)(at - argument));
        hash_add(hash, "~", 1);
        argument = at + len;
    }
    hash_add_string(hash, argument);
}

/* Finds everything that the job may read; `hash` becomes its key. */
static struct closure *look(struct reuse *reuse, struct arena *arena, uint32_t index,
                            struct hash *hash)
{
    const struct job *job = &reuse->input.project->jobs.at[index];
    const char *root = cache_root(reuse->input.cache);
    struct search_path path = search_path_of(arena, job->args, job->n_args);
    struct closure *closure = closure_start(arena, reuse->index, &path, reuse->input.resources);
    hash_start(hash);
    hash_add_string(hash, reuse->input.tool);
    hash_add_string(hash, reuse->input.resources != NULL ? reuse->input.resources : "");
    hash_add_string(hash, reuse->environment);
    hash_add_string(hash, root != NULL ? "~" : reuse->input.project->root);
    for (uint32_t i = 0; i < job->n_args; i++) {
        add_argument(hash, job->args[i], root);
    }
    closure_add_forced(closure, job->folder, job->args, job->n_args, hash);
    (void)closure_add_file(closure, job->file, hash);
    return closure;
}

const char *reuse_key(struct reuse *reuse, uint32_t job)
{
    if (reuse->keys[job] == NULL) {
        struct arena *scratch = arena_create();
        struct hash hash;
        (void)look(reuse, scratch, job, &hash);
        reuse->keys[job] = arena_strdup(reuse->arena, hash_finish(&hash).hex);
        arena_destroy(scratch);
    }
    return reuse->keys[job];
}

bool reuse_has(struct reuse *reuse, uint32_t job)
{
    return cache_has(reuse->input.cache, reuse_key(reuse, job));
}

/* Files are sorted by path but for the first: under another root the order may be another one. */
static bool is_in_order(const struct unit *unit)
{
    bool sorted = true;
    for (uint32_t i = 2; sorted && i < unit->files.n; i++) {
        sorted = strcmp(unit->files.at[i - 1].path, unit->files.at[i].path) < 0;
    }
    return sorted;
}

const struct unit *reuse_unit(struct reuse *reuse, struct arena *arena, uint32_t job)
{
    size_t len = 0;
    const char *error = NULL;
    const char *text = cache_get(reuse->input.cache, arena, reuse_key(reuse, job), &len);
    const struct unit *unit = text != NULL ? facts_read(arena, text, len, &error) : NULL;
    return unit != NULL && is_in_order(unit) ? unit : NULL;
}

void reuse_keep(struct reuse *reuse, uint32_t job, const struct unit *unit, const char *text,
                size_t len)
{
    struct arena *scratch = arena_create();
    struct hash hash;
    struct closure *closure = look(reuse, scratch, job, &hash);
    struct hash_text key = hash_finish(&hash);
    bool good = unit->status != UNIT_FAILED && is_in_order(unit);
    for (uint32_t i = 0; good && i < unit->files.n; i++) {
        good = closure_has(closure, unit->files.at[i].path, unit->files.at[i].hash);
    }
    if (good) {
        cache_put(reuse->input.cache, key.hex, text, facts_unsealed_length(text, len));
    }
    arena_destroy(scratch);
}
