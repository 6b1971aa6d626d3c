/*
 * root.c - chooses the source root.
 *
 * What the user said; for files on the command line the current folder if all lie below it, else
 * their common folder; for a database the repository (.git) that holds the common folder of the
 * sources, else that folder.  Where generated sources in a build folder elsewhere leave nothing in
 * common, the sources outside the database's folder decide.
 */
#include "project/root.h"

#include <string.h>

#include "base/os.h"
#include "base/path.h"

static bool is_top(struct arena *arena, const char *folder)
{
    return strcmp(path_dirname(arena, folder), folder) == 0;
}

static bool is_below(const char *path, const char *folder)
{
    return path_relative(path, folder) != path;
}

/* The common folder of the jobs' files, without those below `except` (NULL: of all). */
static const char *common_folder(struct loader *loader, const char *except)
{
    const struct project *project = loader->project;
    VEC(const char *) files = {0};
    for (uint32_t i = 0; i < project->jobs.n; i++) {
        if (except == NULL || !is_below(project->jobs.at[i].file, except)) {
            VEC_PUSH(loader->scratch, &files, project->jobs.at[i].file);
        }
    }
    return files.n == 0 ? NULL : path_common_dir(loader->scratch, files.at, files.n);
}

/* The nearest folder from `folder` upwards that holds .git, or NULL. */
static const char *repository(struct arena *arena, const char *folder)
{
    for (;;) {
        const char *git = path_join(arena, folder, ".git");
        if (os_is_folder(git) || os_is_file(git)) {
            return folder;
        }
        const char *above = path_dirname(arena, folder);
        if (strcmp(above, folder) == 0) {
            return NULL;
        }
        folder = above;
    }
}

static const char *root_of_files(struct loader *loader)
{
    const char *current = os_current_folder(loader->scratch);
    for (uint32_t i = 0; i < loader->project->jobs.n; i++) {
        if (!is_below(loader->project->jobs.at[i].file, current)) {
            return common_folder(loader, NULL);
        }
    }
    return current;
}

static const char *root_of_database(struct loader *loader)
{
    struct arena *arena = loader->scratch;
    const char *common = common_folder(loader, NULL);
    if (is_top(arena, common)) {
        const char *rest = common_folder(loader, path_dirname(arena, loader->project->origin));
        common = rest == NULL ? common : rest;
    }
    const char *git = repository(arena, common);
    return git == NULL ? common : git;
}

const char *root_find(struct loader *loader)
{
    const char *wanted = loader->request->source_root;
    if (wanted == NULL) {
        return arena_strdup(loader->arena, loader->project->origin == NULL
                                               ? root_of_files(loader)
                                               : root_of_database(loader));
    }
    const char *root = path_join(loader->arena, os_current_folder(loader->scratch), wanted);
    if (!os_is_folder(root)) {
        diag_error(loader->diag, NULL, "--source-root %s: no such folder", wanted);
        return NULL;
    }
    return root;
}
