/*
 * help.c - tests of what the table of options makes: helps, version, colour.
 *
 * The text itself is a golden of the program (goldens/help.test); here stands what must be true of
 * any text.
 */
#include "cli/options_table.h"

#include <criterion/criterion.h>
#include <string.h>

#include "report/report.h"

static struct arena *arena;
static struct strbuf out;

static void start(void)
{
    arena = arena_create();
    strbuf_init(&out, arena);
}

static void end(void)
{
    arena_destroy(arena);
}

TestSuite(help, .init = start, .fini = end);

/* Expects lines of at most 80 columns without blanks at their end; returns their number. */
static uint32_t count_lines(const char *text)
{
    uint32_t n = 0;
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        cr_assert_leq(len, 80, "too long: %.*s", (int)len, text);
        cr_assert(len == 0 || text[len - 1] != ' ', "blank at the end: %.*s", (int)len, text);
        cr_assert_eq(text[len], '\n', "no newline at the end");
        text += len + 1;
        n++;
    }
    return n;
}

Test(help, short_help_fits_on_a_screen)
{
    options_help(&out, false);
    cr_assert_leq(count_lines(out.text), 24);
}

Test(help, long_help_fits_80_columns)
{
    options_help(&out, true);
    count_lines(out.text);
}

Test(help, long_help_shows_every_option_and_its_words)
{
    options_help(&out, true);
    for (size_t i = 0; i < options_table_n; i++) {
        const struct option *option = &options_table[i];
        bool shown = strstr(out.text, arena_printf(arena, "--%s", option->name)) != NULL;
        cr_assert_eq(shown || option->name[0] == '\0',
                     option->group != GROUP_PRIVATE || option->name[0] == '\0', "--%s",
                     option->name);
        for (size_t k = 0; option->words != NULL && option->words[k] != NULL; k++) {
            cr_assert_not_null(strstr(option->help, option->words[k]), "--%s", option->name);
        }
    }
}

Test(help, names_and_letters_are_unique_and_complete)
{
    for (size_t i = 0; i < options_table_n; i++) {
        const struct option *a = &options_table[i];
        cr_assert(a->group == GROUP_PRIVATE || a->help[0] != '\0', "--%s", a->name);
        cr_assert(!a->short_help || strlen(a->brief != NULL ? a->brief : a->help) <= 56, "--%s",
                  a->name);
        for (size_t k = i + 1; k < options_table_n; k++) {
            const struct option *b = &options_table[k];
            cr_assert_str_neq(a->name, b->name);
            cr_assert(a->letter == '\0' || a->letter != b->letter, "-%c", a->letter);
        }
    }
}

Test(help, defaults_in_the_text_are_the_real_ones)
{
    options_help(&out, true);
    cr_assert_not_null(strstr(out.text, arena_printf(arena, "default: %d;", OPTIONS_TIMEOUT)));
    cr_assert_not_null(strstr(out.text, OPTIONS_SARIF_FILE));
}

Test(help, every_format_is_named)
{
    const struct option *format = options_find_long("format", strlen("format"));
    for (size_t i = 0; report_writers[i] != NULL; i++) {
        const char *name = report_writers[i]->name;
        cr_assert_not_null(strstr(format->help, name), "%s", name);
        cr_assert_not_null(strstr(format->brief, name), "%s", name);
    }
    cr_assert_eq(report_writers[0], report_find("text"));
}

Test(help, version_names_what_it_stands_on)
{
    options_version(&out, "clang version 19.1.7", "/usr/lib/clang/19");
    cr_assert_str_eq(out.text, "dllmain-lint " DLLMAIN_LINT_VERSION "\n"
                               "libclang: clang version 19.1.7\n"
                               "clang's headers: /usr/lib/clang/19\n");
}

Test(help, version_says_which_package_has_missing_headers)
{
    options_version(&out, "clang version 19.1.7", NULL);
    cr_assert_not_null(strstr(out.text, "libclang-common-19-dev"));
}

Test(help, colour_is_what_was_asked_for)
{
    struct options options = {.colour = COLOUR_ALWAYS};
    cr_assert(options_want_colour(arena, &options, 1));
    cr_assert(options_want_colour(arena, &options, -1));
    options.colour = COLOUR_NEVER;
    cr_assert_not(options_want_colour(arena, &options, 1));
    options.colour = COLOUR_AUTO;
    cr_assert_not(options_want_colour(arena, &options, -1));
}
