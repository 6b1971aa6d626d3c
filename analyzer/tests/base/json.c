/* json.c - reading JSON, also hostile, and writing it. */
#include "base/json.h"

#include <criterion/criterion.h>
#include <math.h>
#include <string.h>

#include "base/text.h"

static struct arena *arena;

static void set_up(void)
{
    arena = arena_create();
}

static void tear_down(void)
{
    arena_destroy(arena);
}

TestSuite(json, .init = set_up, .fini = tear_down, .timeout = 30);

static const struct json *parse(const char *text)
{
    const char *error = NULL;
    const struct json *value = json_parse(arena, text, strlen(text), &error);

    cr_assert_not_null(value, "%s: %s", text, error);
    return value;
}

static void assert_error(const char *text, size_t len, const char *start)
{
    const char *error = NULL;

    cr_assert_null(json_parse(arena, text, len, &error), "%s", text);
    cr_assert(text_starts(error, start), "%s: %s", text, error);
}

Test(json, values_have_kinds_and_order)
{
    const struct json *top = parse("{\"a\": [1, \"x\", true, false, null, {}], \"b\": -2.5e1}");
    const struct json *array = json_get(top, "a");
    static const enum json_kind kinds[] = {JSON_NUMBER, JSON_STRING, JSON_BOOL,
                                           JSON_BOOL,   JSON_NULL,   JSON_OBJECT};
    const struct json *child = array->first;

    cr_assert_eq(top->n, 2);
    cr_assert_eq(array->n, 6);
    for (uint32_t i = 0; i < 6; i++, child = child->next) {
        cr_assert_eq(child->kind, kinds[i]);
        cr_assert_eq(child->index, i);
        cr_assert_eq(child->parent, array);
        cr_assert_null(child->key);
    }
    cr_assert_null(child);
    cr_assert_eq(json_get(top, "b")->number, -25);
    cr_assert_null(json_get(top, "c"));
    cr_assert_null(json_get(array, "a"));
    cr_assert_null(json_get(NULL, "a"));
}

Test(json, members_are_strings_or_something_else)
{
    const struct json *top = parse("{\"a\": \"x\", \"b\": 1}");

    cr_assert_str_eq(json_get_string(top, "a", "no"), "x");
    cr_assert_str_eq(json_get_string(top, "b", "no"), "no");
    cr_assert_null(json_get_string(top, "c", NULL));
}

Test(json, pointers_are_escaped)
{
    const struct json *top = parse("{\"a/b\": [0, {\"c~\": 1}]}");
    const struct json *inner = json_get(json_get(top, "a/b")->first->next, "c~");

    cr_assert_str_eq(json_pointer(arena, top), "");
    cr_assert_str_eq(json_pointer(arena, inner), "/a~1b/1/c~0");
}

Test(json, comments_are_skipped_but_not_in_strings)
{
    const struct json *top = parse("// a \"\n{/* b\n * } */\"a\": \"// no /* no */ \\\"//\", // c\n"
                                   "\"b\": 1 /**/ }// end");

    cr_assert_str_eq(json_get_string(top, "a", ""), "// no /* no */ \"//");
    cr_assert_eq(json_get(top, "b")->number, 1);
}

Test(json, a_star_belongs_to_one_end_of_a_comment)
{
    cr_assert_eq(parse("/*/ 2 */ 1")->number, 1);
}

Test(json, a_comment_must_end)
{
    assert_error("1 /* a", 6, "line 1, column ");
}

Test(json, errors_name_line_and_column)
{
    assert_error("", 0, "line 1, column 1");
    assert_error("{\n  \"a\": ]\n}", 12, "line 2, column 8");
    assert_error("/* a\n */ x", 10, "line 2, column 5");
    assert_error("{\"a\": 1", 7, "line 1, column ");
    assert_error("[1,]", 4, "line 1, column ");
    assert_error("{} {}", 5, "line 1, column 4");
    assert_error("{'a': 1}", 8, "line 1, column ");
}

Test(json, every_prefix_is_an_error)
{
    const char *text = "{\"a\": [1.5, \"\\u00e4\\n\", true, null, {\"b\": {}}]}";

    for (size_t len = 0; len < strlen(text); len++) {
        assert_error(text, len, "line 1, column ");
    }
}

Test(json, text_needs_no_nul_behind_it)
{
    const char *error;

    cr_assert_eq(json_parse(arena, "12345", 2, &error)->number, 12);
}

Test(json, a_nul_byte_does_not_end_the_text)
{
    assert_error("1\0 2", 4, "line 1, column ");
}

Test(json, strings_are_made_utf8)
{
    cr_assert_str_eq(parse("\"a\xff\"")->string, "a\xef\xbf\xbd");
    cr_assert_str_eq(parse("\"\xc3\xa4\\u00e4\\ud83d\\ude00\"")->string,
                     "\xc3\xa4\xc3\xa4\xf0\x9f\x98\x80");
    assert_error("\"\\ud83d\"", 8, "line 1");
    cr_assert_str_eq(parse("\xef\xbb\xbf\"bom\"")->string, "bom");
}

Test(json, an_escaped_nul_does_not_cut_a_string_off)
{
    const char *error = NULL;
    const struct json *value = json_parse(arena, "\"a\\u0000b\"", 10, &error);

    cr_assert(!value || strlen(value->string) > 1, "a different string came out");
}

Test(json, an_escaped_nul_is_an_error_with_a_position)
{
    assert_error("\"a\\u0000b\"", 10, "line 1, column 3: a string with a NUL");
    assert_error("{\n\"\\u0000\": 1}", 14, "line 2, column 2: a string with a NUL");
    cr_assert_str_eq(parse("\"\\\\u0000\"")->string, "\\u0000");
}

Test(json, a_broken_comment_is_named)
{
    assert_error("[1,\n /* a", 9, "line 2, column 2: this comment does not end");
    assert_error("1 /*/", 5, "line 1, column 3: this comment does not end");
    assert_error("1 /", 3, "line 1, column 3: not valid JSON");
    cr_assert_eq(parse("// /* \n1 /***/ // */")->number, 1);
}

static const char *nested(size_t depth)
{
    struct strbuf buf;

    strbuf_init(&buf, arena);
    for (size_t i = 0; i < depth; i++) {
        strbuf_addc(&buf, '[');
    }
    for (size_t i = 0; i < depth; i++) {
        strbuf_addc(&buf, ']');
    }
    return buf.text;
}

Test(json, nesting_has_a_limit)
{
    cr_assert_eq(parse(nested(500))->kind, JSON_ARRAY);
    assert_error(nested(10000), 20000, "line 1, column ");
    assert_error(nested(1000000), 2000000, "line 1, column ");
}

Test(json, the_first_of_duplicate_keys_is_found)
{
    const struct json *top = parse("{\"a\": 1, \"a\": 2}");

    cr_assert_eq(top->n, 2);
    cr_assert_eq(json_get(top, "a")->number, 1);
}

Test(json, keys_differ_by_case)
{
    cr_assert_null(json_get(parse("{\"A\": 1}"), "a"));
}

Test(json, huge_numbers_are_numbers)
{
    cr_assert_eq(parse("9007199254740992")->number, 9007199254740992.0);
    cr_assert(parse("1e400")->number > 1e300);
    cr_assert_eq(parse("1e-400")->number, 0);
    cr_assert_eq(parse("18446744073709551615")->number, 18446744073709551615.0);
}

Test(json, wide_documents_take_linear_time)
{
    struct strbuf buf;
    const char *error;

    strbuf_init(&buf, arena);
    strbuf_addc(&buf, '[');
    for (int i = 0; i < 200000; i++) {
        strbuf_adds(&buf, "{\"a\":[]},");
    }
    strbuf_adds(&buf, "0]");
    cr_assert_eq(json_parse(arena, buf.text, buf.len, &error)->n, 200001);
}

Test(json, writer_indents)
{
    struct json_writer writer;
    struct strbuf buf;

    strbuf_init(&buf, arena);
    json_writer_init(&writer, &buf);
    json_open_object(&writer, NULL);
    json_write_string(&writer, "a", "x");
    json_open_array(&writer, "b");
    json_write_integer(&writer, NULL, INT64_MIN);
    json_write_bool(&writer, NULL, true);
    json_write_null(&writer, NULL);
    json_open_object(&writer, NULL);
    json_close(&writer);
    json_close(&writer);
    json_open_array(&writer, "c");
    json_close(&writer);
    json_write_string(&writer, "d", NULL);
    json_close(&writer);
    cr_assert_str_eq(buf.text, "{\n  \"a\": \"x\",\n  \"b\": [\n    -9223372036854775808,\n"
                               "    true,\n    null,\n    {}\n  ],\n  \"c\": [],\n  \"d\": null\n"
                               "}\n");
}

Test(json, writer_escapes_every_byte_that_needs_it)
{
    struct json_writer writer;
    struct strbuf buf;
    char all[256] = "";

    for (int i = 1; i < 256; i++) {
        all[i - 1] = (char)(unsigned char)i;
    }
    strbuf_init(&buf, arena);
    json_writer_init(&writer, &buf);
    json_open_object(&writer, NULL);
    json_write_string(&writer, all, all);
    json_close(&writer);
    cr_assert(text_is_utf8(buf.text, buf.len));
    for (size_t i = 0; i < buf.len; i++) {
        cr_assert((unsigned char)buf.text[i] >= 0x20 || buf.text[i] == '\n');
        cr_assert_neq(buf.text[i], 0x7f);
    }
    cr_assert_eq(strncmp(json_get(parse(buf.text), parse(buf.text)->first->key)->string, all, 127),
                 0);
}

Test(json, writer_escapes_c1_controls)
{
    struct json_writer writer;
    struct strbuf buf;

    strbuf_init(&buf, arena);
    json_writer_init(&writer, &buf);
    json_open_array(&writer, NULL);
    json_write_string(&writer, NULL, "\xc2\x9b\xc2\xa0");
    json_close(&writer);
    cr_assert_str_eq(buf.text, "[\n  \"\\u009b\xc2\xa0\"\n]\n");
}

Test(json, kinds_have_names)
{
    cr_assert_str_eq(json_kind_name(JSON_STRING), "a string");
    cr_assert_str_eq(json_kind_name(JSON_OBJECT), "an object");
}
