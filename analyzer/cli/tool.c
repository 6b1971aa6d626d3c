/* tool.c - asks a worker what it is, once. */
#include "cli/tool.h"

#include <string.h>

#include "base/hash.h"
#include "base/os.h"
#include "base/path.h"
#include "base/strbuf.h"
#include "base/text.h"
#include "facts/request.h"

static const char name[] = "dllmain-lint-worker";

/* What a worker tells of itself. */
struct about {
    const char *clang;   /* its version in words */
    const char *library; /* its path; "": not known */
};

const char *tool_worker(struct arena *arena)
{
    const char *program = os_program_path(arena);
    if (program == NULL) {
        return NULL;
    }
    const char *suffix = text_ends(program, ".exe") ? ".exe" : "";
    return path_join(arena, path_dirname(arena, program),
                     arena_printf(arena, "%s%s", name, suffix));
}

/* Takes the first line off a text; NULL if it has none that is whole. */
static const char *take_line(struct arena *arena, const char **text)
{
    const char *end = strchr(*text, '\n');
    const char *line = end != NULL ? arena_strndup(arena, *text, (size_t)(end - *text)) : NULL;
    *text = end != NULL ? end + 1 : *text;
    return line;
}

static bool ask(struct arena *arena, const char *worker, struct about *about)
{
    const char *text = worker != NULL ? os_output_of(arena, worker, REQUEST_ABOUT) : NULL;
    if (text == NULL) {
        return false;
    }
    about->clang = take_line(arena, &text);
    about->library = take_line(arena, &text);
    return about->clang != NULL && about->library != NULL;
}

const char *tool_clang_version(struct arena *arena)
{
    struct about about;
    return ask(arena, tool_worker(arena), &about) ? about.clang : NULL;
}

/* ---- what is remembered ---- */

/* Where the system finds another library than before, the answer is another one, too. */
static const char *record_path(struct arena *arena, const char *folder, const char *worker)
{
    static const char *const variables[] = {"LD_LIBRARY_PATH", "DYLD_LIBRARY_PATH", "PATH"};
    struct hash hash;
    hash_start(&hash);
    hash_add_string(&hash, worker);
    for (size_t i = 0; i < sizeof variables / sizeof *variables; i++) {
        const char *value = os_environment(arena, variables[i]);
        hash_add_string(&hash, value != NULL ? value : "");
    }
    return arena_printf(arena, "%s/workers/%s", folder, hash_finish(&hash).hex);
}

/* A line that changes when the file does. */
static const char *mark_of(struct arena *arena, const char *path)
{
    struct os_status status = {0};
    (void)os_status(path, &status);
    return arena_printf(arena, "%llu %llu %llu %s", (unsigned long long)status.size,
                        (unsigned long long)status.modified, (unsigned long long)status.changed,
                        path);
}

/* The record has the marks of the worker and of its library, then the version. */
static const char *remembered(struct arena *arena, const char *path, const char *worker)
{
    const char *text = os_read_file(arena, path, NULL, NULL);
    const char *of_worker = text != NULL ? take_line(arena, &text) : NULL;
    const char *of_library = of_worker != NULL ? take_line(arena, &text) : NULL;
    const char *clang = of_library != NULL ? take_line(arena, &text) : NULL;
    if (clang == NULL || strcmp(of_worker, mark_of(arena, worker)) != 0) {
        return NULL;
    }
    const char *library = of_library; /* behind three numbers */
    for (int i = 0; i < 3 && library != NULL; i++) {
        library = strchr(library, ' ');
        library = library != NULL ? library + 1 : NULL;
    }
    bool holds = library != NULL && strcmp(of_library, mark_of(arena, library)) == 0;
    return holds ? clang : NULL;
}

static const char *clang_of(struct arena *arena, const char *worker, const char *folder)
{
    const char *path = folder != NULL ? record_path(arena, folder, worker) : NULL;
    const char *clang = path != NULL ? remembered(arena, path, worker) : NULL;
    struct about about;
    if (clang != NULL || !ask(arena, worker, &about)) {
        return clang;
    }
    if (path != NULL && about.library[0] != '\0') {
        const char *record = arena_printf(arena, "%s\n%s\n%s\n", mark_of(arena, worker),
                                          mark_of(arena, about.library), about.clang);
        (void)os_write_file(arena, path, record, strlen(record));
    }
    return about.clang;
}

const char *tool_own_identity(struct arena *arena)
{
    struct arena *scratch = arena_create();
    const char *program = os_program_path(scratch);
    size_t len = 0;
    const char *bytes = program != NULL ? os_read_file(scratch, program, &len, NULL) : NULL;
    const char *identity = arena_printf(arena, "%s %s", DLLMAIN_LINT_VERSION,
                                        bytes != NULL ? hash_bytes(bytes, len).hex : "");
    arena_destroy(scratch);
    return identity;
}

const char *tool_identity(struct arena *arena, const char *worker, const char *folder)
{
    struct arena *scratch = arena_create();
    size_t len = 0;
    const char *bytes = os_read_file(scratch, worker, &len, NULL);
    const char *clang = bytes != NULL ? clang_of(scratch, worker, folder) : NULL;
    const char *identity =
        arena_printf(arena, "%s %s %s", DLLMAIN_LINT_VERSION, clang != NULL ? clang : "",
                     bytes != NULL ? hash_bytes(bytes, len).hex : "");
    arena_destroy(scratch);
    return identity;
}
