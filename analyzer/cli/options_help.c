/*
 * options_help.c - the table of options as text for people: -h, --help, --version.
 *
 * Takes the table, gives lines of at most 80 columns.  Every option that is not private is shown by
 * --help; those marked for it by -h, which fits on one screen.
 */
#include "cli/options_table.h"

#include <string.h>

#ifndef DLLMAIN_LINT_VERSION
#error "DLLMAIN_LINT_VERSION must be defined by the build"
#endif

enum {
    COLUMNS = 80,
    HELP_AT = 24, /* column where an option's text begins */
};

static const char usage[] = "Usage: dllmain-lint [OPTIONS] [FILE...] [-- COMPILER-FLAG...]\n";

const char options_intro[] =
    "\n"
    "Finds what a Windows DLL must not do while Windows holds the loader lock: in\n"
    "DllMain, in TLS callbacks, in constructors and destructors of globals, and in\n"
    "everything that they call.\n"
    "\n"
    "The whole build is analysed: all units of compile_commands.json, one DLL after\n"
    "the other. A FILE without '--' must be part of it. With FILE and '--' only these\n"
    "files are analysed, with the flags given; no build is needed. '@FILE' stands for\n"
    "the words in that file.\n";

const char options_subcommands[] =
    "\n"
    "Subcommands (each takes options, too):\n"
    "  extract FILE -o OUT -- FLAGS\n"
    "                        one unit's facts, for builds that distribute the work\n"
    "  link FACTS...         everything after extraction\n"
    "  dump STAGE [FILE...] [-- FLAGS]\n"
    "                        what a stage gives, as text: project, demand, facts,\n"
    "                        program or walk\n";

const char options_examples[] =
    "\n"
    "Examples:\n"
    "  dllmain-lint -p build\n"
    "      every DLL of a build that wrote compile_commands.json (CMake does with\n"
    "      -DCMAKE_EXPORT_COMPILE_COMMANDS=ON)\n"
    "  dllmain-lint plugin.cpp util.cpp -- -std=c++17 -Iinclude -DUNICODE\n"
    "      two files as one DLL, without a build\n"
    "  dllmain-lint -p build --sarif --fail-on=error\n"
    "      in CI: text to the log, SARIF to " OPTIONS_SARIF_FILE ",\n"
    "      and exit 1 for errors only\n"
    "  dllmain-lint --explain DLM101\n"
    "      what a finding means and what to do\n";

const char options_statuses[] =
    "\n"
    "Exit status:\n"
    "  0  nothing at or above --fail-on was found\n"
    "  1  findings at or above --fail-on\n"
    "  2  bad usage or bad input, no DLL found, or a unit that is needed could not be\n"
    "     analysed (unless --keep-going)\n"
    "\n"
    "Findings go to standard output, everything else to standard error.\n";

/* Appends blanks up to a column, on a new line if the present one is too long. */
static void pad_to(struct strbuf *out, size_t line_start, size_t column)
{
    size_t at = out->len - line_start;
    if (at + 2 > column) {
        strbuf_addc(out, '\n');
        at = 0;
    }
    for (; at < column; at++) {
        strbuf_addc(out, ' ');
    }
}

/* Appends text from the column HELP_AT on, broken at blanks, and a newline. */
static void add_wrapped(struct strbuf *out, const char *text)
{
    size_t room = COLUMNS - HELP_AT;
    while (strlen(text) > room) {
        size_t cut = room;
        while (cut > 0 && text[cut] != ' ') {
            cut--;
        }
        cut = cut == 0 ? strcspn(text, " ") : cut;
        strbuf_add(out, text, cut);
        text += cut;
        text += strspn(text, " ");
        if (*text == '\0') {
            break;
        }
        strbuf_addc(out, '\n');
        for (size_t i = 0; i < HELP_AT; i++) {
            strbuf_addc(out, ' ');
        }
    }
    strbuf_adds(out, text);
    strbuf_addc(out, '\n');
}

/* Appends one option: "  -p, --build DIR|FILE  text". */
static void add_option(struct strbuf *out, const struct option *option, const char *text)
{
    size_t start = out->len;
    if (option->letter != '\0') {
        strbuf_printf(out, "  -%c, --%s", option->letter, option->name);
    } else {
        strbuf_printf(out, "      --%s", option->name);
    }
    if (option->kind == OPTION_OPTIONAL) {
        strbuf_printf(out, "[=%s]", option->value);
    } else if (option->value != NULL) {
        strbuf_printf(out, " %s", option->value);
    }
    pad_to(out, start, HELP_AT);
    add_wrapped(out, text);
}

/* Appends the short help: 24 lines. */
static void add_short(struct strbuf *out)
{
    strbuf_adds(out, usage);
    strbuf_adds(out, "Finds what a Windows DLL must not do while the loader lock is held.\n\n");
    for (size_t i = 0; i < options_table_n; i++) {
        const struct option *option = &options_table[i];
        if (option->short_help) {
            add_option(out, option, option->brief != NULL ? option->brief : option->help);
        }
    }
    strbuf_adds(out, "\nExit status: 0 nothing found, 1 findings, 2 the analysis failed.\n");
    strbuf_adds(out, "Example: dllmain-lint -p build\n");
}

void options_help(struct strbuf *out, bool all)
{
    if (!all) {
        add_short(out);
        return;
    }
    strbuf_adds(out, usage);
    strbuf_adds(out, options_intro);
    for (unsigned group = 0; group < GROUP_PRIVATE; group++) {
        strbuf_printf(out, "\n%s:\n", options_group_name((enum option_group)group));
        for (size_t i = 0; i < options_table_n; i++) {
            if (options_table[i].group == group) {
                add_option(out, &options_table[i], options_table[i].help);
            }
        }
    }
    strbuf_adds(out, options_subcommands);
    strbuf_adds(out, options_examples);
    strbuf_adds(out, options_statuses);
}

void options_generate(struct strbuf *out, const char *what)
{
    if (strcmp(what, "man") == 0) {
        options_man(out);
    } else {
        options_shell(out, what);
    }
}

void options_version(struct strbuf *out, const char *clang_version, const char *resource_folder)
{
    strbuf_printf(out, "dllmain-lint %s\n", DLLMAIN_LINT_VERSION);
    strbuf_printf(out, "libclang: %s\n",
                  clang_version != NULL
                      ? clang_version
                      : "not known: dllmain-lint-worker, which has it, cannot be run; it must lie "
                        "beside dllmain-lint");
    strbuf_printf(out, "clang's headers: %s\n",
                  resource_folder != NULL
                      ? resource_folder
                      : "not found (Debian has them in the package libclang-common-19-dev)");
}
