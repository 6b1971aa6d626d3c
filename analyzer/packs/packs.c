/*
 * packs.c - loads packs (those in the program, then folders) and finds what they hold.
 *
 * A pack is one JSON file; its keys tell its kind: "entries" (effects), "id" (a rule), "words" (a
 * list of effects).  A later folder adds to, and overrides, what came before.  Packs are hostile
 * input: every fault is a message, and a pack with faults is not used.
 */
#include "packs/packs.h"

#include <string.h>

#include "base/hash.h"
#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "packs/embedded.h"
#include "packs/index.h"

enum {
    DEEPEST_FOLDER = 8,  /* below a --rules-dir */
    ROOM_FOR_OWN = 8192, /* entries: what the program's packs need, so that none is moved */
};

struct packs *packs_create(struct arena *arena)
{
    struct packs *packs = ARENA_NEW(arena, struct packs);
    packs->index = ARENA_NEW(arena, struct packs_index);
    return packs;
}

static void parse_pack(struct reader *reader, const struct json *pack)
{
    if (json_get(pack, "entries") != NULL || json_get(pack, "family") != NULL) {
        parse_effects(reader, pack);
    } else if (json_get(pack, "id") != NULL) {
        parse_rule(reader, pack);
    } else if (json_get(pack, "words") != NULL) {
        parse_words(reader, pack);
    } else if (json_get(pack, "rules") != NULL) {
        parse_undecided(reader, pack);
    } else {
        reader_error(reader, pack,
                     "found %s that is no pack, expected an object with \"family\" and "
                     "\"entries\" (effects), with \"id\" (a rule), with \"words\" (a list of "
                     "effects), or with \"rules\" (rules that cannot be decided)",
                     json_kind_name(pack->kind));
    }
}

static bool add_text(struct reader *reader, const char *text, size_t len)
{
    const struct json *pack = reader_parse(reader, text, len);
    if (pack == NULL) {
        return false;
    }
    parse_pack(reader, pack);
    return reader->n_errors == 0;
}

bool packs_add(struct arena *arena, struct packs *packs, const char *file, const char *text,
               struct diag *diag)
{
    struct reader reader = {.arena = arena, .packs = packs, .file = file, .diag = diag};
    return add_text(&reader, text, strlen(text));
}

static bool add_embedded(struct arena *arena, struct packs *packs, struct diag *diag)
{
    bool ok = true;
    struct arena *scratch = arena_create();
    packs->apis.at = ARENA_NEW_N(arena, struct api, ROOM_FOR_OWN);
    packs->apis.cap = ROOM_FOR_OWN;
    for (const struct packs_embedded *pack = packs_embedded; pack->file != NULL; pack++) {
        struct arena_mark begin = arena_mark(scratch);
        struct reader reader = {
            .arena = arena, .scratch = scratch, .packs = packs, .file = pack->file, .diag = diag};
        ok = add_text(&reader, pack->text, pack->len) && ok;
        arena_rewind(scratch, begin);
    }
    arena_destroy(scratch);
    return ok;
}

/* Makes a text part of what packs_identity() says. */
static void note_text(struct arena *arena, struct packs *packs, const char *text, size_t len)
{
    struct hash hash;
    hash_start(&hash);
    hash_add_string(&hash, packs_identity(packs));
    hash_add(&hash, &packs->index->layer, sizeof packs->index->layer);
    hash_add(&hash, text, len);
    packs->index->added = arena_strdup(arena, hash_finish(&hash).hex);
}

const char *packs_identity(const struct packs *packs)
{
    return packs->index->added != NULL ? packs->index->added : "";
}

static bool add_file(struct arena *arena, struct packs *packs, const char *path, struct diag *diag)
{
    const char *error = NULL;
    size_t len = 0;
    const char *text = os_read_file(arena, path, &len, &error);
    if (text == NULL) {
        diag_error(diag, path, "cannot read this pack: %s", error);
        return false;
    }
    note_text(arena, packs, text, len);
    struct reader reader = {.arena = arena, .packs = packs, .file = path, .diag = diag};
    return add_text(&reader, text, len);
}

/* Adds the .json files of a folder and of those below it; hidden names and "schema" hold none. */
static bool add_folder(struct arena *arena, struct packs *packs, const char *folder,
                       struct diag *diag, uint32_t depth)
{
    uint32_t n = 0;
    const char **names = os_list(arena, folder, &n);
    if (names == NULL || depth > DEEPEST_FOLDER) {
        diag_error(diag, folder,
                   names == NULL ? "cannot read this folder of packs"
                                 : "found folders too deep, expected packs");
        return false;
    }
    bool ok = true;
    for (uint32_t i = 0; i < n; i++) {
        const char *path = path_join(arena, folder, names[i]);
        if (names[i][0] == '.' || strcmp(names[i], "schema") == 0) {
            continue;
        }
        if (os_is_folder(path)) {
            ok = add_folder(arena, packs, path, diag, depth + 1) && ok;
        } else if (text_ends(names[i], ".json")) {
            ok = add_file(arena, packs, path, diag) && ok;
        }
    }
    return ok;
}

/* Adds what a configuration has: what it extends, its packs, then what it says itself. */
static bool add_own(struct arena *arena, struct packs *packs, const struct packs_own *own,
                    struct diag *diag)
{
    bool ok = true;
    for (uint32_t i = 0; i < own->n_bases; i++) {
        ok = add_own(arena, packs, own->bases[i], diag) && ok;
    }
    for (uint32_t i = 0; i < own->n_packs; i++) {
        packs->index->layer++;
        ok = (os_is_file(own->packs[i]) ? add_file(arena, packs, own->packs[i], diag)
                                        : add_folder(arena, packs, own->packs[i], diag, 0)) &&
             ok;
    }
    packs->index->layer++;
    size_t len = 0;
    const char *text = os_read_file(arena, own->file, &len, NULL); /* it was read before */
    note_text(arena, packs, text != NULL ? text : "", len);
    struct reader reader = {
        .arena = arena, .packs = packs, .file = own->file, .diag = diag, .own = true};
    parse_own(&reader, own);
    return reader.n_errors == 0 && ok;
}

struct packs *packs_load_own(struct arena *arena, const struct packs_own *own,
                             const char *const *folders, uint32_t n_folders, struct diag *diag)
{
    struct packs *packs = packs_create(arena);
    bool ok = add_embedded(arena, packs, diag);
    ok = (own == NULL || add_own(arena, packs, own, diag)) && ok;
    for (uint32_t i = 0; i < n_folders; i++) {
        packs->index->layer++;
        ok = add_folder(arena, packs, folders[i], diag, 0) && ok;
    }
    return packs_finish(arena, packs, diag) && ok ? packs : NULL;
}

struct packs *packs_load(struct arena *arena, const char *const *folders, uint32_t n_folders,
                         struct diag *diag)
{
    return packs_load_own(arena, NULL, folders, n_folders, diag);
}

/* Returns where the table of names has the name: its number is 0 if no entry has it. */
static uint32_t *name_slot(const struct packs *packs, const char *name)
{
    const struct packs_index *index = packs->index;
    uint32_t at = (uint32_t)hash_u64(name, strlen(name)) & index->names_mask;
    while (index->names[at] != 0 && strcmp(packs->apis.at[index->names[at] - 1].name, name) != 0) {
        at = (at + 1) & index->names_mask;
    }
    return &index->names[at];
}

void index_name(const struct packs *packs, uint32_t first)
{
    *name_slot(packs, packs->apis.at[first].name) = first + 1;
}

const struct api *packs_find(const struct packs *packs, const char *name, uint32_t *n)
{
    *n = 0;
    uint32_t first = *name_slot(packs, name);
    if (first == 0) {
        return NULL;
    }
    first--;
    while (first + *n < packs->apis.n && strcmp(packs->apis.at[first + *n].name, name) == 0) {
        *n += 1;
    }
    return &packs->apis.at[first];
}

const struct api *packs_find_function(const struct packs *packs, const char *name, uint32_t *n)
{
    const struct api *exact = packs_find(packs, name, n);
    if (exact != NULL) {
        return exact;
    }
    for (uint32_t i = 0; i < packs->index->globs.n; i++) {
        const char *glob = packs->apis.at[packs->index->globs.at[i]].name;
        if ((glob[0] == name[0] || glob[0] == '*' || glob[0] == '?') && text_glob(glob, name)) {
            return packs_find(packs, glob, n);
        }
    }
    return NULL;
}

uint32_t packs_opaque(const struct packs *packs, const char *name)
{
    uint32_t n = 0;
    const struct api *found =
        packs->index->has_opaque ? packs_find_function(packs, name, &n) : NULL;
    uint32_t phases = 0;
    for (uint32_t i = 0; i < n; i++) {
        phases |= found[i].opaque && found[i].conditions.n == 0 ? found[i].phases : 0;
    }
    return phases;
}

const struct api *packs_construct(const struct packs *packs, const char *name)
{
    uint32_t n = 0;
    const struct api *found = packs_find(packs, name, &n);
    return found != NULL && found->match == API_CONSTRUCT ? found : NULL;
}

const struct api *packs_type(const struct packs *packs, const char *name, size_t len, uint32_t *n)
{
    enum { LONGEST = 256 };
    char type[LONGEST];
    *n = 0;
    if (len >= sizeof type) {
        return NULL;
    }
    memcpy(type, name, len);
    type[len] = '\0';
    const struct api *found = packs_find(packs, type, n);
    return found != NULL && found->match == API_TYPE ? found : NULL;
}

const char *api_url(struct arena *arena, const struct api *api, const char *url)
{
    static const char hole[] = "{name}";
    const char *at = strstr(url, hole);
    if (at == NULL) {
        return url;
    }
    const char *suffix = api->page_suffix == NULL ? "" : api->page_suffix;
    char *page = arena_printf(arena, "%s%s", api->name, suffix);
    for (char *p = page; *p != '\0'; p++) {
        *p = *p >= 'A' && *p <= 'Z' ? (char)(*p + ('a' - 'A')) : *p;
    }
    return arena_printf(arena, "%.*s%s%s", (int)(at - url), url, page, at + strlen(hole));
}

bool api_has_effect(const struct api *api, const char *effect)
{
    for (uint32_t i = 0; i < api->effects.n; i++) {
        if (strcmp(api->effects.at[i], effect) == 0) {
            return true;
        }
    }
    return false;
}

bool packs_has_effect(const struct packs *packs, const struct api *api, const char *effect)
{
    if (api_has_effect(api, effect)) {
        return true;
    }
    for (uint32_t i = 0; i < packs->index->implied.n; i++) {
        const struct implied_effect *implied = &packs->index->implied.at[i];
        if (strcmp(implied->implied, effect) == 0 && api_has_effect(api, implied->effect)) {
            return true;
        }
    }
    return false;
}

const uint32_t *packs_find_match(const struct packs *packs, enum api_match match, uint32_t *n)
{
    const struct packs_index *index = packs->index;
    *n = 0;
    switch (match) {
    case API_METHODS:
        *n = index->methods.n;
        return index->methods.at;
    case API_VTABLE:
        *n = index->vtables.n;
        return index->vtables.at;
    case API_ROOT:
        *n = index->roots.n;
        return index->roots.at;
    case API_CALLED:
        *n = index->called.n;
        return index->called.at;
    default:
        return NULL;
    }
}

const struct rule *packs_rule(const struct packs *packs, const char *id)
{
    uint32_t at = 0;
    return strmap_get(packs->index->rules, id, &at) ? &packs->rules.at[at] : NULL;
}

const struct rule *packs_rule_for(const struct packs *packs, const char *effect, enum phase phase,
                                  enum level *level)
{
    uint32_t at = 0;
    *level = LEVEL_NONE;
    if (!strmap_get(packs->index->effects, effect, &at)) {
        return NULL;
    }
    const struct effect_rules *found = &packs->index->by_effect.at[at];
    *level = found->level[phase];
    return *level == LEVEL_NONE ? NULL : &packs->rules.at[found->rule[phase]];
}
