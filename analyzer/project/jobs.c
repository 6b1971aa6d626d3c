/*
 * jobs.c - compiler and flags of a command are put together as one job.
 *
 * Arguments of a job, in this order: _MSC_VER where the command is cl.exe's; the C++ library; the
 * command's own flags; the language where the file's extension does not say it; the target, and
 * what every job has.  Jobs of the same source with the same arguments are one.
 */
#include "project/jobs.h"

#include <stdlib.h>
#include <string.h>

#include "base/hash.h"
#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "project/compiler.h"
#include "project/flags.h"
#include "project/limits.h"
#include "project/mingw.h"
#include "project/response.h"

/* A command on its way to a job. */
struct draft {
    struct loader *loader;
    struct arena *scratch;
    const struct command *command;
    struct compiler compiler;
    struct flags flags;
    const char *file; /* absolute */
    bool cplusplus;
    const char *target;
};

static bool is_in(const char *word, const char *const *list)
{
    while (*list != NULL && strcmp(*list, word) != 0) {
        list++;
    }
    return *list != NULL;
}

static char *lower_case(struct arena *arena, const char *text)
{
    char *copy = arena_strdup(arena, text);
    for (char *p = copy; *p != '\0'; p++) {
        *p = *p >= 'A' && *p <= 'Z' ? (char)(*p - 'A' + 'a') : *p;
    }
    return copy;
}

/* The language that the extension means to the compiler. */
static enum language language_of_file(const struct draft *draft)
{
    static const char *const cxx[] = {".cc", ".cpp", ".cxx", ".c++", ".cp", ".ixx", ".cppm", NULL};
    static const char *const headers[] = {".hh", ".hpp", ".hxx", ".h++", NULL};
    const char *extension = path_extension(draft->file);
    const char *lower = lower_case(draft->scratch, extension);
    if (strcmp(extension, ".C") == 0 && draft->compiler.driver == DRIVER_GCC) {
        return LANGUAGE_CXX;
    }
    if (strcmp(lower, ".c") == 0) {
        return draft->compiler.cplusplus ? LANGUAGE_CXX : LANGUAGE_C;
    }
    if (is_in(lower, cxx)) {
        return LANGUAGE_CXX;
    }
    if (!draft->command->has_compiler) { /* a header was named on purpose */
        return is_in(lower, headers) ? LANGUAGE_CXX : LANGUAGE_C;
    }
    return LANGUAGE_OTHER;
}

/* True if clang takes the file for this language by its extension. */
static bool is_clear(const char *file, bool cplusplus)
{
    static const char *const cxx[] = {".cc", ".CC",  ".cpp", ".CPP", ".cxx", ".CXX",
                                      ".C",  ".c++", ".C++", ".cp",  NULL};
    const char *extension = path_extension(file);
    return cplusplus ? is_in(extension, cxx) : strcmp(extension, ".c") == 0;
}

/* The target: what the user said; else by flags, the compiler's name, its path; else x86-64. */
static const char *target_of(const struct draft *draft)
{
    const char *wanted = draft->loader->request->target;
    if (wanted != NULL) {
        return wanted;
    }
    const struct flags *flags = &draft->flags;
    const char *arch = flags->arch != NULL ? flags->arch : draft->compiler.arch;
    arch = arch != NULL ? arch : flags->arch_hint;
    arch = arch != NULL ? arch : "x86_64";
    bool is_x86 = strcmp(arch, "x86_64") == 0 || strcmp(arch, "i686") == 0;
    if (is_x86 && flags->bits != 0) {
        arch = flags->bits == 32 ? "i686" : "x86_64";
    }
    return arena_printf(draft->scratch, "%s-w64-windows-gnu", arch);
}

/* The object as the command has it; cl.exe's /Fo may name only its folder. */
static const char *object_of(const struct draft *draft)
{
    const char *object = draft->flags.object;
    if (object == NULL || *object == '\0') {
        object = draft->command->output;
    }
    if (object == NULL) {
        return "";
    }
    size_t len = strlen(object);
    bool is_folder = len > 0 && (object[len - 1] == '/' || object[len - 1] == '\\');
    return is_folder ? arena_printf(draft->scratch, "%s%s.obj", object,
                                    path_stem(draft->scratch, draft->file))
                     : object;
}

static void read_flags(struct draft *draft, const struct arguments *words)
{
    struct flag_context context = {
        .arena = draft->scratch,
        .maps = &draft->loader->maps,
        .folder = draft->command->folder,
        .file = draft->command->file,
    };
    if (draft->command->has_compiler) {
        draft->compiler = compiler_recognize(draft->scratch, words);
    }
    if (draft->compiler.driver == DRIVER_CL) {
        flags_from_cl(&draft->flags, &context, words, draft->compiler.first_flag);
    } else {
        flags_from_gcc(&draft->flags, &context, words, draft->compiler.first_flag);
    }
}

/* Appends the C++ library for the job's target, unless the command brings its own. */
static void add_library(const struct draft *draft, struct arguments *args)
{
    const char *arch = compiler_arch(draft->target);
    bool is_gnu =
        strstr(draft->target, "windows-gnu") != NULL || strstr(draft->target, "mingw") != NULL;
    if (!draft->cplusplus || draft->flags.no_cxx_library || !is_gnu || arch == NULL) {
        return;
    }
    struct arguments library = loader_cxx_library(draft->loader, arch);
    for (uint32_t i = 0; i < library.n; i++) {
        VEC_PUSH(draft->scratch, args, library.at[i]);
    }
}

static struct arguments finish(const struct draft *draft)
{
    struct arena *arena = draft->scratch;
    struct arguments args = {0};
    if (draft->compiler.driver == DRIVER_CL || draft->loader->request->msc_ver) {
        VEC_PUSH(arena, &args, "-D_MSC_VER=1929");
    }
    add_library(draft, &args);
    for (uint32_t i = 0; i < draft->flags.args.n; i++) {
        const char *arg = draft->flags.args.at[i];
        if (!(draft->cplusplus && strcmp(arg, "-fgnu89-inline") == 0)) {
            VEC_PUSH(arena, &args, arg);
        }
    }
    enum language language = draft->cplusplus ? LANGUAGE_CXX : LANGUAGE_C;
    const char *standard = draft->flags.standard;
    if (standard != NULL && flags_standard_fits(standard, language)) {
        VEC_PUSH(arena, &args, arena_printf(arena, "-std=%s", standard));
    }
    if (!is_clear(draft->file, draft->cplusplus)) {
        VEC_PUSH(arena, &args, "-x");
        VEC_PUSH(arena, &args, draft->cplusplus ? "c++" : "c");
    }
    VEC_PUSH(arena, &args, arena_printf(arena, "--target=%s", draft->target));
    VEC_PUSH(arena, &args, "-fms-extensions");
    VEC_PUSH(arena, &args, "-ferror-limit=0");
    VEC_PUSH(arena, &args, "-w");
    return args;
}

static struct hash_text identity(const char *file, const struct arguments *args)
{
    struct hash hash;
    hash_start(&hash);
    hash_add_string(&hash, file);
    for (uint32_t i = 0; i < args->n; i++) {
        hash_add_string(&hash, args->at[i]);
    }
    return hash_finish(&hash);
}

/* Adds the job, unless it is there, and its object. */
static void store(struct draft *draft)
{
    struct loader *loader = draft->loader;
    struct project *project = loader->project;
    struct arguments args = finish(draft);
    const char *object = object_of(draft);
    uint32_t index = strmap_intern(loader->jobs, identity(draft->file, &args).hex, project->jobs.n);
    if (index == project->jobs.n) {
        struct job job = {
            .file = loader_intern(loader, draft->file),
            .folder = loader_intern(loader, draft->command->folder),
            .args = ARENA_NEW_N(loader->arena, const char *, args.n),
            .n_args = args.n,
            .target = loader_intern(loader, draft->target),
            .object = loader_intern(loader, object),
            .cplusplus = draft->cplusplus,
            .msvc = draft->compiler.driver == DRIVER_CL,
        };
        for (uint32_t i = 0; i < args.n; i++) {
            job.args[i] = loader_intern(loader, args.at[i]);
        }
        VEC_PUSH(loader->arena, &project->jobs, job);
        loader->n_words += args.n;
        loader->over_limit = loader->over_limit || loader->n_words > LIMIT_PROJECT_WORDS;
        project->n_dropped_flags += draft->flags.n_dropped;
    }
    const char *path =
        *object == '\0' ? "" : path_join(loader->scratch, draft->command->folder, object);
    VEC_PUSH(loader->scratch, &loader->objects, ((struct object){index, path}));
}

enum job_outcome jobs_add(struct loader *loader, struct arena *scratch,
                          const struct command *command)
{
    struct draft draft = {.loader = loader, .scratch = scratch, .command = command};
    struct response_context context = {scratch, command->folder, command->place, command->quoting};
    struct arguments words = {0};
    response_expand(loader, &context, &command->words, &words);
    draft.file =
        path_map_apply(scratch, &loader->maps, path_join(scratch, command->folder, command->file));
    read_flags(&draft, &words);
    enum language language = draft.flags.language;
    language = language == LANGUAGE_UNSAID ? language_of_file(&draft) : language;
    if (language == LANGUAGE_OTHER || text_starts(path_basename(draft.file), "cmake_pch.")) {
        return JOB_SKIPPED;
    }
    if (!os_is_file(draft.file)) {
        loader->project->n_missing++;
        loader_warning(loader, command->place, "source \"%s\" does not exist and is left out",
                       draft.file);
        return JOB_MISSING;
    }
    draft.cplusplus = language == LANGUAGE_CXX;
    draft.target = target_of(&draft);
    store(&draft);
    return JOB_ADDED;
}

/* ---- order ---- */

/* A job and the index it had. */
struct ranked {
    struct job job;
    uint32_t index;
};

static int compare_jobs(const void *left, const void *right)
{
    const struct ranked *a = left;
    const struct ranked *b = right;
    int order = strcmp(a->job.file, b->job.file);
    for (uint32_t i = 0; order == 0 && i < a->job.n_args && i < b->job.n_args; i++) {
        order = strcmp(a->job.args[i], b->job.args[i]);
    }
    if (order == 0) {
        order = (a->job.n_args > b->job.n_args) - (a->job.n_args < b->job.n_args);
    }
    return order != 0 ? order : (a->index > b->index) - (a->index < b->index);
}

static int compare_objects(const void *left, const void *right)
{
    const struct object *a = left;
    const struct object *b = right;
    int order = (a->job > b->job) - (a->job < b->job);
    return order != 0 ? order : strcmp(a->path, b->path);
}

void jobs_sort(struct loader *loader)
{
    struct project *project = loader->project;
    uint32_t n = project->jobs.n;
    struct ranked *ranked = ARENA_NEW_N(loader->scratch, struct ranked, n);
    uint32_t *new_index = ARENA_NEW_N(loader->scratch, uint32_t, n);
    for (uint32_t i = 0; i < n; i++) {
        ranked[i] = (struct ranked){project->jobs.at[i], i};
    }
    qsort(ranked, n, sizeof *ranked, compare_jobs);
    for (uint32_t i = 0; i < n; i++) {
        project->jobs.at[i] = ranked[i].job;
        new_index[ranked[i].index] = i;
    }
    for (uint32_t i = 0; i < loader->objects.n; i++) {
        loader->objects.at[i].job = new_index[loader->objects.at[i].job];
    }
    if (loader->objects.n > 0) {
        qsort(loader->objects.at, loader->objects.n, sizeof loader->objects.at[0], compare_objects);
    }
}
