/* The call comes out of a macro, directly and through a second macro. */
#include <windows.h>

#define OPEN(name) LoadLibraryW(L##name L".dll")
#define OPEN_CODEC() OPEN("codec")

static void open_font_bad(void)
{
    OPEN("font");
}

static void open_codec_bad(void)
{
    if (OPEN_CODEC() == NULL) {
        SetLastError(ERROR_SUCCESS);
    }
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        open_font_bad();
        open_codec_bad();
    }
    return TRUE;
}
