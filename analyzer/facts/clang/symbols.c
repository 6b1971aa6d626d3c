/*
 * symbols.c - from declarations to symbols.
 *
 * One symbol a thing: redeclarations share it by their canonical declaration and by USR; locals
 * have no USR and are told apart by their declaration alone.  A function that is referred to and
 * has a body somewhere is put on the list of what is to be extracted.
 */
#include "facts/clang/front.h"

#include <string.h>

#include "base/text.h"

struct symbol *front_symbol_at(struct front *front, sym_id sym)
{
    return &front->unit->symbols.at[sym.i];
}

sym_id front_add_symbol(struct front *front, const struct symbol *symbol)
{
    VEC_PUSH(front->arena, &front->unit->symbols, *symbol);
    return (sym_id){front->unit->symbols.n - 1};
}

bool front_claim(struct front *front, sym_id sym)
{
    while (front->queued.n <= sym.i) {
        VEC_PUSH(front->scratch, &front->queued, false);
    }
    bool first = !front->queued.at[sym.i];
    front->queued.at[sym.i] = true;
    return first;
}

static bool symbol_kind_of(CXCursor decl, enum symbol_kind *kind)
{
    switch (clang_getCursorKind(decl)) {
    case CXCursor_FunctionDecl:
    case CXCursor_FunctionTemplate:
        *kind = SYMBOL_FUNCTION;
        return true;
    case CXCursor_CXXMethod:
    case CXCursor_ConversionFunction:
        *kind = SYMBOL_METHOD;
        return true;
    case CXCursor_Constructor:
        *kind = SYMBOL_CONSTRUCTOR;
        return true;
    case CXCursor_Destructor:
        *kind = SYMBOL_DESTRUCTOR;
        return true;
    case CXCursor_FieldDecl:
        *kind = SYMBOL_FIELD;
        return true;
    case CXCursor_ParmDecl:
        *kind = SYMBOL_PARAM;
        return true;
    case CXCursor_VarDecl:
        *kind = clang_Cursor_hasVarDeclGlobalStorage(decl) == 1 ? SYMBOL_GLOBAL : SYMBOL_LOCAL;
        return true;
    case CXCursor_UnexposedDecl: /* a variable made from a template */
        *kind = SYMBOL_GLOBAL;
        return clang_Cursor_hasVarDeclGlobalStorage(decl) == 1;
    default:
        return false;
    }
}

static bool is_function_kind(enum symbol_kind kind)
{
    return kind == SYMBOL_FUNCTION || kind == SYMBOL_METHOD || kind == SYMBOL_CONSTRUCTOR ||
           kind == SYMBOL_DESTRUCTOR;
}

static uint32_t type_flags(CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    if (front_is_function_object(canonical) || front_holds(canonical)) {
        return SYMBOL_POINTER;
    }
    switch (canonical.kind) {
    case CXType_Pointer:
    case CXType_BlockPointer:
    case CXType_MemberPointer:
        return SYMBOL_POINTER;
    case CXType_Record:
    case CXType_ConstantArray:
    case CXType_IncompleteArray:
    case CXType_VariableArray:
        return SYMBOL_RECORD_VALUE;
    default:
        return 0;
    }
}

static bool is_const(CXType type)
{
    CXType canonical = clang_getCanonicalType(type);
    CXType element = clang_getArrayElementType(canonical);
    return clang_isConstQualifiedType(canonical) ||
           (element.kind != CXType_Invalid && is_const(element));
}

static uint32_t function_flags(struct front *front, CXCursor decl, enum symbol_kind kind)
{
    struct attributes attributes = front_attributes(front, decl);
    CXType type = clang_getCursorType(decl);
    uint32_t flags = type_flags(clang_getResultType(type)) & SYMBOL_POINTER;
    CXString spelling = clang_getTypeSpelling(type);
    const char *text = clang_getCString(spelling);
    bool no_return = attributes.no_return || (text && strstr(text, "noreturn"));
    clang_disposeString(spelling);
    flags |= no_return ? SYMBOL_NORETURN : 0U;
    flags |= attributes.dll_import ? SYMBOL_DLLIMPORT : 0U;
    flags |= attributes.dll_export ? SYMBOL_DLLEXPORT : 0U;
    flags |= clang_Cursor_isVariadic(decl) ? SYMBOL_VARIADIC : 0U;
    if (kind != SYMBOL_FUNCTION) {
        flags |= SYMBOL_MEMBER;
        flags |= clang_CXXMethod_isVirtual(decl) ? SYMBOL_VIRTUAL : 0U;
    }
    return flags;
}

static uint32_t variable_flags(struct front *front, CXCursor decl, enum symbol_kind kind)
{
    CXType type = clang_getCursorType(decl);
    uint32_t flags = type_flags(type) | (is_const(type) ? SYMBOL_CONST : 0U);
    if (kind == SYMBOL_GLOBAL) {
        struct attributes attributes = front_attributes(front, decl);
        flags |= attributes.dll_import ? SYMBOL_DLLIMPORT : 0U;
        flags |= attributes.dll_export ? SYMBOL_DLLEXPORT : 0U;
        flags |= clang_getCursorTLSKind(decl) != CXTLS_None ? SYMBOL_THREAD : 0U;
        enum CXLinkageKind linkage = clang_getCursorLinkage(decl);
        bool local = linkage == CXLinkage_NoLinkage;
        flags |= local ? SYMBOL_LOCAL_STATIC | SYMBOL_INTERNAL : 0U;
        CXCursor parent = clang_getCursorSemanticParent(decl);
        enum CXCursorKind parent_kind = clang_getCursorKind(parent);
        flags |= parent_kind == CXCursor_ClassDecl || parent_kind == CXCursor_StructDecl
                     ? SYMBOL_MEMBER
                     : 0U;
    }
    return flags;
}

/* The name as the source spells it if a macro replaced it; a name that is itself part of what a
 * macro made is not spelled at all. */
static const char *spelled_name(struct front *front, CXCursor decl, const char *name)
{
    CXSourceLocation location = clang_getCursorLocation(decl);
    if (!front_in_macro(location)) {
        return NULL;
    }
    struct spot begin = front_spot(front, clang_getRangeStart(clang_getCursorExtent(decl)));
    struct spot at = front_spot(front, location);
    if (begin.file == at.file && begin.offset == at.offset) {
        return NULL;
    }
    const char *text = front_identifier(front->arena, front_text(front, location, false));
    return *text && strcmp(text, name) != 0 ? text : NULL;
}

/* A function that clang made up for a call without a declaration: its extent is one name, and it
 * has no prototype or an error; builtins are made up, too, but rightly. */
static bool is_made_up(struct front *front, CXCursor decl, CXCursor definition)
{
    CXCursor canonical = clang_getCanonicalCursor(decl);
    CXSourceRange extent = clang_getCursorExtent(canonical);
    if (clang_getCursorKind(decl) != CXCursor_FunctionDecl || !clang_Cursor_isNull(definition)) {
        return false;
    }
    unsigned begin = 0, end = 0;
    clang_getSpellingLocation(clang_getRangeStart(extent), NULL, NULL, NULL, &begin);
    clang_getSpellingLocation(clang_getRangeEnd(extent), NULL, NULL, NULL, &end);
    CXString spelling = clang_getCursorSpelling(decl);
    const char *name = clang_getCString(spelling);
    bool made_up = end >= begin && end - begin <= (name ? strlen(name) : 0);
    clang_disposeString(spelling);
    return made_up && (clang_getCursorType(canonical).kind == CXType_FunctionNoProto ||
                       front_has_error(front, extent));
}

static uint32_t linkage_flags(struct front *front, CXCursor decl)
{
    enum CXLinkageKind linkage = clang_getCursorLinkage(decl);
    uint32_t flags = linkage == CXLinkage_Internal || linkage == CXLinkage_UniqueExternal
                         ? (uint32_t)SYMBOL_INTERNAL
                         : 0U;
    return flags | (front_is_system(front, decl) ? (uint32_t)SYMBOL_SYSTEM : 0U);
}

/* True if the function has C linkage: its symbol is its name, perhaps as 32-bit Windows decorates
 * it
 * ("_DllMain@12"). */
static bool has_c_linkage(struct front *front, CXCursor decl)
{
    const char *symbol = front_string(front->scratch, clang_Cursor_getMangling(decl));
    const char *name = front_string(front->scratch, clang_getCursorSpelling(decl));
    size_t len = strlen(name);
    symbol += *symbol == '_' || *symbol == '@' ? strncmp(symbol, name, len) != 0 : 0;
    return len > 0 && strncmp(symbol, name, len) == 0 &&
           (symbol[len] == '\0' || symbol[len] == '@');
}

/* The name by which the declaration is known: qualified, but for functions with C linkage, which
 * are one function in whatever namespace they are declared. */
static const char *linked_name(struct front *front, CXCursor decl, bool *namespaced)
{
    const char *name = front_qualified_name(front, decl, namespaced);
    if (*namespaced && clang_getCursorKind(decl) == CXCursor_FunctionDecl &&
        has_c_linkage(front, decl)) {
        *namespaced = false;
        return front_string(front->arena, clang_getCursorSpelling(decl));
    }
    return name;
}

/* The USR of a function with C linkage is the same in all namespaces, as the function is. */
static const char *linkage_usr(struct front *front, CXCursor decl, const char *usr)
{
    if (clang_getCursorKind(decl) != CXCursor_FunctionDecl || !text_starts(usr, "c:@N@")) {
        return usr;
    }
    const char *name = front_string(front->scratch, clang_getCursorSpelling(decl));
    const char *c_usr = arena_printf(front->arena, "c:@F@%s", name);
    return text_ends(usr, c_usr + 2) ? c_usr : usr;
}

/* The class that a member stands in, or that a variable is an object of. */
static const char *class_of(struct front *front, CXCursor decl, enum symbol_kind kind)
{
    if (!front->unit->cplusplus || kind == SYMBOL_FUNCTION || front_in_template(decl)) {
        return NULL;
    }
    if (is_function_kind(kind)) {
        return front_class_usr(front, clang_getCursorType(clang_getCursorSemanticParent(decl)));
    }
    front_created(front, clang_getCursorType(decl));
    return front_class_usr(front, clang_getCursorType(decl));
}

/* A function object is a pointer to a function. */
static const char *type_text(struct front *front, CXType type)
{
    if (!front_is_function_object(type)) {
        return front_type_text(front, type);
    }
    CXType canonical = clang_getCanonicalType(type);
    bool changeable = canonical.kind == CXType_LValueReference &&
                      !clang_isConstQualifiedType(clang_getPointeeType(canonical));
    return changeable ? "void (*&)()" : "void (*)()";
}

static sym_id make_symbol(struct front *front, CXCursor decl, enum symbol_kind kind,
                          const char *usr)
{
    CXCursor canonical = clang_getCanonicalCursor(decl);
    CXCursor best = front_definition(decl);
    bool namespaced = false;
    struct symbol symbol = {.kind = kind, .usr = usr};
    bool local = kind == SYMBOL_LOCAL || kind == SYMBOL_PARAM;
    symbol.name = local ? front_string(front->arena, clang_getCursorSpelling(decl))
                        : linked_name(front, canonical, &namespaced);
    symbol.flags = is_function_kind(kind) ? function_flags(front, best, kind)
                                          : variable_flags(front, best, kind);
    symbol.flags |= namespaced ? (uint32_t)SYMBOL_NAMESPACED : 0U;
    symbol.flags |= local ? 0U : linkage_flags(front, canonical);
    if (is_function_kind(kind)) {
        const char *colons = strrchr(symbol.name, ':');
        symbol.spelled = spelled_name(front, best, colons ? colons + 1 : symbol.name);
    }
    symbol.type = type_text(front, clang_getCursorType(best));
    symbol.where = front_where(front, clang_getCursorLocation(best));
    sym_id sym = front_add_symbol(front, &symbol);
    const char *record = class_of(front, best, kind);
    front_symbol_at(front, sym)->record = record;
    return sym;
}

/* The class of a member is told of if it is made from a template, or if the member is virtual: the
 * bases of an interface say what it is. */
static void follow_class(struct front *front, CXCursor member, enum symbol_kind kind)
{
    CXCursor record = clang_getCursorSemanticParent(member);
    bool instance = clang_Type_getNumTemplateArguments(clang_getCursorType(record)) > 0;
    bool told = kind != SYMBOL_FUNCTION && (instance || clang_CXXMethod_isVirtual(member));
    if (told && !front_in_std(record)) {
        VEC_PUSH(front->scratch, &front->asked_records, record);
    }
}

/* What follows from a thing being referred to. */
static void follow(struct front *front, CXCursor decl, sym_id sym, enum symbol_kind kind)
{
    if (kind == SYMBOL_FIELD) {
        front_record(front, clang_getCursorSemanticParent(decl));
    } else if (is_function_kind(kind)) {
        follow_class(front, decl, kind);
        front_want_function(front, decl, sym);
    } else if (kind == SYMBOL_GLOBAL) {
        VEC_PUSH(front->scratch, &front->pending_globals, decl);
    }
}

/* The USR with the place of a closure behind it, if the type is one. */
static const char *with_closure(struct front *front, const char *usr, CXType type)
{
    CXCursor record = clang_getTypeDeclaration(front_without_reference(type));
    if (!front_is_closure(record)) {
        return usr;
    }
    unsigned line = 0, column = 0;
    clang_getExpansionLocation(clang_getCursorLocation(record), NULL, &line, &column, NULL);
    return arena_printf(front->arena, "%s@%u:%u", usr, line, column);
}

/* The USR with the places of the closures that are arguments of the class. */
static const char *with_closures_of_class(struct front *front, const char *usr, CXType type)
{
    for (int i = 0; i < clang_Type_getNumTemplateArguments(type); i++) {
        usr = with_closure(front, usr, clang_Type_getTemplateArgumentAsType(type, (unsigned)i));
    }
    return usr;
}

const char *front_record_usr(struct front *front, CXCursor record)
{
    const char *usr = front_string(front->scratch, clang_getCursorUSR(record));
    return with_closures_of_class(front, usr, clang_getCursorType(record));
}

/* The USR; clang's are the same for all closures of one scope, and for all that templates make of
 * these: here they have the places of the closures, too. */
static const char *usr_of(struct front *front, CXCursor decl)
{
    const char *usr = front_string(front->arena, clang_getCursorUSR(decl));
    enum CXCursorKind kind = clang_getCursorKind(decl);
    CXType record = clang_getCursorType(clang_getCursorSemanticParent(decl));
    bool method = kind == CXCursor_CXXMethod || kind == CXCursor_FunctionTemplate;
    if (method) {
        usr = with_closure(front, usr, record);
    }
    if (method || kind == CXCursor_Constructor || kind == CXCursor_Destructor) {
        usr = with_closures_of_class(front, usr, record);
    }
    bool instance = front->unit->cplusplus && front_is_instance(decl);
    for (int i = 0; instance && i < clang_Cursor_getNumArguments(decl); i++) {
        CXCursor parameter = clang_Cursor_getArgument(decl, (unsigned)i);
        usr = with_closure(front, usr, clang_getCursorType(parameter));
    }
    return usr;
}

sym_id front_symbol(struct front *front, CXCursor decl)
{
    enum symbol_kind kind = SYMBOL_FUNCTION;
    if (clang_Cursor_isNull(decl) || !symbol_kind_of(decl, &kind)) {
        return (sym_id){0};
    }
    const char *key = front_key(front, clang_getCanonicalCursor(decl).data[0]);
    uint32_t found = 0;
    if (strmap_get(front->symbol_by_decl, key, &found)) {
        return (sym_id){found};
    }
    bool local = kind == SYMBOL_LOCAL || kind == SYMBOL_PARAM;
    const char *usr = local ? "" : linkage_usr(front, decl, usr_of(front, decl));
    if (is_made_up(front, decl, clang_getCursorDefinition(decl))) {
        const char *name = front_string(front->arena, clang_getCursorSpelling(decl));
        where_id where = front_where(front, clang_getCursorLocation(decl));
        found = front_undeclared(front, name, where).i;
    } else if (*usr && strmap_get(front->symbol_by_name, usr, &found)) {
        follow(front, decl, (sym_id){found}, kind);
    } else {
        found = make_symbol(front, decl, kind, usr).i;
        strmap_put(front->symbol_by_decl, key, found);
        if (*usr) {
            strmap_put(front->symbol_by_name, usr, found);
        }
        follow(front, decl, (sym_id){found}, kind);
        return (sym_id){found};
    }
    strmap_put(front->symbol_by_decl, key, found);
    return (sym_id){found};
}

sym_id front_generic_call(struct front *front, CXCursor closure)
{
    struct span span = front_children(front, closure);
    CXCursor pattern = clang_getNullCursor();
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) == CXCursor_FunctionTemplate) {
            pattern = child;
        }
    }
    front_pop(front, span);
    if (clang_Cursor_isNull(pattern) || !clang_isCursorDefinition(pattern)) {
        return (sym_id){0};
    }
    const char *usr = usr_of(front, pattern);
    uint32_t found = 0;
    if (!strmap_get(front->symbol_by_name, usr, &found)) {
        found = make_symbol(front, pattern, SYMBOL_METHOD, usr).i;
        strmap_put(front->symbol_by_name, usr, found);
    }
    if (front_claim(front, (sym_id){found})) {
        struct pending pending = {.decl = pattern, .sym = (sym_id){found}, .lambda = true};
        pending.self = front->body ? front->body->self : (sym_id){0};
        VEC_PUSH(front->scratch, &front->pending, pending);
    }
    return (sym_id){found};
}

/* The symbol of a function that nothing declares. */
static sym_id bare_function(struct front *front, const char *name, where_id where, uint32_t flags)
{
    const char *key = arena_printf(front->scratch, "%u undeclared %s", flags, name);
    uint32_t found = 0;
    if (!strmap_get(front->symbol_by_name, key, &found)) {
        struct symbol symbol = {.kind = SYMBOL_FUNCTION,
                                .flags = flags,
                                .usr = "",
                                .name = arena_strdup(front->arena, name),
                                .type = "",
                                .where = where};
        found = front_add_symbol(front, &symbol).i;
        strmap_put(front->symbol_by_name, key, found);
    }
    return (sym_id){found};
}

sym_id front_undeclared(struct front *front, const char *name, where_id where)
{
    return bare_function(front, name, where, SYMBOL_UNDECLARED);
}

sym_id front_builtin(struct front *front, const char *name, where_id where)
{
    return bare_function(front, name, where, SYMBOL_SYSTEM);
}

sym_id front_label(struct front *front, const char *name, CXSourceLocation location)
{
    uint32_t serial = front->body ? front->body->serial : 0;
    const char *key = arena_printf(front->scratch, "label %u %s", serial, name);
    uint32_t found = 0;
    if (!strmap_get(front->symbol_by_name, key, &found)) {
        struct symbol symbol = {.kind = SYMBOL_LABEL, .usr = "", .name = name, .type = ""};
        symbol.where = front_where(front, location);
        found = front_add_symbol(front, &symbol).i;
        strmap_put(front->symbol_by_name, key, found);
    }
    return (sym_id){found};
}

sym_id front_self(struct front *front, CXType record)
{
    struct symbol symbol = {
        .kind = SYMBOL_PARAM, .flags = SYMBOL_POINTER, .usr = "", .name = "this"};
    symbol.type = arena_printf(front->arena, "%s *", front_type_text(front, record));
    return front_add_symbol(front, &symbol);
}

sym_id front_special_member(struct front *front, CXCursor record, const char *suffix,
                            enum symbol_kind kind)
{
    const char *record_usr = front_string(front->scratch, clang_getCursorUSR(record));
    const char *name = front_string(front->scratch, clang_getCursorSpelling(record));
    const char *angle = strchr(name, '<');
    name = angle ? arena_strndup(front->scratch, name, (size_t)(angle - name)) : name;
    const char *usr = arena_printf(front->arena, "%s@F@%s%s%s", record_usr, suffix, name, "#");
    usr = with_closures_of_class(front, usr, clang_getCursorType(record));
    uint32_t found = 0;
    if (strmap_get(front->symbol_by_name, usr, &found)) {
        return (sym_id){found};
    }
    bool namespaced = false;
    struct symbol symbol = {.kind = kind, .usr = usr, .flags = SYMBOL_MEMBER | SYMBOL_NAMESPACED};
    symbol.name = arena_printf(front->arena, "%s::%s%s",
                               front_qualified_name(front, record, &namespaced), suffix, name);
    symbol.flags |= linkage_flags(front, record);
    symbol.type = "void ()";
    symbol.where = front_where(front, clang_getCursorLocation(record));
    symbol.record = front_class_usr(front, clang_getCursorType(record));
    found = front_add_symbol(front, &symbol).i;
    strmap_put(front->symbol_by_name, usr, found);
    bool instance = clang_Type_getNumTemplateArguments(clang_getCursorType(record)) > 0;
    if (instance && !front_in_std(record)) {
        VEC_PUSH(front->scratch, &front->asked_records, record);
    }
    return (sym_id){found};
}
