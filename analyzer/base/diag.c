/* diag.c - one line a message, made safe for a terminal. */
#include "base/diag.h"

#include <stdarg.h>
#include <stdio.h>

#include "base/arena.h"
#include "base/text.h"

static void say(struct diag *diag, const char *word, const char *place, const char *text)
{
    struct arena *scratch = arena_create();
    struct strbuf line;
    strbuf_init(&line, scratch);
    strbuf_printf(&line, "dllmain-lint: %s: ", word);
    if (place != NULL) {
        text_escape_control(&line, place, false);
        strbuf_adds(&line, ": ");
    }
    text_escape_control(&line, text, false);
    strbuf_addc(&line, '\n');
    if (diag->to != NULL) {
        strbuf_add(diag->to, line.text, line.len);
    } else {
        (void)fwrite(line.text, 1, line.len, stderr);
    }
    arena_destroy(scratch);
}

static void vsay(struct diag *diag, const char *word, const char *place, const char *format,
                 va_list args)
{
    struct arena *scratch = arena_create();
    say(diag, word, place, arena_vprintf(scratch, format, args));
    arena_destroy(scratch);
}

void diag_error(struct diag *diag, const char *place, const char *format, ...)
{
    diag->n_errors++;
    va_list args;
    va_start(args, format);
    vsay(diag, "error", place, format, args);
    va_end(args);
}

void diag_warning(struct diag *diag, const char *place, const char *format, ...)
{
    diag->n_warnings++;
    if (diag->quiet) {
        return;
    }
    va_list args;
    va_start(args, format);
    vsay(diag, "warning", place, format, args);
    va_end(args);
}

void diag_note(struct diag *diag, const char *place, const char *format, ...)
{
    if (diag->quiet) {
        return;
    }
    va_list args;
    va_start(args, format);
    vsay(diag, "note", place, format, args);
    va_end(args);
}
