/*
 * options_table.h - the one table of options: what the parser accepts is what the help shows.
 * Private to cli/.
 */
#ifndef DLL_CLI_OPTIONS_TABLE_H
#define DLL_CLI_OPTIONS_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "cli/options.h"

/* What an option takes, and so what is done with it. */
enum option_kind {
    OPTION_ACTION,      /* nothing; sets options.action */
    OPTION_ACTION_TEXT, /* a value, stored at `offset`; sets options.action */
    OPTION_FLAG,        /* nothing; sets the bool at `offset` */
    OPTION_TEXT,        /* a value: the string at `offset` */
    OPTION_JOIN,        /* a value: appended to the string at `offset` behind a ',' */
    OPTION_OPTIONAL,    /* perhaps `=VALUE`; without it `fallback` is stored at `offset` */
    OPTION_LIST,        /* a value: appended to the list at `offset` */
    OPTION_NUMBER,      /* a number of 0 .. `max`: the uint32_t at `offset` */
    OPTION_FAIL_ON,     /* one of `words`: options.fail_on */
    OPTION_EXIT_ZERO,   /* nothing; options.fail_on becomes FAIL_ON_NEVER */
    OPTION_COLOUR,      /* one of `words`: options.colour */
};

/* Headings of --help, in this order. */
enum option_group {
    GROUP_INPUT,
    GROUP_RULES,
    GROUP_OUTPUT,
    GROUP_RUN,
    GROUP_INFO,
    GROUP_PRIVATE, /* in no help and never suggested */
};

/* What a shell offers for an option's value where it has no `words`. */
enum option_offer {
    OFFER_NOTHING,
    OFFER_FILES,
    OFFER_FOLDERS,
    OFFER_RULES,   /* their ids, which the program lists */
    OFFER_FORMATS, /* the names of the report writers */
};

/* Where an option has a meaning: bits by action. */
#define WITH(action) (1U << (unsigned)(action))
#define WITH_BUILD                                                                                 \
    (WITH(ACTION_ANALYSE) | WITH(ACTION_DUMP))           /* what asks a build for its units        \
                                                          */
#define WITH_PARSING (WITH_BUILD | WITH(ACTION_EXTRACT)) /* what parses sources */
#define WITH_LINKING (WITH_BUILD | WITH(ACTION_LINK))    /* what links units into modules */
#define WITH_FINDINGS (WITH(ACTION_ANALYSE) | WITH(ACTION_LINK))    /* what reports */
#define WITH_RULES (WITH(ACTION_LIST_RULES) | WITH(ACTION_EXPLAIN)) /* what shows rules */
#define WITH_ALL (~0U)

/* One option. */
struct option {
    const char *name;  /* "build", without dashes */
    const char *alias; /* another long name, or NULL */
    char letter;       /* 'p', or 0 */
    enum option_kind kind;
    enum option_group group;
    bool short_help;            /* shown by -h, too */
    uint32_t with;              /* bits: WITH() the actions where it has a meaning */
    size_t offset;              /* of the field in struct options */
    enum options_action action; /* OPTION_ACTION, OPTION_ACTION_TEXT */
    uint32_t max;               /* OPTION_NUMBER */
    const char *const *words;   /* the valid words, ends with NULL; NULL: any text */
    const char *fallback;       /* OPTION_OPTIONAL */
    enum option_offer offer;    /* for completions in shells */
    const char *config; /* its key among the options of a configuration; NULL: it has none */
    bool is_path;       /* of a configuration: relative to its folder */
    const char *value;  /* "DIR|FILE" as help shows it; NULL: takes none */
    const char *brief;  /* for -h; NULL: as `help` */
    const char *help;   /* for --help; one to four lines when wrapped */
};

enum { OPTIONS_MOST = 64 }; /* bits of options.given */

extern const struct option options_table[];
extern const size_t options_table_n;

/* The prose of --help around the options, for the man page: paragraphs in lines of 80 columns. */
extern const char options_intro[], options_subcommands[], options_examples[], options_statuses[];

/* Appends the manual page (options_man.c), the completions of one shell (options_shells.c). */
void options_man(struct strbuf *out);
void options_shell(struct strbuf *out, const char *shell);

/* The stages of `dump`, ends with NULL. */
extern const char *const options_stages[];

/* Returns the name of a group of --help: "Input". */
const char *options_group_name(enum option_group group);

/* Returns the option of that long name or alias (`len` bytes without dashes), or NULL. */
const struct option *options_find_long(const char *name, size_t len);

/* Returns the option of that letter, or NULL. */
const struct option *options_find_letter(char letter);

/* Stores the `index`th of the option's words, of OPTION_FAIL_ON or OPTION_COLOUR. */
void options_set_word(struct options *options, const struct option *option, uint32_t index);

/* Returns the word that options_set_word() stored. */
const char *options_get_word(const struct options *options, const struct option *option);

/* Checks that what was given fits together.  `seen` are the options as they were spelled, without
 * values; `action_word` is what chose the action ("dump", "--explain").  Returns false after a
 * diag_error(). */
bool options_check(struct arena *arena, const struct options *options,
                   const struct option_list *seen, const char *action_word, struct diag *diag);

/* One word of the command line. */
struct option_word {
    const char *text;
    const char *place; /* "file:line" of the response file it stands in; NULL: the command line */
};

/* The command line with its response files opened. */
struct option_words {
    struct option_word *at;
    uint32_t n;
    uint32_t cap;
};

/* Appends the words behind argv[0].  An `@file` before `--` is replaced by the words in that file:
 * separated by blanks or newlines; "..." and '...' hold blanks; a backslash is itself, but for \"
 * and \'; a line that begins with # is a comment; more `@file`s may follow, relative to the current
 * folder.  The file may be UTF-8 or UTF-16.  Returns false after a diag_error(): unreadable, an
 * open quotation mark, a cycle, too many. */
bool options_expand(struct arena *arena, int argc, const char *const *argv,
                    struct option_words *words, struct diag *diag);

/* Appends the names in a file, one a line, to a list; "-" is standard input.  Empty lines are none.
 * Returns false after a diag_error(). */
bool options_read_names(struct arena *arena, const char *file, struct option_list *names,
                        struct diag *diag);

#endif
