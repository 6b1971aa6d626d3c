/*
 * references.c - C++ references: a second name of an object.
 *
 * A reference that is a local or a parameter holds the address of what it is bound to, and its name
 * means that place; where the place is not known, the name means none.  A call hands over the
 * places that its callee can change through a reference; the types in the function's own type say
 * which parameters those are.  Who gets such a place and has no body may keep it, and so may who
 * returns an address.  What a reference in an object is bound to is not followed: it has no value,
 * and its place can change from then on without being named.
 */
#include <string.h>

#include "walk/engine.h"

/* True for `T &` and `T &&` that end at `end`, unless T is const. */
static bool is_changeable(const char *begin, const char *end)
{
    while (end > begin && end[-1] == ' ') {
        end--;
    }
    if (end == begin || end[-1] != '&') {
        return false;
    }
    while (end > begin && (end[-1] == '&' || end[-1] == ' ')) {
        end--;
    }
    size_t n = (size_t)(end - begin);
    bool pointer = n > 0 && end[-1] == '*';
    bool constant = (n >= 6 && strncmp(begin, "const ", 6) == 0 && !pointer) ||
                    (n >= 6 && strncmp(end - 6, "*const", 6) == 0);
    return !constant;
}

bool reference_is(const struct symbol *symbol)
{
    bool variable = symbol->kind == SYMBOL_LOCAL || symbol->kind == SYMBOL_PARAM ||
                    symbol->kind == SYMBOL_FIELD;
    size_t n = variable ? strlen(symbol->type) : 0;
    return n > 0 && symbol->type[n - 1] == '&';
}

bool reference_is_changeable(const struct symbol *symbol)
{
    const char *type = symbol->type;
    return reference_is(symbol) && is_changeable(type, type + strlen(type));
}

uint32_t cell_named(const struct frame *f, const struct state *s, sym_id sym)
{
    uint32_t cell = cell_local(f, sym);
    if (cell == 0 || !f->facts->cplusplus || !reference_is(frame_symbol(f, sym))) {
        return cell;
    }
    struct value bound = state_load(s, cell);
    return bound.kind == VALUE_ADDRESS ? (uint32_t)bound.number : 0;
}

bool reference_names_object(const struct frame *f, const struct state *s, sym_id sym)
{
    if (!f->facts->cplusplus || !reference_is(frame_symbol(f, sym))) {
        return false;
    }
    uint32_t part = f->cells.at[cell_named(f, s, sym)].first_child;
    return part != 0 && f->cells.at[part].kind == PATH_FIELD;
}

static bool names_place(const struct node *n)
{
    return n->kind == NODE_REF || n->kind == NODE_FIELD || n->kind == NODE_INDEX ||
           n->kind == NODE_DEREF;
}

/* Notes that what `c ? a : b` names can change without being named. */
static void escape_choice(struct engine *e, struct frame *f, struct state *s, node_id choice)
{
    node_id side = frame_node(f, choice)->first;
    while (side.i != 0 && !frame_stopped(f, s)) {
        side = frame_node(f, side)->next;
        uint8_t kind = frame_node(f, side)->kind;
        uint32_t cell = kind == NODE_REF || kind == NODE_FIELD ? eval_place(e, f, s, side) : 0;
        if (cell != 0) {
            frame_escape(f, value_make(VALUE_ADDRESS, cell, NULL));
        }
    }
}

/* True for a reference to a pointer. */
static bool refers_to_pointer(const char *type)
{
    size_t n = strlen(type);
    while (n > 0 && (type[n - 1] == '&' || type[n - 1] == ' ')) {
        n--;
    }
    return n > 0 && (type[n - 1] == '*' || (n >= 6 && strncmp(type + n - 6, "*const", 6) == 0));
}

void reference_bind(struct engine *e, struct frame *f, struct state *s, node_id declaration)
{
    const struct node *n = frame_node(f, declaration);
    bool place = names_place(frame_node(f, n->first));
    uint32_t cell = place ? eval_place(e, f, s, n->first) : 0;
    struct value value = place ? value_unknown() : eval(e, f, s, n->first);
    if (frame_node(f, n->first)->kind == NODE_COND) {
        escape_choice(e, f, s, n->first);
    }
    if (frame_stopped(f, s)) {
        return;
    }
    struct value bound = value_make(VALUE_ADDRESS, cell, NULL);
    if (value.kind == VALUE_ADDRESS && !refers_to_pointer(frame_symbol(f, n->sym)->type)) {
        bound = value; /* an object without a name */
    } else if (cell == 0) {
        frame_escape(f, value);
        struct value class = dispatch_place(e, f, s, n->first, value);
        bound = class.kind == VALUE_CLASS ? class : value_unknown();
    }
    state_store(f, s, cell_local(f, n->sym), bound);
}

void reference_bind_field(struct engine *e, struct frame *f, struct state *s, node_id assignment)
{
    node_id field = frame_node(f, assignment)->first;
    node_id place = frame_node(f, field)->next;
    if (!reference_is_changeable(frame_symbol(f, frame_node(f, field)->sym)) ||
        !names_place(frame_node(f, place))) {
        return;
    }
    frame_escape(f, value_make(VALUE_ADDRESS, eval_place(e, f, s, place), NULL));
}

/* Returns the list of parameters in a function's type: it ends with the last parenthesis, and may
 * hold parentheses. */
static const char *parameters_of(const char *type)
{
    int depth = 0;
    const char *at = strrchr(type, ')');
    while (at != NULL && at > type) {
        depth += *at == ')' ? 1 : 0;
        depth -= *at == '(' ? 1 : 0;
        if (depth == 0) {
            return at + 1;
        }
        at--;
    }
    return NULL;
}

uint32_t references_taken(const struct symbol *function)
{
    const char *type = function->type;
    const char *begin = strchr(type, '&') == NULL ? NULL : parameters_of(type);
    uint32_t taken = 0;
    uint32_t position = 0;
    int depth = 0;
    for (const char *at = begin; at != NULL && *at != '\0' && position < LIMIT_ARGUMENTS; at++) {
        bool opens = *at == '(' || *at == '<' || *at == '[';
        bool closes = *at == ')' || *at == '>' || *at == ']';
        if (depth == 0 && (*at == ',' || *at == ')')) {
            taken |= is_changeable(begin, at) ? UINT32_C(1) << position : 0;
            position++;
            begin = at + (at[1] == ' ' ? 2 : 1);
        }
        if (depth == 0 && *at == ')') {
            return taken;
        }
        depth += opens ? 1 : 0;
        depth -= closes ? 1 : 0;
    }
    return taken;
}

bool references_come_back(const struct symbol *function)
{
    const char *end = strchr(function->type, '(');
    while (end != NULL && end > function->type && end[-1] == ' ') {
        end--;
    }
    return end != NULL && end > function->type && (end[-1] == '&' || end[-1] == '*');
}

uint32_t references_place(struct engine *e, struct frame *f, struct state *s, node_id argument)
{
    if (frame_node(f, argument)->kind == NODE_COND) {
        escape_choice(e, f, s, argument);
    }
    if (!names_place(frame_node(f, argument)) || frame_stopped(f, s)) {
        return 0;
    }
    uint32_t cell = eval_place(e, f, s, argument);
    if (frame_stopped(f, s) || cell == 0) {
        return 0;
    }
    if (f->cells.at[cell_object(f, cell)].kind == PATH_GLOBAL) {
        frame_escape(f, value_make(VALUE_ADDRESS, cell, NULL));
        return 0; /* its value goes along by itself */
    }
    return cell;
}

void references_bind_parameters(struct engine *e, struct frame *f, const struct state *s,
                                fn_id target, struct argument given[LIMIT_ARGUMENTS])
{
    const struct program_function *body = &e->program->functions.at[target.i];
    const struct unit *unit = e->program->units.at[body->unit];
    uint32_t n_params = body->function == NULL ? 0 : body->function->n_params;
    for (uint32_t i = 0; i < LIMIT_ARGUMENTS && i < n_params; i++) {
        sym_id param = unit->params.at[body->function->first_param + i];
        uint32_t place = given[i].place;
        if (place != 0 && reference_is(&unit->symbols.at[param.i])) {
            struct argument bound = {.value = value_make(VALUE_ADDRESS, place, NULL),
                                     .place = place};
            given[i] = argument_with_object(e, f, s, bound);
        }
    }
}
