// dllmain.cpp - the entry point of provider.dll and the exports that COM asks for.
#include "provider.h"

LONG live_objects = 0;

static void CleanUp()
{
    runtime.StopWatching();
}

extern "C" BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, void *)
{
    if (reason == DLL_PROCESS_ATTACH) {
        DisableThreadLibraryCalls(instance);
    } else if (reason == DLL_PROCESS_DETACH) {
        CleanUp();
    }
    return TRUE;
}

extern "C" HRESULT WINAPI DllCanUnloadNow()
{
    return live_objects == 0 ? S_OK : S_FALSE;
}
