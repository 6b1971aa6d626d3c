/* support.h - a folder of its own for each test, beside the test program, and short ways to load.
 */
#ifndef DLL_TESTS_PROJECT_SUPPORT_H
#define DLL_TESTS_PROJECT_SUPPORT_H

#include <stdbool.h>

#include "base/arena.h"
#include "base/diag.h"
#include "base/strbuf.h"
#include "project/project.h"

/* What a test works with. */
struct bench {
    struct arena *arena;
    struct strbuf messages; /* all messages so far */
    struct diag diag;
    const char *root; /* the test's folder; a file .git makes it the source root */
    struct project_request request;
};

/* Makes the folder of a test and empties nothing: a test writes all files that it reads. */
struct bench *bench_start(const char *name);

/* Frees everything but the files. */
void bench_end(struct bench *bench);

/* Writes a file below the test's folder; makes missing folders. */
void bench_write(struct bench *bench, const char *name, const char *text);

/* Copies testdata/project/<name> below the test's folder, with @ROOT@ replaced by that folder. */
void bench_copy(struct bench *bench, const char *name);

/* Returns the absolute path of a name below the test's folder. */
const char *bench_path(struct bench *bench, const char *name);

/* Loads bench->request. */
struct project *bench_load(struct bench *bench);

/* Loads the database build/compile_commands.json with this text, in which @ROOT@ is replaced and '
 * stands for ". */
struct project *bench_load_database(struct bench *bench, const char *json);

/* Loads a database of one entry: `command` in `directory` compiles `file`, which is made, too. */
struct project *bench_load_command(struct bench *bench, const char *directory, const char *file,
                                   const char *command);

/* Loads as bench_load_command() does, in the folder "build", and returns the arguments that the
 * command gave: without target, C++ library and what every job has; one blank between; the test's
 * folder as "~".  "(none)" if there is no job. */
const char *bench_args(struct bench *bench, const char *file, const char *command);

/* Returns a job's arguments in the form of bench_args(). */
const char *bench_job_args(struct bench *bench, const struct job *job);

/* Returns the dump of a project without the C++ library of this machine. */
const char *bench_dump(struct bench *bench, const struct project *project);

/* Returns the jobs of the module as "a.c b.c", relative to the root, NULL if there is no such. */
const char *bench_module(struct bench *bench, const struct project *project, const char *name);

/* True if a message contains the text. */
bool bench_said(const struct bench *bench, const char *text);

#endif
