/*
 * places.c - files, places and errors.
 *
 * Takes clang's locations, gives ids of wheres.  A place inside a macro's expansion is where the
 * macro is used; where the text itself stands is kept beside it.  Knows nothing of declarations.
 */
#include "facts/clang/front.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "facts/clang/overlay.h"
#include "facts/clang/preamble.h"

/* A file as clang hands it over. */
struct seen_file {
    CXFile file;
    const char *path; /* normalized */
    bool main;
    const struct source_file *known; /* a preamble's; NULL: not known yet */
};

/* All files of a unit, while they are collected. */
struct seen_files {
    struct front *front;
    VEC(struct seen_file) files;
};

static void see_file(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    struct seen_files *seen = data;
    struct arena *arena = seen->front->arena;
    const char *name = front_string(arena, clang_getFileName(file));
    if (overlay_is_wrapper(seen->front->overlay, name)) {
        return;
    }
    struct seen_file entry = {.file = file, .main = depth == 0};
    entry.path = entry.main ? seen->front->unit->main_file
                            : path_join(arena, os_current_folder(seen->front->scratch), name);
    VEC_PUSH(seen->front->scratch, &seen->files, entry);
}

/* The files of the preamble, which clang does not list. */
static void see_preamble(struct seen_files *seen)
{
    struct front *front = seen->front;
    const struct preamble *preamble = front->on != NULL ? front->on->preamble : NULL;
    for (uint32_t i = 0; preamble != NULL && i < preamble->files.n; i++) {
        const struct source_file *known = &preamble->files.at[i];
        struct seen_file entry = {.path = arena_strdup(front->arena, known->path), .known = known};
        entry.file = clang_getFile(front->tu, known->path);
        VEC_PUSH(front->scratch, &seen->files, entry);
    }
}

static int compare_files(const void *a, const void *b)
{
    const struct seen_file *x = a;
    const struct seen_file *y = b;
    if (x->main != y->main) {
        return x->main ? -1 : 1;
    }
    int order = strcmp(x->path, y->path);
    return order != 0 ? order : (y->known != NULL) - (x->known != NULL);
}

/* True if the path lies in the project whatever clang says. */
static bool is_own(const struct front *front, const char *path)
{
    const char *root = front->request->source_root;
    if (!root || !*root) {
        return false;
    }
    size_t len = strlen(root);
    return text_starts(path, root) && (root[len - 1] == '/' || path[len] == '/');
}

static struct source_file describe_file(struct front *front, const struct seen_file *seen)
{
    struct source_file file = {.path = seen->path, .hash = ""};
    if (seen->known != NULL) {
        file = *seen->known;
        file.path = seen->path;
        file.hash = arena_strdup(front->arena, file.hash);
        return file;
    }
    size_t size = 0;
    const char *text = clang_getFileContents(front->tu, seen->file, &size);
    CXSourceLocation end = clang_getLocationForOffset(front->tu, seen->file, (unsigned)size);
    file.system = !seen->main && clang_Location_isInSystemHeader(end) && !is_own(front, seen->path);
    if (overlay_is_unsaved(front->overlay, seen->path)) {
        text = os_read_file(front->scratch, seen->path, &size, NULL);
    }
    if (text) {
        file.size = size;
        file.hash = arena_strdup(front->arena, hash_bytes(text, size).hex);
    }
    return file;
}

void front_read_files(struct front *front)
{
    struct seen_files seen = {.front = front};
    clang_getInclusions(front->tu, see_file, &seen);
    see_preamble(&seen);
    if (seen.files.n > 0) {
        qsort(seen.files.at, seen.files.n, sizeof *seen.files.at, compare_files);
    }
    for (uint32_t i = 0; i < seen.files.n; i++) {
        const struct seen_file *entry = &seen.files.at[i];
        struct unit *unit = front->unit;
        bool again =
            unit->files.n > 0 && strcmp(unit->files.at[unit->files.n - 1].path, entry->path) == 0;
        if (!again) {
            VEC_PUSH(front->arena, &unit->files, describe_file(front, entry));
            VEC_PUSH(front->scratch, &front->files, entry->file);
        }
        if (entry->file != NULL) {
            strmap_put(front->file_ids, front_key(front, entry->file), unit->files.n - 1);
        }
    }
    if (front->unit->files.n == 0) {
        struct source_file main_file = {.path = front->unit->main_file, .hash = ""};
        VEC_PUSH(front->arena, &front->unit->files, main_file);
        VEC_PUSH(front->scratch, &front->files, (CXFile)NULL);
    }
}

uint32_t front_file(struct front *front, CXFile file)
{
    if (file == front->last_file && file) {
        return front->last_file_id;
    }
    uint32_t id = 0;
    const char *key = front_key(front, file);
    if (!strmap_get(front->file_ids, key, &id)) {
        const char *name = front_string(front->arena, clang_getFileName(file));
        const char *path = path_join(front->arena, os_current_folder(front->scratch), name);
        while (id < front->unit->files.n && strcmp(front->unit->files.at[id].path, path) != 0) {
            id++;
        }
        if (id == front->unit->files.n) {
            struct source_file added = {.path = path, .hash = ""};
            VEC_PUSH(front->arena, &front->unit->files, added);
            VEC_PUSH(front->scratch, &front->files, file);
        }
        strmap_put(front->file_ids, key, id);
    }
    front->last_file = file;
    front->last_file_id = id;
    return id;
}

bool front_is_system(struct front *front, CXCursor cursor)
{
    CXFile file = NULL;
    clang_getExpansionLocation(clang_getCursorLocation(cursor), &file, NULL, NULL, NULL);
    if (!file) {
        return true;
    }
    uint32_t id = front_file(front, file); /* it may move the files */
    return front->unit->files.at[id].system;
}

bool front_in_macro(CXSourceLocation location)
{
    CXFile file = NULL;
    CXFile spelling_file = NULL;
    unsigned offset = 0;
    unsigned spelling_offset = 0;
    clang_getExpansionLocation(location, &file, NULL, NULL, &offset);
    clang_getSpellingLocation(location, &spelling_file, NULL, NULL, &spelling_offset);
    return file != spelling_file || offset != spelling_offset;
}

const char *front_text(struct front *front, CXSourceLocation location, bool spelling)
{
    CXFile file = NULL;
    unsigned offset = 0;
    if (spelling) {
        clang_getSpellingLocation(location, &file, NULL, NULL, &offset);
    } else {
        clang_getExpansionLocation(location, &file, NULL, NULL, &offset);
    }
    size_t size = 0;
    const char *text = file ? clang_getFileContents(front->tu, file, &size) : NULL;
    return text && offset < size ? text + offset : NULL;
}

const char *front_identifier(struct arena *arena, const char *text)
{
    size_t len = 0;
    while (text && (isalnum((unsigned char)text[len]) || text[len] == '_' || text[len] == '$' ||
                    (unsigned char)text[len] >= 0x80)) {
        len++;
    }
    return len > 0 && !isdigit((unsigned char)text[0]) ? arena_strndup(arena, text, len) : "";
}

where_id front_where(struct front *front, CXSourceLocation location)
{
    CXFile file = NULL;
    CXFile spelling_file = NULL;
    unsigned line = 0, column = 0, offset = 0;
    unsigned spelling_line = 0, spelling_column = 0, spelling_offset = 0;
    clang_getExpansionLocation(location, &file, &line, &column, &offset);
    if (!file) {
        return (where_id){0};
    }
    clang_getSpellingLocation(location, &spelling_file, &spelling_line, &spelling_column,
                              &spelling_offset);
    struct where where = {.file = front_file(front, file), .line = line, .column = column};
    where.spelling_file = where.file;
    where.spelling_line = line;
    where.spelling_column = column;
    if (spelling_file != file || spelling_offset != offset) {
        if (spelling_file) {
            bool moved = front_preamble_line(front, spelling_file, &spelling_line);
            where.spelling_file = moved ? 0 : front_file(front, spelling_file);
            where.spelling_line = spelling_line;
            where.spelling_column = spelling_column;
        }
        const char *name = front_identifier(front->arena, front_text(front, location, false));
        where.macro = *name ? name : NULL;
    }
    VEC_PUSH(front->arena, &front->unit->wheres, where);
    return (where_id){front->unit->wheres.n - 1};
}

struct spot front_spot(struct front *front, CXSourceLocation location)
{
    CXFile file = NULL;
    unsigned offset = 0;
    clang_getExpansionLocation(location, &file, NULL, NULL, &offset);
    return file ? (struct spot){front_file(front, file), offset} : (struct spot){UINT32_MAX, 0};
}

static int compare_spots(const void *a, const void *b)
{
    const struct spot *x = a;
    const struct spot *y = b;
    if (x->file != y->file) {
        return x->file < y->file ? -1 : 1;
    }
    return (x->offset > y->offset) - (x->offset < y->offset);
}

bool front_has_error(struct front *front, CXSourceRange range)
{
    if (front->error_spots.n == 0) {
        return false;
    }
    struct spot begin = front_spot(front, clang_getRangeStart(range));
    struct spot end = front_spot(front, clang_getRangeEnd(range));
    uint32_t low = 0;
    uint32_t high = front->error_spots.n;
    while (low < high) {
        uint32_t middle = low + (high - low) / 2;
        if (compare_spots(&front->error_spots.at[middle], &begin) < 0) {
            low = middle + 1;
        } else {
            high = middle;
        }
    }
    return low < front->error_spots.n && compare_spots(&front->error_spots.at[low], &end) <= 0;
}

void front_read_errors(struct front *front)
{
    unsigned n = clang_getNumDiagnostics(front->tu);
    for (unsigned i = 0; i < n; i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(front->tu, i);
        enum CXDiagnosticSeverity severity = clang_getDiagnosticSeverity(diagnostic);
        if (severity >= CXDiagnostic_Error) {
            CXSourceLocation location = clang_getDiagnosticLocation(diagnostic);
            const char *message =
                front_string(front->arena, clang_getDiagnosticSpelling(diagnostic));
            bool fatal = severity == CXDiagnostic_Fatal || strstr(message, "file not found");
            front_add_error(front, front_where(front, location), fatal, message);
            VEC_PUSH(front->scratch, &front->error_spots, front_spot(front, location));
        }
        clang_disposeDiagnostic(diagnostic);
    }
    if (front->error_spots.n > 0) {
        qsort(front->error_spots.at, front->error_spots.n, sizeof *front->error_spots.at,
              compare_spots);
    }
}
