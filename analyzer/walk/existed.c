/*
 * existed.c - was a mutex made, or did it exist before?
 *
 * An API that makes a named mutex for the calling thread gives one that exists already where there
 * is one, and then the thread does not own it; which of the two it was is told by the error of the
 * thread, right after.  So the handle is a "made-mutex" at first, and a comparison of a
 * "last-error" with the number that packs give for this makes it an "own-mutex" on one branch and a
 * "mutex" on the other.  Where nobody asks it stays what it is: a wait for it is a wait.
 *
 * Does not know which call between the two sets the error anew.
 */
#include <string.h>

#include "walk/engine.h"

static bool is_made(struct value value, const char *what)
{
    return value.kind == VALUE_HANDLE && strcmp(value.text, what) == 0;
}

/* Says of all mutexes of which it is not known what they are. */
static void settle(struct frame *f, struct state *s, const char *what)
{
    for (uint32_t cell = 1; cell < s->n && !s->dead; cell++) {
        if (is_made(s->at[cell], "made-mutex")) {
            struct value value = s->at[cell];
            value.text = what;
            state_store(f, s, cell, value);
        }
    }
}

/* The number that the error has where the thing existed; 0: no pack tells. */
static int64_t existed_error(const struct packs *packs)
{
    for (uint32_t i = 0; i < packs->apis.n; i++) {
        if (strcmp(packs->apis.at[i].returns, "last-error") == 0) {
            return packs->apis.at[i].existed;
        }
    }
    return 0;
}

void existed_learn(const struct engine *e, struct frame *f, struct value asked, struct value number,
                   const struct branches *branches)
{
    if (!is_made(asked, "last-error") || number.kind != VALUE_INT) {
        return;
    }
    if (number.number == 0) { /* no error at all: it is new */
        settle(f, branches->equal, "own-mutex");
        settle(f, branches->unequal, "mutex");
    } else if (number.number == existed_error(e->program->packs)) {
        settle(f, branches->equal, "mutex");
        settle(f, branches->unequal, "own-mutex");
    }
}

void existed_forget(struct frame *f, struct state *s, struct value made)
{
    if (is_made(made, "made-mutex")) {
        settle(f, s, "mutex");
    }
}
