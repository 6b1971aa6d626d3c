/*
 * named.c - what APIs make, as the walk meets them: handles, modules, functions looked up by name.
 *
 * Takes what is known of a call's arguments and what slots say of texts; gives what is made as a
 * value, and what packs say of calling a function that was looked up.  What is looked up on other
 * paths is program/looked_up.c's.
 */
#include <string.h>

#include "walk/engine.h"

/* The module among the arguments: whose it is. */
static enum dll_kind module_of(const struct value *arguments, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        if (arguments[i].kind == VALUE_HANDLE) {
            return packs_dll_kind(arguments[i].text);
        }
    }
    return DLL_UNKNOWN;
}

/* What a look-up by name gives: by a name or a number that is known, that function. */
static struct value look_up(const struct engine *e, const struct value *arguments, uint32_t n)
{
    struct value named = value_make(VALUE_NAMED, (int64_t)module_of(arguments, n), NULL);
    for (uint32_t i = 0; i < n && named.text == NULL; i++) {
        bool ordinal = arguments[i].kind == VALUE_INT && arguments[i].number > 0 &&
                       arguments[i].number <= UINT16_MAX;
        if (arguments[i].kind == VALUE_STRING) {
            named.text = arguments[i].text;
        } else if (ordinal) {
            named.text = arena_printf(e->arena, "ordinal %d", (int)arguments[i].number);
        }
    }
    if (named.text == NULL) {
        return value_unknown();
    }
    uint32_t known = 0;
    const struct api *api = packs_find(e->program->packs, named.text, &known);
    if (api != NULL && strcmp(api->returns, "process-exit") == 0) {
        named.number |= VALUE_ALWAYS_THERE; /* what tells the process's end */
    }
    return named;
}

struct value named_made(const struct engine *e, const struct api *api, const struct edge *edge,
                        uint32_t *out)
{
    if (strcmp(api->returns, "process-exit") == 0) {
        return value_int(e->exiting);
    }
    if (api_looks_up(api)) {
        return look_up(e, edge->api->arguments, edge->api->n_arguments);
    }
    if (api->has_value) {
        return value_int(api->value);
    }
    *out = api->has_out && api->out < edge->api->n_arguments ? api->out + 1 : 0;
    return api->returns[0] != '\0'
               ? value_make(VALUE_HANDLE, packs_never_null(api->returns), api->returns)
               : value_unknown();
}

struct value named_text(const struct engine *e, const struct frame *f, node_id node,
                        struct value value)
{
    if (value.kind != VALUE_UNKNOWN && value.kind != VALUE_NONZERO) {
        return value;
    }
    const char *text = program_text(e->program, f->unit, node);
    return text == NULL ? value : value_make(VALUE_STRING, 0, text);
}

bool named_is_there(const struct engine *e, struct value value)
{
    uint32_t n = 0;
    const struct api *known = NULL;
    if (value.kind == VALUE_NAMED && value.number == DLL_SYSTEM) {
        known = packs_find(e->program->packs, value.text, &n);
    }
    return known != NULL && known->match == API_FUNCTION;
}

void named_linked(const struct engine *e, const struct known_api *known, uint32_t argument,
                  struct value *text)
{
    if (text->kind == VALUE_STRING && api_asks_for_linked(known->first, known->n, argument) &&
        program_links(e->program, text->text)) {
        text->number = VALUE_LINKED;
    }
}

/* True for "shutdown", "connect": any DLL can have a function of that name. */
static bool is_common_word(const char *name)
{
    for (; *name != '\0'; name++) {
        if (*name < 'a' || *name > 'z') {
            return false;
        }
    }
    return true;
}

struct known_api named_api(const struct engine *e, const char *name, enum dll_kind dll)
{
    struct known_api known = {.name = name};
    known.first = packs_find(e->program->packs, name, &known.n);
    bool other = dll == DLL_LOADED && is_common_word(name);
    if (known.n > 0 && (other || known.first->match != API_FUNCTION)) {
        known.n = 0;
    }
    return known;
}

const struct api *named_construct(const struct engine *e, enum dll_kind dll)
{
    return dll == DLL_LOADED ? packs_construct(e->program->packs, "looked-up function") : NULL;
}
