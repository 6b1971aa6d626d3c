/* entry.h - one entry of a database as it is written; private to the stage. */
#ifndef DLL_PROJECT_ENTRY_H
#define DLL_PROJECT_ENTRY_H

#include "base/json.h"
#include "base/vec.h"

/* One command of a build, checked. */
struct entry {
    const char *place; /* for messages */
    const char *file;
    const char *directory; /* as written; "." if there is none */
    const char *command;   /* NULL: `arguments` */
    const struct json *arguments;
    const char *output; /* NULL if there is none */
};

/* Entries in the order of the database. */
struct entries {
    VEC(struct entry) list;
};

#endif
