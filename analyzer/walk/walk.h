/*
 * walk.h - the abstract interpreter: what every root reaches in every phase.
 *
 * Takes a linked program; gives reach (walk/reach.h).  See engine.h for how it works.
 */
#ifndef DLL_WALK_WALK_H
#define DLL_WALK_WALK_H

#include "base/strbuf.h"
#include "program/program.h"
#include "walk/reach.h"

/* Walks every root of the program in each of its phases.  The result lives in the arena and refers
 * to the program's texts. */
struct reach *walk_program(struct arena *arena, const struct program *program);

/* Appends reach as text: roots, sinks with their paths, cuts. */
void walk_write(struct strbuf *out, const struct reach *reach);

#endif
