/*
 * closure.h - every file that a unit may read, found without a preprocessor.
 *
 * Takes names and folders, gives a hash of all that the preprocessor could see: which file each
 * name leads to (or that it leads nowhere), and the bytes of these files.  So a file that appears
 * earlier in the search path changes the hash like one that is edited.  Branches are not told
 * apart, so it is more than what is read; computed names may be missing, so whoever relies on it
 * compares the files that were really read (closure_has()).
 */
#ifndef DLL_FACTS_CLOSURE_H
#define DLL_FACTS_CLOSURE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/hash.h"
#include "base/strbuf.h"
#include "facts/includes.h"
#include "facts/mentions.h"
#include "facts/search.h"

/* Files and folders as they are on the disk, each read once. */
struct file_index;

/* The files of one unit. */
struct closure;

/* Makes one; in hashes, files below `root` are named relative to it (NULL or "": none are). */
struct file_index *file_index_create(struct arena *arena, const char *root);

/* Has the index read what files mention along with them, where that is going to be asked for. */
void file_index_read_mentions(struct file_index *index);

/* Frees what was read of them. */
void file_index_forget_mentions(struct file_index *index);

/* Lets the index use what an earlier one knew (file_index_write()) of files whose size, time and
 * number are the same; before it reads the first one.  `text` must outlive it, and is changed. */
void file_index_recall(struct file_index *index, char *text);

/* True if something was read that file_index_recall() did not bring. */
bool file_index_is_new(const struct file_index *index);

/* Appends what the index knows of files, but for those that were changed so lately that another
 * change might not show in their time. */
void file_index_write(struct strbuf *out, const struct file_index *index);

/* Returns the number of files that were read so far; their ids are below it. */
uint32_t file_index_count(const struct file_index *index);

/* Returns a file's path. */
const char *file_index_path(const struct file_index *index, uint32_t file);

/* Returns what a file mentions; nothing, and unclear, if it cannot be read. */
const struct mentions *file_index_mentions(struct file_index *index, uint32_t file);

/* Returns the text of a hash's name for a path: relative to the root where it is below it. */
const char *file_index_name(const struct file_index *index, const char *path);

/* Starts an empty closure with the folders of the arguments and clang's own (`resources`; NULL: not
 * known). */
struct closure *closure_start(struct arena *arena, struct file_index *index,
                              const struct search_path *path, const char *resources);

/* Has hashes name files by their paths, whatever the index's root is; before the first one. */
void closure_name_by_path(struct closure *closure);

/* Adds a file, its name to the hash, and all that it includes.  Returns false if it cannot be read.
 */
bool closure_add_file(struct closure *closure, const char *path, struct hash *hash);

/* Adds what a text in a folder includes by one name.  Returns false if that leads nowhere. */
bool closure_add_include(struct closure *closure, const char *folder,
                         const struct include_name *name, struct hash *hash);

/* Adds what the arguments `-include` and `-imacros` name. */
void closure_add_forced(struct closure *closure, const char *folder, const char *const *args,
                        uint32_t n_args, struct hash *hash);

/* Returns the number of its files. */
uint32_t closure_count(const struct closure *closure);

/* Returns the id of one of them. */
uint32_t closure_file(const struct closure *closure, uint32_t position);

/* True if the file is among them with these bytes. */
bool closure_has(const struct closure *closure, const char *path, const char *hash);

/* Bytes of all files so far. */
uint64_t closure_bytes(const struct closure *closure);

#endif
