/* ?: chooses which function is called. */
#include <windows.h>

static HMODULE g_codec;

static void free_bad(void)
{
    FreeLibrary(g_codec);
}

static void keep_ok(void)
{
    g_codec = NULL;
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    reason == DLL_THREAD_DETACH ? free_bad() : keep_ok();
    return TRUE;
}
