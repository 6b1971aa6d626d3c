/* words.c - the closed vocabularies of packs. */
#include "packs/words.h"

#include <string.h>

#define WORDS(what, array)                                                                         \
    {                                                                                              \
        what, array, sizeof array / sizeof *array                                                  \
    }

static const char *const phases[] = {
    "all",
    "attach",
    "thread",
    "detach",
    "process-attach-dynamic",
    "process-attach-static",
    "thread-attach",
    "thread-detach",
    "process-detach-unload",
    "process-detach-exit",
};

enum { PHASE_GROUPS = 4 }; /* words of `phases` that stand for several */

const uint32_t words_phase_bits[] = {
    PHASES_ALL,
    PHASES_ATTACH,
    PHASES_THREAD,
    PHASES_DETACH,
    1u << PHASE_ATTACH_DYNAMIC,
    1u << PHASE_ATTACH_STATIC,
    1u << PHASE_THREAD_ATTACH,
    1u << PHASE_THREAD_DETACH,
    1u << PHASE_DETACH_UNLOAD,
    1u << PHASE_DETACH_EXIT,
};

static const char *const levels[] = {"none", "note", "warning", "error"};

static const char *const callback_kinds[] = {
    "sync", "other_thread", "later", "registers_phase", "registers_event", "unknown",
};

static const char *const matches[] = {
    "function", "methods", "vtable", "construct", "type", "root", "called",
};

static const char *const root_kinds[] = {
    "library", "entry-point", "tls-callback", "constructor", "destructor", "atexit",
};

static const char *const runs[] = {"functions", "constructor", "destructor"};

static const char *const verdicts[] = {"unsafe", "risky", "safe"};

static const char *const confidences[] = {
    "documented", "documented-family", "vendor-blog", "observed", "inferred",
};

static const char *const returns[] = {
    "thread",        "module",         "system-module", "found-module", "function",  "process-exit",
    "datafile",      "memory",         "event",         "mutex",        "own-mutex", "made-mutex",
    "semaphore",     "timer",          "process",       "last-error",   "held",      "key",
    "memory-object", "counted-module", "linked-module", "module-path",
};

const struct words words_phases = WORDS("a phase", phases);
const struct words words_levels = WORDS("a level", levels);
const struct words words_callbacks = WORDS("a kind of callback", callback_kinds);
const struct words words_matches = WORDS("a way to match", matches);
const struct words words_root_kinds = WORDS("a kind of root", root_kinds);
const struct words words_runs = WORDS("what a member runs", runs);
const struct words words_verdicts = WORDS("a verdict", verdicts);
const struct words words_confidences = WORDS("a confidence", confidences);
const struct words words_returns = WORDS("a kind of result", returns);

enum dll_kind packs_dll_kind(const char *word)
{
    if (word == NULL) {
        return DLL_UNKNOWN;
    }
    if (strcmp(word, "module") == 0) {
        return DLL_LOADED;
    }
    if (strcmp(word, "system-module") == 0) {
        return DLL_SYSTEM;
    }
    bool found = strcmp(word, "found-module") == 0 || strcmp(word, "counted-module") == 0 ||
                 strcmp(word, "linked-module") == 0;
    return found ? DLL_FOUND : DLL_UNKNOWN;
}

bool packs_never_null(const char *word)
{
    return strcmp(word, "system-module") == 0 || strcmp(word, "linked-module") == 0;
}

bool packs_is_bytes(const char *word)
{
    return strcmp(word, "module-path") == 0;
}

bool api_looks_up(const struct api *api)
{
    return strcmp(api->returns, "function") == 0;
}

bool api_makes_object(const struct api *api)
{
    return strcmp(api->returns, "memory") == 0 || strcmp(api->returns, "memory-object") == 0;
}

bool words_find(const struct words *words, const char *word, uint32_t *index)
{
    for (uint32_t i = 0; i < words->n; i++) {
        if (strcmp(words->at[i], word) == 0) {
            *index = i;
            return true;
        }
    }
    return false;
}

const char *phase_name(enum phase phase)
{
    return phases[PHASE_GROUPS + (uint32_t)phase];
}

const char *level_name(enum level level)
{
    return levels[level];
}
