/* worker.c - the worker's side of the pool: requests in, facts out. */
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

#include "base/os.h"
#include "base/strbuf.h"
#include "cli/pool.h"
#include "facts/extract.h"
#include "facts/text.h"

enum { STANDARD_INPUT = 0, STANDARD_OUTPUT = 1, LONGEST_LENGTH = 20 };

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
        strbuf_adds(out, failure == NULL ? POOL_PREAMBLE_MADE : failure);
    }
    os_watch(NULL);
}

static bool answer(struct arena *arena, size_t length)
{
    char *text = arena_alloc(arena, length + 1);
    struct order order;
    if (!read_bytes(text, length) || !parse_request(arena, text, length, &order)) {
        return false;
    }
    struct strbuf out;
    strbuf_init(&out, arena);
    work(arena, &order, &out);
    const char *head = arena_printf(arena, "%zu\n", out.len);
    return os_write_descriptor(STANDARD_OUTPUT, head, strlen(head)) &&
           os_write_descriptor(STANDARD_OUTPUT, out.text, out.len);
}

int pool_work(void)
{
    size_t length = 0;
    while (read_length(&length)) {
        struct arena *arena = arena_create();
        bool answered = answer(arena, length);
        arena_destroy(arena);
        if (!answered) {
            return EXIT_FAILURE;
        }
    }
    return EXIT_SUCCESS;
}
