/* What is freed here are other things. */
#include <windows.h>

static void FreeLibraryEntry_ok(void *entry)
{
    HeapFree(GetProcessHeap(), 0, entry);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        FreeLibraryEntry_ok(NULL);
        LocalFree(NULL);
        FreeResource(NULL);
    }
    return TRUE;
}
