/* Each function that takes memory from the C runtime. */
// options: --rules *
#include <windows.h>
#include <stdlib.h>
#include <string.h>
#include <malloc.h>
#include <wchar.h>
#include <mbstring.h>

static void all_bad(void)
{
    _aligned_malloc(0, 0);
    _aligned_realloc(0, 0, 0);
    _strdup(0);
    strdup(0);
    _wcsdup(0);
    wcsdup(0);
    _mbsdup(0);
    calloc(0, 0);
    malloc(0);
    realloc(0, 0);
    _recalloc(0, 0, 0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    return TRUE;
}
