/*
 * project.c - loads a project: jobs from a database or from the command line, then the source root,
 * then the modules.
 */
#include "project/project.h"

#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "project/database.h"
#include "project/jobs.h"
#include "project/limits.h"
#include "project/loader.h"
#include "project/modules.h"
#include "project/root.h"
#include "project/search.h"

/* Checks that a target is a plain word: it becomes a part of an argument of clang. */
static bool check_target(struct loader *loader)
{
    static const char letters[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz"
                                  "0123456789._-";
    const char *target = loader->request->target;
    if (target == NULL) {
        return true;
    }
    bool ok = *target != '\0' && *target != '-' && strspn(target, letters) == strlen(target);
    if (!ok) {
        diag_error(loader->diag, NULL,
                   "--target \"%s\": expected a triple such as x86_64-w64-windows-gnu or "
                   "i686-w64-windows-gnu",
                   target);
    }
    return ok;
}

/* Checks a FILE of the command line and returns its absolute path, or NULL after an error. */
static const char *check_file(struct loader *loader, const char *file)
{
    const char *path = path_join(loader->scratch, os_current_folder(loader->scratch), file);
    if (os_is_folder(path)) {
        diag_error(loader->diag, file,
                   "this is a folder; name source files, or give the folder of a "
                   "compile_commands.json with -p");
        return NULL;
    }
    if (!os_is_file(path)) {
        diag_error(loader->diag, file, "no such file");
        return NULL;
    }
    return path;
}

/* FILE... -- FLAGS. */
static bool load_files(struct loader *loader)
{
    const struct project_request *request = loader->request;
    if (request->n_files == 0) {
        diag_error(loader->diag, NULL,
                   "there are flags behind `--` but no file in front: dllmain-lint FILE -- FLAGS");
        return false;
    }
    bool ok = true;
    for (uint32_t i = 0; i < request->n_files; i++) {
        const char *path = check_file(loader, request->files[i]);
        struct command command = {
            .file = path,
            .folder = os_current_folder(loader->scratch),
            .quoting = QUOTING_POSIX,
        };
        for (uint32_t k = 0; k < request->n_flags; k++) {
            VEC_PUSH(loader->scratch, &command.words, request->flags[k]);
        }
        bool is_added = path != NULL && jobs_add(loader, loader->scratch, &command) == JOB_ADDED;
        if (path != NULL && !is_added) {
            diag_error(loader->diag, request->files[i], "the flags say that this is no C or C++");
        }
        ok = ok && is_added;
    }
    loader_end_warnings(loader, NULL);
    if (loader->over_limit) {
        diag_error(loader->diag, NULL, "the flags are too large: more than %d words for all files",
                   (int)LIMIT_PROJECT_WORDS);
    }
    return ok && !loader->over_limit;
}

/* Checks that the files named beside a database are in it. */
static bool check_named_files(struct loader *loader)
{
    bool ok = true;
    for (uint32_t i = 0; i < loader->request->n_files; i++) {
        const char *file = loader->request->files[i];
        const char *path = check_file(loader, file);
        bool found = path == NULL;
        for (uint32_t k = 0; k < loader->project->jobs.n && !found; k++) {
            found = strcmp(loader->project->jobs.at[k].file, path) == 0;
        }
        if (!found) {
            diag_error(loader->diag, file,
                       "this file is not in \"%s\"; give its flags: dllmain-lint %s -- FLAGS",
                       loader->project->origin, file);
        }
        ok = ok && found && path != NULL;
    }
    return ok;
}

static bool load_database(struct loader *loader)
{
    const char *path = search_database(loader->scratch, loader->request->build, loader->diag);
    if (path == NULL) {
        return false;
    }
    loader->project->origin = arena_strdup(loader->arena, path);
    return database_load(loader, loader->project->origin);
}

static bool load(struct loader *loader)
{
    if (!check_target(loader)) {
        return false;
    }
    bool from_files = loader->request->has_flags;
    if (!(from_files ? load_files(loader) : load_database(loader))) {
        return false;
    }
    jobs_sort(loader);
    if (!from_files && !check_named_files(loader)) {
        return false;
    }
    loader->project->root = root_find(loader);
    return loader->project->root != NULL && modules_find(loader);
}

struct project *project_load(struct arena *arena, const struct project_request *request,
                             struct diag *diag)
{
    struct arena *scratch = arena_create();
    struct loader loader = {
        .arena = arena,
        .scratch = scratch,
        .diag = diag,
        .request = request,
        .project = ARENA_NEW(arena, struct project),
        .jobs = strmap_create(scratch),
        .strings = strmap_create(scratch),
        .responses = strmap_create(scratch),
        .arches = strmap_create(scratch),
    };
    bool ok = load(&loader);
    arena_destroy(scratch);
    return ok ? loader.project : NULL;
}
