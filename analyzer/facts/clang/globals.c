/*
 * globals.c - variables with static or thread storage.
 *
 * C++: whether an initialiser runs code at load is not known to libclang.  Here it does if it holds
 * a call or a constructor that is not constexpr, and clang cannot evaluate it; a default
 * constructor that the compiler writes counts by the members and bases that it constructs.
 */
#include "facts/clang/front.h"

#include <ctype.h>
#include <string.h>

#include "base/text.h"

/* What a look through an initialiser finds. */
struct look {
    struct front *front;
    bool dynamic;
};

/* True if the declaration's text has the word before its name. */
static bool has_word(struct front *front, CXCursor decl, const char *word)
{
    CXSourceLocation start = clang_getRangeStart(clang_getCursorExtent(decl));
    const char *text = front_text(front, start, false);
    struct spot begin = front_spot(front, start);
    struct spot name = front_spot(front, clang_getCursorLocation(decl));
    if (!text || begin.file != name.file || name.offset < begin.offset) {
        return false;
    }
    size_t len = name.offset - begin.offset;
    size_t word_len = strlen(word);
    for (size_t i = 0; i + word_len <= len; i++) {
        bool starts = i == 0 || (!isalnum((unsigned char)text[i - 1]) && text[i - 1] != '_');
        if (starts && strncmp(text + i, word, word_len) == 0) {
            return true;
        }
    }
    return false;
}

static bool is_constexpr(struct front *front, CXCursor function)
{
    CXCursor pattern = clang_getSpecializedCursorTemplate(function);
    CXCursor decl = clang_Cursor_isNull(pattern) ? function : pattern;
    return has_word(front, decl, "constexpr") || has_word(front, decl, "_GLIBCXX_CONSTEXPR") ||
           has_word(front, decl, "consteval");
}

static enum CXChildVisitResult look_at(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct look *look = data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_LambdaExpr || kind == CXCursor_UnaryExpr) {
        return CXChildVisit_Continue;
    }
    if (kind == CXCursor_CXXNewExpr || kind == CXCursor_CXXThrowExpr) {
        look->dynamic = true;
        return CXChildVisit_Break;
    }
    if (kind != CXCursor_CallExpr) {
        return CXChildVisit_Recurse;
    }
    CXCursor function = clang_getCursorReferenced(cursor);
    if (clang_getCursorKind(function) == CXCursor_Constructor &&
        clang_CXXMethod_isDefaulted(function)) {
        look->dynamic = front_default_runs_code(look->front, clang_getCursorType(cursor));
    } else {
        look->dynamic = clang_Cursor_isNull(function) || !is_constexpr(look->front, function);
    }
    return look->dynamic ? CXChildVisit_Break : CXChildVisit_Recurse;
}

bool front_expression_runs_code(struct front *front, CXCursor expression)
{
    struct look look = {.front = front};
    if (look_at(expression, expression, &look) == CXChildVisit_Recurse) {
        clang_visitChildren(expression, look_at, &look);
    }
    return look.dynamic;
}

bool front_constructor_runs_code(struct front *front, CXCursor constructor)
{
    return !is_constexpr(front, constructor);
}

bool front_is_dynamic(struct front *front, CXCursor decl)
{
    CXCursor initialiser = clang_Cursor_getVarDeclInitializer(decl);
    if (clang_Cursor_isNull(initialiser) || has_word(front, decl, "constexpr") ||
        has_word(front, decl, "constinit") || !front_expression_runs_code(front, initialiser)) {
        return false;
    }
    CXType type = clang_getCanonicalType(clang_getCursorType(decl));
    if (type.kind == CXType_Record || type.kind == CXType_ConstantArray) {
        return true;
    }
    CXEvalResult result = clang_Cursor_Evaluate(initialiser);
    bool constant = result && clang_EvalResult_getKind(result) != CXEval_UnExposed;
    if (result) {
        clang_EvalResult_dispose(result);
    }
    return !constant;
}

/* An extern declaration without a definition in sight. */
bool front_is_declared_only(CXCursor decl)
{
    if (!clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(decl))) {
        return false;
    }
    CXCursor definition = clang_getCursorDefinition(decl);
    bool is_member =
        clang_getCursorKind(clang_getCursorSemanticParent(decl)) == CXCursor_StructDecl ||
        clang_getCursorKind(clang_getCursorSemanticParent(decl)) == CXCursor_ClassDecl;
    return clang_Cursor_isNull(definition) &&
           (is_member || clang_Cursor_getStorageClass(decl) == CX_SC_Extern);
}

static void fill(struct front *front, struct global *global, CXCursor decl)
{
    struct attributes attributes = front_attributes(front, decl);
    CXCursor initialiser = clang_Cursor_getVarDeclInitializer(decl);
    global->where = front_where(front, clang_getCursorLocation(decl));
    global->section = attributes.section;
    if (!global->section && front->segment_changes.n > 0) {
        bool is_const = (front_symbol_at(front, global->sym)->flags & SYMBOL_CONST) != 0;
        global->section = front_segment(front, decl, is_const);
    }
    struct body *body = front->body;
    front->body = NULL;
    global->init = front_variable_value(front, initialiser);
    if (front->unit->cplusplus) {
        bool local = (front_symbol_at(front, global->sym)->flags & SYMBOL_LOCAL_STATIC) != 0;
        bool dynamic = !local && front_is_dynamic(front, decl);
        global->destructor = front_destructor(front, clang_getCursorType(decl));
        global->flags |= dynamic ? (uint32_t)GLOBAL_DYNAMIC : 0U;
        global->flags |= global->destructor.i ? (uint32_t)GLOBAL_DESTROYED : 0U;
    }
    front->body = body;
}

void front_global(struct front *front, CXCursor decl)
{
    CXCursor best = front_definition(decl);
    if (clang_Cursor_hasVarDeclGlobalStorage(best) != 1) {
        return;
    }
    sym_id sym = front_symbol(front, best);
    if (sym.i == 0) {
        return;
    }
    struct global global = {.sym = sym};
    uint32_t at = front->unit->globals.n;
    const char *key = arena_printf(front->scratch, "%u", sym.i);
    bool declared = front_is_declared_only(best);
    if (strmap_get(front->global_by_sym, key, &at)) {
        if (declared || !(front->unit->globals.at[at].flags & GLOBAL_DECLARATION)) {
            bool tentative = !declared && front->unit->globals.at[at].init.i == 0 &&
                             !clang_Cursor_isNull(clang_Cursor_getVarDeclInitializer(best));
            if (!tentative) {
                return;
            }
        }
    } else {
        strmap_put(front->global_by_sym, key, at);
        VEC_PUSH(front->arena, &front->unit->globals, global);
    }
    if (declared) {
        global.flags = GLOBAL_DECLARATION;
        global.where = front_where(front, clang_getCursorLocation(best));
    } else {
        fill(front, &global, best);
    }
    front->unit->globals.at[at] = global;
}
