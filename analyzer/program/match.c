/*
 * match.c - is this callee an API that the packs know?
 *
 * By declaration, not by spelling: a function of the module with a body is not the API of that
 * name, even where a system header declares it (a DLL that stands in for one of Windows), nor is
 * one with internal linkage, nor a method or namespaced function (its qualified name differs).
 * Methods count if their class is, or derives from, a class that a pack names, and the method has
 * no body in the module; those that a project's class adds only if they are virtual.  Calls through
 * a field count if its struct begins with the fields that a pack names.  Members of a library's
 * class (API_TYPE) are APIs even where their bodies are seen: they are known, not walked.
 */
#include "program/internal.h"

#include <string.h>

const char *program_member_name(const char *qualified)
{
    const char *name = qualified;
    for (const char *p = qualified; (p = strstr(p, "::")) != NULL;) {
        p += 2;
        name = p;
    }
    return name;
}

static bool is_api_candidate(const struct program *program, uint32_t unit, sym_id callee)
{
    const struct symbol *symbol = program_symbol(program, unit, callee);
    fn_id body = program->function_of[unit][callee.i];
    if (body.i != 0) {
        return program->functions.at[body.i].system;
    }
    return (symbol->flags & SYMBOL_SYSTEM) != 0 || (symbol->flags & SYMBOL_INTERNAL) == 0;
}

/* True for a function in a namespace whose body stands in a header: it is the library's of that
 * name. */
static bool is_header_function(const struct program *program, uint32_t unit, sym_id callee)
{
    const struct symbol *symbol = program_symbol(program, unit, callee);
    if ((symbol->flags & SYMBOL_NAMESPACED) == 0 || (symbol->flags & SYMBOL_MEMBER) != 0) {
        return false;
    }
    fn_id body = program->function_of[unit][callee.i];
    const struct function *function = program->functions.at[body.i].function;
    return function == NULL || (function->flags & FUNCTION_INLINE) != 0;
}

/* The entries of the library's class that a member is of; NULL if it is of none.  A class without a
 * namespace may be the project's own: then its bodies count. */
static const struct api *library_type(const struct program *program, uint32_t unit, sym_id callee,
                                      uint32_t *n)
{
    const struct symbol *symbol = program_symbol(program, unit, callee);
    const char *member = program_member_name(symbol->name);
    *n = 0;
    if (member == symbol->name || (symbol->flags & SYMBOL_MEMBER) == 0) {
        return NULL;
    }
    size_t len = (size_t)(member - symbol->name) - 2;
    const char *colons = strstr(symbol->name, "::");
    bool in_namespace = colons != NULL && (size_t)(colons - symbol->name) < len;
    if (!in_namespace && !is_api_candidate(program, unit, callee)) {
        return NULL;
    }
    return packs_type(program->packs, symbol->name, len, n);
}

const struct record *program_record(const struct program *program, uint32_t unit, const char *name)
{
    uint32_t index = 0;
    if (!strmap_get(program->record_of[unit], name, &index)) {
        return NULL;
    }
    return &program->units.at[unit]->records.at[index];
}

const struct record *program_record_of(const struct program *program, uint32_t unit,
                                       const char *qualified)
{
    const char *member = program_member_name(qualified);
    if (member == qualified) {
        return NULL;
    }
    char name[256];
    size_t len = (size_t)(member - qualified) - 2;
    if (len >= sizeof name) {
        return NULL;
    }
    memcpy(name, qualified, len);
    name[len] = '\0';
    return program_record(program, unit, name);
}

enum { MOST_CLASSES = 512 }; /* looked at for one call: diamonds must not multiply */

static bool derives_from(const struct program *program, uint32_t unit, const struct record *record,
                         const char *name, uint32_t *budget)
{
    if (record == NULL || *budget == 0) {
        return false;
    }
    --*budget;
    size_t len = strlen(name);
    if (strncmp(record->name, name, len) == 0 && record->name[len] == '\0') {
        return true;
    }
    for (uint32_t i = 0; i < record->bases.n; i++) {
        const struct record *base = program_record(program, unit, record->bases.at[i]);
        if (derives_from(program, unit, base, name, budget)) {
            return true;
        }
    }
    return false;
}

bool program_derives_from(const struct program *program, uint32_t unit, const struct record *record,
                          const char *name)
{
    uint32_t budget = MOST_CLASSES;
    return derives_from(program, unit, record, name, &budget);
}

/* True if a call of a member of a derived class may be one through the class that a pack names:
 * what the project adds to its own class, and does not hand on as virtual, is its own code. */
static bool may_be_inherited(const struct symbol *symbol)
{
    return (symbol->flags & SYMBOL_SYSTEM) != 0 ||
           (symbol->kind == SYMBOL_METHOD && (symbol->flags & SYMBOL_VIRTUAL) != 0);
}

static bool method_matches(const struct program *program, uint32_t unit,
                           const struct symbol *method, const struct api *api)
{
    const char *qualified = method->name;
    const char *wanted = program_member_name(api->name);
    if (wanted == api->name) {
        return false;
    }
    char class_name[256];
    size_t len = (size_t)(wanted - api->name) - 2;
    if (len >= sizeof class_name) {
        return false;
    }
    memcpy(class_name, api->name, len);
    class_name[len] = '\0';
    if (strcmp(wanted, "*") != 0 && strcmp(wanted, program_member_name(qualified)) != 0) {
        return false;
    }
    const char *member = program_member_name(qualified);
    size_t own = member == qualified ? 0 : (size_t)(member - qualified) - 2;
    if (own == len && strncmp(qualified, class_name, len) == 0) {
        return true;
    }
    const struct record *record = program_record_of(program, unit, qualified);
    return may_be_inherited(method) && program_derives_from(program, unit, record, class_name);
}

/* True if the record's first fields have the names in the list "a,b,c". */
static bool begins_with_fields(const struct program *program, uint32_t unit,
                               const struct record *record, const char *list)
{
    for (uint32_t i = 0; *list != '\0'; i++) {
        size_t len = strcspn(list, ",");
        if (record == NULL || i >= record->fields.n) {
            return false;
        }
        const char *field =
            program_member_name(program_symbol(program, unit, record->fields.at[i])->name);
        if (strncmp(field, list, len) != 0 || field[len] != '\0') {
            return false;
        }
        list += len + (list[len] == ',' ? 1 : 0);
    }
    return true;
}

static bool field_matches(const struct program *program, uint32_t unit, const char *qualified,
                          const struct api *api)
{
    if (api->member != NULL && strcmp(api->member, program_member_name(qualified)) != 0) {
        return false;
    }
    const struct record *record = program_record_of(program, unit, qualified);
    return begins_with_fields(program, unit, record, api->name);
}

/* True if an entry is a case of one that stands behind it. */
static bool is_case_of(const struct api *a, const struct api *of)
{
    bool restricted = a->conditions.n > 0 || a->phases != of->phases;
    bool same = a->match == of->match && strcmp(a->name, of->name) == 0 &&
                (a->member == NULL) == (of->member == NULL) &&
                (a->member == NULL || strcmp(a->member, of->member) == 0);
    return restricted && same;
}

/* An entry with those before it that are its cases. */
static struct known_api with_cases(const struct packs *packs, const struct api *entry,
                                   const char *name)
{
    const struct api *first = entry;
    while (first > packs->apis.at && is_case_of(first - 1, entry)) {
        first--;
    }
    return (struct known_api){first, (uint32_t)(entry - first) + 1, name};
}

/* Of several entries for structs, the one that names the most fields knows the struct best. */
static struct known_api find_by_shape(const struct program *program, uint32_t unit, sym_id callee)
{
    const struct symbol *symbol = program_symbol(program, unit, callee);
    bool field = symbol->kind == SYMBOL_FIELD;
    uint32_t n = 0;
    const struct api *best = NULL;
    const uint32_t *entries =
        packs_find_match(program->packs, field ? API_VTABLE : API_METHODS, &n);
    for (uint32_t i = 0; i < n && (field || best == NULL); i++) {
        const struct api *api = &program->packs->apis.at[entries[i]];
        bool better = best == NULL || strlen(api->name) > strlen(best->name);
        if (better && (field ? field_matches(program, unit, symbol->name, api)
                             : method_matches(program, unit, symbol, api))) {
            best = api;
        }
    }
    return best == NULL ? (struct known_api){NULL, 0, symbol->name}
                        : with_cases(program->packs, best, program_member_name(symbol->name));
}

/* Every phase. */
enum { PHASES_OF_ALL = (1 << PHASES) - 1 };

uint32_t program_walked_phases(const struct program *program, fn_id fn)
{
    const struct program_function *function = &program->functions.at[fn.i];
    uint32_t opaque = function->function == NULL ? 0 : packs_opaque(program->packs, function->name);
    return PHASES_OF_ALL & ~opaque;
}

const char *program_delayed_dll(const struct program *program, const struct known_api *known)
{
    bool is_import = program->delayed != NULL && known->n > 0 &&
                     known->first->match == API_FUNCTION && known->first->dll != NULL;
    return is_import && dll_names_have(program->delayed, known->first->dll) ? known->first->dll
                                                                            : NULL;
}

/* Looks for what the packs know. */
static struct known_api find_api(const struct program *program, uint32_t unit, sym_id callee)
{
    const struct symbol *symbol = program_symbol(program, unit, callee);
    struct known_api none = {NULL, 0, symbol->name};
    if (symbol->kind == SYMBOL_FIELD) {
        return find_by_shape(program, unit, callee);
    }
    if (symbol->kind > SYMBOL_DESTRUCTOR) {
        return none;
    }
    uint32_t n_type = 0;
    const struct api *type = library_type(program, unit, callee, &n_type);
    if (type == NULL && !is_api_candidate(program, unit, callee) &&
        !is_header_function(program, unit, callee) &&
        packs_opaque(program->packs, symbol->name) != PHASES_OF_ALL) {
        return none;
    }
    uint32_t n = 0;
    const struct api *first = packs_find_function(program->packs, symbol->name, &n);
    if (first != NULL && first->match == API_FUNCTION) {
        return (struct known_api){first, n, symbol->name};
    }
    if (type != NULL) {
        return (struct known_api){type, n_type, symbol->name};
    }
    if ((symbol->flags & SYMBOL_MEMBER) != 0 || symbol->kind != SYMBOL_FUNCTION) {
        return find_by_shape(program, unit, callee);
    }
    return none;
}

/* What is kept of a symbol that is no API: most are none, and calls ask again and again. */
static const struct known_api no_api;

bool program_is_api(const struct program *program, uint32_t unit, sym_id callee)
{
    const struct known_api **known = &program->api_of[unit][callee.i];
    if (*known == NULL) {
        struct known_api found = find_api(program, unit, callee);
        *known = found.n == 0 ? &no_api : arena_copy(program->arena, &found, sizeof found);
    }
    return *known != &no_api;
}

struct known_api program_api(const struct program *program, uint32_t unit, sym_id callee)
{
    if (program_is_api(program, unit, callee)) {
        return *program->api_of[unit][callee.i];
    }
    return (struct known_api){.name = program_symbol(program, unit, callee)->name};
}
