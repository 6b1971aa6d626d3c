/*
 * sarif_message.c - messages of results, as text and as template with arguments.
 *
 * GitHub reads the text; VS Code and Azure DevOps fill the rule's template.  Both must read alike.
 * The phases are part of the template, not an argument (dynamic content has to stand in quotes,
 * and "'when the DLL is loaded'" reads badly), so that a rule has one template for each set of
 * phases that occurs.
 */
#include "report/sarif_writer.h"

#include <string.h>

enum { MAX_ARGUMENTS = 5 }; /* sink, root, module, detail, other sinks */

/* What a template is made from. */
struct ingredients {
    const char *message; /* the rule's */
    uint32_t phases;
    uint32_t of_root; /* the phases in which the root that is named reaches the sink */
    bool documented;  /* it is the message for APIs whose own page forbids the call */
    bool others;      /* other sinks are to be named */
};

/* A template while it grows. */
struct growing {
    struct strbuf text;
    enum placeholder arguments[MAX_ARGUMENTS];
    uint32_t n;
    bool has_root;
};

static const char *template_id(struct arena *arena, const struct ingredients *of)
{
    static const char *const words[PHASES] = {
        [PHASE_ATTACH_DYNAMIC] = "load",        [PHASE_ATTACH_STATIC] = "start",
        [PHASE_THREAD_ATTACH] = "thread-start", [PHASE_THREAD_DETACH] = "thread-exit",
        [PHASE_DETACH_UNLOAD] = "unload",       [PHASE_DETACH_EXIT] = "exit",
    };
    struct strbuf id;
    strbuf_init(&id, arena);
    for (uint32_t i = 0; i < PHASES; i++) {
        if (of->phases & 1u << i) {
            bool other = (of->of_root & 1u << i) == 0;
            strbuf_printf(&id, "%s%s%s", id.len > 0 ? "-" : "", other ? "other-" : "", words[i]);
        }
    }
    strbuf_adds(&id, of->documented ? "-documented" : "");
    strbuf_adds(&id, of->others ? "-others" : "");
    return id.text;
}

/* Appends plain text, braces doubled. */
static void add_plain(struct growing *to, const char *text, size_t len)
{
    for (size_t i = 0; i < len; i++) {
        strbuf_addc(&to->text, text[i]);
        if (text[i] == '{' || text[i] == '}') {
            strbuf_addc(&to->text, text[i]);
        }
    }
}

/* Appends '{n}', with quotes unless the rule has them. */
static void add_argument(struct growing *to, enum placeholder what, char next)
{
    uint32_t i = 0;
    while (i < to->n && to->arguments[i] != what) {
        i++;
    }
    if (i == to->n) {
        to->arguments[to->n++] = what;
    }
    bool quoted = next == '\'' && to->text.len > 0 && to->text.text[to->text.len - 1] == '\'';
    strbuf_printf(&to->text, quoted ? "{%u}" : "'{%u}'", i);
    to->has_root = to->has_root || what == PLACEHOLDER_ROOT;
}

/* Ends the sentence. */
static void add_period(struct strbuf *text)
{
    char last = text->len > 0 ? text->text[text->len - 1] : '.';
    if (last != '.' && last != '!' && last != '?') {
        strbuf_addc(text, '.');
    }
}

static struct sarif_template make_template(struct arena *arena, const struct ingredients *of)
{
    struct growing to = {0};
    strbuf_init(&to.text, arena);
    const char *at = of->message;
    const char *text;
    size_t len;
    enum placeholder what;
    while (message_next(&at, &what, &text, &len)) {
        if (what == PLACEHOLDER_NONE) {
            add_plain(&to, text, len);
        } else if (what == PLACEHOLDER_PHASES) {
            strbuf_adds(&to.text, phases_words_split(arena, of->phases, of->of_root));
        } else {
            add_argument(&to, what, *at);
        }
    }
    add_period(&to.text);
    if (!to.has_root) {
        strbuf_adds(&to.text, " It is reached from ");
        add_argument(&to, PLACEHOLDER_ROOT, '.');
        strbuf_addc(&to.text, '.');
    }
    if (of->others) {
        strbuf_adds(&to.text, " The same place also reaches ");
        add_argument(&to, PLACEHOLDER_NONE, '.');
        strbuf_addc(&to.text, '.');
    }
    struct sarif_template made = {template_id(arena, of), to.text.text, NULL, to.n};
    made.arguments = ARENA_NEW_N(arena, enum placeholder, to.n);
    memcpy(made.arguments, to.arguments, to.n * sizeof *to.arguments);
    return made;
}

struct sarif_template sarif_template_of(struct arena *arena, const struct finding *finding)
{
    const char *message = message_template(finding);
    struct ingredients of = {message, finding->phases, finding_root_phases(finding),
                             message == finding->rule->message_documented,
                             finding->other_sinks.n > 0};
    return make_template(arena, &of);
}

struct sarif_template sarif_template_of_rule(struct arena *arena, const struct rule *rule)
{
    const char *message = rule->message && *rule->message ? rule->message : rule->summary;
    struct ingredients of = {message ? message : "", 0, UINT32_MAX, false, false};
    for (uint32_t i = 0; i < rule->effects.n; i++) {
        for (uint32_t phase = 0; phase < PHASES; phase++) {
            bool reported = rule->effects.at[i].levels[phase] != LEVEL_NONE;
            of.phases |= reported ? 1u << phase : 0;
        }
    }
    struct sarif_template made = make_template(arena, &of);
    made.id = "default";
    return made;
}

/* A name as the text of a link: brackets and backslashes are escaped (SARIF 3.11.6). */
static void add_link(struct strbuf *out, const char *name, int target)
{
    strbuf_addc(out, '[');
    for (; *name != '\0'; name++) {
        if (strchr("[]\\", *name)) {
            strbuf_addc(out, '\\');
        }
        strbuf_addc(out, *name);
    }
    strbuf_printf(out, "](%d)", target);
}

static const char *argument_value(struct arena *arena, const struct finding *finding,
                                  enum placeholder what)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    switch (what) {
    case PLACEHOLDER_SINK:
        return finding->sink;
    case PLACEHOLDER_ROOT:
        add_link(&out, finding_root(finding), 1);
        return out.text;
    case PLACEHOLDER_MODULE:
        return finding->module;
    case PLACEHOLDER_PHASES:
        return phases_words_split(arena, finding->phases, finding_root_phases(finding));
    case PLACEHOLDER_DETAIL:
        return finding->detail == NULL ? "" : finding->detail;
    case PLACEHOLDER_NONE:
        break;
    }
    for (uint32_t i = 0; i < finding->other_sinks.n; i++) {
        strbuf_printf(&out, "%s%s", i > 0 ? ", " : "", finding->other_sinks.at[i]);
    }
    return out.text;
}

/* Fills the arguments into a template. */
static const char *fill(struct arena *arena, const char *text, const char *const *values)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    for (; *text != '\0'; text++) {
        bool doubled = (*text == '{' || *text == '}') && text[1] == *text;
        if (*text == '{' && !doubled) {
            strbuf_adds(&out, values[text[1] - '0']);
            text += 2;
        } else {
            strbuf_addc(&out, *text);
            text += doubled;
        }
    }
    return out.text;
}

void sarif_write_message(struct sarif *sarif, const struct finding *finding)
{
    struct sarif_template made = sarif_template_of(sarif->scratch, finding);
    const char *values[MAX_ARGUMENTS];
    for (uint32_t i = 0; i < made.n_arguments; i++) {
        values[i] = argument_value(sarif->scratch, finding, made.arguments[i]);
    }
    json_open_object(&sarif->to, "message");
    json_write_string(&sarif->to, "text", fill(sarif->scratch, made.text, values));
    json_write_string(&sarif->to, "id", made.id);
    json_open_array(&sarif->to, "arguments");
    for (uint32_t i = 0; i < made.n_arguments; i++) {
        json_write_string(&sarif->to, NULL, values[i]);
    }
    json_close(&sarif->to);
    json_close(&sarif->to);
}

void sarif_write_text(struct sarif *sarif, const char *key, const char *text)
{
    json_open_object(&sarif->to, key);
    json_write_string(&sarif->to, "text", text);
    json_close(&sarif->to);
}
