/* c.c - the front end on C: statements, expressions, constants, initialisers, attributes. */
#include <criterion/criterion.h>

#include "tree.h"

#define BODY(text, expected)                                                                       \
    do {                                                                                           \
        struct parsed parsed = tree_of(__func__, "a.c", text);                                     \
        cr_expect_str_eq(tree_body(&parsed, "f"), expected);                                       \
        arena_destroy(parsed.arena);                                                               \
    } while (0)

Test(clang_c, tells_missing_parts_of_for_apart)
{
    BODY("void g(int); void f(int i) { for (;i < 1;) g(1); for (i = 0;/*;*/;i++) g(2); for (;;) {} "
         "}",
         "(block (for (none) (binary< (ref i) (int 1)) (none) (call (ref g) (int 1)))"
         " (for (assign (ref i) (int 0)) (none) (step+ (ref i)) (call (ref g) (int 2)))"
         " (for (none) (none) (none) (block)))");
}

Test(clang_c, keeps_the_shape_of_switch)
{
    BODY("enum { A = 7 }; void g(int); void f(int i) { switch (i) { case 1: case 2: g(1); break;"
         " case 4 ... 6: default: g(A); } }",
         "(block (switch (ref i) (block (case 1 (case 2 (call (ref g) (int 1)))) (break)"
         " (case 4..6 (default (call (ref g) (int 7)))))))");
}

Test(clang_c, folds_constants_that_a_cast_changes)
{
    BODY("void g(unsigned); void f(void) { g((unsigned)-1); g((unsigned char)257); g(0xFFFFFFFF);"
         " g(sizeof(int[3])); g('a'); g(-1); }",
         "(block (call (ref g) (int 4294967295)) (call (ref g) (int 1))"
         " (call (ref g) (int 4294967295)) (call (ref g) (int 12)) (call (ref g) (int 97))"
         " (call (ref g) (int 4294967295)))");
}

Test(clang_c, does_not_call_what_sizeof_names)
{
    BODY("int g(void); int f(void) { return sizeof(g()); }", "(block (return (int 4)))");
}

Test(clang_c, decodes_strings_to_utf8)
{
    BODY("void g(const void *); void f(void) { g(\"a\\n\" \"b\"); g(L\"x\" L\"\\x20AC\");"
         " g(u\"\\xD83D\\xDE00\"); }",
         "(block (call (ref g) (string \"a\nb\")) (call (ref g) (string \"x\xE2\x82\xAC\"))"
         " (call (ref g) (string \"\xF0\x9F\x98\x80\")))");
}

Test(clang_c, calls_through_values_keep_the_path_to_the_pointer)
{
    BODY("struct v { void (*release)(void *); }; struct o { struct v *vt; };"
         " typedef void (*fp)(int); fp table[2];"
         " void f(struct o *p, fp q) { p->vt->release(p); table[1](2); (*q)(3); }",
         "(block (call (field v::release -> (field o::vt -> (ref p))) (ref p))"
         " (call (index (ref table) (int 1)) (int 2)) (call (deref (ref q)) (int 3)))");
}

Test(clang_c, knows_conditional_without_middle_and_statement_expressions)
{
    BODY(
        "int g(int); int f(int x) { x += x ?: 4; x = ({ g(1); 3; }); return (x, (int)(void *)0); }",
        "(block (assign+ (ref x) (cond (ref x) (none) (int 4)))"
        " (assign (ref x) (statement-expr (call (ref g) (int 1)) (int 3)))"
        " (return (comma (ref x) (int 0 null))))");
}

Test(clang_c, structured_exceptions_have_nodes)
{
    BODY("void g(int); void f(int x) { __try { g(1); __leave; } __except (x == 3) { g(2); }"
         " __try { g(3); } __finally { g(4); } }",
         "(block (seh-try (block (call (ref g) (int 1)) (seh-leave))"
         " (seh-except (binary== (ref x) (int 3)) (block (call (ref g) (int 2)))))"
         " (seh-try (block (call (ref g) (int 3))) (seh-finally (block (call (ref g) (int 4))))))");
}

Test(clang_c, reads_designated_and_positional_initialisers)
{
    struct parsed parsed = tree_of("init", "a.c",
                                   "void g(void); struct i { int x, y; };"
                                   " struct s { int a; struct i n; void (*f)(void); };"
                                   " struct s t = {.n.y = 3, .f = g}; struct s u = {1, {2, 3}, g};"
                                   " void (*v[])(void) = {g, 0, [5] = &g};");
    cr_expect_str_eq(tree_init(&parsed, "t"),
                     "(list (set-field s::n (list (set-field i::y (int 3))))"
                     " (set-field s::f (ref g)))");
    cr_expect_str_eq(tree_init(&parsed, "u"),
                     "(list (set-field s::a (int 1))"
                     " (set-field s::n (list (set-field i::x (int 2)) (set-field i::y (int 3))))"
                     " (set-field s::f (ref g)))");
    cr_expect_str_eq(tree_init(&parsed, "v"),
                     "(list (ref g) (int 0 null) (set-index 5 (address (ref g))))");
    cr_expect_eq(parsed.unit->records.n, 2);
    arena_destroy(parsed.arena);
}

Test(clang_c, finds_sections_of_attributes_and_pragmas)
{
    struct parsed parsed = tree_of("sections", "a.c",
                                   "typedef void (*cb)(void); void g(void);\n"
                                   "#pragma section(\".CRT$XLB\", read)\n"
                                   "__declspec(allocate(\".CRT$XLB\")) cb one = g;\n"
                                   "#pragma const_seg(\".CRT$XLC\")\n"
                                   "extern const cb two; const cb two = g;\n"
                                   "#pragma const_seg()\n"
                                   "const cb three = g;\n"
                                   "__attribute__((section(\".CRT$XCU\"))) cb four = g;\n");
    cr_expect_str_eq(tree_global(&parsed, "one")->section, ".CRT$XLB");
    cr_expect_str_eq(tree_global(&parsed, "two")->section, ".CRT$XLC");
    cr_expect_null(tree_global(&parsed, "three")->section);
    cr_expect_str_eq(tree_global(&parsed, "four")->section, ".CRT$XCU");
    arena_destroy(parsed.arena);
}

Test(clang_c, reads_attributes_of_functions)
{
    struct parsed parsed = tree_of("attributes", "a.c",
                                   "__attribute__((constructor(101))) static void c(void) {}\n"
                                   "__attribute__((destructor)) void d(void) {}\n"
                                   "__attribute__((weak)) void w(void) {}\n"
                                   "__declspec(noreturn) __declspec(dllimport) void die(void);\n"
                                   "void use(void) { die(); }\n");
    cr_expect_eq(tree_function(&parsed, "c")->flags, FUNCTION_CONSTRUCTOR);
    cr_expect_eq(tree_function(&parsed, "c")->priority, 101);
    cr_expect_eq(tree_function(&parsed, "d")->flags, FUNCTION_DESTRUCTOR);
    cr_expect_eq(tree_function(&parsed, "w")->flags, FUNCTION_WEAK);
    cr_expect_eq(tree_symbol(&parsed, "die")->flags, SYMBOL_NORETURN | SYMBOL_DLLIMPORT);
    cr_expect_eq(tree_symbol(&parsed, "c")->flags, SYMBOL_INTERNAL);
    arena_destroy(parsed.arena);
}

Test(clang_c, remembers_the_name_that_a_macro_changed)
{
    struct parsed parsed =
        tree_of("spelled", "a.c",
                "#define DllMain my_main\n#define MAKE(n) int n(void) { return 1; }\n"
                "int DllMain(void) { return 1; }\nMAKE(made)\n");
    cr_expect_str_eq(tree_symbol(&parsed, "my_main")->spelled, "DllMain");
    cr_expect_null(tree_symbol(&parsed, "made")->spelled);
    arena_destroy(parsed.arena);
}

Test(clang_c, places_calls_where_the_macro_is_used)
{
    struct parsed parsed = tree_of("macro", "a.c",
                                   "void g(void);\n#define G() \\\n  g()\n"
                                   "void f(void)\n{\n  G();\n}\n");
    const struct function *f = tree_function(&parsed, "f");
    node_id call = node_child(parsed.unit, f->body, 0);
    const struct where *where = &parsed.unit->wheres.at[parsed.unit->nodes.at[call.i].where.i];
    cr_expect_eq(where->line, 6);
    cr_expect_eq(where->column, 3);
    cr_expect_eq(where->spelling_line, 3);
    cr_expect_str_eq(where->macro, "G");
    cr_expect_eq(f->end_line, 7);
    arena_destroy(parsed.arena);
}

Test(clang_c, static_locals_are_globals)
{
    struct parsed parsed = tree_of("static", "a.c", "int f(void) { static int n = 3; return n; }");
    cr_expect_str_eq(tree_body(&parsed, "f"), "(block (declare f::n) (return (ref f::n)))");
    cr_expect_str_eq(tree_init(&parsed, "f::n"), "(int 3)");
    cr_expect_neq(tree_symbol(&parsed, "f::n")->flags & SYMBOL_LOCAL_STATIC, 0);
    arena_destroy(parsed.arena);
}
