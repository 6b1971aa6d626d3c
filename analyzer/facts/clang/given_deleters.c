/*
 * given_deleters.c - deleters that an owner gets after it was declared.
 *
 * `reset(p, deleter)`, `owner = std::shared_ptr<T>(p, deleter)`, and `owner(p, deleter)` before a
 * constructor's body give fields and globals a deleter that neither the type nor the declaration
 * names.  The project's code of the unit is read for them once, when the first such owner is
 * destroyed, or a global one is named that another unit defines.  Patterns of templates are not
 * read, and for fields no other units.
 */
#include "facts/clang/front.h"

#include <string.h>

/* The owner is a field or global that keeps its deleter. */
static bool keeps_deleter(CXCursor variable)
{
    static const char *const names[] = {"unique_ptr", "shared_ptr"};
    enum CXCursorKind kind = clang_getCursorKind(variable);
    if (kind != CXCursor_FieldDecl &&
        (kind != CXCursor_VarDecl || clang_Cursor_hasVarDeclGlobalStorage(variable) != 1)) {
        return false;
    }
    CXType type = clang_getCanonicalType(clang_getCursorType(variable));
    CXCursor record = clang_getTypeDeclaration(type);
    return front_has_name(record, names, 2) && front_in_std(record);
}

/* The field or global that an expression names, null if it is none. */
static CXCursor owner_named(CXCursor expression)
{
    for (int guard = 0; guard < 8; guard++) {
        CXCursor named = clang_getCursorReferenced(expression);
        enum CXCursorKind kind = clang_getCursorKind(expression);
        bool names = kind == CXCursor_DeclRefExpr || kind == CXCursor_MemberRefExpr;
        if (names && keeps_deleter(named)) {
            return named;
        }
        CXCursor child = clang_getNullCursor();
        clang_visitChildren(expression, front_first_child, &child);
        if (clang_Cursor_isNull(child)) {
            break;
        }
        expression = child;
    }
    return clang_getNullCursor();
}

static void give(struct front *front, CXCursor owner, CXCursor deleter)
{
    if (!clang_Cursor_isNull(owner) && front_is_deleter(deleter)) {
        struct given_deleter given = {clang_getCanonicalCursor(owner), deleter};
        VEC_PUSH(front->scratch, &front->given_deleters, given);
    }
}

/* What a call gives: reset(p, deleter), or the assignment of a new owner. */
static void read_call(struct front *front, CXCursor call)
{
    static const char *const reset = "reset";
    static const char *const becomes = "operator=";
    CXCursor function = clang_getCursorReferenced(call);
    if (clang_getCursorKind(function) != CXCursor_CXXMethod || !front_in_std(function) ||
        clang_Cursor_getNumArguments(call) != 2) {
        return;
    }
    CXCursor second = clang_Cursor_getArgument(call, 1);
    if (front_has_name(function, &reset, 1)) {
        give(front, owner_named(call), second);
    } else if (front_has_name(function, &becomes, 1)) {
        give(front, owner_named(clang_Cursor_getArgument(call, 0)),
             clang_Cursor_getArgument(front_construction_in(second), 1));
    }
}

static enum CXChildVisitResult read_code(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct front *front = data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (clang_isDeclaration(kind) && front_is_system(front, cursor)) {
        return CXChildVisit_Continue;
    }
    if (kind == CXCursor_CallExpr) {
        read_call(front, cursor);
    } else if (kind == CXCursor_MemberRef) {
        front->initialised = clang_getCursorReferenced(cursor);
        return CXChildVisit_Continue;
    }
    bool begins = clang_isExpression(kind) && !clang_Cursor_isNull(front->initialised);
    if (begins && keeps_deleter(front->initialised)) {
        give(front, front->initialised, clang_Cursor_getArgument(front_construction_in(cursor), 1));
    }
    front->initialised = clang_getNullCursor();
    return CXChildVisit_Recurse;
}

struct cursors front_given_deleters(struct front *front, CXCursor variable)
{
    struct cursors found = {0};
    if (!keeps_deleter(variable)) {
        return found;
    }
    if (!front->knows_given_deleters) {
        front->knows_given_deleters = true;
        front->initialised = clang_getNullCursor();
        clang_visitChildren(clang_getTranslationUnitCursor(front->tu), read_code, front);
    }
    CXCursor wanted = clang_getCanonicalCursor(variable);
    for (uint32_t i = 0; i < front->given_deleters.n; i++) {
        if (clang_equalCursors(front->given_deleters.at[i].owner, wanted)) {
            VEC_PUSH(front->scratch, &found, front->given_deleters.at[i].deleter);
        }
    }
    return found;
}
