/*
 * text_read.c - text as a unit.  Takes hostile text; gives a unit whose ids are all in range and
 * whose trees are trees, or one message.  Does not know who wrote it.
 *
 * One pass: an item may refer only to what stands before it, so that each id is checked where it
 * is read, and nothing is allocated that the text does not spell out.  Each item takes its words in
 * any order.
 */
#include "facts/text.h"

#include <string.h>

#include "base/hash.h"
#include "facts/text_reader.h"

enum {
    DEFAULT_PRIORITY = 65535,
    HEX_LEN = 32, /* digits of a checksum */
};

/* Takes the number of an item, if it has one: it is its position. */
static void read_position(struct reader *reader, uint32_t position)
{
    char c = scan_peek(&reader->scan);
    const char *start = reader->scan.at;

    if (c >= '0' && c <= '9' && reader_u32(reader, "a number") != position) {
        scan_expected(&reader->scan, start, "%u, the number of this item", (unsigned)position);
    }
}

/* Takes the string that an item has without a key. */
static void read_name(struct reader *reader, const char **name)
{
    if (**name) {
        scan_expected(&reader->scan, reader->scan.at, "only one string without a key");
        return;
    }
    *name = scan_string(&reader->scan);
}

static void read_unit_word(struct reader *reader)
{
    struct unit *unit = reader->unit;
    struct word word = scan_word(&reader->scan);
    uint32_t status = word_find(&text_unit_statuses, word);

    if (status < text_unit_statuses.n) {
        unit->status = (enum unit_status)status;
        return;
    }
    switch (word_find(&text_keys, word)) {
    case KEY_TARGET:
        unit->target = scan_string(&reader->scan);
        break;
    case KEY_CPLUSPLUS:
        unit->cplusplus = true;
        break;
    case KEY_DLL:
        unit->dll = true;
        break;
    case KEY_FAILURE:
        unit->failure = scan_string(&reader->scan);
        break;
    default:
        reader_unknown(reader, word, "a unit's status, target, failure, dll or c++",
                       &text_unit_statuses);
    }
}

static void read_unit(struct reader *reader)
{
    for (char c; reader_goes_on(c = scan_peek(&reader->scan));) {
        if (c == '"') {
            read_name(reader, &reader->unit->main_file);
        } else {
            read_unit_word(reader);
        }
    }
}

static void read_file_word(struct reader *reader, struct source_file *file)
{
    struct word word = scan_word(&reader->scan);

    switch (word_find(&text_keys, word)) {
    case KEY_SIZE:
        file->size = scan_number(&reader->scan, UINT64_MAX, "a size");
        break;
    case KEY_HASH:
        file->hash = scan_string(&reader->scan);
        break;
    case KEY_SYSTEM:
        file->system = true;
        break;
    default:
        reader_unknown(reader, word, "a file's path, size, hash or system", NULL);
    }
}

static void read_file(struct reader *reader)
{
    struct source_file file = {.path = "", .hash = ""};

    read_position(reader, reader->unit->files.n);
    for (char c; reader_goes_on(c = scan_peek(&reader->scan));) {
        if (c == '"') {
            read_name(reader, &file.path);
        } else {
            read_file_word(reader, &file);
        }
    }
    VEC_PUSH(reader->arena, &reader->unit->files, file);
}

static void read_where(struct reader *reader)
{
    struct where where = {0};

    scan_peek(&reader->scan);
    if (!reader_at_place(&reader->scan)) {
        read_position(reader, reader->unit->wheres.n);
    }
    reader_place(reader, &where);
    reader_use_spelling(&where);
    while (reader_goes_on(scan_peek(&reader->scan))) {
        struct word word = scan_word(&reader->scan);
        switch (word_find(&text_keys, word)) {
        case KEY_SPELLED:
            reader_place(reader, &where);
            break;
        case KEY_MACRO:
            where.macro = scan_string(&reader->scan);
            break;
        default:
            reader_unknown(reader, word, "a place's spelled or macro", NULL);
        }
    }
    VEC_PUSH(reader->arena, &reader->unit->wheres, where);
}

static void read_symbol_word(struct reader *reader, struct symbol *symbol)
{
    struct word word = scan_word(&reader->scan);
    uint32_t kind = word_find(&text_symbol_kinds, word);

    if (kind < text_symbol_kinds.n) {
        symbol->kind = (enum symbol_kind)kind;
        return;
    }
    if (reader_flag(word, &text_symbol_flags, &symbol->flags)) {
        return;
    }
    switch (word_find(&text_keys, word)) {
    case KEY_SPELLED:
        symbol->spelled = scan_string(&reader->scan);
        break;
    case KEY_TYPE:
        symbol->type = scan_string(&reader->scan);
        break;
    case KEY_CLASS:
        symbol->record = scan_string(&reader->scan);
        break;
    case KEY_USR:
        symbol->usr = scan_string(&reader->scan);
        break;
    default:
        reader_unknown(reader, word, "a symbol's kind, flag or field", &text_symbol_flags);
    }
}

/* Returns the USR of a symbol that was written without one: what clang would say of it in C. */
static const char *default_usr(struct arena *arena, const struct symbol *symbol)
{
    if (symbol->flags & SYMBOL_UNDECLARED) {
        return "";
    }
    switch (symbol->kind) {
    case SYMBOL_FUNCTION:
        return arena_printf(arena, "c:@F@%s", symbol->name);
    case SYMBOL_GLOBAL:
        return arena_printf(arena, "c:@%s", symbol->name);
    default:
        return "";
    }
}

static void read_symbol(struct reader *reader)
{
    struct unit *unit = reader->unit;
    struct symbol symbol = {.name = "", .type = ""};

    read_position(reader, unit->symbols.n);
    for (char c; reader_goes_on(c = scan_peek(&reader->scan));) {
        if (c == '"') {
            read_name(reader, &symbol.name);
        } else if (c == '@') {
            symbol.where = reader_where_id(reader);
        } else {
            read_symbol_word(reader, &symbol);
        }
    }
    if (!symbol.usr) {
        symbol.usr = default_usr(reader->arena, &symbol);
    }
    if (reader->names) {
        strmap_put(reader->names, symbol.name, unit->symbols.n);
    }
    VEC_PUSH(reader->arena, &unit->symbols, symbol);
}

static void read_record_word(struct reader *reader, struct record *record)
{
    struct scan *scan = &reader->scan;
    struct word word = scan_word(scan);

    switch (word_find(&text_keys, word)) {
    case KEY_USR:
        record->usr = scan_string(scan);
        break;
    case KEY_TYPE:
        record->type = scan_string(scan);
        break;
    case KEY_SYSTEM:
        record->system = true;
        break;
    case KEY_UNION:
        record->is_union = true;
        break;
    case KEY_BASES:
        while (scan_peek(scan) == '"') {
            VEC_PUSH(reader->arena, &record->bases, scan_string(scan));
        }
        break;
    case KEY_FIELDS:
        while (scan_peek(scan) == '$') {
            VEC_PUSH(reader->arena, &record->fields, reader_symbol_id(reader));
        }
        break;
    case KEY_METHODS:
        while (scan_peek(scan) == '$') {
            VEC_PUSH(reader->arena, &record->methods, reader_symbol_id(reader));
        }
        break;
    case KEY_HELD:
        while (scan_peek(scan) == '$') {
            VEC_PUSH(reader->arena, &record->held, reader_symbol_id(reader));
        }
        break;
    default:
        reader_unknown(reader, word,
                       "a record's usr, type, bases, fields, methods, held, system or union", NULL);
    }
}

static void read_record(struct reader *reader)
{
    struct record record = {.usr = "", .name = "", .type = ""};

    for (char c; reader_goes_on(c = scan_peek(&reader->scan));) {
        if (c == '"') {
            read_name(reader, &record.name);
        } else {
            read_record_word(reader, &record);
        }
    }
    VEC_PUSH(reader->arena, &reader->unit->records, record);
}

static void read_override(struct reader *reader)
{
    struct override override = {0};

    override.method = scan_string(&reader->scan);
    override.overridden = scan_string(&reader->scan);
    VEC_PUSH(reader->arena, &reader->unit->overrides, override);
}

static void read_created(struct reader *reader)
{
    const char *record = scan_string(&reader->scan);

    VEC_PUSH(reader->arena, &reader->unit->created, record);
}

/* Takes the tree of a function or global, which has but one. */
static void read_only_tree(struct reader *reader, node_id *tree)
{
    if (tree->i) {
        scan_expected(&reader->scan, reader->scan.at, "only one tree here");
        return;
    }
    *tree = reader_tree(reader);
}

static void read_priority(struct reader *reader, int32_t *found)
{
    const char *start;
    int64_t priority;

    scan_peek(&reader->scan);
    start = reader->scan.at;
    priority = scan_integer(&reader->scan);
    if (priority < INT32_MIN || priority > INT32_MAX) {
        scan_expected(&reader->scan, start, "a priority of 32 bits");
        return;
    }
    *found = (int32_t)priority;
}

static void read_function_word(struct reader *reader, struct function *function)
{
    struct word word = scan_word(&reader->scan);

    if (reader_flag(word, &text_function_flags, &function->flags)) {
        return;
    }
    switch (word_find(&text_keys, word)) {
    case KEY_PRIORITY:
        read_priority(reader, &function->priority);
        break;
    case KEY_PARAMS:
        while (scan_peek(&reader->scan) == '$') {
            VEC_PUSH(reader->arena, &reader->unit->params, reader_symbol_id(reader));
            function->n_params++;
        }
        break;
    case KEY_END:
        function->end_line = reader_u32(reader, "a line");
        break;
    default:
        reader_unknown(reader, word, "a function's flag, priority, params or end",
                       &text_function_flags);
    }
}

static void read_function(struct reader *reader)
{
    struct function function = {.priority = DEFAULT_PRIORITY};

    function.first_param = reader->unit->params.n;
    for (char c; reader_goes_on(c = scan_peek(&reader->scan));) {
        if (c == '$') {
            function.sym = reader_symbol_id(reader);
        } else if (c == '@') {
            function.where = reader_where_id(reader);
        } else if (c == '(') {
            read_only_tree(reader, &function.body);
        } else {
            read_function_word(reader, &function);
        }
    }
    VEC_PUSH(reader->arena, &reader->unit->functions, function);
}

static void read_global_word(struct reader *reader, struct global *global)
{
    struct word word = scan_word(&reader->scan);

    if (reader_flag(word, &text_global_flags, &global->flags)) {
        return;
    }
    switch (word_find(&text_keys, word)) {
    case KEY_DESTRUCTOR:
        scan_peek(&reader->scan);
        global->destructor = reader_symbol_id(reader);
        break;
    case KEY_PRIORITY:
        read_priority(reader, &global->priority);
        break;
    case KEY_SECTION:
        global->section = scan_string(&reader->scan);
        break;
    default:
        reader_unknown(reader, word, "a global's flag, section, priority or destroyed-by",
                       &text_global_flags);
    }
}

static void read_global(struct reader *reader)
{
    struct global global = {0};

    for (char c; reader_goes_on(c = scan_peek(&reader->scan));) {
        if (c == '$') {
            global.sym = reader_symbol_id(reader);
        } else if (c == '@') {
            global.where = reader_where_id(reader);
        } else if (c == '(') {
            read_only_tree(reader, &global.init);
        } else {
            read_global_word(reader, &global);
        }
    }
    VEC_PUSH(reader->arena, &reader->unit->globals, global);
}

static void read_error(struct reader *reader)
{
    struct parse_error error = {.message = ""};

    for (char c; reader_goes_on(c = scan_peek(&reader->scan));) {
        struct word word;
        if (c == '"') {
            read_name(reader, &error.message);
        } else if (c == '@') {
            error.where = reader_where_id(reader);
        } else if (word = scan_word(&reader->scan), word_find(&text_keys, word) == KEY_FATAL) {
            error.fatal = true;
        } else {
            reader_unknown(reader, word, "an error's message, place or fatal", NULL);
        }
    }
    VEC_PUSH(reader->arena, &reader->unit->errors, error);
}

static void read_item(struct reader *reader)
{
    static void (*const readers[ITEMS])(struct reader *) = {
        [ITEM_UNIT] = read_unit,         [ITEM_FILE] = read_file,
        [ITEM_WHERE] = read_where,       [ITEM_SYMBOL] = read_symbol,
        [ITEM_RECORD] = read_record,     [ITEM_OVERRIDE] = read_override,
        [ITEM_FUNCTION] = read_function, [ITEM_GLOBAL] = read_global,
        [ITEM_ERROR] = read_error,       [ITEM_CREATED] = read_created,
    };
    static const struct word_table *const tables[] = {&text_items};
    struct scan *scan = &reader->scan;
    struct word word;
    uint32_t item;

    scan_take(scan, '(');
    scan_peek(scan);
    word = scan_word(scan);
    item = word_find(&text_items, word);
    if (item == ITEMS) {
        scan_unknown(scan, word, "an item", tables, 1);
        return;
    }
    readers[item](reader);
    scan_take(scan, ')');
}

/* Returns the length of the text in front of the line with the checksum, or `len` without one. */
static size_t sealed_len(const char *text, size_t len)
{
    size_t line = sizeof TEXT_CHECKSUM - 1 + HEX_LEN + 1;
    size_t body = len > line ? len - line : 0;
    bool sealed = body && text[body - 1] == '\n' && text[len - 1] == '\n' &&
                  memcmp(text + body, TEXT_CHECKSUM, sizeof TEXT_CHECKSUM - 1) == 0;

    return sealed ? body : len;
}

/* Checks what can be checked without reading items, and skips the header. */
static void read_frame(struct reader *reader, size_t len)
{
    struct scan *scan = &reader->scan;
    const char *text = scan->text;
    const size_t header = sizeof TEXT_HEADER - 1;
    const char *nul = memchr(text, '\0', len);

    if (len < header || memcmp(text, TEXT_HEADER, header) != 0) {
        scan_expected(scan, text, "'dllmain-lint facts 1' and a newline");
        return;
    }
    if (len >= UINT32_MAX) {
        scan_expected(scan, text, "less than 4 GiB");
        return;
    }
    if (nul) {
        scan_expected(scan, nul, "text");
        return;
    }
    scan->at += header;
    scan->end = text + sealed_len(text, len);
    if (scan->end < text + len) {
        struct hash_text hash = hash_bytes(text, (size_t)(scan->end - text));
        if (memcmp(hash.hex, scan->end + sizeof TEXT_CHECKSUM - 1, HEX_LEN) != 0) {
            const char *found = scan->end;
            scan->end = text + len;
            scan_expected(scan, found + sizeof TEXT_CHECKSUM - 1, "the checksum %s", hash.hex);
        }
    }
}

size_t facts_unsealed_length(const char *text, size_t len)
{
    return sealed_len(text, len);
}

bool facts_is_sealed(const char *text, size_t len)
{
    return sealed_len(text, len) < len;
}

struct unit *facts_read(struct arena *arena, const char *text, size_t len, const char **error)
{
    struct reader reader = {.unit = unit_create(arena), .arena = arena};

    reader.scratch = arena_create();
    scan_init(&reader.scan, arena, text, len);
    read_frame(&reader, len);
    while (scan_peek(&reader.scan) != '\0') {
        read_item(&reader);
    }
    arena_destroy(reader.scratch);
    *error = reader.scan.error;
    return reader.scan.error ? NULL : reader.unit;
}
