/* Each function that initialises COM. */
#define _WIN32_WINNT 0x0A00
#include <windows.h>
#include <objbase.h>
#include <ole2.h>
#include <roapi.h>

/* not in mingw-w64 */
__declspec(dllimport) BOOL AfxOleInit(void);
__declspec(dllimport) void AfxOleTerm(BOOL);

static void all_bad(void)
{
    AfxOleInit();
    AfxOleTerm(0);
    CoDecrementMTAUsage(0);
    CoIncrementMTAUsage(0);
    CoInitialize(0);
    CoInitializeEx(0, 0);
    CoInitializeSecurity(0, 0, 0, 0, 0, 0, 0, 0, 0);
    CoSetProxyBlanket(0, 0, 0, 0, 0, 0, 0, 0);
    CoUninitialize();
    OleInitialize(0);
    OleUninitialize();
    RoInitialize(0);
    RoUninitialize();
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    all_bad();
    return TRUE;
}
