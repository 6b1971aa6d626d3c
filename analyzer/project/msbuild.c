/*
 * msbuild.c - reads the items of the target GetClCommandLines.
 *
 * An item stands for all sources that are compiled with the same switches: its identity is the
 * command line without the compiler and the sources, `ToolPath` is the compiler, `Files` are the
 * sources, and `WorkingDirectory` is where they are relative to.  Two sorts of items are no
 * commands: the switches of the configuration alone (`ConfigurationOptions`), and those of HLSL
 * sources, which nothing but their files' names tells apart.
 */
#include "project/msbuild.h"

#include <string.h>

#include "base/path.h"
#include "base/text.h"

static const char target_name[] = "GetClCommandLines";

bool msbuild_is_output(const struct json *top)
{
    return top->kind == JSON_OBJECT &&
           (json_get(top, "TargetResults") != NULL || json_get(top, "Properties") != NULL ||
            json_get(top, "Items") != NULL);
}

static const char *place_of(struct loader *loader, const char *path, const struct json *value)
{
    return arena_printf(loader->scratch, "%s#%s", path, json_pointer(loader->scratch, value));
}

/* Returns the items of the target; NULL after an error. */
static const struct json *find_items(struct loader *loader, const char *path,
                                     const struct json *top)
{
    static const char advice[] =
        "make it with `msbuild X.vcxproj -getTargetResult:GetClCommandLines"
        " -getProperty:ConfigurationType,TargetName`";
    const struct json *result = json_get(json_get(top, "TargetResults"), target_name);
    if (result == NULL || result->kind != JSON_OBJECT) {
        diag_error(loader->diag, path, "MSBuild's output has no result of the target %s: %s",
                   target_name, advice);
        return NULL;
    }
    const char *word = json_get_string(result, "Result", "");
    if (strcmp(word, "Success") != 0) {
        diag_error(loader->diag, place_of(loader, path, result),
                   "the target %s ended with \"%s\", expected \"Success\": build it where its "
                   "messages can be seen, then %s",
                   target_name, word, advice);
        return NULL;
    }
    const struct json *items = json_get(result, "Items");
    if (items == NULL || items->kind != JSON_ARRAY) {
        diag_error(loader->diag, place_of(loader, path, result),
                   "\"Items\" is missing or no array: %s", advice);
        return NULL;
    }
    return items;
}

/* Splits "a.cpp;b.cpp"; blanks around a name do not count. */
static struct arguments split_files(struct arena *arena, const char *files)
{
    struct arguments names = {0};
    while (*files != '\0') {
        size_t len = strcspn(files, ";");
        const char *begin = files + strspn(files, " \t");
        const char *end = files + len;
        while (end > begin && (end[-1] == ' ' || end[-1] == '\t')) {
            end--;
        }
        if (end > begin) {
            VEC_PUSH(arena, &names, arena_strndup(arena, begin, (size_t)(end - begin)));
        }
        files += files[len] == ';' ? len + 1 : len;
    }
    return names;
}

static bool is_shader(const char *file)
{
    const char *dot = strrchr(file, '.');
    return dot != NULL && (text_same_nocase(dot, ".hlsl") || text_same_nocase(dot, ".hlsli") ||
                           text_same_nocase(dot, ".fx"));
}

static bool are_shaders(const struct arguments *files)
{
    bool all = files->n > 0;
    for (uint32_t i = 0; i < files->n; i++) {
        all = all && is_shader(files->at[i]);
    }
    return all;
}

/* Appends the entries of one item; returns false after a warning if it is wrong. */
static bool add_item(struct loader *loader, const char *path, const struct json *item,
                     struct entries *entries)
{
    const char *place = place_of(loader, path, item);
    const char *switches = json_get_string(item, "Identity", NULL);
    const char *folder = json_get_string(item, "WorkingDirectory", NULL);
    const char *files = json_get_string(item, "Files", NULL);
    if (switches == NULL || folder == NULL || files == NULL) {
        loader_warning(loader, place, "\"%s\" is missing or no string; the item is left out",
                       switches == NULL ? "Identity"
                       : folder == NULL ? "WorkingDirectory"
                                        : "Files");
        return false;
    }
    struct arguments names = split_files(loader->scratch, files);
    bool defaults = text_same_nocase(json_get_string(item, "ConfigurationOptions", ""), "true");
    if (defaults || are_shaders(&names)) {
        return true;
    }
    const char *command = arena_printf(loader->scratch, "\"%s\" %s",
                                       json_get_string(item, "ToolPath", "cl.exe"), switches);
    for (uint32_t i = 0; i < names.n; i++) {
        struct entry entry = {
            .place = place, .file = names.at[i], .directory = folder, .command = command};
        VEC_PUSH(loader->scratch, &entries->list, entry);
    }
    return true;
}

bool msbuild_entries(struct loader *loader, const char *path, const struct json *top,
                     struct entries *entries)
{
    const struct json *items = find_items(loader, path, top);
    if (items == NULL) {
        return false;
    }
    for (const struct json *item = items->first; item != NULL; item = item->next) {
        loader->project->n_bad += add_item(loader, path, item, entries) ? 0 : 1;
    }
    const struct json *properties = json_get(top, "Properties");
    const char *type = json_get_string(properties, "ConfigurationType", "");
    if (strcmp(type, "DynamicLibrary") == 0) {
        loader->dll = json_get_string(properties, "TargetName", path_stem(loader->scratch, path));
    }
    return true;
}
