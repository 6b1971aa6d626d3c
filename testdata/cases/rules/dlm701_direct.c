/* On the list of Microsoft. */
#include <windows.h>

static WORD g_kind[2];

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (reason == DLL_PROCESS_ATTACH) {
        GetStringTypeW(CT_CTYPE1, L"ab", 2, g_kind);
    }
    return TRUE;
}
