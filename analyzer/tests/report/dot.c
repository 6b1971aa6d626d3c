/* dot.c - the graph for graphviz: what is joined, and names that try to leave their quotes. */
#include <criterion/criterion.h>

#include <string.h>

#include "fixture.h"

TestSuite(dot, .timeout = 10);

static void has(const char *text, const char *part)
{
    cr_assert(strstr(text, part), "no '%s' in:\n%s", part, text);
}

static uint32_t count(const char *text, const char *part)
{
    uint32_t n = 0;
    for (const char *at = strstr(text, part); at; at = strstr(at + 1, part)) {
        n++;
    }
    return n;
}

static void start(struct fixture *fixture)
{
    fixture_start(fixture);
    fixture_findings(fixture);
}

Test(dot, joins_paths_that_meet)
{
    struct fixture fixture;
    start(&fixture);
    const char *text = fixture_report(&fixture, "dot");
    has(text, "  subgraph cluster_0 {\n    label=\"core\";\n");
    has(text, "    m0_0 [label=\"The loader calls\\nDllMain\", fillcolor=");
    has(text, "    m0_1 [label=\"component_init\"];\n");
    has(text, "    m0_2 [label=\"LoadLibraryA\\nerror DLM101\", shape=octagon, ");
    has(text, "    m0_0 -> m0_1 [color=\"#0b6e82:#2457b3:#7a2f9e\"];\n");
    has(text, "    m0_1 -> m0_2 [color=\"#0b6e82:#2457b3\"];\n");
    has(text, ", label=\"pointer g_ops.wait\"];\n");
    cr_assert_eq(count(text, "component_init\"]"), 2); /* one in each module */
    fixture_end(&fixture);
}

Test(dot, draws_further_evidence_dashed)
{
    struct fixture fixture;
    start(&fixture);
    struct finding *finding = &fixture.data.findings.at[0];
    struct flow flow = {.label = "holds 'g_lock'", .root = "worker"};
    struct step step = {.function = "worker", .calls = "Lock"};
    VEC_PUSH(fixture.arena, &flow.steps, step);
    VEC_PUSH(fixture.arena, &finding->flows, flow);
    has(fixture_report(&fixture, "dot"),
        "[color=\"#566273\", style=dashed, label=\"holds 'g_lock'\"]");
    fixture_end(&fixture);
}

Test(dot, keeps_hostile_names_in_their_quotes)
{
    struct fixture fixture;
    start(&fixture);
    uint32_t n = count(fixture_report(&fixture, "dot"), "\n");
    fixture.data.findings.at[0].paths.at[0].steps.at[1].function = "a\"]; b\\\n} \xff";
    const char *text = fixture_report(&fixture, "dot");
    has(text, "[label=\"a\\\"]; b\\\\\\\\x0A} \\\\xFF\"];\n");
    cr_assert_eq(count(text, "\n"), n + 2); /* a function of its own, and the edge to it */
    fixture_end(&fixture);
}
