/*
 * options_table.c - every option of the program, once.
 *
 * Gives the parser, both helps and the "did you mean" their data.  An option stands here when it
 * works, not before.  The order is that of --help.
 */
#include "cli/options_table.h"

#include <assert.h>
#include <string.h>

#include "base/text.h"

/* The words of --fail-on, by their number in enum fail_on. */
static const char *const fail_on_words[] = {"error", "warning", "note", "never", NULL};

/* The words of --colour, in the order of enum colour_choice. */
static const char *const colour_words[] = {"auto", "always", "never", NULL};

const char *const options_stages[] = {"project", "facts", "program", "walk", NULL};

const struct option options_table[] = {
    {
        .name = "build",
        .letter = 'p',
        .kind = OPTION_TEXT,
        .group = GROUP_INPUT,
        .short_help = true,
        .with = WITH_BUILD | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, build),
        .value = "DIR|FILE",
        .brief = "the build folder, or its compile_commands.json",
        .help = "the build folder, or its compile_commands.json. Without it, "
                "compile_commands.json is searched in the current folder and upwards, and "
                "in build/ and out/build/* of each",
    },
    {
        .name = "module",
        .kind = OPTION_LIST,
        .group = GROUP_INPUT,
        .short_help = true,
        .with = WITH_BUILD | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, modules),
        .value = "NAME[=GLOB,..]",
        .brief = "report this DLL only",
        .help = "report this DLL only; with globs, also say that these sources are linked into "
                "it; may be repeated",
    },
    {
        .name = "target",
        .kind = OPTION_LIST,
        .group = GROUP_INPUT,
        .with = WITH_PARSING | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, targets),
        .value = "TRIPLE",
        .help = "analyse as for this target, such as x86_64-w64-windows-gnu or "
                "i686-w64-windows-gnu, whatever the build says; may be repeated",
    },
    {
        .name = "entry",
        .kind = OPTION_TEXT,
        .group = GROUP_INPUT,
        .with = WITH_LINKING | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, entry),
        .value = "FUNCTION",
        .help = "name of the entry point, if it is not one of the usual ones",
    },
    {
        .name = "source-root",
        .kind = OPTION_TEXT,
        .group = GROUP_INPUT,
        .with = WITH_PARSING | WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, source_root),
        .value = "DIR",
        .help = "folder of the project's own sources: files are shown relative to it, and "
                "headers below it are the project's",
    },
    {
        .name = "msvc",
        .kind = OPTION_FLAG,
        .group = GROUP_INPUT,
        .with = WITH_PARSING | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, msvc),
        .help = "define _MSC_VER for every unit, not only for those that cl.exe compiles",
    },
    {
        .name = "rules",
        .kind = OPTION_JOIN,
        .group = GROUP_RULES,
        .short_help = true,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, rules),
        .value = "LIST",
        .brief = "the rules to report, as globs: '*,-DLM9*'",
        .help = "the rules to report: globs of ids or names, read in order; '-' takes away, "
                "as in '*,-DLM9*'; several lists are joined",
    },
    {
        .name = "rules-dir",
        .kind = OPTION_LIST,
        .group = GROUP_RULES,
        .with = WITH_LINKING | WITH_RULES | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, rules_folders),
        .value = "DIR",
        .help = "folder with packs of your own: more APIs, more rules; may be repeated",
    },
    {
        .name = "config",
        .kind = OPTION_TEXT,
        .group = GROUP_RULES,
        .with = WITH_ALL,
        .offset = offsetof(struct options, config),
        .value = "FILE",
        .help = "the configuration. Without it, .dllmain-lint.json is searched in the source root "
                "if that is given, else in the current folder, and upwards. What the command line "
                "says counts more",
    },
    {
        .name = "no-config",
        .kind = OPTION_FLAG,
        .group = GROUP_RULES,
        .with = WITH_ALL,
        .offset = offsetof(struct options, no_config),
        .help = "read no configuration",
    },
    {
        .name = "fail-on",
        .kind = OPTION_FAIL_ON,
        .group = GROUP_RULES,
        .short_help = true,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .words = fail_on_words,
        .value = "LEVEL",
        .brief = "exit 1 from this level on (default: warning)",
        .help = "the lowest level of a finding that makes the exit status 1: error, warning "
                "(default), note or never",
    },
    {
        .name = "exit-zero",
        .kind = OPTION_EXIT_ZERO,
        .group = GROUP_RULES,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .help = "the same as --fail-on=never",
    },
    {
        .name = "format",
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .short_help = true,
        .with = WITH_FINDINGS | WITH(ACTION_LIST_RULES),
        .offset = offsetof(struct options, format),
        .value = "FORMAT",
        .brief = "text (default), json or sarif",
        .help = "the format of the findings: text (default), json or sarif; of --list-rules: text, "
                "json or markdown",
    },
    {
        .name = "output",
        .letter = 'o',
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .with = WITH_LINKING | WITH_RULES | WITH(ACTION_EXTRACT) | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, output),
        .value = "FILE",
        .help = "write them to FILE instead of standard output",
    },
    {
        .name = "depfile",
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .with = WITH(ACTION_EXTRACT),
        .offset = offsetof(struct options, depfile),
        .value = "FILE",
        .help = "of extract: write a rule for make and ninja that names every file that was read",
    },
    {
        .name = "sarif",
        .kind = OPTION_OPTIONAL,
        .group = GROUP_OUTPUT,
        .short_help = true,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, sarif),
        .fallback = OPTIONS_SARIF_FILE,
        .value = "FILE",
        .brief = "write SARIF to FILE, too; also --json=FILE",
        .help = "write SARIF 2.1.0 to FILE, too; without a name to " OPTIONS_SARIF_FILE
                ", where editors look for it",
    },
    {
        .name = "json",
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, json),
        .value = "FILE",
        .help = "write JSON to FILE, too. Where FILE is '-', it goes to standard output, "
                "and the --format findings to standard error",
    },
    {
        .name = "colour",
        .alias = "color",
        .kind = OPTION_COLOUR,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS | WITH_RULES,
        .words = colour_words,
        .value = "WHEN",
        .help = "auto (default: on a terminal, unless NO_COLOR, CLICOLOR_FORCE or "
                "FORCE_COLOR say otherwise), always or never",
    },
    {
        .name = "quiet",
        .letter = 'q',
        .kind = OPTION_FLAG,
        .group = GROUP_OUTPUT,
        .short_help = true,
        .with = WITH_ALL,
        .offset = offsetof(struct options, quiet),
        .brief = "no notes and warnings, only findings and errors",
        .help = "no notes and warnings about the run, only the findings and errors",
    },
    {
        .name = "verbose",
        .letter = 'v',
        .kind = OPTION_FLAG,
        .group = GROUP_OUTPUT,
        .with = WITH_ALL,
        .offset = offsetof(struct options, verbose),
        .help =
            "say more: units parsed only in part, DLLs where nothing runs under the loader lock, "
            "every place that was not followed",
    },
    {
        .name = "stats",
        .kind = OPTION_FLAG,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, stats),
        .help = "print numbers about the run: units, time, memory, limits that were hit",
    },
    {
        .name = "jobs",
        .letter = 'j',
        .kind = OPTION_NUMBER,
        .group = GROUP_RUN,
        .short_help = true,
        .with = WITH_BUILD,
        .offset = offsetof(struct options, jobs),
        .max = 1024,
        .value = "N",
        .brief = "units parsed at once; 0 (default): one a processor",
        .help = "units parsed at the same time; 0 (default): one a processor. Findings do "
                "not depend on it",
    },
    {
        .name = "timeout",
        .kind = OPTION_NUMBER,
        .group = GROUP_RUN,
        .with = WITH_PARSING,
        .offset = offsetof(struct options, timeout),
        .max = 86400,
        .value = "SECONDS",
        .help = "give up a unit that takes more of the processor's time (default: 120; 0: "
                "never), or ten times as much by the clock",
    },
    {
        .name = "memory",
        .kind = OPTION_NUMBER,
        .group = GROUP_RUN,
        .with = WITH_PARSING,
        .offset = offsetof(struct options, memory),
        .max = 1048576,
        .value = "MIB",
        .help = "give up a unit that takes more memory (default: 4096; 0: never)",
    },
    {
        .name = "cache-dir",
        .kind = OPTION_TEXT,
        .group = GROUP_RUN,
        .with = WITH_BUILD,
        .offset = offsetof(struct options, cache_folder),
        .value = "DIR",
        .help = "keep what was parsed in DIR (default: dllmain-lint in the user's folder for "
                "caches); runs, checkouts and processes can share it",
    },
    {
        .name = "cache-size",
        .kind = OPTION_NUMBER,
        .group = GROUP_RUN,
        .with = WITH_BUILD,
        .offset = offsetof(struct options, cache_mib),
        .max = 1048576,
        .value = "MIB",
        .help = "remove the oldest entries of a cache that is larger (default: 1024)",
    },
    {
        .name = "no-cache",
        .kind = OPTION_FLAG,
        .group = GROUP_RUN,
        .with = WITH_BUILD,
        .offset = offsetof(struct options, no_cache),
        .help = "use no cache and keep nothing",
    },
    {
        .name = "keep-going",
        .kind = OPTION_FLAG,
        .group = GROUP_RUN,
        .short_help = true,
        .with = WITH_BUILD,
        .offset = offsetof(struct options, keep_going),
        .brief = "a unit that cannot be analysed is no failure",
        .help = "a unit that cannot be analysed is a warning, not exit status 2; the report "
                "says what is missing",
    },
    {
        .name = "list-rules",
        .kind = OPTION_ACTION,
        .group = GROUP_INFO,
        .short_help = true,
        .with = WITH_ALL,
        .action = ACTION_LIST_RULES,
        .help = "list the rules, each with one sentence",
    },
    {
        .name = "explain",
        .kind = OPTION_ACTION_TEXT,
        .group = GROUP_INFO,
        .short_help = true,
        .with = WITH_ALL,
        .offset = offsetof(struct options, explain),
        .action = ACTION_EXPLAIN,
        .value = "RULE",
        .brief = "why a rule exists, and what to do instead",
        .help = "explain a rule, given by id or name: why it exists, when the fault shows, "
                "what to do instead, and the sources",
    },
    {
        .name = "dump-config",
        .kind = OPTION_ACTION,
        .group = GROUP_INFO,
        .with = WITH_ALL,
        .action = ACTION_DUMP_CONFIG,
        .help = "print the configuration that counts, that of the command line included",
    },
    {
        .name = "why",
        .kind = OPTION_LIST,
        .group = GROUP_INFO,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, why),
        .value = "FUNCTION",
        .help = "instead of the findings: whether the function is reached under the loader lock, "
                "from which root, when and how, or why not. The name is a qualified one, the last "
                "part of one, or a glob; may be repeated",
    },
    {
        .name = "version",
        .kind = OPTION_ACTION,
        .group = GROUP_INFO,
        .with = WITH_ALL,
        .action = ACTION_VERSION,
        .help = "print the version, and that of libclang",
    },
    {
        .name = "help",
        .kind = OPTION_ACTION,
        .group = GROUP_INFO,
        .short_help = true,
        .with = WITH_ALL,
        .action = ACTION_HELP,
        .brief = "all options, examples, exit statuses",
        .help = "print this; -h prints the short form",
    },
    {
        .name = "",
        .letter = 'h',
        .kind = OPTION_ACTION,
        .group = GROUP_PRIVATE,
        .with = WITH_ALL,
        .action = ACTION_SHORT_HELP,
        .help = "",
    },
    {
        .name = "preamble-units",
        .kind = OPTION_NUMBER,
        .group = GROUP_PRIVATE,
        .with = WITH_BUILD,
        .offset = offsetof(struct options, preamble_units),
        .max = 1048576,
        .value = "N",
        .help = "",
    },
    {
        .name = "worker",
        .kind = OPTION_ACTION,
        .group = GROUP_PRIVATE,
        .with = WITH_ALL,
        .action = ACTION_WORKER,
        .help = "",
    },
};

const size_t options_table_n = sizeof options_table / sizeof options_table[0];

const char *options_group_name(enum option_group group)
{
    switch (group) {
    case GROUP_INPUT:
        return "Input";
    case GROUP_RULES:
        return "Rules";
    case GROUP_OUTPUT:
        return "Output";
    case GROUP_RUN:
        return "Run";
    case GROUP_INFO:
        return "Information";
    case GROUP_PRIVATE:
        break;
    }
    assert(false);
    return "";
}

const struct option *options_find_long(const char *name, size_t len)
{
    for (size_t i = 0; i < options_table_n && len > 0; i++) {
        const struct option *option = &options_table[i];
        const char *const names[] = {option->name, option->alias};
        for (size_t k = 0; k < 2; k++) {
            if (names[k] != NULL && strlen(names[k]) == len && memcmp(names[k], name, len) == 0) {
                return option;
            }
        }
    }
    return NULL;
}

const struct option *options_find_letter(char letter)
{
    for (size_t i = 0; i < options_table_n; i++) {
        if (options_table[i].letter == letter) {
            return &options_table[i];
        }
    }
    return NULL;
}

const char *options_nearest(const char *name)
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
