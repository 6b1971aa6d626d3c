/*
 * options_check.c - whether the parts of a command line fit together, and what follows from the
 * environment.
 *
 * Takes the options as they were read, gives a message for what has no meaning: an option that the
 * subcommand has no use for, flags without a file, two outputs into one file.
 */
#include <string.h>

#include "base/os.h"
#include "cli/options_table.h"

/* Returns the option as it was spelled, "--build" or "-p", without its value. */
static const struct option *find_spelled(const char *spelled)
{
    return spelled[1] == '-' ? options_find_long(spelled + 2, strlen(spelled + 2))
                             : options_find_letter(spelled[1]);
}

/* Refuses options that the action has no use for. */
static bool check_meaning(const struct options *options, const struct option_list *seen,
                          const char *action_word, struct diag *diag)
{
    for (uint32_t i = 0; i < seen->n; i++) {
        const struct option *option = find_spelled(seen->at[i]);
        if (option != NULL && (option->with & WITH(options->action)) == 0) {
            diag_error(diag, NULL, "'%s' has no meaning with '%s'", seen->at[i], action_word);
            return false;
        }
    }
    return true;
}

/* Checks the number of files and the flags against the action.  Returns what is wrong, or NULL. */
static const char *wrong_files(const struct options *options)
{
    switch (options->action) {
    case ACTION_DUMP:
        if (options->dump_stage == NULL) {
            return "'dump' needs a stage: dump STAGE, with project, demand, facts, program or walk";
        }
        break;
    case ACTION_EXTRACT:
        return options->files.n != 1     ? "'extract' needs one file: extract FILE -o OUT -- FLAGS"
               : options->output == NULL ? "'extract' needs '-o OUT' ('-' is standard output)"
               : !options->has_flags     ? "'extract' needs the file's flags behind '--'"
                                         : NULL;
    case ACTION_LINK:
        return options->files.n == 0 ? "'link' needs files that 'dllmain-lint extract' wrote"
               : options->has_flags  ? "'link' takes no flags of a compiler: facts have them"
                                     : NULL;
    case ACTION_LIST_RULES:
    case ACTION_EXPLAIN:
    case ACTION_GENERATE:
        return options->files.n > 0 || options->has_flags ? options->action == ACTION_GENERATE
                                                                ? "'--generate' takes no files"
                                                                : "showing rules takes no files"
                                                          : NULL;
    default:
        break;
    }
    return options->has_flags && options->files.n == 0
               ? "flags of a compiler need the file that they are for: FILE -- FLAGS"
               : NULL;
}

/* Refuses two outputs into one file, and a build together with flags. */
static bool check_pairs(struct arena *arena, const struct options *o, struct diag *diag)
{
    const char *const names[] = {"--sarif", "--json", "--html", "--dot", "--output"};
    const char *const files[] = {o->sarif, o->json, o->html, o->dot, o->output};
    enum { FILES = sizeof files / sizeof *files };
    for (size_t i = 0; i < FILES; i++) {
        for (size_t k = i + 1; k < FILES; k++) {
            if (files[i] != NULL && files[k] != NULL && strcmp(files[i], files[k]) == 0) {
                diag_error(diag, NULL, "'%s' and '%s' both write to %s", names[i], names[k],
                           strcmp(files[i], "-") == 0 ? "standard output"
                                                      : arena_printf(arena, "'%s'", files[i]));
                return false;
            }
        }
    }
    bool other_format = o->sarif != NULL || o->json != NULL || o->html != NULL || o->dot != NULL;
    if (o->why.n > 0 && (other_format || strcmp(o->format, "text") != 0)) {
        diag_error(diag, NULL, "'--why' answers in text: it goes with no other format");
        return false;
    }
    if (o->sarif_category != NULL && o->sarif_id != NULL) {
        diag_error(diag, NULL,
                   "'--sarif-category' and '--sarif-automation-id' exclude each other: the "
                   "category is a part of the id");
        return false;
    }
    if (o->revision != NULL && o->repository == NULL) {
        diag_error(diag, NULL, "'--vcs-revision' needs '--vcs-repository'");
        return false;
    }
    if (o->config != NULL && o->no_config) {
        diag_error(diag, NULL, "'--config' and '--no-config' exclude each other");
        return false;
    }
    if (o->build != NULL && o->has_flags) {
        diag_error(diag, NULL,
                   "'--build' and flags behind '--' exclude each other: the flags come from one");
        return false;
    }
    return true;
}

bool options_check(struct arena *arena, const struct options *options,
                   const struct option_list *seen, const char *action_word, struct diag *diag)
{
    const char *wrong = wrong_files(options);
    if (wrong != NULL) {
        diag_error(diag, NULL, "%s", wrong);
        return false;
    }
    return check_meaning(options, seen, action_word, diag) && check_pairs(arena, options, diag);
}

/* True if the environment variable has a value other than "0". */
static bool is_set(struct arena *arena, const char *name)
{
    const char *value = os_environment(arena, name);
    return value != NULL && value[0] != '\0' && strcmp(value, "0") != 0;
}

bool options_want_colour(struct arena *arena, const struct options *options, int descriptor)
{
    if (options->colour != COLOUR_AUTO || descriptor < 0) {
        return options->colour == COLOUR_ALWAYS;
    }
    const char *no_colour = os_environment(arena, "NO_COLOR");
    if (no_colour != NULL && no_colour[0] != '\0') {
        return false;
    }
    if (is_set(arena, "CLICOLOR_FORCE") || is_set(arena, "FORCE_COLOR")) {
        return true;
    }
    const char *terminal = os_environment(arena, "TERM");
    return (terminal == NULL || strcmp(terminal, "dumb") != 0) && os_is_terminal(descriptor);
}
