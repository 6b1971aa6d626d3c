/* path.c - file names as text, of both kinds of system at once. */
#include "base/path.h"

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#include "base/vec.h"

static bool has_drive(const char *path)
{
    char c = path[0];
    return ((c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z')) && path[1] == ':';
}

bool path_is_absolute(const char *path)
{
    if (path[0] == '/' || (path[0] == '\\' && path[1] == '\\')) {
        return true;
    }
    return has_drive(path) && (path[2] == '/' || path[2] == '\\');
}

bool path_is_windows(const char *path)
{
    return has_drive(path) || strchr(path, '\\') != NULL;
}

static bool is_slash(char c)
{
    return c == '/' || c == '\\';
}

/* Length of what ".." must not remove: "/", "//" of a share, "C:/" or "C:". */
static size_t prefix_len(const char *path)
{
    if (has_drive(path)) {
        return is_slash(path[2]) ? 3 : 2;
    }
    if (!is_slash(path[0])) {
        return 0;
    }
    return is_slash(path[1]) && !is_slash(path[2]) ? 2 : 1;
}

/* One name between slashes. */
struct part {
    const char *text;
    size_t len;
};

char *path_normalize(struct arena *arena, const char *path)
{
    char *text = arena_strdup(arena, path);
    for (char *p = text; *p != '\0'; p++) {
        if (*p == '\\') {
            *p = '/';
        }
    }
    size_t prefix = prefix_len(text);
    VEC(struct part) parts = {0};
    for (const char *p = text + prefix; *p != '\0';) {
        size_t len = strcspn(p, "/");
        bool up = len == 2 && p[0] == '.' && p[1] == '.';
        bool can_go_up = parts.n > 0 && strncmp(parts.at[parts.n - 1].text, "../", 3) != 0;
        if (up && can_go_up) {
            parts.n--;
        } else if (len > 0 && !(len == 1 && *p == '.') && !(up && prefix > 0)) {
            VEC_PUSH(arena, &parts, ((struct part){p, len}));
        }
        p += len + (p[len] == '/' ? 1 : 0);
    }
    char *out = arena_alloc(arena, strlen(text) + 2);
    memcpy(out, text, prefix);
    char *end = out + prefix;
    for (uint32_t i = 0; i < parts.n; i++) {
        if (i > 0) {
            *end++ = '/';
        }
        memcpy(end, parts.at[i].text, parts.at[i].len);
        end += parts.at[i].len;
    }
    if (end == out) {
        *end = '.';
    }
    return out;
}

char *path_join(struct arena *arena, const char *dir, const char *path)
{
    if (path_is_absolute(path)) {
        return path_normalize(arena, path);
    }
    /* Two slashes at the start would name a share, so that none may come in here. */
    size_t len = strlen(dir);
    const char *slash = len == 0 || is_slash(dir[len - 1]) ? "" : "/";
    while (is_slash(*path)) {
        path++;
    }
    return path_normalize(arena, arena_printf(arena, "%s%s%s", dir, slash, path));
}

const char *path_relative(const char *path, const char *base)
{
    size_t len = strlen(base);
    if (len > 0 && base[len - 1] == '/') {
        len--;
    }
    if (strncmp(path, base, len) != 0 || path[len] != '/') {
        return path;
    }
    /* A share's "//" is not below "/". */
    const char *below = path + len + 1;
    return *below == '\0' || *below == '/' ? path : below;
}

const char *path_basename(const char *path)
{
    const char *name = path;
    for (const char *p = path; *p != '\0'; p++) {
        if (is_slash(*p)) {
            name = p + 1;
        }
    }
    return name;
}

char *path_dirname(struct arena *arena, const char *path)
{
    const char *name = path_basename(path);
    if (name == path) {
        return arena_strdup(arena, ".");
    }
    size_t len = (size_t)(name - path);
    size_t prefix = prefix_len(path);
    while (len > prefix && len > 1 && is_slash(path[len - 1])) {
        len--;
    }
    return arena_strndup(arena, path, len);
}

const char *path_extension(const char *path)
{
    const char *name = path_basename(path);
    const char *dot = strrchr(name, '.');
    return dot == NULL || dot == name ? path + strlen(path) : dot;
}

char *path_stem(struct arena *arena, const char *path)
{
    const char *name = path_basename(path);
    return arena_strndup(arena, name, (size_t)(path_extension(path) - name));
}

char *path_common_dir(struct arena *arena, const char *const *paths, size_t n_paths)
{
    if (n_paths == 0) {
        return arena_strdup(arena, ".");
    }
    char *common = path_dirname(arena, paths[0]);
    for (size_t i = 1; i < n_paths; i++) {
        const char *dir = path_dirname(arena, paths[i]);
        while (strcmp(dir, common) != 0 && path_relative(dir, common) == dir) {
            char *above = path_dirname(arena, common);
            if (strcmp(above, common) == 0) {
                return arena_strdup(arena, ".");
            }
            common = above;
        }
    }
    return strcmp(common, "//") == 0 ? arena_strdup(arena, ".") : common;
}
