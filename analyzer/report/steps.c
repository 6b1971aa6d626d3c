/*
 * steps.c - places, steps and their source lines as text for people.
 *
 * What the text report and the answers of --why have in common.
 */
#include "report/steps.h"

#include "report/view.h"

enum { MAX_SOURCE_BYTES = 4000, STEP_INDENT = 7 };

const char *steps_place(const struct step_writer *writer, const struct place *place)
{
    const char *file = view_file(writer->scratch, writer->data, place);
    if (place->line == 0) {
        return file;
    }
    if (place->column == 0) {
        return arena_printf(writer->scratch, "%s:%u", file, place->line);
    }
    return arena_printf(writer->scratch, "%s:%u:%u", file, place->line,
                        source_column(writer->sources, place));
}

/* The source line of a place in the project; system headers and generated lines of great length are
 * not shown. */
static void write_source(const struct step_writer *writer, const struct place *place, bool marked)
{
    struct slice line;
    if (place->system || !source_line(writer->sources, place->file, place->line, &line)) {
        return;
    }
    if (line.len > MAX_SOURCE_BYTES) {
        return;
    }
    struct token token = source_token(line, place->column);
    prose_source(writer->prose, place->line, line, marked ? &token : NULL);
}

const char *steps_words(const struct step_writer *writer, const struct step *step)
{
    struct strbuf text;
    strbuf_init(&text, writer->scratch);
    strbuf_printf(&text, "%s %s%s", step->function ? step->function : "?",
                  step->calls ? "calls " : "",
                  step->calls     ? step->calls
                  : step->through ? step->through
                                  : "calls ?");
    if (step->through && step->calls) {
        strbuf_printf(&text, " (%s)", step->through);
    }
    if (step->at.macro) {
        strbuf_printf(&text, " [macro %s]", step->at.macro);
    }
    return text.text;
}

/* Where the text of the macro stands that a step is in, unless that is the place itself. */
static void write_macro(const struct step_writer *writer, const struct place *at, bool marked)
{
    struct place written = *at;
    written.file = at->spelling_file;
    written.line = at->spelling_line;
    written.column = at->spelling_column;
    if (!at->macro || !at->spelling_file || place_compare(&written, at) == 0) {
        return;
    }
    written.system = at->system || !view_in_project(writer->data, &written);
    uint32_t column = STEP_INDENT;
    strbuf_printf(writer->prose->out, "%*s", STEP_INDENT, "");
    prose_flow(writer->prose, &column, STEP_INDENT, COLOUR_NONE,
               arena_printf(writer->scratch, "macro %s, written at %s", at->macro,
                            steps_place(writer, &written)));
    strbuf_addc(writer->prose->out, '\n');
    write_source(writer, &written, marked);
}

void steps_write(const struct step_writer *writer, const struct step *step, uint32_t i, bool marked)
{
    struct prose *prose = writer->prose;
    uint32_t column = STEP_INDENT;
    strbuf_printf(prose->out, "  %3u. ", i + 1);
    prose_flow(prose, &column, STEP_INDENT, COLOUR_NONE,
               arena_printf(writer->scratch, "%s: %s", steps_place(writer, &step->at),
                            steps_words(writer, step)));
    strbuf_addc(prose->out, '\n');
    write_source(writer, &step->at, marked);
    write_macro(writer, &step->at, marked);
}
