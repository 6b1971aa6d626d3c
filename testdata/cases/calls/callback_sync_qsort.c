/* qsort's comparator runs here and now; so does bsearch's. */
#include <stdlib.h>
#include <windows.h>

static int g_table[4] = {3, 1, 2, 0};

static int compare_bad(const void *a, const void *b)
{
    WaitForSingleObject(GetCurrentProcess(), 10);
    return *(const int *)a - *(const int *)b;
}

static void sort_bad(void)
{
    qsort(g_table, 4, sizeof g_table[0], compare_bad);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_DETACH) {
        sort_bad();
    }
    return TRUE;
}
