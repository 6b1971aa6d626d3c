/* Macros before and between the includes: one with a value that the unit spells, one over two lines
 * and one that the header wants. */
#define OWN_FIRST 7 /* a comment */
  #  define OWN_ADD(x) ((x) + \
                        own_shared)
#include "own.h"
#include <windows.h> // another one
#define DIRECT GetCurrentProcessId()
#undef OWN_NONE

int own_shared = 3;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    int sum = OWN_FIRST + OWN_ADD(1) + (int)DIRECT + own_inline(__COUNTER__);
    return sum + __COUNTER__ + __INCLUDE_LEVEL__ > 0;
}
