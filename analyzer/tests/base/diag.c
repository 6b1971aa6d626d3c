/* diag.c - messages: one line each, whatever the words in them hold. */
#include "base/diag.h"

#include <criterion/criterion.h>

#include "base/arena.h"

static struct arena *arena;
static struct strbuf lines;
static struct diag diag;

static void set_up(void)
{
    arena = arena_create();
    strbuf_init(&lines, arena);
    diag = (struct diag){.to = &lines};
}

static void tear_down(void)
{
    arena_destroy(arena);
}

TestSuite(diag, .init = set_up, .fini = tear_down, .timeout = 10);

Test(diag, has_kind_place_and_text)
{
    diag_error(&diag, "a.c:3", "found %d", 1);
    diag_warning(&diag, NULL, "odd");
    diag_note(&diag, NULL, "so");
    cr_assert_str_eq(lines.text, "dllmain-lint: error: a.c:3: found 1\n"
                                 "dllmain-lint: warning: odd\ndllmain-lint: note: so\n");
    cr_assert_eq(diag.n_errors, 1);
    cr_assert_eq(diag.n_warnings, 1);
}

Test(diag, hostile_words_make_no_line_of_their_own)
{
    diag_error(&diag, "a\nb", "'%s'", "x\ndllmain-lint: note: y\x1b[2J");
    cr_assert_str_eq(lines.text, "dllmain-lint: error: a\\x0Ab: "
                                 "'x\\x0Adllmain-lint: note: y\\x1B[2J'\n");
}

Test(diag, quiet_drops_all_but_errors)
{
    diag.quiet = true;
    diag_warning(&diag, NULL, "odd");
    diag_note(&diag, NULL, "so");
    diag_error(&diag, NULL, "bad");
    cr_assert_str_eq(lines.text, "dllmain-lint: error: bad\n");
    cr_assert_eq(diag.n_warnings, 1);
}
