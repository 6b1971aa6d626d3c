/*
 * linked.c - which DLLs the module itself links, so that they are loaded before it.
 *
 * A function that some code of the module calls by its name, or whose address it takes, and that
 * has no body in the module, comes out of an import library: the loader maps and initialises the
 * DLL that has it before the module.  Which DLL that is say the packs and the list of exports; so
 * the DLLs of third parties are not known here.
 *
 * Nothing is said of DLLs whose loading is delayed, and nothing at all where code asks for delayed
 * imports to be loaded: then some are, and nobody has told which.
 */
#include "program/internal.h"

#include <string.h>

#include "base/text.h"

/* What has been found out so far. */
struct linked {
    struct strmap *imports; /* names of the functions without a body that some code mentions */
    struct strmap *answers; /* by name as it was asked for: 1 if that DLL is linked */
    bool delays;            /* some code loads delayed imports */
};

struct linked *program_linked_create(struct arena *arena)
{
    return ARENA_NEW(arena, struct linked);
}

/* Notes a function that some code mentions: what has no body can only come out of a library. */
static void read_function(const struct program *program, uint32_t unit, sym_id sym,
                          struct linked *linked)
{
    const struct symbol *symbol = program_symbol(program, unit, sym);
    if (sym.i == 0 || symbol->kind != SYMBOL_FUNCTION || program_body(program, unit, sym).i != 0) {
        return;
    }
    struct known_api known = program_api(program, unit, sym);
    linked->delays |= known.n > 0 && api_has_effect(known.first, "loads-delayed");
    if ((symbol->flags & (SYMBOL_SYSTEM | SYMBOL_DLLIMPORT)) != 0 &&
        (symbol->flags & (SYMBOL_UNDECLARED | SYMBOL_INTERNAL)) == 0) {
        strmap_put(linked->imports, symbol->name, 1);
    }
}

/* Reads all code, the first time that somebody asks. */
static struct linked *linked_of(const struct program *program)
{
    struct linked *linked = program->linked;
    if (linked->imports == NULL) {
        linked->imports = strmap_create(program->arena);
        linked->answers = strmap_create(program->arena);
        for (uint32_t u = 0; u < program->units.n; u++) {
            const struct unit *unit = program->units.at[u];
            for (uint32_t i = 1; i < unit->nodes.n; i++) {
                if (unit->nodes.at[i].kind == NODE_REF) {
                    read_function(program, u, unit->nodes.at[i].sym, linked);
                }
            }
        }
    }
    return linked;
}

/* Returns the name with the suffix that the loader adds; NULL for a path, which may mean another
 * file. */
static const char *file_name(const struct program *program, const char *text)
{
    size_t len = strlen(text);
    if (len == 0 || strpbrk(text, "/\\:") != NULL) {
        return NULL;
    }
    return strchr(text, '.') != NULL ? text : arena_printf(program->arena, "%s.dll", text);
}

bool program_links(const struct program *program, const char *text)
{
    struct linked *linked = linked_of(program);
    uint32_t known = 0;
    if (strmap_get(linked->answers, text, &known)) {
        return known != 0;
    }
    const char *dll = file_name(program, text);
    bool delayed = linked->delays || dll == NULL ||
                   (program->delayed != NULL && dll_names_have(program->delayed, dll));
    bool is = !delayed && packs_dll_has(program->packs, dll, linked->imports);
    strmap_put(linked->answers, text, is);
    return is;
}

void program_note_linked(const struct program *program, const struct known_api *known,
                         struct api_argument *arguments, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        arguments[i].linked = arguments[i].text != NULL &&
                              api_asks_for_linked(known->first, known->n, i) &&
                              program_links(program, arguments[i].text);
    }
}
