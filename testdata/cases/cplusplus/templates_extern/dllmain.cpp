/* Uses what the other unit makes. */
#define WIN32_LEAN_AND_MEAN
#include <windows.h>

#include "engine.h"

static Engine<codec> g_engine;

extern "C" BOOL WINAPI DllMain(HINSTANCE, DWORD reason, LPVOID)
{
    if (reason == DLL_PROCESS_ATTACH) {
        g_engine.start();
        warm_up<codec>(nullptr);
    }
    return TRUE;
}
