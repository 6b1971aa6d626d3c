/*
 * statements.c - blocks, declarations, jumps and handlers.
 *
 * A local object with a destructor is destroyed where its block ends normally; leaving the block by
 * a jump is not made explicit.  Conditions and loops are in control.c.
 */
#include "facts/clang/front.h"

#include "base/text.h"

void front_end_scope(struct front *front, struct list *list, uint32_t mark)
{
    while (front->objects.n > mark) {
        struct local_object object = front->objects.at[--front->objects.n];
        list_add(front, list, front_destroy_object(front, object));
    }
}

static void remember_block(struct front *front, node_id node, CXCursor cursor)
{
    if (!front->body || !front->body->partial) {
        return;
    }
    CXSourceRange extent = clang_getCursorExtent(cursor);
    struct spot begin = front_spot(front, clang_getRangeStart(extent));
    struct spot end = front_spot(front, clang_getRangeEnd(extent));
    struct block_span block = {
        .node = node, .file = begin.file, .begin = begin.offset, .end = end.offset};
    VEC_PUSH(front->scratch, &front->body->blocks, block);
}

node_id front_block(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    struct list list = {0};
    uint32_t mark = front->objects.n;
    node_id node = node_add(front, NODE_BLOCK);
    for (uint32_t i = 0; i < span.n; i++) {
        front_statement(front, &list, front_child(front, span, i));
    }
    front_end_scope(front, &list, mark);
    front_pop(front, span);
    node_set_children(front, node, list);
    remember_block(front, node, cursor);
    return node;
}

/* Calls in the size of a variable length array. */
static void add_array_size(struct front *front, struct list *list, CXCursor decl)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(decl));
    if (type.kind != CXType_VariableArray) {
        return;
    }
    struct span span = front_children(front, decl);
    front_drop_non_expressions(front, &span);
    list_add(front, list, node_opaque(front, span));
    front_pop(front, span);
}

static void remember_object(struct front *front, CXCursor decl, sym_id sym)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(decl));
    sym_id deleting = front_deleting_destructor(front, decl);
    sym_id destructor = deleting.i != 0 ? deleting : front_destructor(front, type);
    CXCursor record = front_definition(clang_getTypeDeclaration(type));
    if (destructor.i && front->body &&
        ((!front_owns(front, type, record) && clang_Cursor_isNull(front_deleter_of(decl))) ||
         front_owns_certainly(front, decl))) {
        struct local_object object = {
            .sym = sym, .destructor = destructor, .where = front_symbol_at(front, sym)->where};
        VEC_PUSH(front->scratch, &front->objects, object);
    }
}

static bool is_reference(CXType type)
{
    enum CXTypeKind kind = clang_getCanonicalType(type).kind;
    return kind == CXType_LValueReference || kind == CXType_RValueReference;
}

node_id front_declare(struct front *front, CXCursor decl)
{
    sym_id sym = front_symbol(front, decl);
    CXCursor initialiser = clang_Cursor_getVarDeclInitializer(decl);
    bool global = clang_Cursor_hasVarDeclGlobalStorage(decl) == 1;
    if (global) {
        front_global(front, decl);
        bool dynamic = front->unit->cplusplus && front_is_dynamic(front, decl);
        initialiser = dynamic ? initialiser : clang_getNullCursor();
    }
    uint32_t mark = front->temporaries.n;
    bool reference = is_reference(clang_getCursorType(decl));
    node_id value = front_variable_value(front, initialiser, !reference);
    if (reference) {
        front_extend_temporary(front, value, mark);
    }
    struct list parts = {0};
    list_add(front, &parts, value);
    front_end_temporaries(front, &parts, mark);
    node_id node = node_add(front, NODE_DECLARE);
    node_set_children(front, node, parts);
    node_at(front, node)->sym = sym;
    node_place(front, node, decl);
    if (front->body && front->body->partial) {
        VEC_PUSH(front->scratch, &front->body->known,
                 front_spot(front, clang_getCursorLocation(decl)).offset);
    }
    if (!global && front->unit->cplusplus) {
        remember_object(front, decl, sym);
    }
    return node;
}

node_id front_declare_only(struct front *front, CXCursor decl)
{
    node_id node = node_add(front, NODE_DECLARE);
    sym_id sym = front_symbol(front, decl);
    node_at(front, node)->sym = sym;
    node_place(front, node, decl);
    if (front->unit->cplusplus) {
        remember_object(front, decl, sym);
    }
    return node;
}

/* Structured bindings hold what their initialiser holds. */
static void bind_held(struct front *front, struct list *list, CXCursor decl)
{
    struct span span = front_children(front, decl);
    front_drop_non_expressions(front, &span);
    if (span.n > 0) {
        front_bindings(front, list, decl, front_child(front, span, span.n - 1));
    }
    front_pop(front, span);
}

/* What stands in a declaration statement. */
static void local_declaration(struct front *front, struct list *list, CXCursor decl)
{
    switch (clang_getCursorKind(decl)) {
    case CXCursor_VarDecl:
        if (clang_Cursor_getStorageClass(decl) != CX_SC_Extern) {
            add_array_size(front, list, decl);
            list_add(front, list, front_declare(front, decl));
        }
        return;
    case CXCursor_StructDecl:
    case CXCursor_ClassDecl:
    case CXCursor_UnionDecl:
        front_declaration(front, decl);
        return;
    case CXCursor_FunctionDecl:
    case CXCursor_TypedefDecl:
    case CXCursor_TypeAliasDecl:
    case CXCursor_EnumDecl:
    case CXCursor_StaticAssert:
        return;
    default: {
        if (clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(decl)) == 0) {
            list_add(front, list, front_decomposition(front, decl));
            bind_held(front, list, decl);
            return;
        }
        struct span span = front_children(front, decl);
        front_drop_non_expressions(front, &span);
        if (span.n > 0) {
            list_add(front, list, node_opaque(front, span));
            front_bindings(front, list, decl, front_child(front, span, span.n - 1));
        }
        front_pop(front, span);
        return;
    }
    }
}

static void declaration_statement(struct front *front, struct list *list, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    for (uint32_t i = 0; i < span.n; i++) {
        local_declaration(front, list, front_child(front, span, i));
    }
    front_pop(front, span);
}

/* A node whose children are the cursor's, whatever they are. */
static node_id with_children(struct front *front, CXCursor cursor, enum node_kind kind)
{
    struct span span = front_children(front, cursor);
    struct list list = {0};
    uint32_t mark = front->objects.n;
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        enum CXCursorKind child_kind = clang_getCursorKind(child);
        if (clang_isExpression(child_kind)) {
            list_add(front, &list, front_full_expression(front, child, kind == NODE_RETURN));
        } else if (child_kind == CXCursor_VarDecl) {
            list_add(front, &list, front_declare(front, child));
        } else if (clang_isStatement(child_kind)) {
            list_add(front, &list, front_statement_node(front, child));
        }
    }
    front->objects.n = mark;
    front_pop(front, span);
    node_id node = node_add(front, kind);
    node_set_children(front, node, list);
    node_place(front, node, cursor);
    return node;
}

/* A statement with an attribute is the statement. */
static node_id unexposed(struct front *front, CXCursor cursor)
{
    node_id node = with_children(front, cursor, NODE_OPAQUE);
    node_id first = node_at(front, node)->first;
    if (first.i == 0 || node_at(front, first)->next.i != 0) {
        return node;
    }
    node_at(front, node)->first = (node_id){0};
    return first;
}

/* The handler's parameter is dropped: it is bound by the runtime. */
static node_id catch_block(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    node_id block = {0};
    const char *caught = NULL;
    if (span.n > 1 && clang_getCursorKind(front_child(front, span, 0)) == CXCursor_VarDecl) {
        caught = front_caught_type(front, front_child(front, span, 0));
    }
    if (span.n > 0) {
        block = front_statement_node(front, front_child(front, span, span.n - 1));
    }
    front_pop(front, span);
    node_id node = node_with(front, NODE_CATCH, block);
    node_at(front, node)->text = caught;
    node_place(front, node, cursor);
    return node;
}

/* The local object that is returned by name: it becomes the result. */
static sym_id returned_local(struct front *front, CXCursor value)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(value));
    for (int guard = 0; guard < 64 && type.kind == CXType_Record; guard++) {
        if (clang_getCursorKind(value) == CXCursor_DeclRefExpr) {
            CXCursor decl = clang_getCursorReferenced(value);
            bool local = clang_getCursorKind(decl) == CXCursor_VarDecl &&
                         clang_Cursor_hasVarDeclGlobalStorage(decl) == 0 &&
                         clang_getCanonicalType(clang_getCursorType(decl)).kind == CXType_Record;
            return local ? front_symbol(front, decl) : (sym_id){0};
        }
        CXCursor function = clang_getCursorReferenced(value);
        bool moves = clang_getCursorKind(value) == CXCursor_CallExpr &&
                     (clang_CXXConstructor_isMoveConstructor(function) ||
                      clang_CXXConstructor_isCopyConstructor(function));
        struct span span = front_children(front, value);
        front_drop_non_expressions(front, &span);
        bool only = span.n == 1 && (moves || clang_getCursorKind(value) == CXCursor_UnexposedExpr);
        CXCursor child = front_child(front, span, 0);
        front_pop(front, span);
        if (!only) {
            break;
        }
        value = child;
    }
    return (sym_id){0};
}

static node_id return_statement(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    sym_id sym = {0};
    if (front->unit->cplusplus && span.n == 1) {
        sym = returned_local(front, front_child(front, span, 0));
    }
    front_pop(front, span);
    if (sym.i == 0) {
        return with_children(front, cursor, NODE_RETURN);
    }
    node_id node = node_with(front, NODE_RETURN, node_ref(front, sym));
    node_at(front, node)->sym = sym;
    node_place(front, node, cursor);
    return node;
}

static node_id label(struct front *front, CXCursor cursor)
{
    const char *name = front_string(front->arena, clang_getCursorSpelling(cursor));
    sym_id sym = front_label(front, name, clang_getCursorLocation(cursor));
    node_id node = with_children(front, cursor, NODE_LABEL);
    node_at(front, node)->sym = sym;
    return node;
}

static node_id jump(struct front *front, CXCursor cursor)
{
    struct span span = front_children(front, cursor);
    CXCursor target = front_child(front, span, 0);
    const char *name = front_string(front->arena, clang_getCursorSpelling(target));
    sym_id sym = front_label(front, name, clang_getCursorLocation(target));
    front_pop(front, span);
    node_id node = node_add(front, NODE_GOTO);
    node_at(front, node)->sym = sym;
    node_place(front, node, cursor);
    return node;
}

static node_id statement(struct front *front, CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    switch (kind) {
    case CXCursor_CompoundStmt:
        return front_block(front, cursor);
    case CXCursor_NullStmt:
        return node_add(front, NODE_BLOCK);
    case CXCursor_ReturnStmt:
        return return_statement(front, cursor);
    case CXCursor_BreakStmt:
        return with_children(front, cursor, NODE_BREAK);
    case CXCursor_ContinueStmt:
        return with_children(front, cursor, NODE_CONTINUE);
    case CXCursor_GotoStmt:
        return jump(front, cursor);
    case CXCursor_IndirectGotoStmt:
        return with_children(front, cursor, NODE_GOTO);
    case CXCursor_LabelStmt:
        return label(front, cursor);
    case CXCursor_CXXTryStmt:
        return with_children(front, cursor, NODE_TRY);
    case CXCursor_CXXCatchStmt:
        return catch_block(front, cursor);
    case CXCursor_SEHTryStmt:
        return with_children(front, cursor, NODE_SEH_TRY);
    case CXCursor_SEHExceptStmt:
        return with_children(front, cursor, NODE_SEH_EXCEPT);
    case CXCursor_SEHFinallyStmt:
        return with_children(front, cursor, NODE_SEH_FINALLY);
    case CXCursor_SEHLeaveStmt:
        return with_children(front, cursor, NODE_SEH_LEAVE);
    case CXCursor_IfStmt:
    case CXCursor_SwitchStmt:
    case CXCursor_CaseStmt:
    case CXCursor_DefaultStmt:
    case CXCursor_WhileStmt:
    case CXCursor_DoStmt:
    case CXCursor_ForStmt:
    case CXCursor_CXXForRangeStmt:
        return front_jump(front, cursor);
    case CXCursor_DeclStmt: {
        struct list list = {0};
        declaration_statement(front, &list, cursor);
        if (list.first.i && list.first.i == list.last.i) {
            return list.first;
        }
        node_id node = node_add(front, NODE_BLOCK);
        node_set_children(front, node, list);
        return node;
    }
    case CXCursor_UnexposedStmt:
        return unexposed(front, cursor);
    default:
        return clang_isExpression(kind) ? front_full_expression(front, cursor, false)
                                        : with_children(front, cursor, NODE_OPAQUE);
    }
}

node_id front_statement_node(struct front *front, CXCursor cursor)
{
    if (front->depth >= FRONT_MAX_DEPTH) {
        return front_expression(front, cursor);
    }
    front->depth++;
    node_id node = statement(front, cursor);
    front->depth--;
    return node;
}

void front_statement(struct front *front, struct list *list, CXCursor cursor)
{
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_DeclStmt) {
        declaration_statement(front, list, cursor);
    } else if (clang_isExpression(kind)) {
        uint32_t mark = front->temporaries.n;
        list_add(front, list, front_expression(front, cursor));
        front_end_temporaries(front, list, mark);
    } else if (kind != CXCursor_NullStmt) {
        list_add(front, list, front_statement_node(front, cursor));
    }
}
