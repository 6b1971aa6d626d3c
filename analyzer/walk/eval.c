/*
 * eval.c - expressions.
 *
 * Every child is evaluated exactly once and in order, because calls may stand anywhere.  Where both
 * sides of a choice are possible, each is evaluated in a state of its own and the states are
 * joined.
 */
#include <string.h>

#include "walk/engine.h"

static void eval_children(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    for (node_id c = frame_node(f, node)->first; c.i != 0 && !frame_stopped(f, s);
         c = frame_node(f, c)->next) {
        (void)eval(e, f, s, c);
    }
}

/* ---- places ---- */

static uint32_t place_of_field(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    uint32_t object = 0;
    if ((n->flags & NODE_ARROW) != 0) {
        struct value pointer = eval(e, f, s, n->first);
        object = pointer.kind == VALUE_ADDRESS ? (uint32_t)pointer.number : 0;
    } else if (n->first.i != 0) {
        object = eval_place(e, f, s, n->first);
    }
    uint32_t key = e->program->key_of[f->unit][n->sym.i];
    bool known = object != 0 && key != 0 && !reference_is(frame_symbol(f, n->sym));
    return known ? cell_child(f, object, PATH_FIELD, key) : 0;
}

static uint32_t place_of_element(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    uint32_t array = eval_place(e, f, s, n->first);
    struct value base = state_load(s, array);
    if (base.kind == VALUE_ADDRESS) {
        array = (uint32_t)base.number; /* a pointer to an array or object */
    }
    node_id index_node = frame_node(f, n->first)->next;
    struct value index = eval(e, f, s, index_node);
    bool known = index.kind == VALUE_INT && index.number >= 0;
    if (array != 0 && known && index.number >= LIMIT_ELEMENTS) {
        f->lost |= 1U << LIMIT_KIND_ELEMENTS;
        known = false;
    }
    if (array == 0 || !known) {
        return 0;
    }
    return cell_child(f, array, PATH_INDEX, index.number);
}

uint32_t eval_place(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    switch (n->kind) {
    case NODE_REF:
        return f->facts->symbols.at[n->sym.i].kind == SYMBOL_GLOBAL ? cell_global(e, f, n->sym)
                                                                    : cell_named(f, s, n->sym);
    case NODE_FIELD:
        return place_of_field(e, f, s, node);
    case NODE_INDEX:
        return place_of_element(e, f, s, node);
    case NODE_DEREF: {
        struct value pointer = eval(e, f, s, n->first);
        return pointer.kind == VALUE_ADDRESS ? (uint32_t)pointer.number : 0;
    }
    case NODE_COMMA: {
        node_id c = n->first;
        for (; c.i != 0 && frame_node(f, c)->next.i != 0; c = frame_node(f, c)->next) {
            (void)eval(e, f, s, c);
        }
        return c.i == 0 ? 0 : eval_place(e, f, s, c);
    }
    default:
        (void)eval(e, f, s, node);
        return 0;
    }
}

/* Notes that something is read or written through a pointer: then that is not null.  Whose address
 * is taken there, or what decays to one, is not read. */
static void note_access(struct engine *e, struct frame *f, struct state *s, node_id place)
{
    const struct node *n = frame_node(f, place);
    uint32_t object = SYMBOL_RECORD_VALUE; /* or an array */
    if (frame_stopped(f, s) ||
        (n->kind == NODE_FIELD && (frame_symbol(f, n->sym)->flags & object) != 0)) {
        return;
    }
    while (n->kind == NODE_FIELD && (n->flags & NODE_ARROW) == 0 && n->first.i != 0) {
        n = frame_node(f, n->first);
    }
    bool through = n->kind == NODE_FIELD || n->kind == NODE_DEREF || n->kind == NODE_INDEX;
    node_id pointer = through ? n->first : (node_id){0};
    const struct node *named = frame_node(f, pointer);
    if (pointer.i == 0 || named->kind != NODE_REF ||
        frame_symbol(f, named->sym)->kind <= SYMBOL_DESTRUCTOR ||
        (frame_symbol(f, named->sym)->flags & object) != 0) {
        return;
    }
    uint32_t cell = eval_place(e, f, s, pointer);
    if (cell != 0 && state_load(s, cell).kind == VALUE_UNKNOWN) {
        state_store(f, s, cell, value_nonzero());
    }
}

/* ---- references ---- */

/* True if the global keeps its initialiser: it is const, or static and never written. */
static bool is_constant(const struct engine *e, const struct frame *f, sym_id sym)
{
    const struct symbol *symbol = &f->facts->symbols.at[sym.i];
    if ((symbol->flags & SYMBOL_CONST) != 0) {
        return true;
    }
    bool seen_whole = (symbol->flags & SYMBOL_INTERNAL) != 0 && !f->facts->cplusplus &&
                      f->facts->status == UNIT_COMPLETE;
    return seen_whole && strstr(symbol->type, "volatile") == NULL &&
           !e->program->written[e->program->key_of[f->unit][sym.i]];
}

static const struct global *find_global(const struct engine *e, const struct frame *f, sym_id sym)
{
    uint32_t found = e->program->global_of[f->unit][sym.i];
    return found == 0 ? NULL : &f->facts->globals.at[found - 1];
}

node_id constant_initialiser(const struct engine *e, const struct frame *f, sym_id sym)
{
    const struct global *global = is_constant(e, f, sym) ? find_global(e, f, sym) : NULL;
    return global == NULL ? (node_id){0} : global->init;
}

static struct value text_value(const struct node *literal)
{
    return value_make(VALUE_STRING, 0, literal->text == NULL ? "" : literal->text);
}

static struct value constant_global(const struct engine *e, const struct frame *f, sym_id sym)
{
    const struct symbol *symbol = &f->facts->symbols.at[sym.i];
    if (e->program->null_key[e->program->key_of[f->unit][sym.i]]) {
        return value_int(0);
    }
    if (!is_constant(e, f, sym)) {
        return value_unknown();
    }
    const struct global *global = find_global(e, f, sym);
    if (global != NULL && frame_node(f, global->init)->kind == NODE_STRING) {
        return text_value(frame_node(f, global->init));
    }
    if ((symbol->flags & SYMBOL_RECORD_VALUE) != 0) {
        return value_unknown();
    }
    if (global != NULL && global->init.i == 0) {
        bool has_value = (symbol->flags & SYMBOL_CONST) == 0;
        return has_value ? value_int(0) : value_unknown();
    }
    const struct node *init = frame_node(f, global == NULL ? (node_id){0} : global->init);
    return init->kind == NODE_INT ? value_int(init->value) : value_unknown();
}

static struct value function_value(const struct engine *e, const struct frame *f, sym_id sym)
{
    fn_id body = program_body(e->program, f->unit, sym);
    if (body.i != 0) {
        return value_make(VALUE_FUNCTION, body.i, NULL);
    }
    return value_make(VALUE_EXTERNAL, (int64_t)((uint64_t)f->unit << 32 | sym.i), NULL);
}

static struct value eval_reference(struct engine *e, struct frame *f, const struct state *s,
                                   sym_id sym)
{
    const struct symbol *symbol = &f->facts->symbols.at[sym.i];
    if (symbol->kind <= SYMBOL_DESTRUCTOR) {
        return function_value(e, f, sym);
    }
    if (symbol->kind == SYMBOL_GLOBAL) {
        struct value followed = state_load(s, cell_global(e, f, sym));
        uint32_t class = program_class_of(e->program, f->unit, sym);
        if (class != 0) {
            return value_of_class(VALUE_CLASS, class);
        }
        bool known = followed.kind != VALUE_UNKNOWN || followed.rare != 0;
        return known ? followed : constant_global(e, f, sym);
    }
    uint32_t cell = cell_named(f, s, sym);
    struct value value = state_load(s, cell);
    bool aggregate =
        (symbol->flags & SYMBOL_RECORD_VALUE) != 0 || reference_names_object(f, s, sym);
    bool nothing = value.kind == VALUE_UNKNOWN || value.kind == VALUE_CLASS;
    if (nothing && aggregate && cell != 0) {
        return value_make(VALUE_ADDRESS, cell,
                          NULL); /* an array decays; a struct is copied by place */
    }
    return value;
}

static struct value eval_address(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    node_id operand = frame_node(f, node)->first;
    const struct node *n = frame_node(f, operand);
    bool function = n->kind == NODE_REF && f->facts->symbols.at[n->sym.i].kind <= SYMBOL_DESTRUCTOR;
    if (function) {
        return eval_reference(e, f, s, n->sym);
    }
    uint32_t cell = eval_place(e, f, s, operand);
    if (cell != 0) {
        return value_make(VALUE_ADDRESS, cell, NULL);
    }
    struct value class = dispatch_place(e, f, s, operand, value_unknown());
    if (class.kind == VALUE_CLASS) {
        return value_of_class(VALUE_OBJECT, (uint32_t) class.number);
    }
    bool own = n->kind == NODE_REF || n->kind == NODE_FIELD;
    return own ? constant_address(e, f, operand) : value_nonzero();
}

/* ---- assignment ---- */

static bool is_object_copy(const struct frame *f, const struct state *s, node_id value)
{
    const struct node *n = frame_node(f, value);
    if (n->kind == NODE_REF && reference_names_object(f, s, n->sym)) {
        return true;
    }
    if (n->kind != NODE_REF && n->kind != NODE_FIELD) {
        return false;
    }
    const struct symbol *symbol = &f->facts->symbols.at[n->sym.i];
    return (symbol->flags & SYMBOL_RECORD_VALUE) != 0 && strchr(symbol->type, '[') == NULL;
}

static void eval_init_list(struct engine *e, struct frame *f, struct state *s, node_id list,
                           uint32_t cell);

/* Stores the value of an expression into a cell (0: into something unseen). */
static struct value assign(struct engine *e, struct frame *f, struct state *s, uint32_t cell,
                           node_id value_node)
{
    if (frame_node(f, value_node)->kind == NODE_INIT_LIST) {
        state_forget(f, s, cell);
        eval_init_list(e, f, s, value_node, cell);
        return value_unknown();
    }
    if (frame_node(f, value_node)->kind == NODE_CONSTRUCT) {
        return eval_construction(e, f, s, value_node, cell);
    }
    if (is_object_copy(f, s, value_node)) {
        uint32_t from = eval_place(e, f, s, value_node);
        if (cell != 0) {
            state_copy_object(f, s, from, cell);
        }
        return from == 0 ? value_unknown() : value_make(VALUE_ADDRESS, from, NULL);
    }
    struct value value = eval(e, f, s, value_node);
    if (frame_stopped(f, s)) {
        return value;
    }
    bool global = cell != 0 && f->cells.at[cell].kind == PATH_GLOBAL;
    if (cell == 0 || global) {
        frame_escape(f, value);
    }
    if (cell != 0) {
        bool local_address = global && value.kind == VALUE_ADDRESS;
        state_store(f, s, cell, local_address ? dispatch_pointer(e, f, s, value) : value);
        events_keep_result(s, value_node, cell);
    }
    return value;
}

/* A text in an array that is no constant can change, also where its address was copied to. */
static void note_array_text(struct frame *f, struct state *s, uint32_t cell, sym_id array)
{
    uint32_t flags = array.i == 0 ? SYMBOL_RECORD_VALUE : frame_symbol(f, array)->flags;
    struct value value = state_load(s, cell);
    if (value.kind == VALUE_STRING && (flags & SYMBOL_RECORD_VALUE) != 0 &&
        (flags & SYMBOL_CONST) == 0) {
        value.number = VALUE_CHANGEABLE;
        state_store(f, s, cell, value);
    }
}

/* Sets the elements of a list below a cell; what the list leaves out is unknown (zeroed.c). */
static void eval_init_list(struct engine *e, struct frame *f, struct state *s, node_id list,
                           uint32_t cell)
{
    int64_t index = 0;
    for (node_id c = frame_node(f, list)->first; c.i != 0 && !frame_stopped(f, s);
         c = frame_node(f, c)->next) {
        const struct node *n = frame_node(f, c);
        uint32_t to = 0;
        node_id value = c;
        if (n->kind == NODE_INIT_FIELD) {
            uint32_t key = e->program->key_of[f->unit][n->sym.i];
            to = cell == 0 || key == 0 ? 0 : cell_child(f, cell, PATH_FIELD, key);
            value = n->first;
        } else {
            if (n->kind == NODE_INIT_INDEX) {
                index = n->value;
                value = n->first;
            }
            bool kept = cell != 0 && index >= 0 && index < LIMIT_ELEMENTS;
            to = kept ? cell_child(f, cell, PATH_INDEX, index) : 0;
            index++;
        }
        if (value.i != 0) {
            (void)assign(e, f, s, to, value);
            note_array_text(f, s, to, n->kind == NODE_INIT_FIELD ? n->sym : (sym_id){0});
        }
    }
}

/* Notes an assignment to something that is no local of the function. */
static void note_store(struct engine *e, struct frame *f, node_id store)
{
    const struct node *n = frame_node(f, frame_node(f, store)->first);
    while ((n->kind == NODE_INDEX || n->kind == NODE_FIELD) && (n->flags & NODE_ARROW) == 0 &&
           n->first.i != 0) {
        n = frame_node(f, n->first);
    }
    if (n->kind == NODE_REF && f->facts->symbols.at[n->sym.i].kind != SYMBOL_GLOBAL) {
        return;
    }
    struct context *context = &e->contexts.at[f->context];
    for (uint32_t i = 0; i < context->stores.n; i++) {
        if (context->stores.at[i].i == store.i) {
            return;
        }
    }
    VEC_PUSH(e->arena, &context->stores, store);
}

/* Forgets what a store through a place that is not known may have changed. */
static void forget_unknown_place(struct frame *f, struct state *s, node_id place)
{
    const struct node *n = frame_node(f, place);
    while (n->kind == NODE_INDEX || (n->kind == NODE_FIELD && n->first.i != 0)) {
        place = n->first;
        n = frame_node(f, place);
    }
    uint32_t cell = n->kind == NODE_REF ? cell_named(f, s, n->sym) : 0;
    struct value pointer = state_load(s, cell);
    if (pointer.kind == VALUE_ADDRESS) {
        cell = (uint32_t)pointer.number;
    }
    if (cell != 0 && n->kind == NODE_REF) {
        state_forget(f, s, cell);
        if (pointer.kind == VALUE_ADDRESS) {
            return;
        }
    }
    frame_forget_escaped(f, s);
}

static struct value eval_assign(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    uint32_t cell = eval_place(e, f, s, n->first);
    node_id value_node = frame_node(f, n->first)->next;
    if (frame_stopped(f, s) || value_node.i == 0) {
        return value_unknown();
    }
    globals_note_write(f, cell);
    made_element_stored(f, s, cell);
    note_store(e, f, node);
    bool binds = (n->flags & NODE_IMPLICIT) != 0 && frame_node(f, n->first)->kind == NODE_FIELD;
    if (binds) {
        reference_bind_field(e, f, s, node);
    } else if (cell == 0) {
        forget_unknown_place(f, s, n->first);
    }
    note_access(e, f, s, n->first);
    if (n->op == NODE_OP_NONE) {
        struct value assigned = assign(e, f, s, cell, value_node);
        taught_forget(f, s, n->first);
        if (cell == 0 && !frame_stopped(f, s)) {
            taught_store(f, s, n->first, assigned);
            s->dead = taught_nowhere(e, f, s, n->first);
        }
        return assigned;
    }
    struct value old = state_load(s, cell);
    struct value value = value_binary(n->op, old, eval(e, f, s, value_node));
    if (!frame_stopped(f, s)) {
        state_store(f, s, cell, value);
        taught_forget(f, s, n->first);
    }
    return value;
}

static struct value eval_step(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    uint32_t cell = eval_place(e, f, s, n->first);
    note_store(e, f, node);
    made_element_stored(f, s, cell);
    if (cell == 0) {
        forget_unknown_place(f, s, n->first);
    }
    struct value old = state_load(s, cell);
    note_access(e, f, s, n->first);
    bool minus = n->op == NODE_OP_SUB || n->op == NODE_OP_MINUS;
    frame_escape(f, old);
    struct value stepped = value_binary(minus ? NODE_OP_SUB : NODE_OP_ADD, old, value_int(1));
    if (!frame_stopped(f, s)) {
        taught_forget(f, s, n->first);
        state_store(f, s, cell, stepped);
        globals_note_write(f, cell);
    }
    return (n->flags & NODE_POSTFIX) != 0 ? old : stepped;
}

static struct value eval_declare(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    uint32_t cell = cell_local(f, n->sym);
    if (n->first.i != 0) {
        if (reference_is(frame_symbol(f, n->sym))) {
            reference_bind(e, f, s, node);
        } else {
            (void)assign(e, f, s, cell, n->first);
            note_array_text(f, s, cell, n->sym);
            zeroed_declared(e, f, s, node);
        }
        taught_forget(f, s, node);
        for (node_id c = frame_node(f, n->first)->next; c.i != 0 && !frame_stopped(f, s);
             c = frame_node(f, c)->next) {
            (void)eval(e, f, s, c);
        }
    } else {
        state_forget(f, s, cell);
    }
    return value_unknown();
}

/* ---- the rest ---- */

static struct value eval_last_child(struct engine *e, struct frame *f, struct state *s,
                                    node_id node)
{
    struct value value = value_unknown();
    for (node_id c = frame_node(f, node)->first; c.i != 0 && !frame_stopped(f, s);
         c = frame_node(f, c)->next) {
        value = eval(e, f, s, c);
    }
    return value;
}

static bool holds_statements(const struct frame *f, node_id node)
{
    for (node_id c = frame_node(f, node)->first; c.i != 0; c = frame_node(f, c)->next) {
        if (frame_node(f, c)->kind >= NODE_BLOCK && frame_node(f, c)->kind != NODE_DECLARE) {
            return true;
        }
    }
    return false;
}

static struct value eval_binary(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    struct value left = eval(e, f, s, n->first);
    if (frame_stopped(f, s)) {
        return value_unknown();
    }
    struct value right = eval(e, f, s, frame_node(f, n->first)->next);
    bool compares = n->op >= NODE_OP_EQ && n->op <= NODE_OP_GE;
    if (!compares) {
        frame_escape(f, left); /* pointer arithmetic: where it points is no longer known */
        frame_escape(f, right);
    }
    return value_binary(n->op, left, right);
}

/* A lambda, or an object as the function that its operator() is. */
static struct value eval_lambda(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    fn_id body = program_body(e->program, f->unit, n->sym);
    struct value object = value_unknown();
    for (node_id c = n->first; c.i != 0 && !frame_stopped(f, s); c = frame_node(f, c)->next) {
        object = eval(e, f, s, c);
    }
    if (body.i == 0 || frame_stopped(f, s)) {
        return value_nonzero();
    }
    if ((n->flags & NODE_IMPLICIT) != 0 && n->first.i != 0) {
        bool same = object.kind == VALUE_FUNCTION && (uint32_t)object.number == body.i;
        return same ? object : value_make(VALUE_FUNCTION, body.i, NULL);
    }
    return closure_make(e, f, s, node);
}

struct value constant_value(const struct engine *e, const struct frame *f, node_id value)
{
    const struct node *n = frame_node(f, value);
    if (n->kind == NODE_INT) {
        return value_int(n->value);
    }
    if (n->kind == NODE_STRING) {
        return text_value(n);
    }
    const struct node *named = n->kind == NODE_ADDRESS ? frame_node(f, n->first) : n;
    if (named->kind == NODE_REF && frame_symbol(f, named->sym)->kind <= SYMBOL_DESTRUCTOR) {
        return function_value(e, f, named->sym);
    }
    return value_unknown();
}

/* The character at a fixed place of a text: `name[0]`. */
static struct value eval_character(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    node_id text = frame_node(f, node)->first;
    const struct node *index = frame_node(f, frame_node(f, text)->next);
    bool simple = frame_node(f, text)->kind == NODE_REF && index->kind == NODE_INT;
    return simple ? value_character(eval(e, f, s, text), index->value) : value_unknown();
}

static struct value eval_element(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    if (table_holds(e, f, node)) {
        return table_member(e, f, s, node);
    }
    struct value value = state_load(s, eval_place(e, f, s, node));
    return value.kind == VALUE_UNKNOWN ? eval_character(e, f, s, node) : value;
}

static struct value eval_deref(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    struct value pointer = eval(e, f, s, frame_node(f, node)->first);
    if (pointer.kind == VALUE_FUNCTION || pointer.kind == VALUE_EXTERNAL) {
        return pointer; /* a function is its own address */
    }
    if (pointer.kind == VALUE_OBJECT) {
        return value_of_class(VALUE_CLASS, (uint32_t)pointer.number);
    }
    if (pointer.kind == VALUE_STRING) {
        return value_character(pointer, 0);
    }
    uint32_t cell = pointer.kind == VALUE_ADDRESS ? (uint32_t)pointer.number : 0;
    uint32_t class = dispatch_class_of_cell(e, f, s, cell);
    return class == 0 ? state_load(s, cell) : value_of_class(VALUE_CLASS, class);
}

static struct value eval_field(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    uint32_t key = e->program->key_of[f->unit][n->sym.i];
    uint32_t cell = 0;
    if (table_holds(e, f, node)) {
        return table_member(e, f, s, node);
    }
    if ((n->flags & NODE_ARROW) != 0) {
        struct value object = eval(e, f, s, n->first);
        if (object.kind == VALUE_OWN) {
            return constant_member(e, object, key);
        }
        bool known =
            object.kind == VALUE_ADDRESS && key != 0 && !reference_is(frame_symbol(f, n->sym));
        cell = known ? cell_child(f, (uint32_t)object.number, PATH_FIELD, key) : 0;
    } else {
        cell = eval_place(e, f, s, node);
    }
    struct value value = state_load(s, cell);
    bool nothing = value.kind == VALUE_UNKNOWN || value.kind == VALUE_CLASS;
    if (nothing && e->program->null_key[key]) {
        return value_int(0);
    }
    bool aggregate =
        n->kind == NODE_FIELD && (f->facts->symbols.at[n->sym.i].flags & SYMBOL_RECORD_VALUE) != 0;
    if (nothing && aggregate && cell != 0) {
        return value_make(VALUE_ADDRESS, cell, NULL);
    }
    return value;
}

/* What a place holds by its origin, where its value is not known otherwise. */
static struct value by_origin(const struct engine *e, const struct frame *f, node_id node,
                              struct value value)
{
    const char *origin = NULL;
    if (value.kind == VALUE_UNKNOWN || value.kind == VALUE_NONZERO) {
        origin = program_origin(e->program, f->unit, node);
    }
    bool handle = origin != NULL && strcmp(origin, "function") != 0;
    return handle ? value_make(VALUE_HANDLE, value.kind == VALUE_NONZERO, origin) : value;
}

/* What is read from a place. */
static struct value eval_read(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    struct value value = value_unknown();
    switch (frame_node(f, node)->kind) {
    case NODE_FIELD:
        value = by_origin(e, f, node, taught_value(f, s, node, eval_field(e, f, s, node)));
        break;
    case NODE_INDEX:
        value = by_origin(e, f, node, taught_value(f, s, node, eval_element(e, f, s, node)));
        break;
    default:
        value = taught_value(f, s, node, eval_deref(e, f, s, node));
        break;
    }
    note_access(e, f, s, node);
    return value;
}

struct value eval(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    const struct node *n = frame_node(f, node);
    if (node.i == 0 || frame_stopped(f, s)) {
        return value_unknown();
    }
    switch (n->kind) {
    case NODE_OPAQUE:
        eval_children(e, f, s, node);
        return (n->flags & NODE_WHOLE) != 0 ? value_int(!e->contexts.at[f->context].part)
                                            : value_unknown();
    case NODE_INT:
        return value_int(n->value);
    case NODE_STRING:
        return text_value(n);
    case NODE_REF:
        return by_origin(e, f, node, taught_value(f, s, node, eval_reference(e, f, s, n->sym)));
    case NODE_FIELD:
    case NODE_INDEX:
    case NODE_DEREF:
        return eval_read(e, f, s, node);
    case NODE_ADDRESS:
        return eval_address(e, f, s, node);
    case NODE_UNARY:
        return value_unary(n->op, eval(e, f, s, n->first));
    case NODE_STEP:
        return eval_step(e, f, s, node);
    case NODE_BINARY:
        return eval_binary(e, f, s, node);
    case NODE_AND:
    case NODE_OR:
        return eval_logic(e, f, s, node);
    case NODE_COND:
        return eval_conditional(e, f, s, node);
    case NODE_COMMA:
        return eval_last_child(e, f, s, node);
    case NODE_STATEMENT_EXPR:
        return holds_statements(f, node) ? value_unknown() : eval_last_child(e, f, s, node);
    case NODE_ASSIGN:
        return eval_assign(e, f, s, node);
    case NODE_DECLARE:
        return eval_declare(e, f, s, node);
    case NODE_CALL:
        return eval_call(e, f, s, node);
    case NODE_DELETE:
        heap_note_delete(e, f, s, node);
        (void)eval_implicit_call(e, f, s, node);
        if (!frame_stopped(f, s)) {
            (void)heap_run(e, f, s, node);
        }
        return value_unknown();
    case NODE_CONSTRUCT:
    case NODE_DESTROY:
        return eval_implicit_call(e, f, s, node);
    case NODE_INIT_LIST:
        eval_init_list(e, f, s, node, 0);
        return value_unknown();
    case NODE_LAMBDA:
        return eval_lambda(e, f, s, node);
    case NODE_NEW:
        eval_children(e, f, s, node);
        return frame_stopped(f, s) || !heap_run(e, f, s, node) ? value_unknown()
                                                               : dispatch_made(e, f, node);
    case NODE_SKIPPED:
        engine_cut(e, f, node, "not-followed", n->text);
        return value_unknown();
    case NODE_THROW:
        eval_children(e, f, s, node);
        if (!frame_stopped(f, s)) {
            throws_note(e, f, s, node);
        }
        s->dead = !f->suspended;
        return value_unknown();
    default:
        eval_children(e, f, s, node);
        return value_unknown();
    }
}
