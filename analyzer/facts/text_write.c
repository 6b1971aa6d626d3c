/*
 * text_write.c - a unit as text.  Takes a unit whose ids are all in range (the front end and the
 * reader make no others) and appends its text; does not know how a unit comes to be.
 *
 * What equals its default is left out, so that lines are short and say something; the defaults are
 * the reader's (text.h).  A tree is walked with a stack of our own, as a sum of 100,000 terms is a
 * tree that deep; its indentation stops growing at MAX_INDENT, as it would be quadratic.
 */
#include "facts/text.h"

#include <assert.h>
#include "base/hash.h"
#include "facts/text_put.h"
#include "facts/text_words.h"

enum {
    MAX_INDENT = 64, /* blanks */
    DEFAULT_PRIORITY = 65535,
};

/* A node whose parenthesis is open. */
struct open_node {
    node_id node;
    uint32_t level; /* of its line */
};

/* A writer's state. */
struct writer {
    struct strbuf *out;
    const struct unit *unit;
    struct arena *scratch; /* the stack's memory */
    VEC(struct open_node) stack;
};

static void put_word(struct strbuf *out, const struct word_table *table, uint32_t i)
{
    assert(i < table->n);
    strbuf_addc(out, ' ');
    strbuf_add(out, table->at[i].text, table->at[i].len);
}

static void put_key(struct strbuf *out, enum text_key key)
{
    put_word(out, &text_keys, (uint32_t)key);
}

static void put_flags(struct strbuf *out, const struct word_table *table, uint32_t flags)
{
    for (uint32_t bit = 0; flags >> bit; bit++) {
        if (flags >> bit & 1) {
            put_word(out, table, bit);
        }
    }
}

/* Appends key and text unless the text is NULL or, if `skip_empty`, empty. */
static void put_key_string(struct strbuf *out, enum text_key key, const char *text, bool skip_empty)
{
    if (text && (*text || !skip_empty)) {
        put_key(out, key);
        text_put_string(out, text);
    }
}

static void put_symbol_id(struct writer *writer, sym_id sym)
{
    assert(sym.i < writer->unit->symbols.n);
    strbuf_add(writer->out, " $", 2);
    text_put_u64(writer->out, sym.i);
    if (sym.i) {
        text_put_label(writer->out, writer->unit->symbols.at[sym.i].name);
    }
}

static void put_where_id(struct writer *writer, where_id where)
{
    if (where.i) {
        assert(where.i < writer->unit->wheres.n);
        strbuf_add(writer->out, " @", 2);
        text_put_u64(writer->out, where.i);
        strbuf_addc(writer->out, ';');
        text_put_u64(writer->out, writer->unit->wheres.at[where.i].line);
    }
}

static void open_item(struct strbuf *out, enum text_item item)
{
    strbuf_addc(out, '(');
    strbuf_add(out, text_items.at[item].text, text_items.at[item].len);
}

static void open_numbered_item(struct strbuf *out, enum text_item item, uint32_t number)
{
    open_item(out, item);
    strbuf_addc(out, ' ');
    text_put_u64(out, number);
}

static void close_item(struct strbuf *out)
{
    strbuf_add(out, ")\n", 2);
}

static void write_unit(struct strbuf *out, const struct unit *unit)
{
    open_item(out, ITEM_UNIT);
    text_put_string(out, unit->main_file);
    put_key_string(out, KEY_TARGET, unit->target, true);
    if (unit->cplusplus) {
        put_key(out, KEY_CPLUSPLUS);
    }
    if (unit->dll) {
        put_key(out, KEY_DLL);
    }
    put_word(out, &text_unit_statuses, (uint32_t)unit->status);
    put_key_string(out, KEY_FAILURE, unit->failure, false);
    close_item(out);
}

static void write_file(struct strbuf *out, const struct source_file *file, uint32_t index)
{
    open_numbered_item(out, ITEM_FILE, index);
    text_put_string(out, file->path);
    if (file->size) {
        put_key(out, KEY_SIZE);
        strbuf_addc(out, ' ');
        text_put_u64(out, file->size);
    }
    put_key_string(out, KEY_HASH, file->hash, true);
    if (file->system) {
        put_key(out, KEY_SYSTEM);
    }
    close_item(out);
}

static void put_place(struct strbuf *out, uint32_t file, uint32_t line, uint32_t column)
{
    strbuf_addc(out, ' ');
    text_put_u64(out, file);
    strbuf_addc(out, ':');
    text_put_u64(out, line);
    strbuf_addc(out, ':');
    text_put_u64(out, column);
}

static void write_where(struct strbuf *out, const struct where *where, uint32_t id)
{
    open_numbered_item(out, ITEM_WHERE, id);
    put_place(out, where->file, where->line, where->column);
    if (where->spelling_file != where->file || where->spelling_line != where->line ||
        where->spelling_column != where->column) {
        put_key(out, KEY_SPELLED);
        put_place(out, where->spelling_file, where->spelling_line, where->spelling_column);
    }
    put_key_string(out, KEY_MACRO, where->macro, false);
    close_item(out);
}

static void write_symbol(struct writer *writer, const struct symbol *symbol, uint32_t id)
{
    struct strbuf *out = writer->out;
    bool has_default_usr = symbol->kind == SYMBOL_FUNCTION || symbol->kind == SYMBOL_GLOBAL;

    open_numbered_item(out, ITEM_SYMBOL, id);
    put_word(out, &text_symbol_kinds, (uint32_t)symbol->kind);
    text_put_string(out, symbol->name);
    put_key_string(out, KEY_SPELLED, symbol->spelled, false);
    put_key_string(out, KEY_TYPE, symbol->type, true);
    put_key_string(out, KEY_CLASS, symbol->record, true);
    put_key_string(out, KEY_USR, symbol->usr ? symbol->usr : "", !has_default_usr);
    put_flags(out, &text_symbol_flags, symbol->flags);
    put_where_id(writer, symbol->where);
    close_item(out);
}

static void put_symbol_list(struct writer *writer, enum text_key key, const sym_id *at, uint32_t n)
{
    if (n) {
        put_key(writer->out, key);
    }
    for (uint32_t i = 0; i < n; i++) {
        put_symbol_id(writer, at[i]);
    }
}

static void write_record(struct writer *writer, const struct record *record)
{
    struct strbuf *out = writer->out;

    open_item(out, ITEM_RECORD);
    text_put_string(out, record->name);
    put_key_string(out, KEY_USR, record->usr, true);
    put_key_string(out, KEY_TYPE, record->type, true);
    if (record->system) {
        put_key(out, KEY_SYSTEM);
    }
    if (record->is_union) {
        put_key(out, KEY_UNION);
    }
    if (record->bases.n) {
        put_key(out, KEY_BASES);
    }
    for (uint32_t i = 0; i < record->bases.n; i++) {
        text_put_string(out, record->bases.at[i]);
    }
    put_symbol_list(writer, KEY_FIELDS, record->fields.at, record->fields.n);
    put_symbol_list(writer, KEY_METHODS, record->methods.at, record->methods.n);
    put_symbol_list(writer, KEY_HELD, record->held.at, record->held.n);
    close_item(out);
}

static void write_override(struct strbuf *out, const struct override *override)
{
    open_item(out, ITEM_OVERRIDE);
    text_put_string(out, override->method);
    text_put_string(out, override->overridden);
    close_item(out);
}

static void write_created(struct strbuf *out, const char *record)
{
    open_item(out, ITEM_CREATED);
    text_put_string(out, record);
    close_item(out);
}

/* Returns whether a child begins a line of its own: statements do, and elements of lists. */
static bool begins_line(enum node_kind parent, const struct node *child, bool first)
{
    switch (parent) {
    case NODE_STATEMENT_EXPR:
    case NODE_INIT_LIST:
    case NODE_BLOCK:
    case NODE_CASE:
    case NODE_DEFAULT:
    case NODE_LABEL:
        return true;
    default:
        return child->kind >= NODE_BLOCK || (parent >= NODE_BLOCK && !first);
    }
}

static void begin_line(struct strbuf *out, uint32_t level)
{
    static const char blanks[MAX_INDENT + 1] =
        "                                                                ";
    size_t n = (size_t)level * 2;

    strbuf_addc(out, '\n');
    strbuf_add(out, blanks, n < MAX_INDENT ? n : MAX_INDENT);
}

/* Appends a node up to its children. */
static void open_tree_node(struct writer *writer, const struct node *node)
{
    struct strbuf *out = writer->out;
    const struct word *kind = &text_node_kinds.at[node->kind];
    bool has_value = node->kind == NODE_INT || node->kind == NODE_CASE ||
                     node->kind == NODE_INIT_INDEX || node->value;

    assert(node->kind < NODE_KINDS);
    strbuf_addc(out, '(');
    strbuf_add(out, kind->text, kind->len);
    if (node->op) {
        put_word(out, &text_node_ops, node->op);
    }
    if (node->sym.i) {
        put_symbol_id(writer, node->sym);
    }
    if (has_value) {
        strbuf_addc(out, ' ');
        text_put_i64(out, node->value);
    }
    if (node->value2 != (node->kind == NODE_CASE ? node->value : 0)) {
        strbuf_add(out, " ..", 3);
        text_put_i64(out, node->value2);
    }
    if (node->text) {
        text_put_string(out, node->text);
    }
    put_flags(out, &text_node_flags, node->flags);
    put_where_id(writer, node->where);
}

/* Appends the parenthesis of a node without further children, and those of its ancestors of which
 * it is the last.  Returns the node that comes next, a sibling, or 0 when the tree is written. */
static node_id close_tree_nodes(struct writer *writer, node_id node)
{
    strbuf_addc(writer->out, ')');
    while (writer->stack.n && !writer->unit->nodes.at[node.i].next.i) {
        node = writer->stack.at[--writer->stack.n].node;
        strbuf_addc(writer->out, ')');
    }
    return writer->stack.n ? writer->unit->nodes.at[node.i].next : (node_id){0};
}

/* Appends a tree on lines of its own; nothing if there is none. */
static void write_tree(struct writer *writer, node_id root)
{
    const struct unit *unit = writer->unit;
    uint32_t n_written = 0;
    bool first = true;

    for (node_id id = root; id.i; n_written++) {
        const struct node *node = &unit->nodes.at[id.i];
        struct open_node parent = {{0}, 0};
        bool line = true;
        if (writer->stack.n) {
            parent = writer->stack.at[writer->stack.n - 1];
            line = begins_line(unit->nodes.at[parent.node.i].kind, node, first);
        }
        assert(id.i < unit->nodes.n && n_written < unit->nodes.n); /* else it is no tree */
        if (line) {
            begin_line(writer->out, ++parent.level);
        } else {
            strbuf_addc(writer->out, ' ');
        }
        open_tree_node(writer, node);
        first = node->first.i != 0;
        if (first) {
            VEC_PUSH(writer->scratch, &writer->stack, ((struct open_node){id, parent.level}));
            id = node->first;
        } else {
            id = close_tree_nodes(writer, id);
        }
    }
}

static void write_function(struct writer *writer, const struct function *function)
{
    struct strbuf *out = writer->out;

    assert(function->first_param <= writer->unit->params.n &&
           function->n_params <= writer->unit->params.n - function->first_param);
    open_item(out, ITEM_FUNCTION);
    put_symbol_id(writer, function->sym);
    put_flags(out, &text_function_flags, function->flags);
    if (function->priority != DEFAULT_PRIORITY) {
        put_key(out, KEY_PRIORITY);
        strbuf_addc(out, ' ');
        text_put_i64(out, function->priority);
    }
    if (function->n_params) {
        put_symbol_list(writer, KEY_PARAMS, writer->unit->params.at + function->first_param,
                        function->n_params);
    }
    put_where_id(writer, function->where);
    if (function->end_line) {
        put_key(out, KEY_END);
        strbuf_addc(out, ' ');
        text_put_u64(out, function->end_line);
    }
    write_tree(writer, function->body);
    close_item(out);
}

static void write_global(struct writer *writer, const struct global *global)
{
    struct strbuf *out = writer->out;

    open_item(out, ITEM_GLOBAL);
    put_symbol_id(writer, global->sym);
    put_flags(out, &text_global_flags, global->flags);
    if (global->destructor.i) {
        put_key(out, KEY_DESTRUCTOR);
        put_symbol_id(writer, global->destructor);
    }
    if (global->priority != 0) {
        put_key(out, KEY_PRIORITY);
        strbuf_addc(out, ' ');
        text_put_i64(out, global->priority);
    }
    put_key_string(out, KEY_SECTION, global->section, false);
    put_where_id(writer, global->where);
    write_tree(writer, global->init);
    close_item(out);
}

static void write_error(struct writer *writer, const struct parse_error *error)
{
    open_item(writer->out, ITEM_ERROR);
    text_put_string(writer->out, error->message);
    if (error->fatal) {
        put_key(writer->out, KEY_FATAL);
    }
    put_where_id(writer, error->where);
    close_item(writer->out);
}

/* What later items refer to. */
static void write_tables(struct writer *writer)
{
    const struct unit *unit = writer->unit;

    for (uint32_t i = 0; i < unit->files.n; i++) {
        write_file(writer->out, &unit->files.at[i], i);
    }
    for (uint32_t i = 1; i < unit->wheres.n; i++) {
        write_where(writer->out, &unit->wheres.at[i], i);
    }
    for (uint32_t i = 1; i < unit->symbols.n; i++) {
        write_symbol(writer, &unit->symbols.at[i], i);
    }
}

/* What refers to the tables. */
static void write_items(struct writer *writer)
{
    const struct unit *unit = writer->unit;

    for (uint32_t i = 0; i < unit->records.n; i++) {
        write_record(writer, &unit->records.at[i]);
    }
    for (uint32_t i = 0; i < unit->overrides.n; i++) {
        write_override(writer->out, &unit->overrides.at[i]);
    }
    for (uint32_t i = 0; i < unit->created.n; i++) {
        write_created(writer->out, unit->created.at[i]);
    }
    for (uint32_t i = 0; i < unit->functions.n; i++) {
        write_function(writer, &unit->functions.at[i]);
    }
    for (uint32_t i = 0; i < unit->globals.n; i++) {
        write_global(writer, &unit->globals.at[i]);
    }
    for (uint32_t i = 0; i < unit->errors.n; i++) {
        write_error(writer, &unit->errors.at[i]);
    }
}

void facts_write(struct strbuf *out, const struct unit *unit)
{
    struct writer writer = {.out = out, .unit = unit, .scratch = arena_create()};
    size_t start = out->len;
    struct hash_text hash;

    strbuf_adds(out, TEXT_HEADER);
    write_unit(out, unit);
    write_tables(&writer);
    write_items(&writer);
    hash = hash_bytes(out->text + start, out->len - start);
    strbuf_adds(out, TEXT_CHECKSUM);
    strbuf_adds(out, hash.hex);
    strbuf_addc(out, '\n');
    arena_destroy(writer.scratch);
}
