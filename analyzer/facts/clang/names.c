/*
 * names.c - the names that facts carry.
 *
 * Names of unnamed things hold places in clang's spelling ("(unnamed struct at /a/b.c:1:2)"); here
 * they are left out, for facts must not depend on where a checkout lies.
 */
#include "facts/clang/front.h"

#include <string.h>

#include "base/strbuf.h"
#include "base/text.h"

const char *front_clean_name(struct arena *arena, const char *text)
{
    if (!strstr(text, " at ")) {
        return text;
    }
    struct strbuf out;
    strbuf_init(&out, arena);
    bool unnamed = false;
    for (const char *c = text; *c; c++) {
        if (*c == '(') {
            unnamed = text_starts(c, "(unnamed") || text_starts(c, "(anonymous") ||
                      text_starts(c, "(lambda");
        }
        const char *close = unnamed && text_starts(c, " at ") ? strchr(c, ')') : NULL;
        if (close) {
            c = close;
            unnamed = false;
        }
        strbuf_addc(&out, *c);
    }
    return out.text;
}

const char *front_type_text(struct front *front, CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    return front_clean_name(front->arena,
                            front_string(front->arena, clang_getTypeSpelling(canonical)));
}

static bool is_record(enum CXCursorKind kind)
{
    return kind == CXCursor_StructDecl || kind == CXCursor_UnionDecl ||
           kind == CXCursor_ClassDecl || kind == CXCursor_ClassTemplate ||
           kind == CXCursor_ClassTemplatePartialSpecialization;
}

static bool is_function(enum CXCursorKind kind)
{
    return kind == CXCursor_FunctionDecl || kind == CXCursor_CXXMethod ||
           kind == CXCursor_Constructor || kind == CXCursor_Destructor ||
           kind == CXCursor_ConversionFunction || kind == CXCursor_FunctionTemplate;
}

bool front_is_invoker(CXCursor decl)
{
    if (clang_getCursorKind(decl) != CXCursor_CXXMethod || !clang_CXXMethod_isStatic(decl)) {
        return false;
    }
    CXString type = clang_getTypeSpelling(clang_getCursorType(clang_getCursorSemanticParent(decl)));
    CXString name = clang_getCursorSpelling(decl);
    const char *text = clang_getCString(type);
    bool is = text && strstr(text, "(lambda at ") && !strcmp(clang_getCString(name), "__invoke");
    clang_disposeString(name);
    clang_disposeString(type);
    return is;
}

/* The declaration's own name. */
static const char *bare_name(struct front *front, CXCursor decl)
{
    enum CXCursorKind kind = clang_getCursorKind(decl);
    const char *name =
        front_clean_name(front->arena, front_string(front->arena, clang_getCursorSpelling(decl)));
    if (kind == CXCursor_Constructor || kind == CXCursor_Destructor) {
        const char *angle = strchr(name, '<');
        return angle ? arena_strndup(front->arena, name, (size_t)(angle - name)) : name;
    }
    if (front_is_invoker(decl)) {
        return "operator()";
    }
    if (!*name) {
        return kind == CXCursor_ParmDecl ? "" : "(anonymous)";
    }
    if (is_record(kind) && strchr(name, '(')) {
        return strstr(name, "lambda") ? "(lambda)" : "(unnamed)";
    }
    return name;
}

const char *front_qualified_name(struct front *front, CXCursor decl, bool *namespaced)
{
    const char *name = bare_name(front, decl);
    *namespaced = false;
    CXCursor parent = clang_getCursorSemanticParent(decl);
    for (int guard = 0; guard < 256; guard++) {
        enum CXCursorKind kind = clang_getCursorKind(parent);
        if (clang_Cursor_isNull(parent) || clang_isTranslationUnit(kind) || clang_isInvalid(kind)) {
            break;
        }
        bool is_namespace = kind == CXCursor_Namespace;
        if (is_namespace && clang_Cursor_isInlineNamespace(parent)) {
            parent = clang_getCursorSemanticParent(parent);
            continue;
        }
        if (is_namespace || is_record(kind) || is_function(kind)) {
            const char *outer = bare_name(front, parent);
            *namespaced = *namespaced || is_record(kind) ||
                          (is_namespace && strcmp(outer, "(anonymous)") != 0);
            name = arena_printf(front->arena, "%s::%s", outer, name);
        }
        parent = clang_getCursorSemanticParent(parent);
    }
    return name;
}

bool front_in_std(CXCursor decl)
{
    for (int guard = 0; guard < 256; guard++) {
        enum CXCursorKind kind = clang_getCursorKind(decl);
        if (clang_Cursor_isNull(decl) || clang_isTranslationUnit(kind) || clang_isInvalid(kind)) {
            return false;
        }
        if (kind == CXCursor_Namespace) {
            CXString spelling = clang_getCursorSpelling(decl);
            const char *name = clang_getCString(spelling);
            bool is_std = name && (strcmp(name, "std") == 0 || strcmp(name, "__gnu_cxx") == 0 ||
                                   strcmp(name, "__cxxabiv1") == 0);
            clang_disposeString(spelling);
            if (is_std) {
                return true;
            }
        }
        decl = clang_getCursorSemanticParent(decl);
    }
    return false;
}

bool front_in_template(CXCursor decl)
{
    for (int guard = 0; guard < 256; guard++) {
        enum CXCursorKind kind = clang_getCursorKind(decl);
        if (clang_Cursor_isNull(decl) || clang_isTranslationUnit(kind) || clang_isInvalid(kind)) {
            return false;
        }
        if (kind == CXCursor_FunctionTemplate || kind == CXCursor_ClassTemplate ||
            kind == CXCursor_ClassTemplatePartialSpecialization) {
            return true;
        }
        decl = clang_getCursorSemanticParent(decl);
    }
    return false;
}
