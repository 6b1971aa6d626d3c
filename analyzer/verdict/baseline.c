/*
 * baseline.c - which findings are new.
 *
 * A finding is known if the baseline has an entry that fits, and each entry fits one finding only,
 * so that a second one of a kind is new.  It is matched in steps, each for what the steps before
 * left over:
 *
 * 1. the same fingerprint: rule, module and the functions along the path;
 * 2. the same rule, module, function and API: the path to it has changed;
 * 3. the same rule, function and API in another module: the module has another name now, or the
 *    function is linked into another one.
 *
 * Lines and file names are in no step; the file in an entry is for people.
 *
 * In the file each finding has a line with a comma, whatever stands before and behind it.  So it
 * stays readable when git merges it as a union of lines (merge=union), in any order; what a union
 * has twice, counts once.
 */
#include "verdict/baseline.h"

#include <stdlib.h>
#include <string.h>

#include "base/json.h"
#include "base/os.h"
#include "base/path.h"
#include "base/strmap.h"
#include "packs/reader.h"

/* A finding of an earlier run. */
struct entry {
    const char *fingerprint, *rule, *module, *function, *sink, *file;
    bool found; /* in this run */
};

/* Entries that grow. */
struct entries {
    struct entry *at;
    uint32_t n;
    uint32_t cap;
};

struct baseline {
    struct entries entries;
    struct strmap *known; /* their fingerprints */
};

enum { F_FINGERPRINT, F_RULE, F_MODULE, F_FUNCTION, F_SINK, F_FILE, ENTRY_FIELDS };

static const struct field entry_fields[ENTRY_FIELDS + 1] = {
    [F_FINGERPRINT] = {"fingerprint", IS_STRING, 1, 1},
    [F_RULE] = {"rule", IS_STRING, 1, 1},
    [F_MODULE] = {"module", IS_STRING, 1, 1},
    [F_FUNCTION] = {"function", IS_STRING, 1, 1},
    [F_SINK] = {"sink", IS_STRING, 1, 1},
    [F_FILE] = {"file", IS_STRING, 1, 0},
};

enum { B_SCHEMA, B_VERSION, B_FINDINGS, BASELINE_FIELDS };

static const struct field baseline_fields[BASELINE_FIELDS + 1] = {
    [B_SCHEMA] = {"$schema", IS_STRING, 1, 0},
    [B_VERSION] = {"version", IS_NUMBER, 1, 1},
    [B_FINDINGS] = {"findings", IS_ARRAY, 1, 1},
};

/* ---- reading ---- */

static void read_entry(struct reader *reader, struct baseline *baseline, const struct json *value)
{
    const struct json *found[ENTRY_FIELDS];
    const char *text[ENTRY_FIELDS] = {0};
    if (value->kind == JSON_NULL && value->next == NULL) {
        return; /* stands last, so that there is a comma behind every finding */
    }
    uint32_t n_errors = reader->n_errors;
    if (!reader_fields(reader, value, entry_fields, 1, found)) {
        return;
    }
    for (uint32_t i = 0; i < ENTRY_FIELDS; i++) {
        text[i] = found[i] == NULL ? "" : found[i]->string;
    }
    if (reader->n_errors == n_errors &&
        strmap_replace(baseline->known, text[F_FINGERPRINT], 1) == 0) {
        struct entry entry = {.fingerprint = text[F_FINGERPRINT],
                              .rule = text[F_RULE],
                              .module = text[F_MODULE],
                              .function = text[F_FUNCTION],
                              .sink = text[F_SINK],
                              .file = text[F_FILE]};
        VEC_PUSH(reader->arena, &baseline->entries, entry);
    }
}

struct baseline *baseline_read(struct arena *arena, const char *file, struct diag *diag)
{
    struct reader reader = {.arena = arena, .file = file, .diag = diag};
    const char *error = NULL;
    size_t len = 0;
    const char *text = os_read_file(arena, file, &len, &error);
    if (text == NULL) {
        diag_error(diag, file, "cannot read this baseline: %s; --write-baseline makes one", error);
        return NULL;
    }
    const struct json *top = reader_parse(&reader, text, len);
    const struct json *found[BASELINE_FIELDS];
    if (top == NULL || !reader_fields(&reader, top, baseline_fields, 1, found)) {
        return NULL;
    }
    int64_t version = 0;
    if (reader_integer(&reader, found[B_VERSION], &version) && version != 1) {
        reader_error(&reader, found[B_VERSION], "found version %lld of a baseline, expected 1",
                     (long long)version);
    }
    struct baseline *baseline = ARENA_NEW(arena, struct baseline);
    baseline->known = strmap_create(arena);
    for (const struct json *value = found[B_FINDINGS] == NULL ? NULL : found[B_FINDINGS]->first;
         value != NULL; value = value->next) {
        read_entry(&reader, baseline, value);
    }
    return reader.n_errors == 0 ? baseline : NULL;
}

/* ---- matching ---- */

enum match { MATCH_EXACT, MATCH_MODULE, MATCH_ANYWHERE, MATCHES };

static const char *entry_key(struct arena *arena, const struct entry *entry, enum match match)
{
    if (match == MATCH_EXACT) {
        return entry->fingerprint;
    }
    return arena_printf(arena, "%s\n%s\n%s\n%s", entry->rule, entry->function, entry->sink,
                        match == MATCH_MODULE ? entry->module : "");
}

static struct entry entry_of(struct arena *arena, const struct report_data *data,
                             const struct finding *finding)
{
    const char *file = finding->location.file == NULL ? "" : finding->location.file;
    file = path_relative(file, data->root_folder);
    return (struct entry){.fingerprint = arena_strdup(arena, finding->fingerprint),
                          .rule = finding->rule->id,
                          .module = finding->module,
                          .function = finding_function(finding),
                          .sink = finding->sink,
                          .file = path_is_absolute(file) ? path_basename(file) : file};
}

/* The entries that are left, by key: a list for each, in their order. */
struct left {
    struct strmap *first; /* 1 + index of the first entry of a key */
    uint32_t *next;       /* by entry: 1 + index of the next one; 0: none */
};

static struct left index_left(struct arena *arena, const struct baseline *baseline,
                              enum match match)
{
    struct left left = {strmap_create(arena), ARENA_NEW_N(arena, uint32_t, baseline->entries.n)};
    for (uint32_t i = baseline->entries.n; i > 0; i--) {
        const struct entry *entry = &baseline->entries.at[i - 1];
        if (!entry->found) {
            left.next[i - 1] = strmap_replace(left.first, entry_key(arena, entry, match), i);
        }
    }
    return left;
}

static void match_step(struct baseline *baseline, struct report_data *data, struct finding **all,
                       uint32_t n, enum match match)
{
    struct arena *scratch = arena_create();
    struct left left = index_left(scratch, baseline, match);
    for (uint32_t i = 0; i < n; i++) {
        uint32_t found = 0;
        if (all[i]->baseline != BASELINE_NEW) {
            continue;
        }
        struct entry wanted = entry_of(scratch, data, all[i]);
        const char *key = entry_key(scratch, &wanted, match);
        if (strmap_get(left.first, key, &found) && found != 0) {
            baseline->entries.at[found - 1].found = true;
            all[i]->baseline = BASELINE_UNCHANGED;
            strmap_put(left.first, key, left.next[found - 1]);
        }
    }
    arena_destroy(scratch);
}

static const struct rule *rule_of(const struct report_data *data, const char *id)
{
    for (uint32_t i = 0; i < data->packs->rules.n; i++) {
        if (strcmp(data->packs->rules.at[i].id, id) == 0) {
            return &data->packs->rules.at[i];
        }
    }
    return NULL;
}

/* True if this run would have found the entry's fault. */
static bool was_looked_at(const struct report_data *data, const struct entry *entry,
                          const struct baseline_scope *scope)
{
    const struct rule *rule = rule_of(data, entry->rule);
    bool module = !scope->some_modules;
    for (uint32_t i = 0; i < data->modules.n && !module; i++) {
        module = strcmp(data->modules.at[i].name, entry->module) == 0;
    }
    return module && (rule == NULL || verdict_rule_is_on(rule, scope->rules));
}

/* Moves what is known behind those that are to be reported. */
static void hold_back(struct arena *arena, struct report_data *data)
{
    uint32_t kept = 0;
    for (uint32_t i = 0; i < data->findings.n; i++) {
        struct finding finding = data->findings.at[i];
        if (finding.baseline == BASELINE_UNCHANGED) {
            VEC_PUSH(arena, &data->held_back, finding);
        } else {
            data->findings.at[kept++] = finding;
        }
    }
    data->findings.n = kept;
    verdict_sort(data);
}

void baseline_apply(struct arena *arena, struct baseline *baseline, struct report_data *data,
                    const struct baseline_scope *scope)
{
    uint32_t n = 0;
    struct finding **all = verdict_all(arena, data, &n);
    for (uint32_t i = 0; i < n; i++) {
        all[i]->baseline = BASELINE_NEW;
    }
    for (enum match match = 0; match < MATCHES; match++) {
        match_step(baseline, data, all, n, match);
    }
    struct baseline_counts counts = {.given = true, .incomplete = scope->incomplete};
    for (uint32_t i = 0; i < n; i++) {
        bool counted = all[i]->suppression == NULL;
        counts.n_new += counted && all[i]->baseline == BASELINE_NEW;
        counts.n_unchanged += counted && all[i]->baseline == BASELINE_UNCHANGED;
    }
    for (uint32_t i = 0; i < baseline->entries.n; i++) {
        const struct entry *entry = &baseline->entries.at[i];
        counts.n_fixed += !entry->found && was_looked_at(data, entry, scope);
    }
    data->baseline = counts;
    hold_back(arena, data);
}

/* ---- writing ---- */

static int compare_entries(const void *a, const void *b)
{
    const struct entry *left = a;
    const struct entry *right = b;
    int order = strcmp(left->fingerprint, right->fingerprint);
    return order != 0 ? order : strcmp(left->module, right->module);
}

/* Appends an entry on one line. */
static void write_entry(struct strbuf *out, const struct entry *entry)
{
    struct arena *scratch = arena_create();
    struct strbuf text;
    struct json_writer to;
    strbuf_init(&text, scratch);
    json_writer_init(&to, &text);
    json_open_object(&to, NULL);
    json_write_string(&to, "fingerprint", entry->fingerprint);
    json_write_string(&to, "rule", entry->rule);
    json_write_string(&to, "module", entry->module);
    json_write_string(&to, "function", entry->function);
    json_write_string(&to, "sink", entry->sink);
    json_write_string(&to, "file", entry->file);
    json_close(&to);
    strbuf_adds(out, "    ");
    for (const char *at = text.text; *at != '\0'; at++) {
        if (*at != '\n') {
            strbuf_addc(out, *at);
            continue;
        }
        at += strspn(at + 1, " "); /* strings hold no newline */
        strbuf_adds(out, at[1] == '"' && out->text[out->len - 1] == ',' ? " " : "");
    }
    strbuf_adds(out, ",\n");
    arena_destroy(scratch);
}

/* Adds the old entries that this run cannot speak of. */
static void add_others(struct arena *scratch, struct entries *entries,
                       const struct report_data *data, const struct baseline *old,
                       const struct baseline_scope *scope)
{
    struct strmap *known = strmap_create(scratch);
    for (uint32_t i = 0; i < entries->n; i++) {
        strmap_put(known, entries->at[i].fingerprint, 1);
    }
    for (uint32_t i = 0; old != NULL && i < old->entries.n; i++) {
        const struct entry *entry = &old->entries.at[i];
        bool kept = scope->incomplete || !was_looked_at(data, entry, scope);
        if (kept && !strmap_get(known, entry->fingerprint, NULL)) {
            VEC_PUSH(scratch, entries, *entry);
        }
    }
}

uint32_t baseline_write(struct strbuf *out, const struct report_data *data,
                        const struct baseline *old, const struct baseline_scope *scope)
{
    struct arena *scratch = arena_create();
    struct entries entries = {0};
    uint32_t n = 0;
    struct finding **all = verdict_all(scratch, data, &n);
    for (uint32_t i = 0; i < n; i++) {
        if (all[i]->suppression == NULL) {
            VEC_PUSH(scratch, &entries, entry_of(scratch, data, all[i]));
        }
    }
    n = entries.n;
    add_others(scratch, &entries, data, old, scope);
    if (entries.n > 0) {
        qsort(entries.at, entries.n, sizeof *entries.at, compare_entries);
    }
    strbuf_adds(out, "{\n  \"version\": 1,\n  \"findings\": [\n");
    for (uint32_t i = 0; i < entries.n; i++) {
        write_entry(out, &entries.at[i]);
    }
    strbuf_adds(out, "    null\n  ]\n}\n");
    arena_destroy(scratch);
    return n;
}
