/* includes.c - names and leading directives of texts; descriptions of preambles that are damaged.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "facts/includes.h"
#include "facts/preamble.h"

static struct arena *arena;

static void set_up(void)
{
    arena = arena_create();
}

static void tear_down(void)
{
    arena_destroy(arena);
}

/* The names of a text, each with its mark, between blanks. */
static const char *names_of(const char *text)
{
    struct include_names names = {0};
    struct strbuf out;
    strbuf_init(&out, arena);
    includes_scan(arena, text, strlen(text), &names);
    for (uint32_t i = 0; i < names.names.n; i++) {
        const struct include_name *name = &names.names.at[i];
        strbuf_printf(&out, "%s%s%c%s", i > 0 ? " " : "", name->next ? "next" : "",
                      name->quoted ? '"' : '<', name->name);
    }
    return out.text;
}

static struct directives leading(const char *text)
{
    return includes_leading(arena, text, strlen(text));
}

TestSuite(includes, .init = set_up, .fini = tear_down);

Test(includes, every_branch_counts)
{
    cr_assert_str_eq(names_of("#if 0\n#include <a.h>\n#else\n # \tinclude \"b\\c.h\"\n#endif\n"
                              "#include_next <d.h>\n#import <e.h>\n/* #include <f.h> */\n"),
                     "<a.h \"b/c.h next<d.h <e.h <f.h");
}

Test(includes, macros_and_questions_hold_names)
{
    cr_assert_str_eq(
        names_of("#define CONFIG <config.h>\n#define TEXT \"no name\"\n#include CONFIG\n"
                 "#if __has_include(<a.h>) && \\\n  __has_include ( \"b.h\" )\n#endif\n"
                 "#include <\n#include \"\n#include\n#"),
        "<config.h <a.h \"b.h");
}

Test(includes, the_leading_run_is_comments_and_directives)
{
    struct directives run = leading("// one\n/* two\n */ #include <a.h> // x\n\n"
                                    "\t# define B(x) x /* c */ + \\\n  1\n#undef C\nint x;\n"
                                    "#include <d.h>\n");
    cr_assert_eq(run.n, 3);
    cr_assert_str_eq(run.at[0].text, "    #include <a.h>");
    cr_assert_str_eq(run.at[0].include.name, "a.h");
    cr_assert_eq(run.at[0].line, 3);
    cr_assert_str_eq(run.at[1].text, "\t# define B(x) x         + \\\n  1");
    cr_assert_eq(run.at[1].n_lines, 2);
    cr_assert_eq(run.at[2].line, 7);
}

Test(includes, what_is_not_understood_ends_the_run)
{
    static const char *const ends[] = {
        "#if 1\n",
        "#pragma once\n",
        "#include A\n",
        "#include <a.h> x\n",
        "#include <a\n",
        "#include \"a\\b.h\"\n",
        "#define A \"\\n\"\n",
        ("#define A ?" /* two literals: together they would be a trigraph here */
         "?/\n"),
        "#inc\\\nlude <a.h>\n",
        "/* open",
        "x",
        "#define\n",
        "#import <a.h>\n",
        "# 1 \"a\"\n",
    };
    for (size_t i = 0; i < sizeof ends / sizeof *ends; i++) {
        const char *text =
            arena_printf(arena, "#include <first.h>\n%s#include <last.h>\n", ends[i]);
        cr_assert_eq(leading(text).n, 1, "%s", ends[i]);
    }
    cr_assert_eq(leading("\xef\xbb\xbf#include <a.h>\r\n#define X\r\n").n, 2);
    cr_assert_eq(leading("\xff\xfe#\0i\0").n, 0);
    cr_assert_eq(leading("").n, 0);
}

static struct strbuf described(void)
{
    struct preamble preamble = {0};
    struct preamble_part part = {"/c/a.pch", 10, "00112233445566778899aabbccddeeff",
                                 "/s/.a.c",  0,  2};
    VEC_PUSH(arena, &preamble.parts, part);
    VEC_PUSH(arena, &preamble.directives, "#define A \\\n\t1");
    VEC_PUSH(arena, &preamble.directives, "#include \"b\tc.h\"");
    VEC_PUSH(arena, &preamble.files, ((struct source_file){"/s/b\tc.h", 3, "", true}));
    VEC_PUSH(arena, &preamble.decls, ((struct preamble_decl){true, "/s/b\tc.h", 7, 9, "c:@x\\"}));
    struct strbuf out;
    strbuf_init(&out, arena);
    preamble_write(&out, &preamble);
    return out;
}

Test(includes, a_description_comes_back)
{
    struct strbuf text = described();
    struct preamble *preamble = preamble_read(arena, text.text, text.len);
    cr_assert_not_null(preamble);
    cr_assert_str_eq(preamble->directives.at[0], "#define A \\\n\t1");
    cr_assert_str_eq(preamble->files.at[0].path, "/s/b\tc.h");
    cr_assert(preamble->decls.at[0].if_defined);
    cr_assert_str_eq(preamble->decls.at[0].usr, "c:@x\\");
    cr_assert_not(preamble_is_whole(preamble));
    struct strbuf again;
    strbuf_init(&again, arena);
    preamble_write(&again, preamble);
    cr_assert_eq(again.len, text.len);
    cr_assert_arr_eq(again.text, text.text, text.len);
}

Test(includes, a_damaged_description_is_none)
{
    struct strbuf text = described();
    for (size_t len = 0; len < text.len; len++) {
        cr_assert_null(preamble_read(arena, text.text, len), "%zu bytes", len);
    }
    for (size_t at = 0; at < text.len; at++) {
        char *copy = arena_strndup(arena, text.text, text.len);
        copy[at] ^= 1;
        cr_assert_null(preamble_read(arena, copy, text.len), "byte %zu", at);
    }
}
