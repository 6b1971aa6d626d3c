/*
 * deleters.c - what an owner calls instead of `delete`.
 *
 * The deleter of a std::unique_ptr is its second template argument: the body of the pointer's
 * destructor calls its operator().  Where the type does not say it (a pointer to a function, a
 * std::shared_ptr, whose type says nothing) a variable that is initialised with a deleter gets a
 * destructor of its own, which calls it; so does a field or global that is given one later
 * (given_deleters.c).  Where none is known the call goes to an unknown function, and later stages
 * say so; that does not count for a std::shared_ptr, which mostly has no deleter.
 */
#include "facts/clang/front.h"

#include <string.h>

static CXCursor deleter_class(CXType type)
{
    CXType deleter = clang_Type_getTemplateArgumentAsType(type, 1);
    return deleter.kind == CXType_Invalid
               ? clang_getNullCursor()
               : front_definition(clang_getTypeDeclaration(clang_getCanonicalType(deleter)));
}

bool front_has_deleter(CXType type)
{
    static const char *const name = "unique_ptr";
    CXType canonical = clang_getCanonicalType(type);
    CXCursor record = clang_getTypeDeclaration(canonical);
    return front_has_name(record, &name, 1) && front_in_std(record) &&
           clang_Type_getNumTemplateArguments(canonical) == 2 &&
           !front_in_std(deleter_class(canonical));
}

/* The operator() of a deleter's class; null if it is none, or several. */
static CXCursor operator_of(struct front *front, CXCursor record)
{
    static const char *const name = "operator()";
    if (clang_Cursor_isNull(record) || front_is_closure(record)) {
        return clang_getNullCursor();
    }
    struct cursors made = front_instances(front, record);
    for (uint32_t i = 0; i < made.n; i++) {
        if (front_has_name(made.at[i], &name, 1)) {
            return made.at[i];
        }
    }
    return front_call_operator(front, record);
}

/* `if (...) callee(...)` */
static node_id call_of(struct front *front, node_id callee, where_id where)
{
    struct list list = {0};
    list_add(front, &list, callee);
    list_add(front, &list, node_add(front, NODE_OPAQUE));
    node_id call = node_add(front, NODE_CALL);
    node_set_children(front, call, list);
    node_at(front, call)->flags |= NODE_IMPLICIT;
    node_at(front, call)->where = where;
    struct list parts = {0};
    list_add(front, &parts, node_add(front, NODE_OPAQUE));
    list_add(front, &parts, node_with(front, NODE_BLOCK, call));
    node_id test = node_add(front, NODE_IF);
    node_set_children(front, test, parts);
    return test;
}

void front_call_deleter(struct front *front, struct list *list, CXType type)
{
    CXCursor record = deleter_class(clang_getCanonicalType(type));
    CXCursor function = operator_of(front, record);
    node_id callee = node_add(front, NODE_OPAQUE);
    where_id where = front_where(front, clang_getCursorLocation(record));
    if (!clang_Cursor_isNull(function)) {
        callee = node_with(front, NODE_FIELD, callee);
        sym_id sym = front_symbol(front, function);
        node_at(front, callee)->sym = sym;
        where = front_symbol_at(front, sym)->where;
    }
    list_add(front, list, call_of(front, callee, where));
}

/* ---- of a variable ---- */

static enum CXChildVisitResult find_construction(CXCursor cursor, CXCursor parent,
                                                 CXClientData data)
{
    static const char *const names[] = {"unique_ptr", "shared_ptr"};
    (void)parent;
    CXCursor *found = data;
    CXCursor function = clang_getCursorReferenced(cursor);
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    if (kind == CXCursor_CallExpr && clang_getCursorKind(function) == CXCursor_Constructor &&
        clang_Cursor_getNumArguments(cursor) >= 2 && front_in_std(function) &&
        front_has_name(clang_getCursorSemanticParent(function), names, 2)) {
        *found = cursor;
        return CXChildVisit_Break;
    }
    bool passes = clang_isExpression(kind) && kind != CXCursor_LambdaExpr;
    return passes && (kind != CXCursor_CallExpr || clang_Cursor_getNumArguments(cursor) == 1)
               ? CXChildVisit_Recurse
               : CXChildVisit_Continue;
}

/* Looks for a constructor that is not seen, or initialises the member itself. */
struct override_look {
    CXCursor field;
    bool found;
};

static enum CXChildVisitResult look_for_member(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct override_look *look = data;
    look->found |= clang_getCursorKind(cursor) == CXCursor_MemberRef &&
                   clang_equalCursors(clang_getCursorReferenced(cursor), look->field);
    return look->found ? CXChildVisit_Break : CXChildVisit_Continue;
}

static enum CXChildVisitResult look_at_member(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct override_look *look = data;
    enum CXCursorKind kind = clang_getCursorKind(cursor);
    CXCursor definition = clang_getCursorDefinition(cursor);
    if (kind == CXCursor_FunctionTemplate) {
        look->found = true; /* perhaps a constructor */
    } else if (kind == CXCursor_Constructor && clang_CXXMethod_isDefaulted(cursor) == 0) {
        look->found |= clang_Cursor_isNull(definition);
        if (!look->found) {
            clang_visitChildren(definition, look_for_member, look);
        }
    }
    return look->found ? CXChildVisit_Break : CXChildVisit_Continue;
}

/* What each constructor of its class gives a member with a deleter; null if one may give another.
 */
static CXCursor construction_of_member(CXCursor field)
{
    struct override_look look = {.field = field};
    CXCursor found = clang_getNullCursor();
    clang_visitChildren(clang_getCursorSemanticParent(field), look_at_member, &look);
    if (!look.found) {
        clang_visitChildren(field, find_construction, &found);
    }
    return found;
}

CXCursor front_construction_in(CXCursor expression)
{
    CXCursor found = clang_getNullCursor();
    if (clang_Cursor_isNull(expression)) {
        return found;
    }
    if (find_construction(expression, expression, &found) == CXChildVisit_Recurse) {
        clang_visitChildren(expression, find_construction, &found);
    }
    return found;
}

/* The call of the constructor that is given a deleter; null: there is none. */
static CXCursor construction_of(CXCursor variable)
{
    return clang_getCursorKind(variable) == CXCursor_FieldDecl
               ? construction_of_member(variable)
               : front_construction_in(clang_Cursor_getVarDeclInitializer(variable));
}

bool front_is_deleter(CXCursor argument)
{
    CXType type = front_without_reference(clang_getCursorType(argument));
    bool record = type.kind == CXType_Record && !front_in_std(clang_getTypeDeclaration(type));
    return record || front_is_callable(type);
}

CXCursor front_deleter_of(CXCursor variable)
{
    CXCursor found = construction_of(variable);
    if (clang_Cursor_isNull(found)) {
        return found;
    }
    CXCursor deleter = clang_Cursor_getArgument(found, 1);
    return front_is_deleter(deleter) ? deleter : clang_getNullCursor();
}

CXCursor front_deleted_value(CXCursor variable)
{
    return clang_Cursor_getArgument(construction_of(variable), 0);
}

static sym_id destructor_symbol(struct front *front, CXCursor variable, CXCursor deleter)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(variable));
    const char *name =
        front_string(front->arena, clang_getCursorSpelling(clang_getTypeDeclaration(type)));
    struct symbol symbol = {.kind = SYMBOL_DESTRUCTOR,
                            .flags = SYMBOL_INTERNAL | SYMBOL_NAMESPACED | SYMBOL_MEMBER,
                            .type = "void ()",
                            .where = front_where(front, clang_getCursorLocation(deleter))};
    symbol.name = arena_printf(front->arena, "std::%s::~%s", name, name);
    symbol.usr = arena_printf(front->arena, "c:deleter@%u", front->unit->symbols.n);
    return front_add_symbol(front, &symbol);
}

/* Appends the calls of the deleters, and the destruction of what a counted pointer may hold that
 * was given none. */
static void call_deleters(struct front *front, struct list *list, CXCursor variable,
                          const struct cursors *deleters)
{
    static const char *const counted = "shared_ptr";
    CXType type = clang_getCanonicalType(clang_getCursorType(variable));
    uint32_t mark = front->temporaries.n;
    for (uint32_t i = 0; i < deleters->n; i++) {
        node_id callee = front_callable(front, deleters->at[i]);
        where_id where = front_where(front, clang_getCursorLocation(deleters->at[i]));
        list_add(front, list, call_of(front, callee, where));
    }
    front->temporaries.n = mark;
    if (clang_Cursor_isNull(front_deleter_of(variable)) &&
        front_has_name(clang_getTypeDeclaration(type), &counted, 1)) {
        front_destroy_owned(front, list, type);
    }
}

sym_id front_deleting_destructor(struct front *front, CXCursor variable)
{
    struct cursors deleters = front_given_deleters(front, variable);
    CXCursor first = front_deleter_of(variable);
    if (!clang_Cursor_isNull(first)) {
        VEC_PUSH(front->scratch, &deleters, first);
    }
    if (deleters.n == 0) {
        return (sym_id){0};
    }
    sym_id known = front_symbol(front, variable);
    const char *key = arena_printf(front->scratch, "deleter %u", known.i);
    if (strmap_get(front->members_of, key, &known.i)) {
        return known;
    }
    struct body *around = front->body;
    struct body body = {.function = destructor_symbol(front, variable, deleters.at[0]),
                        .serial = ++front->n_bodies};
    front->body = &body;
    body.self = front_self(front, clang_getCursorType(variable));
    struct function function = {.sym = body.function,
                                .flags = FUNCTION_IMPLICIT,
                                .priority = 65535,
                                .first_param = front->unit->params.n,
                                .n_params = 1};
    VEC_PUSH(front->arena, &front->unit->params, body.self);
    struct list list = {0};
    call_deleters(front, &list, variable, &deleters);
    function.where = front_where(front, clang_getCursorLocation(deleters.at[0]));
    function.body = node_add(front, NODE_BLOCK);
    node_set_children(front, function.body, list);
    front->body = around;
    front_push_function(front, &function);
    strmap_put(front->members_of, key, body.function.i);
    return body.function;
}
