/*
 * makers.c - objects that functions of the standard library construct.
 *
 * std::make_unique<T>(...), vector::emplace_back(...), vector<T>(n), ... construct a T from the
 * arguments that they are given.  Bodies of `std` are not read: the call gets one argument more, or
 * instead of what it is given, the construction.  Which constructor of several that is follows from
 * the number and the types of the arguments; where that does not tell them apart, the construction
 * is the call of a function without a body, which later stages report as not followed.
 */
#include "facts/clang/front.h"

#include <string.h>

/* A function that makes an object. */
struct maker {
    const char *function;
    const char *record; /* of which class it is a method; NULL: of none */
    unsigned held;      /* the template argument of the function, or the class, that is made */
    unsigned first;     /* the first argument that the object gets */
    bool plain;         /* the object is default-constructed, whatever the arguments are */
};

static const struct maker makers[] = {
    {"make_unique", NULL, 0, 0, false},
    {"make_shared", NULL, 0, 0, false},
    {"make_optional", NULL, 0, 0, false},
    {"emplace_back", "vector", 0, 0, false},
    {"emplace_back", "deque", 0, 0, false},
    {"emplace_back", "list", 0, 0, false},
    {"emplace_front", "deque", 0, 0, false},
    {"emplace_front", "list", 0, 0, false},
    {"emplace_front", "forward_list", 0, 0, false},
    {"emplace", "vector", 0, 1, false},
    {"emplace", "optional", 0, 0, false},
    {"emplace", "set", 0, 0, false},
    {"emplace", "queue", 0, 0, false},
    {"emplace", "stack", 0, 0, false},
    {"try_emplace", "map", 1, 1, false},
    {"try_emplace", "unordered_map", 1, 1, false},
    {"operator[]", "map", 1, 0, true},
    {"operator[]", "unordered_map", 1, 0, true},
    {"resize", "vector", 0, 0, true},
    {"resize", "deque", 0, 0, true},
    {"resize", "list", 0, 0, true},
    {"vector", "vector", 0, 0, true},
    {"deque", "deque", 0, 0, true},
    {"list", "list", 0, 0, true},
};

static bool is_integer(CXType type)
{
    CXType canonical = front_without_reference(type);
    return canonical.kind >= CXType_Bool && canonical.kind <= CXType_Int128;
}

static bool is_left_out(CXCursor argument)
{
    CXFile file = NULL;
    clang_getExpansionLocation(clang_getCursorLocation(argument), &file, NULL, NULL, NULL);
    return file == NULL;
}

/* The arguments that are written. */
static unsigned n_written(CXCursor call)
{
    int n = clang_Cursor_getNumArguments(call);
    while (n > 0 && is_left_out(clang_Cursor_getArgument(call, (unsigned)n - 1))) {
        n--;
    }
    return n < 0 ? 0 : (unsigned)n;
}

/* True if a call of a `plain` maker makes new objects: its one argument says how many. */
static bool fits(const struct maker *maker, CXCursor call)
{
    bool index = strcmp(maker->function, "operator[]") == 0;
    return !maker->plain || index ||
           (n_written(call) == 1 &&
            is_integer(clang_getCursorType(clang_Cursor_getArgument(call, 0))));
}

static const struct maker *maker_of(CXCursor call, CXCursor function)
{
    if (clang_Cursor_isNull(function) || !front_in_std(function)) {
        return NULL;
    }
    CXCursor record = clang_getCursorSemanticParent(function);
    bool free = clang_getCursorKind(function) == CXCursor_FunctionDecl;
    for (size_t i = 0; i < sizeof makers / sizeof *makers; i++) {
        const struct maker *maker = &makers[i];
        bool of = maker->record == NULL ? free : !free && front_has_name(record, &maker->record, 1);
        bool constructs = clang_getCursorKind(function) == CXCursor_Constructor;
        bool named = constructs
                         ? maker->record != NULL && strcmp(maker->function, maker->record) == 0
                         : front_has_name(function, &maker->function, 1);
        if (of && named && fits(maker, call)) {
            return maker;
        }
    }
    return NULL;
}

static CXType made_type(const struct maker *maker, CXCursor function)
{
    if (maker->record == NULL) {
        return clang_Cursor_getTemplateArgumentType(function, maker->held);
    }
    CXType type = clang_getCursorType(clang_getCursorSemanticParent(function));
    return clang_Type_getTemplateArgumentAsType(clang_getCanonicalType(type), maker->held);
}

/* ---- which constructor ---- */

/* Arguments of a call, and the constructors that may take them. */
struct choice {
    struct front *front;
    CXCursor call;
    unsigned first, n;
    CXCursor best;
    int score; /* of the best; -1: none fits */
    bool tied;
};

static CXType decayed(CXType type)
{
    CXType plain = clang_getUnqualifiedType(front_without_reference(type));
    CXType element = clang_getArrayElementType(plain);
    return element.kind != CXType_Invalid ? element : plain;
}

/* How well an argument fits a parameter: 3 the same type, 0 not at all. */
static int fit(CXType argument, CXType parameter)
{
    CXType from = decayed(argument);
    CXType to = decayed(parameter);
    bool array = clang_getArrayElementType(front_without_reference(argument)).kind != 0;
    CXType pointee = clang_getCanonicalType(clang_getPointeeType(to));
    if (clang_equalTypes(from, to) || (array && to.kind == CXType_Pointer &&
                                       clang_equalTypes(clang_getCanonicalType(from), pointee))) {
        return 3;
    }
    bool numbers = from.kind >= CXType_Bool && from.kind <= CXType_LongDouble &&
                   ((to.kind >= CXType_Bool && to.kind <= CXType_LongDouble));
    bool pointers = (array || from.kind == CXType_Pointer || from.kind == CXType_NullPtr) &&
                    to.kind == CXType_Pointer;
    if (numbers || pointers) {
        return 2;
    }
    return to.kind == CXType_Record ? 1 : 0;
}

static bool has_default(struct front *front, CXCursor param)
{
    struct span span = front_children(front, param);
    front_drop_non_expressions(front, &span);
    bool has = span.n > 0;
    front_pop(front, span);
    return has;
}

static void consider(struct choice *choice, CXCursor constructor)
{
    int n = clang_Cursor_getNumArguments(constructor);
    if (clang_getCursorKind(constructor) != CXCursor_Constructor || n < (int)choice->n) {
        return;
    }
    int score = 0;
    for (unsigned i = 0; i < (unsigned)n; i++) {
        CXCursor param = clang_Cursor_getArgument(constructor, i);
        if (i >= choice->n) {
            if (!has_default(choice->front, param)) {
                return;
            }
            continue;
        }
        CXCursor argument = clang_Cursor_getArgument(choice->call, choice->first + i);
        int one = fit(clang_getCursorType(argument), clang_getCursorType(param));
        if (one == 0) {
            return;
        }
        score += one;
    }
    choice->tied = score == choice->score ? true : score < choice->score && choice->tied;
    if (score > choice->score) {
        choice->score = score;
        choice->best = constructor;
    }
}

static void choose(struct choice *choice, CXCursor record)
{
    struct front *front = choice->front;
    struct cursors made = front_instances(front, record);
    for (uint32_t i = 0; i < made.n; i++) {
        consider(choice, made.at[i]);
    }
    struct span span = front_children(front, record);
    for (uint32_t i = 0; i < span.n && made.n == 0; i++) {
        consider(choice, front_child(front, span, i));
    }
    front_pop(front, span);
}

/* The constructor that takes the arguments; 0: nothing runs. */
static sym_id constructor_for(struct choice *choice, CXType type)
{
    struct front *front = choice->front;
    CXType element = front_element_type(type);
    if (choice->n == 0 || element.kind != clang_getCanonicalType(type).kind) {
        return front_default_constructor(front, element);
    }
    CXCursor record = front_definition(clang_getTypeDeclaration(element));
    if (element.kind != CXType_Record || front_in_std(record)) {
        return (sym_id){0};
    }
    choose(choice, record);
    if (choice->score < 0) {
        return (sym_id){0};
    }
    if (choice->tied) {
        return front_special_member(front, record, "made", SYMBOL_CONSTRUCTOR);
    }
    bool implicit = clang_CXXMethod_isDefaulted(choice->best) != 0;
    return implicit ? (sym_id){0} : front_symbol(front, choice->best);
}

node_id front_made_by_library(struct front *front, CXCursor call, CXCursor function)
{
    const struct maker *maker = front->unit->cplusplus ? maker_of(call, function) : NULL;
    if (maker == NULL) {
        return (node_id){0};
    }
    unsigned n = n_written(call);
    struct choice choice = {.front = front,
                            .call = call,
                            .first = maker->first,
                            .n = maker->plain || n < maker->first ? 0 : n - maker->first,
                            .best = clang_getNullCursor(),
                            .score = -1};
    CXType type = made_type(maker, function);
    if (type.kind == CXType_Invalid) {
        return (node_id){0};
    }
    sym_id sym = constructor_for(&choice, type);
    if (sym.i == 0) {
        return (node_id){0};
    }
    struct list list = {0};
    if (choice.n > 0) {
        front_arguments(front, &list, call, maker->first);
    }
    node_id node = node_add(front, NODE_CONSTRUCT);
    node_at(front, node)->sym = sym;
    node_set_children(front, node, list);
    node_place(front, node, call);
    return node;
}
