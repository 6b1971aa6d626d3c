/*
 * text_read_ids.c - references to places and symbols, and flags.  Takes hostile text; gives ids
 * that are in range.  Does not know which item they stand in.
 */
#include "facts/text_reader.h"

uint32_t reader_u32(struct reader *reader, const char *what)
{
    return (uint32_t)scan_number(&reader->scan, UINT32_MAX, what);
}

/* Sets the flag that the word names.  Returns false if it names none. */
bool reader_flag(struct word word, const struct word_table *table, uint32_t *flags)
{
    uint32_t bit = word_find(table, word);

    if (bit == table->n) {
        return false;
    }
    *flags |= UINT32_C(1) << bit;
    return true;
}

void reader_unknown(struct reader *reader, struct word word, const char *what,
                    const struct word_table *table)
{
    const struct word_table *tables[] = {table, &text_keys};

    scan_unknown(&reader->scan, word, what, tables, table ? 2 : 0);
}

/* Takes the number of a file that was declared. */
static uint32_t read_file_index(struct reader *reader)
{
    uint32_t n = reader->unit->files.n;

    if (n == 0) {
        scan_expected(&reader->scan, reader->scan.at, "a (file ...) before the first place");
        return 0;
    }
    return (uint32_t)scan_number(&reader->scan, n - 1, "a file's number");
}

/* Takes FILE:LINE[:COLUMN] as the place of the spelling. */
void reader_place(struct reader *reader, struct where *where)
{
    struct scan *scan = &reader->scan;

    scan_peek(scan);
    where->spelling_file = read_file_index(reader);
    scan_take(scan, ':');
    where->spelling_line = reader_u32(reader, "a line");
    where->spelling_column = 0;
    if (scan->at < scan->end && *scan->at == ':') {
        scan_take(scan, ':');
        where->spelling_column = reader_u32(reader, "a column");
    }
}

void reader_use_spelling(struct where *where)
{
    where->file = where->spelling_file;
    where->line = where->spelling_line;
    where->column = where->spelling_column;
}

/* Returns whether digits and a colon come next: a place, no id. */
bool reader_at_place(const struct scan *scan)
{
    const char *at = scan->at;

    while (at < scan->end && *at >= '0' && *at <= '9') {
        at++;
    }
    return at < scan->end && *at == ':';
}

/* Takes "@ID", or "@FILE:LINE[:COLUMN]", which makes a new one. */
where_id reader_where_id(struct reader *reader)
{
    struct unit *unit = reader->unit;
    struct where where = {0};

    scan_take(&reader->scan, '@');
    if (!reader_at_place(&reader->scan)) {
        return (where_id){(uint32_t)scan_number(&reader->scan, unit->wheres.n - 1, "a place's id")};
    }
    reader_place(reader, &where);
    reader_use_spelling(&where);
    VEC_PUSH(reader->arena, &unit->wheres, where);
    return (where_id){unit->wheres.n - 1};
}

/* Takes a name, in quotes or not.  Returns the last symbol that has it. */
static sym_id read_symbol_name(struct reader *reader)
{
    struct unit *unit = reader->unit;
    struct scan *scan = &reader->scan;
    const char *start = scan->at;
    sym_id id = {0};
    const char *name;

    if (!reader->names) {
        reader->names = strmap_create(reader->scratch);
        for (uint32_t i = 1; i < unit->symbols.n; i++) {
            strmap_put(reader->names, unit->symbols.at[i].name, i);
        }
    }
    if (start < scan->end && *start == '"') {
        name = scan_string(scan);
    } else {
        struct word word = scan_word(scan);
        name = arena_strndup(reader->scratch, word.text, word.len);
    }
    if (!strmap_get(reader->names, name, &id.i)) {
        scan_expected(scan, start, "the name of a symbol declared above");
    }
    return id;
}

/* Takes "$ID", or "$NAME" of a symbol that was declared. */
sym_id reader_symbol_id(struct reader *reader)
{
    struct scan *scan = &reader->scan;
    uint32_t last = reader->unit->symbols.n - 1;

    scan_take(scan, '$');
    if (scan->at < scan->end && *scan->at >= '0' && *scan->at <= '9') {
        return (sym_id){(uint32_t)scan_number(scan, last, "a symbol's id")};
    }
    return read_symbol_name(reader);
}
