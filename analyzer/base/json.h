/*
 * json.h - reading and writing JSON.  The only header that knows of it, and json.c the only file
 * that knows cJSON.
 */
#ifndef DLL_BASE_JSON_H
#define DLL_BASE_JSON_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/strbuf.h"

enum json_kind { JSON_NULL, JSON_BOOL, JSON_NUMBER, JSON_STRING, JSON_ARRAY, JSON_OBJECT };

/* One value of a document.  Children are in the order of the text. */
struct json {
    enum json_kind kind;
    bool boolean;              /* JSON_BOOL */
    double number;             /* JSON_NUMBER */
    const char *string;        /* JSON_STRING: valid UTF-8; otherwise NULL */
    const char *key;           /* name in the object that holds it; NULL in arrays and at the top */
    const struct json *parent; /* NULL at the top */
    const struct json *first;  /* first child; NULL when there is none */
    const struct json *next;   /* next sibling */
    uint32_t n;                /* number of children */
    uint32_t index;            /* position among the siblings */
};

/* Parses `len` bytes; comments (slash-slash and slash-star) are allowed, NUL is not, neither as a
 * byte nor as an escape.  Returns the value, or NULL with `*error` set to what is wrong and where
 * ("line 3, column 7: ..."). */
const struct json *json_parse(struct arena *arena, const char *text, size_t len,
                              const char **error);

/* The same with the values and their keys in one arena and what strings hold in another, which may
 * live longer. */
const struct json *json_parse_apart(struct arena *values, struct arena *texts, const char *text,
                                    size_t len, const char **error);

/* Returns the member of an object, or NULL when there is none or `object` is not an object. */
const struct json *json_get(const struct json *object, const char *key);

/* Returns the member's string, or `otherwise` when it is missing or not a string. */
const char *json_get_string(const struct json *object, const char *key, const char *otherwise);

/* Returns the RFC 6901 pointer of a value ("/rules/3/id"; "" for the top). */
const char *json_pointer(struct arena *arena, const struct json *value);

/* Returns the word for a kind with its article, as in "expected a string". */
const char *json_kind_name(enum json_kind kind);

enum { JSON_WRITER_DEPTH = 64 }; /* open objects and arrays at most; deeper nesting is our bug */

/*
 * A streaming writer of indented JSON (two blanks).  `key` is NULL in arrays and at the top.
 * Strings are made valid UTF-8, control characters are escaped, so that any bytes can be handed
 * over.
 */
struct json_writer {
    struct strbuf *out;
    uint32_t depth;                   /* open objects and arrays */
    bool comma;                       /* something stands before in the present one */
    bool is_array[JSON_WRITER_DEPTH]; /* by depth */
};

/* Starts a document at the end of `out`. */
void json_writer_init(struct json_writer *writer, struct strbuf *out);

void json_open_object(struct json_writer *writer, const char *key); /* opens an object */
void json_open_array(struct json_writer *writer, const char *key);  /* opens an array */
void json_close(struct json_writer *writer); /* closes the innermost; at the top adds a newline */
void json_write_string(struct json_writer *writer, const char *key,
                       const char *value); /* NULL: null */
void json_write_integer(struct json_writer *writer, const char *key, int64_t value); /* a number */
void json_write_bool(struct json_writer *writer, const char *key, bool value);       /* a boolean */
void json_write_null(struct json_writer *writer, const char *key);                   /* null */

#endif
