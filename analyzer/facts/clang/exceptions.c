/*
 * exceptions.c - what is thrown, and what a handler catches, as texts that can be compared.
 *
 * A `throw` of an object has the lines of all types by which it can be caught: its own and its
 * bases'.  A handler has the one type that it names.  Where a type cannot be told (a pointer, a
 * template, `throw;`, `catch (...)`) there is no text, and everything matches.
 *
 * Before C++17 the type of a function does not say that it is noexcept; then what is declared does.
 * A condition that is not written as `false` counts as true there: it is not evaluated.
 */
#include "facts/clang/front.h"

#include <string.h>

static CXType plain_type(CXType type)
{
    type = clang_getCanonicalType(type);
    if (type.kind == CXType_LValueReference || type.kind == CXType_RValueReference) {
        type = clang_getCanonicalType(clang_getPointeeType(type));
    }
    return clang_getUnqualifiedType(type);
}

static bool can_be_told(CXType type)
{
    bool arithmetic = type.kind >= CXType_FirstBuiltin && type.kind <= CXType_LastBuiltin &&
                      type.kind != CXType_Dependent && type.kind != CXType_NullPtr;
    bool record = type.kind == CXType_Record && clang_Type_getNumTemplateArguments(type) <= 0;
    return arithmetic || record || type.kind == CXType_Enum;
}

const char *front_caught_type(struct front *front, CXCursor variable)
{
    CXType type = plain_type(clang_getCursorType(variable));
    return can_be_told(type) ? front_type_text(front, type) : NULL;
}

/* The type's name, and on further lines its bases'; NULL if one cannot be told. */
static const char *with_bases(struct front *front, CXType type, int depth)
{
    if (!can_be_told(type) || depth > 16) {
        return NULL;
    }
    const char *text = front_type_text(front, type);
    struct bases bases = {0};
    if (type.kind == CXType_Record) {
        bases = front_bases(front, type);
    }
    for (uint32_t i = 0; i < bases.n && text != NULL; i++) {
        CXType base = bases.at[i].lost ? bases.at[i].type : plain_type(bases.at[i].type);
        const char *more = with_bases(front, base, depth + 1);
        text = more == NULL ? NULL : arena_printf(front->arena, "%s\n%s", text, more);
    }
    return text;
}

const char *front_thrown_type(struct front *front, CXCursor expression)
{
    struct span span = front_children(front, expression);
    front_drop_non_expressions(front, &span);
    const char *text = NULL;
    if (span.n == 1) {
        CXType type = plain_type(clang_getCursorType(front_child(front, span, 0)));
        text = with_bases(front, type, 0);
    }
    front_pop(front, span);
    return text;
}

/* True if the type does not say that exceptions may come: what it says, or was written. */
static bool is_computed_true(struct front *front, CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    const char *text = front_string(front->scratch, clang_getTypeSpelling(canonical));
    if (strstr(text, "noexcept") == NULL) {
        text = front_string(front->scratch, clang_getTypeSpelling(type));
    }
    return strstr(text, "noexcept(false)") == NULL;
}

bool front_is_noexcept(struct front *front, CXCursor function)
{
    CXType type = clang_getCursorType(function);
    switch (clang_getExceptionSpecificationType(type)) {
    case CXCursor_ExceptionSpecificationKind_DynamicNone:
    case CXCursor_ExceptionSpecificationKind_BasicNoexcept:
    case CXCursor_ExceptionSpecificationKind_NoThrow:
        return true;
    case CXCursor_ExceptionSpecificationKind_ComputedNoexcept:
        return is_computed_true(front, type);
    case CXCursor_ExceptionSpecificationKind_Unevaluated:
        return clang_getCursorKind(function) == CXCursor_Destructor;
    default:
        return false;
    }
}
