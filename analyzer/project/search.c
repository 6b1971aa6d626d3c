/*
 * search.c - looks for compile_commands.json.
 *
 * Of several configurations in out/build/ (Visual Studio's folder for CMake) the first by name is
 * taken, and a note says so.
 */
#include "project/search.h"

#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "project/limits.h"

#define DATABASE "compile_commands.json"

static const char how_to[] =
    "make one with `cmake -DCMAKE_EXPORT_COMPILE_COMMANDS=ON`, with `bear -- make`, or name files "
    "and flags: `dllmain-lint FILE -- FLAGS`";

static const char *in_folder(struct arena *arena, const char *folder)
{
    const char *path = path_join(arena, folder, DATABASE);
    return os_is_file(path) ? path : NULL;
}

/* Looks in the folders of out/build/. */
static const char *in_configurations(struct arena *arena, const char *folder, struct diag *diag)
{
    const char *parent = path_join(arena, folder, "out/build");
    uint32_t n = 0;
    const char **names = os_list(arena, parent, &n);
    const char *found = NULL;
    for (uint32_t i = 0; i < n; i++) {
        const char *path = in_folder(arena, path_join(arena, parent, names[i]));
        if (path != NULL && found != NULL) {
            diag_note(diag, found, "the first of several configurations; choose with -p");
            break;
        }
        found = path != NULL ? path : found;
    }
    return found;
}

static const char *search_upwards(struct arena *arena, struct diag *diag)
{
    const char *start = os_current_folder(arena);
    const char *folder = start;
    for (int i = 0; i < LIMIT_UP; i++) {
        const char *path = in_folder(arena, folder);
        if (path == NULL) {
            path = in_folder(arena, path_join(arena, folder, "build"));
        }
        if (path == NULL) {
            path = in_configurations(arena, folder, diag);
        }
        const char *above = path_dirname(arena, folder);
        if (path != NULL) {
            return path;
        }
        if (strcmp(above, folder) == 0) {
            break;
        }
        folder = above;
    }
    diag_error(diag, NULL,
               "no " DATABASE " found in \"%s\" and the folders above it, nor in their build/ and "
               "out/build/*/; %s",
               start, how_to);
    return NULL;
}

const char *search_database(struct arena *arena, const char *build, struct diag *diag)
{
    if (build == NULL) {
        return search_upwards(arena, diag);
    }
    const char *path = path_join(arena, os_current_folder(arena), build);
    if (os_is_file(path)) {
        return path;
    }
    if (!os_is_folder(path)) {
        diag_error(diag, build,
                   "no such file or folder; -p takes a " DATABASE " or the folder that has it");
        return NULL;
    }
    const char *found = in_folder(arena, path);
    if (found == NULL) {
        diag_error(diag, build, "no " DATABASE " in this folder; %s", how_to);
    }
    return found;
}
