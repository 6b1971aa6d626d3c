/* guess.h - findings that hang on one condition which could not be read, or on what one pointer
 * holds, inside verdict/. */
#ifndef DLL_VERDICT_GUESS_H
#define DLL_VERDICT_GUESS_H

#include "verdict/verdict.h"

/* Of the findings from `first` on behind one guessed call, or of one API behind one call through a
 * pointer, keeps the one with the shortest path, and says in its reason how many there are; a cut
 * names each of the others, or it gets their paths. */
void guess_fold(struct arena *arena, struct report_data *data, uint32_t first);

#endif
