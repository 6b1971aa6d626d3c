/*
 * text_read_tree.c - trees of nodes.  Takes hostile text; gives trees, however deep: the stack is
 * our own.  Nodes are numbered in the order of the text, so that a parent comes before its children
 * and a cycle cannot be written.
 */
#include "facts/text_reader.h"

/* What of a node was read already. */
enum attribute {
    HAS_OP = 1 << 0,
    HAS_SYM = 1 << 1,
    HAS_VALUE = 1 << 2,
    HAS_VALUE2 = 1 << 3,
    HAS_TEXT = 1 << 4,
    HAS_WHERE = 1 << 5,
};

static enum attribute read_node_word(struct reader *reader, struct node *node)
{
    static const struct word_table *const tables[] = {&text_node_ops, &text_node_flags};
    struct word word = scan_word(&reader->scan);
    uint32_t op = word_find(&text_node_ops, word);
    uint32_t flags = node->flags;

    if (op < text_node_ops.n) {
        node->op = (uint8_t)op;
        return HAS_OP;
    }
    if (!reader_flag(word, &text_node_flags, &flags)) {
        scan_unknown(&reader->scan, word, "a node's operator, flag or child", tables, 2);
    }
    node->flags = (uint16_t)flags;
    return 0;
}

/* Returns whether a number with a sign or without one comes next. */
static bool at_integer(const struct scan *scan)
{
    const char *at = scan->at;

    if (at < scan->end && *at == '-') {
        at++;
    }
    return at < scan->end && *at >= '0' && *at <= '9';
}

/* Takes one attribute that begins with `c`.  Returns which, 0 for a flag. */
static enum attribute read_attribute(struct reader *reader, struct node *node, char c)
{
    struct scan *scan = &reader->scan;

    switch (c) {
    case '$':
        node->sym = reader_symbol_id(reader);
        return HAS_SYM;
    case '@':
        node->where = reader_where_id(reader);
        return HAS_WHERE;
    case '"':
        node->text = scan_string(scan);
        return HAS_TEXT;
    case '.':
        scan_take(scan, '.');
        scan_take(scan, '.');
        node->value2 = scan_integer(scan);
        return HAS_VALUE2;
    default:
        if (at_integer(scan)) {
            node->value = scan_integer(scan);
            return HAS_VALUE;
        }
        return read_node_word(reader, node);
    }
}

/* Takes a node up to its children.  Returns its id. */
static node_id read_node(struct reader *reader)
{
    static const struct word_table *const tables[] = {&text_node_kinds};
    struct scan *scan = &reader->scan;
    struct node node = {0};
    struct word word;
    uint32_t kind;
    unsigned seen = 0;

    scan_take(scan, '(');
    scan_peek(scan);
    word = scan_word(scan);
    kind = word_find(&text_node_kinds, word);
    if (kind == text_node_kinds.n) {
        scan_unknown(scan, word, "a node's kind", tables, 1);
        kind = NODE_OPAQUE;
    }
    node.kind = (uint8_t)kind;
    for (char c; reader_goes_on(c = scan_peek(scan)) && c != '(';) {
        const char *start = scan->at;
        enum attribute attribute = read_attribute(reader, &node, c);
        if (seen & attribute) {
            scan_expected(scan, start, "each attribute once");
        }
        seen |= attribute;
    }
    if (kind == NODE_CASE && !(seen & HAS_VALUE2)) {
        node.value2 = node.value;
    }
    VEC_PUSH(reader->arena, &reader->unit->nodes, node);
    return (node_id){reader->unit->nodes.n - 1};
}

/* Makes the node the next child of the innermost open one. */
static void append_child(struct reader *reader, node_id child)
{
    struct node *nodes = reader->unit->nodes.at;
    struct open_node *parent = &reader->stack.at[reader->stack.n - 1];

    if (parent->last.i) {
        nodes[parent->last.i].next = child;
    } else {
        nodes[parent->node.i].first = child;
    }
    parent->last = child;
}

/* Takes a node with its children.  Returns its id. */
node_id reader_tree(struct reader *reader)
{
    node_id root = read_node(reader);

    VEC_PUSH(reader->scratch, &reader->stack, ((struct open_node){root, {0}}));
    while (reader->stack.n) {
        if (scan_peek(&reader->scan) == '(') {
            node_id child = read_node(reader);
            append_child(reader, child);
            VEC_PUSH(reader->scratch, &reader->stack, ((struct open_node){child, {0}}));
        } else {
            scan_take(&reader->scan, ')');
            reader->stack.n--;
        }
    }
    return root;
}
