/*
 * preambles.c - a tree of directives, with what they may read.
 *
 * A node is a directive behind others.  Its key is a hash of the node above, of the directive, and
 * of what it may read (facts/closure.h): so units of different folders, with different search
 * paths, share a node if every name leads to the same file.  A preamble is made at the last node
 * that the same units go through, if the headers since the one above are read so often that it
 * pays: making one costs some two parses of its headers and a fixed amount.
 */
#include "cli/preambles.h"

#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/strmap.h"
#include "base/text.h"
#include "facts/closure.h"
#include "facts/preamble.h"

/* What making one costs: bytes of headers that could be parsed in that time, and passes. */
enum { MAKING_BYTES = 200000, MAKING_PASSES = 2, NO_PLACE = 0 };

/* What is known of a preamble at a node. */
enum place_state { PLACE_NEW, PLACE_FOUND, PLACE_READY, PLACE_PLANNED, PLACE_MAKING, PLACE_LOST };

/* A directive behind others. */
struct place {
    uint32_t above;
    uint32_t n;       /* directives up to here */
    uint32_t job;     /* the first unit that goes through it */
    uint32_t n_units; /* that go through it */
    uint32_t most;    /* that go on to one and the same directive */
    uint64_t bytes;   /* that may be read up to here */
    uint64_t passed;  /* bytes at the preamble above */
    const char *path;
    enum place_state state;
};

struct preambles {
    struct arena *arena;
    struct preambles_input input;
    struct file_index *index;
    struct strmap *node_ids;
    VEC(struct place) nodes; /* 0: a dummy */
    uint32_t *last;          /* by job: its last node */
};

/* ---- the tree ---- */

/* Flags that change what stands before the first line, or what clang writes. */
static bool can_share(const struct job *job)
{
    static const char *const others[] = {"-include", "-imacros", "-fmodule", "-Xclang", "@"};
    for (uint32_t i = 0; i < job->n_args; i++) {
        for (size_t k = 0; k < sizeof others / sizeof *others; k++) {
            if (text_starts(job->args[i], others[k])) {
                return false;
            }
        }
    }
    return true;
}

/* The key of a unit's flags without its folders. */
static struct hash_text root_key(const struct preambles *p, const struct job *job)
{
    struct hash hash;
    hash_start(&hash);
    hash_add_string(&hash, p->input.tool);
    hash_add_string(&hash, path_extension(job->file));
    for (uint32_t i = 0; i < job->n_args;) {
        uint32_t n = search_argument_length(job->args, job->n_args, i);
        if (n == 0) {
            hash_add_string(&hash, job->args[i]);
        }
        i += n == 0 ? 1 : n;
    }
    return hash_finish(&hash);
}

static uint32_t node_of(struct preambles *p, const char *key, const struct place *made)
{
    uint32_t id = strmap_intern(p->node_ids, key, p->nodes.n);
    if (id == p->nodes.n) {
        struct place node = *made;
        node.path = arena_printf(p->arena, "%s/%s.pch", p->input.folder, key);
        VEC_PUSH(p->arena, &p->nodes, node);
    }
    return id;
}

/* Follows the directives of a unit up to the `n`-th and says what they may read; returns how many
 * there are that lead somewhere. */
static uint32_t follow(struct preambles *p, uint32_t job_index, uint32_t n, struct closure *closure,
                       struct arena *scratch)
{
    const struct job *job = &p->input.jobs[job_index];
    size_t len = 0;
    const char *text = os_read_file(scratch, job->file, &len, NULL);
    struct directives run = {0};
    if (text != NULL) {
        run = includes_leading(scratch, text, len);
    }
    const char *folder = path_dirname(scratch, job->file);
    struct hash_text key = root_key(p, job);
    uint32_t above = NO_PLACE;
    uint32_t i = 0;
    for (; i < run.n && i < n; i++) {
        struct hash hash;
        hash_start(&hash);
        hash_add(&hash, &key, sizeof key);
        hash_add_string(&hash, run.at[i].text);
        bool found = run.at[i].include.name == NULL ||
                     closure_add_include(closure, folder, &run.at[i].include, &hash);
        key = hash_finish(&hash);
        if (!found) {
            break;
        }
        struct place node = {.above = above, .n = i + 1, .job = job_index};
        node.bytes = closure_bytes(closure);
        above = node_of(p, key.hex, &node);
    }
    p->last[job_index] = above;
    return i;
}

static struct closure *closure_of(struct preambles *p, uint32_t job, struct arena *scratch)
{
    struct search_path path =
        search_path_of(scratch, p->input.jobs[job].args, p->input.jobs[job].n_args);
    struct closure *closure = closure_start(scratch, p->index, &path, p->input.resources);
    closure_name_by_path(closure);
    return closure;
}

static void add_unit(struct preambles *p, uint32_t job)
{
    struct arena *scratch = arena_create();
    if (can_share(&p->input.jobs[job])) {
        (void)follow(p, job, UINT32_MAX, closure_of(p, job, scratch), scratch);
    }
    arena_destroy(scratch);
    uint32_t below = NO_PLACE;
    for (uint32_t id = p->last[job]; id != NO_PLACE; id = p->nodes.at[id].above) {
        struct place *node = &p->nodes.at[id];
        node->n_units++;
        uint32_t go_on = below != NO_PLACE ? p->nodes.at[below].n_units : 0;
        node->most = node->most < go_on ? go_on : node->most;
        below = id;
    }
}

/* Chooses where preambles are made.  A node stands behind the one above it. */
static void choose(struct preambles *p)
{
    for (uint32_t id = 1; id < p->nodes.n; id++) {
        struct place *node = &p->nodes.at[id];
        const struct place *above = &p->nodes.at[node->above];
        node->passed = above->state == PLACE_PLANNED ? above->bytes : above->passed;
        struct os_status status;
        struct arena *scratch = arena_create();
        if (os_status(preamble_description(scratch, node->path), &status)) {
            node->state = PLACE_FOUND;
        }
        arena_destroy(scratch);
        uint64_t read = node->bytes - node->passed;
        bool pays =
            node->n_units > MAKING_PASSES && read * (node->n_units - MAKING_PASSES) > MAKING_BYTES;
        bool later = p->input.least_units == 1; /* other runs will use it */
        if (node->state == PLACE_NEW && node->n_units >= p->input.least_units &&
            node->most < node->n_units && (pays || later)) {
            node->state = PLACE_PLANNED;
        }
    }
}

struct preambles *preambles_plan(struct arena *arena, const struct preambles_input *input)
{
    struct preambles *p = ARENA_NEW(arena, struct preambles);
    uint32_t n_jobs = 0;
    p->arena = arena;
    p->input = *input;
    p->index = input->index != NULL ? input->index : file_index_create(arena, NULL);
    p->node_ids = strmap_create(arena);
    VEC_PUSH(arena, &p->nodes, (struct place){0});
    for (uint32_t i = 0; i < input->n_order; i++) {
        n_jobs = input->order[i] >= n_jobs ? input->order[i] + 1 : n_jobs;
    }
    p->last = ARENA_NEW_N(arena, uint32_t, n_jobs + 1);
    for (uint32_t i = 0; i < input->n_order; i++) {
        add_unit(p, input->order[i]);
    }
    choose(p);
    return p;
}

uint32_t preambles_count(const struct preambles *p)
{
    return p->nodes.n;
}

/* ---- choices ---- */

/* True if the preamble read nothing but what its key is made of. */
static bool is_of_key(struct preambles *p, const struct place *node,
                      const struct preamble *preamble)
{
    struct arena *scratch = arena_create();
    struct closure *closure = closure_of(p, node->job, scratch);
    uint32_t last = p->last[node->job];
    bool same = follow(p, node->job, node->n, closure, scratch) == node->n;
    p->last[node->job] = last;
    for (uint32_t i = 0; same && i < preamble->files.n; i++) {
        same = closure_has(closure, preamble->files.at[i].path, preamble->files.at[i].hash);
    }
    arena_destroy(scratch);
    return same;
}

static bool is_good(struct preambles *p, const struct place *node)
{
    struct arena *scratch = arena_create();
    struct preamble *preamble = preamble_load(scratch, node->path);
    bool good = preamble != NULL && preamble->directives.n == node->n &&
                preamble_is_whole(preamble) && is_of_key(p, node, preamble);
    for (uint32_t i = 0; good && i < preamble->parts.n; i++) {
        os_touch(preamble->parts.at[i].path);
        os_touch(preamble_description(scratch, preamble->parts.at[i].path));
    }
    arena_destroy(scratch);
    return good;
}

static struct preamble_choice choose_for(struct preambles *p, uint32_t id)
{
    for (; id != NO_PLACE; id = p->nodes.at[id].above) {
        struct place *node = &p->nodes.at[id];
        if (node->state == PLACE_FOUND) {
            node->state = is_good(p, node) ? PLACE_READY : PLACE_PLANNED;
        }
        if (node->state == PLACE_READY) {
            return (struct preamble_choice){PREAMBLE_READY, node->path, id};
        }
        if (node->state == PLACE_MAKING) {
            return (struct preamble_choice){PREAMBLE_WAIT, NULL, id};
        }
        if (node->state == PLACE_PLANNED) {
            struct preamble_choice above = choose_for(p, node->above);
            bool now = above.state == PREAMBLE_NONE || above.state == PREAMBLE_READY;
            return now ? (struct preamble_choice){PREAMBLE_MAKE, NULL, id} : above;
        }
    }
    return (struct preamble_choice){PREAMBLE_NONE, NULL, 0};
}

struct preamble_choice preambles_for(struct preambles *p, uint32_t job)
{
    return choose_for(p, p->last[job]);
}

struct preamble_order preambles_begin(struct preambles *p, uint32_t number)
{
    struct place *node = &p->nodes.at[number];
    node->state = PLACE_MAKING;
    return (struct preamble_order){.job = node->job,
                                   .n = node->n,
                                   .below = choose_for(p, node->above).path,
                                   .path = node->path};
}

void preambles_end(struct preambles *p, uint32_t number, bool made)
{
    struct place *node = &p->nodes.at[number];
    node->state = made && is_good(p, node) ? PLACE_READY : PLACE_LOST;
}
