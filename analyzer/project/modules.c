/*
 * modules.c - groups jobs to modules by the best evidence there is.
 *
 * In this order: what the user declared (--module NAME=GLOB) goes before all and takes these jobs
 * out of a module of unknown extent; MSBuild's output of one DLL; CMake's File API reply; the
 * folders that CMake and Meson give each target's objects; one module of unknown extent.  Object
 * folders of other build systems are no evidence: many builds have one folder for each source
 * folder, not for each DLL.  A static library's object folder becomes a module of its own, because
 * objects do not tell who links them.
 */
#include "project/modules.h"

#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "project/cmake.h"
#include "project/module_specs.h"

struct job_index job_index_make(struct loader *loader)
{
    const struct project *project = loader->project;
    struct job_index index = {
        .by_file = strmap_create(loader->scratch),
        .by_object = strmap_create(loader->scratch),
        .first_object = ARENA_NEW_N(loader->scratch, uint32_t, (size_t)project->jobs.n + 1),
    };
    uint32_t object = 0;
    for (uint32_t i = 0; i < project->jobs.n; i++) {
        (void)strmap_intern(index.by_file, project->jobs.at[i].file, i);
        index.first_object[i] = object;
        for (; object < loader->objects.n && loader->objects.at[object].job == i; object++) {
            (void)strmap_intern(index.by_object, loader->objects.at[object].path, i);
        }
    }
    index.first_object[project->jobs.n] = object;
    return index;
}

void module_draft_add(struct loader *loader, struct module_draft *draft, uint32_t job)
{
    VEC_PUSH(loader->scratch, &draft->jobs, job);
}

static bool has_object_in(const struct loader *loader, const struct job_index *index, uint32_t job,
                          const char *folder)
{
    for (uint32_t i = index->first_object[job]; i < index->first_object[job + 1]; i++) {
        const char *path = loader->objects.at[i].path;
        if (path_relative(path, folder) != path) {
            return true;
        }
    }
    return false;
}

bool module_draft_add_file(struct loader *loader, struct module_draft *draft,
                           const struct job_index *index, const char *file, const char *objects)
{
    const struct project *project = loader->project;
    uint32_t first = 0;
    if (!strmap_get(index->by_file, file, &first)) {
        return false;
    }
    uint32_t end = first;
    bool is_told_apart = false;
    for (; end < project->jobs.n && strcmp(project->jobs.at[end].file, file) == 0; end++) {
        if (has_object_in(loader, index, end, objects)) {
            module_draft_add(loader, draft, end);
            is_told_apart = true;
        }
    }
    for (uint32_t i = first; !is_told_apart && i < end; i++) {
        module_draft_add(loader, draft, i);
    }
    return true;
}

static int compare_numbers(const void *left, const void *right)
{
    const uint32_t *a = left;
    const uint32_t *b = right;
    return (*a > *b) - (*a < *b);
}

void module_draft_finish(struct loader *loader, struct module_draft *draft)
{
    struct module module = {.name = loader_intern(loader, draft->name), .kind = draft->kind};
    const char *entry = loader->request->entry != NULL ? loader->request->entry : draft->entry;
    module.entry = entry == NULL ? NULL : loader_intern(loader, entry);
    if (draft->jobs.n > 0) {
        qsort(draft->jobs.at, draft->jobs.n, sizeof draft->jobs.at[0], compare_numbers);
    }
    for (uint32_t i = 0; i < draft->jobs.n; i++) {
        if (i == 0 || draft->jobs.at[i] != draft->jobs.at[i - 1]) {
            VEC_PUSH(loader->arena, &module.jobs, draft->jobs.at[i]);
        }
    }
    for (uint32_t i = 0; i < draft->delayed.n; i++) {
        VEC_PUSH(loader->arena, &module.delayed, loader_intern(loader, draft->delayed.at[i]));
    }
    VEC_PUSH(loader->arena, &loader->project->modules, module);
}

/* ---- object folders ---- */

/* A target's object folder. */
struct object_folder {
    const char *path; /* absolute */
    const char *name; /* of the target */
};

/* "libz.dll.p" -> "libz"; names of programs and static libraries keep their extension. */
static char *meson_name(struct arena *arena, const char *name, size_t len)
{
    char *stem = arena_strndup(arena, name, len - 2);
    size_t stem_len = strlen(stem);
    if (stem_len > 4 && text_same_nocase(stem + stem_len - 4, ".dll")) {
        stem[stem_len - 4] = '\0';
    }
    return stem;
}

/* Finds the target's folder in the path of an object; the innermost one counts. */
static bool find_object_folder(struct arena *arena, const char *path, struct object_folder *found)
{
    bool is_found = false;
    bool behind_cmake = false;
    for (const char *p = path; *p != '\0';) {
        size_t len = strcspn(p, "/");
        const char *end = p + len;
        bool is_last = *end == '\0';
        if (!is_last && behind_cmake && len > 4 && strncmp(end - 4, ".dir", 4) == 0) {
            *found = (struct object_folder){arena_strndup(arena, path, (size_t)(end - path)),
                                            arena_strndup(arena, p, len - 4)};
            return true;
        }
        if (!is_last && len > 2 && strncmp(end - 2, ".p", 2) == 0) {
            *found = (struct object_folder){arena_strndup(arena, path, (size_t)(end - path)),
                                            meson_name(arena, p, len)};
            is_found = true;
        }
        behind_cmake = len == 10 && strncmp(p, "CMakeFiles", 10) == 0;
        p = is_last ? end : end + 1;
    }
    return is_found;
}

/* Folders with the name of another get what is in front of it, as far as it is below the build. */
static void make_names_unique(struct loader *loader, struct object_folder *folders,
                              uint32_t n_folders)
{
    struct strmap *counts = strmap_create(loader->scratch);
    for (uint32_t i = 0; i < n_folders; i++) {
        uint32_t count = 0;
        (void)strmap_get(counts, folders[i].name, &count);
        strmap_put(counts, folders[i].name, count + 1);
    }
    const char *origin = loader->project->origin;
    const char *base = origin == NULL ? "/" : path_dirname(loader->scratch, origin);
    for (uint32_t i = 0; i < n_folders; i++) {
        uint32_t count = 0;
        (void)strmap_get(counts, folders[i].name, &count);
        const char *parent = path_dirname(loader->scratch, path_relative(folders[i].path, base));
        if (count > 1 && text_ends(parent, "/CMakeFiles")) {
            parent = path_dirname(loader->scratch, parent);
        }
        if (count > 1 && strcmp(parent, ".") != 0 && strcmp(parent, "CMakeFiles") != 0) {
            folders[i].name = arena_printf(loader->scratch, "%s/%s", parent, folders[i].name);
        }
    }
}

/* Makes a module of each target's object folder; returns false if there is none. */
static bool by_object_folders(struct loader *loader)
{
    struct strmap *ids = strmap_create(loader->scratch);
    VEC(struct object_folder) folders = {0};
    uint32_t *folder_of = ARENA_NEW_N(loader->scratch, uint32_t, loader->objects.n);
    for (uint32_t i = 0; i < loader->objects.n; i++) {
        struct object_folder folder;
        folder_of[i] = UINT32_MAX;
        if (find_object_folder(loader->scratch, loader->objects.at[i].path, &folder)) {
            folder_of[i] = strmap_intern(ids, folder.path, folders.n);
            if (folder_of[i] == folders.n) {
                VEC_PUSH(loader->scratch, &folders, folder);
            }
        }
    }
    make_names_unique(loader, folders.at, folders.n);
    struct module_draft *drafts = ARENA_NEW_N(loader->scratch, struct module_draft, folders.n);
    for (uint32_t i = 0; i < loader->objects.n; i++) {
        if (folder_of[i] != UINT32_MAX) {
            module_draft_add(loader, &drafts[folder_of[i]], loader->objects.at[i].job);
        }
    }
    for (uint32_t i = 0; i < folders.n; i++) {
        drafts[i].name = folders.at[i].name;
        drafts[i].kind = MODULE_DLL;
        module_draft_finish(loader, &drafts[i]);
    }
    return folders.n > 0;
}

/* ---- the rest ---- */

/* Name of the module that nothing says anything about. */
static const char *name_of_rest(struct loader *loader)
{
    const struct project *project = loader->project;
    bool one_file = true;
    for (uint32_t i = 1; i < project->jobs.n; i++) {
        one_file = one_file && strcmp(project->jobs.at[i].file, project->jobs.at[0].file) == 0;
    }
    const char *name = one_file ? path_stem(loader->scratch, project->jobs.at[0].file)
                                : path_basename(project->root);
    return *name == '\0' ? "project" : name;
}

/* Puts the jobs that are not marked in one module: the DLL that the database is about, or one of
 * unknown extent. */
static void add_rest(struct loader *loader, const bool *taken)
{
    struct module_draft draft = {.name = loader->dll, .kind = MODULE_DLL};
    if (loader->dll == NULL) {
        draft.name = name_of_rest(loader);
        draft.kind = MODULE_UNKNOWN;
    }
    for (uint32_t i = 0; i < loader->project->jobs.n; i++) {
        if (!taken[i]) {
            module_draft_add(loader, &draft, i);
        }
    }
    if (draft.jobs.n > 0) {
        module_draft_finish(loader, &draft);
    }
}

static void mark_jobs(const struct project *project, uint32_t from, bool *taken)
{
    for (uint32_t i = from; i < project->modules.n; i++) {
        for (uint32_t k = 0; k < project->modules.at[i].jobs.n; k++) {
            taken[project->modules.at[i].jobs.at[k]] = true;
        }
    }
}

/* The reply lies beside the database, also where that is a link into the build folder. */
static bool by_cmake(struct loader *loader)
{
    const char *origin = loader->project->origin;
    if (origin == NULL) {
        return false;
    }
    const char *real = os_real_path(loader->scratch, origin);
    return cmake_modules(loader, path_dirname(loader->scratch, origin)) ||
           (real != NULL && strcmp(real, origin) != 0 &&
            cmake_modules(loader, path_dirname(loader->scratch, real)));
}

/* A declared module takes the place of one that was found under the same name. */
static void drop_replaced(struct project *project, uint32_t n_declared)
{
    uint32_t n = n_declared;
    for (uint32_t i = n_declared; i < project->modules.n; i++) {
        bool replaced = false;
        for (uint32_t k = 0; k < n_declared; k++) {
            replaced =
                replaced || strcmp(project->modules.at[k].name, project->modules.at[i].name) == 0;
        }
        if (!replaced) {
            project->modules.at[n++] = project->modules.at[i];
        }
    }
    project->modules.n = n;
}

static int compare_modules(const void *left, const void *right)
{
    const struct module *a = left;
    const struct module *b = right;
    int order = strcmp(a->name, b->name);
    if (order == 0) {
        order = (a->kind > b->kind) - (a->kind < b->kind);
    }
    uint32_t first_a = a->jobs.n > 0 ? a->jobs.at[0] : 0;
    uint32_t first_b = b->jobs.n > 0 ? b->jobs.at[0] : 0;
    return order != 0 ? order : (first_a > first_b) - (first_a < first_b);
}

bool modules_find(struct loader *loader)
{
    struct project *project = loader->project;
    bool *taken = ARENA_NEW_N(loader->scratch, bool, project->jobs.n);
    if (!module_specs_add(loader)) {
        return false;
    }
    uint32_t n_declared = project->modules.n;
    mark_jobs(project, 0, taken);
    if (loader->dll != NULL) {
        add_rest(loader, taken);
    } else if (!by_cmake(loader)) {
        (void)by_object_folders(loader);
        mark_jobs(project, n_declared, taken);
        add_rest(loader, taken);
    }
    drop_replaced(project, n_declared);
    if (project->modules.n > 0) {
        qsort(project->modules.at, project->modules.n, sizeof project->modules.at[0],
              compare_modules);
    }
    return true;
}
