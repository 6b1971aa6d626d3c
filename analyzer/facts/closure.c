/*
 * closure.c - includes followed by name, from file to file.
 *
 * A name is looked up as clang does: beside the including file if it is quoted, then along the
 * search path; then both without regard to case, as the overlay does (facts/clang/overlay.c).
 * Folders are listed once, so that names which are not there cost no call of the system.
 */
#include "facts/closure.h"

#include <ctype.h>
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/strmap.h"
#include "base/text.h"

/* A file that was changed within this time (in nanoseconds) before it is read may change again
 * without a change of its time: clocks of file systems are coarse. */
static const uint64_t LATELY = UINT64_C(2000000000);

/* A file. */
struct indexed_file {
    const char *path, *name, *folder;
    bool readable;
    bool lasting; /* its status tells it from what it may become */
    bool has_mentions;
    struct os_status status;
    uint64_t size;
    struct hash_text hash;
    struct include_names names;
    struct mentions mentions; /* if it has them */
};

/* A folder's entries. */
struct listed_folder {
    struct strmap *exact, *lower; /* -> index of names */
    VEC(const char *) names;
};

/* The files that a name leads to: several for #include_next. */
struct found {
    uint32_t first, n; /* of file_index.found_files */
};

struct file_index {
    struct arena *arena;
    const char *root;
    bool with_mentions;
    struct arena *of_mentions; /* where they live; NULL: there are none */
    bool is_new;
    struct strmap *file_ids, *folder_ids, *path_ids, *found_ids;
    struct strmap *known; /* -> what an earlier index knew of a path; NULL: nothing */
    VEC(char *) known_texts;
    VEC(struct indexed_file) files;
    VEC(struct listed_folder) folders;
    VEC(struct found) found;
    VEC(uint32_t) found_files;
};

struct closure {
    struct arena *arena;
    struct file_index *index;
    struct search_path path; /* in the order of search */
    uint32_t path_id;
    bool by_path;  /* hashes name files by their paths */
    VEC(bool) has; /* by file */
    VEC(uint32_t) files;
    uint32_t n_done; /* of files: followed */
    uint64_t bytes;
};

/* ---- folders ---- */

static const char *in_lower_case(struct arena *arena, const char *text, size_t len)
{
    char *copy = arena_strndup(arena, text, len);
    for (char *c = copy; *c != '\0'; c++) {
        *c = (char)tolower((unsigned char)*c);
    }
    return copy;
}

static const struct listed_folder *list(struct file_index *index, const char *folder)
{
    uint32_t id = 0;
    if (strmap_get(index->folder_ids, folder, &id)) {
        return &index->folders.at[id];
    }
    struct listed_folder listed = {.exact = strmap_create(index->arena),
                                   .lower = strmap_create(index->arena)};
    uint32_t n = 0;
    const char **names = os_list(index->arena, folder, &n);
    for (uint32_t i = 0; i < n; i++) {
        const char *lower = in_lower_case(index->arena, names[i], strlen(names[i]));
        VEC_PUSH(index->arena, &listed.names, names[i]);
        strmap_put(listed.exact, names[i], i);
        (void)strmap_intern(listed.lower, lower, i);
    }
    strmap_put(index->folder_ids, folder, index->folders.n);
    VEC_PUSH(index->arena, &index->folders, listed);
    return &index->folders.at[index->folders.n - 1];
}

/* Returns the path of the name below the folder, NULL if it is not there. */
static const char *below(struct file_index *index, const char *folder, const char *name,
                         bool nocase)
{
    while (text_starts(name, "./")) {
        name += 2;
    }
    size_t len = strcspn(name, "/");
    const char *rest = name[len] == '/' ? name + len + 1 : NULL;
    const char *part = nocase ? in_lower_case(index->arena, name, len)
                       : rest ? arena_strndup(index->arena, name, len)
                              : name;
    uint32_t at = 0;
    if (strcmp(part, "..") == 0 && rest != NULL) {
        return below(index, path_dirname(index->arena, folder), rest, nocase);
    }
    const struct listed_folder *listed = list(index, folder);
    if (!strmap_get(nocase ? listed->lower : listed->exact, part, &at)) {
        return NULL;
    }
    const char *path = path_join(index->arena, folder, listed->names.at[at]);
    return rest != NULL ? below(index, path, rest, nocase) : path;
}

/* ---- files ---- */

const char *file_index_name(const struct file_index *index, const char *path)
{
    const char *name = index->root != NULL ? path_relative(path, index->root) : path;
    return name == path ? path : arena_printf(index->arena, "~/%s", name);
}

static void scan_mentions(struct file_index *index, struct indexed_file *file, const char *text,
                          size_t len)
{
    file->has_mentions = true;
    file->mentions.unclear |= text == NULL;
    index->of_mentions = index->of_mentions != NULL ? index->of_mentions : arena_create();
    if (text != NULL) {
        mentions_scan(index->of_mentions, text, len, &file->mentions);
    }
}

/* Returns the text as UTF-8. */
static const char *decode(struct arena *arena, const char *text, size_t *len)
{
    size_t decoded_len = 0;
    const char *decoded = text_from_utf16(arena, text, *len, &decoded_len);
    *len = decoded != NULL ? decoded_len : *len;
    return decoded != NULL ? decoded : text;
}

static void read_file(struct file_index *index, struct indexed_file *file)
{
    struct arena *scratch = arena_create();
    size_t len = 0;
    uint64_t now = os_now();
    bool there = os_status(file->path, &file->status);
    const char *text = os_read_file(scratch, file->path, &len, NULL);
    index->is_new = true;
    file->readable = text != NULL;
    file->lasting = there && file->readable && file->status.modified + LATELY < now &&
                    file->status.changed + LATELY < now && file->status.size == len;
    if (text != NULL) {
        file->size = len;
        file->hash = hash_bytes(text, len);
        text = decode(scratch, text, &len);
        includes_scan(index->arena, text, len, &file->names);
    }
    if (index->with_mentions) {
        scan_mentions(index, file, text, len);
    }
    arena_destroy(scratch);
}

/* ---- what is known from earlier ---- */

/*
 * A file is a line each of its path and of what is known of it:
 *
 *     PATH
 *     SIZE MODIFIED CHANGED NUMBER HASH BYTES ITSELF NAMES
 *     qNAME                                   one for each name; see letter_of()
 */
static char letter_of(const struct include_name *name)
{
    return name->next ? (name->quoted ? 'N' : 'n') : (name->quoted ? 'q' : 'a');
}

/* Takes a line off the text; NULL at its end. */
static char *take_line(char **text)
{
    char *line = *text;
    char *end = line != NULL ? strchr(line, '\n') : NULL;
    if (end == NULL) {
        return NULL;
    }
    *end = '\0';
    *text = end + 1;
    return line;
}

static uint64_t take_number(char **text)
{
    return strtoull(*text, text, 10);
}

/* Returns what stands behind `n` lines; NULL if there are fewer. */
static char *behind_lines(char *text, uint64_t n)
{
    for (; n > 0 && text != NULL; n--) {
        text = strchr(text, '\n');
        text = text != NULL ? text + 1 : NULL;
    }
    return text;
}

void file_index_recall(struct file_index *index, char *text)
{
    index->known = strmap_create(index->arena);
    for (char *path = take_line(&text); path != NULL; path = take_line(&text)) {
        char *facts = text;
        char *names = behind_lines(facts, 1);
        if (names == NULL) {
            return;
        }
        char *last = names - 1; /* the number of names is the last one of its line */
        while (last > facts && last[-1] != ' ') {
            last--;
        }
        text = behind_lines(names, take_number(&last));
        if (text == NULL) {
            return;
        }
        text[-1] = '\0';
        strmap_put(index->known, path, index->known_texts.n);
        VEC_PUSH(index->arena, &index->known_texts, facts);
    }
}

static void recall_name(struct file_index *index, struct indexed_file *file, const char *line,
                        size_t len)
{
    struct include_name name = {.name = arena_strndup(index->arena, line + 1, len - 1),
                                .quoted = line[0] == 'q' || line[0] == 'N',
                                .next = line[0] == 'n' || line[0] == 'N'};
    VEC_PUSH(index->arena, &file->names.names, name);
}

/* Takes over what was known of the file, if it is the same still. */
static bool recall_file(struct file_index *index, struct indexed_file *file)
{
    uint32_t id = 0;
    if (index->known == NULL || !strmap_get(index->known, file->path, &id) ||
        !os_status(file->path, &file->status)) {
        return false;
    }
    char *text = index->known_texts.at[id];
    bool same = take_number(&text) == file->status.size;
    same = take_number(&text) == file->status.modified && same;
    same = take_number(&text) == file->status.changed && same;
    same = take_number(&text) == file->status.number && same;
    if (!same || strlen(text) < sizeof file->hash.hex + 1) {
        return false;
    }
    memcpy(file->hash.hex, text + 1, sizeof file->hash.hex - 1);
    text += sizeof file->hash.hex;
    file->size = take_number(&text);
    file->names.asks_for_itself = take_number(&text) != 0;
    uint64_t n = take_number(&text);
    for (uint64_t i = 0; i < n && *text == '\n'; i++) {
        char *line = text + 1;
        size_t len = strcspn(line, "\n");
        text = line + len;
        if (len > 0) {
            recall_name(index, file, line, len);
        }
    }
    file->readable = file->lasting = true;
    return file->names.names.n == n;
}

bool file_index_is_new(const struct file_index *index)
{
    return index->is_new;
}

void file_index_write(struct strbuf *out, const struct file_index *index)
{
    for (uint32_t f = 0; f < index->files.n; f++) {
        const struct indexed_file *file = &index->files.at[f];
        if (!file->lasting || strchr(file->path, '\n') != NULL) {
            continue;
        }
        const struct os_status *status = &file->status;
        strbuf_printf(out, "%s\n%llu %llu %llu %llu ", file->path, (unsigned long long)status->size,
                      (unsigned long long)status->modified, (unsigned long long)status->changed,
                      (unsigned long long)status->number);
        strbuf_printf(out, "%s %llu %d %u\n", file->hash.hex, (unsigned long long)file->size,
                      file->names.asks_for_itself ? 1 : 0, file->names.names.n);
        for (uint32_t i = 0; i < file->names.names.n; i++) {
            const struct include_name *name = &file->names.names.at[i];
            strbuf_addc(out, letter_of(name));
            strbuf_adds(out, name->name);
            strbuf_addc(out, '\n');
        }
    }
}

/* ---- the files of an index ---- */

static uint32_t file_of(struct file_index *index, const char *path)
{
    uint32_t id = 0;
    if (strmap_get(index->file_ids, path, &id)) {
        return id;
    }
    struct indexed_file file = {.path = arena_strdup(index->arena, path),
                                .name = file_index_name(index, path),
                                .folder = path_dirname(index->arena, path)};
    if (!recall_file(index, &file)) {
        file.names = (struct include_names){0};
        read_file(index, &file);
    }
    VEC_PUSH(index->arena, &index->files, file);
    strmap_put(index->file_ids, path, index->files.n - 1);
    return index->files.n - 1;
}

static void forget(void *data)
{
    file_index_forget_mentions(data);
}

struct file_index *file_index_create(struct arena *arena, const char *root)
{
    struct file_index *index = ARENA_NEW(arena, struct file_index);
    index->arena = arena;
    index->root = root != NULL && *root != '\0' ? root : NULL;
    index->file_ids = strmap_create(arena);
    index->folder_ids = strmap_create(arena);
    index->path_ids = strmap_create(arena);
    index->found_ids = strmap_create(arena);
    arena_on_destroy(arena, forget, index);
    return index;
}

void file_index_read_mentions(struct file_index *index)
{
    index->with_mentions = true;
}

void file_index_forget_mentions(struct file_index *index)
{
    for (uint32_t f = 0; f < index->files.n; f++) {
        index->files.at[f].has_mentions = false;
        index->files.at[f].mentions = (struct mentions){0};
    }
    index->with_mentions = false;
    arena_destroy(index->of_mentions);
    index->of_mentions = NULL;
}

uint32_t file_index_count(const struct file_index *index)
{
    return index->files.n;
}

const char *file_index_path(const struct file_index *index, uint32_t file)
{
    return index->files.at[file].path;
}

const struct mentions *file_index_mentions(struct file_index *index, uint32_t id)
{
    struct indexed_file *file = &index->files.at[id];
    if (!file->has_mentions) {
        struct arena *scratch = arena_create();
        size_t len = 0;
        const char *text = os_read_file(scratch, file->path, &len, NULL);
        text = text != NULL ? decode(scratch, text, &len) : NULL;
        scan_mentions(index, file, text, len);
        arena_destroy(scratch);
    }
    return &file->mentions;
}

/* ---- names ---- */

static void push_found(struct file_index *index, struct found *found, const char *path)
{
    uint32_t file = file_of(index, path);
    VEC_PUSH(index->arena, &index->found_files, file);
    found->n++;
}

static struct found look_up(struct closure *c, const char *folder, const struct include_name *name)
{
    struct file_index *index = c->index;
    struct found found = {.first = index->found_files.n};
    if (path_is_absolute(name->name)) {
        if (os_is_file(name->name)) {
            push_found(index, &found, path_normalize(index->arena, name->name));
        }
        return found;
    }
    for (int nocase = 0; nocase < 2 && found.n == 0; nocase++) {
        const char *path = name->quoted ? below(index, folder, name->name, nocase == 1) : NULL;
        if (path != NULL) {
            push_found(index, &found, path);
        }
        for (uint32_t i = 0; i < c->path.n && (found.n == 0 || name->next); i++) {
            const struct search_folder *searched = &c->path.at[i];
            bool asked = name->quoted || name->next || searched->kind != SEARCH_QUOTED;
            path = asked ? below(index, searched->path, name->name, nocase == 1) : NULL;
            if (path != NULL) {
                push_found(index, &found, path);
            }
        }
    }
    return found;
}

static struct found find(struct closure *c, const char *folder, const struct include_name *name)
{
    struct file_index *index = c->index;
    struct arena_mark mark = arena_mark(c->arena);
    const char *key = arena_printf(c->arena, "%u%c%s>%s", c->path_id,
                                   name->next     ? 'n'
                                   : name->quoted ? 'q'
                                                  : 'a',
                                   name->quoted ? folder : "", name->name);
    uint32_t at = 0;
    bool known = strmap_get(index->found_ids, key, &at);
    if (!known) {
        struct found found = look_up(c, folder, name);
        at = index->found.n;
        VEC_PUSH(index->arena, &index->found, found);
        strmap_put(index->found_ids, key, at);
    }
    arena_rewind(c->arena, mark);
    return index->found.at[at];
}

/* ---- closures ---- */

/* Copies the folders in the order of search; a folder of the project's that is the system's, too,
 * counts as that, as in clang. */
static void sort_path(struct closure *c, const struct search_path *path, const char *resources)
{
    for (int kind = SEARCH_QUOTED; kind <= SEARCH_AFTER; kind++) {
        if (kind == SEARCH_TARGET && resources != NULL) {
            struct search_folder own = {path_join(c->arena, resources, "include"), SEARCH_TARGET};
            VEC_PUSH(c->arena, &c->path, own);
        }
        for (uint32_t i = 0; i < path->n; i++) {
            bool again = false;
            for (uint32_t k = 0; k < path->n && kind == SEARCH_ANGLED; k++) {
                again = again || (path->at[k].kind == SEARCH_SYSTEM &&
                                  strcmp(path->at[k].path, path->at[i].path) == 0);
            }
            if ((int)path->at[i].kind == kind && !again) {
                VEC_PUSH(c->arena, &c->path, path->at[i]);
            }
        }
    }
}

struct closure *closure_start(struct arena *arena, struct file_index *index,
                              const struct search_path *path, const char *resources)
{
    struct closure *c = ARENA_NEW(arena, struct closure);
    c->arena = arena;
    c->index = index;
    sort_path(c, path, resources);
    struct strbuf key;
    strbuf_init(&key, arena);
    for (uint32_t i = 0; i < c->path.n; i++) {
        strbuf_printf(&key, "%d%s\n", (int)c->path.at[i].kind, c->path.at[i].path);
    }
    c->path_id = strmap_intern(index->path_ids, key.text, strmap_count(index->path_ids));
    return c;
}

static void add_id(struct closure *c, uint32_t id)
{
    while (c->has.n <= id) {
        VEC_PUSH(c->arena, &c->has, false);
    }
    if (!c->has.at[id]) {
        c->has.at[id] = true;
        c->bytes += c->index->files.at[id].size;
        VEC_PUSH(c->arena, &c->files, id);
    }
}

void closure_name_by_path(struct closure *c)
{
    c->by_path = true;
}

static const char *name_in_hash(const struct closure *c, const struct indexed_file *file)
{
    return c->by_path ? file->path : file->name;
}

static bool add_name(struct closure *c, const char *folder, const struct include_name *name,
                     struct hash *hash)
{
    struct found found = find(c, folder, name);
    hash_add_string(hash, name->name);
    for (uint32_t i = 0; i < found.n; i++) {
        uint32_t id = c->index->found_files.at[found.first + i];
        hash_add_string(hash, name_in_hash(c, &c->index->files.at[id]));
        add_id(c, id);
    }
    hash_add_string(hash, "");
    return found.n > 0;
}

/* Follows the files that were added last. */
static void follow(struct closure *c, struct hash *hash)
{
    while (c->n_done < c->files.n) {
        uint32_t id = c->files.at[c->n_done++];
        struct indexed_file file = c->index->files.at[id]; /* it may move */
        hash_add_string(hash, name_in_hash(c, &file));
        hash_add(hash, &file.hash, sizeof file.hash);
        for (uint32_t i = 0; i < file.names.names.n; i++) {
            (void)add_name(c, file.folder, &file.names.names.at[i], hash);
        }
    }
}

bool closure_add_file(struct closure *c, const char *path, struct hash *hash)
{
    uint32_t id = file_of(c->index, path);
    add_id(c, id);
    follow(c, hash);
    return c->index->files.at[id].readable;
}

bool closure_add_include(struct closure *c, const char *folder, const struct include_name *name,
                         struct hash *hash)
{
    bool found = add_name(c, folder, name, hash);
    follow(c, hash);
    return found;
}

void closure_add_forced(struct closure *c, const char *folder, const char *const *args,
                        uint32_t n_args, struct hash *hash)
{
    for (uint32_t i = 0; i + 1 < n_args; i++) {
        if (strcmp(args[i], "-include") == 0 || strcmp(args[i], "-imacros") == 0) {
            struct include_name name = {.name = args[i + 1], .quoted = true};
            (void)closure_add_include(c, folder, &name, hash);
        }
    }
}

uint32_t closure_count(const struct closure *c)
{
    return c->files.n;
}

uint32_t closure_file(const struct closure *c, uint32_t position)
{
    return c->files.at[position];
}

bool closure_has(const struct closure *c, const char *path, const char *hash)
{
    uint32_t id = 0;
    return strmap_get(c->index->file_ids, path, &id) && id < c->has.n && c->has.at[id] &&
           strcmp(c->index->files.at[id].hash.hex, hash) == 0;
}

uint64_t closure_bytes(const struct closure *c)
{
    return c->bytes;
}
