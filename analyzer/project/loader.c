/* loader.c - messages with a limit, and strings that many jobs share. */
#include "project/loader.h"

#include <stdarg.h>

#include "project/limits.h"
#include "project/mingw.h"

void loader_warning(struct loader *loader, const char *place, const char *format, ...)
{
    if (loader->n_messages++ >= LIMIT_MESSAGES) {
        return;
    }
    va_list args;
    va_start(args, format);
    diag_warning(loader->diag, place, "%s", arena_vprintf(loader->scratch, format, args));
    va_end(args);
}

void loader_end_warnings(struct loader *loader, const char *place)
{
    if (loader->n_messages > LIMIT_MESSAGES) {
        diag_warning(loader->diag, place, "%u more warnings about single entries were left out",
                     loader->n_messages - LIMIT_MESSAGES);
    }
}

const char *loader_intern(struct loader *loader, const char *text)
{
    uint32_t index = strmap_intern(loader->strings, text, loader->texts.n);
    if (index == loader->texts.n) {
        const char *copy = arena_strdup(loader->arena, text);
        VEC_PUSH(loader->scratch, &loader->texts, copy);
    }
    return loader->texts.at[index];
}

struct arguments loader_cxx_library(struct loader *loader, const char *arch)
{
    uint32_t index = strmap_intern(loader->arches, arch, loader->libraries.n);
    if (index == loader->libraries.n) {
        VEC_PUSH(loader->scratch, &loader->libraries, mingw_cxx_args(loader->scratch, arch));
    }
    return loader->libraries.at[index];
}
