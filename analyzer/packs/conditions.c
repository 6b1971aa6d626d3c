/*
 * conditions.c - reads what an effects entry says of arguments: conditions of its cases, callbacks,
 * what is left behind them.
 *
 * Takes JSON values; gives the data of packs.h or faults.  Does not know which functions are meant.
 */
#include "packs/conditions.h"

#include <string.h>

#include "base/vec.h"

/* The keys of conditions, in the order of enum condition_kind; CONDITION_OBJECT is the origin
 * without an argument. */
static const struct field condition_fields[] = {
    {"equals", IS_NUMBER | IS_ARRAY, 1, 0},
    {"notEquals", IS_NUMBER, 1, 0},
    {"anyBits", IS_NUMBER, 1, 0},
    {"noBits", IS_NUMBER, 1, 0},
    {"matches", IS_STRING, 1, 0},
    {"notMatches", IS_STRING, 1, 0},
    {"known", IS_BOOL, 1, 0},
    {"linked", IS_BOOL, 1, 0},
    {"arguments", IS_NUMBER, 1, 0},
    {"origin", IS_STRING, 1, 0},
    {"param", IS_NUMBER, 1, 0},
    {NULL, 0, 0, 0},
};

enum { CONDITION_PARAM = CONDITION_ORIGIN + 1, CONDITION_FIELDS };

/* Reads the numbers that one condition allows. */
static void read_alternatives(struct reader *reader, const struct json *array, struct when *when)
{
    if (when->n_values > 0 || array->n == 0 || array->n > MOST_ALTERNATIVES) {
        reader_error(reader, array,
                     "found a list of %u numbers, expected 1 to %d, in one condition of a case",
                     array->n, MOST_ALTERNATIVES);
        return;
    }
    when->varies = when->n;
    for (const struct json *value = array->first; value != NULL; value = value->next) {
        if (reader_integer(reader, value, &when->values[when->n_values])) {
            when->n_values++;
        }
    }
}

/* Reads a word of those that entries return. */
static void read_origin(struct reader *reader, const struct json *value,
                        struct condition *condition)
{
    uint32_t word = 0;
    if (reader_word(reader, value, &words_returns, &word)) {
        condition->glob = words_returns.at[word];
    }
}

static void read_number_of_arguments(struct reader *reader, const struct json *value,
                                     struct condition *condition)
{
    uint32_t n = 0;
    if (reader_param(reader, value, &n)) {
        condition->value = n;
    }
}

static void read_condition_value(struct reader *reader, const struct json *value,
                                 struct condition *condition, struct when *when)
{
    switch (condition->kind) {
    case CONDITION_STRING:
    case CONDITION_NOT_STRING:
        condition->glob = reader_string(reader, value);
        break;
    case CONDITION_ORIGIN:
    case CONDITION_OBJECT:
        read_origin(reader, value, condition);
        break;
    case CONDITION_KNOWN:
    case CONDITION_LINKED:
        if (!value->boolean) {
            reader_error(reader, value, "found false, expected true");
        }
        break;
    case CONDITION_ARGUMENTS:
        read_number_of_arguments(reader, value, condition);
        break;
    case CONDITION_EQUALS:
    case CONDITION_NOT_EQUALS:
    case CONDITION_ANY_BITS:
    case CONDITION_NO_BITS:
        if (value->kind == JSON_ARRAY) {
            read_alternatives(reader, value, when);
        } else {
            reader_integer(reader, value, &condition->value);
        }
        break;
    }
}

static void read_condition(struct reader *reader, const struct json *object, struct when *when)
{
    const struct json *found[CONDITION_FIELDS];
    if (!reader_fields(reader, object, condition_fields, 1, found)) {
        return;
    }
    uint32_t kind = CONDITION_FIELDS;
    uint32_t n = 0;
    for (uint32_t i = 0; i < CONDITION_PARAM; i++) {
        if (found[i] != NULL) {
            kind = i;
            n++;
        }
    }
    if (n != 1 || when->n == MOST_CONDITIONS) {
        reader_error(reader, object, "found %u tests, expected one (at most %d conditions a case)",
                     n, MOST_CONDITIONS);
        return;
    }
    bool of_call = kind == CONDITION_ARGUMENTS || kind == CONDITION_ORIGIN;
    bool of_argument = kind != CONDITION_ARGUMENTS;
    if (found[CONDITION_PARAM] != NULL ? !of_argument : !of_call) {
        reader_error(reader, object,
                     "expected \"param\", the index of the argument, in all tests but "
                     "\"arguments\" and the \"origin\" of an object");
        return;
    }
    struct condition condition = {.kind = (enum condition_kind)kind};
    if (kind == CONDITION_ORIGIN && found[CONDITION_PARAM] == NULL) {
        condition.kind = CONDITION_OBJECT;
    }
    if (found[CONDITION_PARAM] != NULL) {
        reader_param(reader, found[CONDITION_PARAM], &condition.param);
    }
    read_condition_value(reader, found[kind], &condition, when);
    when->at[when->n++] = condition;
}

void parse_when(struct reader *reader, const struct json *array, struct when *when)
{
    for (const struct json *value = reader_elements(reader, array, "conditions"); value != NULL;
         value = value->next) {
        read_condition(reader, value, when);
    }
}

/* Adds one callback for an argument, or for each of several. */
static void add_callbacks(struct reader *reader, const struct json *param, struct callback callback,
                          struct api *api)
{
    const struct json *first =
        param->kind == JSON_ARRAY ? reader_elements(reader, param, "indices of arguments") : param;
    for (const struct json *value = first; value != NULL;
         value = param->kind == JSON_ARRAY ? value->next : NULL) {
        if (reader_param(reader, value, &callback.param)) {
            VEC_PUSH(reader->arena, &api->callbacks, callback);
        }
    }
}

static void read_callback(struct reader *reader, const struct json *object, struct api *api)
{
    enum { PARAM, KIND, PHASES_OF, CONTEXT, CONTEXT_AS, N };
    static const struct field callback_fields[N + 1] = {
        [PARAM] = {"param", IS_NUMBER | IS_ARRAY, 1, 1}, [KIND] = {"kind", IS_STRING, 1, 1},
        [PHASES_OF] = {"phases", IS_ARRAY, 1, 0},        [CONTEXT] = {"context", IS_NUMBER, 1, 0},
        [CONTEXT_AS] = {"contextAs", IS_NUMBER, 1, 0},
    };
    const struct json *found[N];
    uint32_t kind = 0;
    if (!reader_fields(reader, object, callback_fields, 1, found) || found[PARAM] == NULL ||
        !reader_word(reader, found[KIND], &words_callbacks, &kind)) {
        return;
    }
    struct callback callback = {.kind = (enum callback_kind)kind};
    if ((callback.kind == CALLBACK_REGISTERS_PHASE) != (found[PHASES_OF] != NULL)) {
        reader_error(reader, object,
                     "found a callback of the kind \"%s\" %s phases, expected phases for "
                     "\"registers_phase\" and only there",
                     words_callbacks.at[kind], found[PHASES_OF] != NULL ? "with" : "without");
    }
    if (found[PHASES_OF] != NULL) {
        callback.phases = reader_phases(reader, found[PHASES_OF]);
    }
    if ((found[CONTEXT] == NULL) != (found[CONTEXT_AS] == NULL)) {
        reader_error(reader, object,
                     "expected both \"context\", the index of an argument, and \"contextAs\", the "
                     "index of the function's parameter that gets it, or none");
    } else if (found[CONTEXT] != NULL) {
        callback.has_context = reader_param(reader, found[CONTEXT], &callback.context) &&
                               reader_param(reader, found[CONTEXT_AS], &callback.context_as);
    }
    add_callbacks(reader, found[PARAM], callback, api);
}

void parse_callbacks(struct reader *reader, const struct json *array, struct api *api)
{
    memset(&api->callbacks, 0, sizeof api->callbacks);
    for (const struct json *value = reader_elements(reader, array, "callbacks"); value != NULL;
         value = value->next) {
        read_callback(reader, value, api);
    }
}

static void read_gift(struct reader *reader, const struct json *object, struct api *api)
{
    enum { PARAM, WHAT, AS, N };
    static const struct field gift_fields[N + 1] = {
        [PARAM] = {"param", IS_NUMBER, 1, 1},
        [WHAT] = {"what", IS_STRING, 1, 0},
        [AS] = {"as", IS_NUMBER, 1, 0},
    };
    const struct json *found[N];
    struct gift gift = {0};
    if (!reader_fields(reader, object, gift_fields, 1, found) || found[PARAM] == NULL ||
        !reader_param(reader, found[PARAM], &gift.param)) {
        return;
    }
    if ((found[WHAT] == NULL) == (found[AS] == NULL)) {
        reader_error(reader, object,
                     "expected \"what\", a word, or \"as\", the index of an argument");
        return;
    }
    uint32_t word = 0;
    if (found[WHAT] != NULL && reader_word(reader, found[WHAT], &words_returns, &word)) {
        gift.what = words_returns.at[word];
    } else if (found[AS] != NULL) {
        (void)reader_param(reader, found[AS], &gift.as);
    }
    VEC_PUSH(reader->arena, &api->gifts, gift);
}

void parse_gives(struct reader *reader, const struct json *array, struct api *api)
{
    memset(&api->gifts, 0, sizeof api->gifts);
    for (const struct json *value = array->first; value != NULL; value = value->next) {
        read_gift(reader, value, api);
    }
}

void parse_fills(struct reader *reader, const struct json *object, struct api *api)
{
    enum { PARAM, FROM, N };
    static const struct field fill_fields[N + 1] = {
        [PARAM] = {"param", IS_NUMBER, 1, 0},
        [FROM] = {"from", IS_NUMBER, 1, 0},
    };
    const struct json *found[N];
    struct fill fill = {.told = true};
    if (!reader_fields(reader, object, fill_fields, 1, found)) {
        return;
    }
    fill.in_result = found[PARAM] == NULL || !reader_param(reader, found[PARAM], &fill.param);
    fill.copied = found[FROM] != NULL && reader_param(reader, found[FROM], &fill.from);
    if (found[PARAM] == NULL && found[FROM] == NULL) {
        reader_error(reader, object,
                     "expected \"param\", whose bytes become 0, \"from\", whose bytes the result "
                     "gets, or both");
    }
    api->fill = fill;
}
