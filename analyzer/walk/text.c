/* text.c - reach as text, for `dump walk` and tests. */
#include "walk/walk.h"

static void write_place(struct strbuf *out, const struct place *place)
{
    strbuf_printf(out, "%s:%u:%u", place->file, place->line, place->column);
}

static void write_phases(struct strbuf *out, uint32_t phases)
{
    const char *separator = "";
    for (enum phase phase = 0; phase < PHASES; phase++) {
        if ((phases >> phase & 1U) != 0) {
            strbuf_printf(out, "%s%s", separator, phase_name(phase));
            separator = ",";
        }
    }
}

static void write_sink(struct strbuf *out, const struct reach *reach, const struct sink *sink)
{
    const struct root *root = &reach->roots.at[sink->root];
    strbuf_printf(out, "sink %s %s: %s", sink->name, phase_name(sink->phase), root->function);
    for (uint32_t i = 0; i < sink->steps.n; i++) {
        const struct step *step = &sink->steps.at[i];
        strbuf_printf(out, " > %s", step->calls);
        if (step->through != NULL) {
            strbuf_printf(out, " [%s]", step->through);
        }
    }
    if (sink->certainty == CERTAINTY_POSSIBLE) {
        strbuf_printf(out, " (possible: %s)", sink->reason);
    }
    strbuf_adds(out, "\n  at ");
    write_place(out, &sink->steps.at[sink->steps.n - 1].at);
    strbuf_adds(out, "\n  effects");
    for (uint32_t i = 0; i < sink->api->effects.n; i++) {
        strbuf_printf(out, " %s", sink->api->effects.at[i]);
    }
    strbuf_addc(out, '\n');
    for (uint32_t i = 0; i < sink->flows.n; i++) {
        const struct flow *flow = &sink->flows.at[i];
        strbuf_printf(out, "  flow %s: %s", flow->label, flow->root);
        for (uint32_t k = 0; k < flow->steps.n; k++) {
            strbuf_printf(out, " > %s", flow->steps.at[k].calls);
        }
        strbuf_adds(out, " at ");
        write_place(out, &flow->steps.at[flow->steps.n - 1].at);
        strbuf_addc(out, '\n');
    }
}

void walk_write(struct strbuf *out, const struct reach *reach)
{
    strbuf_printf(out, "module %s: %u units, %u functions walked\n", reach->module, reach->n_units,
                  reach->n_functions);
    for (uint32_t i = 0; i < reach->roots.n; i++) {
        const struct root *root = &reach->roots.at[i];
        if (root->phases == 0) {
            continue;
        }
        strbuf_printf(out, "root %s %s ", root->kind, root->function);
        write_phases(out, root->phases);
        strbuf_addc(out, ' ');
        write_place(out, &root->at);
        strbuf_addc(out, '\n');
    }
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        write_sink(out, reach, &reach->sinks.at[i]);
    }
    for (uint32_t i = 0; i < reach->cuts.n; i++) {
        const struct cut *cut = &reach->cuts.at[i];
        strbuf_printf(out, "cut %s ", cut->kind);
        write_place(out, &cut->at);
        strbuf_printf(out, ": %s\n", cut->detail);
    }
}
