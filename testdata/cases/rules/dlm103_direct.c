// Imports from winmm.dll are delay-loaded: the first call of one loads the DLL. At detach even a
// call that is harmless by itself does.
// options: --delay-load WINMM.DLL
#include <windows.h>

static void tell_time_bad(void)
{
    timeGetTime();
}

static void helper_bad(void)
{
    extern HRESULT WINAPI __HrLoadAllImportsForDll(const char *);
    __HrLoadAllImportsForDll("winmm.dll");
}

static void sound_bad(void)
{
    PlaySoundW(NULL, NULL, 0); /* two faults: what it does, and that it is delayed */
}

BOOL WINAPI DllMain(HINSTANCE self, DWORD reason, void *reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        helper_bad();
        sound_bad();
    }
    if (reason == DLL_PROCESS_DETACH && !reserved)
        tell_time_bad();
    return TRUE;
}
