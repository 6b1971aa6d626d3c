/* Two functions that call each other; the sink stands in the second. */
#include <windows.h>

static void odd_bad(DWORD n);

static void even_bad(DWORD n)
{
    if (n > 0) {
        odd_bad(n - 1);
    }
}

static void odd_bad(DWORD n)
{
    LoadLibraryA("helper.dll");
    if (n > 0) {
        even_bad(n - 1);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        even_bad(GetTickCount());
    }
    return TRUE;
}
