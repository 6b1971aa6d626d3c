/*
 * held.c - what facts say of a class that is made from a template: its type with the
 * arguments, and what the class that is its first argument does when an object of it is made and
 * destroyed.
 *
 * Later stages know some templates by name: owners whose arguments are functions that they call,
 * wrappers of an object.  This file knows none of them.  Also: does the command say that the unit
 * is made for a DLL?
 */
#include "facts/clang/front.h"

#include <string.h>

#include "base/text.h"

static void tell(struct front *front, CXCursor decl, uint32_t record)
{
    CXType type = clang_getCanonicalType(clang_getCursorType(decl));
    if (clang_Type_getNumTemplateArguments(type) <= 0 || front_in_std(decl)) {
        return;
    }
    const char *text = front_type_text(front, type);
    front->unit->records.at[record].type = text;
    CXType argument = clang_Type_getTemplateArgumentAsType(type, 0);
    if (clang_getCanonicalType(argument).kind != CXType_Record) {
        return;
    }
    sym_id held[] = {front_default_constructor(front, argument), front_destructor(front, argument)};
    for (size_t i = 0; i < sizeof held / sizeof *held; i++) {
        if (held[i].i != 0) {
            VEC_PUSH(front->arena, &front->unit->records.at[record].held, held[i]);
        }
    }
}

bool front_tell_records(struct front *front)
{
    if (!front->unit->cplusplus) {
        return false;
    }
    bool any = front->n_asked_done < front->asked_records.n ||
               front->n_told_records < front->n_filled_records;
    while (front->n_asked_done < front->asked_records.n) {
        front_record(front, front->asked_records.at[front->n_asked_done++]);
    }
    while (front->n_told_records < front->n_filled_records) {
        uint32_t record = front->n_told_records++;
        tell(front, front->pending_records.at[record], record);
    }
    return any;
}

/* True if a macro of this name, as the command defines it, is that of a DLL's build: CMake and
 * Visual Studio define NAME_EXPORTS, MSBuild _WINDLL, the wizards of MFC and ATL _USRDLL. */
static bool is_dll_macro(const char *definition)
{
    size_t len = strcspn(definition, "=");
    static const char *const names[] = {"_USRDLL", "_WINDLL"};
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        if (strlen(names[i]) == len && strncmp(names[i], definition, len) == 0) {
            return true;
        }
    }
    static const char suffix[] = "_EXPORTS";
    size_t suffix_len = sizeof suffix - 1;
    return len > suffix_len && strncmp(definition + len - suffix_len, suffix, suffix_len) == 0;
}

bool front_is_for_dll(const struct extract_request *request)
{
    for (uint32_t i = 0; i < request->n_args; i++) {
        const char *arg = request->args[i];
        bool apart = strcmp(arg, "-D") == 0 && i + 1 < request->n_args;
        if (apart || text_starts(arg, "-D")) {
            const char *definition = apart ? request->args[i + 1] : arg + 2;
            if (is_dll_macro(definition)) {
                return true;
            }
        }
    }
    return false;
}
