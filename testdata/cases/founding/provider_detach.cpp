/* A provider tidies up in DLL_PROCESS_DETACH: a COM pointer, COM itself, a thread, a DLL. */
#include <windows.h>
#include <objbase.h>

static IUnknown *g_site;
static HANDLE g_worker;
static HMODULE g_codec;

static void close_provider_bad()
{
    if (g_site != nullptr) {
        g_site->Release();
        g_site = nullptr;
    }
    WaitForSingleObject(g_worker, INFINITE);
    CloseHandle(g_worker);
    FreeLibrary(g_codec);
    CoUninitialize();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH) {
        close_provider_bad();
    }
    return TRUE;
}
