/*
 * exports.c - the functions of which nothing is known but their DLL.
 *
 * rules/exports/by-dll.json lists them: 17,000 names, of interest to one rule that is off by
 * default, and to modules that delay the load of some DLLs.  So the list is read only when somebody
 * asks for it, and then each name that no pack knows becomes an entry like those of packs.  What a
 * pack says of a name, be it that it is harmless, counts more.
 *
 * It also tells which DLL an import comes from: also read only when somebody asks.
 */
#include "packs/packs.h"

#include <string.h>

#include "base/text.h"
#include "packs/embedded.h"
#include "packs/index.h"

bool dll_names_have(const struct dll_names *names, const char *dll)
{
    for (uint32_t i = 0; i < names->list.n; i++) {
        if (text_same_nocase(names->list.at[i], dll)) {
            return true;
        }
    }
    return false;
}

/* What all names of the list have in common. */
struct exports {
    struct arena *arena;
    struct packs *packs;
    const struct dll_names *only; /* NULL: all */
    struct api api;
};

/* True if packs know more of the name than what it does with callbacks. */
static bool is_known(const struct exports *exports, const char *name)
{
    uint32_t n = 0;
    const struct api *known = packs_find(exports->packs, name, &n);
    return known != NULL && !known->callbacks_only;
}

static void add_name(struct exports *exports, const char *name, size_t len, const char *variant)
{
    struct api api = exports->api;
    api.name = arena_printf(exports->arena, "%.*s%s", (int)len, name, variant);
    if (is_known(exports, api.name)) {
        return;
    }
    api.order = exports->packs->apis.n;
    VEC_PUSH(exports->arena, &exports->packs->apis, api);
}

/* Adds the names of a line; one that ends in * stands for its variants. */
static void add_names(struct exports *exports, const char *names)
{
    for (const char *at = names; *at != '\0';) {
        size_t len = strcspn(at, " ");
        if (len > 0 && at[len - 1] == '*') {
            add_name(exports, at, len - 1, "A");
            add_name(exports, at, len - 1, "W");
        } else if (len > 0) {
            add_name(exports, at, len, "");
        }
        at += len;
        at += strspn(at, " ");
    }
}

static void add_list(struct exports *exports, const struct json *list)
{
    struct api *api = &exports->api;
    VEC_PUSH(exports->arena, &api->effects, json_get_string(list, "effect", ""));
    api->confidence = json_get_string(list, "confidence", "");
    api->why = json_get_string(list, "why", "");
    api->source = json_get_string(list, "source", "");
    const struct json *dlls = json_get(list, "dlls");
    for (const struct json *dll = dlls == NULL ? NULL : dlls->first; dll != NULL; dll = dll->next) {
        bool wanted = exports->only == NULL || dll_names_have(exports->only, dll->key);
        api->dll = dll->key;
        for (const struct json *line = wanted ? dll->first : NULL; line != NULL;
             line = line->next) {
            add_names(exports, line->string == NULL ? "" : line->string);
        }
    }
}

bool packs_add_exports(struct arena *arena, struct packs *packs, const struct dll_names *only,
                       struct diag *diag)
{
    struct exports exports = {
        .arena = arena,
        .packs = packs,
        .only = only,
        .api = {.dll = "",
                .family = "exports",
                .phases = PHASES_ALL,
                .returns = "",
                .resource = "",
                .verdict = "risky",
                .doc = ""},
    };
    const char *error = NULL;
    const struct json *list = json_parse(arena, packs_exports.text, packs_exports.len, &error);
    if (list == NULL) {
        diag_error(diag, packs_exports.file, "%s", error);
        return false;
    }
    add_list(&exports, list);
    return packs_finish(arena, packs, diag);
}

/* A string in the text of the list. */
struct list_string {
    const char *at;
    size_t len;
    bool key; /* of an object */
};

/* Takes the next string of the text, which has no escapes in names; returns false at the end. */
static bool take_string(const char **text, struct list_string *string)
{
    const char *begin = strchr(*text, '"');
    const char *end = begin == NULL ? NULL : strchr(begin + 1, '"');
    if (end == NULL) {
        return false;
    }
    while (end[-1] == '\\' && strchr(end + 1, '"') != NULL) {
        end = strchr(end + 1, '"');
    }
    string->at = begin + 1;
    string->len = (size_t)(end - begin) - 1;
    *text = end + 1;
    string->key = **text == ':';
    return true;
}

/* True if the names that are joined by blanks have one of the functions; one that ends in * stands
 * for its variants. */
static bool names_have(struct arena *scratch, const char *names, const struct strmap *functions)
{
    bool found = false;
    for (const char *at = names; *at != '\0' && !found; at += strspn(at, " ")) {
        int len = (int)strcspn(at, " ");
        if (len > 0 && at[len - 1] == '*') {
            found = strmap_get(functions, arena_printf(scratch, "%.*sA", len - 1, at), NULL) ||
                    strmap_get(functions, arena_printf(scratch, "%.*sW", len - 1, at), NULL);
        } else {
            found = strmap_get(functions, arena_printf(scratch, "%.*s", len, at), NULL);
        }
        at += len;
    }
    return found;
}

/* True if the list has one of the functions at the DLL.  To parse it all would take as long as
 * everything else of a small module. */
static bool is_listed(struct arena *scratch, const char *dll, const struct strmap *functions)
{
    const char *text = packs_exports.text;
    struct list_string string;
    bool wanted = false;
    bool found = false;
    while (!found && take_string(&text, &string)) {
        if (string.key) {
            const char *key = arena_printf(scratch, "%.*s", (int)string.len, string.at);
            wanted = text_same_nocase(key, dll);
        } else if (wanted) {
            const char *names = arena_printf(scratch, "%.*s", (int)string.len, string.at);
            found = names_have(scratch, names, functions);
        }
    }
    return found;
}

bool packs_dll_has(const struct packs *packs, const char *dll, const struct strmap *functions)
{
    for (uint32_t i = 0; i < packs->apis.n; i++) {
        const struct api *api = &packs->apis.at[i];
        if (api->match == API_FUNCTION && text_same_nocase(api->dll, dll) &&
            strmap_get(functions, api->name, NULL)) {
            return true;
        }
    }
    struct arena *scratch = arena_create();
    bool found = is_listed(scratch, dll, functions);
    arena_destroy(scratch);
    return found;
}
