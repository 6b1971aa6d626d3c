/* text.c - encodings, escaping, globs and the nearest word. */
#include "base/text.h"

#include <string.h>

/* Returns the length of the well-formed UTF-8 sequence at `p` (Unicode 15, table 3-7), 0 if it is
 * ill-formed. */
static size_t sequence_len(const unsigned char *p, size_t left)
{
    if (p[0] < 0x80) {
        return 1;
    }
    size_t len = p[0] >= 0xf0 ? 4 : p[0] >= 0xe0 ? 3 : 2;
    if (p[0] < 0xc2 || p[0] > 0xf4 || left < len) {
        return 0;
    }
    unsigned char low = 0x80;
    unsigned char high = 0xbf;
    if (p[0] == 0xe0) {
        low = 0xa0;
    } else if (p[0] == 0xed) {
        high = 0x9f;
    } else if (p[0] == 0xf0) {
        low = 0x90;
    } else if (p[0] == 0xf4) {
        high = 0x8f;
    }
    if (p[1] < low || p[1] > high) {
        return 0;
    }
    for (size_t i = 2; i < len; i++) {
        if (p[i] < 0x80 || p[i] > 0xbf) {
            return 0;
        }
    }
    return len;
}

/* Returns how many bytes of ASCII stand at `p`, in steps of eight: most text is nothing else. */
static size_t ascii_run(const unsigned char *p, size_t left)
{
    size_t n = 0;
    for (uint64_t eight; left - n >= sizeof eight; n += sizeof eight) {
        memcpy(&eight, p + n, sizeof eight);
        if ((eight & 0x8080808080808080U) != 0) {
            break;
        }
    }
    return n;
}

bool text_is_utf8(const char *text, size_t len)
{
    const unsigned char *p = (const unsigned char *)text;
    for (size_t i = ascii_run(p, len); i < len; i += ascii_run(p + i, len - i)) {
        size_t n = sequence_len(p + i, len - i);
        if (n == 0) {
            return false;
        }
        i += n;
    }
    return true;
}

char *text_clean_utf8(struct arena *arena, const char *text, size_t len)
{
    if (text_is_utf8(text, len)) {
        return arena_strndup(arena, text, len);
    }
    struct strbuf out;
    strbuf_init(&out, arena);
    const unsigned char *p = (const unsigned char *)text;
    for (size_t i = 0; i < len;) {
        size_t n = sequence_len(p + i, len - i);
        if (n == 0) {
            strbuf_adds(&out, "\xef\xbf\xbd");
            i++;
        } else {
            strbuf_add(&out, text + i, n);
            i += n;
        }
    }
    return out.text;
}

static void add_code_point(struct strbuf *out, uint32_t c)
{
    if (c < 0x80) {
        strbuf_addc(out, (char)c);
    } else if (c < 0x800) {
        strbuf_addc(out, (char)(0xc0U | c >> 6));
        strbuf_addc(out, (char)(0x80U | (c & 0x3fU)));
    } else if (c < 0x10000) {
        strbuf_addc(out, (char)(0xe0U | c >> 12));
        strbuf_addc(out, (char)(0x80U | (c >> 6 & 0x3fU)));
        strbuf_addc(out, (char)(0x80U | (c & 0x3fU)));
    } else {
        strbuf_addc(out, (char)(0xf0U | c >> 18));
        strbuf_addc(out, (char)(0x80U | (c >> 12 & 0x3fU)));
        strbuf_addc(out, (char)(0x80U | (c >> 6 & 0x3fU)));
        strbuf_addc(out, (char)(0x80U | (c & 0x3fU)));
    }
}

char *text_from_utf16(struct arena *arena, const char *text, size_t len, size_t *out_len)
{
    const unsigned char *p = (const unsigned char *)text;
    if (len < 2 || !((p[0] == 0xff && p[1] == 0xfe) || (p[0] == 0xfe && p[1] == 0xff))) {
        return NULL;
    }
    size_t low = p[0] == 0xff ? 0 : 1;
    struct strbuf out;
    strbuf_init(&out, arena);
    for (size_t i = 2; i + 1 < len; i += 2) {
        uint32_t c = (uint32_t)p[i + low] | (uint32_t)p[i + 1 - low] << 8;
        if (c >= 0xd800 && c < 0xdc00 && i + 3 < len) {
            uint32_t d = (uint32_t)p[i + 2 + low] | (uint32_t)p[i + 3 - low] << 8;
            if (d >= 0xdc00 && d < 0xe000) {
                c = 0x10000 + ((c - 0xd800) << 10) + (d - 0xdc00);
                i += 2;
            }
        }
        add_code_point(&out, c >= 0xd800 && c < 0xe000 ? 0xfffd : c);
    }
    *out_len = out.len;
    return out.text;
}

uint32_t text_utf16_units(const char *line, size_t bytes)
{
    const unsigned char *p = (const unsigned char *)line;
    uint32_t units = 0;
    for (size_t i = 0; i < bytes && p[i] != '\0';) {
        size_t n = sequence_len(p + i, strnlen(line + i, 4));
        units += n == 4 ? 2 : 1;
        i += n == 0 ? 1 : n;
    }
    return units;
}

void text_escape_control(struct strbuf *out, const char *text, bool keep_lines)
{
    const unsigned char *p = (const unsigned char *)text;
    size_t len = strlen(text);
    for (size_t i = 0; i < len;) {
        size_t n = sequence_len(p + i, len - i);
        bool control = p[i] < 0x20 || p[i] == 0x7f || (n == 2 && p[i] == 0xc2 && p[i + 1] < 0xa0);
        bool kept = keep_lines && (p[i] == '\n' || p[i] == '\t');
        if (n > 0 && (!control || kept)) {
            strbuf_add(out, text + i, n);
            i += n;
            continue;
        }
        for (size_t end = i + (n == 0 ? 1 : n); i < end; i++) {
            strbuf_printf(out, "\\x%02X", p[i]);
        }
    }
}

static char lower(char c)
{
    return c >= 'A' && c <= 'Z' ? (char)(c + ('a' - 'A')) : c;
}

static bool same_char(char a, char b, bool nocase)
{
    return a == b || (nocase && lower(a) == lower(b));
}

static bool match(const char *glob, const char *text, bool nocase)
{
    const char *star = NULL;
    const char *retry = NULL;
    while (*text != '\0') {
        if (*glob == '*') {
            star = glob++;
            retry = text;
        } else if (*glob == '?' || same_char(*glob, *text, nocase)) {
            glob++;
            text++;
        } else if (star != NULL) {
            glob = star + 1;
            text = ++retry;
        } else {
            return false;
        }
    }
    while (*glob == '*') {
        glob++;
    }
    return *glob == '\0';
}

bool text_glob(const char *glob, const char *text)
{
    return match(glob, text, false);
}

bool text_glob_nocase(const char *glob, const char *text)
{
    return match(glob, text, true);
}

bool text_same_nocase(const char *a, const char *b)
{
    while (*a != '\0' && lower(*a) == lower(*b)) {
        a++;
        b++;
    }
    return lower(*a) == lower(*b);
}

bool text_starts(const char *text, const char *prefix)
{
    return strncmp(text, prefix, strlen(prefix)) == 0;
}

bool text_ends(const char *text, const char *suffix)
{
    size_t len = strlen(text);
    size_t suffix_len = strlen(suffix);
    return len >= suffix_len && strcmp(text + len - suffix_len, suffix) == 0;
}

enum { LONGEST_WORD = 63 };

/* Levenshtein distance, letters' case ignored; words longer than LONGEST_WORD are far from
 * everything. */
static size_t distance(const char *a, const char *b)
{
    size_t a_len = strlen(a);
    size_t b_len = strlen(b);
    if (a_len > LONGEST_WORD || b_len > LONGEST_WORD) {
        return SIZE_MAX;
    }
    size_t row[LONGEST_WORD + 1];
    for (size_t j = 0; j <= b_len; j++) {
        row[j] = j;
    }
    for (size_t i = 1; i <= a_len; i++) {
        size_t diagonal = row[0];
        row[0] = i;
        for (size_t j = 1; j <= b_len; j++) {
            size_t best = diagonal + (lower(a[i - 1]) == lower(b[j - 1]) ? 0 : 1);
            diagonal = row[j];
            best = row[j] + 1 < best ? row[j] + 1 : best;
            best = row[j - 1] + 1 < best ? row[j - 1] + 1 : best;
            row[j] = best;
        }
    }
    return row[b_len];
}

const char *text_nearest(const char *word, const char *const *words, size_t n_words)
{
    const char *nearest = NULL;
    size_t len = strlen(word);
    size_t too_far = (len == 0 ? 1 : (len + 2) / 3) + 1;
    for (size_t i = 0; i < n_words; i++) {
        size_t d = distance(word, words[i]);
        if (d < too_far) {
            too_far = d;
            nearest = words[i];
        }
    }
    return nearest;
}
