/* Each function of memory. */
#include <windows.h>
#include <stdlib.h>
#include <malloc.h>

/* not in mingw-w64 */
__declspec(dllimport) BOOLEAN NTAPI RtlFreeHeap(PVOID, ULONG, PVOID);

static void all_ok(void)
{
    GetProcessHeap();
    GlobalAlloc(0, 0);
    GlobalFree(0);
    HeapAlloc(0, 0, 0);
    HeapCreate(0, 0, 0);
    HeapDestroy(0);
    HeapFree(0, 0, 0);
    HeapReAlloc(0, 0, 0, 0);
    HeapSize(0, 0, 0);
    LocalAlloc(0, 0);
    LocalFree(0);
    RtlFreeHeap(0, 0, 0);
    VirtualAlloc(0, 0, 0, 0);
    VirtualAllocEx(0, 0, 0, 0, 0);
    VirtualFree(0, 0, 0);
    VirtualProtect(0, 0, 0, 0);
    VirtualQuery(0, 0, 0);
    _aligned_free(0);
    free(0);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_ok();
    return TRUE;
}
