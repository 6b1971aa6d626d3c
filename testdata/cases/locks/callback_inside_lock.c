/* The loader is needed by a function that qsort calls while the lock is held. */
#include <stdlib.h>
#include <windows.h>

static CRITICAL_SECTION g_lock;
static HMODULE g_collation;
static int g_words[8];

static int compare(const void *a, const void *b)
{
    if (g_collation == NULL) {
        g_collation = LoadLibraryA("collation.dll");
    }
    return *(const int *)a - *(const int *)b;
}

__declspec(dllexport) void sort_words(void)
{
    EnterCriticalSection(&g_lock);
    qsort(g_words, 8, sizeof *g_words, compare);
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        EnterCriticalSection(&g_lock);
        LeaveCriticalSection(&g_lock);
    }
    return TRUE;
}
