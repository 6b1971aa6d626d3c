/*
 * options_man.c - the manual page, dllmain-lint(1), from the table of options.
 *
 * Takes the table and the prose of --help; gives roff for the macros of man(7),
 * https://man7.org/linux/man-pages/man7/man.7.html.
 */
#include "cli/options_table.h"

#include <string.h>

/* Appends text so that roff shows each character as it is. */
static void add_text(struct strbuf *out, const char *text)
{
    static const struct {
        char c;
        const char *roff;
    } marks[] = {{'\\', "\\e"},  {'-', "\\-"},   {'\'', "\\(aq"},
                 {'^', "\\(ha"}, {'~', "\\(ti"}, {'`', "\\(ga"}};
    for (; *text != '\0'; text++) {
        const char *roff = NULL;
        for (size_t i = 0; i < sizeof marks / sizeof *marks; i++) {
            roff = marks[i].c == *text ? marks[i].roff : roff;
        }
        bool begins = out->len > 0 && out->text[out->len - 1] == '\n';
        if (roff == NULL && begins && *text == '.') {
            roff = "\\&.";
        }
        if (roff != NULL) {
            strbuf_adds(out, roff);
        } else {
            strbuf_addc(out, *text);
        }
    }
}

static void add_option(struct strbuf *out, const struct option *option)
{
    strbuf_adds(out, ".TP\n");
    if (option->letter != '\0') {
        strbuf_printf(out, "\\fB\\-%c\\fR, ", option->letter);
    }
    strbuf_adds(out, "\\fB\\-\\-");
    add_text(out, option->name);
    strbuf_adds(out, "\\fR");
    if (option->value != NULL) {
        bool optional = option->kind == OPTION_OPTIONAL;
        strbuf_adds(out, optional ? "[=\\fI" : " \\fI");
        add_text(out, option->value);
        strbuf_adds(out, optional ? "\\fR]" : "\\fR");
    }
    strbuf_addc(out, '\n');
    add_text(out, option->help);
    strbuf_addc(out, '\n');
}

/* Appends a block of --help as it is laid out there, without its heading. */
static void add_block(struct strbuf *out, const char *heading, const char *text)
{
    const char *first =
        strchr(text + 1, '\n'); /* behind the heading, which an empty line precedes */
    strbuf_printf(out, ".SH %s\n.nf\n", heading);
    add_text(out, first == NULL ? text : first + 1);
    strbuf_adds(out, ".fi\n");
}

/* Appends paragraphs. */
static void add_paragraphs(struct strbuf *out, const char *text)
{
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        if (len == 0) {
            strbuf_adds(out, ".PP\n");
        } else {
            add_text(out, arena_strndup(out->arena, text, len));
            strbuf_addc(out, '\n');
        }
        text += len + (text[len] == '\n');
    }
}

void options_man(struct strbuf *out)
{
    strbuf_adds(out,
                ".TH DLLMAIN\\-LINT 1 \"\" \"dllmain\\-lint " DLLMAIN_LINT_VERSION
                "\" \"User Commands\"\n"
                ".SH NAME\n"
                "dllmain\\-lint \\- find what a Windows DLL must not do under the loader lock\n"
                ".SH SYNOPSIS\n"
                ".B dllmain\\-lint\n"
                "[\\fIOPTIONS\\fR] [\\fIFILE\\fR...] [\\-\\- \\fICOMPILER\\-FLAG\\fR...]\n"
                ".SH DESCRIPTION\n");
    add_paragraphs(out, options_intro + 1);
    strbuf_adds(out, ".SH OPTIONS\n");
    for (unsigned group = 0; group < GROUP_PRIVATE; group++) {
        strbuf_printf(out, ".SS %s\n", options_group_name((enum option_group)group));
        for (size_t i = 0; i < options_table_n; i++) {
            if (options_table[i].group == group) {
                add_option(out, &options_table[i]);
            }
        }
    }
    add_block(out, "SUBCOMMANDS", options_subcommands);
    add_block(out, "EXAMPLES", options_examples);
    add_block(out, "EXIT STATUS", options_statuses);
}
