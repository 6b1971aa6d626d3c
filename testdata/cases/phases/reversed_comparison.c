/* Constants on the left. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    if (DLL_PROCESS_ATTACH == reason) {
        if (NULL == reserved) {
            load_bad();
        }
    }
    return TRUE;
}
