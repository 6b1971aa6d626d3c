/*
 * steps.c - places, steps and their source lines as text for people.
 *
 * What the text report and the answers of --why have in common.
 */
#include "report/steps.h"

#include "report/view.h"

enum { MAX_SOURCE_BYTES = 4000 };

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

void steps_write(const struct step_writer *writer, const struct step *step, uint32_t i, bool marked)
{
    struct prose *prose = writer->prose;
    strbuf_printf(prose->out, "  %3u. ", i + 1);
    prose_add(prose, COLOUR_NONE,
              arena_printf(writer->scratch, "%s: %s", steps_place(writer, &step->at),
                           steps_words(writer, step)));
    strbuf_addc(prose->out, '\n');
    write_source(writer, &step->at, marked);
}
