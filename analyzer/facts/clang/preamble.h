/* preamble.h - a unit that stands on a precompiled preamble, for the front end's files. */
#ifndef DLL_FACTS_CLANG_PREAMBLE_H
#define DLL_FACTS_CLANG_PREAMBLE_H

#include "facts/clang/front.h"
#include "facts/includes.h"
#include "facts/preamble.h"

/* What stands for the first directives of a unit. */
struct on_preamble {
    const struct preamble *preamble;
    struct directives directives; /* as the unit has them */
    VEC(CXCursor) decls;          /* of the preamble's headers, found in the unit */
    CXIndex index;                /* of `all`; NULL: not asked for */
    CXTranslationUnit all;        /* the unit by an index that shows the preamble's declarations */
};

#endif
