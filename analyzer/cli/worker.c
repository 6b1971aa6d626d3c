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

/* Takes the strings of a request apart: file, source root ("" for none), arguments. */
static struct extract_request parse_request(struct arena *arena, const char *text, size_t len)
{
    VEC(const char *) parts = {0};
    for (size_t i = 0; i < len; i += strlen(text + i) + 1) {
        VEC_PUSH(arena, &parts, text + i);
    }
    struct extract_request request = {0};
    if (parts.n >= 2) {
        request.file = parts.at[0];
        request.source_root = parts.at[1][0] == '\0' ? NULL : parts.at[1];
        request.args = parts.at + 2;
        request.n_args = parts.n - 2;
    }
    return request;
}

static bool answer(struct arena *arena, size_t length)
{
    char *text = arena_alloc(arena, length + 1);
    if (!read_bytes(text, length)) {
        return false;
    }
    struct extract_request request = parse_request(arena, text, length);
    if (request.file == NULL) {
        return false;
    }
    struct strbuf out;
    strbuf_init(&out, arena);
    facts_write(&out, facts_extract(arena, &request));
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
