/*
 * expressions.c - from clang's expressions to nodes.
 *
 * Parentheses, implicit conversions and casts are dropped; where they change a constant the
 * constant changes, and a cast to a narrow unsigned type keeps the lowest bits.  What has no
 * meaning for us becomes NODE_OPAQUE with its children.  Operands that are not evaluated (sizeof,
 * typeid of a type, the selector of _Generic) are left out.
 */
#include "facts/clang/front.h"

#include <string.h>

static bool is_pointer(CXType type)
{
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    return kind == CXType_Pointer || kind == CXType_MemberPointer || kind == CXType_NullPtr;
}

/* Applies a conversion to a constant, and passes everything else on. */
static node_id convert(struct front *front, node_id node, CXType type)
{
    struct node *at = node_at(front, node);
    if (at->kind != NODE_INT) {
        return node;
    }
    if (is_pointer(type)) {
        at->flags |= at->value == 0 ? NODE_NULL : 0;
    } else {
        at->value = literal_truncate(at->value, type);
    }
    return node;
}

/* The largest number of an unsigned type that is narrower than int; 0: it is none. */
static int64_t narrow_mask(CXType type)
{
    switch (clang_getCanonicalType(type).kind) {
    case CXType_UChar:
    case CXType_Char_U:
        return UINT8_MAX;
    case CXType_UShort:
        return UINT16_MAX;
    default:
        return 0;
    }
}

/* Keeps the lowest bits of a number: `value & mask`. */
static node_id narrow(struct front *front, node_id value, int64_t mask)
{
    node_id node = node_with(front, NODE_BINARY, value);
    node_at(front, node)->op = NODE_OP_BIT_AND;
    node_id bits = node_int(front, mask, 0);
    node_at(front, value)->next = bits;
    return node;
}

/* The value is the last child: the operand of a decltype or typeof stands before it. */
static node_id cast(struct front *front, CXCursor cursor, bool into)
{
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    front->into_object = into && span.n > 0;
    int64_t mask = span.n > 0 ? narrow_mask(clang_getCursorType(cursor)) : 0;
    node_id child = {0};
    if (span.n > 0) {
        CXCursor value = front_child(front, span, span.n - 1);
        child = front_expression(front, value);
        mask = mask == narrow_mask(clang_getCursorType(value)) ? 0 : mask;
    } else {
        child = node_opaque(front, span);
    }
    front_pop(front, span);
    child = convert(front, child, clang_getCursorType(cursor));
    bool narrows = mask != 0 && node_at(front, child)->kind != NODE_INT;
    return narrows ? narrow(front, child, mask) : child;
}

static bool same_range(CXCursor a, CXCursor b)
{
    return clang_equalRanges(clang_getCursorExtent(a), clang_getCursorExtent(b)) != 0;
}

static bool has_kind(const struct front *front, struct span span, enum CXCursorKind kind)
{
    for (uint32_t i = 0; i < span.n; i++) {
        if (clang_getCursorKind(front_child(front, span, i)) == kind) {
            return true;
        }
    }
    return false;
}

/* Implicit conversions, `a ?: b`, offsetof, and what recovery left. */
static node_id unexposed(struct front *front, CXCursor cursor, bool into)
{
    struct span span = front_children(front, cursor);
    CXType type = clang_getCursorType(cursor);
    uint32_t n_all = span.n;
    bool has_type = has_kind(front, span, CXCursor_TypeRef);
    front_drop_non_expressions(front, &span);
    CXCursor first = front_child(front, span, 0);
    int64_t value = 0;
    node_id node = {0};
    if (type.kind == CXType_Dependent && span.n > 0) {
        node = front_lost_call(front, cursor);
    } else if (span.n == 1 && n_all == 1) {
        front->into_object = into;
        node = convert(front, front_expression(front, first), type);
    } else if (span.n == 4 && same_range(first, front_child(front, span, 1))) {
        struct list list = {0};
        list_add(front, &list, front_expression(front, first));
        list_add(front, &list, node_add(front, NODE_NONE));
        list_add(front, &list, front_expression(front, front_child(front, span, 3)));
        node = node_add(front, NODE_COND);
        node_set_children(front, node, list);
    } else if (has_type && literal_evaluate(cursor, &value)) {
        node = node_int(front, value, 0);
    } else if (span.n == 1) {
        front->into_object = into;
        node = front_expression(front, first);
    } else {
        node = front_atomic(front, cursor, span);
        node = node.i != 0 ? node : node_opaque(front, span);
    }
    front_pop(front, span);
    return node;
}

/* The argument that stands for a template's parameter. */
static bool substituted(struct front *front, CXCursor cursor, node_id *node)
{
    struct span span = front_children(front, cursor);
    CXCursor child = front_child(front, span, 0);
    bool is = span.n == 1 && clang_isExpression(clang_getCursorKind(child)) != 0;
    if (is) {
        *node = front_expression(front, child);
    }
    front_pop(front, span);
    return is;
}

static node_id reference(struct front *front, CXCursor cursor)
{
    CXCursor decl = clang_getCursorReferenced(cursor);
    node_id argument = {0};
    if (clang_Cursor_isNull(decl) && substituted(front, cursor, &argument)) {
        return argument;
    }
    if (clang_getCursorKind(decl) == CXCursor_EnumConstantDecl) {
        return node_int(front, clang_getEnumConstantDeclValue(decl), 0);
    }
    sym_id sym = front_is_binding(decl) ? front_binding(front, decl) : front_symbol(front, decl);
    return sym.i ? front_use_of(front, decl, node_ref(front, sym)) : front_lost_call(front, cursor);
}

static node_id self(struct front *front, bool implicit)
{
    node_id node = node_ref(front, front->body ? front->body->self : (sym_id){0});
    node_at(front, node)->flags |= implicit ? NODE_IMPLICIT : 0;
    return node;
}

/* A base that can be dropped without losing a call. */
static bool is_plain(struct front *front, node_id node)
{
    uint8_t kind = node_at(front, node)->kind;
    node_id child = node_at(front, node)->first;
    return kind == NODE_REF ||
           ((kind == NODE_FIELD || kind == NODE_DEREF) && child.i && is_plain(front, child));
}

static node_id static_member(struct front *front, node_id base, sym_id sym)
{
    node_id member = node_ref(front, sym);
    if (base.i == 0 || is_plain(front, base)) {
        return member;
    }
    struct list list = {0};
    list_add(front, &list, base);
    list_add(front, &list, member);
    node_id node = node_add(front, NODE_COMMA);
    node_set_children(front, node, list);
    return node;
}

static node_id member(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    CXCursor decl = clang_getCursorReferenced(cursor);
    enum CXCursorKind kind = clang_getCursorKind(decl);
    sym_id sym = front_symbol(front, decl);
    CXCursor object = front_child(front, span, 0);
    bool arrow = span.n == 0 || is_pointer(clang_getCursorType(object));
    node_id base = {0};
    if (span.n > 0) {
        base = front_expression(front, object);
    }
    front_pop(front, span);
    if (kind == CXCursor_VarDecl ||
        (kind == CXCursor_CXXMethod && clang_CXXMethod_isStatic(decl))) {
        return front_use_of(front, decl, static_member(front, base, sym));
    }
    if (kind == CXCursor_EnumConstantDecl) {
        return node_int(front, clang_getEnumConstantDeclValue(decl), 0);
    }
    if (base.i == 0) {
        base = self(front, true);
    }
    node_id node = node_with(front, sym.i ? NODE_FIELD : NODE_OPAQUE, base);
    node_at(front, node)->sym = sym;
    node_at(front, node)->flags |= arrow && sym.i ? NODE_ARROW : 0;
    return node;
}

static node_id size_of(struct front *front, CXCursor cursor)
{
    int64_t value = 0;
    return literal_evaluate(cursor, &value) ? node_int(front, value, 0)
                                            : node_add(front, NODE_OPAQUE);
}

static node_id statement_expression(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    node_id block = front_block(front, front_child(front, span, 0));
    front_pop(front, span);
    node_at(front, block)->kind = NODE_STATEMENT_EXPR;
    return block;
}

/* True for the argument of a `new` which asks for a null pointer where there is no memory:
 * https://eel.is/c++draft/new.delete.single */
static bool is_nothrow(CXCursor argument)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(argument));
    CXString name = clang_getTypeSpelling(clang_getUnqualifiedType(type));
    bool is = strcmp(clang_getCString(name), "std::nothrow_t") == 0;
    clang_disposeString(name);
    return is;
}

/* new and delete. */
static node_id allocation(struct front *front, CXCursor cursor, enum node_kind kind)
{
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    struct list list = {0};
    bool nothrow = false;
    for (uint32_t i = 0; i < span.n; i++) {
        nothrow = nothrow || is_nothrow(front_child(front, span, i));
        list_add(front, &list, front_object_expression(front, front_child(front, span, i)));
    }
    CXType pointer = clang_getCanonicalType(clang_getCursorType(cursor));
    node_id allocates = {0};
    if (kind == NODE_NEW && front->unit->cplusplus) {
        CXType made = front_element_type(clang_getPointeeType(pointer));
        allocates = front_allocator_call(front, cursor, made, false);
        list_add(front, &list, allocates);
    }
    node_id node = node_add(front, kind);
    node_set_children(front, node, list);
    if (kind == NODE_NEW) {
        front_created(front, clang_getPointeeType(pointer));
        const char *usr = front_class_usr(front, clang_getPointeeType(pointer));
        node_at(front, node)->text = usr;
        node_at(front, node)->flags |= nothrow ? NODE_NULL : 0;
    }
    if (kind == NODE_DELETE && span.n > 0) {
        pointer = clang_getCanonicalType(clang_getCursorType(front_child(front, span, 0)));
        sym_id destructor = front_destructor(front, clang_getPointeeType(pointer));
        node_at(front, node)->sym = destructor;
        bool dynamic =
            destructor.i && (front_symbol_at(front, destructor)->flags & SYMBOL_VIRTUAL) != 0;
        node_at(front, node)->flags |= dynamic ? NODE_DYNAMIC : 0;
    }
    front_pop(front, span);
    node_place(front, node, cursor);
    node_id frees = {0};
    if (kind == NODE_DELETE) {
        frees = front_allocator_call(front, cursor, clang_getPointeeType(pointer), true);
    }
    if (frees.i == 0 && allocates.i == 0) {
        node_at(front, node)->value = front_heap(front, cursor, kind == NODE_DELETE);
    }
    if (frees.i == 0) {
        return node;
    }
    struct list both = {0};
    list_add(front, &both, node);
    list_add(front, &both, frees);
    node_id comma = node_add(front, NODE_COMMA);
    node_set_children(front, comma, both);
    return comma;
}

CXCursor front_call_operator(struct front *front, CXCursor record)
{
    struct span span = front_children(front, record);
    CXCursor found = clang_getNullCursor();
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        CXString spelling = clang_getCursorSpelling(child);
        const char *name = clang_getCString(spelling);
        if (clang_getCursorKind(child) == CXCursor_CXXMethod && name &&
            strcmp(name, "operator()") == 0) {
            found = child;
        }
        clang_disposeString(spelling);
    }
    front_pop(front, span);
    return found;
}

/* `[name = value]` declares a variable of the closure; id 0 for other captures. */
static node_id init_capture(struct front *front, CXCursor capture)
{
    CXCursor variable = clang_getCursorReferenced(capture);
    if (clang_getCursorKind(variable) != CXCursor_VarDecl ||
        !clang_equalLocations(clang_getCursorLocation(variable),
                              clang_getCursorLocation(capture))) {
        return (node_id){0};
    }
    sym_id sym = front_symbol(front, variable);
    node_id value =
        front_variable_value(front, clang_Cursor_getVarDeclInitializer(variable), false);
    node_id node = node_with(front, NODE_DECLARE, value);
    node_at(front, node)->sym = sym;
    node_place(front, node, variable);
    return node;
}

static node_id lambda(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    struct list captures = {0};
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) == CXCursor_VariableRef) {
            list_add(front, &captures, init_capture(front, child));
        }
    }
    front_pop(front, span);
    if (front->body && front->body->partial) {
        CXSourceRange extent = clang_getCursorExtent(cursor);
        struct spot begin = front_spot(front, clang_getRangeStart(extent));
        struct spot end = front_spot(front, clang_getRangeEnd(extent));
        struct block_span text = {.begin = begin.offset, .end = end.offset};
        VEC_PUSH(front->scratch, &front->body->lambdas, text);
    }
    node_id node = node_add(front, NODE_LAMBDA);
    node_set_children(front, node, captures);
    node_place(front, node, cursor);
    CXCursor record = clang_getTypeDeclaration(clang_getCursorType(cursor));
    CXCursor call = front_call_operator(front, record);
    sym_id sym =
        clang_Cursor_isNull(call) ? front_generic_call(front, record) : front_symbol(front, call);
    node_at(front, node)->sym = sym;
    return node;
}

static node_id generic_selection(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    struct span chosen = {.at = span.at + 1, .n = span.n > 0 ? span.n - 1 : 0};
    node_id node = node_opaque(front, chosen);
    front_pop(front, span);
    return node;
}

static node_id too_deep(struct front *front, CXCursor cursor)
{
    node_id node = node_add(front, NODE_OPAQUE);
    node_place(front, node, cursor);
    if (!front->too_deep) {
        front->too_deep = true;
        front_add_error(front, node_at(front, node)->where, false,
                        "nested too deeply to be followed");
    }
    return node;
}

static node_id called(struct front *front, CXCursor cursor, bool into)
{
    node_id node = front_call(front, cursor);
    return into ? node : front_temporary(front, cursor, node);
}

/* Each side destroys what it makes. */
static node_id conditional(struct front *front, CXCursor cursor, bool into)
{
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    struct list list = {0};
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        list_add(front, &list,
                 i == 0 ? front_expression(front, child)
                        : front_full_expression(front, child, into));
    }
    node_id node = node_add(front, span.n == 3 ? NODE_COND : NODE_OPAQUE);
    front_pop(front, span);
    node_set_children(front, node, list);
    return node;
}

static node_id expression(struct front *front, CXCursor cursor, bool into)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    switch (kind) {
    case CXCursor_UnexposedExpr:
        return unexposed(front, cursor, into);
    case CXCursor_ParenExpr:
        front->into_object = into;
        return front_only_child(front, cursor);
    case CXCursor_CompoundLiteralExpr:
    case CXCursor_PackExpansionExpr:
        return front_only_child(front, cursor);
    case CXCursor_CStyleCastExpr:
    case CXCursor_CXXStaticCastExpr:
    case CXCursor_CXXDynamicCastExpr:
    case CXCursor_CXXReinterpretCastExpr:
    case CXCursor_CXXConstCastExpr:
    case CXCursor_CXXFunctionalCastExpr:
        return cast(front, cursor, into);
    case CXCursor_IntegerLiteral:
    case CXCursor_CharacterLiteral:
    case CXCursor_CXXBoolLiteralExpr:
    case CXCursor_CXXNullPtrLiteralExpr:
    case CXCursor_GNUNullExpr:
    case CXCursor_StringLiteral:
        return literal_node(front, cursor);
    case CXCursor_DeclRefExpr:
        return reference(front, cursor);
    case CXCursor_MemberRefExpr: {
        node_id held = front_held_field(front, cursor);
        return held.i ? held : member(front, cursor);
    }
    case CXCursor_CallExpr:
        return called(front, cursor, into);
    case CXCursor_UnaryOperator:
        return front_unary(front, cursor);
    case CXCursor_BinaryOperator:
    case CXCursor_CompoundAssignOperator:
        return front_binary(front, cursor);
    case CXCursor_ConditionalOperator:
        return conditional(front, cursor, into);
    case CXCursor_ArraySubscriptExpr:
        return front_with_operands(front, cursor, NODE_INDEX, 2);
    case CXCursor_UnaryExpr:
    case CXCursor_SizeOfPackExpr:
    case CXCursor_CXXTypeidExpr:
        return size_of(front, cursor);
    case CXCursor_InitListExpr:
    case CXCursor_CXXParenListInitExpr:
        return into ? front_initialiser(front, cursor)
                    : front_temporary(front, cursor, front_initialiser(front, cursor));
    case CXCursor_StmtExpr:
        return statement_expression(front, cursor);
    case CXCursor_CXXThisExpr:
        return self(front, false);
    case CXCursor_CXXNewExpr:
        return allocation(front, cursor, NODE_NEW);
    case CXCursor_CXXDeleteExpr:
        return allocation(front, cursor, NODE_DELETE);
    case CXCursor_CXXThrowExpr: {
        front->into_object = true;
        node_id node = front_with_operands(front, cursor, NODE_THROW, 1);
        node_at(front, node)->kind = NODE_THROW;
        const char *thrown = front_thrown_type(front, cursor);
        node_at(front, node)->text = thrown;
        node_place(front, node, cursor);
        return node;
    }
    case CXCursor_LambdaExpr:
        return lambda(front, cursor);
    case CXCursor_GenericSelectionExpr:
        return generic_selection(front, cursor);
    default:
        return front_with_operands(front, cursor, NODE_OPAQUE, 0);
    }
}

node_id front_variable_value(struct front *front, CXCursor initialiser, bool object)
{
    if (clang_Cursor_isNull(initialiser)) {
        return (node_id){0};
    }
    front->into_object = object;
    node_id node = front_expression(front, initialiser);
    CXCursor function = clang_getCursorReferenced(initialiser);
    bool trivial = clang_getCursorKind(initialiser) == CXCursor_CallExpr &&
                   clang_getCursorKind(function) == CXCursor_Constructor &&
                   node_at(front, node)->kind == NODE_OPAQUE && node_at(front, node)->first.i == 0;
    return trivial ? (node_id){0} : node;
}

node_id front_expression(struct front *front, CXCursor cursor)
{
    if (front->depth >= FRONT_MAX_DEPTH) {
        return too_deep(front, cursor);
    }
    bool into = front->into_object;
    front->into_object = false;
    front->depth++;
    node_id node = expression(front, cursor, into);
    front->depth--;
    front->into_object = false;
    return node;
}
