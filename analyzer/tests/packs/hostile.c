/*
 * hostile.c - packs whose JSON is whole but says something else: a thousand, made from the
 * program's own by changing one value each, in an order that a number decides.
 */
#include <criterion/criterion.h>
#include <string.h>

#include "packs/embedded.h"
#include "support.h"

TestSuite(hostile, .timeout = 120);

enum { N_PACKS = 1000, HUGE_TEXT = 1024 * 1024, DEEP = 5000 };

/* What is put into the place of a value. */
struct change {
    uint32_t at;      /* number of the value, in the order of the text */
    const char *text; /* JSON; NULL: the value stands twice, an object's key, too */
    uint32_t n;       /* values so far */
};

static void write_value(struct strbuf *out, const struct json *value, struct change *change);

static void write_key(struct strbuf *out, const struct json *value)
{
    if (value->key != NULL) {
        strbuf_printf(out, "\"%s\":", value->key);
    }
}

static void write_children(struct strbuf *out, const struct json *value, struct change *change)
{
    strbuf_addc(out, value->kind == JSON_ARRAY ? '[' : '{');
    for (const struct json *child = value->first; child != NULL; child = child->next) {
        strbuf_adds(out, child == value->first ? "" : ",");
        bool twice = change->text == NULL && change->n == change->at;
        if (twice) {
            struct change none = {.at = UINT32_MAX, .text = "0"};
            write_key(out, child);
            write_value(out, child, &none);
            strbuf_addc(out, ',');
        }
        write_key(out, child);
        write_value(out, child, change);
    }
    strbuf_addc(out, value->kind == JSON_ARRAY ? ']' : '}');
}

static void write_string(struct strbuf *out, const char *text)
{
    strbuf_addc(out, '"');
    for (; *text != '\0'; text++) {
        if (*text == '"' || *text == '\\') {
            strbuf_addc(out, '\\');
        }
        if (*text == '\n') {
            strbuf_adds(out, "\\n");
        } else {
            strbuf_addc(out, *text);
        }
    }
    strbuf_addc(out, '"');
}

static void write_value(struct strbuf *out, const struct json *value, struct change *change)
{
    if (change->n++ == change->at && change->text != NULL) {
        strbuf_adds(out, change->text);
    } else if (value->kind == JSON_ARRAY || value->kind == JSON_OBJECT) {
        write_children(out, value, change);
    } else if (value->kind == JSON_STRING) {
        write_string(out, value->string);
    } else if (value->kind == JSON_NUMBER) {
        strbuf_printf(out, "%lld", (long long)value->number);
    } else {
        strbuf_adds(out, value->kind == JSON_NULL ? "null" : value->boolean ? "true" : "false");
    }
}

static uint32_t count_values(const struct json *value)
{
    uint32_t n = 1;
    for (const struct json *child = value->first; child != NULL; child = child->next) {
        n += count_values(child);
    }
    return n;
}

/* Returns a text of `n` times the character, between quotation marks if it is a string. */
static const char *repeated(struct arena *arena, char c, uint32_t n, const char *around)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    strbuf_adds(&out, around);
    for (uint32_t i = 0; i < n; i++) {
        strbuf_addc(&out, c);
    }
    strbuf_adds(&out, around);
    return out.text;
}

/* Adds a pack; it must be refused with a message, or be valid to the end. */
static bool try_pack(const char *text)
{
    struct trial trial;
    trial_start(&trial);
    bool added = packs_add(trial.arena, trial.packs, "t.json", text, &trial.diag);
    bool finished = packs_finish(trial.arena, trial.packs, &trial.diag);
    cr_assert_eq(added && finished, trial.diag.n_errors == 0, "%s", trial.messages.text);
    cr_assert_lt(trial.messages.len, 100000);
    trial_end(&trial);
    return added && finished;
}

Test(hostile, a_thousand_changed_packs_end_in_messages)
{
    struct arena *arena = arena_create();
    const char *const texts[] = {
        "null",
        "true",
        "-1",
        "1e308",
        "18446744073709551616",
        "\"\"",
        "\"zzz\"",
        "[]",
        "{}",
        "[null]",
        "{\"zzz\":1}",
        "[[[[[[]]]]]]",
        "\"\\ud800\"",
        "\"\xff\xfe\"",
        "\"a\",\"b\"",
        NULL,
        repeated(arena, 'x', HUGE_TEXT, "\""),
        repeated(arena, '[', DEEP, ""),
    };
    enum { N_TEXTS = sizeof texts / sizeof *texts };
    uint32_t n_files = 0;
    while (packs_embedded[n_files].file != NULL) {
        n_files++;
    }
    uint32_t n_accepted = 0;
    for (uint32_t i = 0; i < N_PACKS; i++) {
        const struct packs_embedded *pack = &packs_embedded[i * 7 % n_files];
        struct arena *scratch = arena_create();
        const char *error = NULL;
        const struct json *json = json_parse(scratch, pack->text, pack->len, &error);
        struct change change = {.at = i * 2654435761U % count_values(json),
                                .text = texts[i % N_TEXTS]};
        struct strbuf out;
        strbuf_init(&out, scratch);
        write_value(&out, json, &change);
        n_accepted += try_pack(out.text) ? 1 : 0;
        arena_destroy(scratch);
    }
    cr_assert_lt(n_accepted, N_PACKS / 4);
    arena_destroy(arena);
}

Test(hostile, packs_cut_off_anywhere_end_in_messages)
{
    struct arena *arena = arena_create();
    for (uint32_t i = 0; packs_embedded[i].file != NULL; i++) {
        size_t len = packs_embedded[i].len * (i % 10 + 1) / 11;
        cr_assert_not(try_pack(arena_strndup(arena, packs_embedded[i].text, len)));
    }
    arena_destroy(arena);
}

Test(hostile, an_effect_that_implies_itself_is_a_message)
{
    struct trial trial;
    trial_start(&trial);
    cr_assert(trial_add(&trial, "{'words':{'a':'a','b':'b','c':'c'},"
                                "'implies':{'a':'b','b':'c','c':'b'}}"));
    cr_assert_not(packs_finish(trial.arena, trial.packs, &trial.diag));
    cr_assert_not_null(strstr(trial.messages.text, "t.json#/implies/b: found that \"b\" implies "
                                                   "itself, expected no cycle"),
                       "%s", trial.messages.text);
    trial_end(&trial);
}

Test(hostile, ten_thousand_implied_effects_are_followed_quickly)
{
    enum { N = 10000 };
    struct trial trial;
    trial_start(&trial);
    struct strbuf text;
    strbuf_init(&text, trial.arena);
    strbuf_adds(&text, "{'words':{");
    for (uint32_t i = 0; i <= N; i++) {
        strbuf_printf(&text, "%s'w%u':'w'", i == 0 ? "" : ",", i);
    }
    strbuf_adds(&text, "},'implies':{");
    for (uint32_t i = 0; i < N; i++) {
        strbuf_printf(&text, "%s'w%u':'w%u'", i == 0 ? "" : ",", i, i + 1);
    }
    strbuf_adds(&text, "}}");
    cr_assert(trial_add(&trial, text.text));
    cr_assert(packs_finish(trial.arena, trial.packs, &trial.diag), "%s", trial.messages.text);
    trial_end(&trial);
}

Test(hostile, bytes_that_are_no_utf8_are_named_by_line)
{
    struct trial trial;
    trial_start(&trial);
    cr_assert_not(trial_add(&trial, "{'family':'f',\n'title':'\xe4',\n'entries':[]}"));
    cr_assert_not_null(
        strstr(trial.messages.text, "t.json: line 2: found bytes that are no UTF-8"));
    trial_end(&trial);
}
