/* strbuf.c - text that grows by doubling. */
#include "base/strbuf.h"

#include <stdarg.h>
#include <stdio.h>
#include <string.h>

static void make_room(struct strbuf *buf, size_t more)
{
    if (buf->cap - buf->len > more) {
        return;
    }
    size_t cap = buf->cap;
    while (cap - buf->len <= more) {
        cap *= 2;
    }
    char *text = arena_alloc(buf->arena, cap);
    memcpy(text, buf->text, buf->len + 1);
    buf->text = text;
    buf->cap = cap;
}

void strbuf_init(struct strbuf *buf, struct arena *arena)
{
    buf->arena = arena;
    buf->len = 0;
    buf->cap = 256;
    buf->text = arena_alloc(arena, buf->cap);
}

void strbuf_add(struct strbuf *buf, const char *text, size_t len)
{
    make_room(buf, len);
    if (len > 0) {
        memcpy(buf->text + buf->len, text, len);
    }
    buf->len += len;
    buf->text[buf->len] = '\0';
}

void strbuf_adds(struct strbuf *buf, const char *text)
{
    strbuf_add(buf, text, strlen(text));
}

void strbuf_addc(struct strbuf *buf, char c)
{
    strbuf_add(buf, &c, 1);
}

void strbuf_printf(struct strbuf *buf, const char *format, ...)
{
    va_list args;
    va_start(args, format);
    va_list again;
    va_copy(again, args);
    int len = vsnprintf(NULL, 0, format, args);
    va_end(args);
    if (len > 0) {
        make_room(buf, (size_t)len);
        (void)vsnprintf(buf->text + buf->len, (size_t)len + 1, format, again);
        buf->len += (size_t)len;
    }
    va_end(again);
}

void strbuf_add_number(struct strbuf *buf, int64_t number)
{
    char digits[20];
    size_t n = sizeof digits;
    uint64_t rest = number < 0 ? 0 - (uint64_t)number : (uint64_t)number;
    do {
        digits[--n] = (char)('0' + rest % 10);
        rest /= 10;
    } while (rest > 0);
    if (number < 0) {
        strbuf_addc(buf, '-');
    }
    strbuf_add(buf, digits + n, sizeof digits - n);
}
