/* The header is included again behind the run: clang would find its declarations in the second one. */
#define OWN_FIRST 7
#define OWN_ADD(x) ((x) + own_shared)
#include "own.h"

int own_shared = 3;
#include "own.h"

int sum = OWN_SECOND;
