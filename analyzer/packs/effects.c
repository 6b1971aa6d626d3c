/*
 * effects.c - reads effects packs: what APIs do.
 *
 * A pack is one family.  "defaults" hold fields for all its entries; an entry overrides them; a
 * case of an entry overrides the entry where its conditions ("when") and phases hold.  Each name
 * (times its "variants") becomes as many entries of packs.apis as it has cases, in the order of the
 * file, and one without conditions behind them.
 *
 * Does not know what an effect means: words are checked in packs_finish().
 */
#include "packs/conditions.h"

#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"
#include "packs/index.h"

/* The objects that have the fields of an entry. */
enum { IN_DEFAULTS = 1, IN_ENTRY = 2, IN_CASE = 4, IN_ALL = 7 };

enum {
    F_NAME,
    F_ALIASES,
    F_VARIANTS,
    F_CASES,
    F_WHEN,
    F_MATCH,
    F_MEMBER,
    F_DLL,
    F_EFFECTS,
    F_PHASES,
    F_CALLBACKS,
    F_RUNS,
    F_NORETURN,
    F_OPAQUE,
    F_KIND,
    F_VALUE,
    F_EXISTED,
    F_EXHAUSTED,
    F_RETURNS,
    F_RETURNS_IN,
    F_GIVES,
    F_FILLS,
    F_RESOURCE,
    F_OBJECT,
    F_VERDICT,
    F_CONFIDENCE,
    F_OWN_PAGE,
    F_WHY,
    F_SOURCE,
    F_DOC,
    FIELDS
};

static const struct field fields[FIELDS + 1] = {
    [F_NAME] = {"name", IS_STRING, IN_ENTRY, IN_ENTRY},
    [F_ALIASES] = {"aliases", IS_ARRAY, IN_ENTRY, 0},
    [F_VARIANTS] = {"variants", IS_ARRAY, IN_ENTRY, 0},
    [F_CASES] = {"cases", IS_ARRAY, IN_ENTRY, 0},
    [F_WHEN] = {"when", IS_ARRAY, IN_CASE, 0},
    [F_MATCH] = {"match", IS_STRING, IN_DEFAULTS | IN_ENTRY, 0},
    [F_MEMBER] = {"member", IS_STRING, IN_ENTRY, 0},
    [F_DLL] = {"dll", IS_STRING, IN_DEFAULTS | IN_ENTRY, 0},
    [F_EFFECTS] = {"effects", IS_ARRAY, IN_ALL, 0},
    [F_PHASES] = {"phases", IS_ARRAY, IN_ALL, 0},
    [F_CALLBACKS] = {"callbacks", IS_ARRAY, IN_ENTRY, 0},
    [F_RUNS] = {"runs", IS_ARRAY, IN_ENTRY | IN_CASE, 0},
    [F_OPAQUE] = {"opaque", IS_BOOL, IN_ENTRY, 0},
    [F_KIND] = {"kind", IS_STRING, IN_ENTRY, 0},
    [F_NORETURN] = {"noreturn", IS_BOOL, IN_ALL, 0},
    [F_VALUE] = {"value", IS_NUMBER, IN_ENTRY | IN_CASE, 0},
    [F_EXISTED] = {"existed", IS_NUMBER, IN_ENTRY, 0},
    [F_EXHAUSTED] = {"exhausted", IS_NUMBER, IN_ENTRY | IN_CASE, 0},
    [F_RETURNS] = {"returns", IS_STRING, IN_ALL, 0},
    [F_RETURNS_IN] = {"returnsIn", IS_NUMBER, IN_ALL, 0},
    [F_GIVES] = {"gives", IS_ARRAY, IN_ENTRY | IN_CASE, 0},
    [F_FILLS] = {"fills", IS_OBJECT, IN_ENTRY | IN_CASE, 0},
    [F_RESOURCE] = {"resource", IS_STRING, IN_ALL, 0},
    [F_OBJECT] = {"object", IS_NUMBER, IN_ALL, 0},
    [F_VERDICT] = {"verdict", IS_STRING, IN_ALL, 0},
    [F_CONFIDENCE] = {"confidence", IS_STRING, IN_ALL, 0},
    [F_OWN_PAGE] = {"ownPage", IS_BOOL, IN_ALL, 0},
    [F_WHY] = {"why", IS_TEXT, IN_ALL, 0},
    [F_SOURCE] = {"source", IS_STRING, IN_ALL, 0},
    [F_DOC] = {"doc", IS_STRING, IN_DEFAULTS | IN_ENTRY, 0},
};

static const struct field pack_fields[] = {
    {"$schema", IS_STRING, 1, 0},  {"family", IS_STRING, 1, 1}, {"title", IS_STRING, 1, 0},
    {"defaults", IS_OBJECT, 1, 0}, {"entries", IS_ARRAY, 1, 1}, {NULL, 0, 0, 0},
};

enum { P_SCHEMA, P_FAMILY, P_TITLE, P_DEFAULTS, P_ENTRIES, PACK_FIELDS };

enum {
    MOST_NAMES = 16,       /* aliases, and variants, of one entry */
    MOST_ENTRIES = 200000, /* of all packs: names times variants times cases */
};

static void read_word(struct reader *reader, const struct json *value, const struct words *words,
                      const char **word)
{
    uint32_t index = 0;
    if (value != NULL && reader_word(reader, value, words, &index)) {
        *word = words->at[index];
    }
}

void parse_effect_word(struct reader *reader, const struct json *value, bool of_rule)
{
    struct word_use use = {value->string, reader->file, reader_keep(reader, value)};
    struct packs_index *index = reader->packs->index;
    if (of_rule) {
        VEC_PUSH(reader->arena, &index->by_rules, use);
    } else {
        VEC_PUSH(reader->arena, &index->by_apis, use);
    }
}

static void read_effects(struct reader *reader, const struct json *array, struct api *api)
{
    if (array == NULL) {
        return;
    }
    memset(&api->effects, 0, sizeof api->effects);
    for (const struct json *value = array->first; value != NULL; value = value->next) {
        const char *word = reader_string(reader, value);
        if (word != NULL) {
            parse_effect_word(reader, value, false);
            VEC_PUSH(reader->arena, &api->effects, word);
        }
    }
}

static void read_runs(struct reader *reader, const struct json *array, struct api *api)
{
    if (array == NULL) {
        return;
    }
    api->runs = 0;
    for (const struct json *value = reader_elements(reader, array, "what it runs"); value != NULL;
         value = value->next) {
        uint32_t bit = 0;
        if (reader_word(reader, value, &words_runs, &bit)) {
            api->runs |= 1U << bit;
        }
    }
}

/* Puts the fields that were found over those of `api`. */
static void overlay(struct reader *reader, const struct json *const *found, struct api *api)
{
    uint32_t match = 0;
    if (found[F_MATCH] != NULL && reader_word(reader, found[F_MATCH], &words_matches, &match)) {
        api->match = (enum api_match)match;
    }
    if (found[F_MEMBER] != NULL) {
        api->member = reader_string(reader, found[F_MEMBER]);
    }
    if (found[F_DLL] != NULL) {
        api->dll = found[F_DLL]->string;
    }
    if (found[F_PHASES] != NULL) {
        api->phases = reader_phases(reader, found[F_PHASES]);
    }
    if (found[F_NORETURN] != NULL) {
        api->noreturn = found[F_NORETURN]->boolean;
    }
    if (found[F_VALUE] != NULL) {
        api->has_value = reader_integer(reader, found[F_VALUE], &api->value);
    }
    if (found[F_EXISTED] != NULL) {
        reader_integer(reader, found[F_EXISTED], &api->existed);
    }
    if (found[F_EXHAUSTED] != NULL) {
        api->can_fail = reader_integer(reader, found[F_EXHAUSTED], &api->exhausted);
    }
    if (found[F_RESOURCE] != NULL) {
        api->resource = reader_text(reader, found[F_RESOURCE], "");
    }
    if (found[F_OBJECT] != NULL) {
        api->has_object = reader_param(reader, found[F_OBJECT], &api->object);
    }
    if (found[F_RETURNS_IN] != NULL) {
        api->has_out = reader_param(reader, found[F_RETURNS_IN], &api->out);
    }
    if (found[F_OWN_PAGE] != NULL) {
        api->own_page = found[F_OWN_PAGE]->boolean;
    }
    if (found[F_SOURCE] != NULL) {
        api->source = reader_url(reader, found[F_SOURCE]);
    }
    if (found[F_DOC] != NULL) {
        api->doc = reader_url(reader, found[F_DOC]);
    }
    api->why = reader_text(reader, found[F_WHY], api->why);
    if (found[F_OPAQUE] != NULL) {
        api->opaque = found[F_OPAQUE]->boolean;
    }
    read_word(reader, found[F_KIND], &words_root_kinds, &api->kind);
    read_word(reader, found[F_RETURNS], &words_returns, &api->returns);
    read_word(reader, found[F_VERDICT], &words_verdicts, &api->verdict);
    read_word(reader, found[F_CONFIDENCE], &words_confidences, &api->confidence);
    read_effects(reader, found[F_EFFECTS], api);
    read_runs(reader, found[F_RUNS], api);
    if (found[F_GIVES] != NULL) {
        parse_gives(reader, found[F_GIVES], api);
    }
    if (found[F_FILLS] != NULL) {
        parse_fills(reader, found[F_FILLS], api);
    }
    if (found[F_CALLBACKS] != NULL) {
        parse_callbacks(reader, found[F_CALLBACKS], api);
    }
}

/* Returns the name with its variant behind it. */
static const char *name_of(struct arena *arena, const char *name, const char *variant)
{
    size_t len = strlen(name);
    size_t variant_len = strlen(variant);
    if (variant_len == 0) {
        return name;
    }
    char *whole = arena_alloc(arena, len + variant_len + 1);
    memcpy(whole, name, len);
    memcpy(whole + len, variant, variant_len);
    return whole;
}

/* The names of an entry: each base name with each variant. */
struct names {
    const char *base[MOST_NAMES];
    uint32_t n_bases;
    const char *variant[MOST_NAMES];
    uint32_t n_variants;
    const char *page_variant; /* for the variant "": "W" or "A" if there is one, else "" */
};

void parse_push(struct reader *reader, struct api api)
{
    if (reader->packs->apis.n == MOST_ENTRIES) {
        diag_error(reader->diag, reader->file, "found more than %d entries in all packs",
                   MOST_ENTRIES);
        reader->n_errors++;
    }
    if (reader->packs->apis.n >= MOST_ENTRIES) {
        return;
    }
    api.layer = reader->packs->index->layer;
    api.order = reader->packs->apis.n;
    VEC_PUSH(reader->arena, &reader->packs->apis, api);
}

/* Adds an entry for one name: once, or once for each number of the condition that varies. */
static void push_alternatives(struct reader *reader, const struct api *api, const struct when *when)
{
    for (uint32_t i = 0; i < when->n_values || i == 0; i++) {
        struct api copy = *api;
        memset(&copy.conditions, 0, sizeof copy.conditions);
        for (uint32_t k = 0; k < when->n; k++) {
            struct condition condition = when->at[k];
            if (when->n_values > 0 && k == when->varies) {
                condition.value = when->values[i];
            }
            VEC_PUSH(reader->arena, &copy.conditions, condition);
        }
        parse_push(reader, copy);
    }
}

static void push_names(struct reader *reader, const struct names *names, struct api api,
                       const struct when *when)
{
    for (uint32_t i = 0; i < names->n_bases; i++) {
        for (uint32_t k = 0; k < names->n_variants; k++) {
            const char *variant = names->variant[k];
            api.name = name_of(reader->arena, names->base[i], variant);
            api.page_suffix = *variant == '\0' ? names->page_variant : "";
            push_alternatives(reader, &api, when);
        }
    }
}

/* What only some ways to match can have. */
static void check_shape(struct reader *reader, const struct json *object, const struct api *api)
{
    if (api->runs != 0 && api->match != API_FUNCTION) {
        reader_error(reader, object,
                     "found \"runs\" with the match \"%s\", expected it for a member, \"C::m\", "
                     "with the match \"function\"",
                     words_matches.at[api->match]);
    }
    if (api->opaque && api->match != API_FUNCTION) {
        reader_error(reader, object,
                     "found \"opaque\" with the match \"%s\", expected it with \"function\"",
                     words_matches.at[api->match]);
    }
    bool root = api->match == API_ROOT || api->match == API_CALLED;
    if (root && (api->effects.n > 0 || api->callbacks.n > 0)) {
        reader_error(reader, object,
                     "found effects or callbacks with the match \"%s\", expected none: the "
                     "bodies are walked",
                     words_matches.at[api->match]);
    }
}

/* Faults of one complete entry or case. */
static void check_api(struct reader *reader, const struct json *object, const struct api *api)
{
    if (api->callbacks_only) {
        return;
    }
    check_shape(reader, object, api);
    if (reader->own) {
        return; /* who says it is the one who reads it */
    }
    if (*api->verdict == '\0' || *api->confidence == '\0' || *api->source == '\0') {
        reader_error(reader, object,
                     "expected \"verdict\", \"confidence\" and \"source\" here or in the "
                     "defaults (an entry needs none of them if it only has \"callbacks\")");
    }
    if (*api->why == '\0' && strcmp(api->verdict, "safe") != 0) {
        reader_error(reader, object, "expected \"why\": one sentence");
    }
}

/* What is read of one entry. */
struct entry {
    const struct json *object;
    struct api api;
    struct names names;
};

static void read_case(struct reader *reader, const struct json *object, const struct entry *entry)
{
    const struct json *found[FIELDS];
    if (!reader_fields(reader, object, fields, IN_CASE, found)) {
        return;
    }
    struct when when = {0};
    if (found[F_WHEN] != NULL) {
        parse_when(reader, found[F_WHEN], &when);
    }
    if (when.n == 0 && found[F_PHASES] == NULL) {
        reader_error(reader, object, "expected \"when\" with a condition, or \"phases\"");
    }
    struct api api = entry->api;
    overlay(reader, found, &api);
    check_api(reader, object, &api);
    push_names(reader, &entry->names, api, &when);
}

static void read_list(struct reader *reader, const struct json *array, const char **list,
                      uint32_t *n)
{
    if (array == NULL) {
        return;
    }
    for (const struct json *value = array->first; value != NULL; value = value->next) {
        if (value->kind != JSON_STRING || *n == MOST_NAMES) {
            reader_error(reader, value, "found %s, expected at most %d strings",
                         json_kind_name(value->kind), MOST_NAMES);
            return;
        }
        list[(*n)++] = value->string;
    }
}

static void check_names(struct reader *reader, const struct entry *entry)
{
    for (uint32_t i = 0; i < entry->names.n_bases; i++) {
        const char *name = entry->names.base[i];
        bool star = strchr(name, '*') != NULL;
        const char *expected = NULL;
        if (strspn(name, "*?:") == strlen(name)) {
            expected = "a name, or a glob that says more of it";
        } else if (entry->api.match == API_METHODS && strstr(name, "::") == NULL) {
            expected = "\"Class::method\" or \"Class::*\"";
        } else if (entry->api.match == API_ROOT && (star || strstr(name, "::") == NULL)) {
            expected = "\"Class::method\"";
        } else if (entry->api.match == API_TYPE && star) {
            expected = "a class's name without \"*\"";
        } else if (entry->api.runs != 0 && strstr(name, "::") == NULL) {
            expected = "\"Class::method\", as it has \"runs\"";
        } else if (entry->api.match == API_VTABLE && (star || strchr(name, ',') == NULL)) {
            expected = "the names of the first fields, separated by commas";
        }
        if (expected != NULL) {
            reader_error(reader, entry->object, "found the name \"%.64s\", expected %s", name,
                         expected);
        }
    }
}

static void read_names(struct reader *reader, const struct json *const *found, struct entry *entry)
{
    struct names *names = &entry->names;
    names->base[names->n_bases++] = found[F_NAME]->string;
    read_list(reader, found[F_ALIASES], names->base, &names->n_bases);
    read_list(reader, found[F_VARIANTS], names->variant, &names->n_variants);
    if (found[F_VARIANTS] != NULL) {
        (void)reader_elements(reader, found[F_VARIANTS], "suffixes");
    }
    if (names->n_variants == 0) {
        names->variant[names->n_variants++] = "";
    }
    names->page_variant = "";
    for (uint32_t i = 0; i < names->n_variants; i++) {
        if (strcmp(names->variant[i], "W") == 0 ||
            (strcmp(names->variant[i], "A") == 0 && *names->page_variant == '\0')) {
            names->page_variant = names->variant[i];
        }
    }
    check_names(reader, entry);
}

/* What an entry of a configuration need not say. */
static void fill_own(struct api *api)
{
    api->verdict = *api->verdict != '\0' ? api->verdict : api->effects.n > 0 ? "unsafe" : "safe";
    api->confidence = *api->confidence != '\0' ? api->confidence : "observed";
}

static void read_entry(struct reader *reader, const struct json *object, const struct api *defaults)
{
    const struct json *found[FIELDS];
    if (!reader_fields(reader, object, fields, IN_ENTRY, found) || found[F_NAME] == NULL) {
        return;
    }
    struct entry entry = {.object = object, .api = *defaults};
    overlay(reader, found, &entry.api);
    read_names(reader, found, &entry);
    const struct json *cases = found[F_CASES];
    entry.api.callbacks_only = found[F_CALLBACKS] != NULL && found[F_EFFECTS] == NULL &&
                               cases == NULL && !entry.api.noreturn && *entry.api.verdict == '\0';
    if (reader->own && !entry.api.callbacks_only) {
        fill_own(&entry.api);
    }
    check_api(reader, object, &entry.api);
    for (const struct json *value = cases == NULL ? NULL : cases->first; value != NULL;
         value = value->next) {
        read_case(reader, value, &entry);
    }
    push_names(reader, &entry.names, entry.api, &(struct when){0});
}

struct api parse_nothing(const char *family)
{
    return (struct api){
        .dll = "",
        .family = family,
        .phases = PHASES_ALL,
        .kind = "library",
        .returns = "",
        .resource = "",
        .verdict = "",
        .confidence = "",
        .why = "",
        .source = "",
        .doc = "",
    };
}

void parse_entries(struct reader *reader, const struct json *array, const struct api *defaults)
{
    for (const struct json *value = array->first; value != NULL; value = value->next) {
        read_entry(reader, value, defaults);
    }
}

/* True for words like "net.winsock". */
static bool is_family(const char *text)
{
    return *text >= 'a' && *text <= 'z' &&
           text[strspn(text, "abcdefghijklmnopqrstuvwxyz0123456789._-")] == '\0';
}

void parse_effects(struct reader *reader, const struct json *pack)
{
    const struct json *found[PACK_FIELDS];
    if (!reader_fields(reader, pack, pack_fields, 1, found)) {
        return;
    }
    struct api defaults = parse_nothing(found[P_FAMILY] == NULL ? "" : found[P_FAMILY]->string);
    if (found[P_FAMILY] != NULL && !is_family(found[P_FAMILY]->string)) {
        reader_error(reader, found[P_FAMILY],
                     "found \"%.64s\", expected small letters, digits, '.', '_' and '-'",
                     found[P_FAMILY]->string);
    }
    const struct json *of_defaults[FIELDS];
    if (found[P_DEFAULTS] != NULL &&
        reader_fields(reader, found[P_DEFAULTS], fields, IN_DEFAULTS, of_defaults)) {
        overlay(reader, of_defaults, &defaults);
    }
    if (found[P_ENTRIES] != NULL) {
        parse_entries(reader, found[P_ENTRIES], &defaults);
    }
}

void parse_words(struct reader *reader, const struct json *pack)
{
    enum { SCHEMA, TITLE, WORDS_OF, IMPLIES, N };
    static const struct field words_fields[N + 1] = {
        [SCHEMA] = {"$schema", IS_STRING, 1, 0},
        [TITLE] = {"title", IS_STRING, 1, 0},
        [WORDS_OF] = {"words", IS_OBJECT, 1, 1},
        [IMPLIES] = {"implies", IS_OBJECT, 1, 0},
    };
    const struct json *found[N];
    if (!reader_fields(reader, pack, words_fields, 1, found) || found[WORDS_OF] == NULL) {
        return;
    }
    for (const struct json *value = found[WORDS_OF]->first; value != NULL; value = value->next) {
        if (reader_string(reader, value) != NULL) {
            const char *word = arena_strdup(reader->arena, value->key);
            VEC_PUSH(reader->arena, &reader->packs->index->words, word);
        }
    }
    const struct json *implies = found[IMPLIES] == NULL ? NULL : found[IMPLIES]->first;
    for (const struct json *value = implies; value != NULL; value = value->next) {
        const char *word = reader_string(reader, value);
        if (word != NULL) {
            parse_effect_word(reader, value, false);
            struct implied_effect implied = {arena_strdup(reader->arena, value->key), word,
                                             reader->file, reader_keep(reader, value)};
            VEC_PUSH(reader->arena, &reader->packs->index->implied, implied);
        }
    }
}
