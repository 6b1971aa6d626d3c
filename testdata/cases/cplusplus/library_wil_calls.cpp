/* Owners of a call that is to be made, and a function that runs once, on this thread. */
#include <windows.h>
#include <objbase.h>
#include "include/wil.h"

using unique_couninitialize_call =
    wil::unique_call<decltype(&::CoUninitialize), ::CoUninitialize>;

static INIT_ONCE g_once = INIT_ONCE_STATIC_INIT;

static void com_bad()
{
    unique_couninitialize_call leave;
}

static void load_bad()
{
    LoadLibraryW(L"helper.dll");
}

static void once_bad()
{
    wil::init_once(g_once, [] { load_bad(); });
}

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        com_bad();
        once_bad();
    }
    return TRUE;
}
