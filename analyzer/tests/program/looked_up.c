/* looked_up.c - which functions pointers hold that were looked up by name, and in whose DLL. */
#include "fixture.h"

TestSuite(looked_up, .timeout = 60);

#define LOOKUP_PACK                                                                                \
    "{'family':'test','defaults':{'dll':'','why':'Why.','verdict':'risky','effects':[],"           \
    "'confidence':'inferred','source':'https://example.com'},'entries':["                          \
    "{'name':'Load','returns':'module','cases':["                                                  \
    "{'when':[{'param':0,'matches':'base|base.dll'}],'returns':'system-module'}]},"                \
    "{'name':'Get','returns':'found-module'},"                                                     \
    "{'name':'GetInto','returns':'found-module','returnsIn':1},"                                   \
    "{'name':'Find','returns':'function'}]}"

#define LOOKUP_SYMBOLS                                                                             \
    "(symbol 'Load' dllimport pointer) (symbol 'Find' dllimport pointer)"                          \
    "(symbol 'Get' dllimport pointer) (symbol 'GetInto' dllimport)"                                \
    "(symbol global 'hook' type 'void (*)(void)' pointer)"                                         \
    "(symbol global 'other' type 'void (*)(void)' pointer)"                                        \
    "(symbol global 'dll' type 'void *' pointer)"                                                  \
    "(symbol param 'name' type 'const char *' pointer)"                                            \
    "(symbol param 'file' type 'const char *' pointer)"                                            \
    "(symbol param 'into' type 'void (**)(void)' pointer)"                                         \
    "(symbol 'get' type 'void (*(const char *, const char *))(void)' pointer)"                     \
    "(symbol field 'entry::name' usr 'c:@entry@name' type 'const char *' pointer)"                 \
    "(symbol field 'entry::into' usr 'c:@entry@into' type 'void **' pointer)"                      \
    "(symbol field 'entry::call' usr 'c:@entry@call' type 'void *' pointer)"                       \
    "(symbol global 'table' type 'struct entry[2]' record-value)"

static void expect_slots(int line, const char *text, const char *expected)
{
    struct fixture fixture = {.arena = arena_create()};
    struct strbuf out;
    strbuf_init(&out, fixture.arena);
    struct diag diag = {.to = &out};
    fixture.packs = packs_create(fixture.arena);
    const char *pack = fixture_quoted(fixture.arena, LOOKUP_PACK);
    bool ok = packs_add(fixture.arena, fixture.packs, "test.json", pack, &diag) &&
              packs_finish(fixture.arena, fixture.packs, &diag);
    cr_assert(ok, "%s", out.text);
    (void)fixture_add(&fixture, "/src/a.c",
                      arena_printf(fixture.arena, "%s%s", LOOKUP_SYMBOLS, text));
    out.len = 0;
    program_write(&out, fixture_link(&fixture));
    const char *slots = strstr(out.text, "\nslot ");
    expect_text(line, slots == NULL ? "" : slots + 1, expected);
    fixture_end(&fixture);
}

#define EXPECT_SLOTS(text, expected) expect_slots(__LINE__, (text), (expected))
#define H(body) FUNCTION("h", body)
#define TEXT(text) "(string '" text "')"
#define LOAD(name) CALL("Load", name)
#define FIND(module, name) CALL("Find", module " " name)

Test(looked_up, by_a_literal_name)
{
    EXPECT_SLOTS(H(SET("hook", FIND(LOAD(TEXT("a.dll")), TEXT("f")))),
                 "slot hook: \"f\" (loaded)\n");
    EXPECT_SLOTS(H(SET("hook", FIND(LOAD(TEXT("BASE.dll")), TEXT("f")))),
                 "slot hook: \"f\" (system)\n");
    EXPECT_SLOTS(H(SET("hook", FIND(CALL("Get", TEXT("a.dll")), TEXT("f")))),
                 "slot hook: \"f\" (found)\n");
    EXPECT_SLOTS(H(SET("hook", FIND(REF("x"), TEXT("f")))), "slot hook: \"f\" (?)\n");
    EXPECT_SLOTS(H(SET("hook", FIND(LOAD(TEXT("a.dll")), INT(7)))),
                 "slot hook: \"ordinal 7\" (loaded)\n");
}

Test(looked_up, in_a_module_that_a_variable_holds)
{
    EXPECT_SLOTS(H(SET("dll", LOAD(TEXT("a.dll"))) SET("hook", FIND(REF("dll"), TEXT("f")))),
                 "slot hook: \"f\" (loaded)\n");
    EXPECT_SLOTS(H(SET("dll", LOAD(TEXT("a.dll"))) SET("dll", CALL("Get", TEXT("a.dll")))
                       SET("hook", FIND(REF("dll"), TEXT("f")))),
                 "slot hook: \"f\" (?)\n");
    EXPECT_SLOTS(H(CALL("GetInto", TEXT("a.dll") " " ADDRESS("dll"))
                       SET("hook", FIND(REF("dll"), TEXT("f")))),
                 "slot hook: \"f\" (found)\n");
}

Test(looked_up, several_names_are_all_kept)
{
    EXPECT_SLOTS(H(SET("hook", FIND(LOAD(TEXT("a.dll")), TEXT("f")))
                       SET("hook", FIND(LOAD(TEXT("a.dll")), TEXT("g")))),
                 "slot hook: \"f\" (loaded) \"g\" (loaded)\n");
    EXPECT_SLOTS(H(SET("hook", FIND(LOAD(TEXT("a.dll")), REF("x")))), "");
}

#define HELPER                                                                                     \
    FUNCTION_OF("get", "$file $name", "(return " FIND(LOAD(REF("file")), REF("name")) ")")

Test(looked_up, by_a_helper_for_each_of_its_calls)
{
    EXPECT_SLOTS(HELPER H(SET("hook", CALL("get", TEXT("a.dll") TEXT("f")))
                              SET("other", CALL("get", TEXT("base") TEXT("g")))),
                 "slot hook: \"f\" (loaded)\nslot other: \"g\" (system)\n");
}

Test(looked_up, where_a_parameter_points)
{
    EXPECT_SLOTS(FUNCTION_OF("k", "$into",
                             "(assign (deref (ref $into)) " FIND(
                                 LOAD(TEXT("a.dll")), TEXT("f")) ")") H(CALL("k", ADDRESS("hook"))),
                 "slot into: \"f\" (loaded)\nslot hook: \"f\" (loaded)\n");
}

#define ENTRY(name, hook)                                                                          \
    "(init-list (init-field $'entry::name' " TEXT(name) ") (init-field $'entry::into' " hook "))"
#define ELEMENT "(index (ref $table) (ref $x))"

Test(looked_up, by_a_table_of_names_and_addresses)
{
    EXPECT_SLOTS("(global $table (init-list " ENTRY("f", ADDRESS("hook"))
                     ENTRY("g", ADDRESS("other")) "))" //
                 H("(assign (deref (field $'entry::into' " ELEMENT
                   ")) " FIND(LOAD(TEXT("a.dll")), "(field $'entry::name' " ELEMENT ")") ")"),
                 "slot entry::into: \"f\" (loaded) \"g\" (loaded)\n"
                 "slot hook: \"f\" (loaded)\nslot other: \"g\" (loaded)\n");
    EXPECT_SLOTS("(global $table (init-list " ENTRY("f", INT(0)) ENTRY("g", INT(0)) "))" //
                 H("(assign (field $'entry::call' " ELEMENT
                   ") " FIND(LOAD(TEXT("a.dll")), "(field $'entry::name' " ELEMENT ")") ")"),
                 "slot entry::call: \"f\" (loaded) \"g\" (loaded)\n");
}
