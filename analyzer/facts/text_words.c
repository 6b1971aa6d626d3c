/*
 * text_words.c - the tables of words.  Takes nothing; gives every enumeration of facts.h its words.
 * A new enumerator needs a line here, which the assertions below remind of.
 */
#include "facts/text_words.h"

#include <string.h>

#include "facts/facts.h"

#define WORD(s)                                                                                    \
    {                                                                                              \
        (s), sizeof(s) - 1                                                                         \
    }
#define TABLE(words)                                                                               \
    {                                                                                              \
        (words), sizeof(words) / sizeof *(words)                                                   \
    }
#define COUNT_IS(words, count)                                                                     \
    _Static_assert(sizeof(words) / sizeof *(words) == (size_t)(count), "a word is missing")

static const struct word items[] = {
    [ITEM_UNIT] = WORD("unit"),         [ITEM_FILE] = WORD("file"),
    [ITEM_WHERE] = WORD("where"),       [ITEM_SYMBOL] = WORD("symbol"),
    [ITEM_RECORD] = WORD("record"),     [ITEM_OVERRIDE] = WORD("override"),
    [ITEM_FUNCTION] = WORD("function"), [ITEM_GLOBAL] = WORD("global"),
    [ITEM_ERROR] = WORD("error"),       [ITEM_CREATED] = WORD("created"),
};
COUNT_IS(items, ITEMS);
const struct word_table text_items = TABLE(items);

static const struct word keys[] = {
    [KEY_TARGET] = WORD("target"),
    [KEY_CPLUSPLUS] = WORD("c++"),
    [KEY_DLL] = WORD("dll"),
    [KEY_FAILURE] = WORD("failure"),
    [KEY_SIZE] = WORD("size"),
    [KEY_HASH] = WORD("hash"),
    [KEY_SYSTEM] = WORD("system"),
    [KEY_UNION] = WORD("union"),
    [KEY_SPELLED] = WORD("spelled"),
    [KEY_MACRO] = WORD("macro"),
    [KEY_USR] = WORD("usr"),
    [KEY_TYPE] = WORD("type"),
    [KEY_CLASS] = WORD("class"),
    [KEY_BASES] = WORD("bases"),
    [KEY_FIELDS] = WORD("fields"),
    [KEY_METHODS] = WORD("methods"),
    [KEY_HELD] = WORD("held"),
    [KEY_PRIORITY] = WORD("priority"),
    [KEY_PARAMS] = WORD("params"),
    [KEY_END] = WORD("end"),
    [KEY_DESTRUCTOR] = WORD("destroyed-by"),
    [KEY_SECTION] = WORD("section"),
    [KEY_FATAL] = WORD("fatal"),
};
COUNT_IS(keys, KEYS);
const struct word_table text_keys = TABLE(keys);

static const struct word unit_statuses[] = {
    [UNIT_COMPLETE] = WORD("complete"),
    [UNIT_PARTIAL] = WORD("partial"),
    [UNIT_FAILED] = WORD("failed"),
};
COUNT_IS(unit_statuses, UNIT_FAILED + 1);
const struct word_table text_unit_statuses = TABLE(unit_statuses);

static const struct word symbol_kinds[] = {
    [SYMBOL_FUNCTION] = WORD("function"),
    [SYMBOL_METHOD] = WORD("method"),
    [SYMBOL_CONSTRUCTOR] = WORD("constructor"),
    [SYMBOL_DESTRUCTOR] = WORD("destructor"),
    [SYMBOL_GLOBAL] = WORD("global"),
    [SYMBOL_LOCAL] = WORD("local"),
    [SYMBOL_PARAM] = WORD("param"),
    [SYMBOL_FIELD] = WORD("field"),
    [SYMBOL_LABEL] = WORD("label"),
};
COUNT_IS(symbol_kinds, SYMBOL_LABEL + 1);
const struct word_table text_symbol_kinds = TABLE(symbol_kinds);

/* By bit. */
static const struct word symbol_flags[] = {
    WORD("internal"),     WORD("dllimport"), WORD("dllexport"),    WORD("noreturn"),
    WORD("virtual"),      WORD("system"),    WORD("undeclared"),   WORD("variadic"),
    WORD("const"),        WORD("thread"),    WORD("local-static"), WORD("member"),
    WORD("record-value"), WORD("pointer"),   WORD("namespaced"),
};
_Static_assert(SYMBOL_NAMESPACED == 1 << (sizeof symbol_flags / sizeof *symbol_flags - 1),
               "a word is missing");
const struct word_table text_symbol_flags = TABLE(symbol_flags);

static const struct word node_kinds[] = {
    [NODE_OPAQUE] = WORD("opaque"),
    [NODE_NONE] = WORD("none"),
    [NODE_INT] = WORD("int"),
    [NODE_STRING] = WORD("string"),
    [NODE_REF] = WORD("ref"),
    [NODE_FIELD] = WORD("field"),
    [NODE_INDEX] = WORD("index"),
    [NODE_ADDRESS] = WORD("address"),
    [NODE_DEREF] = WORD("deref"),
    [NODE_UNARY] = WORD("unary"),
    [NODE_STEP] = WORD("step"),
    [NODE_BINARY] = WORD("binary"),
    [NODE_AND] = WORD("and"),
    [NODE_OR] = WORD("or"),
    [NODE_COND] = WORD("cond"),
    [NODE_COMMA] = WORD("comma"),
    [NODE_MEMBER] = WORD("member"),
    [NODE_ASSIGN] = WORD("assign"),
    [NODE_CALL] = WORD("call"),
    [NODE_CONSTRUCT] = WORD("construct"),
    [NODE_DESTROY] = WORD("destroy"),
    [NODE_NEW] = WORD("new"),
    [NODE_DELETE] = WORD("delete"),
    [NODE_INIT_LIST] = WORD("init-list"),
    [NODE_INIT_FIELD] = WORD("init-field"),
    [NODE_INIT_INDEX] = WORD("init-index"),
    [NODE_LAMBDA] = WORD("lambda"),
    [NODE_STATEMENT_EXPR] = WORD("statement-expr"),
    [NODE_SKIPPED] = WORD("skipped"),
    [NODE_BLOCK] = WORD("block"),
    [NODE_DECLARE] = WORD("declare"),
    [NODE_IF] = WORD("if"),
    [NODE_SWITCH] = WORD("switch"),
    [NODE_CASE] = WORD("case"),
    [NODE_DEFAULT] = WORD("default"),
    [NODE_WHILE] = WORD("while"),
    [NODE_DO] = WORD("do"),
    [NODE_FOR] = WORD("for"),
    [NODE_RANGE_FOR] = WORD("range-for"),
    [NODE_GOTO] = WORD("goto"),
    [NODE_LABEL] = WORD("label"),
    [NODE_RETURN] = WORD("return"),
    [NODE_BREAK] = WORD("break"),
    [NODE_CONTINUE] = WORD("continue"),
    [NODE_TRY] = WORD("try"),
    [NODE_CATCH] = WORD("catch"),
    [NODE_THROW] = WORD("throw"),
    [NODE_SEH_TRY] = WORD("seh-try"),
    [NODE_SEH_EXCEPT] = WORD("seh-except"),
    [NODE_SEH_FINALLY] = WORD("seh-finally"),
    [NODE_SEH_LEAVE] = WORD("seh-leave"),
};
COUNT_IS(node_kinds, NODE_KINDS);
const struct word_table text_node_kinds = TABLE(node_kinds);

/* NODE_OP_NONE has no word. */
static const struct word node_ops[] = {
    [NODE_OP_ADD] = WORD("+"),     [NODE_OP_SUB] = WORD("-"),     [NODE_OP_MUL] = WORD("*"),
    [NODE_OP_DIV] = WORD("/"),     [NODE_OP_REM] = WORD("%"),     [NODE_OP_SHL] = WORD("<<"),
    [NODE_OP_SHR] = WORD(">>"),    [NODE_OP_BIT_AND] = WORD("&"), [NODE_OP_BIT_OR] = WORD("|"),
    [NODE_OP_BIT_XOR] = WORD("^"), [NODE_OP_EQ] = WORD("=="),     [NODE_OP_NE] = WORD("!="),
    [NODE_OP_LT] = WORD("<"),      [NODE_OP_LE] = WORD("<="),     [NODE_OP_GT] = WORD(">"),
    [NODE_OP_GE] = WORD(">="),     [NODE_OP_NOT] = WORD("!"),     [NODE_OP_MINUS] = WORD("neg"),
    [NODE_OP_FLIP] = WORD("~"),    [NODE_OP_PLUS] = WORD("pos"),
};
COUNT_IS(node_ops, NODE_OPS);
const struct word_table text_node_ops = TABLE(node_ops);

/* By bit. */
static const struct word node_flags[] = {
    WORD("arrow"), WORD("postfix"), WORD("dynamic"), WORD("broken"), WORD("null"), WORD("implicit"),
    WORD("whole"),
};
_Static_assert(NODE_WHOLE == 1 << (sizeof node_flags / sizeof *node_flags - 1),
               "a word is missing");
const struct word_table text_node_flags = TABLE(node_flags);

/* By bit. */
static const struct word function_flags[] = {
    WORD("constructor"), WORD("destructor"), WORD("partial"),
    WORD("implicit"),    WORD("inline"),     WORD("weak"),
    WORD("noexcept"),
};
_Static_assert(FUNCTION_NOEXCEPT == 1 << (sizeof function_flags / sizeof *function_flags - 1),
               "a word is missing");
const struct word_table text_function_flags = TABLE(function_flags);

/* By bit. */
static const struct word global_flags[] = {
    WORD("dynamic"), WORD("destroyed"), WORD("declaration"), WORD("on-use"), WORD("by-hand"),
};
_Static_assert(GLOBAL_BY_HAND == 1 << (sizeof global_flags / sizeof *global_flags - 1),
               "a word is missing");
const struct word_table text_global_flags = TABLE(global_flags);

uint32_t word_find(const struct word_table *table, struct word word)
{
    uint32_t i = 0;

    if (word.len == 0) {
        return table->n;
    }
    while (i < table->n &&
           (table->at[i].len != word.len || memcmp(table->at[i].text, word.text, word.len) != 0)) {
        i++;
    }
    return i;
}
