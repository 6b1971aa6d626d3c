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

/* A walk whose paths can be searched again, around calls that somebody has judged. */
struct walk;

/* Walks as walk_program() does; everything lives in the arena. */
struct walk *walk_start(struct arena *arena, const struct program *program);

/* Returns what walk_program() would. */
const struct reach *walk_reach(const struct walk *walk);

/* Returns the sinks that are reached by paths without a call at which `stops` says so, each by the
 * shortest of those; cuts and counts are left out.  What was concluded of several sinks may be
 * missing, or be more than the whole walk concludes, as not all sinks are there. */
const struct reach *walk_around(struct walk *walk, const struct walk_stops *stops);

/* Appends reach as text: roots, sinks with their paths, cuts. */
void walk_write(struct strbuf *out, const struct reach *reach);

#endif
