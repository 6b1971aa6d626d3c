/* loader.h - what the parts of one project_load() share; private to the stage. */
#ifndef DLL_PROJECT_LOADER_H
#define DLL_PROJECT_LOADER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/attr.h"
#include "base/diag.h"
#include "base/strmap.h"
#include "base/vec.h"
#include "project/command_line.h"
#include "project/path_map.h"
#include "project/project.h"

/* One object file that some command makes; a job has several when the same source is compiled the
 * same way for several targets. */
struct object {
    uint32_t job;     /* index into project.jobs */
    const char *path; /* absolute and normalized; "" if the command names none */
};

/* The state of one load. */
struct loader {
    struct arena *arena;   /* of the result */
    struct arena *scratch; /* ends with project_load() */
    struct diag *diag;
    const struct project_request *request;
    struct project *project;
    VEC(struct object) objects;        /* sorted by job, then path once the jobs are sorted */
    struct path_maps maps;             /* how folders of another machine are found here */
    struct strmap *jobs;               /* hash of file and arguments -> job */
    struct strmap *strings;            /* text -> index into texts */
    VEC(const char *) texts;           /* every argument once, in `arena` */
    struct strmap *responses;          /* path of a response file -> index into response_texts */
    VEC(const char *) response_texts;  /* in `scratch`; NULL: could not be read */
    VEC(const char *) response_errors; /* the reason, parallel to response_texts */
    struct strmap *arches;             /* architecture -> index into libraries */
    VEC(struct arguments) libraries;   /* the C++ library's arguments */
    uint64_t n_bytes;                  /* command text split so far, against LIMIT_PROJECT_BYTES */
    uint64_t n_words;                  /* arguments kept so far, against LIMIT_PROJECT_WORDS */
    uint32_t n_messages;               /* warnings about entries */
    bool over_limit;                   /* a limit of the whole project was hit */
    const char *dll;                   /* the database says that all jobs make this DLL; NULL */
};

/* A warning about one entry; after LIMIT_MESSAGES of them only their number is told. */
ATTR_PRINTF(3, 4)
void loader_warning(struct loader *loader, const char *place, const char *format, ...);

/* Tells how many warnings were held back. */
void loader_end_warnings(struct loader *loader, const char *place);

/* Returns the one copy of a text that lives as long as the project. */
const char *loader_intern(struct loader *loader, const char *text);

/* Returns mingw_cxx_args() of an architecture, looked up once. */
struct arguments loader_cxx_library(struct loader *loader, const char *arch);

#endif
