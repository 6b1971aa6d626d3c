/*
 * zeroed.c - what the initialiser of an aggregate leaves out.
 *
 * It is 0: the other elements of `int a[6] = {0}`, the other fields of `struct s x = {.n = 1}`, and
 * those of structs within these.  Not those of unions, which are one place with several names, nor
 * of aggregates so large that all their parts are more than calls hand on.
 */
#include <stdlib.h>
#include <string.h>

#include "base/text.h"
#include "walk/engine.h"

enum { MOST_ZEROES = 16 };

/* The record that a type, up to `len`, is; NULL: it is no struct that is known. */
static const struct record *record_of(struct engine *e, struct frame *f, const char *type,
                                      size_t len)
{
    static const char *const words[] = {"const ", "volatile ", "struct "};
    for (size_t i = 0; i < sizeof words / sizeof *words; i++) {
        size_t n = strlen(words[i]);
        if (len > n && text_starts(type, words[i])) {
            type += n;
            len -= n;
        }
    }
    const char *name = arena_printf(f->arena, "%.*s", (int)len, type);
    bool unnamed = strchr(name, '(') != NULL; /* as others are */
    return unnamed ? NULL : program_record(e->program, f->unit, name);
}

/* The number of elements of an array of scalars; 0: it is none, or too long. */
static int64_t n_elements(struct engine *e, struct frame *f, const char *type)
{
    size_t len = strcspn(type, "[");
    bool one = type[len] == '[' && strchr(type + len + 1, '[') == NULL;
    bool pointers = memchr(type, '*', len) != NULL;
    bool structs = text_starts(type, "struct ") || text_starts(type, "union ") ||
                   record_of(e, f, type, len) != NULL;
    if (!one || (structs && !pointers)) {
        return 0;
    }
    int64_t n = strtoll(type + len + 1, NULL, 10);
    return n > MOST_ZEROES ? 0 : n;
}

static void zero(struct frame *f, struct state *s, uint32_t cell)
{
    state_store(f, s, cell, value_int(0));
}

/* True if all that the list holds is of this kind, and no list again: a range, `[0 ... 3] = 1`, is
 * read as one. */
static bool is_plain(const struct frame *f, node_id list, bool fields)
{
    for (node_id c = frame_node(f, list)->first; c.i != 0; c = frame_node(f, c)->next) {
        const struct node *n = frame_node(f, c);
        const struct node *value = n->kind == NODE_INIT_INDEX ? frame_node(f, n->first) : n;
        if ((n->kind == NODE_INIT_FIELD) != fields || value->kind == NODE_INIT_LIST) {
            return false;
        }
    }
    return true;
}

static void zero_elements(struct frame *f, struct state *s, node_id list, uint32_t cell, int64_t n)
{
    bool given[MOST_ZEROES] = {0};
    int64_t index = 0;
    for (node_id c = frame_node(f, list)->first; c.i != 0; c = frame_node(f, c)->next) {
        const struct node *element = frame_node(f, c);
        index = element->kind == NODE_INIT_INDEX ? element->value : index;
        if (index >= 0 && index < n) {
            given[index] = true;
        }
        index++;
    }
    for (int64_t i = 0; i < n; i++) {
        if (!given[i]) {
            zero(f, s, cell_child(f, cell, PATH_INDEX, i));
        }
    }
}

/* What the list gives for a field, 0: nothing. */
static node_id given_for(const struct frame *f, node_id list, sym_id field)
{
    node_id c = frame_node(f, list)->first;
    while (c.i != 0 && frame_node(f, c)->sym.i != field.i) {
        c = frame_node(f, c)->next;
    }
    return c;
}

/* A struct or an array: of a local or field, in a cell; `list` 0: nothing of it is given. */
struct aggregate {
    sym_id sym;
    node_id list;
    uint32_t cell;
    uint32_t *left; /* how many more parts, within parts too, are looked at */
};

static void zero_rest(struct engine *e, struct frame *f, struct state *s, struct aggregate a);

static void zero_fields(struct engine *e, struct frame *f, struct state *s, struct aggregate a,
                        const struct record *record)
{
    for (uint32_t i = 0; i<record->fields.n && * a.left> 0; i++) {
        --*a.left;
        sym_id field = record->fields.at[i];
        uint32_t key = e->program->key_of[f->unit][field.i];
        node_id given = given_for(f, a.list, field);
        bool aggregate = (frame_symbol(f, field)->flags & SYMBOL_RECORD_VALUE) != 0;
        uint32_t part = key == 0 ? 0 : cell_child(f, a.cell, PATH_FIELD, key);
        if (part != 0 && aggregate) {
            zero_rest(e, f, s,
                      (struct aggregate){field, frame_node(f, given)->first, part, a.left});
        } else if (part != 0 && given.i == 0) {
            zero(f, s, part);
        }
    }
}

static void zero_rest(struct engine *e, struct frame *f, struct state *s, struct aggregate a)
{
    const char *type = frame_symbol(f, a.sym)->type;
    if (a.list.i != 0 && frame_node(f, a.list)->kind != NODE_INIT_LIST) {
        return;
    }
    bool array = strchr(type, '[') != NULL;
    if (!is_plain(f, a.list, !array)) {
        return;
    }
    if (array) {
        zero_elements(f, s, a.list, a.cell, n_elements(e, f, type));
        return;
    }
    const struct record *record = record_of(e, f, type, strlen(type));
    if (record != NULL && record->fields.n <= MOST_ZEROES && !record->is_union) {
        zero_fields(e, f, s, a, record);
    }
}

void zeroed_declared(struct engine *e, struct frame *f, struct state *s, node_id declaration)
{
    const struct node *n = frame_node(f, declaration);
    uint32_t left = LIMIT_OBJECT;
    struct aggregate declared = {n->sym, n->first, cell_local(f, n->sym), &left};
    if (declared.cell != 0 && !f->facts->cplusplus && !frame_stopped(f, s)) {
        zero_rest(e, f, s, declared);
    }
}
