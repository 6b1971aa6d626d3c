/*
 * words.c - what a finding says: phases in words, the message of a rule filled in.
 *
 * Takes a finding whose paths are complete; gives text.  Knows no output format: escaping is the
 * reports' affair.
 */
#include "verdict/verdict.h"

#include <string.h>

#include "base/strbuf.h"

enum {
    ATTACH = 1u << PHASE_ATTACH_DYNAMIC | 1u << PHASE_ATTACH_STATIC,
    THREADS = 1u << PHASE_THREAD_ATTACH | 1u << PHASE_THREAD_DETACH,
    DETACH = 1u << PHASE_DETACH_UNLOAD | 1u << PHASE_DETACH_EXIT,
};

/* The words for the phases of one pair: both, the first alone, the second alone. */
struct phase_pair {
    uint32_t both;
    enum phase first;
    const char *both_words, *first_words, *second_words;
};

static const struct phase_pair pairs[] = {
    {ATTACH, PHASE_ATTACH_DYNAMIC, "when the DLL is loaded (LoadLibrary or process start)",
     "when LoadLibrary loads the DLL", "when the DLL is loaded at process start"},
    {THREADS, PHASE_THREAD_ATTACH, "when a thread starts or exits", "when a thread starts",
     "when a thread exits"},
    {DETACH, PHASE_DETACH_UNLOAD, "when the DLL is unloaded or the process exits",
     "when the DLL is unloaded (FreeLibrary or a failed load)", "when the process exits"},
};

static const char *pair_words(const struct phase_pair *pair, uint32_t phases)
{
    uint32_t in = phases & pair->both;
    if (in == 0) {
        return NULL;
    }
    if (in == pair->both) {
        return pair->both_words;
    }
    return in == 1u << pair->first ? pair->first_words : pair->second_words;
}

const char *phases_words(struct arena *arena, uint32_t phases)
{
    if (phases == (ATTACH | THREADS | DETACH)) {
        return "when the DLL is loaded or unloaded and when a thread starts or exits";
    }
    const char *words[sizeof pairs / sizeof *pairs];
    uint32_t n = 0;
    for (size_t i = 0; i < sizeof pairs / sizeof *pairs; i++) {
        const char *text = pair_words(&pairs[i], phases);
        if (text) {
            words[n++] = text;
        }
    }
    switch (n) {
    case 0:
        return "in no phase";
    case 1:
        return words[0];
    case 2:
        return arena_printf(arena, "%s and %s", words[0], words[1]);
    default:
        return arena_printf(arena, "%s, %s and %s", words[0], words[1], words[2]);
    }
}

const char *phases_words_split(struct arena *arena, uint32_t phases, uint32_t of_root)
{
    uint32_t others = phases & ~of_root;
    if (others == 0 || (phases & of_root) == 0) {
        return phases_words(arena, phases);
    }
    return arena_printf(arena, "%s, and other roots %s", phases_words(arena, phases & of_root),
                        phases_words(arena, others));
}

static const struct {
    const char *text;
    enum placeholder what;
} placeholders[] = {
    {"{sink}", PLACEHOLDER_SINK},       {"{root}", PLACEHOLDER_ROOT},
    {"'{phases}'", PLACEHOLDER_PHASES}, /* a clause, not a name: quotes around it are dropped */
    {"{phases}", PLACEHOLDER_PHASES},   {"{module}", PLACEHOLDER_MODULE},
    {"{detail}", PLACEHOLDER_DETAIL},
};

static enum placeholder placeholder_at(const char *text, size_t *len)
{
    for (size_t i = 0; i < sizeof placeholders / sizeof *placeholders; i++) {
        *len = strlen(placeholders[i].text);
        if (strncmp(text, placeholders[i].text, *len) == 0) {
            return placeholders[i].what;
        }
    }
    *len = 0;
    return PLACEHOLDER_NONE;
}

bool message_next(const char **at, enum placeholder *what, const char **text, size_t *len)
{
    *text = *at;
    *len = 0;
    *what = PLACEHOLDER_NONE;
    size_t token = 0;
    while ((*text)[*len] != '\0') {
        enum placeholder found = placeholder_at(*text + *len, &token);
        if (found != PLACEHOLDER_NONE && *len > 0) {
            break;
        }
        if (found != PLACEHOLDER_NONE) {
            *what = found;
            *len = token;
            break;
        }
        *len += 1;
    }
    *at += *len;
    return *len > 0;
}

const char *message_template(const struct finding *finding)
{
    const struct rule *rule = finding->rule;
    const struct api *api = finding->api;
    bool allowed = api->verdict && strcmp(api->verdict, "safe") == 0;
    if (api->own_page && !allowed && rule->message_documented && *rule->message_documented) {
        return rule->message_documented;
    }
    return rule->message && *rule->message ? rule->message : rule->summary;
}

const char *finding_root(const struct finding *finding)
{
    const char *root = finding->paths.n > 0 ? finding->paths.at[0].root->function : NULL;
    return root ? root : "";
}

const char *finding_function(const struct finding *finding)
{
    if (finding->paths.n == 0) {
        return "";
    }
    const struct path *path = &finding->paths.at[0];
    for (uint32_t i = path->steps.n; i > 0; i--) {
        const struct step *step = &path->steps.at[i - 1];
        if (place_compare(&step->at, &finding->location) == 0) {
            return step->function;
        }
    }
    return path->root->function;
}

uint32_t finding_root_phases(const struct finding *finding)
{
    uint32_t phases = 0;
    for (uint32_t i = 0; i < finding->paths.n; i++) {
        const struct path *path = &finding->paths.at[i];
        bool named = strcmp(path->root->function, finding_root(finding)) == 0;
        phases |= named ? path->phases : 0;
    }
    return finding->paths.n == 0 || finding->n_more_paths > 0 ? finding->phases : phases;
}

static void add_placeholder(struct strbuf *out, const struct finding *finding,
                            enum placeholder what)
{
    switch (what) {
    case PLACEHOLDER_SINK:
        strbuf_adds(out, finding->sink);
        break;
    case PLACEHOLDER_ROOT:
        strbuf_adds(out, finding_root(finding));
        break;
    case PLACEHOLDER_PHASES:
        strbuf_adds(out,
                    phases_words_split(out->arena, finding->phases, finding_root_phases(finding)));
        break;
    case PLACEHOLDER_MODULE:
        strbuf_adds(out, finding->module);
        break;
    case PLACEHOLDER_DETAIL:
        strbuf_adds(out, finding->detail == NULL ? "" : finding->detail);
        break;
    case PLACEHOLDER_NONE:
        break;
    }
}

/* What the sentence of the rule does not say: other APIs at the same place. */
static void add_other_sinks(struct strbuf *out, const struct finding *finding)
{
    for (uint32_t i = 0; i < finding->other_sinks.n; i++) {
        bool last = i + 1 == finding->other_sinks.n;
        strbuf_adds(out, i == 0 ? " The same place also reaches '" : last ? " and '" : ", '");
        strbuf_printf(out, "%s'", finding->other_sinks.at[i]);
    }
    if (finding->other_sinks.n > 0) {
        strbuf_addc(out, '.');
    }
}

const char *message_of(struct arena *arena, const struct finding *finding)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    const char *at = message_template(finding);
    const char *text;
    size_t len;
    enum placeholder what;
    while (message_next(&at, &what, &text, &len)) {
        if (what == PLACEHOLDER_NONE) {
            strbuf_add(&out, text, len);
        } else {
            add_placeholder(&out, finding, what);
        }
    }
    add_other_sinks(&out, finding);
    return out.text;
}
