/*
 * dot.c - how roots reach what is reported, as a graph for graphviz: a cluster for each module.
 *
 * Functions are joined by name, so that paths which meet are drawn once; an edge has a line in the
 * colour of each phase in which it is walked.  Roots without a finding stand alone.  Further
 * evidence (who holds the lock) is dashed.  Names of any text are safe: quoted, escaped, one line.
 * Source: https://graphviz.org/doc/info/lang.html
 */
#include "report/report.h"

#include <string.h>

#include "base/strmap.h"
#include "base/vec.h"
#include "report/prose.h"
#include "report/view.h"

/* A function, or a sink. */
struct node {
    const char *name;
    const char *caller; /* a root: who calls it; else NULL */
    uint32_t phases;    /* a root: when */
    enum level level;   /* a sink: the highest level of its findings; else LEVEL_NONE */
    const char *rules;  /* a sink: ids of the rules, "DLM101, DLM202" */
};

struct edge {
    uint32_t from, to;   /* indices of nodes */
    const char *through; /* NULL: a direct call */
    uint32_t phases;     /* 0: further evidence */
};

/* The graph of one module. */
struct graph {
    struct arena *arena;
    struct strmap *node_index; /* "f" + function or "s" + sink -> node */
    struct strmap *edge_index; /* "from to through" -> edge */
    VEC(struct node) nodes;    /* in the order of the findings */
    VEC(struct edge) edges;
};

static const char *const phase_colours[PHASES] = {"#0b6e82", "#2457b3", "#4c6b00",
                                                  "#9a5200", "#b0236f", "#7a2f9e"};

/* ---- the graph ---- */

static uint32_t node_of(struct graph *graph, char kind, const char *name)
{
    const char *key = arena_printf(graph->arena, "%c%s", kind, name ? name : "?");
    uint32_t index = graph->nodes.n;
    if (!strmap_get(graph->node_index, key, &index)) {
        struct node node = {.name = key + 1};
        strmap_put(graph->node_index, key, index);
        VEC_PUSH(graph->arena, &graph->nodes, node);
    }
    return index;
}

static void add_edge(struct graph *graph, const struct edge *edge)
{
    const char *key = arena_printf(graph->arena, "%u %u %d %s", edge->from, edge->to,
                                   edge->phases != 0, edge->through ? edge->through : "");
    uint32_t index = graph->edges.n;
    if (!strmap_get(graph->edge_index, key, &index)) {
        strmap_put(graph->edge_index, key, index);
        VEC_PUSH(graph->arena, &graph->edges, *edge);
    }
    graph->edges.at[index].phases |= edge->phases;
}

static uint32_t add_root(struct graph *graph, const struct root *root)
{
    uint32_t index = node_of(graph, 'f', root->function);
    struct node *node = &graph->nodes.at[index];
    node->caller = view_root_caller(root->kind);
    node->phases |= root->phases;
    return index;
}

static void add_steps(struct graph *graph, const struct step *steps, uint32_t n, uint32_t phases)
{
    for (uint32_t i = 0; i + 1 < n; i++) {
        struct edge edge = {node_of(graph, 'f', steps[i].function),
                            node_of(graph, 'f', steps[i + 1].function), steps[i].through, phases};
        add_edge(graph, &edge);
    }
}

static void add_sink(struct graph *graph, const struct finding *finding, const struct path *path)
{
    const struct step *last = &path->steps.at[path->steps.n - 1];
    struct edge edge = {node_of(graph, 'f', last->function), node_of(graph, 's', path->sink),
                        last->through, path->phases};
    struct node *sink = &graph->nodes.at[edge.to];
    add_edge(graph, &edge);
    sink->level = finding->level > sink->level ? finding->level : sink->level;
    if (!sink->rules) {
        sink->rules = finding->rule->id;
    } else if (!strstr(sink->rules, finding->rule->id)) {
        sink->rules = arena_printf(graph->arena, "%s, %s", sink->rules, finding->rule->id);
    }
}

static void add_path(struct graph *graph, const struct finding *finding, const struct path *path)
{
    uint32_t root = add_root(graph, path->root);
    if (path->steps.n == 0) {
        return;
    }
    uint32_t first = node_of(graph, 'f', path->steps.at[0].function);
    if (first != root) {
        struct edge edge = {root, first, NULL, path->phases};
        add_edge(graph, &edge);
    }
    add_steps(graph, path->steps.at, path->steps.n, path->phases);
    add_sink(graph, finding, path);
}

static void add_flow(struct graph *graph, const struct flow *flow)
{
    if (flow->steps.n > 0) {
        const struct step *last = &flow->steps.at[flow->steps.n - 1];
        add_steps(graph, flow->steps.at, flow->steps.n, 0);
        struct edge edge = {node_of(graph, 'f', last->function), 0, flow->label, 0};
        edge.to = node_of(graph, 'f', last->calls ? last->calls : last->through);
        add_edge(graph, &edge);
    }
}

static void add_module(struct graph *graph, const struct report_data *data,
                       const struct module_report *module)
{
    for (uint32_t i = 0; i < module->roots.n; i++) {
        (void)add_root(graph, &module->roots.at[i]);
    }
    for (uint32_t i = 0; i < data->findings.n; i++) {
        const struct finding *finding = &data->findings.at[i];
        if (strcmp(finding->module, module->name) != 0) {
            continue;
        }
        for (uint32_t p = 0; p < finding->paths.n; p++) {
            add_path(graph, finding, &finding->paths.at[p]);
        }
        for (uint32_t f = 0; f < finding->flows.n; f++) {
            add_flow(graph, &finding->flows.at[f]);
        }
    }
}

/* ---- the text ---- */

/* Appends text inside a quoted string: visible, on one line. */
static void add_text(struct strbuf *out, const char *text)
{
    struct strbuf safe;
    strbuf_init(&safe, out->arena);
    struct prose prose = {.out = &safe};
    prose_add(&prose, COLOUR_NONE, text);
    for (const char *at = safe.text; *at != '\0'; at++) {
        if (*at == '"' || *at == '\\') {
            strbuf_addc(out, '\\');
        }
        strbuf_addc(out, *at);
    }
}

/* Appends the colours of phases as graphviz draws parallel lines: "#0b6e82:#2457b3". */
static void add_colours(struct strbuf *out, uint32_t phases)
{
    const char *before = "";
    for (uint32_t i = 0; i < PHASES; i++) {
        if (phases & 1u << i) {
            strbuf_printf(out, "%s%s", before, phase_colours[i]);
            before = ":";
        }
    }
}

static void write_node(struct strbuf *out, const struct node *node, uint32_t module, uint32_t i)
{
    static const char *const fills[] = {"", "#e8f0f9", "#fff3dc", "#fdecea"};
    static const char *const lines[] = {"", "#34567d", "#8a5300", "#b3261e"};
    strbuf_printf(out, "    m%u_%u [label=\"", module, i);
    if (node->caller) {
        add_text(out, node->caller);
        strbuf_adds(out, "\\n");
    }
    add_text(out, node->name);
    if (node->level != LEVEL_NONE) {
        strbuf_printf(out, "\\n%s ", level_name(node->level));
        add_text(out, node->rules);
        strbuf_printf(out, "\", shape=octagon, fillcolor=\"%s\", color=\"%s\", penwidth=2];\n",
                      fills[node->level], lines[node->level]);
    } else if (node->caller) {
        strbuf_adds(out, "\", fillcolor=\"#17263a\", fontcolor=\"#ffffff\"];\n");
    } else {
        strbuf_adds(out, "\"];\n");
    }
}

static void write_edge(struct strbuf *out, const struct edge *edge, uint32_t module)
{
    strbuf_printf(out, "    m%u_%u -> m%u_%u [color=\"", module, edge->from, module, edge->to);
    add_colours(out, edge->phases);
    strbuf_adds(out, edge->phases == 0 ? "#566273\", style=dashed" : "\"");
    if (edge->through) {
        strbuf_adds(out, ", label=\"");
        add_text(out, edge->through);
        strbuf_addc(out, '"');
    }
    strbuf_adds(out, "];\n");
}

static void write_module(struct strbuf *out, const struct report_data *data, uint32_t m)
{
    const struct module_report *module = &data->modules.at[m];
    struct graph graph = {.arena = out->arena,
                          .node_index = strmap_create(out->arena),
                          .edge_index = strmap_create(out->arena)};
    add_module(&graph, data, module);
    strbuf_printf(out, "  subgraph cluster_%u {\n    label=\"", m);
    add_text(out, module->name);
    strbuf_adds(out, "\";\n");
    for (uint32_t i = 0; i < graph.nodes.n; i++) {
        write_node(out, &graph.nodes.at[i], m, i);
    }
    for (uint32_t i = 0; i < graph.edges.n; i++) {
        write_edge(out, &graph.edges.at[i], m);
    }
    strbuf_adds(out, "  }\n");
}

static void write_legend(struct strbuf *out)
{
    strbuf_adds(out, "  subgraph cluster_legend {\n    label=\"Phases\";\n");
    for (uint32_t i = 0; i < PHASES; i++) {
        strbuf_printf(out, "    legend_%u [shape=plaintext, height=0.25, fontsize=10, ", i);
        strbuf_adds(out, "fillcolor=\"#ffffff\", ");
        strbuf_printf(out, "fontcolor=\"%s\", label=\"%s\"];\n", phase_colours[i],
                      phase_name((enum phase)i));
    }
    strbuf_adds(out, "  }\n");
}

static void write_dot(struct strbuf *out, const struct report_data *data,
                      const struct report_options *options)
{
    (void)options;
    struct arena *scratch = arena_create();
    struct strbuf text;
    strbuf_init(&text, scratch);
    strbuf_adds(&text,
                "digraph \"dllmain-lint\" {\n"
                "  graph [rankdir=LR, fontname=\"Helvetica\", labeljust=l];\n"
                "  node [shape=box, style=filled, fillcolor=\"#f2f4f7\", fontname=\"Helvetica\"];\n"
                "  edge [fontname=\"Helvetica\", fontsize=10];\n");
    for (uint32_t i = 0; i < data->modules.n; i++) {
        write_module(&text, data, i);
    }
    write_legend(&text);
    strbuf_adds(&text, "}\n");
    strbuf_add(out, text.text, text.len);
    arena_destroy(scratch);
}

const struct report_writer report_dot = {
    .name = "dot",
    .summary = "for graphviz: how roots reach what is reported",
    .findings_only = true,
    .write = write_dot,
};
