/*
 * statics.c - when are variables destroyed that are made where code first reaches them?
 *
 * Takes the contexts of the roots that were walked; says for each function in which phases they
 * reach it.  What is made when the DLL is loaded or a thread starts is destroyed in every phase
 * that its root has; what only a detach makes, right behind that.
 */
#include "walk/engine.h"

enum {
    BEFORE_DETACH = 1 << PHASE_ATTACH_DYNAMIC | 1 << PHASE_ATTACH_STATIC | 1 << PHASE_THREAD_ATTACH
};

/* Marks what is reached from a context in a phase. */
static void mark(struct engine *e, struct arena *scratch, uint32_t context, enum phase phase,
                 uint32_t *made)
{
    VEC(uint32_t) work = {0};
    bool *seen = ARENA_NEW_N(scratch, bool, e->contexts.n);
    VEC_PUSH(scratch, &work, context);
    while (work.n > 0) {
        uint32_t at = work.at[--work.n];
        if (at == 0 || seen[at]) {
            continue;
        }
        seen[at] = true;
        const struct context *c = &e->contexts.at[at];
        made[c->fn.i] |= 1U << phase;
        for (uint32_t i = 0; i < c->edges.n; i++) {
            const struct edge *edge = &c->edges.at[i];
            if (edge->kind == EDGE_CALL || edge->kind == EDGE_REGISTER) {
                VEC_PUSH(scratch, &work, edge->context);
            }
        }
    }
}

/* True if the variable's destructor is the project's, and no unit defines it. */
static bool lacks_destructor(const struct engine *e, uint32_t u, const struct global *global)
{
    uint32_t flags = program_symbol(e->program, u, global->sym)->flags;
    uint32_t of_destructor = program_symbol(e->program, u, global->destructor)->flags;
    return global->destructor.i != 0 && (global->flags & GLOBAL_DECLARATION) == 0 &&
           ((flags | of_destructor) & (SYMBOL_SYSTEM | SYMBOL_DLLIMPORT)) == 0 &&
           (flags & SYMBOL_LOCAL_STATIC) == 0 &&
           program_body(e->program, u, global->destructor).i == 0 &&
           program_api(e->program, u, global->destructor).n == 0;
}

void statics_cuts(struct engine *e)
{
    for (uint32_t u = 0; u < e->program->units.n; u++) {
        const struct unit *unit = e->program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            const struct global *global = &unit->globals.at[g];
            struct cut cut = {.at = engine_place(e, u, global->where)};
            const char *name = unit->symbols.at[global->sym.i].name;
            if ((global->flags & GLOBAL_BY_HAND) != 0) {
                cut.kind = "unknown-callback";
                cut.detail = arena_printf(
                    e->arena, "'%s' is made by whoever calls its section of init_seg", name);
                VEC_PUSH(e->arena, &e->cuts, cut);
            }
            if (lacks_destructor(e, u, global)) {
                cut.kind = "no-definition";
                cut.detail = arena_printf(e->arena, "the destructor of '%s' is not defined", name);
                VEC_PUSH(e->arena, &e->cuts, cut);
            }
        }
    }
}

uint32_t *statics_made(struct engine *e)
{
    uint32_t *made = ARENA_NEW_N(e->arena, uint32_t, e->program->functions.n);
    for (uint32_t r = 0; r < e->roots.n; r++) {
        const struct walked_root *walked = &e->roots.at[r];
        uint32_t phases = phases_of_root(e, walked);
        for (enum phase phase = 0; phase < PHASES; phase++) {
            if ((phases >> phase & 1U) != 0) {
                struct arena *scratch = arena_create();
                mark(e, scratch, walked->contexts[phase], phase, made);
                arena_destroy(scratch);
            }
        }
    }
    return made;
}

uint32_t statics_phases(const struct engine *e, const struct walked_root *walked,
                        const uint32_t *made)
{
    const struct program_root *root = walked->root;
    uint32_t in = 0;
    for (uint32_t f = root->made_in.i; f != 0; f = e->program->next_definition[f]) {
        in |= made[f];
    }
    uint32_t phases = (in & BEFORE_DETACH) != 0 ? root->phases : root->phases & in;
    for (enum phase phase = 0; phase < PHASES; phase++) {
        phases &= walked->contexts[phase] == 0 ? ~0U : ~(1U << phase);
    }
    return root->made_in.i == 0 || root->outside ? 0 : phases;
}
