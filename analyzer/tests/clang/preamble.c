/* preamble.c - a preamble that is damaged, gone or old changes no fact. */
#include <criterion/criterion.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/strbuf.h"
#include "facts/extract.h"
#include "facts/text.h"

static struct arena *arena;
static const char *folder, *pch;
static const char *args[] = {"--target=x86_64-w64-windows-gnu", "-w"};
static struct extract_request request;

static void write_text(const char *name, const char *text)
{
    cr_assert_null(os_write_file(arena, path_join(arena, folder, name), text, strlen(text)));
}

/* A preamble on top of another one, and a unit with an error of its own. */
static void set_up(void)
{
    arena = arena_create();
    folder = arena_printf(arena, "%s/dllmain-lint.preamble.%llu", os_temporary_folder(arena),
                          (unsigned long long)os_process_id());
    write_text("one.h", "#pragma once\nint one(void);\n");
    write_text("two.h", "#pragma once\nstatic inline int two(void) { return 2; }\n");
    write_text("a.c", "#include \"one.h\"\n#define VALUE 3\n#include \"two.h\"\n"
                      "int f(void) { return one() + two() + VALUE; }\n"
                      "int g(void) { return one() + lost(VALUE, unknown); }\n");
    request = (struct extract_request){
        .file = path_join(arena, folder, "a.c"), .args = args, .n_args = 2};
    const char *below = path_join(arena, folder, "one.pch");
    pch = path_join(arena, folder, "two.pch");
    cr_assert_null(facts_make_preamble(arena, &request, 1, below));
    request.preamble = below;
    cr_assert_null(facts_make_preamble(arena, &request, 3, pch));
}

static void tear_down(void)
{
    os_remove_folder(folder);
    arena_destroy(arena);
}

static struct strbuf facts_of(const char *preamble, bool *used)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    request.preamble = preamble;
    request.on_preamble = used;
    facts_write(&out, facts_extract(arena, &request));
    return out;
}

static void same_facts(bool on_preamble)
{
    bool used = false;
    struct strbuf plain = facts_of(NULL, &used);
    cr_assert_not(used);
    struct strbuf other = facts_of(pch, &used);
    cr_assert_eq(used, on_preamble);
    cr_assert_str_eq(other.text, plain.text);
}

TestSuite(preamble, .init = set_up, .fini = tear_down);

Test(preamble, a_unit_with_an_error_stands_on_it)
{
    same_facts(true);
}

Test(preamble, one_that_is_cut_off_is_not_used)
{
    size_t len = 0;
    const char *bytes = os_read_file(arena, pch, &len, NULL);
    cr_assert_null(os_write_file(arena, pch, bytes, len / 2));
    same_facts(false);
}

Test(preamble, one_that_is_gone_is_not_used)
{
    os_remove(pch);
    same_facts(false);
}

Test(preamble, one_whose_base_is_gone_is_not_used)
{
    os_remove(path_join(arena, folder, "one.pch"));
    same_facts(false);
}

Test(preamble, one_whose_header_has_grown_is_not_used)
{
    write_text("two.h", "#pragma once\nstatic inline int two(void) { return 22; }\n");
    same_facts(false);
}

Test(preamble, one_of_other_directives_is_not_used)
{
    write_text("a.c", "#include \"one.h\"\n#define VALUE 4\n#include \"two.h\"\n"
                      "int f(void) { return one() + two() + VALUE; }\n");
    same_facts(false);
}
