/*
 * text.h - facts as text: stable, complete, and readable by people.
 *
 * It is what `dllmain-lint dump facts` prints, what worker processes send home, and what tests of
 * the later stages are written in.  Writing, reading and writing again gives the same bytes.
 */
#ifndef DLL_FACTS_TEXT_H
#define DLL_FACTS_TEXT_H

#include <stddef.h>

#include "base/strbuf.h"
#include "facts/facts.h"

/* Appends the unit. */
void facts_write(struct strbuf *out, const struct unit *unit);

/* Reads a unit; the text is hostile input.  Returns NULL with `*error` set ("line 12: expected a
 * symbol's id below 40, found '77'") when it is damaged: ids out of range, cycles, unknown words.
 */
struct unit *facts_read(struct arena *arena, const char *text, size_t len, const char **error);

#endif
