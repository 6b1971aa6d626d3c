/* Arguments, initialisers, conditions of loops, indices: a call is a call. */
#include <windows.h>

static int in_argument_bad(void)
{
    return LoadLibraryA("a.dll") != NULL;
}

static int in_initialiser_bad(void)
{
    return LoadLibraryA("b.dll") != NULL;
}

static int in_condition_bad(void)
{
    return LoadLibraryA("c.dll") != NULL;
}

static int in_index_bad(void)
{
    return LoadLibraryA("d.dll") != NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        int values[2] = {0, in_initialiser_bad()};
        SetLastError((DWORD)in_argument_bad());
        while (in_condition_bad()) {
            values[in_index_bad()]++;
        }
    }
    return TRUE;
}
