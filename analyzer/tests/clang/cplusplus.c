/* cplusplus.c - the front end on C++: methods, implicit calls, globals that run code. */
#include <criterion/criterion.h>

#include "tree.h"

#define HEAD "struct A { A(); A(int); ~A(); void k(); virtual void m(); }; int g(int);\n"

Test(clang_cplusplus, calls_methods_on_their_objects)
{
    struct parsed parsed = tree_of("methods", "a.cpp",
                                   HEAD "struct B : A { void f() { k(); m(); A::m(); } };"
                                        " void f(A *a, B &b) { a->m(); b.k(); }");
    cr_expect_str_eq(
        tree_body(&parsed, "B::f"),
        "(block (call (field A::k -> (ref this))) (call dynamic (field A::m -> (ref this)))"
        " (call (field A::m -> (ref this))))");
    cr_expect_str_eq(tree_body(&parsed, "f"),
                     "(block (call dynamic (field A::m -> (ref a))) (call (field A::k (ref b))))");
    arena_destroy(parsed.arena);
}

Test(clang_cplusplus, destroys_locals_at_the_end_of_their_block)
{
    struct parsed parsed = tree_of("locals", "a.cpp", HEAD "void f() { A a; A b(2); }");
    cr_expect_str_eq(tree_body(&parsed, "f"),
                     "(block (declare a (construct A::A)) (declare b (construct A::A (int 2)))"
                     " (destroy A::~A (ref b)) (destroy A::~A (ref a)))");
    arena_destroy(parsed.arena);
}

Test(clang_cplusplus, composes_what_constructors_and_destructors_do)
{
    struct parsed parsed =
        tree_of("members", "a.cpp",
                HEAD "struct B : A { A x; int q; int r = g(2); B() : A(3), q(g(1)) { g(4); }"
                     " ~B() { g(5); } }; struct C { B b; A a; }; C c;");
    cr_expect_str_eq(tree_body(&parsed, "B::B"),
                     "(block (assign (deref (ref this)) (construct A::A -> (int 3)))"
                     " (assign (field B::x -> (ref this)) (construct A::A))"
                     " (assign (field B::q -> (ref this)) (call (ref g) (int 1)))"
                     " (assign (field B::r -> (ref this)) (call (ref g) (int 2)))"
                     " (block (call (ref g) (int 4))))");
    cr_expect_str_eq(tree_body(&parsed, "B::~B"),
                     "(block (block (call (ref g) (int 5)))"
                     " (destroy A::~A (field B::x -> (ref this))) (destroy A::~A (ref this)))");
    cr_expect_str_eq(tree_body(&parsed, "C::C"),
                     "(block (assign (field C::b -> (ref this)) (construct B::B))"
                     " (assign (field C::a -> (ref this)) (construct A::A)))");
    cr_expect_str_eq(tree_body(&parsed, "C::~C"),
                     "(block (destroy A::~A (field C::a -> (ref this)))"
                     " (destroy B::~B (field C::b -> (ref this))))");
    cr_expect_neq(tree_function(&parsed, "C::C")->flags & FUNCTION_IMPLICIT, 0);
    arena_destroy(parsed.arena);
}

Test(clang_cplusplus, knows_which_globals_run_code)
{
    struct parsed parsed =
        tree_of("dynamic", "a.cpp",
                HEAD "A a; int d = g(1); int k = 3; struct P { int x = 3; }; P p;"
                     " constexpr int sq(int x) { return x * x; } int s = sq(3);"
                     " struct K { constexpr K(int y) : x(y) {} int x; }; K c(1);"
                     " struct H { A a; }; H h[2]; struct D { ~D(); }; D only; thread_local A t;");
    cr_expect_eq(tree_global(&parsed, "a")->flags, GLOBAL_DYNAMIC | GLOBAL_DESTROYED);
    cr_expect_eq(tree_global(&parsed, "d")->flags, GLOBAL_DYNAMIC);
    cr_expect_eq(tree_global(&parsed, "k")->flags, 0);
    cr_expect_eq(tree_global(&parsed, "p")->flags, 0);
    cr_expect_eq(tree_global(&parsed, "s")->flags, 0);
    cr_expect_eq(tree_global(&parsed, "c")->flags, 0);
    cr_expect_eq(tree_global(&parsed, "h")->flags, GLOBAL_DYNAMIC | GLOBAL_DESTROYED);
    cr_expect_eq(tree_global(&parsed, "only")->flags, GLOBAL_DESTROYED);
    cr_expect_neq(tree_symbol(&parsed, "t")->flags & SYMBOL_THREAD, 0);
    arena_destroy(parsed.arena);
}

Test(clang_cplusplus, walks_instantiations_not_patterns)
{
    struct parsed parsed =
        tree_of("templates", "a.cpp",
                HEAD "template <class T> void t(T x) { x.k(); }"
                     " template <class H> struct G { H h; G(H x) : h(x) {} ~G() { g(9); } };"
                     " void f(A &a) { t<A &>(a); G<int> guard(1); }");
    cr_expect_str_eq(tree_body(&parsed, "t"), "(block (call (field A::k (ref x))))");
    cr_expect_str_eq(tree_body(&parsed, "G::~G"), "(block (block (call (ref g) (int 9))))");
    arena_destroy(parsed.arena);
}

Test(clang_cplusplus, lambdas_are_functions_that_know_this)
{
    struct parsed parsed =
        tree_of("lambda", "a.cpp",
                HEAD "struct B { void n(); void f() { auto l = [this](int x) { n(); return x; };"
                     " l(3); } };");
    cr_expect_str_eq(tree_body(&parsed, "B::f"),
                     "(block (declare l (lambda B::f::(lambda)::operator()))"
                     " (call (field B::f::(lambda)::operator() (ref l)) (int 3)))");
    cr_expect_str_eq(tree_body(&parsed, "B::f::(lambda)::operator()"),
                     "(block (call (field B::n -> (ref this))) (return (ref x)))");
    arena_destroy(parsed.arena);
}

Test(clang_cplusplus, default_arguments_are_seen_at_the_call)
{
    struct parsed parsed =
        tree_of("defaults", "a.cpp", HEAD "void d(int x = g(5)); void f() { d(); }");
    cr_expect_str_eq(tree_body(&parsed, "f"), "(block (call (ref d) (call (ref g) (int 5))))");
    arena_destroy(parsed.arena);
}

Test(clang_cplusplus, conditions_may_declare)
{
    struct parsed parsed =
        tree_of("conditions", "a.cpp", HEAD "void f() { if (int q = g(1); q) g(2); }");
    cr_expect_str_eq(tree_body(&parsed, "f"), "(block (block (declare q (call (ref g) (int 1)))"
                                              " (if (ref q) (call (ref g) (int 2)))))");
    arena_destroy(parsed.arena);
}

Test(clang_cplusplus, names_are_qualified)
{
    struct parsed parsed = tree_of("names", "a.cpp",
                                   "namespace n { struct C { static void s(); }; void p(); }"
                                   " namespace { void q() {} } extern \"C\" void r();"
                                   " void f() { n::C::s(); n::p(); q(); r(); }");
    cr_expect_str_eq(tree_body(&parsed, "f"),
                     "(block (call (ref n::C::s)) (call (ref n::p)) (call (ref (anonymous)::q))"
                     " (call (ref r)))");
    cr_expect_neq(tree_symbol(&parsed, "n::p")->flags & SYMBOL_NAMESPACED, 0);
    cr_expect_eq(tree_symbol(&parsed, "(anonymous)::q")->flags & SYMBOL_NAMESPACED, 0);
    cr_expect_eq(tree_symbol(&parsed, "r")->flags, 0);
    arena_destroy(parsed.arena);
}
