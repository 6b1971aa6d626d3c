/* Every function of the pack media.winmm, called once. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <mmsystem.h>

static void errors_bad(void)
{
    PlaySoundA(NULL, NULL, 0);
    PlaySoundW(NULL, NULL, 0);
    sndPlaySoundA(NULL, 0);
    sndPlaySoundW(NULL, 0);
}

static void warnings_bad(void)
{
    mciSendCommandA(0, 0, 0, 0);
    mciSendCommandW(0, 0, 0, 0);
    mciSendStringA(NULL, NULL, 0, NULL);
    mciSendStringW(NULL, NULL, 0, NULL);
    midiInClose(NULL);
    midiInOpen(NULL, 0, 0, 0, 0);
    midiOutClose(NULL);
    midiOutOpen(NULL, 0, 0, 0, 0);
    waveInClose(NULL);
    waveInOpen(NULL, 0, NULL, 0, 0, 0);
    waveOutClose(NULL);
    waveOutOpen(NULL, 0, NULL, 0, 0, 0);
}

static void notes_bad(void)
{
    timeBeginPeriod(0);
    timeEndPeriod(0);
}

static void silent_ok(void)
{
    timeGetTime();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        errors_bad();
        warnings_bad();
        notes_bad();
        silent_ok();
    }
    return TRUE;
}
