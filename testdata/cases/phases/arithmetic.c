/* (reason + 1) / 2 is 0, 1, 1, 2 for the reasons 0, 1, 2, 3. */
#include <windows.h>

static void load_bad(void)
{
    LoadLibraryA("helper.dll");
}

BOOL WINAPI DllMain(HINSTANCE instance, DWORD reason, LPVOID reserved)
{
    switch ((reason + 1) / 2) {
    case 1:
        load_bad();
        break;
    }
    return TRUE;
}
