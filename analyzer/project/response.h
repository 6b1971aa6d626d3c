/*
 * response.h - `@file` on a command line is replaced by the words in the file.
 *
 * Takes words; gives words without `@file`.  Names are relative to the folder that the command runs
 * in, also those inside response files.  It knows no option.
 */
#ifndef DLL_PROJECT_RESPONSE_H
#define DLL_PROJECT_RESPONSE_H

#include "project/loader.h"

/* The command that the words belong to. */
struct response_context {
    struct arena *arena;  /* of the words */
    const char *folder;   /* where it runs, on this machine */
    const char *place;    /* the entry, for messages; NULL: the command line */
    enum quoting quoting; /* of the files */
};

/*
 * Appends the words to `out`, with response files expanded.  A file that cannot be read, that
 * includes itself or that is nested too deeply is left out with a warning that names the entry.
 */
void response_expand(struct loader *loader, const struct response_context *context,
                     const struct arguments *words, struct arguments *out);

#endif
