/*
 * full_unit.c - makes units for the tests of facts, by hand and by program.  Takes an arena; knows
 * nothing of the text form but one sample.
 */
#include "full_unit.h"

#include <criterion/criterion.h>
#include <string.h>

#include "facts/text.h"

const char small_text[] =
    "dllmain-lint facts 1\n"
    "(unit \"/src/a.c\" target \"x86_64-w64-windows-gnu\" c++ partial failure \"none \\x1b\")\n"
    "(file 0 \"/src/a.c\" size 120 hash \"00112233445566778899aabbccddeeff\")\n"
    "(file 1 \"/sys/windows.h\" system)\n"
    "(where 1 0:3:13)\n"
    "(where 2 0:4:9 spelled 1:7:3 macro \"LOAD\")\n"
    "(symbol 1 function \"LoadLibraryW\" type \"HMODULE (LPCWSTR)\" usr \"c:@F@LoadLibraryW\""
    " dllimport system)\n"
    "(symbol 2 function \"DllMain\" usr \"c:@F@DllMain\" dllexport @1;3)\n"
    "(symbol 3 param \"reason\")\n"
    "(symbol 4 global \"g\" usr \"c:@g\" @2;4)\n"
    "(record \"C\" usr \"c:@S@C\" bases \"c:@S@B\" fields $3;reason methods $1;LoadLibraryW)\n"
    "(override \"c:@S@C@F@f\" \"c:@S@B@F@f\")\n"
    "(function $2;DllMain inline priority 7 params $3;reason @1;3 end 9\n"
    "  (block @1;3\n"
    "    (if (binary == (ref $3;reason) (int -1 null))\n"
    "      (call $2;DllMain @2;4 (ref $1;LoadLibraryW) (string \"x.dll\")))\n"
    "    (switch (ref $3;reason)\n"
    "      (block\n"
    "        (case 1 ..4\n"
    "          (return (int 1)))))))\n"
    "(global $4;g dynamic destroyed-by $1;LoadLibraryW section \".CRT$XLB\" @2;4\n"
    "  (init-list\n"
    "    (init-index 3 (int 4))))\n"
    "(error \"expected ';'\" fatal @1;3)\n";

struct unit *small_unit(struct arena *arena)
{
    const char *error;
    struct unit *unit = facts_read(arena, small_text, strlen(small_text), &error);

    cr_assert_not_null(unit, "%s", error);
    return unit;
}

static node_id add_node(struct arena *arena, struct unit *unit, struct node node)
{
    VEC_PUSH(arena, &unit->nodes, node);
    return (node_id){unit->nodes.n - 1};
}

/* Adds a node with children that are numbers 0, 1, ... */
static node_id add_parent(struct arena *arena, struct unit *unit, struct node node, int n_children)
{
    for (int64_t i = n_children - 1; i >= 0; i--) {
        struct node child = {.kind = NODE_INT, .value = i, .next = node.first};
        node.first = add_node(arena, unit, child);
    }
    return add_node(arena, unit, node);
}

/* Puts a node in front of the children of another. */
static void put_first(struct unit *unit, node_id parent, node_id child)
{
    unit->nodes.at[child.i].next = unit->nodes.at[parent.i].first;
    unit->nodes.at[parent.i].first = child;
}

static node_id every_kind_and_flag(struct arena *arena, struct unit *unit)
{
    static const int64_t values[] = {0, 1, -1, INT64_MIN, INT64_MAX, 65535};
    node_id root = add_node(arena, unit, (struct node){.kind = NODE_BLOCK});

    for (unsigned kind = 0; kind < NODE_KINDS; kind++) {
        for (unsigned flags = 0; flags < NODE_IMPLICIT << 1; flags++) {
            struct node node = {.kind = (uint8_t)kind, .flags = (uint16_t)flags};
            node.op = (uint8_t)(flags % NODE_OPS);
            node.sym.i = flags % 4;
            node.where.i = flags % 3;
            node.value = values[flags % 6];
            node.value2 = values[(flags + kind) % 6];
            node.text = flags % 5 == 1 ? "" : flags % 5 == 2 ? "a \"b\"" : NULL;
            put_first(unit, root, add_parent(arena, unit, node, (int)(flags % 4)));
        }
    }
    return root;
}

static void add_places(struct arena *arena, struct unit *unit)
{
    VEC_PUSH(arena, &unit->files,
             ((struct source_file){"C:/a \"b\"\\c.c", UINT64_MAX, "0123456789abcdef", true}));
    VEC_PUSH(arena, &unit->files, ((struct source_file){"/src/\xc3\xa4.h", 0, "", false}));
    VEC_PUSH(arena, &unit->wheres, ((struct where){0, 1, 2, 0, 1, 2, NULL}));
    VEC_PUSH(arena, &unit->wheres,
             ((struct where){1, UINT32_MAX, 4, 0, 5, UINT32_MAX, "MACRO(\n)"}));
    VEC_PUSH(arena, &unit->wheres, ((struct where){1, 2, 3, 1, 2, 4, ""}));
}

static void add_symbols(struct arena *arena, struct unit *unit)
{
    static const char *const names[] = {
        "operator()", "ns::C<int, \"x\">::f;g", "", "\x80\xff\x01", "\xc2\x9b", "caf\xc3\xa9"};

    for (unsigned kind = 0; kind <= SYMBOL_LABEL; kind++) {
        for (unsigned bit = 0; bit < 16; bit++) {
            struct symbol symbol = {.kind = (enum symbol_kind)kind, .usr = "", .type = ""};
            symbol.flags = (1u << bit) & ((SYMBOL_NAMESPACED << 1) - 1);
            symbol.name = names[(kind + bit) % 6];
            symbol.spelled = bit % 3 == 0 ? NULL : names[bit % 6];
            symbol.usr = bit % 2 ? "c:a.c@12@F@f#I#" : "";
            symbol.type = bit % 4 ? "void (int *)" : "";
            symbol.where.i = bit % 3;
            VEC_PUSH(arena, &unit->symbols, symbol);
        }
    }
    unit->symbols.at[5].flags = (SYMBOL_NAMESPACED << 1) - 1;
}

static void add_functions(struct arena *arena, struct unit *unit)
{
    static const int32_t priorities[] = {65535, 0, -1, INT32_MIN, INT32_MAX, 101};

    for (uint32_t flags = 0; flags < FUNCTION_NOEXCEPT << 1; flags++) {
        struct function function = {.sym = {flags + 1}, .flags = flags};
        function.priority = priorities[flags % 6];
        function.first_param = unit->params.n;
        function.n_params = flags % 3;
        for (uint32_t i = 0; i < function.n_params; i++) {
            VEC_PUSH(arena, &unit->params, ((sym_id){i * 2}));
        }
        function.body = flags % 7 == 6 ? (node_id){0}
                                       : add_parent(arena, unit, (struct node){.kind = NODE_BLOCK},
                                                    (int)(flags % 3));
        function.where.i = flags % 4;
        function.end_line = flags;
        VEC_PUSH(arena, &unit->functions, function);
    }
    unit->functions.at[9].body = every_kind_and_flag(arena, unit);
}

static void add_globals(struct arena *arena, struct unit *unit)
{
    for (uint32_t flags = 0; flags < GLOBAL_DECLARATION << 1; flags++) {
        struct global global = {.sym = {flags}, .flags = flags, .destructor = {flags % 3}};
        global.section = flags % 2 ? ".CRT$XCU" : NULL;
        global.where.i = flags % 3;
        if (flags > 3) {
            global.init = add_parent(arena, unit, (struct node){.kind = NODE_INIT_LIST}, 3);
        }
        VEC_PUSH(arena, &unit->globals, global);
    }
}

static void add_records(struct arena *arena, struct unit *unit)
{
    struct record record = {.usr = "c:@S@C",
                            .name = "ns::C",
                            .type = "ns::C<int, &f>",
                            .system = true,
                            .is_union = true};

    VEC_PUSH(arena, &unit->records, ((struct record){.usr = "", .name = "", .type = ""}));
    VEC_PUSH(arena, &record.bases, "c:@S@A");
    VEC_PUSH(arena, &record.bases, "");
    VEC_PUSH(arena, &record.fields, ((sym_id){1}));
    VEC_PUSH(arena, &record.fields, ((sym_id){2}));
    VEC_PUSH(arena, &record.methods, ((sym_id){0}));
    VEC_PUSH(arena, &record.held, ((sym_id){2}));
    VEC_PUSH(arena, &unit->records, record);
    VEC_PUSH(arena, &unit->overrides, ((struct override){"c:@S@C@F@f", "c:@S@A@F@f"}));
    VEC_PUSH(arena, &unit->overrides, ((struct override){"", "\t"}));
}

struct unit *full_unit(struct arena *arena)
{
    struct unit *unit = unit_create(arena);

    unit->main_file = "C:/a.c";
    unit->target = "i686-w64-windows-gnu";
    unit->cplusplus = true;
    unit->dll = true;
    unit->status = UNIT_FAILED;
    unit->failure = "line 1\nline 2\x7f";
    add_places(arena, unit);
    add_symbols(arena, unit);
    add_records(arena, unit);
    add_functions(arena, unit);
    add_globals(arena, unit);
    VEC_PUSH(arena, &unit->errors, ((struct parse_error){{2}, true, "'a.h' not found"}));
    VEC_PUSH(arena, &unit->errors, ((struct parse_error){{0}, false, ""}));
    return unit;
}

struct unit *deep_unit(struct arena *arena, uint32_t depth, bool blocks)
{
    struct unit *unit = unit_create(arena);
    struct node parent = {.kind = blocks ? NODE_BLOCK : NODE_BINARY, .op = NODE_OP_ADD};
    node_id root = add_node(arena, unit, (struct node){.kind = NODE_INT, .value = 1});

    for (uint32_t i = 0; i < depth; i++) {
        node_id right = add_node(arena, unit, (struct node){.kind = NODE_INT, .value = i});
        unit->nodes.at[root.i].next = right;
        parent.first = root;
        root = add_node(arena, unit, parent);
    }
    VEC_PUSH(arena, &unit->functions, ((struct function){.priority = 65535, .body = root}));
    return unit;
}

struct strbuf written(struct arena *arena, const struct unit *unit)
{
    struct strbuf buf;

    strbuf_init(&buf, arena);
    facts_write(&buf, unit);
    return buf;
}
