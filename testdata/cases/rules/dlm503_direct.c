/* A sound that is waited for. */
#include <windows.h>
#include <mmsystem.h>

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        PlaySoundW(L"start.wav", NULL, SND_FILENAME | SND_SYNC);
    }
    return TRUE;
}
