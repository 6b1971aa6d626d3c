/* An inline function of a header, in two units: one place, one finding, two roots' ways to it. */
#include "load.h"

void codec_start_bad(void);

__attribute__((constructor)) static void early_bad(void)
{
    load_bad("early.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_THREAD_ATTACH) {
        codec_start_bad();
    }
    return TRUE;
}
