/* text_round_trip.c - what is written is read again, whole. */
#include <criterion/criterion.h>
#include <string.h>

#include "facts/text.h"
#include "full_unit.h"

static struct arena *arena;

static void set_up(void)
{
    arena = arena_create();
}

static void tear_down(void)
{
    arena_destroy(arena);
}

TestSuite(facts_text, .init = set_up, .fini = tear_down, .timeout = 60);

static struct unit *read_text(const char *text)
{
    const char *error = "untouched";
    struct unit *unit = facts_read(arena, text, strlen(text), &error);

    cr_assert_not_null(unit, "%s", error);
    cr_assert_null(error);
    return unit;
}

static bool same(const char *a, const char *b)
{
    return a == b || (a && b && strcmp(a, b) == 0);
}

/* Compares two trees by walking them side by side, with recursion: they are shallow. */
static void assert_same_tree(const struct unit *a, node_id a_id, const struct unit *b, node_id b_id)
{
    const struct node *x = &a->nodes.at[a_id.i];
    const struct node *y = &b->nodes.at[b_id.i];

    cr_assert_eq(!a_id.i, !b_id.i);
    cr_assert(x->kind == y->kind && x->op == y->op && x->flags == y->flags);
    cr_assert(x->sym.i == y->sym.i && x->where.i == y->where.i && same(x->text, y->text));
    cr_assert(x->value == y->value && x->value2 == y->value2);
    cr_assert_eq(node_count_children(a, a_id), node_count_children(b, b_id));
    a_id = x->first;
    b_id = y->first;
    while (a_id.i) {
        assert_same_tree(a, a_id, b, b_id);
        a_id = a->nodes.at[a_id.i].next;
        b_id = b->nodes.at[b_id.i].next;
    }
}

static void assert_same_files(const struct unit *a, const struct unit *b)
{
    cr_assert_eq(a->files.n, b->files.n);
    for (uint32_t i = 0; i < a->files.n; i++) {
        const struct source_file *x = &a->files.at[i], *y = &b->files.at[i];
        cr_assert(same(x->path, y->path) && same(x->hash, y->hash));
        cr_assert(x->size == y->size && x->system == y->system);
    }
    cr_assert_eq(a->wheres.n, b->wheres.n);
    for (uint32_t i = 0; i < a->wheres.n; i++) {
        const struct where *x = &a->wheres.at[i], *y = &b->wheres.at[i];
        cr_assert(x->file == y->file && x->line == y->line && x->column == y->column);
        cr_assert(x->spelling_file == y->spelling_file && x->spelling_line == y->spelling_line);
        cr_assert(x->spelling_column == y->spelling_column && same(x->macro, y->macro));
    }
}

static void assert_same_symbols(const struct unit *a, const struct unit *b)
{
    cr_assert_eq(a->symbols.n, b->symbols.n);
    for (uint32_t i = 0; i < a->symbols.n; i++) {
        const struct symbol *x = &a->symbols.at[i], *y = &b->symbols.at[i];
        cr_assert(x->kind == y->kind && x->flags == y->flags && x->where.i == y->where.i);
        cr_assert(same(x->usr, y->usr) && same(x->name, y->name));
        cr_assert(same(x->spelled, y->spelled) && same(x->type, y->type));
    }
}

static void assert_same_ids(const sym_id *a, uint32_t a_n, const sym_id *b, uint32_t b_n)
{
    cr_assert_eq(a_n, b_n);
    for (uint32_t i = 0; i < a_n; i++) {
        cr_assert_eq(a[i].i, b[i].i);
    }
}

static void assert_same_records(const struct unit *a, const struct unit *b)
{
    cr_assert_eq(a->records.n, b->records.n);
    for (uint32_t i = 0; i < a->records.n; i++) {
        const struct record *x = &a->records.at[i], *y = &b->records.at[i];
        cr_assert(same(x->usr, y->usr) && same(x->name, y->name) && x->system == y->system &&
                  x->is_union == y->is_union);
        assert_same_ids(x->fields.at, x->fields.n, y->fields.at, y->fields.n);
        assert_same_ids(x->methods.at, x->methods.n, y->methods.at, y->methods.n);
        assert_same_ids(x->held.at, x->held.n, y->held.at, y->held.n);
        cr_assert_str_eq(x->type, y->type);
        cr_assert_eq(x->bases.n, y->bases.n);
        for (uint32_t j = 0; j < x->bases.n; j++) {
            cr_assert_str_eq(x->bases.at[j], y->bases.at[j]);
        }
    }
    cr_assert_eq(a->overrides.n, b->overrides.n);
    for (uint32_t i = 0; i < a->overrides.n; i++) {
        cr_assert_str_eq(a->overrides.at[i].method, b->overrides.at[i].method);
        cr_assert_str_eq(a->overrides.at[i].overridden, b->overrides.at[i].overridden);
    }
}

static void assert_same_functions(const struct unit *a, const struct unit *b)
{
    cr_assert_eq(a->functions.n, b->functions.n);
    for (uint32_t i = 0; i < a->functions.n; i++) {
        const struct function *x = &a->functions.at[i], *y = &b->functions.at[i];
        cr_assert(x->sym.i == y->sym.i && x->flags == y->flags && x->priority == y->priority);
        cr_assert(x->where.i == y->where.i && x->end_line == y->end_line);
        assert_same_ids(a->params.at + x->first_param, x->n_params, b->params.at + y->first_param,
                        y->n_params);
        assert_same_tree(a, x->body, b, y->body);
    }
}

static void assert_same_rest(const struct unit *a, const struct unit *b)
{
    cr_assert_eq(a->globals.n, b->globals.n);
    for (uint32_t i = 0; i < a->globals.n; i++) {
        const struct global *x = &a->globals.at[i], *y = &b->globals.at[i];
        cr_assert(x->sym.i == y->sym.i && x->flags == y->flags && x->where.i == y->where.i);
        cr_assert(x->destructor.i == y->destructor.i && same(x->section, y->section));
        assert_same_tree(a, x->init, b, y->init);
    }
    cr_assert_eq(a->errors.n, b->errors.n);
    for (uint32_t i = 0; i < a->errors.n; i++) {
        const struct parse_error *x = &a->errors.at[i], *y = &b->errors.at[i];
        cr_assert(x->where.i == y->where.i && x->fatal == y->fatal && same(x->message, y->message));
    }
    cr_assert(same(a->main_file, b->main_file) && same(a->target, b->target));
    cr_assert(a->cplusplus == b->cplusplus && a->dll == b->dll && a->status == b->status);
    cr_assert(same(a->failure, b->failure));
}

Test(facts_text, keeps_every_field)
{
    struct unit *unit = full_unit(arena);
    struct unit *again = read_text(written(arena, unit).text);

    assert_same_files(unit, again);
    assert_same_symbols(unit, again);
    assert_same_records(unit, again);
    assert_same_functions(unit, again);
    assert_same_rest(unit, again);
}

Test(facts_text, is_the_same_when_written_again)
{
    struct strbuf once = written(arena, full_unit(arena));
    struct strbuf twice = written(arena, read_text(once.text));

    cr_assert_str_eq(once.text, twice.text);
}

Test(facts_text, has_the_documented_look)
{
    struct strbuf text = written(arena, small_unit(arena));

    cr_assert_lt(strlen(small_text), text.len);
    text.text[strlen(small_text)] = '\0';
    cr_assert_str_eq(text.text, small_text);
}

Test(facts_text, of_an_empty_unit_is_short)
{
    struct strbuf text = written(arena, unit_create(arena));
    struct unit *again = read_text(text.text);

    cr_assert_eq(again->symbols.n, 1);
    cr_assert_eq(again->nodes.n, 1);
    cr_assert_eq(again->wheres.n, 1);
    cr_assert_str_eq(again->main_file, "");
}

Test(facts_text, is_appended)
{
    struct strbuf buf;
    const char *error;

    strbuf_init(&buf, arena);
    strbuf_adds(&buf, "before");
    facts_write(&buf, small_unit(arena));
    cr_assert_eq(strncmp(buf.text, "beforedllmain", 13), 0);
    cr_assert_not_null(facts_read(arena, buf.text + 6, buf.len - 6, &error), "%s", error);
}

Test(facts_text, keeps_every_byte_of_a_string)
{
    char all[256] = "";
    struct unit *unit = unit_create(arena);

    for (int i = 1; i < 256; i++) {
        all[i - 1] = (char)(unsigned char)i;
    }
    unit->main_file = all;
    cr_assert_str_eq(read_text(written(arena, unit).text)->main_file, all);
}

Test(facts_text, holds_no_control_character_and_no_broken_utf8)
{
    struct strbuf text = written(arena, full_unit(arena));

    for (size_t i = 0; i < text.len; i++) {
        unsigned char c = (unsigned char)text.text[i];
        cr_assert((c >= ' ' && c != 0x7f) || c == '\n');
        cr_assert(c != 0xc2 || (unsigned char)text.text[i + 1] >= 0xa0);
    }
    cr_assert_null(strchr(text.text, '\xff'));
    cr_assert_not_null(strstr(text.text, "caf\xc3\xa9"));
}

Test(facts_text, keeps_deep_trees)
{
    for (int blocks = 0; blocks < 2; blocks++) {
        struct strbuf once = written(arena, deep_unit(arena, 100000, blocks != 0));
        struct unit *again = read_text(once.text);
        struct strbuf twice = written(arena, again);
        cr_assert_eq(again->nodes.n, 200002);
        cr_assert_eq(once.len, twice.len);
        cr_assert_eq(memcmp(once.text, twice.text, once.len), 0);
        cr_assert_lt(once.len, 20u << 20, "indentation grows with depth");
    }
}

Test(facts_text, keeps_wide_trees)
{
    struct unit *unit = unit_create(arena);
    struct node list = {.kind = NODE_INIT_LIST, .first = {1}};
    struct strbuf once;

    for (uint32_t i = 1; i <= 100000; i++) {
        struct node node = {.kind = NODE_INT, .value = i, .next = {i < 100000 ? i + 1 : 0}};
        VEC_PUSH(arena, &unit->nodes, node);
    }
    VEC_PUSH(arena, &unit->nodes, list);
    VEC_PUSH(arena, &unit->globals, ((struct global){.init = {100001}}));
    once = written(arena, unit);
    unit = read_text(once.text);
    cr_assert_eq(node_count_children(unit, unit->globals.at[0].init), 100000);
    cr_assert_str_eq(written(arena, unit).text, once.text);
}

Test(facts_text, by_hand_may_leave_out_almost_everything)
{
    const struct unit *unit = read_text("dllmain-lint facts 1\n"
                                        "(file \"/src/a.c\")\n"
                                        "(symbol \"LoadLibraryW\" dllimport)\n"
                                        "(symbol \"DllMain\" dllexport @0:3:13)\n"
                                        "(symbol param \"reason\")\n"
                                        "(symbol local \"a b\")\n"
                                        "(function $DllMain params $reason @0:3:13\n"
                                        "  (block # a comment ( \"\n"
                                        "    (if (binary == (ref $reason) (int 1))\n"
                                        "      (call @0:4 (ref $LoadLibraryW) (string \"x\")))\n"
                                        "    (ref $\"a b\")(case 7)(return(int 1))))");
    const struct function *function = &unit->functions.at[0];
    node_id call = node_child(unit, node_child(unit, function->body, 0), 1);

    cr_assert_str_eq(unit->symbols.at[1].usr, "c:@F@LoadLibraryW");
    cr_assert_eq(function->sym.i, 2);
    cr_assert_eq(function->priority, 65535);
    cr_assert_eq(unit->params.at[function->first_param].i, 3);
    cr_assert_eq(unit->nodes.at[call.i].kind, NODE_CALL);
    cr_assert_eq(unit->wheres.at[unit->nodes.at[call.i].where.i].line, 4);
    cr_assert_eq(unit->wheres.at[unit->nodes.at[call.i].where.i].spelling_line, 4);
    cr_assert_eq(unit->nodes.at[node_child(unit, call, 0).i].sym.i, 1);
    cr_assert_eq(unit->nodes.at[node_child(unit, function->body, 1).i].sym.i, 4);
    cr_assert_eq(unit->nodes.at[node_child(unit, function->body, 2).i].value2, 7);
    cr_assert_eq(node_child(unit, function->body, 4).i, 0);
}

Test(facts_text, finds_the_last_symbol_of_a_name)
{
    const struct unit *unit = read_text("dllmain-lint facts 1\n"
                                        "(symbol local \"i\")(global $i)\n"
                                        "(symbol local \"i\")(global $i)\n"
                                        "(symbol global \"g\" undeclared)(symbol global \"h\")\n");

    cr_assert_eq(unit->globals.at[0].sym.i, 1);
    cr_assert_eq(unit->globals.at[1].sym.i, 2);
    cr_assert_str_eq(unit->symbols.at[3].usr, "");
    cr_assert_str_eq(unit->symbols.at[4].usr, "c:@h");
}

Test(facts_text, says_whether_it_is_sealed)
{
    struct strbuf text = written(arena, small_unit(arena));

    cr_assert(facts_is_sealed(text.text, text.len));
    cr_assert_not(facts_is_sealed(text.text, text.len - 1));
    cr_assert_not(facts_is_sealed(small_text, strlen(small_text)));
    cr_assert_not(facts_is_sealed("", 0));
}
