/* Every function of the pack media.other, called once. */
#define _WIN32_WINNT 0x0A00
#define DIRECTINPUT_VERSION 0x0800
#include <windows.h>
#include <mmsystem.h>
#include <dinput.h>
#include <dsound.h>
#include <xaudio2.h>
#include <xinput.h>

/* the header of mingw-w64 does not parse as C */
__declspec(dllimport) HRESULT WINAPI RtwqShutdown(void);
__declspec(dllimport) HRESULT WINAPI RtwqStartup(void);

static void warnings_bad(void)
{
    DirectInput8Create(NULL, 0, NULL, NULL, NULL);
    DirectSoundCreate(NULL, NULL, NULL);
    DirectSoundCreate8(NULL, NULL, NULL);
    RtwqShutdown();
    RtwqStartup();
    XAudio2Create(NULL, 0, 0);
    XInputGetState(0, NULL);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        warnings_bad();
    }
    return TRUE;
}
