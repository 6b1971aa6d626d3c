/*
 * same_facts.c - are the facts of units on precompiled preambles those of a plain parse?
 *
 *     same_facts FOLDER TARGET FILE... [-- FLAG...]
 *
 * Makes preambles in FOLDER of the directives that the files begin with (one of the first half, one
 * on top of it, so that both kinds are tried) and compares the facts byte by byte.  Prints what was
 * compared, and why where it was not.  Exits with 1 if facts differ.
 */
#include <stdio.h>
#include <string.h>

#include "base/hash.h"
#include "base/os.h"
#include "base/path.h"
#include "base/strmap.h"
#include "base/text.h"
#include "base/vec.h"
#include "facts/extract.h"
#include "facts/includes.h"
#include "facts/text.h"
#include "project/mingw.h"

/* The whole run. */
struct run {
    struct arena *arena;
    const char *folder, *target;
    VEC(const char *) flags;
    struct strmap *made; /* path of a preamble -> 1: it is there, 0: it cannot be made */
    uint32_t n_same, n_not_used, n_without, n_refused, n_different;
};

static struct extract_request request_for(struct run *run, struct arena *arena, const char *file)
{
    static const char *const usual[] = {"-fms-extensions", "-ferror-limit=0", "-w"};
    VEC(const char *) args = {0};
    const char *extension = path_extension(file);
    if (strcmp(extension, ".c") != 0) {
        bool narrow = text_starts(run->target, "i686");
        struct arguments library = mingw_cxx_args(arena, narrow ? "i686" : "x86_64");
        VEC_PUSH(arena, &args, "-std=c++17");
        for (uint32_t i = 0; i < library.n; i++) {
            VEC_PUSH(arena, &args, library.at[i]);
        }
    }
    VEC_PUSH(arena, &args, arena_printf(arena, "--target=%s", run->target));
    for (size_t i = 0; i < sizeof usual / sizeof *usual; i++) {
        VEC_PUSH(arena, &args, usual[i]);
    }
    for (uint32_t i = 0; i < run->flags.n; i++) {
        VEC_PUSH(arena, &args, run->flags.at[i]);
    }
    return (struct extract_request){
        .file = file, .source_root = path_dirname(arena, file), .args = args.at, .n_args = args.n};
}

/* Returns the preamble of the first n directives, made now or before; NULL if there can be none. */
static const char *preamble_of(struct run *run, struct extract_request request,
                               const struct directives *directives, uint32_t n)
{
    struct arena *arena = arena_create();
    struct strbuf key;
    strbuf_init(&key, arena);
    strbuf_printf(&key, "%s %s\n", request.source_root, path_extension(request.file));
    for (uint32_t i = 0; i < n; i++) {
        strbuf_printf(&key, "%s\n", directives->at[i].text);
    }
    const char *path =
        arena_printf(run->arena, "%s/%s.pch", run->folder, hash_bytes(key.text, key.len).hex);
    uint32_t made = 0;
    if (!strmap_get(run->made, path, &made)) {
        const char *failure = facts_make_preamble(arena, &request, n, path);
        made = failure == NULL ? 1 : 0;
        strmap_put(run->made, path, made);
        if (failure != NULL) {
            printf("%s: no preamble of %u directives: %s\n", request.file, n, failure);
        }
    }
    arena_destroy(arena);
    return made == 1 ? path : NULL;
}

static struct strbuf facts_of(struct arena *arena, const struct extract_request *request)
{
    struct strbuf out;
    strbuf_init(&out, arena);
    facts_write(&out, facts_extract(arena, request));
    return out;
}

static void compare(struct run *run, struct arena *arena, const struct extract_request *plain,
                    const char *preamble)
{
    bool used = false;
    struct extract_request request = *plain;
    request.preamble = preamble;
    request.on_preamble = &used;
    struct strbuf a = facts_of(arena, plain);
    struct strbuf b = facts_of(arena, &request);
    bool same = a.len == b.len && memcmp(a.text, b.text, a.len) == 0;
    run->n_same += same && used ? 1 : 0;
    run->n_not_used += used ? 0 : 1;
    run->n_different += same ? 0 : 1;
    if (!same) {
        const char *kept = arena_printf(arena, "%s/different.%u", run->folder, run->n_different);
        (void)os_write_file(arena, arena_printf(arena, "%s.plain", kept), a.text, a.len);
        (void)os_write_file(arena, arena_printf(arena, "%s.other", kept), b.text, b.len);
        printf("%s: different facts: %s.*\n", plain->file, kept);
    } else if (!used) {
        printf("%s: the preamble was not used\n", plain->file);
    }
}

static void try_file(struct run *run, const char *file)
{
    struct arena *arena = arena_create();
    size_t len = 0;
    const char *text = os_read_file(arena, file, &len, NULL);
    struct directives directives = includes_leading(arena, text == NULL ? "" : text, len);
    struct extract_request request = request_for(run, arena, file);
    if (directives.n == 0) {
        run->n_without++;
        arena_destroy(arena);
        return;
    }
    struct extract_request upper = request;
    if (directives.n > 1) {
        upper.preamble = preamble_of(run, request, &directives, directives.n / 2);
    }
    const char *whole = preamble_of(run, upper, &directives, directives.n);
    const char *best = whole != NULL ? whole : upper.preamble;
    if (best != NULL) {
        compare(run, arena, &request, best);
    } else {
        run->n_refused++;
    }
    arena_destroy(arena);
}

int main(int argc, char **argv)
{
    if (argc < 4) {
        return 2;
    }
    struct run run = {.arena = arena_create(), .folder = argv[1], .target = argv[2]};
    run.made = strmap_create(run.arena);
    int n_files = argc;
    for (int i = 3; i < argc; i++) {
        if (i > n_files) {
            VEC_PUSH(run.arena, &run.flags, argv[i]);
        } else if (strcmp(argv[i], "--") == 0) {
            n_files = i;
        }
    }
    for (int i = 3; i < n_files; i++) {
        try_file(&run, path_join(run.arena, os_current_folder(run.arena), argv[i]));
    }
    printf("%u units the same, %u without directives, %u without a preamble, %u that did not use "
           "it, %u different\n",
           run.n_same, run.n_without, run.n_refused, run.n_not_used, run.n_different);
    int status = run.n_different > 0 || run.n_same == 0 ? 1 : 0;
    arena_destroy(run.arena);
    return status;
}
