/*
 * conditions.h - the parts of an effects entry that speak of arguments: conditions, callbacks, what
 * is left behind them.
 */
#ifndef DLL_PACKS_CONDITIONS_H
#define DLL_PACKS_CONDITIONS_H

#include "base/json.h"
#include "packs/packs.h"
#include "packs/reader.h"

enum { MOST_CONDITIONS = 8, MOST_ALTERNATIVES = 8 };

/* The conditions of a case; one of them may allow several numbers. */
struct when {
    struct condition at[MOST_CONDITIONS];
    uint32_t n;
    uint32_t varies; /* index of the condition with several numbers */
    int64_t values[MOST_ALTERNATIVES];
    uint32_t n_values; /* 0: no condition has several */
};

/* Reads the conditions of a case. */
void parse_when(struct reader *reader, const struct json *array, struct when *when);

/* Reads the callbacks of an entry in place of those it has. */
void parse_callbacks(struct reader *reader, const struct json *array, struct api *api);

/* Reads what an API leaves behind its arguments, in place of what the entry has. */
void parse_gives(struct reader *reader, const struct json *array, struct api *api);

/* Reads which bytes an API copies or clears. */
void parse_fills(struct reader *reader, const struct json *object, struct api *api);

#endif
