/* The entry's own name says what it holds; an entry that is not known may hold each of them. */
#include <windows.h>

typedef long(WINAPI *entry_point)(long);

enum { AUDIO_OPEN, AUDIO_STOP, AUDIO_CLOSE, AUDIO_ENTRIES };

static struct {
    const char *name;
    entry_point call;
} audio[AUDIO_ENTRIES] = {
    [AUDIO_OPEN] = {"audio_open"},
    [AUDIO_STOP] = {"audio_stop"},
    [AUDIO_CLOSE] = {"audio_close"},
};

__declspec(dllexport) void audio_load_ok(void)
{
    HMODULE dll = LoadLibraryW(L"audio.dll");
    int i;

    for (i = 0; i < AUDIO_ENTRIES; ++i) {
        audio[i].call = (entry_point)GetProcAddress(dll, audio[i].name);
    }
}

static void audio_unload_bad(int last)
{
    if (audio[AUDIO_STOP].call) {
        audio[AUDIO_STOP].call(0);
    }
    audio[last].call(0);
}

extern int audio_last;

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_DETACH && reserved == NULL) {
        audio_unload_bad(audio_last);
    }
    return TRUE;
}
