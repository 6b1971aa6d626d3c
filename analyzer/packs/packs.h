/*
 * packs.h - knowledge (what APIs do) and policy (what is reported), as data.
 *
 * Packs are JSON files under rules/, compiled into the program; --rules-dir adds more.  No API's
 * name stands in C.
 */
#ifndef DLL_PACKS_PACKS_H
#define DLL_PACKS_PACKS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/json.h"
#include "base/strmap.h"
#include "base/vec.h"

/* The six combinations of DllMain's `reason` and `lpvReserved` (DllMain's page on
 * learn.microsoft.com). */
enum phase {
    PHASE_ATTACH_DYNAMIC, /* reason 1, NULL: LoadLibrary */
    PHASE_ATTACH_STATIC,  /* reason 1, not NULL: process start */
    PHASE_THREAD_ATTACH,  /* reason 2 */
    PHASE_THREAD_DETACH,  /* reason 3 */
    PHASE_DETACH_UNLOAD,  /* reason 0, NULL: FreeLibrary, or the load failed */
    PHASE_DETACH_EXIT,    /* reason 0, not NULL: process end */
    PHASES
};

/* Returns "process-attach-dynamic" and so on: the words of JSON output. */
const char *phase_name(enum phase phase);

enum level { LEVEL_NONE, LEVEL_NOTE, LEVEL_WARNING, LEVEL_ERROR };

/* Returns "none", "note", "warning", "error". */
const char *level_name(enum level level);

/* What an API does with a function that is handed to it. */
enum callback_kind {
    CALLBACK_SYNC,            /* calls it before it returns, on this thread: still under the lock */
    CALLBACK_OTHER_THREAD,    /* another thread calls it: not under our lock */
    CALLBACK_LATER,           /* this thread, later: not under the lock */
    CALLBACK_REGISTERS_PHASE, /* it becomes a root of the phases in `phases` (atexit) */
    CALLBACK_REGISTERS_EVENT, /* called on events; may be any thread */
    CALLBACK_UNKNOWN,
};

/* The callbacks of an API belong to its name, not to one entry: packs_finish() gives every entry of
 * a name the callbacks of all of them (for one argument, the first entry that speaks of it counts).
 * An argument that is no function is to be ignored: overloads differ in where the callable stands.
 */
struct callback {
    uint32_t param; /* index of the argument, from 0 */
    enum callback_kind kind;
    uint32_t phases;     /* bit set by enum phase, for CALLBACK_REGISTERS_PHASE */
    bool has_context;    /* the function gets an argument of the API: */
    uint32_t context;    /* index of that argument */
    uint32_t context_as; /* index of the function's parameter */
};

/* A condition on one argument. An entry with conditions counts only where all of them certainly
 * hold; what cannot be decided falls through to the entry without conditions, which stands last
 * among the entries of a name. */
enum condition_kind {
    CONDITION_EQUALS, /* the argument is this number */
    CONDITION_NOT_EQUALS,
    CONDITION_ANY_BITS, /* argument & value is not 0 */
    CONDITION_NO_BITS,  /* argument & value is 0 */
    CONDITION_STRING,   /* a string literal that matches the glob, or one of several joined by |;
                           case ignored */
    CONDITION_NOT_STRING,
    CONDITION_KNOWN,     /* the argument is some known number */
    CONDITION_LINKED,    /* the argument is the name of a DLL that the module itself links */
    CONDITION_ARGUMENTS, /* the call has `value` arguments; `param` does not count */
    CONDITION_ORIGIN,    /* the argument may come from an API that `returns` this word (`glob`) */
    CONDITION_OBJECT,    /* the object that the method is called on does; `param` does not count */
};

/* What an API leaves in the place behind one of its arguments. */
struct gift {
    uint32_t param;   /* index of the argument that is the place's address, from 0 */
    const char *what; /* what it then is: a word of `returns`; NULL: what argument `as` is */
    uint32_t as;
};

/* Bytes that an API writes; positions are indices of arguments, from 0. */
struct fill {
    bool told;      /* it writes bytes at all, as far as the pack says */
    bool in_result; /* they stand where its result points, not where `param` does */
    bool copied;    /* they are those behind argument `from`; else all are 0 */
    uint32_t param, from;
};

/* One condition on a call. */
struct condition {
    enum condition_kind kind;
    uint32_t param;
    int64_t value;
    const char *glob; /* CONDITION_STRING, CONDITION_NOT_STRING, CONDITION_ORIGIN */
};

/* What is known of one argument of a call. */
struct api_argument {
    bool is_number; /* `number` is its value */
    bool nonzero;   /* it is not 0, whatever else */
    int64_t number;
    bool linked;        /* `text` is the name of a DLL that the module itself links */
    const char *text;   /* a string; NULL if it is none */
    const char *origin; /* word of what made it; NULL: not known */
};

/* What is known of a call. */
struct api_call {
    const struct api_argument *arguments;
    uint32_t n_arguments;
    const char *object; /* word of what made the object that the method is called on; NULL: not
                           known, or there is none */
};

/* True if the condition certainly holds for the call. */
bool condition_holds(const struct condition *condition, const struct api_call *call);

/* How an entry's name is matched. */
enum api_match {
    API_FUNCTION, /* a function of that qualified name without a body in the module */
    API_METHODS, /* "C::m" or "C::*": methods of class C and of classes derived from it that have no
                    body in the module */
    API_VTABLE,  /* calls through a field of a struct whose first fields have these names
                    ("QueryInterface,AddRef,Release"):  COM in C.  `member` restricts the field
                    ("Release"), NULL: any */
    API_CONSTRUCT, /* no call of a function: a construct that the walk or the program finds, known
                      by a fixed name ("looked-up function", "throw", "spin", "delayed import") */
    API_TYPE,   /* all members of a class that have no entry of their own: the class is a library's,
                   and its bodies are not walked even where they are seen */
    API_ROOT,   /* "C::m": methods of that name in classes derived from C, or functions that a field
                   of that name holds; the library calls them under the loader lock, in a DLL.
                   `value` is their first argument */
    API_CALLED, /* functions of the module with a body whose qualified name matches (a glob):
                   somebody calls them under the loader lock.  `value` as for API_ROOT */
};

/* What a member of a class made from a template runs besides. */
enum api_runs {
    API_RUNS_FUNCTIONS = 1 << 0,   /* the functions that are template arguments of the class */
    API_RUNS_CONSTRUCTOR = 1 << 1, /* the default constructor of the first template argument */
    API_RUNS_DESTRUCTOR = 1 << 2,  /* its destructor */
};

/* What one API does.  Several entries may have one name, each with conditions or phases of its own:
 * in the order of the file, the first whose phases hold and whose conditions certainly hold counts.
 */
struct api {
    enum api_match match;
    const char *name;   /* "LoadLibraryW", "std::thread::join"; API_FUNCTION: perhaps a glob,
                           "acme::*" */
    const char *member; /* API_VTABLE */
    const char *dll;    /* "KERNEL32.dll"; "" if none */
    const char *family; /* "loader.load" */
    VEC(const char *)
    effects; /* words like "loads-library"; empty: explicitly safe, or only callbacks are known */
    uint32_t phases; /* bit set by enum phase in which the entry holds */
    VEC(struct condition) conditions;
    VEC(struct callback) callbacks;
    uint32_t runs; /* enum api_runs */
    bool noreturn;
    bool opaque;      /* API_FUNCTION: a body in the module is not walked in its phases */
    const char *kind; /* API_CALLED: the root's, as struct root's in walk/reach.h */
    bool has_value;   /* it always returns `value`: a pseudo handle */
    int64_t value;
    int64_t existed; /* of "last-error": it is this if what was made right before existed already;
                        0: not told */
    bool can_fail;   /* it returns `exhausted` if it has run out of memory or the like, which it
                        hardly ever does, and never for another reason */
    int64_t exhausted;
    bool callbacks_only; /* nothing but callbacks is known; stands behind the others of its name */
    const char *returns; /* what the result is: "thread", "module" (a DLL that the call loaded),
                            "system-module" (one that every process has), "linked-module" (one that
                            the module links), "found-module" (one that was loaded, by whomever),
                            "counted-module" (the same, with one more reference), "module-path" (of
                            one that is loaded; only as a gift), "function" (looked up by name),
                            "process-exit" (true while the process ends), "last-error" (the
                            error of the thread), "memory" (a new object), "memory-object" (one of
                            COM that is memory and nothing else), "held" (what the object of
                            the method, or the place behind the first argument, held); "" if not
                            told */
    bool has_out;        /* what it returns is stored where argument `out` points instead */
    uint32_t out;        /* index of the argument, from 0 */
    VEC(struct gift) gifts; /* what it leaves in places that it is handed */
    struct fill fill;       /* what it copies, or clears */
    const char *resource; /* what effects that come in pairs deal with ("window", "event handler"):
                             an entry that makes it and one that ends it have the same word; "" if
                             none */
    bool has_object;      /* argument `object` says which object: the lock that is taken, ... */
    uint32_t object;      /* index of the argument, from 0 */
    const char *verdict;  /* "unsafe", "risky", "safe" as the sources say; "" if callbacks_only */
    const char
        *confidence; /* "documented", "documented-family", "vendor-blog", "observed", "inferred" */
    bool own_page;   /* the API's own page rules on calls from DllMain: unsafe (it forbids them) or
                        safe (it allows them) */
    const char *why; /* one sentence, or "" */
    const char *source;      /* URL as the pack has it: see api_url() */
    const char *doc;         /* the same of its own page, or "" */
    const char *page_suffix; /* what names of pages have behind its own: "W" for the bare name of a
                                pair; NULL: nothing */
    uint32_t layer; /* 0: the program's own; higher: a --rules-dir, stands before lower ones */
    uint32_t order; /* position in the order of reading */
};

/* An effect that a rule reports, and how severely in each phase. */
struct rule_effect {
    const char *effect;        /* "loads-library" */
    enum level levels[PHASES]; /* LEVEL_NONE: not reported in that phase */
};

/* One rule of the policy. */
struct rule {
    const char *id;                 /* "DLM101" */
    const char *name;               /* "LoadLibraryUnderLoaderLock" */
    const char *summary;            /* one sentence: --list-rules, SARIF shortDescription, README */
    const char *message;            /* of a finding; placeholders {sink} {root} {phases} {module} */
    const char *message_documented; /* the same for an api with own_page; NULL: use `message` */
    const char *why;                /* why it is dangerous; may have paragraphs */
    const char *why_phase[PHASES];  /* what happens in this phase; NULL: nothing special */
    const char *when_it_shows;      /* when users meet the fault */
    const char *fix;
    const char *safe_instead; /* "" if nothing to say */
    const char *verify;    /* Application Verifier's stop that shows it at run time; "" if none */
    VEC(const char *) cwe; /* weaknesses that it is an instance of: "CWE-833" (cwe.mitre.org) */
    VEC(const char *) sources;       /* URLs */
    VEC(struct rule_effect) effects; /* that it reports */
    bool enabled;                    /* on by default */
    const char *file;                /* pack that defines it */
    uint32_t layer;                  /* as in struct api: the highest one replaces the others */
};

/* A rule that the analysis cannot decide yet. */
struct undecided {
    const char *id;
    const char *name;
    const char *summary;       /* what it would report */
    const char *missing;       /* what the analysis does not know for it */
    VEC(const char *) sources; /* URLs */
};

/* All that is known, and what is reported. */
struct packs {
    VEC(struct api) apis;            /* sorted by name, then order of the file */
    VEC(struct rule) rules;          /* sorted by id */
    VEC(struct undecided) undecided; /* sorted by id */
    struct packs_index *index;       /* private */
};

/* Loads the packs in the program and those in `folders`.  Returns NULL after diag_error()s that
 * give file and JSON pointer. */
struct packs *packs_load(struct arena *arena, const char *const *folders, uint32_t n_folders,
                         struct diag *diag);

/* What a configuration adds to the packs; values are NULL where it says nothing.  It stands before
 * the program's packs and behind --rules-dir. */
struct packs_own {
    const char *file;         /* of the configuration, for messages */
    const char *const *packs; /* files and folders of packs */
    uint32_t n_packs;
    const struct json *rules;    /* array: globs of the rules to report */
    const struct json *effects;  /* array: entries, of which each may lack what packs must say */
    const struct json *policy;   /* array: rules, likewise */
    const struct json *roots;    /* array: functions that somebody calls under the loader lock */
    const struct json *wrappers; /* array: functions whose bodies are not walked */
    const struct json *levels;   /* array: other levels of rules */
    const struct packs_own *const *bases; /* configurations that it extends: they count less */
    uint32_t n_bases;
};

/* The same with what a configuration adds (NULL: nothing). */
struct packs *packs_load_own(struct arena *arena, const struct packs_own *own,
                             const char *const *folders, uint32_t n_folders, struct diag *diag);

/* Returns what tells these packs from others that the same program loads: "" if nothing was added
 * to its own, and a hash of all that was otherwise. */
const char *packs_identity(const struct packs *packs);

/* Parses and checks one pack's text (an effects pack, a rule, or a list of effect words) and adds
 * what it holds; tests use it.  Returns false after a diag_error(). */
bool packs_add(struct arena *arena, struct packs *packs, const char *file, const char *text,
               struct diag *diag);

/* Returns an empty set of packs; packs_finish() sorts and indexes what packs_add() added, merges
 * callbacks, and checks the effect words: one that neither a rule nor a list of words knows is an
 * error (nothing is checked while there is neither).  It returns false after a diag_error(). */
struct packs *packs_create(struct arena *arena);
bool packs_finish(struct arena *arena, struct packs *packs, struct diag *diag);

/* Returns the first of the globs (as --rules has them) that means no rule, without its '-'; NULL:
 * each means one. */
const char *packs_unmatched(struct arena *arena, const struct packs *packs, const char *globs);

/* Returns the id or name of a rule that is nearest to the word, or NULL. */
const char *packs_nearest_rule(struct arena *arena, const struct packs *packs, const char *word);

/* Names of DLLs, in any case. */
struct dll_names {
    VEC(const char *) list;
};

/* True if the DLL is one of them. */
bool dll_names_have(const struct dll_names *names, const char *dll);

/* Adds the functions of which nothing is known but that another DLL has them, to packs that are
 * finished (rules/exports/by-dll.json); `only` restricts the DLLs, NULL: all.  Returns false after
 * a diag_error(). */
bool packs_add_exports(struct arena *arena, struct packs *packs, const struct dll_names *only,
                       struct diag *diag);

/* True if the DLL has one of the functions, by what packs and rules/exports/by-dll.json say of
 * them.
 */
bool packs_dll_has(const struct packs *packs, const char *dll, const struct strmap *functions);

/* Returns the entries of that exact name (a run in packs.apis; `*n` of them), NULL if none. */
const struct api *packs_find(const struct packs *packs, const char *name, uint32_t *n);

/* The same for a function: failing the name itself, those of the first glob that matches it. */
const struct api *packs_find_function(const struct packs *packs, const char *name, uint32_t *n);

/* Returns the phases (bit set) in which the body of a function of that name is not walked. */
uint32_t packs_opaque(const struct packs *packs, const char *name);

/* Returns the first of `n` entries that holds in one of the phases (bit set) for the call, or NULL.
 */
const struct api *packs_choose(const struct api *first, uint32_t n, uint32_t phases,
                               const struct api_call *call);

/* Returns the entries (`*n` of them) of a class (API_TYPE) by the first `len` bytes of `name`, NULL
 * if no pack has it. */
const struct api *packs_type(const struct packs *packs, const char *name, size_t len, uint32_t *n);

/* Returns the entry of a construct (API_CONSTRUCT) by its name, NULL if no pack has it. */
const struct api *packs_construct(const struct packs *packs, const char *name);

/* Whose DLL is it? */
enum dll_kind {
    DLL_UNKNOWN, /* not known, or no module at all */
    DLL_LOADED,  /* loaded by the module itself, explicitly */
    DLL_SYSTEM,  /* in every process from its begin */
    DLL_FOUND,   /* loaded already, by whomever */
};

/* Returns which kind of module a word of struct api's `returns` means; NULL: DLL_UNKNOWN. */
enum dll_kind packs_dll_kind(const char *word);

/* True for a word of `returns` that says that there is always one. */
bool packs_never_null(const char *word);

/* True for a word of what APIs give that tells of the bytes of an array: a path. */
bool packs_is_bytes(const char *word);

/* Returns a URL of the entry with "{name}" replaced by its name in small letters. */
const char *api_url(struct arena *arena, const struct api *api, const char *url);

/* True if calling the entry gives a function that is looked up by its name. */
bool api_looks_up(const struct api *api);

/* True if calling the entry makes a new object. */
bool api_makes_object(const struct api *api);

/* True if one of the entries asks what made the object that the method is called on. */
bool api_asks_for_object(const struct api *first, uint32_t n);

/* True if one of the entries asks whether this argument names a DLL that the module links. */
bool api_asks_for_linked(const struct api *first, uint32_t n, uint32_t param);

/* True if the entry has the effect. */
bool api_has_effect(const struct api *api, const char *effect);

/* The same, or one that implies it: who loads a library needs the loader lock. */
bool packs_has_effect(const struct packs *packs, const struct api *api, const char *effect);

/* Returns the entries matched by class (API_METHODS), vtable (API_VTABLE), base (API_ROOT) or name
 * (API_CALLED), as indices into packs.apis, in the order in which they are to be tried: what was
 * read later stands first, so com.wmi is tried before com. */
const uint32_t *packs_find_match(const struct packs *packs, enum api_match match, uint32_t *n);

/* Returns the rule, or NULL. */
const struct rule *packs_rule(const struct packs *packs, const char *id);

/* Returns the rule that reports an effect in a phase (the most severe; ties: the lower id), whether
 * it is enabled or not, and sets `*level`, or returns NULL. */
const struct rule *packs_rule_for(const struct packs *packs, const char *effect, enum phase phase,
                                  enum level *level);

#endif
