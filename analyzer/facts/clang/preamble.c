/*
 * preamble.c - makes precompiled preambles, and parses units on top of them.
 *
 * A preamble is a file of directives that does not exist, parsed as a header and saved by clang.  A
 * unit on top of it is parsed from a copy in which blanks stand for these directives, so that all
 * places stay.  The facts must be those of a plain parse.  Therefore:
 *
 * - a preamble with an error is not made.  A C++ unit with one is parsed again plainly; of a C unit
 *   with one, recover.c may ask for all declarations, and gets them from a second parse that shows
 *   those of the preamble, too;
 * - clang hands out only what the unit declares itself.  Declarations of the project's headers that
 *   have facts whether they are used or not are noted when the preamble is made, and found again by
 *   their places (clang_getCursor reads only what stands there); one that is not found makes the
 *   preamble useless;
 * - the files that were read, and the text and place of macros among the directives, come from the
 *   preamble's description.
 */
#include "facts/clang/preamble.h"

#include <string.h>

#include "base/hash.h"
#include "base/os.h"
#include "base/path.h"
#include "base/text.h"
#include "facts/clang/overlay.h"

enum { MOST_DECLS = 500, MOST_EXTERNS = 20000 };

/* ---- places ---- */

static uint32_t n_lines(const char *text)
{
    uint32_t n = 1;
    for (; *text != '\0'; text++) {
        n += *text == '\n' ? 1 : 0;
    }
    return n;
}

static const struct preamble_part *part_named(const struct preamble *preamble, const char *name)
{
    for (uint32_t i = 0; i < preamble->parts.n; i++) {
        if (strcmp(preamble->parts.at[i].source, name) == 0) {
            return &preamble->parts.at[i];
        }
    }
    return NULL;
}

bool front_preamble_line(const struct front *front, CXFile file, unsigned *line)
{
    if (front->on == NULL) {
        return false;
    }
    const struct preamble *preamble = front->on->preamble;
    const char *name = front_string(front->scratch, clang_getFileName(file));
    const struct preamble_part *part = part_named(preamble, name);
    if (part == NULL) {
        return false;
    }
    uint32_t begins = 1;
    for (uint32_t i = part->first; i < part->first + part->n; i++) {
        uint32_t n = n_lines(preamble->directives.at[i]);
        if (*line < begins + n) {
            *line = front->on->directives.at[i].line + (*line - begins);
            return true;
        }
        begins += n;
    }
    return true;
}

/* ---- declarations ---- */

static CXCursor cursor_at(struct front *front, const struct preamble_decl *decl)
{
    CXFile file = clang_getFile(front->tu, decl->file);
    CXCursor cursor = clang_getNullCursor();
    if (file != NULL) {
        cursor =
            clang_getCursor(front->tu, clang_getLocationForOffset(front->tu, file, decl->offset));
    }
    while (!clang_Cursor_isNull(cursor) && !clang_isInvalid(clang_getCursorKind(cursor)) &&
           !clang_isTranslationUnit(clang_getCursorKind(cursor))) {
        unsigned offset = 0;
        clang_getExpansionLocation(clang_getCursorLocation(cursor), NULL, NULL, NULL, &offset);
        if ((uint32_t)clang_getCursorKind(cursor) == decl->kind && offset == decl->offset &&
            strcmp(front_string(front->scratch, clang_getCursorUSR(cursor)), decl->usr) == 0) {
            return cursor;
        }
        cursor = clang_getCursorSemanticParent(cursor);
    }
    return clang_getNullCursor();
}

static bool holds_others(CXCursor decl)
{
    enum CXCursorKind kind = clang_getCursorKind(decl);
    return kind == CXCursor_Namespace || kind == CXCursor_LinkageSpec ||
           (kind == CXCursor_UnexposedDecl && clang_Cursor_hasVarDeclGlobalStorage(decl) != 1);
}

/* Collects the USRs of the variables that the unit itself declares. */
static void collect_variables(struct front *front, CXCursor parent, struct strmap *usrs)
{
    struct span span = front_children(front, parent);
    for (uint32_t i = 0; i < span.n; i++) {
        CXCursor child = front_child(front, span, i);
        if (clang_getCursorKind(child) == CXCursor_VarDecl) {
            strmap_put(usrs, front_string(front->scratch, clang_getCursorUSR(child)), 1);
        } else if (holds_others(child)) {
            collect_variables(front, child, usrs);
        }
    }
    front_pop(front, span);
}

static bool find_decls(struct front *front)
{
    const struct preamble *preamble = front->on->preamble;
    struct strmap *usrs = strmap_create(front->scratch);
    collect_variables(front, clang_getTranslationUnitCursor(front->tu), usrs);
    for (uint32_t i = 0; i < preamble->decls.n; i++) {
        const struct preamble_decl *decl = &preamble->decls.at[i];
        if (decl->if_defined && !strmap_get(usrs, decl->usr, NULL)) {
            continue;
        }
        CXCursor found = cursor_at(front, &preamble->decls.at[i]);
        if (clang_Cursor_isNull(found)) {
            return false;
        }
        VEC_PUSH(front->scratch, &front->on->decls, found);
    }
    return true;
}

void front_push_preamble(struct front *front)
{
    for (uint32_t i = 0; i < front->on->decls.n; i++) {
        VEC_PUSH(front->scratch, &front->stack, front->on->decls.at[i]);
    }
}

/* ---- after an error ---- */

CXCursor front_everything(struct front *front)
{
    if (front->on == NULL) {
        return clang_getTranslationUnitCursor(front->tu);
    }
    CXTranslationUnit tu = front->tu;
    front->on->index = clang_createIndex(0, 0);
    front->tu = NULL;
    (void)front_parse_again(front, front->on->index);
    front->on->all = front->tu;
    front->tu = tu;
    return clang_getTranslationUnitCursor(front->on->all != NULL ? front->on->all : tu);
}

sym_id front_symbol_of(struct front *front, CXCursor decl)
{
    CXTranslationUnit tu = front->tu;
    front->tu = clang_Cursor_getTranslationUnit(decl);
    sym_id sym = front_symbol(front, decl);
    front->tu = tu;
    return sym;
}

uint32_t front_count_directives(const struct front *front)
{
    return front->on != NULL ? front->on->preamble->directives.n : 0;
}

const char *front_directive(const struct front *front, uint32_t i)
{
    return front->on->preamble->directives.at[i];
}

void front_leave_preamble(struct front *front)
{
    if (front->on != NULL && front->on->all != NULL) {
        clang_disposeTranslationUnit(front->on->all);
    }
    if (front->on != NULL && front->on->index != NULL) {
        clang_disposeIndex(front->on->index);
    }
}

/* ---- parsing on top of one ---- */

static bool any_error(CXTranslationUnit tu)
{
    bool any = false;
    unsigned n = clang_getNumDiagnostics(tu);
    for (unsigned i = 0; i < n; i++) {
        CXDiagnostic diagnostic = clang_getDiagnostic(tu, i);
        any = any || clang_getDiagnosticSeverity(diagnostic) >= CXDiagnostic_Error;
        clang_disposeDiagnostic(diagnostic);
    }
    return any;
}

/* True if the text begins with the preamble's directives. */
static bool fits(const struct preamble *preamble, const struct directives *directives)
{
    bool good = directives->n >= preamble->directives.n;
    for (uint32_t i = 0; good && i < preamble->directives.n; i++) {
        good = strcmp(directives->at[i].text, preamble->directives.at[i]) == 0;
    }
    return good;
}

/* Hands over the file with blanks for the directives. */
static void add_rest(struct front *front, struct overlay *overlay, char *text, size_t len)
{
    for (uint32_t i = 0; i < front->on->preamble->directives.n; i++) {
        const struct directive *directive = &front->on->directives.at[i];
        for (uint32_t at = directive->begin; at < directive->end; at++) {
            text[at] = text[at] == '\n' || text[at] == '\r' ? text[at] : ' ';
        }
    }
    struct CXUnsavedFile file = {
        .Filename = front->request->file, .Contents = text, .Length = (unsigned long)len};
    VEC_PUSH(front->scratch, &overlay->unsaved, file);
}

/* Takes the preamble of the request; false if there is none that fits. */
static bool take(struct front *front, struct overlay *overlay)
{
    struct arena *arena = front->scratch;
    if (front->request->preamble == NULL) {
        return false;
    }
    size_t len = 0;
    char *text = os_read_file(arena, front->request->file, &len, NULL);
    struct preamble *preamble = preamble_load(arena, front->request->preamble);
    if (text == NULL || preamble == NULL) {
        return false;
    }
    struct on_preamble *on = ARENA_NEW(arena, struct on_preamble);
    on->preamble = preamble;
    on->directives = includes_leading(arena, text, len);
    if (!fits(preamble, &on->directives)) {
        return false;
    }
    front->on = on;
    overlay_init(overlay, arena, front->request);
    add_rest(front, overlay, text, len);
    return true;
}

bool front_parse_on_preamble(struct front *front, struct overlay *overlay, CXIndex index)
{
    if (!take(front, overlay)) {
        return false;
    }
    if (front_parse(front, overlay, index) == NULL &&
        (!front->unit->cplusplus || !any_error(front->tu)) && find_decls(front)) {
        return true;
    }
    if (front->tu != NULL) {
        clang_disposeTranslationUnit(front->tu);
    }
    front->tu = NULL;
    front->on = NULL;
    return false;
}

/* ---- making one ---- */

/* What facts_make_preamble() works on. */
struct making {
    struct front front;
    struct overlay overlay;
    uint32_t n, n_decls, n_externs;
    const char *path;
    const char *failure;
};

static bool is_extern(CXCursor decl)
{
    return clang_getCursorKind(decl) == CXCursor_VarDecl && front_is_declared_only(decl);
}

/* True if the declaration has facts in a unit that does not refer to it, or holds one that may. */
static bool has_facts(struct front *front, CXCursor decl)
{
    if (!holds_others(decl)) {
        return is_extern(decl) || front_has_facts(front, decl);
    }
    struct span span = front_children(front, decl);
    bool any = false;
    for (uint32_t i = 0; i < span.n && !any; i++) {
        any = has_facts(front, front_child(front, span, i));
    }
    front_pop(front, span);
    return any;
}

/* True for what a template was made into and instances.c looks for in the unit's list. */
static bool is_made(struct front *front, CXCursor decl)
{
    CXCursor parent = clang_getCursorSemanticParent(decl);
    bool member = !clang_Cursor_isNull(clang_getSpecializedCursorTemplate(parent));
    return !front_in_std(decl) && !clang_Cursor_isNull(clang_getSpecializedCursorTemplate(decl)) &&
           (member || (front_is_instance(decl) && !front_is_system(front, decl)));
}

static const char *note_decl(struct making *making, struct preamble *preamble, CXCursor decl)
{
    struct front *front = &making->front;
    CXFile file = NULL;
    unsigned offset = 0;
    clang_getExpansionLocation(clang_getCursorLocation(decl), &file, NULL, NULL, &offset);
    bool if_defined = is_extern(decl);
    uint32_t n = ++*(if_defined ? &making->n_externs : &making->n_decls);
    if (file == NULL || n > (if_defined ? MOST_EXTERNS : MOST_DECLS)) {
        return "its headers declare too much";
    }
    struct preamble_decl noted = {.if_defined = if_defined,
                                  .file = front_string(front->arena, clang_getFileName(file)),
                                  .offset = offset,
                                  .kind = (uint32_t)clang_getCursorKind(decl),
                                  .usr = front_string(front->arena, clang_getCursorUSR(decl))};
    VEC_PUSH(front->arena, &preamble->decls, noted);
    return NULL;
}

static const char *note_decls(struct making *making, struct preamble *preamble)
{
    struct front *front = &making->front;
    const char *failure = NULL;
    struct span span = front_children(front, clang_getTranslationUnitCursor(front->tu));
    for (uint32_t i = 0; i < span.n && failure == NULL; i++) {
        CXCursor decl = front_child(front, span, i);
        if (front->unit->cplusplus && is_made(front, decl)) {
            failure = "its headers make functions from templates";
        } else if (!front_is_system(front, decl) && has_facts(front, decl)) {
            failure = note_decl(making, preamble, decl);
        }
    }
    front_pop(front, span);
    return failure;
}

static void see_name(CXFile file, CXSourceLocation *stack, unsigned depth, CXClientData data)
{
    (void)stack;
    (void)depth;
    struct making *making = data;
    const char *name = front_string(making->front.scratch, clang_getFileName(file));
    if (overlay_is_wrapper(&making->overlay, name) || strcmp(name, making->front.text_of) == 0) {
        return;
    }
    if (!path_is_absolute(name) || strstr(name, "/./") != NULL || strstr(name, "//") != NULL) {
        making->failure = "a header's name is not the one that clang keeps";
    } else if (overlay_is_unsaved(&making->overlay, name)) {
        making->failure = "clang reads a header otherwise than it is on the disk";
    }
}

/* Notes the files that were read, those of the preamble below among them. */
static const char *note_files(struct making *making, struct preamble *preamble)
{
    struct front *front = &making->front;
    clang_getInclusions(front->tu, see_name, making);
    if (making->failure != NULL) {
        return making->failure;
    }
    front_read_files(front);
    for (uint32_t i = 1; i < front->unit->files.n; i++) { /* 0: the directives */
        const struct source_file *file = &front->unit->files.at[i];
        struct include_names names = {0};
        size_t len = 0;
        const char *text = os_read_file(front->scratch, file->path, &len, NULL);
        if (text == NULL || strcmp(hash_bytes(text, len).hex, file->hash) != 0) {
            return "a header has changed";
        }
        includes_scan(front->scratch, text, len, &names);
        if (names.asks_for_itself) {
            return "a header asks for the name of the unit";
        }
        VEC_PUSH(front->arena, &preamble->files, *file);
    }
    return NULL;
}

/* Starts with the preamble below, if there is one, and the directives up to the n-th. */
static struct preamble *start(struct making *making)
{
    struct front *front = &making->front;
    struct arena *arena = front->scratch;
    size_t len = 0;
    const char *text = os_read_file(arena, front->request->file, &len, NULL);
    struct preamble *preamble = ARENA_NEW(arena, struct preamble);
    if (front->request->preamble != NULL) {
        struct preamble *below = preamble_load(arena, front->request->preamble);
        front->on = ARENA_NEW(arena, struct on_preamble);
        front->on->preamble = below;
        if (below == NULL) {
            return NULL;
        }
        preamble->parts.at = below->parts.at;
        preamble->parts.n = preamble->parts.cap = below->parts.n;
        preamble->directives.at = below->directives.at;
        preamble->directives.n = preamble->directives.cap = below->directives.n;
        preamble->decls.at = below->decls.at;
        preamble->decls.n = preamble->decls.cap = below->decls.n;
    }
    struct directives run = {0};
    if (text != NULL) {
        run = includes_leading(arena, text, len);
    }
    if (run.n < making->n || making->n <= preamble->directives.n || !fits(preamble, &run)) {
        return NULL;
    }
    struct preamble_part part = {.path = making->path, .first = preamble->directives.n};
    struct strbuf source;
    strbuf_init(&source, arena);
    for (uint32_t i = part.first; i < making->n; i++) {
        strbuf_adds(&source, run.at[i].text);
        strbuf_addc(&source, '\n');
        VEC_PUSH(arena, &preamble->directives, run.at[i].text);
    }
    part.n = making->n - part.first;
    part.source = arena_printf(arena, "%s/.%s%s", path_dirname(arena, front->request->file),
                               path_basename(making->path), path_extension(front->request->file));
    VEC_PUSH(arena, &preamble->parts, part);
    overlay_init(&making->overlay, arena, front->request);
    struct CXUnsavedFile file = {
        .Filename = part.source, .Contents = source.text, .Length = (unsigned long)source.len};
    VEC_PUSH(arena, &making->overlay.unsaved, file);
    front->text_of = part.source;
    return preamble;
}

static const char *save(struct making *making, struct preamble *preamble)
{
    struct arena *arena = making->front.scratch;
    struct preamble_part *part = &preamble->parts.at[preamble->parts.n - 1];
    if (clang_saveTranslationUnit(making->front.tu, making->path,
                                  clang_defaultSaveOptions(making->front.tu)) != CXSaveError_None) {
        return "clang could not save it";
    }
    size_t len = 0;
    const char *bytes = os_read_file(arena, making->path, &len, NULL);
    if (bytes == NULL) {
        return "it cannot be read back";
    }
    part->size = len;
    part->hash = arena_strdup(arena, hash_bytes(bytes, len).hex);
    struct strbuf out;
    strbuf_init(&out, arena);
    preamble_write(&out, preamble);
    return os_write_file(arena, preamble_description(arena, making->path), out.text, out.len);
}

static const char *make(struct making *making)
{
    struct front *front = &making->front;
    struct preamble *preamble = start(making);
    if (preamble == NULL) {
        return "the file does not begin with these directives";
    }
    CXIndex index = clang_createIndex(1, 0);
    front->parse_options = CXTranslationUnit_Incomplete | CXTranslationUnit_ForSerialization;
    const char *failure = front_parse(front, &making->overlay, index);
    if (failure == NULL && any_error(front->tu)) {
        failure = "its headers have errors";
    }
    if (failure == NULL) {
        failure = note_files(making, preamble);
    }
    if (failure == NULL) {
        failure = note_decls(making, preamble);
    }
    if (failure == NULL) {
        failure = save(making, preamble);
    }
    if (front->tu != NULL) {
        clang_disposeTranslationUnit(front->tu);
    }
    clang_disposeIndex(index);
    return failure;
}

static void run(void *data)
{
    struct making *making = data;
    struct front *front = &making->front;
    front->overlay = &making->overlay;
    front_make_maps(front);
    front->unit->main_file = path_normalize(front->arena, front->request->file);
    front->unit->cplusplus = front_is_cplusplus(front->request);
    making->failure = make(making);
}

const char *facts_make_preamble(struct arena *arena, const struct extract_request *request,
                                uint32_t n, const char *path)
{
    struct arena *scratch = arena_create();
    struct making making = {
        .front = {.arena = scratch, .scratch = scratch, .request = request},
        .n = n,
        .path = path,
    };
    making.front.unit = unit_create(scratch);
    os_run_on_stack(FRONT_STACK_BYTES, run, &making);
    const char *failure = making.failure == NULL ? NULL : arena_strdup(arena, making.failure);
    arena_destroy(scratch);
    return failure;
}
