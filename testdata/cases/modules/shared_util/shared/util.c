/* One source that is built into two DLLs; each of them has a finding in it. */
#include <windows.h>
#include "shared/util.h"

static HMODULE g_module;

void util_load_bad(const char *name)
{
    g_module = LoadLibraryA(name);
}

void util_free_bad(void)
{
    FreeLibrary(g_module);
}
