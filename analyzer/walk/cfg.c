/*
 * cfg.c - from trees to blocks.
 *
 * A handler can be entered before every call of its `try` block, and at its end. `__finally` blocks
 * are lowered once for every way out of their `__try` (its end, each `return`,
 * `__leave`, an exception, behind which nothing follows), as the language runs them; the
 * destructors of locals likewise.  For an exception that a call may let out they are lowered once a
 * local, and whether it does the walk decides (unwinds.c).  A GNU statement expression with control
 * flow inside is lowered before the statement it stands in.  A list as a statement becomes a
 * statement an element.
 */
#include "walk/cfg.h"

#include <string.h>

/* What every way out of a scope must run: a __finally block, the destructor of a local. */
struct cleanup {
    const struct cleanup *outer;
    node_id node;
    node_id scope;   /* where it is to be run: a __try block, or the first statement behind ... */
    bool local;      /* ... the declaration of a local, with all that follow */
    uint32_t normal; /* __finally: the block where it is lowered for the end of the __try */
    uint32_t
        *unwinding; /* of a local: the block where exceptions begin that run it first; 0: none */
};

/* So many times clean-ups are lowered for ways out of one function.  After that, a way out through
 * a __finally block runs the one that stands at the end of the __try, or none. */
enum { MOST_COPIES = 400 };

/* What the lowering works on. */
struct lowering {
    struct arena *arena;
    const struct unit *unit;
    struct cfg *cfg;
    bool unwinds;      /* calls that throw run clean-ups */
    uint32_t now;      /* block that is being filled */
    uint32_t break_to; /* targets; NO_BLOCK: none */
    uint32_t continue_to;
    uint32_t leave_to;                      /* end of the innermost __try */
    uint32_t handler_to;                    /* handlers of the innermost try */
    uint32_t switch_block;                  /* block whose cases are collected */
    const struct cleanup *cleanup;          /* innermost first */
    const struct cleanup *break_cleanup;    /* those outside of the innermost loop or switch ... */
    const struct cleanup *continue_cleanup; /* ... and of the innermost loop */
    const struct cleanup *handler_cleanup;  /* ... and of the innermost try */
    uint32_t copies;                        /* clean-ups lowered so far */
    VEC(sym_id) labels;                     /* labels seen ... */
    VEC(uint32_t) label_blocks;             /* ... and their blocks */
    VEC(uint32_t) computed;                 /* blocks that end in a computed goto */
};

static const uint32_t NO_BLOCK = UINT32_MAX;

static void lower(struct lowering *l, node_id node);

static const struct node *node_at(const struct lowering *l, node_id node)
{
    return &l->unit->nodes.at[node.i];
}

static uint32_t new_block(struct lowering *l)
{
    VEC_PUSH(l->arena, &l->cfg->blocks, ((struct block){.end = END_STOP}));
    return l->cfg->blocks.n - 1;
}

static struct block *block_now(struct lowering *l)
{
    return &l->cfg->blocks.at[l->now];
}

static void end_jump(struct lowering *l, uint32_t target)
{
    if (target == NO_BLOCK) {
        return; /* a stray break: the code is broken, nothing follows */
    }
    block_now(l)->end = END_JUMP;
    block_now(l)->target[0] = target;
}

/* Ends the block with a jump and goes on in the target. */
static void fall_into(struct lowering *l, uint32_t target)
{
    end_jump(l, target);
    l->now = target;
}

/* Lowers the statement expressions inside an expression that the evaluation cannot run by itself.
 */
static void hoist(struct lowering *l, node_id node)
{
    for (node_id c = node_at(l, node)->first; c.i != 0; c = node_at(l, c)->next) {
        if (node_at(l, c)->kind == NODE_STATEMENT_EXPR && cfg_has_control_flow(l->unit, c)) {
            for (node_id s = node_at(l, c)->first; s.i != 0; s = node_at(l, s)->next) {
                lower(l, s);
            }
        } else if (node_at(l, c)->kind != NODE_LAMBDA) {
            hoist(l, c);
        }
    }
}

/* Ends the block with a choice that nothing decides. */
static void end_any(struct lowering *l, uint32_t first, uint32_t second)
{
    struct block *block = block_now(l);
    block->end = END_ANY;
    block->target[0] = first;
    block->target[1] = second;
}

static node_id child(const struct lowering *l, node_id node, uint32_t position)
{
    return node_child(l->unit, node, position);
}

/* True if all pending clean-ups inside the innermost handlers are destructors of locals, and there
 * is one. */
static bool can_unwind(const struct lowering *l)
{
    const struct cleanup *c = l->cleanup;
    while (c != NULL && c != l->handler_cleanup && c->local) {
        c = c->outer;
    }
    return c == l->handler_cleanup && c != l->cleanup;
}

/* Lowers what an exception runs from here to the handlers, or out of the function, but for what was
 * lowered already.  Returns the block. */
static uint32_t lower_destroying(struct lowering *l)
{
    struct lowering before = *l;
    const struct cleanup *c = l->cleanup;
    for (bool more = *c->unwinding == 0; more; c = c->outer) {
        uint32_t here = new_block(l);
        if (c != before.cleanup) {
            end_jump(l, here);
        }
        l->now = *c->unwinding = here;
        l->cleanup = c->outer;
        lower(l, c->node);
        more = c->outer != l->handler_cleanup && *c->outer->unwinding == 0;
        if (!more) {
            end_jump(l, c->outer == l->handler_cleanup ? l->handler_to : *c->outer->unwinding);
        }
    }
    l->now = before.now;
    l->cleanup = before.cleanup;
    return *l->cleanup->unwinding;
}

/* Lets exceptions out of what is called next, and of nothing before it, run the clean-ups. */
static void unwind_from(struct lowering *l, node_id node)
{
    enum node_kind kind = node_at(l, node)->kind;
    bool calls = kind != NODE_DESTROY && kind != NODE_THROW;
    if (!l->unwinds || !calls || !can_unwind(l) || !cfg_has_call(l->unit, node)) {
        return;
    }
    fall_into(l, new_block(l));
    uint32_t unwinding = lower_destroying(l);
    block_now(l)->unwinding = unwinding;
    block_now(l)->caught = l->handler_to != NO_BLOCK;
}

/* Adds an expression.  Inside a try, the handlers can be entered before and after it. */
static void add_node(struct lowering *l, node_id node)
{
    hoist(l, node);
    bool calls = cfg_has_call(l->unit, node);
    if (calls && l->handler_to != NO_BLOCK) {
        uint32_t next = new_block(l);
        end_any(l, next, l->handler_to);
        l->now = next;
    }
    unwind_from(l, node);
    VEC_PUSH(l->arena, &block_now(l)->nodes, node);
    VEC_PUSH(l->arena, &block_now(l)->calls, calls);
}

/* Adds an expression whose value nobody wants: of a list, every element by itself. */
static void add_parts(struct lowering *l, node_id node)
{
    const struct node *n = node_at(l, node);
    bool list = n->kind == NODE_INIT_LIST || n->kind == NODE_INIT_FIELD ||
                n->kind == NODE_INIT_INDEX || n->kind == NODE_OPAQUE;
    bool statements = n->kind == NODE_STATEMENT_EXPR && cfg_has_control_flow(l->unit, node);
    if (!list && !statements) {
        add_node(l, node);
        return;
    }
    for (node_id c = n->first; c.i != 0; c = node_at(l, c)->next) {
        if (statements) {
            lower(l, c);
        } else {
            add_parts(l, c);
        }
    }
}

static void end_branch(struct lowering *l, node_id condition, uint32_t yes, uint32_t no)
{
    if (node_at(l, condition)->kind == NODE_NONE) {
        end_jump(l, yes);
        return;
    }
    hoist(l, condition);
    unwind_from(l, condition);
    struct block *block = block_now(l);
    block->end = END_BRANCH;
    block->node = condition;
    block->target[0] = yes;
    block->target[1] = no;
}

static void lower_if(struct lowering *l, node_id node)
{
    uint32_t yes = new_block(l);
    uint32_t no = new_block(l);
    uint32_t after = new_block(l);
    node_id otherwise = child(l, node, 2);
    end_branch(l, child(l, node, 0), yes, no);
    l->now = yes;
    lower(l, child(l, node, 1));
    if (otherwise.i == 0 && l->cfg->blocks.n == after + 1) { /* most are so: one block less */
        l->cfg->blocks.n = after;
        fall_into(l, no);
        return;
    }
    end_jump(l, after);
    l->now = no;
    lower(l, otherwise);
    fall_into(l, after);
}

/* Lowers a loop's body with its own break and continue. */
static void lower_body(struct lowering *l, node_id body, uint32_t break_to, uint32_t continue_to)
{
    struct lowering outer = *l;
    l->break_to = break_to;
    l->continue_to = continue_to;
    l->break_cleanup = l->cleanup;
    l->continue_cleanup = l->cleanup;
    lower(l, body);
    l->break_to = outer.break_to;
    l->continue_to = outer.continue_to;
    l->break_cleanup = outer.break_cleanup;
    l->continue_cleanup = outer.continue_cleanup;
}

static void lower_while(struct lowering *l, node_id node)
{
    uint32_t test = new_block(l);
    uint32_t body = new_block(l);
    uint32_t after = new_block(l);
    fall_into(l, test);
    end_branch(l, child(l, node, 0), body, after);
    l->now = body;
    lower_body(l, child(l, node, 1), after, test);
    end_jump(l, test);
    l->now = after;
}

static void lower_do(struct lowering *l, node_id node)
{
    uint32_t body = new_block(l);
    uint32_t test = new_block(l);
    uint32_t after = new_block(l);
    fall_into(l, body);
    lower_body(l, child(l, node, 0), after, test);
    fall_into(l, test);
    end_branch(l, child(l, node, 1), body, after);
    l->now = after;
}

static void lower_for(struct lowering *l, node_id node)
{
    lower(l, child(l, node, 0));
    uint32_t test = new_block(l);
    uint32_t body = new_block(l);
    uint32_t step = new_block(l);
    uint32_t after = new_block(l);
    fall_into(l, test);
    end_branch(l, child(l, node, 1), body, after);
    l->now = body;
    lower_body(l, child(l, node, 3), after, step);
    fall_into(l, step);
    lower(l, child(l, node, 2));
    end_jump(l, test);
    l->now = after;
}

static void lower_range_for(struct lowering *l, node_id node)
{
    add_node(l, child(l, node, 0));
    uint32_t test = new_block(l);
    uint32_t body = new_block(l);
    uint32_t after = new_block(l);
    fall_into(l, test);
    end_any(l, after, body);
    l->now = body;
    lower_body(l, child(l, node, 1), after, test);
    end_jump(l, test);
    l->now = after;
}

static void lower_switch(struct lowering *l, node_id node)
{
    node_id value = child(l, node, 0);
    uint32_t old_switch = l->switch_block;
    uint32_t old_break = l->break_to;
    const struct cleanup *old_cleanup = l->break_cleanup;
    uint32_t after = new_block(l);
    hoist(l, value);
    unwind_from(l, value);
    l->switch_block = l->now;
    l->break_to = after;
    l->break_cleanup = l->cleanup;
    block_now(l)->end = END_SWITCH;
    block_now(l)->node = value;
    block_now(l)->target[0] = after;
    l->now = new_block(l);
    lower(l, child(l, node, 1));
    end_jump(l, after);
    l->now = after;
    l->switch_block = old_switch;
    l->break_to = old_break;
    l->break_cleanup = old_cleanup;
}

static void lower_case(struct lowering *l, node_id node)
{
    const struct node *n = node_at(l, node);
    uint32_t here = new_block(l);
    fall_into(l, here);
    if (l->switch_block != NO_BLOCK) {
        struct block *dispatch = &l->cfg->blocks.at[l->switch_block];
        if (n->kind == NODE_DEFAULT && (n->flags & NODE_BROKEN) != 0) {
            struct case_edge edge = {INT64_MIN, INT64_MAX, here, true};
            VEC_PUSH(l->arena, &dispatch->cases, edge);
        } else if (n->kind == NODE_DEFAULT) {
            dispatch->target[0] = here;
        } else {
            struct case_edge edge = {n->value, n->value2, here, false};
            VEC_PUSH(l->arena, &dispatch->cases, edge);
        }
    }
    lower(l, n->first);
}

static uint32_t label_block(struct lowering *l, sym_id label)
{
    for (uint32_t i = 0; i < l->labels.n; i++) {
        if (l->labels.at[i].i == label.i) {
            return l->label_blocks.at[i];
        }
    }
    uint32_t block = new_block(l);
    VEC_PUSH(l->arena, &l->labels, label);
    VEC_PUSH(l->arena, &l->label_blocks, block);
    return block;
}

/* True if it is the destructor of this local. */
static bool destroys(const struct lowering *l, const struct cleanup *cleanup, sym_id local)
{
    node_id object = node_at(l, cleanup->node)->first;
    return cleanup->local && local.i != 0 && node_at(l, object)->sym.i == local.i;
}

/* Lowers the pending clean-ups inside of `outermost`, innermost first; not that of the local that
 * is `returned`. */
static void run_cleanups_but(struct lowering *l, const struct cleanup *outermost, sym_id returned)
{
    const struct cleanup *saved = l->cleanup;
    for (const struct cleanup *c = saved; c != NULL && c != outermost; c = c->outer) {
        if (l->copies >= MOST_COPIES && !c->local) {
            uint32_t past = new_block(l);
            end_any(l, past, c->normal);
            l->now = past;
            continue;
        }
        l->copies++;
        l->cleanup = c->outer;
        if (!destroys(l, c, returned)) {
            lower(l, c->node);
        }
    }
    l->cleanup = saved;
}

static void run_cleanups(struct lowering *l, const struct cleanup *outermost)
{
    run_cleanups_but(l, outermost, (sym_id){0});
}

/* True if a jump to the label stays inside the scope of the clean-up. */
static bool stays_inside(const struct lowering *l, const struct cleanup *cleanup, sym_id label)
{
    bool found = false;
    for (node_id c = cleanup->scope; c.i != 0 && !found; c = node_at(l, c)->next) {
        found = cfg_has_label(l->unit, c, label);
        if (!cleanup->local) {
            break;
        }
    }
    return found;
}

static void lower_goto(struct lowering *l, node_id node)
{
    sym_id label = node_at(l, node)->sym;
    if (label.i != 0) {
        const struct cleanup *kept = l->cleanup;
        while (kept != NULL && !stays_inside(l, kept, label)) {
            kept = kept->outer;
        }
        run_cleanups(l, kept);
        end_jump(l, label_block(l, label));
    } else {
        if (node_at(l, node)->first.i != 0) {
            add_node(l, node_at(l, node)->first);
        }
        VEC_PUSH(l->arena, &l->computed, l->now);
    }
    l->now = new_block(l);
}

/* Lowers a throw: the clean-ups run on the way to the handlers, or out of the function. */
static void lower_throw(struct lowering *l, node_id node)
{
    if (l->cleanup == l->handler_cleanup) {
        add_node(l, node);
        return;
    }
    uint32_t thrown = new_block(l);
    uint32_t unwinding = new_block(l);
    end_any(l, thrown, unwinding);
    l->now = unwinding;
    run_cleanups(l, l->handler_cleanup);
    end_jump(l, l->handler_to);
    l->now = thrown;
    add_node(l, node);
}

static void lower_return(struct lowering *l, node_id node)
{
    node_id value = node_at(l, node)->first;
    if (value.i != 0) {
        hoist(l, value);
        unwind_from(l, value);
    }
    bool evaluated = value.i != 0 && l->cleanup != NULL;
    if (evaluated) {
        struct block *block = block_now(l);
        block->returned = value;
        VEC_PUSH(l->arena, &block->nodes, value);
        VEC_PUSH(l->arena, &block->calls, cfg_has_call(l->unit, value));
    }
    run_cleanups_but(l, NULL, node_at(l, node)->sym);
    block_now(l)->evaluated = evaluated;
    block_now(l)->end = END_RETURN;
    block_now(l)->node = value;
    block_now(l)->statement = node;
    l->now = new_block(l);
}

/* Lowers a C++ try block with its handlers, or a __try with __except. */
static void lower_try(struct lowering *l, node_id node)
{
    uint32_t body = new_block(l);
    uint32_t handlers = new_block(l);
    uint32_t after = new_block(l);
    end_any(l, body, handlers);
    l->now = body;
    struct lowering outer = *l;
    l->leave_to = after;
    l->handler_to = handlers;
    l->handler_cleanup = l->cleanup;
    lower(l, child(l, node, 0));
    l->leave_to = outer.leave_to;
    l->handler_to = outer.handler_to;
    l->handler_cleanup = outer.handler_cleanup;
    end_any(l, after, handlers);
    l->now = handlers;
    node_id handler = node_at(l, child(l, node, 0))->next;
    for (; handler.i != 0; handler = node_at(l, handler)->next) {
        uint32_t here = new_block(l);
        uint32_t next = new_block(l);
        end_any(l, here, node_at(l, handler)->next.i != 0 ? next : here);
        l->now = here;
        for (node_id c = node_at(l, handler)->first; c.i != 0; c = node_at(l, c)->next) {
            lower(l, c);
        }
        end_jump(l, after);
        l->now = next;
    }
    l->now = after;
}

/* Lowers a __finally block for an exception in its __try: what stands behind does not run.  Returns
 * the block. */
static uint32_t lower_unwinding(struct lowering *l, const struct cleanup *cleanup)
{
    if (l->copies >= MOST_COPIES) {
        return cleanup->normal;
    }
    l->copies++;
    uint32_t here = l->now;
    uint32_t unwinding = new_block(l);
    l->now = unwinding;
    lower(l, cleanup->node);
    end_jump(l, l->handler_to);
    l->now = here;
    return unwinding;
}

static void lower_finally(struct lowering *l, node_id node, node_id finally)
{
    const struct cleanup *outer = l->cleanup;
    struct cleanup cleanup = {
        .outer = outer, .node = node_at(l, finally)->first, .scope = child(l, node, 0)};
    const struct lowering before = *l;
    uint32_t body = new_block(l);
    uint32_t after = new_block(l);
    cleanup.normal = after;
    uint32_t unwinding = lower_unwinding(l, &cleanup);
    end_any(l, body, unwinding);
    l->now = body;
    l->leave_to = after;
    l->handler_to = unwinding;
    l->handler_cleanup = &cleanup;
    l->cleanup = &cleanup;
    lower(l, child(l, node, 0));
    l->cleanup = outer;
    l->leave_to = before.leave_to;
    l->handler_to = before.handler_to;
    l->handler_cleanup = before.handler_cleanup;
    fall_into(l, after);
    lower(l, cleanup.node);
}

static void lower_seh(struct lowering *l, node_id node)
{
    node_id second = child(l, node, 1);
    if (second.i != 0 && node_at(l, second)->kind == NODE_SEH_FINALLY) {
        lower_finally(l, node, second);
    } else {
        lower_try(l, node);
    }
}

/* Lowers a block; the destructors of its locals run at its end, and at every other way out. */
static void lower_block(struct lowering *l, node_id node)
{
    const struct cleanup *outer = l->cleanup;
    bool destroys = cfg_destroys(l->unit, node); /* else none is looked for behind each local */
    for (node_id c = node_at(l, node)->first; c.i != 0; c = node_at(l, c)->next) {
        if (l->cleanup != outer && l->cleanup->node.i == c.i) {
            l->cleanup = l->cleanup->outer;
        }
        lower(l, c);
        bool local = destroys && node_at(l, c)->kind == NODE_DECLARE;
        node_id destroy = local ? cfg_destroy_of(l->unit, c) : (node_id){0};
        if (destroy.i != 0) {
            struct cleanup *cleanup = ARENA_NEW(l->arena, struct cleanup);
            cleanup->outer = l->cleanup;
            cleanup->node = destroy;
            cleanup->scope = node_at(l, c)->next;
            cleanup->local = true;
            cleanup->unwinding = ARENA_NEW(l->arena, uint32_t);
            l->cleanup = cleanup;
        }
    }
    l->cleanup = outer;
}

static void jump_away(struct lowering *l, uint32_t target, const struct cleanup *outermost)
{
    run_cleanups(l, outermost);
    end_jump(l, target);
    l->now = new_block(l);
}

static void lower(struct lowering *l, node_id node)
{
    if (node.i == 0) {
        return;
    }
    switch (node_at(l, node)->kind) {
    case NODE_BLOCK:
        lower_block(l, node);
        break;
    case NODE_IF:
        lower_if(l, node);
        break;
    case NODE_SWITCH:
        lower_switch(l, node);
        break;
    case NODE_CASE:
    case NODE_DEFAULT:
        lower_case(l, node);
        break;
    case NODE_WHILE:
        lower_while(l, node);
        break;
    case NODE_DO:
        lower_do(l, node);
        break;
    case NODE_FOR:
        lower_for(l, node);
        break;
    case NODE_RANGE_FOR:
        lower_range_for(l, node);
        break;
    case NODE_GOTO:
        lower_goto(l, node);
        break;
    case NODE_LABEL:
        fall_into(l, label_block(l, node_at(l, node)->sym));
        lower(l, node_at(l, node)->first);
        break;
    case NODE_RETURN:
        lower_return(l, node);
        break;
    case NODE_BREAK:
        jump_away(l, l->break_to, l->break_cleanup);
        break;
    case NODE_CONTINUE:
        jump_away(l, l->continue_to, l->continue_cleanup);
        break;
    case NODE_SEH_LEAVE:
        jump_away(l, l->leave_to, l->cleanup);
        break;
    case NODE_TRY:
        lower_try(l, node);
        break;
    case NODE_SEH_TRY:
        lower_seh(l, node);
        break;
    case NODE_NONE:
        break;
    case NODE_THROW:
        lower_throw(l, node);
        break;
    case NODE_INIT_LIST:
    case NODE_OPAQUE:
        add_parts(l, node);
        break;
    default:
        add_node(l, node);
    }
}

/* Gives every computed goto all labels as targets: a switch on nothing known. */
static void connect_computed(struct lowering *l)
{
    for (uint32_t i = 0; i < l->computed.n && l->label_blocks.n > 0; i++) {
        struct block *block = &l->cfg->blocks.at[l->computed.at[i]];
        block->end = END_SWITCH;
        block->target[0] = l->label_blocks.at[0];
        for (uint32_t j = 1; j < l->label_blocks.n; j++) {
            struct case_edge edge = {0, 0, l->label_blocks.at[j], true};
            VEC_PUSH(l->arena, &block->cases, edge);
        }
    }
}

struct cfg *cfg_build(struct arena *arena, struct arena *scratch, const struct unit *unit,
                      node_id body, bool unwinds)
{
    struct arena_mark before = arena_mark(scratch);
    struct lowering l = {.arena = scratch,
                         .unit = unit,
                         .unwinds = unwinds && unit->cplusplus,
                         .cfg = ARENA_NEW(scratch, struct cfg),
                         .break_to = NO_BLOCK,
                         .continue_to = NO_BLOCK,
                         .leave_to = NO_BLOCK,
                         .handler_to = NO_BLOCK,
                         .switch_block = NO_BLOCK};
    cfg_collect_names(arena, scratch, unit, body, l.cfg);
    l.now = new_block(&l);
    lower(&l, body);
    block_now(&l)->end = END_RETURN;
    block_now(&l)->node = (node_id){0};
    connect_computed(&l);
    for (uint32_t b = 0; b < l.cfg->blocks.n; b++) {
        l.cfg->blocks.at[b].end_calls = cfg_has_call(unit, l.cfg->blocks.at[b].node);
    }
    struct cfg *cfg = cfg_keep(arena, l.cfg);
    arena_rewind(scratch, before);
    return cfg;
}
