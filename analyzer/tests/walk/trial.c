/* trial.c - walks of tiny modules, shown in short. */
#include "trial.h"

static const char letters[] = "ASTtUX";

static const char *path_text(struct arena *arena, const struct reach *reach,
                             const struct sink *sink)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    const struct root *root = &reach->roots.at[sink->root];
    if (strcmp(root->kind, "dllmain") != 0) {
        strbuf_printf(&out, "%s ", root->kind);
    }
    strbuf_adds(&out, root->function);
    for (uint32_t i = 0; i < sink->steps.n; i++) {
        const struct step *step = &sink->steps.at[i];
        strbuf_printf(&out, " > %s", step->calls);
        if (step->through != NULL) {
            strbuf_printf(&out, " [%s]", step->through);
        }
    }
    strbuf_adds(&out, sink->certainty == CERTAINTY_POSSIBLE ? " ?" : "");
    const char *separator = " {";
    bool usual = sink->api->effects.n == 1 && strcmp(sink->api->effects.at[0], "waits") == 0;
    for (uint32_t i = 0; i < sink->api->effects.n && !usual; i++) {
        strbuf_printf(&out, "%s%s", separator, sink->api->effects.at[i]);
        separator = ", ";
    }
    strbuf_adds(&out, usual ? ":" : "}:");
    return out.text;
}

static bool same_place(const struct sink *a, const struct sink *b)
{
    const struct place *left = &a->steps.at[a->steps.n - 1].at;
    const struct place *right = &b->steps.at[b->steps.n - 1].at;
    return strcmp(left->file, right->file) == 0 && left->line == right->line &&
           left->column == right->column;
}

static void write_sinks(struct strbuf *out, struct arena *arena, const struct reach *reach)
{
    bool *written = ARENA_NEW_N(arena, bool, reach->sinks.n);
    for (uint32_t i = 0; i < reach->sinks.n; i++) {
        if (written[i]) {
            continue;
        }
        const char *path = path_text(arena, reach, &reach->sinks.at[i]);
        strbuf_printf(out, "%s ", path);
        for (uint32_t j = i; j < reach->sinks.n; j++) {
            const struct sink *other = &reach->sinks.at[j];
            if (!written[j] && other->root == reach->sinks.at[i].root &&
                same_place(other, &reach->sinks.at[i]) &&
                strcmp(path, path_text(arena, reach, other)) == 0) {
                written[j] = true;
                strbuf_addc(out, letters[other->phase]);
            }
        }
        strbuf_addc(out, '\n');
    }
}

const char *trial_reach(struct fixture *fixture)
{
    struct walk *walk = walk_start(fixture->arena, fixture_link(fixture));
    const struct reach *reach = walk_reach(walk);
    struct strbuf out;
    strbuf_init(&out, fixture->arena);
    write_sinks(&out, fixture->arena, reach);
    struct strbuf again; /* what is searched once more is found once more */
    strbuf_init(&again, fixture->arena);
    write_sinks(&again, fixture->arena, walk_around(walk, NULL));
    cr_expect_str_eq(again.text, out.text);
    for (uint32_t i = 0; i < reach->cuts.n; i++) {
        strbuf_printf(&out, "cut %s: %s\n", reach->cuts.at[i].kind, reach->cuts.at[i].detail);
    }
    return out.text;
}

void trial_expect(int line, const char *text, const char *expected)
{
    struct fixture fixture = fixture_start();
    (void)fixture_add(&fixture, "/src/a.c", text);
    expect_text(line, trial_reach(&fixture), expected);
    fixture_end(&fixture);
}
