/*
 * json.c - the only file that knows cJSON.
 *
 * Reading: the text is made valid UTF-8, stripped of comments, parsed by cJSON (which limits
 * nesting), and copied into the arena.  Writing streams: one value after another into a strbuf.
 */
#include "base/json.h"

#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* ---- reading ---- */

/* Blanks out comments, so that positions stay. */
static void blank_comments(char *text)
{
    bool in_string = false;
    for (char *p = text; *p != '\0'; p++) {
        if (in_string) {
            if (*p == '\\' && p[1] != '\0') {
                p++;
            } else if (*p == '"') {
                in_string = false;
            }
        } else if (*p == '"') {
            in_string = true;
        } else if (p[0] == '/' && p[1] == '/') {
            while (*p != '\0' && *p != '\n') {
                *p++ = ' ';
            }
            p--;
        } else if (p[0] == '/' && p[1] == '*') {
            while (*p != '\0' && !(p[0] == '*' && p[1] == '/')) {
                if (*p != '\n') {
                    *p = ' ';
                }
                p++;
            }
            if (*p == '\0') {
                return;
            }
            p[0] = p[1] = ' ';
        }
    }
}

static enum json_kind kind_of(const cJSON *item)
{
    if (cJSON_IsObject(item)) {
        return JSON_OBJECT;
    }
    if (cJSON_IsArray(item)) {
        return JSON_ARRAY;
    }
    if (cJSON_IsString(item)) {
        return JSON_STRING;
    }
    if (cJSON_IsNumber(item)) {
        return JSON_NUMBER;
    }
    return cJSON_IsBool(item) ? JSON_BOOL : JSON_NULL;
}

/* Copies one value without its children. */
static struct json *copy_value(struct arena *arena, const cJSON *item)
{
    struct json *value = ARENA_NEW(arena, struct json);
    value->kind = kind_of(item);
    value->boolean = cJSON_IsTrue(item);
    value->number = value->kind == JSON_NUMBER ? item->valuedouble : 0;
    value->string = value->kind == JSON_STRING ? arena_strdup(arena, item->valuestring) : NULL;
    value->key = item->string == NULL ? NULL : arena_strdup(arena, item->string);
    return value;
}

/* Copies a value with all below it; cJSON's nesting limit (1,000) bounds the recursion. */
static struct json *copy_tree(struct arena *arena, const cJSON *item, const struct json *parent)
{
    struct json *value = copy_value(arena, item);
    value->parent = parent;
    struct json *last = NULL;
    for (const cJSON *child = item->child; child != NULL; child = child->next) {
        struct json *copy = copy_tree(arena, child, value);
        copy->index = value->n++;
        if (last == NULL) {
            value->first = copy;
        } else {
            last->next = copy;
        }
        last = copy;
    }
    return value;
}

static const char *where_of(struct arena *arena, const char *text, const char *at)
{
    uint32_t line = 1;
    uint32_t column = 1;
    for (const char *p = text; p < at && *p != '\0'; p++) {
        column++;
        if (*p == '\n') {
            line++;
            column = 1;
        }
    }
    return arena_printf(arena, "line %u, column %u: not valid JSON here%s", line, column,
                        at != NULL && *at == '\0' ? " (the text ends too early)" : "");
}

const struct json *json_parse(struct arena *arena, const char *text, size_t len, const char **error)
{
    char *clean = text_clean_utf8(arena, text, len);
    if (strncmp(clean, "\xef\xbb\xbf", 3) == 0) {
        clean += 3;
    }
    blank_comments(clean);
    const char *end = clean;
    cJSON *document = cJSON_ParseWithOpts(clean, &end, 1);
    if (document == NULL) {
        *error = where_of(arena, clean, end);
        return NULL;
    }
    const struct json *value = copy_tree(arena, document, NULL);
    cJSON_Delete(document);
    return value;
}

const struct json *json_get(const struct json *object, const char *key)
{
    if (object == NULL || object->kind != JSON_OBJECT) {
        return NULL;
    }
    for (const struct json *child = object->first; child != NULL; child = child->next) {
        if (strcmp(child->key, key) == 0) {
            return child;
        }
    }
    return NULL;
}

const char *json_get_string(const struct json *object, const char *key, const char *otherwise)
{
    const struct json *value = json_get(object, key);
    return value != NULL && value->kind == JSON_STRING ? value->string : otherwise;
}

const char *json_pointer(struct arena *arena, const struct json *value)
{
    const char *below = "";
    for (; value->parent != NULL; value = value->parent) {
        if (value->key == NULL) {
            below = arena_printf(arena, "/%u%s", value->index, below);
            continue;
        }
        struct strbuf name;
        strbuf_init(&name, arena);
        for (const char *p = value->key; *p != '\0'; p++) {
            if (*p == '~' || *p == '/') {
                strbuf_adds(&name, *p == '~' ? "~0" : "~1");
            } else {
                strbuf_addc(&name, *p);
            }
        }
        below = arena_printf(arena, "/%s%s", name.text, below);
    }
    return below;
}

const char *json_kind_name(enum json_kind kind)
{
    static const char *const names[] = {"null",     "true or false", "a number",
                                        "a string", "an array",      "an object"};
    return names[kind];
}

/* ---- writing ---- */

static void write_text(struct strbuf *out, const char *text)
{
    struct arena *scratch = arena_create();
    const char *clean = text_clean_utf8(scratch, text, strlen(text));
    strbuf_addc(out, '"');
    const char *from = clean;
    for (const char *p = clean;; p++) {
        unsigned char c = (unsigned char)*p;
        if (c >= 0x20 && c != '"' && c != '\\' && c != 0x7f) {
            continue;
        }
        strbuf_add(out, from, (size_t)(p - from));
        from = p + 1;
        if (c == '\0') {
            break;
        }
        if (c == '"' || c == '\\') {
            strbuf_addc(out, '\\');
            strbuf_addc(out, (char)c);
        } else if (c == '\n') {
            strbuf_adds(out, "\\n");
        } else if (c == '\t') {
            strbuf_adds(out, "\\t");
        } else {
            strbuf_printf(out, "\\u%04x", c);
        }
    }
    strbuf_addc(out, '"');
    arena_destroy(scratch);
}

static void indent(struct json_writer *writer)
{
    strbuf_addc(writer->out, '\n');
    for (uint32_t i = 0; i < writer->depth; i++) {
        strbuf_adds(writer->out, "  ");
    }
}

static void begin_value(struct json_writer *writer, const char *key)
{
    if (writer->comma) {
        strbuf_addc(writer->out, ',');
    }
    if (writer->depth > 0) {
        indent(writer);
    }
    writer->comma = true;
    if (key != NULL) {
        write_text(writer->out, key);
        strbuf_adds(writer->out, ": ");
    }
}

static void open_value(struct json_writer *writer, const char *key, bool is_array)
{
    begin_value(writer, key);
    strbuf_addc(writer->out, is_array ? '[' : '{');
    writer->is_array[writer->depth++] = is_array;
    writer->comma = false;
}

void json_writer_init(struct json_writer *writer, struct strbuf *out)
{
    memset(writer, 0, sizeof *writer);
    writer->out = out;
}

void json_open_object(struct json_writer *writer, const char *key)
{
    open_value(writer, key, false);
}

void json_open_array(struct json_writer *writer, const char *key)
{
    open_value(writer, key, true);
}

void json_close(struct json_writer *writer)
{
    bool empty = !writer->comma;
    writer->depth--;
    if (!empty) {
        indent(writer);
    }
    strbuf_addc(writer->out, writer->is_array[writer->depth] ? ']' : '}');
    writer->comma = true;
    if (writer->depth == 0) {
        strbuf_addc(writer->out, '\n');
    }
}

void json_write_string(struct json_writer *writer, const char *key, const char *value)
{
    begin_value(writer, key);
    if (value == NULL) {
        strbuf_adds(writer->out, "null");
    } else {
        write_text(writer->out, value);
    }
}

void json_write_integer(struct json_writer *writer, const char *key, int64_t value)
{
    begin_value(writer, key);
    strbuf_printf(writer->out, "%lld", (long long)value);
}

void json_write_bool(struct json_writer *writer, const char *key, bool value)
{
    begin_value(writer, key);
    strbuf_adds(writer->out, value ? "true" : "false");
}

void json_write_null(struct json_writer *writer, const char *key)
{
    begin_value(writer, key);
    strbuf_adds(writer->out, "null");
}
