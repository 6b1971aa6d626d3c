/*
 * fixture.h - tiny modules for the tests of program/ and walk/: a pack of invented APIs, and facts
 * written by hand.  In the texts ' stands for ".
 *
 * Every unit begins with the symbols of FIXTURE_SYMBOLS: the APIs One to Five that have the effect
 * "waits", others named for what they do, functions f to k with parameters and locals to share.
 */
#ifndef DLL_TESTS_PROGRAM_FIXTURE_H
#define DLL_TESTS_PROGRAM_FIXTURE_H

#include <criterion/criterion.h>
#include <string.h>

#include "facts/text.h"
#include "program/program.h"

/* Statements and expressions of facts. */
#define REF(name) "(ref $" name ")"
#define INT(number) "(int " #number ")"
#define CALL(name, arguments) "(call (ref $" name ") " arguments ")"
#define ONE CALL("One", "")
#define TWO CALL("Two", "")
#define THREE CALL("Three", "")
#define FOUR CALL("Four", "")
#define FIVE CALL("Five", "")
#define ASK CALL("Ask", "")
#define ADDRESS(name) "(address (ref $" name "))"
#define DECLARE(name, value) "(declare $" name " " value ")"
#define SET(name, value) "(assign (ref $" name ") " value ")"
#define IF(condition, then) "(if " condition " " then ")"
#define IF_ELSE(condition, then, otherwise) "(if " condition " " then " " otherwise ")"
#define IS(name, number) "(binary == (ref $" name ") (int " #number "))"
#define RETURN(number) "(return (int " #number "))"
#define BLOCK(statements) "(block " statements ")"
#define FUNCTION(name, body) "(function $" name " (block " body "))\n"
#define FUNCTION_OF(name, params, body) "(function $" name " params " params " (block " body "))\n"
#define DLLMAIN(body) FUNCTION_OF("DllMain", "$instance $reason $reserved", body)

#define FIXTURE_SYMBOLS                                                                            \
    "(symbol 'One' dllimport) (symbol 'Two' dllimport) (symbol 'Three' dllimport)\n"               \
    "(symbol 'Four' dllimport) (symbol 'Five' dllimport) (symbol 'Ask' dllimport)\n"               \
    "(symbol 'Stop' dllimport) (symbol 'Quiet' dllimport) (symbol 'EachNow' dllimport)\n"          \
    "(symbol 'EachLater' dllimport) (symbol 'EachElsewhere' dllimport)\n"                          \
    "(symbol 'AtEnd' dllimport) (symbol 'AtUnload' dllimport) (symbol 'Attaching' dllimport)\n"    \
    "(symbol 'Choose' dllimport) (symbol 'Open' dllimport) (symbol 'Count' dllimport)\n"           \
    "(symbol 'DllMain' type 'int (void *, int, void *)')\n"                                        \
    "(symbol param 'instance' type 'int') (symbol param 'reason' type 'int')\n"                    \
    "(symbol param 'reserved' type 'int')\n"                                                       \
    "(symbol 'f' type 'int ()') (symbol 'g' type 'int ()') (symbol 'h' type 'int ()')\n"           \
    "(symbol 'k' type 'int ()') (symbol 'die' noreturn type 'void ()')\n"                          \
    "(symbol param 'a' type 'int') (symbol param 'b' type 'int')\n"                                \
    "(symbol param 'c' type 'int') (symbol param 'd' type 'int')\n"                                \
    "(symbol param 'call' type 'void (*)(void)' pointer)\n"                                        \
    "(symbol local 'x' type 'int') (symbol local 'y' type 'int') (symbol local 'z' type 'int')\n"  \
    "(symbol local 'p' type 'int *' pointer) (symbol local 'array' type 'int[4]' record-value)\n"  \
    "(symbol local 'fp' type 'void (*)(void)' pointer)\n"                                          \
    "(symbol local 's' type 'struct S' record-value)\n"                                            \
    "(symbol local 't' type 'struct S' record-value)\n"                                            \
    "(symbol param 'ps' type 'struct S *' pointer) (symbol param 'vs' type 'struct S' "            \
    "record-value)\n"                                                                              \
    "(symbol field 'S::u' usr 'c:@S@S@FI@u' type 'int')\n"                                         \
    "(symbol field 'S::v' usr 'c:@S@S@FI@v' type 'int')\n"                                         \
    "(symbol label 'end') (symbol label 'again')\n"

#define FIXTURE_PACK                                                                               \
    "{'family':'test','defaults':{'dll':'','why':'Why.','verdict':'unsafe','confidence':'"         \
    "inferred',"                                                                                   \
    "'source':'https://example.com','effects':['waits']},'entries':["                              \
    "{'name':'One'},{'name':'Two'},{'name':'Three'},{'name':'Four'},{'name':'Five'},"              \
    "{'name':'Stop','effects':[],'noreturn':true},"                                                \
    "{'name':'Quiet','effects':['disables-thread-notifications']},"                                \
    "{'name':'EachNow','effects':[],'callbacks':[{'param':0,'kind':'sync'}]},"                     \
    "{'name':'EachLater','effects':[],'callbacks':[{'param':0,'kind':'later'}]},"                  \
    "{'name':'EachElsewhere','effects':[],'callbacks':[{'param':0,'kind':'other_thread'}]},"       \
    "{'name':'AtEnd','effects':[],'callbacks':[{'param':0,'kind':'registers_phase',"               \
    "'phases':['detach']}]},"                                                                      \
    "{'name':'AtUnload','effects':[],'callbacks':[{'param':0,'kind':'registers_phase',"            \
    "'phases':['process-detach-unload']}]},"                                                       \
    "{'name':'Attaching','effects':['loads-library'],'phases':['attach']},"                        \
    "{'name':'Choose','effects':['waits'],'cases':["                                               \
    "{'when':[{'param':0,'equals':0}],'effects':[]},"                                              \
    "{'when':[{'param':1,'anyBits':4}],'effects':['loads-library']},"                              \
    "{'when':[{'param':0,'known':true}],'effects':['waits-finite']}]},"                            \
    "{'name':'Open','effects':['waits'],'cases':["                                                 \
    "{'when':[{'param':0,'matches':'ext-*'}],'effects':[]},"                                       \
    "{'when':[{'param':0,'notMatches':'*.exe'}],'effects':['loads-library']}]},"                   \
    "{'name':'Count','effects':[],'cases':["                                                       \
    "{'when':[{'arguments':2}],'effects':['loads-library']},"                                      \
    "{'when':[{'param':0,'notEquals':0}],'effects':['waits']}]},"                                  \
    "{'name':'Inlined'},"                                                                          \
    "{'name':'Asks','effects':[],'cases':[{'when':[{'param':0,'equals':7}],"                       \
    "'effects':['waits']}]},"                                                                      \
    "{'name':'ns::Thread::join','match':'methods'},"                                               \
    "{'name':'Smart::*','match':'methods','effects':['com-release']},"                             \
    "{'name':'Query,AddRef,Release','match':'vtable','effects':['com-call']},"                     \
    "{'name':'Query,AddRef,Release','match':'vtable','member':'Release',"                          \
    "'effects':['com-release']}"                                                                   \
    "]}"

/* One module under test. */
struct fixture {
    struct arena *arena;
    struct packs *packs;
    VEC(const struct unit *) units;
    const char *entry; /* as in struct program_input */
};

/* Returns a copy with " for every '. */
static inline char *fixture_quoted(struct arena *arena, const char *text)
{
    char *quoted = arena_strdup(arena, text);
    for (char *p = quoted; *p != '\0'; p++) {
        *p = *p == '\'' ? '"' : *p;
    }
    return quoted;
}

/* Returns a module without units that knows the APIs of FIXTURE_PACK. */
static inline struct fixture fixture_start(void)
{
    struct fixture fixture = {.arena = arena_create()};
    struct strbuf messages;
    strbuf_init(&messages, fixture.arena);
    struct diag diag = {.to = &messages};
    fixture.packs = packs_create(fixture.arena);
    const char *pack = fixture_quoted(fixture.arena, FIXTURE_PACK);
    bool ok = packs_add(fixture.arena, fixture.packs, "test.json", pack, &diag) &&
              packs_finish(fixture.arena, fixture.packs, &diag);
    cr_assert(ok, "%s", messages.text);
    return fixture;
}

/* Frees everything that belongs to the module. */
static inline void fixture_end(struct fixture *fixture)
{
    arena_destroy(fixture->arena);
}

/* Adds a unit: its main file is `path`, file 0. */
static inline const struct unit *fixture_add(struct fixture *fixture, const char *path,
                                             const char *text)
{
    struct strbuf all;
    strbuf_init(&all, fixture->arena);
    strbuf_printf(&all, "dllmain-lint facts 1\n(unit \"%s\") (file \"%s\")\n", path, path);
    strbuf_adds(&all, fixture_quoted(fixture->arena, FIXTURE_SYMBOLS));
    strbuf_adds(&all, fixture_quoted(fixture->arena, text));
    const char *error = NULL;
    struct unit *unit = facts_read(fixture->arena, all.text, all.len, &error);
    cr_assert_not_null(unit, "%s", error);
    VEC_PUSH(fixture->arena, &fixture->units, unit);
    return unit;
}

/* Links the units that were added. */
static inline struct program *fixture_link(struct fixture *fixture)
{
    struct program_input input = {.module = "m",
                                  .packs = fixture->packs,
                                  .units = fixture->units.at,
                                  .n_units = fixture->units.n,
                                  .entry = fixture->entry};
    return program_link(fixture->arena, &input);
}

/* Fails the test, but lets it go on, if the texts differ. */
static inline void expect_text(int line, const char *got, const char *expected)
{
    cr_expect(strcmp(got, expected) == 0, "line %d: expected\n%s--- but got\n%s---", line, expected,
              got);
}

#endif
