/*
 * operators.c - unary and binary operators, assignments, and nodes that only have operands.
 *
 * `.*` and `->*` are a node of their own.  Minus and complement of a constant are a constant.
 */
#include "facts/clang/front.h"

node_id front_only_child(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    node_id node = span.n == 1 ? front_expression(front, front_child(front, span, 0))
                               : node_opaque(front, span);
    front_pop(front, span);
    return node;
}

node_id front_with_operands(struct front *front, CXCursor cursor, enum node_kind kind, uint32_t n)
{
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    node_id node = node_opaque(front, span);
    if (span.n == n) {
        node_at(front, node)->kind = (uint8_t)kind;
    }
    front_pop(front, span);
    return node;
}

static node_id fold_unary(struct front *front, node_id child, enum CXUnaryOperatorKind op,
                          CXType type)
{
    struct node *at = node_at(front, child);
    if (at->kind != NODE_INT || (op != CXUnaryOperator_Minus && op != CXUnaryOperator_Not)) {
        return (node_id){0};
    }
    uint64_t bits = (uint64_t)at->value;
    at->value = (int64_t)(op == CXUnaryOperator_Minus ? 0 - bits : ~bits);
    at->value = literal_truncate(at->value, type);
    return child;
}

node_id front_unary(struct front *front, CXCursor cursor)
{
    node_id child = front_only_child(front, cursor);
    enum CXUnaryOperatorKind op = clang_getCursorUnaryOperatorKind(cursor);
    node_id folded = fold_unary(front, child, op, clang_getCursorType(cursor));
    bool pointer = clang_getCanonicalType(clang_getCursorType(cursor)).kind == CXType_Pointer;
    bool nothing = op == CXUnaryOperator_Extension || (op == CXUnaryOperator_Plus && pointer);
    if (folded.i || nothing) {
        return folded.i ? folded : child;
    }
    static const struct {
        uint8_t kind, op;
        uint16_t flags;
    } table[] = {[CXUnaryOperator_PostInc] = {NODE_STEP, NODE_OP_ADD, NODE_POSTFIX},
                 [CXUnaryOperator_PostDec] = {NODE_STEP, NODE_OP_SUB, NODE_POSTFIX},
                 [CXUnaryOperator_PreInc] = {NODE_STEP, NODE_OP_ADD, 0},
                 [CXUnaryOperator_PreDec] = {NODE_STEP, NODE_OP_SUB, 0},
                 [CXUnaryOperator_AddrOf] = {NODE_ADDRESS, 0, 0},
                 [CXUnaryOperator_Deref] = {NODE_DEREF, 0, 0},
                 [CXUnaryOperator_Plus] = {NODE_UNARY, NODE_OP_PLUS, 0},
                 [CXUnaryOperator_Minus] = {NODE_UNARY, NODE_OP_MINUS, 0},
                 [CXUnaryOperator_Not] = {NODE_UNARY, NODE_OP_FLIP, 0},
                 [CXUnaryOperator_LNot] = {NODE_UNARY, NODE_OP_NOT, 0},
                 [CXUnaryOperator_Coawait] = {NODE_OPAQUE, 0, 0}};
    size_t at = (size_t)op < sizeof table / sizeof *table ? (size_t)op : 0;
    node_id node = node_with(front, (enum node_kind)table[at].kind, child);
    node_at(front, node)->op = table[at].op;
    node_at(front, node)->flags |= table[at].flags;
    return node;
}

static enum node_op binary_op(enum CXBinaryOperatorKind op)
{
    static const uint8_t table[] = {[CXBinaryOperator_Mul] = NODE_OP_MUL,
                                    [CXBinaryOperator_Div] = NODE_OP_DIV,
                                    [CXBinaryOperator_Rem] = NODE_OP_REM,
                                    [CXBinaryOperator_Add] = NODE_OP_ADD,
                                    [CXBinaryOperator_Sub] = NODE_OP_SUB,
                                    [CXBinaryOperator_Shl] = NODE_OP_SHL,
                                    [CXBinaryOperator_Shr] = NODE_OP_SHR,
                                    [CXBinaryOperator_LT] = NODE_OP_LT,
                                    [CXBinaryOperator_GT] = NODE_OP_GT,
                                    [CXBinaryOperator_LE] = NODE_OP_LE,
                                    [CXBinaryOperator_GE] = NODE_OP_GE,
                                    [CXBinaryOperator_EQ] = NODE_OP_EQ,
                                    [CXBinaryOperator_NE] = NODE_OP_NE,
                                    [CXBinaryOperator_And] = NODE_OP_BIT_AND,
                                    [CXBinaryOperator_Xor] = NODE_OP_BIT_XOR,
                                    [CXBinaryOperator_Or] = NODE_OP_BIT_OR,
                                    [CXBinaryOperator_MulAssign] = NODE_OP_MUL,
                                    [CXBinaryOperator_DivAssign] = NODE_OP_DIV,
                                    [CXBinaryOperator_RemAssign] = NODE_OP_REM,
                                    [CXBinaryOperator_AddAssign] = NODE_OP_ADD,
                                    [CXBinaryOperator_SubAssign] = NODE_OP_SUB,
                                    [CXBinaryOperator_ShlAssign] = NODE_OP_SHL,
                                    [CXBinaryOperator_ShrAssign] = NODE_OP_SHR,
                                    [CXBinaryOperator_AndAssign] = NODE_OP_BIT_AND,
                                    [CXBinaryOperator_XorAssign] = NODE_OP_BIT_XOR,
                                    [CXBinaryOperator_OrAssign] = NODE_OP_BIT_OR,
                                    [CXBinaryOperator_Comma] = NODE_OP_NONE};
    return (size_t)op < sizeof table ? (enum node_op)table[op] : NODE_OP_NONE;
}

static enum node_kind binary_kind(enum CXBinaryOperatorKind op)
{
    if (op == CXBinaryOperator_LAnd) {
        return NODE_AND;
    }
    if (op == CXBinaryOperator_LOr) {
        return NODE_OR;
    }
    if (op == CXBinaryOperator_Comma) {
        return NODE_COMMA;
    }
    if (op == CXBinaryOperator_PtrMemD || op == CXBinaryOperator_PtrMemI) {
        return NODE_MEMBER;
    }
    if (op >= CXBinaryOperator_Assign && op <= CXBinaryOperator_OrAssign) {
        return NODE_ASSIGN;
    }
    return binary_op(op) == NODE_OP_NONE ? NODE_OPAQUE : NODE_BINARY;
}

/* `&&` and `||`: what the right side makes it also destroys. */
static node_id logic(struct front *front, CXCursor cursor, enum node_kind kind)
{
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    struct list list = {0};
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        list_add(front, &list,
                 i == 0 ? front_expression(front, child)
                        : front_full_expression(front, child, false));
    }
    node_id node = node_add(front, span.n == 2 ? kind : NODE_OPAQUE);
    front_pop(front, span);
    node_set_children(front, node, list);
    return node;
}

node_id front_binary(struct front *front, CXCursor cursor)
{
    enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(cursor);
    if (op == CXBinaryOperator_LAnd || op == CXBinaryOperator_LOr) {
        return logic(front, cursor, binary_kind(op));
    }
    node_id node = front_with_operands(front, cursor, binary_kind(op), 2);
    if (node_at(front, node)->kind != NODE_OPAQUE) {
        node_at(front, node)->op = (uint8_t)binary_op(op);
    }
    if (op == CXBinaryOperator_PtrMemI && node_at(front, node)->kind == NODE_MEMBER) {
        node_at(front, node)->flags |= NODE_ARROW;
    }
    if (node_at(front, node)->kind == NODE_ASSIGN) {
        node_place(front, node, cursor);
        front_keep_others(front, node);
    }
    return node;
}
