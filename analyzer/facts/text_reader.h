/* text_reader.h - the state of text_read.c and what its parts share.  Private to facts/. */
#ifndef DLL_FACTS_TEXT_READER_H
#define DLL_FACTS_TEXT_READER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strmap.h"
#include "facts/facts.h"
#include "facts/text_scan.h"
#include "facts/text_words.h"

/* A node whose parenthesis is open. */
struct open_node {
    node_id node;
    node_id last; /* the child that was read last; 0 if none */
};

/* A unit that is being read. */
struct reader {
    struct scan scan;
    struct unit *unit;
    struct arena *arena;   /* of the unit */
    struct arena *scratch; /* of the stack and the names */
    struct strmap *names;  /* symbols by name, for "$name"; NULL until the first of those */
    VEC(struct open_node) stack;
};

/* Returns whether an item or a node goes on when `c` comes next. */
static inline bool reader_goes_on(char c)
{
    return c != ')' && c != '\0';
}

/* Takes a number described by `what` ("a line"). */
uint32_t reader_u32(struct reader *reader, const char *what);

/* Sets the flag that the word names.  Returns false if it names none. */
bool reader_flag(struct word word, const struct word_table *table, uint32_t *flags);

/* Makes a word an error where `what` was expected: a key, or a word of the table (may be NULL). */
void reader_unknown(struct reader *reader, struct word word, const char *what,
                    const struct word_table *table);

/* Returns whether digits and a colon come next: a place, no id. */
bool reader_at_place(const struct scan *scan);

/* Takes FILE:LINE[:COLUMN] as the place of the spelling. */
void reader_place(struct reader *reader, struct where *where);

/* Makes the place the same as that of the spelling. */
void reader_use_spelling(struct where *where);

/* Takes "@ID", or "@FILE:LINE[:COLUMN]", which makes a new one. */
where_id reader_where_id(struct reader *reader);

/* Takes "$ID", or "$NAME" of a symbol that was declared. */
sym_id reader_symbol_id(struct reader *reader);

/* Takes a node with its children.  Returns its id. */
node_id reader_tree(struct reader *reader);

#endif
