/*
 * project.h - what is to be analysed: jobs (a source and its flags) and modules (which jobs make
 * one DLL).
 *
 * Takes a compilation database, MSBuild's output, CMake's File API reply, or files with flags;
 * gives plain data.  It runs no command and knows no clang: it turns the flags of any compiler into
 * the safe ones that clang understands.
 *
 * Which jobs make one DLL is taken from the first of these that says something: MSBuild's output;
 * CMake's File API reply; the folders of the object files (CMake's CMakeFiles/<target>.dir,
 * Meson's <name>.p); otherwise all jobs are one module of unknown extent.  Limits of the third:
 * every target counts, also programs, and a static library is a module of its own, as nothing tells
 * which DLL it is linked into.
 */
#ifndef DLL_PROJECT_PROJECT_H
#define DLL_PROJECT_PROJECT_H

#include <stdbool.h>
#include <stdint.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/strbuf.h"
#include "base/vec.h"

/* One translation unit to parse. */
struct job {
    const char *file;   /* absolute, normalized */
    const char *folder; /* where its command runs; absolute */
    const char *
        *args; /* clang's arguments without program and file; relative paths made absolute */
    uint32_t n_args;
    const char *target; /* triple */
    const char *object; /* object file as the command has it, "" if none */
    bool cplusplus;
    bool msvc; /* the command was cl.exe's or clang-cl's */
};

enum module_kind {
    MODULE_DLL,     /* the build says so: CMake's shared and module libraries, one object folder */
    MODULE_UNKNOWN, /* nobody says: all jobs; to be split by entry points once facts are known */
};

/* One DLL. */
struct module {
    const char *name; /* "core" */
    enum module_kind kind;
    VEC(uint32_t) jobs;        /* indices into project.jobs, ascending */
    const char *entry;         /* name of the entry point by -e, /ENTRY; NULL: the usual ones */
    VEC(const char *) delayed; /* DLLs that are delay-loaded */
};

/* What is to be analysed. */
struct project {
    const char *root; /* source root: findings' files are relative to it; absolute, normalized */
    VEC(struct job) jobs;       /* sorted by file, then arguments; no duplicates */
    VEC(struct module) modules; /* sorted by name */
    const char *origin;         /* the database's path, or NULL for FILE -- FLAGS */
    uint32_t n_dropped_flags;   /* flags that were not known and therefore left out, all jobs */
    uint32_t n_missing;         /* entries whose source does not exist */
    uint32_t n_bad; /* entries that could not be understood, or whose folder is unknown */
};

/* What the user said. */
struct project_request {
    const char *build; /* -p: folder or file; NULL: searched from the current folder upwards, in
                          build/ and out/build/<any>/ of each */
    const char *const *files; /* FILE...; with flags: the units.  Without flags: restrict nothing,
                                 but must be in the database */
    uint32_t n_files;
    const char *const *flags; /* behind `--` */
    uint32_t n_flags;
    bool has_flags;          /* `--` was given */
    const char *target;      /* --target: overrides every job's; NULL: derived */
    const char *entry;       /* --entry: name of the entry point, NULL: the usual ones */
    const char *source_root; /* --source-root; NULL: the common folder of the sources and the
                                current folder's tree */
    bool msc_ver;            /* --msvc: define _MSC_VER also where the command was not cl.exe's */
    const char *const *module_specs; /* --module: "NAME=GLOB,GLOB" declares a module's sources by
                                        globs relative to the source root (or absolute); "NAME"
                                        alone is a filter of the report and ignored here */
    uint32_t n_module_specs;
};

/* Loads the project.  Returns NULL after a diag_error() that names the place and what to do. */
struct project *project_load(struct arena *arena, const struct project_request *request,
                             struct diag *diag);

/*
 * Appends the stable text form of a project: jobs with their arguments, modules with their jobs.
 * The source root is written "${root}", so that the text does not depend on where the sources lie.
 */
void project_write(struct strbuf *out, const struct project *project);

#endif
