/*
 * lifetimes.c - when a variable of the program is made and destroyed, besides at load and unload.
 *
 * A reference of a namespace keeps the temporary that it is bound to: that is destroyed as a
 * variable is.  Thread-local variables that need code are made at thread start by Microsoft's
 * compiler; others make them where a thread first uses one
 * (https://itanium-cxx-abi.github.io/cxx-abi/abi.html#TLS).  There each use becomes a call of a
 * function that has the variable's name and makes it, as compilers do it, too.
 */
#include "facts/clang/front.h"

#include <string.h>

#include "base/text.h"

static bool is_reference(CXType type)
{
    return type.kind == CXType_LValueReference || type.kind == CXType_RValueReference;
}

/* Returns the type of the temporary that an expression is or stands in; invalid if it is none. */
static CXType temporary_type(struct front *front, CXCursor cursor)
{
    CXType none = {.kind = CXType_Invalid};
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    CXType type = clang_getCanonicalType(clang_getCursorType(cursor));
    CXCursor function = clang_getCursorReferenced(cursor);
    if (kind == CXCursor_CallExpr) {
        CXType result = clang_getCanonicalType(clang_getCursorResultType(function));
        bool constructs = clang_getCursorKind(function) == CXCursor_Constructor;
        return constructs || !is_reference(result) ? type : none;
    }
    if (kind == CXCursor_InitListExpr || kind == CXCursor_LambdaExpr) {
        return type;
    }
    bool passes = kind == CXCursor_UnexposedExpr || kind == CXCursor_ParenExpr ||
                  kind == CXCursor_CXXFunctionalCastExpr || kind == CXCursor_CStyleCastExpr ||
                  kind == CXCursor_CXXStaticCastExpr || kind == CXCursor_MemberRefExpr;
    struct span span = front_children(front, cursor);
    front_drop_non_expressions(front, &span);
    CXCursor last = front_child(front, span, span.n - 1);
    bool only = passes && span.n > 0 && front->depth < FRONT_MAX_DEPTH;
    front_pop(front, span);
    if (!only) {
        return none;
    }
    front->depth++;
    CXType found = temporary_type(front, last);
    front->depth--;
    return found;
}

sym_id front_lasting_destructor(struct front *front, CXCursor decl)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(decl));
    CXCursor initialiser = clang_Cursor_getVarDeclInitializer(decl);
    if (front_attributes(front, decl).no_destroy || front_stays_empty(front, decl)) {
        return (sym_id){0};
    }
    if (!is_reference(type)) {
        uint32_t known = front_deleting_destructor(front, decl).i;
        return known != 0 ? (sym_id){known} : front_destructor(front, type);
    }
    CXType temporary = {.kind = CXType_Invalid};
    if (!clang_Cursor_isNull(initialiser)) {
        temporary = temporary_type(front, initialiser);
    }
    return temporary.kind == CXType_Record ? front_destructor(front, temporary) : (sym_id){0};
}

/* True if thread-local variables are made when a thread starts. */
static bool makes_at_start(const struct front *front)
{
    const struct extract_request *request = front->request;
    for (uint32_t i = 0; i < request->n_args; i++) {
        const char *arg = request->args[i];
        if (text_starts(arg, "-D_MSC_VER") || text_starts(arg, "_MSC_VER=")) {
            return true;
        }
    }
    return strstr(front->unit->target, "msvc") != NULL;
}

bool front_is_made_on_use(struct front *front, CXCursor decl)
{
    if (!front->unit->cplusplus || clang_getCursorTLSKind(decl) == CXTLS_None ||
        clang_getCursorLinkage(decl) == CXLinkage_NoLinkage || makes_at_start(front)) {
        return false;
    }
    CXCursor definition = front_definition(decl);
    return front_is_dynamic(front, definition) ||
           front_lasting_destructor(front, definition).i != 0;
}

/* The function that makes the variable. */
static sym_id maker_of(struct front *front, CXCursor decl)
{
    sym_id variable = front_symbol(front, front_definition(decl));
    struct symbol symbol = *front_symbol_at(front, variable);
    symbol.kind = SYMBOL_FUNCTION;
    symbol.flags &= SYMBOL_INTERNAL | SYMBOL_SYSTEM | SYMBOL_NAMESPACED;
    symbol.usr = arena_printf(front->arena, "%s@make", symbol.usr);
    symbol.type = "void ()";
    uint32_t found = 0;
    if (!strmap_get(front->symbol_by_name, symbol.usr, &found)) {
        found = front->unit->symbols.n;
        VEC_PUSH(front->arena, &front->unit->symbols, symbol);
        strmap_put(front->symbol_by_name, symbol.usr, found);
    }
    return (sym_id){found};
}

node_id front_use_of(struct front *front, CXCursor decl, node_id use)
{
    if (!front_is_made_on_use(front, decl)) {
        return use;
    }
    sym_id maker = maker_of(front, decl);
    node_id call = node_with(front, NODE_CALL, node_ref(front, maker));
    node_at(front, call)->flags |= NODE_IMPLICIT;
    struct list list = {0};
    list_add(front, &list, call);
    list_add(front, &list, use);
    node_id node = node_add(front, NODE_COMMA);
    node_set_children(front, node, list);
    return node;
}

void front_make_on_use(struct front *front, struct global *global, CXCursor decl)
{
    struct function function = {
        .flags = FUNCTION_IMPLICIT | FUNCTION_INLINE, .priority = 65535, .where = global->where};
    function.sym = maker_of(front, decl);
    function.first_param = front->unit->params.n;
    bool dynamic = (global->flags & GLOBAL_DYNAMIC) != 0;
    node_id made = node_with(front, NODE_DECLARE, dynamic ? global->init : (node_id){0});
    node_at(front, made)->sym = global->sym;
    node_place(front, made, decl);
    function.body = node_with(front, NODE_BLOCK, made);
    global->init = dynamic ? (node_id){0} : global->init;
    global->flags = (global->flags & ~(uint32_t)GLOBAL_DYNAMIC) | GLOBAL_ON_USE;
    front_push_function(front, &function);
}
