/*
 * undecided.c - reads the list of rules that the analysis cannot decide yet.
 *
 * They report nothing; people who look for them are told what is missing.
 */
#include "packs/index.h"

#include <string.h>

static const char *text_of(struct reader *reader, const struct json *value)
{
    return value == NULL ? "" : reader_text(reader, value, "");
}

static void read_undecided(struct reader *reader, const struct json *object)
{
    enum { ID, NAME, SUMMARY, MISSING, SOURCES, N };
    static const struct field fields[N + 1] = {
        [ID] = {"id", IS_STRING, 1, 1},           [NAME] = {"name", IS_STRING, 1, 1},
        [SUMMARY] = {"summary", IS_STRING, 1, 1}, [MISSING] = {"missing", IS_TEXT, 1, 1},
        [SOURCES] = {"sources", IS_ARRAY, 1, 1},
    };
    const struct json *found[N];
    if (!reader_fields(reader, object, fields, 1, found)) {
        return;
    }
    struct undecided undecided = {.id = text_of(reader, found[ID]),
                                  .name = text_of(reader, found[NAME]),
                                  .summary = text_of(reader, found[SUMMARY]),
                                  .missing = text_of(reader, found[MISSING])};
    const struct json *url =
        found[SOURCES] == NULL ? NULL : reader_elements(reader, found[SOURCES], "URLs");
    for (; url != NULL; url = url->next) {
        VEC_PUSH(reader->arena, &undecided.sources, reader_url(reader, url));
    }
    VEC_PUSH(reader->arena, &reader->packs->undecided, undecided);
}

void parse_undecided(struct reader *reader, const struct json *pack)
{
    enum { SCHEMA, TITLE, RULES, N };
    static const struct field fields[N + 1] = {
        [SCHEMA] = {"$schema", IS_STRING, 1, 0},
        [TITLE] = {"title", IS_STRING, 1, 0},
        [RULES] = {"rules", IS_ARRAY, 1, 1},
    };
    const struct json *found[N];
    if (!reader_fields(reader, pack, fields, 1, found) || found[RULES] == NULL) {
        return;
    }
    for (const struct json *value = found[RULES]->first; value != NULL; value = value->next) {
        read_undecided(reader, value);
    }
}
