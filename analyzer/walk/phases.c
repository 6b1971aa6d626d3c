/*
 * phases.c - which phases a module never has, by what it certainly does at attach.
 *
 * - Thread notifications that are switched off whenever the load is accepted: the entry point has
 *   no thread phases.  Not so with thread-local variables that need code: then they stay on, says
 *   the page of the function that switches them off.
 * - A module that pins itself is never unloaded.  Unless its entry point can refuse the load: then
 *   detach follows at once, with lpvReserved NULL
 *   (https://learn.microsoft.com/windows/win32/dlls/dllmain).
 * - A module whose entry point always refuses is gone before a thread starts or the process ends.
 */
#include <string.h>

#include "walk/engine.h"

enum {
    THREADS = 1 << PHASE_THREAD_ATTACH | 1 << PHASE_THREAD_DETACH,
    ATTACH = 1 << PHASE_ATTACH_DYNAMIC | 1 << PHASE_ATTACH_STATIC,
};

/* The root's context in a phase. */
static const struct context *context_in(const struct engine *e, const struct walked_root *walked,
                                        enum phase phase)
{
    return &e->contexts.at[walked->contexts[phase]];
}

bool phases_is_entry(const struct walked_root *walked)
{
    const struct program_root *root = walked->root;
    return root != NULL && root->entry && strcmp(root->kind, "tls-callback") != 0;
}

bool phases_has_thread_code(const struct program *program)
{
    for (uint32_t u = 0; u < program->units.n; u++) {
        const struct unit *unit = program->units.at[u];
        for (uint32_t g = 0; g < unit->globals.n; g++) {
            const struct global *global = &unit->globals.at[g];
            uint32_t flags = unit->symbols.at[global->sym.i].flags;
            bool code = (global->flags & (GLOBAL_DYNAMIC | GLOBAL_DESTROYED)) != 0;
            bool defined = (global->flags & GLOBAL_DECLARATION) == 0;
            if (code && defined && (flags & SYMBOL_THREAD) != 0 && (flags & SYMBOL_SYSTEM) == 0) {
                return true;
            }
        }
    }
    return false;
}

bool phases_disables_threads(const struct engine *e, const struct walked_root *walked)
{
    uint64_t bit = events_bit(e, "disables-thread-notifications", 0);
    const struct context *dynamic = context_in(e, walked, PHASE_ATTACH_DYNAMIC);
    const struct context *fixed = context_in(e, walked, PHASE_ATTACH_STATIC);
    return bit != 0 && phases_is_entry(walked) && dynamic->accepts && fixed->accepts &&
           (dynamic->if_true.made & fixed->if_true.made & bit) != 0;
}

/* True if every return of the context is a plain `return FALSE`. */
static bool refuses(const struct context *context)
{
    bool all = context->returns && !context->accepts;
    for (uint32_t i = 0; i < context->refusals.n; i++) {
        all = all && context->refusals.at[i].plain;
    }
    return all;
}

/* True if no attach of the entry point accepts the load, and that is meant. */
static bool always_refuses(const struct engine *e, const struct walked_root *walked)
{
    return phases_is_entry(walked) && refuses(context_in(e, walked, PHASE_ATTACH_DYNAMIC)) &&
           refuses(context_in(e, walked, PHASE_ATTACH_STATIC));
}

static bool is_refused(const struct engine *e)
{
    for (uint32_t r = 0; r < e->roots.n; r++) {
        if (e->roots.at[r].root != NULL && always_refuses(e, &e->roots.at[r])) {
            return true;
        }
    }
    return false;
}

/* True if the DLL can be loaded by a call and is then certainly never unloaded. */
static bool is_pinned(const struct engine *e)
{
    uint64_t bit = events_bit(e, "pins-module", 0);
    bool pins = false;
    for (uint32_t r = 0; r < e->roots.n; r++) {
        const struct walked_root *walked = &e->roots.at[r];
        bool attaches = walked->root != NULL && (walked->root->phases & ATTACH) == ATTACH;
        const struct context *context = context_in(e, walked, PHASE_ATTACH_DYNAMIC);
        if (phases_is_entry(walked) && context->fails) {
            return false;
        }
        pins |= attaches && context->returns && (context->always.made & bit) != 0;
    }
    return pins;
}

uint32_t phases_absent(const struct engine *e)
{
    uint32_t absent = is_refused(e) ? THREADS | 1U << PHASE_DETACH_EXIT : 0;
    return is_pinned(e) ? absent | 1U << PHASE_DETACH_UNLOAD : absent;
}

uint32_t phases_of_root(const struct engine *e, const struct walked_root *walked)
{
    uint32_t phases = walked->root->phases & ~e->absent;
    for (enum phase phase = 0; phase < PHASES; phase++) {
        phases &= walked->contexts[phase] != 0 ? ~0U : ~(1U << phase);
    }
    if (phases_disables_threads(e, walked) && !phases_has_thread_code(e->program)) {
        phases &= ~(uint32_t)THREADS;
    }
    return phases;
}
