/*
 * cache.c - a folder of entries.
 *
 *     DIR/facts/ab/abcdef...       a header line with a checksum, then the facts' text
 *     DIR/preambles/KEY.pch        clang's file, and KEY.pch.txt, its description
 *     DIR/workers/KEY              what a worker's program said of itself (tool.c)
 *
 * The source root is written as a byte that facts never hold (they escape it), so that an entry
 * serves every checkout.  A unit's files are sorted by path, so an entry whose order another root
 * would change is not used there.
 */
#include "cli/cache.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/os.h"
#include "base/path.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "base/vec.h"

static const char magic[] = "dllmain-lint cached facts 1 ";

enum { HASH_LEN = 32, ROOT = '\x01' };

static const uint64_t DAY = UINT64_C(86400) * 1000000000U;
static const uint64_t HOUR = UINT64_C(3600) * 1000000000U;

struct cache {
    struct arena *arena;
    const char *folder, *preambles;
    const char *root; /* NULL: it has bytes that facts would escape, or is nothing of its own */
    uint64_t bytes;
};

/* ---- the source root ---- */

static bool is_plain(const char *root)
{
    bool plain = root != NULL && path_is_absolute(root) && strlen(root) > 1;
    for (const char *c = root; plain && *c != '\0'; c++) {
        plain = *c > ' ' && *c < 0x7f && *c != '"' && *c != '\\';
    }
    return plain;
}

/* True if a path may begin behind the byte. */
static bool is_before_path(char c)
{
    return strchr(" \"'(=:,;<[\t\n", c) != NULL;
}

static void put_without_root(struct strbuf *out, const struct cache *cache, const char *text,
                             size_t len)
{
    size_t root_len = cache->root != NULL ? strlen(cache->root) : 0;
    const char *from = text;
    const char *end = text + len;
    for (const char *at = text; cache->root != NULL && at < end; at++) {
        at = memchr(at, cache->root[0], (size_t)(end - at));
        if (at == NULL) {
            break;
        }
        if ((size_t)(end - at) > root_len && at > text && is_before_path(at[-1]) &&
            memcmp(at, cache->root, root_len) == 0 && at[root_len] == '/') {
            strbuf_add(out, from, (size_t)(at - from));
            strbuf_addc(out, ROOT);
            from = at + root_len;
            at = from;
        }
    }
    strbuf_add(out, from, (size_t)(end - from));
}

static const char *with_root(struct arena *arena, const struct cache *cache, const char *text,
                             size_t *len)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    const char *end = text + *len;
    while (text < end) {
        const char *mark = memchr(text, ROOT, (size_t)(end - text));
        if (mark != NULL && cache->root == NULL) {
            return NULL;
        }
        strbuf_add(&out, text, (size_t)((mark == NULL ? end : mark) - text));
        if (mark != NULL) {
            strbuf_adds(&out, cache->root);
        }
        text = mark == NULL ? end : mark + 1;
    }
    *len = out.len;
    return out.text;
}

/* ---- entries ---- */

static const char *path_of(const struct cache *cache, struct arena *arena, const char *key)
{
    return arena_printf(arena, "%s/facts/%.2s/%s", cache->folder, key, key);
}

bool cache_has(struct cache *cache, const char *key)
{
    struct arena *scratch = arena_create();
    struct os_status status;
    bool has = os_status(path_of(cache, scratch, key), &status);
    arena_destroy(scratch);
    return has;
}

/* A used entry becomes young, but not at every use. */
static void keep_young(const char *path)
{
    struct os_status status;
    if (os_status(path, &status) && status.modified + DAY < os_now()) {
        os_touch(path);
    }
}

/* The checksum is one of the key, too: an entry under another name is not taken. */
static struct hash_text sum_of(const char *key, const char *body, size_t len)
{
    struct hash hash;
    hash_start(&hash);
    hash_add_string(&hash, key);
    hash_add(&hash, body, len);
    return hash_finish(&hash);
}

const char *cache_get(struct cache *cache, struct arena *arena, const char *key, size_t *len)
{
    const char *path = path_of(cache, arena, key);
    size_t all = 0;
    const char *text = os_read_file(arena, path, &all, NULL);
    size_t head = sizeof magic - 1 + HASH_LEN + 1;
    if (text == NULL || all < head || memcmp(text, magic, sizeof magic - 1) != 0 ||
        memcmp(text + sizeof magic - 1, sum_of(key, text + head, all - head).hex, HASH_LEN) != 0) {
        return NULL;
    }
    keep_young(path);
    *len = all - head;
    return with_root(arena, cache, text + head, len);
}

void cache_put(struct cache *cache, const char *key, const char *text, size_t len)
{
    struct arena *scratch = arena_create();
    struct strbuf body;
    strbuf_init(&body, scratch);
    put_without_root(&body, cache, text, len);
    struct strbuf out;
    strbuf_init(&out, scratch);
    strbuf_printf(&out, "%s%s\n", magic, sum_of(key, body.text, body.len).hex);
    strbuf_add(&out, body.text, body.len);
    (void)os_write_file(scratch, path_of(cache, scratch, key), out.text, out.len);
    arena_destroy(scratch);
}

const char *cache_root(const struct cache *cache)
{
    return cache->root;
}

const char *cache_folder(const struct cache *cache)
{
    return cache->folder;
}

const char *cache_preambles(const struct cache *cache)
{
    return cache->preambles;
}

/* ---- size ---- */

/* A file of the cache. */
struct entry {
    const char *path;
    uint64_t size, modified;
};

/* All files of the cache. */
struct entries {
    struct entry *at;
    uint32_t n, cap;
    uint64_t bytes;
};

static void add_files(struct arena *arena, struct entries *entries, const char *folder)
{
    uint32_t n = 0;
    const char **names = os_list(arena, folder, &n);
    for (uint32_t i = 0; i < n; i++) {
        struct os_status status;
        const char *path = path_join(arena, folder, names[i]);
        if (!os_status(path, &status)) {
            continue;
        }
        if (text_ends(path, ".tmp") && status.modified + HOUR < os_now()) {
            os_remove(path); /* of a process that was killed */
            continue;
        }
        struct entry entry = {path, status.size, status.modified};
        VEC_PUSH(arena, entries, entry);
        entries->bytes += status.size;
    }
}

static int compare_ages(const void *a, const void *b)
{
    const struct entry *x = a;
    const struct entry *y = b;
    if (x->modified != y->modified) {
        return x->modified < y->modified ? -1 : 1;
    }
    return strcmp(x->path, y->path);
}

/* Removes the oldest files until nine tenths of the size are left. */
static void shrink(void *data)
{
    struct cache *cache = data;
    struct arena *scratch = arena_create();
    struct entries entries = {0};
    const char *facts = path_join(scratch, cache->folder, "facts");
    uint32_t n = 0;
    const char **names = os_list(scratch, facts, &n);
    for (uint32_t i = 0; i < n; i++) {
        add_files(scratch, &entries, path_join(scratch, facts, names[i]));
    }
    add_files(scratch, &entries, cache->preambles);
    if (entries.bytes > cache->bytes && entries.n > 0) {
        qsort(entries.at, entries.n, sizeof *entries.at, compare_ages);
        for (uint32_t i = 0; i < entries.n && entries.bytes > cache->bytes / 10 * 9; i++) {
            os_remove(entries.at[i].path);
            entries.bytes -= entries.at[i].size;
        }
    }
    arena_destroy(scratch);
}

struct cache *cache_open(struct arena *arena, const struct cache_input *input)
{
    const char *folder = input->folder;
    if (folder == NULL) {
        const char *above = os_cache_folder(arena);
        folder = above != NULL ? path_join(arena, above, "dllmain-lint") : NULL;
    }
    if (folder == NULL) {
        return NULL;
    }
    struct cache *cache = ARENA_NEW(arena, struct cache);
    cache->arena = arena;
    cache->folder = path_join(arena, os_current_folder(arena), folder);
    cache->preambles = path_join(arena, cache->folder, "preambles");
    cache->root = is_plain(input->root) ? input->root : NULL;
    cache->bytes = input->bytes;
    arena_on_destroy(arena, shrink, cache);
    return cache;
}
