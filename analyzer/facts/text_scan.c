/*
 * text_scan.c - cuts the text form of facts into tokens.  Takes hostile bytes; gives tokens or one
 * message with the line.  Does not know what the tokens mean.
 *
 * Every token is looked at once and strings are the only thing that is allocated, each of at most
 * the length of its text, so time and memory are linear in the input whatever it says.
 */
#include "facts/text_scan.h"

#include <string.h>

#include "base/text.h"

enum {
    MAX_SHOWN = 40, /* bytes of a wrong token that the message shows */
    MAX_WORDS = 128,
};

void scan_init(struct scan *scan, struct arena *arena, const char *text, size_t len)
{
    *scan = (struct scan){.arena = arena, .text = text, .at = text, .end = text + len};
}

/* Returns whether a word or a number ends before the byte. */
static bool is_end(char c)
{
    return c == ' ' || c == ')' || c == '\n' || c == '(' || c == ';' || c == '"' || c == '\r' ||
           c == '\t';
}

static bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

static void skip_label(struct scan *scan)
{
    while (scan->at < scan->end && !strchr(" \t\r\n()", *scan->at)) {
        scan->at++;
    }
}

static void skip_comment(struct scan *scan)
{
    const char *newline = memchr(scan->at, '\n', (size_t)(scan->end - scan->at));

    scan->at = newline ? newline : scan->end;
}

char scan_peek(struct scan *scan)
{
    for (; scan->at < scan->end;) {
        switch (*scan->at) {
        case ' ':
        case '\n':
        case '\r':
        case '\t':
            scan->at++;
            break;
        case ';':
            skip_label(scan);
            break;
        case '#':
            skip_comment(scan);
            break;
        default:
            return *scan->at;
        }
    }
    return '\0';
}

void scan_take(struct scan *scan, char c)
{
    if (scan_peek(scan) == c) {
        scan->at++;
    } else {
        scan_expected(scan, scan->at, "'%c'", c);
    }
}

struct word scan_word(struct scan *scan)
{
    struct word word = {scan->at, 0};

    while (scan->at < scan->end && !is_end(*scan->at)) {
        scan->at++;
    }
    word.len = (size_t)(scan->at - word.text);
    return word;
}

/* Takes digits.  Returns false, with nothing taken, if there are none or the number is over `max`.
 */
static bool take_digits(struct scan *scan, uint64_t max, uint64_t *value)
{
    const char *at = scan->at;

    *value = 0;
    for (; at < scan->end && is_digit(*at); at++) {
        uint64_t digit = (uint64_t)(*at - '0');
        if (digit > max || *value > (max - digit) / 10) {
            return false;
        }
        *value = *value * 10 + digit;
    }
    if (at == scan->at || (at < scan->end && !is_end(*at) && *at != ':')) {
        return false;
    }
    scan->at = at;
    return true;
}

uint64_t scan_number(struct scan *scan, uint64_t max, const char *what)
{
    uint64_t value;

    scan_peek(scan);
    if (!take_digits(scan, max, &value)) {
        scan_expected(scan, scan->at, "%s of at most %llu", what, (unsigned long long)max);
        return 0;
    }
    return value;
}

int64_t scan_integer(struct scan *scan)
{
    const char *start = scan->at;
    bool negative = start < scan->end && *start == '-';
    uint64_t max = (uint64_t)INT64_MAX + (negative ? 1 : 0);
    uint64_t value;

    scan->at += negative ? 1 : 0;
    if (!take_digits(scan, max, &value)) {
        scan_expected(scan, start, "a number of 64 bits");
        return 0;
    }
    if (!negative) {
        return (int64_t)value;
    }
    return value > (uint64_t)INT64_MAX ? INT64_MIN : -(int64_t)value;
}

/* Returns the value of a hexadecimal digit as the writer makes them, or -1. */
static int hex_value(char c)
{
    if (is_digit(c)) {
        return c - '0';
    }
    return c >= 'a' && c <= 'f' ? c - 'a' + 10 : -1;
}

/* Reads what stands behind a backslash, `len` bytes at most.  Returns the byte meant and sets the
 * bytes used, or returns NUL. */
static char unescape(const char *text, size_t len, size_t *used)
{
    int high, low;

    *used = 1;
    switch (len ? *text : '\0') {
    case '"':
    case '\\':
        return *text;
    case 'n':
        return '\n';
    case 't':
        return '\t';
    case 'x':
        high = len > 2 ? hex_value(text[1]) : -1;
        low = len > 2 ? hex_value(text[2]) : -1;
        *used = 3;
        return high < 0 || low < 0 ? '\0' : (char)(unsigned char)(high * 16 + low);
    default:
        return '\0';
    }
}

/* Returns the text between quotes with its escapes resolved. */
static const char *decode(struct scan *scan, const char *text, size_t len)
{
    char *result = arena_alloc(scan->arena, len + 1);
    size_t n = 0;

    for (size_t i = 0; i < len;) {
        size_t used = 0;
        if (text[i] != '\\') {
            result[n++] = text[i++];
            continue;
        }
        result[n] = unescape(text + i + 1, len - i - 1, &used);
        if (!result[n++]) {
            scan_expected(scan, text + i, "\\\", \\\\, \\n, \\t or \\x01 to \\xff");
            return "";
        }
        i += 1 + used;
    }
    return result;
}

const char *scan_string(struct scan *scan)
{
    const char *start = scan->at;
    const char *at = start + 1;
    bool escaped = false;

    if (scan_peek(scan) != '"') {
        scan_expected(scan, scan->at, "a string");
        return "";
    }
    start = scan->at;
    for (at = start + 1; at < scan->end && *at != '"' && *at != '\n'; at++) {
        if (*at == '\\' && at + 1 < scan->end) {
            escaped = true;
            at++;
        }
    }
    if (at >= scan->end || *at != '"') {
        scan_expected(scan, start, "a string that ends on its line");
        return "";
    }
    scan->at = at + 1;
    start++;
    return escaped ? decode(scan, start, (size_t)(at - start))
                   : arena_strndup(scan->arena, start, (size_t)(at - start));
}

static uint32_t line_number(const struct scan *scan, const char *place)
{
    uint32_t line = 1;

    for (const char *at = scan->text; at < place; at++) {
        line += *at == '\n';
    }
    return line;
}

/* Returns what stands at the place, as it can be shown to a person. */
static const char *shown(struct scan *scan, const char *token)
{
    struct strbuf buf;
    size_t len = token < scan->end ? 1 : 0;

    while (len && len < MAX_SHOWN && token + len < scan->end && !is_end(token[len])) {
        len++;
    }
    if (len == 0) {
        return "the end of the text";
    }
    strbuf_init(&buf, scan->arena);
    strbuf_addc(&buf, '\'');
    text_escape_control(&buf, arena_strndup(scan->arena, token, len), false);
    strbuf_addc(&buf, '\'');
    return buf.text;
}

void scan_expected(struct scan *scan, const char *token, const char *format, ...)
{
    va_list args;

    if (!scan->error) {
        va_start(args, format);
        scan->error = arena_printf(scan->arena, "line %u: expected %s, found %s",
                                   (unsigned)line_number(scan, token),
                                   arena_vprintf(scan->arena, format, args), shown(scan, token));
        va_end(args);
    }
    scan->at = scan->end;
}

void scan_unknown(struct scan *scan, struct word word, const char *what,
                  const struct word_table *const *tables, size_t n_tables)
{
    const char *words[MAX_WORDS];
    const char *nearest;
    size_t n = 0;

    for (size_t i = 0; i < n_tables; i++) {
        for (uint32_t j = 0; j < tables[i]->n && n < MAX_WORDS; j++) {
            if (tables[i]->at[j].text) {
                words[n++] = tables[i]->at[j].text;
            }
        }
    }
    nearest = word.len && word.len < MAX_SHOWN
                  ? text_nearest(arena_strndup(scan->arena, word.text, word.len), words, n)
                  : NULL;
    if (nearest) {
        scan_expected(scan, word.text, "%s such as '%s'", what, nearest);
    } else {
        scan_expected(scan, word.text, "%s", what);
    }
}
