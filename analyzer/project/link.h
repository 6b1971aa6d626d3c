/*
 * link.h - what a linker's command line says about loading: the entry point, delay-loaded DLLs.
 *
 * Takes the words of a link command, of gcc, clang, ld or link.exe.
 */
#ifndef DLL_PROJECT_LINK_H
#define DLL_PROJECT_LINK_H

#include <stdbool.h>

#include "base/arena.h"
#include "project/command_line.h"

/* What was found. */
struct link_options {
    const char *entry;        /* as the source names it, without the decoration of stdcall; NULL */
    struct arguments delayed; /* names of DLLs, in order, each once */
};

/* Adds what the words say; the last entry point wins.  On i686 (`is_i686`) the symbol that ld is
 * given has one underscore more than the function. */
void link_read(struct arena *arena, struct link_options *options, const struct arguments *words,
               bool is_i686);

#endif
