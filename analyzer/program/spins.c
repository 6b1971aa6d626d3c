/*
 * spins.c - loops that wait for a thread.
 *
 * `while (!ready) Sleep(1);` waits as surely as WaitForSingleObject() if `ready` is set by a thread
 * of the module.  A loop counts if every way out of it is a test (spins_read.c) of a variable that
 *  - code of another thread sets to a value that ends the loop,
 *  - and neither the loop nor what it calls changes, or could by running queued functions,
 *  - and that is no lock: nobody takes it with an exchange, and neither the other thread nor this
 *    one does after the loop what the loop waits to be undone;
 * or a look at a handle, without or with a bounded timeout, which ends the loop when the handle is
 * signalled.  We choose to miss loops rather than to call a spin lock a wait.
 */
#include <stdlib.h>

#include "program/spins.h"

/* A loop whose tests are all understood. */
struct candidate {
    struct loop loop;
    struct leaves leaves;
};

/* What the search works on. */
struct spinning {
    struct arena *arena;   /* of the result */
    struct arena *scratch; /* of the search */
    struct program *program;
    VEC(struct candidate) candidates;
    struct changes changes;
    struct running threads;
};

static void read_loops(struct spinning *s, uint32_t f)
{
    const struct program *program = s->program;
    uint32_t u = program->functions.at[f].unit;
    struct node_stack stack = {0};
    VEC_PUSH(s->scratch, &stack.nodes, program->functions.at[f].body);
    while (stack.nodes.n > 0) {
        node_id node = program_pop(program->units.at[u], &stack);
        enum node_kind kind = (enum node_kind)program_node(program, u, node)->kind;
        if (kind == NODE_WHILE || kind == NODE_DO || kind == NODE_FOR) {
            struct candidate found = {.loop = {.f = f, .unit = u, .node = node}};
            spins_find_exits(program, &found.loop);
            found.leaves = spins_find_leaves(program, &found.loop);
            if (found.leaves.all) {
                VEC_PUSH(s->scratch, &s->candidates, found);
            }
        }
        program_push_children(s->scratch, program->units.at[u], node, &stack);
    }
}

/* True if the node is below the root. */
static bool is_below(struct spinning *s, uint32_t unit, node_id root, node_id wanted)
{
    struct node_stack stack = {0};
    VEC_PUSH(s->scratch, &stack.nodes, root);
    while (stack.nodes.n > 0) {
        node_id node = program_pop(s->program->units.at[unit], &stack);
        if (node.i == wanted.i) {
            return true;
        }
        program_push_children(s->scratch, s->program->units.at[unit], node, &stack);
    }
    return false;
}

/* True if code below the node calls what is not known, or what runs queued functions. */
static bool runs_others(struct spinning *s, uint32_t f, node_id root, bool strictly)
{
    const struct program *program = s->program;
    uint32_t u = program->functions.at[f].unit;
    struct node_stack stack = {0};
    VEC_PUSH(s->scratch, &stack.nodes, root);
    while (stack.nodes.n > 0) {
        node_id node = program_pop(program->units.at[u], &stack);
        const struct node *n = program_node(program, u, node);
        const struct node *callee = program_node(program, u, n->first);
        if (n->kind == NODE_CALL) {
            const struct api *api = program_call_api(program, u, node);
            bool names = callee->kind == NODE_REF || callee->kind == NODE_FIELD;
            bool named = names && callee->sym.i != 0 &&
                         program_symbol(program, u, callee->sym)->kind <= SYMBOL_DESTRUCTOR;
            if ((strictly && !named) || (api != NULL && api_has_effect(api, "dispatches"))) {
                return true;
            }
        }
        program_push_children(s->scratch, program->units.at[u], node, &stack);
    }
    return false;
}

/* True if the loop itself, or what it calls, may change the variable. */
static bool changes_itself(struct spinning *s, const struct loop *loop, uint32_t key)
{
    struct running called = {.fn = ARENA_NEW_N(s->scratch, bool, s->program->functions.n)};
    spins_add_named(s->scratch, s->program, loop->f, loop->node, &called);
    spins_close(s->scratch, s->program, &called);
    if (runs_others(s, loop->f, loop->node, true)) {
        return true;
    }
    for (uint32_t i = 0; i < called.work.n; i++) {
        if (runs_others(s, called.work.at[i], s->program->functions.at[called.work.at[i]].body,
                        false)) {
            return true;
        }
    }
    for (uint32_t i = 0; i < s->changes.list.n; i++) {
        const struct change *change = &s->changes.list.at[i];
        bool inside = change->f == loop->f && is_below(s, loop->unit, loop->node, change->node);
        if (change->key == key && (inside || called.fn[change->f])) {
            return true;
        }
    }
    return false;
}

static uint32_t line_of(const struct spinning *s, uint32_t unit, node_id node)
{
    const struct unit *facts = s->program->units.at[unit];
    return facts->wheres.at[facts->nodes.at[node.i].where.i].line;
}

/* True if the variable is used as a lock: see the head of this file. */
static bool is_lock(const struct spinning *s, const struct loop *loop, const struct leaf *leaf)
{
    if (s->threads.fn[loop->f]) {
        return true;
    }
    for (uint32_t i = 0; i < s->changes.list.n; i++) {
        const struct change *change = &s->changes.list.at[i];
        if (change->key != leaf->operand.key) {
            continue;
        }
        bool after = change->f == loop->f && change->known &&
                     line_of(s, loop->unit, change->node) > line_of(s, loop->unit, loop->node);
        if (change->taken || (after && !spins_ends(s->program, loop->unit, leaf, change->value))) {
            return true;
        }
    }
    return false;
}

/* Returns the first change by another thread that can end the loop. */
static const struct change *find_setter(const struct spinning *s, const struct loop *loop,
                                        const struct leaf *leaf)
{
    for (uint32_t i = 0; i < s->changes.list.n; i++) {
        const struct change *change = &s->changes.list.at[i];
        bool ends = !change->known || spins_ends(s->program, loop->unit, leaf, change->value);
        if (change->key == leaf->operand.key && s->threads.fn[change->f] && ends) {
            return change;
        }
    }
    return NULL;
}

static bool waits_for_flag(struct spinning *s, const struct loop *loop, const struct leaf *leaf)
{
    return find_setter(s, loop, leaf) != NULL && !is_lock(s, loop, leaf) &&
           !changes_itself(s, loop, leaf->operand.key);
}

static void add_spin(struct spinning *s, const struct loop *loop, const struct leaf *leaf)
{
    const struct change *setter = find_setter(s, loop, leaf);
    struct spin spin = {.unit = loop->unit,
                        .loop = loop->node,
                        .condition = loop->exits[leaf->exit].condition,
                        .stays_if_true = loop->exits[leaf->exit].stays_if_true,
                        .key = leaf->operand.key,
                        .setter = {setter->f},
                        .set = setter->node,
                        .starts = s->threads.starts[setter->f]};
    VEC_PUSH(s->arena, &s->program->spins, spin);
}

static void judge(struct spinning *s, const struct candidate *candidate)
{
    const struct loop *loop = &candidate->loop;
    const struct leaf *flag = NULL;
    for (uint32_t i = 0; i < candidate->leaves.n; i++) {
        const struct leaf *leaf = &candidate->leaves.at[i];
        bool poll = leaf->operand.kind == OPERAND_POLL;
        bool waits =
            poll ? spins_ends(s->program, loop->unit, leaf, 0) : waits_for_flag(s, loop, leaf);
        if (!waits) {
            return;
        }
        flag = !poll && flag == NULL ? leaf : flag;
    }
    for (uint32_t i = 0; i < candidate->leaves.n; i++) {
        const struct operand *operand = &candidate->leaves.at[i].operand;
        if (operand->kind == OPERAND_POLL) {
            struct maker call = {{loop->f}, loop->unit, operand->call, ""};
            VEC_PUSH(s->arena, &s->program->polled, call);
        }
    }
    if (flag != NULL) {
        add_spin(s, loop, flag);
    }
}

static int compare_spins(const void *a, const void *b)
{
    const struct spin *left = a;
    const struct spin *right = b;
    if (left->unit != right->unit) {
        return left->unit < right->unit ? -1 : 1;
    }
    return (left->condition.i > right->condition.i) - (left->condition.i < right->condition.i);
}

static int compare_calls(const void *a, const void *b)
{
    const struct maker *left = a;
    const struct maker *right = b;
    if (left->unit != right->unit) {
        return left->unit < right->unit ? -1 : 1;
    }
    return (left->node.i > right->node.i) - (left->node.i < right->node.i);
}

static void judge_all(struct spinning *s)
{
    struct program *program = s->program;
    bool *wanted = ARENA_NEW_N(s->scratch, bool, program->key_names.n);
    for (uint32_t i = 0; i < s->candidates.n; i++) {
        const struct leaves *leaves = &s->candidates.at[i].leaves;
        for (uint32_t k = 0; k < leaves->n; k++) {
            wanted[leaves->at[k].operand.key] = true;
        }
    }
    wanted[0] = false;
    spins_find_changes(s->scratch, program, wanted, &s->changes);
    s->threads.fn = ARENA_NEW_N(s->scratch, bool, program->functions.n);
    s->threads.starts = ARENA_NEW_N(s->scratch, struct maker, program->functions.n);
    spins_find_threads(s->scratch, program, &s->threads);
    for (uint32_t i = 0; i < s->candidates.n; i++) {
        judge(s, &s->candidates.at[i]);
    }
    if (program->spins.n > 0) {
        qsort(program->spins.at, program->spins.n, sizeof *program->spins.at, compare_spins);
    }
    if (program->polled.n > 0) {
        qsort(program->polled.at, program->polled.n, sizeof *program->polled.at, compare_calls);
    }
}

void program_find_spins(struct arena *arena, struct program *program)
{
    struct spinning s = {.arena = arena, .scratch = arena_create(), .program = program};
    for (uint32_t f = 1; f < program->functions.n; f++) {
        read_loops(&s, f);
    }
    if (s.candidates.n > 0) {
        judge_all(&s);
    }
    arena_destroy(s.scratch);
}

const struct spin *program_spin(const struct program *program, uint32_t unit, node_id condition)
{
    struct spin wanted = {.unit = unit, .condition = condition};
    if (program->spins.n == 0) {
        return NULL;
    }
    return bsearch(&wanted, program->spins.at, program->spins.n, sizeof wanted, compare_spins);
}

bool program_polls(const struct program *program, uint32_t unit, node_id call)
{
    struct maker wanted = {.unit = unit, .node = call};
    return program->polled.n > 0 &&
           bsearch(&wanted, program->polled.at, program->polled.n, sizeof wanted, compare_calls);
}
