/*
 * sarif_result.c - one finding as a SARIF result: message, place, fingerprints, code flows.
 *
 * The primary location is the sink.  Related location 1 is the root's function, linked from the
 * message; further evidence (who holds the lock, where the thread was started) stands behind it.
 * Code flows hold their steps inline, as viewers know no references; a step inside a system header
 * is shown at the project's call that leads there.  Further evidence is a thread flow of its own in
 * each code flow, behind the path: viewers that draw one thread flow draw the path.
 */
#include "report/sarif_writer.h"

#include "report/view.h"
#include "verdict/suppress.h"

enum { USUAL_PATHS = 3, MAX_STEPS = 64, HEAD_STEPS = MAX_STEPS / 2 };

static void write_fingerprints(struct sarif *sarif, const struct finding *finding)
{
    const struct place *at = &finding->location;
    uint32_t line = at->line > 0 ? at->line : 1;
    const char *hash = source_line_hash(sarif->sources, at->file, line);
    json_open_object(&sarif->to, "partialFingerprints");
    if (hash) {
        json_write_string(&sarif->to, "primaryLocationLineHash", hash);
    }
    json_write_string(&sarif->to, "dllmainLintPath/v1", finding->fingerprint);
    json_close(&sarif->to);
}

/* Where a root is shown: itself, or the first place in the project. */
static const struct place *root_place(struct sarif *sarif, const struct path *path)
{
    const struct place *place = &path->root->at;
    for (uint32_t i = 0; i < path->steps.n && !view_in_project(sarif->data, place); i++) {
        place = &path->steps.at[i].at;
    }
    return view_in_project(sarif->data, place) ? place : &path->root->at;
}

/* The place of a flow that is shown: the last one in the project, NULL if there is no step. */
static const struct place *flow_place(struct sarif *sarif, const struct flow *flow)
{
    const struct place *place = flow->steps.n > 0 ? &flow->steps.at[0].at : NULL;
    for (uint32_t i = 0; i < flow->steps.n; i++) {
        if (view_in_project(sarif->data, &flow->steps.at[i].at)) {
            place = &flow->steps.at[i].at;
        }
    }
    return place;
}

static const char *flow_text(struct sarif *sarif, const struct flow *flow)
{
    const char *label = flow->label ? flow->label : "";
    return flow->root ? arena_printf(sarif->scratch, "'%s': %s.", flow->root, label)
                      : arena_printf(sarif->scratch, "%s.", label);
}

static void write_related_flow(struct sarif *sarif, const struct flow *flow, uint32_t id)
{
    const struct place *place = flow_place(sarif, flow);
    if (!place) {
        return;
    }
    json_open_object(&sarif->to, NULL);
    json_write_integer(&sarif->to, "id", id);
    sarif_write_location(sarif, place, flow->root, true);
    sarif_write_text(sarif, "message", flow_text(sarif, flow));
    json_close(&sarif->to);
}

static void write_related(struct sarif *sarif, const struct finding *finding)
{
    if (finding->paths.n == 0) {
        return;
    }
    const struct path *path = &finding->paths.at[0];
    json_open_array(&sarif->to, "relatedLocations");
    json_open_object(&sarif->to, NULL);
    json_write_integer(&sarif->to, "id", 1);
    sarif_write_location(sarif, root_place(sarif, path), path->root->function, true);
    sarif_write_text(sarif, "message",
                     arena_printf(sarif->scratch, "%s '%s' under the loader lock.",
                                  view_root_caller(path->root->kind), path->root->function));
    json_close(&sarif->to);
    for (uint32_t i = 0; i < finding->flows.n; i++) {
        write_related_flow(sarif, &finding->flows.at[i], i + 2);
    }
    json_close(&sarif->to);
}

/* One place of a thread flow. */
struct flow_step {
    const struct place *at;
    const char *function;
    const char *text;
    uint32_t nesting;
    const char *importance;
    const char *const *kinds; /* ends with a NULL */
};

/* Writes one place; `order` 0: when it happens is not known. */
static void write_flow_step(struct sarif *sarif, const struct flow_step *step, uint32_t order)
{
    struct json_writer *to = &sarif->to;
    json_open_object(to, NULL);
    json_open_object(to, "location");
    sarif_write_location(sarif, step->at, step->function, true);
    sarif_write_text(sarif, "message", step->text);
    json_close(to);
    json_open_array(to, "kinds");
    for (uint32_t i = 0; step->kinds[i]; i++) {
        json_write_string(to, NULL, step->kinds[i]);
    }
    json_close(to);
    json_write_integer(to, "nestingLevel", step->nesting);
    if (order > 0) {
        json_write_integer(to, "executionOrder", order);
    }
    json_write_string(to, "importance", step->importance);
    json_close(to);
}

static const char *step_text(struct sarif *sarif, const struct step *step, uint32_t n_left_out)
{
    struct strbuf text;
    strbuf_init(&text, sarif->scratch);
    if (n_left_out > 0) {
        strbuf_printf(&text, "(%u steps are left out.) ", n_left_out);
    }
    strbuf_printf(&text, "'%s' ", step->function ? step->function : "?");
    if (step->calls == NULL && step->through != NULL) {
        strbuf_adds(&text, step->through);
    } else {
        strbuf_printf(&text, "calls '%s'", step->calls ? step->calls : "?");
    }
    if (step->calls != NULL && step->through != NULL) {
        strbuf_printf(&text, " (%s)", step->through);
    }
    if (!view_in_project(sarif->data, &step->at)) {
        strbuf_printf(&text, " in %s", view_file(sarif->scratch, sarif->data, &step->at));
    }
    strbuf_addc(&text, '.');
    return text.text;
}

static void write_root_step(struct sarif *sarif, const struct path *path)
{
    static const char *const kinds[] = {"enter", "function", "lock", NULL};
    struct flow_step step = {
        .at = root_place(sarif, path),
        .function = path->root->function,
        .text = arena_printf(sarif->scratch, "%s '%s' with the loader lock held %s.",
                             view_root_caller(path->root->kind), path->root->function,
                             phases_words(sarif->scratch, path->phases)),
        .nesting = 1,
        .importance = "essential",
        .kinds = kinds,
    };
    write_flow_step(sarif, &step, 1);
}

/* Steps of one thread flow. */
struct flow_steps {
    const struct step *at;
    uint32_t n;
    const struct place *before; /* where steps are shown until one is in the project */
    uint32_t order;             /* of the first; 0: not known */
};

/* Writes the steps, those in the middle left out if there are too many. */
static void write_steps(struct sarif *sarif, const struct flow_steps *steps)
{
    static const char *const call[] = {"call", "function", NULL};
    static const char *const danger[] = {"call", "function", "danger", NULL};
    uint32_t n = steps->n;
    uint32_t n_left_out = n >= MAX_STEPS ? n - (MAX_STEPS - 1) : 0;
    const struct place *at = steps->before;
    uint32_t order = steps->order;
    for (uint32_t i = 0; i < n; i++) {
        const struct step *step = &steps->at[i];
        if (view_in_project(sarif->data, &step->at)) {
            at = &step->at;
        }
        if (i >= HEAD_STEPS && i < HEAD_STEPS + n_left_out) {
            continue;
        }
        bool after_gap = n_left_out > 0 && i == HEAD_STEPS + n_left_out;
        bool last = i + 1 == n;
        struct flow_step shown = {
            .at = at,
            .function = step->function,
            .text = step_text(sarif, step, after_gap ? n_left_out : 0),
            .nesting = i + 1,
            .importance = last ? "essential" : "important",
            .kinds = last ? danger : call,
        };
        write_flow_step(sarif, &shown, order);
        order += order > 0 ? 1 : 0;
    }
}

/* Writes the thread flow of a path. */
static void write_path_flow(struct sarif *sarif, const struct path *path)
{
    struct flow_steps steps = {path->steps.at, path->steps.n, root_place(sarif, path), 2};
    json_open_object(&sarif->to, NULL);
    json_open_array(&sarif->to, "locations");
    write_root_step(sarif, path);
    write_steps(sarif, &steps);
    json_close(&sarif->to);
    json_close(&sarif->to);
}

/* Writes the thread flow of further evidence: what another thread does, or did before. */
static void write_other_flow(struct sarif *sarif, const struct flow *flow)
{
    if (flow->steps.n == 0) {
        return;
    }
    struct flow_steps steps = {flow->steps.at, flow->steps.n, &flow->steps.at[0].at, 0};
    for (uint32_t i = 0; i < steps.n && !view_in_project(sarif->data, steps.before); i++) {
        steps.before = &flow->steps.at[i].at;
    }
    json_open_object(&sarif->to, NULL);
    sarif_write_text(sarif, "message", flow_text(sarif, flow));
    json_open_array(&sarif->to, "locations");
    write_steps(sarif, &steps);
    json_close(&sarif->to);
    json_close(&sarif->to);
}

static void write_flows(struct sarif *sarif, const struct finding *finding)
{
    uint32_t most = sarif->options->max_paths > 0 ? sarif->options->max_paths : USUAL_PATHS;
    uint32_t n = finding->paths.n < most ? finding->paths.n : most;
    if (n == 0) {
        return;
    }
    json_open_array(&sarif->to, "codeFlows");
    for (uint32_t i = 0; i < n; i++) {
        const struct path *path = &finding->paths.at[i];
        json_open_object(&sarif->to, NULL);
        sarif_write_text(
            sarif, "message",
            arena_printf(sarif->scratch, "'%s' reaches '%s'.", path->root->function, path->sink));
        json_open_array(&sarif->to, "threadFlows");
        write_path_flow(sarif, path);
        for (uint32_t f = 0; f < finding->flows.n; f++) {
            write_other_flow(sarif, &finding->flows.at[f]);
        }
        json_close(&sarif->to);
        json_close(&sarif->to);
    }
    json_close(&sarif->to);
}

static void write_phase_levels(struct json_writer *to, const struct finding *finding)
{
    json_open_object(to, "phaseLevels");
    for (uint32_t i = 0; i < PHASES; i++) {
        if (finding->phase_levels[i] != LEVEL_NONE) {
            json_write_string(to, phase_name((enum phase)i), level_name(finding->phase_levels[i]));
        }
    }
    json_close(to);
}

static void write_properties(struct sarif *sarif, const struct finding *finding)
{
    struct json_writer *to = &sarif->to;
    bool certain = finding->certainty == CERTAINTY_CERTAIN;
    json_open_object(to, "properties");
    json_write_string(to, "variant", sarif_variant(sarif->scratch, finding->rule, finding->level));
    json_write_string(to, "module", finding->module);
    json_write_string(to, "sink", finding->sink);
    json_write_string(to, "confidence", finding->confidence);
    json_write_string(to, "certainty", certain ? "certain" : "possible");
    if (!certain) {
        json_write_string(to, "certaintyReason", finding->certainty_reason);
    }
    json_open_array(to, "phases");
    for (uint32_t i = 0; i < PHASES; i++) {
        if (finding->phases & 1u << i) {
            json_write_string(to, NULL, phase_name((enum phase)i));
        }
    }
    json_close(to);
    write_phase_levels(to, finding);
    json_close(to);
}

/* Who holds the result back.  If one result of a run has the property, all must (3.27.23). */
static void write_suppressions(struct sarif *sarif, const struct suppression *suppression)
{
    struct json_writer *to = &sarif->to;
    if (!sarif->options->sarif_suppressed) {
        return;
    }
    json_open_array(to, "suppressions");
    if (suppression != NULL) {
        json_open_object(to, NULL);
        json_write_string(to, "kind", "inSource");
        json_write_string(to, "status", "accepted");
        if (suppression->reason != NULL) {
            json_write_string(to, "justification", suppression->reason);
        }
        json_open_object(to, "location");
        sarif_write_location(sarif, &suppression->at, NULL, true);
        json_close(to);
        json_close(to);
    }
    json_close(to);
}

void sarif_write_result(struct sarif *sarif, const struct finding *finding)
{
    struct json_writer *to = &sarif->to;
    uint32_t rule_index = 0;
    strmap_get(sarif->rule_index, finding->rule->id, &rule_index);
    json_open_object(to, NULL);
    json_write_string(to, "ruleId", finding->rule->id);
    json_write_integer(to, "ruleIndex", rule_index);
    json_write_string(to, "kind", "fail");
    json_write_string(to, "level", level_name(finding->level));
    sarif_write_message(sarif, finding);
    json_open_array(to, "locations");
    json_open_object(to, NULL);
    sarif_write_location(sarif, &finding->location,
                         finding->paths.n == 0 ? NULL : finding_function(finding), true);
    json_close(to);
    json_close(to);
    write_fingerprints(sarif, finding);
    write_suppressions(sarif, finding->suppression);
    if (finding->baseline != BASELINE_NONE) {
        json_write_string(to, "baselineState",
                          finding->baseline == BASELINE_NEW ? "new" : "unchanged");
    }
    write_related(sarif, finding);
    write_flows(sarif, finding);
    write_properties(sarif, finding);
    json_close(to);
}
