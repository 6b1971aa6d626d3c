/*
 * json.c - the only file that knows cJSON.
 *
 * Reading: the text is made valid UTF-8, stripped of comments, parsed by cJSON (which limits
 * nesting), and copied into the arena.  Writing streams: one value after another into a strbuf.
 */
#include "base/json.h"

#include <assert.h>
#include <cjson/cJSON.h>
#include <stdio.h>
#include <string.h>

#include "base/text.h"

/* ---- reading ---- */

/* What makes a text unreadable: where, and in words. */
struct fault {
    const char *at; /* NULL: nothing */
    const char *what;
};

/* Returns the end of the string that begins at `p`: its closing quotation mark, or the NUL when it
 * has none.  Strings end at a NUL in C, so that an escaped one is a fault. */
static char *string_end(char *p, struct fault *fault)
{
    p += 1 + strcspn(p + 1, "\"\\");
    while (*p == '\\') {
        if (strncmp(p + 1, "u0000", 5) == 0 && fault->at == NULL) {
            *fault = (struct fault){p, "a string with a NUL character"};
        }
        p += p[1] == '\0' ? 1 : 2;
        p += strcspn(p, "\"\\");
    }
    return p;
}

/* Blanks the comment that begins at `p`; returns what stands behind it. */
static char *blank_comment(char *p, struct fault *fault)
{
    bool to_line_end = p[1] == '/';
    const char *end = to_line_end ? strchr(p, '\n') : strstr(p + 2, "*/");
    if (end == NULL && !to_line_end) {
        *fault = (struct fault){p, "this comment does not end"};
    }
    if (end == NULL) {
        end = p + strlen(p);
    } else if (!to_line_end) {
        end += 2;
    }
    for (; p < end; p++) {
        if (*p != '\n') {
            *p = ' ';
        }
    }
    return p;
}

/* Blanks out comments, so that positions stay; finds the faults that cJSON would not see. */
static struct fault blank_comments(char *text)
{
    struct fault fault = {0};
    char *p = text + strcspn(text, "\"/");
    while (*p != '\0' && fault.at == NULL) {
        if (p[0] == '/' && (p[1] == '/' || p[1] == '*')) {
            p = blank_comment(p, &fault);
        } else {
            p = *p == '"' ? string_end(p, &fault) : p;
            p += *p != '\0' ? 1 : 0;
        }
        p += strcspn(p, "\"/");
    }
    return fault;
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

/* Where a document goes. */
struct place {
    struct arena *values; /* values and keys */
    struct arena *texts;  /* what strings hold */
};

/* Copies one value without its children. */
static struct json *copy_value(const struct place *to, const cJSON *item)
{
    struct json *value = ARENA_NEW(to->values, struct json);
    value->kind = kind_of(item);
    value->boolean = cJSON_IsTrue(item);
    value->number = value->kind == JSON_NUMBER ? item->valuedouble : 0;
    value->string = value->kind == JSON_STRING ? arena_strdup(to->texts, item->valuestring) : NULL;
    value->key = item->string == NULL ? NULL : arena_strdup(to->values, item->string);
    return value;
}

/* Copies a value with all below it; cJSON's nesting limit (1,000) bounds the recursion. */
static struct json *copy_tree(const struct place *to, const cJSON *item, const struct json *parent)
{
    struct json *value = copy_value(to, item);
    value->parent = parent;
    struct json *last = NULL;
    for (const cJSON *child = item->child; child != NULL; child = child->next) {
        struct json *copy = copy_tree(to, child, value);
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

/* Returns the words for a fault in the text. */
static const char *fault_words(struct arena *arena, const char *text, struct fault fault)
{
    uint32_t line = 1;
    uint32_t column = 1;
    for (const char *p = text; p < fault.at && *p != '\0'; p++) {
        column++;
        if (*p == '\n') {
            line++;
            column = 1;
        }
    }
    return arena_printf(arena, "line %u, column %u: %s", line, column, fault.what);
}

/* Returns the value of a text without comments, or NULL with the fault. */
static const struct json *parse_plain(const struct place *to, const char *text, struct fault *fault)
{
    const char *end = text;
    cJSON *document = cJSON_ParseWithOpts(text, &end, 1);
    if (document == NULL) {
        fault->at = end;
        fault->what =
            *end == '\0' ? "not valid JSON here (the text ends too early)" : "not valid JSON here";
        return NULL;
    }
    const struct json *value = copy_tree(to, document, NULL);
    cJSON_Delete(document);
    return value;
}

const struct json *json_parse(struct arena *arena, const char *text, size_t len, const char **error)
{
    return json_parse_apart(arena, arena, text, len, error);
}

const struct json *json_parse_apart(struct arena *values, struct arena *texts, const char *text,
                                    size_t len, const char **error)
{
    const struct place to = {values, texts};
    char *clean = text_clean_utf8(values, text, len);
    if (strncmp(clean, "\xef\xbb\xbf", 3) == 0) {
        clean += 3;
    }
    struct fault fault = {0};
    if (len > 0 && memchr(text, '\0', len) != NULL) {
        fault = (struct fault){clean + strlen(clean), "a NUL byte"};
    } else {
        fault = blank_comments(clean);
    }
    const struct json *value = fault.at != NULL ? NULL : parse_plain(&to, clean, &fault);
    if (value == NULL) {
        *error = fault_words(texts, clean, fault);
    }
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

/* Returns how many bytes of the valid UTF-8 at `p` cannot stand in a string as they are: 0, 1, or 2
 * for U+0080 to U+009F, which are control characters, too. */
static size_t bytes_to_escape(const unsigned char *p)
{
    if (p[0] == 0xc2 && p[1] < 0xa0) {
        return 2;
    }
    return p[0] < 0x20 || p[0] == '"' || p[0] == '\\' || p[0] == 0x7f ? 1 : 0;
}

static void write_escaped(struct strbuf *out, unsigned char c)
{
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

static void write_text(struct strbuf *out, const char *text)
{
    struct arena *scratch = arena_create();
    const char *clean = text_clean_utf8(scratch, text, strlen(text));
    strbuf_addc(out, '"');
    const char *from = clean;
    const char *p = clean;
    while (*p != '\0') {
        size_t n = bytes_to_escape((const unsigned char *)p);
        if (n == 0) {
            p++;
            continue;
        }
        strbuf_add(out, from, (size_t)(p - from));
        write_escaped(out, (unsigned char)p[n - 1]);
        p += n;
        from = p;
    }
    strbuf_add(out, from, (size_t)(p - from));
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
    assert(writer->depth < JSON_WRITER_DEPTH);
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
    assert(writer->depth > 0);
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
