/* Clean-up that keeps still at process end; on FreeLibrary it still frees a DLL under the lock. */
#include <windows.h>

static HMODULE g_codec;

static void release_codec_bad(void)
{
    FreeLibrary(g_codec);
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch (reason) {
    case DLL_PROCESS_DETACH:
        if (reserved != NULL) {
            break;
        }
        release_codec_bad();
        break;
    }
    return TRUE;
}
