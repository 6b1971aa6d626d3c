/* Names in one array, functions in another: one of them, it is not known which. */
#include <windows.h>

static const char *const names[] = {"zip_begin", "zip_end"};
static FARPROC functions[2];

__declspec(dllexport) void zip_load_ok(void)
{
    HMODULE dll = LoadLibraryA("zip.dll");
    int i;

    for (i = 0; i < 2; i++) {
        functions[i] = GetProcAddress(dll, names[i]);
    }
}

static void zip_unload_bad(void)
{
    functions[1]();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        zip_unload_bad();
    }
    return TRUE;
}
