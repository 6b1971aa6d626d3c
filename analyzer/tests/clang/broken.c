/* broken.c - the front end on sources that do not parse, or parse only with help. */
#include <criterion/criterion.h>
#include <string.h>

#include "tree.h"

Test(clang_broken, keeps_calls_of_undeclared_functions)
{
    struct parsed parsed = tree_of("undeclared", "a.c", "int f(int x) { g(x); return 1; }");
    cr_expect_str_eq(tree_body(&parsed, "f"),
                     "(block (call broken (ref g?) (ref x)) (return (int 1)))");
    cr_expect_eq(parsed.unit->status, UNIT_PARTIAL);
    cr_expect_neq(tree_function(&parsed, "f")->flags & FUNCTION_PARTIAL, 0);
    arena_destroy(parsed.arena);
}

Test(clang_broken, keeps_unresolved_calls_in_cplusplus)
{
    struct parsed parsed = tree_of("undeclared_cpp", "a.cpp", "int f(int x) { g(x); return 1; }");
    cr_expect_str_eq(tree_body(&parsed, "f"),
                     "(block (call broken (ref g?) (ref x)) (return (int 1)))");
    arena_destroy(parsed.arena);
}

Test(clang_broken, recovers_calls_and_labels_that_clang_dropped)
{
    struct parsed parsed = tree_of("dropped", "a.c",
                                   "void *load(const char *); void *h;\n"
                                   "void f(int r) { switch (r) { case UNKNOWN: h->x = load(\"a\"); "
                                   "break; case 2: load(\"b\"); }"
                                   " thing = load(OTHER); }");
    cr_expect_str_eq(tree_body(&parsed, "f"),
                     "(block (switch (ref r) (block (default broken)"
                     " (assign (opaque broken (ref h)) (call (ref load) (string \"a\"))) (break)"
                     " (case 2 (call (ref load) (string \"b\")))))"
                     " (opaque broken (call broken (ref load) (opaque))))");
    arena_destroy(parsed.arena);
}

Test(clang_broken, says_what_is_missing_in_words_of_clang)
{
    struct parsed parsed = tree_of("missing", "a.c", "#include <nowhere.h>\nint x;\n");
    cr_assert_eq(parsed.unit->errors.n, 1);
    cr_expect(parsed.unit->errors.at[0].fatal);
    cr_expect_str_eq(parsed.unit->errors.at[0].message, "'nowhere.h' file not found");
    cr_expect_not_null(tree_global(&parsed, "x"));
    arena_destroy(parsed.arena);
}

Test(clang_broken, finds_headers_without_case_and_with_backslashes)
{
    struct parsed parsed = tree_start("nocase");
    tree_write(&parsed, "Sub/Other.h", "void g(void);\n", 14);
    tree_write(&parsed, "beside.h", "#pragma once\nvoid h(void);\n", 27);
    tree_parse(&parsed, "a.c",
               "#include \"sub\\other.H\"\n#include \"Beside.h\"\n"
               "#include \"beside.h\"\nvoid f(void) { g(); h(); }\n");
    cr_expect_eq(parsed.unit->status, UNIT_COMPLETE);
    cr_expect_str_eq(tree_body(&parsed, "f"), "(block (call (ref g)) (call (ref h)))");
    cr_assert_eq(parsed.unit->files.n, 3);
    cr_expect(strstr(parsed.unit->files.at[1].path, "/Sub/Other.h") != NULL);
    cr_expect(strstr(parsed.unit->files.at[2].path, "/beside.h") != NULL);
    arena_destroy(parsed.arena);
}

Test(clang_broken, finds_windows_headers_without_case)
{
    struct parsed parsed = tree_of("windows", "a.c",
                                   "#include <Windows.h>\nvoid f(HANDLE h) { CloseHandle(h);"
                                   " WaitForSingleObject(h, INFINITE); }\n");
    cr_expect_eq(parsed.unit->status, UNIT_COMPLETE);
    cr_expect_str_eq(tree_body(&parsed, "f"),
                     "(block (call (ref CloseHandle) (ref h))"
                     " (call (ref WaitForSingleObject) (ref h) (int 4294967295)))");
    cr_expect_eq(tree_symbol(&parsed, "CloseHandle")->flags, SYMBOL_SYSTEM | SYMBOL_DLLIMPORT);
    arena_destroy(parsed.arena);
}

Test(clang_broken, reads_headers_in_utf16)
{
    static const char header[] = "\xFF\xFEi\0n\0t\0 \0x\0;\0\n";
    struct parsed parsed = tree_start("utf16");
    tree_write(&parsed, "wide.h", header, sizeof header);
    tree_parse(&parsed, "a.c", "#include \"wide.h\"\nint f(void) { return x; }\n");
    cr_expect_eq(parsed.unit->status, UNIT_COMPLETE);
    cr_expect_str_eq(tree_body(&parsed, "f"), "(block (return (ref x)))");
    arena_destroy(parsed.arena);
}

Test(clang_broken, survives_deep_nesting)
{
    struct parsed parsed = tree_start("deep");
    static char text[100000];
    size_t at = 0;
    memcpy(text, "int f(int x) { return 0", 23);
    for (at = 23; at + 20 < sizeof text; at += 2) {
        text[at] = '+';
        text[at + 1] = 'x';
    }
    memcpy(text + at, "; }", 4);
    tree_parse(&parsed, "a.c", text);
    cr_expect_not_null(tree_function(&parsed, "f"));
    cr_expect_eq(parsed.unit->errors.n, 1);
    arena_destroy(parsed.arena);
}
