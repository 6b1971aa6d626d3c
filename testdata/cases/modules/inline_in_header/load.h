#include <windows.h>

static inline void load_bad(const char *name)
{
    LoadLibraryA(name);
}
