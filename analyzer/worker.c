/*
 * worker.c - dllmain-lint-worker, the only program that knows clang: requests in, facts out.
 *
 * The analyzer (main.c) starts it beside itself, as many as it needs, and none where all facts are
 * known: loading libclang takes longer than many a run.  It ends after an answer when it has grown:
 * libclang does not give back all memory of a unit.
 */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/strbuf.h"
#include "facts/extract.h"
#include "facts/request.h"
#include "facts/text.h"

enum { STANDARD_INPUT = 0, STANDARD_OUTPUT = 1, LONGEST_LENGTH = 20 };

enum { STACK_BYTES = 512 * 1024 * 1024 }; /* deeply nested sources are walked by recursion */

enum { MOST_KIB = 220 * 1024 }; /* of memory between two units, for a worker that goes on */

/* Reads "123\n"; returns false at the end of the input or if it is no length. */
static bool read_length(size_t *length)
{
    char digits[LONGEST_LENGTH + 1] = {0};
    for (int i = 0; i < LONGEST_LENGTH; i++) {
        if (os_read_descriptor(STANDARD_INPUT, &digits[i], 1) <= 0) {
            return false;
        }
        if (digits[i] == '\n') {
            char *end = NULL;
            *length = strtoul(digits, &end, 10);
            return i > 0 && *end == '\n';
        }
    }
    return false;
}

static bool read_bytes(char *to, size_t len)
{
    while (len > 0) {
        int64_t n = os_read_descriptor(STANDARD_INPUT, to, len);
        if (n <= 0) {
            return false;
        }
        to += n;
        len -= (size_t)n;
    }
    return true;
}

/* A request taken apart. */
struct order {
    struct extract_request request;
    const char *make; /* NULL: facts are wanted */
    uint32_t n;
    struct os_limits limits;
};

static const char *text_or_null(const char *text)
{
    return *text == '\0' ? NULL : text;
}

/* Returns false if strings are missing. */
static bool parse_request(struct arena *arena, const char *text, size_t len, struct order *order)
{
    VEC(const char *) parts = {0};
    for (size_t i = 0; i < len; i += strlen(text + i) + 1) {
        VEC_PUSH(arena, &parts, text + i);
    }
    if (parts.n < REQUEST_ARGS) {
        return false;
    }
    *order =
        (struct order){.request = {.file = parts.at[REQUEST_FILE],
                                   .source_root = text_or_null(parts.at[REQUEST_ROOT]),
                                   .preamble = text_or_null(parts.at[REQUEST_PREAMBLE]),
                                   .args = parts.at + REQUEST_ARGS,
                                   .n_args = parts.n - REQUEST_ARGS},
                       .make = text_or_null(parts.at[REQUEST_MAKE]),
                       .n = (uint32_t)strtoul(parts.at[REQUEST_COUNT], NULL, 10),
                       .limits = {.seconds = (uint32_t)strtoul(parts.at[REQUEST_TIMEOUT], NULL, 10),
                                  .mib = (uint32_t)strtoul(parts.at[REQUEST_MEMORY], NULL, 10)}};
    return true;
}

static void work(struct arena *arena, const struct order *order, struct strbuf *out)
{
    os_watch(&order->limits);
    if (order->make == NULL) {
        facts_write(out, facts_extract(arena, &order->request));
    } else {
        const char *failure = facts_make_preamble(arena, &order->request, order->n, order->make);
        strbuf_adds(out, failure == NULL ? ANSWER_MADE : failure);
    }
    os_watch(NULL);
}

/* Answers one request.  Returns false at the last one, or if it cannot be answered. */
static bool answer(struct arena *arena, size_t length, int *status)
{
    char *text = arena_alloc(arena, length + 1);
    struct order order;
    if (!read_bytes(text, length) || !parse_request(arena, text, length, &order)) {
        return false;
    }
    struct strbuf out;
    strbuf_init(&out, arena);
    work(arena, &order, &out);
    bool last = os_memory_kib() > MOST_KIB;
    const char *head = arena_printf(arena, last ? "%zu%c\n" : "%zu\n", out.len, ANSWER_LAST);
    bool written = os_write_descriptor(STANDARD_OUTPUT, head, strlen(head)) &&
                   os_write_descriptor(STANDARD_OUTPUT, out.text, out.len);
    *status = written ? EXIT_SUCCESS : EXIT_FAILURE;
    return written && !last;
}

/* Answers requests until standard input ends.  Returns the exit status. */
static int answer_all(void)
{
    size_t length = 0;
    int status = EXIT_SUCCESS;
    while (read_length(&length)) {
        struct arena *arena = arena_create();
        status = EXIT_FAILURE;
        bool goes_on = answer(arena, length, &status);
        arena_destroy(arena);
        if (!goes_on) {
            break;
        }
    }
    return status;
}

static int about(void)
{
    struct arena *arena = arena_create();
    const char *library = facts_clang_library(arena);
    (void)printf("%s\n%s\n", facts_clang_version(arena), library != NULL ? library : "");
    arena_destroy(arena);
    return EXIT_SUCCESS;
}

static int misused(void)
{
    (void)fputs("dllmain-lint-worker: dllmain-lint starts this program; it is of no use alone\n",
                stderr);
    return EXIT_FAILURE;
}

/* The arguments and the result of the program, for the thread that runs it. */
struct worker_run {
    int argc;
    char **argv;
    int status;
};

static void run(void *data)
{
    struct worker_run *worker = data;
    if (worker->argc == 1 && !os_is_terminal(STANDARD_INPUT)) {
        worker->status = answer_all();
    } else if (worker->argc == 2 && strcmp(worker->argv[1], REQUEST_ABOUT) == 0) {
        worker->status = about();
    } else {
        worker->status = misused();
    }
}

int main(int argc, char **argv)
{
    struct worker_run worker = {argc, argv, EXIT_FAILURE};
    os_ignore_broken_pipes();
    os_keep_memory();
    os_run_on_stack(STACK_BYTES, run, &worker);
    exit(worker.status);
}
