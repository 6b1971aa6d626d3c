/* search.h - the folders in which a unit's includes are searched, as its arguments have them. */
#ifndef DLL_FACTS_SEARCH_H
#define DLL_FACTS_SEARCH_H

#include <stdint.h>

#include "base/arena.h"
#include "base/vec.h"

/* Kinds of folders, in the order in which they are searched. */
enum search_kind { SEARCH_QUOTED, SEARCH_ANGLED, SEARCH_SYSTEM, SEARCH_TARGET, SEARCH_AFTER };

/* A folder. */
struct search_folder {
    const char *path; /* absolute, normalized */
    enum search_kind kind;
};

/* Folders. */
struct search_path {
    struct search_folder *at;
    uint32_t n, cap;
};

/* Returns the folders of clang's arguments in their order, and behind them the one of mingw-w64's
 * headers, if the target has one. */
struct search_path search_path_of(struct arena *arena, const char *const *args, uint32_t n_args);

/* Returns how many arguments from `i` on name a folder (or the working folder), 0 for none. */
uint32_t search_argument_length(const char *const *args, uint32_t n_args, uint32_t i);

#endif
