/*
 * flags.h - the flags of any compiler become those that clang may be given.
 *
 * Takes the words of one command behind the compiler's name; gives the safe and meaningful ones in
 * gcc's form, paths made absolute, and what they say about source, language, target and object.
 * This is an allow-list: what is not known is dropped and counted.  Flags that load code, write
 * files or read other lists of flags are never passed on.
 */
#ifndef DLL_PROJECT_FLAGS_H
#define DLL_PROJECT_FLAGS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "project/command_line.h"
#include "project/compiler.h"
#include "project/path_map.h"

/* The languages that are analysed, and what is none of them. */
enum language {
    LANGUAGE_UNSAID, /* no flag says: the file's extension decides */
    LANGUAGE_C,
    LANGUAGE_CXX,
    LANGUAGE_OTHER, /* a header to precompile, assembler, ... */
};

/* What is around the flags. */
struct flag_context {
    struct arena *arena;
    const struct path_maps *maps;
    const char *folder; /* where the command runs, on this machine */
    const char *file;   /* the source as the command has it */
};

/* What the flags of one command come to. */
struct flags {
    struct arguments args;  /* in gcc's form, in the order of the command */
    const char *standard;   /* value of -std=; NULL: the compiler's default */
    const char *object;     /* the object file as the command has it; NULL: none */
    const char *arch;       /* by --target; NULL: not said */
    const char *arch_hint;  /* by /arch:; weaker than the compiler's path */
    uint32_t bits;          /* 32 or 64 by -m32, -m64; 0: not said */
    enum language language; /* by -x, /TC, /TP */
    bool no_cxx_library;    /* the command chooses another C++ library, or none */
    uint32_t n_dropped;     /* flags that were not known */
};

/* Translates the flags of gcc and clang; words from `first` on. */
void flags_from_gcc(struct flags *flags, const struct flag_context *context,
                    const struct arguments *words, uint32_t first);

/* Translates the flags of cl.exe and clang-cl; words from `first` on. */
void flags_from_cl(struct flags *flags, const struct flag_context *context,
                   const struct arguments *words, uint32_t first);

/* Translates the one flag of gcc at `*at`, which is moved to its last word. */
void flags_gcc_one(struct flags *flags, const struct flag_context *context,
                   const struct arguments *words, uint32_t *at);

/* ---- for the two translators ---- */

/* Appends one argument. */
void flags_add(struct flags *flags, const struct flag_context *context, const char *text);

/* Appends `option` and `value` as one argument. */
void flags_add_joined(struct flags *flags, const struct flag_context *context, const char *option,
                      const char *value);

/* Appends `option` and the folder or file `path`, made absolute, as one argument if the option ends
 * with '=' or is -I, else as two.  An empty path is left out. */
void flags_add_path(struct flags *flags, const struct flag_context *context, const char *option,
                    const char *path);

/* Appends `-include` or `-imacros` of a header: absolute if it lies in the folder of the command,
 * else as it is, to be searched.  CMake's own header of a precompiled header, cmake_pch.h or .hxx,
 * is kept only if it exists. */
void flags_add_header(struct flags *flags, const struct flag_context *context, const char *option,
                      const char *header);

/* Notes -std=; an unknown standard is dropped. */
void flags_set_standard(struct flags *flags, const char *standard);

/* Notes -x. */
void flags_set_language(struct flags *flags, const char *name);

/* Notes --target=. */
void flags_set_target(struct flags *flags, const char *triple);

/* True if a standard (value of -std=) is one of the language. */
bool flags_standard_fits(const char *standard, enum language language);

#endif
