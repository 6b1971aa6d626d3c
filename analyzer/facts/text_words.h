/*
 * text_words.h - the words of the text form, shared by its writer and its reader so that they
 * cannot differ.  Private to facts/.
 */
#ifndef DLL_FACTS_TEXT_WORDS_H
#define DLL_FACTS_TEXT_WORDS_H

#include <stddef.h>
#include <stdint.h>

/* The first line of every text. */
#define TEXT_HEADER "dllmain-lint facts 1\n"

/* The last line is this, 32 hexadecimal digits, and a newline. */
#define TEXT_CHECKSUM "checksum "

/* One word and its length in bytes. */
struct word {
    const char *text;
    size_t len;
};

/* The words of one enumeration, by value; of flags: by number of the bit.  An element without text
 * has no word. */
struct word_table {
    const struct word *at;
    uint32_t n;
};

/* What stands in parentheses at the top level. */
enum text_item {
    ITEM_UNIT,
    ITEM_FILE,
    ITEM_WHERE,
    ITEM_SYMBOL,
    ITEM_RECORD,
    ITEM_OVERRIDE,
    ITEM_FUNCTION,
    ITEM_GLOBAL,
    ITEM_ERROR,
    ITEM_CREATED,
    ITEMS
};

/* Words in an item that say what the next token is, or that something is so. */
enum text_key {
    KEY_TARGET,
    KEY_CPLUSPLUS,
    KEY_DLL,
    KEY_FAILURE,
    KEY_SIZE,
    KEY_HASH,
    KEY_SYSTEM,
    KEY_UNION,
    KEY_SPELLED,
    KEY_MACRO,
    KEY_USR,
    KEY_TYPE,
    KEY_CLASS,
    KEY_BASES,
    KEY_FIELDS,
    KEY_METHODS,
    KEY_HELD,
    KEY_PRIORITY,
    KEY_PARAMS,
    KEY_END,
    KEY_DESTRUCTOR,
    KEY_SECTION,
    KEY_FATAL,
    KEYS
};

extern const struct word_table text_items;          /* enum text_item */
extern const struct word_table text_keys;           /* enum text_key */
extern const struct word_table text_unit_statuses;  /* enum unit_status */
extern const struct word_table text_symbol_kinds;   /* enum symbol_kind */
extern const struct word_table text_symbol_flags;   /* enum symbol_flag */
extern const struct word_table text_node_kinds;     /* enum node_kind */
extern const struct word_table text_node_ops;       /* enum node_op */
extern const struct word_table text_node_flags;     /* enum node_flag */
extern const struct word_table text_function_flags; /* enum function_flag */
extern const struct word_table text_global_flags;   /* enum global_flag */

/* Returns the position of the word in the table, or the table's length when it is not there. */
uint32_t word_find(const struct word_table *table, struct word word);

#endif
