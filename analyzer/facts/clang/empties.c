/*
 * empties.c - variables that hold nothing for ever: const, and empty from the start.
 *
 * `static const std::unique_ptr<T> none;` and `static const S empty = {};`, where S has such
 * members and neither constructor nor destructor of its own, have a destructor that finds nothing
 * to destroy.
 */
#include "facts/clang/front.h"

/* What is found out about a class. */
struct search {
    struct front *front;
    bool empty;
};

static bool holds_nothing(struct front *front, CXType type);

/* The same of what its template arguments stand for. */
static bool arguments_hold_nothing(struct front *front, CXType type)
{
    int n = clang_Type_getNumTemplateArguments(type);
    bool nothing = front->depth < FRONT_MAX_DEPTH;
    front->depth++;
    for (int i = 0; i < n && nothing; i++) {
        nothing = holds_nothing(front, clang_Type_getTemplateArgumentAsType(type, (unsigned)i));
    }
    front->depth--;
    return nothing;
}

static enum CXVisitorResult look_at_field(CXCursor field, CXClientData data)
{
    struct search *search = data;
    search->empty = holds_nothing(search->front, clang_getCursorType(field));
    return search->empty ? CXVisit_Continue : CXVisit_Break;
}

static enum CXChildVisitResult look_at_member(CXCursor member, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct search *search = data;
    enum CXCursorKind kind = clang_getCursorKind(member);
    if (kind == CXCursor_Destructor || kind == CXCursor_Constructor) {
        search->empty = false;
    } else if (kind == CXCursor_CXXBaseSpecifier) {
        search->empty = holds_nothing(search->front, clang_getCursorType(member));
    }
    return search->empty ? CXChildVisit_Continue : CXChildVisit_Break;
}

/* True if what was made of nothing by `{}` holds nothing that a destructor could destroy. */
static bool holds_nothing(struct front *front, CXType type)
{
    type = clang_getCanonicalType(type);
    while (type.kind == CXType_ConstantArray) {
        type = clang_getCanonicalType(clang_getArrayElementType(type));
    }
    if (type.kind != CXType_Record || front_destructor(front, type).i == 0) {
        return true;
    }
    CXCursor record = clang_getTypeDeclaration(type);
    enum beginning begins = front_owner_begins(front, record);
    if (begins != BEGINS_OTHERWISE) {
        return begins == BEGINS_EMPTY || arguments_hold_nothing(front, type);
    }
    CXCursor definition = clang_getCursorDefinition(record);
    bool plain = !clang_Cursor_isNull(definition) && front->depth < FRONT_MAX_DEPTH &&
                 clang_Type_getNumTemplateArguments(type) <= 0 && !front_in_std(record);
    struct search search = {front, plain};
    front->depth++;
    if (search.empty) {
        clang_visitChildren(definition, look_at_member, &search);
    }
    if (search.empty) {
        (void)clang_Type_visitFields(type, look_at_field, &search);
    }
    front->depth--;
    return search.empty;
}

/* True if the initialiser gives nothing: none, `{}`, a constructor without arguments. */
static bool is_nothing(struct front *front, CXCursor initialiser)
{
    if (clang_Cursor_isNull(initialiser)) {
        return true;
    }
    enum CXCursorKind kind = clang_getCursorKind(initialiser);
    struct span span = front_children(front, initialiser);
    front_drop_non_expressions(front, &span);
    CXCursor first = front_child(front, span, 0);
    uint32_t n = span.n;
    front_pop(front, span);
    if (kind == CXCursor_UnexposedExpr) {
        return n == 1 && is_nothing(front, first); /* at most as deep as the text has it */
    }
    return n == 0 && (kind == CXCursor_InitListExpr || kind == CXCursor_CallExpr);
}

bool front_stays_empty(struct front *front, CXCursor variable)
{
    CXType type = clang_getCursorType(variable);
    return clang_isConstQualifiedType(type) &&
           is_nothing(front, clang_Cursor_getVarDeclInitializer(variable)) &&
           holds_nothing(front, type);
}
