/*
 * why_names.c - the functions of a module by the names that people type.
 *
 * Takes symbols; gives groups: what has one name and one place is one function to a person, however
 * many units or instances have it.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "walk/why_query.h"

/* ---- groups ---- */

static uint32_t group_for(struct why_query *q, struct strmap *keys, const char *name,
                          struct place at)
{
    const char *key = arena_printf(q->arena, "%s\n%s:%u:%u", name, at.file == NULL ? "" : at.file,
                                   at.line, at.column);
    uint32_t group = strmap_intern(keys, key, q->groups.n);
    if (group == q->groups.n) {
        VEC_PUSH(q->arena, &q->groups, ((struct why_group){.name = name, .at = at}));
    }
    return group;
}

static void add_bodies(struct why_query *q, struct strmap *keys)
{
    q->group_of = ARENA_NEW_N(q->arena, uint32_t, q->program->functions.n);
    for (uint32_t f = 1; f < q->program->functions.n; f++) {
        const struct program_function *function = &q->program->functions.at[f];
        struct place at = engine_place(&q->engine, function->unit, function->where);
        uint32_t group = group_for(q, keys, function->name, at);
        q->group_of[f] = group;
        VEC_PUSH(q->arena, &q->groups.at[group].functions, f);
        q->groups.at[group].system = function->system;
        q->groups.at[group].known = program_api(q->program, function->unit, function->sym).n > 0;
    }
}

/* Variables whose initialiser or destructor is a root. */
static void add_variables(struct why_query *q, struct strmap *keys)
{
    for (uint32_t r = 0; r < q->program->roots.n; r++) {
        const struct program_root *root = &q->program->roots.at[r];
        if (root->destructor != NULL || q->program->functions.at[root->fn.i].function == NULL) {
            struct place at = engine_place(&q->engine, root->unit, root->where);
            uint32_t group = group_for(q, keys, root->name, at);
            VEC_PUSH(q->arena, &q->groups.at[group].roots, r);
        }
    }
}

/* Functions without a body, and fields of tables that the packs know, once for each name. */
static void add_outside(struct why_query *q)
{
    struct strmap *names = strmap_create(q->arena);
    for (uint32_t u = 0; u < q->program->units.n; u++) {
        const struct unit *unit = q->program->units.at[u];
        for (uint32_t s = 1; s < unit->symbols.n; s++) {
            const struct symbol *symbol = &unit->symbols.at[s];
            bool function = symbol->kind <= SYMBOL_DESTRUCTOR;
            bool field = symbol->kind == SYMBOL_FIELD &&
                         strmap_get(q->uses->outside_names, symbol->name, NULL);
            if ((!function && !field) || program_body(q->program, u, (sym_id){s}).i != 0 ||
                strmap_get(names, symbol->name, NULL)) {
                continue;
            }
            strmap_put(names, symbol->name, 1);
            struct why_group group = {.name = symbol->name,
                                      .known = program_api(q->program, u, (sym_id){s}).n > 0};
            if (symbol->where.i != 0) {
                group.at = engine_place(&q->engine, u, symbol->where);
            }
            VEC_PUSH(q->arena, &q->groups, group);
        }
    }
}

void why_find_groups(struct why_query *q)
{
    struct strmap *keys = strmap_create(q->arena);
    VEC_PUSH(q->arena, &q->groups, ((struct why_group){.name = ""}));
    add_bodies(q, keys);
    add_variables(q, keys);
    add_outside(q);
}

/* ---- questions ---- */

/* Returns the text without blanks. */
static char *without_blanks(struct arena *arena, const char *text)
{
    char *out = arena_strdup(arena, text);
    size_t n = 0;
    for (; *text != '\0'; text++) {
        if (*text != ' ' && *text != '\t') {
            out[n++] = *text;
        }
    }
    out[n] = '\0';
    return out;
}

/* Returns the text with every `from` as `to`. */
static const char *replaced(struct arena *arena, const char *text, const char *from, const char *to)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    for (const char *at = strstr(text, from); at != NULL; at = strstr(text, from)) {
        strbuf_add(&out, text, (size_t)(at - text));
        strbuf_adds(&out, to);
        text = at + strlen(from);
    }
    strbuf_adds(&out, text);
    return out.text;
}

/* Returns the text without the list of parameters at its end: `f(int)` is `f`, `operator()` stays.
 */
static const char *without_parameters(struct arena *arena, const char *text)
{
    size_t len = strlen(text);
    size_t depth = 0;
    while (len > 0 && (depth > 0 || text[len - 1] == ')')) {
        depth += text[len - 1] == ')' ? 1 : 0;
        depth -= text[len - 1] == '(' ? 1 : 0;
        len--;
        if (depth == 0) {
            break;
        }
    }
    const char *rest = arena_strndup(arena, text, len);
    bool all = len == 0 || text_ends(rest, "operator") || text[strlen(text) - 1] != ')';
    return all ? text : rest;
}

/* Returns the text without template arguments; operators keep their brackets. */
static const char *without_templates(struct arena *arena, const char *text)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    size_t depth = 0;
    for (; *text != '\0'; text++) {
        bool operators = out.len >= 8 && text_ends(out.text, "operator");
        if (depth == 0 && operators && strchr("<>-", *text) != NULL) {
            size_t n = strspn(text, "<>-=");
            strbuf_add(&out, text, n);
            text += n - 1;
            continue;
        }
        depth += *text == '<' ? 1 : 0;
        if (depth == 0) {
            strbuf_addc(&out, *text);
        }
        depth -= *text == '>' && depth > 0 ? 1 : 0;
    }
    return out.text;
}

/* How well a name answers a question; 0: not at all. */
enum fit { FIT_NONE, FIT_GLOB, FIT_LAST_PARTS, FIT_WHOLE };

static bool ends_with_parts(const char *name, const char *parts)
{
    size_t len = strlen(name);
    size_t own = strlen(parts);
    return own < len && text_ends(name, parts) && len - own >= 2 &&
           strncmp(name + len - own - 2, "::", 2) == 0;
}

static enum fit fit_of(const char *name, const char *question)
{
    if (strcmp(name, question) == 0) {
        return FIT_WHOLE;
    }
    if (ends_with_parts(name, question)) {
        return FIT_LAST_PARTS;
    }
    if (strpbrk(question, "*?") == NULL) {
        return FIT_NONE;
    }
    const char *last = name;
    for (const char *at = strstr(name, "::"); at != NULL; at = strstr(at + 2, "::")) {
        last = at + 2;
    }
    return text_glob(question, name) || text_glob(question, last) ? FIT_GLOB : FIT_NONE;
}

/* Collects the groups that fit best. */
static struct why_found find_spelled(const struct why_query *q, const char *question)
{
    struct why_found found = {0};
    enum fit best = FIT_GLOB;
    struct arena *scratch = arena_create();
    for (uint32_t g = 1; g < q->groups.n && question[0] != '\0'; g++) {
        enum fit fit = fit_of(without_blanks(scratch, q->groups.at[g].name), question);
        if (fit > best) {
            best = fit;
            found.groups.n = 0;
        }
        if (fit == best) {
            VEC_PUSH(q->arena, &found.groups, g);
        }
    }
    arena_destroy(scratch);
    return found;
}

/* A group with its index, to be sorted. */
struct ordered {
    const struct why_group *group;
    uint32_t index;
};

static int compare_groups(const void *left, const void *right)
{
    const struct ordered *a = left;
    const struct ordered *b = right;
    bool body = a->group->functions.n + a->group->roots.n > 0;
    if (body != (b->group->functions.n + b->group->roots.n > 0)) {
        return body ? -1 : 1;
    }
    const struct place *at = &a->group->at;
    const struct place *other = &b->group->at;
    int order = strcmp(at->file == NULL ? "" : at->file, other->file == NULL ? "" : other->file);
    if (order == 0 && at->line != other->line) {
        order = at->line < other->line ? -1 : 1;
    }
    if (order == 0 && at->column != other->column) {
        order = at->column < other->column ? -1 : 1;
    }
    return order != 0 ? order : strcmp(a->group->name, b->group->name);
}

static void sort_found(const struct why_query *q, struct why_found *found)
{
    uint32_t n = found->groups.n;
    struct ordered *order = ARENA_NEW_N(q->arena, struct ordered, n);
    for (uint32_t i = 0; i < n; i++) {
        order[i] = (struct ordered){&q->groups.at[found->groups.at[i]], found->groups.at[i]};
    }
    if (n > 1) {
        qsort(order, n, sizeof *order, compare_groups);
    }
    for (uint32_t i = 0; i < n; i++) {
        found->groups.at[i] = order[i].index;
    }
}

/* Returns a question as names of groups are spelled, without blanks. */
static const char *spelled(const struct why_query *q, const char *question)
{
    const char *text = without_blanks(q->arena, question);
    text = replaced(q->arena, text, "(anonymousnamespace)", "(anonymous)");
    text = replaced(q->arena, text, "`anonymous-namespace'", "(anonymous)");
    text = replaced(q->arena, text, "`anonymousnamespace'", "(anonymous)");
    return text_starts(text, "::") ? text + 2 : text;
}

struct why_found why_find(const struct why_query *q, const char *question)
{
    const char *text = spelled(q, question);
    struct why_found found = find_spelled(q, text);
    if (found.groups.n == 0) {
        text = without_templates(q->arena, text);
        found = find_spelled(q, text);
    }
    if (found.groups.n == 0) {
        found = find_spelled(q, without_parameters(q->arena, text));
    }
    sort_found(q, &found);
    return found;
}

const char *why_nearest(const struct why_query *q, const char *question)
{
    const char **words = ARENA_NEW_N(q->arena, const char *, 2 * (size_t)q->groups.n);
    size_t n = 0;
    for (uint32_t g = 1; g < q->groups.n; g++) {
        const char *name = q->groups.at[g].name;
        words[n++] = name;
        for (const char *at = strstr(name, "::"); at != NULL; at = strstr(at + 2, "::")) {
            words[n] = at + 2;
        }
        n += words[n] != NULL ? 1 : 0;
    }
    return question[0] == '\0' ? NULL : text_nearest(question, words, n);
}
