/* os_process.c - other programs, and what this one is made of. */
#ifndef _WIN32
#define _GNU_SOURCE /* dladdr() */
#endif
#include <stdlib.h>
#include <string.h>
#include <uv.h>
#ifdef _WIN32
#include <windows.h>
#else
#include <dlfcn.h>
#endif
#ifdef __linux__
#include <malloc.h>
#endif

#include "base/os.h"
#include "base/path.h"
#include "base/strbuf.h"

/* A program that runs, and what it has written so far. */
struct child {
    uv_process_t process;
    uv_pipe_t pipe;
    struct strbuf text;
    int64_t status;
};

static void on_exit_of(uv_process_t *process, int64_t status, int signal_number)
{
    struct child *child = process->data;
    child->status = signal_number != 0 ? signal_number : status;
    uv_close((uv_handle_t *)process, NULL);
}

static void on_alloc(uv_handle_t *handle, size_t wanted, uv_buf_t *buf)
{
    (void)handle;
    char *bytes = malloc(wanted);
    *buf = uv_buf_init(bytes, bytes == NULL ? 0 : (unsigned)wanted);
}

static void on_read(uv_stream_t *stream, ssize_t n, const uv_buf_t *buf)
{
    struct child *child = stream->data;
    if (n > 0) {
        strbuf_add(&child->text, buf->base, (size_t)n);
    } else if (n < 0) {
        uv_close((uv_handle_t *)stream, NULL);
    }
    free(buf->base);
}

char *os_output_of(struct arena *arena, const char *program, const char *argument)
{
    uv_loop_t loop;
    struct child child = {.status = -1};
    if (uv_loop_init(&loop) != 0) {
        return NULL;
    }
    strbuf_init(&child.text, arena);
    (void)uv_pipe_init(&loop, &child.pipe, 0);
    child.process.data = child.pipe.data = &child;
    uv_stdio_container_t stdio[3] = {
        {.flags = UV_IGNORE},
        {.flags = UV_CREATE_PIPE | UV_WRITABLE_PIPE, .data.stream = (uv_stream_t *)&child.pipe},
        {.flags = UV_IGNORE}};
    char *args[] = {arena_strdup(arena, program), arena_strdup(arena, argument), NULL};
    uv_process_options_t options = {
        .exit_cb = on_exit_of, .file = program, .args = args, .stdio_count = 3, .stdio = stdio};
    if (uv_spawn(&loop, &child.process, &options) == 0) {
        (void)uv_read_start((uv_stream_t *)&child.pipe, on_alloc, on_read);
    } else {
        uv_close((uv_handle_t *)&child.process, NULL);
        uv_close((uv_handle_t *)&child.pipe, NULL);
    }
    (void)uv_run(&loop, UV_RUN_DEFAULT);
    (void)uv_loop_close(&loop);
    return child.status == 0 ? child.text.text : NULL;
}

char *os_library_of(struct arena *arena, void (*function)(void))
{
#ifdef _WIN32
    HMODULE module = NULL;
    char path[32768];
    DWORD flags =
        GET_MODULE_HANDLE_EX_FLAG_FROM_ADDRESS | GET_MODULE_HANDLE_EX_FLAG_UNCHANGED_REFCOUNT;
    if (!GetModuleHandleExA(flags, (LPCSTR)function, &module) ||
        GetModuleFileNameA(module, path, sizeof path) == 0) {
        return NULL;
    }
    return path_normalize(arena, path);
#else
    void *address = NULL; /* C has no conversion for this, POSIX says that the bytes are the same */
    memcpy(&address, &function, sizeof address);
    Dl_info info;
    return dladdr(address, &info) != 0 && info.dli_fname != NULL
               ? path_normalize(arena, info.dli_fname)
               : NULL;
#endif
}

void os_keep_memory(void)
{
#ifdef M_TRIM_THRESHOLD /* glibc's */
    enum { MIB = 1024 * 1024 };
    (void)mallopt(M_TRIM_THRESHOLD, 1024 * MIB);
    (void)mallopt(M_TOP_PAD, 16 * MIB);
    (void)mallopt(M_MMAP_THRESHOLD, 32 * MIB); /* the most it takes */
#endif
}
