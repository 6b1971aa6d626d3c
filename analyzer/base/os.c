/*
 * os.c - the operating system, by way of libuv, which has one interface for all of them.
 *
 * All calls are synchronous (no loop, no callback).
 */
#include "base/os.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <uv.h>
#ifdef _WIN32
#include <io.h>
#else
#include <sys/ioctl.h>
#endif

#include "base/path.h"
#include "base/vec.h"

/* Runs the close request for a file. */
static void close_file(uv_file file)
{
    uv_fs_t request;
    (void)uv_fs_close(NULL, &request, file, NULL);
    uv_fs_req_cleanup(&request);
}

static int64_t file_size(uv_file file)
{
    uv_fs_t request;
    int status = uv_fs_fstat(NULL, &request, file, NULL);
    int64_t size = status < 0 ? status : (int64_t)request.statbuf.st_size;
    if (status >= 0 && (request.statbuf.st_mode & S_IFMT) == S_IFDIR) {
        size = UV_EISDIR;
    }
    uv_fs_req_cleanup(&request);
    return size;
}

/* Reads up to `len` bytes; returns how many, negative for an error. */
static int64_t read_some(uv_file file, char *to, size_t len)
{
    uv_fs_t request;
    uv_buf_t buf = uv_buf_init(to, (unsigned)(len > (1U << 30) ? 1U << 30 : len));
    int64_t n = uv_fs_read(NULL, &request, file, &buf, 1, -1, NULL);
    uv_fs_req_cleanup(&request);
    return n;
}

static char *read_open_file(struct arena *arena, uv_file file, size_t *len, int *status)
{
    int64_t size = file_size(file);
    if (size < 0) {
        *status = (int)size;
        return NULL;
    }
    char *text = arena_alloc(arena, (size_t)size + 1);
    size_t have = 0;
    while (have < (size_t)size) {
        int64_t n = read_some(file, text + have, (size_t)size - have);
        if (n < 0) {
            *status = (int)n;
            return NULL;
        }
        if (n == 0) {
            break;
        }
        have += (size_t)n;
    }
    *len = have;
    return text;
}

char *os_read_file(struct arena *arena, const char *path, size_t *len, const char **error)
{
    uv_fs_t request;
    int status = uv_fs_open(NULL, &request, path, UV_FS_O_RDONLY, 0, NULL);
    uv_fs_req_cleanup(&request);
    char *text = NULL;
    size_t have = 0;
    if (status >= 0) {
        uv_file file = status;
        text = read_open_file(arena, file, &have, &status);
        close_file(file);
    }
    if (text == NULL && error != NULL) {
        *error = arena_strdup(arena, uv_strerror(status));
    }
    if (len != NULL) {
        *len = have;
    }
    return text;
}

static void make_folders(struct arena *arena, const char *folder)
{
    if (os_is_folder(folder)) {
        return;
    }
    const char *above = path_dirname(arena, folder);
    if (strcmp(above, folder) != 0 && strcmp(above, ".") != 0) {
        make_folders(arena, above);
    }
    uv_fs_t request;
    (void)uv_fs_mkdir(NULL, &request, folder, 0777, NULL);
    uv_fs_req_cleanup(&request);
}

void os_make_folder(const char *path)
{
    struct arena *scratch = arena_create();
    make_folders(scratch, path);
    arena_destroy(scratch);
}

static int write_all(uv_file file, const char *data, size_t len)
{
    while (len > 0) {
        uv_fs_t request;
        unsigned piece = (unsigned)(len > (1U << 30) ? 1U << 30 : len);
        uv_buf_t buf = uv_buf_init((char *)(uintptr_t)data, piece);
        int n = uv_fs_write(NULL, &request, file, &buf, 1, -1, NULL);
        uv_fs_req_cleanup(&request);
        if (n < 0) {
            return n;
        }
        data += n;
        len -= (size_t)n;
    }
    return 0;
}

/* Returns the file's mode, 0 if it does not exist. */
static uint64_t mode_of(const char *path)
{
    uv_fs_t request;
    int status = uv_fs_stat(NULL, &request, path, NULL);
    uint64_t mode = status < 0 ? 0 : request.statbuf.st_mode;
    uv_fs_req_cleanup(&request);
    return mode;
}

/* True for a device or a pipe: something to be written into, not to be replaced. */
static bool is_special(const char *path)
{
    uint64_t type = mode_of(path) & S_IFMT;
    return type != 0 && type != S_IFREG && type != S_IFDIR;
}

const char *os_write_file(struct arena *arena, const char *path, const char *data, size_t len)
{
    make_folders(arena, path_dirname(arena, path));
    bool special = is_special(path);
    const char *temporary =
        special ? path
                : arena_printf(arena, "%s.%llu.tmp", path, (unsigned long long)os_process_id());
    uv_fs_t request;
    int status = uv_fs_open(NULL, &request, temporary,
                            UV_FS_O_WRONLY | UV_FS_O_CREAT | UV_FS_O_TRUNC, 0666, NULL);
    uv_fs_req_cleanup(&request);
    if (status < 0) {
        return arena_strdup(arena, uv_strerror(status));
    }
    uv_file file = status;
    status = write_all(file, data, len);
    close_file(file);
    if (special) {
        return status < 0 ? arena_strdup(arena, uv_strerror(status)) : NULL;
    }
    if (status >= 0) {
        status = uv_fs_rename(NULL, &request, temporary, path, NULL);
        uv_fs_req_cleanup(&request);
    }
    if (status < 0) {
        (void)uv_fs_unlink(NULL, &request, temporary, NULL);
        uv_fs_req_cleanup(&request);
        return arena_strdup(arena, uv_strerror(status));
    }
    return NULL;
}

bool os_is_file(const char *path)
{
    return (mode_of(path) & S_IFMT) == S_IFREG;
}

bool os_is_folder(const char *path)
{
    return (mode_of(path) & S_IFMT) == S_IFDIR;
}

static uint64_t nanoseconds(const uv_timespec_t *time)
{
    return (uint64_t)time->tv_sec * 1000000000U + (uint64_t)time->tv_nsec;
}

bool os_status(const char *path, struct os_status *status)
{
    uv_fs_t request;
    bool is_file = uv_fs_stat(NULL, &request, path, NULL) >= 0 &&
                   (request.statbuf.st_mode & S_IFMT) == S_IFREG;
    if (is_file) {
        status->size = request.statbuf.st_size;
        status->modified = nanoseconds(&request.statbuf.st_mtim);
        status->changed = nanoseconds(&request.statbuf.st_ctim);
        status->number = request.statbuf.st_ino;
    }
    uv_fs_req_cleanup(&request);
    return is_file;
}

uint64_t os_now(void)
{
    uv_timeval64_t time;
    return uv_gettimeofday(&time) < 0
               ? 0
               : (uint64_t)time.tv_sec * 1000000000U + (uint64_t)time.tv_usec * 1000U;
}

void os_touch(const char *path)
{
    uv_fs_t request;
    double now = (double)os_now() / 1e9;
    (void)uv_fs_utime(NULL, &request, path, now, now, NULL);
    uv_fs_req_cleanup(&request);
}

void os_remove(const char *path)
{
    uv_fs_t request;
    (void)uv_fs_unlink(NULL, &request, path, NULL);
    uv_fs_req_cleanup(&request);
}

static int compare_names(const void *a, const void *b)
{
    const char *const *left = a;
    const char *const *right = b;
    return strcmp(*left, *right);
}

const char **os_list(struct arena *arena, const char *path, uint32_t *n)
{
    VEC(const char *) names = {0};
    uv_fs_t request;
    *n = 0;
    int status = uv_fs_scandir(NULL, &request, path, 0, NULL);
    uv_dirent_t entry;
    while (status >= 0 && uv_fs_scandir_next(&request, &entry) != UV_EOF) {
        const char *name = arena_strdup(arena, entry.name);
        VEC_PUSH(arena, &names, name);
    }
    uv_fs_req_cleanup(&request);
    if (status < 0) {
        return NULL;
    }
    if (names.n > 0) {
        qsort(names.at, names.n, sizeof *names.at, compare_names);
    }
    *n = names.n;
    return names.n > 0 ? names.at : ARENA_NEW(arena, const char *);
}

void os_remove_folder(const char *path)
{
    struct arena *scratch = arena_create();
    uint32_t n = 0;
    const char **names = os_list(scratch, path, &n);
    for (uint32_t i = 0; i < n; i++) {
        os_remove(path_join(scratch, path, names[i]));
    }
    uv_fs_t request;
    (void)uv_fs_rmdir(NULL, &request, path, NULL);
    uv_fs_req_cleanup(&request);
    arena_destroy(scratch);
}

char *os_current_folder(struct arena *arena)
{
    size_t size = 4096;
    char *path = arena_alloc(arena, size);
    int status = uv_cwd(path, &size);
    if (status == UV_ENOBUFS) {
        path = arena_alloc(arena, size + 1);
        size++;
        status = uv_cwd(path, &size);
    }
    return status < 0 ? arena_strdup(arena, ".") : path_normalize(arena, path);
}

char *os_real_path(struct arena *arena, const char *path)
{
    uv_fs_t request;
    int status = uv_fs_realpath(NULL, &request, path, NULL);
    char *real = status < 0 ? NULL : path_normalize(arena, (const char *)request.ptr);
    uv_fs_req_cleanup(&request);
    return real;
}

char *os_program_path(struct arena *arena)
{
    size_t size = 4096;
    char *path = arena_alloc(arena, size);
    return uv_exepath(path, &size) < 0 ? NULL : path_normalize(arena, path);
}

char *os_environment(struct arena *arena, const char *name)
{
    size_t size = 1024;
    char *value = arena_alloc(arena, size);
    int status = uv_os_getenv(name, value, &size);
    if (status == UV_ENOBUFS) {
        value = arena_alloc(arena, size);
        status = uv_os_getenv(name, value, &size);
    }
    return status < 0 ? NULL : value;
}

const char *os_cache_folder(struct arena *arena)
{
#ifdef _WIN32
    static const char *const names[][2] = {{"LOCALAPPDATA", ""}};
#else
    static const char *const names[][2] = {{"XDG_CACHE_HOME", ""}, {"HOME", ".cache"}};
#endif
    for (size_t i = 0; i < sizeof names / sizeof *names; i++) {
        const char *value = os_environment(arena, names[i][0]);
        if (value != NULL && path_is_absolute(value)) {
            return path_join(arena, value, names[i][1]);
        }
    }
    return NULL;
}

const char *os_temporary_folder(struct arena *arena)
{
    size_t size = 4096;
    char *path = arena_alloc(arena, size);
    return uv_os_tmpdir(path, &size) < 0 ? "." : path_normalize(arena, path);
}

uint64_t os_process_id(void)
{
    return (uint64_t)uv_os_getpid();
}

uint32_t os_processors(void)
{
#if UV_VERSION_HEX >= 0x012c00 /* 1.44 */
    unsigned n = uv_available_parallelism();
    return n < 1 ? 1 : (uint32_t)n;
#else
    uv_cpu_info_t *infos = NULL;
    int n = 0;
    if (uv_cpu_info(&infos, &n) < 0) {
        return 1;
    }
    uv_free_cpu_info(infos, n);
    return n < 1 ? 1 : (uint32_t)n;
#endif
}

uint64_t os_milliseconds(void)
{
    return uv_hrtime() / 1000000U;
}

int64_t os_read_descriptor(int descriptor, char *to, size_t len)
{
    return read_some(descriptor, to, len);
}

bool os_write_descriptor(int descriptor, const char *data, size_t len)
{
    return write_all(descriptor, data, len) >= 0;
}

void os_ignore_broken_pipes(void)
{
#ifdef SIGPIPE
    (void)signal(SIGPIPE, SIG_IGN);
#endif
}

bool os_is_terminal(int descriptor)
{
    return uv_guess_handle(descriptor) == UV_TTY;
}

/* libuv's own way (uv_tty_get_winsize) would make the descriptor non-blocking. */
uint32_t os_terminal_columns(int descriptor)
{
#ifdef _WIN32
    CONSOLE_SCREEN_BUFFER_INFO info;
    HANDLE console = (HANDLE)_get_osfhandle(descriptor);
    bool known = os_is_terminal(descriptor) && GetConsoleScreenBufferInfo(console, &info);
    return known ? (uint32_t)(info.srWindow.Right - info.srWindow.Left + 1) : 0;
#else
    struct winsize size = {0};
    bool known = os_is_terminal(descriptor) && ioctl(descriptor, TIOCGWINSZ, &size) == 0;
    return known ? size.ws_col : 0;
#endif
}

uint64_t os_peak_memory_kib(void)
{
    uv_rusage_t usage;
    return uv_getrusage(&usage) < 0 ? 0 : usage.ru_maxrss;
}

uint64_t os_memory_kib(void)
{
    size_t bytes = 0;
    return uv_resident_set_memory(&bytes) < 0 ? 0 : bytes / 1024;
}

void os_run_on_stack(size_t stack_bytes, void (*body)(void *data), void *data)
{
    uv_thread_options_t options = {.flags = UV_THREAD_HAS_STACK_SIZE, .stack_size = stack_bytes};
    uv_thread_t thread;
    if (uv_thread_create_ex(&thread, &options, body, data) != 0) {
        body(data);
        return;
    }
    (void)uv_thread_join(&thread);
}
