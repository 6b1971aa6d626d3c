/*
 * options.h - the command line: words in, plain data out.
 *
 * Takes argv (with `@file` response files), gives `struct options`, and writes the two helps and
 * the version.  One table (options_table.c) makes all of them.  It does not know which formats,
 * rules or files exist: names are stored as they were given and checked by who uses them.
 */
#ifndef DLL_CLI_OPTIONS_H
#define DLL_CLI_OPTIONS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/strbuf.h"
#include "packs/packs.h"

/* What the run is to do. */
enum options_action {
    ACTION_ANALYSE,     /* the default */
    ACTION_HELP,        /* --help: everything */
    ACTION_SHORT_HELP,  /* -h: one screen */
    ACTION_VERSION,     /* --version */
    ACTION_LIST_RULES,  /* --list-rules */
    ACTION_EXPLAIN,     /* --explain RULE, in `explain` */
    ACTION_DUMP_CONFIG, /* --dump-config */
    ACTION_GENERATE,    /* --generate WHAT, in `generate` */
    ACTION_DUMP,        /* dump STAGE, in `dump_stage` */
    ACTION_EXTRACT, /* extract FILE -o OUT -- FLAGS: one file, `output` and `has_flags` are set */
    ACTION_LINK,    /* link FACTS...: `files` are facts, at least one */
};

/* Which findings make the exit status 1: those whose level is at least this number. */
enum fail_on {
    FAIL_ON_NOTE = LEVEL_NOTE,
    FAIL_ON_WARNING = LEVEL_WARNING,
    FAIL_ON_ERROR = LEVEL_ERROR,
    FAIL_ON_NEVER, /* above every level */
};

/* --colour. */
enum colour_choice { COLOUR_AUTO, COLOUR_ALWAYS, COLOUR_NEVER };

/* Words in the order of the command line.  `at` is NULL when there are none. */
struct option_list {
    const char **at;
    uint32_t n;
    uint32_t cap;
};

/* Where `--sarif` without a name writes: the SARIF viewer of VS Code opens files there by itself.
 */
#define OPTIONS_SARIF_FILE ".sarif/dllmain-lint.sarif"

/* Where `--html` without a name writes. */
#define OPTIONS_HTML_FILE "dllmain-lint.html"

/* Where `--dot` without a name writes. */
#define OPTIONS_DOT_FILE "dllmain-lint.dot"

/* Seconds a unit may take when --timeout is not given. */
#define OPTIONS_TIMEOUT 120

/* MiB that a worker may take when --memory is not given. */
#define OPTIONS_MEMORY 4096

/* MiB of the cache when --cache-size is not given. */
#define OPTIONS_CACHE_SIZE 1024

/* Units that share a preamble before it is made. */
#define OPTIONS_PREAMBLE_UNITS 3

/* What the user said.  Strings live in the arena of options_parse() or in argv; paths are as they
 * were given.  Single values that were given more than once: the last one counts. */
struct options {
    enum options_action action;
    struct option_list files;      /* FILE...; for `link` the facts */
    struct option_list file_lists; /* --files-from, each; what they name is in `files` */
    struct option_list flags;      /* behind `--` */
    bool has_flags;                /* `--` was given */
    const char *build;             /* -p, --build: folder or file; NULL: to be searched */
    struct option_list modules;    /* --module NAME[=GLOB,..], each, unsplit; none: all */
    const char *rules;             /* --rules, several joined by ','; NULL: what is on by default */
    struct option_list rules_folders; /* --rules-dir DIR, each */
    const char *format;               /* --format: name of a report writer, unchecked; "text" */
    const char *output;  /* -o, --output: file of the --format report (of the facts for `extract`);
                            NULL: standard output */
    const char *depfile; /* --depfile: of `extract`; NULL: not wanted */
    const char *sarif;   /* --sarif[=FILE]; NULL: not wanted; "-": standard output */
    const char *json;    /* --json=FILE; NULL: not wanted; "-": standard output */
    const char *html;    /* --html[=FILE]; NULL: not wanted; "-": standard output */
    const char *dot;     /* --dot[=FILE]; NULL: not wanted; "-": standard output */
    const char *sarif_category; /* --sarif-category; NULL: after the DLL */
    const char *sarif_id;       /* --sarif-automation-id; NULL: made from the category */
    bool sarif_embed;           /* --sarif-embed */
    uint32_t max_paths;         /* --max-paths; 0: as many as is usual */
    const char *repository;     /* --vcs-repository; NULL: not told */
    const char *revision;       /* --vcs-revision; NULL: not told */
    bool report_to_stderr; /* --sarif=- or --json=- has standard output, and there is no --output:
                              the --format report goes to standard error */
    const char *config;    /* --config: file of the configuration; NULL: to be searched */
    bool no_config;        /* --no-config */
    const struct packs_own *own; /* what the configuration adds to the packs; NULL: nothing; set by
                                    config_apply() */
    uint64_t given;              /* bit set by index of options_table: it was given */
    enum fail_on fail_on;        /* --fail-on; --exit-zero is FAIL_ON_NEVER */
    struct option_list targets;  /* --target TRIPLE, each; none: as the build says */
    struct option_list delayed;  /* --delay-load DLL, each: what every module delays, besides what
                                    the build says */
    const char *entry;           /* --entry: name of the entry point; NULL: the usual ones */
    const char *source_root;     /* --source-root; NULL: to be derived */
    bool msvc;                   /* --msvc: define _MSC_VER for every unit */
    uint32_t jobs;               /* -j; 0: as many as there are processors */
    bool keep_going;             /* --keep-going */
    bool all_units;              /* --all-units: parse those, too, where nothing runs at load */
    uint32_t timeout;            /* --timeout: seconds a unit may take; 0: no limit */
    uint32_t memory;             /* --memory: MiB that a worker may take; 0: no limit */
    const char *cache_folder;    /* --cache-dir; NULL: the user's own */
    uint32_t cache_mib;          /* --cache-size */
    bool no_cache;               /* --no-cache */
    uint32_t preamble_units;     /* --preamble-units: that share one before it is made */
    bool stats;                  /* --stats */
    const char *baseline;        /* --baseline: file to be read; NULL: none */
    const char *write_baseline;  /* --write-baseline: file to be written; NULL: none */
    bool show_unchanged;         /* --show-unchanged: in the text, too */
    bool sarif_unchanged;        /* --sarif-unchanged */
    bool bare_nolint;            /* --bare-nolint: NOLINT without rules counts */
    bool show_suppressed;        /* --show-suppressed: in the text, too */
    bool sarif_suppressed;       /* --sarif-suppressed */
    bool warn_unused_suppressions; /* --warn-unused-suppressions */
    bool quiet;                    /* -q: no notes and warnings about the run; wins over -v */
    bool verbose;                  /* -v */
    enum colour_choice colour;     /* --colour */
    struct option_list why;        /* --why FUNCTION, each; none: the findings are reported */
    const char *dump_stage;        /* ACTION_DUMP: one of options_stages */
    const char *generate; /* ACTION_GENERATE: "man", "bash", "zsh", "fish" or "powershell" */
    const char *explain;  /* ACTION_EXPLAIN: the rule as given, unchecked */
};

/* Reads the command line; argv[0] is the program and is skipped.  Returns false after exactly one
 * diag_error() that says what was found and what was expected: exit status 2.  --help, -h and
 * --version end the reading: what stands behind them is not looked at. */
ATTR_NODISCARD bool options_parse(struct arena *arena, int argc, const char *const *argv,
                                  struct options *options, struct diag *diag);

/* Appends the help: one screen of 24 lines, or everything if `all`.  At most 80 columns. */
void options_help(struct strbuf *out, bool all);

/* Appends what --generate makes: the manual page, or a shell's completions. */
void options_generate(struct strbuf *out, const char *what);

/* Appends the version of the program and of what it stands on; `clang_version` is NULL if no worker
 * tells it.  `resource_folder` is the folder of clang's builtin headers; NULL says that it is
 * missing and which package has it. */
void options_version(struct strbuf *out, const char *clang_version, const char *resource_folder);

/* Returns true if text for file descriptor `descriptor` (1 or 2) is to be coloured.  A negative
 * number stands for a file: coloured only by `--colour=always`.  Without --colour the environment
 * decides, in this order: NO_COLOR (no-color.org), CLICOLOR_FORCE and FORCE_COLOR
 * (bixense.com/clicolors, force-color.org; "" and "0" do not count), TERM=dumb, and whether the
 * descriptor is a terminal. */
bool options_want_colour(struct arena *arena, const struct options *options, int descriptor);

#endif
