/* faults.c - what a fault in a pack says, and that hostile packs do no harm. */
#include <criterion/criterion.h>
#include <stdio.h>
#include <string.h>

#include "base/os.h"
#include "packs/embedded.h"
#include "support.h"

TestSuite(faults, .timeout = 120);

/* Adds a pack that must be refused, with `part` in the message. */
static void refuse(const char *text, const char *part)
{
    struct trial trial;
    trial_start(&trial);
    bool ok = trial_add(&trial, text) && packs_finish(trial.arena, trial.packs, &trial.diag);
    cr_expect_not(ok, "accepted: %s", text);
    cr_expect_not_null(strstr(trial.messages.text, part), "expected '%s' in: %s", part,
                       trial.messages.text);
    trial_end(&trial);
}

#define ENTRY(fields)                                                                              \
    "{'family':'f','entries':[{'name':'F','effects':[],'verdict':'safe','confidence':"             \
    "'inferred','source':'https://e.x'" fields "}]}"

#define RULE(fields)                                                                               \
    "{'id':'DLM901','name':'AbcDef','summary':'S.','message':'M.','why':'w','whenItShows':'s',"    \
    "'fix':'f','sources':['https://"                                                               \
    "e.x'],'effects':[{'effect':'x','levels':{'all':'none'}}]" fields "}"

Test(faults, unknown_keys_name_the_nearest)
{
    refuse("{'family':'f','entrys':[],'entries':[]}", "t.json#/entrys: found the unknown key");
    refuse("{'family':'f','entrys':[],'entries':[]}", "the nearest is \"entries\"");
    refuse(ENTRY(",'efects':[]"), "t.json#/entries/0/efects: ");
    refuse(ENTRY(",'efects':[]"), "the nearest is \"effects\"");
    refuse(ENTRY(",'cases':[{'when':[{'arguments':1}],'name':'x'}]"), "/entries/0/cases/0/name: ");
    refuse(RULE(",'massage':'x'"), "the nearest is \"message\"");
}

Test(faults, wrong_kinds_say_what_is_expected)
{
    refuse(ENTRY(",'noreturn':'yes'"), "/entries/0/noreturn: found a string, expected true");
    refuse(ENTRY(",'phases':'all'"), "/entries/0/phases: found a string, expected an array");
    refuse("{'family':'f','entries':{}}", "#/entries: found an object, expected an array");
    refuse("{'family':'f','entries':[3]}", "#/entries/0: found a number, expected an object");
    refuse("[]", "found an array that is no pack");
    refuse("{}", "found an object that is no pack");
    refuse("{'family':1,'entries':[]}", "#/family: found a number, expected a string");
}

Test(faults, missing_keys_are_named)
{
    refuse("{'family':'f'}", "t.json#: found no key \"entries\", expected an array");
    refuse("{'family':'f','entries':[{}]}", "#/entries/0: found no key \"name\"");
    refuse("{'family':'f','entries':[{'name':'F','effects':[]}]}", "expected \"verdict\"");
    refuse("{'id':'DLM901'}", "found no key \"summary\"");
}

Test(faults, unknown_words_name_the_nearest)
{
    refuse(ENTRY(",'phases':['process-atach-static']"), "the nearest is \"process-attach-static\"");
    refuse(ENTRY(",'callbacks':[{'param':0,'kind':'sink'}]"), "the nearest is \"sync\"");
    refuse(RULE(",'whyByPhase':{'detatch':'x'}"), "the nearest is \"detach\"");
    refuse("{'id':'DLM901','name':'AbcDef','summary':'S.','message':'M.','why':'w','whenItShows':"
           "'s','fix':'f','sources':[],'effects':[{'effect':'x','levels':{'all':'eror'}}]}",
           "#/effects/0/levels/all: found \"eror\", expected a level; the nearest is \"error\"");
}

Test(faults, unknown_effects_name_the_nearest)
{
    struct trial trial;
    trial_start(&trial);
    cr_assert(trial_add(&trial, "{'words':{'loads-library':'loads a DLL'}}"));
    cr_assert(trial_add(&trial, "{'family':'f','defaults':{'verdict':'unsafe','confidence':"
                                "'inferred','source':'https://e.x','why':'w'},"
                                "'entries':[{'name':'F','effects':['loads-libary']}]}"));
    cr_assert_not(packs_finish(trial.arena, trial.packs, &trial.diag));
    cr_assert_not_null(strstr(trial.messages.text, "t.json#/entries/0/effects/0: found "
                                                   "\"loads-libary\""));
    cr_assert_not_null(strstr(trial.messages.text, "the nearest is \"loads-library\""));
    trial_end(&trial);
}

Test(faults, values_are_checked)
{
    refuse(ENTRY(",'cases':[{}]"), "expected \"when\"");
    refuse(ENTRY(",'cases':[{'when':[{'param':0}]}]"), "found 0 tests, expected one");
    refuse(ENTRY(",'cases':[{'when':[{'equals':0}]}]"), "expected \"param\"");
    refuse(ENTRY(",'cases':[{'when':[{'param':0,'arguments':0}]}]"), "expected \"param\"");
    refuse(ENTRY(",'cases':[{'when':[{'origin':'memory-objet'}]}]"),
           "the nearest is \"memory-object\"");
    refuse(ENTRY(",'cases':[{'when':[{'param':64,'equals':0}]}]"), "the index of an argument");
    refuse(ENTRY(",'cases':[{'when':[{'param':0,'equals':0.5}]}]"), "expected an integer");
    refuse(ENTRY(",'cases':[{'when':[{'param':0,'equals':1e300}]}]"), "expected an integer");
    refuse(ENTRY(",'callbacks':[{'param':0,'kind':'registers_phase'}]"), "without phases");
    refuse(ENTRY(",'gives':[{'param':0}]"), "expected \"what\", a word, or \"as\"");
    refuse(ENTRY(",'gives':[{'param':0,'what':'thraed'}]"), "the nearest is \"thread\"");
    refuse(ENTRY(",'fills':{}"), "whose bytes become 0");
    refuse(ENTRY(",'callbacks':[{'param':0,'kind':'sync','context':1}]"), "\"contextAs\"");
    refuse(ENTRY(",'doc':'javascript:alert(1)'"), "expected a URL");
    refuse(ENTRY(",'match':'methods'"), "expected \"Class::method\"");
    refuse(ENTRY(",'why':'a','why':'b'"), "found the key \"why\" a second time");
    refuse("{'id':'dlm1','name':'x'}", "expected capitals and digits");
    refuse("{'id':'DLM1','name':'TLSCallback'}", "expected words in PascalCase");
    refuse("{'id':'DLM1','message':'{sinks} waits.'}", "found the placeholder");
    refuse("{'id':'DLM1','message':'waits'}", "without a full stop");
    refuse(RULE(",'cwe':['833']"), "/cwe/0: found \"833\", expected a weakness like \"CWE-833\"");
}

Test(faults, a_rule_stands_once_in_a_layer)
{
    struct trial trial;
    trial_start(&trial);
    cr_assert(trial_add(&trial, RULE("")));
    cr_assert_not(trial_add(&trial, RULE("")));
    cr_assert_not_null(strstr(trial.messages.text, "a second time; the first is in t.json"));
    trial_end(&trial);
}

Test(faults, messages_of_a_file_are_limited)
{
    struct trial trial;
    trial_start(&trial);
    struct strbuf text;
    strbuf_init(&text, trial.arena);
    strbuf_adds(&text, "{'family':'f','entries':[");
    for (uint32_t i = 0; i < 5000; i++) {
        strbuf_printf(&text, "%s{'nam':'F%u'}", i == 0 ? "" : ",", i);
    }
    strbuf_adds(&text, "]}");
    cr_assert_not(trial_add(&trial, text.text));
    cr_assert_leq(trial.diag.n_errors, 20);
    trial_end(&trial);
}

Test(faults, a_small_pack_cannot_become_a_huge_one)
{
    struct trial trial;
    trial_start(&trial);
    struct strbuf text;
    strbuf_init(&text, trial.arena);
    strbuf_adds(&text, "{'family':'f','entries':[{'name':'F','effects':[],'verdict':'safe',"
                       "'confidence':'inferred','source':'https://e.x','variants':['','A','B','C',"
                       "'D','E','F','G','H','I','J','K','L','M','N','O'],'cases':[");
    for (uint32_t i = 0; i < 5000; i++) {
        strbuf_printf(&text, "%s{'when':[{'param':0,'equals':[1,2,3,4,5,6,7,8]}]}",
                      i == 0 ? "" : ",");
    }
    strbuf_adds(&text, "]}]}");
    cr_assert_not(trial_add(&trial, text.text));
    cr_assert_not_null(strstr(trial.messages.text, "found more than 200000 entries"));
    trial_end(&trial);
}

Test(faults, words_that_are_valid_are_accepted)
{
    struct trial trial;
    trial_start(&trial);
    cr_assert(trial_add(&trial, ENTRY(",'cases':[{'when':[{'param':0,'equals':[1,2]}]}]")));
    cr_assert(trial_add(&trial, RULE("")));
    cr_assert(trial_add(&trial, "{'words':{'x':'does x'}}"));
    cr_assert(packs_finish(trial.arena, trial.packs, &trial.diag), "%s", trial.messages.text);
    uint32_t n = 0;
    cr_assert_not_null(packs_find(trial.packs, "F", &n));
    cr_assert_eq(n, 3);
    trial_end(&trial);
}

Test(faults, a_later_folder_stands_before_the_program)
{
    struct trial trial;
    trial_start(&trial);
    const char *folder = "packs-of-a-test";
    const char *text = "{\"family\": \"own\", \"entries\": [{\"name\": \"LoadLibraryW\", "
                       "\"effects\": [], \"verdict\": \"safe\", \"confidence\": \"observed\", "
                       "\"source\": \"https://example.com\"}]}";
    const char *path = arena_printf(trial.arena, "%s/effects/own.json", folder);
    cr_assert_null(os_write_file(trial.arena, path, text, strlen(text)));
    trial.packs = packs_load(trial.arena, &folder, 1, &trial.diag);
    remove(path);
    remove("packs-of-a-test/effects");
    remove(folder);
    cr_assert_not_null(trial.packs, "%s", trial.messages.text);
    cr_assert(has_only(trial_entry(&trial, "LoadLibraryW", PHASE_ATTACH_STATIC, NULL, 0), ""));
    trial_end(&trial);
}

Test(faults, a_missing_folder_is_a_message)
{
    struct trial trial;
    trial_start(&trial);
    const char *folder = "no/such/folder";
    cr_assert_null(packs_load(trial.arena, &folder, 1, &trial.diag));
    cr_assert_not_null(strstr(trial.messages.text, "no/such/folder: cannot read this folder"));
    trial_end(&trial);
}

/* A small generator of numbers, the same on every machine. */
static uint32_t next(uint32_t *state)
{
    *state = *state * 1664525u + 1013904223u;
    return *state >> 8;
}

/* Changes, drops, doubles or swaps some bytes; structure characters more often than others. */
static void mutate(char *text, size_t len, uint32_t *state)
{
    static const char spice[] = "{}[]\",:0-9eE.tfn\\\x01\xff /*'all";
    uint32_t n = 1 + next(state) % 4;
    for (uint32_t i = 0; i < n; i++) {
        size_t at = next(state) % len;
        size_t other = next(state) % len;
        switch (next(state) % 4) {
        case 0:
            text[at] = spice[next(state) % (sizeof spice - 1)];
            break;
        case 1:
            text[at] = text[other];
            break;
        case 2:
            memmove(text + at, text + at + 1, len - at - 1);
            text[len - 1] = ' ';
            break;
        default:
            memmove(text + at + (at + 1 < len ? 1 : 0), text + at, len - at - 1);
            break;
        }
    }
}

/* Adds a pack; it must be refused with a message, or be valid to the end. */
static void try_pack(const char *text, uint32_t *n_refused)
{
    struct trial trial;
    trial_start(&trial);
    bool added = packs_add(trial.arena, trial.packs, "t.json", text, &trial.diag);
    bool finished = packs_finish(trial.arena, trial.packs, &trial.diag);
    cr_assert_eq(added && finished, trial.diag.n_errors == 0, "%s", trial.messages.text);
    *n_refused += added && finished ? 0 : 1;
    trial_end(&trial);
}

Test(faults, a_thousand_damaged_packs_do_no_harm)
{
    struct arena *arena = arena_create();
    uint32_t n_packs = 0;
    while (packs_embedded[n_packs].file != NULL) {
        n_packs++;
    }
    uint32_t state = 1;
    uint32_t n_refused = 0;
    for (uint32_t i = 0; i < 1000; i++) {
        const struct packs_embedded *pack = &packs_embedded[i % n_packs];
        char *text = arena_strndup(arena, pack->text, pack->len);
        mutate(text, pack->len, &state);
        try_pack(text, &n_refused);
    }
    cr_assert_gt(n_refused, 200);
    cr_assert_lt(n_refused, 1000);
    arena_destroy(arena);
}

Test(faults, deep_nesting_does_no_harm)
{
    enum { DEPTH = 200000 };
    struct trial trial;
    trial_start(&trial);
    struct strbuf text;
    strbuf_init(&text, trial.arena);
    strbuf_adds(&text, "{\"family\":");
    for (uint32_t i = 0; i < DEPTH; i++) {
        strbuf_addc(&text, '[');
    }
    cr_assert_not(packs_add(trial.arena, trial.packs, "t.json", text.text, &trial.diag));
    cr_assert_eq(trial.diag.n_errors, 1);
    trial_end(&trial);
}
