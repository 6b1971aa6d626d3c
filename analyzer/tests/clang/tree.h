/* tree.h - parses small sources and prints their trees on one line, for the front end's tests. */
#ifndef DLL_TESTS_CLANG_TREE_H
#define DLL_TESTS_CLANG_TREE_H

#include "facts/facts.h"

/* A parsed text: a folder of its own, and what became of it. */
struct parsed {
    struct arena *arena;
    const char *folder;
    struct unit *unit;
};

/* Writes a file beside the main one, before tree_parse(). */
void tree_write(struct parsed *parsed, const char *name, const char *text, size_t len);

/* Makes a folder for a test. */
struct parsed tree_start(const char *test);

/* Writes `text` as the file and extracts it, for Windows on x86_64 with MSVC's extensions. */
void tree_parse(struct parsed *parsed, const char *name, const char *text);

/* tree_start() and tree_parse() in one. */
struct parsed tree_of(const char *test, const char *name, const char *text);

/* Returns the body of the function of that name, "" if it was not extracted. */
const char *tree_body(const struct parsed *parsed, const char *function);

/* Returns the function, or the global, of that name; NULL if there is none. */
const struct function *tree_function(const struct parsed *parsed, const char *name);
const struct global *tree_global(const struct parsed *parsed, const char *name);

/* Returns a global's initialiser, "" if there is none. */
const char *tree_init(const struct parsed *parsed, const char *global);

/* Returns the symbol of that name, NULL if there is none. */
const struct symbol *tree_symbol(const struct parsed *parsed, const char *name);

#endif
