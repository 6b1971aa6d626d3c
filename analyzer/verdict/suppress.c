/*
 * suppress.c - the suppressions of a run: files read once, places looked up, faults told.
 *
 * A file that cannot be read (facts from another machine) has none: what is found in it is
 * reported.
 */
#include "verdict/suppress.h"

#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/strmap.h"
#include "base/text.h"
#include "verdict/verdict.h"

/* A file by its name. */
struct named_file {
    const char *name;
    struct suppression_file *file;
};

struct suppressions {
    struct arena *arena;
    const struct packs *packs;
    bool bare;
    struct strmap *index; /* name -> position in `files` */
    VEC(struct named_file) files;
};

struct suppressions *suppressions_create(struct arena *arena, const struct packs *packs, bool bare)
{
    struct suppressions *all = ARENA_NEW(arena, struct suppressions);
    *all = (struct suppressions){arena, packs, bare, strmap_create(arena), {0}};
    return all;
}

static struct suppression_file *read_file(struct suppressions *all, const char *name)
{
    struct suppression_reader reader = {all->arena, all->packs, name, all->bare};
    struct arena *scratch = arena_create();
    size_t len = 0;
    const char *text = os_read_file(scratch, name, &len, NULL);
    if (text == NULL) {
        len = 0;
        text = "";
    }
    size_t utf8_len = 0;
    const char *utf8 = text_from_utf16(scratch, text, len, &utf8_len);
    struct suppression_file *file =
        suppressions_of(&reader, utf8 != NULL ? utf8 : text, utf8 != NULL ? utf8_len : len);
    arena_destroy(scratch);
    return file;
}

static struct suppression_file *file_of(struct suppressions *all, const char *name)
{
    uint32_t known = 0;
    if (!strmap_get(all->index, name, &known)) {
        known = all->files.n;
        strmap_put(all->index, name, known);
        struct named_file fresh = {.name = arena_strdup(all->arena, name)};
        fresh.file = read_file(all, fresh.name);
        VEC_PUSH(all->arena, &all->files, fresh);
    }
    return all->files.at[known].file;
}

void suppressions_add(struct suppressions *all, const char *file)
{
    (void)file_of(all, file);
}

static bool covers(const struct suppression *s, uint32_t line, uint32_t column)
{
    bool behind = line > s->first_line || (line == s->first_line && column >= s->first_column);
    return behind && (line < s->last_line || (line == s->last_line && column <= s->last_column));
}

/* What is looked for at a place. */
struct query {
    const struct rule *rule;
    bool used;  /* only those that are marked as used for the rule */
    bool mark;  /* those that cover it are used */
    bool *news; /* set if one was not; only with `mark` */
};

/* True if the list names the rule, which may mark it. */
static bool names(struct suppression *s, const struct query *query)
{
    bool found = false;
    for (uint32_t i = 0; i < s->rules.n; i++) {
        struct suppressed_rule *named = &s->rules.at[i];
        if (suppression_names(named, query->rule) && (named->used || !query->used)) {
            if (query->mark && !named->used) {
                named->used = true;
                *query->news = true;
            }
            found = true;
        }
    }
    return found;
}

/* Returns the first one in a file that covers a line and column. */
static struct suppression *find_in(struct suppression_file *file, const struct query *query,
                                   uint32_t line, uint32_t column)
{
    struct suppression *first = NULL;
    for (uint32_t i = 0; i < file->all.n; i++) {
        struct suppression *s = &file->all.at[i];
        if (covers(s, line, column > 0 ? column : 1) && names(s, query)) {
            first = first == NULL ? s : first;
        }
    }
    return first;
}

static struct suppression *find(struct suppressions *all, const struct query *query,
                                const struct place *place)
{
    if (place->file == NULL) {
        return NULL;
    }
    struct suppression *found =
        find_in(file_of(all, place->file), query, place->line, place->column);
    if (place->macro == NULL || place->spelling_file == NULL) {
        return found;
    }
    struct suppression *in_text = find_in(file_of(all, place->spelling_file), query,
                                          place->spelling_line, place->spelling_column);
    return found != NULL ? found : in_text;
}

struct suppression *suppressions_find(struct suppressions *all, const struct rule *rule,
                                      const struct place *place)
{
    struct query query = {.rule = rule};
    return find(all, &query, place);
}

bool suppressions_mark(struct suppressions *all, const struct rule *rule, const struct place *place)
{
    bool news = false;
    struct query query = {.rule = rule, .mark = true, .news = &news};
    (void)find(all, &query, place);
    return news;
}

struct suppression *suppressions_find_used(struct suppressions *all, const struct rule *rule,
                                           const struct place *place)
{
    struct query query = {.rule = rule, .used = true};
    return find(all, &query, place);
}

/* ---- telling ---- */

static int compare_names(const void *a, const void *b)
{
    const struct named_file *left = a;
    const struct named_file *right = b;
    return strcmp(left->name, right->name);
}

/* True if a rule that is on is meant. */
static bool is_asked_for(const struct suppressions *all, const struct suppressed_rule *named,
                         const char *rules)
{
    for (uint32_t i = 0; i < all->packs->rules.n; i++) {
        const struct rule *rule = &all->packs->rules.at[i];
        if (suppression_names(named, rule) && verdict_rule_is_on(rule, rules)) {
            return true;
        }
    }
    return false;
}

static void tell_unused(const struct suppressions *all, const struct suppression *s,
                        const struct suppressions_telling *telling, struct diag *diag)
{
    const char *shown = path_relative(s->at.file, telling->root_folder);
    for (uint32_t i = 0; i < s->rules.n; i++) {
        const struct suppressed_rule *named = &s->rules.at[i];
        bool nothing = s->last_line == 0; /* told of as a fault */
        if (!named->used && !nothing && is_asked_for(all, named, telling->rules)) {
            diag_warning(diag, arena_printf(all->arena, "%s:%u", shown, s->at.line),
                         "this suppression was not needed: it holds back no finding of '%s'",
                         named->glob);
        }
    }
}

void suppressions_tell(struct suppressions *all, const struct suppressions_telling *telling,
                       struct diag *diag)
{
    uint32_t n = all->files.n;
    struct named_file *files = arena_copy(all->arena, all->files.at, n * sizeof *files);
    qsort(files, n, sizeof *files, compare_names);
    for (uint32_t f = 0; f < n; f++) {
        const struct suppression_file *file = files[f].file;
        const char *shown = path_relative(files[f].name, telling->root_folder);
        for (uint32_t i = 0; i < file->faults.n; i++) {
            diag_warning(diag, arena_printf(all->arena, "%s:%u", shown, file->faults.at[i].line),
                         "%s", file->faults.at[i].text);
        }
        for (uint32_t i = 0; i < file->all.n && telling->unused; i++) {
            tell_unused(all, &file->all.at[i], telling, diag);
        }
    }
}
