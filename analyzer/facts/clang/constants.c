/*
 * constants.c - is a variable initialised when the code is compiled, or by code at load?
 *
 * libclang does not say.  An initialiser runs code if it holds a call of something that is not
 * constexpr, in it or in what it calls; a constructor that the compiler writes counts by the
 * members and bases that it constructs.  Numbers are asked from clang's own evaluation, which
 * forgets what a comma or `&&` runs beside the value: there it is not asked.  A constexpr
 * constructor that can call something else, by its arguments, is taken to run: the walk knows the
 * arguments and takes the branch.
 */
#include "facts/clang/front.h"

#include <ctype.h>
#include <string.h>

/* What a look through an initialiser finds. */
struct look {
    struct front *front;
    bool dynamic;
};

static bool is_word_at(const char *text, size_t at, const char *word)
{
    bool starts = at == 0 || (!isalnum((unsigned char)text[at - 1]) && text[at - 1] != '_');
    return starts && strncmp(text + at, word, strlen(word)) == 0;
}

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
    for (size_t i = 0; i + strlen(word) <= len; i++) {
        if (is_word_at(text, i, word)) {
            return true;
        }
    }
    return false;
}

/* The same for the declaration as clang writes it: without macros. */
static bool is_printed(struct front *front, CXCursor decl, const char *word)
{
    CXPrintingPolicy policy = clang_getCursorPrintingPolicy(decl);
    clang_PrintingPolicy_setProperty(policy, CXPrintingPolicy_TerseOutput, 1);
    const char *text = front_string(front->scratch, clang_getCursorPrettyPrinted(decl, policy));
    clang_PrintingPolicy_dispose(policy);
    size_t len = strcspn(text, "({");
    for (size_t i = 0; i < len; i++) {
        if (is_word_at(text, i, word)) {
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
           has_word(front, decl, "consteval") || is_printed(front, function, "constexpr") ||
           is_printed(front, function, "consteval");
}

static bool calls_code(struct front *front, CXCursor function);

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
        look->dynamic = clang_Cursor_isNull(function) || calls_code(look->front, function);
    }
    return look->dynamic ? CXChildVisit_Break : CXChildVisit_Recurse;
}

/* True unless the function is constexpr, and all that it can call, too. */
static bool calls_code(struct front *front, CXCursor function)
{
    const char *key = front_key(front, clang_getCanonicalCursor(function).data[0]);
    uint32_t known = 0;
    if (strmap_get(front->calls_code, key, &known)) {
        return known != 0;
    }
    strmap_put(front->calls_code, key, 0);
    struct look look = {.front = front, .dynamic = !is_constexpr(front, function)};
    CXCursor definition = clang_getCursorDefinition(function);
    if (!look.dynamic && !clang_Cursor_isNull(definition) && !front_in_std(function) &&
        front->depth < FRONT_MAX_DEPTH) {
        front->depth++;
        clang_visitChildren(definition, look_at, &look);
        front->depth--;
    }
    strmap_put(front->calls_code, key, look.dynamic ? 1 : 0);
    return look.dynamic;
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
    return calls_code(front, constructor);
}

/* Looks for operators whose value says nothing of all their operands. */
static enum CXChildVisitResult look_for_beside(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    bool *found = data;
    if (clang_getCursorKind(cursor) == CXCursor_BinaryOperator) {
        enum CXBinaryOperatorKind op = clang_getCursorBinaryOperatorKind(cursor);
        *found = op == CXBinaryOperator_Comma || op == CXBinaryOperator_LAnd ||
                 op == CXBinaryOperator_LOr;
    }
    return *found ? CXChildVisit_Break : CXChildVisit_Recurse;
}

/* True if clang can compute the value, and nothing runs beside it. */
static bool has_value(CXCursor initialiser)
{
    bool beside = false;
    if (look_for_beside(initialiser, initialiser, &beside) == CXChildVisit_Recurse) {
        clang_visitChildren(initialiser, look_for_beside, &beside);
    }
    CXEvalResult result = beside ? NULL : clang_Cursor_Evaluate(initialiser);
    bool constant = result && clang_EvalResult_getKind(result) != CXEval_UnExposed;
    if (result) {
        clang_EvalResult_dispose(result);
    }
    return constant;
}

bool front_is_dynamic(struct front *front, CXCursor decl)
{
    CXCursor initialiser = clang_Cursor_getVarDeclInitializer(decl);
    if (clang_Cursor_isNull(initialiser) || has_word(front, decl, "constexpr") ||
        has_word(front, decl, "constinit") || !front_expression_runs_code(front, initialiser)) {
        return false;
    }
    CXType type = clang_getCanonicalType(clang_getCursorType(decl));
    return type.kind == CXType_Record || type.kind == CXType_ConstantArray ||
           !has_value(initialiser);
}
