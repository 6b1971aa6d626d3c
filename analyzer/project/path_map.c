/*
 * path_map.c - finds the folders of a Windows database below or beside the database.
 *
 * Candidates, in this order: the longest tail of the entry's directory that exists below the
 * database's folder; the two folders end alike; the longest tail of the source's path that exists
 * below the database's folder; the directory is the database's folder.  The first that finds the
 * entry's source wins.  If none does, the first of the first two kinds is taken: the source may be
 * one that is generated.
 */
#include "project/path_map.h"

#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "project/limits.h"

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c - 'A' + 'a') : c;
}

static bool same(const char *a, const char *b, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        if (lower(a[i]) != lower(b[i]) || a[i] == '\0') {
            return false;
        }
    }
    return true;
}

/* Returns what of `path` is behind `from` ("" or "/..."), or NULL. */
static const char *behind(const char *path, const char *from)
{
    size_t len = strlen(from);
    return same(path, from, len) && (path[len] == '\0' || path[len] == '/') ? path + len : NULL;
}

const char *path_map_apply(struct arena *arena, const struct path_maps *maps, const char *path)
{
    const char *clean = path_normalize(arena, path);
    for (uint32_t i = 0; i < maps->pairs.n; i++) {
        const char *rest = behind(clean, maps->pairs.at[i].from);
        if (rest != NULL) {
            const char *to = maps->pairs.at[i].to;
            return *to == '\0' && *rest == '\0'
                       ? "/"
                       : path_normalize(arena, arena_printf(arena, "%s%s", to, rest));
        }
    }
    return clean;
}

bool path_map_covers(const struct path_maps *maps, const char *path)
{
    for (uint32_t i = 0; i < maps->pairs.n; i++) {
        if (behind(path, maps->pairs.at[i].from) != NULL) {
            return true;
        }
    }
    return false;
}

/* The slash in front of the last `n` names of the path, or NULL when it has no more. */
static const char *tail(const char *path, uint32_t n)
{
    const char *p = path + strlen(path);
    for (uint32_t i = 0; i < n; i++) {
        do {
            if (p == path) {
                return NULL;
            }
            p--;
        } while (*p != '/');
    }
    return p;
}

/* Makes the pair that maps what is in front of `at` in the path to `base`. */
static struct path_pair pair_at(struct arena *arena, const char *path, const char *at,
                                const char *base)
{
    return (struct path_pair){arena_strndup(arena, path, (size_t)(at - path)), base};
}

/* The longest tail of `path` that exists below `base`. */
static bool by_tail(struct arena *arena, const char *path, const char *base, struct path_pair *pair)
{
    for (uint32_t n = LIMIT_FOLDER_PARTS; n > 0; n--) {
        const char *at = tail(path, n);
        if (at == NULL) {
            continue;
        }
        const char *here = arena_printf(arena, "%s%s", base, at);
        if (os_is_folder(here) || os_is_file(here)) {
            *pair = pair_at(arena, path, at, base);
            return true;
        }
    }
    return false;
}

/* Both folders end with the same names: what is in front of those corresponds. */
static bool by_same_end(struct arena *arena, const char *path, const char *base,
                        struct path_pair *pair)
{
    bool found = false;
    for (uint32_t n = 1; n <= LIMIT_FOLDER_PARTS; n++) {
        const char *at = tail(path, n);
        const char *here = tail(base, n);
        if (at == NULL || here == NULL || strlen(at) != strlen(here) ||
            !same(at, here, strlen(at))) {
            break;
        }
        *pair = pair_at(arena, path, at, arena_strndup(arena, base, (size_t)(here - base)));
        found = true;
    }
    return found;
}

static bool finds(struct arena *arena, const struct path_pair *pair, const char *source)
{
    const char *rest = behind(source, pair->from);
    return rest != NULL && os_is_file(arena_printf(arena, "%s%s", pair->to, rest));
}

bool path_map_learn(struct arena *arena, struct path_maps *maps, const char *directory,
                    const char *file, const char *base)
{
    const char *source = path_join(arena, directory, file);
    struct path_pair candidates[4];
    uint32_t n = 0;
    n += by_tail(arena, directory, base, &candidates[n]) ? 1 : 0;
    n += by_same_end(arena, directory, base, &candidates[n]) ? 1 : 0;
    uint32_t n_sure = n;
    n += by_tail(arena, source, base, &candidates[n]) ? 1 : 0;
    candidates[n++] = (struct path_pair){directory, base};
    for (uint32_t i = 0; i < n; i++) {
        if (finds(arena, &candidates[i], source)) {
            VEC_PUSH(arena, &maps->pairs, candidates[i]);
            return true;
        }
    }
    if (n_sure > 0) {
        VEC_PUSH(arena, &maps->pairs, candidates[0]);
    }
    return n_sure > 0;
}
