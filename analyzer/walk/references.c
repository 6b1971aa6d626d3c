/*
 * references.c - C++ references: a second name of an object.
 *
 * A local reference has no value of its own, and what it is bound to can change from then on
 * without being named.  So can what a call is handed by a reference that is not const; the callee
 * sees a copy.  The types in the function's own type say which parameters are such.
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

static bool is_reference(const struct symbol *symbol)
{
    size_t n = symbol->kind == SYMBOL_LOCAL ? strlen(symbol->type) : 0;
    return n > 0 && symbol->type[n - 1] == '&';
}

bool reference_is_local(const struct frame *f, sym_id sym)
{
    return is_reference(frame_symbol(f, sym));
}

static bool names_place(const struct node *n)
{
    return n->kind == NODE_REF || n->kind == NODE_FIELD || n->kind == NODE_INDEX ||
           n->kind == NODE_DEREF;
}

/* Notes that a place got another name. */
static void give_away(struct engine *e, struct frame *f, struct state *s, node_id place)
{
    if (!names_place(frame_node(f, place)) || frame_stopped(f, s)) {
        return;
    }
    uint32_t cell = eval_place(e, f, s, place);
    if (cell != 0 && !frame_stopped(f, s)) {
        frame_escape(f, (struct value){VALUE_ADDRESS, cell, NULL});
    }
}

void reference_bind(struct engine *e, struct frame *f, struct state *s, node_id declaration)
{
    const struct node *n = frame_node(f, declaration);
    const char *type = frame_symbol(f, n->sym)->type;
    if (is_changeable(type, type + strlen(type))) {
        give_away(e, f, s, n->first);
    }
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

void references_hand_over(struct engine *e, struct frame *f, struct state *s, sym_id function,
                          node_id first)
{
    const char *type = frame_symbol(f, function)->type;
    const char *begin = strchr(type, '&') == NULL ? NULL : parameters_of(type);
    int depth = 0;
    for (const char *at = begin; at != NULL && *at != '\0' && first.i != 0; at++) {
        bool opens = *at == '(' || *at == '<' || *at == '[';
        bool closes = *at == ')' || *at == '>' || *at == ']';
        if (depth == 0 && (*at == ',' || *at == ')')) {
            if (is_changeable(begin, at)) {
                give_away(e, f, s, first);
            }
            first = frame_node(f, first)->next;
            begin = at + (at[1] == ' ' ? 2 : 1);
        }
        if (depth == 0 && *at == ')') {
            return;
        }
        depth += opens ? 1 : 0;
        depth -= closes ? 1 : 0;
    }
}
