/*
 * choose.c - which of the entries of an API holds for a call.
 */
#include <string.h>

#include "base/text.h"
#include "packs/packs.h"

static bool number_holds(const struct condition *condition, const struct api_argument *argument)
{
    switch (condition->kind) {
    case CONDITION_EQUALS:
        return argument->is_number && argument->number == condition->value;
    case CONDITION_NOT_EQUALS:
        return argument->is_number ? argument->number != condition->value
                                   : condition->value == 0 && argument->nonzero;
    case CONDITION_ANY_BITS:
        return argument->is_number && (argument->number & condition->value) != 0;
    case CONDITION_NO_BITS:
        return argument->is_number && (argument->number & condition->value) == 0;
    default:
        return argument->is_number;
    }
}

/* True if the text matches one of the globs that are joined by |. */
static bool matches_one(const char *globs, const char *text)
{
    enum { LONGEST_GLOB = 128 };
    char glob[LONGEST_GLOB];
    for (const char *at = globs;; at++) {
        size_t length = strcspn(at, "|");
        if (length < sizeof glob) {
            memcpy(glob, at, length);
            glob[length] = '\0';
            if (text_glob_nocase(glob, text)) {
                return true;
            }
        }
        at += length;
        if (*at == '\0') {
            return false;
        }
    }
}

static bool is_word(const char *word, const char *wanted)
{
    return word != NULL && strcmp(word, wanted) == 0;
}

bool condition_holds(const struct condition *condition, const struct api_call *call)
{
    if (condition->kind == CONDITION_ARGUMENTS) {
        return condition->value == call->n_arguments;
    }
    if (condition->kind == CONDITION_OBJECT) {
        return is_word(call->object, condition->glob);
    }
    if (condition->param >= call->n_arguments) {
        return false;
    }
    const struct api_argument *argument = &call->arguments[condition->param];
    switch (condition->kind) {
    case CONDITION_STRING:
        return argument->text != NULL && matches_one(condition->glob, argument->text);
    case CONDITION_NOT_STRING:
        return argument->text != NULL && !matches_one(condition->glob, argument->text);
    case CONDITION_LINKED:
        return argument->linked;
    case CONDITION_ORIGIN:
        return is_word(argument->origin, condition->glob);
    default:
        return number_holds(condition, argument);
    }
}

const struct api *packs_choose(const struct api *first, uint32_t n, uint32_t phases,
                               const struct api_call *call)
{
    for (uint32_t i = 0; i < n; i++) {
        bool all = (first[i].phases & phases) != 0;
        for (uint32_t c = 0; c < first[i].conditions.n && all; c++) {
            all = condition_holds(&first[i].conditions.at[c], call);
        }
        if (all) {
            return &first[i];
        }
    }
    return NULL;
}

bool api_asks_for_object(const struct api *first, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t c = 0; c < first[i].conditions.n; c++) {
            if (first[i].conditions.at[c].kind == CONDITION_OBJECT) {
                return true;
            }
        }
    }
    return false;
}

bool api_asks_for_linked(const struct api *first, uint32_t n, uint32_t param)
{
    for (uint32_t i = 0; i < n; i++) {
        for (uint32_t c = 0; c < first[i].conditions.n; c++) {
            const struct condition *condition = &first[i].conditions.at[c];
            if (condition->kind == CONDITION_LINKED && condition->param == param) {
                return true;
            }
        }
    }
    return false;
}
