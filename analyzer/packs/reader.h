/*
 * reader.h - checked reading of a pack's JSON: every fault gives one message with file and JSON
 * pointer, what was found, what was expected, and the nearest valid word.
 *
 * A reader goes on after a fault, so that one run shows them all; a number of messages is its
 * limit.
 */
#ifndef DLL_PACKS_READER_H
#define DLL_PACKS_READER_H

#include "base/arena.h"
#include "base/attr.h"
#include "base/diag.h"
#include "base/json.h"
#include "packs/packs.h"
#include "packs/words.h"

/* The state of reading one file. */
struct reader {
    struct arena *arena;   /* run: what is read lives as long as the packs */
    struct arena *scratch; /* where JSON values live that are gone when the packs are checked, as
                              those of the program's own packs; NULL: in `arena` */
    struct packs *packs;
    const char *file;
    struct diag *diag;
    uint32_t n_errors;
    bool own; /* it is a configuration, which need not say all that packs must */
};

/* A key that an object may have. */
struct field {
    const char *key;
    uint32_t kinds;    /* bit set by enum json_kind */
    uint32_t where;    /* bit set: kinds of objects (of the caller's choice) that may have it */
    uint32_t required; /* bit set: kinds of objects that must have it */
};

enum { READER_MOST_FIELDS = 32 }; /* keys of one kind of object */

/* The kinds of values of a field. */
enum {
    IS_BOOL = 1u << JSON_BOOL,
    IS_NUMBER = 1u << JSON_NUMBER,
    IS_STRING = 1u << JSON_STRING,
    IS_ARRAY = 1u << JSON_ARRAY,
    IS_OBJECT = 1u << JSON_OBJECT,
    IS_TEXT = IS_STRING | IS_ARRAY, /* see reader_text() */
};

/* Parses a whole file.  Returns NULL after a diag_error(): it is too large, no UTF-8, or no JSON.
 */
const struct json *reader_parse(struct reader *reader, const char *text, size_t len);

/* Returns the value for a message that may come when all is read; NULL if it is gone then. */
const struct json *reader_keep(const struct reader *reader, const struct json *value);

/* Reports a fault at a value; NULL: somewhere in the file. */
ATTR_PRINTF(3, 4)
void reader_error(struct reader *reader, const struct json *at, const char *format, ...);

/* Sorts the members of an object of kind `where` (one bit) by `fields`: found[i] is the value for
 * fields[i], or NULL.  Unknown, doubled and missing keys and wrong kinds are faults; a value of the
 * wrong kind is not found.  Returns false if `object` is no object. */
bool reader_fields(struct reader *reader, const struct json *object, const struct field *fields,
                   uint32_t where, const struct json **found);

/* Reads a word of a set.  Returns false after a fault; NULL is one that was reported before. */
bool reader_word(struct reader *reader, const struct json *value, const struct words *words,
                 uint32_t *index);

/* Reads a set of phases: an array of words. */
uint32_t reader_phases(struct reader *reader, const struct json *array);

/* Reads an integer of at most 53 bits.  Returns false after a fault. */
bool reader_integer(struct reader *reader, const struct json *value, int64_t *number);

/* Reads the index of an argument.  Returns false after a fault. */
bool reader_param(struct reader *reader, const struct json *value, uint32_t *param);

/* Returns the first element of an array; an empty one is a fault, and NULL. */
const struct json *reader_elements(struct reader *reader, const struct json *array,
                                   const char *expected);

/* Reads a text: a string, or an array of strings, one a paragraph (or a line of code, which begins
 * with four blanks), joined by newlines.  NULL gives `otherwise`; an empty one is a fault. */
const char *reader_text(struct reader *reader, const struct json *value, const char *otherwise);

/* Reads the URL of a source.  NULL gives "". */
const char *reader_url(struct reader *reader, const struct json *value);

/* Checks that an array's element is a non-empty string and returns it, or NULL after a fault. */
const char *reader_string(struct reader *reader, const struct json *value);

#endif
