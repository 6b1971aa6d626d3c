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
};

enum colour { COLOUR_NONE, COLOUR_BOLD, COLOUR_RED, COLOUR_MAGENTA, COLOUR_CYAN, COLOUR_DIM };

/* Appends text, escaped for a terminal, in a colour if colours are on. */
void prose_add(struct prose *prose, enum colour colour, const char *text);

/* Appends "LABEL: text", all of the text at column `indent`.  Each line of the text is a paragraph
 * and is wrapped; one that begins with four blanks is code and stays as it is; empty ones are left
 * out.  Nothing if the text is NULL or empty. */
void prose_paragraph(struct prose *prose, uint32_t indent, const char *label, const char *text);

/* Appends a source line behind its number, tabs as blanks, control characters and those that
 * reorder text made visible, cut to the width; `mark` (may be NULL) gets carets below it. */
void prose_source(struct prose *prose, uint32_t number, struct slice line,
                  const struct token *mark);

#endif
