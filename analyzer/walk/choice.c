/*
 * choice.c - expressions that choose: conditions, `&&`, `||`, `?:`.
 *
 * Each side is evaluated in a state of its own, with what the condition teaches about the places in
 * it.
 */
#include "walk/engine.h"

/* True if evaluating the expression again changes nothing. */
static bool is_plain_place(const struct frame *f, node_id node)
{
    for (;;) {
        const struct node *n = frame_node(f, node);
        if (n->kind == NODE_REF) {
            return true;
        }
        if ((n->kind != NODE_FIELD && n->kind != NODE_DEREF) || n->first.i == 0) {
            return false;
        }
        node = n->first;
    }
}

/* Writes what a branch teaches about a place that was unknown. */
static void learn(struct engine *e, struct frame *f, struct state *s, node_id place,
                  struct value value)
{
    if (frame_node(f, place)->kind == NODE_ASSIGN) {
        place = frame_node(f, place)->first;
    }
    if (s->dead) {
        return;
    }
    uint32_t cell = is_plain_place(f, place) ? eval_place(e, f, s, place) : 0;
    if (cell == 0) {
        cell = taught_cell(f, place);
    }
    struct value old = state_load(s, cell);
    enum value_kind known = old.kind;
    if (known == VALUE_HANDLE && value.kind == VALUE_NONZERO) {
        state_store(f, s, cell, value_make(VALUE_HANDLE, 1, old.text));
    } else if (cell != 0 &&
               (known == VALUE_UNKNOWN || known == VALUE_UP_TO ||
                ((known == VALUE_NONZERO || known == VALUE_HANDLE || known == VALUE_NAMED) &&
                 value.kind == VALUE_INT))) {
        state_store(f, s, cell, value);
    }
}

static struct state dead_state(void)
{
    return (struct state){.dead = true};
}

/* Splits on a value that was evaluated in `s`. */
static void split(struct frame *f, struct state *s, struct state *otherwise, struct value value)
{
    enum truth truth = value_truth(value);
    enum truth usual = value_truth(value_usual(value));
    *otherwise = truth == TRUTH_TRUE ? dead_state() : state_copy(f, s);
    if (truth == TRUTH_FALSE) {
        *s = dead_state();
    }
    struct state *rare = usual == TRUTH_TRUE ? otherwise : s;
    if (truth == TRUTH_UNKNOWN && usual != TRUTH_UNKNOWN && rare->rare == 0) {
        rare->rare = value.rare;
    }
}

static void condition_compare(struct engine *e, struct frame *f, struct state *s,
                              struct state *otherwise, node_id node)
{
    const struct node *n = frame_node(f, node);
    node_id right_node = frame_node(f, n->first)->next;
    struct value left = eval(e, f, s, n->first);
    struct value right = frame_stopped(f, s) ? value_unknown() : eval(e, f, s, right_node);
    if (frame_stopped(f, s)) {
        *otherwise = dead_state();
        return;
    }
    split(f, s, otherwise, value_binary(n->op, left, right));
    struct state *equal = n->op == NODE_OP_EQ ? s : otherwise;
    struct state *unequal = n->op == NODE_OP_EQ ? otherwise : s;
    existed_learn(e, f, left, right, &(struct branches){equal, unequal});
    existed_learn(e, f, right, left, &(struct branches){equal, unequal});
    if (right.kind == VALUE_INT) {
        events_learn(e, f, equal, n->first, right.number != 0);
        learn(e, f, equal, n->first, right);
        if (right.number == 0) {
            events_learn(e, f, unequal, n->first, true);
            learn(e, f, unequal, n->first, value_nonzero());
        }
    }
    if (left.kind == VALUE_INT) {
        events_learn(e, f, equal, right_node, left.number != 0);
        learn(e, f, equal, right_node, left);
        if (left.number == 0) {
            events_learn(e, f, unequal, right_node, true);
            learn(e, f, unequal, right_node, value_nonzero());
        }
    }
}

static void swap_states(struct state *a, struct state *b)
{
    struct state kept = *a;
    *a = *b;
    *b = kept;
}

/* `a && b`: both hold in `s`; either fails in `*otherwise`.  For `a || b` the roles are swapped
 * before and after. */
static void condition_both(struct engine *e, struct frame *f, struct state *s,
                           struct state *otherwise, node_id node)
{
    bool is_or = frame_node(f, node)->kind == NODE_OR;
    node_id first = frame_node(f, node)->first;
    node_id second = frame_node(f, first)->next;
    eval_condition(e, f, s, otherwise, first);
    if (is_or) {
        swap_states(s, otherwise);
    }
    if (f->suspended || s->dead) {
        if (is_or) {
            swap_states(s, otherwise);
        }
        return;
    }
    struct state other = dead_state();
    eval_condition(e, f, s, &other, second);
    if (is_or) {
        swap_states(s, &other);
    }
    (void)state_join(f, otherwise, &other);
    if (is_or) {
        swap_states(s, otherwise);
    }
}

void eval_condition(struct engine *e, struct frame *f, struct state *s, struct state *otherwise,
                    node_id node)
{
    const struct node *n = frame_node(f, node);
    *otherwise = dead_state();
    switch (n->kind) {
    case NODE_AND:
    case NODE_OR:
        condition_both(e, f, s, otherwise, node);
        return;
    case NODE_UNARY:
        if (n->op == NODE_OP_NOT) {
            eval_condition(e, f, s, otherwise, n->first);
            swap_states(s, otherwise);
            return;
        }
        break;
    case NODE_BINARY:
        if (n->op == NODE_OP_EQ || n->op == NODE_OP_NE) {
            condition_compare(e, f, s, otherwise, node);
            return;
        }
        break;
    default:
        break;
    }
    struct value value = eval(e, f, s, node);
    if (frame_stopped(f, s)) {
        return;
    }
    split(f, s, otherwise, value);
    events_learn(e, f, s, node, true);
    events_learn(e, f, otherwise, node, false);
    learn(e, f, s, node, value_nonzero());
    learn(e, f, otherwise, node, value_int(0));
}

struct value eval_logic(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    struct state otherwise;
    eval_condition(e, f, s, &otherwise, node);
    if (f->suspended) {
        return value_unknown();
    }
    enum truth truth = TRUTH_UNKNOWN;
    if (s->dead) {
        truth = TRUTH_FALSE;
    } else if (otherwise.dead) {
        truth = TRUTH_TRUE;
    }
    struct value value = value_of_truth(truth);
    if (truth == TRUTH_UNKNOWN) {
        value = value_join_branches((struct branch_value){value_int(1), s->rare},
                                    (struct branch_value){value_int(0), otherwise.rare});
    }
    (void)state_join(f, s, &otherwise);
    return value;
}

struct value eval_conditional(struct engine *e, struct frame *f, struct state *s, node_id node)
{
    node_id condition = frame_node(f, node)->first;
    node_id yes = frame_node(f, condition)->next;
    node_id no = frame_node(f, yes)->next;
    struct state otherwise;
    eval_condition(e, f, s, &otherwise, condition);
    if (f->suspended) {
        return value_unknown();
    }
    struct value left = value_nonzero();
    struct value right = value_unknown();
    if (!s->dead && frame_node(f, yes)->kind != NODE_NONE) {
        left = eval(e, f, s, yes);
    }
    if (!otherwise.dead && !f->suspended) {
        right = eval(e, f, &otherwise, no);
    }
    struct value value = s->dead ? right : left;
    if (!s->dead && !otherwise.dead) {
        value = value_join_branches((struct branch_value){left, s->rare},
                                    (struct branch_value){right, otherwise.rare});
    }
    if (!s->dead && !otherwise.dead && !value_same(left, right)) {
        frame_escape(f, left);
        frame_escape(f, right);
    }
    (void)state_join(f, s, &otherwise);
    return value;
}
