/*
 * config.c - reads the configuration.
 *
 * Takes the options of the command line, finds `.dllmain-lint.json`, and fills in what the command
 * line left open: a single value or a list that it gives is not looked for in the file.  Likewise a
 * configuration fills in what is left open from those that it extends, of several from the last one
 * first; only the globs of rules, and what is added to the packs, are lists that go on: those of
 * the extended ones first, as what stands later counts more.  Entries, rules, roots, wrappers and
 * levels are handed to packs/ as they stand.  Which options there are is said by the table of
 * options.  The file is hostile input: every fault is a message with file and JSON pointer, and
 * ends the run.
 */
#include "cli/config.h"

#include <string.h>

#include "base/json.h"
#include "base/os.h"
#include "base/path.h"
#include "base/strmap.h"
#include "cli/options_table.h"
#include "packs/reader.h"

enum {
    C_SCHEMA,
    C_EXTENDS,
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
    [C_SCHEMA] = {"$schema", IS_STRING, 1, 0},   [C_EXTENDS] = {"extends", IS_TEXT, 1, 0},
    [C_RULES] = {"rules", IS_ARRAY, 1, 0},       [C_LEVELS] = {"levels", IS_ARRAY, 1, 0},
    [C_PACKS] = {"packs", IS_ARRAY, 1, 0},       [C_EFFECTS] = {"effects", IS_ARRAY, 1, 0},
    [C_WRAPPERS] = {"wrappers", IS_ARRAY, 1, 0}, [C_ROOTS] = {"roots", IS_ARRAY, 1, 0},
    [C_POLICY] = {"policy", IS_ARRAY, 1, 0},     [C_OPTIONS] = {"options", IS_OBJECT, 1, 0},
};

enum { MOST_CONFIGS = 100 }; /* files that one run reads */

/* Globs of rules, what counts more later. */
struct globs {
    const char **at;
    uint32_t n;
    uint32_t cap;
};

/* One reading of a configuration with all that it extends. */
struct inheritance {
    struct arena *arena;
    struct diag *diag;
    struct options *options;
    struct strmap *state; /* absolute path -> enum config_state */
    uint32_t n_files;
    uint32_t n_errors;
};

/* What a configuration says, but for the options, with what it extends. */
struct loaded {
    struct packs_own *own; /* NULL: it was read before, or is faulty */
    struct globs rules;
};

enum config_state { CONFIG_OPEN = 1, CONFIG_DONE };

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

/* The file as messages show it: below the current folder without that. */
static const char *shown(struct arena *arena, const char *path)
{
    return path_relative(path, os_current_folder(arena));
}

/* ---- what it says ---- */

/* The strings of an array, relative to the configuration's folder if they are `paths`. */
static struct option_list list_of(struct reader *reader, const struct json *array, bool paths)
{
    struct option_list list = {0};
    const char *folder = path_dirname(reader->arena, reader->file);
    for (const struct json *value = array == NULL ? NULL : array->first; value != NULL;
         value = value->next) {
        const char *word = reader_string(reader, value);
        if (word != NULL) {
            word = paths ? path_join(reader->arena, folder, word) : word;
            VEC_PUSH(reader->arena, &list, word);
        }
    }
    return list;
}

static void fill_word(struct reader *reader, const struct option *option, const struct json *value,
                      struct options *options)
{
    uint32_t n = 0;
    while (option->words[n] != NULL) {
        n++;
    }
    struct words words = {"a word of this option", option->words, n};
    uint32_t index = 0;
    words.what = option->kind == OPTION_FAIL_ON ? "a level, or never" : words.what;
    if (reader_word(reader, value, &words, &index) && options != NULL) {
        options_set_word(options, option, index);
    }
}

static void fill_number(struct reader *reader, const struct option *option,
                        const struct json *value, struct options *options)
{
    int64_t number = 0;
    if (!reader_integer(reader, value, &number)) {
        return;
    }
    if (number < 0 || number > (int64_t)option->max) {
        reader_error(reader, value, "found %lld, expected a number from 0 to %u", (long long)number,
                     option->max);
    } else if (options != NULL) {
        *(uint32_t *)((char *)options + option->offset) = (uint32_t)number;
    }
}

/* Checks the value of an option and stores it, unless `options` is NULL: it was given before. */
static void fill_option(struct reader *reader, const struct option *option,
                        const struct json *value, struct options *options)
{
    void *field = options == NULL ? NULL : (char *)options + option->offset;
    struct option_list list = {0};
    const char *text = NULL;
    switch (option->kind) {
    case OPTION_FLAG:
        if (field != NULL) {
            *(bool *)field = value->boolean;
        }
        return;
    case OPTION_LIST:
        list = list_of(reader, value, option->is_path);
        if (field != NULL) {
            *(struct option_list *)field = list;
        }
        return;
    case OPTION_NUMBER:
        fill_number(reader, option, value, options);
        return;
    case OPTION_FAIL_ON:
    case OPTION_COLOUR:
        fill_word(reader, option, value, options);
        return;
    default:
        text = reader_string(reader, value);
        if (text != NULL && field != NULL) {
            const char *folder = path_dirname(reader->arena, reader->file);
            text = option->is_path ? path_join(reader->arena, folder, text) : text;
            *(const char **)field = text;
        }
        return;
    }
}

/* The kind of JSON that an option has in a configuration. */
static uint32_t json_kind_of(const struct option *option)
{
    return option->kind == OPTION_FLAG     ? IS_BOOL
           : option->kind == OPTION_NUMBER ? IS_NUMBER
           : option->kind == OPTION_LIST   ? IS_ARRAY
                                           : IS_STRING;
}

/* What shows rules has formats of its own. */
static bool is_used(const struct options *options)
{
    return options->action != ACTION_LIST_RULES && options->action != ACTION_EXPLAIN;
}

static void fill_options(struct reader *reader, const struct json *object, struct options *options)
{
    struct field fields[READER_MOST_FIELDS + 1] = {{0}};
    uint32_t indices[READER_MOST_FIELDS];
    const struct json *found[READER_MOST_FIELDS];
    uint32_t n = 0;
    for (uint32_t i = 0; i < options_table_n && n < READER_MOST_FIELDS; i++) {
        const struct option *option = &options_table[i];
        if (option->config != NULL) {
            indices[n] = i;
            fields[n++] = (struct field){option->config, json_kind_of(option), 1, 0};
        }
    }
    if (object == NULL || !reader_fields(reader, object, fields, 1, found)) {
        return;
    }
    for (uint32_t i = 0; i < n; i++) {
        uint64_t bit = UINT64_C(1) << indices[i];
        if (found[i] != NULL) {
            bool given = (options->given & bit) != 0 || !is_used(options);
            fill_option(reader, &options_table[indices[i]], found[i], given ? NULL : options);
            options->given |= bit;
        }
    }
}

/* ---- what it extends ---- */

static struct loaded load(struct inheritance *in, const char *file, struct reader *from,
                          const struct json *at);

static void add_globs(struct arena *arena, struct globs *to, const char *const *at, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        VEC_PUSH(arena, to, at[i]);
    }
}

/* Loads the configurations that `value` names, a string or an array; the last one first, as what is
 * filled in stays. */
static void load_bases(struct inheritance *in, struct reader *reader, const struct json *value,
                       struct loaded *to)
{
    bool array = value != NULL && value->kind == JSON_ARRAY;
    uint32_t n = value == NULL ? 0 : array ? value->n : 1;
    struct loaded *all = ARENA_NEW_N(in->arena, struct loaded, n);
    const struct json **names = ARENA_NEW_N(in->arena, const struct json *, n);
    const struct json *name = array ? value->first : value;
    for (uint32_t i = 0; i < n; i++, name = name->next) {
        names[i] = name;
    }
    const char *folder = path_dirname(in->arena, reader->file);
    for (uint32_t i = n; i > 0; i--) {
        const char *text = reader_string(reader, names[i - 1]);
        if (text != NULL) {
            all[i - 1] = load(in, path_join(in->arena, folder, text), reader, names[i - 1]);
        }
    }
    const struct packs_own **bases = ARENA_NEW_N(in->arena, const struct packs_own *, n);
    for (uint32_t i = 0; i < n; i++) {
        add_globs(in->arena, &to->rules, all[i].rules.at, all[i].rules.n);
        if (all[i].own != NULL) {
            bases[to->own->n_bases++] = all[i].own;
        }
    }
    to->own->bases = bases;
}

/* Reads a file as JSON; `at` is where another configuration names it (NULL: none does). */
static const struct json *read_file(struct inheritance *in, struct reader *reader,
                                    struct reader *from, const struct json *at)
{
    const char *error = NULL;
    size_t len = 0;
    const char *text = os_read_file(in->arena, reader->file, &len, &error);
    if (text != NULL && ++in->n_files <= MOST_CONFIGS) {
        return reader_parse(reader, text, len);
    }
    error = text == NULL ? error : "too many files are extended";
    if (at != NULL) {
        reader_error(from, at, "cannot read the configuration '%s': %s", reader->file, error);
    } else {
        diag_error(in->diag, reader->file, "cannot read this configuration: %s", error);
    }
    return NULL;
}

/* Says that a configuration extends itself. */
static bool is_open(struct inheritance *in, const char *file, struct reader *from,
                    const struct json *at)
{
    uint32_t state = 0;
    const char *path = path_join(in->arena, os_current_folder(in->arena), file);
    bool known = strmap_get(in->state, path, &state);
    if (known && state == CONFIG_OPEN) {
        reader_error(from, at, "the configuration '%s' extends itself", file);
    }
    strmap_put(in->state, path, known ? state : CONFIG_OPEN);
    return known;
}

/* Reads what a configuration says itself. */
static void read_own(struct inheritance *in, struct reader *reader, const struct json *const *found,
                     struct loaded *to)
{
    to->own = ARENA_NEW(in->arena, struct packs_own);
    *to->own = (struct packs_own){.file = reader->file,
                                  .rules = found[C_RULES],
                                  .effects = found[C_EFFECTS],
                                  .policy = found[C_POLICY],
                                  .roots = found[C_ROOTS],
                                  .wrappers = found[C_WRAPPERS],
                                  .levels = found[C_LEVELS]};
    struct option_list packs = list_of(reader, found[C_PACKS], true);
    to->own->packs = packs.at;
    to->own->n_packs = packs.n;
    fill_options(reader, found[C_OPTIONS], in->options);
}

/* Loads a file, named relative to the current folder, with all that it extends. */
static struct loaded load(struct inheritance *in, const char *file, struct reader *from,
                          const struct json *at)
{
    struct loaded loaded = {0};
    const struct json *found[CONFIG_FIELDS];
    struct reader reader = {.arena = in->arena, .file = file, .diag = in->diag};
    if (is_open(in, file, from, at)) {
        return loaded;
    }
    const struct json *top = read_file(in, &reader, from, at);
    if (top != NULL && reader_fields(&reader, top, config_fields, 1, found)) {
        if (in->options->verbose) {
            diag_note(in->diag, file,
                      at == NULL ? "the configuration of this run" : "extended by it");
        }
        read_own(in, &reader, found, &loaded);
        struct option_list rules = list_of(&reader, found[C_RULES], false);
        load_bases(in, &reader, found[C_EXTENDS], &loaded);
        add_globs(in->arena, &loaded.rules, rules.at, rules.n);
    }
    const char *path = path_join(in->arena, os_current_folder(in->arena), file);
    strmap_put(in->state, path, CONFIG_DONE);
    in->n_errors += reader.n_errors + (loaded.own == NULL ? 1 : 0);
    return loaded;
}

/* The globs as --rules has them. */
static const char *join_globs(struct arena *arena, const struct globs *globs)
{
    struct strbuf joined;
    strbuf_init(&joined, arena);
    for (uint32_t i = 0; i < globs->n; i++) {
        strbuf_printf(&joined, "%s%s", i == 0 ? "" : ",", globs->at[i]);
    }
    return joined.text;
}

bool config_apply(struct arena *arena, struct options *options, struct diag *diag)
{
    const char *path = find(arena, options);
    if (path == NULL) {
        return true;
    }
    struct inheritance in = {
        .arena = arena, .diag = diag, .options = options, .state = strmap_create(arena)};
    struct loaded loaded = load(&in, shown(arena, path), NULL, NULL);
    options->own = loaded.own;
    if (options->has_flags) {
        options->build = NULL; /* the flags of this run are given with it */
    }
    if (options->rules == NULL && loaded.rules.n > 0) {
        options->rules = join_globs(arena, &loaded.rules);
    }
    if (in.n_errors > 0 && loaded.own != NULL) { /* one run shows the faults of packs, too */
        (void)packs_load_own(arena, loaded.own, options->rules_folders.at, options->rules_folders.n,
                             diag);
    }
    return in.n_errors == 0;
}
