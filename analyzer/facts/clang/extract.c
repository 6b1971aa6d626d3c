/*
 * extract.c - parses one translation unit and drives the extraction.
 *
 * Takes a request with final arguments, gives a unit.  The order is: parse, and parse again while
 * the overlay finds answers; files; errors; every declaration of the project in source order; then
 * what those refer to.  Everything runs on a thread with a large stack, for sources may be nested
 * deeply.
 */
#include "facts/extract.h"

#include <stdio.h>
#include <string.h>

#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "facts/clang/front.h"
#include "facts/clang/overlay.h"
#include "facts/resources.h"

enum { MAX_PARSES = 10 };

/* What the thread works on. */
struct job {
    struct arena *arena;
    const struct extract_request *request;
    struct unit *unit;
};

const char *front_string(struct arena *arena, CXString string)
{
    const char *text = clang_getCString(string);
    const char *copy = text && *text ? arena_strdup(arena, text) : "";
    clang_disposeString(string);
    return copy;
}

const char *front_key(const struct front *front, const void *address)
{
    return arena_printf(front->scratch, "%llx", (unsigned long long)(uintptr_t)address);
}

static enum CXChildVisitResult push_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    struct front *front = data;
    VEC_PUSH(front->scratch, &front->stack, cursor);
    return CXChildVisit_Continue;
}

struct span front_children(struct front *front, CXCursor cursor)
{
    struct span span = {.at = front->stack.n};
    if (front->on != NULL && clang_isTranslationUnit(clang_getCursorKind(cursor))) {
        front_push_preamble(front);
    }
    clang_visitChildren(cursor, push_child, front);
    span.n = front->stack.n - span.at;
    return span;
}

void front_pop(struct front *front, struct span span)
{
    front->stack.n = span.at;
}

CXCursor front_child(const struct front *front, struct span span, uint32_t i)
{
    return i < span.n ? front->stack.at[span.at + i] : clang_getNullCursor();
}

enum CXChildVisitResult front_first_child(CXCursor cursor, CXCursor parent, CXClientData data)
{
    (void)parent;
    *(CXCursor *)data = cursor;
    return CXChildVisit_Break;
}

void front_drop_non_expressions(struct front *front, struct span *span)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < span->n; i++) {
        CXCursor child = front->stack.at[span->at + i];
        if (clang_isExpression(clang_getCursorKind(child))) {
            front->stack.at[span->at + n++] = child;
        }
    }
    span->n = n;
}

void front_add_error(struct front *front, where_id where, bool fatal, const char *message)
{
    struct parse_error error = {.where = where, .fatal = fatal, .message = message};
    VEC_PUSH(front->arena, &front->unit->errors, error);
}

const char *facts_clang_version(struct arena *arena)
{
    return front_string(arena, clang_getClangVersion());
}

const char *facts_clang_library(struct arena *arena)
{
    return os_library_of(arena, (void (*)(void))clang_getClangVersion);
}

/* What Microsoft's compiler and older compilers of others only warn of: the code means the same,
 * and the unit is parsed whole. */
static const char *const no_errors[] = {
    "-Wno-error=incompatible-function-pointer-types",
    "-Wno-error=int-conversion",
    "-Wno-error=implicit-int",
    "-Wno-error=return-mismatch",
    "-Wno-error=c++11-narrowing",
    "-Wno-error=enum-constexpr-conversion",
    "-Wno-error=register",
};

enum { N_NO_ERRORS = sizeof no_errors / sizeof *no_errors };

/* The request's arguments and libclang's own needs. */
static const char **arguments(const struct front *front, const struct overlay *overlay, uint32_t *n)
{
    const struct extract_request *request = front->request;
    const char **args =
        ARENA_NEW_N(front->scratch, const char *, request->n_args + 8 + N_NO_ERRORS);
    const char *resources = facts_resource_folder(front->scratch);
    *n = 0;
    if (resources) {
        args[(*n)++] = arena_printf(front->scratch, "-resource-dir=%s", resources);
    }
    args[(*n)++] = "-ferror-limit=0";
    for (uint32_t i = 0; i < N_NO_ERRORS; i++) {
        args[(*n)++] = no_errors[i];
    }
    for (uint32_t i = 0; i < request->n_args; i++) {
        args[(*n)++] = request->args[i];
    }
    if (overlay->needs_root) {
        args[(*n)++] = "-I/";
    }
    if (front->on != NULL) {
        args[(*n)++] = "-include-pch";
        args[(*n)++] = request->preamble;
    }
    if ((front->parse_options & CXTranslationUnit_ForSerialization) != 0) {
        args[(*n)++] = "-Xclang";
        args[(*n)++] = "-fno-pch-timestamp"; /* hashes are compared instead */
    }
    return args;
}

static enum CXErrorCode parse(struct front *front, const struct overlay *overlay, CXIndex index)
{
    uint32_t n = 0;
    const char **args = arguments(front, overlay, &n);
    front->tu = NULL;
    const char *file = front->text_of != NULL ? front->text_of : front->request->file;
    return clang_parseTranslationUnit2(
        index, file, args, (int)n, overlay->unsaved.at, overlay->unsaved.n,
        (unsigned)CXTranslationUnit_KeepGoing | front->parse_options, &front->tu);
}

enum CXErrorCode front_parse_again(struct front *front, CXIndex index)
{
    return parse(front, front->overlay, index);
}

const char *front_parse(struct front *front, struct overlay *overlay, CXIndex index)
{
    for (int i = 0; i < MAX_PARSES; i++) {
        enum CXErrorCode code = parse(front, overlay, index);
        if (code != CXError_Success || !front->tu) {
            return code == CXError_Crashed            ? "clang crashed"
                   : code == CXError_InvalidArguments ? "clang refused its arguments"
                                                      : "clang could not parse the file";
        }
        if (i + 1 == MAX_PARSES || !overlay_answer(overlay, front->tu)) {
            break;
        }
        clang_disposeTranslationUnit(front->tu);
        front->tu = NULL;
    }
    return NULL;
}

static const char *parse_plainly(struct front *front, struct overlay *overlay, CXIndex index)
{
    if (!os_is_file(front->request->file)) {
        return "the file cannot be read";
    }
    overlay_init(overlay, front->scratch, front->request);
    return front_parse(front, overlay, index);
}

void front_make_maps(struct front *front)
{
    front->file_ids = strmap_create(front->scratch);
    front->symbol_by_decl = strmap_create(front->scratch);
    front->symbol_by_name = strmap_create(front->scratch);
    front->record_by_usr = strmap_create(front->scratch);
    front->global_by_sym = strmap_create(front->scratch);
    front->calls_code = strmap_create(front->scratch);
    front->members_of = strmap_create(front->scratch);
    front->created_usrs = strmap_create(front->scratch);
}

static void read_target(struct front *front)
{
    CXTargetInfo info = clang_getTranslationUnitTargetInfo(front->tu);
    front->unit->target = front_string(front->arena, clang_TargetInfo_getTriple(info));
    clang_TargetInfo_dispose(info);
}

bool front_is_cplusplus(const struct extract_request *request)
{
    bool cplusplus = false;
    static const char *const names[] = {".cpp", ".cc", ".cxx", ".c++", ".C", ".CPP", ".hpp", ".mm"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        cplusplus = cplusplus || text_ends(request->file, names[i]);
    }
    for (uint32_t i = 0; i < request->n_args; i++) {
        const char *arg = request->args[i];
        const char *value = strcmp(arg, "-x") == 0 && i + 1 < request->n_args ? request->args[i + 1]
                            : text_starts(arg, "-x")                          ? arg + 2
                                                                              : NULL;
        if (value) {
            cplusplus = text_starts(value, "c++");
        }
    }
    return cplusplus;
}

/* Static members that `template struct X<int>;` makes are seen by another index only. */
static void read_made_variables(struct front *front)
{
    CXTranslationUnit tu = front->tu;
    CXIndex index = clang_createIndex(0, 0);
    if (front_parse_again(front, index) == CXError_Success && front->tu) {
        CXTranslationUnit other = front->tu;
        front_made_variables(front, other);
        front_finish(front);
        clang_disposeTranslationUnit(other);
    }
    front->tu = tu;
    clang_disposeIndex(index);
}

static void extract(struct front *front)
{
    front_read_files(front);
    front_read_errors(front);
    read_target(front);
    front_read_segments(front);
    front_read_instances(front);
    front_declarations(front, clang_getTranslationUnitCursor(front->tu));
    front_finish(front);
    if (front->makes_variables) {
        read_made_variables(front);
    }
    front_keep_virtual_classes(front);
    front->unit->status = front->unit->errors.n > 0 ? UNIT_PARTIAL : UNIT_COMPLETE;
}

static void run(void *data)
{
    struct job *job = data;
    struct overlay overlay;
    struct front front = {.arena = job->arena,
                          .scratch = arena_create(),
                          .request = job->request,
                          .unit = job->unit,
                          .overlay = &overlay};
    front_make_maps(&front);
    job->unit->main_file = path_normalize(job->arena, job->request->file);
    job->unit->cplusplus = front_is_cplusplus(job->request);
    job->unit->dll = front_is_for_dll(job->request);
    job->unit->target = "";
    CXIndex index = clang_createIndex(1, 0); /* see instances.c */
    const char *failure = NULL;
    if (!front_parse_on_preamble(&front, &overlay, index)) {
        failure = parse_plainly(&front, &overlay, index);
    }
    if (job->request->on_preamble != NULL) {
        *job->request->on_preamble = front.on != NULL;
    }
    if (failure) {
        job->unit->status = UNIT_FAILED;
        job->unit->failure = failure;
    } else {
        extract(&front);
    }
    front_leave_preamble(&front);
    if (front.tu) {
        clang_disposeTranslationUnit(front.tu);
    }
    clang_disposeIndex(index);
    arena_destroy(front.scratch);
}

struct unit *facts_extract(struct arena *arena, const struct extract_request *request)
{
    struct job job = {.arena = arena, .request = request, .unit = unit_create(arena)};
    os_run_on_stack(FRONT_STACK_BYTES, run, &job);
    return job.unit;
}

void facts_parse(const struct extract_request *request)
{
    struct arena *arena = arena_create();
    struct overlay overlay;
    struct front front = {.scratch = arena, .request = request, .overlay = &overlay};
    CXIndex index = clang_createIndex(1, 0);
    (void)parse_plainly(&front, &overlay, index);
    if (front.tu) {
        clang_disposeTranslationUnit(front.tu);
    }
    clang_disposeIndex(index);
    arena_destroy(arena);
}
