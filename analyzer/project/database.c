/*
 * database.c - reads a compilation database entry by entry.
 *
 * Folders of another machine are learned from all entries first, so that an entry whose own folder
 * tells nothing is found by what others told.  What MSBuild prints is read as if it were such a
 * database.
 */
#include "project/database.h"

#include <string.h>

#include "base/json.h"
#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "project/entry.h"
#include "project/jobs.h"
#include "project/limits.h"
#include "project/msbuild.h"

/* Counts of one database. */
struct tally {
    uint32_t n_added;
    uint32_t n_skipped;
    uint32_t n_unmapped;
    const char *unmapped; /* the first folder that is not on this machine */
    const char *unmapped_place;
};

static const char *place_of(struct loader *loader, const char *path, const struct json *value)
{
    const char *pointer = json_pointer(loader->scratch, value);
    return *pointer == '\0' ? path : arena_printf(loader->scratch, "%s#%s", path, pointer);
}

static bool wrong_kind(struct loader *loader, const char *path, const struct json *value,
                       const char *expected)
{
    loader_warning(loader, place_of(loader, path, value),
                   "expected %s, found %s; the entry is left out", expected,
                   json_kind_name(value->kind));
    return false;
}

/* Reads a member that must be a string; one that is missing leaves `*out` as it is. */
static bool read_string(struct loader *loader, const char *path, const struct json *entry,
                        const char *key, const char **out)
{
    const struct json *value = json_get(entry, key);
    if (value == NULL) {
        return true;
    }
    if (value->kind != JSON_STRING) {
        return wrong_kind(loader, path, value, "a string");
    }
    *out = value->string;
    return true;
}

static bool check_arguments(struct loader *loader, const char *path, const struct json *arguments)
{
    if (arguments->kind != JSON_ARRAY) {
        return wrong_kind(loader, path, arguments, "an array");
    }
    for (const struct json *word = arguments->first; word != NULL; word = word->next) {
        if (word->kind != JSON_STRING) {
            return wrong_kind(loader, path, word, "a string");
        }
    }
    return true;
}

/* Reads one entry; returns false after a warning if it is wrong. */
static bool read_entry(struct loader *loader, const char *path, const struct json *value,
                       struct entry *entry)
{
    *entry = (struct entry){.place = place_of(loader, path, value), .directory = "."};
    if (value->kind != JSON_OBJECT) {
        return wrong_kind(loader, path, value, "an object");
    }
    if (!read_string(loader, path, value, "file", &entry->file) ||
        !read_string(loader, path, value, "directory", &entry->directory) ||
        !read_string(loader, path, value, "command", &entry->command) ||
        !read_string(loader, path, value, "output", &entry->output)) {
        return false;
    }
    entry->arguments = json_get(value, "arguments");
    if (entry->arguments != NULL && !check_arguments(loader, path, entry->arguments)) {
        return false;
    }
    const char *missing = entry->file == NULL || *entry->file == '\0' ? "\"file\"" : NULL;
    if (missing == NULL && entry->command == NULL && entry->arguments == NULL) {
        missing = "\"command\" or \"arguments\"";
    }
    if (missing != NULL) {
        loader_warning(loader, entry->place, "%s is missing; the entry is left out", missing);
    }
    return missing == NULL;
}

/* The entry's folder as far as text tells. */
static const char *written_folder(struct loader *loader, const char *path,
                                  const struct entry *entry)
{
    const char *base = path_dirname(loader->scratch, path);
    return path_join(loader->scratch, base, entry->directory);
}

static bool is_foreign(const char *folder)
{
    return command_line_is_windows_path(folder) && !os_is_folder(folder);
}

/* Learns where the entry's folder lies on this machine. */
static void learn(struct loader *loader, const char *path, const struct entry *entry,
                  struct strmap *tried)
{
    const char *folder = written_folder(loader, path, entry);
    if (strmap_get(tried, folder, NULL) || !is_foreign(folder) ||
        path_map_covers(&loader->maps, folder)) {
        return;
    }
    strmap_put(tried, folder, 1);
    (void)path_map_learn(loader->scratch, &loader->maps, folder, entry->file,
                         path_dirname(loader->scratch, path));
}

static void split_entry(struct loader *loader, struct arena *scratch, const struct entry *entry,
                        struct command *command)
{
    if (entry->arguments == NULL) {
        loader->n_bytes += strlen(entry->command);
        command->quoting = command_line_quoting(entry->command, entry->directory);
        if (!command_line_split(scratch, &command->words, entry->command, command->quoting, true)) {
            loader_warning(loader, entry->place, "the command is cut off after %d words",
                           (int)LIMIT_COMMAND_WORDS);
        }
        return;
    }
    const struct json *word = entry->arguments->first;
    command->quoting = command_line_quoting(word == NULL ? "" : word->string, entry->directory);
    for (; word != NULL; word = word->next) {
        VEC_PUSH(scratch, &command->words, word->string);
    }
}

static void add_entry(struct loader *loader, const char *path, const struct entry *entry,
                      struct tally *tally)
{
    const char *folder = written_folder(loader, path, entry);
    if (is_foreign(folder) && !path_map_covers(&loader->maps, folder)) {
        if (tally->n_unmapped++ == 0) {
            tally->unmapped = folder;
            tally->unmapped_place = entry->place;
        }
        return;
    }
    struct arena *scratch = arena_create();
    struct command command = {
        .file = entry->file,
        .folder = path_map_apply(scratch, &loader->maps, folder),
        .output = entry->output,
        .place = entry->place,
        .has_compiler = true,
    };
    split_entry(loader, scratch, entry, &command);
    switch (jobs_add(loader, scratch, &command)) {
    case JOB_ADDED:
        tally->n_added++;
        break;
    case JOB_SKIPPED:
        tally->n_skipped++;
        break;
    case JOB_MISSING:
        break;
    }
    arena_destroy(scratch);
    loader->over_limit = loader->over_limit || loader->n_bytes > LIMIT_PROJECT_BYTES;
}

/* Says what is wrong with a database as a whole; returns true if nothing is. */
static bool check_result(struct loader *loader, const char *path, const struct tally *tally)
{
    struct diag *diag = loader->diag;
    if (loader->over_limit) {
        diag_error(diag, path, "the commands are too large: more than %d MiB of text or %d words",
                   (int)(LIMIT_PROJECT_BYTES >> 20), (int)LIMIT_PROJECT_WORDS);
        return false;
    }
    if (tally->n_unmapped > 0) {
        const char *advice = "the database was made on another machine; put it in the folder that "
                             "corresponds to its directory, or make it here";
        if (tally->n_added == 0) {
            diag_error(diag, tally->unmapped_place,
                       "folder \"%s\" does not exist here and nothing like it lies below or beside "
                       "the database: %s",
                       tally->unmapped, advice);
            return false;
        }
        diag_warning(diag, tally->unmapped_place,
                     "folder \"%s\" does not exist here; %u entries are left out: %s",
                     tally->unmapped, tally->n_unmapped, advice);
        loader->project->n_bad += tally->n_unmapped;
    }
    if (tally->n_added == 0) {
        diag_error(diag, path,
                   "nothing to analyse: of its entries %u have no source on this machine, %u are "
                   "wrong, and %u are neither C nor C++ sources",
                   loader->project->n_missing, loader->project->n_bad, tally->n_skipped);
        return false;
    }
    return true;
}

static const struct json *read_database(struct loader *loader, const char *path)
{
    size_t len = 0;
    const char *error = NULL;
    const char *text = os_read_file(loader->scratch, path, &len, &error);
    if (text == NULL) {
        diag_error(loader->diag, path, "cannot be read: %s", error);
        return NULL;
    }
    size_t utf8_len = len;
    const char *utf8 = text_from_utf16(loader->scratch, text, len, &utf8_len);
    const struct json *top =
        json_parse(loader->scratch, utf8 == NULL ? text : utf8, utf8_len, &error);
    if (top == NULL) {
        diag_error(loader->diag, path, "not a compilation database: %s", error);
        return NULL;
    }
    if (top->kind != JSON_ARRAY && !msbuild_is_output(top)) {
        diag_error(loader->diag, path, "not a compilation database: expected an array, found %s",
                   json_kind_name(top->kind));
        return NULL;
    }
    if (top->first == NULL) {
        diag_error(loader->diag, path,
                   "the database is empty; build the project in the way that makes it once more");
        return NULL;
    }
    return top;
}

/* Reads the entries of a compilation database; those that are wrong are left out. */
static void read_entries(struct loader *loader, const char *path, const struct json *top,
                         struct entries *entries)
{
    for (const struct json *value = top->first; value != NULL; value = value->next) {
        struct entry entry;
        if (read_entry(loader, path, value, &entry)) {
            VEC_PUSH(loader->scratch, &entries->list, entry);
        } else {
            loader->project->n_bad++;
        }
    }
}

bool database_load(struct loader *loader, const char *path)
{
    const struct json *top = read_database(loader, path);
    if (top == NULL) {
        return false;
    }
    struct entries entries = {0};
    if (top->kind == JSON_ARRAY) {
        read_entries(loader, path, top, &entries);
    } else if (!msbuild_entries(loader, path, top, &entries)) {
        return false;
    }
    struct strmap *tried = strmap_create(loader->scratch);
    for (uint32_t i = 0; i < entries.list.n; i++) {
        learn(loader, path, &entries.list.at[i], tried);
    }
    struct tally tally = {0};
    for (uint32_t i = 0; i < entries.list.n && !loader->over_limit; i++) {
        add_entry(loader, path, &entries.list.at[i], &tally);
    }
    loader_end_warnings(loader, path);
    return check_result(loader, path, &tally);
}
