/*
 * members.c - the bodies of constructors and destructors around what is written: the order of
 * bases and fields, default initialisers, and whole bodies of members that nobody wrote.
 */
#include "facts/clang/front.h"

#include <string.h>

/* One written initialiser: what it is for, and its expression. */
struct written {
    const char *usr; /* of the field, or of the base's record */
    CXCursor expression;
};

/* The constructor at hand. */
struct constructing {
    struct list *list;
    VEC(struct written) written;
    CXCursor inherited; /* the constructor, if it is a base's; else null */
};

static CXCursor record_of(CXType type)
{
    return front_definition(clang_getTypeDeclaration(clang_getCanonicalType(type)));
}

static const char *usr_of(struct front *front, CXCursor decl)
{
    return front_string(front->scratch, clang_getCursorUSR(decl));
}

/* Reads the initialisers that are written: a reference, then its expression. */
static void read_written(struct front *front, struct constructing *at, CXCursor constructor)
{
    struct span span = front_children(front, constructor);
    const char *usr = NULL;
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        enum CXCursorKind kind = clang_getCursorKind(child);
        if (kind == CXCursor_MemberRef) {
            usr = usr_of(front, clang_getCursorReferenced(child));
        } else if (kind == CXCursor_TypeRef) {
            usr = usr_of(front, record_of(clang_getCursorType(child)));
        } else if (kind == CXCursor_TemplateRef) {
            usr = "template";
        } else if (clang_isExpression(kind) && usr) {
            struct written entry = {.usr = usr, .expression = child};
            CXCursor record = record_of(clang_getCursorType(child));
            bool of_base = strcmp(usr, "template") == 0;
            entry.usr = of_base ? usr_of(front, record) : usr;
            VEC_PUSH(front->scratch, &at->written, entry);
            usr = NULL;
        }
    }
    front_pop(front, span);
}

static bool find_written(const struct constructing *at, const char *usr, CXCursor *expression)
{
    for (uint32_t i = 0; i < at->written.n; i++) {
        if (*usr && strcmp(at->written.at[i].usr, usr) == 0) {
            *expression = at->written.at[i].expression;
            return true;
        }
    }
    return false;
}

static node_id self_field(struct front *front, sym_id field)
{
    node_id self = node_ref(front, front->body ? front->body->self : (sym_id){0});
    node_id node = node_with(front, NODE_FIELD, self);
    node_at(front, node)->sym = field;
    node_at(front, node)->flags |= NODE_ARROW | NODE_IMPLICIT;
    return node;
}

static node_id implicit_construct(struct front *front, sym_id constructor, CXCursor at)
{
    node_id node = node_add(front, NODE_CONSTRUCT);
    node_at(front, node)->sym = constructor;
    node_at(front, node)->flags |= NODE_IMPLICIT;
    node_place(front, node, at);
    return node;
}

node_id front_assign_field(struct front *front, CXCursor field, node_id value)
{
    struct list operands = {0};
    list_add(front, &operands, self_field(front, front_symbol(front, field)));
    list_add(front, &operands, value);
    node_id node = node_add(front, NODE_ASSIGN);
    node_set_children(front, node, operands);
    node_at(front, node)->flags |= NODE_IMPLICIT;
    return node;
}

node_id front_construct_self(struct front *front, node_id construct)
{
    if (node_at(front, construct)->kind != NODE_CONSTRUCT) {
        return construct;
    }
    node_at(front, construct)->flags |= NODE_ARROW;
    where_id where = node_at(front, construct)->where;
    node_id self = node_ref(front, front->body ? front->body->self : (sym_id){0});
    struct list operands = {0};
    list_add(front, &operands, node_with(front, NODE_DEREF, self));
    list_add(front, &operands, construct);
    node_id node = node_add(front, NODE_ASSIGN);
    node_set_children(front, node, operands);
    node_at(front, node)->flags |= NODE_IMPLICIT;
    node_at(front, node)->where = where;
    return node;
}

/* A field's value: an assignment, whatever makes it. */
static void add_field_value(struct front *front, struct list *list, CXCursor field,
                            CXCursor expression)
{
    uint32_t mark = front->temporaries.n;
    node_id value = front_object_expression(front, expression);
    node_id node = front_assign_field(front, field, value);
    node_place(front, node, expression);
    list_add(front, list, node);
    front_end_temporaries(front, list, mark);
}

static void construct_field(struct front *front, const struct constructing *at, CXCursor field)
{
    CXCursor expression;
    if (find_written(at, usr_of(front, field), &expression)) {
        add_field_value(front, at->list, field, expression);
        return;
    }
    CXCursor pattern = front_field_initialiser(front, field);
    if (!clang_Cursor_isNull(pattern)) {
        add_field_value(front, at->list, field, pattern);
        return;
    }
    sym_id constructor = front_default_constructor(front, clang_getCursorType(field));
    if (constructor.i) {
        node_id value = implicit_construct(front, constructor, field);
        bool pointer = front_is_function_object(clang_getCursorType(field));
        list_add(front, at->list, pointer ? value : front_assign_field(front, field, value));
    }
}

/* A member of a union is there only if something says so. */
static void construct_alternative(struct front *front, const struct constructing *at,
                                  CXCursor field)
{
    CXCursor expression;
    if (find_written(at, usr_of(front, field), &expression) ||
        !clang_Cursor_isNull(front_field_initialiser(front, field))) {
        construct_field(front, at, field);
    }
}

/* The constructor of a base, or another one of the same class, for the object at hand. */
static void construct_whole(struct front *front, struct list *list, CXCursor expression)
{
    uint32_t mark = front->temporaries.n;
    node_id node = front_object_expression(front, expression);
    list_add(front, list, front_construct_self(front, node));
    front_end_temporaries(front, list, mark);
}

static void construct_base(struct front *front, const struct constructing *at,
                           const struct base *base)
{
    CXCursor expression;
    const char *usr = usr_of(front, record_of(base->type));
    if (find_written(at, usr, &expression)) {
        front->base_made = usr;
        construct_whole(front, at->list, expression);
        front->base_made = NULL;
        return;
    }
    node_id inherited = {0};
    if (clang_Cursor_isNull(at->inherited) == 0 && !base->lost) {
        inherited = front_inherited_base(front, at->inherited, base->type);
    }
    sym_id constructor = base->lost ? front_lost_member(front, base, false)
                                    : front_default_constructor(front, base->type);
    if (inherited.i != 0) {
        list_add(front, at->list, front_construct_self(front, inherited));
    } else if (constructor.i) {
        node_id node = implicit_construct(front, constructor, base->at);
        list_add(front, at->list, front_construct_self(front, node));
    }
}

/* Adds the virtual bases of a class and of its bases, each once, in the order in which they are
 * constructed. */
static void add_virtual_bases(struct front *front, struct bases *found, CXType type)
{
    if (type.kind == CXType_Invalid) {
        return;
    }
    struct bases bases = front_bases(front, type);
    for (uint32_t i = 0; i < bases.n; i++) {
        const struct base *base = &bases.at[i];
        add_virtual_bases(front, found, base->type);
        bool known = !clang_isVirtualBase(base->at);
        for (uint32_t k = 0; k < found->n && !known; k++) {
            known = clang_equalCursors(record_of(found->at[k].type), record_of(base->type));
        }
        if (!known) {
            VEC_PUSH(front->scratch, found, *base);
        }
    }
}

/* Adds what only a whole object does: `if (whole) { parts }`. */
static void add_of_whole(struct front *front, struct list *list, struct list parts)
{
    if (parts.first.i == 0) {
        return;
    }
    struct list operands = {0};
    node_id whole = node_add(front, NODE_OPAQUE);
    node_at(front, whole)->flags |= NODE_WHOLE | NODE_IMPLICIT;
    node_id block = node_add(front, NODE_BLOCK);
    node_set_children(front, block, parts);
    list_add(front, &operands, whole);
    list_add(front, &operands, block);
    node_id node = node_add(front, NODE_IF);
    node_set_children(front, node, operands);
    node_at(front, node)->flags |= NODE_IMPLICIT;
    list_add(front, list, node);
}

static void construct_virtual_bases(struct front *front, const struct constructing *at, CXType type)
{
    struct bases bases = {0};
    struct list parts = {0};
    struct constructing of_whole = *at;
    of_whole.list = &parts;
    add_virtual_bases(front, &bases, type);
    for (uint32_t i = 0; i < bases.n; i++) {
        construct_base(front, &of_whole, &bases.at[i]);
    }
    add_of_whole(front, at->list, parts);
}

/* The field as the constructor's own text knows it: patterns of templates have their own. */
static void construct_parts(struct front *front, const struct constructing *at, CXType type)
{
    struct bases bases = front_bases(front, type);
    struct cursors fields = front_fields(front, type);
    if (clang_getCursorKind(record_of(type)) == CXCursor_UnionDecl) {
        for (uint32_t i = 0; i < fields.n; i++) {
            construct_alternative(front, at, fields.at[i]);
        }
        return;
    }
    construct_virtual_bases(front, at, type);
    for (uint32_t i = 0; i < bases.n; i++) {
        if (!clang_isVirtualBase(bases.at[i].at)) {
            construct_base(front, at, &bases.at[i]);
        }
    }
    for (uint32_t i = 0; i < fields.n; i++) {
        construct_field(front, at, fields.at[i]);
    }
}

void front_construct_members(struct front *front, struct list *list, CXCursor constructor)
{
    struct constructing at = {.list = list, .inherited = clang_getNullCursor()};
    CXCursor record = front_definition(clang_getCursorSemanticParent(constructor));
    if (front_is_inherited(front, constructor)) {
        at.inherited = constructor;
    }
    read_written(front, &at, constructor);
    CXCursor delegated;
    bool pattern = front_in_template(constructor);
    if (pattern || find_written(&at, usr_of(front, record), &delegated)) {
        for (uint32_t i = 0; i < at.written.n; i++) {
            front->base_made = at.written.at[i].usr;
            construct_whole(front, list, at.written.at[i].expression);
            front->base_made = NULL;
        }
        return;
    }
    construct_parts(front, &at, clang_getCursorType(record));
}

/* A base is destroyed as the whole object. */
static void destroy_part(struct front *front, struct list *list, sym_id destructor, CXCursor part)
{
    if (destructor.i == 0) {
        return;
    }
    bool is_field = clang_getCursorKind(part) == CXCursor_FieldDecl;
    node_id object = is_field ? self_field(front, front_symbol(front, part))
                              : node_ref(front, front->body ? front->body->self : (sym_id){0});
    node_id node = node_with(front, NODE_DESTROY, object);
    node_at(front, node)->sym = destructor;
    node_at(front, node)->flags |= NODE_IMPLICIT;
    node_at(front, node)->where = front_where(front, clang_getCursorLocation(part));
    list_add(front, list, node);
}

static void destroy_base(struct front *front, struct list *list, const struct base *base)
{
    sym_id destructor =
        base->lost ? front_lost_member(front, base, true) : front_destructor(front, base->type);
    destroy_part(front, list, destructor, base->at);
}

void front_destroy_members(struct front *front, struct list *list, CXType record)
{
    struct bases bases = front_bases(front, record);
    struct cursors fields = front_fields(front, record);
    bool is_union = clang_getCursorKind(record_of(record)) == CXCursor_UnionDecl;
    for (uint32_t i = is_union ? 0 : fields.n; i-- > 0;) {
        sym_id destructor = front_deleting_destructor(front, fields.at[i]);
        if (destructor.i == 0) {
            destructor = front_destructor(front, clang_getCursorType(fields.at[i]));
        }
        destroy_part(front, list, destructor, fields.at[i]);
    }
    for (uint32_t i = bases.n; i-- > 0;) {
        if (!clang_isVirtualBase(bases.at[i].at)) {
            destroy_base(front, list, &bases.at[i]);
        }
    }
    struct bases virtuals = {0};
    struct list parts = {0};
    add_virtual_bases(front, &virtuals, record);
    for (uint32_t i = virtuals.n; i-- > 0;) {
        destroy_base(front, &parts, &virtuals.at[i]);
    }
    add_of_whole(front, list, parts);
}

/* The parameter of a copy constructor. */
static sym_id copied_param(struct front *front, const struct implicit_member *member)
{
    struct symbol symbol = {.kind = SYMBOL_PARAM, .usr = "", .name = "other"};
    const char *type = front_type_text(front, member->type);
    symbol.type = member->moves ? arena_printf(front->arena, "%s &&", type)
                                : arena_printf(front->arena, "const %s &", type);
    return front_add_symbol(front, &symbol);
}

void front_implicit_member(struct front *front, const struct implicit_member *member)
{
    struct body body = {.function = member->sym, .serial = ++front->n_bodies};
    struct function function = {
        .sym = member->sym, .flags = FUNCTION_IMPLICIT | FUNCTION_INLINE, .priority = 65535};
    CXCursor record = record_of(member->type);
    struct list list = {0};
    body.self = front_self(front, member->type);
    front->body = &body;
    function.first_param = front->unit->params.n;
    function.n_params = 1;
    VEC_PUSH(front->arena, &front->unit->params, body.self);
    if (member->copies) {
        sym_id other = copied_param(front, member);
        function.n_params = 2;
        VEC_PUSH(front->arena, &front->unit->params, other);
        front_copy_members(front, &list, member, other);
    } else if (member->owns) {
        front_destroy_owned(front, &list, member->type);
    } else if (member->destroys) {
        front_destroy_members(front, &list, member->type);
    } else {
        struct constructing at = {.list = &list, .inherited = clang_getNullCursor()};
        construct_parts(front, &at, member->type);
    }
    function.body = node_add(front, NODE_BLOCK);
    node_set_children(front, function.body, list);
    function.where = front_where(front, clang_getCursorLocation(record));
    front->body = NULL;
    front_push_function(front, &function);
}
