/*
 * memo.c - records of modules as text: a table of strings, a line each, then numbers.
 *
 * One function for each structure both writes and reads it, so that the two cannot differ.
 */
#include "cli/memo.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/strbuf.h"
#include "base/strmap.h"

static const char magic[] = "dllmain-lint reach 1\n";

struct memo {
    struct arena *arena;
    struct memo_input input;
    struct hash_text common; /* of what all keys depend on */
    const char **keys;       /* by module; NULL: not asked for yet */
};

/* ---- keys ---- */

struct memo *memo_start(struct arena *arena, const struct memo_input *input)
{
    struct memo *memo = ARENA_NEW(arena, struct memo);
    const struct options *options = input->options;
    struct hash hash;
    hash_start(&hash);
    hash_add_string(&hash, input->program);
    hash_add_string(&hash, packs_identity(input->packs));
    hash_add_string(&hash, input->project->root);
    hash_add_string(&hash, options->rules != NULL ? options->rules : ""); /* exports may be read */
    hash_add_string(&hash, options->entry != NULL ? options->entry : "");
    for (uint32_t i = 0; i < options->delayed.n; i++) {
        hash_add_string(&hash, options->delayed.at[i]);
    }
    memo->arena = arena;
    memo->input = *input;
    memo->common = hash_finish(&hash);
    memo->keys = ARENA_NEW_N(arena, const char *, input->project->modules.n + 1);
    return memo;
}

static const char *key_of(struct memo *memo, uint32_t index)
{
    if (memo->keys[index] != NULL) {
        return memo->keys[index];
    }
    const struct module *module = &memo->input.project->modules.at[index];
    const struct options *options = memo->input.options;
    struct hash hash;
    hash_start(&hash);
    hash_add(&hash, &memo->common, sizeof memo->common);
    hash_add_string(&hash, module->name);
    hash_add_string(&hash, module->entry != NULL ? module->entry : "");
    hash_add_string(&hash, module->kind == MODULE_UNKNOWN ? "split" : "");
    for (uint32_t i = 0; i < options->modules.n && module->kind == MODULE_UNKNOWN; i++) {
        hash_add_string(&hash, options->modules.at[i]); /* parts that they leave out */
    }
    for (uint32_t i = 0; i < module->delayed.n; i++) {
        hash_add_string(&hash, module->delayed.at[i]);
    }
    hash_add_string(&hash, "");
    for (uint32_t i = 0; i < module->jobs.n; i++) {
        hash_add_string(&hash, reuse_key(memo->input.reuse, module->jobs.at[i]));
    }
    memo->keys[index] = arena_strdup(memo->arena, hash_finish(&hash).hex);
    return memo->keys[index];
}

/* ---- writing and reading ---- */

/* A record on its way. */
struct transfer {
    struct arena *arena; /* of what is read */
    const struct packs *packs;
    bool reading;
    bool failed; /* it is not to be trusted, or cannot be written */
    VEC(const char *) strings;
    struct strmap *ids;  /* writing: of the strings */
    struct strbuf *body; /* writing: numbers */
    const char *at;      /* reading: the numbers that are left ... */
    const char *end;     /* ... and where they end */
};

static void move_number(struct transfer *t, uint32_t *number)
{
    if (!t->reading) {
        strbuf_add_number(t->body, *number);
        strbuf_addc(t->body, ' ');
        return;
    }
    char *end = NULL;
    unsigned long value = strtoul(t->at, &end, 10);
    t->failed = t->failed || end == t->at || value > UINT32_MAX;
    *number = t->failed ? 0 : (uint32_t)value;
    t->at = end;
}

static void move_flag(struct transfer *t, bool *flag)
{
    uint32_t number = *flag ? 1 : 0;
    move_number(t, &number);
    *flag = number != 0;
}

/* A string is its number, from 1; 0 is NULL. */
static void move_text(struct transfer *t, const char **text)
{
    uint32_t id = 0;
    if (!t->reading && *text != NULL) {
        id = strmap_intern(t->ids, *text, t->strings.n) + 1;
        if (id > t->strings.n) {
            VEC_PUSH(t->arena, &t->strings, *text);
        }
        t->failed = t->failed || strpbrk(*text, "\n\x01") != NULL; /* no name has these */
    }
    move_number(t, &id);
    if (t->reading) {
        t->failed = t->failed || id > t->strings.n;
        *text = t->failed || id == 0 ? NULL : t->strings.at[id - 1];
    }
}

/* A text that may not be missing. */
static void move_name(struct transfer *t, const char **text)
{
    move_text(t, text);
    t->failed = t->failed || *text == NULL;
    *text = t->failed ? "" : *text;
}

/* A number that says how many of something follow: each takes at least two bytes. */
static uint32_t move_count(struct transfer *t, uint32_t n)
{
    move_number(t, &n);
    if (t->reading && !t->failed && n > (size_t)(t->end - t->at) / 2) {
        t->failed = true;
    }
    return t->failed && t->reading ? 0 : n;
}

/* Moves the elements of a vector, each by a function. */
#define MOVE_ALL(t, vec, move)                                                                     \
    do {                                                                                           \
        uint32_t move_n = move_count((t), (vec)->n);                                               \
        if ((t)->reading) {                                                                        \
            (vec)->at = arena_alloc((t)->arena, (move_n + 1) * sizeof *(vec)->at);                 \
            memset((vec)->at, 0, (move_n + 1) * sizeof *(vec)->at);                                \
            (vec)->n = (vec)->cap = move_n;                                                        \
        }                                                                                          \
        for (uint32_t move_i = 0; move_i < move_n; move_i++) {                                     \
            move((t), &(vec)->at[move_i]);                                                         \
        }                                                                                          \
    } while (0)

static void move_place(struct transfer *t, struct place *place)
{
    move_text(t, &place->file);
    move_number(t, &place->line);
    move_number(t, &place->column);
    move_text(t, &place->macro);
    move_text(t, &place->spelling_file);
    move_number(t, &place->spelling_line);
    move_number(t, &place->spelling_column);
    move_flag(t, &place->system);
}

static void move_step(struct transfer *t, struct step *step)
{
    move_text(t, &step->function);
    move_text(t, &step->calls);
    move_place(t, &step->at);
    move_text(t, &step->through);
}

static void move_root(struct transfer *t, struct root *root)
{
    move_name(t, &root->kind);
    move_text(t, &root->function);
    move_place(t, &root->at);
    move_number(t, &root->phases);
}

static void move_flow(struct transfer *t, struct flow *flow)
{
    move_text(t, &flow->label);
    move_text(t, &flow->root);
    MOVE_ALL(t, &flow->steps, move_step);
}

static void move_cut(struct transfer *t, struct cut *cut)
{
    move_name(t, &cut->kind);
    move_place(t, &cut->at);
    move_text(t, &cut->detail);
}

/* An entry of the packs is its index, which the same packs give it again. */
static void move_api(struct transfer *t, const struct api **api)
{
    const struct api *first = t->packs->apis.at;
    uint32_t index = 0;
    if (!t->reading) {
        bool inside = *api >= first && *api < first + t->packs->apis.n;
        t->failed = t->failed || !inside;
        index = inside ? (uint32_t)(*api - first) : 0;
    }
    move_number(t, &index);
    if (t->reading) {
        t->failed = t->failed || index >= t->packs->apis.n;
        *api = t->failed ? first : first + index;
    }
}

static void move_sink(struct transfer *t, struct sink *sink)
{
    uint32_t phase = (uint32_t)sink->phase;
    uint32_t certainty = (uint32_t)sink->certainty;
    move_api(t, &sink->api);
    move_text(t, &sink->name);
    move_number(t, &phase);
    move_number(t, &sink->root);
    MOVE_ALL(t, &sink->steps, move_step);
    move_number(t, &certainty);
    move_text(t, &sink->reason);
    move_number(t, &sink->guess);
    move_flag(t, &sink->rare);
    move_number(t, &sink->choice);
    move_number(t, &sink->choices);
    move_number(t, &sink->variable);
    move_text(t, &sink->effect);
    move_text(t, &sink->detail);
    move_number(t, &sink->object);
    move_text(t, &sink->object_name);
    MOVE_ALL(t, &sink->flows, move_flow);
    t->failed = t->failed || phase >= PHASES;
    sink->phase = t->failed ? 0 : (enum phase)phase;
    sink->certainty = certainty != 0 ? CERTAINTY_POSSIBLE : CERTAINTY_CERTAIN;
}

static void move_part(struct transfer *t, struct memo_part *part)
{
    move_text(t, &part->executable);
    if (part->executable != NULL) {
        return;
    }
    if (t->reading) {
        part->reach = ARENA_NEW(t->arena, struct reach);
    }
    struct reach *reach = part->reach;
    move_text(t, &reach->module);
    MOVE_ALL(t, &reach->roots, move_root);
    MOVE_ALL(t, &reach->sinks, move_sink);
    MOVE_ALL(t, &reach->cuts, move_cut);
    move_number(t, &reach->n_functions);
    move_number(t, &reach->n_contexts);
    move_number(t, &reach->n_units);
    for (uint32_t i = 0; i < LIMIT_KINDS; i++) {
        move_number(t, &reach->limit_hits[i]);
    }
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        t->failed = t->failed || reach->sinks.at[i].root >= reach->roots.n;
    }
}

static void move_unit(struct transfer *t, struct memo_unit *unit)
{
    move_number(t, &unit->partial);
    move_text(t, &unit->missing);
    move_name(t, &unit->file);
}

static void move_record(struct transfer *t, struct memo_record *record)
{
    MOVE_ALL(t, &record->units, move_unit);
    MOVE_ALL(t, &record->parts, move_part);
}

/* Cuts the lines of the strings apart.  Returns what stands behind them, NULL if they end early. */
static char *read_strings(struct transfer *t, char *text)
{
    char *end = NULL;
    unsigned long n = strtoul(text, &end, 10);
    for (unsigned long i = 0; i <= n && end != NULL; i++) {
        text = end;
        end = strchr(text, '\n');
        if (end != NULL) {
            *end++ = '\0';
            if (i > 0) { /* before that stands the number itself */
                VEC_PUSH(t->arena, &t->strings, text);
            }
        }
    }
    return end;
}

struct memo_record *memo_get(struct memo *memo, struct arena *arena, uint32_t module)
{
    size_t len = 0;
    const char *text = cache_get(memo->input.cache, arena, key_of(memo, module), &len);
    if (text == NULL || strncmp(text, magic, sizeof magic - 1) != 0) {
        return NULL;
    }
    struct transfer t = {.arena = arena, .packs = memo->input.packs, .reading = true};
    size_t rest = len - (sizeof magic - 1);
    char *copy = arena_strndup(arena, text + sizeof magic - 1, rest);
    t.at = read_strings(&t, copy);
    t.end = copy + rest;
    if (t.at == NULL) {
        return NULL;
    }
    struct memo_record *record = ARENA_NEW(arena, struct memo_record);
    move_record(&t, record);
    bool good = !t.failed && record->units.n == memo->input.project->modules.at[module].jobs.n;
    return good ? record : NULL;
}

void memo_put(struct memo *memo, uint32_t module, struct memo_record *record)
{
    struct arena *scratch = arena_create();
    struct strbuf body;
    strbuf_init(&body, scratch);
    struct transfer t = {
        .arena = scratch, .packs = memo->input.packs, .ids = strmap_create(scratch), .body = &body};
    move_record(&t, record);
    struct strbuf out;
    strbuf_init(&out, scratch);
    strbuf_printf(&out, "%s%u\n", magic, t.strings.n);
    for (uint32_t i = 0; i < t.strings.n; i++) {
        strbuf_printf(&out, "%s\n", t.strings.at[i]);
    }
    strbuf_add(&out, body.text, body.len);
    if (!t.failed) {
        cache_put(memo->input.cache, key_of(memo, module), out.text, out.len);
    }
    arena_destroy(scratch);
}
