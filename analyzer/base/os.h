/* os.h - the operating system, all of it (over libuv): files, folders, environment, processes. */
#ifndef DLL_BASE_OS_H
#define DLL_BASE_OS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "base/arena.h"

/* Reads a whole file.  Returns its bytes with a NUL behind them and sets `*len` (may be NULL), or
 * returns NULL with `*error` (may be NULL) set to the reason in words. */
char *os_read_file(struct arena *arena, const char *path, size_t *len, const char **error);

/* Writes a file by way of a temporary name beside it and a rename; a device or a pipe is written
 * into.  Makes missing folders.  Returns NULL, or the reason in words. */
const char *os_write_file(struct arena *arena, const char *path, const char *data, size_t len);

bool os_is_file(const char *path);   /* true for an existing regular file */
bool os_is_folder(const char *path); /* true for an existing folder */

/* What the system says of a file. */
struct os_status {
    uint64_t size;     /* bytes */
    uint64_t modified; /* nanoseconds since 1970 */
    uint64_t changed;  /* the same, of what nobody can set back */
    uint64_t number;   /* of its inode, 0 where there is none */
};

/* Asks for a regular file; returns false if there is none. */
bool os_status(const char *path, struct os_status *status);

/* Nanoseconds since 1970, by the clock that files' times are of. */
uint64_t os_now(void);

void os_touch(const char *path);       /* sets the file's time to now, if it can */
void os_remove(const char *path);      /* removes a file, if it can */
void os_make_folder(const char *path); /* makes the folder and those above, if they are missing */

/* Removes the files in a folder and the folder. */
void os_remove_folder(const char *path);

/* Returns the user's folder for caches, NULL if the environment names none. */
const char *os_cache_folder(struct arena *arena);

/* Returns the folder for temporary files. */
const char *os_temporary_folder(struct arena *arena);

/* Lists the names in a folder, sorted by byte; `*n` gets their number.  Returns NULL and 0 if it
 * cannot be read. */
const char **os_list(struct arena *arena, const char *path, uint32_t *n);

/* Returns the current folder, with '/'. */
char *os_current_folder(struct arena *arena);

/* Returns the path with symbolic links resolved, or NULL if it does not exist. */
char *os_real_path(struct arena *arena, const char *path);

/* Returns the path of the running program, or NULL if the system does not tell. */
char *os_program_path(struct arena *arena);

/* Runs a program with one argument, waits for its end and returns what it wrote to standard output;
 * NULL if it cannot be started or fails. */
char *os_output_of(struct arena *arena, const char *program, const char *argument);

/* Returns the path of the program or the shared library that a function of this process is in, or
 * NULL if the system does not tell. */
char *os_library_of(struct arena *arena, void (*function)(void));

/* Returns the variable's value, or NULL. */
char *os_environment(struct arena *arena, const char *name);

/* Returns this process's number, for names that no other process uses. */
uint64_t os_process_id(void);

/* Returns the number of processors this process may use, at least 1.  With a libuv before 1.44 it
 * is that of the machine. */
uint32_t os_processors(void);

/* Returns milliseconds of a clock that never goes back. */
uint64_t os_milliseconds(void);

/* True if file descriptor 1 (standard output) or 2 (standard error) is a terminal. */
bool os_is_terminal(int descriptor);

/* Returns how many columns the terminal at descriptor 1 or 2 has; 0: it is none. */
uint32_t os_terminal_columns(int descriptor);

/* Returns the most memory this process has used so far, in KiB. */
uint64_t os_peak_memory_kib(void);

/* Keeps memory that is freed for the next need instead of giving it back to the system, where the C
 * library can be told so: getting it again costs more than most of what is done with it. */
void os_keep_memory(void);

/* Returns the memory this process has now, in KiB; 0 if the system does not tell. */
uint64_t os_memory_kib(void);

/* What a piece of work may take.  0: no limit. */
struct os_limits {
    uint32_t seconds; /* of the processor, of all threads */
    uint32_t mib;     /* resident memory of the process */
};

/* Exit statuses of a process that took more. */
enum { OS_TOO_SLOW = 97, OS_TOO_LARGE = 98 };

/* Watches this process from now on and ends it when it takes more than the limits, or when the
 * process that started it is gone; NULL ends the watching.  Looks some twenty times a second. */
void os_watch(const struct os_limits *limits);

/* Reads up to `len` bytes from an open descriptor (0: standard input), without any translation.
 * Returns how many came, 0 at the end, a negative number on failure. */
int64_t os_read_descriptor(int descriptor, char *to, size_t len);

/* Writes all bytes to an open descriptor; returns false on failure. */
bool os_write_descriptor(int descriptor, const char *data, size_t len);

/* Lets writing to a pipe that nobody reads fail instead of ending the process. */
void os_ignore_broken_pipes(void);

/* Runs `body(data)` on a thread with a stack of `stack_bytes` and waits for it: deeply nested
 * input. */
void os_run_on_stack(size_t stack_bytes, void (*body)(void *data), void *data);

#endif
