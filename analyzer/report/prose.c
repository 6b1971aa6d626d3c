/*
 * prose.c - text for a terminal: wrapped paragraphs, source lines with a mark, colours.
 *
 * Takes text of any origin (sources and packs are hostile); gives lines that cannot steer the
 * terminal and are, long words aside, no wider than asked.
 */
#include "report/prose.h"

#include <string.h>

#include "base/vec.h"
#include "report/utf.h"

/* Below NARROW columns text stands below its label, and numbers of lines take no more than they
 * need. */
enum { TAB = 4, GUTTER = 6, CONTEXT = 12, NARROW = 60, NARROW_INDENT = 4 };

#define CODE "    " /* what a line of code in prose begins with */

static const char *const codes[] = {
    [COLOUR_NONE] = "",           [COLOUR_BOLD] = "\x1b[1m",
    [COLOUR_RED] = "\x1b[1;31m",  [COLOUR_MAGENTA] = "\x1b[1;35m",
    [COLOUR_CYAN] = "\x1b[1;36m", [COLOUR_DIM] = "\x1b[2m",
};

/* Appends `len` bytes of safe text in a colour. */
static void add_coloured(struct prose *prose, enum colour colour, const char *text, size_t len)
{
    bool on = prose->colour && colour != COLOUR_NONE && len > 0;
    if (on) {
        strbuf_adds(prose->out, codes[colour]);
    }
    strbuf_add(prose->out, text, len);
    if (on) {
        strbuf_adds(prose->out, "\x1b[0m");
    }
}

/* Characters that reorder what stands around them (CVE-2021-42574), and line separators. */
static bool is_reordering(uint32_t c)
{
    return (c >= 0x202a && c <= 0x202e) || (c >= 0x2066 && c <= 0x2069) || c == 0x200e ||
           c == 0x200f || c == 0x061c || c == 0x2028 || c == 0x2029;
}

static bool is_control(uint32_t c)
{
    return c < 0x20 || (c >= 0x7f && c < 0xa0);
}

/* Appends one character of `text` made visible; returns the columns it takes. */
static uint32_t add_visible(struct strbuf *out, const char *text, size_t bytes, uint32_t c)
{
    size_t before = out->len;
    bool replaced = c == 0xfffd && !(bytes == 3 && (unsigned char)text[0] == 0xef);
    if (is_reordering(c)) {
        strbuf_printf(out, "<U+%04X>", c);
    } else if (is_control(c) || replaced) {
        for (size_t i = 0; i < bytes; i++) {
            strbuf_printf(out, "\\x%02X", (unsigned char)text[i]);
        }
    } else {
        strbuf_add(out, text, bytes);
        return utf_width(c);
    }
    return (uint32_t)(out->len - before);
}

/* Appends a whole text made visible; returns its columns. */
static uint32_t add_safe(struct strbuf *out, const char *text, size_t len)
{
    uint32_t columns = 0;
    for (size_t i = 0; i < len;) {
        uint32_t c;
        size_t bytes = utf_decode(text + i, len - i, &c);
        columns += add_visible(out, text + i, bytes, c);
        i += bytes;
    }
    return columns;
}

void prose_add(struct prose *prose, enum colour colour, const char *text)
{
    struct strbuf safe;
    strbuf_init(&safe, prose->out->arena);
    add_safe(&safe, text, strlen(text));
    add_coloured(prose, colour, safe.text, safe.len);
}

static void add_blanks(struct strbuf *out, uint32_t n)
{
    for (uint32_t i = 0; i < n; i++) {
        strbuf_addc(out, ' ');
    }
}

void prose_flow(struct prose *prose, uint32_t *column, uint32_t indent, enum colour colour,
                const char *text)
{
    if (!prose->terminal) {
        add_blanks(prose->out, (uint32_t)strspn(text, " "));
        prose_add(prose, colour, text + strspn(text, " "));
        return;
    }
    while (*text != '\0') {
        uint32_t n_blanks = (uint32_t)strspn(text, " ");
        size_t len = strcspn(text + n_blanks, " ");
        struct strbuf word;
        strbuf_init(&word, prose->out->arena);
        uint32_t columns = add_safe(&word, text + n_blanks, len);
        if (*column > indent && n_blanks > 0 && *column + n_blanks + columns > prose->width) {
            strbuf_addc(prose->out, '\n');
            n_blanks = indent;
            *column = 0;
        }
        add_blanks(prose->out, n_blanks);
        add_coloured(prose, colour, word.text, word.len);
        *column += n_blanks + columns;
        text += strspn(text, " ") + len;
    }
}

static bool is_plain_url(const char *url)
{
    bool plain = url && strncmp(url, "https://", 8) == 0;
    for (; plain && *url != '\0'; url++) {
        plain = *url > ' ' && *url <= '~';
    }
    return plain;
}

void prose_link(struct prose *prose, const char *url, const char *text)
{
    bool linked = prose->terminal && prose->colour && is_plain_url(url);
    if (linked) {
        strbuf_printf(prose->out, "\x1b]8;;%s\x1b\\", url);
    }
    prose_add(prose, COLOUR_NONE, text);
    if (linked) {
        strbuf_adds(prose->out, "\x1b]8;;\x1b\\");
    }
}

/* Appends one paragraph of `len` bytes, wrapped, from column `indent` on. */
static void add_words(struct prose *prose, uint32_t indent, const char *text, size_t len)
{
    const char *end = text + len;
    uint32_t column = indent;
    while (text < end) {
        size_t word_len = strcspn(text, " \t\r\n");
        struct strbuf word;
        strbuf_init(&word, prose->out->arena);
        uint32_t columns = add_safe(&word, text, word_len);
        if (column > indent && column + 1 + columns > prose->width) {
            strbuf_addc(prose->out, '\n');
            add_blanks(prose->out, indent);
            column = indent;
        } else if (column > indent && columns > 0) {
            strbuf_addc(prose->out, ' ');
            column++;
        }
        strbuf_add(prose->out, word.text, word.len);
        column += columns;
        text += word_len;
        text += strspn(text, " \t\r");
        text += text < end && *text == '\n';
    }
}

void prose_paragraph(struct prose *prose, uint32_t indent, const char *label, const char *text)
{
    if (!text || *text == '\0') {
        return;
    }
    uint32_t column = (uint32_t)strlen(label);
    add_coloured(prose, COLOUR_BOLD, label, strlen(label));
    if (prose->width < NARROW) {
        strbuf_adds(prose->out, column > 0 ? "\n" : "");
        column = 0;
        indent = NARROW_INDENT;
    }
    while (*text != '\0') {
        size_t len = strcspn(text, "\n");
        if (len > 0) {
            add_blanks(prose->out, column < indent ? indent - column : 0);
            column = 0;
            if (strncmp(text, CODE, sizeof CODE - 1) == 0) {
                add_safe(prose->out, text, len);
            } else {
                add_words(prose, indent, text, len);
            }
            strbuf_addc(prose->out, '\n');
        }
        text += len + (text[len] == '\n');
    }
}

/* A line as it is shown: its characters with the column where each begins. */
struct shown {
    struct strbuf text;
    VEC(uint32_t) columns;       /* by character, one more for the end */
    VEC(size_t) bytes;           /* where each character begins in `text`; one more for the end */
    uint32_t mark_from, mark_to; /* indices of characters */
};

static struct shown show_line(struct arena *arena, struct slice line, const struct token *mark)
{
    struct shown shown = {0};
    strbuf_init(&shown.text, arena);
    uint32_t column = 0;
    for (size_t i = 0; i < line.len;) {
        VEC_PUSH(arena, &shown.columns, column);
        VEC_PUSH(arena, &shown.bytes, shown.text.len);
        uint32_t c;
        size_t bytes = utf_decode(line.text + i, line.len - i, &c);
        if (mark && i < mark->to) {
            shown.mark_from += i < mark->from;
            shown.mark_to++;
        }
        if (c == '\t') {
            add_blanks(&shown.text, TAB - column % TAB);
            column += TAB - column % TAB;
        } else {
            column += add_visible(&shown.text, line.text + i, bytes, c);
        }
        i += bytes;
    }
    VEC_PUSH(arena, &shown.columns, column);
    VEC_PUSH(arena, &shown.bytes, shown.text.len);
    return shown;
}

/* Chooses which characters [from, to) fit into `width` columns, the mark among them. */
static void choose_window(const struct shown *shown, uint32_t width, uint32_t *from, uint32_t *to)
{
    uint32_t last = shown->columns.n - 1;
    uint32_t mark_column = shown->columns.at[shown->mark_from];
    uint32_t context = width / 2 < CONTEXT ? width / 2 : CONTEXT;
    *from = 0;
    if (shown->columns.at[last] > width && mark_column + context > width) {
        while (shown->columns.at[*from] + context < mark_column) {
            (*from)++;
        }
    }
    *to = *from;
    while (*to < last && shown->columns.at[*to + 1] - shown->columns.at[*from] <= width) {
        (*to)++;
    }
}

/* Appends what stands before a source line: its number (0: blanks) and a bar. */
static void add_gutter(struct prose *prose, uint32_t number)
{
    struct arena *arena = prose->out->arena;
    const char *label = number > 0 ? arena_printf(arena, "%u", number) : "";
    uint32_t gutter = prose->width < NARROW ? NARROW_INDENT + 1 : 2 * GUTTER;
    label = arena_printf(arena, "%*s | ", (int)gutter, label);
    add_coloured(prose, COLOUR_DIM, label, strlen(label));
}

static void add_carets(struct prose *prose, uint32_t from, uint32_t to)
{
    struct strbuf carets;
    strbuf_init(&carets, prose->out->arena);
    strbuf_addc(&carets, '^');
    for (uint32_t i = from + 1; i < to; i++) {
        strbuf_addc(&carets, '~');
    }
    add_coloured(prose, COLOUR_RED, carets.text, carets.len);
    strbuf_addc(prose->out, '\n');
}

void prose_source(struct prose *prose, uint32_t number, struct slice line, const struct token *mark)
{
    struct strbuf *out = prose->out;
    struct shown shown = show_line(out->arena, line, mark);
    uint32_t left = (prose->width < NARROW ? NARROW_INDENT + 1 : 2 * GUTTER) + 3;
    uint32_t from;
    uint32_t to;
    choose_window(&shown, prose->width > left + CONTEXT ? prose->width - left : CONTEXT, &from,
                  &to);
    add_gutter(prose, number);
    size_t start = shown.bytes.at[from];
    strbuf_add(out, shown.text.text + start, shown.bytes.at[to] - start);
    while (out->len > 0 && out->text[out->len - 1] == ' ') {
        out->text[--out->len] = '\0';
    }
    strbuf_addc(out, '\n');
    if (!mark || shown.mark_to <= shown.mark_from) {
        return;
    }
    add_gutter(prose, 0);
    uint32_t end = shown.mark_to < to ? shown.mark_to : to;
    uint32_t base = shown.columns.at[from];
    uint32_t column = shown.columns.at[shown.mark_from];
    add_blanks(out, column - base);
    add_carets(prose, column, shown.columns.at[end]);
}
