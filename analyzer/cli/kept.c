/* kept.c - copies of what a module reaches. */
#include "cli/kept.h"

#include <string.h>

#include "base/path.h"

static const char *copy_text(struct arena *arena, const char *text)
{
    return text == NULL ? NULL : arena_strdup(arena, text);
}

/* Headers outside of the source root are nobody's to mend here: they count as the system's. */
static struct place copy_place(struct arena *arena, const struct place *place, const char *root)
{
    struct place copy = *place;
    copy.system |= path_relative(place->file, root) == place->file;
    copy.file = copy_text(arena, place->file);
    copy.macro = copy_text(arena, place->macro);
    copy.spelling_file = copy_text(arena, place->spelling_file);
    return copy;
}

static struct step copy_step(struct arena *arena, const struct step *step, const char *root)
{
    return (struct step){.function = copy_text(arena, step->function),
                         .calls = copy_text(arena, step->calls),
                         .at = copy_place(arena, &step->at, root),
                         .through = copy_text(arena, step->through)};
}

static struct flow copy_flow(struct arena *arena, const struct flow *flow, const char *root)
{
    struct flow copy = {.label = copy_text(arena, flow->label),
                        .root = copy_text(arena, flow->root)};
    for (uint32_t i = 0; i < flow->steps.n; i++) {
        VEC_PUSH(arena, &copy.steps, copy_step(arena, &flow->steps.at[i], root));
    }
    return copy;
}

static struct sink copy_sink(struct arena *arena, const struct sink *sink, const char *root)
{
    struct sink copy = *sink;
    copy.name = copy_text(arena, sink->name);
    copy.reason = copy_text(arena, sink->reason);
    copy.effect = copy_text(arena, sink->effect);
    copy.detail = copy_text(arena, sink->detail);
    copy.object_name = copy_text(arena, sink->object_name);
    copy.steps.at = NULL;
    copy.steps.n = copy.steps.cap = 0;
    for (uint32_t i = 0; i < sink->steps.n; i++) {
        VEC_PUSH(arena, &copy.steps, copy_step(arena, &sink->steps.at[i], root));
    }
    copy.flows.at = NULL;
    copy.flows.n = copy.flows.cap = 0;
    for (uint32_t i = 0; i < sink->flows.n; i++) {
        VEC_PUSH(arena, &copy.flows, copy_flow(arena, &sink->flows.at[i], root));
    }
    return copy;
}

struct reach *copy_reach(struct arena *arena, const struct reach *reach, const char *folder)
{
    struct reach *copy = ARENA_NEW(arena, struct reach);
    copy->module = copy_text(arena, reach->module);
    copy->n_functions = reach->n_functions;
    copy->n_units = reach->n_units;
    memcpy(copy->limit_hits, reach->limit_hits, sizeof copy->limit_hits);
    for (uint32_t i = 0; i < reach->roots.n; i++) {
        struct root copied = reach->roots.at[i];
        copied.function = copy_text(arena, copied.function);
        copied.at = copy_place(arena, &copied.at, folder);
        VEC_PUSH(arena, &copy->roots, copied);
    }
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        VEC_PUSH(arena, &copy->sinks, copy_sink(arena, &reach->sinks.at[i], folder));
    }
    for (uint32_t i = 0; i < reach->cuts.n; i++) {
        struct cut cut = reach->cuts.at[i];
        cut.at = copy_place(arena, &cut.at, folder);
        cut.detail = copy_text(arena, cut.detail);
        VEC_PUSH(arena, &copy->cuts, cut);
    }
    return copy;
}
