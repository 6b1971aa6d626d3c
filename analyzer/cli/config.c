/*
 * config.c - reads the configuration.
 *
 * Takes the options of the command line, finds `.dllmain-lint.json`, and fills in what the command
 * line left open: a single value or a list that it gives is not looked for in the file.  Entries,
 * rules, roots, wrappers and levels are handed to packs/ as they stand.  The file is hostile input:
 * every fault is a message with file and JSON pointer, and ends the run.
 */
#include "cli/config.h"

#include <string.h>

#include "base/json.h"
#include "base/os.h"
#include "base/path.h"
#include "packs/reader.h"

enum {
    C_SCHEMA,
    C_RULES,
    C_LEVELS,
    C_PACKS,
    C_EFFECTS,
    C_WRAPPERS,
    C_ROOTS,
    C_POLICY,
    C_OPTIONS,
    CONFIG_FIELDS
};

static const struct field config_fields[CONFIG_FIELDS + 1] = {
    [C_SCHEMA] = {"$schema", IS_STRING, 1, 0},  [C_RULES] = {"rules", IS_ARRAY, 1, 0},
    [C_LEVELS] = {"levels", IS_ARRAY, 1, 0},    [C_PACKS] = {"packs", IS_ARRAY, 1, 0},
    [C_EFFECTS] = {"effects", IS_ARRAY, 1, 0},  [C_WRAPPERS] = {"wrappers", IS_ARRAY, 1, 0},
    [C_ROOTS] = {"roots", IS_ARRAY, 1, 0},      [C_POLICY] = {"policy", IS_ARRAY, 1, 0},
    [C_OPTIONS] = {"options", IS_OBJECT, 1, 0},
};

enum { O_FAIL_ON, O_MODULES, O_TARGETS, O_MSVC, O_ENTRY, O_DELAY_LOAD, OPTION_FIELDS };

static const struct field option_fields[OPTION_FIELDS + 1] = {
    [O_FAIL_ON] = {"fail-on", IS_STRING, 1, 0}, [O_MODULES] = {"modules", IS_ARRAY, 1, 0},
    [O_TARGETS] = {"targets", IS_ARRAY, 1, 0},  [O_MSVC] = {"msvc", IS_BOOL, 1, 0},
    [O_ENTRY] = {"entry", IS_STRING, 1, 0},     [O_DELAY_LOAD] = {"delay-load", IS_ARRAY, 1, 0},
};

/* In the order of enum fail_on, from FAIL_ON_NOTE on. */
static const char *const fail_on_words[] = {"note", "warning", "error", "never"};
static const struct words words_fail_on = {"a level, or never", fail_on_words, 4};

/* ---- finding it ---- */

/* Returns the path of the nearest configuration, from the folder upwards; NULL if there is none. */
static const char *search(struct arena *arena, const char *folder)
{
    for (;;) {
        const char *path = path_join(arena, folder, CONFIG_NAME);
        if (os_is_file(path)) {
            return path;
        }
        const char *above = path_dirname(arena, folder);
        if (strcmp(above, folder) == 0 || strcmp(above, ".") == 0) {
            return NULL;
        }
        folder = above;
    }
}

static const char *find(struct arena *arena, const struct options *options)
{
    const char *current = os_current_folder(arena);
    if (options->no_config) {
        return NULL;
    }
    if (options->config != NULL) {
        return path_join(arena, current, options->config);
    }
    return search(arena, options->source_root == NULL
                             ? current
                             : path_join(arena, current, options->source_root));
}

static const struct json *read_file(struct reader *reader)
{
    const char *error = NULL;
    size_t len = 0;
    const char *text = os_read_file(reader->arena, reader->file, &len, &error);
    if (text == NULL) {
        diag_error(reader->diag, reader->file, "cannot read this configuration: %s", error);
        return NULL;
    }
    return reader_parse(reader, text, len);
}

/* ---- what it says ---- */

/* Fills a list of the command line, unless that has something. */
static void fill_list(struct reader *reader, const struct json *array, struct option_list *list)
{
    bool given = list->n > 0;
    for (const struct json *value = array == NULL ? NULL : array->first; value != NULL;
         value = value->next) {
        const char *word = reader_string(reader, value);
        if (word != NULL && !given) {
            VEC_PUSH(reader->arena, list, word);
        }
    }
}

/* The globs of "rules" as --rules has them. */
static void fill_rules(struct reader *reader, const struct json *array, struct options *options)
{
    struct option_list globs = {0};
    fill_list(reader, array, &globs);
    struct strbuf joined;
    strbuf_init(&joined, reader->arena);
    for (uint32_t i = 0; i < globs.n; i++) {
        strbuf_printf(&joined, "%s%s", i == 0 ? "" : ",", globs.at[i]);
    }
    if (globs.n > 0 && options->rules == NULL) {
        options->rules = joined.text;
    }
}

static void fill_options(struct reader *reader, const struct json *object, struct options *options)
{
    const struct json *found[OPTION_FIELDS];
    uint32_t word = 0;
    if (object == NULL || !reader_fields(reader, object, option_fields, 1, found)) {
        return;
    }
    if (reader_word(reader, found[O_FAIL_ON], &words_fail_on, &word) && !options->has_fail_on) {
        options->fail_on = (enum fail_on)(FAIL_ON_NOTE + word);
    }
    fill_list(reader, found[O_MODULES], &options->modules);
    fill_list(reader, found[O_TARGETS], &options->targets);
    fill_list(reader, found[O_DELAY_LOAD], &options->delayed);
    options->msvc = options->msvc || (found[O_MSVC] != NULL && found[O_MSVC]->boolean);
    if (found[O_ENTRY] != NULL && options->entry == NULL) {
        options->entry = reader_string(reader, found[O_ENTRY]);
    }
}

/* The packs that it names, relative to its own folder. */
static void fill_packs(struct reader *reader, const struct json *array, struct packs_own *own)
{
    struct option_list packs = {0};
    fill_list(reader, array, &packs);
    const char *folder = path_dirname(reader->arena, reader->file);
    for (uint32_t i = 0; i < packs.n; i++) {
        packs.at[i] = path_join(reader->arena, folder, packs.at[i]);
    }
    own->packs = packs.at;
    own->n_packs = packs.n;
}

/* The file as messages show it: below the current folder without that. */
static const char *shown(struct arena *arena, const char *path)
{
    return path_relative(path, os_current_folder(arena));
}

bool config_apply(struct arena *arena, struct options *options, struct diag *diag)
{
    const char *path = find(arena, options);
    if (path == NULL) {
        return true;
    }
    struct reader reader = {.arena = arena, .file = shown(arena, path), .diag = diag};
    const struct json *config = read_file(&reader);
    const struct json *found[CONFIG_FIELDS];
    if (config == NULL || !reader_fields(&reader, config, config_fields, 1, found)) {
        return false;
    }
    struct packs_own *own = ARENA_NEW(arena, struct packs_own);
    *own = (struct packs_own){.file = reader.file,
                              .rules = found[C_RULES],
                              .effects = found[C_EFFECTS],
                              .policy = found[C_POLICY],
                              .roots = found[C_ROOTS],
                              .wrappers = found[C_WRAPPERS],
                              .levels = found[C_LEVELS]};
    fill_rules(&reader, found[C_RULES], options);
    fill_options(&reader, found[C_OPTIONS], options);
    fill_packs(&reader, found[C_PACKS], own);
    options->own = own;
    if (options->verbose) {
        diag_note(diag, reader.file, "the configuration of this run");
    }
    if (reader.n_errors > 0) { /* one run shows the faults of what packs read, too */
        (void)packs_load_own(arena, own, options->rules_folders.at, options->rules_folders.n, diag);
    }
    return reader.n_errors == 0;
}

/* ---- writing it ---- */

/* Writes a value as it was read. */
static void write_value(struct json_writer *to, const struct json *value)
{
    switch (value->kind) {
    case JSON_NULL:
        json_write_null(to, value->key);
        return;
    case JSON_BOOL:
        json_write_bool(to, value->key, value->boolean);
        return;
    case JSON_NUMBER:
        json_write_integer(to, value->key, (int64_t)value->number);
        return;
    case JSON_STRING:
        json_write_string(to, value->key, value->string);
        return;
    case JSON_ARRAY:
        json_open_array(to, value->key);
        break;
    case JSON_OBJECT:
        json_open_object(to, value->key);
        break;
    }
    for (const struct json *child = value->first; child != NULL; child = child->next) {
        write_value(to, child);
    }
    json_close(to);
}

static void write_list(struct json_writer *to, const char *key, const char *const *at, uint32_t n)
{
    if (n == 0) {
        return;
    }
    json_open_array(to, key);
    for (uint32_t i = 0; i < n; i++) {
        json_write_string(to, NULL, at[i]);
    }
    json_close(to);
}

/* Writes the globs of --rules, one by one. */
static void write_rules(struct json_writer *to, struct arena *arena, const char *rules)
{
    static const char between[] = ", \t";
    if (rules == NULL) {
        return;
    }
    json_open_array(to, "rules");
    for (const char *at = rules + strspn(rules, between); *at != '\0'; at += strspn(at, between)) {
        size_t len = strcspn(at, between);
        json_write_string(to, NULL, arena_strndup(arena, at, len));
        at += len;
    }
    json_close(to);
}

static void write_own(struct json_writer *to, const struct packs_own *own)
{
    const struct json *const values[] = {own->levels, own->effects, own->wrappers, own->roots,
                                         own->policy};
    write_list(to, "packs", own->packs, own->n_packs);
    for (size_t i = 0; i < sizeof values / sizeof *values; i++) {
        if (values[i] != NULL) {
            write_value(to, values[i]);
        }
    }
}

void config_write(struct strbuf *out, const struct options *options)
{
    static const struct packs_own nothing = {0};
    struct packs_own own = options->own == NULL ? nothing : *options->own;
    struct option_list packs = {0};
    struct json_writer to;
    json_writer_init(&to, out);
    json_open_object(&to, NULL);
    write_rules(&to, out->arena, options->rules);
    for (uint32_t i = 0; i < own.n_packs; i++) {
        VEC_PUSH(out->arena, &packs, shown(out->arena, own.packs[i]));
    }
    for (uint32_t i = 0; i < options->rules_folders.n; i++) {
        VEC_PUSH(out->arena, &packs, options->rules_folders.at[i]);
    }
    own.packs = packs.at;
    own.n_packs = packs.n;
    write_own(&to, &own);
    json_open_object(&to, "options");
    json_write_string(&to, "fail-on", fail_on_words[options->fail_on - FAIL_ON_NOTE]);
    write_list(&to, "modules", options->modules.at, options->modules.n);
    write_list(&to, "targets", options->targets.at, options->targets.n);
    write_list(&to, "delay-load", options->delayed.at, options->delayed.n);
    json_write_bool(&to, "msvc", options->msvc);
    if (options->entry != NULL) {
        json_write_string(&to, "entry", options->entry);
    }
    json_close(&to);
    json_close(&to);
}
