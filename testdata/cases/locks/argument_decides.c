/* Whether the helper loads anything depends on its argument: possible. */
#include <windows.h>

static CRITICAL_SECTION g_lock;

static void prepare(int with_codecs)
{
    if (with_codecs) {
        LoadLibraryA("codecs.dll");
    }
}

__declspec(dllexport) void start(int with_codecs)
{
    EnterCriticalSection(&g_lock);
    prepare(with_codecs);
    LeaveCriticalSection(&g_lock);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        EnterCriticalSection(&g_lock);
        LeaveCriticalSection(&g_lock);
    }
    return TRUE;
}
