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
#include "verdict/verdict.h"

/* The words of --fail-on, by their number in enum fail_on. */
static const char *const fail_on_words[] = {"error", "warning", "note", "never", NULL};

/* The words of --colour, in the order of enum colour_choice. */
static const char *const colour_words[] = {"auto", "always", "never", NULL};

/* What --generate makes. */
static const char *const generate_words[] = {"man", "bash", "zsh", "fish", "powershell", NULL};

const char *const options_stages[] = {"project", "demand", "facts", "program", "walk", NULL};

const struct option options_table[] = {
    {
        .name = "build",
        .letter = 'p',
        .kind = OPTION_TEXT,
        .group = GROUP_INPUT,
        .short_help = true,
        .with = WITH_BUILD | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, build),
        .offer = OFFER_FILES,
        .config = "build",
        .is_path = true,
        .value = "DIR|FILE",
        .brief = "the build folder, or its compile_commands.json",
        .help = "the build folder, or its compile_commands.json, or what MSBuild prints for "
                "-getTargetResult:GetClCommandLines. Without it, "
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
        .config = "modules",
        .value = "NAME[=GLOB,..]",
        .brief = "report this DLL only",
        .help = "report this DLL only; with globs, also say that these sources are linked into "
                "it; may be repeated",
    },
    {
        .name = "files-from",
        .kind = OPTION_LIST,
        .group = GROUP_INPUT,
        .with = WITH_PARSING | WITH(ACTION_LINK),
        .offset = offsetof(struct options, file_lists),
        .offer = OFFER_FILES,
        .value = "FILE",
        .help = "also take the names in this file, one a line, as FILEs; '-' is standard input",
    },
    {
        .name = "target",
        .kind = OPTION_LIST,
        .group = GROUP_INPUT,
        .with = WITH_PARSING | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, targets),
        .config = "targets",
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
        .config = "entry",
        .value = "FUNCTION",
        .help = "name of the entry point, if it is not one of the usual ones",
    },
    {
        .name = "delay-load",
        .kind = OPTION_LIST,
        .group = GROUP_INPUT,
        .with = WITH_LINKING | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, delayed),
        .config = "delay-load",
        .value = "DLL",
        .help = "the imports from this DLL are delay-loaded (/DELAYLOAD), besides those of which "
                "the build says so; may be repeated",
    },
    {
        .name = "source-root",
        .kind = OPTION_TEXT,
        .group = GROUP_INPUT,
        .with = WITH_PARSING | WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, source_root),
        .offer = OFFER_FOLDERS,
        .config = "source-root",
        .is_path = true,
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
        .config = "msvc",
        .help = "define _MSC_VER for every unit, not only for those that cl.exe compiles",
    },
    {
        .name = "rules",
        .kind = OPTION_JOIN,
        .group = GROUP_RULES,
        .short_help = true,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, rules),
        .offer = OFFER_RULES,
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
        .offer = OFFER_FOLDERS,
        .value = "DIR",
        .help = "folder with packs of your own: more APIs, more rules; may be repeated",
    },
    {
        .name = "config",
        .kind = OPTION_TEXT,
        .group = GROUP_RULES,
        .with = WITH_ALL,
        .offset = offsetof(struct options, config),
        .offer = OFFER_FILES,
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
        .config = "fail-on",
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
        .name = "baseline",
        .kind = OPTION_TEXT,
        .group = GROUP_RULES,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, baseline),
        .offer = OFFER_FILES,
        .config = "baseline",
        .is_path = true,
        .value = "FILE",
        .help =
            "report only what is not in this file, which --write-baseline made; what is in it is "
            "counted as unchanged or fixed",
    },
    {
        .name = "write-baseline",
        .kind = OPTION_TEXT,
        .group = GROUP_RULES,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, write_baseline),
        .offer = OFFER_FILES,
        .value = "FILE",
        .help = "write the findings into FILE as known, and end with exit status 0; those of "
                "modules and rules that are left out of this run stay in it. With the line 'FILE "
                "merge=union' in .gitattributes, git merges it without conflicts",
    },
    {
        .name = "show-unchanged",
        .kind = OPTION_FLAG,
        .group = GROUP_RULES,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, show_unchanged),
        .config = "show-unchanged",
        .help = "show the findings that the baseline knows, too",
    },
    {
        .name = "sarif-unchanged",
        .kind = OPTION_FLAG,
        .group = GROUP_RULES,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, sarif_unchanged),
        .config = "sarif-unchanged",
        .help = "write them into SARIF, too, as unchanged",
    },
    {
        .name = "bare-nolint",
        .kind = OPTION_FLAG,
        .group = GROUP_RULES,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, bare_nolint),
        .config = "bare-nolint",
        .help = "obey NOLINT comments that name no rule, too; those with rules, as in "
                "NOLINT(DLM101), are always obeyed",
    },
    {
        .name = "show-suppressed",
        .kind = OPTION_FLAG,
        .group = GROUP_RULES,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, show_suppressed),
        .config = "show-suppressed",
        .help = "show the findings that comments in the sources suppress, too; they never make the "
                "exit status 1",
    },
    {
        .name = "sarif-suppressed",
        .kind = OPTION_FLAG,
        .group = GROUP_RULES,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, sarif_suppressed),
        .config = "sarif-suppressed",
        .help =
            "write them into SARIF, too, marked as suppressed; GitHub shows them as if they were "
            "not",
    },
    {
        .name = "warn-unused-suppressions",
        .kind = OPTION_FLAG,
        .group = GROUP_RULES,
        .with = WITH_FINDINGS | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, warn_unused_suppressions),
        .config = "warn-unused-suppressions",
        .help = "warn of comments that suppress nothing, in all files that were read",
    },
    {
        .name = "format",
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .short_help = true,
        .with = WITH_FINDINGS | WITH(ACTION_LIST_RULES) | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, format),
        .offer = OFFER_FORMATS,
        .config = "format",
        .value = "FORMAT",
        .brief = "text, gcc, msvc, github, gitlab, json, sarif, html, dot",
        .help = "the format of the findings: text (default), gcc, msvc, github, gitlab, json, "
                "sarif, html or dot; of --list-rules: text, json or markdown",
    },
    {
        .name = "output",
        .letter = 'o',
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .with = WITH_LINKING | WITH_RULES | WITH(ACTION_EXTRACT) | WITH(ACTION_DUMP_CONFIG) |
                WITH(ACTION_GENERATE),
        .offset = offsetof(struct options, output),
        .offer = OFFER_FILES,
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
        .offer = OFFER_FILES,
        .fallback = OPTIONS_SARIF_FILE,
        .value = "FILE",
        .brief = "write SARIF to FILE, too; also --json=FILE",
        .help = "write SARIF 2.1.0 to FILE, too; without a name to " OPTIONS_SARIF_FILE
                ", where editors look for it",
    },
    {
        .name = "sarif-category",
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, sarif_category),
        .value = "NAME",
        .help = "what GitHub keeps the alerts of this SARIF log apart by (default: dllmain-lint, "
                "and the DLL if there is one)",
    },
    {
        .name = "sarif-automation-id",
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, sarif_id),
        .value = "ID",
        .help = "the whole automationDetails.id of the SARIF log, for systems that want their own",
    },
    {
        .name = "sarif-embed",
        .kind = OPTION_FLAG,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, sarif_embed),
        .help = "put the sources that findings name into the SARIF log, for readers who have none",
    },
    {
        .name = "max-paths",
        .kind = OPTION_NUMBER,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, max_paths),
        .max = VERDICT_MAX_PATHS,
        .value = "N",
        .help = "paths of a finding in SARIF (default: 3)",
    },
    {
        .name = "vcs-repository",
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, repository),
        .value = "URL",
        .help = "where the sources are kept, for links from SARIF viewers to them",
    },
    {
        .name = "vcs-revision",
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, revision),
        .value = "COMMIT",
        .help = "the commit that was analysed, with --vcs-repository",
    },
    {
        .name = "json",
        .kind = OPTION_TEXT,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, json),
        .offer = OFFER_FILES,
        .value = "FILE",
        .help = "write JSON to FILE, too. Where FILE is '-', it goes to standard output, "
                "and the --format findings to standard error",
    },
    {
        .name = "html",
        .kind = OPTION_OPTIONAL,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, html),
        .fallback = OPTIONS_HTML_FILE,
        .value = "FILE",
        .help = "write a page for an audit to FILE, too: all findings with their paths and "
                "sources, to be read in a browser or printed; without a name to " OPTIONS_HTML_FILE,
    },
    {
        .name = "dot",
        .kind = OPTION_OPTIONAL,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS,
        .offset = offsetof(struct options, dot),
        .fallback = OPTIONS_DOT_FILE,
        .value = "FILE",
        .help = "write a graph for graphviz to FILE, too: how the roots of each DLL reach what is "
                "reported; without a name to " OPTIONS_DOT_FILE,
    },
    {
        .name = "colour",
        .alias = "color",
        .kind = OPTION_COLOUR,
        .group = GROUP_OUTPUT,
        .with = WITH_FINDINGS | WITH_RULES | WITH(ACTION_DUMP_CONFIG),
        .words = colour_words,
        .config = "colour",
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
        .with = WITH_BUILD | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, jobs),
        .max = 1024,
        .config = "jobs",
        .value = "N",
        .brief = "units parsed at once; 0 (default): one a processor",
        .help = "units parsed at the same time; 0 (default): one a processor. Findings do "
                "not depend on it",
    },
    {
        .name = "timeout",
        .kind = OPTION_NUMBER,
        .group = GROUP_RUN,
        .with = WITH_PARSING | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, timeout),
        .max = 86400,
        .config = "timeout",
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
        .name = "all-units",
        .kind = OPTION_FLAG,
        .group = GROUP_RUN,
        .with = WITH(ACTION_ANALYSE),
        .offset = offsetof(struct options, all_units),
        .help = "parse the units of DLLs, too, in which nothing can run at load by their text; the "
                "findings are the same",
    },
    {
        .name = "keep-going",
        .kind = OPTION_FLAG,
        .group = GROUP_RUN,
        .short_help = true,
        .with = WITH_LINKING | WITH(ACTION_DUMP_CONFIG),
        .offset = offsetof(struct options, keep_going),
        .config = "keep-going",
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
        .offer = OFFER_RULES,
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
        .name = "generate",
        .kind = OPTION_ACTION_TEXT,
        .group = GROUP_INFO,
        .with = WITH_ALL,
        .offset = offsetof(struct options, generate),
        .action = ACTION_GENERATE,
        .words = generate_words,
        .value = "WHAT",
        .help =
            "print the manual page (man), or completions of the command line for bash, zsh, fish "
            "or powershell",
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
};

const size_t options_table_n = sizeof options_table / sizeof options_table[0];

static_assert(sizeof options_table / sizeof options_table[0] <= OPTIONS_MOST, "options.given");

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
