/* Two units of one DLL have a static function `prepare` each. */
#include <windows.h>
#include "parts.h"

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        log_start_ok();
        codec_start_bad();
    }
    return TRUE;
}
