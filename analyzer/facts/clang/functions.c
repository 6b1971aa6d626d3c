/*
 * functions.c - which functions are extracted, and their bodies.
 *
 * All of the project's own with a body, in source order; then, from a list, those that are referred
 * to: inline functions of headers and template instantiations.  Of namespace std only the
 * names are kept.  Patterns of templates are not extracted, their instantiations are.
 */
#include "facts/clang/front.h"

#include <string.h>

static bool is_function(enum CXCursorKind kind)
{
    return kind == CXCursor_FunctionDecl || kind == CXCursor_CXXMethod ||
           kind == CXCursor_Constructor || kind == CXCursor_Destructor ||
           kind == CXCursor_ConversionFunction;
}

void front_push_function(struct front *front, const struct function *function)
{
    VEC_PUSH(front->arena, &front->unit->functions, *function);
}

static bool is_lambda_operator(CXCursor decl)
{
    return clang_getCursorKind(decl) == CXCursor_CXXMethod &&
           front_is_closure(clang_getCursorSemanticParent(decl));
}

/* True for a special member that the compiler writes. */
static bool is_composed(CXCursor decl)
{
    enum CXCursorKind kind = clang_getCursorKind(decl);
    return (kind == CXCursor_Constructor || kind == CXCursor_Destructor) &&
           clang_CXXMethod_isDefaulted(decl);
}

void front_want_function(struct front *front, CXCursor decl, sym_id sym)
{
    CXCursor definition = clang_getCursorDefinition(decl);
    bool composed = is_composed(decl);
    if ((clang_Cursor_isNull(definition) && !composed) || front_in_std(decl) ||
        front_in_template(composed ? decl : definition) || !front_claim(front, sym)) {
        return;
    }
    if (composed) {
        struct implicit_member member = {
            .type = clang_getCursorType(clang_getCursorSemanticParent(decl)),
            .sym = sym,
            .destroys = clang_getCursorKind(decl) == CXCursor_Destructor};
        VEC_PUSH(front->scratch, &front->implicit, member);
        return;
    }
    struct pending pending = {.decl = definition, .sym = sym};
    if (front->unit->cplusplus && front->body && is_lambda_operator(decl)) {
        pending.self = front->body->self;
        pending.lambda = true;
    }
    VEC_PUSH(front->scratch, &front->pending, pending);
}

static bool has_this(CXCursor decl)
{
    enum CXCursorKind kind = clang_getCursorKind(decl);
    return kind == CXCursor_Constructor || kind == CXCursor_Destructor ||
           kind == CXCursor_ConversionFunction ||
           (kind == CXCursor_CXXMethod && !clang_CXXMethod_isStatic(decl));
}

static void add_params(struct front *front, struct function *function, CXCursor decl, sym_id self)
{
    function->first_param = front->unit->params.n;
    if (self.i) {
        VEC_PUSH(front->arena, &front->unit->params, self);
    }
    int n = clang_Cursor_getNumArguments(decl);
    for (int i = 0; i < n; i++) {
        sym_id param = front_symbol(front, clang_Cursor_getArgument(decl, (unsigned)i));
        VEC_PUSH(front->arena, &front->unit->params, param);
    }
    function->n_params = front->unit->params.n - function->first_param;
}

static uint32_t flags_of(struct front *front, CXCursor decl, struct function *function)
{
    struct attributes attributes = front_attributes(front, decl);
    uint32_t flags = 0;
    function->priority = attributes.priority;
    flags |= attributes.constructor ? (uint32_t)FUNCTION_CONSTRUCTOR : 0U;
    flags |= attributes.destructor ? (uint32_t)FUNCTION_DESTRUCTOR : 0U;
    flags |=
        front->unit->cplusplus && front_is_noexcept(front, decl) ? (uint32_t)FUNCTION_NOEXCEPT : 0U;
    flags |= attributes.weak || attributes.select_any ? (uint32_t)FUNCTION_WEAK : 0U;
    bool from_template = !clang_Cursor_isNull(clang_getSpecializedCursorTemplate(decl));
    flags |= clang_Cursor_isFunctionInlined(decl) || from_template ? (uint32_t)FUNCTION_INLINE : 0U;
    return flags;
}

/* Finds the body among the children: a block, or a `try` that is the whole body. */
static bool find_body(struct front *front, CXCursor decl, CXCursor *body)
{
    struct span span = front_children(front, decl);
    bool found = false;
    for (uint32_t i = span.n; i-- > 0 && !found;) {
        CXCursor child = front_child(front, span, i);
        enum CXCursorKind kind = clang_getCursorKind(child);
        found = kind == CXCursor_CompoundStmt || kind == CXCursor_CXXTryStmt;
        *body = child;
    }
    front_pop(front, span);
    return found;
}

static node_id build_body(struct front *front, CXCursor decl, CXCursor text)
{
    enum CXCursorKind kind = clang_getCursorKind(decl);
    struct list list = {0};
    if (kind == CXCursor_Constructor) {
        front_construct_members(front, &list, decl);
    }
    node_id block = front_statement_node(front, text);
    if (kind == CXCursor_Constructor && list.first.i) {
        list_add(front, &list, block);
        block = node_add(front, NODE_BLOCK);
        node_set_children(front, block, list);
    }
    if (kind == CXCursor_Destructor) {
        list_add(front, &list, block);
        front_destroy_members(front, &list,
                              clang_getCursorType(clang_getCursorSemanticParent(decl)));
        block = node_add(front, NODE_BLOCK);
        node_set_children(front, block, list);
    }
    if (node_at(front, block)->kind != NODE_BLOCK) {
        block = node_with(front, NODE_BLOCK, block);
    }
    return block;
}

static uint32_t last_line(CXCursor text)
{
    unsigned line = 0;
    CXSourceLocation end = clang_getRangeEnd(clang_getCursorExtent(text));
    clang_getExpansionLocation(end, NULL, &line, NULL, NULL);
    return line;
}

static void extract_body(struct front *front, const struct pending *pending)
{
    CXCursor decl = pending->decl;
    CXCursor text;
    if (front_is_invoker(decl)) { /* it has no body of its own: it is the lambda as a function */
        decl = front_call_operator(front, clang_getCursorSemanticParent(decl));
    }
    if (clang_Cursor_isNull(decl) || !find_body(front, decl, &text)) {
        return;
    }
    struct body body = {.function = pending->sym,
                        .serial = ++front->n_bodies,
                        .first_symbol = front->unit->symbols.n};
    struct body *outer = front->body;
    struct function function = {.sym = pending->sym, .end_line = last_line(text)};
    uint32_t mark = front->objects.n;
    body.partial = front_has_error(front, clang_getCursorExtent(decl));
    sym_id self = {0};
    if (has_this(pending->decl)) {
        self = front_self(front, clang_getCursorType(clang_getCursorSemanticParent(decl)));
    }
    body.self = pending->lambda ? pending->self : self;
    front->body = &body;
    function.flags = flags_of(front, decl, &function);
    function.flags |= body.partial ? (uint32_t)FUNCTION_PARTIAL : 0U;
    function.where = front_where(front, clang_getCursorLocation(decl));
    add_params(front, &function, decl, self);
    function.body = build_body(front, decl, text);
    if (body.partial) {
        front_recover(front, text, function.body);
        front_recover_writes(front, text, function.body);
    }
    front->objects.n = mark;
    front->body = outer;
    front_push_function(front, &function);
}

/* The declaration may be of another parse of the unit (preamble.c). */
static void extract_function(struct front *front, const struct pending *pending)
{
    CXTranslationUnit tu = front->tu;
    front->tu = clang_Cursor_getTranslationUnit(pending->decl);
    extract_body(front, pending);
    front->tu = tu;
}

static void class_declaration(struct front *front, CXCursor decl)
{
    if (!front->unit->cplusplus || !clang_isCursorDefinition(decl)) {
        return;
    }
    front_record(front, decl);
    front_declarations(front, decl);
}

/* Stands in a header, or is made from a template, and is of no use to a unit that does not refer to
 * it. */
static bool is_on_demand(struct front *front, CXCursor decl)
{
    CXFile file = NULL;
    clang_getExpansionLocation(clang_getCursorLocation(decl), &file, NULL, NULL, NULL);
    bool header = file && front_file(front, file) != 0;
    bool own =
        clang_Cursor_isFunctionInlined(decl) || clang_getCursorLinkage(decl) == CXLinkage_Internal;
    if (front_is_instance(decl)) {
        return !front->makes_instances;
    }
    if (!header || !own) {
        return false;
    }
    struct attributes attributes = front_attributes(front, decl);
    return !attributes.constructor && !attributes.destructor;
}

bool front_has_facts(struct front *front, CXCursor decl)
{
    enum CXCursorKind kind = clang_getCursorKind(decl);
    switch (kind) {
    case CXCursor_UnexposedDecl:
        return true;
    case CXCursor_StructDecl:
    case CXCursor_ClassDecl:
    case CXCursor_UnionDecl:
        return front->unit->cplusplus && clang_isCursorDefinition(decl);
    case CXCursor_VarDecl:
        return !front_in_template(decl) && !front_is_declared_only(decl);
    default:
        return is_function(kind) && clang_isCursorDefinition(decl) && !front_in_template(decl) &&
               !is_on_demand(front, decl);
    }
}

void front_declaration(struct front *front, CXCursor decl)
{
    enum CXCursorKind kind = clang_getCursorKind(decl);
    bool from_template =
        kind == CXCursor_UnexposedDecl && clang_Cursor_hasVarDeclGlobalStorage(decl) == 1;
    if (from_template) {
        front_global(front, decl);
    } else if (kind == CXCursor_Namespace || kind == CXCursor_LinkageSpec ||
               kind == CXCursor_UnexposedDecl) {
        front_declarations(front, decl);
    } else if (kind == CXCursor_StructDecl || kind == CXCursor_ClassDecl ||
               kind == CXCursor_UnionDecl) {
        class_declaration(front, decl);
    } else if (front_has_facts(front, decl)) {
        if (kind == CXCursor_VarDecl) {
            front_global(front, decl);
        } else {
            front_symbol(front, decl);
            front_finish_functions(front);
        }
    }
}

void front_declarations(struct front *front, CXCursor parent)
{
    bool top = clang_isTranslationUnit(clang_getCursorKind(parent));
    struct span span = front_children(front, parent);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (!top || !front_is_system(front, child)) {
            front_declaration(front, child);
        }
    }
    front_pop(front, span);
}

void front_finish_functions(struct front *front)
{
    while (front->n_pending_done < front->pending.n) {
        struct pending pending = front->pending.at[front->n_pending_done++];
        extract_function(front, &pending);
    }
}

void front_finish(struct front *front)
{
    bool more = true;
    while (more) {
        more = false;
        front_finish_functions(front);
        while (front->n_implicit_done < front->implicit.n) {
            struct implicit_member member = front->implicit.at[front->n_implicit_done++];
            front_implicit_member(front, &member);
        }
        while (front->n_globals_done < front->pending_globals.n) {
            front_global(front, front->pending_globals.at[front->n_globals_done++]);
        }
        front_finish_records(front);
        more = front->n_pending_done < front->pending.n ||
               front->n_implicit_done < front->implicit.n ||
               front->n_globals_done < front->pending_globals.n;
        more = more || front_tell_records(front);
    }
}
