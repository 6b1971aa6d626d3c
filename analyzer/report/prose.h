/* prose.h - text for a terminal: wrapped paragraphs, source lines with a mark, colours. */
#ifndef DLL_REPORT_PROSE_H
#define DLL_REPORT_PROSE_H

#include <stdbool.h>
#include <stdint.h>

#include "base/strbuf.h"
#include "report/source.h"

/* How text is laid out. */
struct prose {
    struct strbuf *out;
    uint32_t width; /* columns */
    bool colour;
    bool terminal; /* a person's window: what else is one line is wrapped, and links are made */
};

enum colour { COLOUR_NONE, COLOUR_BOLD, COLOUR_RED, COLOUR_MAGENTA, COLOUR_CYAN, COLOUR_DIM };

/* Appends text, escaped for a terminal, in a colour if colours are on. */
void prose_add(struct prose *prose, enum colour colour, const char *text);

/* Appends text at column `*column` and moves that.  On a terminal it is wrapped between words and
 * goes on at column `indent`; elsewhere it stays on its line, for those who read lines. */
void prose_flow(struct prose *prose, uint32_t *column, uint32_t indent, enum colour colour,
                const char *text);

/* Appends a text that opens `url` where it is clicked; the text alone elsewhere than on a terminal,
 * and where the URL (may be NULL) is no plain https one.
 * Source: https://gist.github.com/egmontkob/eb114294efbcd5adb1944c9f3cb5feda (OSC 8) */
void prose_link(struct prose *prose, const char *url, const char *text);

/* Appends "LABEL: text", all of the text at column `indent`.  Each line of the text is a paragraph
 * and is wrapped; one that begins with four blanks is code and stays as it is; empty ones are left
 * out.  Nothing if the text is NULL or empty. */
void prose_paragraph(struct prose *prose, uint32_t indent, const char *label, const char *text);

/* Appends a source line behind its number, tabs as blanks, control characters and those that
 * reorder text made visible, cut to the width; `mark` (may be NULL) gets carets below it. */
void prose_source(struct prose *prose, uint32_t number, struct slice line,
                  const struct token *mark);

#endif
