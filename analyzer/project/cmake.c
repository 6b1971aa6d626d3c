/*
 * cmake.c - joins the codemodel's targets with the jobs.
 *
 * A DLL's sources are its target's and those of the static and object libraries it depends on,
 * transitively; other DLLs and programs end the walk.  A source that several targets compile is
 * told apart by the object's folder CMakeFiles/<target>.dir; when no object is known all its jobs
 * count.  Objects of other targets among the sources ($<TARGET_OBJECTS:...>) are found by their own
 * path.  Of a multi-config build the first configuration is read.  Limit: a static library counts
 * also where a target only waits for it and does not link it.
 */
#include "project/cmake.h"

#include <string.h>

#include "base/json.h"
#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "project/link.h"
#include "project/modules.h"

/* What a target is to a DLL. */
enum target_kind {
    TARGET_DLL,
    TARGET_PART,  /* linked into what depends on it */
    TARGET_OTHER, /* program, utility */
};

/* One target of the codemodel. */
struct target {
    const char *name;
    enum target_kind kind;
    const struct json *json; /* its own document */
};

/* The reply being read. */
struct codemodel {
    struct loader *loader;
    const char *folder; /* of the reply */
    const char *source; /* top folders of the project, on this machine */
    const char *build;
    VEC(struct target) targets;
    struct strmap *ids; /* id -> index into targets */
    struct job_index index;
};

/* Reads one JSON file of the reply; its name must not lead out of the folder. */
static const struct json *read_part(struct loader *loader, const char *folder, const char *name)
{
    if (name == NULL || *name == '\0' || strcmp(path_basename(name), name) != 0) {
        return NULL;
    }
    const char *path = path_join(loader->scratch, folder, name);
    const char *error = NULL;
    size_t len = 0;
    const char *text = os_is_file(path) ? os_read_file(loader->scratch, path, &len, &error) : NULL;
    const struct json *json = text == NULL ? NULL : json_parse(loader->scratch, text, len, &error);
    if (json == NULL) {
        diag_warning(loader->diag, path, "%s; CMake's File API reply is not used",
                     error == NULL ? "no such file" : error);
    }
    return json;
}

/* Returns the name of the newest index, or NULL. */
static const char *newest_index(struct arena *arena, const char *folder)
{
    uint32_t n = 0;
    const char **names = os_list(arena, folder, &n);
    const char *newest = NULL;
    for (uint32_t i = 0; i < n; i++) {
        if (text_starts(names[i], "index-") && text_ends(names[i], ".json")) {
            newest = names[i];
        }
    }
    return newest;
}

/* Returns the codemodel's file of an index, or NULL. */
static const char *codemodel_file(const struct json *index)
{
    const struct json *objects = json_get(index, "objects");
    if (objects == NULL) {
        return NULL;
    }
    for (const struct json *object = objects->first; object != NULL; object = object->next) {
        const struct json *major = json_get(json_get(object, "version"), "major");
        if (strcmp(json_get_string(object, "kind", ""), "codemodel") == 0 && major != NULL &&
            major->kind == JSON_NUMBER && major->number > 1.5 && major->number < 2.5) {
            return json_get_string(object, "jsonFile", NULL);
        }
    }
    return NULL;
}

static enum target_kind kind_of(const char *type)
{
    if (strcmp(type, "SHARED_LIBRARY") == 0 || strcmp(type, "MODULE_LIBRARY") == 0) {
        return TARGET_DLL;
    }
    bool is_part = strcmp(type, "STATIC_LIBRARY") == 0 || strcmp(type, "OBJECT_LIBRARY") == 0 ||
                   strcmp(type, "INTERFACE_LIBRARY") == 0;
    return is_part ? TARGET_PART : TARGET_OTHER;
}

static bool read_targets(struct codemodel *model, const struct json *configuration)
{
    struct arena *arena = model->loader->scratch;
    const struct json *targets = json_get(configuration, "targets");
    if (targets == NULL) {
        return false;
    }
    for (const struct json *item = targets->first; item != NULL; item = item->next) {
        const struct json *json =
            read_part(model->loader, model->folder, json_get_string(item, "jsonFile", NULL));
        const char *id = json_get_string(json, "id", NULL);
        const char *name = json_get_string(json, "name", NULL);
        if (id == NULL || name == NULL) {
            return false;
        }
        strmap_put(model->ids, id, model->targets.n);
        enum target_kind kind = kind_of(json_get_string(json, "type", ""));
        VEC_PUSH(arena, &model->targets, ((struct target){name, kind, json}));
    }
    return true;
}

static const char *mapped(struct loader *loader, const char *base, const char *path)
{
    return path_map_apply(loader->scratch, &loader->maps, path_join(loader->scratch, base, path));
}

/* True if the source is compiled as C or C++; CMake's own unit for a precompiled header is not. */
static bool is_compiled(const struct target *target, const struct json *source, const char *path)
{
    const struct json *number = json_get(source, "compileGroupIndex");
    const struct json *groups = json_get(target->json, "compileGroups");
    const struct json *group = groups == NULL ? NULL : groups->first;
    while (group != NULL && number->kind == JSON_NUMBER && group->index != number->number) {
        group = group->next;
    }
    const char *language = json_get_string(group, "language", "C");
    return (strcmp(language, "C") == 0 || strcmp(language, "CXX") == 0) &&
           !text_starts(path_basename(path), "cmake_pch.");
}

/* Adds the jobs of one source of a target; returns false if the database has none. */
static bool add_source(struct codemodel *model, const struct target *target,
                       const struct json *source, struct module_draft *draft)
{
    struct loader *loader = model->loader;
    const char *path = mapped(loader, model->source, json_get_string(source, "path", ""));
    if (json_get(source, "compileGroupIndex") == NULL) {
        uint32_t job = 0;
        if (strmap_get(model->index.by_object, path, &job)) {
            module_draft_add(loader, draft, job);
        }
        return true;
    }
    if (!is_compiled(target, source, path)) {
        return true;
    }
    const char *build = json_get_string(json_get(target->json, "paths"), "build", ".");
    const char *objects =
        path_join(loader->scratch, mapped(loader, model->build, build),
                  arena_printf(loader->scratch, "CMakeFiles/%s.dir", target->name));
    return module_draft_add_file(loader, draft, &model->index, path, objects);
}

/* Adds the sources of one target and returns how many have no job. */
static uint32_t add_target(struct codemodel *model, const struct target *target,
                           struct module_draft *draft)
{
    uint32_t n_lost = 0;
    const struct json *sources = json_get(target->json, "sources");
    const struct json *source = sources == NULL ? NULL : sources->first;
    for (; source != NULL; source = source->next) {
        n_lost += add_source(model, target, source, draft) ? 0 : 1;
    }
    return n_lost;
}

/* Appends the parts that a target depends on and that were not seen. */
static void add_parts(struct codemodel *model, const struct target *target, bool *seen,
                      struct arguments *ids)
{
    const struct json *dependencies = json_get(target->json, "dependencies");
    const struct json *item = dependencies == NULL ? NULL : dependencies->first;
    for (; item != NULL; item = item->next) {
        const char *id = json_get_string(item, "id", "");
        uint32_t index = 0;
        if (strmap_get(model->ids, id, &index) && !seen[index] &&
            model->targets.at[index].kind == TARGET_PART) {
            seen[index] = true;
            VEC_PUSH(model->loader->scratch, ids, id);
        }
    }
}

static struct link_options read_link(struct codemodel *model, const struct target *target,
                                     bool is_i686)
{
    struct arena *arena = model->loader->scratch;
    struct link_options options = {0};
    const struct json *fragments = json_get(json_get(target->json, "link"), "commandFragments");
    const struct json *item = fragments == NULL ? NULL : fragments->first;
    bool is_windows = command_line_is_windows_path(model->build);
    struct arguments words = {0};
    for (; item != NULL; item = item->next) {
        (void)command_line_split(arena, &words, json_get_string(item, "fragment", ""),
                                 is_windows ? QUOTING_WINDOWS : QUOTING_POSIX, false);
    }
    link_read(arena, &options, &words, is_i686);
    return options;
}

/* Adds the module of one DLL, unless none of its sources is a job. */
static void add_dll(struct codemodel *model, uint32_t index)
{
    struct loader *loader = model->loader;
    bool *seen = ARENA_NEW_N(loader->scratch, bool, model->targets.n);
    const struct target *dll = &model->targets.at[index];
    struct module_draft draft = {.name = dll->name, .kind = MODULE_DLL};
    struct arguments ids = {0};
    uint32_t n_lost = add_target(model, dll, &draft);
    add_parts(model, dll, seen, &ids);
    for (uint32_t i = 0; i < ids.n; i++) {
        uint32_t part = 0;
        (void)strmap_get(model->ids, ids.at[i], &part);
        n_lost += add_target(model, &model->targets.at[part], &draft);
        add_parts(model, &model->targets.at[part], seen, &ids);
    }
    if (n_lost > 0) {
        diag_warning(loader->diag, loader->project->origin,
                     "%u of the sources that CMake links into \"%s\" have no command here", n_lost,
                     dll->name);
    }
    if (draft.jobs.n == 0) {
        return;
    }
    const char *triple = loader->project->jobs.at[draft.jobs.at[0]].target;
    struct link_options options = read_link(model, dll, text_starts(triple, "i686"));
    draft.entry = options.entry;
    draft.delayed = options.delayed;
    module_draft_finish(loader, &draft);
}

static bool read_codemodel(struct codemodel *model)
{
    struct loader *loader = model->loader;
    const char *name = newest_index(loader->scratch, model->folder);
    const struct json *index = name == NULL ? NULL : read_part(loader, model->folder, name);
    const char *file = index == NULL ? NULL : codemodel_file(index);
    const struct json *json = file == NULL ? NULL : read_part(loader, model->folder, file);
    if (json == NULL) {
        return false;
    }
    const struct json *paths = json_get(json, "paths");
    const char *base = path_dirname(loader->scratch, loader->project->origin);
    model->source = mapped(loader, base, json_get_string(paths, "source", "."));
    model->build = mapped(loader, base, json_get_string(paths, "build", "."));
    const struct json *configurations = json_get(json, "configurations");
    return configurations != NULL && configurations->first != NULL &&
           read_targets(model, configurations->first);
}

bool cmake_modules(struct loader *loader, const char *folder)
{
    struct codemodel model = {
        .loader = loader,
        .folder = path_join(loader->scratch, folder, ".cmake/api/v1/reply"),
        .ids = strmap_create(loader->scratch),
    };
    if (!os_is_folder(model.folder) || !read_codemodel(&model)) {
        return false;
    }
    model.index = job_index_make(loader);
    uint32_t n_before = loader->project->modules.n;
    for (uint32_t i = 0; i < model.targets.n; i++) {
        if (model.targets.at[i].kind == TARGET_DLL) {
            add_dll(&model, i);
        }
    }
    return loader->project->modules.n > n_before;
}
