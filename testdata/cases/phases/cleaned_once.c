/* A flag that says that the clean-up is done: detach does what it guards, also if an export can have
   done so before. */
#include <windows.h>

static BOOL g_closed;
static BOOL g_ready;
static HMODULE g_library;

__declspec(dllexport) void close_bad(void)
{
    if (!g_closed) {
        FreeLibrary(g_library);
        g_closed = TRUE;
    }
}

/* A set-up at the first use, which detach hardly ever is: it begins something. */
__declspec(dllexport) void use_bad(void)
{
    if (!g_ready) {
        g_library = LoadLibraryA("setup.dll");
        g_ready = TRUE;
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        close_bad();
        use_bad();
    }
    return TRUE;
}
