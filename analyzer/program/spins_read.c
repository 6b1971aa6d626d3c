/*
 * spins_read.c - what keeps a loop going?
 *
 * A loop is left by its condition or by an `if` that ends in break, return or goto.  Each of these
 * tests is taken apart at `!`, `&&` and `||` into leaves: a variable, or a call that looks at a
 * handle, compared with numbers.  We choose to miss loops: any other way out, any other test, and
 * the loop is left alone.
 */
#include <string.h>

#include "program/spins.h"

enum { DEEPEST = 24 };

static const struct node *node_at(const struct program *program, uint32_t unit, node_id node)
{
    return program_node(program, unit, node);
}

/* ---- ways out ---- */

static bool is_loop(const struct node *n)
{
    return n->kind == NODE_WHILE || n->kind == NODE_DO || n->kind == NODE_FOR ||
           n->kind == NODE_RANGE_FOR;
}

static bool is_jump(const struct node *n)
{
    return n->kind == NODE_RETURN || n->kind == NODE_GOTO || n->kind == NODE_THROW ||
           n->kind == NODE_SEH_LEAVE;
}

/* True if every way through the statement ends the loop. */
static bool leaves(const struct program *p, uint32_t unit, node_id node, int depth)
{
    const struct node *n = node_at(p, unit, node);
    if (n->kind != NODE_BLOCK || depth == 0) {
        return is_jump(n) || n->kind == NODE_BREAK;
    }
    node_id last = n->first;
    while (last.i != 0 && node_at(p, unit, last)->next.i != 0) {
        last = node_at(p, unit, last)->next;
    }
    return last.i != 0 && leaves(p, unit, last, depth - 1);
}

static void add_exit(struct loop *loop, node_id condition, bool stays_if_true)
{
    if (loop->n_exits == MOST_EXITS) {
        loop->open = true;
        return;
    }
    loop->exits[loop->n_exits++] = (struct exit_test){condition, stays_if_true};
}

/* Reads the statements of the body; `inner`: break belongs to a loop or switch inside. */
static void read_body(const struct program *p, struct loop *loop, node_id node, bool inner,
                      int depth)
{
    const struct node *n = node_at(p, loop->unit, node);
    if (depth == 0 || is_jump(n) || (n->kind == NODE_BREAK && !inner)) {
        loop->open = true;
        return;
    }
    if (n->kind == NODE_LAMBDA) {
        return;
    }
    bool below = inner || is_loop(n) || n->kind == NODE_SWITCH;
    uint32_t position = 0;
    for (node_id c = n->first; c.i != 0; c = node_at(p, loop->unit, c)->next) {
        bool branch = n->kind == NODE_IF && position > 0 && !inner;
        if (branch && leaves(p, loop->unit, c, DEEPEST)) {
            add_exit(loop, n->first, position == 2);
        } else {
            read_body(p, loop, c, below, depth - 1);
        }
        position++;
    }
}

void spins_find_exits(const struct program *program, struct loop *loop)
{
    const struct node *n = node_at(program, loop->unit, loop->node);
    const struct unit *unit = program->units.at[loop->unit];
    node_id condition = node_child(unit, loop->node, n->kind == NODE_WHILE ? 0 : 1);
    uint32_t body = n->kind == NODE_WHILE ? 1 : n->kind == NODE_DO ? 0 : 3;
    const struct node *test = node_at(program, loop->unit, condition);
    bool always = test->kind == NODE_NONE || (test->kind == NODE_INT && test->value != 0);
    if (!always) {
        add_exit(loop, condition, true);
    }
    read_body(program, loop, node_child(unit, loop->node, body), false, DEEPEST);
}

/* ---- tests ---- */

static struct operand bad(void)
{
    return (struct operand){.kind = OPERAND_BAD};
}

/* True if some entry of the API has the effect. */
static bool may(struct known_api known, const char *effect)
{
    for (uint32_t i = 0; i < known.n; i++) {
        if (api_has_effect(&known.first[i], effect)) {
            return true;
        }
    }
    return false;
}

/* True if the call looks whether a handle is signalled, at once or for a bounded time. */
static bool looks(const struct program *p, uint32_t unit, node_id call)
{
    const struct node *callee = node_at(p, unit, node_at(p, unit, call)->first);
    if (node_at(p, unit, call)->kind != NODE_CALL || callee->kind != NODE_REF) {
        return false;
    }
    struct known_api known = program_api(p, unit, callee->sym);
    return may(known, "polls") || may(known, "polls-thread");
}

/* The call in a loop that leaves its answer in a local: as its value, or behind its address. */
static node_id look_into(const struct program *p, const struct loop *loop, sym_id local)
{
    struct arena *scratch = arena_create();
    struct node_stack stack = {0};
    const struct unit *unit = p->units.at[loop->unit];
    node_id found = {0};
    VEC_PUSH(scratch, &stack.nodes, loop->node);
    while (stack.nodes.n > 0) {
        node_id node = program_pop(unit, &stack);
        const struct node *n = &unit->nodes.at[node.i];
        node_id value = {0};
        if (n->kind == NODE_ASSIGN && unit->nodes.at[n->first.i].sym.i == local.i) {
            value = unit->nodes.at[n->first.i].next;
        } else if (n->kind == NODE_DECLARE && n->sym.i == local.i) {
            value = n->first;
        } else if (n->kind == NODE_CALL && looks(p, loop->unit, node) &&
                   program_holder(unit, program_argument(unit, node, 1)).i == local.i) {
            found = node;
        }
        found = value.i != 0 && looks(p, loop->unit, value) ? value : found;
        program_push_children(scratch, unit, node, &stack);
    }
    arena_destroy(scratch);
    return found;
}

static struct operand of_place(const struct program *p, const struct loop *loop, uint32_t u,
                               node_id node)
{
    const struct symbol *symbol = program_symbol(p, u, node_at(p, u, node)->sym);
    struct operand operand = {.kind = OPERAND_FLAG, .unit = u, .node = node};
    operand.key = p->key_of[u][node_at(p, u, node)->sym.i];
    if (symbol->kind == SYMBOL_LOCAL && u == loop->unit) {
        operand.kind = OPERAND_POLL;
        operand.call = look_into(p, loop, node_at(p, u, node)->sym);
        return operand.call.i == 0 ? bad() : operand;
    }
    bool fits = (symbol->kind == SYMBOL_GLOBAL || symbol->kind == SYMBOL_FIELD) &&
                (symbol->flags & (SYMBOL_RECORD_VALUE | SYMBOL_THREAD | SYMBOL_CONST)) == 0;
    return operand.key != 0 && fits ? operand : bad();
}

static struct operand find_operand(const struct program *p, const struct loop *loop, uint32_t u,
                                   node_id node, int depth);

/* What a call answers: what an API reads, what a look at a handle finds, what `return` says. */
static struct operand of_call(const struct program *p, const struct loop *loop, uint32_t u,
                              node_id call, int depth)
{
    const struct unit *unit = p->units.at[u];
    const struct api *api = program_call_api(p, u, call);
    const struct node *callee = node_at(p, u, node_at(p, u, call)->first);
    if (looks(p, u, call)) {
        return (struct operand){.kind = OPERAND_POLL, .unit = u, .node = call, .call = call};
    }
    if (api != NULL && strcmp(api->returns, "held") == 0 && api->gifts.n == 0) {
        node_id place =
            callee->kind == NODE_FIELD ? callee->first : program_argument(unit, call, 0);
        uint32_t key = program_object(p, u, place);
        struct operand flag = {.kind = OPERAND_FLAG, .unit = u, .node = call, .key = key};
        return key == 0 ? bad() : flag;
    }
    fn_id fn = {0};
    if ((callee->kind == NODE_REF || callee->kind == NODE_FIELD) &&
        (node_at(p, u, call)->flags & NODE_DYNAMIC) == 0 && api == NULL) {
        fn = program_body(p, u, callee->sym);
    }
    const struct program_function *function = &p->functions.at[fn.i];
    node_id only = {0};
    if (fn.i != 0) {
        only = node_at(p, function->unit, function->body)->first;
    }
    const struct node *statement = node_at(p, function->unit, only);
    if (only.i == 0 || statement->kind != NODE_RETURN || statement->next.i != 0) {
        return bad();
    }
    struct operand operand = find_operand(p, loop, function->unit, statement->first, depth - 1);
    bool deeper = operand.via.i != 0 || operand.kind == OPERAND_POLL;
    operand.via_unit = u;
    operand.via = call;
    operand.returned = statement->first;
    return deeper ? bad() : operand;
}

static struct operand of_binary(const struct program *p, const struct loop *loop, uint32_t u,
                                node_id node, int depth)
{
    node_id left_node = node_at(p, u, node)->first;
    struct operand left = find_operand(p, loop, u, left_node, depth - 1);
    struct operand right = find_operand(p, loop, u, node_at(p, u, left_node)->next, depth - 1);
    if (left.kind == OPERAND_BAD || right.kind == OPERAND_BAD) {
        return bad();
    }
    if (left.kind != OPERAND_NONE && right.kind != OPERAND_NONE) {
        return bad();
    }
    return left.kind == OPERAND_NONE ? right : left;
}

/* The one thing in an expression that is no number. */
static struct operand find_operand(const struct program *p, const struct loop *loop, uint32_t u,
                                   node_id node, int depth)
{
    const struct node *n = node_at(p, u, node);
    if (depth == 0 || node.i == 0) {
        return bad();
    }
    switch (n->kind) {
    case NODE_INT:
        return (struct operand){.kind = OPERAND_NONE};
    case NODE_REF:
    case NODE_FIELD:
        return of_place(p, loop, u, node);
    case NODE_UNARY:
        return find_operand(p, loop, u, n->first, depth - 1);
    case NODE_BINARY:
        return of_binary(p, loop, u, node, depth);
    case NODE_CALL:
        return of_call(p, loop, u, node, depth);
    case NODE_ASSIGN: {
        node_id value = node_at(p, u, n->first)->next;
        struct operand operand = {.kind = OPERAND_POLL, .unit = u, .node = node, .call = value};
        return n->op == NODE_OP_NONE && looks(p, u, value) ? operand : bad();
    }
    default:
        return bad();
    }
}

/* Takes a test apart; returns false if it has a part that is no leaf. */
static bool read_test(const struct program *p, const struct loop *loop, struct leaf test,
                      struct leaves *leaves, int depth)
{
    const struct node *n = node_at(p, loop->unit, test.node);
    if (depth == 0) {
        return false;
    }
    if (n->kind == NODE_UNARY && n->op == NODE_OP_NOT) {
        test.node = n->first;
        test.stays_if_true = !test.stays_if_true;
        return read_test(p, loop, test, leaves, depth - 1);
    }
    if (n->kind == NODE_AND || n->kind == NODE_OR) {
        struct leaf second = test;
        test.node = n->first;
        second.node = node_at(p, loop->unit, n->first)->next;
        return read_test(p, loop, test, leaves, depth - 1) &&
               read_test(p, loop, second, leaves, depth - 1);
    }
    test.operand = find_operand(p, loop, loop->unit, test.node, DEEPEST);
    bool looks_at = test.operand.kind == OPERAND_FLAG || test.operand.kind == OPERAND_POLL;
    if (!looks_at || leaves->n == MOST_OPERANDS) {
        return false;
    }
    leaves->at[leaves->n++] = test;
    return true;
}

struct leaves spins_find_leaves(const struct program *program, const struct loop *loop)
{
    struct leaves leaves = {.all = !loop->open && loop->n_exits > 0};
    for (uint32_t i = 0; i < loop->n_exits && leaves.all; i++) {
        struct leaf test = {.node = loop->exits[i].condition,
                            .stays_if_true = loop->exits[i].stays_if_true,
                            .exit = i};
        leaves.all = read_test(program, loop, test, &leaves, DEEPEST);
    }
    return leaves;
}

/* ---- values ---- */

/* Calculates with two numbers; false: an operator that tests of flags do not have. */
static bool apply(int op, int64_t a, int64_t b, int64_t *value)
{
    switch (op) {
    case NODE_OP_EQ:
        *value = a == b;
        return true;
    case NODE_OP_NE:
        *value = a != b;
        return true;
    case NODE_OP_LT:
        *value = a < b;
        return true;
    case NODE_OP_LE:
        *value = a <= b;
        return true;
    case NODE_OP_GT:
        *value = a > b;
        return true;
    case NODE_OP_GE:
        *value = a >= b;
        return true;
    case NODE_OP_BIT_AND:
        *value = a & b;
        return true;
    case NODE_OP_BIT_OR:
        *value = a | b;
        return true;
    case NODE_OP_ADD:
        *value = (int64_t)((uint64_t)a + (uint64_t)b);
        return true;
    case NODE_OP_SUB:
        *value = (int64_t)((uint64_t)a - (uint64_t)b);
        return true;
    default:
        return false;
    }
}

/* Calculates an expression in which the operand has the value that `*value` is; false: not known.
 */
static bool calculate(const struct program *p, uint32_t u, node_id node,
                      const struct operand *operand, int64_t *value)
{
    const struct node *n = node_at(p, u, node);
    if (u == operand->unit && node.i == operand->node.i) {
        return true;
    }
    if (operand->via.i != 0 && u == operand->via_unit && node.i == operand->via.i) {
        return calculate(p, operand->unit, operand->returned, operand, value);
    }
    int64_t left = *value;
    int64_t right = *value;
    switch (n->kind) {
    case NODE_INT:
        *value = n->value;
        return true;
    case NODE_UNARY:
        if (!calculate(p, u, n->first, operand, &left)) {
            return false;
        }
        *value = n->op == NODE_OP_NOT ? left == 0 : left;
        if (n->op == NODE_OP_MINUS) {
            *value = (int64_t)(0 - (uint64_t)left);
        }
        return n->op != NODE_OP_FLIP;
    case NODE_BINARY:
        return calculate(p, u, n->first, operand, &left) &&
               calculate(p, u, node_at(p, u, n->first)->next, operand, &right) &&
               apply(n->op, left, right, value);
    default:
        return false;
    }
}

bool spins_ends(const struct program *program, uint32_t unit, const struct leaf *leaf,
                int64_t value)
{
    int64_t result = value;
    bool known = calculate(program, unit, leaf->node, &leaf->operand, &result);
    return known && (result != 0) != leaf->stays_if_true;
}
