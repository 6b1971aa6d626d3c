/* A method that is named alike. */
#include <windows.h>

struct mixer {
    int open;
    int waveOutOpen()
    {
        return ++open;
    }
};

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        mixer m = {0};
        m.waveOutOpen();
    }
    return TRUE;
}
