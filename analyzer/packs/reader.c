/*
 * reader.c - checked reading of a pack's JSON.
 *
 * Takes values of base/json; gives plain data or faults.  Does not know what a pack means.
 */
#include "packs/reader.h"

#include <stdarg.h>
#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"

enum {
    MOST_ERRORS = 20,                /* messages for one file */
    LONGEST_WORD = 64,               /* bytes; longer words have no nearest one */
    MOST_LISTED = 8,                 /* words that a message lists */
    MOST_PARAMETERS = 64,            /* of a function */
    LARGEST_FILE = 16 * 1024 * 1024, /* bytes */
};

/* Returns the number of the first line that is no UTF-8. */
static uint32_t bad_line(const char *text, size_t len)
{
    uint32_t line = 1;
    for (const char *end = text + len; text < end; line++) {
        const char *newline = memchr(text, '\n', (size_t)(end - text));
        const char *next = newline == NULL ? end : newline + 1;
        if (!text_is_utf8(text, (size_t)(next - text))) {
            break;
        }
        text = next;
    }
    return line;
}

const struct json *reader_parse(struct reader *reader, const char *text, size_t len)
{
    if (len > LARGEST_FILE) {
        diag_error(reader->diag, reader->file, "found %zu bytes, expected at most %d", len,
                   LARGEST_FILE);
        return NULL;
    }
    if (!text_is_utf8(text, len)) {
        diag_error(reader->diag, reader->file, "line %u: found bytes that are no UTF-8",
                   bad_line(text, len));
        return NULL;
    }
    const char *error = NULL;
    struct arena *values = reader->scratch == NULL ? reader->arena : reader->scratch;
    const struct json *value = json_parse_apart(values, reader->arena, text, len, &error);
    if (value == NULL) {
        diag_error(reader->diag, reader->file, "%s", error);
    }
    return value;
}

const struct json *reader_keep(const struct reader *reader, const struct json *value)
{
    return reader->scratch == NULL ? value : NULL;
}

void reader_error(struct reader *reader, const struct json *at, const char *format, ...)
{
    if (reader->n_errors++ >= MOST_ERRORS) {
        return;
    }
    va_list args;
    va_start(args, format);
    const char *text = arena_vprintf(reader->arena, format, args);
    va_end(args);
    const char *place = at == NULL ? reader->file
                                   : arena_printf(reader->arena, "%s#%s", reader->file,
                                                  json_pointer(reader->arena, at));
    diag_error(reader->diag, place, "%s", text);
}

/* Returns what a message adds about valid words: the nearest one, or all if they are few. */
static const char *advice(struct arena *arena, const char *word, const char *const *words,
                          uint32_t n)
{
    const char *nearest = strlen(word) > LONGEST_WORD ? NULL : text_nearest(word, words, n);
    if (nearest != NULL) {
        return arena_printf(arena, "; the nearest is \"%s\"", nearest);
    }
    if (n == 0 || n > MOST_LISTED) {
        return "";
    }
    struct strbuf list;
    strbuf_init(&list, arena);
    for (uint32_t i = 0; i < n; i++) {
        strbuf_printf(&list, "%s\"%s\"", i == 0 ? ": " : ", ", words[i]);
    }
    return list.text;
}

/* A long string of hostile input, cut for a message. */
static const char *shown(struct arena *arena, const char *text)
{
    return strlen(text) <= LONGEST_WORD ? text : arena_printf(arena, "%.*s...", LONGEST_WORD, text);
}

static const char *kinds_words(struct arena *arena, uint32_t kinds)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    for (uint32_t kind = JSON_NULL; kind <= JSON_OBJECT; kind++) {
        if ((kinds >> kind & 1u) != 0) {
            strbuf_printf(&out, "%s%s", out.len == 0 ? "" : " or ",
                          json_kind_name((enum json_kind)kind));
        }
    }
    return out.text;
}

static void unknown_key(struct reader *reader, const struct json *value, const struct field *fields,
                        uint32_t where)
{
    const char *keys[READER_MOST_FIELDS];
    uint32_t n = 0;
    for (uint32_t i = 0; fields[i].key != NULL; i++) {
        if ((fields[i].where & where) != 0) {
            keys[n++] = fields[i].key;
        }
    }
    reader_error(reader, value, "found the unknown key \"%s\", expected one of this object%s",
                 shown(reader->arena, value->key), advice(reader->arena, value->key, keys, n));
}

/* True for the field of that key; most keys differ in their first letter already. */
static bool is_field(const struct field *field, const char *key, uint32_t where)
{
    return field->key[0] == key[0] && (field->where & where) != 0 && strcmp(field->key, key) == 0;
}

static void take_member(struct reader *reader, const struct json *value, const struct field *fields,
                        uint32_t where, const struct json **found)
{
    uint32_t i = 0;
    while (fields[i].key != NULL && !is_field(&fields[i], value->key, where)) {
        i++;
    }
    if (fields[i].key == NULL) {
        unknown_key(reader, value, fields, where);
    } else if (found[i] != NULL) {
        reader_error(reader, value, "found the key \"%s\" a second time", value->key);
    } else if ((fields[i].kinds >> value->kind & 1u) == 0) {
        reader_error(reader, value, "found %s, expected %s", json_kind_name(value->kind),
                     kinds_words(reader->arena, fields[i].kinds));
    } else {
        found[i] = value;
    }
}

bool reader_fields(struct reader *reader, const struct json *object, const struct field *fields,
                   uint32_t where, const struct json **found)
{
    for (uint32_t i = 0; fields[i].key != NULL; i++) {
        found[i] = NULL;
    }
    if (object->kind != JSON_OBJECT) {
        reader_error(reader, object, "found %s, expected an object", json_kind_name(object->kind));
        return false;
    }
    for (const struct json *value = object->first; value != NULL; value = value->next) {
        take_member(reader, value, fields, where, found);
    }
    for (uint32_t i = 0; fields[i].key != NULL; i++) {
        if ((fields[i].required & where) != 0 && json_get(object, fields[i].key) == NULL) {
            reader_error(reader, object, "found no key \"%s\", expected %s", fields[i].key,
                         kinds_words(reader->arena, fields[i].kinds));
        }
    }
    return true;
}

bool reader_word(struct reader *reader, const struct json *value, const struct words *words,
                 uint32_t *index)
{
    if (value == NULL) {
        return false;
    }
    if (value->kind != JSON_STRING) {
        reader_error(reader, value, "found %s, expected %s", json_kind_name(value->kind),
                     words->what);
        return false;
    }
    if (words_find(words, value->string, index)) {
        return true;
    }
    reader_error(reader, value, "found \"%s\", expected %s%s", shown(reader->arena, value->string),
                 words->what, advice(reader->arena, value->string, words->at, words->n));
    return false;
}

const struct json *reader_elements(struct reader *reader, const struct json *array,
                                   const char *expected)
{
    if (array->n == 0) {
        reader_error(reader, array, "found an empty array, expected %s", expected);
    }
    return array->first;
}

uint32_t reader_phases(struct reader *reader, const struct json *array)
{
    uint32_t phases = 0;
    for (const struct json *value = reader_elements(reader, array, "phases"); value != NULL;
         value = value->next) {
        uint32_t index = 0;
        if (reader_word(reader, value, &words_phases, &index)) {
            phases |= words_phase_bits[index];
        }
    }
    return phases;
}

bool reader_integer(struct reader *reader, const struct json *value, int64_t *number)
{
    const double most = 9007199254740992.0; /* 2 to the 53rd: exact in a double */
    if (value->kind != JSON_NUMBER) {
        reader_error(reader, value, "found %s, expected an integer", json_kind_name(value->kind));
        return false;
    }
    if (!(value->number >= -most && value->number <= most) ||
        (double)(int64_t)value->number != value->number) {
        reader_error(reader, value, "found %g, expected an integer of at most 53 bits",
                     value->number);
        return false;
    }
    *number = (int64_t)value->number;
    return true;
}

bool reader_param(struct reader *reader, const struct json *value, uint32_t *param)
{
    int64_t number = 0;
    if (!reader_integer(reader, value, &number)) {
        return false;
    }
    if (number < 0 || number >= MOST_PARAMETERS) {
        reader_error(reader, value, "found %lld, expected the index of an argument (0 to %d)",
                     (long long)number, MOST_PARAMETERS - 1);
        return false;
    }
    *param = (uint32_t)number;
    return true;
}

const char *reader_string(struct reader *reader, const struct json *value)
{
    if (value->kind != JSON_STRING) {
        reader_error(reader, value, "found %s, expected a string", json_kind_name(value->kind));
        return NULL;
    }
    if (*value->string == '\0') {
        reader_error(reader, value, "found an empty string, expected a text");
        return NULL;
    }
    return value->string;
}

const char *reader_text(struct reader *reader, const struct json *value, const char *otherwise)
{
    if (value == NULL) {
        return otherwise;
    }
    if (value->kind == JSON_STRING) {
        (void)reader_string(reader, value);
        return value->string;
    }
    struct strbuf out;
    strbuf_init(&out, reader->arena);
    for (const struct json *line = reader_elements(reader, value, "paragraphs"); line != NULL;
         line = line->next) {
        if (line->kind != JSON_STRING) {
            reader_error(reader, line, "found %s, expected a string", json_kind_name(line->kind));
            continue;
        }
        strbuf_printf(&out, "%s%s", line->index == 0 ? "" : "\n", line->string);
    }
    return out.text;
}

const char *reader_url(struct reader *reader, const struct json *value)
{
    if (value == NULL) {
        return "";
    }
    const char *url = reader_string(reader, value);
    if (url == NULL) {
        return "";
    }
    if (!text_starts(url, "https://") || strpbrk(url, " \t\r\n<>\"") != NULL) {
        reader_error(reader, value, "found \"%s\", expected a URL that begins with \"https://\"",
                     shown(reader->arena, url));
    }
    return url;
}
