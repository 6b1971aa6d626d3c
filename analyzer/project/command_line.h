/*
 * command_line.h - a command as one text becomes words.
 *
 * Takes text and the quoting rules it was written for; gives words.  It knows nothing of compilers
 * and expands neither variables nor globs: no shell is run.
 */
#ifndef DLL_PROJECT_COMMAND_LINE_H
#define DLL_PROJECT_COMMAND_LINE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"

/* A list of words; grows with VEC_PUSH. */
struct arguments {
    const char **at;
    uint32_t n;
    uint32_t cap;
};

/* Whose rules for blanks, quotes and backslashes. */
enum quoting {
    QUOTING_POSIX,   /* a shell's: '...', "...", \x */
    QUOTING_WINDOWS, /* the C runtime's: only "..."; backslashes count only in front of a quote */
};

/* True for "C:\", "C:/" and "\\server" at the beginning of the text. */
bool command_line_is_windows_path(const char *text);

/*
 * Tells which rules a command was written for: by its directory (NULL or "" if there is none), and
 * where that is neither kind of absolute path, by its first word.
 */
enum quoting command_line_quoting(const char *command, const char *directory);

/*
 * Appends the words of `text` to `words`.  An unfinished quote ends with the text.  For
 * QUOTING_WINDOWS the first word follows the rules of a program's name if `has_program`.  Returns
 * false, with the words so far, when `words` grew beyond LIMIT_COMMAND_WORDS.
 */
bool command_line_split(struct arena *arena, struct arguments *words, const char *text,
                        enum quoting quoting, bool has_program);

#endif
