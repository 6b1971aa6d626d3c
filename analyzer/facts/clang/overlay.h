/*
 * overlay.h - makes include lines and encodings of Windows sources work elsewhere.
 *
 * Takes a parsed unit's complaints, gives unsaved files that answer them: <Windows.h> where the
 * file is windows.h, "Sub\File.h", files in UTF-16.  Knows nothing of facts.
 */
#ifndef DLL_FACTS_CLANG_OVERLAY_H
#define DLL_FACTS_CLANG_OVERLAY_H

#include <stdbool.h>

#include <clang-c/Index.h>

#include "base/arena.h"
#include "base/strmap.h"
#include "base/vec.h"
#include "facts/extract.h"
#include "facts/search.h"

/* What is handed to clang beside the files on disk. */
struct overlay {
    struct arena *arena;
    VEC(struct CXUnsavedFile) unsaved;
    VEC(const char *) wrappers;        /* paths that do not exist: they include the real file */
    struct search_path folders;        /* -I, -isystem, ..., the target's own */
    struct strmap *done;               /* complaints that were answered or cannot be */
    bool needs_root;                   /* `-I/` must be among the arguments */
};

/* Makes one for a request; the main file is looked at for a UTF-16 mark. */
void overlay_init(struct overlay *overlay, struct arena *arena,
                  const struct extract_request *request);

/* Answers the unit's complaints.  Returns true if there is something new: parse again. */
bool overlay_answer(struct overlay *overlay, CXTranslationUnit tu);

/* True if clang's name of a file is that of a wrapper. */
bool overlay_is_wrapper(const struct overlay *overlay, const char *path);

/* True if clang has seen other bytes than those on disk. */
bool overlay_is_unsaved(const struct overlay *overlay, const char *path);

#endif
