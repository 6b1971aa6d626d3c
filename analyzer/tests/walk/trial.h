/*
 * trial.h - walks of tiny modules, shown in short.
 *
 * Each sink is a line "DllMain > f > One: ASTtUX": the path, a ? if it is only possible, the
 * effects if they are not "waits", and the phases: Attach (dynamic), attach (Static), Thread
 * attach, thread detach (t), Unload, eXit.  Roots other than DllMain have their kind in front.
 * Then come the cuts, "cut KIND: DETAIL".  The lines are in the order of the reach: calls without a
 * place of their own stand by the APIs' names, and such calls of one API in one unit are one sink.
 */
#ifndef DLL_TESTS_WALK_TRIAL_H
#define DLL_TESTS_WALK_TRIAL_H

#include "tests/program/fixture.h"
#include "walk/walk.h"

/* Returns what is reached in the units that were added. */
const char *trial_reach(struct fixture *fixture);

/* Fails the test if the module that is the one unit `text` does not reach just that. */
void trial_expect(int line, const char *text, const char *expected);

#define EXPECT_REACH(text, expected) trial_expect(__LINE__, (text), (expected))

/* The same for DllMain with the statements as its body. */
#define EXPECT_BODY(body, expected) EXPECT_REACH(DLLMAIN(body), (expected))

#endif
