/*
 * overlay.c - unsaved files that answer clang's complaints about includes and encodings.
 *
 * The normal case costs nothing: this is asked only after a parse that said "file not found" or
 * met UTF-16.  The missing name is looked up without regard to case, and with '\' as '/', from the
 * including file's folder and along the search path; what is found is included by a wrapper, an
 * unsaved file of the name that clang asked for, whose one line includes the real file by its
 * absolute path.  So all places that are reported are the real ones, and include guards and
 * `#pragma once` see one file.  A wrapper of the search path lies in the root folder, which is put
 * last in the search path, for clang compares names as text.
 */
#include "overlay.h"

#include <stdint.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/strbuf.h"
#include "base/text.h"

/* A complaint about an include. */
struct missing {
    const char *name;     /* as written */
    const char *includer; /* clang's name of the including file */
    bool angled;
};

static const char *take_string(struct arena *arena, CXString string)
{
    const char *text = clang_getCString(string);
    const char *copy = arena_strdup(arena, text ? text : "");
    clang_disposeString(string);
    return copy;
}

static void overlay_copy(struct overlay *overlay, const char *path, const char *text, size_t len)
{
    struct CXUnsavedFile file = {.Filename = path, .Contents = text, .Length = len};
    VEC_PUSH(overlay->arena, &overlay->unsaved, file);
}

/* Adds a UTF-8 copy of a file in UTF-16 under clang's name for it; false if it is not one. */
static bool add_decoded(struct overlay *overlay, const char *path)
{
    size_t len = 0;
    const char *bytes = os_read_file(overlay->arena, path, &len, NULL);
    size_t decoded_len = 0;
    const char *decoded = bytes ? text_from_utf16(overlay->arena, bytes, len, &decoded_len) : NULL;
    if (!decoded) {
        return false;
    }
    overlay_copy(overlay, path, decoded, decoded_len);
    return true;
}

void overlay_init(struct overlay *overlay, struct arena *arena,
                  const struct extract_request *request)
{
    *overlay = (struct overlay){.arena = arena, .done = strmap_create(arena)};
    add_decoded(overlay, request->file);
    overlay->folders = search_path_of(arena, request->args, request->n_args);
}

/* Returns the real path of `name` (with '/') below the folder, compared without case; NULL if there
 * is none. */
static const char *find_nocase(struct arena *arena, const char *folder, const char *name)
{
    while (text_starts(name, "./")) {
        name += 2;
    }
    const char *slash = strchr(name, '/');
    size_t len = slash ? (size_t)(slash - name) : strlen(name);
    const char *part = arena_strndup(arena, name, len);
    if (strcmp(part, "..") == 0 && slash) {
        return find_nocase(arena, path_join(arena, folder, ".."), slash + 1);
    }
    uint32_t n = 0;
    const char **entries = os_list(arena, folder, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (!text_same_nocase(entries[i], part)) {
            continue;
        }
        const char *path = path_join(arena, folder, entries[i]);
        if (!slash && os_is_file(path)) {
            return path;
        }
        const char *found = slash ? find_nocase(arena, path, slash + 1) : NULL;
        if (found) {
            return found;
        }
    }
    return NULL;
}

static const char *with_slashes(struct arena *arena, const char *name)
{
    char *copy = arena_strdup(arena, name);
    for (char *c = copy; *c; c++) {
        if (*c == '\\') {
            *c = '/';
        }
    }
    return copy;
}

static void add_wrapper(struct overlay *overlay, const char *path, const char *real, bool system)
{
    const char *text = arena_printf(overlay->arena, "%s#include \"%s\"\n",
                                    system ? "#pragma GCC system_header\n" : "", real);
    overlay_copy(overlay, path, text, strlen(text));
    VEC_PUSH(overlay->arena, &overlay->wrappers, path);
}

/* Wrappers for both ways in which clang may ask: it turns backslashes only with -fms-extensions. */
static void add_wrappers(struct overlay *overlay, const char *folder, const char *name,
                         const struct search_folder *real)
{
    struct arena *arena = overlay->arena;
    const char *turned = with_slashes(arena, name);
    bool system = real->kind >= SEARCH_SYSTEM;
    add_wrapper(overlay, arena_printf(arena, "%s/%s", folder, name), real->path, system);
    if (strcmp(turned, name) != 0) {
        add_wrapper(overlay, arena_printf(arena, "%s/%s", folder, turned), real->path, system);
    }
}

static bool answer_missing(struct overlay *overlay, const struct missing *missing)
{
    struct arena *arena = overlay->arena;
    const char *name = with_slashes(arena, missing->name);
    if (!missing->angled) {
        const char *folder = path_dirname(arena, missing->includer);
        const char *real = find_nocase(arena, folder, name);
        if (real) {
            add_wrappers(overlay, folder, missing->name,
                         &(struct search_folder){.path = real, .kind = SEARCH_QUOTED});
            return true;
        }
    }
    for (uint32_t i = 0; i < overlay->folders.n; i++) {
        const struct search_folder *folder = &overlay->folders.at[i];
        const char *real = find_nocase(arena, folder->path, name);
        if (real) {
            overlay->needs_root = true;
            add_wrappers(overlay, "", missing->name,
                         &(struct search_folder){.path = real, .kind = folder->kind});
            return true;
        }
    }
    return false;
}

/* Returns the text between the first quotes of a message, NULL if there are none. */
static const char *quoted(struct arena *arena, const char *message)
{
    const char *open = strchr(message, '\'');
    const char *close = open ? strchr(open + 1, '\'') : NULL;
    return close ? arena_strndup(arena, open + 1, (size_t)(close - open - 1)) : NULL;
}

static bool answer(struct overlay *overlay, CXTranslationUnit tu, CXDiagnostic diagnostic)
{
    struct arena *arena = overlay->arena;
    const char *message = take_string(arena, clang_getDiagnosticSpelling(diagnostic));
    const char *name = quoted(arena, message);
    if (!name) {
        return false;
    }
    if (text_starts(message, "UTF-16") || text_starts(message, "UTF-32")) {
        return !overlay_is_unsaved(overlay, name) && add_decoded(overlay, name);
    }
    if (!strstr(message, "file not found")) {
        return false;
    }
    CXFile file;
    unsigned offset = 0;
    clang_getFileLocation(clang_getDiagnosticLocation(diagnostic), &file, NULL, NULL, &offset);
    struct missing missing = {.name = name, .includer = "", .angled = true};
    if (file) {
        size_t size = 0;
        const char *text = clang_getFileContents(tu, file, &size);
        missing.includer = take_string(arena, clang_getFileName(file));
        missing.angled = !text || offset >= size || text[offset] != '"';
    }
    const char *key = arena_printf(arena, "%d%s|%s", missing.angled,
                                   missing.angled ? "" : missing.includer, name);
    if (strmap_get(overlay->done, key, NULL)) {
        return false;
    }
    strmap_put(overlay->done, key, 1);
    return answer_missing(overlay, &missing);
}

bool overlay_answer(struct overlay *overlay, CXTranslationUnit tu)
{
    bool progress = false;
    unsigned n = clang_getNumDiagnostics(tu);
    for (unsigned i = 0; i < n; i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        if (clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error &&
            answer(overlay, tu, diagnostic)) {
            progress = true;
        }
        clang_disposeDiagnostic(diagnostic);
    }
    return progress;
}

bool overlay_is_wrapper(const struct overlay *overlay, const char *path)
{
    for (uint32_t i = 0; i < overlay->wrappers.n; i++) {
        if (strcmp(overlay->wrappers.at[i], path) == 0) {
            return true;
        }
    }
    return false;
}

bool overlay_is_unsaved(const struct overlay *overlay, const char *path)
{
    for (uint32_t i = 0; i < overlay->unsaved.n; i++) {
        if (strcmp(overlay->unsaved.at[i].Filename, path) == 0) {
            return true;
        }
    }
    return false;
}
