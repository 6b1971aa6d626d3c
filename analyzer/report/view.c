/*
 * view.c - what all formats show alike: file names, words for roots and cuts.
 *
 * Takes plain data; gives words.  Knows no format.
 */
#include "report/view.h"

#include <string.h>

#include "base/path.h"

bool view_in_project(const struct report_data *data, const struct place *place)
{
    if (!place->file || place->system) {
        return false;
    }
    return !path_is_absolute(path_relative(place->file, data->root_folder));
}

/* Returns what stands behind the last "include" folder, else the name alone. */
static const char *header_name(const char *file)
{
    static const char folder[] = "/include/";
    const char *name = NULL;
    for (const char *at = strstr(file, folder); at; at = strstr(at + 1, folder)) {
        name = at + sizeof folder - 1;
    }
    return name ? name : path_basename(file);
}

const char *view_file(struct arena *arena, const struct report_data *data,
                      const struct place *place)
{
    if (!place->file) {
        return "";
    }
    if (place->system) {
        return arena_printf(arena, "<%s>", header_name(place->file));
    }
    return path_relative(place->file, data->root_folder);
}

const char *view_root_caller(const char *kind)
{
    static const char *const callers[][2] = {
        {"dllmain", "The loader calls"},
        {"entry-point", "The loader calls"},
        {"tls-callback", "The loader calls the TLS callback"},
        {"constructor", "The C runtime calls the constructor function"},
        {"destructor", "The C runtime calls the destructor function"},
        {"initialiser", "The C runtime initialises"},
        {"global-destructor", "The C runtime destroys"},
        {"atexit", "The C runtime calls the exit handler"},
        {"library", "The library's entry point calls"},
    };
    for (size_t i = 0; i < sizeof callers / sizeof *callers; i++) {
        if (strcmp(callers[i][0], kind) == 0) {
            return callers[i][1];
        }
    }
    return "The loader or the C runtime calls";
}

const char *view_source(struct arena *arena, const struct finding *finding)
{
    const struct api *api = finding->api;
    const char *url = api->own_page && api->doc && *api->doc ? api->doc : api->source;
    if ((!url || *url == '\0') && finding->rule->sources.n > 0) {
        url = finding->rule->sources.at[0];
    }
    return url && *url ? api_url(arena, api, url) : NULL;
}

const struct view_cut view_cuts[] = {
    {"unknown-target", "DLMN001", "UnknownTarget", "call through a pointer was not followed",
     "calls through pointers were not followed",
     "What this call reaches is not known, so findings may be missing.",
     "Check by hand what the pointer can hold, or add a pack that names it.", LEVEL_NOTE},
    {"unknown-callback", "DLMN002", "UnknownCallback", "callback was not followed",
     "callbacks were not followed",
     "The function that is handed to an API is not known, so findings may be missing.",
     "Check by hand which function is handed over.", LEVEL_NOTE},
    {"no-definition", "DLMN003", "NoDefinition",
     "call of a function without a body was not followed",
     "calls of functions without a body were not followed",
     "No file of this module defines the function that is called, so findings may be missing.",
     "Analyse the file that defines it, too; or add a pack that says what it does.", LEVEL_NOTE},
    {"undeclared-function", "DLMN004", "UndeclaredFunction",
     "call of an undeclared function was not followed",
     "calls of undeclared functions were not followed",
     "The function that is called is declared nowhere, so findings may be missing.",
     "Check the compiler flags: mostly an include folder or a definition is missing.", LEVEL_NOTE},
    {"limit", "DLMN005", "LimitReached", "place was left at a limit of the analysis",
     "places were left at a limit of the analysis",
     "The analysis knows less of this place because of one of its limits, so findings may be "
     "missing or be possible only.",
     "Check by hand what happens here.", LEVEL_NOTE},
    {"failed-unit", "DLMN006", "FailedUnit", "file could not be analysed",
     "files could not be analysed",
     "Nothing of this file is known to the analysis, so findings may be missing.",
     "Check the compiler flags; raise the limits of time or memory.", LEVEL_ERROR},
    {"parse-error", "DLMN007", "ParseError", "file has errors", "files have errors",
     "Code at and behind this place may be unknown to the analysis, so findings may be missing.",
     "Check the compiler flags: mostly an include folder or a definition is missing.",
     LEVEL_WARNING},
    {"unread-condition", "DLMN009", "UnreadCondition",
     "call hangs on a condition that could not be read",
     "calls hang on conditions that could not be read",
     "A finding at another place hangs on the same condition; if that can be met, this one is "
     "true, "
     "too.",
     "Check the compiler flags: mostly an include folder or a definition is missing.", LEVEL_NOTE},
    {NULL, "DLMN008", "NotFollowed", "place was not followed", "places were not followed",
     "The analysis stopped here, so findings may be missing.", "Check by hand what happens here.",
     LEVEL_NOTE},
};

uint32_t view_cut_index(const char *kind)
{
    uint32_t i = 0;
    while (view_cuts[i].kind && strcmp(view_cuts[i].kind, kind) != 0) {
        i++;
    }
    return i;
}

uint32_t view_n_suppressed(const struct report_data *data)
{
    uint32_t n = 0;
    for (uint32_t i = 0; i < data->held_back.n; i++) {
        n += data->held_back.at[i].suppression != NULL;
    }
    return n;
}
