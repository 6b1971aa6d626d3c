/*
 * demand.c - roots looked for in texts.
 *
 * In C a root is a function with one of some names, a function with an attribute, or one that is
 * named in a section of the C runtime; all of these must be written somewhere in what the unit
 * reads.  So a unit is spared if none of its files mentions such a name, or a macro that leads to
 * it.  Headers of the system may declare entry points and hold macros that define them: there only
 * the macros count, by being mentioned outside.  A name that macros may paste together from pieces
 * that the unit mentions, at most three and no single letters, counts as mentioned.  In C++ any
 * global may have a constructor: such units are never spared, and with them their module.
 */
#include "cli/demand.h"

#include <ctype.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/strmap.h"
#include "base/text.h"
#include "facts/closure.h"
#include "program/program.h"

/* A name that macros can put together: its pieces by number, [from * (len + 1) + to]. */
struct pasted_name {
    uint32_t len;
    uint32_t *pieces;
};

/* Pieces: letters alone are none, digits are not looked for. */
enum { NO_PIECE, DIGITS, FIRST_PIECE };

/* More pieces than these are not thought of, nor are single letters, which are names in most
 * programs: D ## ll ## EntryPoint. */
enum { MOST_PIECES = 3, LONGEST_NAME = 255 };

/* What is known of a file, whoever includes it. */
struct file_view {
    bool outside;     /* it is the system's */
    bool tells;       /* a unit that reads it may hold a root */
    uint64_t *pieces; /* bit set of the pieces that it mentions */
};

/* The files that a unit may read. */
struct unit_files {
    bool known;
    uint32_t *at;
    uint32_t n;
};

struct search {
    struct arena *arena;
    const struct demand_input *input;
    struct file_index *index;
    struct root_names names;
    struct wanted_names entries; /* names that the system's headers may declare */
    struct name_set others;      /* hashes of other names, and of macros that lead to them */
    struct strmap *piece_ids;
    VEC(uint32_t) pieces; /* hashes */
    VEC(struct pasted_name) pasted;
    struct strmap *folders;         /* those of all units, once */
    VEC(const char *) own, systems; /* folders of includes */
    struct file_view *views;        /* by file */
    VEC(bool) seen;                 /* by file: a unit reads it */
    VEC(uint32_t) files;            /* those */
    struct unit_files *units;       /* by job */
};

/* ---- names ---- */

static uint32_t hash_of(const char *name)
{
    return name_hash(name, strlen(name));
}

static uint32_t piece_of(struct search *s, const char *text, uint32_t len)
{
    if (isdigit((unsigned char)*text)) {
        return DIGITS;
    }
    const char *piece = arena_strndup(s->arena, text, len);
    uint32_t id = strmap_intern(s->piece_ids, piece, s->pieces.n);
    if (id == s->pieces.n) {
        VEC_PUSH(s->arena, &s->pieces, name_hash(text, len));
    }
    return id;
}

static void add_pieces(struct search *s, const char *name)
{
    struct pasted_name pasted = {.len = (uint32_t)strlen(name)};
    uint32_t n = pasted.len + 1;
    pasted.pieces = ARENA_NEW_N(s->arena, uint32_t, (size_t)n * n);
    for (uint32_t from = 0; from < pasted.len; from++) {
        for (uint32_t to = from + 1; to <= pasted.len; to++) {
            bool letter = to - from == 1 && name[from] != '_';
            pasted.pieces[from * n + to] = letter ? NO_PIECE : piece_of(s, name + from, to - from);
        }
    }
    VEC_PUSH(s->arena, &s->pasted, pasted);
}

static void add_names(struct search *s)
{
    const struct project *project = s->input->project;
    program_root_names(s->arena, s->input->packs, s->input->entry, &s->names);
    for (uint32_t m = 0; m < project->modules.n; m++) {
        if (project->modules.at[m].entry != NULL) {
            program_root_names(s->arena, s->input->packs, project->modules.at[m].entry, &s->names);
        }
    }
    struct strmap *seen = strmap_create(s->arena);
    for (uint32_t i = 0; i < s->names.list.n; i++) {
        const struct root_name *name = &s->names.list.at[i];
        (void)name_set_add(s->arena, name->declared ? &s->entries.functions : &s->others,
                           hash_of(name->name));
        s->names.any |= strlen(name->name) > LONGEST_NAME;
        if (name->pasted && !s->names.any && strmap_replace(seen, name->name, 1) == 0) {
            add_pieces(s, name->name);
        }
    }
}

/* Adds to a set the macros whose bodies mention a name of it, or of `names` (NULL: no other), and
 * those that are such names themselves; true if there were some. */
static bool add_macros(struct search *s, struct name_set *macros, const struct name_set *names)
{
    bool grew = false;
    for (uint32_t f = 0; f < s->files.n; f++) {
        const struct mentions *mentions = file_index_mentions(s->index, s->files.at[f]);
        for (uint32_t i = 0; i < mentions->macros.n; i++) {
            const struct macro_mention *macro = &mentions->macros.at[i];
            bool leads = name_set_has(macros, macro->name);
            if (names != NULL) {
                leads |= name_set_has(names, macro->name) || name_set_has(names, macro->macro);
            }
            grew |= leads && name_set_add(s->arena, macros, macro->macro);
        }
    }
    return grew;
}

/* Finds all macros that lead to names; of those that do so through many others any may. */
static void follow_macros(struct search *s)
{
    enum { MOST_PASSES = 100 };
    (void)name_set_add(s->arena, &s->entries.braced, NAME_BRACE);
    bool grew = true;
    for (uint32_t i = 0; i < MOST_PASSES && grew; i++) {
        grew = add_macros(s, &s->entries.macros, &s->entries.functions);
        grew |= add_macros(s, &s->entries.braced, NULL);
        grew |= add_macros(s, &s->others, NULL);
    }
    s->names.any |= grew;
}

/* ---- files ---- */

static void add_folders(struct search *s, const struct search_path *path)
{
    for (uint32_t i = 0; i < path->n; i++) {
        const struct search_folder *folder = &path->at[i];
        bool system = folder->kind >= SEARCH_SYSTEM;
        const char *key = arena_printf(s->arena, "%c%s", system ? 's' : 'o', folder->path);
        if (strmap_replace(s->folders, key, 1) != 0) {
            continue;
        }
        if (system) {
            VEC_PUSH(s->arena, &s->systems, key + 1);
        } else {
            VEC_PUSH(s->arena, &s->own, key + 1);
        }
    }
}

static void see_file(struct search *s, uint32_t file)
{
    while (s->seen.n <= file) {
        VEC_PUSH(s->arena, &s->seen, false);
    }
    if (!s->seen.at[file]) {
        s->seen.at[file] = true;
        VEC_PUSH(s->arena, &s->files, file);
    }
}

static void read_unit(struct search *s, uint32_t job_index)
{
    struct unit_files *unit = &s->units[job_index];
    if (unit->known) {
        return;
    }
    unit->known = true;
    const struct job *job = &s->input->project->jobs.at[job_index];
    struct arena *scratch = arena_create();
    struct search_path path = search_path_of(scratch, job->args, job->n_args);
    struct closure *closure = closure_start(scratch, s->index, &path, s->input->resources);
    struct hash hash;
    hash_start(&hash);
    closure_add_forced(closure, job->folder, job->args, job->n_args, &hash);
    (void)closure_add_file(closure, job->file, &hash);
    (void)hash_finish(&hash);
    add_folders(s, &path);
    unit->n = closure_count(closure);
    unit->at = ARENA_NEW_N(s->arena, uint32_t, unit->n);
    for (uint32_t i = 0; i < unit->n; i++) {
        unit->at[i] = closure_file(closure, i);
        see_file(s, unit->at[i]);
    }
    arena_destroy(scratch);
}

static bool lies_below(const char *path, const char *folder)
{
    return path_relative(path, folder) != path;
}

/* True if clang takes the file for the system's, whichever unit includes it. */
static bool is_outside(const struct search *s, const char *path)
{
    bool outside = s->input->resources != NULL && lies_below(path, s->input->resources);
    for (uint32_t i = 0; i < s->systems.n && !outside; i++) {
        outside = lies_below(path, s->systems.at[i]);
    }
    for (uint32_t i = 0; i < s->own.n && outside; i++) {
        outside = !lies_below(path, s->own.at[i]);
    }
    return outside && !lies_below(path, s->input->project->root);
}

/* True if the text mentions a name of the set. */
static bool mentions_any(const struct mentions *mentions, const struct name_set *names)
{
    for (uint32_t i = 0; i < names->n_slots; i++) {
        uint32_t name = names->slots[i];
        if (name != 0 &&
            (name_set_has(&mentions->code, name) || name_set_has(&mentions->bodies, name))) {
            return true;
        }
    }
    return false;
}

/* True if the text says in itself that a unit that reads it may hold a root. */
static bool tells(const struct search *s, const struct mentions *mentions)
{
    return mentions->unclear || mentions->raw || mentions->section ||
           mentions_any(mentions, &s->others);
}

static bool mentions_entry(const struct search *s, const struct mentions *mentions)
{
    return mentions_any(mentions, &s->entries.functions) ||
           mentions_any(mentions, &s->entries.macros);
}

/* True if the file may define an entry point. */
static bool defines_entry(const struct search *s, const char *path)
{
    struct arena *scratch = arena_create();
    size_t len = 0;
    const char *text = os_read_file(scratch, path, &len, NULL);
    bool defines = text == NULL;
    if (text != NULL) {
        size_t decoded_len = 0;
        const char *decoded = text_from_utf16(scratch, text, len, &decoded_len);
        defines = decoded != NULL ? mentions_definition(decoded, decoded_len, &s->entries)
                                  : mentions_definition(text, len, &s->entries);
    }
    arena_destroy(scratch);
    return defines;
}

static uint32_t n_words(const struct search *s)
{
    return s->pieces.n / 64 + 1;
}

static void add_mentioned(const struct search *s, const struct mentions *mentions, bool outside,
                          uint64_t *pieces)
{
    pieces[0] |= 1U << DIGITS;
    for (uint32_t i = FIRST_PIECE; i < s->pieces.n; i++) {
        if (name_set_has(&mentions->bodies, s->pieces.at[i]) ||
            (!outside && name_set_has(&mentions->code, s->pieces.at[i]))) {
            pieces[i / 64] |= UINT64_C(1) << i % 64;
        }
    }
}

static void view_files(struct search *s)
{
    s->views = ARENA_NEW_N(s->arena, struct file_view, file_index_count(s->index) + 1);
    for (uint32_t i = 0; i < s->files.n; i++) {
        uint32_t f = s->files.at[i];
        const struct mentions *mentions = file_index_mentions(s->index, f);
        struct file_view *view = &s->views[f];
        const char *path = file_index_path(s->index, f);
        view->outside = is_outside(s, path);
        view->tells = tells(s, mentions) ||
                      (!view->outside && mentions_entry(s, mentions) && defines_entry(s, path));
        view->pieces = ARENA_NEW_N(s->arena, uint64_t, n_words(s));
        add_mentioned(s, mentions, view->outside, view->pieces);
    }
}

/* ---- units ---- */

/* True if the name can be made of a few of the pieces, at least two. */
static bool can_be_pasted(const struct pasted_name *name, const uint64_t *pieces)
{
    uint8_t fewest[LONGEST_NAME + 1] = {
        0}; /* by length of what is made: 1 + pieces; 0: it cannot */
    fewest[0] = 1;
    for (uint32_t from = 0; from < name->len; from++) {
        for (uint32_t to = from + 1; to <= name->len && fewest[from] != 0; to++) {
            uint32_t piece = name->pieces[from * (name->len + 1) + to];
            bool there = (pieces[piece / 64] >> piece % 64 & 1U) != 0;
            bool better = fewest[to] == 0 || fewest[from] + 1 < fewest[to];
            if (there && better && to - from < name->len && fewest[from] <= MOST_PIECES) {
                fewest[to] = (uint8_t)(fewest[from] + 1);
            }
        }
    }
    return fewest[name->len] != 0;
}

/* Adds what the macros mention that the arguments define; a body in one of them is not looked at.
 */
static void scan_arguments(struct arena *arena, const struct job *job, struct mentions *mentions)
{
    for (uint32_t i = 0; i < job->n_args; i++) {
        const char *arg = job->args[i];
        if (text_starts(arg, "-D")) {
            arg = arg[2] == '\0' && i + 1 < job->n_args ? job->args[i + 1] : arg + 2;
            mentions_scan(arena, arg, strlen(arg), mentions);
            mentions->unclear |= strchr(arg, '{') != NULL;
        }
    }
}

/* Returns the file of a unit that says that it may hold a root, NULL if none does. */
static const char *telling_file(struct search *s, struct arena *scratch, uint32_t job_index)
{
    const struct job *job = &s->input->project->jobs.at[job_index];
    const struct unit_files *unit = &s->units[job_index];
    struct mentions given = {0};
    scan_arguments(scratch, job, &given);
    uint64_t *pieces = ARENA_NEW_N(scratch, uint64_t, n_words(s));
    add_mentioned(s, &given, false, pieces);
    bool pastes = given.pastes;
    const char *telling = tells(s, &given) || mentions_entry(s, &given) ? job->file : NULL;
    for (uint32_t i = 0; i < unit->n && telling == NULL; i++) {
        const struct file_view *view = &s->views[unit->at[i]];
        telling = view->tells ? file_index_path(s->index, unit->at[i]) : NULL;
        pastes |= file_index_mentions(s->index, unit->at[i])->pastes;
        for (uint32_t w = 0; w < n_words(s); w++) {
            pieces[w] |= view->pieces[w];
        }
    }
    for (uint32_t i = 0; i < s->pasted.n && telling == NULL && pastes; i++) {
        telling = can_be_pasted(&s->pasted.at[i], pieces) ? job->file : NULL;
    }
    return telling;
}

/* ---- modules ---- */

/* Answers without reading: a C++ unit, or any unit if the packs call everything a root. */
static struct demand answer_at_once(const struct search *s, const struct module *module)
{
    for (uint32_t i = 0; i < module->jobs.n; i++) {
        const struct job *job = &s->input->project->jobs.at[module->jobs.at[i]];
        if (job->cplusplus || s->names.any) {
            return (struct demand){.needed = true, .unit = job->file};
        }
    }
    return (struct demand){0};
}

static struct demand answer(struct search *s, struct arena *arena, const struct module *module)
{
    struct demand demand = {0};
    for (uint32_t i = 0; i < module->jobs.n && !demand.needed; i++) {
        struct arena *scratch = arena_create();
        const char *file = telling_file(s, scratch, module->jobs.at[i]);
        if (file != NULL) {
            demand.needed = true;
            demand.unit = s->input->project->jobs.at[module->jobs.at[i]].file;
            demand.file = arena_strdup(arena, file);
        }
        arena_destroy(scratch);
    }
    return demand;
}

const struct demand *demand_modules(struct arena *arena, const struct demand_input *input)
{
    const struct project *project = input->project;
    struct demand *demands = ARENA_NEW_N(arena, struct demand, project->modules.n + 1);
    struct arena *own = arena_create();
    struct search s = {.arena = own, .input = input};
    s.index = input->index != NULL ? input->index : file_index_create(own, NULL);
    file_index_read_mentions(s.index);
    s.piece_ids = strmap_create(own);
    s.folders = strmap_create(own);
    s.units = ARENA_NEW_N(own, struct unit_files, project->jobs.n + 1);
    for (uint32_t i = 0; i < FIRST_PIECE; i++) {
        VEC_PUSH(own, &s.pieces, 0);
    }
    add_names(&s);
    for (uint32_t m = 0; m < project->modules.n; m++) {
        const struct module *module = &project->modules.at[m];
        demands[m] = answer_at_once(&s, module);
        for (uint32_t i = 0; i < module->jobs.n && !demands[m].needed; i++) {
            read_unit(&s, module->jobs.at[i]);
        }
    }
    follow_macros(&s);
    view_files(&s);
    for (uint32_t m = 0; m < project->modules.n; m++) {
        const struct module *module = &project->modules.at[m];
        if (!demands[m].needed) {
            demands[m] = s.names.any ? answer_at_once(&s, module) : answer(&s, arena, module);
        }
    }
    arena_destroy(own);
    return demands;
}
