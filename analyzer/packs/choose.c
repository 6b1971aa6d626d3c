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

bool condition_holds(const struct condition *condition, const struct api_argument *arguments,
                     uint32_t n_arguments)
{
    if (condition->kind == CONDITION_ARGUMENTS) {
        return condition->value == n_arguments;
    }
    if (condition->param >= n_arguments) {
        return false;
    }
    const struct api_argument *argument = &arguments[condition->param];
    switch (condition->kind) {
    case CONDITION_STRING:
        return argument->text != NULL && matches_one(condition->glob, argument->text);
    case CONDITION_NOT_STRING:
        return argument->text != NULL && !matches_one(condition->glob, argument->text);
    case CONDITION_ORIGIN:
        return argument->origin != NULL && strcmp(condition->glob, argument->origin) == 0;
    default:
        return number_holds(condition, argument);
    }
}

const struct api *packs_choose(const struct api *first, uint32_t n, uint32_t phases,
                               const struct api_argument *arguments, uint32_t n_arguments)
{
    for (uint32_t i = 0; i < n; i++) {
        bool all = (first[i].phases & phases) != 0;
        for (uint32_t c = 0; c < first[i].conditions.n && all; c++) {
            all = condition_holds(&first[i].conditions.at[c], arguments, n_arguments);
        }
        if (all) {
            return &first[i];
        }
    }
    return NULL;
}
