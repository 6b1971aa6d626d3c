/*
 * compiler.h - which compiler a command runs, and what that says about the target.
 *
 * Takes the words of a command; gives where its flags begin, whose flags they are, and the
 * architecture as far as the compiler's name and path tell.  It starts no compiler to ask it.
 */
#ifndef DLL_PROJECT_COMPILER_H
#define DLL_PROJECT_COMPILER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "project/command_line.h"

/* Whose flags a compiler takes. */
enum driver {
    DRIVER_GCC, /* gcc's and clang's */
    DRIVER_CL,  /* those of cl.exe */
};

/* What the beginning of a command says. */
struct compiler {
    uint32_t first_flag; /* index of the first word behind the compiler's name */
    enum driver driver;
    bool cplusplus;   /* g++, clang++: C files are C++, too */
    const char *arch; /* "x86_64"; NULL: the name does not say */
};

/* Recognises the compiler behind any wrappers (ccache, `env A=b`, `cmake -E env`, libtool, ...). */
struct compiler compiler_recognize(struct arena *arena, const struct arguments *words);

/* Returns the architecture as clang spells it ("x86_64", "i686", "aarch64", "armv7") of a triple or
 * of a word that begins with one ("amd64", "x86", "i586-mingw32msvc"); NULL if there is none. */
const char *compiler_arch(const char *triple);

#endif
