/* Each of the two has work of its own; unload is not forgotten. */
#include <windows.h>

static PVOID g_handler;
static DWORD g_slot;

static LONG CALLBACK on_exception_ok(EXCEPTION_POINTERS *info)
{
    return EXCEPTION_CONTINUE_SEARCH;
}

static void last_words_ok(void)
{
    RemoveVectoredExceptionHandler(g_handler);
    OutputDebugStringA("the process ends");
}

__declspec(dllexport) void install(void)
{
    g_handler = AddVectoredExceptionHandler(0, on_exception_ok);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_slot = TlsAlloc();
    } else if (reason == DLL_PROCESS_DETACH) {
        if (reserved != NULL) {
            last_words_ok();
        } else {
            TlsFree(g_slot);
        }
    }
    return TRUE;
}
