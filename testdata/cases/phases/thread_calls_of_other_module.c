/* Thread notifications of another DLL are switched off; ours go on. */
#include <windows.h>

static HMODULE g_codec;

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_codec = GetModuleHandleW(L"codec.dll");
        DisableThreadLibraryCalls(g_codec);
    } else if (reason == DLL_THREAD_DETACH) {
        load_bad();
    }
    return TRUE;
}
