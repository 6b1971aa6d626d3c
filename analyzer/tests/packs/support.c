/* support.c - what the tests of packs share. */
#include "support.h"

#include <criterion/criterion.h>
#include <string.h>

void trial_start(struct trial *trial)
{
    trial->arena = arena_create();
    strbuf_init(&trial->messages, trial->arena);
    trial->diag = (struct diag){.to = &trial->messages};
    trial->packs = packs_create(trial->arena);
}

void trial_end(struct trial *trial)
{
    arena_destroy(trial->arena);
}

bool trial_add(struct trial *trial, const char *text)
{
    char *quoted = arena_strdup(trial->arena, text);
    for (char *p = quoted; *p != '\0'; p++) {
        *p = *p == '\'' ? '"' : *p;
    }
    return packs_add(trial->arena, trial->packs, "t.json", quoted, &trial->diag);
}

void trial_load(struct trial *trial)
{
    trial_start(trial);
    trial->packs = packs_load(trial->arena, NULL, 0, &trial->diag);
    cr_assert_str_eq(trial->messages.text, "");
    cr_assert_not_null(trial->packs);
}

/* True if the condition certainly holds for the known numbers among the arguments. */
static bool holds(const struct condition *condition, const int64_t *arguments, uint32_t n)
{
    if (condition->kind == CONDITION_ARGUMENTS) {
        return condition->value == n;
    }
    if (condition->param >= n || arguments[condition->param] == INT64_MIN) {
        return false;
    }
    int64_t value = arguments[condition->param];
    switch (condition->kind) {
    case CONDITION_EQUALS:
        return value == condition->value;
    case CONDITION_NOT_EQUALS:
        return value != condition->value;
    case CONDITION_ANY_BITS:
        return (value & condition->value) != 0;
    case CONDITION_NO_BITS:
        return (value & condition->value) == 0;
    case CONDITION_KNOWN:
        return true;
    case CONDITION_LINKED:
    case CONDITION_ORIGIN:
    case CONDITION_OBJECT:
    case CONDITION_ARGUMENTS:
    case CONDITION_STRING:
    case CONDITION_NOT_STRING:
        break;
    }
    return false;
}

const struct api *trial_entry(const struct trial *trial, const char *name, enum phase phase,
                              const int64_t *arguments, uint32_t n)
{
    uint32_t n_entries = 0;
    const struct api *entry = packs_find(trial->packs, name, &n_entries);
    for (uint32_t i = 0; i < n_entries; i++) {
        bool all = (entry[i].phases >> phase & 1u) != 0;
        for (uint32_t k = 0; k < entry[i].conditions.n && all; k++) {
            all = holds(&entry[i].conditions.at[k], arguments, n);
        }
        if (all) {
            return &entry[i];
        }
    }
    return NULL;
}

bool has_only(const struct api *api, const char *effects)
{
    if (api == NULL) {
        return false;
    }
    for (uint32_t i = 0; i < api->effects.n; i++) {
        size_t len = strlen(api->effects.at[i]);
        if (strncmp(effects, api->effects.at[i], len) != 0) {
            return false;
        }
        effects += len;
        effects += *effects == ' ' ? 1 : 0;
    }
    return *effects == '\0';
}
