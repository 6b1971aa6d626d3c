/* steps.h - places, steps and their source lines as text for people. */
#ifndef DLL_REPORT_STEPS_H
#define DLL_REPORT_STEPS_H

#include "report/prose.h"
#include "report/report.h"
#include "report/source.h"

/* What is needed to write steps. */
struct step_writer {
    struct prose *prose;
    struct arena *scratch;
    struct sources *sources;
    const struct report_data *data; /* for its root folder */
};

/* Returns "file:line:column", as far as they are known. */
const char *steps_place(const struct step_writer *writer, const struct place *place);

/* Returns "f calls g (how)", or "f how" for a step that is no call, and the macro it stands in. */
const char *steps_words(const struct step_writer *writer, const struct step *step);

/* Appends "  1. place: f calls g (how)" for the step at index `i`, and its source line, with a mark
 * if `marked`.  Without `calls` it is "f how": a step that is no call. */
void steps_write(const struct step_writer *writer, const struct step *step, uint32_t i,
                 bool marked);

#endif
