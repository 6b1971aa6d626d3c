/* guess.h - findings that hang on one condition which could not be read, inside verdict/. */
#ifndef DLL_VERDICT_GUESS_H
#define DLL_VERDICT_GUESS_H

#include "verdict/verdict.h"

/* Of the findings from `first` on behind one guessed call, keeps the one with
 * the shortest path, and says in its reason how many there are; a cut names each of the others. */
void guess_fold(struct arena *arena, struct report_data *data, uint32_t first);

#endif
