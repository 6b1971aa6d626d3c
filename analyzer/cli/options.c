/*
 * options.c - the parser of the command line.
 *
 * Takes argv and the table of options, gives `struct options`.  Words are read once from left to
 * right: a long option (`--name=value`, `--name value`), a bundle of letters (`-qv`, `-pDIR`), or a
 * FILE; everything behind `--` is the compiler's.  A first FILE that is called dump, extract or
 * link is a subcommand.  The first mistake
 * ends the reading with one message that names the word, what was expected, and the nearest valid
 * word.
 */
#include "cli/options.h"

#include <string.h>

#include "base/text.h"
#include "base/vec.h"
#include "cli/options_table.h"

/* State of one parse. */
struct parser {
    struct arena *arena;
    struct options *options;
    struct diag *diag;
    const struct option_word *words;
    uint32_t n_words;
    uint32_t next;           /* index of the word to be read next */
    const char *place;       /* of the word that is being read */
    const char *action_word; /* what chose the action: "dump", "--explain"; NULL: nothing did */
    bool stop;               /* --help, -h, --version: the rest is not looked at */
    struct option_list seen; /* options as they were spelled, for options_check() */
};

/* Letters that compilers' flags begin with. */
static const char compiler_letters[] = "DEILMOUWcfgimnsx";

/* Returns the long name, without dashes, that was probably meant: one that begins with `name`, else
 * the nearest; NULL when none is near. */
static const char *nearest_option(const char *name)
{
    const char *names[128];
    size_t n = 0;
    const char *longer = NULL;
    for (size_t i = 0; i < options_table_n && n + 2 <= sizeof names / sizeof names[0]; i++) {
        const struct option *option = &options_table[i];
        if (option->group == GROUP_PRIVATE) {
            continue;
        }
        names[n++] = option->name;
        if (option->alias != NULL) {
            names[n++] = option->alias;
        }
        if (longer == NULL && strlen(name) > 1 && text_starts(option->name, name)) {
            longer = option->name;
        }
    }
    return longer != NULL ? longer : text_nearest(name, names, n);
}

/* Says that `spelled`, "--formt", is no option. */
static bool unknown_long(struct parser *p, const char *spelled)
{
    const char *nearest = nearest_option(spelled + 2);
    if (nearest != NULL) {
        diag_error(p->diag, p->place, "unknown option '%s', did you mean '--%s'?", spelled,
                   nearest);
    } else {
        diag_error(p->diag, p->place,
                   "unknown option '%s'; 'dllmain-lint --help' lists all options", spelled);
    }
    return false;
}

/* Says that `letter` in the bundle `text`, "-qz", is no option. */
static bool unknown_letter(struct parser *p, const char *text, char letter)
{
    const char *name = arena_strndup(p->arena, text + 1, strcspn(text + 1, "="));
    const char *nearest = strlen(name) > 3 ? nearest_option(name) : NULL;
    if (nearest != NULL) {
        diag_error(p->diag, p->place, "unknown option '%s', did you mean '--%s'?", text, nearest);
    } else if (text[1] == letter && strchr(compiler_letters, letter) != NULL) {
        diag_error(p->diag, p->place,
                   "unknown option '%s'; flags of the compiler stand behind '--', after the files",
                   text);
    } else if (text[2] != '\0') {
        diag_error(p->diag, p->place,
                   "unknown option '-%c' in '%s'; 'dllmain-lint --help' lists all options", letter,
                   text);
    } else {
        diag_error(p->diag, p->place,
                   "unknown option '%s'; 'dllmain-lint --help' lists all options", text);
    }
    return false;
}

/* Returns "error, warning, note or never". */
static const char *list_words(struct arena *arena, const char *const *words)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    for (size_t i = 0; words[i] != NULL; i++) {
        strbuf_adds(&out, i == 0 ? "" : words[i + 1] == NULL ? " or " : ", ");
        strbuf_adds(&out, words[i]);
    }
    return out.text;
}

/* Looks a value up in the valid words.  Returns its index, or -1 after a diag_error(). */
static int find_word(struct parser *p, const char *spelled, const char *const *words,
                     const char *value)
{
    size_t n = 0;
    for (; words[n] != NULL; n++) {
        if (strcmp(words[n], value) == 0) {
            return (int)n;
        }
    }
    const char *nearest = text_nearest(value, words, n);
    diag_error(p->diag, p->place, "%s expects %s, found '%s'%s", spelled,
               list_words(p->arena, words), value,
               nearest == NULL ? "" : arena_printf(p->arena, "; did you mean '%s'?", nearest));
    return -1;
}

/* Reads a number of 0 .. max. */
static bool store_number(struct parser *p, const struct option *option, const char *spelled,
                         const char *value)
{
    uint32_t number = 0;
    const char *at = value;
    for (; *at >= '0' && *at <= '9' && number <= option->max; at++) {
        number = number * 10 + (uint32_t)(*at - '0');
    }
    if (*at != '\0' || at == value || number > option->max) {
        diag_error(p->diag, p->place, "'%s' expects a number from 0 to %u, found '%s'", spelled,
                   option->max, value);
        return false;
    }
    *(uint32_t *)((char *)p->options + option->offset) = number;
    return true;
}

/* Chooses what the run is to do; `word` is what said so. */
static bool store_action(struct parser *p, enum options_action action, const char *word)
{
    p->stop = action == ACTION_HELP || action == ACTION_SHORT_HELP || action == ACTION_VERSION;
    if (!p->stop && p->action_word != NULL && p->options->action != action) {
        diag_error(p->diag, p->place, "'%s' and '%s' exclude each other", p->action_word, word);
        return false;
    }
    p->options->action = action;
    p->action_word = word;
    return true;
}

/* The values of --fail-on, in the order of its words. */
static const enum fail_on fail_on_levels[] = {FAIL_ON_ERROR, FAIL_ON_WARNING, FAIL_ON_NOTE,
                                              FAIL_ON_NEVER};

void options_set_word(struct options *options, const struct option *option, uint32_t index)
{
    if (option->kind == OPTION_FAIL_ON) {
        options->fail_on = fail_on_levels[index];
    } else {
        options->colour = (enum colour_choice)index;
    }
}

const char *options_get_word(const struct options *options, const struct option *option)
{
    uint32_t index = options->colour;
    for (uint32_t i = 0; option->kind == OPTION_FAIL_ON && option->words[i] != NULL; i++) {
        index = fail_on_levels[i] == options->fail_on ? i : index;
    }
    return option->words[index];
}

/* The bit of an option in options.given. */
static uint64_t options_bit(const char *name)
{
    return UINT64_C(1) << (options_find_long(name, strlen(name)) - options_table);
}

/* Looks the value of --fail-on or --colour up and stores it. */
static bool store_word(struct parser *p, const struct option *option, const char *spelled,
                       const char *value)
{
    int index = find_word(p, arena_printf(p->arena, "'%s'", spelled), option->words, value);
    if (index >= 0) {
        options_set_word(p->options, option, (uint32_t)index);
    }
    return index >= 0;
}

/* Stores one option; `value` is NULL for those that take none. */
static bool store(struct parser *p, const struct option *option, const char *spelled,
                  const char *value)
{
    void *field = (char *)p->options + option->offset;
    const char **text = field;
    VEC_PUSH(p->arena, &p->seen, spelled);
    p->options->given |= UINT64_C(1) << (option - options_table);
    switch (option->kind) {
    case OPTION_ACTION:
        return store_action(p, option->action, spelled);
    case OPTION_ACTION_TEXT:
        if (option->words != NULL &&
            find_word(p, arena_printf(p->arena, "'%s'", spelled), option->words, value) < 0) {
            return false;
        }
        *text = value;
        return store_action(p, option->action, spelled);
    case OPTION_FLAG:
        *(bool *)field = true;
        return true;
    case OPTION_TEXT:
    case OPTION_OPTIONAL:
        *text = value == NULL ? option->fallback : value;
        return true;
    case OPTION_JOIN:
        *text = *text == NULL ? value : arena_printf(p->arena, "%s,%s", *text, value);
        return true;
    case OPTION_LIST:
        VEC_PUSH(p->arena, (struct option_list *)field, value);
        return true;
    case OPTION_NUMBER:
        return store_number(p, option, spelled, value);
    case OPTION_FAIL_ON:
    case OPTION_COLOUR:
        return store_word(p, option, spelled, value);
    case OPTION_EXIT_ZERO:
        p->options->fail_on = FAIL_ON_NEVER;
        p->options->given |= options_bit("fail-on");
        return true;
    }
    return false;
}

/* Returns the next word if it can be an option's value, else NULL. */
static const char *peek_value(const struct parser *p)
{
    const char *text = p->next < p->n_words ? p->words[p->next].text : NULL;
    if (text == NULL || strcmp(text, "--") == 0 ||
        (text_starts(text, "--") && options_find_long(text + 2, strcspn(text + 2, "=")) != NULL)) {
        return NULL;
    }
    return text;
}

/* Stores an option that takes a value: `value`, or the next word if that is NULL. */
static bool store_with_value(struct parser *p, const struct option *option, const char *spelled,
                             const char *value)
{
    if (value == NULL) {
        value = peek_value(p);
        p->next += value != NULL;
    }
    if (value == NULL || value[0] == '\0') {
        diag_error(p->diag, p->place, "'%s' needs a value: %s %s", spelled, spelled, option->value);
        return false;
    }
    return store(p, option, spelled, value);
}

/* Reads `--name` or `--name=value`. */
static bool parse_long(struct parser *p, const char *text)
{
    size_t len = strcspn(text, "=");
    const char *spelled = arena_strndup(p->arena, text, len);
    const char *value = text[len] == '=' ? text + len + 1 : NULL;
    const struct option *option = options_find_long(spelled + 2, len - 2);
    if (option == NULL) {
        return unknown_long(p, spelled);
    }
    if (option->kind == OPTION_OPTIONAL && value == NULL) {
        const char *next = peek_value(p);
        if (next != NULL && next[0] != '-' && text_ends(next, ".sarif")) {
            diag_error(p->diag, p->place, "'%s' takes its file behind '=': %s=%s", spelled, spelled,
                       next);
            return false;
        }
        return store(p, option, spelled, NULL);
    }
    if (option->value != NULL) {
        return store_with_value(p, option, spelled, value);
    }
    if (value != NULL) {
        diag_error(p->diag, p->place, "'%s' takes no value, found '%s'", spelled, value);
        return false;
    }
    return store(p, option, spelled, NULL);
}

/* Reads a bundle of letters: "-qv", "-j4", "-p", "build". */
static bool parse_letters(struct parser *p, const char *text)
{
    size_t name_len = strcspn(text + 1, "=");
    if (name_len > 1 && options_find_long(text + 1, name_len) != NULL) {
        return unknown_letter(p, text, text[1]); /* "-version" is a slip, not five letters */
    }
    for (size_t i = 1; text[i] != '\0' && !p->stop; i++) {
        const struct option *option = options_find_letter(text[i]);
        if (option == NULL) {
            return unknown_letter(p, text, text[i]);
        }
        const char *spelled = arena_printf(p->arena, "-%c", text[i]);
        if (option->value != NULL) {
            const char *value = text[i + 1] == '\0' ? NULL : &text[i + 1];
            return store_with_value(p, option, spelled, value);
        }
        if (!store(p, option, spelled, NULL)) {
            return false;
        }
    }
    return true;
}

/* Reads a word that is no option: a subcommand, its stage, or a FILE. */
static bool parse_file(struct parser *p, const char *text)
{
    static const char *const subcommands[] = {"dump", "extract", "link"};
    static const enum options_action actions[] = {ACTION_DUMP, ACTION_EXTRACT, ACTION_LINK};
    struct options *options = p->options;
    for (size_t i = 0; i < 3 && p->action_word == NULL && options->files.n == 0; i++) {
        if (strcmp(text, subcommands[i]) == 0) {
            return store_action(p, actions[i], subcommands[i]);
        }
    }
    if (options->action == ACTION_DUMP && options->dump_stage == NULL) {
        int stage = find_word(p, "'dump'", options_stages, text);
        options->dump_stage = stage < 0 ? NULL : options_stages[stage];
        return stage >= 0;
    }
    if (text[0] == '\0' || strcmp(text, "-") == 0) {
        diag_error(p->diag, p->place, "expected the name of a file, found '%s'%s", text,
                   text[0] == '-' ? "; standard input is not read" : "");
        return false;
    }
    VEC_PUSH(p->arena, &options->files, text);
    return true;
}

/* Reads all words. */
static bool parse_words(struct parser *p)
{
    while (p->next < p->n_words && !p->stop) {
        const char *text = p->words[p->next].text;
        p->place = p->words[p->next].place;
        p->next++;
        bool ok = true;
        if (p->options->has_flags) {
            VEC_PUSH(p->arena, &p->options->flags, text);
        } else if (strcmp(text, "--") == 0) {
            p->options->has_flags = true;
        } else if (text_starts(text, "--")) {
            ok = parse_long(p, text);
        } else if (text[0] == '-' && text[1] != '\0') {
            ok = parse_letters(p, text);
        } else {
            ok = parse_file(p, text);
        }
        if (!ok) {
            return false;
        }
    }
    p->place = NULL;
    return true;
}

static bool is_standard_output(const char *file)
{
    return file != NULL && strcmp(file, "-") == 0;
}

bool options_parse(struct arena *arena, int argc, const char *const *argv, struct options *options,
                   struct diag *diag)
{
    *options = (struct options){.format = "text",
                                .fail_on = FAIL_ON_WARNING,
                                .timeout = OPTIONS_TIMEOUT,
                                .memory = OPTIONS_MEMORY,
                                .cache_mib = OPTIONS_CACHE_SIZE,
                                .preamble_units = OPTIONS_PREAMBLE_UNITS};
    struct option_words words = {0};
    if (!options_expand(arena, argc, argv, &words, diag)) {
        return false;
    }
    struct parser p = {
        .arena = arena, .options = options, .diag = diag, .words = words.at, .n_words = words.n};
    if (!parse_words(&p)) {
        return false;
    }
    if (p.stop) {
        return true;
    }
    for (uint32_t i = 0; i < options->file_lists.n; i++) {
        if (!options_read_names(arena, options->file_lists.at[i], &options->files, diag)) {
            return false;
        }
    }
    options->report_to_stderr =
        options->output == NULL &&
        (is_standard_output(options->sarif) || is_standard_output(options->json) ||
         is_standard_output(options->html) || is_standard_output(options->dot));
    return options_check(arena, options, &p.seen, p.action_word, diag);
}
